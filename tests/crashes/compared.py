"""The comparison of a store with the ledger: every list, board, figure and card that the store gives."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
from scheduled import schedule

from qot_quiz.core.stats import Tally
from qot_quiz.store import boards, cards, dailies, flags, history, settings, statistics, unfinished
from qot_quiz.store.opening import Store

from .ledger import Ledger, grouped, in_a_row, tally

PACK = "sample"


def compare(store: Store, ledger: Ledger) -> None:
    """Check that every acknowledged move is there once, and that all that is told of games follows from them."""
    _games(store, ledger)
    _boards(store, ledger)
    for name in ledger.players():
        _player(store, ledger, name)
        _figures(store, ledger, name)


def _games(store: Store, ledger: Ledger) -> None:
    kept: dict[str, list[str]] = {id: [] for (id,) in store.rows("select id from games order by rowid")}
    for id, n, command in store.rows("select game, n, command from moves order by rowid"):
        kept[id].append(command)
        assert n == len(kept[id])
    assert kept == {id: sheet.commands for id, sheet in ledger.sheets.items()}
    ends: dict[str, str] = dict(store.rows("select game, how from closed"))
    assert ends == {id: sheet.how for id, sheet in ledger.sheets.items() if sheet.how}
    open = [(one.game_id, one.player, one.answered, one.of) for one in unfinished.games(store)]
    assert open == [(one.id, one.player, len(one.shown), one.of) for one in ledger.open()]


def _boards(store: Store, ledger: Ledger) -> None:
    results = ledger.results()
    listed = [msgspec.json.decode(line) for batch in boards.export_lines(store) for line in batch]
    assert [row[1:] for row in listed] == [list(msgspec.structs.astuple(result)) for result, _ in results]
    rank: Counter[str] = Counter()
    best: set[tuple[str, str]] = set()
    for row, (result, helps) in zip(listed, results, strict=True):
        rank[result.board] += result.ranked
        assert row[0] == (rank[result.board] if result.ranked else None)
        place = boards.place(store, result.game_id)
        assert place.rank == row[0]
        key = result.board, result.player
        assert place.personal_best == (result.ranked and key not in best)
        best |= {key} if result.ranked else set()
        assert store.rows("select helps from results where game_id = ?", (result.game_id,)) == [(helps,)]
    assert sum(rank.values()) == store.rows("select coalesce(sum(games), 0) from tally")[0][0]


def _player(store: Store, ledger: Ledger, name: str) -> None:
    assert history.seen(store, name, PACK) == ledger.seen(name)
    flagged = ledger.flagged(name)
    told = sorted((flag.question_id, flag.reason, flag.at) for flag in flags.flags(store, PACK, name))
    assert told == flagged
    assert flags.flagged(store, name, PACK) == {id for id, _, _ in flagged}
    assert sorted(one.question_id for one in flags.contested(store, PACK)) == ledger.contested()
    assert settings.ceiling(store, name, PACK) == ledger.ceilings.get(name)
    dated = [sheet for sheet in ledger.sheets.values() if sheet.player == name and sheet.setup.day]
    tries = dailies.tries(store, name, PACK)
    assert [(one.game_id, one.how or "") for one in tries] == [(one.id, one.how) for one in dated]
    days = {sheet.setup.day for sheet in dated if sheet.how == "finished" and not sheet.setup.practice}
    assert {one.day for one in dailies.played(tries)} == days


def _figures(store: Store, ledger: Ledger, name: str) -> None:
    for up_to in (0, 16):
        given, read = ledger.counted(name, up_to), statistics.read(store, name, PACK, up_to)
        assert msgspec.structs.astuple(read.whole) == tally(given)
        groups: tuple[tuple[dict[Any, Tally], str], ...] = (
            (read.topics, "topic"),
            (read.kinds, "kind"),
            (read.difficulties, "difficulty"),
            (read.episodes, "spoils"),
        )
        for found, field in groups:
            assert {key: msgspec.structs.astuple(one) for key, one in found.items()} == grouped(given, field)
        assert ledger.blurred or (read.run.now, read.run.best) == in_a_row(given)
    due = [(one.at, one.fact_id, one.question_id) for one in cards.due(store, name, PACK)]
    planned = [(one.at, one.fact_id, one.question_id) for one in schedule(ledger.answered(name))]
    assert ledger.blurred or due == planned
