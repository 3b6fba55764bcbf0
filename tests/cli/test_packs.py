"""The author's tools: checking a pack and writing it in another format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import Quiz

QUESTION = "id fact_id kind difficulty topic spoils ask options solution accept why sources"

BROKEN = """
[pack]
id = "tiny"
title = "Tiny"
language = "en"
licence = "MIT"
episodes = 0

[[topic]]
id = "all"
title = "All"
"""


def test_the_built_in_pack_is_sound(quiz: Quiz) -> None:
    """The pack that comes with the program has no error; the last line counts what was found."""
    code, out, err = quiz("pack", "check")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1].startswith("queen-of-tears: 0 errors, ")
    assert quiz("pack", "check", "queen-of-tears").out == out
    read = quiz("pack", "check", "--json").json
    assert list(read) == ["pack", "findings"]
    assert read["pack"] == "queen-of-tears"


def test_a_pack_with_errors(quiz: Quiz, tmp_path: Path) -> None:
    """What is wrong is told with its place, and the exit code is 1."""
    file = tmp_path / "tiny.toml"
    file.write_text(BROKEN + '\n[[fact]]\nid = "one"\ntopic = "nowhere"\nstatement = "One."\nspoils = 3\n')
    result = quiz("pack", "check", str(file))
    assert result.code == 1
    assert "tiny.toml" in result.out + result.err


def test_a_pack_that_is_not_there(quiz: Quiz) -> None:
    """A misspelt name is refused with the name that was meant."""
    for words in (("pack", "check", "queen-of-teras"), ("pack", "export", "queen-of-teras")):
        code, out, err = quiz(*words)
        assert (code, out) == (2, "")
        assert "queen-of-tears" in err


def test_export(quiz: Quiz) -> None:
    """The whole pack comes out as one object with the listed keys; that it spoils is said beside."""
    code, out, err = quiz("pack", "export", "queen-of-tears", "--format", "json")
    read = json.loads(out)
    assert (code, err) == (0, "This export shows everything, up to the last episode.\n")
    assert list(read) == ["pack", "facts", "questions"]
    assert read["pack"]["id"] == "queen-of-tears"
    assert all(list(question) == QUESTION.split() for question in read["questions"])
    shown = quiz("facts", "--up-to", "16", "--json").json["facts"]
    assert [fact["id"] for fact in read["facts"]] == [fact["id"] for fact in shown]
    assert any(question["spoils"] for question in read["questions"])
    for question in read["questions"]:
        assert set(question["solution"]) <= set(question["options"] or question["solution"]), question
        assert bool(question["options"]) == (question["kind"] not in ("typed", "number", "date"))


def test_export_to_a_file_and_never_over_one(quiz: Quiz, tmp_path: Path) -> None:
    """A file is written whole; one that is there is kept without --force, exit 1."""
    file = tmp_path / "pack.json"
    export = ("pack", "export", "queen-of-tears", str(file))
    assert quiz(*export)[:2] == (0, "")
    whole = file.read_text(encoding="utf-8")
    assert whole == quiz("pack", "export", "queen-of-tears").out
    file.write_text("mine")
    code, _, err = quiz(*export)
    assert (code, file.read_text()) == (1, "mine")
    assert f"{file} is there already." in err
    assert quiz(*export, "--force").code == 0
    assert file.read_text(encoding="utf-8") == whole
    assert [one.name for one in tmp_path.iterdir() if ".part" in one.name] == []


def test_export_does_not_follow_a_link(quiz: Quiz, tmp_path: Path) -> None:
    """A link that points nowhere counts as a file; with --force the link is replaced and its goal untouched."""
    goal, link = tmp_path / "goal", tmp_path / "link.json"
    link.symlink_to(goal)
    assert quiz("pack", "export", "queen-of-tears", str(link)).code == 1
    assert quiz("pack", "export", "queen-of-tears", str(link), "--force").code == 0
    assert not goal.exists()
    assert not link.is_symlink()


@pytest.mark.parametrize("file", ["no/such/folder/pack.json", "."])
def test_export_where_nothing_can_be_written(quiz: Quiz, file: str) -> None:
    """A place that takes no file is one sentence, no bug, and leaves nothing behind."""
    code, out, err = quiz("pack", "export", "queen-of-tears", file, "--force")
    assert code in (1, 2)
    assert out == ""
    assert file in err
    assert not list(Path().glob("*.part"))


def test_a_format_that_is_not_there(quiz: Quiz) -> None:
    """A misspelt format is refused with the one that was meant."""
    assert quiz("pack", "export", "queen-of-tears", "--format", "jsom") == (
        2,
        "",
        'There is no format "jsom".\nDid you mean "json"?\n',
    )
