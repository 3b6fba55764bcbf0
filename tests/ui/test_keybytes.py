"""The decoder of terminal bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.ui.keybytes import ESCAPE_WAIT, PASTE_LIMIT, SEQUENCE_WAIT, Decoder, Pasted

PIECES = [
    b"a",
    "김".encode(),
    b"\r",
    b"\x1b[A",
    b"\x1bOB",
    b"\x1b[1;5C",
    b"\x1b[3~",
    b"\x1b[200~x\ny\x1b[201~",
    b"\x01",
]


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"a1?", ["a", "1", "?"]),
        (b" ", ["space"]),
        ("\u3000".encode(), ["space"]),
        ("홍é".encode(), ["홍", "é"]),
        (b"\r\n", ["enter", "enter"]),
        (b"\t", ["tab"]),
        (b"\x7f\x08", ["backspace", "backspace"]),
        (b"\x1b[A\x1b[B\x1b[C\x1b[D", ["up", "down", "right", "left"]),
        (b"\x1bOA\x1bOB\x1bOC\x1bOD", ["up", "down", "right", "left"]),
        (b"\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~", ["home", "end", "home", "end", "home", "end"]),
        (b"\x1bOH\x1bOF\x1bOM", ["home", "end", "enter"]),
        (b"\x1b[3~\x1b[3;2~", ["delete", "delete"]),
        (b"\x1b[1;2A\x1b[1;5D", ["up", "ctrl-left"]),
        (b"\x1bb\x1bf\x1b\x7f", ["ctrl-left", "ctrl-right", "ctrl-w"]),
        (b"\x01\x0b", ["ctrl-a", "ctrl-k"]),
        (b"\x1b\x1b[A", ["escape", "up"]),
    ],
)
def test_keys(data: bytes, names: list[str]) -> None:
    """Each key has its name, in every form in which common terminals send it."""
    assert Decoder().feed(data) == names


@pytest.mark.parametrize(
    "junk",
    [
        b"\0",
        b"\x1c",
        b"\xff\xfe\xc3",
        "\u202e\u200b\u0085".encode(),
        b"\x1b[<0;10;10M",
        b"\x1b[M\x20\xff!",
        b"\x1b[I\x1b[O",
        b"\x1b[12;40R",
        b"\x1b[?62;c",
        b"\x1b[[A",
        b"\x1b[1;9A",
        b"\x1b[5~",
        b"\x1b[" + b"1;" * 1000 + b"A",
        b"\x1b]11;rgb:0/0/0\x07",
        b"\x1b]11;rgb:0/0/0\x1b\\",
        b"\x1bP>|term\x1b\\",
        b"\x1bx",
    ],
)
def test_junk(junk: bytes) -> None:
    """What is no key is swallowed as a whole, and the key behind it counts."""
    assert Decoder().feed(junk + b"k") == ["k"]


@given(st.lists(st.sampled_from(PIECES)), st.data())
def test_split(pieces: list[bytes], data: st.DataObject) -> None:
    """The same bytes give the same keys wherever they are cut."""
    whole = b"".join(pieces)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)))))
    decoder = Decoder()
    names: list[str] = []
    for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True):
        names += decoder.feed(whole[start:end])
    assert names == Decoder().feed(whole)
    assert len(names) == len(pieces)


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    """No bytes break the decoder, none give a name that could draw, and after silence the next key counts."""
    decoder = Decoder()
    names = decoder.feed(data) + decoder.flush()
    assert all(name.isprintable() for name in names if not isinstance(name, Pasted))
    assert decoder.patience is None
    assert decoder.feed(b"k") == ["k"]


def test_lone_escape() -> None:
    """A lone ESC waits a moment for its sequence, and is the Escape key after that."""
    decoder = Decoder()
    assert decoder.feed(b"\x1b") == []
    assert decoder.patience == ESCAPE_WAIT
    assert decoder.flush() == ["escape"]
    assert decoder.patience is None


def test_unfinished_sequence() -> None:
    """A sequence that is broken off waits longer, and is then no key at all."""
    decoder = Decoder()
    assert decoder.feed(b"\x1b[1;") == []
    assert decoder.patience == SEQUENCE_WAIT
    assert decoder.flush() == []
    assert decoder.feed(b"5") == ["5"]


@pytest.mark.parametrize("start", [b"\x1b", b"\x1b[", b"\x1b[1;", b"\x1bO", b"\x1b]0;x", b"\x1b[M"])
def test_leaving_ends_a_sequence(start: bytes) -> None:
    """Ctrl-D is never taken for a part of a sequence."""
    assert Decoder().feed(start + b"\x04") == ["ctrl-d"]


def test_paste() -> None:
    """A bracketed paste is one event, whatever keys its text looks like."""
    [pasted] = Decoder().feed(b"\x1b[200~one\r\x1b[A\x04\xea\xb9\x80\x1b[201~")
    assert isinstance(pasted, Pasted)
    assert pasted == "one\r\x1b[A\x04김"


def test_endless_paste() -> None:
    """A paste keeps a bounded part of its text and ends where it ends."""
    decoder = Decoder()
    names = decoder.feed(b"\x1b[200~" + b"x" * 100_000 + b"\x1b[201~y")
    assert [type(name) for name in names] == [Pasted, str]
    assert names == ["x" * PASTE_LIMIT, "y"]


def test_broken_off_paste() -> None:
    """A paste whose end never comes is over after silence."""
    decoder = Decoder()
    assert decoder.feed(b"\x1b[200~half") == []
    assert decoder.flush() == ["half"]
    assert decoder.feed(b"a") == ["a"]
