"""Korean names: what a spelling of them says, and what misses them."""

from __future__ import annotations

import pytest

from qot_quiz.core.names import Name, letters, miss, name_of, reading, somebody

HEROINE = Name("홍", "해인")
FORMS = ("Hong Hae-in", "홍해인")


def test_name_of() -> None:
    """A Hangul form of which the shown form is a spelling is a name; a stage name or a foreigner has none."""
    assert name_of(FORMS) == HEROINE
    assert name_of(("김수현",)) == Name("김", "수현")
    assert name_of(("Namgung Min", "남궁민")) == Name("남궁", "민")
    assert name_of(("Hae-in Hong", "홍해인")) == HEROINE
    assert name_of(("Heize", "헤이즈")) is None
    assert name_of(("Grace Ko", "그레이스")) is None
    assert name_of(("Hong Hae-in",)) is None
    assert name_of(()) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Hong Hae-in", "whole"), ("Hae-een Hong", "whole"), ("홍해인", "whole"), ("해인 홍", "whole"),
        ("hae in", "given"), ("해인", "given"), ("Hong", "family"), ("홍", "family"), ("해나", ""),
        ("Hae", ""), ("Hong Hae-na", ""), ("Hea-in", ""),
        ("Hong Hae-in Hong", ""), ("x" * 100, ""), ("", ""),
    ],
)  # fmt: skip
def test_reading(text: str, says: str) -> None:
    """A spelling is the whole name in either order, one of its halves, or no spelling."""
    assert reading(letters(text), HEROINE) == says


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Hong Hae-inn", "slip"), ("Hogn Hae-in", "slip"), ("Hong Hai-in", "slip"), ("Hae-inn", "slip"),
        ("Hong Ha-in", ""), ("Ha-in", ""), ("Hong Hae-ni", "close"), ("Hong Hae-an", ""), ("Hong Hye-in", ""),
        ("Hong Hae", None), ("Song Hae-in", None), ("Hong Soo-cheol", None), ("Kim Ji-won", None),
    ],
)  # fmt: skip
def test_miss(text: str, verdict: str | None) -> None:
    """A hand's slip is one, what may be another usual name is none, and what is far is no miss at all."""
    found = miss(text, HEROINE, FORMS)
    assert (found.verdict if found else None) == verdict


def test_a_vowel_between_two_names() -> None:
    """A vowel letter more or less is a slip where both syllables share a spelling, and else makes another name."""
    sung_hoon = Name("박", "성훈"), ("Park Sung-hoon", "박성훈")
    soo_hyun = Name("김", "수현"), ("Kim Soo-hyun", "김수현")
    seen = [miss(text, *name) for text, name in (("Park Seung-hoon", sung_hoon), ("Kim So-hyun", soo_hyun))]
    assert [found.verdict if found else None for found in seen] == ["slip", ""]


@pytest.mark.parametrize(
    "text",
    [
        "Park Sung-hoon", "Sung-hoon Park", "sunghoon", "parksunghoon", "박성훈", "남궁민", "Pak Chi-won",
        "Sunghoon Park", "Kim Hye-soo", "osehun", "김구", "남궁빛나라", "독고영재",
    ],
)  # fmt: skip
def test_somebody(text: str) -> None:
    """A Korean name is known as one, whole or given, in either order and script."""
    assert somebody(text)


@pytest.mark.parametrize(
    "text",
    [
        "Apink", "lawyer", "Queens Group", "에이핑크", "", "x" * 100, "CEO", "Brad Pitt", "Park Avenue", "Central Park",
        "이", "이상한변호사",
    ],
)  # fmt: skip
def test_nobody(text: str) -> None:
    """Other words are not, even where one of them is a family name."""
    assert not somebody(text)
