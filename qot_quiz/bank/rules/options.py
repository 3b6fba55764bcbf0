"""Rules on the answers: what one picks from, and which typed forms count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from qot_quiz.bank.authored import AuthoredQuestion
from qot_quiz.bank.book import Book
from qot_quiz.bank.rules.structure import Fault
from qot_quiz.bank.scales import rising, scale_of
from qot_quiz.bank.words import mentions, unquoted, words
from qot_quiz.core.clean import quoted
from qot_quiz.core.text import fold

SHORTEST, LONGEST = 0.6, 1.6
"""The band of the right option's length over the mean of the wrong ones (question craft, rule 13)."""

LONGEST_THING = 50
"""Characters of a thing to put in order."""

OPTIONS = ("choice", "multi", "ordering")
"""Kinds of question with options that authors write."""

_ABOVE = re.compile(r"\b(all|none|both|any) of (the above|these|them)\b|^both \w+ and \w+$", re.IGNORECASE)
_ABSOLUTE = re.compile(r"\b(always|never|only|completely)\b", re.IGNORECASE)
_SMALL = frozenset(
    words(
        "about after again all also and any appeared are been before both did does during each first for from had has "
        "have her hers him his how into its last made make name named one only other over same she show shown takes "
        "than that the their them then there they this those two under was were what where which while who whom whose "
        "with"
    )
)


def _texts(question: AuthoredQuestion) -> tuple[str, ...]:
    return (*question.texts, *question.wrong)


def equal(book: Book) -> Iterator[Fault]:
    """Find questions with two options that are the same, however they are spelt."""
    for placed in book.pack.questions:
        seen: dict[object, str] = {}
        for text in _texts(placed.table) if placed.table.kind in OPTIONS else ():
            # A point decides between numbers, and a sign between C# and C++; folding takes both away.
            key = scale_of(text) or (fold(text), _signs(text))
            if key in seen:
                yield placed, f"the options {quoted(seen[key])} and {quoted(text)} are the same", ""
            seen.setdefault(key, text)
            name = book.names.get(fold(text)) if book.names else None
            forms = {fold(form) for form in (name.show, *name.accept)} if name else set[str]()
            for answer in placed.table.texts if name else ():
                if text != answer and fold(text) != fold(answer) and fold(answer) in forms:
                    yield placed, f"{quoted(text)} is another form of the answer {quoted(answer)}", ""


def _signs(text: str) -> str:
    """Keep the signs of a text that are more than punctuation."""
    return "".join(sign for sign in text if sign in "#%&*@" or unicodedata.category(sign)[0] == "S")


def contained(book: Book) -> Iterator[Fault]:
    """Find options that are a part of another."""
    for placed in book.picked:
        texts = _texts(placed.table)
        if rising(texts) is not None:
            continue
        for short in texts:
            for text in texts:
                if fold(short) != fold(text) and mentions(text, short):
                    yield placed, f"the option {quoted(short)} is a part of {quoted(text)}", ""


def length(book: Book) -> Iterator[Fault]:
    """Find right options that are much longer or shorter than the wrong ones, and long things to put in order."""
    for placed in book.pack.questions:
        right, wrong = placed.table.texts, placed.table.wrong
        if placed.table.kind == "ordering":
            for text in right:
                if len(text) > LONGEST_THING:
                    yield placed, f"{quoted(text)} has {len(text)} characters, {LONGEST_THING} at most are allowed", ""
        elif right and any(wrong):
            ratio = sum(map(len, right)) * len(wrong) / (len(right) * sum(map(len, wrong)))
            if not SHORTEST <= ratio <= LONGEST:
                message = f"the answer has {ratio:.2f} times the length of the wrong options"
                yield placed, message, f"Keep it within {SHORTEST} and {LONGEST}."


def above(book: Book) -> Iterator[Fault]:
    """Find options that speak of the others: "all of the above", "none of the above", "both A and B"."""
    for placed in book.picked:
        for text in _texts(placed.table):
            if _ABOVE.search(text):
                yield placed, f"the option {quoted(text)} speaks of the others", ""


def absolute(book: Book) -> Iterator[Fault]:
    """Find single options that give themselves away by an absolute word."""
    for placed in book.picked:
        having = [text for text in _texts(placed.table) if _ABSOLUTE.search(unquoted(text, book.shows))]
        if len(having) == 1:
            yield placed, f"only the option {quoted(having[0])} has an absolute word", ""


def echo(book: Book) -> Iterator[Fault]:
    """Find questions where a content word of the stem turns up in right options alone."""
    for placed in book.picked:
        question = placed.table
        elsewhere = {word for text in question.wrong for word in words(text)}
        stem = {word for word in words(question.ask) if len(word) > 2 and word not in _SMALL}
        told = sorted(stem & {word for text in question.texts for word in words(text)} - elsewhere)
        if told:
            yield placed, f"the word {quoted(told[0])} of ask stands in the right option alone", ""


def mixed(book: Book) -> Iterator[Fault]:
    """Find questions whose dates or numbers are not all written alike, or whose names are of different types."""
    for placed in book.picked:
        scales = [scale for text in placed.table.texts if (scale := scale_of(text))]
        # A number behind a name, as in "Part 1", may well stand beside other names.
        plain = any(scale[0].startswith(("weekday", "date", "number |")) for scale in scales)
        if plain and rising(_texts(placed.table)) is None:
            yield (
                placed,
                "the answer is a date or number, and the options are not all written like it",
                ("Write all of them in one form, so that they can be put in order."),
            )
        if placed.table.kind == "multi":
            types = {book.names[fold(text)].type for text in _texts(placed.table) if fold(text) in book.names}
            if len(types) > 1:
                yield placed, f"its options name things of different types: {', '.join(sorted(types))}", ""


def tell(book: Book) -> Iterator[Fault]:
    """Find things to put in order that tell their order by a date or number of their own."""
    for placed in book.pack.questions:
        points = rising(placed.table.texts) if placed.table.kind == "ordering" else None
        if points and points in (sorted(points), sorted(points, reverse=True)):
            yield placed, "the things to put in order tell their order by their numbers", "Name them in another way."


def forms(book: Book) -> Iterator[Fault]:
    """Find typed forms that stand in two lists, and lists that refuse or doubt the answer itself."""
    for placed in book.pack.questions:
        question = placed.table
        if question.kind != "typed" or not isinstance(question.answer, str):
            continue
        yield from ((placed, message, "") for message in _form_faults(book, question, question.answer))
    for name in book.pack.names:
        yield from (
            (name, message, "")
            for message in _overlaps(
                {
                    "accept": (name.table.show, *name.table.accept),
                    "vague": name.table.vague,
                    "refuse": name.table.refuse,
                }
            )
        )


def _form_faults(book: Book, question: AuthoredQuestion, answer: str) -> Iterator[str]:
    name = book.names.get(fold(answer))
    lists = {
        "accept": (answer, *question.accept, *(name.accept if name else ())),
        "vague": (*question.vague, *(name.vague if name else ())),
        "refuse": (*question.refuse, *(name.refuse if name else ())),
    }
    yield from _overlaps(lists)
    for form in (*lists["accept"], *lists["vague"], *lists["refuse"]):
        if not fold(form):
            yield f"the form {quoted(form)} has neither letter nor digit"


def _overlaps(lists: dict[str, tuple[str, ...]]) -> Iterator[str]:
    home: dict[str, str] = {}
    for where, texts in lists.items():
        for text in texts:
            other = home.setdefault(fold(text), where)
            if other != where:
                yield f"the form {quoted(text)} stands in {where} and also counts as {other}"


def needless(book: Book) -> Iterator[Fault]:
    """Find typed forms that the judge knows already: the answer, or the forms of its name."""
    for placed in book.pack.questions:
        question = placed.table
        if question.kind != "typed" or not isinstance(question.answer, str):
            continue
        name = book.names.get(fold(question.answer))
        known = {fold(form) for form in (question.answer, *(name.accept if name else ()))}
        for form in question.accept:
            if fold(form) in known:
                yield placed, f"the form {quoted(form)} counts already", "Take it out of accept."
            known.add(fold(form))


def names_apart(book: Book) -> Iterator[Fault]:
    """Find forms that count for two names of the same type."""
    owners: dict[tuple[str, str], str] = {}
    for placed in book.pack.names:
        for form in (placed.table.show, *placed.table.accept):
            owner = owners.setdefault((placed.table.type, fold(form)), placed.table.id)
            if owner != placed.table.id:
                yield placed, f"the form {quoted(form)} counts for {quoted(owner)} as well", "Move it to vague in both."
