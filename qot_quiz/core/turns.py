"""Whose turn it is: one player alone, or several at one keyboard with a tie-break; and when a game has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from qot_quiz.core.events import Seat, Standing

if TYPE_CHECKING:
    from qot_quiz.core.game import Game
    from qot_quiz.core.setup import Setup


class Turn(msgspec.Struct, frozen=True):
    """Whose turn it is.

    Args:
        seat: The player's place in `Setup.players`; 0 for a single player.
        tied: The seats between which a tie-break still decides, in order; empty before one.
        waiting: Those of them that have not answered in this round, the one on turn first.
    """

    seat: int = 0
    tied: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()


def seats(setup: Setup) -> int:
    """Count the seats: one for a single player."""
    return max(1, len(setup.players))


def regular(setup: Setup) -> int:
    """Count the questions of all players together before any tie-break."""
    return (setup.length or 0) * seats(setup)


def player(game: Game) -> str:
    """Name the player on turn; empty where one plays alone."""
    players = game.setup.players
    return players[game.turn.seat] if players else ""


def after(game: Game) -> Turn | None:
    """Find out whose turn comes after the question just judged.

    Args:
        game: A game whose last record stands.

    Returns:
        The next turn, or None when the game ends here.
    """
    setup, last = game.setup, game.records[-1]
    if not last.counts or game.standing.lives == 0:
        return None
    if not setup.players:
        return None if game.number == len(game.deck) and game.dealt else game.turn
    if game.number < regular(setup):
        return Turn(game.number // (setup.length or 1) if setup.same else game.number % seats(setup))
    tied, waiting = _tied(game)
    # A round that not everybody can finish is not begun: it would only give points to those who come first.
    if len(tied) == 1 or len(game.deck) - game.number < len(waiting):
        return None
    return Turn(waiting[0], tied, waiting)


def podium(game: Game) -> tuple[Seat, ...]:
    """Rank the players of a game that is over: the winner of a tie-break first, then by points.

    Equals share a place, and the next place is counted on by their number; so do those whom a tie-break did not part.
    """
    tied = _tied(game)[0] if game.setup.players and game.number >= regular(game.setup) else ()
    seated = enumerate(game.standings[: len(game.setup.players)])
    marks = [(seat in tied, 0 if seat in tied else each.points) for seat, each in seated]
    places = [1 + sum(other > mark for other in marks) for mark in marks]
    ranked = sorted(range(len(marks)), key=places.__getitem__)
    return tuple(Seat(game.setup.players[seat], places[seat], game.standings[seat]) for seat in ranked)


def together(standings: tuple[Standing, ...]) -> Standing:
    """Add up how several players stand: their points, right answers and questions, and the longest streak of all."""
    if len(standings) == 1:
        return standings[0]
    return Standing(
        points=sum(standing.points for standing in standings),
        streak=0,
        best_streak=max(standing.best_streak for standing in standings),
        right=sum(standing.right for standing in standings),
        asked=sum(standing.asked for standing in standings),
    )


def _tied(game: Game) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Say between whom the first place lies after the last record, and who of them is still to answer this round."""
    points = [standing.points for standing in game.standings]
    if not game.turn.tied:
        leaders = tuple(seat for seat, each in enumerate(points) if each == max(points))
        return leaders, leaders
    tied, waiting = game.turn.tied, game.turn.waiting[1:]
    if not waiting:
        answered = game.records[-len(tied) :]
        tied = tuple(seat for seat, record in zip(tied, answered, strict=True) if record.verdict.credit == 1) or tied
        waiting = tied
    return tied, waiting
