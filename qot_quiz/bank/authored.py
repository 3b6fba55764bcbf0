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
    """A table ``[[topic]]``.

    Args:
        id: Stable name in kebab-case.
        title: The name that screens show.
    """

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
    """One entry of a fact's `sources`: a paragraph of the article, or a page of a publication.

    Args:
        paragraph: The paragraph of the pack's article, counted from 1.
        publisher: The publication's name, for a page.
        date: The day of publication, such as 2024-03-09, for a page; it may be left out.
        page: The page's address, for a page.
    """

    paragraph: int = 0
    publisher: str = ""
    date: str = ""
    page: str = ""


class AuthoredFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table ``[[fact]]``: a checked statement, on which the questions below it rest.

    Args:
        id: Stable name in kebab-case.
        kind: What sort of fact it is (air-date, cast-role, ...); recipes range over all facts of one kind.
        statement: The fact in one sentence of the author's own words.
        value: The checked value under one key, such as ``{ date = 2024-03-09 }``.
        difficulty: easy, medium or hard, for questions that bring none of their own.
        sources: Where it is written.
        spoils: The episode that must have been seen before it may be shown; 0 for none.
        rests_on: Ids of the facts from which it follows.
        rule: How it follows from them, in words.
        topic: Stands in for the file's topic when given.
        subject: What the fact is about, as it may stand as an option; recipes use it.
        why: The why of questions on this fact that bring none of their own.
    """

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
    subject: str = ""
    why: str = ""


class AuthoredQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table ``[[question]]``; what is left out is the fact's where it has the same key.

    Args:
        id: Stable name: its fact's id, a slash, and a word of its own; in a pack without facts that word alone.
        kind: How it is asked.
        ask: The question itself; a statement for true-false.
        answer: A text, a truth value, a number, a date, or a list of texts.
        wrong: Wrong options of a choice or multi question; each game draws some of them.
        accept: Further typed forms that count.
        vague: Typed forms that are too short to decide, and draw one more try.
        refuse: Typed forms that must not count.
        parts: The parts of a typed answer that may come in any order, each with the forms that count.
        unit: What a number counts.
        within: How far off a number (in its unit) or a date (in days) earns nothing any more; 0 where only the exact
            value counts.
        why: One line that adds to the answer.
        difficulty: easy, medium or hard.
        spoils: The episode that must have been seen before it may be asked.
        topic: The id of its topic.
    """

    id: str
    kind: str
    ask: str
    answer: str | bool | int | float | tuple[str, ...]
    wrong: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    unit: str = ""
    within: float = 0
    why: str = ""
    difficulty: str = ""
    spoils: int | None = None
    topic: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The right answer as texts: one, several of a list, none for a truth value or a number."""
        if isinstance(self.answer, str):
            return (self.answer,)
        return self.answer if isinstance(self.answer, tuple) else ()


class AuthoredRecipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table ``[[recipe]]``: a family of questions that follow from facts.

    Args:
        id: Name of the family in kebab-case.
        make: A name of the table in ``bank.recipes``.
        kind: The kind of its questions, where the make leaves a choice.
        of: Ranges over all facts of this kind that have a subject.
        facts: Ids of the facts that it ranges over, instead of `of`.
        ask: The question, with ``{subject}`` or ``{value}`` where a fact's own goes.
        why: Stands in for the facts' when given; may hold ``{subject}`` and ``{value}``.
        statement: What the fact of a group question says, with ``{list}``.
        unit: What a number counts.
        within: As for a question.
        falling: Whether an order goes from the highest value to the lowest.
        equals: The value of the right ones, written ``is``.
        lowest: The lowest value of the right ones, written ``from``.
        highest: The highest value of the right ones, written ``to``.
        difficulty: Stands in for the facts' when given.
        spoils: Raises the facts' spoiler level when given.
    """

    id: str
    make: str
    ask: str
    kind: str = ""
    of: str = ""
    facts: tuple[str, ...] = ()
    why: str = ""
    statement: str = ""
    unit: str = ""
    within: float = 0
    falling: bool = False
    equals: Scalar | None = msgspec.field(default=None, name="is")
    lowest: Scalar | None = msgspec.field(default=None, name="from")
    highest: Scalar | None = msgspec.field(default=None, name="to")
    difficulty: str = ""
    spoils: int = 0


class AuthoredAccept(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table ``[[accept]]``: a warning that the author has weighed, and why it may stand.

    Args:
        rule: The name of the rule that warns.
        id: The id of the table that it warns of.
        reason: Why the warning may stand.
    """

    rule: str
    id: str
    reason: str
