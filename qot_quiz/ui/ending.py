"""The end of a game in words: how it ended, what it brought, who came where, and what was missed by whom."""

from __future__ import annotations

from qot_quiz.core.events import Ended, Judged, Seat
from qot_quiz.core.setup import Rules
from qot_quiz.ui import words


def how(ended: Ended, rules: Rules) -> str:
    """Say how a game ended.

    Args:
        ended: Its end.
        rules: The rules that it was played by.
    """
    standing = ended.standing
    share = f"{standing.right} of {standing.asked} right"
    match ended.how:
        case _ if ended.podium:
            return winner(ended.podium)
        case "lost" if ended.safe is not None:
            return _fallen(len(ended.records), ended.safe)
        case "lost":
            return f"The last heart is gone after {words.count(standing.asked, 'question')}."
        case "walked":
            return f"You walk away with {words.count(standing.points, 'point')}."
        case "time":
            return f"Time is up: {share}."
        case "won" if rules.safe:
            return f"Every step is climbed, all {standing.asked} of them: you have won!"
        case "won" if rules.lives is not None:
            return "Every question is answered and a heart is left: you have won!"
        case "won":
            return f"Every question is answered, {share}: you have won!"
        case _ if standing.right == standing.asked:
            return f"A perfect game: all {standing.asked} right!"
        case _:
            return f"{share}."


def result(ended: Ended) -> str:
    """Say what a game brought; nothing where several players each have their own."""
    if ended.podium:
        return ""
    standing = ended.standing
    text = f"{words.count(standing.points, 'point')}, best streak {standing.best_streak}"
    return text if ended.ranked else f"{text}, not ranked"


def winner(podium: tuple[Seat, ...]) -> str:
    """Say who has won, or who share the first place."""
    first = [seat.player for seat in podium if seat.place == 1]
    if len(first) > 1:
        return f"{words.listed(first)} share the first place."
    return f"{first[0]} has won!"


def place(seat: Seat) -> str:
    """Say where one of several players ended, and with what."""
    standing = seat.standing
    return f"{seat.player}, {words.count(standing.points, 'point')}, {standing.right} of {standing.asked} right"


def missed(ended: Ended) -> list[tuple[Judged, str]]:
    """List the questions that were not fully right, each once, in order, and the names of several players behind it."""
    first: dict[str, Judged] = {}
    names: dict[str, list[str]] = {}
    for record in ended.records:
        if record.verdict.credit < 1:
            first.setdefault(record.question.item.id, record)
            names.setdefault(record.question.item.id, []).append(record.player)
    return [(record, words.listed([name for name in names[id] if name])) for id, record in first.items()]


def _fallen(step: int, safe: int) -> str:
    """Tell of a miss that ended a climb, and of the step whose points are kept."""
    if safe:
        return f"A miss at step {step}: the points of step {safe} are kept."
    return f"A miss at step {step}, before the first safe one: no points are kept."
