"""Each key on each screen of a game, with real key bytes on a pseudo-terminal: leaving, pausing, and what answers."""

from __future__ import annotations

import signal
from typing import NamedTuple

import pytest
from pty_job import Job
from samples import deck
from terminal_game import end, press, shows, start

SHAPES = "tests.ui.shapes"
DOWN, UP, LEFT, RIGHT = "\x1b[B", "\x1b[A", "\x1b[D", "\x1b[C"
CTRL_C, CTRL_D, ESCAPE = "\x03", "\x04", "\x1b"
TVN = next(place for place, option in enumerate(deck("channel/name")[0].options) if option.text == "tvN")


class Screen(NamedTuple):
    """A screen of a game.

    Args:
        id: The question.
        shown: A text that stands on it whenever it is drawn.
        before: The commands that lead to it, each a string of keys.
        leaves: The key that leaves it besides Escape.
        pack: The pack of the question.
        more: Further arguments of the setup, as code.
        after: What is told and offered at the end, as code.
    """

    id: str
    shown: str
    before: tuple[str, ...] = ()
    leaves: str = "q"
    pack: str = "tests.samples"
    more: str = ""
    after: str = "After()"

    def open(self) -> Job:
        """Begin a game and come to this screen."""
        ids = [self.id]
        if self.more:
            ids += ["channel/name"]
        job = start(*ids, pack=self.pack, more=self.more, after=self.after)
        for keys in self.before:
            press(job, keys)
        job.until(self.shown)
        return job


CHOICE = Screen("channel/name", "Which channel")
SCREENS = {
    "choice": CHOICE,
    "true-false": Screen("abroad/netflix", "Netflix shows"),
    "typed": Screen("heroine/actress", "Who plays Hong", leaves="q\r"),
    "second try": Screen("heroine/actress", "Once more", before=("Kim\r",), leaves="q\r"),
    "multi": Screen("family/actors", "Which of these", pack=SHAPES),
    "ordering": Screen("story/order", "In which order", pack=SHAPES),
    "number": Screen("rating/finale", "What percentage", leaves="q\r", pack=SHAPES),
    "date": Screen("first/day", "On which date", leaves="q\r", pack=SHAPES),
    "helped": Screen("brother/actor", "Hint: the topic", before=("?",)),
    "verdict": Screen("channel/name", "the answer: tvN", before=("s",), more="length=2"),
    "typed verdict": Screen("heroine/actress", "the answer: Kim", before=("nobody\r",), more="length=2"),
    "hand-over": Screen("abroad/netflix", "your turn", more="players=('Ann', 'Ben'), length=1"),
}
JUDGED = SCREENS["verdict"]._replace(more="")
REASON = "What is wrong with it?"


def flagging() -> Job:
    """Come to the line in which a player says what is wrong with a question."""
    job = JUDGED.open()
    job.type(b"!")
    job.until(REASON)
    return job


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("name", SCREENS)
def test_interrupted(name: str, key: str) -> None:
    """Ctrl-C and Ctrl-D leave at once with 130, and the terminal is as it was found."""
    with SCREENS[name].open() as job:
        end(job, key, 130)


@pytest.mark.parametrize("name", SCREENS)
def test_escape_leaves(name: str) -> None:
    """Escape leaves the game."""
    with SCREENS[name].open() as job:
        assert end(job, ESCAPE)[-1] == "Leave"


@pytest.mark.parametrize("name", SCREENS)
def test_paused_and_left(name: str) -> None:
    """Ctrl-Z stops with the terminal as it was found; going on draws the screen again, and its key leaves."""
    screen = SCREENS[name]
    with screen.open() as job:
        _pause(job, screen.shown)
        assert end(job, screen.leaves)[-1] == "Leave"


def _pause(job: Job, shown: str) -> None:
    job.type(b"\x1a")
    assert job.stopped() == signal.SIGTSTP
    assert job.left_as_found()
    since = len(job.output)
    job.signal(signal.SIGCONT)
    job.until(shown, since)


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_interrupted_at_the_end(key: str) -> None:
    """Ctrl-C and Ctrl-D leave the end of a game and a flag's line with 130, too."""
    with JUDGED._replace(after="After(practice=1, again=True)").open() as job:
        job.type(b"\r")
        shows(job, "0 of 1 right.", "Enter done")
        end(job, key, 130)
    with flagging() as job:
        end(job, "odd" + key, 130)


def test_a_flag_is_thought_better_of() -> None:
    """Escape takes a flag's line away, typed text first; a pause and a resize keep the verdict above it."""
    with flagging() as job:
        _pause(job, "the answer: tvN")
        job.until(REASON, job.output.rindex(b"the answer: tvN"))
        since = len(job.output)
        job.resize(60, 20)
        job.until("the answer: tvN", since)
        job.until(REASON, since)
        job.type(ESCAPE.encode())
        drawn = shows(job, "Enter result")
        verdict = max(at for at, line in enumerate(drawn) if "the answer: tvN" in line)
        assert not any(REASON in line for line in drawn[verdict:])
        assert end(job, "\r") == ["Answer", "Next"]


@pytest.mark.parametrize("key", ["\r", " ", "n"])
def test_next(key: str) -> None:
    """Enter, the space bar and `n` go on after a verdict."""
    with start("channel/name", "abroad/netflix") as job:
        press(job, "s")
        press(job, key)
        shows(job, "Question 2")
        assert end(job, "q") == ["Answer", "Next", "Leave"]


@pytest.mark.parametrize("key", ["x", "1", "\t", UP, "s", "f", "?", "w", "u"])
def test_keys_that_mean_nothing_after_a_verdict(key: str) -> None:
    """Keys of a question answer nothing once it is judged."""
    with start("channel/name", "abroad/netflix") as job:
        press(job, "s")
        job.type(key.encode())
        made = end(job, "q")
        assert [made[0], made[-1]] == ["Answer", "Leave"]
        assert "Next" not in made


@pytest.mark.parametrize("key", ["ABCD"[TVN], "abcd"[TVN], str(TVN + 1)])
def test_one_key_answers(key: str) -> None:
    """A number or letter, small or large, answers at once where one is picked."""
    with CHOICE.open() as job:
        press(job, key)
        assert end(job, "\r") == [f"Answer {'abcd'[TVN]}", "Next"]


@pytest.mark.parametrize("keys", ["dabc\r", "DABC\r", "4123\r"])
def test_an_order(keys: str) -> None:
    """An order is typed by letters or numbers."""
    with SCREENS["ordering"].open() as job:
        press(job, keys)
        assert end(job, "\r") == ["Answer d a b c", "Next"]


def test_an_order_is_moved() -> None:
    """The arrows to the sides move the option under the cursor earlier or later; one not placed yet comes next."""
    with SCREENS["ordering"].open() as job:
        shows(job, "move it")
        job.type((DOWN + RIGHT + DOWN + RIGHT + DOWN + LEFT + DOWN + LEFT).encode())
        shows(job, "› 4 [4th]")
        job.type((LEFT * 3).encode())
        shows(job, "› 4 [1st]")
        press(job, "\r")
        shows(job, "✔ Right")
        assert end(job, "\r") == ["Answer d a b c", "Next"]


@pytest.mark.parametrize(("name", "key"), [("multi", "s"), ("ordering", "s"), ("number", "s\r"), ("date", "s\r")])
def test_pass(name: str, key: str) -> None:
    """`s` passes in every shape, with Enter where one types."""
    with SCREENS[name].open() as job:
        press(job, key)
        shows(job, "– Passed")
        assert end(job, "\r") == ["Answer", "Next"]


@pytest.mark.parametrize("name", ["multi", "ordering", "number", "date", "typed"])
def test_hint(name: str) -> None:
    """`?` gives a hint in every shape at once, also on an empty line; a resize and a pause keep it."""
    screen = SCREENS[name]
    with screen.open() as job:
        press(job, "?")
        shows(job, "Hint:")
        _pause(job, screen.shown)
        job.until("Hint:", job.output.rindex(screen.shown.encode()))
        assert end(job, screen.leaves) == ["Lifeline hint", "Leave"]


def test_a_second_try_is_still_asked_for() -> None:
    """After a pause the screen still says that a close answer may be given once more."""
    with SCREENS["second try"].open() as job:
        _pause(job, "Who plays Hong")
        job.until("Once more", job.output.rindex(b"Who plays Hong"))
        assert end(job, "q\r")[-1] == "Leave"
