"""Red-DiscordBot's trivia lists: YAML whose keys are questions and whose lists are the answers that count.

https://docs.discord.red/en/stable/guide_trivia_list_creation.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import msgspec

from qot_quiz.formats.foreign.found import Entry, Found, Refused, Unfit, entry
from qot_quiz.formats.foreign.tidy import Tidy

HEADERS = ("AUTHOR", "DESCRIPTION", "CONFIG")
"""Keys that are no question."""

MOST_SIGNS = 1 << 20
"""Characters of the largest list: the reader that gives every answer as it is written is a slow one."""

DEEPEST = 8
"""Lists and tables that may stand within one another: a trivia list needs two."""

_PICTURE = re.compile(r"https?://\S+\.(?:png|jpe?g|gif|webp|svg)\b", re.IGNORECASE)


class _Pair(msgspec.Struct):
    """A key, its line, and what stands below it, or why that cannot be taken."""

    line: int
    key: str
    answers: list[str] = []
    trouble: str = ""


class _Stop(Exception):
    """The file holds what is not read at all."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(line, what)
        self.line = line
        self.what = what


def read(text: str) -> Iterator[Entry]:
    """Read a list, every answer as the text that it is written as: YAML's own types would make "No" a false.

    Args:
        text: The file's text.
    """
    if len(text) > MOST_SIGNS:
        yield Refused(1, f"it is longer than {MOST_SIGNS} characters; nothing was read")
        return
    first: dict[str, int] = {}
    try:
        for pair in _pairs(text):
            if pair.key in HEADERS:
                continue
            if pair.key and pair.key in first:
                yield Refused(pair.line, f"it says the same as line {first[pair.key]}, and a key stands only once")
                continue
            first[pair.key] = pair.line
            yield entry(pair.line, partial(_question, pair))
    except _Stop as stop:
        yield Refused(stop.line, stop.what)


def _question(pair: _Pair) -> Found:
    if pair.trouble:
        raise Unfit(pair.trouble)
    if _PICTURE.search(pair.key):
        raise Unfit("it needs the picture at its address")
    if not pair.answers:
        raise Unfit("it has no list of answers")
    tidy = Tidy()
    ask = tidy(pair.key, "question")
    answer, *accept = (tidy(text, "answer") for text in pair.answers)
    return Found(line=pair.line, kind="typed", ask=ask, answer=answer, accept=tuple(accept), notes=tidy.notes)


def _pairs(text: str) -> Iterator[_Pair]:
    """List the keys of the file with the answers below them."""
    depth, pair, in_key = 0, None, False
    for event in _events(text):
        line, name = event.start_mark.line + 1, type(event).__name__
        if name in ("SequenceStartEvent", "MappingStartEvent"):
            depth += 1
            if depth > DEEPEST:
                raise _Stop(line, f"lists are nested more than {DEEPEST} deep; from here on nothing was read")
            if depth == 1 and name != "MappingStartEvent":
                raise _Stop(line, "this is no table of questions")
            if depth == 2 and pair is None:
                pair, in_key = _Pair(line, "", trouble="a question must be a text"), True
            elif depth == 2 and pair is not None and name == "MappingStartEvent":
                pair.trouble = "its answers are no list"
            elif depth > 2 and pair is not None:
                pair.trouble = "its list holds more than texts"
        elif name in ("SequenceEndEvent", "MappingEndEvent"):
            depth -= 1
            if depth == 1 and pair is not None and not in_key:
                yield pair
                pair = None
            in_key = in_key and depth > 1
        elif name == "AliasEvent":
            began = pair is None
            pair = pair or _Pair(line, "")
            pair.trouble = "an alias (*) is not followed"
            if depth == 1 and not began:
                yield pair
                pair = None
        elif name == "ScalarEvent":
            if depth == 0:
                raise _Stop(line, "this is no table of questions")
            if depth == 1 and pair is None:
                pair = _Pair(line, event.value)
            elif depth == 1 and pair is not None:
                pair.trouble = "its answers are no list"
                yield pair
                pair = None
            elif depth == 2 and pair is not None:
                pair.answers.append(event.value)


def _events(text: str) -> Iterator[Any]:
    """Walk through YAML event by event: nothing recurses, nothing is built, no type is guessed."""
    # The reader written in C dies of deep nesting where no `try` can catch it.
    import yaml  # type: ignore[import-untyped]

    last = 0
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            last = event.end_mark.line + 1
            yield event
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        what = f"U+{error.character:04X} may not stand in YAML; nothing was read"
        raise _Stop(line, what) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else last
        line = max(last, min(line, text.count("\n") + 1), 1)
        what = f"from here on this is no YAML that can be read: {error.problem or 'it breaks off'}"
        raise _Stop(line, what) from error
