"""Installing packs: a checked copy, all or nothing, out of nobody else's files."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from qot_quiz.bank import installing
from qot_quiz.bank.installed import BANK, POINTER, names, open_installed, source
from qot_quiz.bank.installing import add, remove
from qot_quiz.bank.reading import FILE_LIMIT
from qot_quiz.errors import PackError, UsageError

from .sample import DATES, PACK, write_pack

TITLE = 'title = "The Lighthouse"'
HEAD = '[pack]\nid = "tiny"\ntitle = "Tiny"\n[[topic]]\nid = "all"\ntitle = "All"\n'
QUESTION = (
    '[[question]]\nid = "q"\nkind = "number"\ndifficulty = "easy"\nask = "How many days?"\nwhy = "So."\nanswer = '
)

posix = pytest.mark.skipif(os.name != "posix", reason="as POSIX has it")


def title(packs: Path, name: str = "lighthouse") -> str:
    """Open an installed pack for its title."""
    bank = open_installed(str(packs), name, str(packs.parent / "cache"))
    bank.close()
    return bank.meta.title


def test_a_copy_is_installed(tmp_path: Path) -> None:
    """The copy is played whatever becomes of the folder it came from, and is counted with its warnings."""
    written, packs = tmp_path / "written", tmp_path / "deep" / "packs"
    added = add(write_pack(written, pack='\n[[topic]]\nid = "idle"\ntitle = "Idle"\n'), str(packs), force=False)
    for file in written.iterdir():
        file.unlink()
    assert (added.id, added.title, added.questions, added.warnings, added.replaced) == (
        "lighthouse", "The Lighthouse", 5, 1, False,
    )  # fmt: skip
    assert title(packs) == "The Lighthouse"
    assert sorted(os.listdir(source(str(packs), "lighthouse"))) == [
        BANK, "dates.toml", "names.toml", "pack.toml", "people.toml",
    ]  # fmt: skip


@posix
def test_a_pack_is_its_owners_alone(tmp_path: Path) -> None:
    """Folders are made with 0700, the new ones above them as well, and files with 0600."""
    add(write_pack(tmp_path / "written"), str(tmp_path / "new" / "packs"), force=False)
    for folder, _, files in os.walk(tmp_path / "new"):
        assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700, folder
        assert {stat.S_IMODE(os.stat(os.path.join(folder, file)).st_mode) for file in files} <= {0o600}


def test_a_single_file_is_installed(tmp_path: Path) -> None:
    """One file is a pack as well, even if its own name would be hidden in a folder."""
    file = tmp_path / ".one.toml"
    file.write_text(PACK.partition("[[accept]]")[0] + DATES.replace('topic = "dates"\n', "").replace(
        "[[fact]]", '[[fact]]\ntopic = "dates"'), encoding="utf-8")  # fmt: skip
    assert add(str(file), str(tmp_path / "packs"), force=False).questions == 3
    assert os.listdir(source(str(tmp_path / "packs"), "lighthouse")).count("pack.toml") == 1


def test_a_taken_id_is_refused_unless_forced(tmp_path: Path) -> None:
    """A second pack of the same id changes nothing; with force it takes the first one's place, and leaves no trace."""
    packs = tmp_path / "packs"
    add(write_pack(tmp_path / "one"), str(packs), force=False)
    other = write_pack(tmp_path / "two", {TITLE: 'title = "Other"'})
    with pytest.raises(PackError, match="installed already"):
        add(other, str(packs), force=False)
    assert title(packs) == "The Lighthouse"
    assert add(other, str(packs), force=True).replaced
    assert title(packs) == "Other"
    assert sorted(name[:5] for name in os.listdir(packs / "lighthouse")) == ["copy-", POINTER[:5]]
    assert os.listdir(packs) == ["lighthouse"]


@pytest.mark.parametrize("force", [False, True])
def test_the_built_in_id_is_never_given_away(tmp_path: Path, force: bool) -> None:
    """Another's pack cannot take the built-in id, by which seen and flagged questions are kept."""
    other = write_pack(tmp_path / "other", {'id = "lighthouse"': 'id = "queen-of-tears"'})
    with pytest.raises(UsageError, match="comes with the program"):
        add(other, str(tmp_path / "packs"), force=force)
    assert os.listdir(tmp_path / "packs") == []


@pytest.mark.parametrize("id", ["../../evil", "/tmp/evil", "..", "a/b", "CON:", "x" * 65])
def test_ids_are_never_paths(tmp_path: Path, id: str) -> None:
    """A pack that calls itself a path is refused, and nothing is written outside or inside."""
    other = write_pack(tmp_path / "other", {'id = "lighthouse"': f'id = "{id}"'})
    before = set(tmp_path.rglob("*"))
    with pytest.raises((PackError, UsageError)):
        add(other, str(tmp_path / "packs"), force=True)
    assert set(tmp_path.rglob("*")) - before == {tmp_path / "packs"}


def test_faults_are_told_by_the_path_that_was_named(tmp_path: Path) -> None:
    """A pack with errors is not installed; the message speaks of the folder that the player knows."""
    other = write_pack(tmp_path / "other", {'ask = "What does Kim A-ra paint at night?"\n': ""})
    with pytest.raises(PackError, match=r"other has 1 fault: people\.toml") as caught:
        add(other, str(tmp_path / "packs"), force=False)
    assert caught.value.hint == f"Run qot-quiz pack check {other} for the whole list."
    assert names(str(tmp_path / "packs")) == []


@posix
@pytest.mark.parametrize("kind", ["out", "within", "pipe"])
def test_only_plain_files_are_copied(tmp_path: Path, kind: str) -> None:
    """A link in the folder is not followed, wherever it leads, and a pipe is not waited for."""
    other = tmp_path / "other"
    write_pack(other)
    extra = other / "zz.toml"
    if kind == "pipe":
        os.mkfifo(extra)
    else:
        extra.symlink_to(tmp_path / "secret.toml" if kind == "out" else other / "names.toml")
    (tmp_path / "secret.toml").write_text("secret = 1", encoding="utf-8")
    with pytest.raises(PackError, match=r"zz\.toml is (a link|no plain file)"):
        add(str(other), str(tmp_path / "packs"), force=False)
    assert names(str(tmp_path / "packs")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD + QUESTION + "9" * 400_000, "more than 20000 characters"),
        (HEAD + QUESTION + "0x" + "f" * 400_000, "more than 20000 characters"),
        (HEAD + QUESTION + "1." + "9" * 400_000, "more than 20000 characters"),
        (HEAD + QUESTION + "[" * 10_000 + "]" * 10_000, "nested too deeply"),
        (HEAD + "x = " + "{a=" * 10_000 + "1" + "}" * 10_000, "nested too deeply"),
        (HEAD + "a." * 200_000 + "a = 1", "a key has more than 4 parts"),
        (HEAD + "[" + '"a" . ' * 50_000 + "a]", "a key has more than 4 parts"),
        (HEAD + "".join(f"{n}.a.b.c = 1\n" for n in range(30_000)), "too many values, lists and tables"),
        (HEAD + "x = [" + "[]," * 150_000 + "]", "too many values, lists and tables"),
        (HEAD + "#" * FILE_LIMIT, "larger than 512 KiB"),
        ("SQLite format 3\0" + "\0" * 4096, "no valid TOML"),
        ("\ud800", "not UTF-8"),
    ],
    ids=[
        "digits",
        "hex",
        "point",
        "arrays",
        "tables",
        "keys",
        "header",
        "many keys",
        "many lists",
        "large",
        "sqlite",
        "utf-8",
    ],
)
def test_hostile_files_are_refused(tmp_path: Path, text: str, words: str) -> None:
    """What is too long, too deep or no TOML is one sentence, and nothing is installed."""
    file = tmp_path / "hostile.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(PackError, match=words):
        add(str(file), str(tmp_path / "packs"), force=False)
    assert os.listdir(tmp_path / "packs") == []


def test_what_is_no_pack_is_refused(tmp_path: Path) -> None:
    """A compiled bank is no pack to add, and neither is a path where nothing lies; nothing is made for either."""
    (tmp_path / "bank.db").write_bytes(b"SQLite format 3\0")
    for name, words in (("bank.db", "is no pack"), ("nowhere", "is not there"), ("", "is not there")):
        with pytest.raises(UsageError, match=words):
            add(str(tmp_path / name) if name else "", str(tmp_path / "packs"), force=False)
    assert not (tmp_path / "packs").exists()


def test_a_pack_has_its_measure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many files, and too many bytes of them together, are refused."""
    other = write_pack(tmp_path / "other")
    for limit, most, words in (("FILES_LIMIT", 3, "has 4 files"), ("FOLDER_LIMIT", 1000, "is larger")):
        with monkeypatch.context() as patched:
            patched.setattr(installing, limit, most)
            with pytest.raises(PackError, match=words):
                add(other, str(tmp_path / "packs"), force=False)
    assert os.listdir(tmp_path / "packs") == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Where no folder can be made, that is one sentence."""
    (tmp_path / "file").touch()
    with pytest.raises(PackError, match="cannot be installed"):
        add(write_pack(tmp_path / "other"), str(tmp_path / "file" / "packs"), force=False)


def test_removing_takes_all_of_it(tmp_path: Path) -> None:
    """A removed pack leaves nothing, and can be added again; a damaged one is removed alike."""
    packs = tmp_path / "packs"
    other = write_pack(tmp_path / "other")
    for damaged in (False, True):
        add(other, str(packs), force=False)
        if damaged:
            (packs / "lighthouse" / POINTER).unlink()
        remove("lighthouse", str(packs))
        assert os.listdir(packs) == []


def test_leftovers_go_after_a_day(tmp_path: Path) -> None:
    """What a crash left aside is cleared away by a later command, and what is new, perhaps another's, is not."""
    packs = tmp_path / "packs"
    for name, age in ((".aside-old", 2 * installing.STALE_S), (".aside-new", 0)):
        (packs / name).mkdir(parents=True)
        made = (packs / name).stat().st_mtime
        os.utime(packs / name, (made - age, made - age))
    add(write_pack(tmp_path / "other"), str(packs), force=False)
    assert sorted(os.listdir(packs)) == [".aside-new", "lighthouse"]


@posix
def test_what_a_killed_process_left_goes_at_once(tmp_path: Path) -> None:
    """The folder of a process that has ended is cleared away by the next command; that of one at work stays."""
    packs = tmp_path / "packs"
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    for pid in (dead.pid, os.getpid()):
        (packs / f".aside-{pid}-00aa").mkdir(parents=True)
    add(write_pack(tmp_path / "other"), str(packs), force=False)
    assert sorted(os.listdir(packs)) == [f".aside-{os.getpid()}-00aa", "lighthouse"]


CRASHES = """
import os, sys
from qot_quiz.bank.installed import names, open_installed
from qot_quiz.bank.installing import add, remove

packs, cache, old, new, what = sys.argv[1:]
COUNTED = ("open", "os.", "shutil.", "sqlite3.")

def act():
    if what == "remove":
        remove("lighthouse", packs)
    else:
        add(new, packs, force=what == "replace")

def crash_at(n):
    left = n
    def hook(event, _):
        nonlocal left
        if event.startswith(COUNTED):
            left -= 1
            if not left:
                os._exit(9)
    sys.addaudithook(hook)
    act()
    os._exit(0)

for n in range(1, 10_000):
    if what == "add":
        for name in names(packs):
            remove(name, packs)
    else:
        add(old, packs, force=True)
    child = os.fork()
    if not child:
        crash_at(n)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    found = []
    for name in names(packs):
        bank = open_installed(packs, name, cache)
        found.append(bank.meta.title)
        bank.close()
    print(ended, *found)
    if not ended:
        break
"""
"""Lets a child crash at its first touch of a file, at its second and so on, and tells what is installed after each."""


@posix
@pytest.mark.parametrize(
    ("what", "before", "after"), [("add", "", "New"), ("replace", "Old", "New"), ("remove", "Old", "")]
)
def test_a_crash_leaves_the_old_or_the_new(tmp_path: Path, what: str, before: str, after: str) -> None:
    """Whenever a command is cut off, the pack is as before or as wanted, and sound; later cuts never undo it."""
    old, new = (write_pack(tmp_path / name, {TITLE: f'title = "{name}"'}) for name in ("Old", "New"))
    given = [str(tmp_path / "packs"), str(tmp_path / "cache"), old, new, what]
    done = subprocess.run([sys.executable, "-c", CRASHES, *given], capture_output=True, text=True, check=False)
    told = [line.partition(" ") for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert [ended for ended, _, _ in told[:-1]] == ["9"] * (len(told) - 1)
    assert told[-1] == ("0", " " if after else "", after)
    states = [state for _, _, state in told]
    turn = states.index(after)
    assert turn > 0
    assert states == [before] * turn + [after] * (len(states) - turn)
