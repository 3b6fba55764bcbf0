"""Hostile files by the thousand: the project's own fixtures mutated, and soups of each format's own signs."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

from qot_quiz.core.question import Item
from qot_quiz.formats import FORMATS, READERS, SHEETS, leaving, writer

FIXTURES = Path(__file__).parent.parent / "formats" / "fixtures"

BASES = {
    "opentdb": ("opentdb.json",),
    "gift": ("own.gift",),
    "aiken": ("own.aiken.txt",),
    "csv": ("own.csv",),
    "tsv": ("own.csv",),
    "anki": ("own.anki.txt",),
    "delimited": ("own.csv", "own.anki.txt"),
    "moodle-xml": ("own.moodle.xml",),
    "opentriviaqa": ("own.opentriviaqa.txt",),
    "red-yaml": ("own.red.yaml",),
    "kahoot": (),
    "toml": (),
}
"""The fixtures of each format that is fuzzed; beside them stands what the program itself writes in it."""

SIGNS = (
    "\\ \x1b[31m \u202e \ufeff \u2028 ÿ é 한국 😀 \ufdd0 \r\n \n\n \t \" ' < > & ; , : = 0 -1 1e999 NaN 07 No \n a "
    f"{'9' * 400} {'x' * 3000}"
).split(" ")
"""Signs that mean something, or too much, in any format."""

OWN = {
    "opentdb": '{"results":[ {"type":"multiple", "question": "correct_answer": "incorrect_answers":[ ]} } [ \\ud800 '
    '&#0; &lt; %zz null "boolean" "True"',
    "gift": "{ } = ~ %50% %-33.3% # #### -> :: // [id:x] [tag:easy] $CATEGORY: T} {T {# 1:2 1..3 \\{ \\\\ [html] <img> "
    "> >2 % {=a\u00a0~b} {}",
    "aiken": "A) B. ANSWER: C) D) ANSWER:A ANSWER:",
    "csv": 'question,answer,wrong kind, "" choice multi , ;',
    "tsv": "question\tanswer kind\t choice number date within unit",
    "anki": "#separator:tab #html:true #columns: #deck:x #tags\u00a0column:3 "
    '<ul\u00a0class="options"> <li> </li> </ul> <ol\u00a0class="answers"> kind::multi Front\tBack',
    "delimited": '#separator:| #separator: question;answer "" | #deck\u00a0column:1 #guid\u00a0column:99',
    "moodle-xml": '<quiz> <question\u00a0type="multichoice"> <question\u00a0type="matching"> <text> </text> <![CDATA[ '
    ']]> &amp; &x; <!DOCTYPE\u00a0a> <!-- --> <answer\u00a0fraction="100"> </answer> </question> </quiz> '
    "<?xml ?> <tolerance>",
    "opentriviaqa": "#Q ^ A B C D \n#Q \n^ \nA \nB",
    "red-yaml": "- : ? | > & * ! % @ ` [ ] { } --- ... <<: *a &a !!python/object \n- \n\u00a0\u00a0- AUTHOR:",
    "kahoot": '<row <c </c> </row> <si> <t> t="s" t="b" t="e" r="ZZZ9" r="B9" s="7" s="-1" <v>9</v> '
    "<!DOCTYPE\u00a0a[ &a; <is> <f>A1</f>",
    "toml": '[pack] [[question]] [[fact]] [[topic]] [[name]] [[recipe]] id\u00a0= kind\u00a0= "choice" answer\u00a0= '
    'wrong\u00a0= [ ] { } """ 1979-05-27 inf nan 0x_ a.b.c true topic\u00a0=',
}
"""Signs that mean something in each format, parted by spaces; one that is part of a sign is written as U+00A0."""

TOML = """\
[pack]
id = "own"
title = "Own"

[[topic]]
id = "t"
title = "T"

[[question]]
id = "one"
kind = "choice"
ask = "Which is it?"
answer = "that"
wrong = ["this", "these", "those"]
why = "It is."
difficulty = "easy"

[[question]]
id = "two"
kind = "ordering"
ask = "In which order?"
answer = ["a", "b", "c"]
why = "So."
difficulty = "easy"
"""

LARGEST = 1 << 18
"""Bytes of the largest input; larger ones have tests of their own."""


def items() -> list[Item]:
    """Make a question of each kind."""
    wrong, things = ("two", "=3", "<four>"), ("a & b", "c", "d")
    common = ("easy", "t", 0)
    return [
        Item("a", "a", "choice", *common, "Which one?", "one", wrong=wrong, why="Because."),
        Item("b", "b", "true-false", *common, "Is it?", "true"),
        Item("c", "c", "typed", *common, "What?", "this", accept=("that",), vague=("th",), refuse=("those",)),
        Item("d", "d", "multi", *common, "Which ones?", "", wrong=(*wrong, "five"), answers=("x", "y")),
        Item("e", "e", "ordering", *common, "In which order?", "", answers=things),
        Item("f", "f", "number", *common, "How many?", "24.85", unit="%", within=2),
        Item("g", "g", "date", *common, "When?", "2024-03-09", within=7),
    ]


def formats() -> list[str]:
    """List everything that is fuzzed: every reader of a foreign format, and the program's own form."""
    return [*READERS, *SHEETS, "toml"]


def _bases(format: str) -> list[bytes]:
    found = [(FIXTURES / name).read_bytes() for name in BASES[format]]
    if format == "toml":
        found.append(TOML.encode())
    elif format in FORMATS:
        parts = writer(format)({"title": "Own"}, [], leaving(format)(items()))
        found.append(b"".join(part.encode() if isinstance(part, str) else part for part in parts))
    return found


def inputs(format: str, seed: int, count: int) -> Iterator[bytes]:
    """Make hostile files; each can be made again by its number alone.

    Args:
        format: One of `formats`.
        seed: Any number.
        count: How many.
    """
    bases = _bases(format)
    signs = [sign.replace("\u00a0", " ").encode() for sign in OWN[format].split(" ") if sign]
    signs += [sign.encode("utf-8", "surrogatepass") for sign in SIGNS] + [b"\xff", b"\xc3", b"\xed\xa0\x80"]
    for number in range(count):
        chance = random.Random(f"{seed}/{format}/{number}")
        if format in SHEETS and chance.random() < 0.8:
            yield _repacked(chance.choice(bases), signs, chance)
        elif chance.random() < 0.3:
            yield _soup(signs, chance)[:LARGEST]
        else:
            yield _mutated(chance.choice(bases), signs, chance)


def _soup(signs: list[bytes], chance: random.Random) -> bytes:
    return b"".join(chance.choice(signs) for _ in range(chance.randrange(80)))


def _mutated(data: bytes, signs: list[bytes], chance: random.Random) -> bytes:
    for _ in range(chance.randrange(1, 9)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((0, 1, 1, 3, 20, 200)))
        match chance.randrange(7):
            case 0:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
            case 1:
                data = data[:at] + data[end:]
            case 2:
                data = data[:at] + data[at:end] * chance.choice((2, 3, 50)) + data[end:]
            case 3 | 4:
                data = data[:at] + chance.choice(signs) * chance.choice((1, 1, 1, 40, 2000)) + data[end:]
            case 5:
                data = data[:at] + _soup(signs, chance) + data[end:]
            case _:
                data = data[:end] if chance.random() < 0.3 else data[end:] + data[:at]
        data = data[:LARGEST]
    return data


def _repacked(data: bytes, signs: list[bytes], chance: random.Random) -> bytes:
    """Mutate one file within an archive, whose sums are sound again afterwards."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        chosen = chance.choice([name for name in before.namelist() if name.startswith("xl/") and "theme" not in name])
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, _mutated(part, signs, chance) if name == chosen else part)
    return out.getvalue()
