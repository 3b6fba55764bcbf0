"""Clocks, walking away and several players on the terminal, driven by real key bytes."""

from __future__ import annotations

import os
import time

import pyte
import pytest
from terminal_game import RUNNING, end, lines, press, shows, start

SHAPES = "tests.ui.shapes"
WALKING = "Rules(lives=1, fifty=1, hints=True, safe=(1,), walk=True)"
PARTY = "players=('Ann', 'Ben'), length=1"


@pytest.mark.parametrize("id", ["family/actors", "story/order", "rating/finale", "first/day"])
def test_time_runs_out(id: str) -> None:
    """In every shape the time runs out by itself, and the answer waits for a key."""
    with start(id, rules="Rules(ask_ms=900)", pack=SHAPES, clock=RUNNING) as job:
        job.type(b"1")
        shows(job, "✘ Too late", "Enter result")
        time.sleep(0.8)
        assert end(job, "\r") == ["TimeUp", "Next"]


@pytest.mark.parametrize("keys", ["Kim Ji", "Kim Ji-won\r\r\r"])
def test_keys_about_the_end(keys: str) -> None:
    """What is typed blindly about the end of the time neither leaves the verdict nor answers the next question."""
    with start("heroine/actress", "abroad/netflix", rules="Rules(ask_ms=900)", clock=RUNNING) as job:
        job.type(b"Kim")
        job.until("Too late")
        job.type(keys.encode())
        time.sleep(1)
        assert not any("Question 2" in line for line in lines(job))
        press(job, "\r")
        shows(job, "Question 2")
        assert end(job, "q") == ["TimeUp", "Next", "Leave"]


def test_a_clock_draws_one_line() -> None:
    """A second that passes draws the line of the clock anew, in its place, and nothing else."""
    with start("channel/name", rules="Rules(ask_ms=60_000)", clock=RUNNING) as job:
        shows(job, "59 seconds left")
        since = len(job.output)
        shows(job, "57 seconds left")
        drawn = job.output[since:]
        assert drawn.count(b"seconds left") == drawn.count(b"\x1b8") == 2
        assert b"Which channel" not in drawn
        assert b"\x1b[J" not in drawn
        assert [line for line in lines(job) if "left" in line] == ["[===================.] 57 seconds left"]
        assert end(job, "q") == ["Leave"]


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="asks Linux how often a process was woken")
@pytest.mark.parametrize("id", ["channel/name", "heroine/actress"])
def test_a_clock_wakes_seldom(id: str) -> None:
    """A clock that is drawn wakes an idle game twice a second at most, above options and above a typed line."""
    with start(id, rules="Rules(ask_ms=60_000)", clock=RUNNING) as job:
        shows(job, "58 seconds left")
        woken, began = _woken(job.pid), time.monotonic()
        shows(job, "55 seconds left")
        assert 0 < _woken(job.pid) - woken <= 2 * (time.monotonic() - began) + 1
        assert end(job, "\x1b") == ["Leave"]


def _woken(pid: int) -> int:
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt"))


def test_a_clock_above_a_typed_line() -> None:
    """What is typed stays as it is below the clock, also on a second line."""
    with start("heroine/actress", rules="Rules(ask_ms=60_000)", clock=RUNNING, columns=30) as job:
        job.type(b"a name that takes more than the one line")
        job.until("58 seconds")
        narrow = pyte.Screen(30, 30)
        pyte.ByteStream(narrow).feed(job.output)
        drawn = [line.rstrip() for line in narrow.display if line.strip()]
        typed = next(at for at, line in enumerate(drawn) if "›" in line)
        assert (
            "".join(line.strip() for line in drawn[typed : typed + 2]) == "› a name that takes more than the one line"
        )
        assert sum("58 seconds left" in line for line in drawn) == 1
        press(job, "\r")
        assert end(job, "\r") == ["Answer a name that takes more than the one line", "Next"]


def test_walking_away() -> None:
    """`w` ends the game from an open question and from a verdict, and the line of keys says with what."""
    with start("abroad/netflix", "channel/name", rules=WALKING) as job:
        press(job, "1")
        shows(job, "w walk away with 100")
        press(job, "\r")
        shows(job, "Step 2 of 2 · safe at 1", "w walk away with 100")
        assert end(job, "w") == ["Answer a", "Next", "Walk"]
        assert "You walk away with 100 points." in lines(job)
    with start("abroad/netflix", "channel/name", rules=WALKING) as job:
        press(job, "1")
        assert end(job, "w") == ["Answer a", "Walk"]


def test_walking_away_from_a_typed_question() -> None:
    """Where a text is typed, a name may begin with that letter: `w` walks away with Enter only, as `q` leaves."""
    with start("heroine/actress", "channel/name", rules=WALKING) as job:
        job.type(b"w")
        shows(job, "› w")
        assert end(job, "\r") == ["Walk"]


def test_nothing_to_walk_away_with() -> None:
    """Elsewhere the key is not named and means nothing, before and after a verdict."""
    with start("abroad/netflix", "channel/name") as job:
        job.type(b"w")
        assert not any("walk away with" in line for line in shows(job, "That key does nothing here: "))
        press(job, "1")
        press(job, "w\r")
        assert end(job, "q") == ["Answer a", "Next", "Leave"]


def test_one_life_is_no_heart() -> None:
    """A game that one miss ends draws no heart."""
    with start("abroad/netflix", "channel/name", rules=WALKING) as job:
        press(job, "1")
        assert not any("♥" in line or "heart" in line for line in shows(job, "Enter next"))
        end(job, "q")


def test_hand_over() -> None:
    """Only Enter or the space bar shows the question to whoever is called; typed-ahead keys do not."""
    with start("abroad/netflix", "channel/name", rules="Rules()", more=PARTY) as job:
        job.type(b"1x?n2\t")
        time.sleep(0.3)
        assert not any("Netflix" in line for line in shows(job, "Ann, your turn."))
        press(job, "\r1\r")
        shows(job, "Ann · Question 1", "1-2 answer")
        press(job, "1")
        press(job, "\r\r\r")
        assert not any("Netflix" in line or "True" in line for line in shows(job, "Ben, your turn."))
        press(job, " ")
        shows(job, "Ben · Question 2")
        assert end(job, "q") == ["Ready", "Answer a", "Next", "Ready", "Leave"]


def test_what_the_other_saw_does_not_scroll_back() -> None:
    """After a hand-over the other player's question and verdict stand neither in the window nor above it."""
    ids = ("abroad/netflix", "channel/name", "lead/actor", "script/writer")
    with start(*ids, rules="Rules()", more="players=('Ann', 'Ben'), length=2") as job:
        for keys in ("\r", "1", "\r", "\r", "s"):
            press(job, keys)
        press(job, "\r")
        shows(job, "Ann, your turn.")
        screen = pyte.HistoryScreen(100, 30, history=1000)
        pyte.ByteStream(screen).feed(job.output)
        above = ["".join(row[at].data for at in range(100)) for row in screen.history.top]
        assert not any("Which channel" in line for line in [*above, *screen.display])
        assert end(job, "q")[-2:] == ["Next", "Leave"]


@pytest.mark.parametrize("keys", ["q", "\x1b"])
def test_leaving_a_hand_over(keys: str) -> None:
    """A game can be left while nobody sits at the keyboard."""
    with start("abroad/netflix", "channel/name", rules="Rules()", more=PARTY) as job:
        assert end(job, keys) == ["Leave"]


def test_resized_hand_over() -> None:
    """After a change of the window the call stands there again, and no question."""
    with start("abroad/netflix", "channel/name", rules="Rules()", more=PARTY) as job:
        since = len(job.output)
        job.resize(60, 20)
        job.until("Ann, your turn.", since)
        assert b"Netflix" not in job.output
        assert end(job, "q") == ["Leave"]
