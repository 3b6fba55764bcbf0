"""Where the plain screen's lines come from: a person at standard input, or answers given in advance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TextIO

from qot_quiz.core.clean import visible
from qot_quiz.errors import QuizError, UsageError


class Answers(Protocol):
    """Where the lines of a player come from."""

    @property
    def waits(self) -> bool:
        """Whether the next line is still to be thought of, so that somebody must be told that one is read."""

    @property
    def person(self) -> bool:
        """Whether somebody sits there who can be asked what is wanted after a game."""

    def next(self) -> str | None:
        """Take the next line without its end, or None when there is none."""

    def put_back(self, line: str) -> None:
        """Give a line back, to be read again."""

    def refuse(self, sentence: str) -> None:
        """Deal with a line that makes no sense: say so and go on, or stop with an error."""

    def ended(self) -> None:
        """Deal with lines that ended while a question is open: a person leaves; otherwise it is an error."""


class Typist:
    """Lines as they come in, from a person or a program at the other end.

    Args:
        stream: Standard input.
        say: Takes one line of text, without its end.
    """

    waits = True

    def __init__(self, stream: TextIO, say: Callable[[str], None]) -> None:
        self._stream = stream
        self._say = say
        self._back: list[str] = []

    @property
    def person(self) -> bool:
        """Whether the lines are typed at a terminal."""
        return self._stream.isatty()

    def next(self) -> str | None:
        """Read the next line; None at the end."""
        if self._back:
            return self._back.pop()
        line = self._stream.readline()
        return line.rstrip("\r\n") if line else None

    def put_back(self, line: str) -> None:
        """Keep a line for the next reading."""
        self._back.append(line)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, and wait for another line."""
        self._say(sentence)

    def ended(self) -> None:
        """End of input: a person leaves; for a program it is an error."""
        if not self._stream.isatty():
            raise Unfinished("The input ended before the game did.")


class Unfinished(QuizError):
    """The lines ended before the game did; the game is kept."""


class Script:
    """Answers given in advance, a line each.

    Args:
        answers: The lines, without their ends.
        name: What messages call the file.
    """

    waits = person = False

    def __init__(self, answers: Iterable[str], name: str) -> None:
        self._lines = list(answers)
        self._name = name
        self._read = 0

    def next(self) -> str | None:
        """Take the next line; None when all are used."""
        if self._read == len(self._lines):
            return None
        self._read += 1
        return self._lines[self._read - 1]

    def put_back(self, line: str) -> None:
        """Count the last line as not read."""
        self._read -= 1

    def refuse(self, sentence: str) -> None:
        """Stop: a line that makes no sense is an error of the file."""
        line = visible(self._lines[self._read - 1])[:60]
        raise UsageError(f'{self._name}, line {self._read}: "{line}": {sentence}', "Mend the line.")

    def ended(self) -> None:
        """Stop: the answers ended too early."""
        raise Unfinished(f"{self._name} ended after {self._read} lines, before the game did.")

    @property
    def unread(self) -> int:
        """How many lines nobody has read."""
        return len(self._lines) - self._read
