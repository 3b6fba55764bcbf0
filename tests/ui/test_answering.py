"""Answers in words: how one gives them, what helps towards them, and what a verdict says of them."""

from __future__ import annotations

import msgspec
import pytest
import shaped
from played import asked, judged
from samples import TOPICS, deck, lives

from qot_quiz.core import moves
from qot_quiz.core.events import Hint
from qot_quiz.core.question import TypeIn
from qot_quiz.core.verdict import Verdict
from qot_quiz.ui import answering, words

ORDER = ("d", "a", "b", "c")


@pytest.mark.parametrize(
    ("digits", "unit", "told"),
    [
        ("24.85", "%", "24.85%"),
        ("16", "episodes", "16 episodes"),
        ("1", "episodes", "1 episode"),
        ("1", "countries", "1 country"),
        ("1", "million viewers", "1 million viewers"),
        ("56", "billion won", "56 billion won"),
        ("1930", "viewers", "1,930 viewers"),
        ("12345.50", "", "12,345.50"),
        ("2024", "", "2024"),
        ("-1200", "metres", "-1,200 metres"),
        ("0", "awards", "0 awards"),
        ("many", "awards", "many"),
        ("1day", "days", "1day"),
        ("twenty", "%", "twenty"),
        ("24.5?", "%", "24.5?"),
    ],
)
def test_amount(digits: str, unit: str, told: str) -> None:
    """A number reads as people write it, with its unit in the right number; four bare digits may be a year."""
    assert answering.amount(digits, unit) == told


@pytest.mark.parametrize(
    ("parts", "told"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_listed(parts: list[str], told: str) -> None:
    """Things are told one after the other, the last behind an "and"."""
    assert words.listed(parts) == told


def test_solutions() -> None:
    """Each shape tells its right answer in its own way, as text and as a sentence."""
    pick, true = judged("channel/name"), judged("abroad/netflix")
    assert (answering.solution(pick), answering.solution(true)) == ("tvN", "True")
    assert answering.sentence(judged("village/name")) == "The answer: Yongdu-ri."
    many = "Kim Kap-soo, Kwak Dong-yeon and Kim Ji-won"
    assert answering.solution(shaped.judged("family/actors")) == many
    assert answering.sentence(shaped.judged("family/actors")) == f"The answers: {many}."
    assert answering.sentence(shaped.judged("story/order")) == (
        "The right order: Hyun-woo tells his family that he wants a divorce, then Hae-in learns of her illness, "
        "then They fly to Germany, then The papers come to light."
    )
    assert answering.sentence(shaped.judged("rating/finale")) == "The answer: 24.85%."
    assert answering.sentence(shaped.judged("first/day")) == "The answer: 9 March 2024."


def test_a_sentence_ends_once() -> None:
    """An answer with a full stop of its own gets no second one."""
    record = judged("heroine/actress")
    question = msgspec.structs.replace(record.question, solution=("S.H.E.",))
    assert answering.sentence(msgspec.structs.replace(record, question=question)) == "The answer: S.H.E."


def test_given() -> None:
    """What was given is told by its text, a number as one, an order as an order, and a pass is nothing."""
    (pick,) = deck("channel/name")
    place = next(option for option in pick.options if option.text == "JTBC")
    wrong = judged("channel/name", place.key)
    assert answering.told(wrong.given, wrong) == "JTBC"
    false = judged("abroad/netflix", "b")
    assert answering.told(false.given, false) == "False"
    passed = judged("channel/name")
    assert answering.told(passed.given, passed) == ""
    order = shaped.judged("story/order", "a", "b", "c", "d")
    assert answering.told(order.given, order).startswith("Hae-in learns of her illness, then They fly")


@pytest.mark.parametrize(
    ("id", "given", "told"),
    [
        ("rating/finale", ("23",), "1.85 percentage points off"),
        ("rating/finale", ("23.85 %",), "1 percentage point off"),
        ("rating/finale", ("twenty",), "4.85 percentage points off"),
        ("rating/finale", ("24.85",), ""),
        ("rating/finale", (), ""),
        ("first/day", ("8 March",), "1 day off"),
        ("first/day", ("March 16, 2023",), "359 days off"),
        ("first/day", ("2024-03-09",), ""),
        ("family/actors", ("a", "b"), "1 right, 1 wrong, 2 missed"),
        ("family/actors", ("a", "c"), "2 right, 1 missed"),
        ("family/actors", ("b", "d"), "2 wrong, 3 missed"),
        ("family/actors", ("a", "c", "e"), ""),
        ("family/actors", (), ""),
        ("story/order", ("a", "d", "b", "c"), "5 of 6 pairs the right way round"),
        ("story/order", ("c", "b", "a", "d"), "0 of 6 pairs the right way round"),
        ("story/order", ORDER, ""),
        ("story/order", (), ""),
    ],
)
def test_detail(id: str, given: tuple[str, ...], told: str) -> None:
    """A verdict that is not fully right says what it rests on: distance, picks, or pairs."""
    assert answering.detail(shaped.judged(id, *given)) == told


@pytest.mark.parametrize(("id", "given"), [("first/day", "3/9/2024"), ("first/day", "soon"), ("rating/finale", "lots")])
def test_detail_of_what_cannot_be_read(id: str, given: str) -> None:
    """An answer that no screen lets through, as an older game may hold it, has no distance and does no harm."""
    assert answering.detail(shaped.judged(id, given)) == ""


def test_detail_of_texts_and_picks() -> None:
    """A wrong text or pick says nothing further."""
    assert answering.detail(judged("heroine/actress", "nobody")) == ""
    assert answering.detail(judged("abroad/netflix", "b")) == ""


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        (TypeIn(), ""),
        (TypeIn("number", "%", 3), "a number, in %; less than 3 percentage points off earns a part"),
        (TypeIn("number", "episodes", 0), "a number of episodes"),
        (TypeIn("number", "episodes", 2.5), "a number of episodes; less than 2.5 episodes off earns a part"),
        (TypeIn("number", "billion won", 1), "a number, in billion won; less than 1 billion won off earns a part"),
        (TypeIn("number", "", 2), "a number; less than 2 off earns a part"),
        (TypeIn("date"), "a date, such as 2 January or 2025-01-02"),
        (TypeIn("date", "", 7), "a date, such as 2 January or 2025-01-02; less than 7 days off earns a part"),
        (TypeIn("date", "", 1), "a date, such as 2 January or 2025-01-02; less than 1 day off earns a part"),
    ],
)
def test_wanted(shape: TypeIn, told: str) -> None:
    """What a line must be is told, with its unit and with how near still earns something."""
    assert answering.wanted(shape) == told


def test_how_to_answer() -> None:
    """Plain screens say how a question may be answered, and offer only the helps that are there."""
    how = answering.how(asked("channel/name"))
    assert how == ["Answer with the number of an option", "s passes", "f is fifty-fifty", "? gives a hint", "q leaves"]
    assert "f is fifty-fifty" not in answering.how(asked("channel/name", moves.Lifeline(0, "fifty")))
    assert answering.how(asked("heroine/actress", rules=lives(3)))[0].startswith("Type your answer (=s")
    assert "t tells the time left" in answering.how(asked("channel/name"), timed=True)


def test_how_to_answer_other_shapes() -> None:
    """Several picks, an order and what is typed each say in a sentence what their line looks like."""
    firsts = [answering.how(shaped.asked(id))[0] for id in ("family/actors", "story/order", "rating/finale")]
    assert firsts == [
        "Answer with the numbers of all that apply, for example 1,3; each wrong one undoes a right one",
        "Answer with the numbers of all in the right order, such as 2,3,4,1",
        "Type your answer (=s is the letter s itself)",
    ]


def test_an_order_of_texts_with_commas() -> None:
    """Where a thing has a comma of its own, it is heard where it ends."""
    record = shaped.judged("story/order")
    first, *others = record.question.options
    options = (msgspec.structs.replace(first, text="At last, a letter"), *others)
    question = msgspec.structs.replace(record.question, options=options)
    assert "At last, a letter; then " in answering.sentence(msgspec.structs.replace(record, question=question))


def test_hints() -> None:
    """Each kind of hint is a sentence; a topic is told by its title, an unknown one by its id."""
    pick, order = asked("channel/name"), shaped.asked("story/order")
    share, day = shaped.asked("rating/finale"), shaped.asked("first/day")
    tvn = next(option.key for option in pick.question.options if option.text == "tvN")
    for one, shown, told in (
        (Hint("topic", "cast"), pick, "Hint: the topic is The cast."),
        (Hint("topic", "music"), pick, "Hint: the topic is music."),
        (Hint("episode", "3"), pick, "Hint: it belongs to episode 3."),
        (Hint("letters", "K__"), pick, "Hint: K__"),
        (Hint("option", tvn), pick, 'Hint: it is not 1, "tvN".'),
        (Hint("first", "b"), order, 'Hint: "They fly to Germany" comes first.'),
        (Hint("range", "20.5..30"), share, "Hint: between 20.5% and 30%."),
        (Hint("range", "2024-03-01..2024-04-30"), day, "Hint: between 1 March 2024 and 30 April 2024."),
    ):
        assert answering.hint(one, shown, TOPICS) == told


def test_a_slip_is_said() -> None:
    """A right answer with a slip tells its right spelling once, and the answer beside it only if that is another."""
    record = judged("village/name", "Yongdu-ri")
    slip = msgspec.structs.replace(record, verdict=Verdict(1.0, "slip", "Yongdu-ri"))
    assert answering.said(slip)
    assert words.verdict(slip) == "Right; spelt Yongdu-ri"
    assert not answering.said(msgspec.structs.replace(record, verdict=Verdict(1.0, "slip", "Youngdu-ri")))
    assert not answering.said(record)
