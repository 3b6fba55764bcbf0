"""The end of a game in sentences: what is told, and what a person may ask for then."""

from __future__ import annotations

import pytest
from samples import deck
from seated import Seat
from table import Table

from qot_quiz.core.after import After
from qot_quiz.core.setup import Rules

OFFERS = After(notes=("Place 3 of 12.",), stars=1, practice=2, again=True)


@pytest.mark.parametrize(
    ("lines", "wish"),
    [("p\n", "practice"), (" N \n", "again"), ("\n", ""), ("q\n", ""), ("", ""), ("what?\nm\np\n", "practice")],
)
def test_what_a_person_wants_next(lines: str, wish: str) -> None:
    """After the end a person at a terminal is asked by words what is wanted next; the end of input is a no."""
    table = Table("", deck("lead/actor", "channel/name"), seat=Seat("s\ns\n\n" + lines), after=OFFERS)
    table.play()
    assert table.wish == wish
    assert "Place 3 of 12." in table.said
    assert "1 of 3 stars." in table.said
    assert "The answer: tvN. Passed." in table.said
    offer = "p: practise these 2; n: another game; an empty line ends."
    assert table.said.count(offer) == (3 if "what" in lines else 1)
    assert table.said.count("That is none of these.") == (2 if "what" in lines else 0)


def test_a_long_list_is_read_on_demand() -> None:
    """A person is read ten of many misses, and the others on demand; a program gets all at once."""
    many = deck()
    lines = "s\n" * len(many)
    table = Table("", many, Rules(), seat=Seat(lines + "\nm\n\n"), after=After(again=True))
    table.play()
    last = f"Question {len(many)}: {many[-1].item.ask}"
    cut = table.said.index(f"And {len(many) - 10} more.")
    assert last not in table.said[:cut]
    assert last in table.said[cut:]
    assert f"Question 1: {many[0].item.ask}" not in table.said[cut:]
    assert any("m: the other 3;" in line for line in table.said)
    program = Table(lines, many, Rules(), after=After(again=True))
    program.play()
    assert last in program.said
    assert not any("another game" in line for line in program.said)


def test_the_only_miss_is_not_told_again_at_once() -> None:
    """A person hears of the last question, missed alone, that it was, and not all of its verdict a second time."""
    for ids, told in ((("abroad/netflix", "lead/actor"), True), (("lead/actor", "abroad/netflix"), False)):
        missed = {"lead/actor": "s", "abroad/netflix": "true"}
        table = Table("", deck(*ids), seat=Seat("".join(f"{missed[id]}\n" for id in ids)), after=OFFERS)
        table.play()
        assert ("Missed: only the last one." in table.said) is told
        assert ("The answer: Kim Soo-hyun. Passed." in table.said) is not told


def test_programs_are_asked_nothing() -> None:
    """Neither a pipe nor a file of answers is asked what is wanted next, and a line behind the last one stays."""
    for person in (False, True):
        table = Table("s\ns\np\np", deck("lead/actor", "channel/name"), person=person, after=OFFERS)
        table.play()
        assert table.wish == ""
        assert not any("another game" in line for line in table.said)
        assert person or table.script.unread == 2
