"""The lines of a .jsonl file: each is one question, in the keys of ``[[question]]`` or in those of plain quiz lists."""

from __future__ import annotations

from typing import Any

import msgspec

from qot_quiz.bank.authored import AuthoredQuestion
from qot_quiz.bank.limits import form_fault, value_faults

LONGEST_LINE = 32 * 1024
"""Bytes of a line."""

CLEAN = 2000
"""Characters up to which a line of plain ASCII without escapes cannot hold a text that is too long or unclean."""


class Unread(Exception):
    """A line that is no question: what is wrong, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line as its author writes it.

    Args:
        id: Stable name in kebab-case.
        kind: As in TOML; left out, it follows from the answer: a choice, or true-false.
        ask: The question.
        question: The same, as many lists call it.
        answer: As in TOML; with `choices` it may be the place of the right one, counted from 0.
        wrong: Wrong options.
        choices: All options, instead of `wrong`.
        topic: The id of its topic.
        category: The id or title of its topic.
        tags: Further words by which the question is found.
        accept: As in TOML, like all that follow.
    """

    id: str
    answer: str | bool | int | float | tuple[str, ...]
    kind: str = ""
    ask: str = ""
    question: str = ""
    wrong: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    topic: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    unit: str = ""
    within: float = 0
    why: str = ""
    difficulty: str = ""
    spoils: int = 0


class _Named(msgspec.Struct):
    id: str = ""


_LINE = msgspec.json.Decoder(Line)
_NAMED = msgspec.json.Decoder(_Named)


def id_of(data: bytes) -> str:
    """Read nothing but the id of a line; empty where there is none to be read."""
    try:
        return _NAMED.decode(data).id
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""


def read_line(data: bytes) -> Line:
    """Read a line.

    Args:
        data: The line, without its end.

    Raises:
        Unread: It is too long, no JSON, or no question.
    """
    if len(data) > LONGEST_LINE:
        raise Unread(f"the line is longer than {LONGEST_LINE // 1024} KiB", "Each line holds one question.")
    try:
        text = data.decode("utf-8")
        line = _LINE.decode(data)
    except UnicodeDecodeError:
        raise Unread("the line is not UTF-8 text", "Save the file with the encoding UTF-8.") from None
    except RecursionError:
        raise Unread("the line is nested too deeply") from None
    except msgspec.ValidationError as error:
        raise Unread(*form_fault(str(error), Line.__struct_encode_fields__, "line")) from None
    except msgspec.DecodeError as error:
        raise Unread(f"no valid JSON: {error}") from None
    if not (len(text) <= CLEAN and text.isascii() and text.isprintable() and "\\" not in text):
        fields: dict[str, Any] = msgspec.structs.asdict(line)
        if (trouble := next(value_faults(fields), None)) is not None:
            raise Unread(trouble)
    return line


def question_of(line: Line, topic: str) -> AuthoredQuestion:
    """Write a line as a table of a pack.

    Args:
        line: What was read.
        topic: The id of its topic.

    Raises:
        Unread: Its keys do not go together.
    """
    if line.ask and line.question:
        raise Unread("ask and question are two words for one key", "Keep one of them.")
    answer, wrong = (line.answer, line.wrong) if not line.choices else _chosen(line)
    kind = line.kind
    if not kind:
        if isinstance(answer, bool):
            kind = "true-false"
        elif wrong:
            kind = "choice" if isinstance(answer, str) else "multi"
        else:
            raise Unread("no kind is given", 'Say kind = "typed", or give wrong options or choices.')
    return AuthoredQuestion(
        id=line.id,
        kind=kind,
        ask=line.ask or line.question,
        answer=answer,
        wrong=wrong,
        accept=line.accept,
        vague=line.vague,
        refuse=line.refuse,
        parts=line.parts,
        unit=line.unit,
        within=line.within,
        why=line.why,
        difficulty=line.difficulty,
        spoils=line.spoils,
        topic=topic,
    )


def _chosen(line: Line) -> tuple[str | tuple[str, ...], tuple[str, ...]]:
    """Part all options into the right answer, or answers, and the wrong ones."""
    if line.wrong:
        raise Unread("choices and wrong do not go together", "Keep one of them.")
    if isinstance(line.answer, bool | float):
        raise Unread("the answer is none of the choices", "Give its text, or its place counted from 0.")
    if isinstance(line.answer, int):
        if not 0 <= line.answer < len(line.choices):
            raise Unread(f"answer is {line.answer}, the choices are 0..{len(line.choices) - 1}")
        right: tuple[str, ...] = (line.choices[line.answer],)
    else:
        right = line.answer if isinstance(line.answer, tuple) else (line.answer,)
    if not set(right) <= set(line.choices):
        raise Unread("the answer is none of the choices", "Give its text, or its place counted from 0.")
    wrong = tuple(text for text in line.choices if text not in right)
    return (right if isinstance(line.answer, tuple) else right[0]), wrong
