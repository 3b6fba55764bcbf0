"""Searching a bank by words: under which words a fact stands, and how those of a player are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from qot_quiz.bank.words import split
from qot_quiz.core.fact import Fact
from qot_quiz.core.question import Item

if TYPE_CHECKING:
    from qot_quiz.bank.bank import Topic


MODULE = "fts5"
"""The part of SQLite that searches; some are built without it."""


def searched(fact: Fact, title: str, more: Iterable[str] = ()) -> str:
    """Fold all words by which a fact may be found.

    Args:
        fact: The fact.
        title: The title of its topic.
        more: Further texts that lead to it, as other spellings and tags do.

    Returns:
        The words with a space between each two.
    """
    values = [part for value in fact.value.values() for part in (value if isinstance(value, tuple) else (value,))]
    texts = (fact.statement, fact.topic, title, fact.id, *map(str, values), *more)
    return " ".join(split(" ".join(texts)))


def sought(typed: Iterable[str]) -> tuple[str, ...]:
    """Fold what a player searches for, word by word."""
    return split(" ".join(typed))


def query(wanted: tuple[str, ...]) -> str:
    """Write words as FTS5 reads them: all must be the beginning of a word.

    Args:
        wanted: Folded words: letters and digits alone, so that nothing in them means anything to FTS5.
    """
    return " ".join(f'"{word}"*' for word in wanted)


def matches(text: str, wanted: tuple[str, ...]) -> bool:
    """Tell of a text what FTS5 would: whether every word wanted is the beginning of one of its words.

    Args:
        text: What `searched` returned.
        wanted: Folded words.
    """
    spaced = f" {text}"
    return all(f" {word}" in spaced for word in wanted)


def implied(item: Item) -> Fact:
    """Make the fact that a question of a pack without facts states."""
    answer = ", ".join(item.answers) or " ".join(part for part in (item.answer, item.unit) if part)
    return Fact(
        id=item.id,
        kind=item.kind,
        topic=item.topic,
        statement=f"{item.ask} {answer[:1].upper()}{answer[1:]}.".replace("..", "."),
        value={"text": answer},
        spoils=item.spoils,
        difficulty=item.difficulty,
        sources=item.sources,
    )


class Search:
    """Looks for facts in a bank.

    Args:
        rows: Asks the bank.
        decoded: Reads a body of it as a type.
        topics: The topics of its pack.
    """

    def __init__(
        self,
        rows: Callable[..., Iterator[tuple[Any, ...]]],
        decoded: Callable[[Any, Any], Any],
        topics: tuple[Topic, ...],
    ) -> None:
        self._rows = rows
        self._decoded = decoded
        self._titles = {topic.id: topic.title for topic in topics}
        # Questions state what is to be found only where no fact does.
        self._table = "fact" if next(rows("SELECT 1 FROM fact LIMIT 1"), None) else "question"

    def facts(self, up_to: int, typed: tuple[str, ...], most: int) -> list[Fact]:
        """Find what `Bank.search` promises."""
        wanted = sought(typed)
        if not wanted:
            sql = f"SELECT body FROM {self._table} WHERE spoils <= ? ORDER BY position LIMIT ?"
            return self._by_topic(self._rows(sql, up_to, most))
        (able,) = next(self._rows("SELECT count(*) FROM sqlite_schema WHERE name = 'search'"))
        (known,) = next(self._rows("SELECT count(*) FROM pragma_module_list WHERE name = ?", MODULE))
        if not able or not known:
            return self._read_through(up_to, wanted, most)
        sql = (
            f"SELECT body FROM search CROSS JOIN {self._table} ON position = search.rowid"
            " WHERE search MATCH ? AND spoils <= ? ORDER BY rank, position LIMIT ?"
        )
        return self._by_topic(self._rows(sql, query(wanted), up_to, most))

    def _read_through(self, up_to: int, wanted: tuple[str, ...], most: int) -> list[Fact]:
        """Find the same, unranked and by no other spellings and tags, where this SQLite cannot search."""
        rows = self._rows(f"SELECT body FROM {self._table} WHERE spoils <= ? ORDER BY position", up_to)
        facts = (self._fact(body) for (body,) in rows)
        return list(islice((fact for fact in facts if matches(searched(fact, self._title(fact)), wanted)), most))

    def _by_topic(self, rows: Iterator[tuple[Any, ...]]) -> list[Fact]:
        """Put facts together by topic, the topic of the first one first."""
        topics: dict[str, list[Fact]] = {}
        for (body,) in rows:
            fact = self._fact(body)
            topics.setdefault(fact.topic, []).append(fact)
        return [fact for facts in topics.values() for fact in facts]

    def _fact(self, body: Any) -> Fact:
        made = self._decoded(body, Fact if self._table == "fact" else Item)
        return made if isinstance(made, Fact) else implied(made)

    def _title(self, fact: Fact) -> str:
        return self._titles.get(fact.topic, "")
