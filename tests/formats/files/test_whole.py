"""Files are written whole or not at all, and never over what the player did not offer."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from qot_quiz.errors import QuizError
from qot_quiz.formats.files.whole import write_whole


def names(folder: Path) -> list[str]:
    """List what is in a folder, hidden files too."""
    return sorted(os.listdir(folder))


@pytest.fixture(params=["links", "no links"])
def goal(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a goal on a disk with hard links, and on one without."""
    if request.param == "no links":

        def refuse(*_: object) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(os, "link", refuse)
    return tmp_path / "scores.csv"


@pytest.mark.parametrize("force", [False, True])
def test_what_is_written(goal: Path, force: bool) -> None:
    """The parts come out as UTF-8 with their own line ends, for the player's eyes only, and nothing else is left."""
    write_whole(str(goal), iter(["é\r\n", "김\n"]), force)
    assert goal.read_bytes() == "é\r\n김\n".encode()
    assert names(goal.parent) == ["scores.csv"]
    if os.name == "posix":
        assert goal.stat().st_mode & 0o777 == 0o600


def test_a_name_without_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare name is a file of the current folder, and may be as long as the disk allows."""
    monkeypatch.chdir(tmp_path)
    write_whole("n" * 255, ["text"], False)
    assert (tmp_path / ("n" * 255)).read_text() == "text"


def test_an_existing_file_is_kept(goal: Path) -> None:
    """Without force a file is left as it is, and nothing is even asked of the source."""
    goal.write_text("mine")

    def parts() -> Iterator[str]:
        raise AssertionError
        yield ""

    with pytest.raises(QuizError, match=r"scores\.csv is there already") as caught:
        write_whole(str(goal), parts(), False)
    assert "--force" in caught.value.hint
    assert (caught.value.exit_code, goal.read_text(), names(goal.parent)) == (1, "mine", ["scores.csv"])


def test_an_existing_file_is_replaced_with_force(goal: Path) -> None:
    """With force the new file takes the place of the old one; who has the old one open still reads that."""
    goal.write_text("mine")
    with goal.open() as before:
        write_whole(str(goal), ["new"], True)
        assert (before.read(), goal.read_text(), names(goal.parent)) == ("mine", "new", ["scores.csv"])


def test_a_file_that_appears_meanwhile_is_kept(goal: Path) -> None:
    """A file that somebody else makes while ours is being written is not overwritten."""

    def parts() -> Iterator[str]:
        yield "ours"
        goal.write_text("theirs")

    with pytest.raises(QuizError, match="is there already"):
        write_whole(str(goal), parts(), False)
    assert (goal.read_text(), names(goal.parent)) == ("theirs", ["scores.csv"])


@pytest.mark.parametrize(
    "trouble", [ValueError(), KeyboardInterrupt(), QuizError("no"), UnicodeDecodeError("a", b"", 0, 1, "")]
)
@pytest.mark.parametrize("force", [False, True])
def test_a_source_that_fails(goal: Path, trouble: BaseException, force: bool) -> None:
    """A source that fails in the middle, or Ctrl-C, leaves the old file or none, and no temporary one."""

    def parts() -> Iterator[str]:
        yield "half" * 100_000
        assert any(name.endswith(".part") for name in names(goal.parent))
        raise trouble

    if force:
        goal.write_text("mine")
    before = names(goal.parent)
    with pytest.raises(type(trouble)):
        write_whole(str(goal), parts(), force)
    assert names(goal.parent) == before
    assert not force or goal.read_text() == "mine"


@pytest.mark.parametrize("calls", [("open",), ("fsync",), ("replace", "link")])
@pytest.mark.parametrize("force", [False, True])
def test_a_disk_that_fails(goal: Path, monkeypatch: pytest.MonkeyPatch, calls: tuple[str, ...], force: bool) -> None:
    """A disk that takes no more is one sentence with a hint, and leaves the old file or none."""
    if force:
        goal.write_text("mine")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        for call in calls:
            patch.setattr(os, call, fail)
        with pytest.raises(QuizError, match="cannot be written: No space left") as caught:
            write_whole(str(goal), ["new"], force)
    assert caught.value.hint.startswith("Free some space")
    assert names(goal.parent) == (["scores.csv"] if force else [])
    assert not force or goal.read_text() == "mine"


@pytest.mark.parametrize("there", [False, True])
def test_a_link_is_never_followed(goal: Path, there: bool) -> None:
    """A link at the goal counts as a file, wherever it leads; with force the link itself is replaced."""
    victim = goal.with_name("victim")
    if there:
        victim.write_text("theirs")
    goal.symlink_to(victim)
    with pytest.raises(QuizError, match="is a link, which is never followed"):
        write_whole(str(goal), ["ours"], False)
    write_whole(str(goal), ["ours"], True)
    assert not goal.is_symlink()
    assert goal.read_text() == "ours"
    assert (victim.read_text() == "theirs") if there else not victim.exists()


def test_a_link_that_appears_meanwhile_is_not_followed(goal: Path) -> None:
    """A link planted while the file is being written neither leads the file elsewhere nor is replaced unasked."""
    victim = goal.with_name("victim")

    def parts() -> Iterator[str]:
        yield "ours"
        goal.symlink_to(victim)

    with pytest.raises(QuizError, match="is a link, which is never followed"):
        write_whole(str(goal), parts(), False)
    assert goal.is_symlink()
    assert not victim.exists()
    goal.unlink()
    write_whole(str(goal), parts(), True)
    assert goal.read_text() == "ours"
    assert not victim.exists()


@pytest.mark.parametrize(
    ("path", "words"),
    [("", "names no file"), ("folder/", "names no file"), ("folder", "is a folder"), (".", "is a folder")],
)
def test_a_folder_is_no_goal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, words: str) -> None:
    """What names a folder is refused, with force too."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(QuizError, match=words):
        write_whole(path, ["text"], True)
    assert names(tmp_path) == ["folder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX")
@pytest.mark.parametrize("linked", [False, True])
def test_a_device_is_no_goal(tmp_path: Path, linked: bool) -> None:
    """A pipe or device, or a link to one such as /dev/stdout, is never replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "link").symlink_to(pipe)
    with pytest.raises(QuizError, match="a device or a pipe"):
        write_whole(str(tmp_path / ("link" if linked else "pipe")), ["text"], True)
    assert pipe.is_fifo()
    assert (tmp_path / "link").is_symlink()


@pytest.mark.skipif(not os.path.islink("/dev/stdout"), reason="only some systems have it")
@pytest.mark.usefixtures("capfd")
def test_standard_output_is_no_goal(monkeypatch: pytest.MonkeyPatch) -> None:
    """/dev/stdout is no goal even where it leads to a plain file, as it does here."""
    monkeypatch.delattr(os, "replace")  # lest the machine lose it
    monkeypatch.delattr(os, "link")
    assert stat.S_ISREG(os.stat("/dev/stdout").st_mode)
    with pytest.raises(QuizError, match="a device or a pipe"):
        write_whole("/dev/stdout", ["text"], True)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A folder is not made unasked."""
    with pytest.raises(QuizError, match="No such file or directory") as caught:
        write_whole(str(tmp_path / "no" / "scores.csv"), ["text"], False)
    assert caught.value.hint.startswith("Make the folder first")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only(tmp_path: Path) -> None:
    """A folder that takes no files is one sentence with a hint."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    with pytest.raises(QuizError, match="Permission denied") as caught:
        write_whole(str(folder / "scores.csv"), ["text"], False)
    assert caught.value.hint == "Choose a folder that you may write to."
    assert names(folder) == []


def test_what_killed_runs_have_left_goes(tmp_path: Path) -> None:
    """A half-written file or folder of long ago is cleared away; one that may be written still, and others', stay."""
    old, folder, young, other = (
        tmp_path / f"{name}.part" for name in (".qot-quiz-1", ".qot-quiz-2", ".qot-quiz-3", "x")
    )
    for file in (old, young, other):
        file.write_text("half")
    folder.mkdir()
    (folder / "pack.toml").write_text("half")
    for path in (old, folder, other):
        os.utime(path, (0, 0))
    write_whole(str(tmp_path / "scores.csv"), ["text"], False)
    assert names(tmp_path) == [".qot-quiz-3.part", "scores.csv", "x.part"]


@pytest.mark.skipif(os.name != "posix", reason="links as POSIX has them")
def test_no_link_is_followed_in_clearing_away(tmp_path: Path) -> None:
    """A link under the name of a half-written folder goes, and what it leads to stays."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    os.symlink(tmp_path / "mine", tmp_path / ".qot-quiz-1.part")
    os.utime(tmp_path / ".qot-quiz-1.part", (0, 0), follow_symlinks=False)
    write_whole(str(tmp_path / "scores.csv"), ["text"], False)
    assert names(tmp_path) == ["mine", "scores.csv"]
    assert names(tmp_path / "mine") == ["letter.txt"]
