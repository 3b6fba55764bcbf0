"""Events as things to draw: pure functions from what happened to Rich renderables."""

from __future__ import annotations

from rich.text import Text

from qot_quiz.core.clean import visible
from qot_quiz.core.events import Again, Asked, Ended, Helped, Judged
from qot_quiz.core.question import PickOne, Question, TypeIn
from qot_quiz.ui import words

RIGHT, PART, WRONG, PASS, HEART, LOST = "✔", "◐", "✘", "–", "♥", "♡"
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


def options(asked: Asked, at: int | None) -> list[Text]:
    """Draw the options of an open question, the one under the cursor marked by a sign as well."""
    lines: list[Text] = []
    for place, option in enumerate(asked.question.options):
        words_ = words.option(option.text, asked.question)
        if option.key in asked.removed:
            lines.append(text(f"    {words_} (out)", "qot.gone"))
            continue
        line = Text(f"{CURSOR if place == at else ' '} ")
        line.append(f"{place + 1} ", "qot.key")
        line.append_text(text(words_, "qot.cursor" if place == at else "qot.option"))
        lines.append(line)
    return lines


def settled(record: Judged) -> list[Text]:
    """Draw the options of a judged question: the right one and the one picked, each with its sign."""
    lines: list[Text] = []
    for place, option in enumerate(record.question.options):
        right, picked = option.key in record.question.solution, option.key in record.given
        sign, style = (RIGHT, "qot.right") if right else (WRONG, "qot.wrong") if picked else (" ", "qot.quiet")
        lines.append(text(f"{sign} {place + 1} {words.option(option.text, record.question)}", style))
    return lines


def keys(asked: Asked) -> Text:
    """Draw the keys that matter while a question is open."""
    pairs: list[tuple[str, str]] = []
    match asked.shape:
        case PickOne(options=shown):
            pairs += [(f"1-{len(shown)}", "answer"), ("↑↓ Enter", "choose")]
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
    first = text(f"{sign} {words.verdict(record)}", style)
    if credit < 1:
        if isinstance(record.shape, TypeIn) and record.given:
            first.append_text(text(f': "{words.given(record)}"', "qot.quiet"))
        first.append_text(text(f" · the answer is {words.solution(record.question)}", "qot.question"))
    elif isinstance(record.shape, TypeIn):
        first.append_text(text(f" · {words.solution(record.question)}", "qot.question"))
    lines = [first]
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
    return [text(words.hint(event.hint, topics), "qot.hint")]


def again(event: Again) -> list[Text]:
    """Draw the request for a second try."""
    return [text(f"{PART} {words.again(event.verdict.reason, event.verdict.form)}", "qot.part")]


def end(ended: Ended) -> list[Text]:
    """Draw the end of a game: how it ended, what it brought, and what was missed with the right answers."""
    shapes = "".join(
        RIGHT if r.verdict.credit == 1 else PART if r.verdict.credit else WRONG if r.given else PASS
        for r in ended.records
    )
    lines = [text(words.end(ended), "qot.brand"), text(words.result(ended), "qot.points"), text(shapes)]
    missed = words.missed(ended)
    if missed:
        lines += [Text(""), text("What was missed:", "qot.question")]
    for record in missed:
        lines.append(text(f"{record.number}. {record.question.item.ask}", "qot.quiet"))
        lines.append(text(f"   {RIGHT} {words.solution(record.question)}", "qot.right"))
    return lines


def _pairs(pairs: list[tuple[str, str]]) -> Text:
    line = Text()
    for place, (key, does) in enumerate(pairs):
        line.append("  " if place else "").append(key, "qot.key").append(f" {does}", "qot.quiet")
    return line
