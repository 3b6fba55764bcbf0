"""GIFT: the text format of Moodle, read as Moodle reads it (https://docs.moodle.org/en/GIFT_format)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from qot_quiz.formats.foreign.decode import lines
from qot_quiz.formats.foreign.found import Entry, Refused, Unfit
from qot_quiz.formats.foreign.gift_writing import CARRIED, left_out, write
from qot_quiz.formats.foreign.moodle import FULL, Asked, Given, entries

__all__ = ["CARRIED", "left_out", "read", "write"]

ESCAPED = {sign: chr(0xFDD0 + place) for place, sign in enumerate(":#={}~\\")} | {"n": chr(0xFDD8)}
"""What stands for an escaped sign until a question is cut: signs that no text has, since Unicode reserves them."""

_PLAIN = {ord(kept): sign for sign, kept in ESCAPED.items()} | {ord(ESCAPED["n"]): "\n"}
_ESCAPE = re.compile(r"\\([:#={}~\\n])")
_FORMAT = re.compile(r"\[(html|markdown|plain|moodle|moodle_auto_format)\]")
_REMARK = re.compile(r"\[(id|tag):((?:\\\]|[^\]])+)\]")
_WEIGHT = re.compile(r"%\s*([-+]?\d{1,3}(?:\.\d{0,9})?)\s*%")
_TRUTH = re.compile(r"(TRUE|T|FALSE|F)\s*", re.IGNORECASE)
_ORDER = re.compile(r">[^\n]*\n")
LONGEST_BLOCK = 100_000
"""Characters of the longest question."""

GAP = "_____"
"""What stands for an answer that is asked for within a sentence."""


def read(text: str) -> Iterator[Entry]:
    """Read questions, parted by blank lines.

    Args:
        text: The file's text.
    """
    topic = ""
    for line, block, tags in blocks(text):
        body, begins = block, line
        if block.startswith("$CATEGORY:"):
            named, _, body = block.removeprefix("$CATEGORY:").partition("\n")
            topic = last_part(named)
            begins = line + 1
        if body.strip():
            try:
                yield from entries(asked(begins, body, tags, topic))
            except Unfit as unfit:
                yield Refused(begins, unfit.reason)


def last_part(category: str) -> str:
    """Give the last part of a category's path, in which // is a slash of a name."""
    return re.split(r"(?<!/)/(?!/)", category.strip())[-1].replace("//", "/").strip()


def blocks(text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Cut a text at its blank lines.

    Args:
        text: The file's text.

    Returns:
        The line of each block, its lines without remarks, and its tags.
    """
    start, rows, tags = 0, list[str](), list[str]()
    for number, row in enumerate(chain(lines(text), ("",)), 1):
        bare = row.strip()
        if bare.startswith("//"):
            tags += [found[2].strip() for found in _REMARK.finditer(bare) if found[1] == "tag"]
        elif bare:
            start = start if rows else number
            rows.append(row)
        elif rows:
            yield start, "\n".join(rows), tuple(tags)
            rows, tags = [], []


def asked(line: int, block: str, tags: tuple[str, ...] = (), topic: str = "") -> Asked:
    """Read one question.

    Args:
        line: The line on which it begins.
        block: Its lines.
        tags: Its tags.
        topic: The category that it stands in.

    Raises:
        Unfit: It is not written as GIFT is.
    """
    if len(block) > LONGEST_BLOCK:
        raise Unfit(f"it is longer than {LONGEST_BLOCK} characters")
    if any(kept in block for kept in ESCAPED.values()):
        raise Unfit("it holds a sign that Unicode reserves")
    text = _ESCAPE.sub(lambda found: ESCAPED[found[1]], block.strip())
    if text.startswith("::"):
        _, sign, text = text[2:].partition("::")
        if not sign:
            raise Unfit("its title is not closed by ::")
        text = text.strip()
    format = _FORMAT.match(text)
    marked = {"html": True, "plain": False}.get(format[1]) if format else None
    text = text[format.end() :] if format else text
    begin, end = text.find("{"), text.find("}")
    if begin < 0 and end < 0:
        return Asked(line, "description", _plain(text), marked=marked)
    if not 0 <= begin < end:
        raise Unfit("its { and } do not belong together")
    if "{" in text[begin + 1 : end] or re.search("[{}]", text[end + 1 :]):
        raise Unfit("it has a second { or }: a blank line may be missing, or a \\ before it")
    head, body, tail = text[:begin], text[begin + 1 : end].strip(), text[end + 1 :]
    stem = _plain(head + GAP + tail if tail.strip() else head).strip()
    body, general = _general(body)
    type, answers, pairs, single = _answers(body)
    return Asked(line, type, stem, answers, pairs, single, general, tags, topic, marked)


def _general(body: str) -> tuple[str, str]:
    """Cut off what is said to everybody."""
    at = body.rfind("####")
    return (body, "") if at < 0 else (body[:at].strip(), _unformatted(body[at + 4 :]))


Parts = tuple[str, tuple[Given, ...], tuple[tuple[str, str], ...], bool]


def _answers(body: str) -> Parts:
    """Tell the type of a question by its answers, in Moodle's own order, and read them."""
    if not body:
        return "essay", (), (), True
    if body.startswith("#"):
        return "numerical", tuple(map(_number, _cut(body[1:], "="))), (), True
    if _ORDER.match(body):
        return "ordering", tuple(Given(_plain(row).strip()) for row in body.split("\n")[1:] if row.strip()), (), True
    if "~" in body:
        return "multichoice", tuple(map(_option, _cut(body.replace("=", "~="), "~"))), (), "=" in body
    if "=" in body and "->" in body:
        return "matching", (), tuple(map(_pair, _cut(body, "="))), True
    truth = _TRUTH.fullmatch(body.partition("#")[0])
    if truth:
        return "truefalse", _truths(truth[1].upper() in ("T", "TRUE"), body.split("#")[1:]), (), True
    return "shortanswer", tuple(_given(one, FULL) for one in _cut(body, "=")), (), True


def _cut(body: str, sign: str) -> list[str]:
    """Cut answers at the sign before each of them."""
    first, *rest = body.split(sign)
    return [first, *rest] if first.strip() else rest


def _option(text: str) -> Given:
    text = text.strip()
    return _given(text[1:], FULL) if text.startswith("=") else _given(text, 0.0)


def _given(text: str, fraction: float) -> Given:
    """Read an answer: its weight, what it says, and its feedback."""
    said, _, feedback = text.partition("#")
    fraction, said = _weight(said.strip(), fraction)
    return Given(_unformatted(said), fraction, _unformatted(feedback))


def _weight(said: str, fraction: float) -> tuple[float, str]:
    found = _WEIGHT.match(said)
    return (float(found[1]), said[found.end() :].strip()) if found else (fraction, said)


def _number(text: str) -> Given:
    said, _, feedback = text.partition("#")
    fraction, said = _weight(said.strip(), FULL)
    value, _, tolerance = said.partition(":")
    return Given(_plain(value).strip(), fraction, _unformatted(feedback), _plain(tolerance).strip())


def _pair(text: str) -> tuple[str, str]:
    left, sign, right = text.partition("->")
    if not sign:
        raise Unfit("a pair of a matching has no ->")
    return _unformatted(left), _unformatted(right)


def _truths(truth: bool, feedback: list[str]) -> tuple[Given, ...]:
    """Make the two answers of a statement; what is said to those who are wrong comes first."""
    wrong, right = (*(_unformatted(said) for said in feedback[:2]), "", "")[:2]
    return (Given(str(truth), FULL, right), Given(str(not truth), 0.0, wrong))


def _unformatted(text: str) -> str:
    """Give a text of an answer without the name of its format; its tags tell whether it is HTML."""
    text = text.strip()
    found = _FORMAT.match(text)
    return _plain(text[found.end() :] if found else text).strip()


def _plain(text: str) -> str:
    return text.translate(_PLAIN)
