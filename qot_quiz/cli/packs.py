"""The commands on packs: check and export. They are an author's tools and spoil everything."""

from __future__ import annotations

import os
import sys

from qot_quiz import runtime
from qot_quiz.errors import QuizError, UsageError


def check(pack: str, json: bool) -> int:
    """Print what is wrong with a pack; the exit code is 1 when something must be mended."""
    from qot_quiz.bank.check import check as findings
    from qot_quiz.bank.locating import source_of
    from qot_quiz.bank.reading import read_pack

    found = findings(read_pack(source_of(pack)))
    errors = sum(one.severity == "error" for one in found)
    if json:
        import msgspec

        runtime.tell(msgspec.json.encode({"pack": pack, "findings": found}).decode())
        return 1 if errors else 0
    for one in found:
        runtime.tell(f"{one.place}: {one.severity}: {one.id}: {one.rule}: {one.message}. {one.hint}".rstrip())
    runtime.tell(f"{pack}: {errors} errors, {len(found) - errors} warnings.")
    return 1 if errors else 0


def export(pack: str, file: str, format: str, force: bool) -> int:
    """Write a pack in another format to a file or, as ``-``, to standard output."""
    from qot_quiz.cli import naming
    from qot_quiz.formats import FORMATS, writer

    write = writer(naming.find(format, {name: name for name in FORMATS}, "format"))
    bank = runtime.bank(pack)
    meta = bank.meta
    about = {"id": meta.id, "title": meta.title, "episodes": meta.episodes, "digest": meta.digest}
    data = write(about, bank.facts(meta.episodes or 0), bank.questions())
    runtime.talk("This export shows everything, up to the last episode.")
    if file == "-":
        for part in data:
            sys.stdout.write(part)
        return 0
    if os.path.lexists(file) and not force:
        raise QuizError(f"{file} is there already.", "Choose another name, or replace it with --force.")
    try:
        _write_whole(file, data)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}.") from error
    return 0


def _write_whole(file: str, parts: object) -> None:
    """Write a file whole or not at all: beside the goal, synced, then renamed; a link there is replaced."""
    temporary = f"{file}.{os.getpid()}.part"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        with open(handle, "w", encoding="utf-8") as opened:
            opened.writelines(parts)  # type: ignore[arg-type]
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(temporary, file)
    except BaseException:
        os.unlink(temporary)
        raise
