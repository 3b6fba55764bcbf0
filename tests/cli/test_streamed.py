"""A large pack on the command line: checked, added, listed, searched, played and exported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bank.streams import row, rows, write_stream
from running import Quiz


@pytest.fixture
def pack(tmp_path: Path) -> str:
    """Write a sound pack of 100 lines."""
    return write_stream(tmp_path / "towns", rows(100))


def test_a_sound_pack_says_what_it_was_held_to(quiz: Quiz, pack: str) -> None:
    """The check counts the lines, and says plainly which rules were not asked."""
    code, out, err = quiz("pack", "check", pack)
    assert (code, out) == (0, f"{pack}: 0 errors, 0 warnings.\n")
    assert err.startswith("100 lines were read.")
    assert "options-equal" in err
    assert "the pack as a whole are for packs in TOML" in err


def test_faults_are_told_by_line(quiz: Quiz, tmp_path: Path) -> None:
    """Every fault has its file and line, as editors read it; the count is of all."""
    broken = [{**row(number), "difficulty": "extreme"} for number in range(150)]
    path = write_stream(tmp_path / "broken", [row(0), *broken[1:]])
    code, out, err = quiz("pack", "check", path)
    assert code == 1
    assert out.splitlines()[0].startswith("questions.jsonl:2: error: q00001: difficulty-known: unknown difficulty")
    assert out.splitlines()[-1] == f"{path}: 149 errors, 0 warnings."
    assert "100 of the faults are told." in err
    read = quiz("pack", "check", path, "--json").json
    assert read["findings"][0]["line"] == 2


def test_it_is_added_listed_and_removed(quiz: Quiz, pack: str) -> None:
    """The pack is installed under its id, with its count."""
    assert quiz("pack", "add", pack).out == "Added: Towns, 100 questions.\n"
    assert quiz("pack", "list", "--json").json["packs"][1]["questions"] == 100
    assert quiz("pack", "remove", "towns", "--yes").code == 0


def test_its_questions_are_found(quiz: Quiz, pack: str) -> None:
    """The words of a question find it with its answer, and no source is pretended."""
    assert quiz("facts", "mile 31 of", "--pack", pack, "--up-to", "0").out.splitlines() == [
        "road1",
        "- Which town lies at mile 31 of the road? Bridge 31.",
        "  q00031",
    ]
    assert quiz("facts", "--pack", pack, "--up-to", "0", "--json").json["facts"][0]["id"] == "q00000"


def test_a_long_list_is_cut(quiz: Quiz, tmp_path: Path) -> None:
    """What is more than anybody reads is left out, and that is said."""
    path = write_stream(tmp_path / "many", rows(1200))
    found = quiz("facts", "--pack", path, "--up-to", "0", "town")
    assert found.out.count("- Which") == 1000
    assert found.err.startswith("Only 1,000 are shown. Search for more words to find others.")


def test_it_is_played_with_filters(quiz: Quiz, pack: str, tmp_path: Path) -> None:
    """A game with filters draws from it."""
    answers = tmp_path / "answers"
    answers.write_text("a\n" * 20)
    asked = ("--topic", "road1", "-d", "easy", "--kind", "choice", "-n", "3", "--up-to", "4")
    game = quiz("play", "--pack", pack, *asked, "--seed", "1", "--answers", str(answers))
    assert game.code == 0
    asked_for = {int(number) for number in re.findall(r"at mile (\d+)", game.out)}
    assert [(number % 5, number % 3) for number in asked_for] == [(1, 0)] * 3


def test_it_is_exported(quiz: Quiz, pack: str) -> None:
    """All questions are written, and no facts that its authors did not write."""
    read = quiz("pack", "export", pack, "--format", "json").json_lines
    assert (len(read["questions"]), read["facts"]) == (100, [])
