"""A person at a terminal, for screens that read lines."""

from __future__ import annotations

import io


class Seat(io.StringIO):
    """A text that comes from a terminal."""

    def isatty(self) -> bool:
        """Say that a person sits there."""
        return True
