"""Finding facts by words: the same with and without FTS5, in every script, whatever a player types."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.bank import searching, words, writing
from qot_quiz.bank.bank import Bank
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.schema import SEARCH
from qot_quiz.bank.searching import matches, query, sought
from qot_quiz.core.text import fold

from .streams import row, rows, write_stream

OWN = [
    row(900, question="Who wears the café's apron?", spoils=2, tags=["눈물의 여왕", "Séoul"]),
    row(901, question="Which 드라마 began in March?", category="R&B", tags=None),
    row(902, question="March, March or March?", category="R&B", tags=["march"]),
]
TYPED = '"', "*", "NEAR(", "a OR", "NOT", "col:x", "^", "-", "(", ")", "' --", "{}", "\x00", "text:", "+", "AND"


@pytest.fixture(scope="module", params=["fts5", "plain"])
def bank(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    """Compile questions for a SQLite with FTS5 and for one without."""
    folder = tmp_path_factory.mktemp("bank")
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "plain":
            patch.setattr(writing, "_searchable", lambda db: False)
        compile_pack(write_stream(folder / "pack", [*rows(50), *OWN]), str(folder / "bank.db"))
    opened = Bank(str(folder / "bank.db"))
    yield opened
    opened.close()


def found(bank: Bank, *typed: str, up_to: int = 4, most: int = 99) -> list[str]:
    """Tell which questions are found."""
    return sorted(fact.id for fact in bank.search(up_to, typed, most))


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        (("드라마",), ["q00901"]),
        (("드라",), ["q00901"]),
        (("CAFE",), ["q00900"]),
        (("café's", "apron"), ["q00900"]),
        (("r&b", "mar"), ["q00901", "q00902"]),
        (("arch",), []),
        (("q00031",), ["q00031"]),
        (("mile 31 of",), ["q00031"]),
    ],
)
def test_words_begin_words(bank: Bank, typed: tuple[str, ...], ids: list[str]) -> None:
    """Every word typed begins a word of what is found, whatever case, accents and script."""
    assert found(bank, *typed) == ids


def test_nothing_above_the_ceiling_is_found(bank: Bank) -> None:
    """What spoils more than the ceiling is not found by any word."""
    assert found(bank, "apron", up_to=1) == []
    assert found(bank, "apron", up_to=2) == ["q00900"]


@pytest.mark.parametrize("typed", TYPED)
def test_no_word_is_an_order(bank: Bank, typed: str) -> None:
    """What means something to FTS5 is a word like others, or no word at all."""
    assert set(found(bank, "march", typed, most=5000)) <= set(found(bank, "march", most=5000))
    assert set(found(bank, typed, most=5000)) <= set(found(bank, most=5000))


def test_a_search_is_bounded(bank: Bank) -> None:
    """No more facts come than were asked for, with words and without."""
    assert len(found(bank, "town", most=7)) == len(found(bank, most=7)) == 7


def test_a_question_states_its_answer(bank: Bank) -> None:
    """In a pack without facts what is found is the question with its answer."""
    (fact,) = bank.search(4, ("mile 31 of",), 9)
    assert fact.statement == "Which town lies at mile 31 of the road? Bridge 31."
    assert bank.facts(4) == []


def test_tags_lead_to_a_question(tmp_path: Path) -> None:
    """The tags of a line are words by which it is found, best ones first within a topic."""
    compile_pack(write_stream(tmp_path / "pack", OWN), str(tmp_path / "bank.db"))
    bank = Bank(str(tmp_path / "bank.db"))
    assert found(bank, "눈물의", "seoul") == ["q00900"]
    assert [fact.id for fact in bank.search(4, ("march",), 9)] == ["q00902", "q00901"]
    bank.close()


def test_a_bank_made_with_fts5_is_read_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SQLite cannot search, the bank is read from end to end."""
    compile_pack(write_stream(tmp_path / "pack", OWN), str(tmp_path / "bank.db"))
    bank = Bank(str(tmp_path / "bank.db"))
    monkeypatch.setattr(searching, "MODULE", "fts99")
    assert found(bank, "드라") == ["q00901"]
    bank.close()


TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from("aé-'’ /–&Ⅳ드"), max_size=30)


@given(TEXTS)
def test_plain_texts_are_split_as_others(text: str) -> None:
    """The short way for ASCII gives what folding each word gives."""
    slow = (fold(word) for word in words._SPLIT.split(words._GENITIVE.sub("", text)))
    assert words.split(text) == tuple(word for word in slow if word)


@given(TEXTS, TEXTS)
def test_fts5_and_reading_through_agree(text: str, typed: str) -> None:
    """A text is found by FTS5 exactly where reading it finds the words, and no query is an error."""
    wanted = sought((typed,))
    known = " ".join(words.split(text))
    db = sqlite3.connect(":memory:")
    db.execute(SEARCH)
    db.execute("INSERT INTO search (rowid, text) VALUES (0, ?)", (known,))
    if wanted and all(word.isascii() for word in (*wanted, known)):
        hits = db.execute("SELECT rowid FROM search WHERE search MATCH ?", (query(wanted),)).fetchall()
        assert bool(hits) == matches(known, wanted)
    elif wanted:
        db.execute("SELECT rowid FROM search WHERE search MATCH ?", (query(wanted),)).fetchall()
    db.close()
