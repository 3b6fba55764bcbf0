"""The words that screens share: sentences about events, without any drawing."""

from __future__ import annotations

from qot_quiz.core.events import Asked, Ended, Judged
from qot_quiz.core.question import Question, Source, TypeIn
from qot_quiz.core.score import Score
from qot_quiz.core.setup import Setup

MODES = {
    "classic": "ten questions, no clock, one fifty-fifty, hints",
    "survival": "three hearts, rising difficulty, until the last heart",
}
"""Each mode in a line."""

DAY, ISO_DAY = "2 January", "2025-01-02"
"""A day written in two ways, to show how: one that no question is likely to ask for."""

REFUSALS = {
    "over": "The game is over.",
    "revealed": "This question is answered: go on to the next one.",
    "open": "There is no verdict to speak of yet: answer first.",
    "fifty": "There is no fifty-fifty to use here.",
    "hint": "There is no hint left for this question.",
    "option": "There is no such option.",
    "words": "That is neither an option nor a command.",
    "order": "An order names every option exactly once, the first one first.",
    "unplaced": "Put all of them in order first, or press s to pass.",
    "nothing": "Choose at least one, or press s to pass.",
    "number": "That is no number: write it like 12 or 3.5, or s to pass.",
    "date": f"That is no date: write it like {DAY} or {ISO_DAY}, or s to pass.",
    "ambiguous": f"Two days could be meant: write the month as a word, as in {DAY}.",
    "long": "That is too long for an answer.",
    "walk": "This mode has nothing to walk away from.",
    "regrade": "Only a typed text that was judged wrong can be graded anew.",
}
"""Why a command means nothing now, for each reason of the engine and of the line grammar."""

KEPT = "The game is kept: qot-quiz resume goes on with it."
EMPTY = "Type an answer, or s to pass."
PARTLY_KEPT = "What was played after the warning is not kept."
NOT_KEPT = "The game was played in memory and is gone."


def number(value: int) -> str:
    """Write a whole number with thousands apart: 1,930."""
    return f"{value:,}"


def count(value: int, one: str, many: str = "") -> str:
    """Write a number with its word: 1 question, 2 questions."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def ordinal(place: int) -> str:
    """Write a place in an order: 1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def date(iso: str) -> str:
    """Write an ISO date as people do: 9 March 2024. Other texts stay as they are."""
    from qot_quiz.core.dates import MONTHS  # not on the way to the first question

    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= len(MONTHS):
        return iso
    return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"


def verdict(record: Judged) -> str:
    """Say in a word or two how the answer was judged."""
    if record.regraded:
        return "Right, by your word"
    if record.verdict.credit == 1:
        slip = record.verdict.reason == "slip" and record.verdict.form
        return f"Right; spelt {record.verdict.form}" if slip else "Right"
    if record.verdict.credit > 0:
        return f"Partly right, {min(max(round(100 * record.verdict.credit), 1), 99)}%"
    return "Wrong" if record.given else "Passed"


def source(one: Source) -> str:
    """Name a page by publisher and date, never by its address, which may spoil."""
    return f"{one.publisher}, {date(one.date)}" if one.date else one.publisher


def sources(question: Question, most: int = 2) -> str:
    """Name a question's sources in a line, and the episode that it speaks of."""
    item = question.item
    named = cited(item.sources)
    more = len(named) - most
    parts = [*named[:most], *([f"{count(more, 'more source')}"] if more > 0 else [])]
    text = "; ".join(parts)
    return f"{text} (episode {item.spoils})" if item.spoils else text


def cited(all_sources: tuple[Source, ...]) -> list[str]:
    """Name sources, each once, the paragraphs of an article together."""
    named: dict[str, list[int]] = {}
    for one in all_sources:
        named.setdefault(one.publisher if one.paragraph else source(one), []).append(one.paragraph)
    out: list[str] = []
    for name, paragraphs in named.items():
        numbers = [str(number) for number in sorted(set(paragraphs)) if number]
        where = ""
        if len(numbers) > 1:
            where = f", paragraphs {', '.join(numbers[:-1])} and {numbers[-1]}"
        elif numbers:
            where = f", paragraph {numbers[0]}"
        out.append(name + where)
    return out


def total(score: Score) -> str:
    """Write the sum of an answer's points: ``200 + 20 streak - 55 hint = 165``."""
    first, *rest = score.terms
    names = {"fifty": "fifty-fifty"}
    parts = [number(first.points)]
    for term in rest:
        parts.append(f"{'+' if term.points > 0 else '-'} {number(abs(term.points))} {names.get(term.name, term.name)}")
    return " ".join(parts) + (f" = {number(score.points)}" if rest else "")


def again(reason: str, form: str) -> str:
    """Ask for a second try after a close answer."""
    return f"Which {form}? Once more, with the full name." if reason == "vague" else "Close: once more."


ON_VERDICT = "Before you answer the next question: u says that you were right; ! with a reason flags this one."


def last_word(record: Judged) -> str:
    """Say, for plain screens, which words the last verdict still takes before the game ends."""
    regrade = "u says that you were right; " if regradable(record) else ""
    return f"Before the end: {regrade}! with a reason flags this question; an empty line goes on."


def regradable(record: Judged) -> bool:
    """Whether the player may say "I was right" to a verdict: a typed text that was not fully right."""
    text = isinstance(record.shape, TypeIn) and record.shape.form == "text"
    return text and record.verdict.credit < 1 and bool(record.given)


def place(asked: Asked) -> str:
    """Say where in the game a question stands."""
    of = f" of {asked.of}" if asked.of else ""
    return f"Question {asked.number}{of}"


def end(ended: Ended) -> str:
    """Say how a game ended."""
    standing = ended.standing
    match ended.how:
        case "lost":
            return f"The last heart is gone after {count(standing.asked, 'question')}."
        case "won":
            return "Every question is answered and a heart is left: you have won!"
        case _ if standing.right == standing.asked:
            return f"A perfect game: all {standing.asked} right!"
        case _:
            return f"{standing.right} of {standing.asked} right."


def result(ended: Ended) -> str:
    """Say what a game brought."""
    standing = ended.standing
    text = f"{count(standing.points, 'point')}, best streak {standing.best_streak}"
    return text if ended.ranked else f"{text}, not ranked"


def missed(ended: Ended) -> list[Judged]:
    """List the questions that were not fully right, in order."""
    return [record for record in ended.records if record.verdict.credit < 1]


def choices(setup: Setup, difficulty: str, topics: dict[str, str]) -> str:
    """Name in one line what a game is played with."""
    filters = setup.filters
    parts = [setup.player, setup.mode]
    parts += [count(setup.length, "question")] if setup.length else []
    parts.append("any difficulty" if difficulty == "any" else difficulty.replace(",", " and "))
    parts += [" and ".join(topics.get(topic, topic) for topic in filters.topics)] if filters.topics else []
    parts += [" and ".join(filters.kinds) + " questions"] if filters.kinds else []
    parts.append(f"up to episode {filters.up_to}" if filters.up_to else "no spoilers")
    return " · ".join(parts)


def placed(board_name: str, rank: int, of: int) -> str:
    """Say where a game came in on its board."""
    return f"Place {rank} of {of} on the board {board(board_name)}."


def best(points: int, former: int | None) -> str:
    """Say that a game is its player's best; nothing of a first game with no points at all."""
    if former is None:
        return "★ Your first on this board." if points else ""
    return f"★ A new personal best: {number(points - former)} more than before." if points > former else ""


def moment(iso: str) -> str:
    """Write an ISO moment as people do: 9 March 2024, 21:20."""
    return f"{date(iso[:10])}, {iso[11:16]}"


def board(name: str) -> str:
    """Write a board's name (``1/classic/any/10``) in words."""
    ruleset, mode, difficulty, length, *custom = name.split("/")
    parts = [mode, "any difficulty" if difficulty == "any" else difficulty.replace(",", " and ")]
    parts += [count(int(length), "question")] if length.isdecimal() else []
    parts += ["custom games"] if custom else []
    return " · ".join([*parts, f"ruleset {ruleset}"])


def unfinished(mode: str, player: str, started_at: str, answered: int, of: int | None) -> str:
    """Describe a game that can be taken up again: its mode, when it began, how far it is."""
    far = f"{answered} of {of} answered" if of else f"{answered} answered"
    return f"{mode}, {player}, {moment(started_at)}, {far}"
