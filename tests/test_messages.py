"""What every message keeps to: values stand between double quotation marks, commands between none."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from running import ROOT, Quiz

FILES = sorted((ROOT / "qot_quiz").rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_one_style_of_quotation_marks(file: Path) -> None:
    """No text shows a value as Python would write it, and no error has other quotation marks than double ones."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        assert not (isinstance(node, ast.FormattedValue) and node.conversion == ord("r")), node.lineno
        if isinstance(node, ast.Raise) and node.exc is not None:
            for text in ast.walk(node.exc):
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    assert not set(text.value) & set("`“”"), text.lineno
                    assert " '" not in text.value, text.lineno


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("play", "-n", "x"), 'Invalid value for "--questions" / "-n": "x" is not a whole number.'),
        (("plya",), 'No such command "plya". Did you mean "play"?'),
        (("play", "--mode", "clasic"), 'There is no mode "clasic".\nDid you mean "classic"?'),
        (("pack", "check", "quen-of-tears"), 'There is no pack "quen-of-tears".\nDid you mean "queen-of-tears"?'),
    ],
)
def test_what_is_wrong_on_a_command_line(quiz: Quiz, words: tuple[str, ...], told: str) -> None:
    """The parser's own messages read as the program's do."""
    done = quiz(*words)
    assert done.code == 2
    assert told in done.err
