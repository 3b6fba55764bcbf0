"""A game as a value, and how it describes itself: the open question, whose turn it is, its end."""

from __future__ import annotations

import msgspec

from qot_quiz.core import kinds, lifelines, limits, turns
from qot_quiz.core.events import Again, Asked, Ended, Event, HandOver, Hint, Judged, Standing
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Setup
from qot_quiz.core.turns import Turn


class NotNow(Exception):
    """A command that means nothing at this point of the game.

    Args:
        reason: A word for screens: ``over``, ``revealed``, ``open``, ``fifty``, ``spent``, ``hint``, ``option``,
            ``order``, ``regrade``, ``walk``, ``early``, ``ready``, ``deal``.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Game(msgspec.Struct, frozen=True, omit_defaults=True):
    """A game at one moment.

    Args:
        setup: What it was set up with.
        deck: The questions drawn, in order.
        standings: How each player stands.
        before: How the last one to answer stood before the last verdict, for a regrade.
        number: The number of the question that is open or revealed, from 1.
        turn: Whose turn it is.
        asked_at: When it was asked, in milliseconds on the game's clock.
        now: When the last command came.
        removed: Its options struck out.
        hints: Its hints given.
        help: Its helps used, in order.
        tried: What its one retry was given for; None while it is not used.
        fifty: Fifty-fifties left.
        records: The record of every judged question.
        dealt: Whether the whole deck is drawn.
        fitted: Whether the next question is chosen by the answers so far, in a game that follows its player.
        waiting: Whether the player on turn is not yet at the keyboard, and the question still hidden.
        revealed: Whether the last verdict stands on the screen and only Next goes on.
        over: Whether the game has ended.
        walked: Whether the player ended it with all points.
        left: Whether the player stopped for now.
        ranked: Whether it counts for the boards.
    """

    setup: Setup
    deck: tuple[Question, ...]
    standings: tuple[Standing, ...]
    before: Standing
    number: int = 1
    turn: Turn = Turn()
    asked_at: int = 0
    now: int = 0
    removed: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    help: tuple[str, ...] = ()
    tried: Again | None = None
    fifty: int = 0
    records: tuple[Judged, ...] = ()
    dealt: bool = True
    fitted: bool = False
    waiting: bool = False
    revealed: bool = False
    over: bool = False
    walked: bool = False
    left: bool = False
    ranked: bool = True

    @property
    def question(self) -> Question:
        """The question that is open, or the one just judged."""
        return self.deck[self.number - 1]

    @property
    def standing(self) -> Standing:
        """How the player on turn stands."""
        return self.standings[self.turn.seat]

    @property
    def done(self) -> bool:
        """Whether the last verdict stands on the screen, and nothing is left to be asked."""
        return self.revealed and self.records[-1].ends

    @property
    def short(self) -> bool:
        """Whether the dealer's turn comes before the player's: more must be dealt, or the next question be chosen."""
        if self.setup.level is None:
            return not self.dealt and self.number == len(self.deck)
        return self.revealed and not self.fitted and not self.done


def begin(setup: Setup, deck: tuple[Question, ...], at: int = 0) -> tuple[Game, tuple[Event, ...]]:
    """Start a game with its first question open, or the first of several players called to the keyboard.

    Args:
        setup: What the deck was drawn by.
        deck: At least one question.
        at: The moment on the game's clock, in milliseconds.
    """
    rules, seats = setup.rules, turns.seats(setup)
    standing = Standing(lives=rules.lives)
    game = Game(
        setup,
        deck,
        (standing,) * seats,
        standing,
        asked_at=at,
        now=at,
        fifty=rules.fifty,
        dealt=not rules.lazy,
        waiting=bool(setup.players),
        ranked=not (setup.practice or setup.players),
    )
    return game, (called(game) if game.waiting else asked(game),)


def stopped(game: Game) -> Game:
    """Note that the player stops here, for now or for good."""
    return msgspec.structs.replace(game, left=True)


def asked(game: Game) -> Asked:
    """Describe the open question as it stands."""
    rules, end = game.setup.rules, limits.deadline(game)
    return Asked(
        number=game.number,
        of=_size(game),
        question=game.question,
        shape=kinds.shape(game.question),
        standing=game.standing,
        removed=game.removed,
        hints=game.hints,
        fifty=game.fifty if lifelines.fifty(game.question, game.removed, game.setup.seed) else 0,
        hint_left=len(hints_left(game)),
        deadline=end,
        walk=rules.walk,
        player=turns.player(game),
        tie_break=bool(game.turn.tied),
        left=None if end is None else max(0, end - game.now),
    )


def called(game: Game) -> HandOver:
    """Describe who is to come to the keyboard."""
    return HandOver(turns.player(game), game.number, bool(game.turn.tied))


def ended(game: Game) -> Ended:
    """Describe the end of a game that is over."""
    rules, records = game.setup.rules, tuple(record for record in game.records if record.counts)
    lost = game.standing.lives == 0
    endless = rules.lives is not None or rules.lazy or rules.game_ms is not None
    cut = bool(game.records) and not game.records[-1].counts
    how = "walked" if game.walked else "lost" if lost else "time" if cut else "won" if endless else "finished"
    safe = max((number for number in rules.safe if number < len(records)), default=0) if lost and rules.safe else None
    standing = turns.together(game.standings)
    return Ended(how, standing, game.ranked and bool(records), records, safe, turns.podium(game))


def _size(game: Game) -> int | None:
    if not game.setup.rules.counted:
        return None
    if game.setup.players:
        return turns.regular(game.setup)
    return len(game.deck) if game.dealt else game.setup.total or None


def hints_left(game: Game) -> tuple[Hint, ...]:
    """List the hint steps that the open question still has."""
    if not game.setup.rules.hints:
        return ()
    given = {hint.kind for hint in game.hints} - {"letters", "range"}
    all_steps = lifelines.hints(game.question, game.removed, game.setup.seed)
    left = [hint for hint in all_steps if hint not in game.hints and hint.kind not in given]
    return tuple(left)
