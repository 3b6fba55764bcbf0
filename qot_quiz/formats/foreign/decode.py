"""Reading a foreign file as text, whatever its encoding and its line ends."""

from __future__ import annotations

from collections.abc import Iterator

from qot_quiz.errors import QuizError, UsageError

MOST_BYTES = 8 << 20
"""Bytes of the largest file of questions that is imported."""

MOST_OF_XML = 32 << 20
"""The same for XML, which holds pictures and is read piece by piece."""

WESTERN = "{} line(s) are no UTF-8 and were read as Windows-1252"


def read_text(path: str) -> tuple[str, tuple[str, ...]]:
    """Read a file as text; what is taken, given and raised is that of `read_bytes` and `decoded`."""
    return decoded(path, read_bytes(path))


def read_bytes(path: str) -> bytes:
    """Read a file.

    Args:
        path: The file.

    Raises:
        UsageError: It cannot be read.
        QuizError: It is too large.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
            most = MOST_OF_XML if data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else MOST_BYTES
            # A pipe or a device may go on for ever; what a file tells of its size may not be true.
            while len(data) <= most and (more := file.read(most + 1 - len(data))):
                data += more
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.", "Check the file's name.") from error
    if len(data) > most:
        raise QuizError(f"{path} is larger than {most >> 20} MiB.", "Split the file.")
    return data


def lines(text: str) -> Iterator[str]:
    """Give the lines of a text one by one, without their line feeds: a list of all may be ten times the text.

    Args:
        text: Its lines are ended by line feeds.
    """
    from io import StringIO

    return (row.removesuffix("\n") for row in StringIO(text, newline="\n"))


def decoded(path: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Turn the bytes of a file into text.

    Args:
        path: The file's name, for the errors.
        data: UTF-8 or UTF-16 with or without its mark; lines that are no UTF-8 are taken for Windows-1252.

    Returns:
        The text with line feeds, and what is to be told of its encoding.

    Raises:
        QuizError: It is no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return _ended(data.decode("utf-16")), ()
        except UnicodeDecodeError as error:
            raise QuizError(f"{path} is no sound UTF-16.", "Save it as UTF-8.") from error
    if data.startswith(b"PK\x03\x04"):
        raise QuizError(f"{path} is a ZIP archive or a spreadsheet.", "Unpack it, or save the sheet as CSV.")
    if b"\0" in data:
        raise QuizError(f"{path} is no text file.", "Save it as UTF-8 text.")
    try:
        return _ended(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError:
        pass
    western = 0
    lines: list[str] = []
    for row in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        try:
            lines.append(row.decode())
        except UnicodeDecodeError:
            western += 1
            lines.append(_western(row))
    return _ended("\n".join(lines)), (WESTERN.format(western),)


def _western(row: bytes) -> str:
    """Read a line as Windows-1252; its five empty places become control characters, which are refused later on."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in row)


def _ended(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
