"""Questions to the player about the player: a name, how far one has watched, and menus, asked through questionary."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qot_quiz.core.clean import visible
from qot_quiz.ui.leaving import Interrupted


def name(sound: Callable[[str], bool | str], plain: bool = False) -> str:
    """Ask for a player's name; Enter alone takes the name of this machine's user, or "player".

    Args:
        sound: Says whether a name will do: True, or why not.
        plain: Whether to ask in a line, without drawing.

    Raises:
        Interrupted: The player left.
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
        Interrupted: The player left.
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
        Interrupted: The player left.
    """

    def sound(answer: str) -> bool | str:
        answer = answer.strip()
        sound = not answer or (answer.isascii() and answer.isdecimal() and int(answer) <= episodes)
        return sound or f"A number from 0 (none yet) to {episodes} (all)."

    question = f"Episodes of {visible(title)} you have watched, 0 to {episodes}? (Enter for {usual})"
    return int(_text(question, sound, plain) or usual)


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


def _text(question: str, sound: Callable[[str], bool | str], plain: bool) -> str:
    try:
        if plain:
            return _line(question, sound)
        import questionary

        return str(questionary.text(question, validate=sound).unsafe_ask()).strip()
    except (KeyboardInterrupt, EOFError) as left:
        raise Interrupted from left


def _line(question: str, sound: Callable[[str], bool | str]) -> str:
    """Ask in plain sentences until the answer will do, for screen readers and simple terminals."""
    while True:
        answer = input(f"{question} ").strip()
        verdict = sound(answer)
        if verdict is True:
            return answer
        question = str(verdict)
