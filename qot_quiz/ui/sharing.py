"""A finished game in words, shapes and a picture, the same in every theme and on every screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from qot_quiz.core.clean import visible
from qot_quiz.core.share import MISS, PART, RIGHT, Card
from qot_quiz.ui import words

SHAPES = {RIGHT: "●", PART: "◐", MISS: "○"}
"""Each mark by its shape: they differ in ink, so that nobody needs to see a colour."""

SPOKEN = {RIGHT: "right", PART: "partly right", MISS: "missed"}

ROW = 20
"""Shapes in a line, and marks that are told one after the other."""

PLAY = "qot-quiz play --code "
"""What stands before a code, so that the line can be pasted into a terminal."""


def text(card: Card) -> str:
    """Write a game in a few lines: what was played, what it came to, a shape for each question, and its code."""
    result = f"{card.right}/{card.asked} · {_points(card.points, 'pts')} · best streak {card.best_streak}"
    lines = [" · ".join(head(card)), " · ".join([result, *by_word(card)])]
    for row in card.rows:
        if row.player:
            lines.append(f"{row.player} · {row.right}/{len(row.marks)} · {_points(row.points, 'pts')}")
        lines += ["".join(SHAPES[mark] for mark in marks) for marks in lines_of(row.marks)]
    if card.code:
        lines.append(PLAY + card.code)
    return "\n".join(visible(line) for line in lines)


def sentence(card: Card) -> str:
    """Write a game in plain sentences, without any shape, for those who listen."""
    result = f"{card.right} of {card.asked} right, {words.count(card.points, 'point')}, best streak {card.best_streak}"
    result = ", ".join([result, *by_word(card)]) + "."
    parts = [f"{', '.join(head(card, spoken=True))}: {result}"]
    for row in card.rows:
        if row.player:
            parts.append(f"{row.player}: {row.right} of {len(row.marks)} right, {words.count(row.points, 'point')}.")
        if len(row.marks) <= ROW:  # nobody listens to more
            runs = (f"{len(list(same))} {SPOKEN[mark]}" for mark, same in groupby(row.marks))
            parts.append(f"In order: {', '.join(runs)}.")
    if card.code:
        parts.append(f"The same game: {PLAY}{card.code}")
    return visible(" ".join(parts))


def head(card: Card, *, spoken: bool = False) -> list[str]:
    """Name the quiz, what was played, and how far it spoils."""
    mode = card.mode
    if card.day:
        mode += f" of {words.date(card.day)}" if spoken else f" {card.day}"
    parts = [f"{card.title} Quiz", mode]
    parts += [card.difficulty.replace(",", " and ")] if card.difficulty != "any" else []
    episode = "episode" if spoken else "ep"
    return [*parts, f"up to {episode} {card.up_to}" if card.up_to else "no spoilers"]


def by_word(card: Card) -> list[str]:
    """Say how many answers count by the player's own word; nothing where none does."""
    return [f"{card.by_word} by my word"] if card.by_word else []


def _points(points: int, unit: str) -> str:
    return f"{words.number(points)} {unit}"


def lines_of(marks: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Break the marks of a row into lines."""
    return (marks[at : at + ROW] for at in range(0, len(marks), ROW))
