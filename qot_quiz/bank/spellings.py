"""Other spellings by which a fact is found: of the names in its statement, and those its answer may be typed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qot_quiz.bank.book import Book
from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item

Spellings = Callable[[Fact], list[str]]


def spellings(book: Book, items: Iterable[Item]) -> Spellings:
    """Make what tells the other spellings of a fact.

    Args:
        book: A pack without errors.
        items: Its questions.
    """
    typed: dict[tuple[str, int], list[str]] = {}
    for item in items:
        typed.setdefault((item.fact_id, item.spoils), []).extend(item.accept)
    names = book.names.values()

    def told(fact: Fact) -> list[str]:
        # A question that spoils more than its fact must not lead to it.
        found = list(typed.get((fact.id, fact.spoils), ()))
        for name in names:
            if name.show in fact.statement:
                found += name.accept
        return found

    return told
