"""Anki reads our notes as they are meant, and what it exports of them is read here as the same questions."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from formats.reading import reads
from qot_quiz.formats.foreign.found import Found

from .exported import export

pytestmark = pytest.mark.skipif(find_spec("anki") is None, reason="Anki is not installed: pip install '.[consumers]'")
SCRIPT = Path(__file__).parent / "anki_notes.py"


def _noted(folder: Path, data: bytes) -> tuple[list[dict[str, Any]], bytes]:
    """Give the notes that Anki makes of a file, and its own export of them."""
    (folder / "in.txt").write_bytes(data)
    words = [str(folder), str(folder / "in.txt"), str(folder / "out.txt")]
    done = subprocess.run([sys.executable, str(SCRIPT), *words], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout), (folder / "out.txt").read_bytes()


def test_notes_and_the_way_back(tmp_path: Path) -> None:
    """Every question becomes a note with its two sides, tags, type and deck; Anki's export is our questions again."""
    kept, data = export("anki", tmp_path)
    notes, back = _noted(tmp_path, data)
    assert len(notes) == len(kept)
    assert {(note["type"], note["deck"]) for note in notes} == {("Basic", "Own")}
    tags = {tag for note in notes for tag in note["tags"]}
    assert tags >= {f"kind::{item.kind}" for item in kept} | {f"topic::{item.topic}" for item in kept}
    ours = {one.ask: one for one in reads("anki", data) if isinstance(one, Found)}
    theirs = {one.ask: one for one in reads("anki", back) if isinstance(one, Found)}
    assert ours.keys() == theirs.keys() == {item.ask for item in kept}
    for ask, one in ours.items():
        other = theirs[ask]
        assert (other.kind, other.answer, set(other.wrong)) == (one.kind, one.answer, set(one.wrong))
        assert (other.why, other.unit, other.difficulty) == (one.why, one.unit, one.difficulty)
