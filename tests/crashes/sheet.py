"""A game as those who play it would write it down, and what it comes to by the rules as README.md has them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from deeds import Asking
from recount import Account, Terms, recount

from qot_quiz.core.game import Game
from qot_quiz.core.past import Result
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Setup

COUNTED = ("finished", "lost", "won", "time", "walked")
"""Ends that a game comes to by itself."""


@dataclass
class Sheet:
    """A game as those who play it would write it down.

    Args:
        id: Its id.
        setup: What it was agreed to be.
        terms: The same for the recount.
        player: Whose it is, by the name of today.
        started: The wall clock at its beginning.
        game: The game after its last acknowledged move.
        rest: Questions that are to be dealt later.
    """

    id: str
    setup: Setup
    terms: Terms
    player: str
    started: str
    game: Game
    rest: tuple[Question, ...] = ()
    commands: list[str] = field(default_factory=list)
    askings: list[Asking] = field(default_factory=list)
    open: Asking | None = None
    opened: int = 0
    shown: set[str] = field(default_factory=set)
    flags: list[tuple[int, str, str, str]] = field(default_factory=list)
    taken_back: set[int] = field(default_factory=set)
    contested: set[int] = field(default_factory=set)
    walked: bool = False
    removed: bool = False
    how: str = ""
    finished: str = ""
    settled: Account | None = None

    @property
    def account(self) -> Account:
        """What it comes to."""
        if self.settled is None:
            self.settled = recount(self.terms, self.askings, self.walked)
        return self.settled

    @property
    def counts(self) -> bool:
        """Whether its answers enter the statistics of a single player."""
        return not (self.setup.practice or self.setup.players)

    @property
    def listed(self) -> bool:
        """Whether it has ended with something to show for it; where nothing was answered, no board lists it."""
        return self.how in COUNTED and bool(self.account.rows)

    @property
    def of(self) -> int | None:
        """How many questions its player is told of."""
        if not self.setup.rules.counted:
            return None
        return self.terms.length * len(self.terms.players) if self.terms.players else self.terms.size


def asking(game: Game) -> Asking:
    """Give the open question of a game as it is asked."""
    texts = tuple(option.text for option in game.question.options)
    players = game.setup.players
    return Asking(game.question.item, texts, players[game.turn.seat] if players else "")


def result(sheet: Sheet) -> tuple[Result, int]:
    """Work out what a finished game comes to, and how many helps were used."""
    setup, account = sheet.setup, sheet.account
    level = "adaptive" if setup.level else "any"
    board = f"1/{setup.mode}/{level}/{setup.length or 'all'}{'/custom' if setup.chosen else ''}"
    came_to = Result(
        game_id=sheet.id,
        player=sheet.player,
        mode=setup.mode,
        difficulty=level,
        questions=setup.length,
        asked=len(account.rows),
        right=account.right,
        points=account.points,
        best_streak=account.best_streak,
        ruleset=1,
        board=board,
        seed=setup.seed,
        code=None,
        pack=setup.pack,
        pack_digest=setup.digest,
        up_to=setup.filters.up_to,
        started_at=sheet.started,
        finished_at=sheet.finished,
        took_ms=sum(row.took for row in account.rows),
        ranked=sheet.counts and not sheet.contested,
    )
    return came_to, sum(len(row.help) for row in account.rows)


def best_first(of: tuple[Result, int]) -> tuple[str, int, int, int, int, str]:
    """Give the place of a game among others: boards by name, on each the best first (README.md, "Points")."""
    one, helps = of
    return one.board, -one.points, -one.right, helps, milliseconds(one.finished_at), one.game_id


def milliseconds(at: str) -> int:
    """Tell a moment of the wall clock as a number."""
    return round(datetime.fromisoformat(at).timestamp() * 1000)
