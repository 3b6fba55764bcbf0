"""The script for PowerShell, held against that shell's grammar where the shell itself cannot be had."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from running import Quiz


@pytest.fixture
def parses() -> Callable[[str], bool]:
    """Say whether a text is a script of PowerShell."""
    tree_sitter = pytest.importorskip("tree_sitter", reason="tree-sitter is not here (extra: consumers)")
    grammar = pytest.importorskip("tree_sitter_powershell", reason="no grammar of PowerShell here (extra: consumers)")
    parser = tree_sitter.Parser(tree_sitter.Language(grammar.language()))
    return lambda script: not parser.parse(script.encode()).root_node.has_error


def test_the_script_for_powershell_is_one(quiz: Quiz, parses: Callable[[str], bool]) -> None:
    """What is printed for PowerShell parses, and does not any more when its last brace is missing."""
    script = quiz("completion", "powershell").out
    assert parses(script)
    assert not parses(script.rstrip().removesuffix("}"))
