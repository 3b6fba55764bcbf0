"""What a person types at a verdict of a plain game: before its end, or while a clock stands still."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qot_quiz.core import limits, lines, moves
from qot_quiz.core.events import Judged
from qot_quiz.core.game import Game
from qot_quiz.core.setup import Rules
from qot_quiz.ui import timing, words

if TYPE_CHECKING:
    from qot_quiz.play import Clock
    from qot_quiz.ui.script import Answers

COMMANDS = ("q", "w")
"""What leaves a verdict as it leaves a question."""

GOES_ON = "The clock stands still until an empty line goes on"
"""What is told of the pause. A program at the other end has none: it reads a verdict in no time."""


def pauses(answers: Answers, rules: Rules) -> bool:
    """Tell whether a verdict waits until it was heard: a clock runs, and a person would pay for listening."""
    return answers.person and timing.whole(rules) > 0


def told(record: Judged) -> list[str]:
    """Say what a verdict waits for, and what it takes."""
    return [GOES_ON, *words.on_verdict(record)]


def word(game: Game, answers: Answers, say: Callable[[str], None], clock: Clock) -> moves.Command:
    """Read what a person says to a verdict that waits; an empty line goes on.

    Args:
        game: The game at the verdict.
        answers: Where the player's lines come from.
        say: Takes a sentence.
        clock: The game's clock.
    """
    record = game.records[-1]
    while (line := answers.next()) is not None:
        line = line.strip()
        if not line:
            return moves.Next(clock())
        if command := lines.after_verdict(line, clock()):
            return command
        if line in COMMANDS:
            return lines.read(line, record.shape, clock())
        if line == timing.ASKS:
            say(timing.told(limits.limit(game) or 0))
        elif line.casefold() in words.ASKS_HOW:
            say(f"{'; '.join([*told(record), 't tells the time left', 'q leaves'])}.")
        else:
            answers.refuse("The next question is still to come: an empty line goes on.")
    answers.ended()
    return moves.Leave(clock())


def last_word(record: Judged, answers: Answers, say: Callable[[str], None], clock: Clock) -> moves.Command:
    """Read the one line that is still read after the last verdict; what is no word on it is left for whoever is next.

    Args:
        record: The last verdict.
        answers: Where the player's lines come from.
        say: Takes a sentence.
        clock: The game's clock.
    """
    if answers.waits:
        say(f"Before the end: {'; '.join(words.on_verdict(record))}; an empty line goes on.")
    line = answers.next()
    command = None if line is None else lines.after_verdict(line, clock())
    if command is None and line is not None and (line or not answers.person):
        answers.put_back(line)  # an empty line of a person only goes on, and asks for nothing
    return command or moves.Next(clock())
