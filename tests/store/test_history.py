"""History: a stored game replays to the very same game, and lists leave out what they should."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qot_quiz.core import moves
from qot_quiz.core.events import Hint
from qot_quiz.core.game import NotNow, begin
from qot_quiz.core.replay import reopen, replay
from qot_quiz.core.setup import Rules
from qot_quiz.core.steps import step
from qot_quiz.core.verdict import Verdict
from qot_quiz.errors import StoreError
from qot_quiz.store import unfinished
from qot_quiz.store.history import close, load, remove, seen
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import Store, open_store

from .sample import ITEMS, STARTED_AT, deck, do, give, play, restored, setup, start

TEXTS = st.one_of(st.sampled_from(["Yongdu-ri", "yongdu", "김수현", "Suhyeon"]), st.text(max_size=12))
GIVEN = st.one_of(st.just(()), st.sampled_from("abcd").map(lambda key: (key,)), TEXTS.map(lambda text: (text,)))
WAIT = st.integers(0, 90_000)
COMMANDS = st.lists(
    st.one_of(
        st.builds(moves.Answer, WAIT, GIVEN),
        st.builds(moves.Answer, WAIT, GIVEN),
        st.builds(moves.Next, WAIT),
        st.builds(moves.Next, WAIT),
        st.builds(moves.Lifeline, WAIT, st.sampled_from(["fifty", "hint"])),
        st.builds(moves.Regrade, WAIT),
        st.builds(moves.Flag, WAIT, st.text(max_size=20)),
        st.builds(moves.Leave, WAIT),
    ),
    max_size=40,
)
RULES = st.builds(Rules, st.none() | st.integers(1, 3), st.integers(0, 2), st.booleans(), st.booleans())


@pytest.fixture(scope="module")
def shared() -> Iterator[Store]:
    """Open one store for all the games of a property."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(os.path.join(folder, "games.db"))
        yield store
        store.close()


@settings(max_examples=300, deadline=None)
@given(commands=COMMANDS, rules=RULES)
def test_a_stored_game_replays_to_the_live_one(shared: Store, commands: list[moves.Command], rules: Rules) -> None:
    """After any commands, what the store gives back replays to a game equal to the one that was played."""
    game, _ = begin(setup(rules=rules), deck())
    journal = Journal(shared, new_id())
    journal.begin(game.setup, game.deck, STARTED_AT)
    taken = []
    for waited in commands:
        command = msgspec.structs.replace(waited, at=game.now + waited.at)
        try:
            game, events = step(reopen(game), command)
        except NotNow:
            continue
        journal.append(command, events)
        taken.append(command)
    stored = load(shared, journal.game_id)
    assert stored.setup == game.setup
    assert restored(stored) == game.deck
    assert [command for command, _ in stored.steps] == taken
    assert replay(stored.setup, restored(stored), stored.steps) == game
    assert stored.at == (taken[-1].at if taken else 0)
    listed = {entry.game_id for entry in unfinished.games(shared)}
    assert (journal.game_id in listed) is not game.over
    close(shared, journal.game_id, "discarded")


def test_a_stored_verdict_outlives_a_changed_question(store: Store) -> None:
    """A game is replayed by the verdicts that were shown, and nothing is judged again."""
    game, journal = start(store)
    game = give(game, journal, game.question.solution)
    game = do(game, journal, moves.Answer(game.now + 1, ("Yongdu-ri",)))
    stored = load(store, journal.game_id)
    questions = list(restored(stored))
    mended = msgspec.structs.replace(questions[1].item, answer="Elsewhere")
    questions[1] = msgspec.structs.replace(questions[1], item=mended, solution=("Elsewhere",))
    again = replay(stored.setup, tuple(questions), stored.steps)
    assert again.standing == game.standing
    assert stored.steps[-1][1] == Verdict(credit=1.0, reason="exact", form="Yongdu-ri")


def test_stored_hints_outlive_other_hints(store: Store) -> None:
    """A game is replayed with the hints that were given, even those that the same question gives no more."""
    game, journal = start(store)
    game = do(game, journal, moves.Lifeline(5, "hint"))
    stored = load(store, journal.game_id)
    ((hinted, hint),) = stored.steps
    assert (hint,) == game.hints
    former = (Hint("topic", "cast"), Hint("episode", "1"), Hint("letters", "_"))
    again = replay(stored.setup, restored(stored), tuple((hinted, one) for one in former))
    assert (again.hints, again.help) == (former, ("hint",) * 3)


def test_unfinished_games_newest_first(store: Store) -> None:
    """Only games without an end are listed, with how far they are, by player or for all."""
    early, middle, late = new_id(), new_id(), new_id()
    Journal(store, middle).begin(setup("Min"), deck(), "2026-11-22T19:14:59.999+00:00")
    game, journal = start(store, setup("Ji"), late)
    give(game, journal, ())
    Journal(store, early).begin(setup("Min"), deck(), "2026-11-22T19:14:59.000+00:00")
    play(store, setup("Min"))
    close(store, start(store)[1].game_id, "discarded")
    remove(store, start(store)[1].game_id)
    newest = unfinished.Unfinished(late, "Ji", "classic", "queen-of-tears", setup().digest, STARTED_AT, 1, 5)
    assert unfinished.games(store)[0] == newest
    assert [entry.game_id for entry in unfinished.games(store)] == [late, middle, early]
    assert [entry.game_id for entry in unfinished.games(store, "Min")] == [middle, early]
    assert unfinished.games(store, "nobody") == []
    assert [unfinished.count(store, name) for name in ("Min", "Ji", "nobody")] == [2, 1, 0]


def test_a_regrade_does_not_count_as_a_question(store: Store) -> None:
    """A question judged twice is one question answered, and an uncounted game does not tell its length."""
    game, journal = start(store, setup(rules=Rules(counted=False)))
    game = give(game, journal, ())
    game = do(game, journal, moves.Answer(game.now, ("nowhere",)))
    do(game, journal, moves.Regrade(game.now))
    (entry,) = unfinished.games(store)
    assert (entry.answered, entry.of) == (2, None)


def test_seen_is_what_was_judged(store: Store) -> None:
    """Seen are the questions whose verdict was shown to this player in this pack; open ones are not."""
    ids = [item.id for item in ITEMS]
    game, journal = start(store)
    game = give(game, journal, ())
    game = do(game, journal, moves.Lifeline(game.now, "hint"))
    other, elsewhere = start(store, setup("Ji"))
    give(give(other, elsewhere, ()), elsewhere, ())
    play(store, setup(pack="own"))
    assert seen(store, "Min", "queen-of-tears") == set(ids[:1])
    assert seen(store, "Ji", "queen-of-tears") == set(ids[:2])
    assert seen(store, "Min", "own") == set(ids)
    assert seen(store, "nobody", "own") == set()


def test_removed_games_are_forgotten_but_kept(store: Store) -> None:
    """What a removed game asked may come again, while a discarded game was still seen; no row is deleted."""
    game, journal = start(store)
    game = give(game, journal, ())
    close(store, journal.game_id, "discarded")
    assert seen(store, "Min", "queen-of-tears") == {ITEMS[0].id}
    remove(store, journal.game_id)
    remove(store, journal.game_id)
    assert seen(store, "Min", "queen-of-tears") == set()
    assert store.rows("select count(*) from moves") == [(2,)]


def test_seen_is_answered_by_indexes_alone(store: Store) -> None:
    """The question that every game's start asks reads no stored event, however many there are."""
    from qot_quiz.store.history import _SEEN

    plan = [row[3] for row in store.rows("explain query plan " + _SEEN, ("Min", "own"))]
    assert [line for line in plan if "games" in line] == [
        "SEARCH games USING COVERING INDEX games_by_player (player=? AND pack=?)"
    ]
    assert [line for line in plan if "moves" in line] == [
        "SEARCH moves USING COVERING INDEX moves_by_outcome (game=? AND what=? AND question>?)"
    ]


def test_a_first_end_stays(store: Store) -> None:
    """Closing a game that has ended already leaves its end as it was."""
    play(store, game_id="one")
    close(store, "one", "discarded")
    assert store.rows("select how from closed") == [("finished",)]


@pytest.mark.parametrize("act", [lambda store: load(store, "no"), lambda store: close(store, "no", "gone")])
def test_a_game_that_does_not_exist(store: Store, act: Callable[[Store], object]) -> None:
    """Asking for an unknown game is an error with a hint."""
    with pytest.raises(StoreError) as refused:
        act(store)
    assert refused.value.hint


@pytest.mark.parametrize("column", ["setup", "deck"])
def test_a_game_that_cannot_be_read(store: Store, column: str) -> None:
    """A row that says something unknown is an error that names the game, not a traceback."""
    _, journal = start(store)
    store.write((f"update games set {column} = '{{\"odd\": 1}}'", ()))
    with pytest.raises(StoreError, match=journal.game_id):
        load(store, journal.game_id)
    with pytest.raises(StoreError, match=journal.game_id):
        unfinished.games(store)


def test_a_move_that_cannot_be_read(store: Store) -> None:
    """A command that this program does not know is an error that names the game."""
    _, journal = start(store)
    store.write(
        (
            "insert into moves (game, n, at, command, done_at) values (?, 1, 0, ?, '')",
            (journal.game_id, '{"type": "teleport", "at": 0}'),
        )
    )
    with pytest.raises(StoreError, match=journal.game_id):
        load(store, journal.game_id)


def test_a_text_that_became_a_number(store: Store) -> None:
    """A stored text whose type a flipped bit has changed is an error that names the game."""
    _, journal = start(store)
    store.write(
        ("pragma writable_schema = on", ()),
        ("update sqlite_schema set sql = replace(sql, 'outcome text', 'outcome any') where name = 'moves'", ()),
    )
    odd = open_store(store.path)
    numbered = "insert into moves (game, n, at, command, outcome, done_at) values (?, 1, 0, ?, 5, '')"
    odd.write((numbered, (journal.game_id, '{"type": "next", "at": 0}')))
    with pytest.raises(StoreError, match=journal.game_id):
        load(odd, journal.game_id)
    odd.close()


def test_flipped_bits_are_errors_at_most(tmp_path: Path) -> None:
    """Whatever bit of the file is flipped, reading it ends in an answer or an error for the player, in no other way."""
    path = tmp_path / "games.db"
    store = open_store(str(path))
    play(store, game_id="one")
    store.close()
    whole = path.read_bytes()
    bits = Random(1)
    refused = 0
    for _ in range(500):
        flipped = bytearray(whole)
        flipped[bits.randrange(len(whole))] ^= 1 << bits.randrange(8)
        path.write_bytes(flipped)
        try:
            with closing(open_store(str(path))) as store:
                seen(store, "Min", "queen-of-tears")
                unfinished.games(store)
                load(store, "one")
        except StoreError:
            refused += 1
    assert 0 < refused < 500
