"""Questions about the player in plain sentences: a line in, or one of several things by its number or name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qot_quiz.core.clean import visible
from qot_quiz.ui.leaving import Declined, Interrupted

MARGIN = 6
"""Columns left free beside a question that is broken."""

LEAVE = "q"
"""What leaves a question about the player; none of them takes it for a name."""


def line(question: str, sound: Callable[[str], bool | str]) -> str:
    """Ask until the answer will do.

    Args:
        question: What is asked; it may have several lines.
        sound: Says whether an answer will do: True, or why not.

    Raises:
        Leaving: The player left.
    """
    while True:
        try:
            answer = input("\n".join(broken(question)) + " ").strip()
        except (KeyboardInterrupt, EOFError) as left:
            raise Interrupted from left
        verdict = sound(answer)
        if verdict is True:
            return answer
        question = str(verdict)


def pick(question: str, choices: Mapping[str, str], away: str | None, at: int) -> str:
    """List what is offered, and ask which of it is wanted.

    Args:
        question: What is asked.
        choices: What is offered: a name for each, and the words shown.
        away: The name that `q` picks; None where it picks nothing.
        at: The place of what Enter alone picks, from 0.

    Raises:
        Declined: The player picks nothing.
        Leaving: The player left.
    """
    names = [*choices]
    offered = [f"{number}. {visible(shown)}" for number, shown in enumerate(choices.values(), 1)]
    leaves = "back" if away is None else choices[away].lower()
    ask = f"Which one, 1 to {len(names)}? (Enter for {at + 1}, {LEAVE}: {leaves})"

    def sound(answer: str) -> bool | str:
        known = answer in ("", LEAVE) or _meant(answer, [*choices.values()]) is not None
        return known or f"A number from 1 to {len(names)}, or {LEAVE}."

    answer = line("\n".join((question, *offered, ask)), sound)
    if answer != LEAVE:
        meant = _meant(answer, [*choices.values()])
        return names[at if meant is None else meant]
    if away is None:
        raise Declined
    return away


def broken(question: str) -> list[str]:
    """Break a question at its words where the window is narrow, with room for an answer behind it."""
    from shutil import get_terminal_size

    from qot_quiz.ui.wrapping import NARROWEST, WIDEST, wrapped

    width = max(NARROWEST, min(WIDEST, get_terminal_size().columns - MARGIN))
    return [part for row in question.split("\n") for part in wrapped(row, width)]


def _meant(answer: str, shown: list[str]) -> int | None:
    """Find the place of what an answer names: by its number, its words, or how it alone begins, as yes with a y."""
    if answer.isascii() and answer.isdecimal():
        return int(answer) - 1 if 1 <= int(answer) <= len(shown) else None
    wanted, words = answer.casefold(), [one.casefold() for one in shown]
    whole = [place for place, one in enumerate(words) if one == wanted]
    begun = whole or [place for place, one in enumerate(words) if wanted and one.startswith(wanted)]
    return begun[0] if len(begun) == 1 else None
