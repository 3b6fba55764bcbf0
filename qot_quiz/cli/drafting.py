"""From what a reader found to a pack that keeps every rule: what breaks one is refused with its line."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from qot_quiz.bank.authored import AuthoredPack, AuthoredQuestion, AuthoredTopic
from qot_quiz.bank.check import check
from qot_quiz.bank.findings import Finding
from qot_quiz.bank.pack import Pack, Placed
from qot_quiz.bank.rules.structure import LONGEST_LINE
from qot_quiz.core.kinds.ordering import SHOWN
from qot_quiz.core.text import fold
from qot_quiz.errors import PackError
from qot_quiz.formats.foreign.found import Entry, Found, Refused

DIFFICULTY = "medium"
"""The difficulty of questions of which a file tells none."""

MOST = 100_000
"""Questions and refusals that are taken of one file."""

BENT = "questions bend a rule of the craft, which qot-quiz pack check tells"
NO_DIFFICULTY = f"no difficulty is given: {DIFFICULTY}"
LONG_WHY = f"explanations longer than {LONGEST_LINE} characters were left out"
IDLE_WHY = "explanations that only repeat an answer were left out"

_ID = re.compile('"(q-[0-9a-f]{12})"')
"""How a rule names another question."""

Placing = Placed[AuthoredQuestion]


class Draft(msgspec.Struct, frozen=True):
    """A pack made of foreign questions.

    Args:
        pack: What keeps every rule, each question at its line of the foreign file.
        refused: The rest, by lines.
        notes: How many of the questions taken were changed in which way.
    """

    pack: Pack
    refused: tuple[Refused, ...]
    notes: dict[str, int]


class _Drawer:
    """Makes authored questions, and topics as they come up.

    Args:
        about: What the pack will say of itself.
        file: The name of the foreign file.
    """

    def __init__(self, about: AuthoredPack, file: str) -> None:
        self._about = about
        self._file = file
        self.topics: dict[str, str] = {}
        self.placed: dict[str, Placing] = {}
        self.taken: dict[str, Found] = {}
        self.notes: dict[str, tuple[str, ...]] = {}

    def take(self, found: Found) -> Refused | None:
        """Add a question, unless it stands there already."""
        id = "q-" + _hash(found.kind, found.ask, repr(found.answer))
        if id in self.taken:
            return Refused(found.line, f"it says the same as {self.taken[id].place}", found.number)
        why, note = self._why(found)
        difficulty = found.difficulty or DIFFICULTY
        if not found.difficulty and found.kind == "ordering" and isinstance(found.answer, tuple):
            fitting = [name for name, shown in SHOWN.items() if shown <= len(found.answer)]
            difficulty = difficulty if difficulty in fitting else next(iter(fitting), difficulty)
        question = AuthoredQuestion(
            id=id,
            kind=found.kind,
            ask=found.ask,
            answer=found.answer,
            wrong=found.wrong,
            accept=found.accept,
            vague=found.vague,
            refuse=found.refuse,
            unit=found.unit,
            within=found.within,
            why=why,
            difficulty=difficulty,
            topic=self._topic(found.topic or self._about.title),
        )
        self.placed[id] = Placed(question, self._file, found.line)
        self.taken[id] = found
        self.notes[id] = (*found.notes, *note, *(() if found.difficulty else (NO_DIFFICULTY,)))
        return None

    def named(self, found: re.Match[str]) -> str:
        """Say where a question stands that a rule names by its id."""
        return self.taken[found[1]].place if found[1] in self.taken else found[0]

    def refusal(self, id: str, reason: str) -> Refused:
        """Refuse a question that was taken."""
        return Refused(self.taken[id].line, reason, self.taken[id].number)

    def _why(self, found: Found) -> tuple[str, tuple[str, ...]]:
        """Take the explanation, or say where the question is from."""
        source = f"From {self._file}, {found.place}."
        if not found.why:
            return source, ()
        if len(found.why) > LONGEST_LINE:
            return source, (LONG_WHY,)
        texts = found.answer if isinstance(found.answer, tuple) else (str(found.answer),)
        if fold(found.why) in map(fold, texts):
            return source, (IDLE_WHY,)
        return found.why, ()

    def _topic(self, title: str) -> str:
        wanted = slug(title) or "topic-" + _hash(title)
        id, count = wanted, 1
        while self.topics.setdefault(id, title) != title:
            count += 1
            id = f"{wanted}-{count}"
        return id


def draft(entries: Iterable[Entry], about: AuthoredPack, file: str) -> Draft:
    """Make a pack of what keeps the rules of one.

    Args:
        entries: What a reader found.
        about: What the pack says of itself.
        file: The name of the foreign file.

    Raises:
        PackError: The file holds too much, or the pack breaks a rule as a whole.
    """
    drawer = _Drawer(about, file)
    refused: list[Refused] = []
    for number, one in enumerate(entries):
        if number == MOST:
            raise PackError(f"{file} holds more than {MOST} questions.", "Split the file.")
        trouble = one if isinstance(one, Refused) else drawer.take(one)
        refused += [trouble] if trouble else []
    placed = drawer.placed
    while placed and (errors := _errors(_pack(drawer, about, file, placed))):
        # Of two that ask the same, the first may go for another reason, and the second may stay then.
        alone = [error for error in errors if error.rule != "asked-twice"] or errors
        broken: dict[str, list[str]] = {}
        for error in alone:
            broken.setdefault(error.id, []).append(_ID.sub(drawer.named, error.message))
        if not broken.keys() & placed.keys():
            raise PackError(f"{file}: {errors[0].message}.", errors[0].hint)
        refused += [drawer.refusal(id, "; ".join(told)) for id, told in broken.items() if id in placed]
        placed = {id: one for id, one in placed.items() if id not in broken}
    notes = Counter(note for id in placed for note in drawer.notes[id])
    ordered = tuple(sorted(refused, key=lambda one: (one.line, one.number)))
    pack = _pack(drawer, about, file, placed)
    if bent := len({finding.id for finding in check(pack) if finding.id in placed}):
        notes[BENT] = bent
    return Draft(pack, ordered, dict(notes))


def _pack(drawer: _Drawer, about: AuthoredPack, file: str, placed: dict[str, Placing]) -> Pack:
    used = {one.table.topic for one in placed.values()}
    topics = (AuthoredTopic(id=id, title=title) for id, title in drawer.topics.items() if id in used)
    return Pack(
        path=file,
        about=Placed(about, file, 0),
        topics=tuple(Placed(topic, file, 0) for topic in topics),
        names=(),
        facts=(),
        questions=tuple(placed.values()),
        recipes=(),
        accepts=(),
    )


def _errors(pack: Pack) -> list[Finding]:
    return [finding for finding in check(pack) if finding.severity == "error"]


def slug(title: str) -> str:
    """Write a title as an id: small letters and digits joined by hyphens; empty where it has none of those."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))


def _hash(*texts: str) -> str:
    return blake2b("\0".join(texts).encode(), digest_size=6).hexdigest()
