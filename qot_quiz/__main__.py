"""The way in: the version, commands that need no parsing, and the one place where errors become exit codes."""

from __future__ import annotations

import gc
import sys

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
    from qot_quiz.cli.app import run_parsed

    return run_parsed(words)


def _guarded(words: list[str]) -> int:
    """Map every way in which a command can end to an exit code, with a sentence on standard error."""
    from qot_quiz.errors import QuizError

    # Imports make thousands of objects and no garbage: collecting among them costs a game three milliseconds.
    gc.disable()
    debug = "--debug" in words
    words = [word for word in words if word != "--debug"]
    try:
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        code = run(words)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
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
    finally:
        gc.enable()
        _close()


def _close() -> None:
    """Close what the command has opened, if it came so far as to open anything."""
    wiring = sys.modules.get("qot_quiz.runtime")
    if wiring is not None:
        wiring.close()


def _complain(message: str, hint: str = "") -> None:
    from qot_quiz.core.clean import visible

    for line in (message, hint):
        if line:
            print(visible(line), file=sys.stderr)  # noqa: T201 - the one place where errors become words


def _outside(error: Exception) -> int | None:
    """Tell what came from outside, a player who leaves a prompt or a full disk, from a bug, which has no code."""
    from errno import ENOSPC

    from qot_quiz.ui.leaving import Leaving

    if isinstance(error, Leaving):
        _complain("Interrupted.")
        return error.exit_code
    if isinstance(error, OSError) and error.errno == ENOSPC:
        _complain("There is no space left to write to.", "Free some space and start again.")
        _drop_output()
        return 1
    return None


def _drop_output() -> None:
    """Give standard output away, so that the interpreter does not complain of the cut pipe once more."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _apologise(error: Exception) -> int:
    from qot_quiz import runtime

    file = runtime.log_bug(error)
    where = f" What happened is written in {file}; please send it along." if file else ""
    _complain(f"Sorry, this is a bug in qot-quiz ({type(error).__name__}).{where}", "Your games are kept.")
    return 3


if __name__ == "__main__":
    main()
