"""Events as things to draw: pure functions from what happened to Rich renderables."""

from __future__ import annotations

from rich.text import Text

from qot_quiz.core.clean import visible
from qot_quiz.core.events import Again, Asked, Ended, Helped, Judged
from qot_quiz.core.question import Arrange, PickMany, PickOne, Question, TypeIn
from qot_quiz.ui import answering, words
from qot_quiz.ui.breaking import Hanging, Paired
from qot_quiz.ui.choosing import Choosing

RIGHT, PART, WRONG, PASS, MISSED, HEART, LOST = "✔", "◐", "✘", "–", "○", "♥", "♡"
CURSOR = "›"


def text(words: str, style: str = "") -> Text:
    """Make a Rich text of words from anywhere: cleaned, and never read as markup."""
    return Text().append(visible(words), style)


def hearts(lives: int, most: int) -> Text:
    """Draw the hearts left of those at the start."""
    return Text(HEART * lives + LOST * (most - lives), style="qot.heart")


def heading(asked: Asked, most_lives: int | None) -> Text:
    """Draw the quiet line above a question: its number and difficulty, and how the player stands.

    The topic is not told: it is what the first hint gives.
    """
    standing = asked.standing
    line = text(words.place(asked), "qot.brand")
    line.append_text(text(f" · {asked.question.item.difficulty}", "qot.quiet"))
    if asked.number > 1:
        line.append_text(text(f" · {words.number(standing.points)} points", "qot.points"))
    if standing.streak > 1:
        line.append_text(text(f" · streak {standing.streak}", "qot.points"))
    if standing.lives is not None and most_lives is not None:
        line.append("  ").append_text(hearts(standing.lives, most_lives))
    return line


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


def wanted(asked: Asked) -> list[Text]:
    """Draw what an answer must be, where not any text or option will do."""
    what = answering.wanted(asked.shape)
    return [text(what[0].upper() + what[1:], "qot.quiet")] if what else []


def keys(asked: Asked) -> Text:
    """Draw the keys that matter while a question is open."""
    pairs: list[tuple[str, str]] = []
    match asked.shape:
        case PickOne(options=shown):
            pairs += [(f"1-{len(shown)}", "answer"), ("↑↓ Enter", "choose")]
        case PickMany(options=shown):
            pairs += [(f"1-{len(shown)} or ↑↓ Space", "toggle"), ("Enter", "answer")]
        case Arrange(options=shown):
            pairs += [(f"1-{len(shown)} or ↑↓ Space", "place next"), ("⌫", "undo"), ("Enter", "answer")]
        case TypeIn():
            pairs += [("Enter", "answer")]
    if asked.fifty:
        pairs.append(("f", "fifty-fifty, half the points"))
    if asked.hint_left:
        pairs.append(("?", "hint, a quarter less"))
    pairs += [("s", "pass"), ("q", "leave")]
    return _pairs(pairs)


def keys_after(record: Judged) -> Text:
    """Draw the keys that matter after a verdict."""
    pairs = [("Enter", "result" if record.ends else "next")]
    if words.regradable(record):
        pairs.append(("u", "I was right"))
    return _pairs([*pairs, ("!", "flag this question"), ("q", "leave")])


def verdict(record: Judged) -> list[Text]:
    """Draw a verdict: sign and word, the right answer, why, where that is written, and the points with their sum."""
    credit = record.verdict.credit
    style = "qot.right" if credit == 1 else "qot.part" if credit else "qot.wrong"
    sign = RIGHT if credit == 1 else PART if credit else WRONG if record.given else PASS
    lines = [_first(record, sign, style)]
    item = record.question.item
    if item.why:
        lines.append(text(item.why))
    if item.sources:
        lines.append(text(f"Source: {words.sources(record.question)}", "qot.quiet"))
    standing = record.standing
    points = text(f"{words.total(record.score)} points" if record.score.points else "0 points", "qot.points")
    points.append_text(text(f" · {words.number(standing.points)} in all", "qot.quiet"))
    if standing.streak > 1:
        points.append_text(text(f" · streak {standing.streak}", "qot.quiet"))
    if standing.lives is not None:
        points.append_text(text(f" · {words.count(standing.lives, 'heart')} left", "qot.quiet"))
    return [*lines, points]


def helped(event: Helped, topics: dict[str, str]) -> list[Text]:
    """Draw what a help brought; a fifty-fifty is seen in the options themselves."""
    if event.hint is None:
        return []
    if event.hint.kind == "option":
        return []
    return [text(answering.hint(event.hint, event.asked, topics), "qot.hint")]


def again(event: Again) -> list[Text]:
    """Draw the request for a second try."""
    return [text(f"{PART} {words.again(event.verdict.reason, event.verdict.form)}", "qot.part")]


def end(ended: Ended) -> list[Text]:
    """Draw the end of a game: how it ended, what it brought, and what was missed with the right answering."""
    shapes = "".join(
        RIGHT if r.verdict.credit == 1 else PART if r.verdict.credit else WRONG if r.given else PASS
        for r in ended.records
    )
    lines = [text(words.end(ended), "qot.brand"), text(words.result(ended), "qot.points"), text(shapes)]
    missed = words.missed(ended)
    if missed:
        lines += [Text(""), text("What was missed:", "qot.question")]
    for record in missed:
        front = text(f"{record.number}. ", "qot.quiet")
        lines.append(Hanging.of(front, text(record.question.item.ask, "qot.quiet")))
        lines.append(Hanging.of(text(f"   {RIGHT} ", "qot.right"), text(answering.solution(record), "qot.right")))
    return lines


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


def _first(record: Judged, sign: str, style: str) -> Text:
    """Draw the first line of a verdict: how it was judged, what was typed, the right answer where it is not seen."""
    line = text(f"{sign} {words.verdict(record)}", style)
    right, detail = answering.solution(record), answering.detail(record)
    typed = isinstance(record.shape, TypeIn)
    if record.verdict.credit == 1:
        return line.append_text(text(f" · {right}" if typed and not answering.said(record) else "", "qot.question"))
    if typed and record.given:
        line.append_text(text(f': "{record.given[0]}"' + (f" ({detail})" if detail else ""), "qot.quiet"))
    elif detail:
        line.append_text(text(f": {detail}", "qot.quiet"))
    if typed or isinstance(record.shape, PickOne):
        line.append_text(text(f" · the answer is {right}", "qot.question"))
    return line


def _pairs(pairs: list[tuple[str, str]]) -> Text:
    line = Paired()
    for key, does in pairs:
        line.pair(key, "qot.key", does, "qot.quiet")
    return line
