"""Questions about the player in plain sentences, answered by lines on a pseudo-terminal."""

from __future__ import annotations

import pytest
from pty_job import Job

PROGRAM = """
import os
from qot_quiz.ui.leaving import Leaving
from qot_quiz.ui.prompts import Look, fellow, name, pick, sure, watched
def sound(text):
    return len(text) < 10 or "That is too long."
plain = Look(plain=True)
code = 0
try:
    os.write(1, f"<{ASKED!r}>".encode())
except Leaving as leaving:
    code = leaving.exit_code
os._exit(code)
"""
SURE = "sure('Hide this game?', 'Yes, hide it', 'No, keep it', plain)"
WHO = "pick('Who plays?', {'Ann': 'Ann', 'Anna': 'Anna', '': 'Somebody new'}, None, 'Anna', plain)"
NAMES = ("name(sound, plain)", "fellow(1, False, sound, plain)", "fellow(3, True, sound, plain)")
EPISODES = "watched('Queen of Tears', 16, 4, plain)"


def answered(call: str, *lines: str) -> tuple[int, str, str]:
    """Type lines at a program that asks something; give its exit code, what was answered, and all that was said."""
    with Job(PROGRAM.replace("ASKED", call), 100) as job:
        job.until(")")
        job.type("".join(f"{line}\n" for line in lines).encode())
        code = job.ended()
        said = job.output.decode()
    return code, said.partition("<")[2].partition(">")[0], said


@pytest.mark.parametrize(
    ("line", "yes"),
    [("y", True), ("YES", True), ("n", False), ("No", False), ("", False), ("q", False)],
)
def test_yes_and_no(line: str, yes: bool) -> None:
    """Yes and no are understood as words, by their first letters and by their numbers; Enter and `q` change nothing."""
    assert answered(SURE, line)[:2] == (0, str(yes))


@pytest.mark.parametrize(("line", "who"), [("ann", "Ann"), ("som", ""), ("3", ""), ("", "Anna")])
def test_by_name(line: str, who: str) -> None:
    """What is offered is picked by its number, its words, or a beginning that no other has."""
    assert answered(WHO, line)[1] == repr(who)


@pytest.mark.parametrize("line", ["an", "4", "²"])
def test_what_names_nothing(line: str) -> None:
    """A beginning of two things, and what is not there, are refused, and asked for again."""
    _, who, said = answered(WHO, line, "1")
    assert who == "'Ann'"
    assert "A number from 1 to 3, or q." in said


@pytest.mark.parametrize("call", [*NAMES, EPISODES, WHO])
def test_leaving(call: str) -> None:
    """`q` alone leaves, which is told and is no failure."""
    code, answer, said = answered(call, "q")
    assert (code, answer) == (0, "")
    assert "q: back" in said if call == WHO else "q leaves)" in said


@pytest.mark.parametrize(
    ("line", "episodes"),
    [("8 episodes", 8), ("Episode 16", 16), ("1 ep.", 1), ("all", 16), ("0", 0), ("", 4)],
)
def test_episodes_as_one_says_them(line: str, episodes: int) -> None:
    """How far one has watched is understood with the word beside the number, too."""
    assert answered(EPISODES, line)[:2] == (0, str(episodes))


@pytest.mark.parametrize("line", ["17 episodes", "episodes", "8 or 9", "-8", "8 weeks"])
def test_what_is_no_number_of_episodes(line: str) -> None:
    """What is no number of episodes, or more than there are, is refused, and asked for again."""
    _, watched, said = answered(EPISODES, line, "3")
    assert watched == "3"
    assert "A number from 0 (none yet) to 16 (all)." in said


def test_the_end_of_the_input() -> None:
    """The end of the input leaves as Ctrl-C does."""
    assert answered(NAMES[0], "\x04")[0] == 130


@pytest.mark.parametrize("call", NAMES[:2])
def test_a_longer_name(call: str) -> None:
    """Only `q` alone leaves: a name may begin with it."""
    assert answered(call, "Qi")[1] == "'Qi'"
