"""A deck made by hand, and games played on it; as a program it plays into a store and reports what is stored."""

from __future__ import annotations

import sys
from collections.abc import Callable

from qot_quiz.core import kinds, moves
from qot_quiz.core.draw import Filters
from qot_quiz.core.game import Game, begin
from qot_quiz.core.question import Answer, Item, Question
from qot_quiz.core.replay import reopen
from qot_quiz.core.setup import Rules, Setup
from qot_quiz.core.steps import step
from qot_quiz.errors import Held
from qot_quiz.store.history import Stored
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import Store, open_store

STARTED_AT = "2026-11-22T20:15:00.250+01:00"
STARTED_MS = 1_795_374_900_250


def _item(number: int, kind: str, answer: str, wrong: tuple[str, ...] = (), vague: tuple[str, ...] = ()) -> Item:
    return Item(
        id=f"fact-{number}/asked",
        fact_id=f"fact-{number}",
        kind=kind,
        difficulty=("easy", "medium", "hard")[number % 3],
        topic="cast",
        spoils=0,
        ask=f"Question {number}?",
        answer=answer,
        wrong=wrong,
        vague=vague,
    )


ITEMS = (
    _item(1, "choice", "Kim Ji-won", ("Lee Joo-bin", "Yoon Bomi", "Na Young-hee")),
    _item(2, "typed", "Yongdu-ri", vague=("Yongdu",)),
    _item(3, "true-false", "false"),
    _item(4, "typed", "김수현"),
    _item(5, "choice", "16", ("14", "15", "18")),
)


def setup(player: str = "Min", pack: str = "queen-of-tears", rules: Rules | None = None) -> Setup:
    """Set up a game of five."""
    return Setup(
        player=player,
        mode="classic",
        rules=rules or Rules(fifty=1, hints=True),
        filters=Filters(difficulties=("easy", "hard"), up_to=7),
        length=5,
        seed=2**53 - 1,
        chosen=True,
        pack=pack,
        digest="0123456789abcdef",
    )


PATIENCE_S = 60


def deck() -> tuple[Question, ...]:
    """Deal the five questions."""
    return tuple(kinds.deal(item, 7, number % 4) for number, item in enumerate(ITEMS))


def restored(stored: Stored) -> tuple[Question, ...]:
    """Make the deck of a stored game again from the same items."""
    items = {item.id: item for item in ITEMS}
    questions = [kinds.restore(items[dealt.id], dealt.options) for dealt in stored.deck]
    return tuple(question for question in questions if question is not None)


def start(store: Store, of: Setup | None = None, game_id: str = "") -> tuple[Game, Journal]:
    """Begin a game and keep what was drawn."""
    game, _ = begin(of or setup(), deck())
    journal = Journal(store, game_id or new_id())
    _patiently(journal, lambda: journal.begin(game.setup, game.deck, STARTED_AT))
    return game, journal


def do(game: Game, journal: Journal, command: moves.Command) -> Game:
    """Make one step and keep it."""
    game, events = step(reopen(game), command)
    _patiently(journal, lambda: journal.append(command, events))
    return game


def _patiently(journal: Journal, keep: Callable[[], None]) -> None:
    """Keep something, and wait for other processes as the loop of a game does."""
    try:
        keep()
    except Held:
        journal.catch_up(PATIENCE_S)


def give(game: Game, journal: Journal, given: Answer) -> Game:
    """Answer the open question and go on."""
    game = do(game, journal, moves.Answer(game.now + 1000, given))
    return do(game, journal, moves.Next(game.now + 500))


def play(store: Store, of: Setup | None = None, game_id: str = "") -> Game:
    """Play a whole game with every answer right: ten moves."""
    game, journal = start(store, of, game_id)
    while not game.over:
        game = give(game, journal, game.question.solution)
    return game


def endless(path: str) -> None:
    """Play one game for ever by flagging its first question, and report each move once it is stored."""
    store = open_store(path)
    game, journal = start(store)
    sys.stdout.write(journal.game_id + "\n")
    game = do(game, journal, moves.Answer(1, game.question.solution))
    number = 1
    while True:
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        number += 1
        game = do(game, journal, moves.Flag(number, "again"))


def several(path: str, player: str, games: int) -> None:
    """Play a few whole games, then say so."""
    store = open_store(path)
    for _ in range(games):
        play(store, setup(player))
    store.close()
    sys.stdout.write("done\n")


if __name__ == "__main__":
    if sys.argv[1] == "endless":
        endless(sys.argv[2])
    else:
        several(sys.argv[2], sys.argv[3], int(sys.argv[4]))
