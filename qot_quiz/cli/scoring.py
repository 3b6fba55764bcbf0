"""The boards: shown, exported, imported, renamed and tidied."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from qot_quiz import runtime
from qot_quiz.cli import naming
from qot_quiz.errors import QuizError, UsageError
from qot_quiz.store import boards

if TYPE_CHECKING:
    from qot_quiz.store.opening import Store

SHOWN = 10
"""Games shown of each board."""

HEADERS = ("#", "player", "points", "right", "streak", "when", "")
NUMBERS = frozenset({0, 2, 3, 4})
BEST = "★ personal best"


def show(filters: boards.Filters, json: bool) -> int:
    """Print the boards, best first."""
    store = runtime.store()
    if json:
        _print_json(store, filters)
        return 0
    names = boards.boards(store, filters)
    for place, name in enumerate(names):
        if place:
            runtime.tell("")
        _show_board(store, name, filters)
    if not names:
        runtime.talk(
            "No finished game is there yet: qot-quiz play starts one."
            if filters == boards.Filters()
            else "No finished game matches."
        )
    return 0


def _show_board(store: Store, name: str, filters: boards.Filters) -> None:
    from qot_quiz.ui import tables, words

    rows: tables.Rows = [
        (
            str(placed.rank or "-"),
            placed.result.player,
            words.number(placed.result.points),
            f"{placed.result.right}/{placed.result.asked}",
            str(placed.result.best_streak),
            words.moment(placed.result.finished_at),
            BEST if placed.personal_best else "",
        )
        for placed in boards.top(store, name, filters, SHOWN)
    ]
    runtime.tell(words.board(name))
    if sys.stdout.isatty():
        runtime.console().print(tables.table(HEADERS, rows, NUMBERS))
    else:
        for line in tables.lines(HEADERS, rows, NUMBERS):
            runtime.tell(line)


def _print_json(store: Store, filters: boards.Filters) -> None:
    from qot_quiz.formats import score_writer

    for part in score_writer("json")(boards.export_lines(store, filters)):
        sys.stdout.write(part)


def export(file: str, format: str | None, force: bool, filters: boards.Filters) -> int:
    """Write the games to a file, or as ``-`` to standard output."""
    from qot_quiz.formats import SCORES, score_writer

    names = {name: name for name in SCORES}
    if format is None:
        ending = "csv" if file == "-" else file.rpartition(".")[2].lower()
        if ending not in SCORES:
            raise UsageError(
                f'The ending of "{file}" names no format.', f"Say --format; there is: {', '.join(SCORES)}."
            )
        format = ending
    parts = score_writer(naming.find(format, names, "format"))(boards.export_lines(runtime.store(), filters))
    if file == "-":
        for part in parts:
            sys.stdout.write(part)
        return 0
    from qot_quiz.formats.whole import write_whole

    write_whole(file, parts, force)
    return 0


def bring_in(file: str) -> int:
    """Merge the games of an export from another machine."""
    from qot_quiz.formats import read_scores

    store = runtime.store()
    if not store.keeps:
        raise QuizError("Scores cannot be kept on this machine.", "qot-quiz paths names the file; make it writable.")
    imported = boards.import_results(store, read_scores(file))
    runtime.tell(f"{imported.added} added, {imported.known} known already.")
    return 0


def rename(old: str, new: str) -> int:
    """Give a player another name."""
    renamed = boards.rename(runtime.store(), old, naming.player(new))
    if not renamed:
        raise UsageError(f'Nobody called "{old}" has played.', "qot-quiz scores lists the players.")
    return 0


def remove(game: str, sure: bool) -> int:
    """Hide a game; it is asked first on a terminal."""
    from qot_quiz.store import history
    from qot_quiz.ui import words

    store = runtime.store()
    found = boards.find(store, game)
    if found is None:
        raise UsageError(f'There is no finished game "{game}".', "scores --json names the ids of all games.")
    told = f"{found.player}, {words.board(found.board)}, {words.count(found.points, 'point')}"
    if not sure:
        if not runtime.interactive():
            raise UsageError(f"This would hide the game: {told}.", "Say --yes to do it.")
        from qot_quiz.ui import prompts

        if prompts.pick(f"Hide this game: {told}?", {"no": "No, keep it", "yes": "Yes, hide it"}) == "no":
            return 0
    history.remove(store, found.game_id)
    runtime.talk("The game is hidden; nothing of it is deleted.")
    return 0
