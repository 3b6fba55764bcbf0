"""Streaming a pack that is too large to be held: each question is read, checked and made by itself."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

import msgspec

from qot_quiz.bank.authored import AuthoredQuestion, AuthoredTopic
from qot_quiz.bank.book import Book
from qot_quiz.bank.check import RULES
from qot_quiz.bank.findings import Finding
from qot_quiz.bank.items import item_of
from qot_quiz.bank.limits import FAULT_LIMIT
from qot_quiz.bank.lines import Line, Unread, question_of, read_line
from qot_quiz.bank.locating import Report
from qot_quiz.bank.ordering import Found, in_order, survey
from qot_quiz.bank.pack import Pack, Placed
from qot_quiz.bank.rivals import with_rivals
from qot_quiz.core.question import Item
from qot_quiz.core.text import fold
from qot_quiz.errors import PackError

HELD = (
    "id-form",
    "topic-known",
    "kind-known",
    "difficulty-known",
    "spoils-range",
    "form",
    "options-equal",
    "forms",
    "name-spoils",
)
"""The rules that every line is held to: those that look at one question and that a game relies on.

Rules of the craft would refuse most lists that people have; rules that compare all questions would need all of them.
"""

BATCH = 100
"""Questions that are held at a time."""

MOST_KEPT = 100
"""Faults that are told one by one."""

MOST_TOPICS = 1000
"""Topics that lines may bring themselves."""

LONGEST_TEXT = 400
"""Characters of a question, an option or a why."""

SURVEYED = 0.07
"""The share of the time that the first reading takes."""

_RULES = tuple(rule for rule in RULES if rule.name in HELD)


class Batch(msgspec.Struct, frozen=True):
    """Some questions, in the order of their ids.

    Args:
        items: The questions.
        tags: For each of them further words by which it is found.
    """

    items: list[Item]
    tags: list[tuple[str, ...]]


class Stream:
    """The questions of a pack's .jsonl files.

    Args:
        book: The pack, as far as its TOML files tell it.

    Raises:
        PackError: The pack has facts or questions in TOML as well.
    """

    def __init__(self, book: Book) -> None:
        pack = book.pack
        if pack.facts or pack.questions or pack.recipes:
            name = os.path.basename(pack.streams[0])
            hint = f"Beside {name}, TOML files hold [pack], [[topic]] and [[name]] only."
            raise PackError(f"The pack {pack.path} has facts or questions in TOML and in {name}.", hint)
        self._book = book
        self._declared = bool(pack.topics)
        self._topics = dict(book.topics)
        self._by_title = {fold(title): id for id, title in book.topics.items()}
        self.findings: list[Finding] = []
        self.faults = 0
        self.questions = 0

    @property
    def topics(self) -> dict[str, str]:
        """The titles of all topics by id: the pack's own, or else those that the lines have brought so far."""
        return self._topics

    def batches(self, report: Report) -> Iterator[Batch]:
        """Yield the questions that keep the rules, in the order of their ids; faults are kept aside.

        Args:
            report: Is told how far the reading is, 0..1.

        Raises:
            PackError: A file cannot be read.
        """
        files = self._book.pack.streams
        known = survey(files, lambda part: report(part * SURVEYED))
        lines, read, last = in_order(files, known), 0, Found(0, 0, b"")
        last_id = ""
        while found := list(islice(lines, BATCH)):
            placed, tags = list[Placed[AuthoredQuestion]](), list[tuple[str, ...]]()
            for one in found:
                try:
                    line = read_line(one.data)
                    if line.id == last_id:
                        place = f"{os.path.basename(files[last.file])}:{last.line}"
                        self._fault(one, line.id, "id-unique", f"the id stands already in {place}")
                        continue
                    last_id, last = line.id, one
                    placed.append(self._placed(one, line))
                    tags.append(line.tags)
                except Unread as error:
                    self._fault(one, "", "line", error.message, error.hint)
            self.questions += len(placed)
            yield Batch(list(self._made(placed)), tags)
            if self.faults >= FAULT_LIMIT:
                return
            read += len(found)
            report(SURVEYED + (1 - SURVEYED) * min(1.0, read / max(1, known.lines)))
        if not known.lines:
            self._fault(last, "", "pack", "the file holds no question", "Write one JSON object on each line.")

    def _placed(self, found: Found, line: Line) -> Placed[AuthoredQuestion]:
        question = question_of(line, self._topic(line))
        for text in (question.ask, question.why, *question.texts, *question.wrong):
            if len(text) > LONGEST_TEXT:
                raise Unread(f"a text has {len(text)} characters, {LONGEST_TEXT} at most are allowed")
        if not question.ask.strip():
            raise Unread("ask is empty")
        return Placed(question, os.path.basename(self._book.pack.streams[found.file]), found.line)

    def _topic(self, line: Line) -> str:
        """Find the topic that a line names, and take it up where the pack declares none."""
        if line.topic and line.category:
            raise Unread("topic and category are two words for one key", "Keep one of them.")
        named = line.topic or line.category
        if named in self._topics:
            return named
        if not named and not self._declared:
            about = self._book.about.table
            id, named = about.id, about.title
        elif (id := self._by_title.get(fold(named), "")) or self._declared:
            return id or named
        else:
            id = _kebab(named)
            if not id or id in self._topics:
                id = f"{id or 'topic'}-{len(self._topics) + 1}"
        if id not in self._topics and len(self._topics) < MOST_TOPICS:
            self._topics[id] = named
            self._by_title[fold(named)] = id
        return id

    def _made(self, placed: list[Placed[AuthoredQuestion]]) -> Iterator[Item]:
        """Check some questions against the rules, and make them as long as none is broken."""
        pack = self._book.pack
        topics = tuple(
            Placed(AuthoredTopic(id=id, title=title), self._book.about.file, 0) for id, title in self._topics.items()
        )
        book = Book(msgspec.structs.replace(pack, topics=topics, questions=tuple(placed)), self._book.about)
        for rule in _RULES:
            for at, message, hint in rule.find(book):
                self._keep(Finding(at.file, at.line, at.table.id, rule.name, "error", message, hint))
        if self.faults:
            return iter(())
        return with_rivals(book, (item_of(book, one) for one in placed))

    def _fault(self, found: Found, id: str, rule: str, message: str, hint: str = "") -> None:
        file = os.path.basename(self._book.pack.streams[found.file])
        self._keep(Finding(file, found.line, id, rule, "error", message, hint))

    def _keep(self, finding: Finding) -> None:
        self.faults += 1
        if len(self.findings) < MOST_KEPT:
            self.findings.append(finding)


def _kebab(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def check_lines(pack: Pack, report: Report) -> Stream:
    """Check every line of a pack and keep no question.

    Args:
        pack: The pack; its TOML files are without errors.
        report: Is told how much is done, 0..1.

    Raises:
        PackError: A file cannot be read, or the pack has questions in TOML as well.
    """
    if pack.about is None:
        raise PackError(f"The pack {pack.path} has no [pack] table.")
    stream = Stream(Book(pack, pack.about))
    for _ in stream.batches(report):
        pass
    stream.findings.sort(key=lambda finding: (finding.file, finding.line))
    return stream
