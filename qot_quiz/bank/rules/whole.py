"""Rules that look across a pack: spoiling names, doubles, and the mix of questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import comb

from qot_quiz.bank.book import Book
from qot_quiz.bank.items import item_of
from qot_quiz.bank.rules.structure import Fault
from qot_quiz.bank.words import mentions
from qot_quiz.core.clean import quoted
from qot_quiz.core.kinds import choice
from qot_quiz.core.kinds.choice import WRONG
from qot_quiz.core.question import KEYS
from qot_quiz.core.text import fold

MOST_TRUE_FALSE = 0.08
"""The share of true-false questions: a wrong guess hands over the right answer."""

CHANCE = 1 / (WRONG + 1)
"""How often a guess is right."""

OFF_LONGEST = 0.04
"""How far from chance the longest option may be right (question craft, rule 13)."""

OFF_EDGE = 0.08
"""How far from chance the first, and the last, of rising options may be right."""

NAMED = 8
"""Questions that a finding on a whole pack names."""

MOST_OF_FAMILY = 0.1
"""The share of questions that one recipe makes."""

FEWEST_FOR_FAMILIES = 100
"""Below this many questions a family's share says nothing."""

FEWEST_FOR_SHARES = 20
"""Below this many questions a share says nothing."""


def name_spoils(book: Book) -> Iterator[Fault]:
    """Find questions and facts that show a name which spoils more than they do."""
    names = [placed.table for placed in book.pack.names if placed.table.spoils]
    if not names:
        return
    for question in book.pack.questions:
        table = question.table
        texts = [table.ask, book.why(table), *table.wrong, *table.texts]
        for name in names:
            if name.spoils > book.spoils(table) and _shown(texts, (name.show, *name.accept)):
                yield question, f"shows the name {quoted(name.show)}, which spoils episode {name.spoils}", ""
    for fact in book.pack.facts:
        for name in names:
            texts = [fact.table.statement, fact.table.subject]
            if name.spoils > fact.table.spoils and _shown(texts, (name.show, *name.accept)):
                yield fact, f"shows the name {quoted(name.show)}, which spoils episode {name.spoils}", ""


def _shown(texts: list[str], forms: tuple[str, ...]) -> bool:
    return any(mentions(text, form) for text in texts for form in forms)


def asked_twice(book: Book) -> Iterator[Fault]:
    """Find questions with the stem of another; orders of different things may share theirs."""
    seen: dict[tuple[str, frozenset[str]], str] = {}
    for placed in book.pack.questions:
        question = placed.table
        things = frozenset(map(fold, question.texts)) if question.kind == "ordering" else frozenset[str]()
        first = seen.setdefault((fold(question.ask), things), question.id)
        if first != question.id:
            yield placed, f"asks the same as {quoted(first)}", ""


def fact_asked(book: Book) -> Iterator[Fault]:
    """Find facts that no question asks about and no other fact rests on."""
    used = {book.fact_id(placed.table) for placed in book.pack.questions}
    used.update(id for placed in book.pack.facts for id in placed.table.rests_on)
    for placed in book.pack.facts if not book.pack.lost else ():
        if placed.table.id not in used:
            yield placed, "no question asks for this fact", ""


def fact_angles(book: Book) -> Iterator[Fault]:
    """Find facts that one question alone asks about; one on a fact that rests on them asks about them, too."""
    angles = Counter(id for placed in book.pack.questions for id in _beneath(book, book.fact_id(placed.table)))
    for placed in book.pack.facts if not book.pack.lost else ():
        # What a recipe derives is the fact of one question by design.
        if angles[placed.table.id] == 1 and not placed.recipe:
            yield placed, "one question alone asks for this fact", "Ask for something else of it, or range over it."


def _beneath(book: Book, id: str) -> set[str]:
    """Collect a fact and all that it rests on."""
    found, ahead = set[str](), [id]
    while ahead:
        one = ahead.pop()
        if one not in found and one in book.facts:
            found.add(one)
            ahead.extend(book.facts[one].table.rests_on)
    return found


def topic_asked(book: Book) -> Iterator[Fault]:
    """Find topics without a question."""
    used = {book.topic(placed) for placed in book.pack.questions}
    # The questions of a faulty table may have been the topic's own, and those of a stream are not here.
    for placed in book.pack.topics if not book.pack.lost and not book.pack.streams else ():
        if placed.table.id not in used:
            yield placed, "no question belongs to this topic", ""


def true_false_share(book: Book) -> Iterator[Fault]:
    """Find packs with too many true-false questions."""
    kinds = Counter(placed.table.kind for placed in book.pack.questions)
    share = kinds["true-false"] / max(1, kinds.total())
    if kinds["true-false"] > 1 and share > MOST_TRUE_FALSE:
        yield book.about, f"{share:.0%} of the questions are true-false, {MOST_TRUE_FALSE:.0%} at most is good", ""


def longest_share(book: Book) -> Iterator[Fault]:
    """Find packs where taking the longest option is right much more or less often than by chance."""
    chances = [
        _longest(placed.table.texts[0], placed.table.wrong)
        for placed in book.choices
        if placed.table.texts and len(placed.table.wrong) >= WRONG and not book.ascending(placed.table)
    ]
    share = sum(chances) / max(1, len(chances))
    if len(chances) >= FEWEST_FOR_SHARES and abs(share - CHANCE) > OFF_LONGEST:
        message = f"in {share:.0%} of the choices the answer is the longest option, {CHANCE:.0%} is chance"
        yield book.about, message, f"Make {'wrong' if share > CHANCE else 'right'} options longer."


def _longest(answer: str, wrong: tuple[str, ...]) -> float:
    """Say how often the answer is the longest when a game draws its wrong options; of equal ones each as often."""
    shorter = sum(len(text) < len(answer) for text in wrong)
    equal = sum(len(text) == len(answer) for text in wrong)
    ways = ((beside, comb(equal, beside) * comb(shorter, WRONG - beside)) for beside in range(WRONG + 1))
    return sum(count / (beside + 1) for beside, count in ways) / comb(len(wrong), WRONG)


def edge_room(book: Book) -> Iterator[Fault]:
    """Find packs where the answer of rising options comes first, or last, much more or less often than by chance."""
    items = (item_of(book, placed) for placed in book.choices if len(placed.table.wrong) >= WRONG)
    rising = {item.id: item for item in items if item.ascending}
    if len(rising) < FEWEST_FOR_SHARES:
        return
    for key, name in (("a", "first"), (KEYS[WRONG], "last")):
        hits = {
            id: sum(choice.deal(item, 0, place).solution == (key,) for place in range(WRONG + 1))
            for id, item in rising.items()
        }
        share = sum(hits.values()) / (len(rising) * (WRONG + 1))
        if abs(share - CHANCE) > OFF_EDGE:
            culprits = [id for id, count in hits.items() if (count == 0 if share < CHANCE else count > 1)]
            message = f"in {share:.0%} of the date and number choices the answer comes {name}, {CHANCE:.0%} is chance"
            hint = f"Give {WRONG} wrong options below and {WRONG} above the answer: {', '.join(culprits[:NAMED])}."
            yield book.about, message, hint


def family_share(book: Book) -> Iterator[Fault]:
    """Find recipes that make too much of a pack."""
    most = len(book.pack.questions) * MOST_OF_FAMILY
    families = Counter(placed.recipe for placed in book.pack.questions)
    for placed in book.pack.recipes if len(book.pack.questions) >= FEWEST_FOR_FAMILIES else ():
        count = families[placed.table.id]
        if count > most:
            message = f"makes {count} of {len(book.pack.questions)} questions, {MOST_OF_FAMILY:.0%} at most is good"
            yield placed, message, "Let it range over fewer facts."
