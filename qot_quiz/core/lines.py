"""Answers as lines of text: the one grammar of answers files, plain screens and JSON (README, "For scripts")."""

from __future__ import annotations

from qot_quiz.core import moves
from qot_quiz.core.kinds.true_false import TEXTS
from qot_quiz.core.question import Answer, PickOne, Shape, TypeIn

MOST = 500
"""Characters of the longest answer or reason."""

COMMANDS = {"f": "fifty", "?": "hint"}

_MOST_DIGITS = 9
"""Digits of a number that is read at all: Python refuses to convert thousands of them."""


class Senseless(Exception):
    """A line that makes no sense for the question it answers.

    Args:
        reason: ``option`` (no such option), ``words`` (neither an option nor a command), ``walk`` (nothing to walk
            away from) or ``long``.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def after_verdict(line: str, at: int) -> moves.Command | None:
    """Read a line as a word on the verdict before it.

    Args:
        line: The line, without its end.
        at: The moment on the game's clock, in milliseconds.

    Returns:
        A regrade (``u``), a flag (``!`` with a reason), or None when the line answers the next question.
    """
    line = line.strip()
    if line == "u":
        return moves.Regrade(at)
    if line.startswith("!"):
        return moves.Flag(at, line[1:].strip()[:MOST])
    return None


def read(line: str, shape: Shape, at: int) -> moves.Command:
    """Read a line as an answer to the open question.

    Args:
        line: The line, without its end.
        shape: How the question asks.
        at: The moment on the game's clock, in milliseconds.

    Raises:
        Senseless: The line is neither an answer of this shape nor a command.
    """
    line = line.strip()
    if len(line) > MOST:
        raise Senseless("long")
    if line in ("", "s"):
        return moves.Answer(at, ())
    if line == "q":
        return moves.Leave(at)
    if line == "w":
        raise Senseless("walk")
    if line in COMMANDS:
        return moves.Lifeline(at, COMMANDS[line])
    match shape:
        case TypeIn():
            return moves.Answer(at, (line.removeprefix("="),))
        case PickOne(options=options):
            return moves.Answer(at, (_pick(line, tuple(o.key for o in options), tuple(o.text for o in options)),))


def write(shape: Shape, answer: Answer) -> str:
    """Write an answer as an answers file would: ``b``, ``=Yongdu-ri``, or ``s`` for a pass."""
    if not answer:
        return "s"
    return "=" + answer[0] if isinstance(shape, TypeIn) else ",".join(answer)


def _pick(line: str, keys: tuple[str, ...], texts: tuple[str, ...]) -> str:
    word = line.lower()
    if word in keys:
        return word
    if texts == TEXTS and word in TEXTS:
        return keys[TEXTS.index(word)]
    if word.isdecimal():
        place = int(word) if len(word) <= _MOST_DIGITS else 0
        if 1 <= place <= len(keys):
            return keys[place - 1]
        raise Senseless("option")
    raise Senseless("option" if len(word) == 1 and word.isalpha() else "words")
