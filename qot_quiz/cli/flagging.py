"""What players flagged and contested: listed, taken back, and printed as a report for a pack's author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qot_quiz import runtime, voice
from qot_quiz.cli import choices, mixing, players
from qot_quiz.cli.options import Options
from qot_quiz.errors import UsageError
from qot_quiz.store import flags
from qot_quiz.ui import words

if TYPE_CHECKING:
    from qot_quiz.bank.mix import Playable
    from qot_quiz.ui.prompts import Look


def mine(take_back: str | None, options: Options) -> int:
    """List the questions that a player flagged, below the ceiling, and take flags back.

    Args:
        take_back: The question whose flag is to go, ``all`` for every one, or None to choose on a terminal.
        options: Who plays what.
    """
    store = runtime.store()
    bank = mixing.only(options.pack)
    players.check_known(store, options.player)
    player, up_to = players.player_and_ceiling(options, bank, store, ask=False)
    standing = flags.flags(store, bank.meta.id, player)
    if take_back is not None:
        ids = {flag.question_id for flag in standing}
        if take_back not in (*ids, "all"):
            raise UsageError(f'{player} has flagged no question "{take_back}".', "qot-quiz facts --flagged lists them.")
        for id in ids if take_back == "all" else (take_back,):
            flags.take_back(store, player, bank.meta.id, id)
        voice.talk(f"Taken back: {words.count(len(ids) if take_back == 'all' else 1, 'flag')}.")
        return 0
    shown = [flag for flag in standing if _ask(bank, flag.question_id, up_to)]
    if options.json:
        voice.pour_json({"flagged": shown})
        return 0
    for flag in shown:
        voice.tell(f"{flag.question_id}: {_ask(bank, flag.question_id, up_to)}")
        voice.tell(f"  {words.moment(flag.at)}{': ' + flag.reason if flag.reason else ''}")
    if not shown:
        voice.talk(f"{player} has flagged nothing{' below the ceiling' if standing else ''}.")
    elif voice.interactive() and not options.plain:
        asks = {flag.question_id: _ask(bank, flag.question_id, up_to) for flag in shown}
        if chosen := _chosen(asks, choices.look(options, store)):
            flags.take_back(store, player, bank.meta.id, chosen)
            voice.talk("Taken back: the question may come again.")
    else:
        voice.talk("qot-quiz facts --flagged --take-back QUESTION lets a question come again.")
    return 0


def reports(pack: str, json: bool) -> int:
    """Print the flags and contested answers of a pack, ready to be sent to its author; it spoils."""
    store = runtime.store()
    bank = runtime.bank(pack)
    flagged, contested = flags.flags(store, bank.meta.id), flags.contested(store, bank.meta.id)
    if json:
        told = {"pack": bank.meta.id, "digest": bank.meta.digest, "flagged": flagged, "contested": contested}
        voice.pour_json(told)
        return 0
    if not flagged and not contested:
        voice.talk(f"Nothing of {bank.meta.title} was flagged or contested.")
        return 0
    voice.talk("These reports show everything, up to the last episode.")
    voice.tell(f"Reports on {bank.meta.id} ({bank.meta.digest})")
    for id in sorted({flag.question_id for flag in flagged} | {one.question_id for one in contested}):
        voice.tell("")
        voice.tell(f"{id}: {_ask(bank, id, bank.meta.episodes) or 'no longer in the pack'}")
        for flag in flagged:
            if flag.question_id == id:
                voice.tell(f"  flagged on {words.date(flag.at[:10])}: {flag.reason or 'no reason given'}")
        for one in contested:
            if one.question_id == id:
                voice.tell(f'  contested on {words.date(one.at[:10])}: "{one.typed}" for "{one.answer}"')
    return 0


def _ask(bank: Playable, id: str, up_to: int) -> str:
    """Give the text of a question under the ceiling; empty for one above it, or gone."""
    item = bank.item(id)
    return item.ask if item is not None and item.spoils <= up_to else ""


def _chosen(asks: dict[str, str], look: Look) -> str:
    """Let a person choose the question that may come again; empty for none."""
    from qot_quiz.ui import prompts

    return prompts.pick("Which one may come again?", {"": "None", **asks}, "", look=look)
