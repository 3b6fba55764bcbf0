"""A game that was finished, as friends see it."""

from __future__ import annotations

from qot_quiz.core.share import Card, Row

TEN = ("right",) * 3 + ("miss",) + ("right",) * 3 + ("part",) + ("right",) * 2
CARD = Card(
    "Queen of Tears", "Ann", "daily", "2026-11-22", "any", 16, 8, 10, 1930, 5, (Row("", 1930, TEN),), "QT1-7K3M-9TQX"
)
