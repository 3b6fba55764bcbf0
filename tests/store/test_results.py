"""Results: kept with the last step, made anew from the moves, and merged from elsewhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qot_quiz.core import moves, past
from qot_quiz.core.events import Ended
from qot_quiz.core.game import NotNow, begin, ended
from qot_quiz.core.replay import reopen
from qot_quiz.core.setup import Rules
from qot_quiz.core.steps import step
from qot_quiz.errors import StoreError
from qot_quiz.store import boards, unfinished
from qot_quiz.store.boards import rebuild
from qot_quiz.store.history import close, remove
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import Store, open_memory, open_store

from . import sample
from .finished import game, keep, kept
from .sample import STARTED_AT, STARTED_MS, deck, do, give, play, setup, start
from .test_history import COMMANDS, RULES
from .test_journal import environment


@pytest.mark.parametrize(("lives", "how"), [(None, "finished"), (3, "won"), (1, "lost")])
def test_the_last_step_keeps_what_the_game_came_to(store: Store, lives: int | None, how: str) -> None:
    """Whichever way a game ends, its row says what the engine says of it, and none is there a step earlier."""
    game, journal = start(store, setup(rules=Rules(lives=lives, fifty=1, hints=True)))
    game = do(game, journal, moves.Lifeline(game.now, "hint"))
    game = do(game, journal, moves.Lifeline(game.now, "fifty"))
    while not game.over:
        assert store.rows("select * from results") == []
        game = give(game, journal, () if how == "lost" else game.question.solution)
    end = ended(game)
    assert (end.how, past.helps(end)) == (how, 2)
    result = past.result(game.setup, end, journal.game_id, STARTED_AT, STARTED_AT)
    assert boards.find(store, journal.game_id) == result
    extra = store.rows("select helps, finished_ms, origin, hidden from results")
    assert extra == [(2, STARTED_MS, "here", 0)]


def test_a_game_without_an_answer_leaves_no_result(store: Store) -> None:
    """Who walks away before the first answer has ended the game, and it is on no board, also when all is made anew."""
    game, journal = start(store, setup(rules=Rules(lives=1, walk=True)))
    game = do(game, journal, moves.Walk(game.now))
    assert game.over
    assert unfinished.games(store) == []
    rebuild(store)
    assert store.rows("select * from results") == store.rows("select * from tally") == []


def test_a_regraded_game_is_kept_unranked(store: Store) -> None:
    """After "I was right" the game keeps its better points and counts for no rank."""
    game, journal = start(store)
    game = give(game, journal, ())
    game = do(game, journal, moves.Answer(game.now, ("nowhere",)))
    game = do(game, journal, moves.Regrade(game.now))
    while not game.over:
        game = do(game, journal, moves.Next(game.now))
        if not game.over:
            game = do(game, journal, moves.Answer(game.now, ()))
    found = boards.find(store, journal.game_id)
    assert found is not None
    assert (found.right, found.asked, found.ranked, found.points) == (1, 5, False, game.standing.points)
    assert store.rows("select * from tally") == []


@pytest.mark.parametrize("how", ["gone", "discarded"])
def test_a_game_without_an_end_of_its_own_leaves_no_result(store: Store, how: str) -> None:
    """What was closed as it stood is on no board."""
    game, journal = start(store)
    give(game, journal, game.question.solution)
    close(store, journal.game_id, how)
    assert store.rows("select * from results") == []
    rebuild(store)
    assert store.rows("select * from results") == []


def test_a_result_and_its_last_step_are_one(store: Store) -> None:
    """When the result cannot be written, the last step is not there either, and is kept later."""
    game, journal = start(store)
    while not game.records[4:]:
        game = do(game, journal, moves.Answer(game.now, ()))
        game = do(game, journal, moves.Next(game.now)) if not game.records[4:] else game
    before = store.rows("select count(*) from moves")
    store.write(("create trigger full before insert on results begin select raise(abort, 'full'); end", ()))
    with pytest.raises(StoreError):
        do(game, journal, moves.Next(game.now))
    assert store.rows("select count(*) from moves") == before
    assert store.rows("select * from closed") == []
    store.write(("drop trigger full", ()))
    journal.catch_up(0)
    assert boards.find(store, journal.game_id) is not None


FATES = st.sampled_from(["kept", "kept", "removed", "discarded", "imported"])
PLAYED = st.lists(st.tuples(COMMANDS, RULES, FATES, st.booleans(), st.sampled_from(["Min", "Ji"])), max_size=4)


@settings(max_examples=120, deadline=None)
@given(games=PLAYED)
def test_what_is_kept_can_be_made_anew(
    games: list[tuple[list[moves.Command], Rules, str, bool, str]],
) -> None:
    """After any games, what is kept equals what the moves give, also when it had been lost or falsified."""
    store = open_memory()
    for commands, rules, fate, through, player in games:
        _play(store, commands, rules, fate, through, player)
    before = kept(store)
    rebuild(store)
    assert kept(store) == before
    store.write(
        ("delete from results where origin = 'here' and points > 0", ()),
        ("update tally set games = games + 1", ()),
        ("delete from unfinished", ()),
    )
    rebuild(store)
    assert kept(store) == before
    rebuild(store)
    assert kept(store) == before
    store.close()


def _play(store: Store, commands: list[moves.Command], rules: Rules, fate: str, through: bool, player: str) -> None:
    """Play any commands, perhaps on to the end; remove, discard or import the game."""
    current, _ = begin(setup(player, rules=rules), deck())
    journal = Journal(store, new_id())
    journal.begin(current.setup, current.deck, STARTED_AT)
    more: list[moves.Command] = [moves.Answer(9, ()), moves.Next(9)] * 5 if through else []
    if fate == "imported":
        keep(store, game(journal.game_id, player=player))
    for waited in [*commands, *more]:
        command = msgspec.structs.replace(waited, at=current.now + waited.at)
        try:
            current, events = step(reopen(current), command)
        except NotNow:
            continue
        journal.append(command, events)
        assert current.over is any(isinstance(event, Ended) for event in events)
    if fate == "removed":
        remove(store, journal.game_id)
    if fate == "discarded":
        close(store, journal.game_id, "discarded")


def test_rebuilding_judges_nothing_again(store: Store) -> None:
    """A result made anew has the stored points, ruleset and board, even if today's rules would give others."""
    play(store, game_id="1" * 32)
    store.write(("drop trigger moves_unchanged", ()))
    old = "update moves set outcome = replace(outcome, ?, ?) where what = 'ended'"
    store.write((old, ('"ruleset":1', '"ruleset":0')), (old, ('"board":"1/', '"board":"0/old/')))
    rebuild(store)
    found = boards.find(store, "1" * 32)
    assert found is not None
    assert (found.ruleset, found.board) == (0, "0/old/classic/easy,hard/5/custom")
    assert boards.boards(store) == [found.board]


def test_a_question_cut_off_stays_out_when_made_anew(store: Store) -> None:
    """A question that the end of the game's time cut off adds neither time nor helps to a result made anew."""
    game, journal = start(store, setup(rules=Rules(game_ms=3000, hints=True)))
    game = give(game, journal, game.question.solution)
    game = do(game, journal, moves.Lifeline(game.now, "hint"))
    game = do(game, journal, moves.TimeUp(game.now + 9000))
    do(game, journal, moves.Next(game.now))
    before = kept(store)
    found = boards.find(store, journal.game_id)
    assert found is not None
    assert (found.asked, found.took_ms) == (1, 1000)
    rebuild(store)
    assert kept(store) == before


def test_a_rebuilding_that_fails_changes_nothing(store: Store) -> None:
    """When one game cannot be read, all results stay as they were."""
    play(store, game_id="1" * 32)
    play(store, game_id="2" * 32)
    before = kept(store)
    store.write(("update games set setup = '{}' where id = ?", ("2" * 32,)))
    with pytest.raises(StoreError, match="2" * 32):
        rebuild(store)
    assert kept(store) == before


def test_a_game_removed_before_its_end_stays_hidden(store: Store) -> None:
    """A game that is played on elsewhere after its removal is kept, and seen nowhere."""
    game, journal = start(store)
    remove(store, journal.game_id)
    assert unfinished.games(store) == []
    while not game.over:
        game = give(game, journal, ())
    assert boards.find(store, journal.game_id) is None
    assert store.rows("select hidden from results") == [(1,)]
    assert boards.boards(store) == []


def test_eight_programs_finish_games_at_once(tmp_path: Path) -> None:
    """Eight programs that finish ten games each at the same time leave 80 results, ranked from 1 to 80."""
    path = str(tmp_path / "games.db")
    runs = [
        subprocess.Popen(
            [sys.executable, sample.__file__, "several", path, f"player {number}", "10"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        for number in range(8)
    ]
    errors = [run.communicate()[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [0] * 8, errors
    store = open_store(path)
    (board,) = boards.boards(store)
    placed = boards.top(store, board, limit=100)
    assert [each.rank for each in placed] == list(range(1, 81))
    assert sum(each.personal_best for each in placed) == 8
    assert boards.place(store, placed[-1].result.game_id).of == 80
    before = kept(store)
    rebuild(store)
    assert kept(store) == before
    assert store.rows("pragma integrity_check") == [("ok",)]
    store.close()
