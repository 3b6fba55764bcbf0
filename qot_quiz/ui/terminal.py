"""The terminal screen: one key answers, and the answer is drawn below what was asked."""

from __future__ import annotations

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
from qot_quiz.ui.judging import Judging
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.pressing import AGAIN, Pressing
from qot_quiz.ui.rehearsal import rehearse
from qot_quiz.ui.writing import Writing, kept


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
        self._writing = Writing(console, keys, self._canvas)
        self._judging = Judging(self._canvas, self._pressing, self._writing, rules)
        self._dressed = self._tight = False
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
                self._note = ""
                self._keys.drain()
                self._judging.show(event, self._seen == event.question.item.id, self._tight)
            case Flagged():
                self._judging.flagged(event)
            case Ended() | Left():
                self._canvas.static([])

    def ask(self, game: Game, clock: Clock) -> moves.Command:
        """Wait for the player's next command."""
        if game.revealed:
            note, self._note = self._note, ""
            return self._judging.ask(game, clock, note)
        if game.waiting:
            return handover.ready(self._canvas, self._pressing, engine.called(game), clock)
        asked = engine.asked(game)
        if isinstance(asked.shape, TypeIn):
            return self._type(asked, asked.shape, clock)
        return self._choose(asked, asked.shape, clock)

    def finish(self, ended: Ended, after: After) -> str:
        """Draw how the game ended and what it came to, and wait for what is asked for next."""
        from qot_quiz.ui.finale import Finale  # the end alone needs it

        self._keys.drain()  # one Enter too many must not end what was not seen yet
        return Finale(self._canvas, self._pressing, ended, after, self._rules).play(counting=not self._console.no_color)

    def refuse(self, reason: str) -> None:
        """Say in a line why the last key means nothing now."""
        self._note = refusals.told(reason, self._rules)

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
        note = refusals.pressed(now.note, asked) if now.note else ""
        if (now, note) != (self._choosing, self._note):  # a cat on the keyboard must not keep the screen busy
            self._choosing, self._note = now, note
            self._open(asked, left)

    def _type(self, asked: Asked, shape: TypeIn, clock: Clock) -> moves.Command:
        def left() -> int | None:
            return timing.left(asked.deadline, clock())

        def tick(further: int) -> float | None:
            now = left()
            self._tick(now, further)
            return timing.until_next(now or 0)

        def below(text: str) -> list[RenderableType]:
            told = self._note if text == refused else ""
            return [*layout.air(self._tight), *layout.below(asked, told, self._tight, text)]

        refused = ""
        while True:
            self._open(asked, left())
            if self._canvas.small:
                if command := self._cramped(asked, clock):
                    return command
                continue
            clocked = None if asked.deadline is None else tick
            commands = {"escape": "q", "?": "?"}
            line = self._writing.line(commands, lambda: self._fresh(asked, left()), below, clocked, refused)
            self._note = refused = ""
            if line is None:
                return moves.TimeUp(clock())
            if not line.strip():  # one Enter too many must not cost an answer
                self._note = words.EMPTY
                continue
            try:
                command = lines.read(line, shape, clock())
            except lines.Senseless as senseless:
                self.refuse(senseless.reason)
                refused = line
                continue
            if isinstance(command, moves.Answer) and command.given:
                self._canvas.static([*layout.air(self._tight), kept(line)])
            return command

    def _cramped(self, asked: Asked, clock: Clock) -> moves.Command | None:
        """Wait while the window is too small to type in; None for a key that changed that, or did nothing."""
        left = timing.left(asked.deadline, clock())
        wait = None if left is None else timing.until_next(left)
        if left is not None and wait is None:
            return moves.TimeUp(clock())
        key = self._pressing.key(wait)
        if key in AGAIN:
            self._pressing.settle()
            self._fresh(asked, timing.left(asked.deadline, clock()))
        return choosing.command(key, asked, clock())

    def _question(self, asked: Asked, left: int | None) -> None:
        self._tight = layout.crowded(asked, self._canvas.width, self._canvas.rows)
        above = layout.question(asked, self._rules, self._tight)
        self._canvas.begin([*above, *views.hints(asked, self._topics), *self._once_more])
        self._open(asked, left)
        if self._seen != asked.question.item.id:
            self._seen = asked.question.item.id
            rehearse(asked.question)

    def _fresh(self, asked: Asked, left: int | None) -> None:
        """Draw the question anew after a resize or a pause."""
        self._canvas.rewind()
        self._question(asked, left)

    def _tick(self, left: int | None, further: int = 0) -> None:
        if left is not None:
            self._canvas.tick(views.countdown(left, self._rules, self._canvas.width), further)

    def _open(self, asked: Asked, left: int | None) -> None:
        tail = layout.clock(self._rules, left, self._canvas.width)
        if not isinstance(asked.shape, TypeIn):  # where text is typed, they stand below it
            tail += layout.below(asked, self._note, self._tight)
        block = layout.options(asked, self._choosing, self._tight)
        self._canvas.live(block, tail, (self._choosing.at or 0) + len(layout.air(self._tight)))
