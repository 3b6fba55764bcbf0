"""Open Trivia DB: the JSON of its API, in each of its four encodings (https://opentdb.com/api_config.php)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item
from qot_quiz.formats.foreign.found import Entry, Found, Refused, Unfit, entry
from qot_quiz.formats.foreign.json_rows import Row, rows
from qot_quiz.formats.foreign.tidy import Tidy

TYPES = {"multiple": "choice", "boolean": "true-false"}
TRUTHS = {"true": True, "false": False}
KEYS = ("type", "question", "correct_answer", "incorrect_answers")

CARRIED = ("topic", "difficulty")
"""Parts of a question, of `leaving.PARTS`, that are written."""

_URL = re.compile(r"(?:[A-Za-z0-9_.!~*'()+-]|%[0-9A-Fa-f]{2})*")

Decoder = Callable[[str], str]


def read(text: str) -> Iterator[Entry]:
    """Read the records of an answer of the API, or a bare list of them.

    Args:
        text: The file's text.
    """
    found = list(rows(text, "results"))
    decode = _decoder([row.value for row in found if isinstance(row, Row)])
    for number, row in enumerate(found, 1):
        yield row if isinstance(row, Refused) else _entry(row, number, decode)


def _entry(row: Row, number: int, decode: Decoder) -> Entry:
    """Make a question; an answer of the API is a single line, so that only their numbers tell questions apart."""
    return entry(row.line, lambda: msgspec.structs.replace(_question(row, decode), number=number), number)


def _question(row: Row, decode: Decoder) -> Found:
    record = row.value
    if not isinstance(record, dict):
        raise Unfit("this is no record of a question, or it names a key twice")
    for key in KEYS:
        if key not in record:
            raise Unfit(f'it has no "{key}"')
    tidy = Tidy()

    def text(key: str, what: str) -> str:
        return tidy(_decoded(record[key], key, decode), what)

    kind = TYPES.get(_decoded(record["type"], "type", decode))
    if kind is None:
        raise Unfit('its "type" is neither multiple nor boolean')
    wrong = record["incorrect_answers"]
    if not isinstance(wrong, list):
        raise Unfit('its "incorrect_answers" are no list')
    ask, answer = text("question", "question"), text("correct_answer", "right answer")
    others = tuple(tidy(_decoded(one, "incorrect_answers", decode), "wrong answer") for one in wrong)
    topic = text("category", "category") if record.get("category") else ""
    difficulty = text("difficulty", "difficulty").casefold() if record.get("difficulty") else ""
    if kind == "choice":
        return Found(
            line=row.line,
            kind=kind,
            ask=ask,
            answer=answer,
            wrong=others,
            topic=topic,
            difficulty=difficulty,
            notes=tidy.notes,
        )
    truth = TRUTHS.get(answer.casefold())
    if truth is None or [TRUTHS.get(other.casefold()) for other in others] != [not truth]:
        raise Unfit("it is boolean, and its answers are not True and False")
    return Found(line=row.line, kind=kind, ask=ask, answer=truth, topic=topic, difficulty=difficulty, notes=tidy.notes)


def _decoded(value: Any, key: str, decode: Decoder) -> str:
    if not isinstance(value, str):
        raise Unfit(f'its "{key}" is no text')
    try:
        return decode(value)
    except ValueError:
        raise Unfit(f'its "{key}" is not encoded as the other texts are') from None


def _decoder(records: list[Any]) -> Decoder:
    """Tell how the texts of a file are encoded, which the file itself does not say."""
    from base64 import b64encode

    sound = [record for record in records if isinstance(record, dict)]
    types = {record.get("type") for record in sound if isinstance(record.get("type"), str)}
    if types and types <= {b64encode(name.encode()).decode() for name in TYPES}:
        return _from_base64
    asks = [record["question"] for record in sound if isinstance(record.get("question"), str)]
    # In the two URL forms (+ for a space, or %20) no question has a sign that they write in another way.
    if asks and all(map(_URL.fullmatch, asks)) and any("+" in ask or "%" in ask for ask in asks):
        return _from_url
    from html import unescape

    return unescape


def _from_base64(text: str) -> str:
    from base64 import b64decode

    return b64decode(text, validate=True).decode()


def _from_url(text: str) -> str:
    from urllib.parse import unquote_plus

    return unquote_plus(text, errors="strict")


def left_out(item: Item) -> str:
    """Say why a question cannot be written; empty where it can."""
    return "" if item.kind in TYPES.values() else item.kind


def write(pack: dict[str, object], facts: list[Fact], questions: Iterable[Item]) -> Iterator[str]:
    """Write questions as an answer of the API in its default encoding.

    Args:
        pack: What the pack says of itself.
        facts: Its facts, which are not written.
        questions: Choices and statements.
    """
    yield '{"response_code":0,"results":['
    for number, item in enumerate(questions):
        yield (",\n" if number else "\n") + msgspec.json.encode(_record(item)).decode()
    yield "\n]}\n"


def _record(item: Item) -> dict[str, object]:
    from html import escape

    truth = item.kind == "true-false"
    wrong = ("False" if item.answer == "true" else "True",) if truth else item.wrong
    return {
        "type": "boolean" if truth else "multiple",
        "difficulty": item.difficulty,
        "category": escape(item.topic),
        # Without its % and + no question looks as if it were encoded for a URL.
        "question": escape(item.ask).replace("%", "&#37;").replace("+", "&#43;"),
        "correct_answer": escape(item.answer.capitalize() if truth else item.answer),
        "incorrect_answers": [escape(text) for text in wrong],
    }
