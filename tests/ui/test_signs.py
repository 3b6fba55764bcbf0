"""Signs where they cannot be carried, and characters that no terminal draws alike."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unicodedata import east_asian_width, name

import pexpect
import pytest
from rich.cells import cell_len
from running import PASSED, ROOT, answers_file, run

from qot_quiz.ui import signs

NARROW = (
    {"PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""},
    {"PYTHONIOENCODING": "cp437"},
    {"PYTHONIOENCODING": "cp949"},
)
"""Surroundings whose output carries little: a C locale as Python 3.11 takes it unasked, and legacy code pages."""


def _texts(folder: str) -> Iterator[tuple[Path, str]]:
    """Give the text constants of the program's modules in a folder, docstrings among them."""
    for file in sorted((ROOT / "qot_quiz" / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield file, node.value


def test_every_sign_has_a_twin() -> None:
    """What screens draw beyond ASCII has a plain twin as wide as itself, so that no layout breaks."""
    drawn = {
        sign
        for folder in ("ui", "cli")
        for _, text in _texts(folder)
        for sign in text
        if sign > "~" and sign.isprintable()
    }
    assert {"✔", "♥", "·"} <= drawn
    for sign in drawn:
        twin = signs.twin(sign)
        assert twin.isascii()
        assert twin != signs.UNKNOWN or sign == "□", name(sign)
        assert len(twin) == cell_len(sign)


def test_verdicts_stay_apart() -> None:
    """Signs that tell one thing from another have twins that do so, too."""
    for family in ("✔✘◐–○", "●◐○", "♥♡", "★☆", "░▒▓█·", "▁▂▃▄▅▆▇█"):
        assert len({signs.twin(sign) for sign in family}) == len(family), family


@pytest.mark.parametrize(
    ("text", "encoding", "legible"),
    [
        ("✔ Right · 김수현", "ascii", "+ Right - ??????"),
        ("✔ Right · 김수현", "cp949", "+ Right · 김수현"),
        ("Café, „jour“ fixe", "ascii", 'Cafe, ?jour" fixe'),
        ("Café", "latin-1", "Café"),
        ("plain", "ascii", "plain"),
    ],
)
def test_legible(text: str, encoding: str, legible: str) -> None:
    """What an encoding carries stays; accents fall, signs become their twins, a wide character two marks."""
    assert signs.legible(text, encoding) == legible


def _bytes(env: dict[str, str], *words: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "qot_quiz", *words],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("env", NARROW, ids=lambda env: env.get("PYTHONIOENCODING") or "C")
def test_a_game_in_narrow_surroundings(env: dict[str, str], ready: Path, tmp_path: Path) -> None:
    """A whole game of a Korean player, boards, statistics, facts and a card are written, and data stays UTF-8."""
    encoding = env["PYTHONIOENCODING"] or "ascii"
    game = ("play", "--seed", "7", "--up-to", "16", "--answers", answers_file(tmp_path, *PASSED))
    assert run(*game, "--player", "김수현").code == 0
    for words in (game, ("scores",), ("facts", "--up-to", "16"), ("no-such",)):
        code, out, err = _bytes(env, *words)
        told = out.decode(encoding) + err.decode(encoding)
        assert code == (2 if words == ("no-such",) else 0), told
    assert ("김수현" if encoding == "cp949" else "??????") in _bytes(env, "scores")[1].decode(encoding)
    code, out, _ = _bytes(env, "facts", "Netflix", "--json")
    assert code == 0
    assert json.loads(out.decode("utf-8"))["pack"] == "queen-of-tears"


def test_a_screen_in_ascii(ready: Path) -> None:
    """A drawn game on a terminal that reads ASCII sends nothing else, typed lines and menus among it."""
    assert run("settings", "set", "player", "Ann").code == 0
    assert run("settings", "set", "up-to", "16").code == 0
    env = {**os.environ, "TERM": "xterm-256color", "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}
    words = ["-m", "qot_quiz", "play", "--kind", "typed", "--mode", "survival"]
    child = pexpect.spawn(sys.executable, words, env=env, timeout=20, dimensions=(30, 80))
    child.expect(b" >")
    child.expect(b"answer")
    child.send("김".encode())
    child.expect(rb"\?\?")
    child.send(b"\x7fs\r")
    child.expect(b"- .*Passed")
    child.expect(b"Enter")
    child.send(b"q")
    child.expect(pexpect.EOF)
    menu = pexpect.spawn(sys.executable, ["-m", "qot_quiz"], env=env, timeout=20, dimensions=(30, 80))
    menu.expect(b"> ")
    menu.expect(b"Leave")
    assert (child.before + child.after if isinstance(child.after, bytes) else child.before).isascii()
    assert menu.before.isascii()
    menu.send(b"\x03")
    menu.expect(pexpect.EOF)


@pytest.mark.parametrize(
    ("locale", "spared"),
    [
        ({"LC_ALL": "C"}, False),
        ({"LC_ALL": "POSIX", "LANG": "C.UTF-8"}, False),
        ({"LANG": "C"}, False),
        ({}, True),
        ({"LC_ALL": "", "LANG": "C.UTF-8"}, True),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, True),
        ({"LC_ALL": "C", "PYTHONUTF8": "1"}, True),
    ],
)
@pytest.mark.usefixtures("ready")
def test_a_locale_by_its_name(locale: dict[str, str], spared: bool) -> None:
    """A terminal in a locale named C gets ASCII, though Python takes it for UTF-8; where none is named, it is UTF-8."""
    assert run("settings", "set", "player", "김수현").code == 0
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    env = {**kept, **locale, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    child = pexpect.spawn(sys.executable, ["-m", "qot_quiz", "stats"], env=env, timeout=20, dimensions=(60, 80))
    child.expect(pexpect.EOF)
    assert ("김수현".encode() if spared else b"??????") in child.before
    assert child.before.isascii() != spared
    assert "김수현" in _bytes({**locale, "PYTHONIOENCODING": ""}, "stats")[1].decode()  # a pipe takes names, not looks


def _joined(text: str) -> list[str]:
    """Find what makes several characters one: joiners, variation selectors, flags, skin tones and keycaps."""
    joiners = ((0x200D, 0x200D), (0xFE00, 0xFE0F), (0x20E3, 0x20E3))
    spans = (*joiners, (0x1F1E6, 0x1F1FF), (0x1F3FB, 0x1F3FF), (0xE0020, 0xE007F))
    return [character for character in text if any(first <= ord(character) <= last for first, last in spans)]


def test_nothing_is_joined() -> None:
    """Our own texts hold no emoji that terminals measure differently: nothing joined, no flag, no wide picture."""
    own = [*_texts("ui"), *_texts("cli")]
    own += [(file, file.read_text(encoding="utf-8")) for file in sorted((ROOT / "questions").rglob("*.toml"))]
    assert len(own) > 100
    for file, text in own:
        assert not _joined(text), file
        wide = [one for one in text if east_asian_width(one) == "W" and ord(one) > 0xFFFF]
        assert not wide, (file, wide)


def test_what_is_joined_is_found() -> None:
    """The search finds a family, a flag and a heart made red."""
    assert all(_joined(text) for text in ("\U0001f468\u200d\U0001f469", "\U0001f1f0\U0001f1f7", "\u2665\ufe0f"))
    assert not _joined("♥ ✔ 김수현")
