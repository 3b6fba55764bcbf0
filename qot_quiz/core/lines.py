"""Answers as lines of text: the one grammar of answers files, plain screens and JSON (README, "For scripts")."""

from __future__ import annotations

from qot_quiz.core import moves
from qot_quiz.core.kinds.true_false import TEXTS
from qot_quiz.core.question import KEYS, Answer, Arrange, Option, PickMany, PickOne, Shape, TypeIn

MOST = 500
"""Characters of the longest answer or reason."""

LETTERS = "abcde"
"""The letters that name options in a line; later options go by number, since ``f`` is a command."""

COMMANDS = {"f": "fifty", "?": "hint"}

_TWO_DIGITS = 10
"""From so many options on, digits written in one are one number."""

_ANY_LEAP_YEAR = 2024
"""A year in which every day exists: a line makes sense before anybody knows which year is meant."""

_MOST_DIGITS = 9
"""Digits of a number that is read at all: Python refuses to convert thousands of them."""


class Senseless(Exception):
    """A line that makes no sense for the question it answers.

    Args:
        reason: ``option`` (no such option), ``words`` (neither an option nor a command), ``order`` (not every option
            once), ``number`` or ``date`` (none), ``ambiguous`` (a day and month either way round) or ``long``.
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
        return moves.Walk(at)
    if line in COMMANDS:
        return moves.Lifeline(at, COMMANDS[line])
    match shape:
        case TypeIn():
            return moves.Answer(at, (_typed(line.removeprefix("="), shape),))
        case PickOne(options=options):
            return moves.Answer(at, (_pick(line, options),))
        case PickMany(options=options):
            picked = {_pick(word, options) for word in _words(line, options)}
            return moves.Answer(at, tuple(option.key for option in options if option.key in picked))
        case Arrange(options=options):
            order = tuple(_pick(word, options) for word in _words(line, options))
            if sorted(order) != sorted(option.key for option in options):
                raise Senseless("order")
            return moves.Answer(at, order)


def write(shape: Shape, answer: Answer) -> str:
    """Write an answer as an answers file would: ``b``, ``a,c``, ``=Yongdu-ri``, or ``s`` for a pass."""
    if not answer:
        return "s"
    return "=" + answer[0] if isinstance(shape, TypeIn) else ",".join(map(_written, answer))


def _written(key: str) -> str:
    return key if key in LETTERS else str(KEYS.index(key) + 1)


def _typed(text: str, shape: TypeIn) -> str:
    """Take a typed answer as it stands, once it can be what was asked for."""
    if shape.form == "number":
        from qot_quiz.core import numbers  # neither this nor the next is on the way to the first question

        if numbers.read(text, shape.unit) is None:
            raise Senseless("number")
    if shape.form == "date":
        from qot_quiz.core import dates

        try:
            if dates.read(text, _ANY_LEAP_YEAR) is None:
                raise Senseless("date")
        except dates.Ambiguous as ambiguous:
            raise Senseless("ambiguous") from ambiguous
    return text


def _words(line: str, options: tuple[Option, ...]) -> list[str]:
    """Split a line into its options: apart by commas or spaces, or letters or digits written in one."""
    words = line.replace(",", " ").split()
    if not words:
        raise Senseless("words")
    return list(words[0]) if len(words) == 1 and len(options) < _TWO_DIGITS else words


def _pick(word: str, options: tuple[Option, ...]) -> str:
    word, keys = word.lower(), tuple(option.key for option in options)
    if word in keys:
        return word
    if tuple(option.text for option in options) == TEXTS and word in TEXTS:
        return keys[TEXTS.index(word)]
    if word.isdecimal():
        place = int(word) if len(word) <= _MOST_DIGITS else 0
        if 1 <= place <= len(keys):
            return keys[place - 1]
        raise Senseless("option")
    raise Senseless("option" if len(word) == 1 and word.isalpha() else "words")
