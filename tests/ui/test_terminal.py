"""The terminal screen, driven by real key bytes on a real pseudo-terminal and read as a person would see it."""

from __future__ import annotations

import os
import select
import signal
import time

import pyte
import pytest
from pty_job import Job
from samples import deck

PROGRAM = """
import os
from rich.console import Console
from qot_quiz.core.game import begin
from qot_quiz.core.setup import Rules
from qot_quiz.play import play
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.leaving import Leaving
from qot_quiz.ui.terminal import Terminal
from qot_quiz.ui.theme import THEME
from tests.samples import TOPICS, deck, setup

commands = []

class Marked(Terminal):
    def ask(self, game, clock):
        os.write(1, b"\\x1b]2;asks\\x07")
        return super().ask(game, clock)

class Book:
    def append(self, command, events):
        words = [str(part) for part in getattr(command, "given", ())]
        words += [getattr(command, name) for name in ("name", "reason") if hasattr(command, name)]
        commands.append(" ".join([type(command).__name__, *words]))

rules = RULES
code = 0
try:
    with Keys() as keys:
        console = Console(theme=THEME, highlight=False, markup=False, emoji=False)
        screen = Marked(console, keys, TOPICS, rules.lives)
        game, events = begin(setup(rules=rules), deck(*IDS))
        play(game, events, screen, Book(), lambda: 0)
except Leaving as leaving:
    code = leaving.exit_code
os.write(1, ("DID " + ", ".join(commands) + " END").encode())
os._exit(code)
"""

ASKS = b"\x1b]2;asks\x07"
"""Sets the window's title, unseen, each time the screen is asked for a command: what was typed ahead is thrown away."""


def start(*ids: str, rules: str = "Rules(fifty=1, hints=True)") -> Job:
    """Begin a game on these items and wait until it asks."""
    job = Job(PROGRAM.replace("RULES", rules).replace("IDS", repr(ids)))
    job.until(ASKS.decode())
    return job


def press(job: Job, keys: str) -> None:
    """Press the keys of one command, and wait until the next one is asked for."""
    since = len(job.output)
    job.type(keys.encode())
    job.until(ASKS.decode(), since)


def lines(job: Job, columns: int = 100, rows: int = 30) -> list[str]:
    """Give the lines on the screen that are not empty, without the margin."""
    screen = pyte.Screen(columns, rows)
    pyte.ByteStream(screen).feed(job.output)
    return [line.strip() for line in screen.display if line.strip()]


def shows(job: Job, *texts: str) -> list[str]:
    """Wait until all texts stand on the screen, and give its lines."""
    limit = time.monotonic() + 20
    while not all(any(text in line for line in lines(job)) for text in texts):
        assert time.monotonic() < limit, f"{texts} never came: {lines(job)}"
        if select.select([job.master], [], [], 0.1)[0]:
            job.output += os.read(job.master, 65536)
    return lines(job)


def end(job: Job, keys: str = "", code: int = 0) -> list[str]:
    """Press the last keys, wait for the end of the program and give the commands it made."""
    job.type(keys.encode())
    job.until(" END")
    assert job.ended() == code
    assert job.modes() == job.found
    told = job.output.decode().rpartition("DID ")[2].partition(" END")[0]
    return told.split(", ") if told else []


TVN = next(place for place, option in enumerate(deck("channel/name")[0].options) if option.text == "tvN")
DOWN, UP = "\x1b[B", "\x1b[A"
LETTER, NUMBER = "abcd"[TVN], str(TVN + 1)
PICKS = [NUMBER, LETTER, DOWN * (TVN + 1) + "\r", UP * (4 - TVN) + "\r", DOWN * (TVN + 5) + "\r", "x\rz9" + LETTER]


@pytest.mark.parametrize("keys", PICKS)
def test_pick(keys: str) -> None:
    """A number, a letter, or arrows and Enter pick an option; keys that mean nothing do nothing."""
    with start("channel/name") as job:
        press(job, keys)
        assert shows(job, "Enter result")[-4:] == [
            "✔ Right",
            "Source: Soompi, 9 March 2024",
            "100 points · 100 in all",
            "Enter result  ! flag this question  q leave",
        ]
        assert end(job, "\r") == [f"Answer {LETTER}", "Next"]


def test_first_question() -> None:
    """The question stands there with its number, its options, and the keys that matter."""
    with start("channel/name", "lead/actor") as job:
        texts = [option.text for option in deck("channel/name")[0].options]
        drawn = shows(job, "leave")
        assert drawn[:-2] == [
            "Question 1 of 2 · easy",
            "Which channel broadcast the drama?",
            *[f"{place} {text}" for place, text in enumerate(texts, start=1)],
        ]
        assert " ".join(drawn[-2:]).replace("  ", " ") == (
            "1-4 answer ↑↓ Enter choose f fifty-fifty, half the points ? hint, a quarter less s pass q leave"
        )


def test_wrong_pick() -> None:
    """After a wrong pick both options have their signs, and the right answer stands beside the word."""
    with start("abroad/netflix") as job:
        press(job, "2")
        drawn = shows(job, "✔ 1 True", "✘ 2 False", "✘ Wrong · the answer is True", "Enter result")
        assert not any("1-2 answer" in line for line in drawn)


def test_fifty() -> None:
    """A fifty-fifty marks two options, which neither a number nor the arrows reach any more."""
    with start("channel/name") as job:
        press(job, "f")
        out = [place for place, line in enumerate(shows(job, "(out)", "leave")[2:6]) if line.endswith("(out)")]
        assert len(out) == 2
        assert TVN not in out
        press(job, str(out[0] + 1))
        shows(job, "There is no such option.")
        press(job, "f")
        assert not any("no such option" in line for line in shows(job, "There is no fifty-fifty to use here."))
        free = [place for place in range(4) if place not in out]
        press(job, DOWN * 5 + "\r")
        assert end(job, "\r") == ["Lifeline fifty", f"Answer {'abcd'[free[0]]}", "Next"]


def test_note_goes() -> None:
    """Why a key means nothing stands there until the next key."""
    with start("channel/name") as job:
        press(job, "f")
        press(job, "f")
        shows(job, "There is no fifty-fifty to use here.")
        job.type(DOWN.encode())
        assert not any("no fifty-fifty" in line for line in shows(job, "›"))


def test_hints_and_pass() -> None:
    """Hints stay on the screen as sentences, a struck option is marked, and `s` passes."""
    with start("channel/name") as job:
        press(job, "?")
        shows(job, "Hint: the topic is The broadcast.")
        press(job, "?")
        assert sum(line.endswith("(out)") for line in shows(job, "(out)", "leave")) == 1
        press(job, "?")
        shows(job, "There is no hint left for this question.", "Hint: the topic is The broadcast.")
        press(job, "s")
        shows(job, "– Passed · the answer is tvN")
        assert end(job, "\r") == ["Lifeline hint", "Lifeline hint", "Answer", "Next"]


def test_typed() -> None:
    """A text is typed and edited; a surname draws a second try; "I was right" and a reasoned flag are heard."""
    with start("heroine/actress", "abroad/netflix") as job:
        press(job, "?")
        shows(job, "Hint: ___ __-___")
        press(job, "Kum\x7f\x7fim\r")
        shows(job, "Which Kim? Once more")
        press(job, "Gim Jiwon\r")
        shows(job, '✘ Wrong: "Gim Jiwon" · the answer is Kim Ji-won', "u I was right")
        job.type(b"!")
        shows(job, "What is wrong with it?")
        press(job, "spelling\r")
        shows(job, "Flagged; the reason is kept")
        press(job, "u")
        assert not any("u I was right" in line for line in shows(job, "Right, by your word", "Enter next"))
        press(job, "\r")
        shows(job, "Netflix shows")
        commands = end(job, "q")
        assert commands[:4] == ["Lifeline hint", "Answer Kim", "Answer Gim Jiwon", "Flag spelling"]
        assert commands[4:] == ["Regrade", "Next", "Leave"]


def test_hangul() -> None:
    """A Korean answer is typed as it is."""
    with start("heroine/actress") as job:
        press(job, "김지원\r")
        shows(job, "✔ Right · Kim Ji-won")
        assert end(job, "\r") == ["Answer 김지원", "Next"]


def test_typed_ahead() -> None:
    """Keys pressed before a verdict is read neither skip it nor answer the next question."""
    with start("abroad/netflix", "channel/name", "lead/actor") as job:
        press(job, "1\r1\r1\r")
        shows(job, "✔ Right", "Enter next")
        press(job, "\r")
        shows(job, "Question 2")
        assert end(job, "q") == ["Answer a", "Next", "Leave"]


def test_hearts_and_end() -> None:
    """Hearts are drawn as signs, the last one ends the game, and what was missed is listed."""
    with start("abroad/netflix", "channel/name", "lead/actor", rules="Rules(lives=2)") as job:
        shows(job, "Question 1 of 3 · easy  ♥♥")
        press(job, "2")
        shows(job, "1 heart left")
        press(job, "\r")
        shows(job, "♥♡")
        press(job, "s")
        assert end(job, "\r") == ["Answer b", "Next", "Answer", "Next"]
        drawn = lines(job)
        assert "The last heart is gone after 2 questions." in drawn
        assert "✘–" in drawn
        assert "1. Netflix shows the drama abroad." in drawn


@pytest.mark.parametrize(
    ("id", "keys"),
    [("abroad/netflix", "q"), ("abroad/netflix", "\x1b"), ("heroine/actress", "q\r"), ("heroine/actress", "\x1b")],
)
def test_leave(id: str, keys: str) -> None:
    """`q` and Escape leave a game; where a text is typed, `q` needs its Enter."""
    with start(id) as job:
        shows(job, "leave")
        assert end(job, keys) == ["Leave"]


@pytest.mark.parametrize("answered", ["", "1"])
def test_interrupted(answered: str) -> None:
    """Ctrl-C leaves at once, before and after a verdict, with 130 and the terminal as it was found."""
    with start("abroad/netflix") as job:
        if answered:
            press(job, answered)
        assert end(job, "\x03", 130) == (["Answer a"] if answered else [])


@pytest.mark.parametrize("answered", [False, True])
def test_narrow(answered: bool) -> None:
    """In a window made small the question, or its verdict, is drawn anew and no line of it is wider than the window."""
    with start("lead/actor", "village/name") as job:
        if answered:
            press(job, "1")
        shows(job, "leave")
        since = len(job.output)
        job.resize(40, 12)
        job.until("Who plays", since)
        anew = job.output.index(b"Who plays", since)
        job.until("leave", anew)
        screen = pyte.Screen(200, 40)
        pyte.ByteStream(screen).feed(job.output[anew:])
        drawn = [line.rstrip() for line in screen.display if line.strip()]
        assert max(len(line) for line in drawn) <= 40
        assert drawn[0] == "Who plays Baek Hyun-woo?"
        assert any("Wrong" in line or "Right" in line for line in drawn) == answered


def test_pause() -> None:
    """After Ctrl-Z and going on, the question is drawn again and takes an answer."""
    with start("abroad/netflix") as job:
        job.type(b"\x1a")
        assert job.stopped() == signal.SIGTSTP
        since = len(job.output)
        job.signal(signal.SIGCONT)
        job.until("Netflix shows", since)
        press(job, "1")
        assert end(job, "\r") == ["Answer a", "Next"]


def test_nothing_is_drawn_twice() -> None:
    """Moving the cursor draws the options in their place: question and options stand on the screen once."""
    with start("channel/name") as job:
        for place, key in ((0, DOWN), (1, DOWN), (0, UP), (3, UP)):
            job.type(key.encode())
            drawn = shows(job, f"› {place + 1}", "leave")
            assert sum("Which channel" in line for line in drawn) == 1
            assert sum("tvN" in line for line in drawn) == 1
            assert sum(line.startswith("›") for line in drawn) == 1
