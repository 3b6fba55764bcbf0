"""Installed packs: found by name alone, and never trusted further than their files go."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from qot_quiz.bank.installed import BANK, POINTER, is_name, names, open_installed, source
from qot_quiz.bank.installing import add
from qot_quiz.bank.locating import open_pack, source_of
from qot_quiz.errors import PackError, UsageError

from .sample import write_pack


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """Give a folder of packs in which the lighthouse is installed."""
    add(write_pack(tmp_path / "written"), str(tmp_path / "packs"), force=False)
    return tmp_path / "packs"


def copy_of(packs: Path, name: str = "lighthouse") -> Path:
    """Name the folder of the copy that counts."""
    return Path(source(str(packs), name))


@pytest.mark.parametrize("word", ["a", "my-drama", "x2-3", "a" * 64])
def test_ids_are_names(word: str) -> None:
    """Kebab-case words can be names."""
    assert is_name(word)


@pytest.mark.parametrize("word", ["", ".", "..", "../x", "a/b", "A", "a--b", "-a", "a-", "a b", "ä", "a\n", "a" * 65])
def test_paths_and_others_are_no_names(word: str) -> None:
    """Whatever could lead elsewhere is no name."""
    assert not is_name(word)


def test_only_packs_are_listed(packs: Path) -> None:
    """Files, folders on their way and folders of other names are left out; a missing folder holds none."""
    (packs / "readme").touch()
    (packs / ".aside-1").mkdir()
    (packs / "Not a name").mkdir()
    (packs / "broken").mkdir()
    assert names(str(packs)) == ["broken", "lighthouse"]
    assert names(str(packs / "nowhere")) == []


def test_a_name_comes_before_a_path(packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the name of an installed pack is meant only where it is written as a path."""
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "lighthouse", {'title = "The Lighthouse"': 'title = "Beside"'})
    cache = str(tmp_path / "cache")
    for name, title in (("lighthouse", "The Lighthouse"), ("./lighthouse", "Beside")):
        bank = open_pack(name, cache, str(packs))
        assert bank.meta.title == title
        bank.close()
    assert source_of("lighthouse", str(packs)) == str(copy_of(packs))
    assert source_of("lighthouse") == "lighthouse"


def test_a_misspelt_name_is_put_right(packs: Path, tmp_path: Path) -> None:
    """An unknown name comes with the installed pack that was probably meant."""
    with pytest.raises(UsageError) as caught:
        open_pack("lighthuose", str(tmp_path / "cache"), str(packs))
    assert 'Did you mean "lighthouse"?' in caught.value.hint


def test_the_installed_bank_needs_no_cache(packs: Path, tmp_path: Path) -> None:
    """A sound pack is opened as it was compiled."""
    open_installed(str(packs), "lighthouse", str(tmp_path / "cache")).close()
    assert not (tmp_path / "cache").exists()


def test_an_installed_pack_loads_no_compiler(packs: Path, tmp_path: Path) -> None:
    """Playing by name needs neither parser nor checks."""
    code = (
        "import sys\n"
        "from qot_quiz.bank.locating import open_pack\n"
        f"bank = open_pack('lighthouse', {str(tmp_path / 'cache')!r}, {str(packs)!r})\n"
        "print(bank.meta.id, sorted({'tomllib', 're', 'json', 'pathlib', 'difflib', 'shutil',\n"
        "    'qot_quiz.bank.reading', 'qot_quiz.bank.check', 'qot_quiz.bank.compiling'} & set(sys.modules)))\n"
    )
    bare = "import sys, msgspec, sqlite3; print('lighthouse', sorted({'re', 'json', 'pathlib'} & set(sys.modules)))"
    runs = [[sys.executable, "-c", text] for text in (code, bare)]
    told, needed = (subprocess.run(run, capture_output=True, text=True, check=True).stdout for run in runs)
    assert told == needed


def hostile(path: Path) -> None:
    """Write a database with a trigger, and a view without end, in place of a bank."""
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE meta (key, value)")
        db.execute(
            "CREATE VIEW question AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
        )
        db.execute("CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM meta; END")
    db.close()


@pytest.mark.parametrize("damage", [Path.unlink, hostile, lambda path: path.write_bytes(b"torn")])
def test_a_bank_that_is_not_ours_is_compiled_anew(packs: Path, tmp_path: Path, damage: object) -> None:
    """The TOML files are what counts: a bank that is gone, torn or another's is compiled in the cache instead."""
    assert callable(damage)
    damage(copy_of(packs) / BANK)
    bank = open_installed(str(packs), "lighthouse", str(tmp_path / "cache"))
    assert sum(1 for _ in bank.questions()) == 5
    bank.close()
    assert len(list((tmp_path / "cache").iterdir())) == 1


@pytest.mark.parametrize("words", ["", "../../written", "copy-/..", "copy-zz", "copy-00", "\xff" * 9, "x" * 10_000])
def test_a_pointer_leads_nowhere_else(packs: Path, tmp_path: Path, words: str) -> None:
    """A pointer that names no copy of this pack is damage, told with the way out."""
    (packs / "lighthouse" / POINTER).write_bytes(words.encode("latin-1"))
    with pytest.raises(PackError, match="lighthouse is damaged") as caught:
        open_installed(str(packs), "lighthouse", str(tmp_path / "cache"))
    assert "pack remove lighthouse" in caught.value.hint


def test_a_pack_keeps_its_own_name(packs: Path, tmp_path: Path) -> None:
    """A pack edited to call itself by another's id is refused, since games and flags are kept by it."""
    head = copy_of(packs) / "pack.toml"
    head.write_text(head.read_text(encoding="utf-8").replace("lighthouse", "queen-of-tears", 1), encoding="utf-8")
    with pytest.raises(PackError, match="calls itself queen-of-tears"):
        open_installed(str(packs), "lighthouse", str(tmp_path / "cache"))


def test_a_broken_source_is_told_by_the_name(packs: Path, tmp_path: Path) -> None:
    """Faults in the files of an installed pack are told as that pack's."""
    (copy_of(packs) / "people.toml").write_text("[[question", encoding="utf-8")
    with pytest.raises(PackError, match=r"The installed pack lighthouse: .*people\.toml: no valid TOML"):
        open_installed(str(packs), "lighthouse", str(tmp_path / "cache"))
