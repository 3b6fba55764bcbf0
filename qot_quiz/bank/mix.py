"""Several packs played as one: their banks side by side, each below its own spoiler ceiling."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from heapq import merge

import msgspec

from qot_quiz.bank.bank import Bank, PackMeta, Topic
from qot_quiz.bank.digest import SHOWN
from qot_quiz.bank.ring import point_of
from qot_quiz.core.chance import RING
from qot_quiz.core.draw import Filters, Row
from qot_quiz.core.mixture import mixture, parted, within
from qot_quiz.core.question import Item


class Mix:
    """Several banks as one; fits `core.draw.Pool`.

    Topics with the same id are one topic. Every question and fact is named with its pack in front.

    Args:
        banks: The packs, each with an id of its own; their order makes no difference.
    """

    def __init__(self, banks: tuple[Bank, ...]) -> None:
        self._banks = {bank.meta.id: bank for bank in sorted(banks, key=lambda bank: bank.meta.id)}
        self._ceilings = {id: bank.meta.episodes for id, bank in self._banks.items()}
        self.meta = _meta([bank.meta for bank in self._banks.values()])

    def limit(self, ceilings: dict[str, int]) -> None:
        """Keep to what each pack may show.

        Args:
            ceilings: The spoiler ceiling of every pack by its id.
        """
        self._ceilings = dict(ceilings)

    @property
    def metas(self) -> tuple[PackMeta, ...]:
        """What the packs say of themselves, in the order of their ids."""
        return tuple(bank.meta for bank in self._banks.values())

    def count(self, filters: Filters) -> tuple[int, int]:
        """Count the questions, and the different facts, that pass the filters."""
        found = [bank.count(below) for bank, below in self._below(filters)]
        return sum(questions for questions, _ in found), sum(facts for _, facts in found)

    def values(self, column: str, filters: Filters) -> dict[str, int]:
        """Name the difficulties, topics or kinds that pass the filters, each with its number of questions."""
        found: dict[str, int] = {}
        for bank, below in self._below(filters):
            for name, questions in bank.values(column, below).items():
                found[name] = found.get(name, 0) + questions
        return found

    def walk(self, filters: Filters, difficulty: str, point: int) -> Iterator[Row]:
        """Walk over the rows of all packs that pass the filters, once round the ring, as `Bank.walk` does."""
        walks = [_steps(bank, below, difficulty, point) for bank, below in self._below(filters)]
        return (row for _, row in merge(*walks, key=lambda step: step[0]))

    def item(self, id: str) -> Item | None:
        """Fetch the whole question of that id, or None."""
        pack, own = parted(id)
        bank = self._banks.get(pack)
        item = bank.item(own) if bank is not None else None
        return item and _item(pack, item)

    def about(self, fact_id: str) -> list[Item]:
        """Fetch every question on a fact, in the order of their ids."""
        pack, own = parted(fact_id)
        bank = self._banks.get(pack)
        return [_item(pack, item) for item in bank.about(own)] if bank is not None else []

    def _below(self, filters: Filters) -> Iterator[tuple[Bank, Filters]]:
        """Give every bank with the filters below its own ceiling."""
        for id, bank in self._banks.items():
            up_to = min(filters.up_to, self._ceilings[id])
            yield bank, msgspec.structs.replace(filters, up_to=up_to)


Playable = Bank | Mix
"""What a game can be drawn from."""


def _meta(metas: list[PackMeta]) -> PackMeta:
    topics: dict[str, Topic] = {}
    for meta in metas:
        for topic in meta.topics:
            topics.setdefault(topic.id, topic)
    digests = " ".join(f"{meta.id} {meta.digest}" for meta in metas)
    return PackMeta(
        id=mixture(tuple(meta.id for meta in metas)),
        title=" + ".join(meta.title for meta in metas),
        episodes=max(meta.episodes for meta in metas),
        digest=sha256(digests.encode()).hexdigest()[:SHOWN],
        topics=tuple(topics.values()),
    )


def _steps(bank: Bank, filters: Filters, difficulty: str, point: int) -> Iterator[tuple[int, Row]]:
    """Walk over one pack's rows, each with its way from the start along the ring."""
    pack = bank.meta.id
    for row in bank.walk(filters, difficulty, point):
        named = msgspec.structs.replace(row, id=within(pack, row.id), fact_id=within(pack, row.fact_id))
        yield (point_of(row.id) - point) % RING, named


def _item(pack: str, item: Item) -> Item:
    return msgspec.structs.replace(
        item,
        id=within(pack, item.id),
        fact_id=within(pack, item.fact_id),
        rests_on=tuple(within(pack, fact) for fact in item.rests_on),
    )
