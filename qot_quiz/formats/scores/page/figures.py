"""The figures of the page: which there are, what each is called and tells in words, and the numbers behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qot_quiz.core.modes import MODES
from qot_quiz.core.past import Result
from qot_quiz.core.question import DIFFICULTIES
from qot_quiz.core.stats import percent
from qot_quiz.formats.scores.page import drawings
from qot_quiz.formats.scores.page.cells import clock, day, name, text
from qot_quiz.formats.scores.page.drawings import Bar
from qot_quiz.formats.scores.page.tally import Board, Share, Tally

MOST_BARS = 8
"""Players that the figure of players shows: those with most games."""

OF_ALL = "Out of all questions asked"


def count(value: int, one: str) -> str:
    """Write a number with its word: 1 game, 2 games."""
    return f"{value:,} {_named(value, one)}"


def _named(value: int, one: str) -> str:
    return one if value == 1 else f"{one}s"


def written_day(ordinal: int) -> str:
    """Write a day, given in days since the calendar began."""
    return day(date.fromordinal(ordinal).isoformat())


def summary(tally: Tally) -> str:
    """Write what stands above the figures: a list of numbers with their names."""
    whole = tally.all
    players = f"{len(tally.players):,}{'+' if tally.more_players else ''}"
    told = (
        (_named(whole.games, "Game"), f"{whole.games:,}"),
        (_named(len(tally.players), "Player"), players),
        (_named(whole.asked, "Question"), f"{whole.asked:,}"),
        ("Answered right", f"{percent(whole.right, whole.asked)}%"),
        ("Time spent answering", clock(tally.ms)),
    )
    return "".join(f"<div><dt>{term}</dt><dd>{value}</dd></div>\n" for term, value in told)


def period(tally: Tally) -> str:
    """Say from when to when the games were played."""
    first, last = written_day(tally.first), written_day(tally.last)
    return f"Played on {first}" if first == last else f"Played from {first} to {last}"


def figures(tally: Tally) -> Iterator[str]:
    """Draw every figure for which there are numbers."""
    for number, board in enumerate(tally.boards(), 1):
        yield _over_time(f"time-{number}", board)
    yield _calendar(tally)
    yield _shares("modes", "Right answers by mode", "Mode", _in_order(tally.modes, tuple(MODES)))
    difficulties = {_difficulty(key): share for key, share in tally.difficulties.items()}
    yield _shares("difficulties", "Right answers by difficulty", "Difficulty", _in_order(difficulties, DIFFICULTIES))
    busiest = sorted(tally.players.items(), key=lambda pair: (-pair[1].games, pair[0]))[:MOST_BARS]
    left = tally.more_players or len(tally.players) > len(busiest)
    told = f"The {len(busiest)} players with most games" if left else OF_ALL
    yield _shares("players", "Right answers by player", "Player", busiest, told)


def _in_order(shares: dict[str, Share], known: Sequence[str]) -> list[tuple[str, Share]]:
    """List the known names in their order, then any others."""
    names = [name for name in known if name in shares]
    return [(name, shares[name]) for name in [*names, *sorted(shares.keys() - set(known))]]


def _difficulty(difficulty: str) -> str:
    return "any difficulty" if difficulty == "any" else difficulty.replace(",", " and ")


def title(game: Result) -> str:
    """Name a game's board by what was played."""
    parts = [game.mode, _difficulty(game.difficulty)]
    parts += [count(game.questions, "question")] if game.questions else []
    parts += ["custom games"] if game.board.endswith("/custom") else []
    return text(", ".join(parts))


def _over_time(id: str, board: Board) -> str:
    spans = board.spans()
    one = "a day" if board.days == 1 else f"{board.days} days"
    told = f"{title(board.sample).capitalize()}: {count(board.games, 'ranked game')}"
    best = max(span.best for span in spans)
    firsts = [f"{span.points / span.games:,.0f}" for span in (spans[0], spans[-1])]
    aside = f"The best game has {best:,} points; the average went from {firsts[0]} to {firsts[1]}."
    rows = [
        (written_day(span.first), f"{span.games:,}", f"{span.points / span.games:,.0f}", f"{span.best:,}")
        for span in spans
    ]
    heads = ("Day" if board.days == 1 else f"{board.days} days, from", "Games", "Average", "Best")
    return _figure(id, "Points over time", told, aside, drawings.over_time(spans, one), heads, rows)


def _calendar(tally: Tally) -> str:
    days = tally.days()
    months: dict[str, list[int]] = {}
    for at, games in sorted(days.items()):
        months.setdefault(written_day(at).split(" ", 1)[1], []).append(games)
    drawn = drawings.calendar(days, tally.last)
    told = f"{count(len(days), 'day')} up to {written_day(tally.last)}; a larger dot is a day of more games"
    aside = f"Most games on one day: {max(days.values()):,}."
    rows = [(month, str(len(games)), f"{sum(games):,}") for month, games in months.items()]
    return _figure("days", "Days played", told, aside, drawn, ("Month", "Days", "Games"), rows)


def _shares(id: str, called: str, head: str, shares: list[tuple[str, Share]], told: str = OF_ALL) -> str:
    bars = [Bar(key, one.right, one.asked) for key, one in shares]
    rows = [
        (name(key), f"{one.games:,}", f"{one.asked:,}", f"{one.right:,}", f"{percent(one.right, one.asked)}%")
        for key, one in shares
    ]
    aside = "; ".join(f"{text(key)} {percent(one.right, one.asked)}%" for key, one in shares) + "."
    heads = (head, "Games", "Questions", "Right", "Share")
    return _figure(id, called, told, aside, drawings.bars(bars), heads, rows)


def _figure(
    id: str,
    called: str,
    told: str,
    aside: str,
    drawing: drawings.Drawing,
    heads: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
) -> str:
    """Put a drawing under its title, and the same numbers as a table below it.

    Args:
        id: What its elements are called by.
        called: Its title.
        told: What it shows, as HTML.
        aside: What a reader sees in it, as HTML.
        drawing: The drawing.
        heads: The heads of the table.
        rows: The table's cells as HTML.
    """
    size = f'viewBox="0 0 {drawings.WIDTH} {drawing.height}"'
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>\n'
        for first, *rest in rows
    )
    return f"""<figure>
<figcaption><h3>{called}</h3><p>{told}</p></figcaption>
<svg {size} role="img" aria-labelledby="{id}-title" aria-describedby="{id}-told">
<title id="{id}-title">{called}</title>
<desc id="{id}-told">{told}. {aside}</desc>
{drawing.svg}
</svg>
<details><summary>In numbers<span class="unseen">: {called}</span></summary>
<table>
<thead><tr>{head}</tr></thead>
<tbody>
{body}</tbody>
</table>
</details>
</figure>
"""
