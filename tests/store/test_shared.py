"""Finished games read back to be shared."""

from __future__ import annotations

import msgspec
import pytest
from samples import deck, setup

from qot_quiz.core import moves
from qot_quiz.core.game import begin
from qot_quiz.core.share import Mark
from qot_quiz.core.steps import step
from qot_quiz.errors import StoreError
from qot_quiz.store import history, shared
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import Store
from store.finished import game as imported
from store.finished import keep

RIGHT = ("the solution",)


def play(store: Store, *commands: moves.Command, player: str = "Min", players: tuple[str, ...] = ()) -> str:
    """Keep a game on two typed questions and give its id."""
    drawn = msgspec.structs.replace(setup("party" if players else "classic", length=1 if players else 2), player=player)
    drawn = msgspec.structs.replace(drawn, players=players)
    dealt = deck("heroine/actress", "village/name")
    journal = Journal(store, new_id())
    journal.begin(drawn, dealt, "2026-11-22T12:00:00+09:00")
    game, _ = begin(drawn, dealt)
    for command in commands:
        if isinstance(command, moves.Answer) and command.given == RIGHT:
            command = moves.Answer(command.at, game.question.solution)  # noqa: PLW2901
        game, events = step(game, command)
        journal.append(command, events)
    return journal.game_id


WHOLE: tuple[moves.Command, ...] = (moves.Answer(1, RIGHT), moves.Next(2), moves.Answer(3, ()), moves.Next(4))


def test_the_newest_is_the_one_that_ended_last(store: Store) -> None:
    """The game that ended last is found, not one that is open, removed, discarded or imported."""
    assert shared.newest(store) is None
    first, second = play(store, *WHOLE), play(store, *WHOLE, player="Ann")
    play(store, moves.Answer(1, ()))
    history.close(store, play(store), "discarded")
    keep(store, imported("f" * 32, finished_at="2030-01-01T00:00:00+00:00"))
    assert shared.newest(store) == shared.newest(store, ("Min", "Ann")) == second
    assert shared.newest(store, ("Min",)) == first
    assert shared.newest(store, ("Ben",)) is None
    history.remove(store, second)
    assert shared.newest(store) == first


def test_marks(store: Store) -> None:
    """Each question has its credit and the points after it; one that was graded anew as it was graded last."""
    regraded = (moves.Answer(1, ("nobody",)), moves.Regrade(2), moves.Next(3), moves.Answer(4, ()), moves.Next(5))
    assert shared.marks(store, play(store, *WHOLE)) == (Mark(1, "", 100), Mark(0, "", 100))
    assert shared.marks(store, play(store, *regraded)) == (Mark(1, "", 100, by_word=True), Mark(0, "", 100))
    assert shared.marks(store, "f" * 32) == ()


def test_marks_of_a_party(store: Store) -> None:
    """The marks of a party name who answered."""
    first, *rest = WHOLE
    party: tuple[moves.Command, ...] = (moves.Ready(0), first, rest[0], moves.Ready(2), *rest[1:])
    game_id = play(store, *party, player="Ann, Ben", players=("Ann", "Ben"))
    assert shared.marks(store, game_id) == (Mark(1, "Ann", 100), Mark(0, "Ben", 0))


def test_a_question_cut_off_has_no_mark(store: Store) -> None:
    """What the end of the game's time cut off was not asked."""
    drawn = msgspec.structs.replace(setup("blitz"), rules=msgspec.structs.replace(setup("blitz").rules, game_ms=1000))
    dealt = deck("heroine/actress", "village/name")
    journal = Journal(store, new_id())
    journal.begin(drawn, dealt, "2026-11-22T12:00:00+09:00")
    game, _ = begin(drawn, dealt)
    for command in (moves.Answer(900, dealt[0].solution), moves.Next(900), moves.TimeUp(9000), moves.Next(9000)):
        game, events = step(game, command)
        journal.append(command, events)
    assert shared.marks(store, journal.game_id) == (Mark(1, "", 100),)


def test_the_setup(store: Store) -> None:
    """A game's setup is read as it was kept; an imported game has none, and one in tatters is an error."""
    game_id = play(store, *WHOLE)
    kept = shared.setup(store, game_id)
    assert kept is not None
    assert (kept.mode, kept.player) == ("classic", "Min")
    assert shared.setup(store, "f" * 32) is None
    store.write(("update games set setup = '{' where id = ?", (game_id,)))
    with pytest.raises(StoreError, match="cannot be read"):
        shared.setup(store, game_id)
