"""The boards: shown, exported, imported, renamed and tidied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qot_quiz import runtime, voice
from qot_quiz.cli import finished, naming, players
from qot_quiz.cli.options import Boards, Options
from qot_quiz.core import share
from qot_quiz.errors import UsageError
from qot_quiz.store import boards, shared
from qot_quiz.ui import tables, words
from qot_quiz.ui.tables import Column

if TYPE_CHECKING:
    from qot_quiz.store.opening import Store

SHOWN = 10
"""Games shown of each board."""

COLUMNS = (
    Column("#", number=True),
    Column("player"),
    Column("points", number=True),
    Column("right", number=True, spare=1),
    Column("streak", number=True, spare=3),
    Column("when", spare=2),
    Column("game", spare=5),
)
BEST = " ★"
"""Marks the best game of its player on this board."""

NO_RANK = "-"
UNRANKED = f"{NO_RANK} not ranked: a review, a party, practice, or an answer by the player's own word"
"""What stands in place of a rank, and what it says."""

SHORT = 6
"""Characters of a game's id that are shown: enough to name it."""


def _filters(asked_for: Boards, store: Store) -> boards.Filters:
    """Check the names that narrow the boards."""
    from qot_quiz.core.modes import MODES
    from qot_quiz.core.past import ADAPTIVE, difficulty_name
    from qot_quiz.core.question import DIFFICULTIES

    players.check_known(store, asked_for.player)
    mode, difficulty = asked_for.mode, asked_for.difficulty
    if mode is not None:
        mode = naming.find(mode, {name: name for name in MODES}, "mode")
    if difficulty not in (None, "any", ADAPTIVE):
        difficulty = difficulty_name(naming.split((difficulty,), {name: name for name in DIFFICULTIES}, "difficulty"))
    return boards.Filters(asked_for.player, mode, difficulty, asked_for.pack, asked_for.since)


def show(asked_for: Boards, json: bool) -> int:
    """Print the boards, best first."""
    store = runtime.store()
    filters = _filters(asked_for, store)
    if json:
        from qot_quiz.formats import scores

        voice.pour(scores.writer("json")(boards.export_lines(store, filters)))
        return 0
    names = boards.boards(store, filters)
    unranked = False
    for name in names:
        unranked |= _show_board(store, name, filters)
        voice.tell("")
    if names:
        voice.tell("★ a player's best on that board")
        if unranked:
            voice.tell(UNRANKED)
    else:
        voice.talk(
            "No finished game is there yet: qot-quiz play starts one."
            if filters == boards.Filters()
            else "No finished game matches."
        )
    return 0


def _row(placed: boards.Placed, store: Store) -> tuple[str, ...]:
    """Write a game as the row of a table; a party by what its winner has, everybody's points behind the name."""
    result = placed.result
    player, points, right = result.player, result.points, f"{result.right}/{result.asked}"
    if result.mode == "party" and (seats := share.rows(shared.marks(store, result.game_id))):
        player = ", ".join(f"{seat.player} {words.number(seat.points)}" for seat in seats)
        points, right = seats[0].points, f"{seats[0].right}/{len(seats[0].marks)}"
    return (
        str(placed.rank or NO_RANK),
        player + (BEST if placed.personal_best else ""),
        words.number(points),
        right,
        str(result.best_streak),
        words.moment(result.finished_at),
        result.game_id[:SHORT],
    )


def _show_board(store: Store, name: str, filters: boards.Filters) -> bool:
    """Print a board, and say whether a game without a rank is on it."""
    games = boards.top(store, name, filters, SHOWN)
    rows = [_row(placed, store) for placed in games]
    unranked = any(placed.rank is None for placed in games)
    if not voice.pictured():
        for line in (words.board(name), *tables.lines(COLUMNS, rows, voice.line_width() if voice.seen() else None)):
            voice.tell(line)
        return unranked
    from qot_quiz.cli import choices
    from qot_quiz.ui.views import text

    console = voice.console(theme=choices.theme(Options(), store))
    console.print(tables.title(words.board(name)))
    head, *lines = tables.lines(COLUMNS, rows, console.width)
    console.print(text(head, "qot.quiet"))
    for line in lines:
        console.print(text(line), soft_wrap=True)
    return unranked


def export(file: str, format: str | None, force: bool, asked_for: Boards) -> int:
    """Write the games to a file, or as ``-`` to standard output."""
    from qot_quiz.formats import scores

    names = {name: name for name in scores.SCORES}
    name = scores.asked_for(file) if format is None else naming.find(format, names, "format")
    store = runtime.store()
    parts = scores.writer(name)(boards.export_lines(store, _filters(asked_for, store)))
    if file == "-":
        voice.pour(parts)
        return 0
    from qot_quiz.formats.files.whole import write_whole

    write_whole(file, parts, force)
    voice.talk(f"{file} is written.")
    return 0


def bring_in(file: str) -> int:
    """Merge the games of an export from another machine."""
    from qot_quiz.formats.scores.reading import read
    from qot_quiz.store import players as known_players
    from qot_quiz.store.results import import_results

    store = runtime.store()
    before = known_players.names(store)
    imported = import_results(store, read(file))
    voice.tell(f"{imported.added} added, {imported.known} known already.")
    players.mention_lookalikes(sorted({*known_players.names(store)} - {*before}), before)
    return 0


def rename(old: str, new: str) -> int:
    """Give a player another name."""
    from qot_quiz.store import players as known_players

    store, new = runtime.store(), naming.player(new)
    players.check_known(store, old)
    joined = old != new and known_players.is_known(store, new)
    known_players.rename(store, old, new)
    voice.talk(f"{old} and {new} are one player now: {new}." if joined else f"{old} is called {new} from now on.")
    return 0


def remove(game: str, sure: bool) -> int:
    """Hide a game; it is asked first on a terminal."""
    from qot_quiz.store import history

    store = runtime.store()
    found = finished.find(store, game)
    told = finished.told(found)
    if not sure:
        if not voice.person():
            raise UsageError(f"This would hide the game: {told}.", "Say --yes to do it.")
        from qot_quiz.cli import choices
        from qot_quiz.ui import prompts

        look = choices.look(store=store)
        if not prompts.sure(f"Hide this game: {told}?", "Yes, hide it", "No, keep it", look):
            return 0
    history.remove(store, found.game_id)
    voice.talk("The game is hidden; nothing of it is deleted.")
    return 0
