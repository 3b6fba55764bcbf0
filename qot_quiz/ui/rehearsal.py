"""What an answer will need is loaded and worked out while the player reads, so that the verdict comes at once."""

from __future__ import annotations

from rich.cells import cell_len

from qot_quiz.core import kinds
from qot_quiz.core.question import PickOne, Question, TypeIn
from qot_quiz.ui import words
from qot_quiz.ui.signs import TWINS


def rehearse(question: Question) -> None:
    """Get ready for the answer to a question that is on the screen; no clock may run meanwhile.

    The first text costs about 100 ms of imports and 10 ms of tables, any other answer 1 to 2 ms.

    Args:
        question: What is asked.
    """
    cell_len("".join(TWINS))
    words.date(words.ISO_DAY)
    shape = kinds.shape(question)
    if not isinstance(shape, PickOne):
        import fractions  # noqa: F401 - part credit
    if isinstance(shape, TypeIn):
        import qot_quiz.ui.lineprompt  # noqa: F401 - questionary

        kinds.rehearse(question)
