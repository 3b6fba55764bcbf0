"""Getting ready for an answer: what its verdict needs is there before it is given."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest
from running import ROOT

SOURCE = """
import sys
sys.path[:0] = ["tests", "tests/ui"]
import importlib, io
from qot_quiz.core import game, moves
from qot_quiz.core.steps import step
from qot_quiz.ui import layout, theme
from qot_quiz.ui.rehearsal import rehearse
from samples import setup

begun, (asked,) = game.begin(setup(), importlib.import_module(PACK).deck(ID))
console = theme.dressed("dark", False, True)
console.file = io.StringIO()
console.print(*layout.question(asked, setup().rules, False))
REHEARSE(asked.question)
ready = set(sys.modules)
for given in GIVEN:
    _, (event,) = step(begun, moves.Answer(0, given))
    console.print(*layout.verdict(event, setup().rules, False, False, lambda parts: True))
print(*sorted(set(sys.modules) - ready))
"""
"""Judges and draws some answers, and tells which modules were loaded for that."""

TYPED = [("Kim Ji-won",), ("kim jiwon",), ("Kim Ji-wonn",), ("김지원",), ("somebody else",), ("",)]


def _loaded(pack: str, id: str, given: Sequence[tuple[str, ...]], rehearse: str = "rehearse") -> list[str]:
    source = SOURCE.replace("PACK", repr(pack)).replace("ID", repr(id)).replace("GIVEN", repr(given))
    command = [sys.executable, "-c", source.replace("REHEARSE", rehearse)]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()


@pytest.mark.parametrize(
    ("pack", "id", "given"),
    [
        ("samples", "lead/actor", [("a",), ("b",), ()]),
        ("samples", "heroine/actress", TYPED),
        ("shapes", "rating/finale", [("24.85",), ("about 24",), ("twenty",), ("",)]),
        ("shapes", "first/day", [("9 March 2024",), ("2024-03-10",), ("March",), ("",)]),
        ("shapes", "story/order", [("a", "b", "c", "d"), ("b", "a", "c", "d"), ("d", "c", "b", "a")]),
        ("shapes", "family/actors", [("a",), ("b",), ("a", "b", "c"), ("d", "e")]),
    ],
)
def test_a_verdict_loads_nothing(pack: str, id: str, given: list[tuple[str, ...]]) -> None:
    """After the rehearsal no answer, whatever it is, has to wait until a module is loaded."""
    assert _loaded(pack, id, given) == []


def test_a_verdict_on_a_text_loads_much() -> None:
    """Without it, the first text that is judged waits for the judge and for what measures slips."""
    loaded = _loaded("samples", "heroine/actress", TYPED, "str")
    assert {"qot_quiz.core.judging", "rapidfuzz"} <= set(loaded)
