"""The table of formats for finished games."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

import qot_quiz.formats.scores as room
from qot_quiz.errors import UsageError
from qot_quiz.formats.scores import SCORES, asked_for, writer


def test_formats_equal_their_table() -> None:
    """Every module of the folder that writes is in the table, and nothing else is."""
    names = [f"{room.__name__}.{file.stem}" for file in Path(room.__file__).parent.glob("[!_]*.py")]
    assert {name for name in names if hasattr(importlib.import_module(name), "write")} == {
        format.module for format in SCORES.values()
    }
    assert all(callable(writer(name)) for name in SCORES)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("-", "csv"),
        ("scores.csv", "csv"),
        ("a.b/SCORES.JSON", "json"),
        ("x.jsonl", "jsonl"),
        ("x.md", "md"),
        ("x.html", "html"),
    ],
)
def test_the_ending_asks_for_a_format(file: str, name: str) -> None:
    """A file's ending tells its format in any case; standard output gets CSV."""
    assert asked_for(file) == name


@pytest.mark.parametrize("file", ["scores", "scores.xlsx", ".csv", "folder.csv/scores", ""])
def test_an_ending_that_is_not_known(file: str) -> None:
    """An ending that no format has is wrong usage, answered with those that are known."""
    with pytest.raises(UsageError) as caught:
        asked_for(file)
    assert caught.value.hint == "Use .csv, .json, .jsonl, .md, .html, or name a format with --format."
