"""The menu of `qot-quiz` alone: what makes sense now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qot_quiz import runtime, voice
from qot_quiz.cli import changing, choices, commands, players, playing, resuming
from qot_quiz.cli.options import Options, Sharing
from qot_quiz.errors import QuizError
from qot_quiz.ui import prompts, words
from qot_quiz.ui.leaving import Declined

if TYPE_CHECKING:
    from collections.abc import Callable

    from qot_quiz.store.opening import Store
    from qot_quiz.store.unfinished import Unfinished
    from qot_quiz.ui.prompts import Look

TITLE = "Queen of Tears Quiz"

GREETING = "Welcome! Two questions first, so that nothing is given away too early."

BACK = "back"

MOST_SHARED = 9
"""Games of today to choose from: as many as there are digits to press."""


def welcome(plain: bool = False) -> int:
    """Offer what makes sense next and do it, until the player leaves; who is new is asked for a name first.

    Args:
        plain: Whether to ask and play in sentences.
    """
    store = runtime.store_to_play()
    options = Options(plain=plain)
    if not _known(store):
        (voice.tell if plain else voice.announce)(GREETING)
        players.player_and_ceiling(options, runtime.bank(), store, ask=True)

    def do(chosen: str, look: Look) -> int:
        return _done(chosen, options, store)

    return _stay(TITLE, lambda: _offers(store), "leave", do, options, store)


def _stay(
    title: str,
    offers: Callable[[], dict[str, str]],
    away: str,
    do: Callable[[str, Look], int],
    options: Options,
    store: Store,
) -> int:
    """Offer things and do what is chosen, again and again, until the player goes away or something ends badly.

    Args:
        title: What stands above them.
        offers: Tells what is offered now.
        away: The name of what leaves.
        do: Does what was chosen, and gives its exit code.
        options: Whether to ask in sentences.
        store: Where the look is remembered.
    """
    while True:
        look = choices.look(options, store)  # which the last choice may have changed
        if (chosen := prompts.pick(title, offers(), away, look=look)) == away:
            return 0
        try:
            code = do(chosen, look)
        except Declined:  # Escape, where something is asked, comes back here
            continue
        except QuizError as error:
            voice.talk(f"{error.message} {error.hint}".strip())
            continue
        if code:
            return code


def _known(store: Store) -> bool:
    from qot_quiz.store import settings

    return settings.get(store, "player") is not None


def _offers(store: Store) -> dict[str, str]:
    """Name what can be done now: first a game that waits, else `play`, so that Enter never begins the day's one try."""
    from qot_quiz.cli import dailies, reviewing
    from qot_quiz.store import settings, shared, unfinished

    player = settings.get(store, "player") or players.NOBODY
    newest = unfinished.newest(store, player)
    played = shared.newest(store, (player,)) is not None
    today = runtime.now()[:10]
    offers: dict[str, str] = {}
    if newest is not None:
        # A game left at its first question is kept, and yet Enter would rather begin one.
        offers |= {} if newest.answered else {"play": ""}
        more = unfinished.count(store, player) - 1
        others = f", or {words.count(more, 'other')}" if more > 0 else ""
        offers["resume"] = f"Go on: {_told(newest, today)}{others}"
    offers["play"] = f"Play: {changing.told(settings.all(store))}"
    named = newest is not None and newest.mode == "daily" and not newest.practice
    if newest is None or not named or newest.started_at[:10] != today:
        offers["daily"] = f"Today's daily: {_row(*dailies.days(store, player))}"
    now, later = reviewing.count_due(store, player)
    if now:
        more_later = f", {words.number(later)} more later today" if later else ""
        offers["review"] = f"Review what you missed ({words.count(now, 'fact')} due now{more_later})"
    offers |= {"party": "A party at one keyboard", "change": "Another game: mode, difficulty, topic"}
    if played:
        offers["games"] = "Your games: statistics, boards, share"
    return {**offers, "rules": "The rules", "more": "More: facts, players, settings", "leave": "Leave"}


def _told(game: Unfinished, today: str) -> str:
    """Tell of a game that waits, as briefly as one knows it by."""
    when = f"today, {game.started_at[11:16]}" if game.started_at[:10] == today else words.date(game.started_at[:10])
    return f"{words.mode(game.mode, game.practice)}, {words.far(game.answered, game.of)} ({when})"


def _row(done: bool, days: int) -> str:
    """Tell what a daily is to who has played none of late, and to others how their days stand."""
    if done:
        return f"done, {words.count(days, 'day')} in a row"
    return f"{words.count(days, 'day')} in a row so far" if days else "the same ten questions for everybody"


def _done(chosen: str, options: Options, store: Store) -> int:
    """Do what was chosen, and give its exit code."""
    from qot_quiz.store import settings

    match chosen:
        case "change":
            changing.game(options)
            voice.talk(f"From now on, Play is: {changing.told(settings.all(store))}. Another game changes it.")
            return playing.new(options, mention=False)
        case "games":
            return _looked_back(options, store)
        case "more":
            return _more(options, store)
        case "resume":
            return resuming.resume(discard=False, options=options, named=True)
        case "daily" | "review" | "party":
            return int(getattr(commands, chosen)(options=options))
        case "rules":
            return commands.rules(options.plain)
        case _:
            return playing.new(options, mention=False)  # the menu itself has named the game that waits


def _looked_back(options: Options, store: Store) -> int:
    def look_at(chosen: str, look: Look) -> int:
        match chosen:
            case "stats":
                return commands.stats(options)
            case "scores":
                return commands.scores()
            case _:
                return commands.share(_shared(store, look), Sharing(text=options.plain))

    offers = {
        "stats": "Statistics: what you know, and what you miss",
        "scores": "The boards",
        "share": "Share a game",
        BACK: "Back",
    }
    return _stay("Your games", lambda: offers, BACK, look_at, options, store)


def _shared(store: Store, look: Look) -> str | None:
    """Let the player choose among the games finished today; None for the last game, where there is no choice."""
    from qot_quiz.store import boards, settings, shared

    player = settings.get(store, "player") or players.NOBODY
    ids = shared.of_day(store, (player, players.NOBODY), runtime.now()[:10], MOST_SHARED)
    if len(ids) < 2:
        return None
    games = {game.game_id: game for id in ids if (game := boards.find(store, id)) is not None}
    told = {
        id: f"{game.finished_at[11:16]}, {game.mode}, {game.right} of {game.asked} right,"
        f" {words.count(game.points, 'point')}"
        for id, game in games.items()
    }
    return prompts.pick("Which game of today? (qot-quiz share GAME shares any other)", told, look=look)


def _more(options: Options, store: Store) -> int:
    def turn_to(chosen: str, look: Look) -> int:
        if chosen == "facts":
            return commands.facts(tuple(prompts.wanted(look).split()), options)
        changing.setting(chosen, options)
        return 0

    def offers() -> dict[str, str]:
        return {"facts": "Look up facts and their sources", **changing.offers(options), BACK: "Back"}

    return _stay("More", offers, BACK, turn_to, options, store)
