"""Compiling a pack: read, checked, and written as one SQLite file that is complete or not there at all."""

from __future__ import annotations

import sqlite3

import msgspec

from qot_quiz.bank.bank import PackMeta, Topic
from qot_quiz.bank.book import Book
from qot_quiz.bank.check import check
from qot_quiz.bank.digest import Running, bytes_of, digest_of
from qot_quiz.bank.findings import Finding
from qot_quiz.bank.items import facts_of, items_of
from qot_quiz.bank.limits import FAULT_LIMIT
from qot_quiz.bank.locating import Report
from qot_quiz.bank.reading import read_pack
from qot_quiz.bank.searching import implied, searched
from qot_quiz.bank.spellings import spellings
from qot_quiz.bank.stamps import Stamp, stamp_of
from qot_quiz.bank.streaming import Stream
from qot_quiz.bank.tally import Tallier, tally_of
from qot_quiz.bank.writing import Writer, replace
from qot_quiz.errors import PackError

NAMED = 3
"""Findings that an error message spells out."""

WRITTEN = 0.85
"""The share of the time after which a streamed pack is written and only its indexes are left."""


def compile_pack(path: str, target: str, stamped: bool = True, report: Report | None = None) -> None:
    """Compile a pack into a bank file.

    Args:
        path: A folder of TOML and JSONL files, or one TOML file.
        target: The file to write; an existing one is replaced in one step.
        stamped: Whether to store the stamp of the source files; without it equal packs give equal files.
        report: Is told how much is done, 0..1, where a pack is so large that it is streamed.

    Raises:
        PackError: The pack cannot be read or breaks a rule.
        OSError: The target cannot be written.
    """
    # Taken before reading: a file that changes meanwhile must look changed.
    stamp = _stamp(path) if stamped else ()
    write_bank(checked(path), stamp, target, path, report)


def write_bank(book: Book, stamp: Stamp, target: str, shown: str, report: Report | None = None) -> int:
    """Write a pack that keeps all the rules as a bank file.

    Args:
        book: The pack.
        stamp: The stamp of its files, taken before they were read.
        target: The file to write; an existing one is replaced in one step.
        shown: What the player called the pack, for the message.
        report: As for `compile_pack`.

    Returns:
        How many questions it asks.

    Raises:
        PackError: The pack is streamed, and a line breaks a rule.
        OSError: The target cannot be written.
    """
    counts: list[int] = []

    def write(file: str) -> None:
        writer = Writer(file)
        try:
            if book.pack.streams:
                counts.append(_stream(book, stamp, writer, shown, report or _unheard))
            else:
                counts.append(_write(book, stamp, writer))
        finally:
            writer.close()

    replace(target, write)
    return counts[0]


def checked(path: str) -> Book:
    """Read a pack that keeps all the rules; questions in .jsonl files are not read yet.

    Args:
        path: A folder of TOML and JSONL files, or one TOML file.

    Raises:
        PackError: The pack cannot be read or breaks a rule.
    """
    book, _ = judged(path, path)
    return book


def judged(path: str, shown: str) -> tuple[Book, list[Finding]]:
    """Read a pack that keeps all the rules, with the warnings that a person should weigh.

    Args:
        path: A folder of TOML and JSONL files, or one TOML file.
        shown: What the player called the pack, for the message.

    Raises:
        PackError: The pack cannot be read or breaks a rule.
    """
    pack = read_pack(path)
    found = check(pack)
    errors = [finding for finding in found if finding.severity == "error"]
    if errors or pack.about is None:
        raise _refused(shown, errors, len(errors))
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
    import shutil
    from contextlib import closing

    def write(file: str) -> None:
        shutil.copyfile(source, file)
        with closing(sqlite3.connect(file)) as db, db:
            db.execute("UPDATE meta SET value = ? WHERE key = 'stamp'", (msgspec.json.encode(stamp),))

    replace(target, write)


def _unheard(part: float) -> None:
    """Nobody waits."""


def _stamp(path: str) -> Stamp:
    try:
        return stamp_of(path)
    except OSError:
        # The reader says in words what is wrong with the path.
        return ()


def _refused(path: str, errors: list[Finding], faults: int) -> PackError:
    more = "or more " if faults >= FAULT_LIMIT else ""
    count = f"{faults} {more}fault{'s' if faults > 1 else ''}"
    named = "; ".join(f"{finding.place}: {finding.message}" for finding in errors[:NAMED])
    rest = f"; and {faults - NAMED} more" if faults > NAMED else ""
    return PackError(
        f"The pack {path} has {count}: {named}{rest}.", f"Run qot-quiz pack check {path} for the whole list."
    )


def _meta(book: Book, topics: dict[str, str], digest: str) -> PackMeta:
    about = book.about.table
    return PackMeta(
        id=about.id,
        title=about.title,
        episodes=about.episodes,
        digest=digest,
        topics=tuple(Topic(id, title) for id, title in topics.items()),
        licence=about.licence,
        about=about.about,
        article=about.article,
        language=about.language,
    )


def _write(book: Book, stamp: Stamp, writer: Writer) -> int:
    """Write a pack that is held as a whole."""
    items = items_of(book)
    spelt = spellings(book, items)
    writer.facts((fact, searched(fact, book.topics[fact.topic], spelt(fact))) for fact in facts_of(book))
    writer.questions(items)
    if not book.pack.facts:
        writer.found_by([searched(implied(item), book.topics[item.topic]) for item in items])
    meta = _meta(book, book.topics, digest_of(book))
    writer.finish({"pack": meta, "stamp": stamp, "tally": tally_of(items), "bytes": ""})
    return len(items)


def _stream(book: Book, stamp: Stamp, writer: Writer, shown: str, report: Report) -> int:
    """Write a pack question by question."""
    # Before anything is read: what changes meanwhile must not pass for what was compiled.
    content = bytes_of(book.pack.path)
    stream, digest, tallier = Stream(book), Running(book), Tallier()
    for batch in stream.batches(lambda part: report(part * WRITTEN)):
        if stream.faults:
            continue
        for body in writer.questions(batch.items):
            digest.add(body)
        tallier.add(batch.items)
        titles = stream.topics
        pairs = zip(batch.items, batch.tags, strict=True)
        writer.found_by([searched(implied(item), titles[item.topic], tags) for item, tags in pairs])
    if stream.faults:
        raise _refused(shown, sorted(stream.findings, key=lambda one: (one.file, one.line)), stream.faults)
    meta = _meta(book, stream.topics, digest.end(stream.topics))
    rows = {"pack": meta, "stamp": stamp, "tally": tallier.groups(), "bytes": content}
    writer.finish(rows, lambda part: report(WRITTEN + (1 - WRITTEN) * part))
    return stream.questions
