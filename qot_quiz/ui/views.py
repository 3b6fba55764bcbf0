"""Events as things to draw: pure functions from what happened to Rich renderables."""

from __future__ import annotations

from rich.text import Text

from qot_quiz.core.clean import visible
from qot_quiz.core.events import Again, Asked, Flagged, HandOver, Helped, Hint, Judged
from qot_quiz.core.question import Arrange, PickMany, PickOne, Question, TypeIn
from qot_quiz.core.setup import Rules
from qot_quiz.ui import answering, cheers, timing, words
from qot_quiz.ui.breaking import Bound, Hanging, Parted
from qot_quiz.ui.choosing import Choosing

RIGHT, PART, WRONG, PASS, MISSED, HEART, LOST = "✔", "◐", "✘", "–", "○", "♥", "♡"
CURSOR, JOY = "›", "✦"


def text(words: str, style: str = "") -> Text:
    """Make a Rich text of words from anywhere: cleaned, and never read as markup."""
    return Bound().append(visible(words), style)


def hearts(lives: int, most: int) -> Text:
    """Draw the hearts left of those at the start."""
    return Text(HEART * lives + LOST * (most - lives), style="qot.heart")


def heading(asked: Asked, rules: Rules) -> Text:
    """Draw the quiet line above a question: whose it is, its number and difficulty, and how the player stands.

    The topic is not told: the question tells it.
    """
    standing = asked.standing
    line = text(f"{asked.player} · " if asked.player else "", "qot.place")
    line.append_text(text(words.place(asked, rules), "qot.place"))
    if safe := words.safe(asked, rules):
        line.append_text(text(f" · {safe}", "qot.quiet"))
    line.append_text(text(f" · {asked.question.item.difficulty}", "qot.quiet"))
    if standing.asked:
        line.append_text(text(f" · {words.number(standing.points)} points", "qot.quiet"))
    if standing.streak > 1:
        line.append_text(text(f" · streak {standing.streak}", "qot.quiet"))
    left = words.hearts(standing.lives, rules)
    if left is not None:
        line.append("  ").append_text(hearts(left, rules.lives or left))
    return Parted.of(line)


def countdown(ms: int, rules: Rules, columns: int) -> Text:
    """Draw how much time is left, in one line.

    Args:
        ms: Milliseconds.
        rules: The rules of the game.
        columns: The width that there is.
    """
    return text(timing.countdown(ms, timing.whole(rules), columns), "qot.clock")


def called(event: HandOver) -> list[Text]:
    """Draw the call to the keyboard of the player whose turn it is."""
    first, then = words.called(event)
    return [text(first, "qot.brand"), text(then, "qot.question"), Text("")]


def ask(question: Question) -> Text:
    """Draw the question itself."""
    return text(question.item.ask, "qot.question")


def options(asked: Asked, now: Choosing) -> list[Text]:
    """Draw the options of an open question, the one under the cursor and those chosen marked by signs as well.

    A box stands before each option where several are chosen: with a cross, or with the place in the order.
    """
    lines: list[Text] = []
    for place, option in enumerate(asked.question.options):
        words_ = answering.option(option.text, asked.question)
        box = _box(asked, now, option.key)
        if option.key in asked.removed:
            lines.append(Hanging.of(Text(" " * (len(box) + 4)), text(f"{words_} (out)", "qot.gone")))
            continue
        front = Text(f"{CURSOR if place == now.at else ' '} ").append(f"{place + 1} ", "qot.key")
        front.append(box, "qot.chosen" if option.key in now.chosen else "qot.quiet")
        lines.append(Hanging.of(front, text(words_, "qot.cursor" if place == now.at else "qot.option")))
    return lines


def settled(record: Judged) -> list[Text]:
    """Draw the options of a judged question, each with its sign: what was right, and what the player made of it."""
    if isinstance(record.shape, Arrange):
        return _arranged(record)
    lines: list[Text] = []
    several = isinstance(record.shape, PickMany)
    for place, option in enumerate(record.question.options):
        right, picked = option.key in record.question.solution, option.key in record.given
        missed = several and right and not picked and bool(record.given)
        sign, style = (MISSED, "qot.part") if missed else _judged(right, picked)
        words_ = answering.option(option.text, record.question) + (" (missed)" if missed else "")
        lines.append(Hanging.of(text(f"{sign} {place + 1} ", style), text(words_, style)))
    return lines


def wanted(asked: Asked, brief: bool = False) -> list[Text]:
    """Draw what an answer must be, where not any text or option will do.

    Args:
        asked: The question.
        brief: Whether to leave out what earns a part, where the options need the room.
    """
    what = answering.wanted(asked.shape)
    if brief and asked.question.options:
        what = what.partition(";")[0]
    return [text(what[0].upper() + what[1:], "qot.quiet")] if what else []


def verdict(record: Judged, named: bool = False) -> list[Text]:
    """Draw a verdict: sign and word, and the right answer.

    Args:
        record: The verdict.
        named: Whether to name the right answer although the options have their signs.
    """
    credit = record.verdict.credit
    style = "qot.right" if credit == 1 else "qot.part" if credit else "qot.wrong"
    return [Parted.of(_first(record, style, named))]


def why(record: Judged) -> list[Text]:
    """Draw why an answer is right, and where that is written."""
    item = record.question.item
    lines = [text(item.why)] if item.why else []
    return [*lines, text(f"Source: {words.sources(record.question)}", "qot.quiet")] if item.sources else lines


def earned(record: Judged, rules: Rules) -> list[Text]:
    """Draw the points of an answer with their sum, how the player stands, and a cheer."""
    standing = record.standing
    earned = f"{words.total(record.score)} points" if record.score.points else "0 points"
    points = text(earned if record.counts else "This one does not count", "qot.points")
    points.append_text(text(f" · {words.number(standing.points)} in all", "qot.quiet"))
    if standing.streak > 1:
        points.append_text(text(f" · streak {standing.streak}", "qot.quiet"))
    left = words.hearts(standing.lives, rules)
    if left is not None:
        points.append_text(text(f" · {words.count(left, 'heart')} left", "qot.quiet"))
    cheer = cheers.streak(record)
    return [Parted.of(points), *([text(f"{JOY} {cheer}", "qot.brand")] if cheer else [])]


def flagged(event: Flagged) -> Text:
    """Draw that a flag is kept."""
    said = f': "{event.reason}"' if event.reason else ""
    return text(f"Flagged{said}; kept with your games.", "qot.quiet")


def helped(event: Helped, topics: dict[str, str]) -> list[Text]:
    """Draw what a help brought; a fifty-fifty is seen in the options themselves."""
    return _hint(event.hint, event.asked, topics) if event.hint is not None else []


def hints(asked: Asked, topics: dict[str, str]) -> list[Text]:
    """Draw all hints that a question has had."""
    return [line for one in asked.hints for line in _hint(one, asked, topics)]


def _hint(one: Hint, asked: Asked, topics: dict[str, str]) -> list[Text]:
    """Draw a hint; an option struck out is seen among the options."""
    if one.kind == "option":
        about = answering.topic(one, asked, topics)
        return [text(f"Hint: {about}.", "qot.hint")] if about else []
    return [text(answering.hint(one, asked, topics), "qot.hint")]


def again(event: Again) -> list[Text]:
    """Draw the request for a second try."""
    return [text(f"{PART} {words.again(event.verdict.reason, event.verdict.form)}", "qot.part")]


def sign(record: Judged) -> str:
    """Give the sign of a verdict."""
    credit = record.verdict.credit
    missed = record.given or words.late(record)
    return RIGHT if credit == 1 else PART if credit else WRONG if missed else PASS


def _box(asked: Asked, now: Choosing, key: str) -> str:
    """Write an option's box: its cross or its place in the order where it is chosen; nothing where one is picked."""
    match asked.shape:
        case PickMany():
            return f"[{'x' if key in now.chosen else ' '}] "
        case Arrange():
            return f"[{words.ordinal(now.chosen.index(key) + 1) if key in now.chosen else ' · '}] "
        case _:
            return ""


def _judged(right: bool, picked: bool) -> tuple[str, str]:
    return (RIGHT, "qot.right") if right else (WRONG, "qot.wrong") if picked else (" ", "qot.quiet")


def _arranged(record: Judged) -> list[Text]:
    """Draw the right order, and at each thing that stood elsewhere where the player had put it."""
    texts = {o.key: answering.option(o.text, record.question) for o in record.question.options}
    lines = [text("The right order:", "qot.quiet")]
    for place, key in enumerate(record.question.solution):
        given = record.given.index(key) if key in record.given else None
        sign, style = (" ", "qot.option") if given is None else _judged(given == place, True)
        elsewhere = "" if given in (place, None) else f" (you: {words.ordinal(given + 1)})"
        lines.append(Hanging.of(text(f"{sign} {place + 1}. ", style), text(texts[key] + elsewhere, style)))
    return lines


def _first(record: Judged, style: str, named: bool) -> Text:
    """Draw the first line of a verdict: how it was judged, what was typed, the right answer where it is not seen."""
    line = text(f"{sign(record)} {words.verdict(record)}", style)
    right, detail = answering.solution(record), answering.detail(record)
    typed = isinstance(record.shape, TypeIn)
    if record.verdict.credit == 1:
        told = (named or typed) and not answering.said(record)
        return line.append_text(text(f" · {right}" if told else "", "qot.question"))
    if typed and record.given:
        line.append_text(text(f': "{record.given[0]}"' + (f" ({detail})" if detail else ""), "qot.quiet"))
    elif detail:
        line.append_text(text(f": {detail}", "qot.quiet"))
    if named or typed or isinstance(record.shape, PickOne):
        line.append_text(text(f" · {answering.clause(record)}", "qot.question"))
    return line
