"""What the values of a game from another machine must be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from qot_quiz.core.clean import fault
from qot_quiz.core.modes import MODES
from qot_quiz.core.past import ADAPTIVE, KEYS, difficulty_name
from qot_quiz.formats.scores.columns import KINDS

MOST = 2**53 - 1
"""The largest whole number that every program reads exactly (RFC 8259, section 6)."""

LONGEST = 200
"""Characters of the longest text."""

LEAST = {"questions": 1, "ruleset": 1}
"""The smallest number where it is not 0."""

TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?[+-][0-9]{2}:[0-9]{2}")

YEARS = range(1970, 9999)
"""Years of which every clock and time zone can speak."""


def wrong(values: Mapping[str, Any]) -> str | None:
    """Say what is wrong with the values of a game.

    Args:
        values: A game's values by key.

    Returns:
        Words such as ``"right" is more than "asked"``, or None when they make a game.
    """
    if values.keys() != KINDS.keys():
        missing = [key for key in KEYS if key not in values]
        return f'"{missing[0]}" is missing' if missing else "there is a key that games do not have"
    for key, value in values.items():
        if found := _wrong_kind(key, value):
            return f'"{key}" {found}'
    for key, check in CHECKS.items():
        if found := check(values[key]):
            return f'"{key}" {found}'
    if values["right"] > values["asked"]:
        return '"right" is more than "asked"'
    if values["best_streak"] > values["right"]:
        return '"best_streak" is more than "right"'
    return None


def _wrong_kind(key: str, value: object) -> str | None:
    kind = KINDS[key]
    if value is None and kind.nullable:
        return None
    if kind.type is bool:
        return None if isinstance(value, bool) else "is neither true nor false"
    if kind.type is int:
        least = LEAST.get(key, 0)
        fits = isinstance(value, int) and not isinstance(value, bool) and least <= value <= MOST
        return None if fits else f"is no whole number from {least} to {MOST}"
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST:
        return f"is no text of 1 to {LONGEST} characters"
    unclean = fault(value)
    return f"holds {unclean}" if unclean else None


def _wrong_digits(count: int) -> Callable[[str], str | None]:
    pattern = re.compile(f"[0-9a-f]{{{count}}}")
    return lambda value: None if pattern.fullmatch(value) else f"is not {count} hexadecimal digits"


def _wrong_player(value: str) -> str | None:
    tidy = value == value.strip() and unicodedata.is_normalized("NFC", value)
    return None if tidy else "has space at its ends, or letters in parts"


def _wrong_mode(value: str) -> str | None:
    return None if value in MODES else "is no mode of this version"


def _wrong_difficulty(value: str) -> str | None:
    known = value in (ADAPTIVE, difficulty_name(tuple(value.split(","))))
    return None if known else f'is neither "any" nor "{ADAPTIVE}" nor names in their order'


def _wrong_time(value: str) -> str | None:
    try:
        if TIME.fullmatch(value) and datetime.fromisoformat(value).year in YEARS:
            return None
    except ValueError:
        pass
    return "is no time such as 2026-11-22T20:15:00+01:00"


CHECKS: dict[str, Callable[[str], str | None]] = {
    "game_id": _wrong_digits(32),
    "player": _wrong_player,
    "mode": _wrong_mode,
    "difficulty": _wrong_difficulty,
    "pack_digest": _wrong_digits(16),
    "started_at": _wrong_time,
    "finished_at": _wrong_time,
}
"""What a text must be beyond being one: key -> words on what is wrong, or None."""
