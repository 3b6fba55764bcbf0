"""OpenTriviaQA: ``#Q`` a question, ``^`` its answer, ``A`` to ``Z`` its options (github.com/uberspot/OpenTriviaQA)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qot_quiz.formats.foreign.decode import lines
from qot_quiz.formats.foreign.found import Entry, Found, Unfit, entry
from qot_quiz.formats.foreign.options import chosen
from qot_quiz.formats.foreign.tidy import Tidy

_OPTION = re.compile(r"([A-Z])(?:[ \t]+(.*))?")


def read(text: str) -> Iterator[Entry]:
    """Read questions, each begun by ``#Q``.

    Args:
        text: The file's text.
    """
    start, rows = 0, list[str]()
    for number, row in enumerate(lines(text), 1):
        if row.startswith("#Q"):
            yield from _entry(start, rows)
            start, rows = number, [row[2:].strip()]
        elif rows or row.strip():
            start = start or number
            rows.append(row)
    yield from _entry(start, rows)


def _entry(line: int, rows: list[str]) -> Iterator[Entry]:
    if any(row.strip() for row in rows):
        yield entry(line, lambda: _question(line, rows))


def _question(line: int, rows: list[str]) -> Found:
    tidy = Tidy()
    at = next((at for at, row in enumerate(rows) if row.startswith("^")), None)
    if at is None:
        raise Unfit("it has no line ^ with its answer")
    answer, options, letters = [rows[at][1:].strip()], list[list[str]](), ""
    for row in rows[at + 1 :]:
        found = _OPTION.fullmatch(row)
        # Options come in the order of their letters; any other line goes on with the text before it.
        if found and found[1] == chr(ord("A") + len(letters)):
            letters += found[1]
            options.append([found[2] or ""])
        elif row.startswith("^"):
            raise Unfit("it has two lines ^")
        elif row.strip():
            (options[-1] if options else answer).append(row)
    ask, right = tidy("\n".join(rows[:at]), "question"), tidy("\n".join(answer), "right answer")
    texts = [tidy("\n".join(parts), "answer") for parts in options]
    if right not in texts:
        raise Unfit("its answer is none of its options")
    return chosen(line, ask, texts, texts.index(right), tidy)
