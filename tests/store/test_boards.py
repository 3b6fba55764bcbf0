"""The boards: best first, ranks in the whole board, personal bests, and the lines of an export."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qot_quiz.core.past import Result
from qot_quiz.errors import StoreError
from qot_quiz.store import boards
from qot_quiz.store.boards import Filters, Place, Placed
from qot_quiz.store.history import remove
from qot_quiz.store.opening import Store, open_memory

from .finished import BOARD, exported, game, ids, keep
from .sample import play, setup

# Unequal in one thing each, the best first; the ids alone would put them the other way round.
IN_ORDER = (
    (game("f", points=1600, right=7), 3),
    (game("e", right=9), 3),
    (game("d"), 1),
    (game("c", finished_at="2026-11-22T21:05:00.000+01:00"), 2),
    (game("a", finished_at="2026-11-22T20:05:00.001+00:00"), 2),
    (game("b", finished_at="2026-11-22T20:05:00.001+00:00"), 2),
)


@pytest.mark.parametrize("first", range(6))
def test_best_first(store: Store, first: int) -> None:
    """More points, then more right, then fewer helps, then the earlier moment, then the id decide."""
    boards.import_results(store, [*IN_ORDER[first:], *IN_ORDER[:first]])
    wanted = [(each.game_id, rank) for rank, (each, _) in enumerate(IN_ORDER, 1)]
    assert ids(boards.top(store, BOARD)) == wanted
    assert ids(boards.top(store, BOARD, Filters(player="Min"))) == wanted
    assert exported(store) == [(rank, id) for id, rank in wanted]
    assert [boards.place(store, id).rank for id, _ in wanted] == [1, 2, 3, 4, 5, 6]


def test_a_list_has_whole_games_and_no_more_than_asked(store: Store) -> None:
    """What a board lists is the game as it was kept, up to the limit."""
    best = game("a", points=2000, player="수현", questions=None, code="QT1-7K3M", seed=2**53 - 1)
    keep(store, game("b"), best, game("c", ranked=False))
    assert boards.top(store, BOARD, limit=1) == [Placed(best, 1, True)]
    assert boards.find(store, "a") == best
    assert boards.find(store, "c") == game("c", ranked=False)
    assert boards.find(store, "d") is None
    assert boards.top(store, "1/blitz/any/60") == []


def test_a_game_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    """As much of an id as no other game shares is enough, and the whole id always is; a removed game is none."""
    keep(store, game("abc"), game("abcd"), game("abd"), game("b"), game("ba"))
    found = {asked: boards.find(store, asked) for asked in ("abc", "abcd", "abd", "ab", "a", "b", "c", "", "%", "A")}
    named = {asked: result.game_id for asked, result in found.items() if result}
    assert named == {"abc": "abc", "abcd": "abcd", "abd": "abd", "b": "b"}
    remove(store, "abd")
    remove(store, "abcd")
    assert boards.find(store, "a") == game("abc")
    plan = [row[3] for row in store.rows("explain query plan " + boards._FOUND, ("a", 2))]
    assert plan == ["SEARCH r USING INDEX results_by_id (game_id>? AND game_id<?)"]


def test_unranked_games_stand_in_their_place_without_a_rank(store: Store) -> None:
    """A game that does not count is listed by its points, has no rank, takes none, and is nobody's best."""
    keep(store, game("a", points=900), game("b", points=3000, ranked=False), game("c", points=800, ranked=False))
    assert boards.top(store, BOARD) == [
        Placed(game("b", points=3000, ranked=False), None, False),
        Placed(game("a", points=900), 1, True),
        Placed(game("c", points=800, ranked=False), None, False),
    ]
    assert ids(boards.top(store, BOARD, Filters(player="Min"))) == [("b", None), ("a", 1), ("c", None)]
    assert exported(store) == [(None, "b"), (1, "a"), (None, "c")]
    assert boards.place(store, "b") == Place(None, 1, False, 900)


def test_board_names_in_order(store: Store) -> None:
    """Boards are named by the alphabet, those alone that have a game to list."""
    names = ["1/classic/any/10", "1/classic/any/10/custom", "1/classic/easy,hard/10", "1/survival/any/all"]
    for number, (name, player) in enumerate(zip(reversed(names), ("Ji", "Min", "Ji", "Min"), strict=True)):
        keep(store, game(f"{number}", board=name, player=player), game(f"{number}+", board=name, player=player))
    assert boards.boards(store) == names
    assert boards.boards(store, Filters(player="Ji")) == [names[1], names[3]]
    assert boards.boards(store, Filters(mode="classic", player="Ji")) == [names[1]]
    assert boards.boards(store, Filters(difficulty="easy,hard")) == [names[2]]
    assert boards.boards(store, Filters(pack="own")) == []
    for hidden in ("3", "3+"):
        remove(store, hidden)
    assert boards.boards(store) == names[1:]


def test_an_empty_store_has_no_boards(store: Store) -> None:
    """Before the first game there is nothing to list or to export."""
    assert boards.boards(store) == []
    assert list(boards.export_lines(store)) == []


def test_personal_bests(store: Store) -> None:
    """One game of a player on a board is the best, on each board anew, and a filter makes no other one the best."""
    keep(store, game("a", points=9), game("b", points=8, finished_at="2026-11-23T00:00:00.000+00:00"))
    keep(store, game("c", points=7, player="Ji"), game("d", points=1, board="1/classic/any/20"))
    assert [each.personal_best for each in boards.top(store, BOARD)] == [True, False, True]
    assert [each.personal_best for each in boards.top(store, BOARD, Filters(since="2026-11-23"))] == [False]
    assert [each.personal_best for each in boards.top(store, "1/classic/any/20")] == [True]


def test_the_place_of_a_game(store: Store) -> None:
    """The end of a game tells its rank, of how many, whether it is the player's best, and the former best."""
    keep(store, game("a", points=500), game("b", points=900, player="Ji"))
    assert boards.place(store, "a") == Place(2, 2, True, None)
    keep(store, game("c", points=700), game("d", points=10_000, board="1/classic/any/20"))
    assert boards.place(store, "c") == Place(2, 3, True, 500)
    keep(store, game("e", points=700, right=7))
    assert boards.place(store, "e") == Place(3, 4, False, 700)


def test_a_game_played_here_has_a_place(store: Store) -> None:
    """A game is on its board as soon as its last step is stored."""
    play(store, setup("Ji"), "1" * 32)
    play(store, setup("Min"), "0" * 32)
    assert boards.boards(store) == ["1/classic/easy,hard/5/custom"]
    assert boards.place(store, "0" * 32) == Place(1, 2, True, None)
    assert boards.place(store, "1" * 32) == Place(2, 2, True, None)


def test_no_place_for_what_is_not_finished(store: Store) -> None:
    """A game that is unknown or was removed has no place."""
    keep(store, game("a"))
    remove(store, "a")
    for id in ("a", "b"):
        with pytest.raises(StoreError, match=f"no game {id}"):
            boards.place(store, id)


def test_removed_games_are_hidden(store: Store) -> None:
    """A removed game stands on no list and counts for no rank, its row is kept, and the next best takes its place."""
    keep(store, game("a", points=9), game("b", points=8), game("c", points=8, right=1), game("d", points=7))
    remove(store, "a")
    remove(store, "a")
    remove(store, "c")
    assert ids(boards.top(store, BOARD)) == [("b", 1), ("d", 2)]
    assert boards.top(store, BOARD)[0].personal_best
    assert boards.find(store, "a") is None
    assert exported(store) == [(1, "b"), (2, "d")]
    assert boards.place(store, "d") == Place(2, 2, False, 8)
    assert store.rows("select count(*) from results") == [(4,)]


GAMES = st.lists(
    st.builds(
        lambda points, right, ranked, player, board: {
            "points": points,
            "right": right,
            "ranked": ranked,
            "player": player,
            "board": board,
        },
        st.integers(0, 3),
        st.integers(0, 2),
        st.booleans(),
        st.sampled_from(["Min", "Ji"]),
        st.sampled_from([BOARD, "1/classic/any/20"]),
    ),
    max_size=20,
)


@settings(max_examples=150, deadline=None)
@given(games=GAMES, player=st.none() | st.just("Ji"))
def test_every_way_to_a_rank_agrees(games: list[dict[str, object]], player: str | None) -> None:
    """Lists, exports and places give a game the rank that sorting all games of its board gives it."""
    store = open_memory()
    kept = [game(f"{number:02}", **more) for number, more in enumerate(games)]
    keep(store, *kept)
    filters = Filters(player=player)
    for board in (BOARD, "1/classic/any/20"):
        best_first = sorted((each for each in kept if each.board == board), key=_order)
        ranked = [each.game_id for each in best_first if each.ranked]
        ranks = {each.game_id: ranked.index(each.game_id) + 1 if each.ranked else None for each in best_first}
        wanted = [(each.game_id, ranks[each.game_id]) for each in best_first if player in (None, each.player)]
        assert ids(boards.top(store, board, filters, 99)) == wanted
        assert {id: boards.place(store, id).rank for id in ranks} == ranks
        assert [(id, rank) for rank, id in exported(store, filters) if id in ranks] == wanted
    store.close()


def _order(result: Result) -> tuple[int, int, str]:
    return -result.points, -result.right, result.game_id


@pytest.mark.parametrize("player", [None, "Min"])
def test_the_order_comes_from_an_index(store: Store, player: str | None) -> None:
    """No list of a board sorts anything, whoever is asked for."""
    from qot_quiz.store.filters import condition

    which, values = condition(Filters(player=player))
    for sql, of in (
        (boards._TOP.format(rank=boards._RANK, which=which), (BOARD, *values, 10)),
        (boards._LINES.format(which=which), (*values, BOARD)),
        (boards._PLACE, ("a",)),
    ):
        plan = [row[3] for row in store.rows("explain query plan " + sql, of)]
        assert [line for line in plan if "TEMP B-TREE" in line or line.startswith("SCAN r")] == []


def test_board_names_are_found_by_leaps(store: Store) -> None:
    """The next board is looked up behind the last one, past all of its games."""
    plan = [row[3] for row in store.rows("explain query plan " + boards._BOARDS)]
    assert "SEARCH results USING PRIMARY KEY (board>?)" in plan
    assert [line for line in plan if "TEMP B-TREE" in line] == []


def test_all_orders_of_arrival_make_one_board(store: Store) -> None:
    """Games that come in one by one, in whatever order, are ranked alike."""
    for number, order in enumerate(permutations(range(3))):
        for place in order:
            keep(store, game(f"{number}{place}", points=place, board=f"1/classic/any/{number}"))
        assert [rank for _, rank in ids(boards.top(store, f"1/classic/any/{number}"))] == [1, 2, 3]
