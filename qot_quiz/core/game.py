"""The engine: a game is a value, a command makes the next one and says what happened."""

from __future__ import annotations

import msgspec

from qot_quiz.core import kinds, lifelines, moves
from qot_quiz.core.events import Again, Asked, Ended, Event, Flagged, Helped, Hint, Judged, Left, Standing
from qot_quiz.core.question import Answer, Arrange, Question, TypeIn
from qot_quiz.core.score import score
from qot_quiz.core.setup import Setup
from qot_quiz.core.verdict import Verdict


class NotNow(Exception):
    """A command that means nothing at this point of the game.

    Args:
        reason: A word for screens: ``over``, ``revealed``, ``open``, ``fifty``, ``hint``, ``option``,
            ``order``, ``regrade``.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Game(msgspec.Struct, frozen=True, omit_defaults=True):
    """A game at one moment.

    Args:
        setup: What it was set up with.
        deck: The questions drawn, in order.
        standing: How the player stands.
        before: How the player stood before the last verdict, for a regrade.
        number: The number of the question that is open or revealed, from 1.
        asked_at: When it was asked, in milliseconds on the game's clock.
        now: When the last command came.
        removed: Its options struck out.
        hints: Its hints given.
        help: Its helps used, in order.
        tried: Whether its one retry is used.
        fifty: Fifty-fifties left.
        records: The record of every judged question.
        revealed: Whether the last verdict stands on the screen and only Next goes on.
        over: Whether the game has ended.
        left: Whether the player stopped for now.
        ranked: Whether it counts for the boards.
    """

    setup: Setup
    deck: tuple[Question, ...]
    standing: Standing
    before: Standing
    number: int = 1
    asked_at: int = 0
    now: int = 0
    removed: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    help: tuple[str, ...] = ()
    tried: bool = False
    fifty: int = 0
    records: tuple[Judged, ...] = ()
    revealed: bool = False
    over: bool = False
    left: bool = False
    ranked: bool = True

    @property
    def question(self) -> Question:
        """The question that is open, or the one just judged."""
        return self.deck[self.number - 1]


def begin(setup: Setup, deck: tuple[Question, ...], at: int = 0) -> tuple[Game, tuple[Event, ...]]:
    """Start a game with its first question open.

    Args:
        setup: What the deck was drawn by.
        deck: At least one question.
        at: The moment on the game's clock, in milliseconds.
    """
    standing = Standing(lives=setup.rules.lives)
    game = Game(setup, deck, standing, standing, asked_at=at, now=at, fifty=setup.rules.fifty)
    return game, (asked(game),)


def step(game: Game, command: moves.Command, verdict: Verdict | None = None) -> tuple[Game, tuple[Event, ...]]:
    """Do what a command says.

    Args:
        game: The game before it.
        command: What the player did.
        verdict: A stored verdict that replaces judging, when a game is replayed.

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
            return msgspec.structs.replace(game, left=True), (Left(),)
        case moves.Answer(given=given):
            return _answer(game, given, verdict)
        case moves.Lifeline(name=name):
            return _help(game, name)
        case moves.Next():
            return _next(game)
        case moves.Regrade():
            return _regrade(game)
        case moves.Flag(reason=reason):
            return game, (Flagged(_last(game).question.item.id, reason),)


def asked(game: Game) -> Asked:
    """Describe the open question as it stands."""
    rules = game.setup.rules
    return Asked(
        number=game.number,
        of=len(game.deck) if rules.counted else None,
        question=game.question,
        shape=kinds.shape(game.question),
        standing=game.standing,
        removed=game.removed,
        hints=game.hints,
        fifty=game.fifty if lifelines.fifty(game.question, game.removed, game.setup.seed) else 0,
        hint_left=len(_hints_left(game)),
    )


def ended(game: Game) -> Ended:
    """Describe the end of a game that is over."""
    lost, endless = game.standing.lives == 0, game.setup.rules.lives is not None
    how = "lost" if lost else "won" if endless else "finished"
    return Ended(how, game.standing, game.ranked, game.records)


def _hints_left(game: Game) -> tuple[Hint, ...]:
    if not game.setup.rules.hints:
        return ()
    given = {hint.kind for hint in game.hints} - {"letters", "range"}
    all_steps = lifelines.hints(game.question, game.removed, game.setup.seed)
    left = [hint for hint in all_steps if hint not in game.hints and hint.kind not in given]
    return tuple(left)


def _answer(game: Game, given: Answer, verdict: Verdict | None) -> tuple[Game, tuple[Event, ...]]:
    if game.revealed:
        raise NotNow("revealed")
    question = game.question
    if verdict is None:
        if question.options and not set(given) <= {o.key for o in question.options if o.key not in game.removed}:
            raise NotNow("option")
        if isinstance(kinds.shape(question), Arrange) and given and len(set(given)) < len(question.options):
            raise NotNow("order")
        verdict = kinds.judge(question, given) if given else Verdict(credit=0.0, reason="pass")
    if verdict.again and not game.tried:
        return msgspec.structs.replace(game, tried=True), (Again(given, verdict),)
    verdict = msgspec.structs.replace(verdict, again=False)
    return _judged(game, given, verdict, game.now - game.asked_at, regraded=False)


def _judged(
    game: Game, given: Answer, verdict: Verdict, took_ms: int, regraded: bool
) -> tuple[Game, tuple[Event, ...]]:
    """Settle the question: points, streak, hearts, its record. `game.standing` is still that before it."""
    old = game.standing
    right, miss = verdict.credit == 1, verdict.credit == 0
    points = score(game.question.item.difficulty, verdict.credit, old.streak, game.help)
    streak = old.streak + 1 if right else 0 if miss else old.streak
    new = Standing(
        points=old.points + points.points,
        streak=streak,
        best_streak=max(old.best_streak, streak),
        right=old.right + right,
        asked=old.asked + 1,
        lives=None if old.lives is None else old.lives - miss,
    )
    record = Judged(
        number=game.number,
        question=game.question,
        shape=kinds.shape(game.question),
        given=given,
        verdict=verdict,
        score=points,
        help=game.help,
        took_ms=took_ms,
        standing=new,
        ends=new.lives == 0 or game.number == len(game.deck),
        regraded=regraded,
    )
    game = msgspec.structs.replace(
        game, standing=new, before=old, records=(*game.records[: game.number - 1], record), revealed=True
    )
    return game, (record,)


def _help(game: Game, name: str) -> tuple[Game, tuple[Event, ...]]:
    if game.revealed:
        raise NotNow("revealed")
    hint: Hint | None = None
    if name == "fifty":
        removed = lifelines.fifty(game.question, game.removed, game.setup.seed)
        if not game.fifty or not removed:
            raise NotNow("fifty")
        game = msgspec.structs.replace(game, fifty=game.fifty - 1, removed=(*game.removed, *removed))
    else:
        left = _hints_left(game)
        if not left:
            raise NotNow("hint")
        hint = left[0]
        struck = (hint.value,) if hint.kind == "option" else ()
        game = msgspec.structs.replace(game, hints=(*game.hints, hint), removed=(*game.removed, *struck))
    game = msgspec.structs.replace(game, help=(*game.help, name))
    return game, (Helped(name, asked(game), hint),)


def _next(game: Game) -> tuple[Game, tuple[Event, ...]]:
    if not game.revealed:
        raise NotNow("open")
    if game.records[-1].ends:
        game = msgspec.structs.replace(game, over=True, revealed=False)
        return game, (ended(game),)
    game = msgspec.structs.replace(
        game, number=game.number + 1, asked_at=game.now, removed=(), hints=(), help=(), tried=False, revealed=False
    )
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
    if not typed or last.verdict.credit == 1 or not last.given:
        raise NotNow("regrade")
    as_before = msgspec.structs.replace(game, number=last.number, help=last.help, standing=game.before, ranked=False)
    right = Verdict(credit=1.0, reason="regraded")
    settled, events = _judged(as_before, last.given, right, last.took_ms, regraded=True)
    if not game.revealed:
        settled = msgspec.structs.replace(settled, number=game.number, help=(), revealed=False)
    return settled, events
