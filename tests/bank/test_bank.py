"""The bank: what it answers, and which files it refuses."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.bank.bank import Bank, Topic
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.ring import point_of
from qot_quiz.bank.schema import SCHEMA
from qot_quiz.core.draw import Filters, Pool
from qot_quiz.core.question import DIFFICULTIES, Item
from qot_quiz.errors import PackError

from .sample import DATES, PEOPLE, write_pack

COPIES = 30


def copies() -> dict[str, str]:
    """Repeat the facts of the sample under other ids, so that the ring has many points."""
    dates = PEOPLE.replace('topic = "people"', 'topic = "dates"')
    more = {}
    for n in range(COPIES):
        text = (PEOPLE if n % 3 else dates).replace('id = "painter', f'id = "painter{n}')
        more[f"copy{n}"] = text.replace("harbour wall?", f"wall {n}?").replace("at night?", f"in night {n}?")
    return more


@pytest.fixture(name="path", scope="module")
def _path(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("bank")
    target = str(folder / "100% odd?#.db")
    compile_pack(write_pack(folder / "pack", None, **copies()), target)
    return target


@pytest.fixture(name="bank", scope="module")
def _bank(path: str) -> Iterator[Bank]:
    bank = Bank(path)
    yield bank
    bank.close()


ALL = Filters(up_to=12)
filters = st.builds(
    Filters,
    difficulties=st.sets(st.sampled_from(DIFFICULTIES)).map(tuple),
    topics=st.lists(st.sampled_from(("dates", "people", "unknown")), max_size=3).map(tuple),
    kinds=st.sets(st.sampled_from(("choice", "typed", "true-false"))).map(tuple),
    up_to=st.integers(0, 12),
)


def passing(bank: Bank, wanted: Filters, difficulty: str) -> list[Item]:
    """Filter all questions one by one."""
    return [
        item
        for item in bank.questions()
        if item.difficulty == difficulty
        and item.spoils <= wanted.up_to
        and (not wanted.difficulties or difficulty in wanted.difficulties)
        and (not wanted.topics or item.topic in wanted.topics)
        and (not wanted.kinds or item.kind in wanted.kinds)
    ]


def test_it_fits_the_pool(bank: Bank) -> None:
    """The bank is what a draw asks for."""
    pool: Pool = bank
    assert pool.count(ALL) == (5 + 2 * COPIES, 3 + COPIES)


@given(filters, st.sampled_from(DIFFICULTIES), st.integers(0, 2**64 - 1))
def test_a_walk_goes_once_round_the_ring(bank: Bank, wanted: Filters, difficulty: str, point: int) -> None:
    """From any point on, every passing question comes once, in the order of the ring, and no other."""
    ids = [row.id for row in bank.walk(wanted, difficulty, point)]
    expected = [item.id for item in passing(bank, wanted, difficulty)]
    assert ids == sorted(expected, key=lambda name: (point_of(name) - point) % 2**64)


@given(filters)
def test_counts_agree_with_walks(bank: Bank, wanted: Filters) -> None:
    """The counted questions and facts are those that the walks find."""
    rows = [row for difficulty in DIFFICULTIES for row in bank.walk(wanted, difficulty, 0)]
    assert bank.count(wanted) == (len(rows), len({row.fact_id for row in rows}))


def test_a_walk_begins_at_its_point(bank: Bank) -> None:
    """A walk from a question's own point begins with that question."""
    for id in ("painter/who", "painter7/who"):
        assert next(bank.walk(ALL, "medium", point_of(id))).id == id


def test_walks_are_seeks(bank: Bank) -> None:
    """Neither a walk nor the fetching of a question scans or sorts the bank."""
    seen: list[str] = []
    bank._db.set_trace_callback(seen.append)
    wanted = Filters(topics=("dates", "people"), kinds=("choice",), up_to=4)
    list(bank.walk(ALL, "hard", 0)), list(bank.walk(wanted, "hard", 0)), bank.item("painter/who"), bank.at(0)
    bank._db.set_trace_callback(None)
    plans = [row[3] for sql in seen for row in bank._db.execute("EXPLAIN QUERY PLAN " + sql)]
    assert len(seen) == 6
    assert all(plan.startswith("SEARCH") for plan in plans), plans


def test_questions_stand_in_pack_order(bank: Bank) -> None:
    """Positions count the questions in the order of their ids, from 0."""
    items = list(bank.questions())
    assert [item.id for item in items] == sorted(item.id for item in items)
    assert bank.at(3) == items[3] == bank.item(items[3].id)
    assert bank.position(items[3].id) == 3


def test_unknown_questions_are_none(bank: Bank) -> None:
    """What is not in the pack is None, not an error."""
    assert (bank.item("nobody/who"), bank.position("nobody/who"), bank.at(10_000), bank.at(-1)) == (None,) * 4


def test_the_pack_tells_of_itself(bank: Bank) -> None:
    """Title, episodes, topics and digest of the pack come with its bank."""
    meta = bank.meta
    assert (meta.id, meta.title, meta.episodes, meta.licence) == ("lighthouse", "The Lighthouse", 12, "MIT")
    assert meta.topics == (Topic("dates", "Dates"), Topic("people", "People"))
    assert (len(meta.digest), meta.article) == (16, "the guide")


def test_values_are_named_under_the_ceiling(bank: Bank) -> None:
    """Values are counted in their natural order, and what the ceiling hides is not named."""
    assert bank.values("difficulty", Filters()) == {"easy": 2, "medium": 1}
    assert list(bank.values("difficulty", ALL)) == ["easy", "medium", "hard"]
    assert list(bank.values("topic", ALL)) == ["dates", "people"]
    assert bank.values("kind", Filters(difficulties=("easy",))) == {"choice": 1, "true-false": 1}


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ((), ["first-night", "first-weekday"]),
        (("SATURDAY",), ["first-weekday"]),
        (("light-house", "began"), ["first-night", "first-weekday"]),
        (("began on 4",), ["first-night"]),
        (("2019-05-04",), ["first-night"]),
        (("sáturday", "May"), []),
        (("wall",), []),
        (("%",), ["first-night", "first-weekday"]),
    ],
)
def test_facts_are_found_by_words(bank: Bank, words: tuple[str, ...], ids: list[str]) -> None:
    """All words must occur, whatever their case and accents, and nothing above the ceiling is found."""
    assert sorted(fact.id for fact in bank.search(0, words, 9)) == ids


@pytest.mark.parametrize("words", [("김아라",), ("the", "girl", "with", "the", "brush")])
def test_facts_are_found_by_other_spellings(bank: Bank, words: tuple[str, ...]) -> None:
    """A name in another script, and any form in which an answer may be typed, find what the shown one finds."""
    found = {fact.id for fact in bank.search(12, words, 999)}
    assert "painter" in found
    assert found <= {fact.id for fact in bank.search(12, ("Kim", "A-ra"), 999)}
    assert not bank.search(0, words, 9)


def test_facts_come_whole(bank: Bank) -> None:
    """A fact found has its value, sources and ceiling."""
    fact = next(fact for fact in bank.search(3, ("a-ra",), 999) if fact.id == "painter")
    assert (fact.value, fact.spoils, fact.topic) == ({"character": "Kim A-ra"}, 3, "people")
    assert fact.sources[0].paragraph == 7


def test_a_bank_is_read_only(bank: Bank) -> None:
    """Nothing can be written through a bank."""
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        bank._db.execute("DELETE FROM question")


def tampered(path: str, target: Path, *statements: str) -> str:
    """Copy a bank and change the copy."""
    target.write_bytes(Path(path).read_bytes())
    db = sqlite3.connect(target)
    db.executescript(";".join(statements))
    db.close()
    return str(target)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW extra AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
        "CREATE TRIGGER extra AFTER DELETE ON question BEGIN SELECT 1; END",
        "DROP INDEX question_ring",
        "ALTER TABLE question ADD COLUMN more TEXT",
        f"UPDATE meta SET value = '{SCHEMA + 1}' WHERE key = 'schema'",
        "UPDATE meta SET value = '{}' WHERE key = 'pack'",
        "UPDATE meta SET value = 7 WHERE key = 'pack'",
        f"UPDATE meta SET value = '{{\"x\": {'[' * 5000}' WHERE key = 'pack'",
        "DELETE FROM meta",
    ],
)
def test_foreign_forms_are_refused(path: str, tmp_path: Path, statement: str) -> None:
    """A file whose tables or version differ from the compiler's is no bank."""
    with pytest.raises(PackError):
        Bank(tampered(path, tmp_path / "x.db", statement))


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    """Another program's SQLite file is no bank."""
    file = tmp_path / "other.db"
    db = sqlite3.connect(file)
    db.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    db.close()
    with pytest.raises(PackError, match="no question bank"):
        Bank(str(file))


@pytest.mark.parametrize("kind", ["missing", "empty", "text", "folder", "short", "holed"])
def test_torn_files_are_refused(path: str, tmp_path: Path, kind: str) -> None:
    """Missing, cut and overwritten files are told in words and never half read."""
    data = Path(path).read_bytes()
    file = tmp_path / "torn.db"
    middle = len(data) // 4096 // 2 * 4096
    content = {
        "empty": b"",
        "text": b"not a database\n" * 1000,
        "short": data[: len(data) // 2],
        "holed": data[:middle] + bytes(4096) + data[middle + 4096 :],
    }
    if kind == "folder":
        file.mkdir()
    elif kind in content:
        file.write_bytes(content[kind])
    with pytest.raises(PackError):
        Bank(str(file))
    if kind == "missing":
        assert not file.exists()


def test_a_damaged_row_is_told(path: str, tmp_path: Path) -> None:
    """A body that cannot be decoded is an error of the pack when it is asked for."""
    bank = Bank(tampered(path, tmp_path / "x.db", "UPDATE question SET body = '{' WHERE id = 'painter/who'"))
    with pytest.raises(PackError, match="cannot be read"):
        bank.item("painter/who")
    assert bank.item("painter/where") is not None
    bank.close()


def test_the_sample_has_what_the_tests_count() -> None:
    """The sums above rest on the sample's three facts and five questions."""
    assert (DATES + PEOPLE).count("[[fact]]") == 3
    assert (DATES + PEOPLE).count("[[question]]") == 5
