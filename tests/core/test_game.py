"""The engine: what each command does, and when it means nothing."""

from __future__ import annotations

import pytest
from samples import deck, lives, setup

from qot_quiz.core import moves
from qot_quiz.core.events import Again, Asked, Ended, Event, Flagged, Helped, Judged, Left
from qot_quiz.core.game import Game, NotNow, asked, begin
from qot_quiz.core.question import Answer
from qot_quiz.core.replay import reopen, shown_again
from qot_quiz.core.setup import Rules
from qot_quiz.core.steps import step

TYPED = ("heroine/actress", "lead/actor")
CHOICE = ("lead/actor", "heroine/actress")


def start(*ids: str, rules: Rules | None = None) -> Game:
    """Begin a game on these items."""
    return begin(setup(rules=rules or Rules(fifty=1, hints=True)), deck(*ids))[0]


def do(game: Game, *commands: moves.Command) -> tuple[Game, tuple[Event, ...]]:
    """Make several steps; the last one's events come back."""
    events: tuple[Event, ...] = ()
    for command in commands:
        game, events = step(game, command)
    return game, events


def right(game: Game) -> moves.Answer:
    """Answer the open question rightly, a second after it was asked."""
    return moves.Answer(game.asked_at + 1000, game.question.solution)


def wrong(game: Game) -> moves.Answer:
    """Answer the open question wrongly."""
    keys = [option.key for option in game.question.options if option.key not in game.question.solution]
    return moves.Answer(game.asked_at + 1000, (keys[0] if keys else "nobody",))


def refusal(game: Game, command: moves.Command) -> str:
    """Give the reason why a command means nothing now."""
    with pytest.raises(NotNow) as refused:
        step(game, command)
    return refused.value.reason


def judged(events: tuple[Event, ...]) -> Judged:
    """Give the one record among events."""
    (record,) = events
    assert isinstance(record, Judged)
    return record


def test_first_question() -> None:
    """A game begins with its first question open and nothing earned."""
    game, events = begin(setup(), deck(*CHOICE), at=40)
    assert events == (asked(game),)
    shown = asked(game)
    assert (shown.number, shown.of, shown.question, shown.fifty, shown.hint_left) == (1, 2, game.deck[0], 1, 1)
    assert (shown.standing.points, shown.standing.lives, game.asked_at) == (0, None, 40)


def test_right_answer() -> None:
    """A right answer earns its points, lengthens the streak, and only next goes on."""
    game, events = do(start(*CHOICE), right(start(*CHOICE)))
    record = judged(events)
    assert (record.verdict.credit, record.score.points, record.took_ms, record.ends) == (1, 100, 1000, False)
    assert (game.standing.points, game.standing.streak, game.standing.right, game.standing.asked) == (100, 1, 1, 1)
    assert refusal(game, right(game)) == refusal(game, moves.Lifeline(0, "fifty")) == "revealed"
    game, events = do(game, moves.Next(2000))
    assert isinstance(events[0], Asked)
    assert (game.number, game.asked_at, game.revealed) == (2, 2000, False)
    assert refusal(game, moves.Next(2000)) == "open"


def test_points_use_streak_and_help() -> None:
    """The streak before and the helps of this question count, and both are spent rightly."""
    game = start("lead/actor", "script/writer", "channel/name")
    game, _ = do(game, right(game), moves.Next(0))
    game, events = do(game, moves.Lifeline(0, "hint"), moves.Answer(0, game.question.solution))
    assert judged(events).score.points == 165
    assert judged(events).help == ("hint",)
    game, _ = do(game, moves.Next(0))
    assert (game.help, game.hints, game.removed) == ((), (), ())


def test_miss_breaks_streak() -> None:
    """A miss and a pass earn nothing and break the streak; the best streak stays."""
    for miss in (wrong, lambda game: moves.Answer(0, ())):
        game = start("lead/actor", "channel/name", "script/writer")
        game, _ = do(game, right(game), moves.Next(0))
        game, events = do(game, miss(game))
        assert judged(events).score.points == 0
        assert (game.standing.streak, game.standing.best_streak, game.standing.points) == (0, 1, 100)


def test_one_retry() -> None:
    """A close answer gets one more try, the second close one is a miss, and the streak is not asked twice."""
    game, events = do(start(*TYPED), moves.Answer(0, ("Kim",)))
    assert isinstance(events[0], Again)
    assert (game.revealed, game.records, game.tried) == (False, (), events[0])
    missed, events = do(game, moves.Answer(0, ("Kim",)))
    assert (judged(events).verdict.credit, judged(events).verdict.again) == (0, False)
    game, events = do(game, moves.Answer(0, ("Kim Ji-won",)))
    assert judged(events).score.points == 100
    assert not do(missed, moves.Next(0))[0].tried


def test_fifty() -> None:
    """A fifty-fifty strikes two wrong options, which cannot be picked any more, and there is one in a game."""
    game, events = do(start(*CHOICE, "channel/name"), moves.Lifeline(0, "fifty"))
    assert isinstance(events[0], Helped)
    assert len(game.removed) == 2
    assert not set(game.removed) & set(game.question.solution)
    assert refusal(game, moves.Answer(0, (game.removed[0],))) == "option"
    assert refusal(game, moves.Lifeline(0, "fifty")) == "spent"
    game, _ = do(game, right(game), moves.Next(0), moves.Answer(0, ()), moves.Next(0))
    assert refusal(game, moves.Lifeline(0, "fifty")) == "spent"
    assert asked(game).fifty == 0


def test_hints() -> None:
    """Hints come step by step until none is left; without them in the rules there is none."""
    game = start(*TYPED)
    values = []
    for left in (2, 1, 0):
        game, events = do(game, moves.Lifeline(0, "hint"))
        assert isinstance(events[0], Helped)
        assert events[0].hint is not None
        assert events[0].asked.hint_left == left
        values.append(events[0].hint.value)
    assert values == ["___ __-___", "K__ J_-w__", "K_m J_-w_n"]
    assert refusal(game, moves.Lifeline(0, "hint")) == "hint"
    assert refusal(start(*TYPED, rules=Rules()), moves.Lifeline(0, "hint")) == "hint"
    assert refusal(start(*TYPED), moves.Lifeline(0, "fifty")) == "fifty"


def test_last_heart() -> None:
    """Each miss costs a heart, the last one ends the game as lost, and nothing moves it any more."""
    game = start("lead/actor", "channel/name", "script/writer", rules=lives(2))
    game, events = do(game, wrong(game))
    assert (judged(events).standing.lives, judged(events).ends) == (1, False)
    game, _ = do(game, moves.Next(0))
    game, events = do(game, wrong(game))
    assert (judged(events).standing.lives, judged(events).ends) == (0, True)
    game, events = do(game, moves.Next(0))
    assert isinstance(events[0], Ended)
    assert (events[0].how, len(events[0].records), game.over) == ("lost", 2, True)
    for command in (moves.Next(0), moves.Answer(0, ()), moves.Leave(0), moves.Regrade(0), moves.Flag(0, "x")):
        assert refusal(game, command) == "over"


@pytest.mark.parametrize(("rules", "how"), [(lives(1), "won"), (Rules(), "finished")])
def test_last_question(rules: Rules, how: str) -> None:
    """A game whose questions run out is won where there are hearts, else finished."""
    game = start("lead/actor", rules=rules)
    _, events = do(game, right(game), moves.Next(0))
    assert isinstance(events[0], Ended)
    assert (events[0].how, events[0].ranked) == (how, True)


def test_regrade_saves_a_heart() -> None:
    """A regrade gives points, streak and heart as if right the first time, keeps what was typed, and un-ranks."""
    game = start("lead/actor", "heroine/actress", "channel/name", rules=lives(1))
    game, _ = do(game, right(game), moves.Next(0), moves.Lifeline(0, "hint"))
    game, events = do(game, moves.Answer(0, ("Jessica Kim",)))
    assert (judged(events).ends, game.standing.lives) == (True, 0)
    game, events = do(game, moves.Regrade(0))
    record = judged(events)
    assert (record.regraded, record.given, record.ends, record.help) == (True, ("Jessica Kim",), False, ("hint",))
    assert record.score.points == 83
    assert (game.standing.points, game.standing.streak, game.standing.lives, game.standing.asked) == (183, 2, 1, 2)
    assert (game.ranked, len(game.records)) == (False, 2)
    assert refusal(game, moves.Regrade(0)) == "regrade"
    game, events = do(game, moves.Next(0))
    assert isinstance(events[0], Asked)


def test_regrade_at_the_next_question() -> None:
    """Until the next question is touched, "I was right" and a flag still belong to the one before it."""
    game = start(*TYPED, "village/name")
    game, _ = do(game, wrong(game), moves.Next(1500))
    flagged, events = do(game, moves.Flag(600, "ambiguous"))
    assert events == (Flagged("heroine/actress", "ambiguous"),)
    game, events = do(flagged, moves.Regrade(700))
    assert (judged(events).number, game.number, game.revealed, game.asked_at) == (1, 2, False, 1500)
    assert (game.standing.points, game.standing.streak) == (100, 1)
    game, events = do(game, moves.Answer(800, game.question.solution))
    assert (judged(events).score.points, game.standing.points, game.standing.asked) == (110, 210, 2)
    again = start(*TYPED)
    again, _ = do(again, wrong(again), moves.Next(0), moves.Lifeline(0, "hint"))
    assert refusal(again, moves.Regrade(0)) == refusal(again, moves.Flag(0, "")) == "open"


@pytest.mark.parametrize("given", [("nobody",), ("Kim",)])
def test_words_on_a_verdict_after_help_or_retry(given: Answer) -> None:
    """A flag and "I was right" mean the verdict that stands there, whether it took a help, a retry, or neither."""
    game, _ = do(start(*TYPED), moves.Lifeline(0, "hint"), moves.Answer(0, given))
    if not game.revealed:
        game, _ = do(game, moves.Answer(0, given))
    assert do(game, moves.Flag(0, "why"))[1] == (Flagged("heroine/actress", "why"),)
    assert judged(do(game, moves.Regrade(0))[1]).score.points == 75


def test_no_regrade() -> None:
    """Only a typed answer that was judged wrong can be graded anew: no pick, no pass, no right one, nothing yet."""
    game = start(*CHOICE)
    assert refusal(game, moves.Regrade(0)) == refusal(game, moves.Flag(0, "")) == "open"
    assert refusal(do(game, wrong(game))[0], moves.Regrade(0)) == "regrade"
    game = start(*TYPED)
    assert refusal(do(game, moves.Answer(0, ()))[0], moves.Regrade(0)) == "regrade"
    assert refusal(do(game, right(game))[0], moves.Regrade(0)) == "regrade"


def test_leave_and_take_up() -> None:
    """Leaving keeps everything; taken up again, a game shows its open question, and why once more, or the verdict."""
    game = start(*CHOICE)
    left, events = do(game, moves.Leave(10))
    assert (events, left.left) == ((Left(),), True)
    assert shown_again(reopen(left)) == (asked(game),)
    verdict, _ = do(reopen(left), right(game))
    left, _ = do(verdict, moves.Leave(3000))
    assert shown_again(reopen(left)) == (verdict.records[0],)
    assert do(reopen(left), moves.Next(3000))[0].number == 2
    tried, (again,) = do(start(*TYPED), moves.Answer(0, ("Kim",)))
    left, _ = do(tried, moves.Leave(10))
    assert shown_again(reopen(left)) == (asked(tried), again)


def test_clock_never_runs_back() -> None:
    """A command stamped before the last one does not make time negative."""
    game = start(*CHOICE)
    game, _ = do(game, moves.Answer(900, ()), moves.Next(1000))
    _, events = do(game, moves.Answer(400, ()))
    assert judged(events).took_ms == 0


def test_uncounted() -> None:
    """A mode that does not tell how many questions there are does not tell."""
    assert asked(start(*CHOICE, rules=Rules(counted=False))).of is None
