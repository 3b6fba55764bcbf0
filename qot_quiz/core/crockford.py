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
        reason: ``character`` (one that no code has), ``group`` (one of another length), ``length`` (of the whole),
            ``check`` (some character is another one) or ``swap`` (one of the last group is, or two elsewhere have
            changed places).
        group: The group in which the mistake is, as it was typed; empty where that cannot be told.
    """

    def __init__(self, reason: str, group: str = "") -> None:
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


def stray(group: str) -> str:
    """Give the first character of a group that can be in no number; empty where all can."""
    return next((char for char in group if _MISREAD.get(char.upper(), char.upper()) not in ALPHABET), "")


def read(groups: list[str]) -> int:
    """Read the number that `write` wrote.

    Args:
        groups: The groups as they were typed, or a single text where nothing parts them; small letters count, too.

    Raises:
        Mistyped: Something in it cannot be right.
    """
    text = "".join(groups)
    try:
        return _number([_digit(char, _around(text, at)) for at, char in enumerate(text)], text)
    except Mistyped as slip:
        odd = [group for group in groups if len(group) != GROUP]
        if len(groups) > 1 and odd and slip.reason != "character":
            raise Mistyped("group", odd[0]) from slip
        raise


def _digit(char: str, group: str) -> int:
    """Read one character of a group."""
    char = char.upper()
    digit = ALPHABET.find(_MISREAD.get(char, char))
    if digit < 0:
        raise Mistyped("character", group)
    return digit


def _around(text: str, at: int) -> str:
    """Give the group in which a character stands."""
    return text[at - at % GROUP :][:GROUP]


def _number(digits: list[int], text: str) -> int:
    """Check all digits of a text, and make the number of those that are data."""
    if len(digits) % GROUP or not CHECKS < len(digits) <= LONGEST:
        raise Mistyped("length")
    data, checks = digits[:-CHECKS], digits[-CHECKS:]
    wrong = [one ^ other for one, other in zip(_checks(data), checks, strict=True)]
    if any(wrong):
        place = _place(wrong, len(data))
        # Two that have changed places leave the plain sum as it is, and look like a wrong check character.
        reason = "check" if wrong[0] else "swap"
        raise Mistyped(reason, "" if place is None else _around(text, place))
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
