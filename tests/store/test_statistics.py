"""Statistics in the store: every figure recomputed from the raw rows, kept or made anew, under every ceiling."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import msgspec
import pytest
from samples import ITEMS, RARER, setup
from scheduled import answers, schedule

from qot_quiz.core import kinds, moves, rating
from qot_quiz.core.game import begin
from qot_quiz.core.setup import Setup
from qot_quiz.core.stats import MOST_MS
from qot_quiz.core.steps import step
from qot_quiz.store import boards, cards, folding, history, statistics, verdicts
from qot_quiz.store.journal import Journal, new_id
from qot_quiz.store.opening import Row, Store, open_memory
from qot_quiz.store.players import rename

from .finished import game as imported

PACK = "sample"
PLAYERS = ("Min", "지원")


@pytest.fixture
def moved() -> Iterator[Store]:
    """Open a store whose clock goes on by a minute with every step."""
    minutes = iter(range(10**6))

    def now() -> str:
        days, minute = divmod(next(minutes), 24 * 60)
        return f"2026-{days // 28 + 1:02}-{days % 28 + 1:02}T{minute // 60:02}:{minute % 60:02}:00.000+00:00"

    store = open_memory(now)
    yield store
    store.close()


def play(store: Store, chance: Random, of: Setup, questions: int = 6, through: bool = True) -> str:
    """Play a game by chance: right, wrong, partly right or passed, with helps, and now and then "I was right"."""
    items = chance.sample((*ITEMS, *RARER), questions)
    game, _ = begin(of, tuple(kinds.deal(item, chance.randrange(99), place % 4) for place, item in enumerate(items)))
    journal = Journal(store, new_id())
    journal.begin(game.setup, game.deck, store.now())

    def do(command: moves.Command) -> None:
        nonlocal game
        game, events = step(game, command)
        journal.append(command, events)

    while not game.over:
        if game.waiting:
            do(moves.Ready(game.now))
        if chance.random() < 0.2 and game.question.item.kind == "choice":
            do(moves.Lifeline(game.now, "hint"))
        typed = game.question.item.kind == "typed"
        wrong = ("nobody at all",) if typed else ()
        given = game.question.solution if chance.random() < 0.6 else wrong
        do(moves.Answer(game.now + chance.randrange(200_000), given))
        if typed and given == wrong and chance.random() < 0.7:
            do(moves.Regrade(game.now))
        if not through and len(game.records) == questions - 1:
            break
        do(moves.Next(game.now + 5))
    return journal.game_id


def fill(store: Store, chance: Random, games: int) -> list[str]:
    """Play games of all sorts: two players, practice, a party, another pack, unfinished ones."""
    ids = []
    for number in range(games):
        of = setup("classic")
        of = msgspec.structs.replace(
            of,
            player=PLAYERS[number % 2],
            practice=number % 7 == 3,
            players=("A", "B") if number % 11 == 5 else (),
            length=2 if number % 11 == 5 else 6,
            pack="other" if number % 13 == 8 else PACK,
            filters=msgspec.structs.replace(of.filters, up_to=(16, 1)[number % 3 == 2]),
        )
        ids.append(play(store, chance, of, through=number % 5 != 4))
    return ids


def raw(store: Store, player: str | None, up_to: int, pack: str = PACK) -> list[dict[str, Any]]:
    """Read every answer that counts straight from the rows, in their order, as it was graded last."""
    hidden = {game for (game,) in store.rows("select game from removed")}
    single = {}
    for id, name, of, text in store.rows("select id, player, pack, setup from games"):
        drawn = json.loads(text)
        if of == pack and id not in hidden and not drawn["practice"] and not drawn["players"]:
            single[id] = name
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for game, text in store.rows("select game, outcome from moves where what = 'judged' order by rowid"):
        judged = json.loads(text)
        item = judged["question"]["item"]
        if game in single and player in (None, single[game]) and item["spoils"] <= up_to:
            found[game, judged["number"]] = {**judged, "item": item, "player": single[game]}
    return list(found.values())


def counted(given: list[dict[str, Any]]) -> tuple[int, int, int, int]:
    """Count answers as a tally does."""
    credits = [one["verdict"]["credit"] for one in given]
    return len(given), credits.count(1), credits.count(0), sum(min(one["took_ms"], MOST_MS) for one in given)


def grouped(given: list[dict[str, Any]], key: str) -> dict[Any, tuple[int, int, int, int]]:
    """Count answers by a field of what was asked."""
    values = {one["item"][key] for one in given}
    return {value: counted([one for one in given if one["item"][key] == value]) for value in values}


def in_a_row(given: list[dict[str, Any]]) -> tuple[int, int]:
    """Count right answers in a row: those up to now, and the most."""
    now = best = 0
    for one in given:
        credit = one["verdict"]["credit"]
        now = now + 1 if credit == 1 else now if credit else 0
        best = max(best, now)
    return now, best


def ratings(given: list[dict[str, Any]]) -> tuple[dict[str, float], dict[str, float]]:
    """Rate players and facts by the formula of the docstring, with fractions of points."""
    players: dict[str, float] = {}
    facts: dict[str, float] = {}
    plays: dict[str, int] = {}
    for one in given:
        name, item = one["player"], one["item"]
        thing = item["fact_id"]
        if one["help"]:
            continue
        mine = players.setdefault(name, 1500.0)
        its = facts.setdefault(thing, {"easy": 1300.0, "medium": 1500.0, "hard": 1700.0}[first_level(given, thing)])
        guess = 1 / len(one["shape"]["options"]) if one["shape"]["type"] == "pick-one" else 0
        more = one["verdict"]["credit"] - (guess + (1 - guess) / (1 + 10 ** ((its - mine) / 400)))
        for who, sign, all in ((name, 1, players), (thing, -1, facts)):
            all[who] += sign * max(8.0, 170 / (1 + 0.05 * plays.get(who, 0))) * more
            plays[who] = plays.get(who, 0) + 1
    return players, facts


def first_level(given: list[dict[str, Any]], fact: str) -> str:
    """Name the difficulty of the question that asked for a fact first."""
    return str(next(one["item"]["difficulty"] for one in given if one["item"]["fact_id"] == fact))


def tallied(tallies: dict[Any, Any]) -> dict[Any, tuple[int, int, int, int]]:
    """Give tallies as bare numbers."""
    return {key: msgspec.structs.astuple(tally) for key, tally in tallies.items()}


def check(store: Store) -> None:
    """Compare every figure of both players under several ceilings with the raw rows."""
    for player in PLAYERS:
        for up_to in (0, 1, 16):
            given, read = raw(store, player, up_to), statistics.read(store, player, PACK, up_to)
            assert msgspec.structs.astuple(read.whole) == counted(given)
            assert tallied(read.topics) == grouped(given, "topic")
            assert tallied(read.kinds) == grouped(given, "kind")
            assert tallied(read.difficulties) == grouped(given, "difficulty")
            assert tallied(read.episodes) == grouped(given, "spoils")
            assert (read.run.now, read.run.best) == in_a_row(given)
            players, _ = ratings(raw(store, None, up_to))
            assert read.rating.milli / 1000 == pytest.approx(players.get(player, 1500), abs=0.2)
            facts = grouped(given, "fact_id")
            missed = statistics.most_missed(store, player, PACK, up_to, 99)
            assert {one.fact_id: msgspec.structs.astuple(one.tally) for one in missed} == {
                fact: counts for fact, counts in facts.items() if counts[2]
            }
            assert [one.tally.missed for one in missed] == sorted((c[2] for c in facts.values() if c[2]), reverse=True)
            slow = statistics.slowest(store, player, PACK, up_to, 3)
            means = sorted((round(c[3] / c[0]) for c in facts.values() if c[0] > 1), reverse=True)
            assert [one.tally.mean_ms for one in slow] == means[:3]
        due = [(one.at, one.fact_id) for one in cards.due(store, player, PACK)]
        assert due == [(one.at, one.fact_id) for one in schedule(answers(store, player, PACK))]


@pytest.mark.parametrize("seed", range(3))
def test_every_figure_follows_from_the_rows(moved: Store, seed: int) -> None:
    """After games of all sorts, read now and then, each figure is what the raw rows come to."""
    chance = Random(seed)
    for _ in range(3):
        fill(moved, chance, 14)
        check(moved)


def test_removing_renaming_and_rebuilding(moved: Store) -> None:
    """What is kept follows when a game is removed, players become one, or everything is made anew."""
    ids = fill(moved, Random(9), 20)
    check(moved)
    history.remove(moved, ids[0])
    check(moved)
    rename(moved, "지원", "Min")
    check(moved)
    before = kept(moved)
    folding.rebuild(moved)
    check(moved)
    assert kept(moved) == before


def kept(store: Store) -> dict[str, list[Row]]:
    """Read every table of kept statistics."""
    tables = [name for (name,) in store.rows("select name from sqlite_schema where type = 'table'")]
    found = {table: sorted(store.rows(f"select * from {table}"), key=repr) for table in tables if "stats_" in table}
    assert len(found) == 5
    return {**found, "cards": sorted(store.rows("select * from cards"), key=repr)}


def test_many_stretches_are_one(moved: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folded a few moves at a time, the figures are the same."""
    fill(moved, Random(2), 12)
    check(moved)
    before = kept(moved)
    folding.rebuild(moved)
    monkeypatch.setattr(verdicts, "STRETCH", 3)
    check(moved)
    assert kept(moved) == before


def test_reading_again_writes_nothing(moved: Store) -> None:
    """When nothing is new, a reading leaves the file as it is."""
    fill(moved, Random(1), 5)
    check(moved)
    (before,) = moved.rows("select total_changes()")
    check(moved)
    assert moved.rows("select total_changes()") == [before]


def test_facts_are_rated_from_fifty_answers_on(moved: Store) -> None:
    """A fact is listed with its rating once it was answered fifty times, the hardest or the easiest first."""
    chance = Random(3)
    of = msgspec.structs.replace(setup("classic"), player="Min")
    for number in range(110):
        play(moved, chance, of, questions=10)
        if number == 40:
            statistics.read(moved, "Min", PACK, 16)
            assert statistics.rated(moved, PACK, 16, -1) == []
    statistics.read(moved, "Min", PACK, 16)
    _, facts = ratings(raw(moved, None, 16))
    found = statistics.rated(moved, PACK, 16, -1)
    assert found
    assert all(one.rating.plays >= rating.PLAYS for one in found)
    for one in found:
        assert one.rating.milli / 1000 == pytest.approx(facts[one.fact_id], abs=0.5)
    assert [one.rating.milli for one in found] == sorted((one.rating.milli for one in found), reverse=True)
    easiest = statistics.rated(moved, PACK, 16, 2, hardest=False)
    assert [one.rating.milli for one in easiest] == sorted(one.rating.milli for one in found)[:2]


def test_the_trend(moved: Store) -> None:
    """The last thirty finished games of this place, under the ceiling, neither removed nor practice nor of a party."""
    ids = fill(moved, Random(5), 90)
    boards.import_results(moved, [(imported("f" * 32, player="Min", pack=PACK), 0)])
    history.remove(moved, ids[0])
    for up_to in (1, 16):
        rows = [msgspec.structs.asdict(game) for game in statistics.read(moved, "Min", PACK, up_to).games]
        wanted = []
        for number, id in enumerate(ids):
            result = boards.find(moved, id)
            counts = number % 2 == 0 and number % 7 != 3 and number % 11 != 5 and number % 13 != 8
            if result is not None and counts and result.up_to <= up_to:
                wanted.append({key: getattr(result, key) for key in rows[0]})
        assert rows == wanted[-30:]
        assert len(rows) > 5


def test_days(moved: Store) -> None:
    """The calendar has the finished ranked tries, and the scores of those under the ceiling that were not removed."""
    chance, ids = Random(6), []
    for day, practice, up_to in (("2026-01-02", False, 16), ("2026-01-03", False, 1), ("2026-01-04", True, 1)):
        of = setup("daily", day=day, practice=practice)
        filters = msgspec.structs.replace(of.filters, up_to=up_to)
        ids.append(play(moved, chance, msgspec.structs.replace(of, filters=filters), questions=10))
    result = boards.find(moved, ids[1])
    assert result is not None
    days = statistics.days(moved, "Min", PACK, 1)
    assert [one.day for one in days.played] == ["2026-01-02", "2026-01-03"]
    assert days.scores == {"2026-01-03": (result.right, 10)}
    assert set(statistics.days(moved, "Min", PACK, 16).scores) == {"2026-01-02", "2026-01-03"}
    history.remove(moved, ids[1])
    assert statistics.days(moved, "Min", PACK, 1).scores == {}


@pytest.mark.parametrize(
    ("sql", "values", "index"),
    [
        (statistics._GAMES, ("", "", 0, 30), "results_by_time"),
        (statistics._MISSED, ("", 0, "", 5), "stats_missed"),
        (statistics._SLOWEST, ("", 0, "", 5), "stats_slowest"),
        (statistics._RATED.format(way="desc"), ("", 0, 5), "stats_rated"),
        (statistics._SCORES, ("", "", 0), "dailies_by_player"),
        (verdicts._JUDGED, (0, 1), "INTEGER PRIMARY KEY"),
    ],
)
def test_reading_costs_no_walk(moved: Store, sql: str, values: Row, index: str) -> None:
    """Every question is answered by an index, whatever the number of moves."""
    plan = [detail for *_, detail in moved.rows(f"explain query plan {sql}", values)]
    assert index in plan[0]
    assert not any("SCAN" in step for step in plan)
