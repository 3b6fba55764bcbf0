"""The journal: each step whole and on the disk before it returns, and never changed afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from qot_quiz.core import moves
from qot_quiz.core.game import begin
from qot_quiz.core.replay import reopen, replay
from qot_quiz.core.setup import Rules
from qot_quiz.core.steps import step
from qot_quiz.errors import StoreError
from qot_quiz.store.history import close, load
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import Store, open_store

from . import sample
from .sample import STARTED_AT, STARTED_MS, deck, do, give, restored, setup, start

PLAYER = [sys.executable, sample.__file__]


def test_the_game_is_kept_as_drawn(store: Store) -> None:
    """The row of a game tells who plays what since when, with the deck's option texts in their order."""
    _, journal = start(store)
    columns = "id, player, mode, pack, digest, seed, started_at, started_ms"
    assert store.rows(f"select {columns} from games") == [
        (journal.game_id, "Min", "classic", "queen-of-tears", setup().digest, 2**53 - 1, STARTED_AT, STARTED_MS)
    ]
    stored = load(store, journal.game_id)
    assert [dealt.options for dealt in stored.deck] == [tuple(o.text for o in q.options) for q in deck()]


def test_each_outcome_is_kept_with_what_it_is_about(store: Store) -> None:
    """A help, a close answer, a verdict and a flag are stored as events; next and leave lead to nothing."""
    game, journal = start(store)
    game = do(game, journal, moves.Lifeline(5, "fifty"))
    game = give(game, journal, game.question.solution)
    game = do(game, journal, moves.Answer(game.now, ("Yongdu",)))
    game = give(game, journal, ("nowhere",))
    game = do(game, journal, moves.Flag(game.now, "unsure"))
    game = do(game, journal, moves.Regrade(game.now))
    game = do(game, journal, moves.Leave(game.now + 1))
    first, second = (question.item.id for question in deck()[:2])
    assert store.rows("select n, what, question, outcome is null from moves order by n") == [
        (1, "helped", None, 0),
        (2, "judged", first, 0),
        (3, None, None, 1),
        (4, "again", None, 0),
        (5, "judged", second, 0),
        (6, None, None, 1),
        (7, "flagged", second, 0),
        (8, "judged", second, 0),
        (9, None, None, 1),
    ]
    assert store.rows("select at, done_at from moves where n = 9") == [(game.now, STARTED_AT)]


@pytest.mark.parametrize(("lives", "how"), [(None, "finished"), (3, "won"), (1, "lost")])
def test_the_end_closes_the_game_with_its_last_move(store: Store, lives: int | None, how: str) -> None:
    """The step that ends a game is stored together with how it ended."""
    game, journal = start(store, setup(rules=Rules(lives=lives)))
    while not game.over:
        assert store.rows("select * from closed") == []
        game = give(game, journal, () if how == "lost" else game.question.solution)
    assert store.rows("select game, how, closed_at from closed") == [(journal.game_id, how, STARTED_AT)]


@pytest.mark.parametrize(
    "change",
    [
        "update moves set outcome = null where n = 1",
        "delete from moves",
        "insert or replace into moves select game, 1, at, command, null, null, null, done_at from moves where n = 2",
        "insert into moves select game, 99, at, command, null, null, null, done_at from moves where n = 2",
        "delete from games",
    ],
)
def test_moves_are_only_ever_added(store: Store, change: str) -> None:
    """No statement changes, deletes, replaces or skips a move, or takes its game away."""
    game, journal = start(store)
    give(game, journal, game.question.solution)
    before = store.rows("select * from moves")
    with pytest.raises(StoreError):
        store.write((change, ()))
    assert store.rows("select * from moves") == before


def test_a_game_played_twice_at_once_goes_on_in_one_place(store: Store) -> None:
    """When two programs took up the same game, the slower one is told, and the game stays whole."""
    game, journal = start(store)
    other = Journal(store, journal.game_id, count=0)
    do(game, journal, moves.Answer(1, game.question.solution))
    with pytest.raises(StoreError, match="another window"):
        do(game, other, moves.Answer(2, ()))
    assert len(load(store, journal.game_id).steps) == 1


def test_a_closed_game_takes_no_move(store: Store) -> None:
    """After a game was discarded elsewhere its player is told, and nothing is added behind its end."""
    game, journal = start(store)
    close(store, journal.game_id, "discarded")
    with pytest.raises(StoreError, match="closed"):
        do(game, journal, moves.Answer(1, ()))
    assert store.rows("select count(*) from moves") == [(0,)]


def test_a_step_that_could_not_be_written_is_not_forgotten(store: Store) -> None:
    """Steps that could not be written are written before the next one, in their order and as of their own time."""
    game, journal = start(store)
    store.write(("create trigger full before insert on moves begin select raise(abort, 'full'); end", ()))
    made = []
    for command in (moves.Answer(1, ()), moves.Next(2)):
        game, events = step(reopen(game), command)
        made.append((command, events))
        with pytest.raises(StoreError):
            journal.append(command, events)
    with pytest.raises(StoreError):
        journal.catch_up(0)
    assert store.rows("select n from moves") == []
    store.write(("drop trigger full", ()))
    do(game, journal, moves.Answer(3, ()))
    assert store.rows("select n, at, what from moves order by rowid") == [
        (1, 1, "judged"),
        (2, 2, None),
        (3, 3, "judged"),
    ]
    journal.catch_up(0)
    assert store.rows("select count(*) from moves") == [(3,)]


def test_a_beginning_that_could_not_be_written_is_not_forgotten(store: Store) -> None:
    """A game of which not even the beginning could be written is kept whole as soon as that is possible."""
    store.write(("create trigger full before insert on games begin select raise(abort, 'full'); end", ()))
    game, _ = begin(setup(), deck())
    journal = Journal(store, new_id())
    with pytest.raises(StoreError):
        journal.begin(game.setup, game.deck, STARTED_AT)
    while not game.over:
        command = moves.Next(game.now) if game.revealed else moves.Answer(game.now + 1, game.question.solution)
        game, events = step(reopen(game), command)
        with pytest.raises(StoreError):
            journal.append(command, events)
    store.write(("drop trigger full", ()))
    journal.catch_up(0)
    assert store.rows("select count(*), max(n) from moves") == [(10, 10)]
    assert store.rows("select game_id, right from results") == [(journal.game_id, 5)]


def test_a_resumed_journal_goes_on_from_the_stored_count(store: Store) -> None:
    """A game taken up again by a second journal carries on behind its last move."""
    game, journal = start(store)
    do(game, journal, moves.Leave(3))
    stored = load(store, journal.game_id)
    again = replay(stored.setup, restored(stored), stored.steps)
    do(again, Journal(store, journal.game_id, len(stored.steps)), moves.Answer(9, ()))
    assert store.rows("select n, at from moves") == [(1, 3), (2, 9)]


def test_ids_do_not_meet() -> None:
    """Every new game has an id of its own, of 32 hexadecimal digits."""
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert {len(bytes.fromhex(id)) for id in ids} == {16}


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
@pytest.mark.parametrize("after", [1, 2, 7, 40, 41, 150, 400])
def test_a_killed_program_loses_no_stored_step(tmp_path: Path, after: int) -> None:
    """Every step that was reported as stored is there after the program is killed, and the game goes on."""
    path = str(tmp_path / "games.db")
    process = subprocess.Popen([*PLAYER, "endless", path], stdout=subprocess.PIPE, text=True, env=environment())
    assert process.stdout is not None
    game_id = process.stdout.readline().strip()
    reported = 0
    while reported < after:
        reported = int(process.stdout.readline())
    process.send_signal(signal.SIGKILL)
    lines = process.stdout.read().split("\n")
    process.stdout.close()
    process.wait()
    reported = max([reported, *(int(line) for line in lines[:-1])])
    store = open_store(path)
    assert store.notices == []
    assert store.rows("pragma integrity_check") == [("ok",)]
    stored = load(store, game_id)
    assert reported <= len(stored.steps) <= reported + 1
    game = replay(stored.setup, restored(stored), stored.steps)
    give_up = Journal(store, game_id, len(stored.steps))
    do(game, give_up, moves.Leave(stored.at + 1))
    store.close()


def test_eight_programs_at_once_lose_nothing(tmp_path: Path) -> None:
    """Eight programs that play twenty games each into one file, from its first moment on, leave 160 whole games."""
    path = str(tmp_path / "games.db")
    runs = [
        subprocess.Popen(
            [*PLAYER, "several", path, f"player {number}", "20"], stderr=subprocess.PIPE, env=environment()
        )
        for number in range(8)
    ]
    errors = [run.communicate()[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [0] * 8, errors
    store = open_store(path)
    assert store.rows("select player, count(*) from games join closed on game = id group by player") == [
        (f"player {number}", 20) for number in range(8)
    ]
    assert store.rows("select count(*), sum(n) from moves") == [(1600, 160 * 55)]
    assert store.rows("pragma integrity_check") == [("ok",)]
    assert store.rows("pragma foreign_key_check") == []
    store.close()


def environment() -> dict[str, str]:
    """Let a child find the package wherever the tests found it."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
