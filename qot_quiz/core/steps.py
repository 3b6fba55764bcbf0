"""The engine: a command makes the next game of a game and says what happened."""

from __future__ import annotations

import msgspec

from qot_quiz.core import kinds, lifelines, limits, moves, turns
from qot_quiz.core.events import Again, Event, Flagged, Helped, Hint, Judged, Left
from qot_quiz.core.game import Game, NotNow, asked, called, ended, hints_left, stopped
from qot_quiz.core.question import Answer, Arrange, Question, TypeIn
from qot_quiz.core.settle import settle
from qot_quiz.core.verdict import Verdict


def step(game: Game, command: moves.Command, stored: Verdict | Hint | None = None) -> tuple[Game, tuple[Event, ...]]:
    """Do what a command says.

    Args:
        game: The game before it.
        command: What the player did.
        stored: A stored verdict that replaces judging, or the hint that was given, when a game is replayed.

    Returns:
        The game after it, and what happened.

    Raises:
        NotNow: The command means nothing at this point; the game stays as it was.
    """
    if game.over:
        raise NotNow("over")
    game = msgspec.structs.replace(game, now=max(game.now, command.at))
    match command:
        case moves.Leave():
            return stopped(game), (Left(),)
        case moves.Next():
            return _next(game)
        case moves.Regrade():
            return _regrade(game)
        case moves.Flag(reason=reason):
            return game, (Flagged(_last(game).question.item.id, reason),)
        case moves.Walk():
            late = not game.revealed and not game.waiting and limits.late(game)
            return _cut_off(game) if late else _walk(game)
        case moves.Ready():
            return _ready(game)
        case moves.Deal(questions=questions, last=last):
            if game.dealt:
                raise NotNow("deal")
            return msgspec.structs.replace(game, deck=game.deck + questions, dealt=last), ()
        case moves.Swap(place=place, question=question):
            return _swap(game, place, question)
        case moves.Answer() | moves.Lifeline() | moves.TimeUp():
            return _asked_for(game, command, stored)


def _asked_for(
    game: Game, command: moves.Answer | moves.Lifeline | moves.TimeUp, stored: Verdict | Hint | None
) -> tuple[Game, tuple[Event, ...]]:
    """Do what only an open question allows, unless its time is over."""
    if game.revealed or game.waiting:
        raise NotNow("revealed" if game.revealed else "ready")
    if limits.late(game):
        return _cut_off(game)
    match command:
        case moves.Answer(given=given):
            return _answer(game, given, stored if isinstance(stored, Verdict) else None)
        case moves.Lifeline(name=name):
            return _help(game, name, stored if isinstance(stored, Hint) else None)
        case moves.TimeUp():
            raise NotNow("early")


def _cut_off(game: Game) -> tuple[Game, tuple[Event, ...]]:
    """Settle a question whose time is over."""
    late = Verdict(credit=0.0, reason="late")
    settled, record = settle(game, (), late, limits.limit(game) or 0, counts=not limits.ends_game(game))
    return settled, (record,)


def _answer(game: Game, given: Answer, verdict: Verdict | None) -> tuple[Game, tuple[Event, ...]]:
    question = game.question
    if verdict is None:
        if question.options and not set(given) <= {o.key for o in question.options if o.key not in game.removed}:
            raise NotNow("option")
        if isinstance(kinds.shape(question), Arrange) and given and len(set(given)) < len(question.options):
            raise NotNow("order")
        verdict = kinds.judge(question, given) if given else Verdict(credit=0.0, reason="pass")
    if verdict.again and not game.tried:
        again = Again(given, verdict)
        return msgspec.structs.replace(game, tried=again), (again,)
    verdict = msgspec.structs.replace(verdict, again=False)
    settled, record = settle(game, given, verdict, game.now - game.asked_at)
    return settled, (record,)


def _help(game: Game, name: str, hint: Hint | None) -> tuple[Game, tuple[Event, ...]]:
    if name == "fifty":
        removed = lifelines.fifty(game.question, game.removed, game.setup.seed)
        if not game.fifty or not removed:
            raise NotNow("spent" if game.setup.rules.fifty and not game.fifty else "fifty")
        game = msgspec.structs.replace(game, fifty=game.fifty - 1, removed=(*game.removed, *removed))
    else:
        if hint is None:
            hint = next(iter(hints_left(game)), None)
        if hint is None:
            raise NotNow("hint")
        struck = (hint.value,) if hint.kind == "option" else ()
        game = msgspec.structs.replace(game, hints=(*game.hints, hint), removed=(*game.removed, *struck))
    game = msgspec.structs.replace(game, help=(*game.help, name))
    return game, (Helped(name, asked(game), hint),)


def _swap(game: Game, place: int, question: Question) -> tuple[Game, tuple[Event, ...]]:
    """Put a question behind the one just judged; the deck stays as long as it was."""
    if game.setup.level is None or not game.short or not game.number < place <= len(game.deck):
        raise NotNow("deal")
    others = game.deck[: place - 1] + game.deck[place:]
    deck = (*others[: game.number], question, *others[game.number :])
    return msgspec.structs.replace(game, deck=deck, fitted=True), ()


def _next(game: Game) -> tuple[Game, tuple[Event, ...]]:
    if not game.revealed:
        raise NotNow("open")
    if game.done:
        return _end(game)
    if game.short:
        raise NotNow("deal")
    turn = turns.after(game) or game.turn
    over_to = bool(game.setup.players) and turn.seat != game.turn.seat
    game = msgspec.structs.replace(
        game,
        number=game.number + 1,
        turn=turn,
        asked_at=game.now,
        removed=(),
        hints=(),
        help=(),
        tried=None,
        waiting=over_to,
        revealed=False,
        fitted=False,
    )
    return game, (called(game) if over_to else asked(game),)


def _end(game: Game) -> tuple[Game, tuple[Event, ...]]:
    """End the game; after a miss on a ladder the points of the last safe step are left."""
    game = msgspec.structs.replace(game, over=True, revealed=False)
    end = ended(game)
    if end.safe is not None:
        points = end.records[end.safe - 1].standing.points if end.safe else 0
        standing = msgspec.structs.replace(game.standing, points=points)
        game = msgspec.structs.replace(game, standings=(standing,))
        end = msgspec.structs.replace(end, standing=standing)
    return game, (end,)


def _walk(game: Game) -> tuple[Game, tuple[Event, ...]]:
    if not game.setup.rules.walk or game.done:
        raise NotNow("walk")
    return _end(msgspec.structs.replace(game, walked=True))


def _ready(game: Game) -> tuple[Game, tuple[Event, ...]]:
    if not game.waiting:
        raise NotNow("open")
    game = msgspec.structs.replace(game, waiting=False, asked_at=game.now)
    return game, (asked(game),)


def _last(game: Game) -> Judged:
    """Find the record that a regrade or a flag belongs to: the last one, until the next question is touched."""
    touched = not game.revealed and (game.help or game.tried)
    if not game.records or touched:
        raise NotNow("open")
    return game.records[-1]


def _regrade(game: Game) -> tuple[Game, tuple[Event, ...]]:
    last = _last(game)
    typed = isinstance(last.shape, TypeIn) and last.shape.form == "text"
    # Once the next question of a tie-break is up, it has been decided who takes part in it.
    decided = bool(game.turn.tied) and not game.revealed
    if not typed or last.verdict.credit == 1 or not last.given or decided:
        raise NotNow("regrade")
    seat = game.turn.seat if game.revealed else _seat_of(game, last)
    standings = (*game.standings[:seat], game.before, *game.standings[seat + 1 :])
    as_before = msgspec.structs.replace(
        game,
        number=last.number,
        turn=msgspec.structs.replace(game.turn, seat=seat),
        help=last.help,
        standings=standings,
        ranked=False,
    )
    settled, record = settle(as_before, last.given, Verdict(credit=1.0, reason="regraded"), last.took_ms, regraded=True)
    if not game.revealed:
        settled = msgspec.structs.replace(settled, number=game.number, turn=game.turn, help=(), revealed=False)
    return settled, (record,)


def _seat_of(game: Game, record: Judged) -> int:
    return game.setup.players.index(record.player) if record.player else 0
