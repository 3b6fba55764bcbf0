"""The commands that only read: rules, facts and paths."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pexpect
import pytest
from running import ROOT, Quiz, answers_file, run

from qot_quiz import voice
from qot_quiz.core.score import BASE

FACT = {"id", "kind", "topic", "statement", "value", "spoils", "difficulty", "sources"}
"""The keys of every fact."""

DERIVED = {"rests_on", "rule"}
"""The keys that a fact derived from others has besides."""


def test_rules_come_from_the_code(quiz: Quiz) -> None:
    """The rules name the engine's own numbers and every mode."""
    code, out, err = quiz("rules")
    assert (code, err) == (0, "")
    assert f"Base: easy {BASE['easy']}, medium {BASE['medium']}, hard {BASE['hard']}." in out
    assert "classic: " in out
    assert "survival: " in out


def test_facts_keep_to_the_ceiling(quiz: Quiz) -> None:
    """Without a ceiling nothing that spoils is shown; with one, what lies under it, and that there is more."""
    for up_to in (0, 8, 16):
        read = quiz("facts", "--up-to", str(up_to), "--json").json
        assert (read["pack"], read["up_to"]) == ("queen-of-tears", up_to)
        assert max(fact["spoils"] for fact in read["facts"]) <= up_to
    result = quiz("facts")
    assert result.err == "Only facts up to episode 0 are shown; --up-to shows more.\n"
    assert not re.search(r"\(episode \d+\)$", result.out, re.MULTILINE)
    assert re.search(r"\(episode \d+\)$", quiz("facts", "--up-to", "16").out, re.MULTILINE)


def test_facts_as_json(quiz: Quiz) -> None:
    """The object and each fact have their documented keys."""
    read = quiz("facts", "--up-to", "16", "--json").json
    assert list(read) == ["pack", "up_to", "facts"]
    assert len({fact["id"] for fact in read["facts"]}) == len(read["facts"]) > 0
    assert {frozenset(fact) for fact in read["facts"]} == {frozenset(FACT), frozenset(FACT | DERIVED)}


def test_searching_facts(quiz: Quiz) -> None:
    """All words must occur, whatever their case; the words of the search are not read as a pattern."""
    found = quiz("facts", "--up-to", "16", "--json", "bts", "EPISODE").json["facts"]
    assert found
    assert all("bts" in str(fact).casefold() for fact in found)
    assert quiz("facts", "--up-to", "16", "no-such-word") == (0, "", "No fact matches.\n")
    assert quiz("facts", "--up-to", "2", "no.such.word").err == "No fact up to episode 2 matches; --up-to shows more.\n"


def test_addresses_only_when_asked_for(quiz: Quiz) -> None:
    """Page addresses may spoil: only --links shows them."""
    assert "https://" not in quiz("facts", "--up-to", "16").out
    assert "https://" in quiz("facts", "--up-to", "16", "--links").out


def test_paths(quiz: Quiz, ready: Path) -> None:
    """Every path lies below the home; naming them makes nothing."""
    below = {"games": "games.db", "backups": "backups", "packs": "packs", "cache": "cache", "log": "log"}
    expected = {name: str(ready / place) for name, place in below.items()}
    assert quiz("paths", "--json").json == {"paths": expected}
    assert quiz("paths").out == "".join(f"{name}: {path}\n" for name, path in expected.items())
    assert not (ready / "games.db").exists()


def test_a_relative_home_is_made_whole(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home given as a relative path is told as an absolute one."""
    monkeypatch.setenv("QOT_QUIZ_HOME", "here")
    assert quiz("paths", "--json").json["paths"]["games"] == str(tmp_path / "here" / "games.db")


def test_a_path_to_copy_is_one_line(ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a path with spaces is broken by nobody but the terminal, wherever it stands to be copied."""
    home = tmp_path / "a home with spaces in its name and more of them than a window is wide so that it breaks"
    shutil.copytree(ready, home)
    monkeypatch.setenv("QOT_QUIZ_HOME", str(home))
    assert run("play", "--up-to", "0", "-n", "1", "--answers", answers_file(tmp_path, "s")).code == 0
    (backup,) = (home / "backups").iterdir()
    env = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    for words, told in (
        ("paths", f"games: {home / 'games.db'}"),
        ("doctor", f"  backups: {home / 'backups'}"),
        ("doctor --restore", f": {backup}"),
    ):
        seen = pexpect.run(f"{sys.executable} -m qot_quiz {words}", env=env, timeout=20, encoding="utf-8")
        assert f"{told}\r\n" in seen


def test_a_pipe_gets_every_line_once(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no pager can be, lines are not laid out for one before they are written."""
    laid_out = []
    broken = voice.broken

    def counted(line: str) -> list[str]:
        laid_out.append(line)
        return broken(line)

    monkeypatch.setattr(voice, "broken", counted)
    assert quiz("rules").out.splitlines() == laid_out
