"""The hands of those who play at two processes: games of every mode with small decks, and answers of every manner."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import msgspec
from samples import ITEMS, RARER, setup

from qot_quiz.core import kinds
from qot_quiz.core.draw import Filters
from qot_quiz.core.game import Game
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import Answer, Arrange, Item, PickMany, PickOne, Question
from qot_quiz.core.setup import Setup

ALL = {item.id: item for item in (*ITEMS, *RARER)}
NONSENSE = "Qwx Zzyvq"
TIE_BREAKS = 5


def drawn(
    mode: str, name: str, order: list[str], size: int, knobs: tuple[bool, bool, bool, int], day: str
) -> tuple[Setup, tuple[Question, ...]]:
    """Draw a small game.

    Args:
        mode: Its mode.
        name: Who plays it.
        order: Ids of all questions, from which the first are taken.
        size: How many; rounds in a party.
        knobs: Whether it is practice, timed, and its seed chosen; and how far its player has watched.
        day: Today.
    """
    practice, timed, chosen, up_to = knobs
    names = ("Ann", "Ben") if mode == "party" else ()
    rules = msgspec.structs.replace(MODES[mode].rules, ask_ms=8000) if timed and mode != "blitz" else MODES[mode].rules
    deck = tuple(kinds.deal(ALL[id], 7, place % 4) for place, id in enumerate(order))
    rounds, behind = deck[: min(size, 2)], deck[2 : 2 + TIE_BREAKS * len(names)]
    of = setup(mode, length=size, player=", ".join(names) or name, rules=rules, players=names)
    return msgspec.structs.replace(
        of,
        filters=Filters(up_to=up_to, kinds=rules.kinds),
        length=len(rounds) if names else size,
        chosen=chosen,
        practice=practice and not names,
        same=bool(names),
        day=day if mode == "daily" else "",
        total=size if rules.lazy else 0,
        level=(1_500_000, 0) if mode == "classic" and chosen and timed else None,
    ), (rounds * 2 + behind if names else deck[:size])


def answered(game: Game, manner: str, pick: int) -> tuple[Answer, tuple[str, ...]]:
    """Answer the open question right, wrong, in part, too vaguely, or not at all: what is given, and its texts."""
    question, shape = game.question, kinds.shape(game.question)
    if manner == "pass":
        return (), ()
    if not isinstance(shape, PickOne | PickMany | Arrange):
        text = _typed(question.item, manner, pick)
        return (text,), (text,)
    texts = {option.key: option.text for option in question.options if option.key not in game.removed}
    given = question.solution
    if manner != "right":
        wrong = [key for key in texts if key not in given]
        if isinstance(shape, PickOne):
            given = (wrong[pick % len(wrong)],)
        elif isinstance(shape, PickMany):
            given = tuple(list(texts)[pick % len(texts) :])
        else:
            given = given[1:] + given[:1] if manner == "part" else given[::-1]
    return given, tuple(texts[key] for key in given)


def _typed(item: Item, manner: str, pick: int) -> str:
    off = {"right": 0, "part": 1}.get(manner, 99)
    if item.kind == "number":
        return str(Decimal(item.answer) + off)
    if item.kind == "date":
        return (date.fromisoformat(item.answer) + timedelta(days=off)).isoformat()
    if manner == "vague" and item.vague:
        return item.vague[0]
    return (item.answer, *item.accept)[pick % (1 + len(item.accept))] if manner == "right" else NONSENSE
