"""Where lines come from: a person or a program at standard input, and files of answers."""

from __future__ import annotations

import io

import pytest
from seated import Seat

from qot_quiz.errors import UsageError
from qot_quiz.ui.script import Script, Typist, Unfinished


def test_script_in_order() -> None:
    """Lines come in order, one put back comes again, and those nobody read are counted."""
    script = Script(["a", "", "b"], "answers.txt")
    assert (script.unread, script.waits, script.person) == (3, False, False)
    assert [script.next(), script.next()] == ["a", ""]
    script.put_back("")
    assert script.unread == 2
    assert [script.next(), script.next(), script.next(), script.next()] == ["", "b", None, None]
    assert script.unread == 0


def test_senseless_line() -> None:
    """A line that makes no sense names its file and its number, is shown without what a terminal would obey, exit 2."""
    script = Script(["a", "\x1b[2J" + "x" * 100], "answers.txt")
    script.next()
    script.next()
    with pytest.raises(UsageError) as error:
        script.refuse("There is no such option.")
    assert str(error.value).startswith('answers.txt, line 2: "<U+001B>[2Jxxx')
    assert str(error.value).endswith('x": There is no such option.')
    assert len(str(error.value)) < 120
    assert error.value.hint == "Mend the line."
    assert error.value.exit_code == 2


def test_script_too_short() -> None:
    """Answers that end before the game are an error that says so, exit 1."""
    script = Script(["a", "b"], "answers.txt")
    script.next()
    script.next()
    with pytest.raises(Unfinished, match=r"answers\.txt ended after 2 lines") as error:
        script.ended()
    assert error.value.exit_code == 1


def test_typist() -> None:
    """Lines lose their ends only, one put back comes again, and a refusal is said so that another line can come."""
    said: list[str] = []
    typist = Typist(io.StringIO("a\r\n  b \n\nlast"), said.append)
    assert typist.waits
    assert not typist.person
    assert Typist(Seat(""), said.append).person
    assert [typist.next(), typist.next()] == ["a", "  b "]
    typist.put_back("  b ")
    assert [typist.next(), typist.next(), typist.next(), typist.next()] == ["  b ", "", "last", None]
    typist.refuse("There is no such option.")
    assert said == ["There is no such option."]


def test_end_of_input() -> None:
    """The end of input is an error for a program; a person just leaves."""
    said: list[str] = []
    with pytest.raises(Unfinished):
        Typist(io.StringIO(""), said.append).ended()
    Typist(Seat(""), said.append).ended()
    assert not said
