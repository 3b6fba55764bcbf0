"""A game on the plain screen: lines in, what is said out."""

from __future__ import annotations

import io
from itertools import count
from typing import Any

from samples import TOPICS, setup

from qot_quiz.core import moves
from qot_quiz.core.after import After
from qot_quiz.core.events import Event
from qot_quiz.core.game import Game, begin, ended
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Rules
from qot_quiz.play import Dealer, Stopwatch, play
from qot_quiz.ui.plain import Plain
from qot_quiz.ui.script import Script, Typist

RULES = Rules(fifty=1, hints=True)


class Book:
    """A journal that keeps its commands in a list."""

    def __init__(self) -> None:
        self.commands: list[moves.Command] = []

    def append(self, command: moves.Command, events: tuple[Event, ...]) -> None:
        """Keep a step."""
        self.commands.append(command)


class Table:
    """A game on the plain screen.

    Args:
        answers: The player's lines.
        dealt: The questions.
        rules: The rules.
        person: Whether the lines come through standard input rather than from a file.
        seat: Where a person types at a terminal, in place of both.
        after: What is told and offered at the end.
        dealer: Draws questions, for a game whose deck is drawn as it goes.
        more: Further fields of the setup.
    """

    def __init__(
        self,
        answers: str,
        dealt: tuple[Question, ...],
        rules: Rules = RULES,
        person: bool = False,
        *,
        seat: io.StringIO | None = None,
        after: After = After(),  # noqa: B008 - frozen
        dealer: Dealer | None = None,
        **more: Any,
    ) -> None:
        self.said: list[str] = []
        self.wish = ""
        self._after = after
        self._dealer = dealer
        self.book = Book()
        self.script = Script(answers.split("\n"), "answers.txt")
        source = Typist(seat or io.StringIO(answers), self.said.append) if person or seat else self.script
        self.game, self._events = begin(setup(rules=rules, **more), dealt)
        self._screen = Plain(self.said.append, source, TOPICS, rules)

    def play(self, step_ms: int = 0) -> Game:
        """Play it until it is over or left, on a clock that goes on by so much whenever it is looked at."""
        clock = count(1000, step_ms)
        stopwatch = Stopwatch(lambda: next(clock))
        game = play(self.game, self._events, self._screen, self.book, stopwatch, self._dealer)
        if game.over:
            self.wish = self._screen.finish(ended(game), self._after)
        return game
