"""Reading a pack: TOML files become placed tables, and what is wrong with them becomes findings."""

from __future__ import annotations

import os
import re
import tomllib
from datetime import date, datetime, time
from typing import Any

import msgspec

from qot_quiz.bank import authored
from qot_quiz.bank.findings import Finding, nearest
from qot_quiz.bank.limits import FAULT_LIMIT, NUMBER_LIMIT, TEXT_LIMIT, form_fault, text_fault, value_faults
from qot_quiz.bank.pack import Pack, Placed
from qot_quiz.bank.recipes import expand
from qot_quiz.bank.stamps import is_stream, pack_files
from qot_quiz.core.clean import fault, quoted
from qot_quiz.errors import PackError

FILE_LIMIT = 512 * 1024
"""The largest TOML file that is read, in bytes: of what costs tomllib most, this much takes it half a second."""

FILES_LIMIT = 1000
"""The most files of a pack."""

FOLDER_LIMIT = 32 * 1024 * 1024
"""Bytes of all TOML files of a pack together: they are held as a whole."""

FAULTY_LIMIT = 1024 * 1024
"""Bytes of faulty and empty files after which the rest is not read: reading on would only take time."""

TABLES: dict[str, type[msgspec.Struct]] = {
    "pack": authored.AuthoredPack,
    "topic": authored.AuthoredTopic,
    "name": authored.AuthoredName,
    "fact": authored.AuthoredFact,
    "question": authored.AuthoredQuestion,
    "recipe": authored.AuthoredRecipe,
    "accept": authored.AuthoredAccept,
}
"""Which tables a file may hold, and what each one becomes."""


class _Reader:
    """Collects the tables and findings of one pack."""

    def __init__(self) -> None:
        self.tables: dict[str, list[Placed[Any]]] = {name: [] for name in TABLES}
        self.findings: list[Finding] = []
        self.lost: set[str] = set()
        self.headed = False
        self.faulty = 0

    @property
    def full(self) -> bool:
        """Whether so much is at fault that the rest is not read."""
        return len(self.findings) >= FAULT_LIMIT or self.faulty > FAULTY_LIMIT

    def find(self, place: tuple[str, int, str], rule: str, message: str, hint: str = "") -> None:
        """Note an error at a place: file, line and id."""
        self.findings.append(Finding(*place, rule, "error", message, hint))

    def read(self, path: str) -> None:
        """Read one file, unless the files before it hold too many faults."""
        if self.full:
            return
        file, found, held = os.path.basename(path), len(self.findings), self._held()
        self._read(path, file)
        if len(self.findings) > found or self._held() == held:
            self.faulty += os.path.getsize(path)
        if self.full:
            # No rule looks at half a pack.
            self.find((file, 0, ""), "syntax", "so much up to here is faulty or empty that the rest is not read")

    def _held(self) -> int:
        return sum(map(len, self.tables.values()))

    def _read(self, path: str, file: str) -> None:
        """Read one file; a file that is no TOML becomes one finding."""
        text = self._text(path, file)
        if text is not None and (costly := text_fault(text)):
            message, line = costly
            return self.find((file, line, ""), "syntax", message)
        try:
            content = tomllib.loads(text, parse_float=_number) if text is not None else {}
        except RecursionError:
            return self.find((file, 0, ""), "syntax", "the file is nested too deeply")
        except ValueError as error:
            message, line = _syntax_fault(str(error))
            return self.find((file, line, ""), "syntax", message)
        topic = content.pop("topic") if isinstance(content.get("topic"), str) else ""
        for key, value in content.items():
            if self.full:
                return
            if key not in TABLES:
                self.find((file, 0, ""), "table", f"unknown table {quoted(key)}", nearest(key, TABLES))
                continue
            single = key == "pack"
            self.headed |= single
            if not isinstance(value, dict if single else list):
                self.find((file, 0, ""), "table", f"{key} is not written as {'[pack]' if single else f'[[{key}]]'}")
                continue
            tables = [value] if single else value
            lines = _lines_of(text or "", key)
            for n, table in enumerate(tables):
                if self.full:
                    return
                self._take(file, lines[n] if len(lines) == len(tables) else 0, key, table, topic)

    def _text(self, path: str, file: str) -> str | None:
        if os.path.exists(path) and not os.path.isfile(path):
            # A pipe would be waited for without end.
            self.find((file, 0, ""), "syntax", "this is no plain file")
            return None
        with open(path, "rb") as stream:
            data = stream.read(FILE_LIMIT + 1)
        if len(data) > FILE_LIMIT:
            message = f"the file is larger than {FILE_LIMIT // 1024} KiB"
            hint = "Spread its tables over several files, or write very many questions into questions.jsonl."
            self.find((file, 0, ""), "syntax", message, hint)
            return None
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.find((file, line, ""), "syntax", "the file is not UTF-8 text", "Save it with the encoding UTF-8.")
            return None

    def _take(self, file: str, line: int, key: str, table: object, topic: str) -> None:
        """Turn one table into its struct, or into a finding."""
        written = table.get("id", "") if isinstance(table, dict) else ""
        id = written if isinstance(written, str) and fault(written) is None and len(written) <= TEXT_LIMIT else ""
        try:
            plain = _plain(table)
            trouble = next(value_faults(plain), None)
            if trouble is None:
                made = msgspec.convert(plain, TABLES[key])
                self.tables[key].append(Placed(made, file, line, topic))
                return
            self.find((file, line, id), "text", trouble)
        except RecursionError:
            self.find((file, line, id), "table", "the table is nested too deeply")
        except msgspec.ValidationError as error:
            self.find((file, line, id), "table", *form_fault(str(error), TABLES[key].__struct_encode_fields__, key))
        self.lost.add(id)


def read_pack(path: str) -> Pack:
    """Read a pack with all that its recipes make; faults of its content become findings, one for each faulty table.

    Questions in .jsonl files are left to be streamed.

    Args:
        path: A folder of TOML files, or one TOML file.

    Raises:
        PackError: There is no such pack, it holds no TOML file or too much, or a file cannot be read.
    """
    reader = _Reader()
    try:
        files = pack_files(path)
        streams = tuple(file for file in files if is_stream(file))
        written = [file for file in files if file not in streams]
        _check_measure(path, files, written)
        for file in written:
            reader.read(file)
    except OSError as error:
        raise PackError(f"The pack {path} cannot be read: {error.strerror or error}.") from error
    if not files:
        raise PackError(f"The folder {path} holds no .toml file.", "A pack is a folder with a pack.toml in it.")
    tables = reader.tables
    for extra in tables["pack"][1:]:
        reader.find((extra.file, extra.line, ""), "table", "the pack has a second [pack] table")
    if not reader.headed and not any(finding.rule == "syntax" for finding in reader.findings):
        hint = "Write [pack] with an id and a title into pack.toml."
        reader.find((os.path.basename(files[0]), 0, ""), "table", "the pack has no [pack] table", hint)
    pack = Pack(
        path=path,
        about=tables["pack"][0] if tables["pack"] else None,
        topics=tuple(tables["topic"]),
        names=tuple(tables["name"]),
        facts=tuple(tables["fact"]),
        questions=tuple(tables["question"]),
        recipes=tuple(tables["recipe"]),
        accepts=tuple(tables["accept"]),
        findings=tuple(reader.findings),
        lost=frozenset(reader.lost),
        streams=streams,
    )
    return expand(pack)


def _check_measure(path: str, files: list[str], written: list[str]) -> None:
    """Refuse a folder that holds too much, before anything of it is read."""
    if len(files) > FILES_LIMIT:
        raise PackError(f"The pack {path} has {len(files)} files, {FILES_LIMIT} at most are read.", "Split it.")
    # Of a file that is too large itself no more is read, and it is told by its name.
    if sum(min(os.path.getsize(file), FILE_LIMIT) for file in written) > FOLDER_LIMIT:
        most = f"The TOML files of the pack {path} are larger than {FOLDER_LIMIT // 1024 // 1024} MiB together."
        raise PackError(most, "Split it, or write its questions into questions.jsonl.")


def _syntax_fault(message: str) -> tuple[str, int]:
    """Split what tomllib says into the fault and its line."""
    found = re.search(r" \(at line (\d+), column \d+\)$", message)
    if found is None:
        return f"no valid TOML: {message}", 0
    return f"no valid TOML: {message[: found.start()]}", int(found[1])


def _lines_of(text: str, key: str) -> list[int]:
    """Find the line of each table's id, or of its header where it has none."""
    header = re.compile(rf"^\s*\[?\[\s*{key}\s*\]\]?")
    lines: list[int] = []
    open_header = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("["):
            open_header = header.match(line) is not None
            if open_header:
                lines.append(number)
        elif open_header and re.match(r"\s*id\s*=", line):
            lines[-1] = number
            open_header = False
    return lines


def _plain(value: object) -> object:
    """Write dates and times as ISO text, as the core keeps them."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def _number(text: str) -> float:
    if len(text) > NUMBER_LIMIT:
        raise ValueError(f"a number has {len(text)} characters, {NUMBER_LIMIT} at most are allowed")
    return float(text)
