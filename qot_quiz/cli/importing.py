"""Importing questions that other programs wrote: read, sorted by the rules, and written as a pack of ours."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby

from qot_quiz import runtime
from qot_quiz.bank.authored import AuthoredPack, AuthoredQuestion
from qot_quiz.bank.pack import Pack
from qot_quiz.cli import naming
from qot_quiz.cli.drafting import Draft, draft, slug
from qot_quiz.core.clean import fault
from qot_quiz.errors import QuizError, UsageError
from qot_quiz.formats import READERS, reader
from qot_quiz.formats.files.whole import HINTS, write_whole
from qot_quiz.formats.foreign.decode import read_text
from qot_quiz.formats.foreign.found import Refused
from qot_quiz.formats.foreign.toml_text import table
from qot_quiz.formats.recognise import recognise

MOST_OF_FILE = 1 << 22
"""Bytes after which a pack goes on in its next file; a pack's reader takes twice that."""


def bring_in(file: str, format: str | None, strict: bool, to: str | None) -> int:
    """Write the questions of a foreign file as a pack, and say what was refused and what was changed."""
    text, notices = read_text(file)
    name = os.path.basename(file)
    names = {name: name for name in READERS}
    known = naming.find(format, names, "format") if format else recognise(name, text)
    if known is None:
        raise UsageError(f"{file} is in no format that is known.", f"Name one with --format: {', '.join(names)}.")
    folder = to or slug(os.path.splitext(name)[0]) or "imported"
    _check_goal(folder)
    made = draft(reader(known)(text), _about(folder, name), name if fault(name) is None else "the file")
    if strict and made.refused:
        first = made.refused[0]
        raise QuizError(_told(file, first), "Nothing was written. Without --strict the rest is.")
    for one in made.refused:
        runtime.tell_safely(_told(file, one))
    for notice in (*notices, *(f"{note} ({count})" for note, count in made.notes.items())):
        runtime.tell_safely(f"Note: {notice}.")
    count = len(made.pack.questions)
    if count:
        write(made, folder)
    runtime.tell_safely(f"{file}: {count} question{'' if count == 1 else 's'} in, {len(made.refused)} refused.")
    if not count:
        raise QuizError(f"No question of {file} could be taken (read as {known}).", "Nothing was written.")
    runtime.talk(f"The pack is in {folder}: qot-quiz play --pack {folder}")
    return 0


def _told(file: str, refused: Refused) -> str:
    numbered = f"question {refused.number}: " if refused.number else ""
    return f"{file}:{refused.line}: {numbered}{refused.reason}."


def _about(folder: str, name: str) -> AuthoredPack:
    title = os.path.basename(os.path.abspath(folder))
    sound = fault(title) is None and title.strip()
    told = f"Imported from {name}." if fault(name) is None else "Imported."
    return AuthoredPack(id=slug(title) or "imported", title=title if sound else "Imported", about=told)


def _check_goal(folder: str) -> None:
    if os.path.lexists(folder):
        raise QuizError(f"{folder} is there already.", "Name a new folder with --to.")


def write(made: Draft, folder: str) -> None:
    """Write the pack whole or not at all: beside its goal, then given its name.

    Args:
        made: The pack.
        folder: Its goal, where nothing is yet.

    Raises:
        QuizError: Something is there, or it cannot be written.
    """
    goal = os.path.abspath(folder)
    temporary = os.path.join(os.path.dirname(goal), f".qot-quiz-{os.urandom(8).hex()}.part")
    try:
        os.mkdir(temporary)
        for name, parts in _files(made.pack):
            write_whole(os.path.join(temporary, name), parts, force=False)
        _check_goal(folder)
        os.rename(temporary, goal)
    except OSError as error:
        hint = HINTS.get(error.errno or 0, "Choose another place.")
        raise QuizError(f"{folder} cannot be written: {error.strerror or error}.", hint) from error
    finally:
        _remove(temporary)


def _remove(folder: str) -> None:
    with suppress(OSError):
        for name in os.listdir(folder):
            os.unlink(os.path.join(folder, name))
        os.rmdir(folder)


def _files(pack: Pack) -> Iterator[tuple[str, list[str]]]:
    """Write the pack as files: what it says of itself, then a file for each topic, or several."""
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
    keys = ("id", "kind", "ask", "answer", "wrong", "accept", "refuse", "why", "difficulty")
    values = {key: getattr(question, key) for key in keys}
    return {key: value for key, value in values.items() if value not in ((), "")}
