"""A pack of lamps with a recipe of each make, and the questions that they make."""

from __future__ import annotations

from pathlib import Path

from qot_quiz.bank.compiling import checked
from qot_quiz.bank.items import items_of
from qot_quiz.core.question import Item

from .sample import write_pack

DAYS = (1, 2, 8, 9, 15, 16, 22, 23)


def lamp(number: int, day: int, spoils: int = 0, value: str = "") -> str:
    """Write a fact: a lamp was lit on a day of June."""
    value = value or f"{{ date = 2019-06-{day:02} }}"
    return f"""
[[fact]]
id = "lamp-{number}"
kind = "lamp"
statement = "Lamp {"ABCDEFGH"[number - 1]} was lit in June 2019."
value = {value}
subject = "Lamp {"ABCDEFGH"[number - 1]}"
why = "It burns oil of the {number}th barrel."
difficulty = "medium"
spoils = {spoils}
sources = [{{ paragraph = {number} }}]
"""


LAMPS = 'topic = "dates"\n' + "".join(lamp(number, day) for number, day in enumerate(DAYS, 1))
LIT = """
[[recipe]]
id = "lit"
make = "value"
kind = "choice"
of = "lamp"
ask = "On which date was {subject} lit?"
"""
LIT_ON = """
[[recipe]]
id = "lit-on"
make = "subject"
kind = "choice"
of = "lamp"
ask = "Which lamp was lit on {value}?"
why = "{subject} was the one of {value}."
"""
FIRST_FIVE = """
[[recipe]]
id = "lamp-order"
make = "order"
facts = ["lamp-5", "lamp-1", "lamp-3", "lamp-2", "lamp-4"]
ask = "In which order were the lamps lit, first to last?"
statement = "The lamps were lit in this order: {list}."
why = "The oil came by boat."
"""
MIDDLE = """
[[recipe]]
id = "middle-lamps"
make = "which"
of = "lamp"
from = 2019-06-08
to = 2019-06-09
ask = "Which of these lamps were lit in the second week of June?"
statement = "Lit in the second week: {list}."
why = "The oil came by boat."
"""
RECIPES = LIT + LIT_ON + FIRST_FIVE + MIDDLE


def made(folder: Path, text: str) -> dict[str, Item]:
    """Compile a pack with such a file, and list the questions that its recipes make."""
    path = write_pack(folder, lamps=text)
    book = checked(path)
    ids = {placed.table.id for placed in book.pack.questions if placed.recipe}
    return {item.id: item for item in items_of(book) if item.id in ids}


def made_twice(folder: Path) -> tuple[dict[str, Item], dict[str, Item]]:
    """Make all questions before and after the day of one fact changes."""
    middle = RECIPES.replace("to = 2019-06-09", "to = 2019-06-15")
    moved = LAMPS.replace("2019-06-09", "2019-06-29")
    return made(folder / "before", LAMPS + middle), made(folder / "after", moved + middle)
