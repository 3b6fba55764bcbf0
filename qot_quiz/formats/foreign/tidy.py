"""Tidying the texts of a question: one line, nothing invisible, and every change told."""

from __future__ import annotations

import unicodedata

from qot_quiz.core.clean import fault
from qot_quiz.formats.foreign.found import LONGEST, Unfit
from qot_quiz.formats.foreign.markup import unmarked

JOINED = "line breaks and tabs became spaces"
STRIPPED = "spaces at the ends of a text were taken away"
UNSEEN = "invisible characters were taken out"
UNMARKED = "mark-up was taken out"


class Tidy:
    """Tidies the texts of one question and remembers what that changed."""

    def __init__(self) -> None:
        self._notes: dict[str, None] = {}

    @property
    def notes(self) -> tuple[str, ...]:
        """What was changed, each once."""
        return tuple(self._notes)

    def note(self, words: str) -> None:
        """Remember a change that was made elsewhere."""
        self._notes[words] = None

    def __call__(self, text: str, what: str, marked: bool = False) -> str:
        """Tidy a text.

        Args:
            text: As it stands in the file.
            what: What the text is, for the reason of a refusal.
            marked: Whether it is HTML, which is turned into text.

        Raises:
            Unfit: It is empty, too long, needs a picture, or holds what no terminal should see.
        """
        if len(text) > LONGEST * 4:
            raise Unfit(f"the {what} has {len(text)} characters, {LONGEST} at most are allowed")
        if marked:
            plain = unmarked(text)
            if plain != text:
                self.note(UNMARKED)
            text = plain
        text = self._one_line(text)
        if not text:
            raise Unfit(f"the {what} is empty")
        if len(text) > LONGEST:
            raise Unfit(f"the {what} has {len(text)} characters, {LONGEST} at most are allowed")
        if (wrong := fault(text)) is not None:
            raise Unfit(f"the {what} holds what cannot be shown: {wrong}")
        return text

    def _one_line(self, text: str) -> str:
        if text.isascii() and text.isprintable() and text == text.strip():
            return text
        seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
        if seen != text:
            self.note(UNSEEN)
        bare = seen.strip()
        if bare != seen.strip("\n"):
            self.note(STRIPPED)
        rows = [
            row.strip() for row in bare.replace("\t", "\n").replace("\u2028", "\n").replace("\u2029", "\n").split("\n")
        ]
        if len(rows) > 1:
            self.note(JOINED)
        return " ".join(row for row in rows if row)
