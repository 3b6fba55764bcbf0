"""From what authors write to what the core knows: facts and items with every reference filled in."""

from __future__ import annotations

from qot_quiz.bank.authored import AuthoredFact, AuthoredQuestion, AuthoredSource
from qot_quiz.bank.book import Book, PlacedQuestion
from qot_quiz.bank.pack import Placed
from qot_quiz.bank.rivals import with_rivals
from qot_quiz.bank.scales import Point, rising
from qot_quiz.bank.values import digits
from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item, Source
from qot_quiz.core.text import fold

GROUPS = ("multi", "ordering")
"""Kinds of question that range over all the facts on which theirs rests."""


def facts_of(book: Book) -> list[Fact]:
    """Make the facts of a pack, topic by topic and in the author's order within each.

    Args:
        book: A pack without errors.
    """
    order = {topic: place for place, topic in enumerate(book.topics)}
    facts = [_fact(book, placed) for placed in book.pack.facts]
    return sorted(facts, key=lambda fact: order[fact.topic])


def items_of(book: Book) -> list[Item]:
    """Make the questions of a pack, in the order of their ids.

    The order is that of the ids because a shared code names positions, and packs of equal digest must agree on them
    however their files are named.

    Args:
        book: A pack without errors.
    """
    items = (item_of(book, placed) for placed in book.pack.questions)
    return sorted(with_rivals(book, items), key=lambda item: item.id)


def _fact(book: Book, placed: Placed[AuthoredFact]) -> Fact:
    fact = placed.table
    return Fact(
        id=fact.id,
        kind=fact.kind,
        topic=book.topic(placed),
        statement=fact.statement,
        value=fact.value,
        spoils=fact.spoils,
        difficulty=fact.difficulty,
        sources=_sources(book, fact.sources),
        rests_on=fact.rests_on,
        rule=fact.rule,
    )


def item_of(book: Book, placed: PlacedQuestion) -> Item:
    """Make one question, as far as its tables allow.

    Args:
        book: A pack, with or without errors.
        placed: One of its questions.
    """
    question = placed.table
    fact = book.fact(question)
    answer = _answer(question)
    wrong, below = _in_order(answer, question.wrong) if question.kind == "choice" else (question.wrong, None)
    name = book.names.get(fold(answer)) if question.kind == "typed" else None
    return Item(
        id=question.id,
        fact_id=book.fact_id(question),
        kind=question.kind,
        difficulty=book.difficulty(question),
        topic=book.topic(placed),
        spoils=book.spoils(question),
        ask=question.ask,
        answer=answer,
        answers=question.answer if isinstance(question.answer, tuple) else (),
        wrong=wrong,
        ascending=below is not None,
        wrong_below=below or 0,
        rising=_all_in_order(question) if question.kind == "multi" else (),
        accept=_joined(question.accept, name.accept if name else ()),
        vague=_joined(question.vague, name.vague if name else ()),
        refuse=_joined(question.refuse, name.refuse if name else ()),
        parts=question.parts,
        unit=question.unit,
        within=question.within,
        rests_on=fact.table.rests_on if fact and question.kind in GROUPS else (),
        why=book.why(question),
        sources=_sources(book, fact.table.sources) if fact else (),
    )


def _answer(question: AuthoredQuestion) -> str:
    """Write the one right answer, in plain digits where it is a number; empty where there are several."""
    match question.answer:
        case bool(truth):
            return str(truth).lower()
        case int(number) | float(number):
            return digits(number)
        case str(text):
            return text
        case _:
            return ""


def _in_order(answer: str, wrong: tuple[str, ...]) -> tuple[tuple[str, ...], int | None]:
    """Put wrong dates or numbers in rising order and count those below the answer; None for other options."""
    points = rising((answer, *wrong))
    if points is None:
        return wrong, None
    ranked: list[tuple[Point, str]] = sorted(zip(points[1:], wrong, strict=True))
    return tuple(text for _, text in ranked), sum(point < points[0] for point, _ in ranked)


def _all_in_order(question: AuthoredQuestion) -> tuple[str, ...]:
    """Put right and wrong dates or numbers in one rising order; empty for other options."""
    texts = (*question.answer, *question.wrong) if isinstance(question.answer, tuple) else question.wrong
    points = rising(texts)
    return tuple(text for _, text in sorted(zip(points, texts, strict=True))) if points else ()


def _joined(own: tuple[str, ...], named: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*own, *named)))


def _sources(book: Book, sources: tuple[AuthoredSource, ...]) -> tuple[Source, ...]:
    article = book.about.table.article or "the article"
    return tuple(Source(source.publisher or article, source.paragraph, source.date, source.page) for source in sources)
