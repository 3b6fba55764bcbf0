"""gift-pegjs, the parser of several GIFT editors, reads our GIFT as it is meant."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from qot_quiz.core.question import Item

from .exported import export

SCRIPT = Path(__file__).parent / "gift_questions.js"
NODE = shutil.which("node") or ""

TYPES = {"choice": "MC", "multi": "MC", "true-false": "TF", "typed": "Short", "number": "Numerical"}


def _there() -> bool:
    tried = [NODE, "-e", "require('gift-pegjs')"]
    return bool(NODE) and subprocess.run(tried, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(
    not _there(), reason="gift-pegjs is not installed: npm install gift-pegjs, and NODE_PATH names its node_modules"
)


def _parsed(data: bytes) -> list[dict[str, Any]]:
    done = subprocess.run([NODE, str(SCRIPT)], input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return [one for one in json.loads(done.stdout) if one["type"] != "Category"]


def _choices(one: dict[str, Any], right: bool) -> list[str]:
    """List the answers that earn something, or those that do not."""

    def earns(choice: dict[str, Any]) -> bool:
        weight = choice["weight"]
        return bool(choice["isCorrect"]) if weight is None else weight > 0

    return [choice["text"]["text"] for choice in one["choices"] if earns(choice) is right]


def _check(item: Item, one: dict[str, Any]) -> None:
    assert one["type"] == TYPES[item.kind]
    assert (one["title"], one["stem"]["format"], one["stem"]["text"]) == (item.id, "plain", item.ask)
    assert one["tags"] == [item.difficulty]
    told = one["globalFeedback"]
    assert (told["text"] if told else "") == item.why
    match item.kind:
        case "true-false":
            assert one["isTrue"] is (item.answer == "true")
        case "number":
            assert float(one["choices"]["number"]) == float(item.answer)
        case "typed":
            assert _choices(one, True) == [item.answer, *item.accept]
        case _:
            assert _choices(one, True) == list(item.answers or (item.answer,))
            assert sorted(_choices(one, False)) == sorted(item.wrong)


def test_every_question_is_read_as_it_is_meant(tmp_path: Path) -> None:
    """Type, title, stem, answers with their worth, feedback and tags are those of the pack."""
    kept, data = export("gift", tmp_path)
    parsed = _parsed(data)
    assert len(parsed) == len(kept)
    for item, one in zip(kept, parsed, strict=True):
        _check(item, one)
