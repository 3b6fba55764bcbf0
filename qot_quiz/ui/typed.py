"""Asks for a line of text: questionary's prompt edits it, the keys come from the one owner of the terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from qot_quiz.ui.keys import Keys


class Typed(msgspec.Struct, frozen=True):
    """A line that was finished with Enter."""

    text: str


class Pressed(msgspec.Struct, frozen=True):
    """A key on an empty line that means a command; the line is gone from the screen."""

    token: str


class Expired(msgspec.Struct, frozen=True):
    """The time was over before Enter.

    Args:
        text: What stood on the line.
    """

    text: str


def read_text(
    keys: Keys,
    prompt: str,
    empty_keys: Mapping[str, str],
    no_color: bool = False,
    *,
    ink: str = "",
    redraw: Callable[[], None] | None = None,
    tick: Callable[[int], float | None] | None = None,
    sound: Callable[[str], bool | str] | None = None,
    below: Callable[[str], str] | None = None,
    refused: str = "",
) -> Typed | Pressed | Expired:
    """Let the player type and edit one line, at the place where the cursor is.

    Escape empties a line that has text; a paste is put in as one line; nothing is remembered of earlier lines. A text
    that will not do stays, selected: the first character takes its place, or commands, and any other key edits it.

    Args:
        keys: The owner of the terminal, entered.
        prompt: Clean text in front of the line, with its space.
        empty_keys: Keys, by the names that `Keys.read` gives, that are commands on an empty line, and their tokens.
        no_color: Draw in bold and plain only.
        ink: The prompt's colour as ``#rrggbb``; the text's own where there is none.
        redraw: Draws all that stands above the line anew, from wherever the cursor is, after a pause and when the
            window's size has settled. It must not read keys. Without it only the line is drawn again.
        tick: Draws what follows a clock above the line, given how many lines the cursor stands below the line's first;
            gives the seconds until it is to be called again, or None when the line is to be taken away.
        sound: Says whether a line will do: True, or why not, which is shown until the line is mended.
        below: Gives what stands below the line, with its escape sequences, for what is typed. A line with it leaves
            the screen with its Enter.
        refused: What stands on the line at first, as a text that would not do; empty for nothing.

    Raises:
        Leaving: As `Keys.read` does, with the line settled on the screen.
    """
    # 100 ms of imports, spent while the player reads the question that is already painted.
    from qot_quiz.ui.lineprompt import LinePrompt

    return LinePrompt(keys, prompt, empty_keys, no_color, ink, redraw, tick, sound, below, refused).run()
