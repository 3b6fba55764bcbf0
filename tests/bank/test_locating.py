"""Finding a pack: fresh banks are used as they are, changed and damaged ones compiled anew."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from ast import literal_eval
from pathlib import Path

import pytest

from qot_quiz.bank import locating
from qot_quiz.bank.bank import Bank
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.locating import open_built_in, open_pack, open_source, source_of
from qot_quiz.errors import PackError, UsageError

from .sample import write_pack

WRONG = "the old boat", "the new boat"


def title(bank: Bank) -> tuple[str, ...]:
    """Take the wrong options of one question and close the bank."""
    item = bank.item("painter/where")
    bank.close()
    assert item is not None
    return item.wrong


def cached(cache: Path) -> tuple[Path, int]:
    """Tell the one file in the cache and which one it is on the disk."""
    (file,) = cache.iterdir()
    return file, file.stat().st_ino


def test_a_pack_is_compiled_into_a_private_cache(tmp_path: Path) -> None:
    """The first use of a folder compiles it into a cache that is made for its owner alone."""
    cache = tmp_path / "deep" / "cache"
    assert WRONG[0] in title(open_pack(write_pack(tmp_path / "pack"), str(cache)))
    assert cached(cache)[0].name.startswith("pack-")
    if os.name == "posix":
        assert stat.S_IMODE(cache.stat().st_mode) == 0o700


def test_an_unchanged_pack_is_not_compiled_again(tmp_path: Path) -> None:
    """The second use of a folder leaves the cached file alone."""
    path, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    open_pack(path, str(cache)).close()
    before = cached(cache)
    open_pack(path, str(cache)).close()
    assert cached(cache) == before


def test_a_changed_pack_is_compiled_again(tmp_path: Path) -> None:
    """A change of content shows in the next game."""
    path, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    open_pack(path, str(cache)).close()
    write_pack(tmp_path / "pack", {WRONG[0]: WRONG[1]})
    os.utime(tmp_path / "pack" / "people.toml", ns=(5, 5))
    assert WRONG[1] in title(open_pack(path, str(cache)))
    assert len(list(cache.iterdir())) == 1


def test_touched_files_are_compared_by_content(tmp_path: Path) -> None:
    """Files that only look changed keep the ready bank, whose new stamp is remembered in the cache."""
    path, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    ready = tmp_path / "ready.db"
    compile_pack(path, str(ready))
    before = ready.read_bytes()
    open_source(path, str(cache), str(ready)).close()
    assert not cache.exists()
    os.utime(tmp_path / "pack" / "people.toml", ns=(5, 5))
    assert WRONG[0] in title(open_source(path, str(cache), str(ready)))
    first = cached(cache)
    open_source(path, str(cache), str(ready)).close()
    assert (cached(cache), ready.read_bytes()) == (first, before)


def test_a_stale_ready_bank_is_left_for_the_cache(tmp_path: Path) -> None:
    """A ready bank of older content is neither used nor written."""
    path, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    ready = tmp_path / "ready.db"
    compile_pack(path, str(ready))
    before = ready.read_bytes()
    write_pack(tmp_path / "pack", {WRONG[0]: WRONG[1] + "s"})
    assert WRONG[1] + "s" in title(open_source(path, str(cache), str(ready)))
    assert ready.read_bytes() == before


def test_a_pack_that_went_wrong_leaves_no_bank_open(tmp_path: Path) -> None:
    """Where the changed files break a rule, the old banks that they were to be compared with are let go of."""
    path, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    open_pack(path, str(cache)).close()
    write_pack(tmp_path / "pack", {"spoils = 4": "spoils = 13"})
    with pytest.raises(PackError, match="has 1 fault") as caught:
        open_pack(path, str(cache))
    (banks,) = (each.locals["banks"] for each in caught.traceback if each.name == "_same_content")
    assert len(banks) == 1
    for _, bank in banks:
        with pytest.raises(PackError):
            bank.item("painter/where")


@pytest.mark.parametrize("damage", ["cut", "zeros", "foreign"])
def test_a_damaged_bank_is_compiled_again(tmp_path: Path, damage: str) -> None:
    """A torn or foreign file in the cache is never trusted."""
    path, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    open_pack(path, str(cache)).close()
    file, _ = cached(cache)
    data = file.read_bytes()
    file.write_bytes({"cut": data[:5000], "zeros": data[:4096] + bytes(len(data) - 4096), "foreign": b"x"}[damage])
    assert WRONG[0] in title(open_pack(path, str(cache)))
    assert file.read_bytes() == data


def test_without_a_cache_the_pack_is_played_all_the_same(tmp_path: Path) -> None:
    """Where the cache cannot be written the pack is compiled for one run and leaves nothing behind."""
    blocked = tmp_path / "file"
    blocked.touch()
    assert WRONG[0] in title(open_pack(write_pack(tmp_path / "pack"), str(blocked / "cache")))
    assert blocked.read_bytes() == b""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="only a plain user can be refused")
def test_a_read_only_cache_is_no_hindrance(tmp_path: Path) -> None:
    """A cache folder without the right to write is left as it is."""
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o500)
    assert WRONG[0] in title(open_pack(write_pack(tmp_path / "pack"), str(cache)))
    assert list(cache.iterdir()) == []


def test_one_file_is_a_pack(tmp_path: Path) -> None:
    """A TOML file can be named as a folder can, with its faults told."""
    write_pack(tmp_path)
    with pytest.raises(PackError, match="asks no question"):
        open_pack(str(tmp_path / "pack.toml"), str(tmp_path / "cache"))


def test_packs_of_one_name_do_not_meet_in_the_cache(tmp_path: Path) -> None:
    """Two folders of the same name are cached apart."""
    one = write_pack(tmp_path / "a" / "pack")
    two = write_pack(tmp_path / "b" / "pack", {WRONG[0]: WRONG[1]})
    cache = str(tmp_path / "cache")
    assert WRONG[0] in title(open_pack(one, cache))
    assert WRONG[1] in title(open_pack(two, cache))
    assert WRONG[0] in title(open_pack(one, cache))


@pytest.mark.parametrize("name", ["queen-of-tear", "", "a\0b"])
def test_unknown_names_are_refused(tmp_path: Path, name: str) -> None:
    """A name that is neither a pack nor a path is wrong usage, with the nearest name as a hint."""
    with pytest.raises(UsageError) as caught:
        open_pack(name, str(tmp_path))
    assert "queen-of-tears" in caught.value.hint


@pytest.mark.parametrize("path", ["no/such/folder", "missing.toml"])
def test_paths_that_are_not_there(tmp_path: Path, path: str) -> None:
    """A path that leads nowhere is named, and what a pack is."""
    with pytest.raises(UsageError, match=f"^{path} is not there") as caught:
        open_pack(path, str(tmp_path))
    assert "folder of .toml files" in caught.value.hint


def installed(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Pretend that the package lies somewhere else."""
    monkeypatch.setattr(locating, "COMPILED", str(home / "bank" / "compiled" / "queen-of-tears.db"))
    monkeypatch.setattr(locating, "_BESIDE", str(home / "bank" / "compiled" / "queen-of-tears"))
    monkeypatch.setattr(locating, "_CHECKOUT", str(home))


def test_an_installed_bank_is_used_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed bank needs no stamp, and a folder of questions beside the package is not its source."""
    home = tmp_path / "site-packages"
    installed(monkeypatch, home)
    (home / "bank" / "compiled").mkdir(parents=True)
    source = write_pack(home / "bank" / "compiled" / "queen-of-tears")
    compile_pack(source, locating.COMPILED, stamped=False)
    write_pack(home / "questions", {WRONG[0]: WRONG[1]})
    cache = tmp_path / "cache"
    assert WRONG[0] in title(open_built_in(str(cache)))
    assert not cache.exists()


def test_the_built_in_source_lies_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The source of the built-in pack is the checkout's folder, or the TOML files beside an installed bank."""
    installed(monkeypatch, tmp_path)
    assert source_of("queen-of-tears") == str(tmp_path / "bank" / "compiled" / "queen-of-tears")
    (tmp_path / "questions").mkdir()
    (tmp_path / "pyproject.toml").touch()
    assert source_of("queen-of-tears") == str(tmp_path / "questions")
    assert source_of(str(tmp_path)) == str(tmp_path)


def test_a_torn_installed_bank_is_rebuilt_from_its_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The TOML files beside a torn installed bank stand in for it, compiled in the cache."""
    home = tmp_path / "site-packages"
    installed(monkeypatch, home)
    write_pack(home / "bank" / "compiled" / "queen-of-tears")
    Path(locating.COMPILED).write_bytes(b"torn")
    assert WRONG[0] in title(open_built_in(str(tmp_path / "cache")))
    assert Path(locating.COMPILED).read_bytes() == b"torn"


def test_a_checkout_follows_its_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a checkout an edited question shows at once, although the build is older."""
    home = tmp_path / "checkout"
    installed(monkeypatch, home)
    (home / "bank" / "compiled").mkdir(parents=True)
    (home / "pyproject.toml").touch()
    compile_pack(write_pack(home / "questions"), locating.COMPILED)
    cache = tmp_path / "cache"
    assert WRONG[0] in title(open_built_in(str(cache)))
    assert not cache.exists()
    write_pack(home / "questions", {WRONG[0]: WRONG[1] + "s"})
    assert WRONG[1] + "s" in title(open_built_in(str(cache)))


def test_a_fresh_pack_loads_no_compiler(tmp_path: Path) -> None:
    """Opening a fresh pack and drawing from it imports neither parser nor checks."""
    path, cache = write_pack(tmp_path / "pack"), str(tmp_path / "cache")
    ready = str(tmp_path / "ready.db")
    compile_pack(path, ready)
    code = (
        "import sys\n"
        "from qot_quiz.bank.locating import open_source\n"
        "from qot_quiz.core.draw import Filters\n"
        f"bank = open_source({path!r}, {cache!r}, {ready!r})\n"
        "bank.count(Filters()); list(bank.walk(Filters(), 'easy', 0)); bank.item('painter/who')\n"
        "banned = {'tomllib', 'json', 're', 'pathlib', 'dataclasses', 'difflib', 'tempfile', 'shutil',\n"
        "          'qot_quiz.bank.reading', 'qot_quiz.bank.check', 'qot_quiz.bank.compiling'}\n"
        "print(sorted(banned & set(sys.modules)))\n"
    )
    bare = "import sys, msgspec, sqlite3; print(sorted(sys.modules))"
    runs = [[sys.executable, "-c", text] for text in (code, bare)]
    told = [subprocess.run(run, capture_output=True, text=True, check=True).stdout for run in runs]
    loaded, needed = (set(literal_eval(text)) for text in told)
    assert loaded - needed == set()
