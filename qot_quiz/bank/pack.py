"""A pack as it was read: the authors' tables, each with the place where it stands."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from qot_quiz.bank import authored
from qot_quiz.bank.findings import Finding

Table = TypeVar("Table", bound=msgspec.Struct)


class Placed(msgspec.Struct, Generic[Table], frozen=True):
    """A table and where it stands.

    Args:
        table: What the author wrote, or a recipe made.
        file: Name of the file.
        line: The line of its id or header, counted from 1; 0 when unknown. A made table has its recipe's.
        topic: The topic that the file gives to its facts, or an empty text.
        recipe: The id of the recipe that made it, empty for a table that an author wrote.
    """

    table: Table
    file: str
    line: int
    topic: str = ""
    recipe: str = ""


class Pack(msgspec.Struct, frozen=True):
    """All tables of a pack in the order of files and lines, what recipes make behind the others.

    Args:
        path: The folder or file that was read.
        about: The table ``[pack]``, or None when it is missing or faulty.
        topics: Topics in their shown order.
        names: Names with their forms.
        facts: Facts.
        questions: Questions.
        recipes: Families of questions.
        accepts: Warnings that the author accepts.
        findings: What was found wrong while reading.
        lost: Ids of tables that are faulty and therefore missing here.
        streams: The .jsonl files whose questions are too many to stand here.
    """

    path: str
    about: Placed[authored.AuthoredPack] | None
    topics: tuple[Placed[authored.AuthoredTopic], ...]
    names: tuple[Placed[authored.AuthoredName], ...]
    facts: tuple[Placed[authored.AuthoredFact], ...]
    questions: tuple[Placed[authored.AuthoredQuestion], ...]
    recipes: tuple[Placed[authored.AuthoredRecipe], ...]
    accepts: tuple[Placed[authored.AuthoredAccept], ...]
    findings: tuple[Finding, ...] = ()
    lost: frozenset[str] = frozenset()
    streams: tuple[str, ...] = ()
