"""Runs questionary's text prompt on the events of `Keys`; imported when the first typed question waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from prompt_toolkit.application.current import set_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPress, KeyPressEvent
from prompt_toolkit.keys import Keys as Key
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.selection import SelectionState
from questionary import text

from qot_quiz.ui.keybytes import Pasted
from qot_quiz.ui.keys import Keys
from qot_quiz.ui.linelook import above, sink, style
from qot_quiz.ui.linewires import FedInput, LineOutput, QuietLoop
from qot_quiz.ui.typed import Expired, Pressed, Typed

LONGEST = 200
"""Characters that a typed line holds; no answer needs more, and a stuck key must not fill the memory."""

AT_ONCE = 1000
"""Events taken in one go, so that an endless flood does not hold up the clock."""

SETTLING = 0.05
"""Seconds in which several changes of the window's size count as one."""

_KEYS = {
    "enter": Key.ControlM,
    "backspace": Key.ControlH,
    "escape": Key.Escape,
    "delete": Key.Delete,
    "left": Key.Left,
    "right": Key.Right,
    "home": Key.Home,
    "end": Key.End,
    "ctrl-left": Key.ControlLeft,
    "ctrl-right": Key.ControlRight,
    "ctrl-a": Key.ControlA,
    "ctrl-b": Key.ControlB,
    "ctrl-e": Key.ControlE,
    "ctrl-f": Key.ControlF,
    "ctrl-k": Key.ControlK,
    "ctrl-t": Key.ControlT,
    "ctrl-u": Key.ControlU,
    "ctrl-w": Key.ControlW,
    "ctrl-y": Key.ControlY,
}


class LinePrompt:
    """One typed line, from its first drawing to its answer.

    Args:
        keys: The owner of the terminal.
        prompt: Text in front of the line.
        empty_keys: Keys that are commands on an empty line, and their tokens.
        no_color: Draw in bold and plain only.
        ink: The prompt's colour as ``#rrggbb``, or nothing.
        redraw: Draws what stands above the line.
        tick: Draws what follows a clock above the line, as `read_text` says.
        sound: Says whether a line will do.
        below: Gives what stands below the line.
        refused: What stands on the line at first, as a text that would not do.
    """

    def __init__(
        self,
        keys: Keys,
        prompt: str,
        empty_keys: Mapping[str, str],
        no_color: bool,
        ink: str,
        redraw: Callable[[], None] | None,
        tick: Callable[[int], float | None] | None = None,
        sound: Callable[[str], bool | str] | None = None,
        below: Callable[[str], str] | None = None,
        refused: str = "",
    ) -> None:
        self._keys = keys
        self._empty_keys = empty_keys
        self._redraw = redraw
        self._tick = tick
        self._ticking: asyncio.TimerHandle | None = None
        self._over = False
        self._settling: asyncio.TimerHandle | None = None
        self._looking: asyncio.TimerHandle | None = None
        question = text(
            prompt.rstrip(),
            refused,
            validate=sound,
            qmark="",
            style=style(ink),
            history=DummyHistory(),
            key_bindings=self._bindings(),
            input=FedInput(keys, self._take),
            output=LineOutput(keys),
            erase_when_done=below is not None,
            color_depth=ColorDepth.DEPTH_1_BIT if no_color else None,
        )
        self._app = question.application
        self._line = self._app.current_buffer
        if refused:
            self._refuse()
        if below is not None:
            above(self._app, lambda: ANSI(below(self._line.text)))
        # The window's size is told by SIGWINCH: looking at it twice a second would wake an idle game.
        self._app.terminal_size_polling_interval = None

    def run(self) -> Typed | Pressed | Expired:
        """Draw the line and wait until it is answered, or its time is over.

        Raises:
            Leaving: As `Keys.read` does.
        """
        self._keys.before_pause(lambda: sink(self._app))
        try:
            with asyncio.Runner(loop_factory=QuietLoop) as runner:
                return runner.run(self._answer())
        finally:
            self._keys.before_pause(None)

    async def _answer(self) -> Typed | Pressed | Expired:
        loop = asyncio.get_running_loop()
        # prompt_toolkit's own handler would print the error and wait for Enter.
        loop.set_exception_handler(lambda _, told: self._end(told.get("exception") or RuntimeError(told["message"])))
        loop.call_soon(self._next_tick)  # the prompt must run before its time can be over
        self._warm()
        try:
            # The very call behind questionary's `unsafe_ask`, which cannot be told to leave SIGINT alone.
            answer = await self._app.run_async(handle_sigint=False, set_exception_handler=False)
        finally:
            self._over = True
            for handle in (self._ticking, self._settling, self._looking):
                if handle is not None:
                    handle.cancel()
        return Typed(answer) if isinstance(answer, str) else answer

    def _warm(self) -> None:
        """Press a key that means nothing: the first one of a prompt costs prompt_toolkit 5 ms, which Enter must not."""
        with set_app(self._app):  # which does not run yet, so nothing is drawn for it
            self._app.key_processor.feed(KeyPress(Key.Ignore))
            self._app.key_processor.process_keys()

    def _bindings(self) -> KeyBindings:
        """Escape and the commands go before the editor's own keys; Enter is its own."""
        bindings = KeyBindings()
        typed = Condition(lambda: bool(self._line.text))

        @bindings.add("escape", eager=True, filter=typed)
        def clear(event: KeyPressEvent) -> None:
            event.current_buffer.reset()

        return bindings

    def _refuse(self) -> None:
        """Show that the text will not do, as one that is selected: the next character takes its place."""
        self._line.selection_state = SelectionState()

    @property
    def _refused(self) -> bool:
        return self._line.selection_state is not None

    def _take(self) -> None:
        """Hand all events that are there to the prompt, and leave what follows its end to the next question."""
        try:
            for _ in range(AT_ONCE):
                if self._over or self._app.is_done:
                    return
                event = self._keys.event(0)
                if event == "timeout":
                    self._look_again(self._keys.patience)
                    return
                self._handle(event)
            self._look_again(0.0)
        except Exception as error:
            self._end(error)

    def _look_again(self, wait: float | None) -> None:
        """Come back for the rest of a flood, or when a lone ESC has become the Escape key."""
        if self._looking is not None:
            self._looking.cancel()
        self._looking = None if wait is None else asyncio.get_running_loop().call_later(wait, self._take)

    def _handle(self, event: str) -> None:
        if isinstance(event, Pasted):
            self._insert("".join(c if c.isprintable() else " " for c in event).strip())
        elif event == "continue":
            # Whoever had the terminal meanwhile has left the cursor elsewhere.
            self._app.renderer.reset()
            self._app.output.write_raw("\r")
            self._draw_again()
        elif event == "resize":
            if self._settling is not None:
                self._settling.cancel()
            self._settling = asyncio.get_running_loop().call_later(SETTLING, self._draw_again)
        elif event in self._empty_keys and (not self._line.text or (self._refused and len(event) == 1)):
            self._finish(Pressed(self._empty_keys[event]))
        elif event == "space" or len(event) == 1:
            self._insert(" " if event == "space" else event)
        elif event in _KEYS:
            self._line.exit_selection()
            self._app.key_processor.feed(KeyPress(_KEYS[event]))
            self._app.key_processor.process_keys()
            if event == "enter" and self._line.validation_error is not None:
                self._refuse()

    def _insert(self, characters: str) -> None:
        if self._refused:
            self._line.reset()
        self._line.insert_text(characters[: LONGEST - len(self._line.text)])

    def _draw_again(self) -> None:
        if self._app.is_done:
            return
        self._app.renderer.erase()
        if self._redraw is not None:
            self._redraw()
        self._app.invalidate()

    def _finish(self, answer: Pressed | Expired) -> None:
        """End with an answer that was not typed: the line leaves the screen."""
        if not self._app.is_done:
            self._app.erase_when_done = True
            self._app.exit(result=answer)

    def _next_tick(self) -> None:
        """Let the clock above the line be drawn, and come back when it shows something else."""
        if self._tick is None or self._app.is_done:
            return
        drawn = self._app.layout.current_window.render_info
        wait = self._tick(0 if drawn is None else drawn.cursor_position.y)
        if wait is None:
            self._finish(Expired(self._line.text))
        else:
            self._ticking = asyncio.get_running_loop().call_later(wait, self._next_tick)

    def _end(self, error: BaseException) -> None:
        if not self._app.is_done:
            self._app.exit(exception=error)
