"""Beginning a pack: the starter on the disk, and the schema on standard output."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from running import Quiz, answers_file

from qot_quiz.bank.form_schema import form_schema


@pytest.mark.parametrize("name", ["my-drama", "my-drama.toml"])
def test_a_new_pack_is_sound_and_played_at_once(quiz: Quiz, tmp_path: Path, name: str) -> None:
    """A folder, or one file, is written; it is checked without a warning, and played without another step."""
    path = os.path.join(".", name)
    code, out, err = quiz("pack", "new", name)
    assert (code, out) == (0, f"Written: {name}.\n")
    assert f"qot-quiz play --pack {path} plays it" in err
    assert quiz("pack", "check", path).out == f"{path}: 0 errors, 0 warnings.\n"
    answers = answers_file(tmp_path, *"sss")
    game = quiz("play", "--pack", path, "--up-to", "3", "--seed", "1", "--json", "--answers", answers)
    assert game.json["asked"] == 3


def test_nothing_is_written_over(quiz: Quiz, tmp_path: Path) -> None:
    """A file, or a folder with a pack in it, is left as it is; an empty folder is filled."""
    (tmp_path / "one.toml").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "questions.toml").write_text("mine")
    (tmp_path / "empty").mkdir()
    for name in ("one.toml", "file", "full", "no/such/place", "no/such/place.toml"):
        code, out, err = quiz("pack", "new", name)
        assert (code, out) == (1, ""), name
        assert name in err
    assert {
        file.read_text() for file in (tmp_path / "one.toml", tmp_path / "file", *(tmp_path / "full").iterdir())
    } == {"mine"}
    assert quiz("pack", "new", "empty").code == 0
    assert sorted(os.listdir("empty")) == ["pack.toml", "questions.toml"]


def test_the_schema_is_one_document(quiz: Quiz) -> None:
    """What is printed is the schema, indented to be read and saved."""
    code, out, err = quiz("pack", "schema")
    assert (code, err) == (0, "")
    assert json.loads(out) == json.loads(json.dumps(form_schema()))
    assert out.startswith("{\n  ")
    assert out.endswith("}\n")
