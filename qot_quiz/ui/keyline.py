"""The line of keys that matter now, and what each of them does."""

from __future__ import annotations

from rich.text import Text

from qot_quiz.core.events import Asked, Judged
from qot_quiz.core.question import Arrange, PickMany, PickOne, TypeIn
from qot_quiz.core.setup import Rules
from qot_quiz.ui import words
from qot_quiz.ui.breaking import Paired

CALLED = (("Enter", "ready"), ("q", "leave"))
"""What a player who is called to the keyboard may press."""

CLEARS = ("Esc", "clear")
"""What Escape does first, where a text stands on a line."""


def asked(event: Asked, brief: bool = False) -> Text:
    """Draw the keys that matter while a question is open.

    Args:
        event: The question.
        brief: Whether to leave out second ways to the same, and what helps cost.
    """
    pairs: list[tuple[str, str]] = []
    numbers, arrows = _numbers(event), "" if brief else " or ↑↓ Space"
    match event.shape:
        case PickOne():
            pairs += [(numbers, "answer"), *([] if brief else [("↑↓ Enter", "choose")])]
        case PickMany():
            pairs += [(numbers + arrows, "toggle"), ("Enter", "answer")]
        case Arrange():
            place = [("←→", "move it"), ("Backspace", "undo")]
            pairs += [(numbers, "place or undo")] if brief else [(numbers + arrows, "place next"), *place]
            pairs += [("Enter", "answer")]
        case TypeIn():
            pairs += [("Enter", "answer")]
    if event.fifty:
        pairs.append(("f", "fifty-fifty" if brief else "fifty-fifty, half the points"))
    if event.hint_left:
        pairs.append(("?", "hint" if brief else "hint, a quarter less"))
    typed = isinstance(event.shape, TypeIn)
    then = " Enter" if typed else ""  # where letters are typed, they do nothing alone
    pairs += [*_walk(event.walk, event.standing.points, then), (f"s{then}", "pass"), ("Esc" if typed else "q", "leave")]
    return _pairs(pairs)


def typed(event: Asked, text: str) -> Text:
    """Draw the keys that matter while a text stands on the line of an open question.

    Args:
        event: The question.
        text: What stands there.
    """
    does = {"s": "pass", "q": "leave", **({"?": "hint"} if event.hint_left else {})}
    return _pairs([("Enter", does.get(text.strip(), "answer")), CLEARS])


def _numbers(event: Asked) -> str:
    """Name the keys of the options that are left: ``1-4``, or ``1,4`` where some between them were struck out."""
    left = [place for place, one in enumerate(event.question.options, start=1) if one.key not in event.removed]
    whole = len(left) > 1 and left[-1] - left[0] == len(left) - 1
    return f"{left[0]}-{left[-1]}" if whole else ",".join(map(str, left))


def judged(record: Judged, rules: Rules, flagged: bool = False, brief: bool = False) -> Text:
    """Draw the keys that matter after a verdict.

    Args:
        record: The verdict.
        rules: The rules of the game.
        flagged: Whether the question was flagged already.
        brief: Whether to say it in few words.
    """
    pairs = [("Enter", "result" if record.ends else "next")]
    pairs += _walk(rules.walk and not record.ends, record.standing.points)
    if words.regradable(record):
        pairs.append(("u", "I was right" if brief else "I was right (unranks the game)"))
    if not flagged:
        pairs.append(("!", "flag" if brief else "flag this question"))
    return _pairs([*pairs, ("q", "leave")])


def flagging(text: str = "") -> Text:
    """Draw the keys that matter while a player says what is wrong with a question.

    Args:
        text: What stands on the line.
    """
    return _pairs([("Enter", "flag it"), CLEARS if text else ("Esc", "never mind")])


def menu(numbered: int, away: str) -> Text:
    """Draw the keys that matter in a menu.

    Args:
        numbered: How many things have a number.
        away: What `q` does.
    """
    return _pairs([(f"1-{numbered} or ↑↓ Enter", "choose"), ("q", away)])


def called() -> Text:
    """Draw the keys that matter while a player is called to the keyboard."""
    return _pairs([*CALLED])


def _walk(can: bool, points: int, then: str = "") -> list[tuple[str, str]]:
    return [(f"w{then}", words.walk(points))] if can else []


def _pairs(pairs: list[tuple[str, str]]) -> Text:
    line = Paired()
    for key, does in pairs:
        line.pair(key, "qot.key", does, "qot.quiet")
    return line
