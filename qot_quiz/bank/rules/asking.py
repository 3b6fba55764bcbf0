"""Rules on how a question is put: its stem and its why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qot_quiz.bank.authored import AuthoredQuestion
from qot_quiz.bank.book import Book
from qot_quiz.bank.rules.structure import LONGEST_LINE, Fault
from qot_quiz.bank.scales import scale_of
from qot_quiz.bank.values import digits, text_of
from qot_quiz.bank.words import unquoted, words
from qot_quiz.core.clean import quoted
from qot_quiz.core.text import fold

LONGEST_ASK = 400
"""Characters that a screen can still show as one question."""

SHORT_ASK = 140
"""Characters of a question that is put well (question craft, rule 4)."""

_COVERED = re.compile(r"\b(which|what|who) of (the following|these|those)\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(not|except|never)\b|n['’]t\b", re.IGNORECASE)
_WHEN = re.compile(r"^(?:\w+ )?when\b", re.IGNORECASE)
_YES_NO = re.compile(r"^(is|are|was|were|do|does|did|has|have|had|can|could|will|would)\b", re.IGNORECASE)
_PASSING = re.compile(r"\b(now|currently|latest|still|best|biggest|most popular)\b", re.IGNORECASE)
_UNIT = re.compile(
    r"\b(date|day|weekday|month|year|week|how (many|much|long|old|often|far)|(which|what) \w*\s?(episode|time|number)"
    r"|number|percentage|per ?cent|rating|share|score|hour|minute|floor|age|total)s?\b|%",
    re.IGNORECASE,
)


def ask_form(book: Book) -> Iterator[Fault]:
    """Find stems that are empty, or longer than a screen can show."""
    for placed in book.pack.questions:
        if not 0 < len(placed.table.ask.strip()) <= LONGEST_ASK:
            yield placed, f"ask has {len(placed.table.ask)} characters, 1..{LONGEST_ASK} are allowed", ""


def ask_put(book: Book) -> Iterator[Fault]:
    """Find stems that are long or not exactly one question; a true-false one must be a plain statement."""
    for placed in book.pack.questions:
        ask = placed.table.ask
        if SHORT_ASK < len(ask.strip()) <= LONGEST_ASK:
            yield placed, f"ask has {len(ask)} characters, {SHORT_ASK} are enough", "Drop what is not needed."
        if placed.table.kind == "true-false":
            if "?" in ask or not ask.endswith("."):
                yield placed, "a true-false question is a statement that ends with a full stop", ""
        elif ask.strip() and (ask.count("?") != 1 or not ask.endswith("?")):
            yield placed, "ask needs exactly one question mark, as its last character", ""


def ask_covered(book: Book) -> Iterator[Fault]:
    """Find stems that cannot be answered with the options covered; several right answers must be shown to be picked."""
    for placed in book.pack.questions:
        if placed.table.kind not in ("multi", "ordering") and (found := _COVERED.search(placed.table.ask)):
            yield placed, f"ask says {quoted(found[0])}", "Say what is wanted, so that it can be answered unseen."


def ask_positive(book: Book) -> Iterator[Fault]:
    """Find stems that ask for what is not; quotations and names are left aside."""
    for placed in book.pack.questions:
        if found := _NEGATIVE.search(unquoted(placed.table.ask, book.shows)):
            yield placed, f"ask is negative ({quoted(found[0])})", "Ask for what is, instead of what is not."


def ask_when(book: Book) -> Iterator[Fault]:
    """Find stems that begin with a bare "when" instead of saying whether a date, year or episode is wanted."""
    for placed in book.pack.questions:
        if placed.table.kind != "true-false" and _WHEN.match(placed.table.ask):
            yield placed, "ask begins with a bare 'when'", "Ask 'On which date', 'In what year' or 'In which episode'."


def ask_open(book: Book) -> Iterator[Fault]:
    """Find choices whose stem asks for yes or no."""
    for placed in book.choices:
        if found := _YES_NO.match(placed.table.ask):
            yield (
                placed,
                f"ask begins with {quoted(found[0])} and asks for yes or no",
                "Ask with what, which, who or how.",
            )


def ask_unit(book: Book) -> Iterator[Fault]:
    """Find stems that want a date or number and name no unit."""
    for placed in book.pack.questions:
        scale = scale_of(_wanted(placed.table))
        if scale is None or (placed.table.kind == "choice" and not book.ascending(placed.table)):
            continue
        kind, _, unit = scale[0].partition(" ")
        own = set(words(unit.replace("|", " "))) if kind == "number" else set()
        stem = {word.removesuffix("s") for word in words(placed.table.ask)}
        if not _UNIT.search(placed.table.ask) and not own & stem:
            yield placed, "ask names no unit for its date or number", "Say 'on which date', 'how many days', ..."


def _wanted(question: AuthoredQuestion) -> str:
    """Write the one answer that a question wants, with its unit; empty where it wants another thing."""
    match question.answer:
        case str(text) if question.kind == "date":
            return text_of("date", text)
        case str(text):
            return text
        case int(number) | float(number) if question.kind == "number" and not isinstance(number, bool):
            return f"{digits(number)} {question.unit}"
        case _:
            return ""


def ask_lasting(book: Book) -> Iterator[Fault]:
    """Find stems that may not stay true: words of the moment, opinions dressed as facts."""
    for placed in book.pack.questions:
        if found := _PASSING.search(unquoted(placed.table.ask, book.shows)):
            yield placed, f"ask says {quoted(found[0])}, which may not stay true", "Use the past tense, or name a date."


def why(book: Book) -> Iterator[Fault]:
    """Find questions without a line of why that says more than the answer."""
    for placed in book.pack.questions:
        text = book.why(placed.table).strip()
        if not 0 < len(text) <= LONGEST_LINE:
            yield placed, f"why has {len(text)} characters, 1..{LONGEST_LINE} are allowed", ""
        elif fold(text) in map(fold, placed.table.texts):
            yield placed, "why only repeats the answer", "Add a detail, a date or a connection."
