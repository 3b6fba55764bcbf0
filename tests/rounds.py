"""Rounds of simulated games, one function per mode, each with what holds in that mode alone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta

from checked import Played
from recount import crowded
from simulated import Nature
from simulating import Table

from qot_quiz.core.draw import passes
from qot_quiz.core.leaks import gives_away
from qot_quiz.core.past import ADAPTIVE
from qot_quiz.core.question import Item

CEILINGS = (0, 4, 8, 12, 16)
FIRST_DAY = date(2026, 11, 22)
MUCH_LATER = "2099-01-01T12:00:00.000+09:00"
"""When everything that was missed is due."""

APART = 20
FORTNIGHT = 14

ANY = Nature(leave=0.02, regrade=0.3, flag=0.02)
CLIMBER = Nature(right=0.93, passed=0.01, late=0.06, leave=0.02, walk=0.02, regrade=0.7)
HASTY = Nature(right=0.8, leave=0.02, longest=4000)
WALKER = Nature(right=0.8, leave=0.02, regrade=0.2, help=0.1)
FORGETFUL = Nature(right=0.3, passed=0.3, leave=0.02)
WORDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "classic": (
        (),
        ("-n", "5", "--timer", "20"),
        ("--kind", "date", "-n", "9"),
        ("-d", "hard,easy", "-t", "cast", "-n", "12"),
        ("--kind", "typed,multi,ordering,number"),
        ("-d", "adaptive"),
    ),
    "survival": (("-n", "30"), ("-d", "hard", "-n", "15"), ("-t", "broadcast,music"), ("-n", "20", "--timer", "9")),
    "ladder": ((), ("-n", "6"), ("--timer", "30"), ("-d", "easy,medium", "-t", "cast,making,music")),
    "blitz": ((), ("-n", "12"), ("--timer", "x1.5", "-n", "60"), ("-d", "hard", "-n", "40"), ("-d", "adaptive")),
    "marathon": (("--kind", "date"), ("-t", "specials,music"), ("-d", "easy", "--kind", "typed"), ("-t", "awards")),
    "party": (("-n", "2"), ("--same", "-n", "3"), ("-n", "1", "-d", "hard"), ("-n", "2", "--timer", "15")),
}
"""What is asked for in the games of a round, in turn."""

NAMES = ("Ann", "Ben", "민지", "Dora", "Élise", "Finn", "Gül", "Hye-jin")


def remembering(table: Table, mode: str, nature: Nature, up_to: int, count: int) -> list[Played]:
    """Play a mode again and again as one who remembers; every fourth is seeded if it can be, and played twice.

    Args:
        table: Where.
        mode: The mode.
        nature: How the player plays.
        up_to: The spoiler ceiling.
        count: How many games.
    """
    seen: set[str] = set()
    flagged: set[str] = set()
    games = []
    for at in range(count):
        asked_for = WORDS[mode][(at // 4 if at % 4 == 3 else at) % len(WORDS[mode])]
        words = ("play", "--mode", mode, "--player", f"Min {up_to}", *asked_for)
        seeded = at % 4 == 3 and ADAPTIVE not in asked_for
        if seeded:
            words = (*words, "--seed", str(table.chance.getrandbits(40)))
        played = table.play(nature, up_to, *words)
        if not seeded:
            check_fresh(table, played, seen, flagged)
        elif "--timer" not in words and mode != "blitz":
            table.again(played, up_to, *words)
        seen |= played.seen
        flagged |= played.player.flagged
        games.append(played)
    return games


def check_fresh(table: Table, played: Played, seen: Collection[str], flagged: Collection[str]) -> None:
    """Check that a question was seen before only where nothing new would fit, and that none was flagged."""
    game, setup = played.player.game, played.setup
    assert game is not None
    deck = [question.item for question in game.deck]
    assert not {item.id for item in deck} & set(flagged)
    again = [item.id in seen for item in deck]
    if any(again):
        new = [item for item in table.items.values() if item.id not in seen and passes(item, setup.filters)]
        left = [item.id for item in new if item not in deck and _fits(item, deck)]
        assert len(game.deck) >= 100 or not left, left
    if setup.rules.counted:
        assert ("Nothing new is left" in played.talk) == any(again), played.talk
    if setup.mode == "survival":
        assert again == sorted(again)


def _fits(item: Item, deck: list[Item]) -> bool:
    """Say whether a question would fit into a deck beyond doubt."""
    facts = {fact for other in deck for fact in (other.fact_id, *other.rests_on)}
    related = {item.fact_id, *item.rests_on} & facts or item.rests_on
    return item.kind != "true-false" and not related and not any(gives_away(item, other) for other in deck)


def classic(table: Table, up_to: int, count: int) -> None:
    """Play classic: as many as asked for, to the end."""
    for played in remembering(table, "classic", ANY, up_to, count):
        assert played.json["asked"] == played.setup.length


def survival(table: Table, up_to: int, count: int) -> None:
    """Play survival: the difficulty rises among what is new, the third miss ends it; one game on all there is."""
    for played in remembering(table, "survival", CLIMBER, up_to, count - 1):
        assert played.account.how in ("lost", "won")
    words = ("play", "--mode", "survival", "--player", f"Min {up_to}", "--seed", "1")
    rising = [("easy", "medium", "hard").index(item.difficulty) for item in table.play(CLIMBER, up_to, *words).items]
    assert rising == sorted(rising)


def ladder(table: Table, up_to: int, count: int) -> None:
    """Play the ladder: the difficulty rises; lost on a step, walked away from, or won."""
    for played in remembering(table, "ladder", CLIMBER, up_to, count):
        rising = [("easy", "medium", "hard").index(item.difficulty) for item in played.items]
        assert rising == sorted(rising)
        assert (played.account.how == "walked") == played.player.walked


def blitz(table: Table, up_to: int, count: int) -> None:
    """Play blitz: options alone, until the time is over or nothing is left."""
    for played in remembering(table, "blitz", HASTY, up_to, count):
        assert {item.kind for item in played.items} <= {"choice", "true-false"}
        assert played.player.game is not None
        assert (played.account.how == "won") == (len(played.account.rows) == len(played.player.game.deck))
        assert played.json["took_ms"] <= (played.setup.rules.game_ms or 0)


def marathon(table: Table, up_to: int, count: int) -> None:
    """Play marathons, the first on all there is: everything that the filters leave exactly once, facts apart."""
    for at in range(count):
        words = WORDS["marathon"][at % len(WORDS["marathon"])] if at else ()
        played = table.play(WALKER, up_to, "play", "--mode", "marathon", "--player", f"Min {up_to}", *words)
        filters = played.setup.filters
        assert sorted(played.ids) == sorted(id for id, item in table.items.items() if passes(item, filters))
        assert played.json["asked"] == played.setup.total
        assert not list(crowded(played.items, APART))


def daily(table: Table, up_to: int, count: int) -> None:
    """Play the daily of many days: the same for two players, whatever they saw; once ranked; nothing twice for long."""
    last: dict[str, int] = {}
    for at in range(count):
        day = (FIRST_DAY + timedelta(days=at)).isoformat()
        table.moment = f"{day}T{table.chance.randrange(24):02}:30:00.000+09:00"
        ann = table.play(ANY, up_to, "daily", "--player", f"Ann {up_to}")
        late = at % 2
        if late:
            table.moment = f"{(FIRST_DAY + timedelta(days=at + 1)).isoformat()}T00:10:00.000+09:00"
        ben = table.play(ANY, up_to, "daily", "--date", day, "--player", f"Ben {up_to}")
        assert [(one.item.id, one.texts) for one in ann.player.askings] == [
            (one.item.id, one.texts) for one in ben.player.askings
        ]
        assert (ann.setup.practice, ben.setup.practice) == (False, bool(late))
        if at % 5 == 0:
            again = table.play(ANY, up_to, "daily", "--date", day, "--player", f"Ann {up_to}")
            assert again.setup.practice
            assert again.ids == ann.ids
        for id in ann.ids:
            assert at - last.get(id, -FORTNIGHT) >= FORTNIGHT, (day, id)
            last[id] = at


def review(table: Table, up_to: int, count: int) -> None:
    """Miss much, and review it much later: what was missed alone, each fact once, from another angle where one is."""
    name = f"Min {up_to}"
    missed: set[str] = set()
    last: dict[str, str] = {}

    def note(played: Played) -> None:
        rows = zip(played.items, played.account.rows, strict=True)
        missed.update(item.fact_id for item, row in rows if not row.credit)
        last.update({item.fact_id: item.id for item in played.items})

    table.moment = f"{FIRST_DAY.isoformat()}T12:00:00.000+09:00"
    for _ in range(4):
        note(table.play(FORGETFUL, up_to, "play", "--player", name))
    table.moment = MUCH_LATER
    for at in range(count):
        words = ("-n", "4", "--timer", "20") if at % 3 == 1 else ()
        played = table.play(FORGETFUL, up_to, "review", "--player", name, *words)
        assert {item.fact_id for item in played.items} <= missed
        assert played.json["asked"] == min(len(missed), 4 if words else 10)
        for item in played.items:
            angles = [one for one in table.items.values() if one.fact_id == item.fact_id and one.spoils <= up_to]
            assert item.id != last[item.fact_id] or len(angles) == 1
        note(played)


def party(table: Table, up_to: int, count: int) -> None:
    """Play parties of two to eight, some of whom know everything or nothing, so that ties come."""
    for at in range(count):
        names = NAMES[: 2 + at % (len(NAMES) - 1)]
        nature = (Nature(leave=0.02, regrade=0.7), Nature(right=1, passed=0), Nature(right=0.5), Nature(right=0.1))[
            at // 2 % 4
        ]
        words = ("party", *names, *WORDS["party"][at % len(WORDS["party"])])
        if at % 4 == 3 or "--same" not in words:
            words = (*words, "--seed", str(table.chance.getrandbits(40)))
        played = table.play(nature, up_to, *words)
        assert played.json["player"] == ", ".join(names)
        if "--seed" in words and "--timer" not in words:
            table.again(played, up_to, *words)
        regular = played.items[: len(names) * (played.setup.length or 0)]
        if played.setup.same:
            assert len({item.id for item in regular}) == played.setup.length


ROUNDS: dict[str, Callable[[Table, int, int], None]] = {
    "classic": classic,
    "survival": survival,
    "ladder": ladder,
    "blitz": blitz,
    "marathon": marathon,
    "daily": daily,
    "review": review,
    "party": party,
}
"""Every mode's round: a table, a ceiling and a number of games."""
