"""which: the subjects of the facts with a certain value, and others beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bank.lamps import LAMPS, LIT, MIDDLE, lamp, made, made_twice


@pytest.mark.parametrize(
    ("wanted", "right"),
    [
        ("from = 2019-06-08\nto = 2019-06-09", "CD"),
        ("from = 2019-06-22", "GH"),
        ("to = 2019-06-02", "AB"),
    ],
)
def test_which_takes_what_lies_within(tmp_path: Path, wanted: str, right: str) -> None:
    """Right are the facts between both days, each of which may be left out; all others are wrong."""
    text = MIDDLE.replace("from = 2019-06-08\nto = 2019-06-09", wanted)
    item = made(tmp_path, LAMPS + LIT + text)["middle-lamps/which"]
    assert item.answers == tuple(f"Lamp {letter}" for letter in right)
    assert set(item.wrong) == {f"Lamp {letter}" for letter in "ABCDEFGH"} - set(item.answers)
    assert set(item.rests_on) == {f"lamp-{number}" for number in range(1, 9)}


def test_which_takes_what_is_equal(tmp_path: Path) -> None:
    """Right are the facts with that value, also where it is one of several."""
    keepers = ['"Ida"', '"Ida"', '"Olav"', '["Olav", "Ida"]', '"Nils"', '"Nils"', '"Olav"', '"Nils"']
    facts = "".join(lamp(n, n, value=f"{{ person = {keeper} }}") for n, keeper in enumerate(keepers, 1))
    text = MIDDLE.replace("from = 2019-06-08\nto = 2019-06-09", 'is = "Ida"')
    item = made(tmp_path, 'topic = "dates"\n' + facts + text + text.replace("middle", "more").replace("in the", "in"))
    assert item["middle-lamps/which"].answers == ("Lamp A", "Lamp B", "Lamp D")
    assert not {"Lamp A", "Lamp B", "Lamp D"} & set(item["middle-lamps/which"].wrong)


def test_groups_follow_from_the_facts(tmp_path: Path) -> None:
    """A changed value moves its subject from the right ones to the wrong ones."""
    twice = made_twice(tmp_path)
    before, after = (items["middle-lamps/which"] for items in twice)
    assert (before.answers, after.answers) == (("Lamp C", "Lamp D", "Lamp E"), ("Lamp C", "Lamp E"))
    assert ("Lamp D" in before.wrong, "Lamp D" in after.wrong) == (False, True)


def test_wrong_ones_that_spoil_more_are_left_out_of_a_group(tmp_path: Path) -> None:
    """A group question takes no wrong option from a fact that spoils more than the right ones."""
    late = LAMPS.replace("spoils = 0\nsources = [{ paragraph = 8 }]", "spoils = 9\nsources = [{ paragraph = 8 }]")
    item = made(tmp_path, late + LIT + MIDDLE)["middle-lamps/which"]
    assert "Lamp H" not in item.wrong
    assert "lamp-8" not in item.rests_on
    assert item.spoils == 0


def test_a_right_subject_is_no_wrong_one(tmp_path: Path) -> None:
    """A subject of two facts, one right and one wrong, is right."""
    twice = LAMPS.replace('subject = "Lamp H"', 'subject = "Lamp C"')
    item = made(tmp_path, twice + LIT + MIDDLE)
    assert "Lamp C" in item["middle-lamps/which"].answers
    assert "Lamp C" not in item["middle-lamps/which"].wrong
