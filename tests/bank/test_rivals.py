"""What the compiler writes beside a typed answer: its type, its rivals and its parts."""

from __future__ import annotations

from pathlib import Path

from bank.sample import write_pack
from qot_quiz.bank.book import Book
from qot_quiz.bank.items import items_of
from qot_quiz.bank.reading import read_pack
from qot_quiz.core.judging import judge
from qot_quiz.core.question import Item

NAMES = """
[[name]]
id = "sister"
show = "Kim A-rah"
type = "character"

[[name]]
id = "namesake"
show = "Lee A-ra"
type = "character"
accept = ["이아라"]

[[name]]
id = "harbour"
show = "Milton Harbour"
type = "place"
accept = ["밀턴항"]

[[name]]
id = "harbor"
show = "Milten Harbor"
type = "place"

[[name]]
id = "far"
show = "Something Entirely Different"
type = "place"
"""
PEOPLE = """
[[question]]
id = "painter/harbour"
kind = "typed"
ask = "Where?"
answer = "Milton Harbour"
why = "It is so."

[[question]]
id = "painter/near"
kind = "choice"
ask = "Where else?"
answer = "The Pier"
wrong = ["Milton Harbours", "The Market", "The Tower"]
why = "It is so."

[[question]]
id = "painter/both"
kind = "typed"
ask = "Who and where?"
answer = "Lee A-ra and Milton Harbour"
why = "It is so."

[[question]]
id = "painter/parts"
kind = "typed"
ask = "Which two?"
answer = "Lee A-ra and the pier"
parts = [["Lee A-ra", "Ara"], ["the pier", "pier"]]
why = "It is so."

[[question]]
id = "painter/colour"
kind = "typed"
ask = "Which colour?"
answer = "purple"
why = "It is so."
"""


def _items(folder: Path, changes: dict[str, str] | None = None) -> dict[str, Item]:
    pack = read_pack(write_pack(folder, changes, names=NAMES, people=PEOPLE))
    assert pack.about is not None
    return {item.id: item for item in items_of(Book(pack, pack.about))}


def test_rivals_and_type(tmp_path: Path) -> None:
    """A name knows its type, the names near it, those of its given name, and the near wrong options of its fact."""
    items = _items(tmp_path / "pack")
    harbour = items["painter/harbour"]
    assert (harbour.type, harbour.rivals) == ("place", ("Milten Harbor", "Milton Harbours"))
    painter = items["painter/who"]
    assert painter.type == "character"
    assert {"Kim A-rah", "Lee A-ra", "이아라"} <= set(painter.rivals)
    assert not set(painter.rivals) & {"Kim A-ra", "A-ra", "김아라", "Something Entirely Different"}


def test_parts_of_two_names(tmp_path: Path) -> None:
    """Two names joined by "and" are two parts, each with its forms."""
    both = _items(tmp_path / "pack")["painter/both"]
    assert both.parts == (("Lee A-ra", "이아라"), ("Milton Harbour", "밀턴항"))


def test_written_parts(tmp_path: Path) -> None:
    """A part that its author wrote has the forms of the names file behind its own, and one that is no name its own."""
    both = _items(tmp_path / "pack")["painter/parts"]
    assert both.parts == (("Lee A-ra", "Ara", "이아라"), ("the pier", "pier"))
    assert judge("이아라, pier", both).credit == 1


def test_what_stands_beside(tmp_path: Path) -> None:
    """A person has the names of other types that some fact speaks of in one breath, and a place has none."""
    items = _items(
        tmp_path / "pack", {"paints the harbour wall.": "paints the wall of Milton Harbour with The Keeper."}
    )
    assert items["painter/who"].beside == ("Milton Harbour",)
    assert items["painter/harbour"].beside == ()


def test_others_are_left_alone(tmp_path: Path) -> None:
    """An answer that is no name has no type, and a question that is not typed no rivals."""
    items = _items(tmp_path / "pack")
    assert (items["painter/colour"].type, items["painter/colour"].parts) == ("", ())
    assert (items["painter/near"].type, items["painter/near"].rivals) == ("", ())
