"""The starter of a new pack: sound, playable, and true in both ways that it shows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from qot_quiz.bank.check import check
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.installed import is_name
from qot_quiz.bank.reading import read_pack
from qot_quiz.bank.starting import FILES, STARTER, id_of, starter, title_of
from qot_quiz.core.clean import fault


def test_the_starter_keeps_every_rule() -> None:
    """Not even a warning is found, so that the author's own first fault stands out."""
    assert check(read_pack(STARTER)) == []


def test_every_file_is_given(tmp_path: Path) -> None:
    """All files of the starter are written, with the id and title of the new pack in them."""
    texts = starter("the-lighthouse")
    assert tuple(texts) == FILES
    assert sorted(FILES) == sorted(file.name for file in Path(STARTER).iterdir())
    head = tomllib.loads(texts["pack.toml"])["pack"]
    assert (head["id"], head["title"]) == ("the-lighthouse", "The lighthouse")
    assert "my-drama" not in texts["pack.toml"].partition("about")[0]


def test_one_file_holds_it_all(tmp_path: Path) -> None:
    """Put together, the files are one sound file."""
    file = tmp_path / "one.toml"
    file.write_text("\n".join(starter("one").values()), encoding="utf-8")
    assert check(read_pack(str(file))) == []


def test_the_other_way_is_true(tmp_path: Path) -> None:
    """The plain questions in the comments, once uncommented and alone, are a sound pack as well."""
    text = starter("plain")["questions.toml"]
    (comments,) = re.findall(r"^# The other way.*", text, re.MULTILINE | re.DOTALL)
    plain = re.sub(r"^# ?", "", comments[comments.index("# [[question]]") :], flags=re.MULTILINE)
    (tmp_path / "pack.toml").write_text(starter("plain")["pack.toml"], encoding="utf-8")
    (tmp_path / "questions.toml").write_text(plain, encoding="utf-8")
    pack = read_pack(str(tmp_path))
    assert (len(pack.facts), len(pack.questions)) == (0, 2)
    assert check(pack) == []


@pytest.mark.parametrize(
    ("name", "id", "title"),
    [
        ("my-drama", "my-drama", "My drama"),
        ("Crash Landing!", "crash-landing", "Crash Landing!"),
        ("Été_2024", "ete-2024", "Été 2024"),
        ("눈물의 여왕", "my-pack", "눈물의 여왕"),
        ('a"b\\c', "a-b-c", 'A"b\\c'),
        ("queen-of-tears", "my-queen-of-tears", "Queen of tears"),
        ("evil\x1b[31m", "evil-31m", "My pack"),
        ("x" * 200, "x" * 64, "X" + "x" * 59),
        ("", "my-pack", "My pack"),
        ("---", "my-pack", "My pack"),
    ],
)
def test_any_name_becomes_a_pack(tmp_path: Path, name: str, id: str, title: str) -> None:
    """Whatever the folder is called, the pack can be added and shown, and its id is free."""
    assert (id_of(name), title_of(name)) == (id, title)
    assert is_name(id)
    assert fault(title) is None
    file = tmp_path / "one.toml"
    file.write_text("\n".join(starter(name).values()), encoding="utf-8")
    compile_pack(str(file), str(tmp_path / "bank.db"))
    assert tomllib.loads(file.read_text(encoding="utf-8"))["pack"]["title"] == title
