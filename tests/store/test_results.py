"""Results: kept with the last step, made anew from the moves, and merged from elsewhere."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qot_quiz.core import moves, past
from qot_quiz.core.events import Ended
from qot_quiz.core.game import NotNow, begin, ended, step
from qot_quiz.core.past import Result
from qot_quiz.core.replay import reopen
from qot_quiz.core.setup import Rules
from qot_quiz.errors import QuizError, StoreError
from qot_quiz.store import boards
from qot_quiz.store.boards import import_results, rebuild
from qot_quiz.store.history import close, remove, unfinished
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import Row, Store, open_memory, open_store
from qot_quiz.store.results import Imported

from . import sample
from .finished import BOARD, game, keep
from .sample import STARTED_AT, STARTED_MS, deck, do, give, play, setup, start
from .test_history import COMMANDS, RULES
from .test_journal import environment

KEPT = ("results", "tally", "unfinished")


def kept(store: Store) -> dict[str, list[Row]]:
    """Read all that is kept and could be made anew."""
    return {table: sorted(store.rows(f"select * from {table}"), key=repr) for table in KEPT}


@pytest.mark.parametrize(("lives", "how"), [(None, "finished"), (3, "won"), (1, "lost")])
def test_the_last_step_keeps_what_the_game_came_to(store: Store, lives: int | None, how: str) -> None:
    """Whichever way a game ends, its row says what the engine says of it, and none is there a step earlier."""
    game, journal = start(store, setup(rules=Rules(lives=lives, fifty=1, hints=True)))
    game = do(game, journal, moves.Lifeline(game.now, "fifty"))
    game = do(game, journal, moves.Lifeline(game.now, "hint"))
    while not game.over:
        assert store.rows("select * from results") == []
        game = give(game, journal, () if how == "lost" else game.question.solution)
    end = ended(game)
    assert (end.how, past.helps(end)) == (how, 2)
    result = past.result(game.setup, end, journal.game_id, STARTED_AT, STARTED_AT)
    assert boards.find(store, journal.game_id) == result
    extra = store.rows("select helps, finished_ms, origin, hidden from results")
    assert extra == [(2, STARTED_MS, "here", 0)]


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
    """When the result cannot be written, the last step is not there either, and can be made again."""
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
    do(game, journal, moves.Next(game.now))
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


def test_a_rebuilding_that_fails_changes_nothing(store: Store) -> None:
    """When one game cannot be read, all results stay as they were."""
    play(store, game_id="1" * 32)
    play(store, game_id="2" * 32)
    before = kept(store)
    store.write(("update games set setup = '{}' where id = ?", ("2" * 32,)))
    with pytest.raises(StoreError, match="2" * 32):
        rebuild(store)
    assert kept(store) == before


def test_rebuilding_keeps_what_was_imported(store: Store) -> None:
    """Imported games have no moves here, and stay."""
    keep(store, game("a"), game("b"))
    remove(store, "b")
    before = kept(store)
    rebuild(store)
    assert kept(store) == before
    assert boards.find(store, "a") == game("a")


def test_nothing_is_imported_twice(store: Store) -> None:
    """Games merge by their ids, within an import and with what is here, and the first to come stays."""
    play(store, game_id="1" * 32)
    here = boards.find(store, "1" * 32)
    arriving = [(game("a"), 1), (game("b"), 0), (game("a", points=1), 0), (game("1" * 32), 0)]
    assert import_results(store, iter(arriving)) == Imported(added=2, known=2)
    before = kept(store)
    assert import_results(store, iter(arriving)) == Imported(added=0, known=4)
    assert import_results(store, []) == Imported(added=0, known=0)
    assert kept(store) == before
    assert boards.find(store, "a") == game("a")
    assert boards.find(store, "1" * 32) == here
    assert store.rows("select helps, origin from results where game_id = 'a'") == [(1, "imported")]


@pytest.mark.parametrize("here", [0, 20])
def test_an_import_leaves_the_store_as_it_should_be(store: Store, here: int) -> None:
    """Whether much or little comes in, indexes, tally and order are afterwards those of any store."""
    keep(store, *(game(f"{number}", points=number % 10) for number in range(here)))
    schema = store.rows("select name, sql from sqlite_schema order by name")
    keep(store, *(game(f"new {number}", points=10 + number, player="Ji") for number in range(3)))
    assert store.rows("select name, sql from sqlite_schema order by name") == schema
    assert store.rows("select name from sqlite_temp_schema") == []
    assert store.rows("pragma integrity_check") == [("ok",)]
    assert [placed.rank for placed in boards.top(store, BOARD, limit=99)] == list(range(1, here + 4))
    assert boards.place(store, "new 0").of == here + 3
    before = kept(store)
    rebuild(store)
    assert kept(store) == before


def test_an_import_that_breaks_off_brings_nothing(store: Store) -> None:
    """When the stream ends in an error, that error comes out, nothing is imported, and the next import works."""

    def broken() -> Iterator[tuple[Result, int]]:
        yield game("a"), 0
        raise QuizError("line 2 is no game")

    with pytest.raises(QuizError, match="line 2"):
        import_results(store, broken())
    assert store.rows("select * from results") == []
    keep(store, game("b"))
    assert boards.find(store, "b") is not None


def test_a_game_may_end_while_an_import_is_read(store: Store) -> None:
    """Another process can write as long as the stream has not ended."""
    other = open_store(store.path)
    other.rows("pragma busy_timeout = 0")

    def slow() -> Iterator[tuple[Result, int]]:
        yield game("a"), 0
        play(other, game_id="1" * 32)
        yield game("b"), 0

    assert import_results(store, slow()) == Imported(added=2, known=0)
    other.close()
    assert store.rows("select origin, count(*) from results group by origin") == [("here", 1), ("imported", 2)]


def test_a_removed_game_is_not_brought_back(store: Store) -> None:
    """A game that was removed stays away when it is imported again, finished or not when it was removed."""
    keep(store, game("a"))
    remove(store, "a")
    _, journal = start(store)
    remove(store, journal.game_id)
    assert import_results(store, [(game("a"), 0), (game(journal.game_id), 0)]) == Imported(added=0, known=2)
    assert boards.boards(store) == []


def test_a_game_removed_before_its_end_stays_hidden(store: Store) -> None:
    """A game that is played on elsewhere after its removal is kept, and seen nowhere."""
    game, journal = start(store)
    remove(store, journal.game_id)
    assert unfinished(store) == []
    while not game.over:
        game = give(game, journal, ())
    assert boards.find(store, journal.game_id) is None
    assert store.rows("select hidden from results") == [(1,)]
    assert boards.boards(store) == []


def test_the_end_here_takes_the_place_of_an_import(store: Store) -> None:
    """A game imported finished while it lay here unfinished stands once, with the end that it has here."""
    current, journal = start(store)
    keep(store, game(journal.game_id, points=99_999))
    while not current.over:
        current = give(current, journal, ())
    found = boards.find(store, journal.game_id)
    assert found is not None
    assert (found.points, boards.boards(store)) == (0, [found.board])
    assert store.rows("select origin from results") == [("here",)]
    assert store.rows("select * from tally") == [(found.board, 0, 1)]


@pytest.mark.parametrize("change", ["points = 99999", "ranked = 0", "board = 'x'", "game_id = 'x'"])
def test_a_result_is_never_changed(store: Store, change: str) -> None:
    """No statement changes what a game came to."""
    keep(store, game("a"))
    with pytest.raises(StoreError):
        store.write((f"update results set {change}", ()))
    assert boards.find(store, "a") == game("a")


def test_a_game_that_never_was_cannot_be_removed(store: Store) -> None:
    """Removing an unknown id is an error, and hides nothing that comes later."""
    with pytest.raises(StoreError):
        remove(store, "a")
    keep(store, game("a"))
    assert boards.find(store, "a") is not None


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
