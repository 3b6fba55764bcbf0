"""Several players at one keyboard: whose turn it is, ties, and the podium."""

from __future__ import annotations

import pytest
from samples import Shelf, item, setup

from core.packs import many
from qot_quiz.core import kinds, moves
from qot_quiz.core.events import Asked, Ended, Event, HandOver, Judged
from qot_quiz.core.game import Game, NotNow, begin
from qot_quiz.core.modes import party
from qot_quiz.core.setup import Setup
from qot_quiz.core.steps import step


def table(*players: str, length: int = 2, same: bool = False) -> Setup:
    """Set up a party."""
    return setup("party", length=length, players=players, same=same)


def begun(drawn: Setup) -> tuple[Game, tuple[Event, ...]]:
    """Begin a party on a made-up pack."""
    return begin(drawn, party.draw(Shelf(many(60, 60, 60)), drawn, ()))


def played(game: Game, rights: str) -> tuple[Game, list[str], list[Event]]:
    """Play on: for each letter the player on turn is right (r) or passes (x). Give who was called and all events."""
    called: list[str] = []
    happened: list[Event] = []
    for letter in rights:
        if game.waiting:
            game, events = step(game, moves.Ready(game.now))
            happened.extend(events)
        called.append(game.setup.players[game.turn.seat])
        given = game.question.solution if letter == "r" else ()
        for command in (moves.Answer(game.now, given), moves.Next(game.now)):
            game, events = step(game, command)
            happened.extend(events)
    return game, called, happened


def test_hidden_until_ready() -> None:
    """The first player is called before anything of the question is shown; only being ready shows it."""
    game, events = begun(table("Ann", "Ben"))
    assert events == (HandOver("Ann", 1),)
    for command in (moves.Answer(0, ()), moves.Next(0), moves.TimeUp(0)):
        with pytest.raises(NotNow, match="open" if isinstance(command, moves.Next) else "ready"):
            step(game, command)
    game, (shown,) = step(game, moves.Ready(70))
    assert isinstance(shown, Asked)
    assert (shown.player, shown.number, shown.of, game.asked_at) == ("Ann", 1, 4, 70)
    with pytest.raises(NotNow, match=r"^open$"):
        step(game, moves.Ready(80))


def test_alternating_turns() -> None:
    """Players take turns, each is called, and each keeps points and a streak of their own."""
    game, called, _ = played(begun(table("Ann", "Ben", "Cho"))[0], "rxrrr")
    assert called == ["Ann", "Ben", "Cho", "Ann", "Ben"]
    assert [standing.right for standing in game.standings] == [2, 1, 1]
    assert [standing.streak for standing in game.standings] == [2, 1, 1]


def test_same_questions() -> None:
    """Where all have the same questions, one player has them all before the next is called."""
    game, called, events = played(begun(table("Ann", "Ben", same=True))[0], "rrxr")
    assert called == ["Ann", "Ann", "Ben", "Ben"]
    assert sum(isinstance(event, HandOver) for event in events) == 1
    records = [event for event in events if isinstance(event, Judged)]
    assert [record.player for record in records] == called
    assert records[0].question == records[2].question
    assert game.over


def test_podium() -> None:
    """The end names everybody with place and standing; equals share a place, and all together make the sum."""
    _, _, events = played(begun(table("Ann", "Ben", "Cho", length=1))[0], "xrx")
    end = events[-1]
    assert isinstance(end, Ended)
    assert [(seat.player, seat.place) for seat in end.podium] == [("Ben", 1), ("Ann", 2), ("Cho", 2)]
    assert (end.standing.right, end.standing.asked, end.how, end.ranked) == (1, 3, "finished", False)
    assert end.standing.points == sum(seat.standing.points for seat in end.podium)


def test_tie_break() -> None:
    """Equals at the top go on in rounds until one alone is right; others sit out; the winner comes first."""
    _, called, events = played(begun(table("Ann", "Ben", "Cho", length=1))[0], "rxr" + "rr" + "xx" + "xr")
    assert called[3:] == ["Ann", "Cho"] * 3
    assert [event.tie_break for event in events if isinstance(event, Asked)] == [False] * 3 + [True] * 6
    end = events[-1]
    assert isinstance(end, Ended)
    assert [(seat.player, seat.place) for seat in end.podium] == [("Cho", 1), ("Ann", 2), ("Ben", 3)]


def test_tie_break_narrows() -> None:
    """Who is wrong in a round in which others are right is out of the tie-break."""
    _, called, _ = played(begun(table("Ann", "Ben", "Cho", length=1))[0], "rrr" + "rxr" + "xr")
    assert called[6:] == ["Ann", "Cho"]


def test_tie_stands_when_nothing_is_left() -> None:
    """When the questions of the tie-break are used up, equals share the first place."""
    _, _, events = played(begun(table("Ann", "Ben", length=1))[0], "xx" + "xx" * party.TIE_BREAKS)
    end = events[-1]
    assert isinstance(end, Ended)
    assert [seat.place for seat in end.podium] == [1, 1]


def test_a_tie_break_gives_everybody_as_many_questions() -> None:
    """A round that not everybody can finish is not begun, and whom the tie-break does not part share the place."""
    _, called, events = played(begun(table("Ann", "Ben", "Cho", length=1))[0], "rrx" + "rr" * 7)
    assert (called.count("Ann"), called.count("Ben")) == (8, 8)
    end = events[-1]
    assert isinstance(end, Ended)
    assert [(seat.player, seat.place) for seat in end.podium] == [("Ann", 1), ("Ben", 1), ("Cho", 3)]


def test_regrade_goes_to_who_answered() -> None:
    """A word on the verdict, said when the next player is up already, counts for the one who answered."""
    drawn = table("Ann", "Ben", length=1)
    deck = party.draw(Shelf(many(60, 60, 60, "typed")), drawn, ())
    game, _ = step(begin(drawn, deck)[0], moves.Ready(0))
    game, _ = step(game, moves.Answer(0, ("nonsense",)))
    game, _ = step(game, moves.Next(0))
    game, (record,) = step(game, moves.Regrade(0))
    assert isinstance(record, Judged)
    assert (record.player, record.verdict.credit) == ("Ann", 1)
    assert [standing.right for standing in game.standings] == [1, 0]
    assert (game.number, game.turn.seat, game.waiting) == (2, 1, True)


def test_alone() -> None:
    """A single player is never called, and has no podium."""
    game, events = begin(setup(), party.draw(Shelf(many(9, 9, 9)), table("Ann", "Ben"), ()))
    assert isinstance(events[0], Asked)
    assert events[0].player == ""
    assert not game.waiting


def puzzled(*given: tuple[str, ...]) -> Ended:
    """Play a party of two on numbers of which part is worth something, one question each; answers in their order."""
    numbers = [item(f"n{place}/is", "number", "hard", "How many?", "20", within=4) for place in range(20)]
    game, _ = begin(table("Ann", "Ben", length=1), tuple(kinds.deal(one, 7, 0) for one in numbers[:12]))
    for one in given:
        for command in (moves.Ready(0), moves.Answer(0, one), moves.Next(0)):
            game, events = step(game, command)
    (end,) = events
    assert isinstance(end, Ended)
    return end


def test_a_tie_break_goes_before_points() -> None:
    """Who wins the tie-break comes first, even if part credit in its rounds gave the other more points."""
    end = puzzled(("20",), ("20",), *((("21",), ()) * 3), (), ("20",))
    points = {seat.player: seat.standing.points for seat in end.podium}
    assert [(seat.player, seat.place) for seat in end.podium] == [("Ben", 1), ("Ann", 2)]
    assert points["Ann"] > points["Ben"]


def test_whom_a_tie_break_does_not_part_are_equal_whatever_their_points() -> None:
    """Part credit decides no tie-break: after its last round both are first."""
    end = puzzled(("20",), ("20",), *((("21",), ()) * party.TIE_BREAKS))
    assert [(seat.player, seat.place) for seat in end.podium] == [("Ann", 1), ("Ben", 1)]
    assert end.podium[0].standing.points != end.podium[1].standing.points


def test_no_regrade_once_a_tie_break_has_gone_on() -> None:
    """A word on a verdict may still decide a tie-break until the next of its questions is up, and not behind it."""
    typed = [item(f"n{place}/is", "typed", "hard", "Who?", "Kim Ji-won") for place in range(12)]
    game, _ = begin(table("Ann", "Ben", length=1), tuple(kinds.deal(one, 7, 0) for one in typed))
    for command in (moves.Ready(0), moves.Answer(0, ("nobody",)), moves.Next(0)) * 2:
        game, _ = step(game, command)
    game, _ = step(step(game, moves.Ready(0))[0], moves.Answer(0, ("nobody",)))
    assert step(game, moves.Regrade(0))[0].standings[0].right == 1
    game, _ = step(game, moves.Next(0))
    with pytest.raises(NotNow, match="regrade"):
        step(game, moves.Regrade(0))
