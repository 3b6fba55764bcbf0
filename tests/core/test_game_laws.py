"""Laws of the engine: what holds after any commands whatever, those refused among them."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import RARER, deck, lives, setup

from core.packs import PACKS, SEEDS
from qot_quiz.core import kinds, moves
from qot_quiz.core.events import Again, Asked, Ended, Event, Judged
from qot_quiz.core.game import Game, NotNow, begin
from qot_quiz.core.kinds import choice
from qot_quiz.core.question import KEYS, Answer, Item, Question
from qot_quiz.core.replay import reopen, replay
from qot_quiz.core.score import score
from qot_quiz.core.setup import Rules, Setup
from qot_quiz.core.steps import step
from qot_quiz.core.verdict import Verdict

LAW = settings(max_examples=400)
"""Games are cheap to play."""

SOLUTION = ("the solution",)
"""Stands for the right answer of whatever question is open."""

TEXTS = [(), SOLUTION, SOLUTION, ("Kim",), ("Lee",), ("Yongdu",), ("nobody",), ("",), ("20",), ("9 May",)]
KEY = st.sampled_from(KEYS[:6])
GIVEN = st.sampled_from(TEXTS) | KEY.map(lambda key: (key,)) | st.lists(KEY, max_size=6).map(tuple)
AT = st.integers(0, 5000)
COMMANDS = st.lists(
    st.one_of(
        st.builds(moves.Answer, AT, GIVEN),
        st.builds(moves.Answer, AT, GIVEN),
        st.builds(moves.Next, AT),
        st.builds(moves.Next, AT),
        st.builds(moves.Lifeline, AT, st.sampled_from(["fifty", "hint"])),
        st.builds(moves.Regrade, AT),
        st.builds(moves.Flag, AT, st.text(max_size=5)),
        st.builds(moves.Leave, AT),
        st.builds(moves.Ready, AT),
        st.builds(moves.TimeUp, AT),
        st.builds(moves.Walk, AT),
    ),
    max_size=45,
)
RULES = st.sampled_from([Rules(fifty=1, hints=True), Rules(), lives(1), lives(3), Rules(fifty=3, hints=True, lives=2)])
SETUPS = st.one_of(
    RULES.map(lambda rules: setup(rules=rules)),
    st.sampled_from(
        [
            setup(rules=Rules(ask_ms=800, hints=True)),
            setup(rules=Rules(game_ms=2500, counted=False)),
            setup(rules=Rules(lives=1, walk=True, safe=(2, 4), fifty=1)),
            setup("party", length=4, players=("Ann", "Ben")),
            setup("party", length=3, players=("Ann", "Ben", "Cho"), same=True),
        ]
    ),
)
DECKS = st.permutations([*deck(), *(kinds.deal(one, 7, 0) for one in RARER)]).map(tuple)


class Played(msgspec.Struct, frozen=True):
    """A game as it was played live.

    Args:
        game: The game at the end.
        steps: The commands that were not refused, with the verdicts they led to: what a journal keeps.
        events: All that happened, the beginning included.
        games: The game after every command.
    """

    game: Game
    steps: list[tuple[moves.Command, Verdict | None]]
    events: list[Event]
    games: list[Game]


def play(setup: Setup, deck: tuple[Question, ...], commands: list[moves.Command]) -> Played:
    """Play commands as they come; a game that was left is taken up again by the next one."""
    game, first = begin(setup, deck)
    played = Played(game, [], list(first), [game])
    for command in commands:
        if isinstance(command, moves.Answer) and command.given == SOLUTION:
            command = moves.Answer(command.at, game.question.solution)  # noqa: PLW2901
        try:
            game, events = step(reopen(game), command)
        except NotNow:
            continue
        verdicts = [event.verdict for event in events if isinstance(event, Judged | Again)]
        played.steps.append((command, verdicts[0] if verdicts else None))
        played.events.extend(events)
        played.games.append(game)
    return msgspec.structs.replace(played, game=game)


def other(question: Question, given: Answer) -> Verdict:
    """Judge unlike every judge: nothing is ever right, nothing wrong."""
    return Verdict(0.5, "other", again=True)


@LAW
@given(SETUPS, DECKS, COMMANDS)
def test_replay(drawn: Setup, dealt: tuple[Question, ...], commands: list[moves.Command]) -> None:
    """A game replayed from its stored moves and verdicts is the live game, even if the judge has changed its mind."""
    played = play(drawn, dealt, commands)
    assert replay(drawn, dealt, played.steps) == played.game
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kinds, "judge", other)
        assert replay(drawn, dealt, played.steps) == played.game


@LAW
@given(SETUPS, DECKS, COMMANDS, st.data())
def test_replay_halfway(
    drawn: Setup, dealt: tuple[Question, ...], commands: list[moves.Command], data: st.DataObject
) -> None:
    """A game taken up from its journal at any point goes on exactly as the game that was never put down."""
    played = play(drawn, dealt, commands)
    cut = data.draw(st.integers(0, len(played.steps)))
    game = replay(drawn, dealt, played.steps[:cut])
    for command, _ in played.steps[cut:]:
        game, _ = step(reopen(game), command)
    assert game == played.game


@LAW
@given(SETUPS, DECKS, COMMANDS)
def test_sums(drawn: Setup, dealt: tuple[Question, ...], commands: list[moves.Command]) -> None:
    """In every mode each player's standing is the sum of that player's records, and an end changes points alone."""
    played = play(drawn, dealt, commands)
    records = [record for record in played.game.records if record.counts]
    for name, standing in zip(drawn.players or ("",), played.game.standings, strict=True):
        own = [record for record in records if record.player == name]
        assert (standing.asked, standing.right) == (len(own), sum(record.verdict.credit == 1 for record in own))
        points = sum(record.score.points for record in own)
        assert standing.points == points or (played.game.over and drawn.rules.safe and standing.points < points)
    for end in (event for event in played.events if isinstance(event, Ended)):
        assert played.game.over
        assert end.standing.asked == len(records) == len(end.records)


@LAW
@given(RULES, DECKS, COMMANDS)
def test_standing(rules: Rules, dealt: tuple[Question, ...], commands: list[moves.Command]) -> None:
    """Points are never negative, the best streak is never below the streak, and all is the sum of the records."""
    for game in play(setup(rules=rules), dealt, commands).games:
        standing, records = game.standing, game.records
        assert standing.points == sum(record.score.points for record in records) >= 0
        assert standing.best_streak >= standing.streak >= 0
        assert standing.right == sum(record.verdict.credit == 1 for record in records)
        assert standing.asked == len(records) == game.number - (not game.revealed and not game.over)
        missed = sum(record.verdict.credit == 0 for record in records)
        assert standing.lives == (None if rules.lives is None else rules.lives - missed)
        streak = 0
        for number, record in enumerate(records, start=1):
            assert record.number == number
            assert record.score == score(record.question.item.difficulty, record.verdict.credit, streak, record.help)
            credit = record.verdict.credit
            streak = streak + 1 if credit == 1 else 0 if credit == 0 else streak
            assert record.standing.streak == streak
        assert standing.streak == streak
        assert game.ranked == (not any(record.regraded for record in records))


@LAW
@given(RULES, DECKS, COMMANDS)
def test_one_end(rules: Rules, dealt: tuple[Question, ...], commands: list[moves.Command]) -> None:
    """A game ends at most once, with its last event, when the hearts or the questions are gone and not before."""
    played = play(setup(rules=rules), dealt, commands)
    ends = [event for event in played.events if isinstance(event, Ended)]
    assert ends == ([played.events[-1]] if played.game.over else [])
    for end in ends:
        assert end.standing == played.game.standing
        assert end.standing.lives == 0 or len(end.records) == len(dealt)
        assert (end.how == "lost") == (end.standing.lives == 0)
    for game in played.games:
        assert game.over or game.revealed or game.standing.lives != 0


@LAW
@given(RULES, DECKS, COMMANDS)
def test_any_game_can_be_finished(rules: Rules, dealt: tuple[Question, ...], commands: list[moves.Command]) -> None:
    """From wherever a game stands, right answers and next lead to its end."""
    game = reopen(play(setup(rules=rules), dealt, commands).game)
    while not game.over:
        command = moves.Next(game.now) if game.revealed else moves.Answer(game.now, game.question.solution)
        game, _ = step(game, command)
    assert len(game.records) == len(dealt) or game.standing.lives == 0


@LAW
@given(RULES, DECKS, COMMANDS)
def test_helps_keep_the_answer(rules: Rules, dealt: tuple[Question, ...], commands: list[moves.Command]) -> None:
    """However helps are mixed, the right option stays with another one, and what is offered can be used."""
    played = play(setup(rules=rules), dealt, commands)
    for game in played.games:
        assert not set(game.removed) & set(game.question.solution)
        assert not game.question.options or len(game.question.options) - len(game.removed) >= 2
    for event in played.events:
        if isinstance(event, Asked) and event.fifty:
            assert isinstance(event.question.options, tuple)
            assert len(event.question.options) - len(event.removed) > 2


@LAW
@given(PACKS, SEEDS, RULES)
def test_solutions_win(items: list[Item], seed: int, rules: Rules) -> None:
    """In any pack, the solution of every question is judged fully right."""
    dealt = tuple(kinds.deal(item, seed, choice.place_of(seed, at)) for at, item in enumerate(items))
    if not dealt:
        return
    game, _ = begin(setup(rules=rules, seed=seed), dealt)
    while not game.over:
        game, _ = step(game, moves.Answer(game.now, game.question.solution))
        game, _ = step(game, moves.Next(game.now))
    assert game.standing.right == game.standing.best_streak == len(dealt)
