"""The terminal screen: Rich draws, one key answers, the scrollback stays readable; only the last lines are redrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from qot_quiz.core import game as engine
from qot_quiz.core import lines, moves
from qot_quiz.core.events import Again, Asked, Ended, Event, Flagged, Helped, Judged, Left
from qot_quiz.core.game import Game
from qot_quiz.core.question import TypeIn
from qot_quiz.play import Clock
from qot_quiz.ui import choosing, views, words
from qot_quiz.ui.choosing import Choice, Choosing
from qot_quiz.ui.keys import Keys

WIDEST = 100
"""Columns that a line of text uses at most: longer ones are hard to read."""

NARROWEST = 20
"""Columns below which lines are cut by the terminal rather than wrapped."""

CANCEL = "\x1b"
"""What stands for a flag that was thought better of; no player can type it."""

SETTLING = 0.05
"""Seconds in which several changes of the window's size count as one."""


class Terminal:
    """Draws a game on a terminal and reads its keys.

    Args:
        console: Where to draw.
        keys: The owner of the terminal.
        topics: Titles of the pack's topics by id.
        most_lives: Hearts at the start, or None.
    """

    def __init__(self, console: Console, keys: Keys, topics: dict[str, str], most_lives: int | None) -> None:
        self._console = console
        self._keys = keys
        self._topics = topics
        self._most_lives = most_lives
        self._live = 0
        self._choosing = Choosing()
        self._note = ""
        self._pending = ""

    def show(self, event: Event) -> None:
        """Draw what happened."""
        match event:
            case Asked():
                self._choosing, self._note = Choosing(), ""
                self._keys.drain()  # before it is seen: what was typed blindly answers nothing
                self._question(event)
            case Helped():
                self._note = ""
                self._static(views.helped(event, self._topics))
                self._open(event.asked)
            case Again():
                self._static(views.again(event))
            case Judged():
                self._note = ""
                self._keys.drain()
                self._static([] if event.regraded else [*views.settled(event), Text("")])
                self._static(views.verdict(event))
                self._redraw([Text(""), views.keys_after(event)])
            case Flagged():
                self._static([views.text("Flagged; the reason is kept with your games.", "qot.quiet")])
            case Ended():
                self._static([Text(""), *views.end(event), Text("")])
            case Left():
                self._static([])

    def ask(self, game: Game, clock: Clock) -> moves.Command:
        """Wait for the player's next command."""
        if game.revealed:
            return self._after(game, clock)
        asked = engine.asked(game)
        if isinstance(asked.shape, TypeIn):
            return self._type(asked, clock)
        return self._choose(asked, asked.shape, clock)

    def refuse(self, reason: str) -> None:
        """Say in a line why the last key means nothing now."""
        self._note = words.REFUSALS[reason]

    def _choose(self, asked: Asked, shape: Choice, clock: Clock) -> moves.Command:
        self._choosing = choosing.without(self._choosing, shape, asked.removed)
        self._open(asked)
        while True:
            key = self._key()
            if key in ("resize", "continue"):
                self._again(asked)
            elif command := self._common(key, clock):
                return command
            elif isinstance(pressed := choosing.press(self._choosing, key, shape, asked.removed), tuple):
                return moves.Answer(clock(), pressed)
            elif pressed is not None:
                self._chosen(asked, pressed)

    def _chosen(self, asked: Asked, now: Choosing) -> None:
        note = words.REFUSALS[now.note] if now.note else ""
        if (now, note) != (self._choosing, self._note):  # a cat on the keyboard must not keep the screen busy
            self._choosing, self._note = now, note
            self._open(asked)

    def _type(self, asked: Asked, clock: Clock) -> moves.Command:
        self._open(asked)
        while True:
            line = self._line("› ", {"escape": "q", "?": "?"}, lambda: self._fresh(asked))
            self._note = ""
            if not line.strip():  # one Enter too many must not cost an answer
                self._note = words.EMPTY
                self._open(asked)
                continue
            try:
                return lines.read(line, asked.shape, clock())
            except lines.Senseless as senseless:
                self.refuse(senseless.reason)
                self._open(asked)

    def _line(self, prompt: str, commands: dict[str, str], redraw: Callable[[], None] | None = None) -> str:
        """Let the player type a line, or press one of the keys that command on an empty one."""
        from qot_quiz.ui.typed import (  # questionary costs 100 ms: the question is on the screen by now
            Pressed,
            read_text,
        )

        answer = read_text(self._keys, " " + prompt, commands, self._console.no_color, redraw=redraw)
        self._live = 0
        return answer.token if isinstance(answer, Pressed) else answer.text

    def _after(self, game: Game, clock: Clock) -> moves.Command:
        record = game.records[-1]
        self._redraw([Text(""), views.keys_after(record), *self._noted()])
        while True:
            key = self._key()
            self._note = ""
            if key in ("enter", "space", "n"):
                return moves.Next(clock())
            if key in ("q", "escape"):
                return moves.Leave(clock())
            if key == "u":
                return moves.Regrade(clock())
            if key == "!":
                self._redraw([])
                reason = self._line("What is wrong with it? (Esc: nothing) ", {"escape": CANCEL})
                if reason != CANCEL:
                    return moves.Flag(clock(), reason[: lines.MOST])
                self._redraw([Text(""), views.keys_after(record)])
            if key in ("resize", "continue"):
                self._settle()
                self._live = 0
                self._static([Text(""), views.ask(record.question), *views.settled(record), *views.verdict(record)])
                self._redraw([Text(""), views.keys_after(record)])

    def _common(self, key: str, clock: Clock) -> moves.Command | None:
        match key:
            case "f":
                return moves.Lifeline(clock(), "fifty")
            case "?":
                return moves.Lifeline(clock(), "hint")
            case "s":
                return moves.Answer(clock(), ())
            case "q" | "escape":
                return moves.Leave(clock())
            case _:
                return None

    def _question(self, asked: Asked) -> None:
        head = views.heading(asked, self._most_lives)
        self._static([Text(""), head, Text(""), views.ask(asked.question), *views.wanted(asked), Text("")])
        self._open(asked)

    def _again(self, asked: Asked) -> None:
        """Draw the question anew when the window has settled."""
        self._settle()
        self._fresh(asked)

    def _fresh(self, asked: Asked) -> None:
        """Draw the question anew below what a resize or a pause has left."""
        self._live = 0
        self._question(asked)

    def _settle(self) -> None:
        """Wait until the window keeps its size; a key pressed meanwhile is kept for the next reading."""
        while (key := self._keys.read(SETTLING)) == "resize":
            pass
        if key != "timeout":
            self._pending = key

    def _key(self) -> str:
        key, self._pending = self._pending, ""
        return key or self._keys.read()

    def _open(self, asked: Asked) -> None:
        block: list[RenderableType] = [*views.options(asked, self._choosing)]
        if block:
            block.append(Text(""))
        self._redraw([*block, views.keys(asked), *self._noted()])

    def _noted(self) -> list[Text]:
        return [views.text(self._note, "qot.hint")] if self._note else []

    def _static(self, parts: Iterable[RenderableType]) -> None:
        """Draw lines that stay, in the place of the last lines that do not."""
        self._redraw(parts)
        self._live = 0

    def _redraw(self, parts: Iterable[RenderableType]) -> None:
        columns = max(NARROWEST, self._keys.size()[0])
        console = self._console
        console.width = columns
        with console.capture() as drawn:
            for part in parts:
                console.print(Padding(part, (0, 2)), width=min(columns, WIDEST))
        erase = f"\x1b[{self._live}A\r\x1b[J" if self._live else ""
        console.file.write(erase + drawn.get())
        console.file.flush()
        self._live = drawn.get().count("\n")
