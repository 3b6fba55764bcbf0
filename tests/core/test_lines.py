"""The one grammar of answers: every line that a player or a file may give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core import lines, moves
from qot_quiz.core.kinds.true_false import TEXTS
from qot_quiz.core.question import KEYS, Answer, Arrange, Option, PickMany, PickOne, Shape, TypeIn


def pick(*texts: str) -> PickOne:
    """Make a shape of these options."""
    return PickOne(tuple(Option(key, text) for key, text in zip(KEYS, texts, strict=False)))


FOUR = pick("Kim Soo-hyun", "Park Sung-hoon", "2", "true")
TWO = pick(*TEXTS)
TYPED = TypeIn()
MANY = PickMany(pick("Hae-in", "Soo-cheol", "Grace", "Yang-gi", "Da-hye", "Mi-seon").options)
ORDER = Arrange(pick("the premiere", "the kiss", "the finale").options)
NUMBER, DATE = TypeIn("number", "%"), TypeIn("date")

COMMANDS = {
    "": moves.Answer(5, ()),
    "s": moves.Answer(5, ()),
    "f": moves.Lifeline(5, "fifty"),
    "?": moves.Lifeline(5, "hint"),
    "q": moves.Leave(5),
    "w": moves.Walk(5),
}


@pytest.mark.parametrize("shape", [FOUR, TWO, TYPED, MANY, ORDER, NUMBER, DATE])
@pytest.mark.parametrize("line", list(COMMANDS))
def test_commands(line: str, shape: Shape) -> None:
    """The command letters mean the same for every shape, with or without spaces around them."""
    assert lines.read(line, shape, 5) == COMMANDS[line]
    assert lines.read(f" {line}\t", shape, 5) == COMMANDS[line]


@pytest.mark.parametrize(
    ("line", "shape", "given"),
    [
        ("2", FOUR, "b"),
        ("b", FOUR, "b"),
        ("B", FOUR, "b"),
        (" 4 ", FOUR, "d"),
        ("٢", FOUR, "b"),
        ("7", pick(*"1234567"), "g"),
        ("1", TWO, "a"),
        ("b", TWO, "b"),
        ("true", TWO, "a"),
        ("False", TWO, "b"),
        ("Yongdu-ri", TYPED, "Yongdu-ri"),
        ("용두리", TYPED, "용두리"),
        ("2", TYPED, "2"),
        ("true", TYPED, "true"),
        ("=s", TYPED, "s"),
        ("=q", TYPED, "q"),
        ("=?", TYPED, "?"),
        ("==x", TYPED, "=x"),
        ("=", TYPED, ""),
        ("u", TYPED, "u"),
        ("!x", TYPED, "!x"),
        ("F", TYPED, "F"),
    ],
)
def test_answers(line: str, shape: Shape, given: str) -> None:
    """Options go by number or letter, true and false by their words; a typed text is itself, `=` shields a command."""
    assert lines.read(line, shape, 9) == moves.Answer(9, (given,))


@pytest.mark.parametrize(
    ("line", "shape", "reason"),
    [
        ("0", FOUR, "option"),
        ("5", FOUR, "option"),
        ("9" * 400, FOUR, "option"),
        ("9" * 501, FOUR, "long"),
        ("x" * 501, TYPED, "long"),
        ("e", FOUR, "option"),
        ("Kim Soo-hyun", FOUR, "words"),
        ("true", FOUR, "words"),
        ("a,b", FOUR, "words"),
        ("=b", FOUR, "words"),
        ("²", FOUR, "words"),
        ("3", TWO, "option"),
        ("yes", TWO, "words"),
        ("7", MANY, "option"),
        ("a,g", MANY, "option"),
        (",", MANY, "words"),
        ("a,Grace", MANY, "words"),
        ("a,b", ORDER, "order"),
        ("a,b,b", ORDER, "order"),
        ("a,b,c,a", ORDER, "order"),
        ("a,b,d", ORDER, "option"),
        ("many", NUMBER, "number"),
        ("spring", DATE, "date"),
        ("31 April", DATE, "date"),
        ("3/9/2024", DATE, "ambiguous"),
    ],
)
def test_senseless(line: str, shape: Shape, reason: str) -> None:
    """A line that is no answer of its shape and no command is refused with its reason."""
    with pytest.raises(lines.Senseless) as refused:
        lines.read(line, shape, 0)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("line", "shape", "given"),
    [
        ("a,c", MANY, "ac"),
        ("3, 1", MANY, "ac"),
        ("C A", MANY, "ac"),
        ("31", MANY, "ac"),
        ("ca", MANY, "ac"),
        ("a,a,c", MANY, "ac"),
        ("b", MANY, "b"),
        ("a,6", MANY, "af"),
        ("c,a,b", ORDER, "cab"),
        ("3 1 2", ORDER, "cab"),
        ("cab", ORDER, "cab"),
        ("312", ORDER, "cab"),
        ("c,1,B", ORDER, "cab"),
    ],
)
def test_several(line: str, shape: Shape, given: str) -> None:
    """Several options go by letters and numbers, apart or in one; picks take the order shown, an order its own."""
    assert lines.read(line, shape, 9) == moves.Answer(9, tuple(given))


@pytest.mark.parametrize(
    ("line", "shape"),
    [("24.85", NUMBER), ("24,85 %", NUMBER), ("=24", NUMBER), ("9 March", DATE), ("=2024-03-09", DATE)],
)
def test_numbers_and_dates(line: str, shape: Shape) -> None:
    """A number or date is kept as it was typed."""
    assert lines.read(line, shape, 9) == moves.Answer(9, (line.removeprefix("="),))


@given(st.integers(1, 12), st.data())
def test_several_come_back(count: int, data: st.DataObject) -> None:
    """Reading what was written of several picks, or of an order, gives it back, and later options go by number."""
    options = pick(*map(str, range(count))).options
    keys = [option.key for option in options]
    order = tuple(data.draw(st.permutations(keys)))
    picked = tuple(key for key in keys if data.draw(st.booleans()))
    assert lines.read(lines.write(Arrange(options), order), Arrange(options), 2) == moves.Answer(2, order)
    assert lines.read(lines.write(PickMany(options), picked), PickMany(options), 2) == moves.Answer(2, picked)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("u", moves.Regrade(3)),
        (" u ", moves.Regrade(3)),
        ("!", moves.Flag(3, "")),
        ("! the date is wrong ", moves.Flag(3, "the date is wrong")),
        ("!u", moves.Flag(3, "u")),
        ("U", None),
        ("", None),
        ("q", None),
        ("=u", None),
        ("=!", None),
        ("b", None),
    ],
)
def test_after_verdict(line: str, command: moves.Command | None) -> None:
    """Only `u` and `!` speak of the verdict before; every other line is for the next question."""
    assert lines.after_verdict(line, 3) == command


LINE_TEXT = st.text(st.characters(exclude_characters="\n\r")).map(str.rstrip)


@given(LINE_TEXT)
def test_typed_text_comes_back(text: str) -> None:
    """Reading what was written of a typed answer gives the answer, and so it does for a pass."""
    assert lines.read(lines.write(TYPED, (text,)), TYPED, 1) == moves.Answer(1, (text,))
    assert lines.after_verdict(lines.write(TYPED, (text,)), 1) is None
    assert lines.read(lines.write(TYPED, ()), TYPED, 1) == moves.Answer(1, ())


@given(st.lists(st.text(), min_size=2, max_size=5), st.data())
def test_pick_comes_back(texts: list[str], data: st.DataObject) -> None:
    """Reading what was written of a pick gives the pick, whatever the options say."""
    shape = pick(*texts)
    answer: Answer = (data.draw(st.sampled_from([option.key for option in shape.options])),)
    assert lines.read(lines.write(shape, answer), shape, 2) == moves.Answer(2, answer)


@given(LINE_TEXT, st.sampled_from([FOUR, TWO, TYPED, MANY, ORDER, NUMBER, DATE]))
def test_any_line(line: str, shape: Shape) -> None:
    """Any line at all is read as a command or refused as senseless, and what it gives can be written and read again."""
    try:
        command = lines.read(line, shape, 0)
    except lines.Senseless:
        return
    if isinstance(command, moves.Answer):
        assert lines.read(lines.write(shape, command.given), shape, 0) == command
