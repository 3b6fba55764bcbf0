"""Aiken: a question, lettered answers and a line ``ANSWER:`` (https://docs.moodle.org/en/Aiken_format)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from qot_quiz.core.clean import quoted
from qot_quiz.core.fact import Fact
from qot_quiz.core.question import KEYS, Item
from qot_quiz.formats.foreign.decode import lines
from qot_quiz.formats.foreign.found import Entry, Found, Unfit, entry
from qot_quiz.formats.foreign.mixing import mixed
from qot_quiz.formats.foreign.options import chosen
from qot_quiz.formats.foreign.tidy import Tidy

_OPTION = re.compile(r"\s*([A-Z])[.)](?:\s+(.*))?")
_ANSWER = re.compile(r"\s*ANSWER:\s*(.*?)\s*")


CARRIED = ()
"""Parts of a question, of `leaving.PARTS`, that are written."""

MOST_ROWS = 200
"""Lines of the longest question."""


class _Block:
    """The lines of one question, as far as they were read."""

    def __init__(self) -> None:
        self.line = 0
        self.stem: list[str] = []
        self.options: list[tuple[str, str]] = []
        self.answer: str | None = None


def read(text: str) -> Iterator[Entry]:
    """Read questions one after the other, each ended by its answer.

    Args:
        text: The file's text.
    """
    for block in _blocks(text):
        yield entry(block.line, partial(_question, block))


def _blocks(text: str) -> Iterator[_Block]:
    block, parted = _Block(), False
    for number, row in enumerate(lines(text), 1):
        if not row.strip():
            parted = True
            continue
        # What follows an answer, or a stem behind a blank line or behind options, begins another question.
        option, answer = _OPTION.fullmatch(row), _ANSWER.fullmatch(row)
        fresh = block.answer is not None or (
            option is None and answer is None and bool(block.options or (parted and block.stem))
        )
        if fresh:
            yield block
            block = _Block()
        block.line = block.line or number
        parted = False
        if len(block.stem) + len(block.options) > MOST_ROWS:
            continue
        if answer:
            block.answer = answer[1]
        elif option and (block.stem or block.options):
            block.options.append((option[1], option[2] or ""))
        else:
            block.stem.append(row)
    if block.line:
        yield block


def _question(block: _Block) -> Found:
    tidy = Tidy()
    if len(block.stem) + len(block.options) > MOST_ROWS:
        raise Unfit(f"it has more than {MOST_ROWS} lines")
    if not block.stem:
        raise Unfit("its answers stand below no question")
    if not block.options:
        raise Unfit("it has no answers that begin with A) or A.")
    if block.answer is None:
        raise Unfit("it has no line ANSWER:")
    letters = [letter for letter, _ in block.options]
    if len(set(letters)) < len(letters):
        raise Unfit("two of its answers have one letter")
    if block.answer not in letters:
        raise Unfit(f"its ANSWER: {quoted(block.answer[:20])} is none of {', '.join(letters)}")
    texts = [tidy(text, "answer") for _, text in block.options]
    return chosen(block.line, tidy("\n".join(block.stem), "question"), texts, letters.index(block.answer), tidy)


def left_out(item: Item) -> str:
    """Say why a question cannot be written; empty where it can."""
    if item.kind not in ("choice", "true-false"):
        return item.kind
    if _OPTION.fullmatch(item.ask) or _ANSWER.fullmatch(item.ask):
        return "that look like an answer"
    return "of more than 26 options" if len(item.wrong) >= len(KEYS) else ""


def write(pack: dict[str, object], facts: list[Fact], questions: Iterable[Item]) -> Iterator[str]:
    """Write questions, an empty line behind each.

    Args:
        pack: What the pack says of itself.
        facts: Its facts, which are not written.
        questions: Choices and statements.
    """
    for item in questions:
        truth = item.kind == "true-false"
        texts = ("True", "False") if truth else mixed(item)
        right = texts.index(item.answer.capitalize() if truth else item.answer)
        options = "".join(f"{KEYS[at].upper()}) {text}\n" for at, text in enumerate(texts))
        yield f"{item.ask}\n{options}ANSWER: {KEYS[right].upper()}\n\n"
