"""What a player's answers and games come to under a spoiler ceiling, read from folds that are kept up to date."""

from __future__ import annotations

from qot_quiz.core.rating import PLAYER, PLAYS, Rating
from qot_quiz.core.stats import RUN, TALLY, Days, FactTally, Game, PlayedFact, RatedFact, Run, Statistics, Tally, both
from qot_quiz.store.dailies import played, tries
from qot_quiz.store.folding import fold
from qot_quiz.store.opening import Row, Store

GAMES = 30
"""Games that a trend goes back."""

_PLAYER = "select now, best, before, milli, plays from stats_players where pack = ? and up_to = ? and player = ?"
_TALLIES = """
select topic, kind, difficulty, spoils, asked, right, missed, took_ms from stats_tallies
where pack = ? and up_to = ? and player = ?
"""
_FACTS = """
select fact, question, asked, right, missed, took_ms from stats_facts
where pack = ? and up_to = ? and player = ?
"""
_MISSED = f"{_FACTS} and missed > 0 order by missed desc, asked, fact limit ?"
_SLOWEST = f"{_FACTS} and asked > 1 and mean_ms > 0 order by mean_ms desc, fact limit ?"
_RATED = f"""
select fact, question, milli, plays from stats_ratings
where pack = ? and up_to = ? and plays >= {PLAYS} order by milli {{way}}, fact limit ?
"""
_FACT_RATING = f"""
select milli, plays from stats_ratings where pack = ? and up_to = ? and fact = ? and plays >= {PLAYS}
"""
_PLAYS = f"""
select fact, milli, plays, sum(asked), sum(right) from stats_ratings join stats_facts using (pack, up_to, fact)
where pack = ? and up_to = ? and plays >= {PLAYS} group by fact order by fact
"""
_GAMES = """
select r.game_id, r.mode, r.board, r.finished_at, r.asked, r.right, r.points
from results as r cross join games on games.id = r.game_id
where r.player = ? and r.pack = ? and r.hidden = 0 and r.origin = 'here' and r.up_to <= ?
    and not coalesce(json_extract(setup, '$.practice'), 0)
    and not coalesce(json_array_length(setup, '$.players'), 0)
order by r.finished_ms desc, r.game_id desc limit ?
"""
_SCORES = """
select json_extract(setup, '$.day'), r.right, r.asked
from games cross join results as r on r.game_id = games.id
where games.player = ? and games.pack = ? and games.mode = 'daily' and r.hidden = 0 and r.up_to <= ?
    and not coalesce(json_extract(setup, '$.practice'), 0)
"""


def read(store: Store, player: str, pack: str, up_to: int) -> Statistics:
    """Read what a player's answers come to; finished games are those of this place that count for a single player.

    Args:
        store: The open store.
        player: Who played.
        pack: The pack's id.
        up_to: The spoiler ceiling: nothing above it counts, and no game that was played up to a later episode.

    Raises:
        StoreError: A game cannot be read, or the file cannot be read or written.
    """
    fold(store, pack, up_to)
    key = (pack, up_to, player)
    topics: dict[str, Tally] = {}
    kinds: dict[str, Tally] = {}
    difficulties: dict[str, Tally] = {}
    episodes: dict[int, Tally] = {}
    whole = TALLY
    for topic, kind, difficulty, spoils, *counts in store.rows(_TALLIES, key):
        tally = Tally(*counts)
        whole = both(whole, tally)
        topics[topic] = both(topics.get(topic, TALLY), tally)
        kinds[kind] = both(kinds.get(kind, TALLY), tally)
        difficulties[difficulty] = both(difficulties.get(difficulty, TALLY), tally)
        episodes[spoils] = both(episodes.get(spoils, TALLY), tally)
    run, rating = RUN, PLAYER
    for now, best, before, milli, plays in store.rows(_PLAYER, key):
        run, rating = Run(now, best, before), Rating(milli, plays)
    games = tuple(Game(*row) for row in reversed(store.rows(_GAMES, (player, pack, up_to, GAMES))))
    return Statistics(whole, topics, kinds, difficulties, episodes, run, rating, games)


def most_missed(store: Store, player: str, pack: str, up_to: int, limit: int) -> list[FactTally]:
    """List the facts missed most often; of equals those asked less often come first. `read` comes before.

    Args:
        store: The open store.
        player: Who played.
        pack: The pack's id.
        up_to: The spoiler ceiling.
        limit: How many at most.

    Raises:
        StoreError: The file cannot be read.
    """
    return [_fact(row) for row in store.rows(_MISSED, (pack, up_to, player, limit))]


def slowest(store: Store, player: str, pack: str, up_to: int, limit: int) -> list[FactTally]:
    """List the facts that took longest on average, of those asked at least twice. `read` comes before.

    Args:
        store: The open store.
        player: Who played.
        pack: The pack's id.
        up_to: The spoiler ceiling.
        limit: How many at most.

    Raises:
        StoreError: The file cannot be read.
    """
    return [_fact(row) for row in store.rows(_SLOWEST, (pack, up_to, player, limit))]


def rated(store: Store, pack: str, up_to: int, limit: int, hardest: bool = True) -> list[RatedFact]:
    """List facts by their rating, of those with at least `PLAYS` answers. `read` comes before.

    Args:
        store: The open store.
        pack: The pack's id.
        up_to: The spoiler ceiling.
        limit: How many at most; -1 for all.
        hardest: Whether the hardest come first.

    Raises:
        StoreError: The file cannot be read.
    """
    rows = store.rows(_RATED.format(way="desc" if hardest else "asc"), (pack, up_to, limit))
    return [RatedFact(fact, question, Rating(milli, plays)) for fact, question, milli, plays in rows]


def player_rating(store: Store, player: str, pack: str, up_to: int) -> Rating:
    """Rate a player by all answers up to now.

    Args:
        store: The open store.
        player: Who plays.
        pack: The pack's id.
        up_to: The spoiler ceiling: nothing above it counts.

    Raises:
        StoreError: A game cannot be read, or the file cannot be read or written.
    """
    fold(store, pack, up_to)
    rows = store.rows(_PLAYER, (pack, up_to, player))
    return Rating(*rows[0][3:]) if rows else PLAYER


def fact_rating(store: Store, pack: str, up_to: int, fact: str) -> Rating | None:
    """Tell a fact's rating, of one with at least `PLAYS` answers. `read` or `player_rating` comes before.

    Args:
        store: The open store.
        pack: The pack's id.
        up_to: The spoiler ceiling.
        fact: The fact's id.

    Raises:
        StoreError: The file cannot be read.
    """
    rows = store.rows(_FACT_RATING, (pack, up_to, fact))
    return Rating(*rows[0]) if rows else None


def plays(store: Store, pack: str, up_to: int) -> list[PlayedFact]:
    """List the facts with at least `PLAYS` answers that rate them, by their ids, with all answers of all players.

    Args:
        store: The open store.
        pack: The pack's id.
        up_to: The spoiler ceiling: nothing above it counts.

    Raises:
        StoreError: A game cannot be read, or the file cannot be read or written.
    """
    fold(store, pack, up_to)
    rows = store.rows(_PLAYS, (pack, up_to))
    return [PlayedFact(fact, Rating(milli, plays), asked, right) for fact, milli, plays, asked, right in rows]


def days(store: Store, player: str, pack: str, up_to: int) -> Days:
    """Read on which days the daily was played, and how it went where it was played under the ceiling.

    Args:
        store: The open store.
        player: Who played.
        pack: The pack's id.
        up_to: The spoiler ceiling.

    Raises:
        StoreError: The file cannot be read.
    """
    scores = {day: (right, asked) for day, right, asked in store.rows(_SCORES, (player, pack, up_to))}
    return Days(tuple(played(tries(store, player, pack))), scores)


def _fact(row: Row) -> FactTally:
    fact, question, *counts = row
    return FactTally(fact, question, Tally(*counts))
