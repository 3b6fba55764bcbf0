"""subject: from the value of each fact to its subject."""

from __future__ import annotations

from pathlib import Path

from bank.lamps import FIRST_FIVE, LAMPS, LIT, LIT_ON, made, made_twice
from bank.sample import findings_of


def test_subject_asks_from_value_to_subject(tmp_path: Path) -> None:
    """The other way round, with the subjects of the other facts as wrong options and a why filled in."""
    item = made(tmp_path, LAMPS + LIT_ON + LIT)["lamp-4/lit-on"]
    assert (item.ask, item.answer) == ("Which lamp was lit on 9 June 2019?", "Lamp D")
    assert set(item.wrong) == {f"Lamp {letter}" for letter in "ABCEFGH"}
    assert item.why == "Lamp D was the one of 9 June 2019."


def test_subjects_follow_from_the_facts(tmp_path: Path) -> None:
    """A changed value changes the stem that names it, and the why that repeats it."""
    twice = made_twice(tmp_path)
    asks = [items["lamp-4/lit-on"].ask for items in twice]
    assert asks == ["Which lamp was lit on 9 June 2019?", "Which lamp was lit on 29 June 2019?"]
    assert twice[1]["lamp-4/lit-on"].why == "Lamp D was the one of 29 June 2019."


def test_a_subject_spoils_no_more_than_its_fact(tmp_path: Path) -> None:
    """A subject with a name that spoils more than the fact is found at the fact."""
    text = LAMPS.replace('subject = "Lamp H"', 'subject = "The Keeper"') + LIT + FIRST_FIVE
    found = [finding for finding in findings_of(tmp_path, lamps=text) if finding.rule == "name-spoils"]
    assert "lamp-8" in {finding.id for finding in found}
