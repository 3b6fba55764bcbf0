"""Names in a game that mixes packs."""

from __future__ import annotations

import pytest

from qot_quiz.core.mixture import is_mixture, mixture, packs_of, parted, within


def test_order_makes_no_difference() -> None:
    """The same packs give the same name, in whatever order they were said, and it tells them again."""
    assert mixture(("lamps", "boats")) == mixture(("boats", "lamps")) == "boats+lamps"
    assert packs_of("boats+lamps") == ("boats", "lamps")


@pytest.mark.parametrize(("pack", "several"), [("boats", False), ("boats+lamps", True)])
def test_one_pack_is_no_mixture(pack: str, several: bool) -> None:
    """One pack goes by its own id."""
    assert is_mixture(pack) is several
    assert packs_of("boats") == ("boats",)
    assert mixture(("boats",)) == "boats"


def test_ids_come_back() -> None:
    """A question's name tells its pack and its own id; an id that is in no mixture tells no pack."""
    assert parted(within("boats", "first-night/day")) == ("boats", "first-night/day")
    assert parted("first-night/day") == ("", "first-night/day")
