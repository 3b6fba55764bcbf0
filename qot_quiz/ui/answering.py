"""Answers in words: how to give one, hints towards it, what was given, what is right, and how far off a guess was."""

from __future__ import annotations

from itertools import combinations

from qot_quiz.core.events import Asked, Hint, Judged
from qot_quiz.core.kinds.true_false import TEXTS
from qot_quiz.core.lifelines import topical
from qot_quiz.core.question import Answer, Arrange, PickMany, PickOne, Question, Shape, TypeIn
from qot_quiz.ui import masks, words

YEARLIKE = 4
"""Digits of a bare number that could be a year and is written like one: 2024, not 2,024."""

SCALES = ("thousand ", "million ", "billion ")
UNDOES = "each wrong one undoes a right one"


def option(text: str, question: Question) -> str:
    """Write an option; true and false get a capital."""
    return text.capitalize() if tuple(o.text for o in question.options) == TEXTS else text


def solution(record: Judged) -> str:
    """Write the right answer of a judged question: its options, a text, a day or a number with its unit."""
    return told(record.question.solution, record)


def told(answer: Answer, record: Judged) -> str:
    """Write an answer to a judged question; empty for a pass."""
    if isinstance(record.shape, TypeIn):
        return value("".join(answer), record.shape)
    texts = {o.key: option(o.text, record.question) for o in record.question.options}
    chosen = [texts[key] for key in answer if key in texts]
    then = "; then " if any("," in each for each in chosen) else ", then "
    return then.join(chosen) if isinstance(record.shape, Arrange) else words.listed(chosen)


def sentence(record: Judged) -> str:
    """Tell the right answer of a judged question in a sentence."""
    told_ = clause(record)
    return told_[0].upper() + told_[1:].removesuffix(".") + "."


def clause(record: Judged) -> str:
    """Tell the right answer of a judged question as a part of a sentence."""
    match record.shape:
        case Arrange():
            return f"the right order: {solution(record)}"
        case PickMany() if len(record.question.solution) > 1:
            return f"the answers: {solution(record)}"
        case _:
            return f"the answer: {solution(record)}"


def said(record: Judged) -> bool:
    """Whether the words of a verdict tell the right answer already, as its right spelling."""
    return record.verdict.reason == "slip" and record.verdict.form == solution(record)


def value(text: str, shape: TypeIn) -> str:
    """Write an answer of a typed form: a day in words, a number with its unit, any other text as it stands."""
    match shape.form:
        case "date":
            return words.date(text)
        case "number":
            return amount(text, shape.unit)
        case _:
            return text


def amount(digits: str, unit: str) -> str:
    """Write a number with its unit: 24.85%, 16 episodes, 1 episode, 1,930 won; a bare one that may be a year as such.

    Args:
        digits: Plain digits, perhaps with a sign and decimals; any other text stays as it is.
        unit: What is counted, in the plural, or a sign; empty for a bare number.
    """
    whole, point, decimals = digits.partition(".")
    if not f"{whole.removeprefix('-')}{decimals}".isdecimal():
        return digits
    if unit or len(whole) != YEARLIKE:
        whole = words.number(int(whole))
    written = whole + point + decimals
    if not unit[:1].isalpha():
        return written + unit
    return f"{written} {_one(unit) if written == '1' else unit}"


def plain(number: float) -> str:
    """Write a measure in plain digits: 3, 0.5."""
    return str(int(number)) if number == int(number) else str(number)


def distance(digits: str, shape: TypeIn) -> str:
    """Write how far apart two answers of a form are: 3 days, 2 episodes, 1.15 percentage points."""
    unit = "days" if shape.form == "date" else "percentage points" if shape.unit == "%" else shape.unit
    return amount(digits, unit)


def detail(record: Judged) -> str:
    """Say what a verdict short of right rests on; empty where there is nothing to say.

    Returns:
        For a number or day how far off it was (``3 days off``); where several were to be picked how many were
        (``2 right, 1 wrong, 1 missed``); for an order how many pairs of it hold.
    """
    if not record.given or record.verdict.credit == 1:
        return ""
    match record.shape:
        case TypeIn(form="text"):
            return ""
        case TypeIn() as shape:
            (given,), (right,) = record.given, record.question.solution
            apart = _days(given, right) if shape.form == "date" else _difference(given, right, shape.unit)
            return f"{distance(apart, shape)} off" if apart else ""
        case PickMany():
            picked, right_ = set(record.given), set(record.question.solution)
            counts = {"right": picked & right_, "wrong": picked - right_, "missed": right_ - picked}
            return ", ".join(f"{len(keys)} {name}" for name, keys in counts.items() if keys)
        case Arrange() if len(record.given) == len(record.question.solution):
            pairs = list(combinations(record.question.solution, 2))
            held = sum(record.given.index(one) < record.given.index(other) for one, other in pairs)
            return f"{held} of {len(pairs)} pairs the right way round"
        case _:
            return ""


def wanted(shape: Shape) -> str:
    """Say what an answer must be, and what earns a part; empty where one option or any text is wanted."""
    if isinstance(shape, PickMany):
        return f"pick all that apply; {UNDOES}"
    if not isinstance(shape, TypeIn) or shape.form == "text":
        return ""
    what = f"a date, such as {words.DAY} or {words.ISO_DAY}" if shape.form == "date" else "a number"
    if shape.unit:
        what += f" of {shape.unit}" if shape.unit.isalpha() else f", in {shape.unit}"
    part = f"; less than {distance(plain(shape.within), shape)} off earns a part" if shape.within else ""
    return what + part


def how(asked: Asked, timed: bool = False) -> list[str]:
    """Say, for plain screens, how a question may be answered: how this shape of it is, then each command.

    Args:
        asked: The question.
        timed: Whether the time left can be asked for.
    """
    match asked.shape:
        case PickOne():
            first = "Answer with the number of an option"
        case PickMany():
            first = f"Answer with the numbers of all that apply, for example 1,3; {UNDOES}"
        case Arrange():
            first = f"Answer with the numbers of all in the right order, such as {_an_order(len(asked.shape.options))}"
        case TypeIn():
            first = "Type your answer (=s is the letter s itself)"
    there = {
        "s passes": True,
        "f is fifty-fifty": asked.fifty > 0,
        "? gives a hint": asked.hint_left > 0,
        "w walks away with all points": asked.walk,
        "t tells the time left": timed,
        "q leaves": True,
    }
    return [first, *(words_ for words_, can in there.items() if can)]


def hint(one: Hint, asked: Asked, topics: dict[str, str]) -> str:
    """Say what a hint tells; the first one tells the topic, too, where the question does not."""
    told_, about = _hint(one, asked, topics), topic(one, asked, topics)
    end = "" if one.kind == "letters" else "."  # which could be taken for one of them
    return f"Hint: {about}; {told_}{end}" if about else f"Hint: {told_}{end}"


def topic(one: Hint, asked: Asked, topics: dict[str, str]) -> str:
    """Say which topic the first hint tells besides; empty for any other."""
    about = topical(asked.question) if asked.hints[:1] == (one,) and one.kind != "topic" else ""
    return f"the topic is {topics.get(about, about)}" if about else ""


def _hint(one: Hint, asked: Asked, topics: dict[str, str]) -> str:
    match one.kind:
        case "topic":
            return f"the topic is {topics.get(one.value, one.value)}"
        case "episode":
            return f"it belongs to episode {one.value}"
        case "letters":
            return masks.counted(one.value)
        case "first":
            return f'"{_text(one.value, asked.question)}" comes first'
        case "range" if isinstance(asked.shape, TypeIn):
            low, _, high = one.value.partition("..")
            return f"between {value(low, asked.shape)} and {value(high, asked.shape)}"
        case _:
            place = [option.key for option in asked.question.options].index(one.value) + 1
            return f'it is not {place}, "{_text(one.value, asked.question)}"'


def _an_order(length: int) -> str:
    """Write an order of so many things for an example: ``2,3,1``, ``2,3,4,1``."""
    return ",".join(map(str, [*range(2, length + 1), 1]))


def _text(key: str, question: Question) -> str:
    return next((option(o.text, question) for o in question.options if o.key == key), key)


def _one(unit: str) -> str:
    """Write a unit in the singular; behind a ``million`` it keeps its plural."""
    if unit.startswith(SCALES) or not unit.endswith("s") or unit.endswith("ss"):
        return unit
    return unit.removesuffix("ies") + "y" if unit.endswith("ies") else unit.removesuffix("s")


def _days(given: str, right: str) -> str:
    from datetime import date  # only a verdict on a day needs it

    from qot_quiz.core import dates

    meant = date.fromisoformat(right)
    try:
        read = dates.read(given, meant.year)
    except dates.Ambiguous:
        return ""
    return str(abs((date.fromisoformat(read) - meant).days)) if read else ""


def _difference(given: str, right: str, unit: str) -> str:
    from qot_quiz.core import numbers

    read, meant = numbers.read(given, unit), numbers.read(right)
    return "" if read is None or meant is None else f"{abs(read - meant).normalize():f}"
