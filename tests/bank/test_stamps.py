"""Stamps: which files make up a pack, and how a change shows."""

from __future__ import annotations

import os
from pathlib import Path

from qot_quiz.bank.stamps import pack_files, stamp_of

from .sample import FILES, write_pack


def test_a_folder_is_its_toml_files(tmp_path: Path) -> None:
    """Hidden files and files of other endings are no part of a pack; names decide the order."""
    path = write_pack(tmp_path)
    (tmp_path / ".draft.toml").touch()
    (tmp_path / "notes.md").touch()
    assert [os.path.basename(file) for file in pack_files(path)] == sorted(FILES)
    assert pack_files(str(tmp_path / "pack.toml")) == [str(tmp_path / "pack.toml")]


def test_every_change_shows(tmp_path: Path) -> None:
    """Another time, another size and another file each change the stamp."""
    path = write_pack(tmp_path)
    stamps = [stamp_of(path)]
    os.utime(tmp_path / "people.toml", ns=(5, 5))
    stamps.append(stamp_of(path))
    (tmp_path / "people.toml").write_text("# nothing\n", encoding="utf-8")
    os.utime(tmp_path / "people.toml", ns=(5, 5))
    stamps.append(stamp_of(path))
    (tmp_path / "more.toml").touch()
    stamps.append(stamp_of(path))
    assert len(set(stamps)) == 4
    assert stamp_of(path) == stamps[-1]
