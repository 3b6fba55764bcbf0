"""A verdict on the terminal: drawn below its question, with what can be said to it."""

from __future__ import annotations

from rich.console import RenderableType

from qot_quiz.core import game as engine
from qot_quiz.core import lines, moves
from qot_quiz.core.events import Asked, Flagged, Judged
from qot_quiz.core.game import Game
from qot_quiz.core.setup import Rules
from qot_quiz.play import Clock
from qot_quiz.ui import keyline, layout, views, words
from qot_quiz.ui.canvas import Canvas
from qot_quiz.ui.pressing import AGAIN, BLIND, Pressing
from qot_quiz.ui.writing import Writing

CANCEL = "\x1b"
"""What stands for a flag that was thought better of; no player can type it."""

WRONG = "What is wrong with it?"
"""What asks for the reason of a flag."""


class Judging:
    """Draws verdicts and reads what is said to them.

    Args:
        canvas: Where they are drawn.
        pressing: Where keys come from.
        writing: Where a reason is typed.
        rules: The rules of the game.
    """

    def __init__(self, canvas: Canvas, pressing: Pressing, writing: Writing, rules: Rules) -> None:
        self._canvas = canvas
        self._pressing = pressing
        self._writing = writing
        self._rules = rules
        self._blind = self._unseen = self._flagged = self._tight = False

    def show(self, record: Judged, seen: bool, tight: bool) -> None:
        """Draw a verdict below the question that it is on.

        Args:
            record: The verdict.
            seen: Whether the question stands on the screen; else both are drawn when a key is asked for.
            tight: Whether there is no room for air.
        """
        self._blind, self._unseen, self._tight = words.late(record), not seen, tight
        self._flagged = self._flagged and record.regraded
        if seen and not self._canvas.small:
            self._canvas.static(self._verdict(record))

    def flagged(self, event: Flagged) -> None:
        """Say that a flag is kept."""
        self._flagged = True
        self._canvas.static([views.flagged(event)])

    def ask(self, game: Game, clock: Clock, note: str) -> moves.Command:
        """Wait for what is said to the last verdict.

        Args:
            game: The game.
            clock: Its clock.
            note: Why the last key meant nothing, if it did.
        """
        record, asked = game.records[-1], engine.asked(game)
        if self._unseen:  # a game taken up again at its verdict
            self._whole(record, asked)
        self._canvas.live([*self._keys(record), *layout.note(note)])
        if self._blind:
            self._pressing.wake(BLIND)
            self._blind = False
        while True:
            key = self._pressing.key()
            if note:
                note = ""
                self._canvas.live(self._keys(record))
            if command := _command(key, self._rules, clock()):
                return command
            if key == "!":
                if (reason := self._reason(record, asked)) != CANCEL:
                    return moves.Flag(clock(), reason[: lines.MOST])
                self._canvas.live(self._keys(record))
            if key in AGAIN:
                self._pressing.settle()
                self._canvas.rewind()
                self._whole(record, asked)
                self._canvas.live(self._keys(record))

    def _reason(self, record: Judged, asked: Asked) -> str:
        """Let the player type what is wrong with a question."""
        wrong = [*layout.air(self._tight), *layout.note(WRONG)]

        def redraw() -> None:
            self._canvas.rewind()
            self._whole(record, asked)
            self._canvas.live(wrong)

        def below(text: str) -> list[RenderableType]:
            return [*layout.air(self._tight), keyline.flagging(text)]

        self._canvas.live(wrong)
        typed = self._writing.line({"escape": CANCEL}, redraw, below)
        return CANCEL if typed is None else typed

    def _whole(self, record: Judged, asked: Asked) -> None:
        """Draw a verdict together with its question, with air where there is room."""
        self._unseen = False
        for self._tight in (False, True):
            parts = [*layout.judged(asked, self._rules, self._tight), *self._verdict(record, anew=True)]
            if self._canvas.height([*parts, *self._keys(record)]) < self._canvas.rows:
                break
        self._canvas.begin(parts)

    def _verdict(self, record: Judged, anew: bool = False) -> list[RenderableType]:
        keys = self._canvas.height(self._keys(record))

        def fits(parts: list[RenderableType]) -> bool:
            return self._canvas.height(parts) + keys < self._canvas.rows

        return layout.verdict(record, self._rules, self._tight, anew, fits)

    def _keys(self, record: Judged) -> list[RenderableType]:
        """Lay out the keys below a verdict."""
        return layout.after(record, self._rules, self._tight, self._flagged)


def _command(key: str, rules: Rules, at: int) -> moves.Command | None:
    """Read a key that commands after a verdict; None for any other."""
    match key:
        case "enter" | "space" | "n":
            return moves.Next(at)
        case "q" | "escape":
            return moves.Leave(at)
        case "u":
            return moves.Regrade(at)
        case "w" if rules.walk:
            return moves.Walk(at)
        case _:
            return None
