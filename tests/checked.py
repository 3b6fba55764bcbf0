"""What holds of every simulated game, in whatever mode."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, NamedTuple

from recount import Account
from running import ROOT
from simulated import Player

from qot_quiz.bank.reading import read_pack
from qot_quiz.bank.words import mentions
from qot_quiz.core.question import Item
from qot_quiz.core.setup import Setup


class Played(NamedTuple):
    """A game that was played to its end.

    Args:
        json: What the program printed of it.
        player: Who played it, with all notes.
        setup: What it was set up with.
        account: What it should have come to.
        talk: What was said beside the data.
    """

    json: dict[str, Any]
    player: Player
    setup: Setup
    account: Account
    talk: str

    @property
    def items(self) -> list[Item]:
        """Its questions in order, one that the end of time cut off among them."""
        return [asking.item for asking in self.player.askings]

    @property
    def ids(self) -> list[str]:
        """The ids of its questions in order."""
        return [item.id for item in self.items]

    @property
    def seen(self) -> set[str]:
        """The questions whose verdict was shown."""
        return set(self.ids)


def happened(played: Played) -> Iterator[str]:
    """Name what came up in a game, so that nobody takes a round for more than it was."""
    player, rows, setup = played.player, played.account.rows, played.setup
    yield "games"
    yield played.account.how
    yield from ("questions" for _ in rows)
    yield from ("sittings" for line in player.lines if line == "q")
    yield from ("regraded" for asking in player.askings if asking.regraded)
    yield from ("flagged" for _ in player.flagged)
    yield from ("part credit" for row in rows if 0 < row.credit < 1)
    yield from (name for row in rows for name in row.help)
    yield from ("late" for record in player.judged.values() if record.verdict.reason == "late")
    yield from ("once more" for asking in player.askings if sum(deed.what == "answer" for deed in asking.deeds) > 1)
    if player.end is not None and player.end.safe:
        yield "kept a safe step"
    if "come round again" in played.talk:
        yield "seen again"
    if setup.players and len(rows) > len(setup.players) * (setup.length or 0):
        yield "tie-breaks"
        yield "undecided" if list(played.account.podium.values()).count(1) > 1 else "decided"


def check(played: Played, up_to: int) -> None:
    """Check what holds in every mode: points as recounted, nothing twice, nothing above the ceiling."""
    told, player, account = played.json, played.player, played.account
    end = player.end
    assert end is not None
    rows = account.rows
    assert end.how == account.how, (end.how, account.how)
    assert told["best_streak"] == account.best_streak
    assert told["took_ms"] == sum(row.took for row in rows)
    assert told["up_to"] == up_to
    assert {seat.player: seat.place for seat in end.podium} == account.podium
    assert len(told["answers"]) == len(rows)
    for number, (row, answer, asking) in enumerate(zip(rows, told["answers"], player.askings, strict=False), start=1):
        where = (number, asking.item.id, asking.deeds)
        got = (answer["points"], answer["streak"], tuple(answer["help"]), answer["took_ms"], answer.get("player", ""))
        assert got == (row.points, row.streak, row.help, row.took, row.player), (where, row)
        assert abs(answer["credit"] - row.credit) <= 0.00005, where
        terms = tuple((term.name, term.points) for term in player.judged[number].score.terms)
        assert terms == row.sums, where
    assert (told["points"], told["asked"], told["right"]) == (account.points, len(rows), account.right)
    assert end.standing.points == account.points
    counted = bool(rows) and not any(asking.regraded for asking in player.askings) and not played.setup.practice
    assert told["ranked"] == counted
    check_questions(played, up_to)


def check_questions(played: Played, up_to: int) -> None:
    """Check that no question, and but for marathon no fact, comes twice, and none from above the ceiling."""
    by_player: dict[str, list[Item]] = {}
    for asking in played.player.askings:
        by_player.setdefault(asking.player if played.setup.same else "", []).append(asking.item)
    for items in by_player.values():
        assert len({item.id for item in items}) == len(items)
        assert played.setup.rules.lazy or len({item.fact_id for item in items}) == len(items)
    for item in played.items:
        assert item.spoils <= up_to, item.id


@cache
def spoiling_names() -> tuple[tuple[int, str], ...]:
    """List every form of every name that spoils, with the episode from which on it may be said."""
    names = [placed.table for placed in read_pack(str(ROOT / "questions")).names if placed.table.spoils]
    return tuple((name.spoils, form) for name in names for form in (name.show, *name.accept))


def check_words(said: set[str], items: Collection[Item], titles: dict[str, str], up_to: int) -> None:
    """Check that nothing that was said names anything from above the ceiling.

    Args:
        said: The lines that were said.
        items: All questions of the pack.
        titles: Its topics.
        up_to: The ceiling.
    """
    below = {text for item in items if item.spoils <= up_to for text in (item.ask, item.why)}
    for item in items:
        if item.spoils > up_to:
            assert not {item.ask, item.why} - below - {""} & said, item.id
    shown = {item.topic for item in items if item.spoils <= up_to}
    hidden = [title for id, title in titles.items() if id not in shown]
    forms = [form for spoils, form in spoiling_names() if spoils > up_to]
    for text in said:
        for form in (*forms, *hidden):
            assert not mentions(text, form), (form, text)
