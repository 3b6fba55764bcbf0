"""Verdicts in windows of all sizes: what is right can be read, and what was read is not said again."""

from __future__ import annotations

import pytest
from samples import setup
from shapes import ITEMS
from terminal_game import ASKS, end, lines, press, shows, start
from test_small_windows import Window, take_up

from qot_quiz.core import kinds, moves
from qot_quiz.core.game import begin
from qot_quiz.core.steps import step
from qot_quiz.ui import answering

SHAPES = "tests.ui.shapes"


def named(id: str) -> str:
    """Write what is right, as a verdict names it."""
    (item,) = [one for one in ITEMS if one.id == id]
    game, _ = begin(setup(), (kinds.deal(item, 7, 0),))
    _, (record, *_) = step(game, moves.Answer(0, ()))
    return answering.clause(record)  # type: ignore[arg-type]


@pytest.mark.parametrize(("id", "keys"), [("family/actors", "24\r"), ("story/order", "1234\r")])
@pytest.mark.parametrize("rows", [12, 30])
def test_what_is_right_is_seen(id: str, keys: str, rows: int) -> None:
    """The verdict names what is right where the options with their signs do not fit, and only there."""
    with start(id, columns=40, rows=rows, pack=SHAPES) as job:
        window = Window(job, 40, rows)
        press(job, keys)
        window.until("Enter result")
        take_up(job, 0.1)
        shown = " ".join(" ".join(window.lines()).split())
        assert (named(id) in shown) == (rows < 30)
        end(job, "\r")


def test_a_verdict_is_drawn_anew_whole() -> None:
    """After a change of the window's size heading, question, options and verdict stand there, each once."""
    with start("channel/name", "lead/actor") as job:
        press(job, "s")
        window = Window(job, 100, 30)
        window.until("Enter next")
        since = len(job.output)
        job.resize(110, 31)
        job.until("leave", since)
        take_up(job, 0.2)
        for text in ("Question 1 of 2 · easy", "Which channel", "– Passed · the answer: tvN", "Source:", "Enter next"):
            assert sum(text in line for line in window.all()) == 1
        assert end(job, "q")[0] == "Answer"


def test_by_the_players_word() -> None:
    """What is said of a regraded answer does not tell the reasons a second time."""
    with start("heroine/actress", "channel/name") as job:
        press(job, "nobody\r")
        shows(job, "I was right")
        press(job, "u")
        drawn = shows(job, "by your word")
        assert sum(line.startswith("Source:") for line in drawn) == 1
        since = len(job.output)
        job.resize(101, 30)
        job.until("Source:", since)
        shows(job, "by your word", "Source:", "Enter next")
        end(job, "q")


def test_a_flag_once() -> None:
    """A flagged question is not offered to be flagged again; the next one is."""
    with start("channel/name", "lead/actor") as job:
        press(job, "s")
        job.type(b"!")
        shows(job, "What is wrong with it?", "Enter flag it  Esc never mind")
        press(job, "odd\r")
        assert shows(job, 'Flagged: "odd"; kept with your games.', "Enter next")[-1] == "Enter next  q leave"
        press(job, "\r")
        press(job, "s")
        assert shows(job, "Enter result")[-1] == "Enter result  ! flag this question  q leave"
        end(job, "\r")


def test_a_typed_question_has_its_keys_once() -> None:
    """The keys stand below the line that is typed, once, and so does why a line means nothing, try after try."""
    with start("rating/finale", pack=SHAPES) as job:
        for typed, said in (("", "Type an answer"), ("lots", "That is no number"), ("lots", "That is no number")):
            job.type(typed.encode() + b"\r")
            take_up(job, 0.2)
            drawn = shows(job, said)
            assert [line[:1] for line in drawn[-3:]] == ["›", "E", "T"]
            assert sum("Enter answer" in line for line in drawn) == 1
        press(job, "24\r")
        drawn = shows(job, "Enter result")
        assert "› 24" in drawn
        assert not any("Enter answer" in line or "lots" in line for line in drawn)
        end(job, "\r")


@pytest.mark.parametrize("id", ["channel/name", "heroine/actress"])
def test_a_window_too_small(id: str) -> None:
    """In a window too small for the game no key answers, until it has grown; then the question stands there."""
    with start(id, "lead/actor", columns=20, rows=6) as job:
        window = Window(job, 20, 6)
        window.until("needs 30 by 8")
        job.type(b"1\r?")
        take_up(job, 0.2)
        assert "Hint" not in " ".join(window.lines())
        since = len(job.output)
        job.resize(100, 30)
        job.until("leave", since)
        shows(job, "Question 1 of 2 · easy")
        assert not any("too small" in line for line in lines(job))
        assert end(job, "\x1b") == ["Leave"]
    with start(id, columns=20, rows=6) as job:
        Window(job, 20, 6).until("needs 30 by 8")
        assert end(job, "q") == ["Leave"]


def test_time_runs_out_in_a_window_too_small() -> None:
    """A clock goes on where nothing can be seen, and its verdict stands there as soon as the window has grown."""
    with start("channel/name", columns=20, rows=6, rules="Rules(ask_ms=300)", clock="monotonic_ns() // 10**6") as job:
        job.until(ASKS.decode(), job.output.index(ASKS) + 1)
        since = len(job.output)
        job.resize(100, 30)
        job.until("Enter", since)
        shows(job, "Question 1 of 1 · easy", "✘ Too late · the answer: tvN", "Enter result")
        end(job, "q")


def test_a_typed_question_is_drawn_anew_once() -> None:
    """A change of the window's size keeps what is typed, and leaves no second copy of the question behind."""
    with start("heroine/actress", "lead/actor") as job:
        job.type(b"half")
        shows(job, "› half", "Esc clear")
        for columns in (101, 102):
            since = len(job.output)
            job.resize(columns, 30)
            job.until("half", since)
            take_up(job, 0.2)
            drawn = shows(job, "› half", "Esc clear")
            assert sum("Who plays Hong Hae-in?" in line for line in drawn) == 1
            assert sum("Enter answer" in line for line in drawn) == 1
        press(job, "\r")
        drawn = shows(job, '✘ Wrong: "half"')
        assert next(line for line in drawn if "half" in line) == "› half"
        assert end(job, "q")[0] == "Answer half"
