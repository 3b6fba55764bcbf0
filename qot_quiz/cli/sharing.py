"""Sharing a finished game: as shapes, as a sentence, as a picture, and through the terminal's clipboard."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from qot_quiz import runtime, voice
from qot_quiz.cli import choices, finished, players
from qot_quiz.cli.options import Options, Sharing
from qot_quiz.core import share as shared_game
from qot_quiz.core.mixture import packs_of
from qot_quiz.core.past import Result
from qot_quiz.core.share import Card
from qot_quiz.errors import PackError, QuizError, UsageError
from qot_quiz.store import boards, shared
from qot_quiz.ui import sharing

if TYPE_CHECKING:
    from qot_quiz.core.setup import Setup
    from qot_quiz.store.opening import Store

NO_CLIPBOARD = ("dumb", "linux")
"""Terminals that would show what is meant for a clipboard."""


def share(game: str | None, how: Sharing) -> int:
    """Show a finished game, or write its picture."""
    if how.clipboard:
        _check_clipboard()
    store = runtime.store()
    result = _result(game, how, store)
    card = _card(result, store)
    told = sharing.sentence(card) if how.text or not _drawable() else sharing.text(card)
    if how.clipboard:
        _copy(told)
    if how.json:
        shown = {
            "game": result,
            "marks": [mark for row in card.rows for mark in row.marks],
            "text": sharing.text(card),
            "sentence": sharing.sentence(card),
        }
        voice.pour_json(shown)
    elif how.svg is not None:
        _draw(card, how.svg, how.force)
    elif voice.seen():
        # A terminal that breaks a line by itself copies it as one, and so pastes the command as it was.
        for line in told.replace(f" {sharing.PLAY}", f"\n{sharing.PLAY}").split("\n"):
            voice.tell(line, whole=line.startswith(sharing.PLAY))
    else:
        voice.pour([told, "\n"])
    return 0


def _result(game: str | None, how: Sharing, store: Store) -> Result:
    """Find the game that is meant: the one named, or the player's last."""
    if game is not None:
        return finished.find(store, game)
    players.check_known(store, how.player)
    player = players.who_plays(Options(player=how.player), store, ask=False)
    # A game for which nobody said a name, such as a challenge, is that of whoever sits here.
    newest = shared.newest(store, (player,) if how.player is not None else (player, players.NOBODY))
    if newest is None and how.player is None:
        newest = shared.newest(store)
    found = None if newest is None else boards.find(store, newest)
    if found is None:
        whose = f" of {player}" if how.player is not None else ""
        raise QuizError(f"No finished game{whose} is there yet.", "qot-quiz play starts one.")
    return found


def _card(result: Result, store: Store) -> Card:
    setup = shared.setup(store, result.game_id)
    return shared_game.card(_title(result, setup), setup, result, shared.marks(store, result.game_id))


def _title(result: Result, setup: Setup | None) -> str:
    """Name the pack by its title, or by its id where it is not at hand any more."""
    if setup is None and result.pack != runtime.BUILT_IN:
        return result.pack  # another machine's word is no path to open here
    packs = tuple(setup.source.split(choices.BETWEEN)) if setup and setup.source else packs_of(result.pack)
    try:
        meta = choices.bank(Options(pack=packs)).meta
    except (PackError, UsageError):
        return result.pack
    return meta.title if meta.id == result.pack else result.pack


def _drawable() -> bool:
    """Whether the shapes can be told apart on standard output; data for other programs is always UTF-8."""
    if not voice.seen():
        return True
    try:
        "".join(sharing.SHAPES.values()).encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _draw(card: Card, file: str, force: bool) -> None:
    from qot_quiz.ui import sharecard

    drawn = sharecard.svg(card)
    if file == "-":
        voice.pour([drawn])
        return
    from qot_quiz.formats.files.whole import write_whole

    write_whole(file, [drawn], force)
    voice.talk(f"{file} is written.")


def _check_clipboard() -> None:
    """Refuse to copy where no terminal is there to do it."""
    if not voice.seen() or os.environ.get("TERM", "dumb") in NO_CLIPBOARD:
        raise UsageError(
            "There is no terminal that has a clipboard.", "Leave --clipboard out, and copy what is written."
        )


def _copy(text: str) -> None:
    """Ask the terminal to put a text into its clipboard: OSC 52, as xterm's control sequences define it."""
    from base64 import b64encode

    data = b64encode(text.encode("utf-8", "replace")).decode("ascii")
    sys.stdout.write(f"\x1b]52;c;{data}\x07")
    sys.stdout.flush()
