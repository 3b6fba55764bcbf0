"""How Korean syllables are written in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.syllables import (
    FIRST,
    LAST,
    alike,
    hangul,
    names_family,
    names_half,
    readings,
    spellings,
    spells,
    written,
)


@pytest.mark.parametrize(
    ("syllable", "usual"),
    [
        ("현", "hyeon hyun hyon"), ("우", "u woo wu"), ("수", "su soo"), ("지", "ji jee chi"), ("희", "hui hee hi"),
        ("영", "yeong young"), ("은", "eun un"), ("성", "seong sung"), ("혜", "hye"), ("해", "hae"), ("원", "won weon"),
        ("정", "jeong jung chung"), ("신", "sin shin"), ("아", "a ah"), ("철", "cheol chul"), ("빈", "bin been"),
    ],
)  # fmt: skip
def test_usual_spellings(syllable: str, usual: str) -> None:
    """Each usual spelling of a syllable is one, the official form first."""
    assert set(usual.split()) <= set(spellings(syllable))
    assert spellings(syllable)[0] == usual.split(maxsplit=1)[0]


@pytest.mark.parametrize(
    ("syllable", "other"),
    [
        ("해", "hea"),
        ("원", "one"),
        ("해", "hye"),
        ("태", "dae"),
        ("영", "yong"),
        ("정", "jong"),
        ("만", "mahn"),
        ("지", "jyi"),
        ("이", "lee"),
    ],
)
def test_other_spellings(syllable: str, other: str) -> None:
    """What merely looks like a spelling is none."""
    assert other not in spellings(syllable)


@pytest.mark.parametrize(
    ("family", "usual"),
    [
        ("이", "lee yi rhee i"), ("박", "park bak pak"), ("김", "kim gim"), ("최", "choi choe"), ("노", "no noh roh"),
        ("정", "jung jeong chung"), ("윤", "yoon yun"), ("백", "baek paek back"), ("장", "jang chang"),
        ("곽", "kwak gwak"),
    ],
)  # fmt: skip
def test_family_names(family: str, usual: str) -> None:
    """A family name has more spellings than the same syllable in a given name."""
    assert set(usual.split()) <= set(spellings(family, True))
    assert all(names_family(way) for way in usual.split())


@given(st.lists(st.integers(FIRST, LAST).map(chr), min_size=1, max_size=3).map("".join))
def test_all_syllables_are_written(text: str) -> None:
    """Every syllable of Unicode has a spelling in plain letters, and every listed spelling spells it."""
    ways = written(text)
    assert ways
    assert len(set(ways)) == len(ways) or len(text) > 1
    assert all(way.isascii() and way.isalpha() and spells(way, text) for way in ways[:50])


def test_what_may_be_somebody() -> None:
    """Two usual syllables may be a name, one is half of one, and any other letters are neither."""
    assert all(readings(text) for text in ("jiwoo", "haena", "hyuntae", "soowan", "seoyeon", "ajin"))
    assert not any(readings(text) for text in ("haeinn", "jiwno", "soohyum", "in", ""))
    assert names_half("hyun")
    assert names_half("paik")
    assert names_family("whangbo")
    assert not names_family("hyunwoo")
    assert not names_half("hyum")
    assert not names_half("")


def test_readings() -> None:
    """Letters are read as two syllables in every way, and syllables with a spelling in common are alike."""
    assert [(one, other) for one, other in readings("hain")] == [("하", "인")]
    assert ("승", "훈") in [(one, other) for ones, others in readings("seunghoon") for one in ones for other in others]
    assert readings("") == readings("x") == []
    assert any({"중", "정"} <= set(one) for one, _ in readings("jungwon"))
    assert alike("승", "성")
    assert not alike("하", "해")
    assert not alike("소", "수")


def test_hangul() -> None:
    """Hangul is whole syllables alone."""
    assert hangul("해인")
    assert hangul("가힣")
    assert not any(hangul(text) for text in ("", "hae", "해in", "ㅎㅎ", "\u1112\u1162"))
