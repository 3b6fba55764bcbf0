"""What the tests of real consumers share: every question of the built-in pack that a format carries."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from formats.reading import written
from qot_quiz.bank.locating import open_built_in
from qot_quiz.core.question import Item
from qot_quiz.formats import leaving


def export(format: str, cache: Path) -> tuple[list[Item], bytes]:
    """Write the built-in pack.

    Args:
        format: A name of `FORMATS`.
        cache: An empty folder.

    Returns:
        The questions that the format carries, and the file.
    """
    with closing(open_built_in(str(cache))) as bank:
        kept = list(leaving(format)(bank.questions()))
    return kept, written(format, kept)
