"""value: from the subject of each fact to its value."""

from __future__ import annotations

from pathlib import Path

import pytest

from bank.lamps import FIRST_FIVE, LAMPS, LIT, LIT_ON, RECIPES, lamp, made, made_twice


def test_value_asks_from_subject_to_value(tmp_path: Path) -> None:
    """One question for each fact, its wrong options the three nearest days on each side."""
    items = made(tmp_path, LAMPS + LIT + FIRST_FIVE)
    assert {id for id in items if id.endswith("/lit")} == {f"lamp-{number}/lit" for number in range(1, 9)}
    item = items["lamp-4/lit"]
    assert (item.ask, item.answer) == ("On which date was Lamp D lit?", "9 June 2019")
    assert item.wrong == tuple(f"{day} June 2019" for day in (1, 2, 8, 15, 16, 22))
    assert (item.ascending, item.wrong_below, item.why) == (True, 3, "It burns oil of the 4th barrel.")
    assert items["lamp-1/lit"].wrong == tuple(f"{day} June 2019" for day in (2, 8, 9))


@pytest.mark.parametrize(("kind", "key"), [("number", "number"), ("number", "episode"), ("typed", "number")])
def test_value_asks_for_numbers(tmp_path: Path, kind: str, key: str) -> None:
    """Numbers and episodes are asked for with their unit and closeness, or typed as plain digits."""
    facts = "".join(lamp(n, n, value=f"{{ {key} = {n + 2} }}") for n in range(1, 5))
    near = 'unit = "barrels"\nwithin = 2\n' if kind == "number" else ""
    text = LIT.replace('kind = "choice"', f'kind = "{kind}"\n{near}').replace("On which date was", "Which number has")
    text = text.replace(" lit?", "?")
    item = made(tmp_path, 'topic = "dates"\n' + facts + text + LIT_ON.replace("lit on {value}", "number {value}"))
    expected = ("5", "barrels", 2) if near else ("5", "", 0)
    assert (item["lamp-3/lit"].answer, item["lamp-3/lit"].unit, item["lamp-3/lit"].within) == expected


def test_episodes_stand_as_options(tmp_path: Path) -> None:
    """Among options an episode is named as one, and options rise."""
    facts = "".join(lamp(n, n, value=f"{{ episode = {n + 7} }}") for n in range(1, 6))
    text = LIT.replace("On which date was {subject} lit?", "In which episode is {subject} lit?")
    item = made(tmp_path, 'topic = "dates"\n' + facts + text + LIT_ON.replace("on {value}", "in episode {value}"))
    assert item["lamp-2/lit"].answer == "Episode 9"
    assert item["lamp-2/lit"].wrong == ("Episode 8", "Episode 10", "Episode 11", "Episode 12")
    assert item["lamp-2/lit-on"].ask == "Which lamp was lit in episode 9?"


def test_values_follow_from_the_facts(tmp_path: Path) -> None:
    """A changed value changes its question's solution, and what other questions show as wrong."""
    twice = made_twice(tmp_path)
    before, after = twice
    assert [items["lamp-4/lit"].answer for items in twice] == ["9 June 2019", "29 June 2019"]
    assert "9 June 2019" in before["lamp-3/lit"].wrong
    assert "9 June 2019" not in after["lamp-3/lit"].wrong
    assert [items["lamp-4/lit"].wrong_below for items in twice] == [3, 3]
    assert after["lamp-4/lit"].wrong == ("16 June 2019", "22 June 2019", "23 June 2019")


def test_distractors_are_never_right(tmp_path: Path) -> None:
    """Facts that share a value or a subject offer no wrong options for one another, and no question of doubt."""
    shared = LAMPS.replace("2019-06-16", "2019-06-15").replace('subject = "Lamp H"', 'subject = "Lamp G"')
    items = made(tmp_path, shared + LIT + LIT_ON)
    for item in items.values():
        assert item.answer not in item.wrong
    assert {"lamp-5/lit", "lamp-6/lit"} <= set(items)
    assert not {"lamp-5/lit-on", "lamp-6/lit-on", "lamp-7/lit", "lamp-8/lit"} & set(items)


def test_distractors_spoil_no_more_than_the_question(tmp_path: Path) -> None:
    """A fact that spoils more than the question is no wrong option, unless the recipe raises the question."""
    late = LAMPS.replace("spoils = 0\nsources = [{ paragraph = 4 }]", "spoils = 9\nsources = [{ paragraph = 4 }]")
    plain = made(tmp_path / "plain", late + RECIPES.replace("lamp-4", "lamp-6").replace('"lamp-order"', '"the-order"'))
    for item in plain.values():
        if item.kind == "choice" and item.spoils < 9:
            assert not {"9 June 2019", "Lamp D"} & {*item.wrong}
    assert plain["lamp-4/lit"].spoils == 9
    raised = made(tmp_path / "raised", late + (LIT + LIT_ON).replace('of = "lamp"', 'of = "lamp"\nspoils = 9'))
    assert "9 June 2019" in raised["lamp-3/lit"].wrong
    assert raised["lamp-3/lit"].spoils == 9
