"""Every reason to refuse has its sentence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import msgspec
import shaped

import qot_quiz
from qot_quiz.core.setup import Rules
from qot_quiz.ui import refusals

RAISED = {"NotNow", "Senseless"}


def _reasons() -> Iterator[str]:
    """List the reasons that the code of the core gives."""
    for file in (Path(qot_quiz.__file__).parent / "core").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
                yield from (part.value for part in ast.walk(node.args[0]) if _is_text(part))  # type: ignore[attr-defined]


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_every_reason_has_a_sentence() -> None:
    """No reason of the engine or of the line grammar is without words."""
    reasons = set(_reasons())
    assert {"over", "early", "ready", "deal", "walk", "option", "number"} <= reasons
    assert reasons <= set(refusals.REFUSALS)


def test_unknown_reason() -> None:
    """A reason that nobody knows yet is refused in general words."""
    assert refusals.told("tomorrow") == "That means nothing now."
    assert refusals.told("early") == "There is time left."


def test_a_help_that_a_mode_never_has() -> None:
    """Where the rules of the game have no such help, that is said; where they have it, that none is left."""
    assert refusals.told("hint", Rules(fifty=1)) == "This mode has no hints."
    assert refusals.told("fifty", Rules(hints=True)) == "This mode has no fifty-fifty."
    helpful = Rules(fifty=1, hints=True)
    assert refusals.told("hint", helpful) == "There is no hint left for this question."
    assert refusals.told("fifty", helpful) == refusals.told("fifty")


def test_a_key_that_means_nothing() -> None:
    """Where options stand, the keys that mean something are named: those left, and a hint as long as there is one."""
    asked = shaped.asked("family/actors")
    whole = "There is no such option here: 1 to 6, ? for a hint, or s to pass."
    assert refusals.pressed("option", asked) == whole
    few = msgspec.structs.replace(asked, removed=("b", "c"), hint_left=0)
    assert refusals.pressed("words", few) == "That key does nothing here: 1, 4, 5 and 6, or s to pass."
    assert refusals.pressed("nothing", asked) == refusals.told("nothing")


def test_a_help_that_is_used_up() -> None:
    """A fifty-fifty that was there and is used is told apart from one that cannot be used here."""
    assert refusals.told("spent") == "The fifty-fifty is used up."
