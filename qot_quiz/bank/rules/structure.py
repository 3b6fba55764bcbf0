"""Rules on ids, references, spoiler levels and sources: what the pack format itself demands."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from qot_quiz.bank.authored import AuthoredSource
from qot_quiz.bank.book import Book
from qot_quiz.bank.findings import nearest
from qot_quiz.bank.pack import Placed
from qot_quiz.bank.rules import addresses
from qot_quiz.core.clean import quoted
from qot_quiz.core.kinds import KINDS
from qot_quiz.core.question import DIFFICULTIES

Fault = tuple[Placed[Any], str, str]
"""The table at fault, what is wrong, and what to do about it."""

VALUE_KEYS = (
    "date",
    "number",
    "episode",
    "person",
    "character",
    "place",
    "organisation",
    "group",
    "work",
    "title",
    "quote",
    "text",
)
"""What the value of a fact may be called."""

MOST_EPISODES = 999
MOST_PARAGRAPHS = 99
LONGEST_LINE = 200
"""Characters of a statement or a why: one line or two of a terminal."""

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""The form of an id."""


def pack_table(book: Book) -> Iterator[Fault]:
    """Find packs without a title, a sensible number of episodes, or any question."""
    about = book.about.table
    if not about.title.strip():
        yield book.about, "the pack has no title", ""
    if not 0 <= about.episodes <= MOST_EPISODES:
        yield book.about, f"episodes is {about.episodes}, it must lie within 0..{MOST_EPISODES}", ""
    if not book.pack.questions and not book.pack.streams and not book.pack.lost:
        yield book.about, "the pack asks no question", "Write at least one [[question]]."


def id_form(book: Book) -> Iterator[Fault]:
    """Find ids that are not kebab-case; a question's is its fact's id, a slash, and the angle."""
    pack = book.pack
    tables: tuple[Placed[Any], ...] = (book.about, *pack.topics, *pack.names, *pack.facts, *pack.recipes)
    for placed in tables:
        if not KEBAB.fullmatch(placed.table.id):
            yield (
                placed,
                f"the id {quoted(placed.table.id)} is not kebab-case",
                "Use small letters, digits and hyphens.",
            )
    for question in pack.questions:
        if question.recipe:  # made of two ids that are judged by themselves
            continue
        parts = question.table.id.split("/")
        wanted = len(parts) == 2 or (len(parts) == 1 and not pack.facts)
        if not wanted or not all(KEBAB.fullmatch(part) for part in parts):
            yield question, f"the id {quoted(question.table.id)} is not of the form fact-id/angle", ""


def id_unique(book: Book) -> Iterator[Fault]:
    """Find tables of one kind that share an id."""
    pack = book.pack
    groups: tuple[tuple[Placed[Any], ...], ...] = (pack.topics, pack.names, pack.facts, pack.questions, pack.recipes)
    for group in groups:
        first: dict[str, Placed[Any]] = {}
        for placed in group:
            before = first.setdefault(placed.table.id, placed)
            if before is not placed:
                yield placed, f"the id stands already in {before.file}:{before.line}", "Every id must be its own."


def topic_known(book: Book) -> Iterator[Fault]:
    """Find facts, and questions of a pack without facts, that belong to no topic of the pack."""
    for placed in book.pack.facts or book.pack.questions:
        topic = book.topic(placed)
        if topic not in book.topics and topic not in book.pack.lost:
            message = f"unknown topic {quoted(topic)}" if topic else "no topic is given"
            yield placed, message, nearest(topic, book.topics) or "Write [[topic]] tables into pack.toml."
    for question in book.pack.questions if book.pack.facts else ():
        if question.table.topic and question.table.topic not in book.topics:
            yield question, f"unknown topic {quoted(question.table.topic)}", nearest(question.table.topic, book.topics)


def kind_known(book: Book) -> Iterator[Fault]:
    """Find questions of a kind that the game cannot ask."""
    for placed in book.pack.questions:
        if placed.table.kind not in KINDS:
            yield placed, f"unknown kind {quoted(placed.table.kind)}", nearest(placed.table.kind, KINDS)


def difficulty_known(book: Book) -> Iterator[Fault]:
    """Find difficulties other than easy, medium and hard."""
    for fact in book.pack.facts:
        if fact.table.difficulty not in DIFFICULTIES:
            yield (
                fact,
                f"unknown difficulty {quoted(fact.table.difficulty)}",
                nearest(fact.table.difficulty, DIFFICULTIES),
            )
    for question in book.pack.questions:
        own = question.table.difficulty
        if own and own not in DIFFICULTIES:
            yield question, f"unknown difficulty {quoted(own)}", nearest(own, DIFFICULTIES)
        elif not own and not book.pack.facts:
            yield question, "no difficulty is given", nearest("", DIFFICULTIES)


def fact_above(book: Book) -> Iterator[Fault]:
    """Find questions whose fact does not stand above them, where a reader checks them side by side."""
    if not book.pack.facts:
        return
    for placed in book.pack.questions:
        id = book.fact_id(placed.table)
        fact = book.facts.get(id)
        if fact is None:
            if id not in book.pack.lost:
                yield placed, f"there is no fact {quoted(id)}", nearest(id, book.facts)
        elif not placed.recipe and (fact.file != placed.file or fact.line > placed.line > 0):
            place = f"{fact.file}:{fact.line}"
            yield placed, f"its fact stands in {place}, not above it", "Put the question below its fact."


def spoils_range(book: Book) -> Iterator[Fault]:
    """Find spoiler levels beyond 0 and the number of episodes."""
    most = book.about.table.episodes
    tables: tuple[Placed[Any], ...] = (*book.pack.names, *book.pack.facts, *book.pack.questions)
    for placed in tables:
        spoils = placed.table.spoils
        if spoils is not None and not 0 <= spoils <= most:
            yield placed, f"spoils is {spoils}, the pack has episodes 0..{most}", ""


def spoils_floor(book: Book) -> Iterator[Fault]:
    """Find facts and questions that spoil less than what they rest on."""
    for fact in book.pack.facts:
        for id in fact.table.rests_on:
            if id in book.facts and fact.table.spoils < book.facts[id].table.spoils:
                yield (
                    fact,
                    f"spoils less than {quoted(id)}, on which it rests",
                    f"Use {book.facts[id].table.spoils} or more.",
                )
    for placed in book.pack.questions:
        known = book.fact(placed.table)
        if known and book.spoils(placed.table) < known.table.spoils:
            yield placed, "spoils less than its fact", f"Use {known.table.spoils} or more, or leave the line out."


def rests_on(book: Book) -> Iterator[Fault]:
    """Find derived facts that rest on unknown facts, on themselves, or on no rule."""
    for placed in book.pack.facts:
        fact = placed.table
        for id in fact.rests_on:
            if id not in book.facts and id not in book.pack.lost:
                yield placed, f"rests on an unknown fact {quoted(id)}", nearest(id, book.facts)
        if bool(fact.rests_on) != bool(fact.rule.strip()):
            yield placed, "rests_on and rule belong together, one of them is missing", ""
        reached, ahead = set[str](), list(fact.rests_on)
        while ahead:
            id = ahead.pop()
            if id not in reached and id in book.facts:
                reached.add(id)
                ahead.extend(book.facts[id].table.rests_on)
        if fact.id in reached:
            yield placed, "the fact rests on itself", ""


def fact_value(book: Book) -> Iterator[Fault]:
    """Find facts that are not one line, or do not hold their value under a known key."""
    for placed in book.pack.facts:
        fact = placed.table
        if not fact.kind.strip():
            yield placed, "the fact has no kind", ""
        if not 0 < len(fact.statement.strip()) <= LONGEST_LINE:
            yield placed, f"the statement has {len(fact.statement)} characters, 1..{LONGEST_LINE} are allowed", ""
        if not fact.value:
            yield placed, "value is empty", ""
        for key, value in fact.value.items():
            if key not in VALUE_KEYS:
                yield placed, f"unknown key {quoted(key)} in value", nearest(key, VALUE_KEYS)
            parts = value if isinstance(value, tuple) else (value,)
            if not parts or any(part == "" for part in parts):
                yield placed, "value is empty", ""
            # JSON readers keep whole numbers up to 2^53.
            if any(not isinstance(part, str) and (not math.isfinite(part) or abs(part) > 2**53) for part in parts):
                yield placed, "value holds a number that is too large or none at all", ""


def fact_one_key(book: Book) -> Iterator[Fault]:
    """Find facts whose value has several keys."""
    for placed in book.pack.facts:
        if len(placed.table.value) > 1:
            yield placed, f"value has {len(placed.table.value)} keys, one is enough", "Keep what the questions ask for."


def sources(book: Book) -> Iterator[Fault]:
    """Find facts that do not name where they are written: a paragraph of the article, or a publication and its page."""
    for placed in book.pack.facts:
        if not placed.table.sources:
            yield placed, "the fact has no source", "Write sources = [{ paragraph = 1 }], or publisher and page."
        for source in placed.table.sources:
            trouble = _source_fault(source)
            if trouble:
                yield placed, trouble, ""


def _source_fault(source: AuthoredSource) -> str:
    if source.paragraph or not (source.publisher or source.page):
        if not 1 <= source.paragraph <= MOST_PARAGRAPHS:
            return f"the source's paragraph is {source.paragraph}, it must lie within 1..{MOST_PARAGRAPHS}"
        if source.page or source.publisher or source.date:
            return "the source has a paragraph and a page; write two sources"
        return ""
    if not source.publisher.strip():
        return "the source has no publisher"
    if trouble := addresses.fault(source.page):
        return trouble
    if source.date:
        try:
            date.fromisoformat(source.date)
        except ValueError:
            return f"the source's date {quoted(source.date)} is no day like 2024-03-09"
    return ""
