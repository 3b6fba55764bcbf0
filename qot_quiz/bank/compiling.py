"""Compiling a pack: read, checked, and written as one SQLite file that is complete or not there at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from hashlib import blake2b

import msgspec

from qot_quiz.bank.bank import PackMeta, Topic
from qot_quiz.bank.book import Book
from qot_quiz.bank.check import check
from qot_quiz.bank.digest import digest_of
from qot_quiz.bank.findings import Finding
from qot_quiz.bank.items import facts_of, items_of
from qot_quiz.bank.reading import read_pack
from qot_quiz.bank.schema import RING_MIDDLE, SCHEMA, STATEMENTS
from qot_quiz.bank.stamps import Stamp, stamp_of
from qot_quiz.bank.tally import tally_of
from qot_quiz.bank.words import words
from qot_quiz.core.fact import Fact
from qot_quiz.errors import PackError

NAMED = 3
"""Findings that an error message spells out."""


def compile_pack(path: str, target: str, stamped: bool = True) -> None:
    """Compile a pack into a bank file.

    Args:
        path: A folder of TOML files, or one TOML file.
        target: The file to write; an existing one is replaced in one step.
        stamped: Whether to store the stamp of the source files; without it equal packs give equal files.

    Raises:
        PackError: The pack cannot be read or breaks a rule.
        OSError: The target cannot be written.
    """
    # Taken before reading: a file that changes meanwhile must look changed.
    stamp = _stamp(path) if stamped else ()
    write_bank(checked(path), stamp, target)


def write_bank(book: Book, stamp: Stamp, target: str) -> None:
    """Write a pack that keeps all the rules as a bank file.

    Args:
        book: The pack.
        stamp: The stamp of its files, taken before they were read.
        target: The file to write; an existing one is replaced in one step.

    Raises:
        OSError: The target cannot be written.
    """
    try:
        _replace(target, lambda file: _write(book, stamp, file))
    except sqlite3.Error as error:
        raise OSError(f"{target}: {error}") from error


def checked(path: str) -> Book:
    """Read a pack that keeps all the rules.

    Args:
        path: A folder of TOML files, or one TOML file.

    Raises:
        PackError: The pack cannot be read or breaks a rule.
    """
    book, _ = judged(path, path)
    return book


def judged(path: str, shown: str) -> tuple[Book, list[Finding]]:
    """Read a pack that keeps all the rules, with the warnings that a person should weigh.

    Args:
        path: A folder of TOML files, or one TOML file.
        shown: What the player called the pack, for the message.

    Raises:
        PackError: The pack cannot be read or breaks a rule.
    """
    pack = read_pack(path)
    found = check(pack)
    errors = [finding for finding in found if finding.severity == "error"]
    if errors or pack.about is None:
        raise PackError(_told(shown, errors), f"Run `qot-quiz pack check {shown}` for the whole list.")
    return Book(pack, pack.about), found


def restamp(source: str, target: str, stamp: Stamp) -> None:
    """Copy a bank whose source files look changed but say the same, with their new stamp.

    Args:
        source: The bank file.
        target: The file to write, in one step.
        stamp: The stamp of the source files now.

    Raises:
        OSError: The target cannot be written.
    """

    def write(file: str) -> None:
        import shutil

        shutil.copyfile(source, file)
        with sqlite3.connect(file) as db:
            db.execute("UPDATE meta SET value = ? WHERE key = 'stamp'", (msgspec.json.encode(stamp),))
        db.close()

    try:
        _replace(target, write)
    except sqlite3.Error as error:
        raise OSError(f"{target}: {error}") from error


def point_of(id: str) -> int:
    """Place a question on the ring of its difficulty.

    Args:
        id: The question's id.

    Returns:
        The first eight bytes of the BLAKE2b hash of the id (RFC 7693), 0..2^64-1.
    """
    return int.from_bytes(blake2b(id.encode(), digest_size=8).digest(), "big")


def _stamp(path: str) -> Stamp:
    try:
        return stamp_of(path)
    except OSError:
        # The reader says in words what is wrong with the path.
        return ()


def _told(path: str, errors: list[Finding]) -> str:
    count = f"{len(errors)} fault{'s' if len(errors) > 1 else ''}"
    named = "; ".join(f"{finding.place}: {finding.message}" for finding in errors[:NAMED])
    more = f"; and {len(errors) - NAMED} more" if len(errors) > NAMED else ""
    return f"The pack {path} has {count}: {named}{more}."


def _replace(target: str, write: Callable[[str], None]) -> None:
    """Let a file be written beside the target, make it durable, and put it in the target's place."""
    part = f"{target}.{os.getpid()}.{os.urandom(4).hex()}.part"
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
        write(part)
        _sync(part, os.O_RDWR)
        os.replace(part, target)
    except BaseException:
        if os.path.exists(part):
            os.unlink(part)
        raise
    if os.name == "posix":
        _sync(os.path.dirname(target) or ".", os.O_RDONLY)


def _sync(path: str, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(book: Book, stamp: Stamp, file: str) -> None:
    encode = msgspec.json.encode
    items, facts, about = items_of(book), facts_of(book), book.about.table
    meta = PackMeta(
        id=about.id,
        title=about.title,
        episodes=about.episodes,
        digest=digest_of(book),
        topics=tuple(Topic(id, title) for id, title in book.topics.items()),
        licence=about.licence,
        about=about.about,
        article=about.article,
        language=about.language,
    )
    db = sqlite3.connect(file, isolation_level=None)
    try:
        # The file is new and replaced as a whole: it needs no journal of its own, and is synced once at the end.
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        for statement in STATEMENTS:
            db.execute(statement)
        db.executemany(
            "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?)",
            (
                (place, fact.id, fact.topic, fact.spoils, _search(book, fact), encode(fact))
                for place, fact in enumerate(facts)
            ),
        )
        db.executemany(
            "INSERT INTO question VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    place,
                    item.id,
                    item.fact_id,
                    item.kind,
                    item.difficulty,
                    item.topic,
                    item.spoils,
                    point_of(item.id) - RING_MIDDLE,
                    encode(item),
                )
                for place, item in enumerate(items)
            ),
        )
        rows = {"pack": meta, "schema": SCHEMA, "stamp": stamp, "tally": tally_of(items)}
        db.executemany("INSERT INTO meta VALUES (?, ?)", ((key, encode(value)) for key, value in rows.items()))
        db.execute("COMMIT")
    finally:
        db.close()


def _search(book: Book, fact: Fact) -> str:
    """Fold all words by which a fact may be found."""
    values = [part for value in fact.value.values() for part in (value if isinstance(value, tuple) else (value,))]
    texts = (fact.statement, fact.topic, book.topics[fact.topic], fact.id, *map(str, values))
    return " ".join(word for text in texts for word in words(text))
