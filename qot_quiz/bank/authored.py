"""The tables of a pack as authors write them; the pack format in types, and nothing else."""

from __future__ import annotations

import msgspec

Scalar = str | int | float


class AuthoredPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The table ``[pack]``.

    Args:
        id: The pack's name on the command line, in kebab-case.
        title: The pack's name on a screen.
        about: One sentence on the pack.
        language: Language of its texts, a BCP 47 tag.
        licence: Under which terms the texts may be passed on.
        episodes: The number of regular episodes; 0 for a pack that cannot spoil.
        article: What to call the article that sources with a `paragraph` mean.
    """

    id: str
    title: str
    about: str = ""
    language: str = "en"
    licence: str = ""
    episodes: int = 0
    article: str = ""


class AuthoredTopic(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table ``[[topic]]``: an id, and the title that screens show."""

    id: str
    title: str


class AuthoredName(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table ``[[name]]``: the one shown spelling of a name, and how the judge treats its other forms.

    Args:
        id: Stable name in kebab-case.
        show: The spelling that screens show.
        type: What it names (person, place, work, ...).
        accept: Further forms that count.
        vague: Forms that are too short to decide.
        refuse: Forms that must not count.
        spoils: The episode that must have been seen before the name itself may be shown.
    """

    id: str
    show: str
    type: str
    accept: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    spoils: int = 0


class AuthoredSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry of a fact's `sources`: a paragraph of the article, or a page of a publication."""

    paragraph: int = 0
    publisher: str = ""
    date: str = ""
    page: str = ""


class AuthoredFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table ``[[fact]]``; `topic` stands in for the file's when given. The rest is as in `core.fact.Fact`."""

    id: str
    kind: str
    statement: str
    value: dict[str, Scalar | tuple[Scalar, ...]]
    difficulty: str
    sources: tuple[AuthoredSource, ...]
    spoils: int = 0
    rests_on: tuple[str, ...] = ()
    rule: str = ""
    topic: str = ""


class AuthoredQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table ``[[question]]``; None and empty texts stand for the fact's. The rest is as in `core.question.Item`."""

    id: str
    kind: str
    ask: str
    answer: str | bool
    wrong: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    why: str = ""
    difficulty: str = ""
    spoils: int | None = None
    topic: str = ""


class AuthoredAccept(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table ``[[accept]]``: a warning that the author has weighed, and why it may stand."""

    rule: str
    id: str
    reason: str
