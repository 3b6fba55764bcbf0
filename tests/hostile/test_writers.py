"""Nothing that lies in the way of a file being written is followed, harmed or left half-written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from running import Quiz

from hostile.writers import GIFT, PACK, writers

EVERY = tuple(writers())

THERE = ("file", "link to nowhere", "folder", "link", "hard link", "link to a folder")
CALLS = ("fsync", "replace", "link", "rename")
PIPES = ("pipe", "link to a pipe", "link to a device")
# All of them for every writer take half a minute: those that share the piece that writes a file share these, too.

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links, pipes and modes as POSIX has them")


@pytest.fixture
def desk(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with nothing in it, beside files that every writer needs."""
    (tmp_path / "one.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / "questions.gift").write_text(GIFT, encoding="utf-8")
    assert quiz("play", "--pack", "one.toml", "-n", "1", "--json", typed="s\n").code == 0
    (tmp_path / "desk").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "letter").write_text("dear", encoding="utf-8")
    return tmp_path / "desk"


def kept(desk: Path) -> bool:
    """Whether what lies elsewhere, which links lead to, is as it was."""
    elsewhere = desk.parent / "elsewhere"
    return os.listdir(elsewhere) == ["letter"] and (elsewhere / "letter").read_text(encoding="utf-8") == "dear"


def same(path: Path) -> tuple[int, int, int]:
    """Tell a file or link from every other, and from itself once it is written to."""
    state = path.lstat()
    return state.st_ino, state.st_size, state.st_mtime_ns


def refused(quiz: Quiz, words: tuple[str, ...], goal: Path) -> str:
    """Assert that a command refuses its goal in words, and give them."""
    ended = quiz(*words)
    assert ended.code == 1, (words, ended)
    assert str(goal) in ended.err
    return ended.err


def owned(path: Path) -> bool:
    """Whether a file, or a folder with all in it, is for its owner alone."""
    if path.is_dir():
        return path.stat().st_mode & 0o777 == 0o700 and all(map(owned, path.iterdir()))
    return path.stat().st_mode & 0o777 == 0o600


@pytest.fixture
def umask() -> Iterator[Callable[[int], object]]:
    """Give what sets the umask, which is put back."""
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


def test_what_is_written_is_for_its_owner_alone(quiz: Quiz, desk: Path, umask: Callable[[int], object]) -> None:
    """Whatever the umask, files have mode 0600 and folders 0700, and nothing else is left beside them."""
    for at, writer in enumerate((*EVERY, *EVERY[::4])):
        umask(0o000 if at < len(EVERY) else 0o077)
        goal = desk / str(at) / writer.goal
        goal.parent.mkdir()
        for force in (False, True)[: writer.forced + 1]:
            code, _, err = quiz(*writer.to(str(goal), force))
            assert code == 0, err
            assert owned(goal), (writer, oct(goal.stat().st_mode))
            assert os.listdir(goal.parent) == [goal.name]


@pytest.mark.parametrize("there", THERE)
def test_what_is_there_is_kept(quiz: Quiz, desk: Path, there: str) -> None:
    """Without --force whatever has the goal's name stays as it is; with it that name alone is given to the new file."""
    victim = desk.parent / "elsewhere" / "letter"
    leads = {"link": victim, "link to nowhere": victim.with_name("none"), "link to a folder": victim.parent}
    for at, writer in enumerate(EVERY):
        if not writer.folder and (at + THERE.index(there)) % 3:
            continue
        goal = desk / str(at) / writer.goal
        goal.parent.mkdir()
        if there == "file":
            goal.write_text("mine", encoding="utf-8")
        elif there == "folder":
            goal.mkdir()
            (goal / "pack.toml").write_text("mine", encoding="utf-8")
        elif there == "hard link":
            goal.hardlink_to(victim)
        else:
            goal.symlink_to(leads[there])
        before = same(goal)
        said = refused(quiz, writer.to(str(goal)), goal)
        assert "is a link" in said or there not in leads, said
        assert (same(goal), os.listdir(goal.parent), kept(desk)) == (before, [goal.name], True)
        if writer.forced and there == "folder":
            refused(quiz, writer.to(str(goal), force=True), goal)
        elif writer.forced:
            assert quiz(*writer.to(str(goal), force=True)).code == 0
            assert not goal.is_symlink()
            assert (owned(goal), os.listdir(goal.parent), kept(desk)) == (True, [goal.name], True)


def test_a_device_is_no_goal(quiz: Quiz, desk: Path) -> None:
    """A pipe or a device is neither waited for, nor written to, nor replaced."""
    os.mkfifo(desk / "fifo")
    leads = {"link to a pipe": desk / "fifo", "link to a device": Path("/dev/full")}
    for at, writer in enumerate(EVERY):
        goal = desk / str(at) / writer.goal
        goal.parent.mkdir()
        if (there := PIPES[at % len(PIPES)]) in leads:
            goal.symlink_to(leads[there])
        else:
            os.mkfifo(goal)
        before = same(goal)
        for force in (False, True)[: writer.forced + 1]:
            refused(quiz, writer.to(str(goal), force), goal)
            assert (same(goal), os.listdir(goal.parent)) == (before, [goal.name])


def test_a_guessed_name_of_a_half_written_file(quiz: Quiz, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even whoever knows under which name a file is half-written leads nothing elsewhere by a link of that name."""
    monkeypatch.setattr(os, "urandom", lambda count: b"\0" * count)
    for at, writer in enumerate(EVERY):
        goal = desk / str(at) / writer.goal
        goal.parent.mkdir()
        for name in ("letter", "none", "") if writer.folder else ("letter",):
            planted = goal.parent / f".qot-quiz-{'00' * 8}.part"
            planted.symlink_to(desk.parent / "elsewhere" / name)
            refused(quiz, writer.to(str(goal)), goal)
            assert kept(desk), writer
            assert not goal.exists()
            planted.unlink(missing_ok=True)


@pytest.mark.parametrize("trouble", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()], ids=["full", "^C"])
def test_what_breaks_off(quiz: Quiz, desk: Path, monkeypatch: pytest.MonkeyPatch, trouble: BaseException) -> None:
    """A full disk, or Ctrl-C, in the middle leaves what was there whole, and nothing half-written."""

    def broken(*_: object, **__: object) -> None:
        raise trouble

    for at, writer in enumerate(EVERY):
        for call in CALLS if writer.folder else (CALLS[at % 3],):
            goal = desk / f"{at}-{call}" / writer.goal
            goal.parent.mkdir()
            if writer.forced:
                goal.write_text("mine", encoding="utf-8")
            with monkeypatch.context() as patch:
                patch.setattr(os, call, broken)
                ended = quiz(*writer.to(str(goal), writer.forced))
            if call != "fsync" and ended.code == 0:  # it has no need of that call
                assert owned(goal)
                continue
            assert ended.code == (1 if isinstance(trouble, OSError) else 130), ended
            assert os.listdir(goal.parent) == ([goal.name] if writer.forced else []), writer
            assert not writer.forced or goal.read_text(encoding="utf-8") == "mine"


def test_a_name_that_is_no_text(quiz: Quiz, desk: Path) -> None:
    """A name that no disk can hold is wrong usage, and leaves nothing half-written."""
    for writer in EVERY[::3]:
        ended = quiz(*writer.to(f"desk/\ud800{writer.goal}"))
        assert ended.code == 2, ended
        assert "<U+D800>" in ended.err
        assert os.listdir(desk) == [], writer


def test_a_folder_with_a_slash(quiz: Quiz, desk: Path) -> None:
    """A folder may be named with a slash behind it, as shells complete names."""
    for writer in EVERY:
        if writer.folder:
            assert quiz(*writer.to(f"desk/{writer.name}/")).code == 0
            assert owned(desk / writer.name)
