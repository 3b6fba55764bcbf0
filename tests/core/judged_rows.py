"""The judged table: rows of the files in `judged`, and the items that they speak of."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from running import ROOT
from samples import item

from qot_quiz.bank.book import Book
from qot_quiz.bank.items import items_of
from qot_quiz.bank.reading import read_pack
from qot_quiz.core.question import Item
from qot_quiz.core.verdict import Verdict

FILES = tuple(sorted((Path(__file__).parent / "judged").glob("*.txt")))


class Row(NamedTuple):
    """One row: where it stands, what is asked, what is typed and must come of it, why, and whether it is general."""

    place: str
    item: Item
    typed: str
    verdict: str
    why: str
    general: bool


def word(verdict: Verdict) -> str:
    """Name a verdict as the table does."""
    if verdict.credit == 1:
        return "slip" if verdict.reason == "slip" else "right"
    if verdict.again:
        return "which" if verdict.reason == "vague" else "close"
    return "wrong"


def rows(file: Path) -> Iterator[Row]:
    """Read a file of the table."""
    general: dict[str, Item] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(">"):
            one = _general(line[1:])
            general[one.answer] = one
            continue
        answer, typed, verdict, why = (cell.strip() for cell in line.split("|"))
        own = general.get(answer)
        yield Row(f"{file.name}:{number}", own or names()[answer], _unescaped(typed), verdict, why, own is not None)


def _general(line: str) -> Item:
    """Read the line of a general answer."""
    answer, *rest = (cell.strip() for cell in line.split("|"))
    keys = {key.strip(): value.strip() for key, _, value in (cell.partition(":") for cell in rest)}
    lists = {key: tuple(one.strip() for one in keys.pop(key, "").split(";") if one.strip())
             for key in ("accept", "vague", "refuse", "rivals", "beside", "parts")}  # fmt: skip
    parts = tuple(tuple(form.strip() for form in part.split("=")) for part in lists.pop("parts"))
    assert set(keys) <= {"type"}, line
    return item("general/one", "typed", "easy", "What is it?", answer, type=keys.get("type", ""), parts=parts, **lists)


def _unescaped(text: str) -> str:
    text = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
    return text.replace("\\n", "\n")


@cache
def names() -> dict[str, Item]:
    """Compile a typed question on every name of the built-in pack, together with the pack, and give them by name."""
    shows = [placed.table.show for placed in read_pack(str(ROOT / "questions")).names]
    with tempfile.TemporaryDirectory() as folder:
        for file in (ROOT / "questions").glob("*.toml"):
            (Path(folder) / file.name).write_bytes(file.read_bytes())
        head = (
            '[[fact]]\nid = "named"\nkind = "name"\nstatement = "All."\nvalue = {}\ndifficulty = "easy"\nsources = []\n'
        )
        asked = (f'[[question]]\nid = "named/{at}"\nkind = "typed"\nask = "Who?"\nanswer = "{show}"\n'
                 for at, show in enumerate(shows))  # fmt: skip
        (Path(folder) / "named.toml").write_text('topic = "cast"\n' + head + "\n".join(asked), encoding="utf-8")
        pack = read_pack(folder)
        assert pack.about is not None
        found = [one for one in items_of(Book(pack, pack.about)) if one.fact_id == "named"]
    assert len(found) == len(shows)
    return {one.answer: one for one in found}
