"""Questions to the player about the player: a name, how far one has watched, and menus."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from qot_quiz.core.clean import visible
from qot_quiz.ui.leaving import Declined, Interrupted

MARGIN = 6
"""Columns left free beside a question that is broken."""


def name(sound: Callable[[str], bool | str], plain: bool = False) -> str:
    """Ask for a player's name; Enter alone takes the name of this machine's user, or "player".

    Args:
        sound: Says whether a name will do: True, or why not.
        plain: Whether to ask in a line, without drawing.

    Raises:
        Leaving: The player left.
    """
    import getpass

    try:
        usual = visible(getpass.getuser())
    except (KeyError, OSError):
        usual = "player"
    return _text(f"Your name? (Enter for {usual})", lambda answer: sound(answer.strip() or usual), plain) or usual


def fellow(number: int, enough: bool, sound: Callable[[str], bool | str], plain: bool = False) -> str:
    """Ask for the name of one of several players.

    Args:
        number: Which one, from 1.
        enough: Whether there are enough already, so that Enter alone ends the asking.
        sound: Says whether a name will do: True, or why not.
        plain: Whether to ask in a line, without drawing.

    Returns:
        The name, empty for "nobody else".

    Raises:
        Leaving: The player left.
    """
    end = " (Enter alone: nobody else)" if enough else ""
    return _text(f"Player {number}?{end}", lambda answer: (enough and not answer.strip()) or sound(answer), plain)


def watched(title: str, episodes: int, usual: int = 0, plain: bool = False) -> int:
    """Ask how many episodes one has watched.

    Args:
        title: The drama's title.
        episodes: How many regular episodes it has.
        usual: What Enter alone means; none at first, so that nothing is spoiled by haste.
        plain: Whether to ask in a line, without drawing.

    Raises:
        Leaving: The player left.
    """

    def sound(answer: str) -> bool | str:
        answer = answer.strip()
        sound = not answer or (answer.isascii() and answer.isdecimal() and int(answer) <= episodes)
        return sound or f"A number from 0 (none yet) to {episodes} (all)."

    question = f"Episodes of {visible(title)} you have watched, 0 to {episodes}? (Enter for {usual})"
    return int(_text(question, sound, plain) or usual)


def pick(question: str, choices: Mapping[str, str], away: str | None = None) -> str:
    """Ask for one of several things, on a terminal that can be drawn on.

    Args:
        question: What is asked.
        choices: What is offered: a name for each, and the words shown.
        away: The name that Escape and `q` pick; None where they leave the program.

    Raises:
        Leaving: The player left.
    """
    from rich.console import Console

    from qot_quiz.ui.keys import Keys
    from qot_quiz.ui.picking import Menu
    from qot_quiz.ui.theme import THEMES, dress, told

    console = Console(highlight=False, markup=False, emoji=False, force_terminal=True)
    dress(console, told(os.environ.get("TERM", ""), os.environ.get("COLORFGBG", "")) or THEMES[0])
    with Keys() as keys:
        return Menu(console, keys, question, choices, away).pick()


def _text(question: str, sound: Callable[[str], bool | str], plain: bool) -> str:
    if plain:
        try:
            return _line(question, sound)
        except (KeyboardInterrupt, EOFError) as left:
            raise Interrupted from left
    from qot_quiz.ui.keys import Keys
    from qot_quiz.ui.typed import Typed, read_text

    with Keys() as keys:
        answer = read_text(keys, _broken(question) + " ", {"escape": "away"}, sound=sound)
    if not isinstance(answer, Typed):
        raise Declined
    return answer.text.strip()


def _broken(question: str) -> str:
    """Break a question at its words where the window is narrow, with room for an answer behind it."""
    from shutil import get_terminal_size

    from qot_quiz.ui.plain import NARROWEST, wrapped

    return " " + "\n  ".join(wrapped(question, max(NARROWEST, get_terminal_size().columns - MARGIN)))


def _line(question: str, sound: Callable[[str], bool | str]) -> str:
    """Ask in plain sentences until the answer will do, for screen readers and simple terminals."""
    while True:
        answer = input(f"{question} ").strip()
        verdict = sound(answer)
        if verdict is True:
            return answer
        question = str(verdict)
