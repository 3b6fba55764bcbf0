"""What a game leaves behind: its summary, and the board it belongs to."""

from __future__ import annotations

from typing import Any

import msgspec

from qot_quiz.core import lines
from qot_quiz.core.events import Ended, Judged
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.core.score import RULESET
from qot_quiz.core.setup import Setup

ADAPTIVE = "adaptive"
"""The difficulty of a game that follows its player."""


def difficulty(setup: Setup) -> str:
    """Name the difficulty of a game, as boards and JSON do."""
    return difficulty_name(setup.filters.difficulties) if setup.level is None else ADAPTIVE


def difficulty_name(difficulties: tuple[str, ...]) -> str:
    """Name a choice of difficulties: ``any``, or their names from easy to hard joined by commas."""
    chosen = [name for name in DIFFICULTIES if name in difficulties]
    return ",".join(chosen) if chosen and len(chosen) < len(DIFFICULTIES) else "any"


def board(setup: Setup) -> str:
    """Name a game's board: ruleset, mode, difficulty and length, with ``/custom`` for games that do not compare."""
    filters = setup.filters
    kinds = filters.kinds != setup.rules.kinds
    custom = bool(filters.topics or kinds or setup.chosen or setup.foreign or setup.longer)
    name = f"{RULESET}/{setup.mode}/{difficulty(setup)}/{setup.length or 'all'}"
    return name + "/custom" if custom else name


class Result(msgspec.Struct, frozen=True):
    """A finished game by the keys that scores, exports and JSON share, in their order.

    Args:
        game_id: Its id, 32 hexadecimal digits.
        player: Who played.
        mode: The mode.
        difficulty: ``any``, names joined by commas, or ``adaptive``.
        questions: The set length, or None.
        asked: Questions judged.
        right: Questions with credit 1.
        points: Its points.
        best_streak: The longest streak.
        ruleset: The number of the rules it was scored by.
        board: The board it belongs to.
        seed: 0..2^53-1.
        code: The challenge code, or None.
        pack: The pack's id.
        pack_digest: The digest of the pack's canonical content.
        up_to: The spoiler ceiling.
        started_at: ISO 8601 with offset.
        finished_at: ISO 8601 with offset.
        took_ms: Milliseconds spent on answering.
        ranked: Whether it counts on its board.
    """

    game_id: str
    player: str
    mode: str
    difficulty: str
    questions: int | None
    asked: int
    right: int
    points: int
    best_streak: int
    ruleset: int
    board: str
    seed: int
    code: str | None
    pack: str
    pack_digest: str
    up_to: int
    started_at: str
    finished_at: str
    took_ms: int
    ranked: bool


KEYS = Result.__struct_fields__
"""The keys of a finished game, in their order."""


def result(setup: Setup, ended: Ended, game_id: str, started_at: str, finished_at: str) -> Result:
    """Sum up a finished game.

    Args:
        setup: What it was set up with.
        ended: How it ended.
        game_id: Its id.
        started_at: ISO 8601 with offset.
        finished_at: ISO 8601 with offset.
    """
    standing = ended.standing
    return Result(
        game_id=game_id,
        player=setup.player,
        mode=setup.mode,
        difficulty=difficulty(setup),
        questions=setup.length,
        asked=standing.asked,
        right=standing.right,
        points=standing.points,
        best_streak=standing.best_streak,
        ruleset=RULESET,
        board=board(setup),
        seed=setup.seed,
        code=setup.code or None,
        pack=setup.pack,
        pack_digest=setup.digest,
        up_to=setup.filters.up_to,
        started_at=started_at,
        finished_at=finished_at,
        took_ms=sum(record.took_ms for record in ended.records),
        ranked=ended.ranked,
    )


def helps(ended: Ended) -> int:
    """Count the helps used in a game: between equals in points and right answers, the one with fewer is better."""
    return sum(len(record.help) for record in ended.records)


def answers(ended: Ended) -> list[dict[str, Any]]:
    """Describe every answer of a game by the keys that `play --json` adds; with `player` where several took turns."""
    return [_answer(record) for record in ended.records]


def _answer(record: Judged) -> dict[str, Any]:
    item = record.question.item
    return {
        "number": record.number,
        "question_id": item.id,
        "fact_id": item.fact_id,
        "kind": item.kind,
        "difficulty": item.difficulty,
        "given": lines.write(record.shape, record.given),
        "solution": lines.write(record.shape, record.question.solution),
        "credit": record.verdict.credit,
        "points": record.score.points,
        "streak": record.standing.streak,
        "help": list(record.help),
        "took_ms": record.took_ms,
        **({"player": record.player} if record.player else {}),
    }
