"""Numbers as text that people copy by hand: Crockford's base 32 with a check that finds the mistyped character.

The alphabet has no I, L, O or U; I and L are read as 1, and O as 0 (https://www.crockford.com/base32.html). Three check
characters stand behind the data: sums of the characters in the field of 32 elements, plain, weighted by the place in a
row of 31, and weighted by the row. A single wrong character changes all three, and how they differ tells its place; two
wrong ones are always noticed (the idea of a Hamming code over that field, https://doi.org/10.1002/j.1538-7305.1950.tb00463.x).
"""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The character of each number 0..31."""

GROUP = 4
"""Characters that stand together."""

CHECKS = 3
"""Check characters behind the data."""

LONGEST = 31 * 31
"""Data characters that the check tells apart."""

_MISREAD = {"I": "1", "L": "1", "O": "0"}
_FIELD, _ROW = 0b100101, 31  # x^5 + x^2 + 1, of which x is a primitive root


def _powers() -> tuple[int, ...]:
    powers = [1]
    for _ in range(_ROW - 1):
        doubled = powers[-1] << 1
        powers.append(doubled ^ _FIELD if doubled > _ROW else doubled)
    return tuple(powers)


_POWERS = _powers()
_LOGS = {power: at for at, power in enumerate(_POWERS)}


class Mistyped(Exception):
    """A text that `write` never gave.

    Args:
        reason: ``character`` (one that no code has), ``group`` (one of another length), ``length`` (of the whole) or
            ``check`` (some character is another one).
        group: The group in which the mistake is, from 1; None where that cannot be told.
    """

    def __init__(self, reason: str, group: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.group = group


def write(number: int) -> str:
    """Write a number as groups of characters.

    Args:
        number: Any number from 0 on, of at most `LONGEST` characters.

    Returns:
        Groups of four, parted by hyphens; the last characters are the check.
    """
    data: list[int] = []
    while number or (len(data) + CHECKS) % GROUP:
        number, digit = divmod(number, len(ALPHABET))
        data.append(digit)
    data.reverse()
    text = "".join(ALPHABET[digit] for digit in (*data, *_checks(data)))
    return "-".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))


def read(groups: list[str]) -> int:
    """Read the number that `write` wrote.

    Args:
        groups: The groups as they were typed, or a single text where nothing parts them; small letters count, too.

    Raises:
        Mistyped: Something in it cannot be right.
    """
    if len(groups) > 1:
        for at, group in enumerate(groups, 1):
            if len(group) != GROUP:
                raise Mistyped("group", at)
    text = "".join(groups).upper()
    if len(text) % GROUP or not CHECKS < len(text) <= LONGEST:
        raise Mistyped("length")
    digits: list[int] = []
    for at, char in enumerate(text):
        digit = ALPHABET.find(_MISREAD.get(char, char))
        if digit < 0:
            raise Mistyped("character", at // GROUP + 1)
        digits.append(digit)
    data, checks = digits[:-CHECKS], digits[-CHECKS:]
    wrong = [one ^ other for one, other in zip(_checks(data), checks, strict=True)]
    if any(wrong):
        place = _place(wrong, len(data))
        raise Mistyped("check", None if place is None else place // GROUP + 1)
    number = 0
    for digit in data:
        number = number * len(ALPHABET) + digit
    return number


def _checks(data: list[int]) -> tuple[int, int, int]:
    plain = within = rows = 0
    for at, digit in enumerate(data):
        row, place = divmod(at, _ROW)
        plain ^= digit
        within ^= _times(digit, place)
        rows ^= _times(digit, row)
    return plain, within, rows


def _times(digit: int, power: int) -> int:
    return _POWERS[(_LOGS[digit] + power) % _ROW] if digit else 0


def _place(wrong: list[int], size: int) -> int | None:
    """Find the place of a single wrong character by how the checks differ; None when there must be several."""
    if sum(map(bool, wrong)) == 1:
        return size + next(at for at, one in enumerate(wrong) if one)
    if not all(wrong):
        return None
    place, row = ((_LOGS[later] - _LOGS[first]) % _ROW for first, later in ((wrong[0], wrong[1]), (wrong[0], wrong[2])))
    at = row * _ROW + place
    return at if at < size else None
