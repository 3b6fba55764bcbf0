"""Turns the bytes that a terminal sends into the names of keys; pure, and fed in pieces of any size."""

from __future__ import annotations

import codecs
from collections.abc import Callable

ESCAPE_WAIT = 0.05
"""Seconds of silence after which a lone ESC is the Escape key and no beginning of a sequence."""

SEQUENCE_WAIT = 0.5
"""Seconds of silence after which an unfinished sequence or paste is given up."""

PASTE_LIMIT = 4096
"""Bytes kept of one paste; the rest is read and forgotten."""

_ESC = 0x1B
_PASTE_END = b"\x1b[201~"
_SEQUENCE_LIMIT = 16
_REPLY_LIMIT = 40
_SPACES = "\u00a0\u3000"

_CONTROLS = {number: f"ctrl-{chr(number + 0x60)}" for number in range(1, 27)} | {
    0x08: "backspace",
    0x09: "tab",
    0x0A: "enter",
    0x0D: "enter",
    0x7F: "backspace",
}
_FINALS = {"A": "up", "B": "down", "C": "right", "D": "left", "H": "home", "F": "end"}
_TILDES = {"1": "home", "3": "delete", "4": "end", "7": "home", "8": "end"}
# Alt with these moves or deletes by words at every shell prompt; Ctrl-C and Ctrl-D mean leaving in any company.
_AFTER_ESCAPE = {"b": "ctrl-left", "f": "ctrl-right", "\x7f": "ctrl-w", "\x03": "ctrl-c", "\x04": "ctrl-d"}


class Pasted(str):
    """Text that came in one bracketed paste, as sent: it may hold line ends and control characters."""

    __slots__ = ()


class Decoder:
    """A small machine from bytes to key names that holds what is unfinished.

    Names are single printable characters, `space`, `enter`, `tab`, `backspace`, `escape`, `delete`, `up`, `down`,
    `left`, `right`, `home`, `end`, the last seven also with `ctrl-` before them, and `ctrl-a` to `ctrl-z`. Everything
    else (unknown sequences, reports of mouse and focus, broken UTF-8, NUL) is swallowed. The grammar of sequences is
    that of ECMA-48 and of xterm's "Control Sequences". What a terminal tells of its background is kept as `background`.
    """

    def __init__(self) -> None:
        self._text = codecs.getincrementaldecoder("utf-8")("ignore")
        self._step: Callable[[int], None] = self._ground
        self._names: list[str] = []
        self._sequence = ""
        self._reply = ""
        self.background = ""
        self._skip = 0
        self._paste = bytearray()
        self._tail = b""

    @property
    def patience(self) -> float | None:
        """Seconds of silence after which `flush` is due; None when nothing is unfinished."""
        if self._step == self._ground:
            return None
        return ESCAPE_WAIT if self._step == self._escape else SEQUENCE_WAIT

    def feed(self, data: bytes) -> list[str]:
        """Take the next bytes and give the keys that are complete now.

        Args:
            data: Bytes as the terminal sent them, cut anywhere.
        """
        for byte in data:
            self._step(byte)
        return self._given()

    def flush(self) -> list[str]:
        """Settle what is unfinished: a lone ESC is a key, a broken-off paste ends, the rest is forgotten."""
        if self._step == self._escape:
            self._names.append("escape")
        elif self._step == self._pasting:
            self._end_paste()
        self._step = self._ground
        return self._given()

    def _given(self) -> list[str]:
        names, self._names = self._names, []
        return names

    def _ground(self, byte: int) -> None:
        self._step = self._ground
        if byte >= 0x20 and byte != 0x7F:
            for character in self._text.decode(bytes((byte,))):
                if character == " " or character in _SPACES:
                    self._names.append("space")
                elif character.isprintable():
                    self._names.append(character)
            return
        self._text.reset()
        if byte == _ESC:
            self._step = self._escape
        elif byte in _CONTROLS:
            self._names.append(_CONTROLS[byte])

    def _escape(self, byte: int) -> None:
        if byte == _ESC:
            self._names.append("escape")
            return
        self._step = self._ground
        character = chr(byte)
        if character == "[":
            self._sequence = ""
            self._step = self._control_sequence
        elif character == "O":
            self._step = self._single_shift
        elif character in "]PX^_":
            self._reply = character
            self._step = self._string
        elif character in _AFTER_ESCAPE:
            self._names.append(_AFTER_ESCAPE[character])

    def _control_sequence(self, byte: int) -> None:
        if byte < 0x20 or byte >= 0x7F:
            self._ground(byte)
        elif byte < 0x40:
            # An overlong sequence is still read to its end, so that none of it counts as keys.
            self._sequence = (self._sequence + chr(byte))[:_SEQUENCE_LIMIT]
        else:
            self._step = self._ground
            self._end_sequence(chr(byte))

    def _end_sequence(self, final: str) -> None:
        first, _, modifier = self._sequence.partition(";")
        if self._sequence == "200" and final == "~":
            self._paste.clear()
            self._tail = b""
            self._step = self._pasting
        elif not self._sequence and final in "M[":
            # The old mouse report carries three raw bytes, a function key of the Linux console one letter.
            self._skip = 3 if final == "M" else 1
            self._step = self._skipping
        elif final == "~":
            self._modified(_TILDES.get(first), modifier)
        elif first in ("", "1"):
            self._modified(_FINALS.get(final), modifier)

    def _modified(self, name: str | None, modifier: str) -> None:
        if name is not None and modifier in ("", "1", "2"):
            self._names.append(name)
        elif name is not None and modifier == "5":
            self._names.append(f"ctrl-{name}")

    def _single_shift(self, byte: int) -> None:
        if byte < 0x20 or byte >= 0x7F:
            self._ground(byte)
        elif not 0x30 <= byte <= 0x39:
            self._step = self._ground
            self._modified("enter" if byte == ord("M") else _FINALS.get(chr(byte)), "")

    def _string(self, byte: int) -> None:
        if byte >= 0x20:
            self._reply = (self._reply + chr(byte))[:_REPLY_LIMIT]
            return
        if self._reply.startswith("]11;"):
            self.background = self._reply[1:]
        self._step = self._ground
        if byte != 0x07:
            self._ground(byte)

    def _skipping(self, byte: int) -> None:
        self._skip -= 1
        if byte < 0x20:
            self._ground(byte)
        elif not self._skip:
            self._step = self._ground

    def _pasting(self, byte: int) -> None:
        self._tail = (self._tail + bytes((byte,)))[-len(_PASTE_END) :]
        if len(self._paste) < PASTE_LIMIT:
            self._paste.append(byte)
        if self._tail == _PASTE_END:
            self._end_paste()

    def _end_paste(self) -> None:
        self._step = self._ground
        self._names.append(Pasted(bytes(self._paste).removesuffix(_PASTE_END).decode("utf-8", "ignore")))
