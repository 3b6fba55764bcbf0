"""`pack check --played`: which difficulty labels the answers contradict, every figure recomputed from the raw rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from bank.sample import write_pack
from running import Quiz
from store.test_statistics import first_level, ratings, raw

from qot_quiz.bank.bank import Bank
from qot_quiz.bank.locating import open_pack
from qot_quiz.core import kinds, moves
from qot_quiz.core.draw import Filters
from qot_quiz.core.game import begin
from qot_quiz.core.modes import MODES
from qot_quiz.core.rating import PLAYS
from qot_quiz.core.setup import Setup
from qot_quiz.core.steps import step
from qot_quiz.store import examining
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import Store, open_store

PACK = "lighthouse"
ASKED = {"painter/who": False, "first-weekday/day": True, "first-night/date": True}
"""Questions of each game, and whether they are answered right: one labelled too easy, one too hard, one as it is."""

KEYS = "fact_id labels rated_as rating plays asked right questions"


@pytest.fixture
def bank(ready: Path, tmp_path: Path) -> Iterator[Bank]:
    """Write a small pack in which all questions on a fact have one label, and open it."""
    write_pack(tmp_path / PACK, {'difficulty = "hard"\n': ""})
    with closing(open_pack(str(tmp_path / PACK), str(ready / "cache"))) as opened:
        yield opened


@pytest.fixture
def games(ready: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Open the file of games in the test's home; that it outlasts a power cut is proved elsewhere and takes time."""
    monkeypatch.setattr(examining, "SETTINGS", examining.SETTINGS.replace("synchronous = full", "synchronous = off"))
    with closing(open_store(str(ready / "games.db"))) as opened:
        yield opened


def play(store: Store, bank: Bank, times: int, helped: int = 0) -> None:
    """Play so many games of two players, the last ones with a help on the first question."""
    rules = MODES["classic"].rules
    for number in range(times):
        player, digest = ("Ann", "Ben")[number % 2], bank.meta.digest
        setup = Setup(
            player, "classic", rules, Filters(up_to=12), len(ASKED), number, False, PACK, digest, foreign=True
        )
        items = [item for item in map(bank.item, ASKED) if item is not None]
        game, _ = begin(setup, tuple(kinds.deal(item, number, at) for at, item in enumerate(items)))
        journal = Journal(store, new_id())
        journal.begin(setup, game.deck, store.now())
        commands: list[moves.Command] = [moves.Lifeline(0, "hint")] if number >= times - helped else []
        for question in game.deck:
            commands += [moves.Answer(0, question.solution if ASKED[question.item.id] else ()), moves.Next(0)]
        for command in commands:
            game, events = step(game, command)
            journal.append(command, events)


def check(quiz: Quiz, path: Path) -> Any:
    """Ask for the comparison as JSON."""
    result = quiz("pack", "check", str(path), "--played", "--json")
    assert (result.code, result.err) == (0, "")
    return result.json


def test_contradicted_labels(quiz: Quiz, tmp_path: Path, bank: Bank, games: Store) -> None:
    """Facts whose rating lies in another label's range are listed, the furthest off first; a right label is not."""
    play(games, bank, PLAYS + 8, helped=5)
    played = check(quiz, tmp_path / PACK)["played"]
    assert list(played) == ["least", "facts", "contradicted"]
    assert (played["least"], played["facts"]) == (PLAYS, 3)
    given = raw(games, None, 12, PACK)
    _, facts = ratings(given)
    starts = {"easy": 1300, "medium": 1500, "hard": 1700}
    typical = {fact: min(starts, key=lambda name: abs(starts[name] - points)) for fact, points in facts.items()}
    off = {fact: abs(points - starts[first_level(given, fact)]) for fact, points in facts.items()}
    wrong = [fact for fact in facts if typical[fact] != first_level(given, fact)]
    assert set(wrong) == {"painter", "first-weekday"}
    assert [one["fact_id"] for one in played["contradicted"]] == sorted(wrong, key=lambda fact: -off[fact])
    for one in played["contradicted"]:
        answers = [answer for answer in given if answer["item"]["fact_id"] == one["fact_id"]]
        assert list(one) == KEYS.split()
        assert one["labels"] == [first_level(given, one["fact_id"])]
        assert one["rated_as"] == typical[one["fact_id"]]
        assert one["rating"] == pytest.approx(facts[one["fact_id"]], abs=1)
        assert one["plays"] == sum(not answer["help"] for answer in answers)
        assert (one["asked"], one["right"]) == (len(answers), sum(a["verdict"]["credit"] == 1 for a in answers))
        assert one["questions"] == [item.id for item in bank.about(one["fact_id"])]


def test_a_fact_with_several_labels(quiz: Quiz, ready: Path, tmp_path: Path, games: Store) -> None:
    """Where one of a fact's questions has the label that its rating is typical of, nothing contradicts."""
    write_pack(tmp_path / PACK)
    with closing(open_pack(str(tmp_path / PACK), str(ready / "cache"))) as bank:
        play(games, bank, PLAYS)
    contradicted = check(quiz, tmp_path / PACK)["played"]["contradicted"]
    assert [one["fact_id"] for one in contradicted] == ["first-weekday"]


def test_in_words(quiz: Quiz, tmp_path: Path, bank: Bank, games: Store) -> None:
    """Each is a warning in a line with its numbers; the exit code is that of the check."""
    play(games, bank, PLAYS)
    code, out, err = quiz("pack", "check", str(tmp_path / PACK), "--played")
    assert (code, err) == (0, "")
    *_, first, second, last = out.splitlines()
    lines = sorted((first, second))
    assert lines[0].startswith("first-weekday: warning: labelled medium, but rated ")
    assert lines[0].endswith(f", as easy ones are ({PLAYS} answers without help; {PLAYS} of {PLAYS} right).")
    assert lines[1].endswith(f", as hard ones are ({PLAYS} answers without help; 0 of {PLAYS} right).")
    assert last == f"Labels that the answers contradict: 2 of 3 facts with at least {PLAYS} answers."


def test_too_little_played(quiz: Quiz, tmp_path: Path, bank: Bank, games: Store) -> None:
    """One answer less than is needed: nothing is compared, and that is said."""
    play(games, bank, PLAYS - 1)
    assert check(quiz, tmp_path / PACK)["played"] == {"least": PLAYS, "facts": 0, "contradicted": []}
    out = quiz("pack", "check", str(tmp_path / PACK), "--played").out
    assert out.endswith(f"No fact of this pack has {PLAYS} answers here yet: its labels cannot be compared with any.\n")


def test_only_when_asked_for(quiz: Quiz, tmp_path: Path, bank: Bank) -> None:
    """Without the option nothing is compared, and a pack with errors never is."""
    assert list(quiz("pack", "check", str(tmp_path / PACK), "--json").json) == ["pack", "findings"]
    write_pack(tmp_path / PACK, {'difficulty = "easy"': 'difficulty = "esay"'})
    code, _, err = quiz("pack", "check", str(tmp_path / PACK), "--played")
    assert (code, err) == (1, "The answers are compared with a pack that has no errors: mend these first.\n")
    result = quiz("pack", "check", str(tmp_path / PACK), "--played", "--json")
    assert (result.code, result.json["played"]) == (1, None)
