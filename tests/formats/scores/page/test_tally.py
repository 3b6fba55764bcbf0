"""What the page counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.scores.exports import GAME, game
from qot_quiz.core.past import Result
from qot_quiz.formats.scores.page import tally as counting
from qot_quiz.formats.scores.page.tally import CALENDAR, MOST_SPANS, Board, Tally

BEGAN = date(2024, 3, 9)


def _on(day: int, **changed: object) -> Result:
    return game(finished_at=f"{(BEGAN + timedelta(days=day)).isoformat()}T20:18:01.000+01:00", **changed)


@given(st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 4000)), min_size=1, max_size=300))
def test_spans(games: list[tuple[int, int]]) -> None:
    """However long a board was played, few spans of days hold its games, their points, and the best of each."""
    board = Board(GAME)
    for day, points in games:
        board.add(day, points)
    spans = board.spans()
    assert len(spans) <= MOST_SPANS
    begins = sorted({day - day % board.days for day, _ in games})
    for at, span in zip(begins, spans, strict=True):
        own = [(day, points) for day, points in games if at <= day < at + board.days]
        worth = [points for _, points in own]
        assert span.first == min(own)[0]
        assert (span.games, span.points, span.best) == (len(own), sum(worth), max(worth))


@given(
    st.lists(
        st.builds(
            _on,
            st.integers(0, 2000),
            player=st.sampled_from(["Ann", "김지원"]),
            mode=st.sampled_from(["classic", "blitz"]),
            difficulty=st.sampled_from(["any", "hard"]),
            asked=st.integers(5, 10),
            right=st.integers(0, 5),
            took_ms=st.integers(0, 9999),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_shares_and_days(games: list[Result]) -> None:
    """Every figure is what one counts anew in the games, in whichever order they come."""
    tally = Tally()
    for one in games:
        tally.add(one)
    assert (tally.all.games, tally.ms) == (len(games), sum(one.took_ms for one in games))
    for key, shares in (("mode", tally.modes), ("difficulty", tally.difficulties), ("player", tally.players)):
        assert shares.keys() == {getattr(one, key) for one in games}
        for name, share in shares.items():
            own = [one for one in games if getattr(one, key) == name]
            counted = (len(own), sum(one.asked for one in own), sum(one.right for one in own))
            assert (share.games, share.asked, share.right) == counted
    days = [date.fromisoformat(one.finished_at[:10]).toordinal() for one in games]
    assert (tally.first, tally.last) == (min(days), max(days))
    assert tally.days() == {day: days.count(day) for day in days if day > max(days) - CALENDAR}


def test_boards() -> None:
    """The two boards with most ranked games are kept, whenever they came; a single game is no board to draw."""
    tally = Tally()
    for board, count in (("a", 2), ("b", 5), ("c", 1), ("d", 4), ("e", 3)):
        for number in range(count):
            tally.add(_on(number, board=board))
        tally.add(_on(0, board=board, ranked=False))
    assert [(one.sample.board, one.games) for one in tally.boards()] == [("b", 5), ("d", 4)]


def test_more_players_than_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Players beyond the limit are counted together with all, and it is known that there are more."""
    monkeypatch.setattr(counting, "MOST_PLAYERS", 2)
    tally = Tally()
    for player in ("a", "b", "a", "c"):
        tally.add(game(player=player))
    assert (list(tally.players), tally.more_players, tally.all.games) == (["a", "b"], True, 4)
    assert tally.players["a"].games == 2
