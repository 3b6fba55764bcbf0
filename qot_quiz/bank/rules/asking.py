"""Rules on how a question is put: its stem, its form by kind, and its why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qot_quiz.bank.book import Book
from qot_quiz.bank.rules.structure import LONGEST_LINE, Fault
from qot_quiz.bank.scales import scale_of
from qot_quiz.bank.words import unquoted, words
from qot_quiz.core.text import fold

LONGEST_ASK = 140
FEWEST_WRONG, MOST_WRONG = 3, 6

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


def form(book: Book) -> Iterator[Fault]:
    """Find questions that lack a key of their kind, or carry one of another kind."""
    for placed in book.pack.questions:
        question = placed.table
        if question.kind == "true-false":
            if not isinstance(question.answer, bool):
                yield placed, "the answer of a true-false question is true or false, without quotes", ""
        elif not isinstance(question.answer, str) or not question.answer.strip():
            yield placed, "the answer must be a text", ""
        count = len(question.wrong)
        if question.kind == "choice" and not FEWEST_WRONG <= count <= MOST_WRONG:
            yield placed, f"{count} wrong options, {FEWEST_WRONG} to {MOST_WRONG} are needed", ""
        elif question.kind in ("true-false", "typed") and count:
            yield placed, f"a {question.kind} question has no wrong options", "Take the line 'wrong' out."
        if question.kind in ("true-false", "choice") and (question.accept or question.vague or question.refuse):
            yield placed, "accept, vague and refuse belong to typed questions", ""
        if any(not text.strip() for text in (*question.wrong, *question.accept, *question.vague, *question.refuse)):
            yield placed, "an option or form is empty", ""


def ask_form(book: Book) -> Iterator[Fault]:
    """Find stems that are long or not exactly one question; a true-false one must be a plain statement."""
    for placed in book.pack.questions:
        ask = placed.table.ask
        if not 0 < len(ask.strip()) <= LONGEST_ASK:
            yield placed, f"ask has {len(ask)} characters, 1..{LONGEST_ASK} are allowed", "Drop what is not needed."
        if placed.table.kind == "true-false":
            if "?" in ask or not ask.endswith("."):
                yield placed, "a true-false question is a statement that ends with a full stop", ""
        elif ask.count("?") != 1 or not ask.endswith("?"):
            yield placed, "ask needs exactly one question mark, as its last character", ""


def ask_covered(book: Book) -> Iterator[Fault]:
    """Find stems that cannot be answered with the options covered."""
    for placed in book.pack.questions:
        if found := _COVERED.search(placed.table.ask):
            yield placed, f"ask says {found[0]!r}", "Say what is wanted, so that it can be answered unseen."


def ask_positive(book: Book) -> Iterator[Fault]:
    """Find stems that ask for what is not; quotations and names are left aside."""
    for placed in book.pack.questions:
        if found := _NEGATIVE.search(unquoted(placed.table.ask, book.shows)):
            yield placed, f"ask is negative ({found[0]!r})", "Ask for what is, instead of what is not."


def ask_when(book: Book) -> Iterator[Fault]:
    """Find stems that begin with a bare "when" instead of saying whether a date, year or episode is wanted."""
    for placed in book.pack.questions:
        if placed.table.kind != "true-false" and _WHEN.match(placed.table.ask):
            yield placed, "ask begins with a bare 'when'", "Ask 'On which date', 'In what year' or 'In which episode'."


def ask_open(book: Book) -> Iterator[Fault]:
    """Find choices whose stem asks for yes or no."""
    for placed in book.choices:
        if found := _YES_NO.match(placed.table.ask):
            yield placed, f"ask begins with {found[0]!r} and asks for yes or no", "Ask with what, which, who or how."


def ask_unit(book: Book) -> Iterator[Fault]:
    """Find stems that want a date or number and name no unit."""
    for placed in book.pack.questions:
        answer = placed.table.answer
        scale = scale_of(answer) if isinstance(answer, str) else None
        if scale is None or (placed.table.kind == "choice" and not book.ascending(placed.table)):
            continue
        kind, _, unit = scale[0].partition(" ")
        own = set(words(unit.replace("|", " "))) if kind == "number" else set()
        stem = {word.removesuffix("s") for word in words(placed.table.ask)}
        if not _UNIT.search(placed.table.ask) and not own & stem:
            yield placed, "ask names no unit for its date or number", "Say 'on which date', 'how many days', ..."


def ask_lasting(book: Book) -> Iterator[Fault]:
    """Find stems that may not stay true: words of the moment, opinions dressed as facts."""
    for placed in book.pack.questions:
        if found := _PASSING.search(unquoted(placed.table.ask, book.shows)):
            yield placed, f"ask says {found[0]!r}, which may not stay true", "Use the past tense, or name a date."


def why(book: Book) -> Iterator[Fault]:
    """Find questions without a line of why that says more than the answer."""
    for placed in book.pack.questions:
        text = placed.table.why.strip()
        if not 0 < len(text) <= LONGEST_LINE:
            yield placed, f"why has {len(text)} characters, 1..{LONGEST_LINE} are allowed", ""
        elif isinstance(placed.table.answer, str) and fold(text) == fold(placed.table.answer):
            yield placed, "why only repeats the answer", "Add a detail, a date or a connection."
