"""What was played: a stored game read back, questions seen, and games put away."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from qot_quiz.core import moves
from qot_quiz.core.events import Hint
from qot_quiz.core.mixture import parted
from qot_quiz.core.setup import Setup
from qot_quiz.core.verdict import Verdict
from qot_quiz.errors import StoreError
from qot_quiz.store.journal import Dealt
from qot_quiz.store.opening import Store

_T = TypeVar("_T")

# The cross join keeps this order: the player's games by one index, then each game's questions by another.
_SEEN = """
select distinct question from games cross join moves on game = id
where player = ?1 and pack = ?2 and what = 'judged' and question is not null
    and not exists (select 1 from removed where removed.game = id)
"""
_SEEN_MIXED = """
select distinct question from games cross join moves on game = id
where player = ?1 and instr('+' || pack || '+', '+' || ?2 || '+') and pack <> ?2 and what = 'judged'
    and substr(question, 1, length(?2) + 1) = ?2 || ':'
    and not exists (select 1 from removed where removed.game = id)
"""

Steps = tuple[tuple[moves.Command, Verdict | Hint | None], ...]
"""Commands in order, each with the verdict or hint that it led to, as `core.replay.replay` takes them."""


class Stored(msgspec.Struct, frozen=True):
    """A stored game, ready to be replayed.

    Args:
        game_id: Its id.
        setup: What it was set up with.
        deck: Its questions with their options as drawn.
        steps: Its commands, each with its stored verdict or hint.
        at: The game's clock at the last step, in milliseconds; 0 before the first.
        started_at: ISO 8601 with offset.
    """

    game_id: str
    setup: Setup
    deck: tuple[Dealt, ...]
    steps: Steps
    at: int
    started_at: str


class _Outcome(msgspec.Struct, frozen=True):
    verdict: Verdict | None = None
    hint: Hint | None = None

    @property
    def stored(self) -> Verdict | Hint | None:
        """What was decided then and is not decided again."""
        return self.verdict or self.hint


def load(store: Store, game_id: str) -> Stored:
    """Read a game back.

    Args:
        store: The open store.
        game_id: Its id.

    Raises:
        StoreError: There is no such game, or it cannot be read.
    """
    # One statement reads one moment, whatever another process writes meanwhile.
    rows = store.rows(
        "select player, setup, deck, started_at, at, command, outcome from games left join moves on game = id"
        " where id = ? order by n",
        (game_id,),
    )
    if not rows:
        raise StoreError(f"There is no game {game_id}.", "qot-quiz resume takes up the newest unfinished game.")
    player, setup, deck, started_at = rows[0][:4]
    commands = msgspec.json.Decoder(moves.Command)
    outcomes = msgspec.json.Decoder(_Outcome)
    try:
        steps = tuple(
            (commands.decode(command), outcomes.decode(outcome).stored if outcome else None)
            for *_, command, outcome in rows
            if command is not None
        )
    except (msgspec.DecodeError, TypeError) as error:  # a flipped bit can turn a stored text into a number
        raise _unreadable(store, game_id) from error
    return Stored(
        game_id=game_id,
        setup=msgspec.structs.replace(decode(setup, Setup, store, game_id), player=player),  # perhaps renamed
        deck=decode(deck, tuple[Dealt, ...], store, game_id),
        steps=steps,
        at=rows[-1][4] or 0,
        started_at=started_at,
    )


def seen(store: Store, player: str, pack: str) -> set[str]:
    """Collect the ids of the questions whose verdict a player was shown, in games that were not removed.

    Args:
        store: The open store.
        player: Who played.
        pack: The pack's id; games that mix it with others count, too.

    Raises:
        StoreError: The file cannot be read.
    """
    seen = {id for (id,) in store.rows(_SEEN, (player, pack))}
    return seen | {parted(id)[1] for (id,) in store.rows(_SEEN_MIXED, (player, pack))}


def close(store: Store, game_id: str, how: str) -> None:
    """Close a game as it stands; a game that has ended already keeps its end.

    Args:
        store: The open store.
        game_id: Its id.
        how: ``gone`` (a question left the pack) or ``discarded``; the ends that count come from the journal.

    Raises:
        StoreError: There is no such game, or it cannot be written.
    """
    closing = "insert into closed (game, how, closed_at) values (?, ?, ?) on conflict (game) do nothing"
    store.write((closing, (game_id, how, store.now())))


def remove(store: Store, game_id: str) -> None:
    """Hide a game from every list and count; nothing of it is deleted.

    Args:
        store: The open store.
        game_id: Its id.

    Raises:
        StoreError: There is no such game, or it cannot be written.
    """
    removing = "insert into removed (game, removed_at) values (?, ?) on conflict (game) do nothing"
    store.write((removing, (game_id, store.now())))


def decode(text: str, kind: type[_T], store: Store, game_id: str) -> _T:
    """Read a column of a game.

    Args:
        text: What stands in it.
        kind: What it was written from.
        store: The open store.
        game_id: The game's id.

    Raises:
        StoreError: It is damaged.
    """
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, TypeError) as error:
        raise _unreadable(store, game_id) from error


def _unreadable(store: Store, game_id: str) -> StoreError:
    from qot_quiz.store.troubles import unreadable  # most games can be read

    return unreadable(game_id, store.path)
