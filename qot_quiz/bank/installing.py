"""Installing packs: a copy is made, checked and compiled aside, and counts from one step on."""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import IO

import msgspec

from qot_quiz.bank.compiling import judged, write_bank
from qot_quiz.bank.installed import BANK, COPY, EVERY, LONGEST, POINTER, current, is_installed, is_name
from qot_quiz.bank.locating import BUILT_IN, Report, no_pack_at
from qot_quiz.bank.reading import FILE_LIMIT, FILES_LIMIT, FOLDER_LIMIT
from qot_quiz.bank.stamps import is_stream, pack_files, stamp_of
from qot_quiz.bank.writing import has_ended
from qot_quiz.errors import PackError, UsageError
from qot_quiz.folders import make_folder

MOST_STREAMED = 4 * 1024 * 1024 * 1024
"""Bytes of the JSONL files of a pack that is installed."""

PIECE = 1 << 20
"""Bytes that are copied at a time."""

ASIDE = ".aside-"
"""What the name of a folder begins with that counts for nothing, a pack on its way in or out; its process follows."""

STALE_S = 24 * 60 * 60
"""Seconds after which what a crash left behind is cleared away."""

_OPENED = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Added(msgspec.Struct, frozen=True):
    """A pack that was installed.

    Args:
        id: Its name.
        title: Its title.
        questions: How many it asks.
        warnings: What a person should weigh about it.
        replaced: Whether it took the place of another copy.
    """

    id: str
    title: str
    questions: int
    warnings: int
    replaced: bool


def add(path: str, packs: str, force: bool, report: Report | None = None) -> Added:
    """Install a copy of a pack, all or nothing.

    Args:
        path: A folder of TOML files, or one TOML file.
        packs: The folder of the installed packs; made when missing.
        force: Whether an installed pack of the same id is replaced.
        report: Is told how much is done, 0..1, where a large pack is compiled.

    Raises:
        UsageError: There is no pack at that path, or its id is no name for one.
        PackError: The pack cannot be read, breaks a rule, cannot be kept here, or its id is taken.
    """
    if not (os.path.isdir(path) or (path.endswith(".toml") and os.path.isfile(path))):
        raise no_pack_at(path)
    try:
        with _aside(packs) as folder:
            ready, copy = os.path.join(folder, "ready"), COPY + os.urandom(8).hex()
            place = os.path.join(ready, copy)
            os.mkdir(ready, 0o700)
            os.mkdir(place, 0o700)
            _copy(path, place)
            stamp = stamp_of(place)
            book, warnings = judged(place, path)
            about = book.about.table
            _check_id(about.id, packs, force)
            bank = os.path.join(place, BANK)
            questions = write_bank(book, stamp, bank, path, report)
            _sync(place)
            _write(os.path.join(ready, POINTER), [copy.encode("ascii")])
            replaced = _put(ready, copy, os.path.join(packs, about.id), force)
    except OSError as error:
        raise PackError(f"The pack {path} cannot be installed: {error.strerror or error}.") from error
    return Added(about.id, about.title, questions, len(warnings), replaced)


def remove(name: str, packs: str) -> None:
    """Remove an installed pack in one step.

    Args:
        name: Its name.
        packs: The folder of the installed packs.

    Raises:
        PackError: It cannot be removed.
    """
    try:
        with _aside(packs) as folder:
            os.rename(os.path.join(packs, name), os.path.join(folder, name))
            _sync(packs)
    except OSError as error:
        raise PackError(f"The pack {name} cannot be removed: {error.strerror or error}.") from error


def _check_id(id: str, packs: str, force: bool) -> None:
    if id == BUILT_IN:
        # Seen questions, flags and ceilings are kept by this id.
        raise UsageError(f"{BUILT_IN} is the pack that comes with the program.", "Give yours an id of its own.")
    if id == EVERY:
        raise UsageError(f"--pack {EVERY} means every pack there is.", "Give yours another id.")
    if not is_name(id):
        raise UsageError(f"The id of an installed pack has at most {LONGEST} characters.", "Choose a shorter one.")
    if not force and is_installed(packs, id):
        raise _taken(id)


def _taken(id: str) -> PackError:
    return PackError(f"A pack {id} is installed already.", "Replace it with --force, or give yours another id.")


def _copy(path: str, place: str) -> None:
    """Copy the files of a pack; only plain files that lie in its folder itself."""
    files = pack_files(path)
    if len(files) > FILES_LIMIT:
        raise PackError(f"The pack {path} has {len(files)} files, {FILES_LIMIT} at most are installed.")
    left = {False: FOLDER_LIMIT, True: MOST_STREAMED}
    single = not os.path.isdir(path)
    for file in files:
        # The player named a single file; links in a folder are another's doing.
        source = os.path.realpath(file) if single else file
        if os.path.islink(source):
            raise PackError(f"{file} is a link.", "A pack holds its files itself: put the file in its place.")
        name = os.path.basename(file)
        # A name that begins with a dot would not be read in a folder.
        # Of a TOML file a byte more than is read of it is enough to refuse it.
        kind = is_stream(name)
        target = os.path.join(place, "pack.toml" if name.startswith(".") else name)
        left[kind] -= _copy_file(source, target, left[kind] + 1 if kind else FILE_LIMIT + 1)
        if left[kind] < 0:
            most = (MOST_STREAMED if kind else FOLDER_LIMIT) // 1024 // 1024
            raise PackError(f"The pack {path} is larger than {most} MiB.", "Split it.")


def _copy_file(source: str, target: str, most: int) -> int:
    """Copy one file up to so many bytes, and say how many were copied."""
    handle = os.open(source, _OPENED)
    with open(handle, "rb") as opened:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise PackError(f"{source} is no plain file.", "A pack holds TOML and JSONL files alone.")
        return _write(target, _pieces(opened, most))


def _pieces(opened: IO[bytes], most: int) -> Iterator[bytes]:
    while most and (piece := opened.read(min(most, PIECE))):
        most -= len(piece)
        yield piece


def _write(target: str, pieces: Iterable[bytes]) -> int:
    size = 0
    with open(os.open(target, _NEW, 0o600), "wb") as written:
        for piece in pieces:
            size += written.write(piece)
        written.flush()
        os.fsync(written.fileno())
    return size


def _put(ready: str, copy: str, home: str, force: bool) -> bool:
    """Let a finished copy count, and say whether it replaced another.

    Args:
        ready: The folder that is to become the pack's: the copy, and the pointer that names it.
        copy: The copy's name.
        home: The folder of the pack.
        force: Whether it may be there already.

    Raises:
        PackError: It is, and may not be.
    """
    _sync(ready)
    try:
        os.rename(ready, home)
        _sync(os.path.dirname(home))
        return False
    except OSError:
        if not os.path.isdir(home):
            raise
    if not force:
        raise _taken(os.path.basename(home))
    before = current(home)
    os.rename(os.path.join(ready, copy), os.path.join(home, copy))
    os.replace(os.path.join(ready, POINTER), os.path.join(home, POINTER))
    _sync(home)
    # Another process may be about to let a copy of its own count: only the one replaced, and old ones, may go.
    _clear(home, {before or ""})
    return True


@contextmanager
def _aside(packs: str) -> Iterator[str]:
    """Make a folder beside the packs for what counts for nothing yet, or any more; it goes at the end."""
    make_folder(packs)
    _clear(packs, set())
    folder = os.path.join(packs, f"{ASIDE}{os.getpid()}-{os.urandom(8).hex()}")
    os.mkdir(folder, 0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear(folder: str, gone: set[str]) -> None:
    """Clear away what counts no more: the folders named, and what ended processes, or a crash long ago, left behind."""
    counts = current(folder)
    for name in os.listdir(folder):
        if name == counts or not name.startswith((ASIDE, COPY)):
            continue
        path = os.path.join(folder, name)
        with suppress(OSError):
            left = name.startswith(ASIDE) and has_ended(name.removeprefix(ASIDE).partition("-")[0])
            if name in gone or left or time.time() - os.stat(path).st_mtime > STALE_S:
                shutil.rmtree(path, ignore_errors=True)


def _sync(folder: str) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
