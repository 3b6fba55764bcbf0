"""Which difficulty labels of a pack the answers contradict: an author's tool, and it spoils."""

from __future__ import annotations

import msgspec

from qot_quiz import runtime
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.core.rating import PLAYS, STARTS, label
from qot_quiz.store import statistics
from qot_quiz.ui import words


class Contradicted(msgspec.Struct, frozen=True):
    """A fact that is rated like those of a difficulty that none of its questions has.

    Args:
        fact_id: The fact.
        labels: The difficulties of its questions, from easy to hard.
        rated_as: The difficulty that its rating is typical of.
        rating: Its rating, in whole points.
        plays: The answers that rate it, all without a help.
        asked: All answers on it.
        right: Those with credit 1.
        questions: The ids of its questions.
    """

    fact_id: str
    labels: tuple[str, ...]
    rated_as: str
    rating: int
    plays: int
    asked: int
    right: int
    questions: tuple[str, ...]


class Compared(msgspec.Struct, frozen=True):
    """A pack's labels beside the answers.

    Args:
        least: Answers that a fact must have to be compared.
        facts: How many facts have so many.
        contradicted: Those whose labels do not fit, the furthest off first.
    """

    least: int
    facts: int
    contradicted: tuple[Contradicted, ...]


def compare(pack: str) -> Compared:
    """Compare a pack's labels with all answers of all players that are kept here.

    Args:
        pack: The pack's name or path; it must have no errors.

    Raises:
        QuizError: The pack or the file of games cannot be read.
    """
    bank = runtime.bank(pack)
    facts, off = 0, []
    for played in statistics.plays(runtime.store(), bank.meta.id, bank.meta.episodes):
        items = bank.about(played.fact_id)
        labels = tuple(name for name in DIFFICULTIES if any(item.difficulty == name for item in items))
        facts += bool(labels)
        rated_as = label(played.rating)
        if labels and rated_as not in labels:
            points = played.rating.points
            questions = tuple(item.id for item in items)
            found = Contradicted(
                played.fact_id, labels, rated_as, points, played.rating.plays, played.asked, played.right, questions
            )
            off.append((min(abs(points - STARTS[name]) for name in labels), found))
    off.sort(key=lambda one: (-one[0], one[1].fact_id))
    return Compared(PLAYS, facts, tuple(found for _, found in off))


def lines(compared: Compared) -> list[str]:
    """Tell what was found, a line for each fact."""
    if not compared.facts:
        return [f"No fact of this pack has {compared.least} answers here yet: its labels cannot be compared with any."]
    told = [
        f"{one.fact_id}: warning: labelled {' and '.join(one.labels)}, but rated {one.rating}, as {one.rated_as} ones"
        f" are ({words.count(one.plays, 'answer')} without help; {one.right} of {one.asked} right)."
        for one in compared.contradicted
    ]
    facts = words.count(compared.facts, "fact")
    return [
        *told,
        f"Labels that the answers contradict: {len(told)} of {facts} with at least {compared.least} answers.",
    ]
