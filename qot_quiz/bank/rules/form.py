"""Rules on the form of each kind: which keys a question has, and what they hold."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from qot_quiz.bank.authored import AuthoredQuestion
from qot_quiz.bank.book import Book
from qot_quiz.bank.rules.structure import Fault
from qot_quiz.bank.values import is_day
from qot_quiz.core.kinds.ordering import SHOWN

FEWEST_WRONG, MOST_WRONG = 3, 12
"""Wrong options of a choice, and of a question with several right answers."""

FEWEST_OF_PLAIN = 1
"""Wrong options of a choice in a pack of plain questions: other programs' lists have many of two and three options."""

FEWEST_RIGHT, MOST_RIGHT = 2, 8
"""Right answers where there are several."""

WRONG_FOR_TWO = 4
"""Wrong options where only two are right: a game shows six in all."""

FEWEST_THINGS, MOST_THINGS = 3, 8
"""Things to put in order."""

_TYPED_KEYS = ("accept", "vague", "refuse", "parts")
_OWN_KEYS: dict[str, tuple[str, ...]] = {
    "choice": ("wrong",),
    "true-false": (),
    "typed": _TYPED_KEYS,
    "multi": ("wrong",),
    "ordering": (),
    "number": ("unit", "within"),
    "date": ("within",),
}
"""The keys that belong to some kinds only, by kind."""

_SPECIAL = ("wrong", *_TYPED_KEYS, "unit", "within")


def form(book: Book) -> Iterator[Fault]:
    """Find questions that lack a key of their kind, or carry one of another kind."""
    for placed in book.pack.questions:
        question = placed.table
        if question.kind not in _ANSWERS:
            continue
        for trouble in (*_ANSWERS[question.kind](book, question), *_foreign(question), *_blank(question)):
            yield placed, trouble, ""


def _foreign(question: AuthoredQuestion) -> Iterator[str]:
    for key in _SPECIAL:
        if getattr(question, key) and key not in _OWN_KEYS[question.kind]:
            homes = " and ".join(kind for kind, keys in _OWN_KEYS.items() if key in keys)
            yield f"a {question.kind} question has no {key}: it belongs to {homes}"


def _blank(question: AuthoredQuestion) -> Iterator[str]:
    listed = (*question.wrong, *question.accept, *question.vague, *question.refuse)
    if any(not text.strip() for text in (*listed, *(form for part in question.parts for form in part))):
        yield "an option or form is empty"
    if "within" in _OWN_KEYS[question.kind] and not 0 <= question.within < math.inf:
        yield f"within is {question.within}, it must be a distance of 0 or more"


def _text(question: AuthoredQuestion) -> Iterator[str]:
    if not isinstance(question.answer, str) or not question.answer.strip():
        yield "the answer must be a text"


def _choice(book: Book, question: AuthoredQuestion) -> Iterator[str]:
    yield from _text(question)
    fewest = FEWEST_WRONG if book.pack.facts else FEWEST_OF_PLAIN
    if not fewest <= len(question.wrong) <= MOST_WRONG:
        yield f"{len(question.wrong)} wrong options, {fewest} to {MOST_WRONG} are needed"


def _true_false(book: Book, question: AuthoredQuestion) -> Iterator[str]:
    if not isinstance(question.answer, bool):
        yield "the answer of a true-false question is true or false, without quotes"


def _typed(book: Book, question: AuthoredQuestion) -> Iterator[str]:
    yield from _text(question)
    if question.parts and (len(question.parts) == 1 or not all(question.parts)):
        yield "parts are two or more lists of forms"


def _listed(question: AuthoredQuestion, fewest: int, most: int) -> Iterator[str]:
    if not isinstance(question.answer, tuple) or any(not text.strip() for text in question.answer):
        yield "the answer must be a list of texts"
    elif not fewest <= len(question.answer) <= most:
        yield f"the answer lists {len(question.answer)}, {fewest} to {most} are needed"


def _multi(book: Book, question: AuthoredQuestion) -> Iterator[str]:
    yield from _listed(question, FEWEST_RIGHT, MOST_RIGHT)
    fewest = WRONG_FOR_TWO if len(question.texts) == FEWEST_RIGHT else FEWEST_WRONG
    if not book.pack.facts:
        fewest = FEWEST_RIGHT  # as many as are right: picking all must earn nothing
    if not fewest <= len(question.wrong) <= MOST_WRONG:
        yield f"{len(question.wrong)} wrong options, {fewest} to {MOST_WRONG} are needed"


def _ordering(book: Book, question: AuthoredQuestion) -> Iterator[str]:
    difficulty = book.difficulty(question)
    shown = SHOWN.get(difficulty, FEWEST_THINGS)
    yield from _listed(question, FEWEST_THINGS, MOST_THINGS)
    if FEWEST_THINGS <= len(question.texts) < shown:
        yield f"the answer lists {len(question.texts)}, a question of difficulty {difficulty} shows {shown}"


def _number(book: Book, question: AuthoredQuestion) -> Iterator[str]:
    answer = question.answer
    # JSON readers keep whole numbers up to 2^53.
    if isinstance(answer, bool) or not isinstance(answer, int | float) or not abs(answer) <= 2**53:
        yield "the answer must be a number, without quotes"


def _date(book: Book, question: AuthoredQuestion) -> Iterator[str]:
    if isinstance(question.answer, tuple) or not is_day(question.answer):
        yield "the answer must be a day like 2024-03-09, without quotes"


_ANSWERS: dict[str, Callable[[Book, AuthoredQuestion], Iterator[str]]] = {
    "choice": _choice,
    "true-false": _true_false,
    "typed": _typed,
    "multi": _multi,
    "ordering": _ordering,
    "number": _number,
    "date": _date,
}
"""What each kind demands of its answer and options."""
