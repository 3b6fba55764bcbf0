"""Shell completion: the scripts for four shells, and the answers that they ask the program for at each Tab."""

from __future__ import annotations

import os

from qot_quiz import voice

SHELLS = {"bash": ".bash", "zsh": ".zsh", "fish": ".fish", "powershell": ".ps1"}
"""Every shell, with the ending of its script."""

UNKNOWN = 1
"""The exit code that leaves the word to the shell, which then offers names of files."""

_SCRIPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "shells")
_BREAKS = ("=", ":")
_SPECIAL = '"\\$`'
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def script(shell: str) -> int:
    """Print the script that teaches a shell to complete this program's command lines.

    Raises:
        UsageError: There is none for that shell.
    """
    named = shell.strip().casefold()
    ending = SHELLS.get("powershell" if named == "pwsh" else named)
    if ending is None:
        from qot_quiz.core.clean import quoted as marked
        from qot_quiz.errors import UsageError

        raise UsageError(f"There is no completion for the shell {marked(shell)}.", f"There is: {', '.join(SHELLS)}.")
    with open(os.path.join(_SCRIPTS, f"qot-quiz{ending}"), encoding="utf-8") as file:
        voice.pour([file.read()])
    return 0


def answer(words: list[str]) -> int:
    """Print what can stand for the word being typed: a line each, for most shells with its meaning behind a tab.

    Args:
        words: The shell's name; then, for bash, the line up to the cursor and its last word as bash cut it; for the
            others the word being typed, behind an ``=``, and the words before it.

    Returns:
        0, or 1 where the shell may offer names of files instead.
    """
    try:
        lines = _for_bash(*words[1:]) if words[0] == "bash" else _for_others(*words[1:])
        if lines is None:
            return UNKNOWN
        voice.pour(f"{line}\n" for line in lines)
    except Exception:  # whatever is wrong, a Tab is no moment to hear of it
        return UNKNOWN
    return 0


def _for_others(typed: str, *before: str) -> list[str] | None:
    from qot_quiz.cli.offering import offered

    found = offered(before, typed[1:])
    if found is None:
        return None
    return [f"{value}\t{meaning}" if meaning else value for value, meaning in found.items()]


def _for_bash(line: str, cut: str) -> list[str] | None:
    from qot_quiz.cli.offering import offered

    before, typed = split(line)
    found = offered(before[1:], typed)
    if found is None:
        return None
    # Where a sign such as `=` parts words, bash replaces only what stands behind it.
    kept = len(typed) - (0 if cut in _BREAKS else len(split(cut)[1]))
    return [quoted(value[kept:], cut[:1]) for value in found]


def split(line: str) -> tuple[tuple[str, ...], str]:
    """Part a line of bash into the words before the last one, and that one, whose quote may still be open.

    Args:
        line: The line up to the cursor.
    """
    words: list[str] = []
    word: str | None = None
    quote = ""
    escaped = False
    for char in line:
        if escaped:
            # Within double quotes a backslash stands for itself before most characters.
            word = (word or "") + (char if not quote or char in _SPECIAL else f"\\{char}")
            escaped = False
        elif char == "\\" and quote != "'":
            escaped = True
        elif char == quote:
            quote = ""
        elif not quote and char in "'\"":
            quote, word = char, word or ""
        elif not quote and char in " \t\n":
            words, word = ([*words, word] if word is not None else words), None
        else:
            word = f"{word or ''}{char}"
    return tuple(words), word or ""


def quoted(value: str, open_quote: str) -> str:
    """Write a word as bash reads it.

    Args:
        value: The word.
        open_quote: The quote that the player opened before it; any other text for none.
    """
    if open_quote == "'":
        return value.replace("'", "'\\''")
    if open_quote == '"':
        return "".join(f"\\{char}" if char in _SPECIAL else char for char in value)
    return "".join(char if char in _PLAIN or not char.isascii() else f"\\{char}" for char in value)
