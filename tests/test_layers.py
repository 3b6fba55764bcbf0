"""The design's table of rooms, carried out: who may import what, and what no room may hold."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

import qot_quiz
from qot_quiz.core import kinds, modes
from qot_quiz.formats import FORMATS, READERS, SHEETS

PACKAGE = Path(qot_quiz.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))


class Room(NamedTuple):
    """What a room may import.

    Args:
        ours: Rooms of this package, at module level and inside functions.
        others: Foreign packages, at both places; the standard library is free except where `pure`.
        later: Rooms and foreign packages that may be imported inside functions only.
        pure: Whether of the standard library only `PURE` may be imported.
    """

    ours: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    pure: bool = False


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


PURE = _words(
    "__future__ _blake2 collections contextlib datetime decimal enum fractions functools hashlib heapq itertools math "
    "operator string typing unicodedata"
)
"""Standard modules without I/O, chance or a clock; of `datetime` the clock is forbidden by a test of its own."""

ALL = _words("errors folders cli runtime voice play core bank formats store ui")

# An import under TYPE_CHECKING counts like one inside a function: nothing loads, but a room is known. Only the types
# that `play` declares for those who fit it may be named by `ui`, which would otherwise spell them out once more.
ROOMS = {
    "errors": Room(),
    "folders": Room(),
    "__main__": Room(later=ALL),
    "cli": Room(_words("cli errors"), _words("msgspec"), ALL),
    "cli.app": Room(_words("cli errors"), _words("typer")),
    "cli.lookups": Room(_words("cli errors"), _words("typer")),
    "cli.groups": Room(_words("cli errors"), _words("typer")),
    "cli.tree": Room(_words("cli errors"), _words("typer")),
    "cli.helptext": Room(_words("cli errors"), _words("typer")),
    "cli.flags": Room(_words("cli errors"), _words("typer")),
    "runtime": Room(_words("errors voice"), later=ALL | _words("platformdirs")),
    "voice": Room(_words("errors"), later=_words("core ui msgspec rich")),
    "play": Room(_words("core errors")),
    "core": Room(_words("core"), _words("msgspec"), _words("rapidfuzz fsrs"), pure=True),
    "bank": Room(_words("bank core errors folders"), _words("msgspec sqlite3 tomllib")),
    "bank.build_hook": Room(_words("bank core errors"), _words("hatchling")),
    "formats": Room(_words("formats core errors"), _words("msgspec"), _words("yaml openpyxl")),
    "store": Room(_words("store core errors folders"), _words("msgspec sqlite3")),
    "ui": Room(_words("ui core errors play.Clock"), _words("msgspec rich questionary prompt_toolkit")),
}
"""The table; a line with a dot is one file's own."""

LOADED_LATE = _words(
    "adapting authoring candidates challenging changing choices completing copying dailies doctoring drafting drawing "
    "finished finishing flagging importing installing keeping labels menu mixing naming offering packs paging parties "
    "players playing reading resuming reviewing scoring sharing sitting statistics streamed timing waiting"
)
"""Files of `cli` that are loaded only inside the functions of `commands`: to them the table's "later" is now."""

HELD = _words("sqlite3 tomllib")
"""Modules of the standard library that only the rooms named in the table import."""


class Import(NamedTuple):
    """One imported name: from which file, of which module, and whether it waits inside a function."""

    file: Path
    line: int
    module: str
    name: str
    late: bool

    def __str__(self) -> str:
        return f"{self.file.relative_to(PACKAGE)}:{self.line} imports {self.module} {self.name}".rstrip()


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def _imports(file: Path) -> Iterator[Import]:
    """List what a file imports, each name of a `from` by itself."""

    def walk(node: ast.AST, late: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            match child:
                case ast.Import(names=names):
                    yield from (Import(file, child.lineno, one.name, "", late) for one in names)
                case ast.ImportFrom(module=module, names=names, level=level):
                    assert not level, f"{file}: relative imports hide the room that they reach"
                    yield from (Import(file, child.lineno, module or "", one.name, late) for one in names)
                case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.If(test=ast.Name(id="TYPE_CHECKING")):
                    yield from walk(child, True)
                case _:
                    yield from walk(child, late)

    yield from walk(_tree(file), False)


def _dotted(file: Path) -> str:
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _room(file: Path) -> Room:
    dotted = _dotted(file)
    return ROOMS.get(dotted) or ROOMS[dotted.split(".")[0]]


def _targets(one: Import) -> set[str]:
    """Name an import as the table does: a room with or without the name taken from it, or a foreign package."""
    parts = one.module.split(".")
    if parts[0] != "qot_quiz":
        return {parts[0]}
    inside = [*parts[1:], *([one.name] if one.name else [])]
    return {inside[0], ".".join(inside[:2])}


def _allowed(one: Import) -> bool:
    room, targets = _room(one.file), _targets(one)
    now = room.ours | room.others
    if one.late or one.file.stem in LOADED_LATE:
        now |= room.later
    if targets & now:
        return True
    (package,) = targets if len(targets) == 1 else ("",)
    free = package in sys.stdlib_module_names and package not in HELD
    return free and (not room.pure or package in PURE)


OWN = _words("qot_quiz.ui.typed")
"""Files that carry the name of a kind and mean a shape: this one asks for any typed line."""


def test_every_file_has_a_room() -> None:
    """No file stands outside the table, and no line of the table is empty."""
    dotted = {_dotted(file) for file in FILES if file.parent != PACKAGE or file.stem != "__init__"}
    assert {name.split(".")[0] for name in dotted} == {name.split(".")[0] for name in ROOMS}
    assert {name for name in ROOMS if "." in name} <= dotted


@pytest.mark.parametrize("file", FILES, ids=_dotted)
def test_imports_keep_to_the_table(file: Path) -> None:
    """Each import of a file, wherever it stands, is one that its room may have."""
    assert [str(one) for one in _imports(file) if not _allowed(one)] == []


def test_the_table_forbids() -> None:
    """The check itself refuses what the design refuses."""

    def allowed(file: str, module: str, name: str = "", late: bool = False) -> bool:
        return _allowed(Import(PACKAGE / file, 1, module, name, late))

    assert not allowed("core/game.py", "time")
    assert not allowed("core/game.py", "qot_quiz.errors", "QuizError", late=True)
    assert not allowed("core/game.py", "rapidfuzz")
    assert allowed("core/game.py", "rapidfuzz", late=True)
    assert not allowed("play.py", "qot_quiz.ui", "words", late=True)
    assert not allowed("ui/terminal.py", "qot_quiz.play", "play")
    assert not allowed("ui/terminal.py", "qot_quiz.store.history", late=True)
    assert not allowed("bank/bank.py", "qot_quiz.store", late=True)
    assert not allowed("cli/commands.py", "qot_quiz", "runtime")
    assert not allowed("cli/commands.py", "typer")
    assert not allowed("cli/playing.py", "sqlite3", late=True)
    assert not allowed("runtime.py", "platformdirs")


def test_files_loaded_late_are_loaded_late() -> None:
    """The files of `cli` that import the game's rooms are loaded by one another and inside functions only."""
    late = {f"qot_quiz.cli.{name}" for name in LOADED_LATE}
    for file in FILES:
        if _dotted(file).removeprefix("cli.") not in LOADED_LATE:
            now = {name for one in _imports(file) if not one.late for name in (one.module, f"{one.module}.{one.name}")}
            assert not now & late, file


def test_errors_import_nothing() -> None:
    """The errors can be loaded anywhere, at no cost."""
    assert list(_imports(PACKAGE / "errors.py")) == []


def _modules(folder: str) -> set[str]:
    return {f"qot_quiz.{folder.replace('/', '.')}.{file.stem}" for file in (PACKAGE / folder).glob("[!_]*.py")}


def test_kinds_equal_their_table() -> None:
    """Every file of the folder of kinds is in the table under its own name, and nothing else is."""
    listed = {name: kind.__name__ for name, kind in kinds.KINDS.items() if isinstance(kind, ModuleType)}
    assert set(listed.values()) == _modules("core/kinds")
    assert listed == {name: f"qot_quiz.core.kinds.{name.replace('-', '_')}" for name in kinds.KINDS}


def test_modes_equal_their_table() -> None:
    """Every file of the folder of modes is in the table under its own name, and nothing else is."""
    listed = {name: mode.draw.__module__ for name, mode in modes.MODES.items()}
    assert set(listed.values()) == _modules("core/modes")
    assert listed == {name: f"qot_quiz.core.modes.{name}" for name in modes.MODES}
    assert all(mode.rules is importlib.import_module(listed[name]).RULES for name, mode in modes.MODES.items())


def test_formats_equal_their_table() -> None:
    """Every file of the folder of formats is in the table, can be loaded by it, and nothing else is."""
    assert {*FORMATS.values(), *READERS.values(), *SHEETS.values(), "qot_quiz.formats.recognise"} == _modules("formats")
    assert all(callable(importlib.import_module(module).write) for module in FORMATS.values())
    assert all(callable(importlib.import_module(module).read) for module in (*READERS.values(), *SHEETS.values()))


def _calls(file: Path, *names: str) -> list[int]:
    calls = (node for node in ast.walk(_tree(file)) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if isinstance(call.func, ast.Name) and call.func.id in names]


def test_only_one_file_prints() -> None:
    """Data, talk and errors are said in one place, which knows whether a terminal hears them; nothing else prints."""
    assert {_dotted(file) for file in FILES if _calls(file, "print")} == {"voice"}


@pytest.mark.parametrize("file", sorted((PACKAGE / "core").rglob("*.py")), ids=_dotted)
def test_the_core_neither_speaks_nor_reads(file: Path) -> None:
    """No file of the rules prints, asks or opens anything; clocks and chance are kept out by the table of imports."""
    assert _calls(file, "print", "input", "open", "__import__", "exec", "eval") == []


@pytest.mark.parametrize("file", sorted((PACKAGE / "core").rglob("*.py")), ids=_dotted)
def test_the_core_reads_no_clock(file: Path) -> None:
    """No file of the rules asks a date what time it is."""
    attributes = {node.attr for node in ast.walk(_tree(file)) if isinstance(node, ast.Attribute)}
    assert not attributes & {"today", "utcnow", "fromtimestamp"}
    asked = [node for node in ast.walk(_tree(file)) if isinstance(node, ast.Attribute) and node.attr == "now"]
    assert not [node.lineno for node in asked if getattr(node.value, "id", "") in ("datetime", "date")]


TABLES = _words("kinds modes")
"""Packages whose attributes are kinds and modes."""


def _named(code: str) -> Iterator[str]:
    """List the texts of some code, and what it takes from a table; docstrings, being longer, are never a name.

    Other names and attributes mean something else, such as the number of a question; those of a kind or a mode must be
    imported first.
    """
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.Attribute(value=ast.Name(id=table) | ast.Attribute(attr=table), attr=text) if table in TABLES:
                yield text


def _texts(file: Path) -> list[str]:
    """List the texts and imported names in a file's code."""
    out = [part for one in _imports(file) if one.module not in OWN for part in (*one.module.split("."), one.name)]
    return [*out, *_named(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("name", ["ui/terminal.py", "ui/plain.py", "core/game.py", "play.py"])
def test_no_kind_or_mode_is_named(name: str) -> None:
    """Engine, loop and screens know four shapes and the rules' knobs, but no kind and no mode."""
    known = {*kinds.KINDS, *modes.MODES, *(kind.replace("-", "_") for kind in kinds.KINDS)}
    assert known & set(_texts(PACKAGE / name)) == set()


@pytest.mark.parametrize("code", ["kinds.number.judge(x)", "core.modes.blitz", 'kind == "number"', 'MODES["daily"]'])
def test_naming_a_kind_or_mode_is_seen(code: str) -> None:
    """A text that is a kind or mode is found in code, and so is what is taken from one of the two tables."""
    known = {*kinds.KINDS, *modes.MODES}
    assert known & set(_named(code))
    assert not known & set(_named("record.number + words.date(number) + f(number=3)"))
