"""Moodle's questions, from either of its formats, as questions of ours (https://docs.moodle.org/en/Question_types)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from qot_quiz.core.clean import quoted
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.formats.foreign.found import Entry, Found, Refused, Unfit, entry
from qot_quiz.formats.foreign.markup import marked_up
from qot_quiz.formats.foreign.matching import of_pairs
from qot_quiz.formats.foreign.options import truth_of
from qot_quiz.formats.foreign.tidy import Tidy

FULL = 100.0
"""Per cent of a fully right answer."""

UNASKED = {
    "description": "a description asks nothing",
    "essay": "an essay cannot be judged",
}
"""Types that are no question with an answer."""

ONE_BY_ONE = "feedback on single answers was left out"
PARTLY = "answers that earn a part of the points were left out"
EQUAL = "right answers of unequal weight became equal"
TAGS = "tags other than a difficulty were left out"

_NUMBER = re.compile(r"[-+]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:[eE][-+]?\d{1,2})?")


class Given(msgspec.Struct, frozen=True):
    """One answer of a question.

    Args:
        text: What it says.
        fraction: What it earns, in per cent.
        feedback: What is said to whoever gives it.
        tolerance: How far off a number may be, as written; empty for not at all.
    """

    text: str
    fraction: float = 0.0
    feedback: str = ""
    tolerance: str = ""


class Asked(msgspec.Struct, frozen=True):
    """A question as Moodle has it.

    Args:
        line: The line on which it begins.
        type: Moodle's name of its type, as in its XML.
        stem: What it asks.
        answers: Its answers; of an ordering the things in their order.
        pairs: What is to be matched with what; an empty left side adds a wrong answer.
        single: Whether one answer is to be picked, not several.
        general: What is said to everybody.
        tags: Its tags.
        topic: The last part of its category.
        marked: Whether its texts are HTML; None where the file leaves that to their looks.
    """

    line: int
    type: str
    stem: str
    answers: tuple[Given, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    single: bool = True
    general: str = ""
    tags: tuple[str, ...] = ()
    topic: str = ""
    marked: bool | None = None


def entries(asked: Asked) -> Iterator[Entry]:
    """Turn a question of Moodle's into ours: one of each, and one for each pair of a matching.

    Args:
        asked: The question.
    """
    if asked.type == "matching":
        try:
            yield from of_pairs(asked.line, asked.stem, asked.pairs, _Common(asked))
        except Unfit as unfit:
            yield Refused(asked.line, unfit.reason)
    else:
        yield entry(asked.line, lambda: _found(asked))


class _Common:
    """What all types share: the texts, tidied, and what becomes of feedback, tags and category."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self.tidy = Tidy()

    def __call__(
        self,
        kind: str,
        ask: str,
        answer: str | bool | float | tuple[str, ...],
        wrong: tuple[str, ...] = (),
        accept: tuple[str, ...] = (),
        refuse: tuple[str, ...] = (),
    ) -> Found:
        """Make the question."""
        asked, tidy = self._asked, self.tidy
        difficulties = [tag.casefold() for tag in asked.tags if tag.casefold() in DIFFICULTIES]
        if len(asked.tags) > len(difficulties[:1]):
            tidy.note(TAGS)
        why, topic = self._why(), tidy(asked.topic, "category") if asked.topic.strip() else ""
        return Found(
            line=asked.line,
            kind=kind,
            ask=ask,
            answer=answer,
            wrong=wrong,
            accept=accept,
            refuse=refuse,
            why=why,
            topic=topic,
            difficulty=difficulties[0] if difficulties else "",
            notes=tidy.notes,
        )

    def text(self, text: str, what: str) -> str:
        """Tidy a text of the question."""
        if "@@PLUGINFILE@@" in text:
            raise Unfit("it needs a file that is no text")
        marked = self._asked.marked
        return self.tidy(text, what, marked_up(text) if marked is None else marked)

    def _why(self) -> str:
        """Take what is said to everybody, or else to those who are right."""
        asked = self._asked
        said = [one for one in asked.answers if one.feedback.strip()]
        right = [one.feedback for one in said if one.fraction >= FULL]
        chosen = asked.general if asked.general.strip() else next(iter(right), "")
        if any(one.feedback.strip() != chosen.strip() for one in said):
            self.tidy.note(ONE_BY_ONE)
        return self.text(chosen, "feedback") if chosen.strip() else ""


def _found(asked: Asked) -> Found:
    if asked.type in UNASKED:
        raise Unfit(UNASKED[asked.type])
    make = _MAKERS.get(asked.type)
    if make is None:
        raise Unfit(f"a question of the type {asked.type} cannot be asked here")
    common = _Common(asked)
    return make(asked, common, common.text(asked.stem, "question"))


def _choice(asked: Asked, common: _Common, ask: str) -> Found:
    right = [one for one in asked.answers if one.fraction > 0]
    wrong = tuple(common.text(one.text, "answer") for one in asked.answers if one.fraction <= 0)
    if not right:
        raise Unfit("none of its answers is right")
    texts = tuple(common.text(one.text, "answer") for one in right)
    if asked.single:
        for text, one in zip(texts, right, strict=True):
            if one.fraction < FULL:
                raise Unfit(f"the answer {quoted(text)} earns {one.fraction:g} per cent, which no option here can")
        if len(texts) > 1:
            raise Unfit("one answer is to be picked, and several are right")
    # Truths are asked as truths: Aiken and many teachers have no other way to write them.
    if len(texts) == 1:
        truth = truth_of(texts[0], wrong)
        return common("choice", ask, texts[0], wrong=wrong) if truth is None else common("true-false", ask, truth)
    if max(one.fraction for one in right) - min(one.fraction for one in right) > 0.01:
        common.tidy.note(EQUAL)
    return common("multi", ask, texts, wrong=wrong)


def _true_false(asked: Asked, common: _Common, ask: str) -> Found:
    right = [one.text.strip().casefold() for one in asked.answers if one.fraction >= FULL]
    if right not in (["true"], ["false"]):
        raise Unfit("it does not say whether it is true or false")
    return common("true-false", ask, right == ["true"])


def _short(asked: Asked, common: _Common, ask: str) -> Found:
    right = [one.text for one in asked.answers if one.fraction >= FULL]
    wrong = [one.text for one in asked.answers if one.fraction <= 0 and one.text.strip() != "*"]
    if not right:
        raise Unfit("none of its answers is right")
    if any("*" in text.replace(r"\*", "") for text in (*right, *wrong)):
        raise Unfit("a * in an answer stands for any text, which cannot be judged here")
    if len(right) + sum(one.fraction <= 0 for one in asked.answers) < len(asked.answers):
        common.tidy.note(PARTLY)
    # Typed answers are no HTML, whatever the question is.
    answer, *accept = (common.tidy(text.replace(r"\*", "*"), "answer") for text in right)
    refuse = tuple(common.tidy(text.replace(r"\*", "*"), "wrong answer") for text in wrong)
    return common("typed", ask, answer, accept=tuple(accept), refuse=refuse)


def _numerical(asked: Asked, common: _Common, ask: str) -> Found:
    right = [one for one in asked.answers if one.fraction >= FULL]
    if not right:
        raise Unfit("none of its answers is right")
    for one in right:
        if ".." in one.text:
            raise Unfit(f"every number within {one.text.strip()} is right, and here a number is right or not")
        if number(one.tolerance or "0"):
            raise Unfit(f"numbers up to {one.tolerance.strip()} off are fully right, and here only the exact one is")
    values = {number(one.text) for one in right}
    if len(values) > 1:
        raise Unfit("several numbers are right")
    if any(0 < one.fraction < FULL for one in asked.answers):
        common.tidy.note(PARTLY)
    return common("number", ask, values.pop())


def number(text: str) -> int | float:
    """Read a number as Moodle writes it.

    Args:
        text: Digits with a point, or with an exponent.

    Raises:
        Unfit: It is none, or has more digits than are kept.
    """
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        raise Unfit(f"{quoted(text[:20])} is no number that can be read")
    value = float(text)
    if abs(value) > 2**53:
        raise Unfit(f"the number {text} is too large")
    return int(value) if value == int(value) else value


def _ordering(asked: Asked, common: _Common, ask: str) -> Found:
    things = tuple(common.text(one.text, "thing to put in order") for one in asked.answers)
    return common("ordering", ask, things)


_MAKERS = {
    "multichoice": _choice,
    "truefalse": _true_false,
    "shortanswer": _short,
    "numerical": _numerical,
    "ordering": _ordering,
}
"""What each type becomes; a matching becomes several."""
