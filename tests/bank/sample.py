"""A small pack that keeps every rule, and ways to break it."""

from __future__ import annotations

import os
from pathlib import Path

from qot_quiz.bank.check import check
from qot_quiz.bank.findings import Finding
from qot_quiz.bank.reading import read_pack

PACK = """\
[pack]
id = "lighthouse"
title = "The Lighthouse"
about = "A made-up drama."
licence = "MIT"
episodes = 12
article = "the guide"

[[topic]]
id = "dates"
title = "Dates"

[[topic]]
id = "people"
title = "People"

[[accept]]
rule = "fact-angles"
id = "first-weekday"
reason = "A day of the week can be asked for in one way only."
"""

NAMES = """\
[[name]]
id = "ara"
show = "Kim A-ra"
type = "character"
accept = ["A-ra", "김아라"]
vague = ["Kim"]
refuse = ["Ara Kim-Lee"]

[[name]]
id = "keeper"
show = "The Keeper"
type = "character"
spoils = 9
"""

DATES = """\
topic = "dates"

[[fact]]
id = "first-night"
kind = "air-date"
statement = "The Lighthouse began on 4 May 2019."
value = { date = 2019-05-04 }
difficulty = "easy"
sources = [
  { paragraph = 2 },
  { publisher = "Harbour News", date = 2019-05-05, page = "https://harbour.example/first-night" },
]

[[question]]
id = "first-night/date"
kind = "choice"
ask = "On which date was The Lighthouse first shown?"
answer = "4 May 2019"
wrong = ["11 May 2019", "3 May 2019", "27 April 2019", "12 May 2019"]
why = "It went out after the evening news."

[[question]]
id = "first-night/truth"
kind = "true-false"
ask = "The Lighthouse began in May."
answer = true
why = "It was the first drama of that spring."

[[fact]]
id = "first-weekday"
kind = "air-date"
statement = "The Lighthouse began on a Saturday."
value = { text = "Saturday" }
difficulty = "medium"
sources = [{ paragraph = 2 }]
rests_on = ["first-night"]
rule = "4 May 2019 was a Saturday"

[[question]]
id = "first-weekday/day"
kind = "choice"
ask = "On which day of the week did the drama begin?"
answer = "Saturday"
wrong = ["Sunday", "Friday", "Monday"]
why = "The calendar of 2019 says so."
"""

PEOPLE = """\
topic = "people"

[[fact]]
id = "painter"
kind = "plot"
statement = "Kim A-ra paints the harbour wall."
value = { character = "Kim A-ra" }
difficulty = "medium"
spoils = 3
sources = [{ paragraph = 7 }]

[[question]]
id = "painter/who"
kind = "typed"
ask = "Which character paints the harbour wall?"
answer = "Kim A-ra"
accept = ["the girl with the brush"]
why = "She needs three nights for it."

[[question]]
id = "painter/where"
kind = "choice"
ask = "What does Kim A-ra paint at night?"
answer = "the harbour wall"
wrong = ["the garden fence", "the kitchen door", "the old boat"]
why = "The paint comes from her uncle's shed."
difficulty = "hard"
spoils = 4
"""

FILES = {"pack.toml": PACK, "names.toml": NAMES, "dates.toml": DATES, "people.toml": PEOPLE}


def write_pack(folder: Path, changes: dict[str, str] | None = None, **more: str) -> str:
    """Write the sample pack into a folder.

    Args:
        folder: Made when missing.
        changes: Texts to be replaced, each of which must occur.
        more: Texts to be added at the end of a file, by its name without ending.
    """
    folder.mkdir(parents=True, exist_ok=True)
    left = dict(changes or {})
    for name, plain in FILES.items():
        text = plain
        for old in [old for old in left if old in text]:
            text = text.replace(old, left.pop(old), 1)
        (folder / name).write_text(text + more.pop(name.removesuffix(".toml"), ""), encoding="utf-8")
    for name, text in more.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    assert not left, f"not in the sample: {left}"
    return os.fspath(folder)


def findings_of(folder: Path, changes: dict[str, str] | None = None, **more: str) -> list[Finding]:
    """Check the sample pack with some changes."""
    return check(read_pack(write_pack(folder, changes, **more)))


def many_choices(count: int, answer: str, wrong: list[str], kind: str = "choice") -> str:
    """Write so many questions that differ in a number alone, below a fact of their own."""
    head = DATES[DATES.index("[[fact]]") : DATES.index("[[question]]")].replace("first-night", "many")
    body = "\n".join(
        f'[[question]]\nid = "many/q{n}"\nkind = "{kind}"\nask = "What is the number in total of thing {n}?"\n'
        f'answer = "{answer}"\nwrong = {wrong}\nwhy = "It is so."\n'
        for n in range(count)
    )
    return f'topic = "dates"\n{head}\n{body}'
