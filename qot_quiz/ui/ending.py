"""The end of a game in words: how it ended, what it brought, who came where, and what was missed by whom."""

from __future__ import annotations

from qot_quiz.core.after import AGAIN, PRACTICE, After
from qot_quiz.core.events import Ended, Judged, Seat
from qot_quiz.core.score import STARS
from qot_quiz.core.setup import Rules
from qot_quiz.ui import answering, cheers, words

MORE = "more"
"""What a player asks for who wants to see everything that was missed."""

WISHES = {"": "", "q": "", "p": PRACTICE, "n": AGAIN, "m": MORE}
"""The words that are understood at the end of a game, and the keys."""


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
        case _ if not standing.asked:
            return "Nothing was answered: this game does not count."
        case "lost" if ended.safe is not None:
            return _fallen(len(ended.records), ended.safe)
        case "lost":
            return f"The last heart is gone after {words.count(standing.asked, 'question')}."
        case "walked":
            return f"You walk away with {words.count(standing.points, 'point')}."
        case "time":
            return f"Time is up: {share}."
        case "won" if rules.safe:
            return f"Every step is climbed, {share}{_won(ended)}"
        case "won" if rules.lives is not None:
            return f"Every question is answered and a heart is left{_won(ended)}"
        case "won":
            return f"Every question is answered, {share}{_won(ended)}"
        case _ if cheers.perfect(ended):
            return f"A perfect game: all {standing.asked} right!"
        case _:
            return f"{share}."


def result(ended: Ended) -> str:
    """Say what a game brought; nothing where several players each have their own, and where nothing was answered."""
    if ended.podium or not ended.standing.asked:
        return ""
    standing = ended.standing
    text = f"{words.count(standing.points, 'point')}, best streak {standing.best_streak}"
    return text + unranked(ended)


def unranked(ended: Ended) -> str:
    """Say behind a result that the game is not ranked, and why where the player brought that about."""
    if ended.ranked:
        return ""
    by_word = cheers.by_word(ended)
    told = "an answer counts" if by_word == 1 else f"{by_word} answers count"
    return f", not ranked, as {told} by your word" if by_word else ", not ranked"


def brought(ended: Ended, after: After) -> list[str]:
    """Say in sentences what a game brought: its points and stars, or everybody's place, and how it stands."""
    lines = [f"{told}."] if (told := result(ended)) else []
    lines += [f"{words.ordinal(seat.place)}: {place(seat)}." for seat in ended.podium]
    if after.stars:
        lines.append(f"{after.stars} of {words.count(len(STARS), 'star')}.")
    return [*lines, *after.notes]


def told(misses: list[tuple[Judged, str]], rules: Rules) -> list[str]:
    """Say in sentences what was missed, what is right, and what a single player gave."""
    lines = []
    for record, names in misses:
        by = f" ({names})" if names else ""
        lines.append(f"{words.nth(record.number, rules)}{by}: {record.question.item.ask}")
        said = "" if names else f" {_sentence(given(record))}"
        lines.append(answering.sentence(record) + said)
    return lines


def given(record: Judged) -> str:
    """Say what a player gave to a question that was missed."""
    if record.given:
        return f"you said: {answering.told(record.given, record)}"
    return "too late" if words.late(record) else "passed"


def offered(after: After, misses: int, hidden: int) -> list[tuple[str, str]]:
    """List what can be asked for at the end of a game: its key, and what that does.

    Args:
        after: What is offered.
        misses: How many questions were missed.
        hidden: How many of them are not shown.
    """
    these = (
        "this one" if misses == 1 else f"these {misses}" if after.practice == misses else f"{after.practice} of these"
    )
    pairs = [("p", f"practise {these}")] if after.practice else []
    pairs += [("n", "another game")] if after.again else []
    every = "both" if misses == 2 else f"all {misses}"
    pairs += [("m", f"{every} that were missed")] if hidden else []
    return [("Enter", "done"), *pairs] if after.practice or after.again else []


def asked(offered_: list[tuple[str, str]]) -> str:
    """Say what can be asked for, where lines are typed."""
    words_ = [f"{key}: {does}" for key, does in offered_ if key in WISHES]
    return f"{'; '.join(words_)}; an empty line ends."


def wish(line: str, offered_: list[tuple[str, str]]) -> str | None:
    """Read what somebody asks for at the end of a game; None where that is not offered."""
    word = line.strip().casefold()
    return WISHES[word] if word in ("", "q", *(key for key, _ in offered_)) and word in WISHES else None


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


def _won(ended: Ended) -> str:
    """Cheer a game that is won; one that is won by the player's own word is told of and not cheered."""
    return ": won, by your word." if cheers.by_word(ended) else ": you have won!"


def _fallen(step: int, safe: int) -> str:
    """Tell of a miss that ended a climb, and of the step whose points are kept."""
    if safe:
        return f"A miss at step {step}: the points of step {safe} are kept."
    return f"A miss at step {step}, before the first safe one: no points are kept."


def _sentence(words_: str) -> str:
    return words_[0].upper() + words_[1:].removesuffix(".") + "."
