"""Importing questions that other programs wrote: read, sorted by the rules, and written as a pack of ours."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import groupby

from qot_quiz import voice
from qot_quiz.bank.authored import AuthoredPack, AuthoredQuestion
from qot_quiz.bank.pack import Pack
from qot_quiz.cli import naming
from qot_quiz.cli.drafting import Draft, draft, slug
from qot_quiz.core.clean import fault
from qot_quiz.errors import QuizError, UsageError
from qot_quiz.formats import READERS, SHEETS, reader, sheet_reader
from qot_quiz.formats.files.folder import check_free, write_folder
from qot_quiz.formats.foreign.decode import decoded, read_bytes
from qot_quiz.formats.foreign.found import Entry, Refused
from qot_quiz.formats.foreign.toml_text import table
from qot_quiz.formats.foreign.workbook import is_archive
from qot_quiz.formats.recognise import recognise

MOST_OF_FILE = 1 << 18
"""Bytes after which a pack goes on in its next file; a pack's reader takes twice that."""


def bring_in(file: str, format: str | None, strict: bool, to: str | None) -> int:
    """Write the questions of a foreign file as a pack, and say what was refused and what was changed."""
    name = os.path.basename(file)
    known, entries, notices = _entries(file, name, format)
    folder = to or slug(os.path.splitext(name)[0]) or "imported"
    check_free(folder)
    made = draft(entries, _about(folder, name), name if fault(name) is None else "the file")
    if strict and made.refused:
        first = made.refused[0]
        raise QuizError(_told(file, first), "Nothing was written. Without --strict the rest is.")
    for one in made.refused:
        voice.tell(_told(file, one))
    for notice in (*notices, *(f"{note} ({count})" for note, count in made.notes.items())):
        voice.tell(f"Note: {notice}.")
    count = len(made.pack.questions)
    if count:
        write(made, folder)
    voice.tell(f"{file}: {count} question{'' if count == 1 else 's'} in, {len(made.refused)} refused.")
    if not count:
        raise QuizError(f"No question of {file} could be taken (read as {known}).", "Nothing was written.")
    voice.talk(f"The pack is in {folder}: qot-quiz play --pack {folder}")
    return 0


def _entries(file: str, name: str, format: str | None) -> tuple[str, Iterator[Entry], tuple[str, ...]]:
    """Find the format of a file, and begin to read it; behind both, what is to be told of its encoding."""
    names = {name: name for name in (*READERS, *SHEETS)}
    wanted = naming.find(format, names, "format") if format else None
    if wanted is None and name.endswith(".toml") and os.path.exists(file):
        raise UsageError(f"{file} is in the form of a pack already.", f"qot-quiz pack add {file} installs it.")
    data = read_bytes(file)
    if wanted in SHEETS and not is_archive(data):
        raise QuizError(f"{file} is no spreadsheet.", "Save it as .xlsx, or leave --format out.")
    if is_archive(data) and (wanted is None or wanted in SHEETS):
        known = wanted or next(iter(SHEETS))
        return known, sheet_reader(known)(data), ()
    text, notices = decoded(file, data)
    known = wanted or recognise(name, text) or ""
    if not known:
        raise UsageError(f"{file} is in no format that is known.", f"Name one with --format: {', '.join(names)}.")
    return known, reader(known)(text), notices


def _told(file: str, refused: Refused) -> str:
    numbered = f"question {refused.number}: " if refused.number else ""
    return f"{file}:{refused.line}: {numbered}{refused.reason}."


def _about(folder: str, name: str) -> AuthoredPack:
    title = os.path.basename(os.path.abspath(folder))
    sound = fault(title) is None and title.strip()
    told = f"Imported from {name}." if fault(name) is None else "Imported."
    return AuthoredPack(id=slug(title) or "imported", title=title if sound else "Imported", about=told)


def write(made: Draft, folder: str) -> None:
    """Write the pack whole or not at all.

    Args:
        made: The pack.
        folder: Its goal, where nothing is yet.

    Raises:
        QuizError: Something is there, or it cannot be written.
    """
    write_folder(folder, files_of(made.pack))


def files_of(pack: Pack) -> Iterator[tuple[str, list[str]]]:
    """Write a pack as files: what it says of itself, then a file for each topic, or several.

    Args:
        pack: A pack that was imported.

    Yields:
        The name and the parts of each file.
    """
    if pack.about is not None:
        about = pack.about.table
        head = table("[pack]", {"id": about.id, "title": about.title, "about": about.about})
        topics = (table("[[topic]]", {"id": one.table.id, "title": one.table.title}) for one in pack.topics)
        yield "pack.toml", [head, *topics]
    by_topic = sorted((one.table for one in pack.questions), key=lambda question: question.topic)
    for number, (topic, questions) in enumerate(groupby(by_topic, key=lambda question: question.topic), 1):
        for part, texts in enumerate(_parts(questions), 1):
            # Named by numbers: a topic may be called pack, or be longer than a name may be.
            yield f"questions-{number:03}-{part:02}.toml", [table_of_topic(topic), *texts]


def table_of_topic(topic: str) -> str:
    """Write the line that gives a file's questions their topic."""
    return table("# Imported questions", {"topic": topic})


def _parts(questions: Iterator[AuthoredQuestion]) -> Iterator[list[str]]:
    texts, size = list[str](), 0
    for question in questions:
        texts.append(table("[[question]]", _written(question)))
        size += len(texts[-1].encode())
        if size > MOST_OF_FILE:
            yield texts
            texts, size = [], 0
    if texts:
        yield texts


def _written(question: AuthoredQuestion) -> dict[str, object]:
    keys = ("id", "kind", "ask", "answer", "wrong", "accept", "vague", "refuse", "unit", "within", "why", "difficulty")
    values = {key: getattr(question, key) for key in keys}
    # A truth and a zero are answers: only what is empty goes, and a distance that is none.
    return {key: value for key, value in values.items() if value not in ((), "") and (key != "within" or value)}
