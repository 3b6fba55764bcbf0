"""The moments of joy in a game, in words; screens add a sign, and wait for nothing."""

from __future__ import annotations

from qot_quiz.core.events import Ended, Judged

ROW = 5
"""Fully right answers in a row that are worth a cheer, and so is every row of as many more."""

FEW = 3
"""Questions of the shortest game that can be a perfect one."""


def streak(record: Judged) -> str:
    """Cheer the answer that makes a row of five, ten and so on; empty for all others."""
    length = record.standing.streak
    if record.verdict.credit < 1 or not record.counts or not length or length % ROW:
        return ""
    return f"{'Five' if length == ROW else length} in a row!"


def perfect(ended: Ended) -> bool:
    """Whether a single player has answered everything there was, a few questions or more, and all of it fully right."""
    whole = ended.how in ("finished", "won") and not ended.podium and not by_word(ended)
    return whole and FEW <= ended.standing.asked == ended.standing.right


def by_word(ended: Ended) -> int:
    """Count the answers that are right by the player's own word."""
    return sum(record.regraded for record in ended.records)
