"""Questions to the player about the player: a name, how far one has watched, and menus, asked through questionary."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qot_quiz.core.clean import visible
from qot_quiz.ui.leaving import Interrupted


def name() -> str:
    """Ask for a player's name; Enter alone takes the name of this machine's user, or "player".

    Raises:
        Interrupted: The player left.
    """
    import getpass

    try:
        usual = visible(getpass.getuser())
    except (KeyError, OSError):
        usual = "player"
    return _text(f"Your name? (Enter for {usual})") or usual


def watched(title: str, episodes: int, usual: int = 0) -> int:
    """Ask how many episodes one has watched.

    Args:
        title: The drama's title.
        episodes: How many regular episodes it has.
        usual: What Enter alone means; none at first, so that nothing is spoiled by haste.

    Raises:
        Interrupted: The player left.
    """

    def sound(answer: str) -> bool | str:
        answer = answer.strip()
        sound = not answer or (answer.isascii() and answer.isdecimal() and int(answer) <= episodes)
        return sound or f"A number from 0 (none yet) to {episodes} (all)."

    question = f"Episodes of {visible(title)} you have watched, 0 to {episodes}? (Enter for {usual})"
    return int(_text(question, sound) or usual)


def pick(question: str, choices: Mapping[str, str]) -> str:
    """Ask for one of several things.

    Args:
        question: What is asked.
        choices: What is offered: a name for each, and the words shown.

    Raises:
        Interrupted: The player left.
    """
    import questionary

    offered = [questionary.Choice(visible(shown), value=name) for name, shown in choices.items()]
    try:
        return str(questionary.select(question, choices=offered, instruction=" ").unsafe_ask())
    except (KeyboardInterrupt, EOFError) as left:
        raise Interrupted from left


def _text(question: str, sound: Callable[[str], bool | str] | None = None) -> str:
    import questionary

    try:
        return str(questionary.text(question, validate=sound).unsafe_ask()).strip()
    except (KeyboardInterrupt, EOFError) as left:
        raise Interrupted from left
