"""The end of a game: stars, place, practice of what was missed, and what a person asks for next."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from playing_on import Player
from running import SEEDED, Quiz, answers_file, drawn_deck, run
from samples import ITEMS, Shelf, deck, setup

from qot_quiz.cli import finishing
from qot_quiz.core import game as engine
from qot_quiz.core import moves
from qot_quiz.core.after import After
from qot_quiz.core.game import Game
from qot_quiz.core.setup import Rules, Setup
from qot_quiz.core.steps import step
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import open_memory

if TYPE_CHECKING:
    from qot_quiz.bank.mix import Playable

ENTER, CTRL_C, CTRL_D = "\r", "\x03", "\x04"
SHELF = cast("Playable", Shelf(ITEMS))
SHORT = ("play", "--seed", "7", "--up-to", "16", "-n", "2", "--kind", "choice")


def _over(of: Setup, *given: tuple[str, ...] | None) -> Game:
    """Play a game through; None answers rightly."""
    game, _ = engine.begin(of, deck("lead/actor", "channel/name", "abroad/netflix"))
    for answer in given:
        game, _ = step(game, moves.Answer(0, game.question.solution if answer is None else answer))
        game, _ = step(game, moves.Next(0))
    assert game.over
    return game


def test_stars_count_against_the_whole_game() -> None:
    """Stars are earned on all questions that were to be asked: a climb broken off early earns few."""
    assert finishing.after(_over(setup(length=3), None, None, None), (), None, again=True) == After((), 3, 0, True)
    assert finishing.after(_over(setup(length=3), None, None, ("b",)), (), None, again=False).stars == 1
    fallen = _over(setup(rules=Rules(lives=1), length=12), None, None, ("b",))
    assert finishing.after(fallen, (), None, again=False).stars == 0


def test_practice_asks_exactly_what_was_missed() -> None:
    """Every miss and no other question is asked again, without clock or hearts, unranked and on no day."""
    game = _over(setup(rules=Rules(ask_ms=20_000), day="2026-11-22", code="QT1-X"), (), None, ("b",))
    with closing(open_memory()) as store:
        drawn = finishing.practice(game, SHELF, store)
    assert drawn is not None
    again, questions = drawn
    assert [question.item.id for question in questions] == ["lead/actor", "abroad/netflix"]
    assert (again.mode, again.practice, again.length, again.day, again.code) == ("review", True, 2, "", "")
    assert again.due == ("lead", "abroad")
    assert (again.rules.ask_ms, again.rules.lives) == (None, None)
    assert not engine.begin(again, questions)[0].ranked


def test_no_practice() -> None:
    """Nothing is practised after a perfect game or a party, nor what was flagged or has left the pack."""
    with closing(open_memory()) as store:
        assert finishing.practice(_over(setup(), None, None, None), SHELF, store) is None
        game = _over(setup(), (), None, None)
        assert finishing.practice(game, cast("Playable", Shelf([])), store) is None
        journal = Journal(store, new_id())
        journal.begin(game.setup, game.deck, "2026-11-22T12:00:00+09:00")
        first, _ = engine.begin(game.setup, game.deck)
        for command in (moves.Answer(0, ()), moves.Flag(0, "odd")):
            first, events = step(first, command)
            journal.append(command, events)
        assert finishing.practice(game, SHELF, store) is None


def test_practice_until_nothing_is_missed(quiz: Quiz, tmp_path: Path) -> None:
    """On a simple terminal practice is asked for by a word; what is still missed is offered again, then the rest."""
    keys = [one["solution"] for one in drawn_deck(quiz, tmp_path, *SHORT)]
    with Player(tmp_path, *SHORT, "--plain") as player:
        player.until("Question 1 of 2")
        player.type(f"{keys[0]}\n")
        player.until("Question 2 of 2")
        player.type("s\n")
        player.until("Before the end")
        player.type("\n")
        player.until("p: practise this one; an empty line ends.")
        player.type("p\n")
        player.until("review, 1 question", "Question 1 of 1")
        player.type("s\n")
        player.until("Points: 0.")
        player.type("\n")
        player.until("0 points, best streak 0, not ranked.", "Missed: only the last one.")
        player.type("\n")
        assert player.ended() == 0


def test_practice_is_kept_and_resumed(quiz: Quiz, tmp_path: Path) -> None:
    """Practice that is left goes on later; until then nobody's statistics have changed."""
    before = run("stats", "--json").json["answers"]
    with Player(tmp_path, *SHORT) as player:
        for number in (1, 2):
            player.until(f"Question {number} of 2", " pass ")
            player.press("s", "Enter next" if number == 1 else "Enter result")
            player.press(ENTER, "Question 2 of 2" if number == 1 else "Enter done p practise these 2")
        player.press("p", "Question 1 of 2 · ")
        player.until("review · 2 questions")
        player.press("q", "The game is kept")
        assert player.ended() == 0
    after = run("stats", "--json", "--player", "player").json["answers"]
    assert after["asked"] == before["asked"] + 2
    game = run("resume", "--json", "--answers", answers_file(tmp_path, "s", "s")).json
    assert (game["mode"], game["asked"], game["ranked"]) == ("review", 2, False)
    assert run("stats", "--json", "--player", "player").json["answers"] == after


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_leaving_the_end(ready: Path, tmp_path: Path, key: str) -> None:
    """Ctrl-C and Ctrl-D leave the end with 130, and nobody is told of a game to resume: it is over."""
    with Player(tmp_path, "play", "--seed", "7", "-n", "1", "--kind", "choice") as player:
        player.until("Question 1 of 1", " pass ")
        player.press("s", "Enter result")
        player.press(ENTER, "Enter done")
        player.type(key)
        assert player.ended() == 130
        assert "kept" not in player.text
    assert run("resume").code == 1


@pytest.mark.parametrize(
    ("key", "code", "told"),
    [("q", 0, "0 of 1 right. ☆☆☆ 0 points"), (CTRL_C, 130, "The game is finished, and its result is kept.")],
)
def test_leaving_the_last_verdict(tmp_path: Path, key: str, code: int, told: str) -> None:
    """A game that is left where no question is left does not wait to be taken up; it is on its board."""
    with Player(tmp_path, "play", "--seed", "7", "-n", "1", "--kind", "choice") as player:
        player.until("Question 1 of 1", " pass ")
        player.press("s", "Enter result")
        player.type(key)
        assert player.ended() == code
        assert told in player.text
        assert "Enter done" not in player.text
    assert run("resume").code == 1
    assert len(run("scores", "--json").json_lines["games"]) == 1


def test_another_game(ready: Path, tmp_path: Path) -> None:
    """One key begins another game with the same choices, drawn anew; a seeded game is not offered again."""
    assert run("settings", "set", "player", "Ann").code == 0
    assert run("settings", "set", "up-to", "16").code == 0
    with Player(tmp_path, "play", "-n", "1", "--kind", "choice") as player:
        player.until("Ann · classic · 1 question", " pass ")
        player.press("s", "Enter result")
        player.press(ENTER, "n another game")
        player.type("n")
        player.until(" pass ")
        player.press("q", "The game is kept")
        assert player.ended() == 0
    assert run("resume", "--discard").code == 0
    with Player(tmp_path, "play", "--seed", "7", "-n", "1", "--kind", "choice") as player:
        player.until("Question 1 of 1", " pass ")
        player.press("s", "Enter result")
        player.press(ENTER, "Enter done")
        assert "another game" not in player.text
        player.type("q")
        assert player.ended() == 0


def test_nothing_is_asked_in_a_pipe(quiz: Quiz, tmp_path: Path) -> None:
    """A program that plays through a pipe, or with answers, is offered nothing; one line too many is a warning."""
    piped = quiz(*SHORT, typed="s\ns\np\n")
    assert piped.code == 0
    scripted = quiz(*SHORT, "--answers", answers_file(tmp_path, "s", "s", "p"))
    assert (scripted.code, scripted.err.count("1 line(s) were left over")) == (0, 1)
    for result in (piped, scripted):
        assert "What was missed" not in result.out
        assert "Missed:" in result.out
        assert "practise" not in result.out


def test_a_game_without_an_answer_does_not_count(quiz: Quiz, tmp_path: Path) -> None:
    """A ladder left at its first step says so, takes no place, and is in no list."""
    walked = quiz(*SEEDED, "--mode", "ladder", "--answers", answers_file(tmp_path, "w"))
    assert walked.out.splitlines()[-1] == "Nothing was answered: this game does not count."
    assert quiz("scores", "--json").json_lines["games"] == []
    assert quiz("resume").code == 1
