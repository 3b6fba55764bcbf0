"""The end of a game as things to draw: pure functions from how it ended to Rich renderables."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from qot_quiz.core.after import After
from qot_quiz.core.events import Ended, Judged
from qot_quiz.core.score import STARS
from qot_quiz.core.setup import Rules
from qot_quiz.ui import answering, cheers, ending, words
from qot_quiz.ui.breaking import Hanging, Paired
from qot_quiz.ui.views import JOY, RIGHT, sign, text

STAR, NO_STAR = "★", "☆"

MOST_SIGNS = 100
"""Questions of the longest game that is drawn as a row of signs."""


def headline(ended: Ended, rules: Rules) -> Text:
    """Draw how a game ended."""
    joy = f"{JOY} " if cheers.perfect(ended) else ""
    return text(joy + ending.how(ended, rules), "qot.brand")


def counted(points: int, stars: int | None) -> Text:
    """Draw points and stars in one line, which may be drawn again and again while they are counted up."""
    shown = "" if stars is None else STAR * stars + NO_STAR * (len(STARS) - stars) + "  "
    return text(shown, "qot.points").append_text(text(words.count(points, "point"), "qot.points"))


def brought(ended: Ended, after: After) -> list[Text]:
    """Draw what a game brought besides its points: a sign for each question, the streak, and how it stands."""
    lines: list[Text] = []
    for seat in ended.podium:
        lines.append(Hanging.of(text(f"{words.ordinal(seat.place)} ", "qot.brand"), text(ending.place(seat))))
        lines.append(text("    " + _signs(record for record in ended.records if record.player == seat.player)))
    if ended.standing.asked and not ended.podium:
        if len(ended.records) <= MOST_SIGNS:
            lines.append(text(_signs(ended.records)))
        streak = f"Best streak {ended.standing.best_streak}{ending.unranked(ended)}"
        lines.append(text(streak, "qot.quiet"))
    return [*lines, *[text(note, "qot.brand" if note.startswith(STAR) else "") for note in after.notes]]


def missed(misses: list[tuple[Judged, str]]) -> list[Text]:
    """Draw questions that were missed, each with the right answer and what a single player gave."""
    lines: list[Text] = []
    for record, names in misses:
        front = text(f"{record.number}. ", "qot.quiet")
        by = f" ({names})" if names else ""
        lines.append(Hanging.of(front, text(record.question.item.ask + by, "qot.quiet")))
        answer = text(answering.solution(record), "qot.right")
        if not names:
            answer.append_text(text(f" · {ending.given(record)}", "qot.quiet"))
        lines.append(Hanging.of(text(f"   {RIGHT} ", "qot.right"), answer))
    return lines


def keys(pairs: list[tuple[str, str]]) -> Text:
    """Draw the keys that matter at the end of a game."""
    line = Paired()
    for key, does in pairs:
        line.pair(key, "qot.key", does, "qot.quiet")
    return line


def _signs(records: Iterable[Judged]) -> str:
    return "".join(map(sign, records))
