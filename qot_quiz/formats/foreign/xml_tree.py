"""Reading XML of any origin branch by branch: no document types, no entities, a bounded depth."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from qot_quiz.formats.foreign.found import LONGEST, Refused

DEEPEST = 30
"""Elements that may stand within one another: a question needs six."""

MOST_NODES = 10_000
"""Elements of one branch: a question of twenty answers has a hundred."""

LONGEST_TAG = 1 << 20
"""Bytes that may be read without an end of what began in them."""

PIECE = 1 << 16
"""Characters that are read at once."""

UNREAD = "file"
"""The element whose text, a picture or sound, is passed over."""


class Node(msgspec.Struct):
    """An element: its name, line and attributes, its own text, and the elements in it."""

    tag: str
    line: int
    attributes: dict[str, str]
    text: str = ""
    children: list[Node] = []

    def all(self, tag: str) -> list[Node]:
        """List the elements of a name that stand directly in this one."""
        return [child for child in self.children if child.tag == tag]

    def inner(self, *path: str) -> str:
        """Give the text of the first element at the end of a path, empty where there is none."""
        node = self
        for tag in path:
            found = node.all(tag)
            if not found:
                return ""
            node = found[0]
        return node.text.strip()


class _Refusal(Exception):
    """The file holds what is not read at all."""


class _Builder:
    """Collects the branches of one name."""

    def __init__(self, branch: str) -> None:
        from xml.parsers import expat

        self.parser = expat.ParserCreate("UTF-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.done: list[Node] = []
        self._branch = branch
        self._open: list[Node] = []
        self._depth = self._nodes = 0
        self.before = 0

    @property
    def line(self) -> int:
        """The line that is read, counted from 1."""
        return self.before + self.parser.CurrentLineNumber

    def _doctype(self, *_: object) -> None:
        raise _Refusal("a document type and its entities are not read")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        self._depth += 1
        if self._depth > DEEPEST:
            raise _Refusal(f"elements are nested more than {DEEPEST} deep")
        if self._open or tag == self._branch:
            self._nodes = self._nodes + 1 if self._open else 1
            if self._nodes > MOST_NODES:
                raise _Refusal(f"this has more than {MOST_NODES} elements")
            node = Node(tag, self.line, attributes)
            if self._open:
                self._open[-1].children.append(node)
            self._open.append(node)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        if self._open:
            node = self._open.pop()
            if not self._open:
                self.done.append(node)

    def _data(self, text: str) -> None:
        # Past its limit a text is too long anyhow; one sign more tells so.
        if self._open and self._open[-1].tag != UNREAD and len(self._open[-1].text) <= LONGEST * 8:
            self._open[-1].text += text[: LONGEST * 8 + 1]


def branches(text: str, branch: str) -> Iterator[Node | Refused]:
    """List the elements of a name; where the file breaks off, that is told and nothing more is given.

    Args:
        text: The file's text.
        branch: The name of the elements, without the prefix of a namespace.
    """
    from xml.parsers import expat

    builder, trouble, read = _Builder(branch), "", 0
    try:
        # Blank lines may stand before the declaration; as white space behind it they would be an error.
        blank = len(text) - len(text.lstrip())
        builder.before = text.count("\n", 0, blank)
        for at in range(blank, len(text), PIECE):
            piece = text[at : at + PIECE].encode()
            builder.parser.Parse(piece, False)
            read += len(piece)
            if read - builder.parser.CurrentByteIndex > LONGEST_TAG:
                raise _Refusal(f"a tag is longer than {LONGEST_TAG} bytes")
            yield from builder.done
            builder.done.clear()
        builder.parser.Parse(b"", True)
    except (expat.ExpatError, UnicodeError) as error:
        said = expat.ErrorString(error.code) if isinstance(error, expat.ExpatError) else "no Unicode"
        trouble = f"from here on this is no XML that can be read: {said}"
    except _Refusal as refusal:
        trouble = f"{refusal}; from here on nothing was read"
    yield from builder.done
    if trouble:
        yield Refused(builder.line, trouble)
