"""Whole numbers in words and signs: English cardinals and ordinals, Roman numerals, Korean number words."""

from __future__ import annotations

from collections.abc import Sequence

ONES = {
    word: value
    for value, words in enumerate(
        (
            ("zero", "zeroth"), ("one", "first"), ("two", "second"), ("three", "third"), ("four", "fourth"),
            ("five", "fifth"), ("six", "sixth"), ("seven", "seventh"), ("eight", "eighth"), ("nine", "ninth"),
            ("ten", "tenth"), ("eleven", "eleventh"), ("twelve", "twelfth"), ("thirteen", "thirteenth"),
            ("fourteen", "fourteenth"), ("fifteen", "fifteenth"), ("sixteen", "sixteenth"),
            ("seventeen", "seventeenth"), ("eighteen", "eighteenth"), ("nineteen", "nineteenth"),
        )
    )
    for word in words
}  # fmt: skip
TENS = {
    word: value * 10
    for value, words in enumerate(
        (
            ("twenty", "twentieth"), ("thirty", "thirtieth"), ("forty", "fortieth"), ("fifty", "fiftieth"),
            ("sixty", "sixtieth"), ("seventy", "seventieth"), ("eighty", "eightieth"), ("ninety", "ninetieth"),
        ),
        2,
    )
    for word in words
}  # fmt: skip
HUNDREDS = ("hundred", "hundredth")
DOZEN = "dozen"
SCALES = {"thousand": 1000, "million": 1000000, "billion": 1000000000, "trillion": 1000000000000}
"""What multiplies all that stands before it; as ordinals with "th" behind."""

KOREAN_DIGITS = {sign: value for value, signs in enumerate(("영공", *"일이삼사오육칠팔구")) for sign in signs}
KOREAN_STEPS = {"십": 10, "백": 100, "천": 1000}
KOREAN_SCALES = {"만": 10**4, "억": 10**8}
KOREAN_TENS = {
    word: value * 10
    for value, words in enumerate(
        (("열",), ("스물", "스무"), ("서른",), ("마흔",), ("쉰",), ("예순",), ("일흔",), ("여든",), ("아흔",)), 1
    )
    for word in words
}
KOREAN_ONES = {
    word: value
    for value, words in enumerate(
        (
            ("하나", "한", "첫"), ("둘", "두"), ("셋", "세"), ("넷", "네"), ("다섯",), ("여섯",), ("일곱",), ("여덟",),
            ("아홉",),
        ),
        1,
    )
    for word in words
}  # fmt: skip


def spelled(words: Sequence[str]) -> int | None:
    """Read a whole number in English words.

    Args:
        words: Lower-case words without hyphens: ``("two", "hundred", "and", "three")``, ``("twenty", "first")``, a year
            in two halves as in ``("twenty", "twenty", "four")``.

    Returns:
        The number, or None when the words are none, in part or as a whole.
    """
    if not words:
        return None
    if words[-1] == DOZEN:
        return _dozens(list(words[:-1]))
    whole = _scaled(words)
    return whole if whole is not None else _halves(words)


def ordinal(word: str) -> int | None:
    """Read an ordinal in digits, ``16th``, whatever its two letters; None for any other word."""
    digits = word[:-2]
    return int(digits) if word[-2:] in ("st", "nd", "rd", "th") and 0 < len(digits) < 7 and _plain(digits) else None


def roman(word: str) -> int | None:
    """Read a Roman numeral of up to 3999 in its one right spelling, in either case; None for any other word."""
    left, value = word.upper(), 0
    if not left.isascii():
        return None
    for sign, worth in ROMAN:
        while left.startswith(sign):
            left, value = left[len(sign) :], value + worth
    return value if value and not left and value < 4000 and as_roman(value) == word.upper() else None


ROMAN = (
    ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10),
    ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
)  # fmt: skip


def as_roman(value: int) -> str:
    """Write a number from 1 to 3999 as a Roman numeral."""
    text = ""
    for sign, worth in ROMAN:
        count, value = divmod(value, worth)
        text += sign * count
    return text


def korean(text: str) -> int | None:
    """Read a whole number in Korean words without spaces: ``십육``, ``열여섯``, ``두``; None for any other text."""
    for tens, worth in (*KOREAN_TENS.items(), ("", 0)):
        rest = text.removeprefix(tens)
        if text.startswith(tens) and (rest in KOREAN_ONES or (not rest and worth)):
            return worth + KOREAN_ONES.get(rest, 0)
    return _sino(text)


def _sino(text: str) -> int | None:
    total = part = digit = 0
    fresh = True  # whether no digit stands before this sign
    for sign in text:
        if sign in KOREAN_DIGITS and fresh:
            digit, fresh = KOREAN_DIGITS[sign], False
        elif sign in KOREAN_STEPS:
            part, digit, fresh = part + (1 if fresh else digit) * KOREAN_STEPS[sign], 0, True
        elif sign in KOREAN_SCALES:
            total, part, digit, fresh = total + ((part + digit) or 1) * KOREAN_SCALES[sign], 0, 0, True
        else:
            return None
    return total + part + digit if text else None


def _dozens(before: list[str]) -> int | None:
    """Count dozens: a dozen, half a dozen, two dozen."""
    if before in (["half"], ["half", "a"]):
        return 6
    count = 1 if before in ([], ["a"]) else _below_hundred(before)
    return count * 12 if count else None


def _scaled(words: Sequence[str]) -> int | None:
    """Read numbers below a thousand, each with its scale, scales falling: two million three thousand and one."""
    total, last, start = 0, None, 0
    for at, word in enumerate(words):
        scale = SCALES.get(word) or SCALES.get(word.removesuffix("th"))
        if scale is None:
            continue
        part = _small(words[start:at])
        if part is None or (last is not None and scale >= last):
            return None
        total, last, start = total + part * scale, scale, at + 1
    rest = words[start:]
    if not rest:
        return total
    small = _small(rest[1:] if rest[0] == "and" and last else rest)
    return None if small is None else total + small


def _small(words: Sequence[str]) -> int | None:
    """Read a number from 0 to 999; "a" is one before a hundred or a thousand."""
    for name in HUNDREDS:
        if name in words:
            at = words.index(name)
            before, after = words[:at], words[at + 1 :]
            count = 1 if list(before) in ([], ["a"]) else _below_hundred(before)
            rest = 0 if not after else _below_hundred(after[1:] if after[0] == "and" else after)
            return None if count is None or rest is None else count * 100 + rest
    return 1 if list(words) == ["a"] else _below_hundred(words)


def _below_hundred(words: Sequence[str]) -> int | None:
    if len(words) == 1:
        return ONES.get(words[0], TENS.get(words[0]))
    if len(words) == 2 and words[0] in TENS and 0 < ONES.get(words[1], 0) < 10:
        return TENS[words[0]] + ONES[words[1]]
    return None


def _halves(words: Sequence[str]) -> int | None:
    """Read a year as it is spoken: nineteen eighty-eight, twenty twenty-four, twenty oh four."""
    for at in range(len(words)):
        head, tail = _below_hundred(words[:at]), words[at:]
        if len(tail) == 2 and tail[0] in ("oh", "o"):
            low = _below_hundred(tail[1:])
            back = low if low is not None and low < 10 else None
        else:
            back = _below_hundred(tail)
            back = back if back is not None and back >= 10 else None
        if head is not None and head >= 10 and back is not None:
            return head * 100 + back
    return None


def _plain(digits: str) -> bool:
    return digits.isascii() and digits.isdigit()
