"""The end of a game on a terminal, with real key bytes on a pseudo-terminal."""

from __future__ import annotations

import os
import re
import signal

import pyte
import pytest
from pty_job import Job
from samples import golden
from terminal_game import end, lines, press, shows, start

from qot_quiz.ui.finale import FRAMES

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")
OFFERS = "After(notes=('Place 3 of 12.', '★ A new personal best.'), stars=2, practice=2, again=True)"
THREE = ("abroad/netflix", "channel/name", "lead/actor")


def _over(*ids: str, answers: str = "1ss", after: str = OFFERS, columns: int = 100, rows: int = 30) -> Job:
    """Play a game of these questions, a key for each, up to its end."""
    job = start(*ids, after=after, columns=columns, rows=rows)
    for number, key in enumerate(answers, start=1):
        press(job, key)
        if number < len(answers):
            press(job, "\r")
    job.type(b"\r")
    return job


def _frames(job: Job) -> list[int]:
    """Give the points of every drawing of them, in their order."""
    return [int(found) for found in re.findall(r"[★☆]  (?:\x1b\[[0-9;]*m)*(\d+) points", job.output.decode())]


@pytest.mark.parametrize(
    ("key", "wish"), [("\r", ""), ("q", ""), ("\x1b", ""), ("p", "practice"), ("n", "again"), ("xz1n", "again")]
)
def test_one_key(key: str, wish: str) -> None:
    """One key leaves, practises or begins another game; keys that mean nothing do nothing."""
    with _over(*THREE) as job:
        shows(job, "Enter done  p practise these 2  n another game")
        assert end(job, key)[-1] == (f"Wish {wish}" if wish else "Next")
        assert not any("Enter done" in line for line in lines(job))


@pytest.mark.parametrize("keys", ["p", "n", "m"])
def test_what_is_not_offered_does_nothing(keys: str) -> None:
    """A key whose line is not there is deaf."""
    after = "After(again=True)" if keys != "n" else "After(practice=2)"
    with _over(*THREE, after=after) as job:
        shows(job, "Enter done")
        assert end(job, keys + "\r")[-1] == "Next"


def test_nothing_is_asked_where_nothing_is_offered() -> None:
    """A game after which nothing makes sense ends by itself."""
    with _over(*THREE, after="After()") as job:
        assert end(job)[-1] == "Next"
        assert "1 of 3 right." in lines(job)


def test_points_are_counted_up() -> None:
    """Left alone, the points rise from nothing to what was earned, in their place; then nothing moves any more."""
    with _over(*THREE) as job:
        shows(job, "★★☆  100 points", "Enter done")
        while len(_frames(job)) < FRAMES + 2:
            job.until(" points", len(job.output))
        drawn = _frames(job)
        assert drawn[0] == drawn[-1] == 100
        assert drawn[1:] == sorted(drawn[1:])
        assert drawn[1] == 0
        assert sum("points" in line and "★" in line for line in lines(job)) == 1
        end(job, "\r")


def test_no_key_waits_for_the_counting() -> None:
    """A key pressed while points are counted up does its work at once, and the whole sum is left behind."""
    with _over(*THREE) as job:
        job.until("another game")
        assert end(job, "p")[-1] == "Wish practice"
        assert len(_frames(job)) < FRAMES + 2
        assert "★★☆  100 points" in lines(job)


def test_interrupted() -> None:
    """Ctrl-C leaves the whole sum on the screen, and the terminal as it was found."""
    with _over(*THREE) as job:
        job.until("another game")
        end(job, "\x03", 130)
        assert "★★☆  100 points" in lines(job)


def test_an_enter_too_many() -> None:
    """What was pressed before the end is seen does not leave it."""
    with start(*THREE[:1], after=OFFERS) as job:
        press(job, "2")
        job.type(b"\r\r\r")
        shows(job, "Enter done")
        job.type(b"p")
        assert end(job)[-1] in ("Wish practice", "Next")


def test_without_colour_nothing_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no colour is wanted the points stand there at once."""
    monkeypatch.setenv("NO_COLOR", "1")
    with _over(*THREE) as job:
        shows(job, "★★☆  100 points", "Enter done")
        assert end(job, "n")[-1] == "Wish again"
        assert _frames(job) == [100]


@pytest.mark.parametrize("pause", [False, True])
def test_drawn_anew(pause: bool) -> None:
    """After a change of the window's size, or a pause, the end is drawn again and takes a key."""
    with _over(*THREE) as job:
        shows(job, "Enter done")
        while len(_frames(job)) < FRAMES + 2:
            job.until(" points", len(job.output))
        since = len(job.output)
        if pause:
            job.type(b"\x1a")
            assert job.stopped() == signal.SIGTSTP
            job.signal(signal.SIGCONT)
        else:
            job.resize(60, 30)
        job.until("1 of 3 right.", since)
        job.until("Enter", job.output.index(b"1 of 3 right.", since))
        assert end(job, "p")[-1] == "Wish practice"


@pytest.mark.parametrize(("columns", "rows"), [(100, 26), (120, 30), (60, 30)])
def test_resized_while_points_are_counted(columns: int, rows: int) -> None:
    """A change of the window's size leaves no half-counted sum behind, not even above what is drawn anew."""
    with _over(*THREE) as job:
        job.until("another game")
        while len(_frames(job)) < 4:
            job.until(" points", len(job.output))
        before = len(job.output)
        job.resize(columns, rows)
        job.until("another game", before)
        screen = pyte.HistoryScreen(100, 30, history=500)
        stream = pyte.ByteStream(screen)
        stream.feed(bytes(job.output[:before]))
        screen.resize(rows, columns)
        stream.feed(bytes(job.output[before:]))
        shown = [*("".join(row[at].data for at in range(columns)) for row in screen.history.top), *screen.display]
        assert [line.strip() for line in shown if "points" in line and "★" in line] == ["★★☆  100 points"]
        assert sum("What was missed:" in line for line in shown) == 1
        assert end(job, "p")[-1] == "Wish practice"


def test_paused_while_points_are_counted() -> None:
    """A pause leaves the whole sum behind, and the cursor below all that was drawn; going on draws the end anew."""
    with _over(*THREE) as job:
        job.until("another game")
        while len(_frames(job)) < 4:
            job.until(" points", len(job.output))
        job.type(b"\x1a")
        assert job.stopped() == signal.SIGTSTP
        job.signal(signal.SIGCONT)
        job.until("another game", len(job.output))
        drawn = lines(job, rows=60)
        assert [line for line in drawn if "points" in line and "★" in line] == 2 * ["★★☆  100 points"]
        assert sum("What was missed:" in line for line in drawn) == 2
        assert end(job, "p")[-1] == "Wish practice"


@pytest.mark.parametrize(("rows", "listed"), [(18, 3), (17, 2), (12, 0), (10, 0)])
def test_a_long_list(rows: int, listed: int) -> None:
    """A list longer than the window is cut with a word, or left out below the result; one key shows the whole of it."""
    ids = ("abroad/netflix", "channel/name", "lead/actor", "length/episodes", "script/writer", "start/date")
    with _over(*ids, answers="s" * 6, rows=rows) as job:
        shows(job, "m all 6 that were missed")
        drawn = lines(job, rows=rows)
        assert "0 of 6 right." in drawn
        assert sum(line[:1].isdecimal() and line[1:3] == ". " for line in drawn) == listed
        assert (f"and {6 - listed} more" in drawn) is (listed > 0)
        job.type(b"m")
        drawn = shows(job, "6. When was the first episode broadcast?", "Enter done")
        assert not any("m all" in line for line in drawn[-2:])
        assert end(job, "p")[-1] == "Wish practice"


@pytest.mark.parametrize("columns", [120, 80, 40])
def test_screens(columns: int) -> None:
    """The end of a game, with a streak of five before it, is that of its file (QOT_QUIZ_REWRITE_GOLDEN=1 writes it)."""
    ids = ("abroad/netflix", "channel/name", "lead/actor", "length/episodes", "script/writer", "start/date")
    with start(*ids, after=OFFERS.replace("practice=2", "practice=1"), columns=columns, rows=60) as job:
        for place in _right(*ids[:5]):
            press(job, place)
            press(job, "\r")
        press(job, "s")
        job.type(b"\r")
        shows(job, "Enter done")
        while len(_frames(job)) < FRAMES + 2:
            job.until(" points", len(job.output))
        drawn = lines(job, columns, 60)
        end(job, "\r")
    first = max(at for at, line in enumerate(drawn) if line.startswith("Question 5"))
    now = "\n".join(drawn[first:]) + "\n"
    assert "✦ Five in a row!" in now
    assert max(map(len, drawn)) <= columns - 4
    assert now == golden(os.path.join(FOLDER, f"end-{columns}.txt"), now)


def _right(*ids: str) -> list[str]:
    """Give the keys of the right options."""
    from samples import deck

    return [str(1 + [option.key for option in question.options].index(question.solution[0])) for question in deck(*ids)]


def test_the_result_comes_last_where_nobody_waits() -> None:
    """Where no key is asked for, the points stand below what was missed, and stay in sight."""
    with _over(*THREE, after="After(stars=2)") as job:
        assert end(job)[-1] == "Next"
        drawn = lines(job)
        assert drawn.index("★★☆  100 points") > drawn.index("What was missed:")
