"""What the page counts while the games go by, in a space that does not grow with their number."""

from __future__ import annotations

from datetime import date

from qot_quiz.core.past import Result

MOST_SPANS = 60
"""Points of a chart over time at most."""

CALENDAR = 52 * 7
"""Days that the calendar reaches back at most."""

MOST_PLAYERS = 2_000
"""Players that are counted one by one; games of further ones are counted in the whole only."""

DRAWN = 2
"""Boards of which a chart is drawn: those with most ranked games."""


class Share:
    """How much was right: of games, of their questions."""

    def __init__(self) -> None:
        self.games = self.asked = self.right = 0

    def add(self, game: Result) -> None:
        """Count a game in."""
        self.games += 1
        self.asked += game.asked
        self.right += game.right


class Span:
    """The games of some days in a row: how many, their points together, the most points of one.

    Args:
        first: The first day on which one was played.
    """

    def __init__(self, first: int) -> None:
        self.first = first
        self.games = self.points = self.best = 0

    def add(self, first: int, games: int, points: int, best: int) -> None:
        """Count games in, the first of which was played on a day."""
        self.first = min(self.first, first)
        self.games += games
        self.points += points
        self.best = max(self.best, best)


class Board:
    """The ranked games of one board by spans of days, which widen as long as it takes to be few.

    Args:
        sample: A game of it.
    """

    def __init__(self, sample: Result) -> None:
        self.sample = sample
        self.games = 0
        self.days = 1
        self._spans: dict[int, Span] = {}

    def add(self, day: int, points: int) -> None:
        """Count a game in.

        Args:
            day: Days since the calendar began.
            points: Its points.
        """
        self.games += 1
        self._spans.setdefault(day // self.days, Span(day)).add(day, 1, points, points)
        while len(self._spans) > MOST_SPANS:
            self._widen()

    def _widen(self) -> None:
        self.days *= 2
        narrow, self._spans = self._spans, {}
        for at, span in narrow.items():
            self._spans.setdefault(at // 2, Span(span.first)).add(span.first, span.games, span.points, span.best)

    def spans(self) -> list[Span]:
        """List the spans in which games were played, the earliest first."""
        return sorted(self._spans.values(), key=lambda span: span.first)


class Tally:
    """Everything that the page tells of all games; boards come one after the other."""

    def __init__(self) -> None:
        self.all = Share()
        self.ms = 0
        self.modes: dict[str, Share] = {}
        self.difficulties: dict[str, Share] = {}
        self.players: dict[str, Share] = {}
        self.more_players = False
        self.first = self.last = 0
        self._days: dict[int, int] = {}
        self._boards: list[Board] = []

    def add(self, game: Result) -> None:
        """Count a game in."""
        day = date.fromisoformat(game.finished_at[:10]).toordinal()
        self.ms += game.took_ms
        self.all.add(game)
        self.modes.setdefault(game.mode, Share()).add(game)
        self.difficulties.setdefault(game.difficulty, Share()).add(game)
        if game.player in self.players or len(self.players) < MOST_PLAYERS:
            self.players.setdefault(game.player, Share()).add(game)
        else:
            self.more_players = True
        self._count_day(day)
        if not self._boards or self._boards[-1].sample.board != game.board:
            self._boards = [*self.boards(), Board(game)]
        if game.ranked:
            self._boards[-1].add(day, game.points)

    def _count_day(self, day: int) -> None:
        self.first = min(self.first or day, day)
        self.last = max(self.last, day)
        if day > self.last - CALENDAR:
            self._days[day] = self._days.get(day, 0) + 1
            if len(self._days) > 2 * CALENDAR:
                self._days = self.days()

    def days(self) -> dict[int, int]:
        """Count the games of each day, so far as the calendar reaches back from the last one."""
        return {day: games for day, games in self._days.items() if day > self.last - CALENDAR}

    def boards(self) -> list[Board]:
        """List the boards to draw: those with most ranked games, as long as there are two to compare."""
        return sorted((one for one in self._boards if one.games > 1), key=lambda one: -one.games)[:DRAWN]
