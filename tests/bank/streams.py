"""Packs whose questions stand in .jsonl files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

HEAD = '[pack]\nid = "towns"\ntitle = "Towns"\nepisodes = 4\n'
LEVELS = ("easy", "medium", "hard")


def row(number: int, **changes: object) -> dict[str, object]:
    """Make one question as plain quiz lists write it; None takes a key out."""
    made: dict[str, object] = {
        "id": f"q{number:05}",
        "question": f"Which town lies at mile {number} of the road?",
        "choices": [f"Town {number}", f"Harbour {number}", f"Castle {number}", f"Bridge {number}"],
        "answer": number % 4,
        "category": f"road{number % 5}",
        "difficulty": LEVELS[number % 3],
        "tags": ["milestone"],
        **changes,
    }
    return {key: value for key, value in made.items() if value is not None}


def rows(count: int) -> Iterator[dict[str, object]]:
    """Make so many questions, their ids rising."""
    return map(row, range(count))


def write_stream(folder: Path, lines: Iterable[dict[str, object] | str | bytes], head: str = HEAD) -> str:
    """Write a pack of a head and of lines, each a question or the raw text of a line."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text(head, encoding="utf-8")
    with open(folder / "questions.jsonl", "wb") as written:
        for line in lines:
            text = json.dumps(line, ensure_ascii=False) if isinstance(line, dict) else line
            written.write((text.encode() if isinstance(text, str) else text) + b"\n")
    return os.fspath(folder)
