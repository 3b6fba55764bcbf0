"""Large packs are found, compared and installed as small ones are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qot_quiz.bank import compiling, installing
from qot_quiz.bank.installed import open_installed
from qot_quiz.bank.installing import add
from qot_quiz.bank.locating import open_pack, open_source
from qot_quiz.bank.stamps import stamp_of
from qot_quiz.errors import PackError

from .sample import write_pack
from .streams import row, rows, write_stream


def cached(cache: Path) -> dict[str, int]:
    """Tell the files in the cache and which ones they are on the disk."""
    return {file.name: file.stat().st_ino for file in cache.iterdir()}


def test_only_a_changed_pack_is_compiled_again(tmp_path: Path) -> None:
    """A changed line is noticed, and no other pack is touched."""
    cache = tmp_path / "cache"
    paths = [write_stream(tmp_path / "one", rows(20)), write_stream(tmp_path / "two", rows(20))]
    for path in paths:
        open_pack(path, str(cache)).close()
    before = cached(cache)
    write_stream(tmp_path / "two", [*rows(20), row(20)])
    banks = [open_pack(path, str(cache)) for path in paths]
    assert [bank.position("q00020") for bank in banks] == [None, 20]
    for bank in banks:
        bank.close()
    changed = [name for name, inode in cached(cache).items() if before[name] != inode]
    assert [name.startswith("two-") for name in changed] == [True]


def test_a_touched_pack_is_compared_by_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that only look changed are hashed, not compiled, and their new stamp is remembered."""
    path, cache = write_stream(tmp_path / "pack", rows(20)), tmp_path / "cache"
    open_source(path, str(cache)).close()
    os.utime(tmp_path / "pack" / "questions.jsonl", ns=(5, 5))
    monkeypatch.setattr(compiling, "_stream", None)
    open_source(path, str(cache)).close()
    bank = open_source(path, str(cache))
    assert bank.stamp == stamp_of(path)
    bank.close()
    file = tmp_path / "pack" / "questions.jsonl"
    file.write_bytes(file.read_bytes().replace(b"mile 7 ", b"mile 8 "))
    with pytest.raises(TypeError):  # nothing is left but to compile it
        open_source(path, str(cache))


def test_a_large_pack_is_installed(tmp_path: Path) -> None:
    """The copy that is installed plays after the source has gone, and the count is told."""
    path = write_stream(tmp_path / "pack", rows(300))
    added = add(path, str(tmp_path / "packs"), force=False)
    assert (added.id, added.questions, added.warnings) == ("towns", 300, 0)
    (tmp_path / "pack" / "questions.jsonl").unlink()
    bank = open_installed(str(tmp_path / "packs"), "towns", str(tmp_path / "cache"))
    assert bank.position("q00299") == 299
    bank.close()
    assert not (tmp_path / "cache").exists()


def test_a_large_pack_with_a_fault_is_not_installed(tmp_path: Path) -> None:
    """A line that breaks a rule is told by the path that the player named, and nothing is left."""
    path = write_stream(tmp_path / "pack", [row(1), row(2, difficulty="extreme")])
    with pytest.raises(PackError, match=r"questions\.jsonl:2: unknown difficulty") as caught:
        add(path, str(tmp_path / "packs"), force=False)
    assert path in caught.value.message
    assert ".aside" not in caught.value.message
    assert os.listdir(tmp_path / "packs") == []


def test_lines_have_a_measure_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of TOML files does not hold for lines, and theirs does not for TOML files."""
    monkeypatch.setattr(installing, "MOST_STREAMED", 1000)
    with pytest.raises(PackError, match="is larger"):
        add(write_stream(tmp_path / "pack", rows(20)), str(tmp_path / "packs"), force=False)
    add(write_pack(tmp_path / "other"), str(tmp_path / "packs"), force=False)
