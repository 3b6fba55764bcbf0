"""What a game leaves behind: its summary, and the board it belongs to."""

from __future__ import annotations

from typing import Any

from qot_quiz.core import lines
from qot_quiz.core.events import Judged
from qot_quiz.core.game import Game
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.core.score import RULESET
from qot_quiz.core.setup import Setup


def difficulty_name(difficulties: tuple[str, ...]) -> str:
    """Name a choice of difficulties: ``any``, or their names from easy to hard joined by commas."""
    chosen = [name for name in DIFFICULTIES if name in difficulties]
    return ",".join(chosen) if chosen and len(chosen) < len(DIFFICULTIES) else "any"


def board(setup: Setup, home_pack: str) -> str:
    """Name the board of a game: ruleset, mode, difficulty and length, with ``/custom`` for games that do not compare.

    Args:
        setup: What the game was set up with.
        home_pack: The id of the built-in pack; games of other packs are custom.
    """
    filters = setup.filters
    custom = bool(filters.topics or filters.kinds or setup.chosen or setup.pack != home_pack)
    name = f"{RULESET}/{setup.mode}/{difficulty_name(filters.difficulties)}/{setup.length or 'all'}"
    return name + "/custom" if custom else name


def summary(game: Game, game_id: str, home_pack: str, started_at: str, finished_at: str) -> dict[str, Any]:
    """Describe a finished game by the keys that scores, exports and JSON share.

    Args:
        game: The finished game.
        game_id: Its id.
        home_pack: The id of the built-in pack.
        started_at: ISO 8601 with offset.
        finished_at: ISO 8601 with offset.
    """
    setup, standing = game.setup, game.standing
    return {
        "game_id": game_id,
        "player": setup.player,
        "mode": setup.mode,
        "difficulty": difficulty_name(setup.filters.difficulties),
        "questions": setup.length,
        "asked": standing.asked,
        "right": standing.right,
        "points": standing.points,
        "best_streak": standing.best_streak,
        "ruleset": RULESET,
        "board": board(setup, home_pack),
        "seed": setup.seed,
        "code": None,
        "pack": setup.pack,
        "pack_digest": setup.digest,
        "up_to": setup.filters.up_to,
        "started_at": started_at,
        "finished_at": finished_at,
        "took_ms": sum(record.took_ms for record in game.records),
        "ranked": game.ranked,
    }


def answers(game: Game) -> list[dict[str, Any]]:
    """Describe every answer of a game by the keys that `play --json` adds."""
    return [_answer(record) for record in game.records]


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
    }
