"""Inputs thrown at the program's entrances: command lines, answers, settings, damaged files of games, codes."""

from __future__ import annotations

import io
import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TextIO
from unittest import mock

from hostile.corpus import HONEST, HOSTILE
from hostile.shown import harmful
from surroundings.commands import Template, every

from qot_quiz.__main__ import main

LONGEST = 300
"""Characters of the longest text thrown."""

OPTIONS = """
--mode --difficulty -d --topic --kind --questions -n --up-to --timer --player -p --seed --code --pack --plain --json
--no-color --answers --format --force --since --fix --restore --due --same --links --flagged --date --take-back --text
--svg --to --strict --yes --discard -h --version -
"""
CODE = "QT1-0001-1E9H-W9SN-MAXE-SY1B-8VNX-1GGE-PNA0-5203-Y843"
VALUES = f"""
easy medium hard classic blitz survival ladder marathon daily review party choice typed number off 10 x1.5 0 -1 16
9007199254740992 1e9 0x10 ٣ 2026-11-22 2026-02-30 all csv html json none queen-of-tears mine installed player mode
answers.txt games.csv questions.gift . .. ./mine {CODE}
"""
LINES = (
    "1",
    "2",
    "a",
    "b,c",
    "c,a,b",
    "1,3",
    "s",
    "",
    "f",
    "?",
    "w",
    "u",
    "!",
    "!bad",
    "q",
    "=",
    "==",
    "=Seoul",
    "12",
    "2024-04-28",
    "-1",
    "1e99",
)


class Fuzz:
    """Throws inputs, and notes those that end badly.

    Args:
        folder: A folder to work in.
        cache: The compiled built-in pack.
        seed: Of the inputs.
    """

    def __init__(self, folder: Path, cache: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.template = Template(folder / "template", cache)
        self.home, self.desk = self.template.copy(folder / "work")
        self.games = (self.home / "games.db").read_bytes()
        self.commands = list(every())
        self.texts = [text[:LONGEST] for text in (*HOSTILE.values(), *HONEST.values()) if "\0" not in text]
        self.codes: Counter[int | str] = Counter()
        self.findings: list[str] = []

    def throw(self, count: int) -> None:
        """Throw this many inputs, each kind in its turn."""
        kinds: tuple[Callable[[], None], ...] = (self.words, self.answers, self.setting, self.games_file, self.code)
        here = os.getcwd()
        os.chdir(self.desk)
        try:
            for number in range(count):
                if number % 250 == 0:
                    self._fresh()
                kinds[number % len(kinds)]()
        finally:
            os.chdir(here)

    def words(self) -> None:
        """Throw a command line."""
        words = list(self.template.filled(self.chance.choice(self.commands)))
        for _ in range(self.chance.randrange(4)):
            at = self.chance.randrange(len(words) + 1)
            words[at : at + self.chance.randrange(2)] = [self._word()]
        self._run(words)

    def answers(self) -> None:
        """Throw a file of answers."""
        lines = [self.chance.choice((*LINES, *LINES, self._text())) for _ in range(self.chance.randrange(16))]
        data = "\n".join(lines).encode("utf-8", "surrogatepass")
        (self.desk / "thrown").write_bytes(self._mutated(data, 0.2))
        mode = self.chance.choice(("classic", "blitz", "survival", "ladder"))
        self._run(["play", "--mode", mode, "--answers", "thrown", "--seed", str(self.chance.randrange(99)), "--json"])

    def setting(self) -> None:
        """Throw a setting, and play with it."""
        key = self.chance.choice(
            ("player", "up-to", "mode", "difficulty", "topic", "kind", "questions", "timer", "theme")
        )
        self._run(["settings", "set", key, self._word()])
        self._run(self.chance.choice((["settings"], ["settings", "--json"], ["play"], ["stats"])))

    def games_file(self) -> None:
        """Throw a damaged file of games."""
        for name in os.listdir(self.home):
            if name.startswith("games."):
                (self.home / name).unlink()
        (self.home / "games.db").write_bytes(self._mutated(self.games, 1))
        for words in self.chance.sample(
            (["scores"], ["stats"], ["resume"], ["play"], ["doctor"], ["doctor", "--fix"], ["scores", "export", "-"]), 2
        ):
            self._run(words)

    def code(self) -> None:
        """Throw a challenge code."""
        code = self._mutated(CODE.encode() if self.chance.random() < 0.8 else b"QT1-", 1).decode("latin-1")
        self._run(["play", "--code", code.replace("\0", ""), "--answers", "answers.txt"])

    def _word(self) -> str:
        word = self.chance.choice(
            (self.chance.choice(OPTIONS.split()), self.chance.choice(VALUES.split()), self._text())
        )
        if self.chance.random() < 0.2 and word:
            at = self.chance.randrange(len(word))
            word = (
                word[:at]
                + chr(self.chance.choice((self.chance.randrange(1, 128), self.chance.randrange(128, 0x3000))))
                + word[at + self.chance.randrange(2) :]
            )
        return word.replace("/", "")

    def _text(self) -> str:
        return self.chance.choice(self.texts)

    def _mutated(self, data: bytes, share: float) -> bytes:
        if self.chance.random() > share or not data:
            return data
        out = bytearray(data)
        for _ in range(self.chance.choice((1, 1, 2, 5, 30, 200))):
            at = self.chance.randrange(len(out))
            match self.chance.randrange(5):
                case 0:
                    out[at] = self.chance.randrange(256)
                case 1:
                    out[at] ^= 1 << self.chance.randrange(8)
                case 2:
                    out[at : at + 4] = self.chance.randbytes(4)
                case 3:
                    out[at % 100] = self.chance.choice((0, 1, 127, 128, 255))
                case _ if self.chance.random() < 0.05:
                    del out[at:]
                    out += b"x"
        return bytes(out)

    def _fresh(self) -> None:
        for folder, source in ((self.home, self.template.home), (self.desk, self.template.desk)):
            for name in os.listdir(folder):
                path = folder / name
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
            shutil.copytree(source, folder, dirs_exist_ok=True)

    def _run(self, words: list[str]) -> None:
        typed = "".join(self.chance.choice(LINES) + "\n" for _ in range(12))
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        began, code = time.monotonic(), self._ended(words, typed, out, err)
        self.codes[code] += 1
        err.flush()
        said = err.buffer.getvalue().decode("utf-8", "replace")
        wrong = "" if code in (0, 1, 2) else self._log()
        wrong += "; can be obeyed" if harmful(said) else ""
        wrong += "; slow" if time.monotonic() - began > 20 else ""
        if wrong:
            self.findings.append(f"{words!r}: {code}: {said[-300:]!r} {wrong}")

    def _ended(self, words: list[str], typed: str, out: TextIO, err: TextIO) -> int | str:
        """Run a command in this process, and give its exit code, or what it raised."""
        source = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
        here = mock.patch.multiple("sys", argv=["qot-quiz", *words], stdin=source, stdout=out, stderr=err)
        with here, mock.patch.dict(os.environ, QOT_QUIZ_HOME=str(self.home)):
            try:
                main()
            except SystemExit as ended:
                return ended.code or 0
            except BaseException as error:
                return type(error).__name__
        return 0

    def _log(self) -> str:
        log = self.home / "log" / "bug.txt"
        return "\n" + log.read_text(encoding="utf-8")[-1500:] if log.exists() else "badly"


def fuzz(count: int, seed: int, folder: Path) -> Fuzz:
    """Throw inputs, and give what became of them."""
    from qot_quiz.bank.locating import open_built_in

    open_built_in(str(folder / "cache")).close()
    thrown = Fuzz(folder, folder / "cache", seed)
    thrown.throw(count)
    return thrown
