"""The errors that a player may see; each knows its exit code, none prints itself."""


class QuizError(Exception):
    """Something a person can mend: what is wrong, and what to do.

    Args:
        message: One sentence that says what is wrong.
        hint: The next step, or an empty text.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(QuizError):
    """The command was asked for something that does not exist or does not fit."""

    exit_code = 2


class PackError(QuizError):
    """A question pack cannot be read, or does not keep the rules."""


class StoreError(QuizError):
    """A file of the program's own cannot be read or written."""


class Held(StoreError):
    """Another process holds the file, and may let go of it."""
