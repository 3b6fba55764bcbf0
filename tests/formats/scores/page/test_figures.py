"""The figures of the page in words and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from formats.scores.exports import game
from qot_quiz.core.past import Result
from qot_quiz.formats.scores.page.figures import figures, period, summary
from qot_quiz.formats.scores.page.tally import Tally


def _tally(games: Iterable[Result]) -> Tally:
    tally = Tally()
    for one in games:
        tally.add(one)
    return tally


def _told(figure: str) -> tuple[tuple[str, str], list[list[str]]]:
    """Read a figure: its title with its description, and the rows of its table."""
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", figure)
    cells = [[re.sub("<.*?>", "", cell) for cell in re.split("</th><td>|</td><td>", row)] for row in rows]
    return re.findall(r"<title id.*?>(.*?)</title>\n<desc.*?>(.*?)</desc>", figure)[0], cells


def _on(day: str, **changed: object) -> Result:
    return game(finished_at=f"{day}T20:18:01.000+01:00", **changed)


GAMES = (
    _on("2026-11-20", points=1000, right=5),
    _on("2026-11-21", points=3000, right=10, player="김지원"),
    _on("2026-11-21", points=1500, right=6, difficulty="easy,hard"),
    _on("2026-12-01", points=2000, right=9, mode="survival", board="1/survival/any/all", questions=None),
)


def test_figures() -> None:
    """Each figure tells in words and in a table what it draws."""
    over_time, days, modes, difficulties, players = map(_told, figures(_tally(GAMES)))
    assert over_time == (
        (
            "Points over time",
            "Classic, any difficulty, 10 questions: 3 ranked games. "
            "The best game has 3,000 points; the average went from 1,000 to 2,250.",
        ),
        [["20 Nov 2026", "1", "1,000", "1,000"], ["21 Nov 2026", "2", "2,250", "3,000"]],
    )
    assert days[0][1].startswith("3 days up to 1 Dec 2026; ")
    assert days[1] == [["Nov 2026", "2", "3"], ["Dec 2026", "1", "1"]]
    assert modes[0][1] == "Out of all questions asked. classic 70%; survival 90%."
    assert modes[1] == [["classic", "3", "30", "21", "70%"], ["survival", "1", "10", "9", "90%"]]
    assert [row[0] for row in difficulties[1]] == ["any difficulty", "easy and hard"]
    assert players[1] == [["Ann", "3", "30", "20", "67%"], ["김지원", "1", "10", "10", "100%"]]


def test_only_the_players_with_most_games() -> None:
    """Of many players those with most games are shown, and the figure says so."""
    names = [f"player {number}" for number in range(12)]
    games = [_on("2026-11-20", player=name) for number, name in enumerate(names) for _ in range(number + 1)]
    *_, players = map(_told, figures(_tally(games)))
    assert players[0][1].startswith("The 8 players with most games. player 11 ")
    assert [row[0] for row in players[1]] == list(reversed(names))[:8]


def test_summary() -> None:
    """The numbers above the figures are those of all games."""
    tally = _tally(GAMES)
    told = re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", summary(tally))
    assert told == [
        ("Games", "4"),
        ("Players", "2"),
        ("Questions", "40"),
        ("Answered right", "75%"),
        ("Time spent answering", "4:04"),
    ]
    assert "<dt>Game</dt><dd>1</dd>" in summary(_tally(GAMES[:1]))
    assert "<dt>Player</dt><dd>1</dd>" in summary(_tally(GAMES[:1]))
    assert period(tally) == "Played from 20 Nov 2026 to 1 Dec 2026"
    assert period(_tally(GAMES[:1])) == "Played on 20 Nov 2026"
