"""Running the program in tests: in this process where that will do, as a child process where it will not."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from qot_quiz.__main__ import main
from qot_quiz.bank.locating import open_pack
from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import MODES
from qot_quiz.core.setup import Setup

ROOT = Path(__file__).parent.parent
"""The folder of the checkout."""

SEEDED = ("play", "--seed", "7", "--up-to", "16")
"""A game that is the same in every run of one pack."""


class Result(NamedTuple):
    """How a run of the program ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object on standard output."""
        assert self.out.count("\n") == 1, self
        read: dict[str, Any] = json.loads(self.out)
        return read

    @property
    def json_lines(self) -> dict[str, Any]:
        """The one JSON object on standard output, however many lines it takes."""
        read: dict[str, Any] = json.loads(self.out)
        return read


class Quiz:
    """Calls the program's `main` as a shell would.

    Args:
        monkeypatch: Puts the process back as it was.
        captured: What is written meanwhile.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._captured = captured

    def __call__(self, *words: str, typed: str = "") -> Result:
        """Run one command.

        Args:
            words: The command line without the program's name.
            typed: What stands on standard input.
        """
        self._monkeypatch.setattr(sys, "argv", ["qot-quiz", *words])
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
        self._captured.readouterr()
        code: str | int | None = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code
        assert isinstance(code, int)
        return Result(code, *self._captured.readouterr())


def run(*words: str, typed: str = "", env: Mapping[str, str] | None = None, before: tuple[str, ...] = ()) -> Result:
    """Run one command as a child process, from the folder of the checkout.

    Args:
        words: The command line without the program's name.
        typed: What stands on standard input.
        env: Variables of the surroundings besides those of this process.
        before: Options of the interpreter.
    """
    done = subprocess.run(
        [sys.executable, *before, "-m", "qot_quiz", *words],
        input=typed,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)


def answers_file(folder: Path, *lines: str) -> str:
    """Write an answers file and give its path."""
    file = folder / "answers.txt"
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(file)


def drawn_deck(quiz: Quiz, folder: Path, *words: str) -> list[dict[str, Any]]:
    """Play a classic game by passing every question, and give its answers, solutions among them."""
    answers: list[dict[str, Any]] = quiz(*words, "--json", "--answers", answers_file(folder, *PASSED)).json["answers"]
    return answers


PASSED = ("s",) * 10
"""An answers file that passes every question of a classic game."""


def seed_where(wanted: Callable[[list[str]], bool]) -> str:
    """Find the first seed for which a classic game of the built-in pack has the kinds of question that a test needs.

    Args:
        wanted: Says whether the kinds of the ten questions, in order, will do.
    """
    with tempfile.TemporaryDirectory() as cache:
        bank = open_pack("queen-of-tears", cache)
        for seed in range(10_000):
            rules, filters = MODES["classic"].rules, Filters(up_to=16)
            setup = Setup("", "classic", rules, filters, 10, seed, True, bank.meta.id, bank.meta.digest)
            if wanted([question.item.kind for question in MODES["classic"].draw(bank, setup, ())]):
                bank.close()
                return str(seed)
    raise LookupError("no such game among the first 10,000 seeds")
