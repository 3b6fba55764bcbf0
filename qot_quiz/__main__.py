"""The way in: the version, commands that need no parsing, and the one place where errors become exit codes."""

from __future__ import annotations

import gc
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

VERSION = "0.1.0"

BARE = {
    "": "welcome",
    "play": "play",
    "daily": "daily",
    "review": "review",
    "party": "party",
    "resume": "resume",
    "scores": "scores",
    "share": "share",
    "stats": "stats",
    "rules": "rules",
    "facts": "facts",
    "paths": "paths",
    "doctor": "doctor",
    "settings": "settings",
}
"""Commands that are called straight when they are given alone, before Typer is imported: word -> function."""

COMPLETE = "__complete"
"""The word with which the scripts of shells ask what can stand for the word being typed (`cli.completing`)."""

DAY_S = 86_400
"""Seconds of a day."""


def main() -> None:
    """Run the command line of this process, and exit with its code."""
    words = sys.argv[1:]
    if words in (["--version"], ["-V"]):
        try:
            sys.stdout.write(f"qot-quiz {VERSION}\n")
            sys.stdout.flush()
        except (AttributeError, OSError):
            sys.exit("The version cannot be written to standard output.")
        return
    sys.exit(_guarded(words))


def run(words: list[str]) -> int:
    """Run one command and return its exit code; errors come out as exceptions.

    Args:
        words: The command line without the program's name.
    """
    if len(words) <= 1 and " ".join(words) in BARE:
        from qot_quiz.cli import commands

        command = getattr(commands, BARE[" ".join(words)])
        return int(command() or 0)
    if words[:1] == [COMPLETE]:
        from qot_quiz.cli import completing

        return completing.answer(words[1:])
    from qot_quiz.cli.app import run_parsed

    return run_parsed(words)


def _guarded(words: list[str]) -> int:
    """Map every way in which a command can end to an exit code, with a sentence on standard error."""
    # Imports make thousands of objects and no garbage: collecting among them costs a game three milliseconds.
    gc.disable()
    debug = "--debug" in words
    words = [word for word in words if word != "--debug"]
    handlers = _leave_when_asked()
    try:
        code = _ended(lambda: _done(words), debug)
    finally:
        gc.enable()
        _give_back(handlers)
        closed = _ended(_close, debug)
    return code or closed


def _done(words: list[str]) -> int:
    from qot_quiz import voice

    voice.bear_any_text()
    _set_clock()
    code = run(words)
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def _ended(work: Callable[[], int], debug: bool) -> int:
    from qot_quiz.errors import QuizError

    try:
        return work()
    except QuizError as error:
        if debug:
            raise
        _complain(error.message, error.hint)
        return error.exit_code
    except KeyboardInterrupt:
        _complain("Interrupted.")
        return 130
    except BrokenPipeError:
        _drop_output()
        return 141
    except Exception as error:
        if (outside := _outside(error)) is not None:
            return outside
        if debug:
            raise
        return _apologise(error)


def _leave_when_asked() -> dict[int, Any]:
    """Leave on SIGINT, SIGTERM and SIGHUP alike, so that what is half-written goes and a game says that it is kept.

    Returns:
        The handlers there were, by the signal's number.
    """
    import signal

    def leave(number: int, frame: object) -> None:
        from qot_quiz.ui import leaving

        signal.signal(number, before[number])  # a second one finds the usual way
        # No KeyboardInterrupt for Ctrl-C: Typer would swallow it without a word.
        ways = leaving.Interrupted, leaving.Terminated, leaving.HungUp
        raise next(way for way in ways if way.exit_code == 128 + number)

    before: dict[int, Any] = {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # Whoever ignores a signal, or handles it already, means it.
        if number is not None and signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            before[number] = signal.signal(number, leave)
    return before


def _give_back(handlers: dict[int, Any]) -> None:
    """Put the handlers of signals back: what is left to do is no harm to break off."""
    import signal

    for number, handler in handlers.items():
        signal.signal(number, handler)


def _set_clock() -> None:
    """Count in UTC where the surroundings name a time zone that is a day or more away from it, which none is."""
    import time

    if max(abs(time.timezone), abs(time.altzone)) >= DAY_S and hasattr(time, "tzset"):
        import os

        os.environ["TZ"] = "UTC"
        time.tzset()


def _close() -> int:
    """Close what the command has opened, if it came so far as to open anything."""
    wiring = sys.modules.get("qot_quiz.runtime")
    if wiring is not None:
        wiring.close()
    return 0


def _complain(message: str, hint: str = "") -> None:
    from contextlib import suppress

    from qot_quiz import voice

    # The exit code tells it, too, where nobody can be told.
    with suppress(OSError):
        for line in (message, hint):
            if line:
                voice.talk(line)


def _outside(error: Exception) -> int | None:
    """Tell what came from outside, a player who leaves a prompt or a full disk, from a bug, which has no code."""
    from errno import EDQUOT, EFBIG, ENOSPC

    from qot_quiz.ui.leaving import Leaving

    if isinstance(error, Leaving):
        if error.exit_code and not error.quiet:
            _complain("Interrupted.")
        return error.exit_code
    if isinstance(error, UnicodeEncodeError):
        unsaid = error.object[error.start : error.end]
        if word := next((word for word in sys.argv if unsaid in word), ""):
            _complain(f'"{word}" on the command line is no text in UTF-8.', "Mistyped, or of another encoding?")
            return 2
    if not isinstance(error, OSError):
        return None
    if error.errno in (ENOSPC, EDQUOT, EFBIG):
        _complain("There is no space left to write to.", "Free some space and start again.")
    else:
        where = f"{error.filename}: " if isinstance(error.filename, str) else ""
        _complain(f"The system does not allow it. {where}{error.strerror or error}.", "--debug shows where.")
    _drop_output()
    return 1


def _drop_output() -> None:
    """Write what is still to be written, or give standard output away, lest the interpreter complain of it."""
    import os
    from contextlib import suppress

    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        with suppress(OSError):
            os.close(1)  # first, for there may be no descriptor to spare
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _apologise(error: Exception) -> int:
    from contextlib import suppress

    file = ""
    with suppress(Exception):  # whatever else is broken, it is said
        from qot_quiz.cli import bugs

        file = bugs.log(error, VERSION)
    where = f"{file} says where, without names or answers: send it along" if file else "say what you did"
    _complain(
        f"Sorry, this is a bug in qot-quiz ({type(error).__name__}). Your games are kept.",
        f"Please report it where you found qot-quiz; {where}. --debug shows all of it.",
    )
    return 3


if __name__ == "__main__":
    main()
