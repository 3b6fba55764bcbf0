"""Whole games in sentences, every mode by its own rules, as somebody hears them who listens to a screen reader."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import msgspec
import pytest
from rich.cells import cell_len
from samples import ITEMS, RARER, Shelf, golden, setup
from seated import Seat
from table import Table

from qot_quiz.core import lines
from qot_quiz.core.after import After
from qot_quiz.core.dealing import Dealer
from qot_quiz.core.draw import Filters
from qot_quiz.core.kinds import KINDS
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import Question, TypeIn
from qot_quiz.core.setup import Rules, Setup

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")
OFFERS = After(notes=("Place 3 of 12 on the board.",), stars=2, practice=1, again=True)
TIMED = msgspec.structs.replace(MODES["classic"].rules, ask_ms=30_000)
SHELF = Shelf((*ITEMS, *RARER))
EACH = 3
"""Questions of each player of the party."""

DUE = ("lead", "heroine", "hongs", "run", "finale", "village")


class Echoed(Seat):
    """Somebody who types at a terminal: each line stands among what is said, as it does on a screen."""

    heard: list[str]

    # The stubs say of every stream that its lines are bytes, and pass over it for their own.
    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        """Give the next line."""
        line = super().readline(size)
        self.heard.append(f"> {line.rstrip()}")
        return line


def _solution(question: Question) -> str:
    return lines.write(KINDS[question.item.kind].shape(question), question.solution)


def _wrong(question: Question) -> str:
    """Give an answer that is wrong in every kind."""
    shape = KINDS[question.item.kind].shape(question)
    if isinstance(shape, TypeIn):
        return {"number": "1", "date": "1 January"}.get(shape.form, "=nobody")
    if len(question.solution) > 1 and question.item.kind == "ordering":
        return ",".join(reversed(question.solution))
    return next(option.key for option in question.options if option.key not in question.solution)


def _quick(deck: tuple[Question, ...]) -> Iterator[str]:
    """Answer all rightly but every fourth."""
    for number, question in enumerate(deck, start=1):
        yield _solution(question) if number % 4 else _wrong(question)


def _hurried(deck: tuple[Question, ...]) -> Iterator[str]:
    """Ask for the time between answers and at a verdict, until it is over."""
    yield from ("?", "t", _solution(deck[0]), "t", "", _solution(deck[1]), "1", "", "f", "t", _wrong(deck[2]), "")
    yield from (_solution(deck[3]), "", "t", _solution(deck[4]))


def _falling(deck: tuple[Question, ...]) -> Iterator[str]:
    """Lose the last heart with the twelfth question."""
    return _quick(deck[:12])


def _slow(deck: tuple[Question, ...]) -> Iterator[str]:
    """Try everything that there is: time, helps, lines that mean nothing, a pass, and words on verdicts."""
    yield from ("t", "?", "?", "f", "what now?", _solution(deck[0]), "!a reason")
    for number, question in enumerate(deck[1:], start=2):
        if number % 4 == 0:
            yield "s"
        elif number % 4 == 1:
            yield from ("?", _wrong(question))
        else:
            yield _solution(question)


def _listening(deck: tuple[Question, ...]) -> Iterator[str]:
    """Do the same under a clock, and go on from each verdict once it was heard; the reason comes one line late."""
    for line in _slow(deck):
        yield line
        if line not in ("t", "?", "f", "what now?", "!a reason"):
            yield ""


def _long(deck: tuple[Question, ...]) -> Iterator[str]:
    """Answer everything that there is, with a word on what was missed while the next question is open."""
    missed: Question | None = None
    for number, question in enumerate(deck, start=1):
        if missed is not None and missed.item.kind == "typed":
            yield "u"
        if number % 5 == 0:
            yield "?"
        missed = None if number % 3 else question
        yield _wrong(question) if missed is not None else _solution(question)


def _climb(deck: tuple[Question, ...]) -> Iterator[str]:
    """Climb until behind the first safe step, and miss."""
    yield from ("f", *map(_solution, deck[:5]), _wrong(deck[5]))


def _around(deck: tuple[Question, ...]) -> Iterator[str]:
    """Let the first of two players be the better one."""
    for turn, question in enumerate(deck[: 2 * EACH]):
        yield _wrong(question) if turn % 2 else _solution(question)


GAMES: dict[str, tuple[str, Rules | None, Callable[[tuple[Question, ...]], Iterator[str]], int]] = {
    "classic": ("classic", None, _slow, 0),
    "timer": ("classic", TIMED, _listening, 2000),
    "blitz": ("blitz", None, _hurried, 3000),
    "survival": ("survival", None, _falling, 0),
    "ladder": ("ladder", None, _climb, 0),
    "marathon": ("marathon", None, _long, 0),
    "daily": ("daily", None, _quick, 0),
    "review": ("review", None, _slow, 0),
    "party": ("party", None, _around, 0),
}
"""What each transcript plays: mode, rules where not the mode's own, who answers, and how fast the clock goes."""


def _set(name: str) -> tuple[Setup, Rules, tuple[Question, ...]]:
    mode, own, _, _ = GAMES[name]
    rules = own or MODES[mode].rules
    length = EACH if mode == "party" else None
    chosen = setup(mode, length=length, rules=rules, filters=Filters(kinds=rules.kinds, up_to=16))
    if mode == "review":
        chosen = msgspec.structs.replace(chosen, due=DUE)
    return chosen, rules, MODES[mode].draw(SHELF, chosen, ())


@pytest.mark.parametrize("name", GAMES)
def test_whole_games(name: str) -> None:
    """The game reads as its file tells it (QOT_QUIZ_REWRITE_GOLDEN=1 writes it); no line is wide, none steers."""
    chosen, rules, deck = _set(name)
    *_, answers, step_ms = GAMES[name]
    typed = "\n".join([*answers(deck), "", "", ""]) + "\n"
    seat = Echoed(typed)
    more = {key: getattr(chosen, key) for key in ("mode", "length", "day", "players", "due")}
    after = After(again=True) if chosen.players else OFFERS
    stream = MODES[chosen.mode].stream
    dealer = None if stream is None else Dealer(stream, SHELF)
    table = Table("", deck, rules, seat=seat, after=after, dealer=dealer, **more)
    seat.heard = table.said
    assert table.play(step_ms).over
    assert max(cell_len(line) for line in table.said) < 80
    assert all(line.isprintable() for line in table.said)
    now = "".join(line + "\n" for line in table.said)
    assert now == golden(os.path.join(FOLDER, f"plain-{name}.txt"), now)


@pytest.mark.parametrize("name", GAMES)
def test_nothing_is_said_twice(name: str) -> None:
    """How to answer is said once for each kind, the time once at the start, and no option is read a second time."""
    with open(os.path.join(FOLDER, f"plain-{name}.txt"), encoding="utf-8") as opened:
        said = opened.read().splitlines()
    told = [line for line in said if line.startswith(("Answer with", "Type ", "t tells", "f is"))]
    assert len(told) == len(set(told))
    assert sum("You have" in line or "60 seconds left" in line for line in said) <= 1 + said.count("> t")
    questions = [line for line in said if line.startswith(("Question ", "Step ")) and line.endswith(".")]
    assert not any("points" in line for line in questions) or name == "party"
