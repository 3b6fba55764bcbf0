"""Taking up a game that was left: which one, and the game as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from qot_quiz import runtime, voice
from qot_quiz.cli import choices, drawing, mixing, players, playing, waiting
from qot_quiz.cli.options import Options
from qot_quiz.cli.sitting import AtEnd, Drawn, Sitting
from qot_quiz.core import kinds
from qot_quiz.core.game import NotNow
from qot_quiz.core.mixture import is_mixture, packs_of, parted
from qot_quiz.core.replay import reopen, replay, shown_again
from qot_quiz.errors import QuizError, UsageError
from qot_quiz.play import KeptWhilePossible
from qot_quiz.store import history, settings, unfinished
from qot_quiz.store.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable

    from qot_quiz.bank.mix import Playable
    from qot_quiz.core.question import Question
    from qot_quiz.core.setup import Setup
    from qot_quiz.store.opening import Store


def resume(discard: bool, options: Options, named: bool = False) -> int:
    """Take up an unfinished game, or close it for good.

    Args:
        discard: Whether to close it.
        options: What was asked for.
        named: Whether the player has just seen which one is the newest.
    """
    store = runtime.store()
    games = unfinished.games(store, options.player or settings.get(store, "player"))
    if not games and options.player is None:
        games = unfinished.games(store)
    if _asks(games, options):
        games.sort(key=lambda game: not game.answered)  # as the menu names them
    if not any(options.player in game.player.split(", ") for game in games):
        players.check_known(store, options.player)
    if not games:
        raise _nothing(store, options.player)
    chosen = _choose(games, store, options)
    if discard:
        if not _sure(chosen, store, options):
            return 0
        history.close(store, chosen.game_id, "discarded")
        voice.talk(f"Discarded: {waiting.told(chosen)}.")
        return 0
    if not named and not _asks(games, options):
        voice.talk(f"Going on with: {waiting.told(chosen)}.")
    return take_up(chosen.game_id, store, options)


def take_up(game_id: str, store: Store, options: Options, at_end: AtEnd | None = None) -> int:
    """Go on with a stored game from where it was left.

    Args:
        game_id: Its id.
        store: The open store.
        options: What was asked for.
        at_end: What is told and offered at its end besides what every game is; None for another game like it.

    Raises:
        QuizError: A question of it is gone; the game is closed.
    """
    stored = history.load(store, game_id)
    bank = choices.bank(options if options.pack else options.but(pack=_packs(stored.setup)))
    _check(stored, bank, store)
    try:
        deck = _deck(stored, bank)
        game = reopen(replay(stored.setup, deck, stored.steps))
    except (LookupError, NotNow) as changed:
        history.close(store, game_id, "gone")
        raise QuizError(
            "A question of this game is no longer in the pack as it was: the game is closed as it stands.",
            "qot-quiz play starts a new one.",
        ) from changed
    kept = Journal(store, game_id, len(stored.steps))
    sitting = Sitting(
        game=game,
        events=shown_again(game),
        screen=playing.screen_for(options, stored.setup, choices.topics(bank), store),
        journal=KeptWhilePossible(kept, store.keeps, voice.talk),
        clock=runtime.clock(game.now),
        store=store,
        game_id=game_id,
        started=stored.started_at,
        bank=bank,
        dealer=drawing.dealer(stored.setup, bank, store, not stored.setup.chosen),
        at_end=at_end or AtEnd(again=_another(stored.setup, bank, store, options)),
    )
    seated = playing.Seated(store, bank, stored.setup.player, stored.setup.filters.up_to)
    return playing.until_done(sitting, seated, options)


def _another(setup: Setup, bank: Playable, store: Store, options: Options) -> Callable[[], Drawn] | None:
    """Give what draws another game like a kept one; None for one that chance did not draw alone."""
    if setup.chosen or setup.day or setup.due:
        return None

    def drawn() -> Drawn:
        total = bank.count(setup.filters)[0] if setup.rules.lazy else 0
        fresh = replace(setup, seed=choices.seed(options), code="", total=total)
        fresh = drawing.levelled(fresh, store, options.remembers)
        return fresh, drawing.deck(fresh, bank, store, options.remembers)

    return drawn


def _nothing(store: Store, player: str | None) -> QuizError:
    """Say that no game waits, or none of one player, and whose do."""
    others = dict.fromkeys(game.player for game in unfinished.games(store))
    whose = "" if player is None else f" of {player}"
    hint = f"One waits of {' and of '.join(others)}: qot-quiz resume -p NAME" if others else "qot-quiz play starts one."
    return QuizError(f"There is no unfinished game{whose}.", hint)


def _packs(setup: Setup) -> tuple[str, ...]:
    """Name the packs of a kept game, as `Options` does."""
    return tuple(setup.source.split(choices.BETWEEN)) if setup.source else packs_of(setup.pack)


def _check(stored: history.Stored, bank: Playable, store: Store) -> None:
    """Refuse a game of another pack, and one that shows more than its player wants to see by now."""
    setup = stored.setup
    if bank.meta.id != setup.pack:
        raise UsageError(
            f'This game is of the pack "{setup.pack}", not "{bank.meta.id}".', "Name its folder or file with --pack."
        )
    ceilings = {meta.id: settings.ceiling(store, setup.player, meta.id) for meta in bank.metas}
    for pack, ceiling in ceilings.items():
        shown = _shown(stored, bank, pack)
        if ceiling is not None and ceiling < shown and not setup.chosen:
            named = setup.source if setup.source and not is_mixture(setup.pack) else pack
            which = "" if pack == runtime.BUILT_IN else f" --pack {named}"
            raise UsageError(
                f"This game goes up to episode {shown}, and {setup.player} has watched {ceiling}.",
                f"Raise it with qot-quiz settings set up-to{which}, or close the game with qot-quiz resume --discard.",
            )
    if is_mixture(setup.pack):
        mixing.limit(bank, {meta.id: meta.episodes if setup.chosen else ceilings[meta.id] or 0 for meta in bank.metas})


def _shown(stored: history.Stored, bank: Playable, pack: str) -> int:
    """Tell up to which episode a game goes in one of its packs."""
    if not is_mixture(stored.setup.pack):
        return stored.setup.filters.up_to
    items = (bank.item(dealt.id) for dealt in stored.deck if parted(dealt.id)[0] == pack)
    return max((item.spoils for item in items if item is not None), default=0)


def _choose(games: list[unfinished.Unfinished], store: Store, options: Options) -> unfinished.Unfinished:
    """Choose the newest game, or let a person choose where there are several."""
    if not _asks(games, options):
        return games[0]
    from qot_quiz.ui import prompts

    listed = {game.game_id: game for game in games}
    told = {id: waiting.told(game) for id, game in listed.items()}
    return listed[prompts.pick("Which game?", told, look=choices.look(options, store))]


def _sure(game: unfinished.Unfinished, store: Store, options: Options) -> bool:
    """Ask a person whether a game may be closed for good; nothing is asked where nobody can be."""
    if not choices.askable(options):
        return True
    from qot_quiz.ui import prompts

    question = f"Discard this game for good: {waiting.told(game)}?"
    return prompts.sure(question, "Yes, discard it", "No, keep it", choices.look(options, store))


def _asks(games: list[unfinished.Unfinished], options: Options) -> bool:
    """Whether a person is shown several games to choose from."""
    return len(games) > 1 and choices.askable(options)


def _deck(stored: history.Stored, bank: Playable) -> tuple[Question, ...]:
    """Make a stored deck again from the pack; LookupError when a question is gone or has lost its answer."""
    deck: list[Question] = []
    for dealt in stored.deck:
        item = bank.item(dealt.id)
        question = kinds.restore(item, dealt.options) if item is not None else None
        if question is None:
            raise LookupError(dealt.id)
        deck.append(question)
    return tuple(deck)
