"""Whole games in files that a person can read, compared with what the engine does now.

A file in `golden/` begins with the mode, the seed and what else differs from an ordinary game: `kinds` draws from the
rarer kinds as well, and from these alone; `players` by commas; `day`; `due`, the facts of a review by commas; `timer`,
the seconds for each question; `pause`, the milliseconds between two commands; `practice`, a game that counts for
nothing. Lines that begin with `>` are what the player gave, as an answers file writes it (and `next`, and `ready` where
players take turns); all others are what the engine made of it.
To add a game, write its head and its `>` lines and run the tests with QOT_QUIZ_REWRITE_GOLDEN=1, which writes every
file anew; then read what changed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from samples import ITEMS, RARER, Shelf, golden, setup

from qot_quiz.cli.timing import timed
from qot_quiz.core import kinds, lines, moves
from qot_quiz.core.dealing import Dealer
from qot_quiz.core.draw import Filters
from qot_quiz.core.events import Again, Asked, Ended, Event, Flagged, HandOver, Helped, Judged, Left, Standing
from qot_quiz.core.game import Game, NotNow, begin
from qot_quiz.core.modes import MODES, marathon
from qot_quiz.core.question import Question
from qot_quiz.core.replay import reopen
from qot_quiz.core.steps import step

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")
FILES = sorted(name for name in os.listdir(FOLDER) if name.endswith(".txt"))
PAUSE = "1500"
"""Milliseconds between two commands, unless a head says otherwise."""


def read(name: str) -> tuple[dict[str, str], list[str]]:
    """Give the head and the player's lines of a golden file."""
    with open(os.path.join(FOLDER, name), encoding="utf-8") as opened:
        head, _, body = opened.read().partition("\n\n")
    given = [line[1:].strip() for line in body.splitlines() if line.startswith(">")]
    return dict(line.split(": ", 1) for line in head.splitlines()), given


def shelf(head: dict[str, str]) -> Shelf:
    """Give the sample pack that a game is drawn from."""
    return Shelf((*ITEMS, *RARER) if "kinds" in head else ITEMS)


def begun(head: dict[str, str]) -> tuple[Game, tuple[Event, ...]]:
    """Draw the game of a head from the sample pack."""
    length = int(head["questions"]) if "questions" in head else None
    named = tuple(head["kinds"].split(",")) if "kinds" in head else MODES[head["mode"]].rules.kinds
    more: dict[str, Any] = {"filters": Filters(kinds=named, up_to=16), "practice": "practice" in head}
    more |= {key: tuple(head[key].split(",")) for key in ("players", "due") if key in head}
    if "day" in head:
        more["day"] = head["day"]
    if "timer" in head:
        more["rules"] = timed(MODES[head["mode"]].rules, head["timer"])[0]
    drawn = setup(head["mode"], int(head["seed"]), length, **more)
    return begin(drawn, MODES[drawn.mode].draw(shelf(head), drawn, ()))


def command(line: str, game: Game, pause: int) -> moves.Command:
    """Read a player's line as the commands of a game."""
    at = game.now + pause
    if line in WORDS:
        return WORDS[line](at)
    return (game.records and lines.after_verdict(line, at)) or lines.read(line, kinds.shape(game.question), at)


WORDS: dict[str, Callable[[int], moves.Command]] = {"next": moves.Next, "ready": moves.Ready}
"""What a screen does by itself, or reads as a key of its own."""


def transcribe(head: dict[str, str], given: list[str]) -> Iterator[str]:
    """Play a game and tell it line by line."""
    yield from (f"{key}: {value}" for key, value in head.items())
    game, events = begun(head)
    yield from (line for event in events for line in told(event))
    for line in given:
        if game.short:
            deal = Dealer(marathon.stream, shelf(head))(game, game.now)
            game, _ = step(game, deal)
            yield f"dealt: {len(deal.questions)} more{', the last' if deal.last else ''}"
        yield f"> {line}".rstrip()
        try:
            game, events = step(reopen(game), command(line, game, int(head.get("pause", PAUSE))))
        except NotNow as refused:
            yield f"not now: {refused.reason}"
        except lines.Senseless as senseless:
            yield f"senseless: {senseless.reason}"
        else:
            yield from (line for event in events for line in told(event))


def told(event: Event) -> list[str]:
    """Tell an event in lines."""
    match event:
        case HandOver(player=player, number=number, tie_break=tie_break):
            return ["", f"to the keyboard: {player}, question {number}{', a tie-break' if tie_break else ''}"]
        case Asked(number=number, question=question, removed=removed):
            item = question.item
            lead = ["", f"{number}. [{item.difficulty} {item.kind}, {item.id}] {item.ask}"]
            return [*lead, *([f"{event.left} ms left"] if event.left is not None else []), *options(question, removed)]
        case Helped(name=name, hint=None, asked=asked):
            return [name, *options(asked.question, asked.removed)]
        case Helped(name=name, hint=hint) if hint is not None:
            return [f"{name}: {hint.kind} {hint.value}"]
        case Again(verdict=verdict):
            return [f"once more: {verdict.reason} {verdict.form}"]
        case Judged(verdict=verdict, score=score):
            terms = " ".join(f"{term.points:+} {term.name}" for term in score.terms)
            rest = f"{event.took_ms} ms{'' if event.counts else ', does not count'}{', the last' if event.ends else ''}"
            solution = lines.write(event.shape, event.question.solution)
            return [
                f"{event.number}: credit {verdict.credit:g}, {verdict.reason}; solution {solution}; {rest}",
                f"{terms} = {score.points}",
                standing(event.standing),
            ]
        case Flagged(question_id=id, reason=reason):
            return [f"flagged {id}: {reason}"]
        case Ended(how=how, ranked=ranked):
            podium = [f"{seat.place}. {seat.player}: {standing(seat.standing)}" for seat in event.podium]
            kept = [f"kept up to question {event.safe}"] if event.safe is not None else []
            last = [f"{how}, {'ranked' if ranked else 'not ranked'}", standing(event.standing)]
            return ["", *podium, *kept, *last]
        case Left():
            return ["left"]
    raise AssertionError(event)


def options(question: Question, removed: tuple[str, ...]) -> list[str]:
    """Tell the options that are left."""
    return [f"   {option.key} {option.text}" for option in question.options if option.key not in removed]


def standing(now: Standing) -> str:
    """Tell how the player stands."""
    hearts = "" if now.lives is None else f", {now.lives} hearts"
    right = f"{now.right} of {now.asked} right"
    return f"{now.points} points, streak {now.streak} of best {now.best_streak}, {right}{hearts}"


@pytest.mark.parametrize("name", FILES)
def test_golden(name: str) -> None:
    """The game goes as its file tells it."""
    head, given = read(name)
    now = "\n".join(transcribe(head, given)) + "\n"
    assert now == golden(os.path.join(FOLDER, name), now)


@pytest.mark.parametrize("name", FILES)
def test_files_add_up(name: str) -> None:
    """In the file itself, terms add up to each answer's points, and these, less what was graded anew, to the total."""
    with open(os.path.join(FOLDER, name), encoding="utf-8") as opened:
        text = opened.read()
    question, points = 0, {}
    for line in text.splitlines():
        if judged := re.match(r"(\d+): credit", line):
            question = int(judged[1])
        if total := re.search(r"^\+.* = (\d+)$", line):
            assert sum(int(term) for term in re.findall(r"[+-]\d+", line)) == int(total[1])
            points[question] = int(total[1])
    if kept := re.search(r"^kept up to question (\d+)$", text, re.MULTILINE):
        points = {number: each for number, each in points.items() if number <= int(kept[1])}
    assert f"{sum(points.values())} points" in text.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("classic-perfect.txt", "finished, ranked"),
        ("classic-helps-retry-regrade.txt", "finished, not ranked"),
        ("survival-lost.txt", "lost, ranked"),
        ("survival-won.txt", "won, not ranked"),
        ("classic-short-left.txt", "finished, ranked"),
        ("classic-rarer-kinds.txt", "finished, ranked"),
        ("blitz-time.txt", "time, ranked"),
        ("ladder-lost.txt", "lost, ranked"),
        ("ladder-walked.txt", "walked, ranked"),
        ("ladder-won.txt", "won, ranked"),
        ("marathon.txt", "won, ranked"),
        ("daily.txt", "finished, ranked"),
        ("review.txt", "finished, not ranked"),
        ("party.txt", "finished, not ranked"),
    ],
)
def test_how_they_end(name: str, last: str) -> None:
    """Each of the games that a reader should know is there, and ends as its name says."""
    with open(os.path.join(FOLDER, name), encoding="utf-8") as opened:
        assert opened.read().splitlines()[-2] == last
