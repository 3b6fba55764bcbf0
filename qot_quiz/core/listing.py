"""The forms that a question lists, and the verdicts that rest on them."""

from __future__ import annotations

from qot_quiz.core import names
from qot_quiz.core.index import index
from qot_quiz.core.politeness import PEOPLE, wordings
from qot_quiz.core.question import Item
from qot_quiz.core.verdict import Verdict
from qot_quiz.core.wording import keys


def forms_of(item: Item) -> tuple[str, ...]:
    """Give all forms that count, the answer as shown first."""
    return (item.answer, *item.accept)


def is_person(item: Item) -> bool:
    """Whether the answer is somebody's name, by its type or because it is a Korean name."""
    return item.type in PEOPLE or (not item.type and names.name_of(forms_of(item)) is not None)


def listed(typed: str, item: Item) -> Verdict | None:
    """Look a typed text up in the lists of its question, and then without the words that say nothing."""
    return next((found for one in wordings(typed, item.type) if (found := _in_lists(one, item))), None)


def _in_lists(typed: str, item: Item) -> Verdict | None:
    """Look the typed text up in the lists; the answer itself beats them all, and what is refused beats the rest."""
    if form := matching(typed, (item.answer,)):
        return Verdict(credit=1.0, reason="exact", form=form)
    if form := matching(typed, item.refuse):
        return Verdict(credit=0.0, reason="refused", form=form)
    if form := matching(typed, forms_of(item)):  # the answer itself is none of them here
        return Verdict(credit=1.0, reason="accepted", form=form)
    if form := matching(typed, item.vague):
        return vague(form)
    if form := matching(typed, item.rivals):
        return another(form)
    return None


def matching(typed: str, forms: tuple[str, ...]) -> str:
    """Give the first form that is the same answer as a typed text, empty when none is."""
    if not forms:
        return ""
    places = map(index(forms).place, keys(typed))
    return next((forms[place] for place in places if place >= 0), "")


def right(form: str) -> Verdict:
    """Count an answer, as written in a form that is not the one shown."""
    return Verdict(credit=1.0, reason="accepted", form=form)


def vague(form: str) -> Verdict:
    """Ask which one is meant."""
    return Verdict(credit=0.0, reason="vague", form=form, again=True)


def closely(form: str) -> Verdict:
    """Give one more try to what is close."""
    return Verdict(credit=0.0, reason="close", form=form, again=True)


def another(form: str) -> Verdict:
    """Refuse what is the name of something else."""
    return Verdict(credit=0.0, reason="another", form=form)


def within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether words are an unbroken part of others."""
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))
