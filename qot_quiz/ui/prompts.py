"""Questions to the player about the player: a name, how far one has watched, and menus."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from qot_quiz.core.clean import visible
from qot_quiz.ui.asking import LEAVE, broken, line
from qot_quiz.ui.asking import pick as pick_plainly
from qot_quiz.ui.leaving import Declined, Interrupted

if TYPE_CHECKING:
    from rich.console import Console

    from qot_quiz.ui.keys import Keys

ALL = "all"
"""The word for every episode."""


class Look(msgspec.Struct, frozen=True):
    """How something is asked.

    Args:
        plain: In lines, without drawing.
        no_color: Without colour.
        theme: For which background, one of `theme.THEMES`.
    """

    plain: bool = False
    no_color: bool = False
    theme: str = "auto"


LOOK = Look()


def name(sound: Callable[[str], bool | str], look: Look = LOOK) -> str:
    """Ask for a player's name; Enter alone takes the name of this machine's user, or "player".

    Args:
        sound: Says whether a name will do: True, or why not.
        look: How to ask.

    Raises:
        Leaving: The player left.
    """
    import getpass

    try:
        usual = visible(getpass.getuser())
    except (KeyError, OSError):
        usual = "player"
    return _or_leave("Your name?", [f"Enter for {usual}"], lambda said: sound(said.strip() or usual), look) or usual


def fellow(number: int, enough: bool, sound: Callable[[str], bool | str], look: Look = LOOK) -> str:
    """Ask for the name of one of several players.

    Args:
        number: Which one, from 1.
        enough: Whether there are enough already, so that Enter alone ends the asking.
        sound: Says whether a name will do: True, or why not.
        look: How to ask.

    Returns:
        The name, empty for "nobody else".

    Raises:
        Leaving: The player left.
    """
    end = ["Enter alone: nobody else"] if enough else []
    return _or_leave(f"Player {number}?", end, lambda said: (enough and not said.strip()) or sound(said), look)


def watched(title: str, episodes: int, usual: int = 0, look: Look = LOOK) -> int:
    """Ask how many episodes one has watched.

    Args:
        title: The drama's title.
        episodes: How many regular episodes it has.
        usual: What Enter alone means; none at first, so that nothing is spoiled by haste.
        look: How to ask.

    Raises:
        Leaving: The player left.
    """

    def sound(answer: str) -> bool | str:
        answer = answer.strip()
        sound = answer.casefold() in ("", ALL) or 0 <= _counted(answer) <= episodes
        return sound or f"A number from 0 (none yet) to {episodes} (all)."

    question = f"Episodes of {visible(title)} you have watched, 0 to {episodes}?"
    answer = _or_leave(question, [f"Enter for {usual}"], sound, look)
    return episodes if answer.casefold() == ALL else _counted(answer or str(usual))


def _counted(answer: str) -> int:
    """Read a number of episodes, bare or as one says it: "8 episodes", "episode 8", "ep 8"; -1 where it is none."""
    words = [word for word in answer.casefold().split() if word.rstrip("s.") not in ("episode", "ep")]
    number = words[0] if len(words) == 1 else ""
    return int(number) if number.isascii() and number.isdecimal() else -1


def wanted(look: Look = LOOK) -> str:
    """Ask for the words to look for; none for everything.

    Args:
        look: How to ask.

    Raises:
        Leaving: The player left.
    """
    return _text("Which words should occur? (Enter for every fact)", lambda answer: True, look)


def pick(
    question: str, choices: Mapping[str, str], away: str | None = None, usual: str | None = None, look: Look = LOOK
) -> str:
    """Ask for one of several things.

    Args:
        question: What is asked.
        choices: What is offered: a name for each, and the words shown.
        away: The name that Escape and `q` pick; None where they pick nothing.
        usual: The name that Enter alone picks, if it is there; else the first.
        look: How to ask.

    Raises:
        Declined: The player picks nothing.
        Leaving: The player left.
    """
    at = [*choices].index(usual) if usual is not None and usual in choices else 0
    if look.plain:
        return pick_plainly(question, choices, away, at)
    from qot_quiz.ui.picking import Menu

    with _keys() as keys:
        return Menu(_console(look), keys, question, choices, away, at).pick()


def sure(question: str, yes: str, no: str, look: Look = LOOK) -> bool:
    """Ask whether something is to be done that is not easily undone; Enter alone, Escape and `q` leave all as it is.

    Args:
        question: What is asked.
        yes: The words for doing it.
        no: The words for leaving it.
        look: How to ask.

    Raises:
        Leaving: The player left.
    """
    return pick(question, {"no": no, "yes": yes}, "no", look=look) == "yes"


def _or_leave(question: str, keys: list[str], sound: Callable[[str], bool | str], look: Look) -> str:
    """Ask for an answer that `q` alone is not: it leaves, which is told behind what other keys do."""
    told = f"{question} ({', '.join([*keys, f'{LEAVE} leaves'])})"
    answer = _text(told, lambda said: said.strip() == LEAVE or sound(said), look)
    if answer == LEAVE:
        raise Declined
    return answer


def _console(look: Look) -> Console:
    from qot_quiz.ui.theme import dressed

    return dressed(look.theme, look.no_color, drawn=True)


@contextmanager
def _keys() -> Iterator[Keys]:
    """Take the terminal for a question; Ctrl-C leaves one with as few words as `q` does."""
    from qot_quiz.ui.keys import Keys

    with Keys() as keys:
        try:
            yield keys
        except Interrupted as left:
            left.quiet = True
            raise


def _text(question: str, sound: Callable[[str], bool | str], look: Look) -> str:
    if look.plain:
        return line(question, sound)
    from qot_quiz.ui.theme import ink
    from qot_quiz.ui.typed import Typed, read_text

    console = _console(look)
    with _keys() as keys:
        empty_keys = {"escape": "away"}
        answer = read_text(keys, _broken(question) + " ", empty_keys, console.no_color, ink=ink(console), sound=sound)
    if not isinstance(answer, Typed):
        raise Declined
    return answer.text.strip()


def _broken(question: str) -> str:
    """Break a question at its words where the window is narrow, with room for an answer behind it."""
    return " " + "\n  ".join(broken(question))
