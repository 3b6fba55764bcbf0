"""A pack in its own form: its files, as they are, to be changed and added."""

from __future__ import annotations

from pathlib import Path

from running import ROOT, Quiz


def _files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_a_folder_is_copied_letter_for_letter(quiz: Quiz, tmp_path: Path) -> None:
    """The built-in pack becomes a folder of its files, remarks and all, which is checked like any other."""
    code, out, err = quiz("pack", "export", "queen-of-tears", "mine", "--format", "toml")
    assert (code, out) == (0, "")
    assert "qot-quiz pack check mine" in err
    assert _files(tmp_path / "mine") == {file.name: file.read_bytes() for file in (ROOT / "questions").glob("*.toml")}


def test_a_file_is_copied_and_added(quiz: Quiz, tmp_path: Path) -> None:
    """A pack of one file goes to a file, to the output or into a folder; what was written is added under its id."""
    assert quiz("pack", "new", "own.toml").code == 0
    written = (tmp_path / "own.toml").read_bytes()
    assert quiz("pack", "export", "./own.toml", "copy.toml", "--format", "toml").code == 0
    assert (tmp_path / "copy.toml").read_bytes() == written
    assert quiz("pack", "export", "./own.toml", "--format", "toml").out.encode() == written
    assert quiz("pack", "add", "copy.toml").code == 0
    assert quiz("pack", "export", "own", "folder", "--format", "toml").code == 0
    assert list(_files(tmp_path / "folder").values()) == [written]


def test_what_is_there_stays(quiz: Quiz, tmp_path: Path) -> None:
    """A folder that is there is never written into, and several files do not fit into one."""
    (tmp_path / "full").mkdir()
    code, _, err = quiz("pack", "export", "queen-of-tears", "full", "--format", "toml")
    assert (code, err.splitlines()[0]) == (1, "full is there already.")
    code, _, err = quiz("pack", "export", "queen-of-tears", "one.toml", "--format", "toml")
    assert (code, err.splitlines()[-1]) == (2, "Name a new folder for them.")
    assert not list((tmp_path / "full").iterdir())
    assert {file.name for file in tmp_path.iterdir()} <= {"full", "home"}
