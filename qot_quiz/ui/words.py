"""The words that screens share: sentences about events, without any drawing."""

from __future__ import annotations

from qot_quiz.core.events import Asked, HandOver, Judged
from qot_quiz.core.modes import blitz, classic, daily, ladder, party, survival
from qot_quiz.core.question import Question, Source, TypeIn
from qot_quiz.core.score import RULESET, Score
from qot_quiz.core.setup import Rules, Setup
from qot_quiz.ui import timing

MODES = {
    "classic": f"{classic.RULES.length} questions, no clock, one fifty-fifty, hints",
    "blitz": f"as many as you can in {timing.duration(timing.seconds(blitz.RULES.game_ms or 0))} of thinking time",
    "survival": f"{survival.RULES.lives} hearts, rising difficulty, until the last heart",
    "ladder": f"{ladder.RULES.length} rising steps; a miss falls to step {' or '.join(map(str, ladder.RULES.safe))}",
    "marathon": "every question that there is, over as many sittings as it takes",
    "daily": f"the same {daily.RULES.length} questions for everybody on one day, one ranked try",
    "review": "what was missed, again when it is due; nothing to lose",
    "party": f"{party.FEWEST} to {party.MOST} players at one keyboard, {party.RULES.length} questions each",
}
"""Each mode in a line."""

ADAPTIVE = "follows how well you answer, so that about three in four are right"
"""What the difficulty of that name does."""

DAY, ISO_DAY = "2 January", "2025-01-02"
"""A day written in two ways, to show how: one that no question is likely to ask for."""

LATE = "late"
"""The reason of a verdict on a question whose time was over."""

KEPT = "The game is kept: qot-quiz resume goes on with it."
OVER = "The game is finished, and its result is kept."
EMPTY = "Type an answer, or s to pass."
KEPT_BUT_LAST = "The game is kept but for your last answer: qot-quiz resume goes on with it."
PARTLY_KEPT = "What was played after the warning is not kept."
NOT_KEPT = "The game was played in memory and is gone."


def number(value: int) -> str:
    """Write a whole number with thousands apart: 1,930."""
    return f"{value:,}"


def count(value: int, one: str, many: str = "") -> str:
    """Write a number with its word: 1 question, 2 questions."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def listed(parts: list[str]) -> str:
    """Write things one after the other: A, B and C."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


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
        return "Right, by your word: this game is not ranked now"
    if late(record):
        return "Too late" if record.counts else "Time is up"
    if record.verdict.credit == 1:
        slip = record.verdict.reason == "slip" and record.verdict.form
        return f"Right; spelt {record.verdict.form}" if slip else "Right"
    if record.verdict.credit > 0:
        return f"Partly right, {min(max(round(100 * record.verdict.credit), 1), 99)}%"
    return "Wrong" if record.given else "Passed"


def late(record: Judged) -> bool:
    """Whether the time was over before an answer came."""
    return record.verdict.reason == LATE


def hearts(lives: int | None, rules: Rules) -> int | None:
    """Tell how many hearts are left, or None where there are none to tell of: a single one is the whole game."""
    return lives if rules.lives is not None and rules.lives > 1 else None


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


def total(score: Score, signs: tuple[str, str, str] = ("+", "-", "=")) -> str:
    """Write the sum of an answer's points: ``200 + 20 streak - 55 hint = 165``.

    Args:
        score: The points.
        signs: What stands for plus, minus and the sum.
    """
    plus, minus, equals = signs
    first, *rest = score.terms
    names = {"fifty": "fifty-fifty"}
    parts = [number(first.points)]
    for term in rest:
        sign = plus if term.points > 0 else minus
        parts.append(f"{sign} {number(abs(term.points))} {names.get(term.name, term.name)}")
    return " ".join(parts) + (f" {equals} {number(score.points)}" if rest else "")


def again(reason: str, form: str) -> str:
    """Ask for a second try after a close answer."""
    return f"Which {form}? Once more, with the full name." if reason == "vague" else "Close: once more."


ASKS_HOW = ("h", "help")
"""What asks plain screens how to answer."""


def on_verdict(record: Judged) -> list[str]:
    """Say, for plain screens, which words a verdict takes before the next answer."""
    regrade = ["u says that you were right"] if regradable(record) else []
    return [*regrade, "! with a reason flags this question"]


def regradable(record: Judged) -> bool:
    """Whether the player may say "I was right" to a verdict: a typed text that was not fully right."""
    text = isinstance(record.shape, TypeIn) and record.shape.form == "text"
    return text and record.verdict.credit < 1 and bool(record.given)


def place(asked: Asked, rules: Rules) -> str:
    """Say where in the game a question stands."""
    if asked.tie_break:
        return "Tie-break"
    return nth(asked.number, rules) + (f" of {asked.of}" if asked.of else "")


def nth(number: int, rules: Rules) -> str:
    """Name a question by its number; where some of them are safe, each is a step."""
    return f"{'Step' if rules.safe else 'Question'} {number}"


def safe(asked: Asked, rules: Rules) -> str:
    """Name the steps whose points a later miss cannot take; empty where there are none."""
    steps = [str(step) for step in rules.safe if asked.of is None or step <= asked.of]
    return f"safe at {listed(steps)}" if steps else ""


def walk(points: int) -> str:
    """Say what the key to walk away does."""
    return f"walk away with {number(points)}"


def turn(event: HandOver) -> str:
    """Say, for plain screens, whose turn it is; that it is a tie-break is said with the question."""
    return f"{event.player}'s turn."


def called(event: HandOver) -> list[str]:
    """Call a player to the keyboard, and everybody else away from the screen."""
    tie = "Tie-break. " if event.tie_break else ""
    return [f"{tie}{event.player}, your turn.", "Everybody else looks away."]


def choices(setup: Setup, difficulty: str, topics: dict[str, str]) -> str:
    """Name in one line what a game is played with."""
    filters = setup.filters
    parts = [setup.player, mode(setup.mode, setup.practice)]
    parts += [date(setup.day)] if setup.day else []
    parts += [count(setup.length, "question") + (" each" if setup.players else "")] if setup.length else []
    parts += [f"{timing.duration(timing.seconds(setup.rules.ask_ms))} each"] if setup.rules.ask_ms else []
    parts += [f"{timing.duration(timing.seconds(setup.rules.game_ms))} in all"] if setup.rules.game_ms else []
    parts.append("any difficulty" if difficulty == "any" else difficulty.replace(",", " and "))
    parts += [" and ".join(topics.get(topic, topic) for topic in filters.topics)] if filters.topics else []
    parts += [" and ".join(filters.kinds) + " questions"] if filters.kinds else []
    parts.append(f"up to episode {filters.up_to}" if filters.up_to else "no spoilers")
    return " · ".join(parts)


def mode(name: str, practice: bool) -> str:
    """Name a mode; a daily for practice is not to be taken for the one that counts."""
    return f"{name} for practice" if practice and name == "daily" else name


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
    """Write a board's name (``1/classic/any/10``) in words; the ruleset only where it is not that of today."""
    ruleset, mode, difficulty, length, *custom = name.split("/")
    parts = [mode, "any difficulty" if difficulty == "any" else difficulty.replace(",", " and ")]
    parts += [count(int(length), "question")] if length.isdecimal() else []
    parts += ["custom games"] if custom else []
    parts += [f"ruleset {ruleset}"] if ruleset != str(RULESET) else []
    return " · ".join(parts)


def far(answered: int, of: int | None) -> str:
    """Tell how far a game is that can be taken up again."""
    return f"{number(answered)} of {number(of)} answered" if of else f"{number(answered)} answered"
