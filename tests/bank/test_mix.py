"""Several packs as one: what they hold together, named apart, each below its own ceiling."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import setup

from qot_quiz.bank.bank import Bank
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.mix import Mix
from qot_quiz.bank.ring import point_of
from qot_quiz.core.draw import Filters, Pool
from qot_quiz.core.mixture import parted
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import DIFFICULTIES

from .sample import write_pack

ALL = Filters(up_to=12)


@pytest.fixture(name="banks")
def _banks(tmp_path: Path) -> Iterator[tuple[Bank, ...]]:
    """Give two packs of the same questions under two ids."""
    banks = []
    for id in ("lighthouse", "harbour"):
        head = {'id = "lighthouse"': f'id = "{id}"', 'title = "The Lighthouse"': f'title = "The {id.capitalize()}"'}
        folder = write_pack(tmp_path / id, head)
        compile_pack(folder, str(tmp_path / f"{id}.db"))
        banks.append(Bank(str(tmp_path / f"{id}.db")))
    yield tuple(banks)
    for bank in banks:
        bank.close()


def test_everything_is_there_once(banks: tuple[Bank, ...]) -> None:
    """A mixture counts, lists and walks over the questions of all its packs, whatever their order."""
    mix: Pool = Mix(banks)
    assert mix.count(ALL) == tuple(map(sum, zip(*(bank.count(ALL) for bank in banks), strict=True)))
    walked = {row.id for name in DIFFICULTIES for row in mix.walk(ALL, name, 0)}
    assert walked == {f"{bank.meta.id}:{item.id}" for bank in banks for item in bank.questions()}
    backwards = Mix(banks[::-1])
    assert backwards.meta == Mix(banks).meta
    assert list(backwards.walk(ALL, "easy", 9)) == list(mix.walk(ALL, "easy", 9))


def test_meta(banks: tuple[Bank, ...]) -> None:
    """It says of itself what its packs do: topics of one id once, the longest drama, a digest of all."""
    meta = Mix(banks).meta
    assert (meta.id, meta.title) == ("harbour+lighthouse", "The Harbour + The Lighthouse")
    assert [topic.id for topic in meta.topics] == ["dates", "people"]
    assert meta.episodes == 12
    assert meta.digest not in {bank.meta.digest for bank in banks}


def test_walk_goes_round_the_ring(banks: tuple[Bank, ...]) -> None:
    """Rows come by their points from the start on, as in one pack, so that no pack comes first."""
    start = 1 << 63
    rows = [parted(row.id)[1] for row in Mix(banks).walk(ALL, "medium", start)]
    assert rows
    assert rows == sorted(rows, key=lambda name: (point_of(name) - start) % (1 << 64))


def test_named_apart(banks: tuple[Bank, ...]) -> None:
    """A question is fetched by its pack and id, and its facts are named so, too; another name finds nothing."""
    mix = Mix(banks)
    item = next(banks[0].questions())
    found = mix.item(f"lighthouse:{item.id}")
    assert found is not None
    assert (found.id, found.fact_id, found.ask) == (f"lighthouse:{item.id}", f"lighthouse:{item.fact_id}", item.ask)
    assert [one.id for one in mix.about(found.fact_id)] == [
        f"lighthouse:{one.id}" for one in banks[0].about(item.fact_id)
    ]
    assert mix.item(item.id) is mix.item(f"boats:{item.id}") is None
    assert mix.about(item.fact_id) == []


def test_each_below_its_own_ceiling(banks: tuple[Bank, ...]) -> None:
    """What one has not watched of one drama does not come, however much of the other; counts agree with it."""
    mix = Mix(banks)
    mix.limit({"lighthouse": 0, "harbour": 12})
    rows = [row for name in DIFFICULTIES for row in mix.walk(ALL, name, 0)]
    for row in rows:
        item = mix.item(row.id)
        assert item is not None
        assert item.spoils <= (0 if row.id.startswith("lighthouse:") else 12)
    own = banks[0].count(Filters(up_to=0))[0] + banks[1].count(ALL)[0]
    assert mix.count(ALL)[0] == len(rows) == own
    assert sum(mix.values("kind", ALL).values()) == own
    assert mix.count(Filters(up_to=0))[0] == 2 * banks[0].count(Filters(up_to=0))[0]


def test_no_fact_twice(banks: tuple[Bank, ...]) -> None:
    """A deck is drawn from all packs, and keeps the rules of one."""
    drawn = MODES["classic"].draw(Mix(banks), setup(length=4), set())
    facts = [question.item.fact_id for question in drawn]
    assert len(set(facts)) == len(facts) == 4
