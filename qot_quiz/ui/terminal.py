"""The terminal screen: one key answers, and the answer is drawn below what was asked."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console, RenderableType
from rich.text import Text

from qot_quiz.core import game as engine
from qot_quiz.core import lines, moves
from qot_quiz.core.after import After
from qot_quiz.core.events import Again, Asked, Ended, Event, Flagged, HandOver, Helped, Judged, Left
from qot_quiz.core.game import Game
from qot_quiz.core.question import TypeIn
from qot_quiz.core.setup import Rules
from qot_quiz.play import Clock
from qot_quiz.ui import choosing, handover, layout, refusals, theme, timing, views, words
from qot_quiz.ui.canvas import Canvas
from qot_quiz.ui.choosing import Choice, Choosing
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.pressing import AGAIN, BLIND, Pressing

CANCEL = "\x1b"
"""What stands for a flag that was thought better of; no player can type it."""

WRONG = "What is wrong with it? (Esc: nothing)"
"""What asks for the reason of a flag."""


class Terminal:
    """Draws a game on a terminal and reads its keys.

    Args:
        console: Where to draw.
        keys: The owner of the terminal.
        topics: Titles of the pack's topics by id.
        rules: The rules of the game.
    """

    def __init__(self, console: Console, keys: Keys, topics: dict[str, str], rules: Rules) -> None:
        self._console = console
        self._canvas = Canvas(console, keys)
        self._keys = keys
        self._topics = topics
        self._rules = rules
        self._choosing = Choosing()
        self._note = ""
        self._pressing = Pressing(keys)
        self._blind = self._dressed = self._tight = False
        self._seen = ""
        self._once_more: list[Text] = []

    def show(self, event: Event) -> None:
        """Draw what happened."""
        match event:
            case HandOver():
                self._keys.drain()
                self._dress()
                if event.number > 1:
                    self._canvas.empty()
                handover.call(self._canvas, event)
            case Asked():
                self._choosing, self._note, self._once_more = Choosing(), "", []
                self._keys.drain()  # before it is seen: what was typed blindly answers nothing
                self._dress()
                self._question(event, event.left)
            case Helped():
                self._note = ""
                self._canvas.static(views.helped(event, self._topics))
                self._open(event.asked, event.asked.left)
            case Again():
                self._once_more = views.again(event)
                self._canvas.static(self._once_more)
            case Judged():
                self._note, self._blind = "", words.late(event)
                self._keys.drain()
                if self._seen == event.question.item.id:
                    self._canvas.static(layout.verdict(event, self._rules, self._tight))
                else:  # a game taken up again at its verdict
                    self._canvas.static(layout.judged(event, self._rules))
                self._canvas.live(layout.after(event, self._rules, self._tight))
            case Flagged():
                self._canvas.static([views.text("Flagged; the reason is kept with your games.", "qot.quiet")])
            case Ended() | Left():
                self._canvas.static([])

    def ask(self, game: Game, clock: Clock) -> moves.Command:
        """Wait for the player's next command."""
        if game.revealed:
            return self._after(game, clock)
        if game.waiting:
            return handover.ready(self._canvas, self._pressing, engine.called(game), clock)
        asked = engine.asked(game)
        if isinstance(asked.shape, TypeIn):
            return self._type(asked, clock)
        return self._choose(asked, asked.shape, clock)

    def finish(self, ended: Ended, after: After) -> str:
        """Draw how the game ended and what it came to, and wait for what is asked for next."""
        from qot_quiz.ui.finale import Finale  # the end alone needs it

        self._keys.drain()  # one Enter too many must not end what was not seen yet
        return Finale(self._canvas, self._pressing, ended, after, self._rules).play(counting=not self._console.no_color)

    def refuse(self, reason: str) -> None:
        """Say in a line why the last key means nothing now."""
        self._note = refusals.told(reason)

    def warn(self, sentence: str) -> None:
        """Draw a sentence that stays, in the place of the options and keys of what was answered."""
        self._canvas.static([Text(), views.text(sentence, "qot.question")])

    def heed(self) -> None:
        """Leave the game if a signal asks for it."""
        self._keys.heed()

    def _dress(self) -> None:
        """Take the colours of the background that the terminal has told by now."""
        if not self._dressed and (background := theme.shown(self._keys.background)):
            theme.dress(self._console, background)
            self._dressed = True

    def _choose(self, asked: Asked, shape: Choice, clock: Clock) -> moves.Command:
        self._choosing = choosing.without(self._choosing, shape, asked.removed)
        self._open(asked, timing.left(asked.deadline, clock()))
        while True:
            left = timing.left(asked.deadline, clock())
            wait = None if left is None else timing.until_next(left)
            if left is not None and wait is None:
                return moves.TimeUp(clock())
            key = self._pressing.key(wait)
            left = timing.left(asked.deadline, clock())
            if key == "timeout":
                self._tick(left)
            elif key in AGAIN:
                self._pressing.settle()
                self._fresh(asked, left)
            elif command := choosing.command(key, asked, clock()):
                return command
            elif isinstance(pressed := choosing.press(self._choosing, key, shape, asked.removed), tuple):
                return moves.Answer(clock(), pressed)
            elif pressed is not None:
                self._chosen(asked, pressed, left)

    def _chosen(self, asked: Asked, now: Choosing, left: int | None) -> None:
        note = refusals.told(now.note) if now.note else ""
        if (now, note) != (self._choosing, self._note):  # a cat on the keyboard must not keep the screen busy
            self._choosing, self._note = now, note
            self._open(asked, left)

    def _type(self, asked: Asked, clock: Clock) -> moves.Command:
        def left() -> int | None:
            return timing.left(asked.deadline, clock())

        def tick(further: int) -> float | None:
            now = left()
            self._tick(now, further)
            return timing.until_next(now or 0)

        while True:
            self._open(asked, left())
            fresh, clocked = (lambda: self._fresh(asked, left())), None if asked.deadline is None else tick
            line = self._line({"escape": "q", "?": "?"}, fresh, clocked)
            self._note = ""
            if line is None:
                return moves.TimeUp(clock())
            if not line.strip():  # one Enter too many must not cost an answer
                self._note = words.EMPTY
                continue
            try:
                return lines.read(line, asked.shape, clock())
            except lines.Senseless as senseless:
                self.refuse(senseless.reason)

    def _line(
        self, commands: dict[str, str], redraw: Callable[[], None], tick: Callable[[int], float | None] | None = None
    ) -> str | None:
        """Let the player type a line, or press one of the keys that command on an empty one; None when time is over."""
        # questionary costs 100 ms: the question is on the screen by now
        from qot_quiz.ui.typed import Pressed, Typed, read_text

        no_color, ink = self._console.no_color, theme.ink(self._console)
        answer = read_text(self._keys, " › ", commands, no_color, ink=ink, redraw=redraw, tick=tick)
        if isinstance(answer, Typed):
            self._canvas.forget()  # what was typed stays on the screen, below what was drawn
            return answer.text
        return answer.token if isinstance(answer, Pressed) else None

    def _after(self, game: Game, clock: Clock) -> moves.Command:
        record = game.records[-1]
        below, wrong = layout.after(record, self._rules, self._tight), layout.note(WRONG)
        self._canvas.live([*below, *layout.note(self._note)])
        if self._blind:
            self._pressing.wake(BLIND)
            self._blind = False
        while True:
            key = self._pressing.key()
            if self._note:
                self._note = ""
                self._canvas.live(below)
            if key in ("enter", "space", "n"):
                return moves.Next(clock())
            if key in ("q", "escape"):
                return moves.Leave(clock())
            if key == "u":
                return moves.Regrade(clock())
            if key == "w" and self._rules.walk:
                return moves.Walk(clock())
            if key == "!":
                self._canvas.live(wrong)
                reason = self._line({"escape": CANCEL}, lambda: self._judged(record, wrong))
                if reason is not None and reason != CANCEL:
                    return moves.Flag(clock(), reason[: lines.MOST])
                self._canvas.live(below)
            if key in AGAIN:
                self._pressing.settle()
                self._judged(record, below)

    def _judged(self, record: Judged, below: list[RenderableType]) -> None:
        """Draw a verdict, its question and what stands below anew, under what a resize or a pause has left."""
        self._canvas.forget()
        self._canvas.static(layout.judged(record, self._rules))
        self._canvas.live(below)

    def _question(self, asked: Asked, left: int | None) -> None:
        self._tight = layout.crowded(asked, self._canvas.width, self._canvas.rows)
        self._canvas.begin(layout.question(asked, self._rules, self._tight))
        self._canvas.static([*views.hints(asked, self._topics), *self._once_more])
        self._seen = asked.question.item.id
        self._open(asked, left)
        if left is not None and isinstance(asked.shape, TypeIn):
            from qot_quiz.ui.typed import load  # 100 ms that no clock must run for

            load()

    def _fresh(self, asked: Asked, left: int | None) -> None:
        """Draw the question anew below what a resize or a pause has left."""
        self._canvas.forget()
        self._question(asked, left)

    def _tick(self, left: int | None, further: int = 0) -> None:
        if left is not None:
            self._canvas.tick(views.countdown(left, self._rules, self._canvas.width), further)

    def _open(self, asked: Asked, left: int | None) -> None:
        keys = layout.keys(asked, self._rules, left, self._canvas.width, self._tight)
        block = layout.options(asked, self._choosing, self._tight)
        self._canvas.live(block, [*keys, *layout.note(self._note)], self._choosing.at or 0)
