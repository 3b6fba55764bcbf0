"""Rules that look across a pack: spoiling names, doubles, and the mix of questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from qot_quiz.bank.book import Book
from qot_quiz.bank.rules.structure import Fault
from qot_quiz.bank.scales import rising
from qot_quiz.bank.words import mentions
from qot_quiz.core.text import fold

MOST_TRUE_FALSE = 0.08
"""The share of true-false questions: a wrong guess hands over the right answer."""

MOST_LONGEST = 0.29
"""The share of choices whose right option is the longest (question craft, rule 13)."""

MOST_AT_EDGE = 0.5
"""The share of rising choices whose answer is the lowest or the highest of all options."""

FEWEST_FOR_SHARES = 20
"""Below this many questions a share says nothing."""


def name_spoils(book: Book) -> Iterator[Fault]:
    """Find questions and facts that show a name which spoils more than they do."""
    names = [placed.table for placed in book.pack.names if placed.table.spoils]
    if not names:
        return
    for question in book.pack.questions:
        table = question.table
        texts = [table.ask, table.why, *table.wrong, *([table.answer] if isinstance(table.answer, str) else [])]
        for name in names:
            if name.spoils > book.spoils(table) and _shown(texts, (name.show, *name.accept)):
                yield question, f"shows the name {name.show!r}, which spoils episode {name.spoils}", ""
    for fact in book.pack.facts:
        for name in names:
            if name.spoils > fact.table.spoils and _shown([fact.table.statement], (name.show, *name.accept)):
                yield fact, f"shows the name {name.show!r}, which spoils episode {name.spoils}", ""


def _shown(texts: list[str], forms: tuple[str, ...]) -> bool:
    return any(mentions(text, form) for text in texts for form in forms)


def asked_twice(book: Book) -> Iterator[Fault]:
    """Find questions with the stem of another."""
    seen: dict[str, str] = {}
    for placed in book.pack.questions:
        first = seen.setdefault(fold(placed.table.ask), placed.table.id)
        if first != placed.table.id:
            yield placed, f"asks the same as {first!r}", ""


def fact_asked(book: Book) -> Iterator[Fault]:
    """Find facts that no question asks about and no other fact rests on."""
    used = {book.fact_id(placed.table) for placed in book.pack.questions}
    used.update(id for placed in book.pack.facts for id in placed.table.rests_on)
    for placed in book.pack.facts if not book.pack.lost else ():
        if placed.table.id not in used:
            yield placed, "no question asks for this fact", ""


def topic_asked(book: Book) -> Iterator[Fault]:
    """Find topics without a question."""
    used = {book.topic(placed) for placed in book.pack.questions}
    # The questions of a faulty table may have been the topic's own.
    for placed in book.pack.topics if not book.pack.lost else ():
        if placed.table.id not in used:
            yield placed, "no question belongs to this topic", ""


def true_false_share(book: Book) -> Iterator[Fault]:
    """Find packs with too many true-false questions."""
    kinds = Counter(placed.table.kind for placed in book.pack.questions)
    share = kinds["true-false"] / max(1, kinds.total())
    if kinds["true-false"] > 1 and share > MOST_TRUE_FALSE:
        yield book.about, f"{share:.0%} of the questions are true-false, {MOST_TRUE_FALSE:.0%} at most is good", ""


def longest_share(book: Book) -> Iterator[Fault]:
    """Find packs where the right option is the longest too often."""
    longest = [
        len(question.answer) > max(map(len, question.wrong), default=0)
        for question in (placed.table for placed in book.choices)
        if isinstance(question.answer, str) and not book.ascending(question)
    ]
    share = sum(longest) / max(1, len(longest))
    if len(longest) >= FEWEST_FOR_SHARES and share > MOST_LONGEST:
        message = f"in {share:.0%} of the choices the answer is the longest option, {MOST_LONGEST:.0%} at most is good"
        yield book.about, message, ""


def edge_share(book: Book) -> Iterator[Fault]:
    """Find packs where the answer of rising options stands at their edge too often."""
    edges = []
    for placed in book.choices:
        points = rising((str(placed.table.answer), *placed.table.wrong))
        if points:
            edges.append(points[0] in (min(points), max(points)))
    share = sum(edges) / max(1, len(edges))
    if len(edges) >= FEWEST_FOR_SHARES and share > MOST_AT_EDGE:
        yield (
            book.about,
            f"in {share:.0%} of the date and number choices the answer is the lowest or highest",
            ("Give wrong options on both sides of it."),
        )
