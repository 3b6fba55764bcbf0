"""What a prompt of prompt_toolkit is plugged into, so that it owns neither the terminal nor a signal."""

from __future__ import annotations

import asyncio
import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import TextIO, cast

from prompt_toolkit.data_structures import Size
from prompt_toolkit.input.base import Input
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.output.vt100 import Vt100_Output

from qot_quiz.ui.keys import Keys
from qot_quiz.ui.signs import legible


class QuietLoop(asyncio.SelectorEventLoop):
    """An event loop that leaves the signals to their owner: prompt_toolkit asks it for SIGWINCH."""

    def add_signal_handler(self, sig: int, callback: Callable[..., object], *args: object) -> None:
        """Set nothing."""

    def remove_signal_handler(self, sig: int) -> bool:
        """Take nothing away."""
        return False


class FedInput(Input):
    """An input that reads nothing itself and tells when `Keys` may have something.

    Args:
        keys: The owner of the terminal.
        ready: Called whenever an event may be there.
    """

    def __init__(self, keys: Keys, ready: Callable[[], None]) -> None:
        self._keys = keys
        self._ready = ready

    @contextmanager
    def attach(self, input_ready_callback: Callable[[], None]) -> Iterator[None]:
        """Watch the descriptors of `Keys` while the prompt runs."""
        loop = asyncio.get_running_loop()
        for descriptor in self._keys.descriptors:
            loop.add_reader(descriptor, self._ready)
        # What was typed ahead lies in `Keys` already, and makes no descriptor readable.
        loop.call_soon(self._ready)
        try:
            yield
        finally:
            for descriptor in self._keys.descriptors:
                loop.remove_reader(descriptor)

    def detach(self) -> AbstractContextManager[None]:
        """Nothing to detach for: no other program is run from the prompt."""
        return nullcontext()

    def raw_mode(self) -> AbstractContextManager[None]:
        """Change nothing: the terminal is in the mode that `Keys` has set."""
        return nullcontext()

    def cooked_mode(self) -> AbstractContextManager[None]:
        """Change nothing: the terminal stays in the mode that `Keys` has set."""
        return nullcontext()

    def fileno(self) -> int:
        """Give the descriptor on which keys arrive."""
        return self._keys.descriptors[0]

    def typeahead_hash(self) -> str:
        """Name the left-over keys, of which there are none: they stay in `Keys`."""
        return f"keys-{id(self)}"

    def read_keys(self) -> list[KeyPress]:
        """No keys: they are handed to the prompt one by one."""
        return []

    @property
    def closed(self) -> bool:
        """Never closed: a hang-up is reported by `Keys`."""
        return False


class Wire:
    """Writes to the terminal without a buffer that would outlive a terminal that has gone away.

    Args:
        descriptor: Where to write.
        encoding: What the terminal reads.
    """

    def __init__(self, descriptor: int, encoding: str) -> None:
        self._descriptor = descriptor
        self.encoding = encoding

    def write(self, text: str) -> int:
        """Write all of a text; a terminal that is gone takes it silently, since reading reports that."""
        data = legible(text, self.encoding).encode(self.encoding)
        while data:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:
                select.select((), (self._descriptor,), ())
            except OSError:
                break
        return len(text)

    def flush(self) -> None:
        """Nothing is ever kept back."""

    def fileno(self) -> int:
        """Give the descriptor written to."""
        return self._descriptor


class LineOutput(Vt100_Output):
    """An output that asks the terminal nothing and leaves its modes to `Keys`.

    Args:
        keys: The owner of the terminal.
    """

    def __init__(self, keys: Keys) -> None:
        def size() -> Size:
            columns, lines = keys.size()
            return Size(rows=lines, columns=columns)

        # A terminal that is gone is reported by the next read.
        with suppress(OSError):
            sys.stdout.flush()
        wire = cast(TextIO, Wire(sys.stdout.fileno(), sys.stdout.encoding))
        super().__init__(wire, size, term=os.environ.get("TERM"), enable_bell=False, enable_cpr=False)

    def enable_bracketed_paste(self) -> None:
        """Pastes are marked already."""

    def disable_bracketed_paste(self) -> None:
        """Pastes stay marked when the prompt ends."""

    def show_cursor(self) -> None:
        """Show the cursor, and leave its blinking as the player has set it."""
        self.write_raw("\x1b[?25h")

    def hide_cursor(self) -> None:
        """Hide the cursor while the line is drawn."""
        self.write_raw("\x1b[?25l")

    def reset_cursor_key_mode(self) -> None:
        """Cursor keys are read in either mode."""
