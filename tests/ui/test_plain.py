"""The plain screen: a whole game in sentences, and what each line of a player does."""

from __future__ import annotations

import os

import msgspec
import pytest
import shapes
from played import judged
from rich.cells import cell_len
from samples import ITEMS, TOPICS, deck, golden, item, lives
from seated import Seat
from table import Table

from qot_quiz.core import kinds
from qot_quiz.core.setup import Rules
from qot_quiz.core.verdict import Verdict
from qot_quiz.errors import UsageError
from qot_quiz.ui import timing
from qot_quiz.ui.plain import Plain
from qot_quiz.ui.script import Script, Unfinished

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden", "plain.txt")
MODES = os.path.join(os.path.dirname(GOLDEN), "plain-modes.txt")
SHAPES = os.path.join(os.path.dirname(GOLDEN), "plain-shapes.txt")
RULES = Rules(fifty=1, hints=True)


def whole() -> Table:
    """Set up a game that uses everything: helps, a retry, a pass, words on verdicts, a very long and a Korean text."""
    first = ITEMS[0]
    long = msgspec.structs.replace(
        first, why="He is " + "very " * 40 + "patient.", sources=(*first.sources, *ITEMS[3].sources)
    )
    ask = "현우가 자란 마을은 " + "어느 산과 강 사이에 있는 " * 6 + "마을인가요?"
    korean = msgspec.structs.replace(ITEMS[5], id="korean/x", fact_id="korean", ask=ask)
    dealt = (
        kinds.deal(long, 7, 1),
        *deck("heroine/actress", "abroad/netflix", "channel/name", "sister/actress"),
        kinds.deal(korean, 7, 0),
    )
    helped = ["?", "f", "2", "!too easy", "Kim", "nobody", "u", "true"]
    others = ["?", "s", "!", "Lee", "Lee", "?", "용두리", "!last word", "left over"]
    return Table("\n".join(helped + others), dealt, lives(3))


def test_whole_game() -> None:
    """A whole game reads as its file tells it; the file is written anew with QOT_QUIZ_REWRITE_GOLDEN=1."""
    table = whole()
    assert table.play().over
    now = "".join(line + "\n" for line in table.said)
    assert now == golden(GOLDEN, now)
    assert table.script.unread == 1


def test_no_line_is_wide_or_steers() -> None:
    """No line is wider than 79 columns, Korean counted double, and none holds an escape or any other control."""
    table = whole()
    table.play()
    assert len(table.said) > 40
    assert max(cell_len(line) for line in table.said) < 80
    assert all(line.isprintable() for line in table.said)


def test_hostile_texts() -> None:
    """A question full of escape sequences is said with all of them made visible."""
    bad = item("bad/x", "choice", "easy", "\x1b[2Jwho?", "\x9b31m", "\n", "\t", "\x07", why="\u202eno")
    table = Table("1\n", (kinds.deal(bad, 1, 0),))
    table.play()
    assert all(line.isprintable() for line in table.said)
    assert any("<U+001B>[2Jwho?" in line for line in table.said)


@pytest.mark.parametrize(
    ("lines", "commands"),
    [
        (["nobody", "u", "1"], ["Answer", "Next", "Regrade", "Answer", "Next"]),
        (["nobody", "! odd", "u", "1"], ["Answer", "Next", "Flag", "Regrade", "Answer", "Next"]),
        (["Kim", "u", "1"], ["Answer", "Answer", "Next", "Answer", "Next"]),
        (["?", "u", "1"], ["Lifeline", "Answer", "Next", "Answer", "Next"]),
        (["u", "1"], ["Answer", "Next", "Answer", "Next"]),
        (["Kim Ji-won", "1", "!x"], ["Answer", "Next", "Answer", "Flag", "Next"]),
        (["Kim Ji-won", "q"], ["Answer", "Next", "Leave"]),
    ],
)
def test_words_on_the_verdict_before(lines: list[str], commands: list[str]) -> None:
    """`u` and `!` belong to the question just judged until the next one is touched, and to nothing before or after."""
    table = Table("\n".join(lines), deck("heroine/actress", "abroad/netflix"))
    table.play()
    assert [type(command).__name__ for command in table.book.commands] == commands


def test_regrade_of_a_pick() -> None:
    """`u` to a verdict on a pick makes no sense, and a file that says so is told."""
    table = Table("1\nu", deck("abroad/netflix", "heroine/actress"))
    with pytest.raises(UsageError, match=r"line 2: .* Only a typed text"):
        table.play()
    assert len(table.book.commands) == 2


@pytest.mark.parametrize("touch", ["?", "Kim"])
@pytest.mark.parametrize("word", ["u", "!odd"])
def test_words_on_a_touched_question(touch: str, word: str) -> None:
    """Once a question has taken a hint or a try, `u` and `!` answer it like any other text."""
    table = Table(f"1\n{touch}\n{word}", deck("abroad/netflix", "heroine/actress"))
    assert table.play().records[-1].given == (word,)


def test_last_word_in_a_file() -> None:
    """After the last verdict one word is read; any other line is left over and nothing tells of waiting."""
    for lines, unread in (("1\n!odd", 0), ("1\nnext game", 1), ("1", 0)):
        table = Table(lines, deck("abroad/netflix"))
        assert table.play().over
        assert table.script.unread == unread
        assert not any("Before the end" in line for line in table.said)


def test_last_word_of_a_person() -> None:
    """Who types is told that a line is waited for before the end, and "I was right" can still save the last heart."""
    table = Table("nobody\nu\ntrue\n\n", deck("heroine/actress", "abroad/netflix"), lives(1), person=True)
    game = table.play()
    assert (game.over, game.standing.right, game.standing.lives) == (True, 2, 1)
    waiting = [line for line in table.said if line.startswith("Before the end")]
    assert len(waiting) == 2
    assert "u says" in waiting[0]
    assert "u says" not in waiting[1]


def test_end_of_lines() -> None:
    """When lines end before the game does, that is an error, with all steps before it kept."""
    for person in (False, True):
        table = Table("Kim Ji-won", deck("heroine/actress", "abroad/netflix"), person=person)
        with pytest.raises(Unfinished):
            table.play()
        assert len(table.book.commands) == 2


def test_senseless_line() -> None:
    """In a file a senseless line stops with its number; whoever types is told and tries again."""
    with pytest.raises(UsageError, match=r'answers\.txt, line 2: "5": There is no such option'):
        Table("?\n5\n1", deck("channel/name")).play()
    table = Table("5\nwhat?\nf\nf\n1\n2\n3\n4\n\n", deck("channel/name"), person=True)
    assert table.play().over
    assert "There is no such option. h tells how to answer." in table.said
    assert "That is neither an option nor a command. h tells how to answer." in table.said
    assert "The fifty-fifty is used up." in table.said


def test_leaving() -> None:
    """`q` leaves, and nothing after it is read."""
    table = Table("q\n1", deck("abroad/netflix"))
    game = table.play()
    assert (game.left, game.over, table.script.unread) == (True, False, 1)


def test_how_to_answer_is_said_once() -> None:
    """How a question may be answered is said when it is new, not with every question."""
    table = Table("1\n1\n1", deck("channel/name", "lead/actor", "script/writer"))
    table.play()
    assert sum(line.startswith("Answer with the number") for line in table.said) == 1


@pytest.mark.parametrize("word", ["h", "help", " Help "])
def test_the_keys_again(word: str) -> None:
    """Whoever types is told again how to answer, with what may be said of the verdict before; that costs nothing."""
    table = Table(f"{word}\nnobody\n{word}\n1\n\n", deck("heroine/actress", "channel/name"), person=True)
    table.play()
    typed = "Type your answer (=s is the letter s itself); s passes; ? gives a hint; q"
    assert [line for line in table.said if line.startswith("Type your answer")] == [typed] * 2
    heard = " ".join(table.said)
    assert " Answer with the number of an option; s passes;" in heard
    assert "Of the question before: u says that you were right; ! with a reason flags this question." in heard
    assert [type(command).__name__ for command in table.book.commands] == ["Answer", "Next", "Answer", "Next"]


def test_help_in_a_file_is_an_answer() -> None:
    """An answers file has no such word: there it is a text like any other."""
    assert Table("help", deck("heroine/actress")).play().records[-1].given == ("help",)


def test_a_help_is_told_when_it_is_new() -> None:
    """Another kind of question tells how it is answered, and only those commands that were not told before."""
    table = Table("1\n1\n1", deck("heroine/actress", "channel/name", "sister/actress"))
    table.play()
    told = [line for line in table.said if "fifty-fifty" in line or "hint" in line]
    assert told == [
        "Type your answer (=s is the letter s itself); s passes; ? gives a hint; q",
        "Answer with the number of an option; f is fifty-fifty.",
    ]


def test_time_left() -> None:
    """Where a clock runs `t` tells whoever types how much time is left, as often as asked; nothing else does."""
    rules = Rules(ask_ms=10_000, hints=True)
    table = Table("t\nt\nKim\nt\n=t\nt\ntrue\n\n", deck("heroine/actress", "abroad/netflix"), rules, person=True)
    game = table.play(1000)
    assert [line for line in table.said if "seconds left" in line] == [
        "9 seconds left.",
        "8 seconds left.",
        "5 seconds left.",
        "8 seconds left.",
    ]
    assert sum("You have 10 seconds." in line for line in table.said) == 1
    assert [record.given for record in game.records] == [("t",), ("a",)]


def test_no_time_left() -> None:
    """After the end of the time `t` says so, and any answer is too late."""
    table = Table("t\nt\ntrue\n\n", deck("abroad/netflix"), Rules(ask_ms=1500), person=True)
    table.play(1000)
    assert "1 second left." in table.said
    assert "No time is left." in table.said
    assert any(line.startswith("Too late") for line in table.said)


@pytest.mark.parametrize("line", ["", "what?", "9"])
def test_whatever_comes_too_late(line: str) -> None:
    """A line that means nothing is told so while there is time; after that it is too late, as every other is."""
    table = Table("", deck("abroad/netflix"), Rules(ask_ms=2500), seat=Seat(f"{line}\n" * 3 + "\n"))
    table.play(1000)
    assert sum(sentence.startswith("Too late") for sentence in table.said) == 1
    assert [type(command).__name__ for command in table.book.commands] == ["TimeUp", "Next"]


def test_t_is_a_text_elsewhere() -> None:
    """Without a clock, and in a file of answers, `t` is an answer like any other text."""
    untimed = Table("t\nq\n", deck("heroine/actress", "abroad/netflix"), person=True)
    filed = Table("t\nq", deck("heroine/actress", "abroad/netflix"), Rules(ask_ms=10_000))
    for table in (untimed, filed):
        assert table.play().records[0].given == ("t",)
        assert not any("t tells" in line for line in table.said)


def test_options_out() -> None:
    """After a fifty-fifty only what is still possible is said, under its old numbers."""
    table = Table("f\nq", deck("channel/name"))
    table.play()
    left = table.said[table.said.index("Still possible:") + 1 :]
    assert len(left) == 2
    assert all(line in table.said[: table.said.index("Still possible:")] for line in left)
    assert any(line.endswith(": tvN") for line in left)


def test_other_shapes() -> None:
    """Several picks, an order, a number and a day are asked, refused, helped and judged in sentences."""
    lines = ["1,x", "f", "1,3", "1,2", "?", "?", "?", "1,4,2,3", "lots", "?", "23", "3/9/2024", "10 March", ""]
    table = Table("\n".join(lines), shapes.deck(), person=True)
    assert table.play().over
    now = "".join(line + "\n" for line in table.said)
    assert now == golden(SHAPES, now)
    assert max(cell_len(line) for line in table.said) < 80


@pytest.mark.parametrize(
    ("id", "line", "told"),
    [
        ("story/order", "1,2", "exactly once"),
        ("story/order", "1,2,3,3", "exactly once"),
        ("family/actors", "1,9", "no such option"),
        ("rating/finale", "lots", "no number"),
        ("first/day", "30 February", "no date"),
        ("first/day", "3/9/2024", "month as a word"),
    ],
)
def test_senseless_lines_of_other_shapes(id: str, line: str, told: str) -> None:
    """In a file a line that is no answer of its shape is an error that says why; nothing is judged by it."""
    table = Table(line, shapes.deck(id))
    with pytest.raises(UsageError, match=told):
        table.play()
    assert table.book.commands == []


def test_a_slip_is_told_once() -> None:
    """A right answer with a slip names its spelling and does not say the answer a second time."""
    said: list[str] = []
    record = msgspec.structs.replace(judged("village/name", "Yongdu-ri"), verdict=Verdict(1.0, "slip", "Yongdu-ri"))
    Plain(said.append, Script([], "answers.txt"), TOPICS, RULES).show(record)
    assert said[1] == "Right; spelt Yongdu-ri."
    assert said[0] == "Question 1: Which village does Hyun-woo come from?"  # not asked before, as after a resume


def test_other_modes() -> None:
    """Clocks, steps and several players are told in sentences, and no line is read but answers."""
    ids = ("abroad/netflix", "channel/name", "heroine/actress")
    ladder = Rules(lives=1, fifty=1, hints=True, safe=(1, 2), walk=True)
    party = (*deck("abroad/netflix", "channel/name"), *deck("lead/actor", "sister/actress"))
    tables = {
        "A question each within five seconds": (Table("1\n2\ns", deck(*ids), Rules(ask_ms=5000)), 1500),
        "A minute for all": (Table("1\n2\ns", deck(*ids), Rules(game_ms=60_000, counted=False)), 14_000),
        "A ladder, missed": (Table("1\n1", deck(*ids), ladder, person=True), 0),
        "A ladder, walked away from": (Table("1\nw", deck(*ids), ladder), 0),
        "A party": (Table("2\n1\n3\n4", party, Rules(), players=("Ann", "김수현"), length=1), 0),
    }
    said = []
    for title, (table, step_ms) in tables.items():
        assert table.play(step_ms).over
        said += [f"== {title}", *table.said, ""]
    now = "".join(line + "\n" for line in said)
    assert now == golden(MODES, now)


def test_an_enter_too_many() -> None:
    """An empty line of a person at a terminal passes nothing; one of a program does."""
    table = Table("", deck("abroad/netflix"), seat=Seat("\n \ntrue\n"))
    table.play()
    assert table.said.count("Type an answer, or s to pass.") == 2
    assert [type(command).__name__ for command in table.book.commands] == ["Answer", "Next"]
    program = Table("\n", deck("abroad/netflix"), person=True)
    program.play()
    assert "Type an answer, or s to pass." not in program.said
    assert any(line.startswith("Passed.") for line in program.said)


def test_hearts_are_told_when_they_change() -> None:
    """Hearts are told at the start, and whenever one is lost or won back."""
    ids = ("abroad/netflix", "heroine/actress", "lead/actor", "channel/name")
    table = Table("true\n=nobody\nu\ns\ns\n", deck(*ids), lives(3))
    table.play()
    told = [line.rpartition("; ")[2].rpartition(", ")[2] for line in table.said if "hearts left" in line]
    assert told == ["3 hearts left.", "2 hearts left.", "3 hearts left.", "2 hearts left."]


def test_a_cheer() -> None:
    """Five right answers in a row are cheered once, in words."""
    names = ("lead/actor", "channel/name", "abroad/netflix", "length/episodes", "script/writer", "start/date")
    answers = "\n".join(question.solution[0] for question in deck(*names))
    table = Table(answers, deck(*names))
    table.play()
    assert table.said.count("Five in a row!") == 1


HURRY = Rules(game_ms=60_000, counted=False)


def _seated(answers: str, *names: str, rules: Rules = HURRY) -> Table:
    return Table("", deck(*names), rules, seat=Seat(answers))


def test_a_verdict_costs_no_time() -> None:
    """Under a clock a person goes on from a verdict with an empty line, and until then the clock stands still."""
    table = _seated("true\nt\n\nt\n1\n\n", "abroad/netflix", "channel/name")
    table.play(1000)
    kinds_ = [type(command).__name__ for command in table.book.commands]
    assert kinds_ == ["Answer", "Next", "Answer", "Next"]
    heard = table.said.index("Which channel broadcast the drama?")
    left = [line for line in table.said if line.endswith(" seconds left.") and line[0].isdigit()]
    assert [table.said.index(line) < heard for line in left] == [True, False]
    assert left[0] == timing.told(60_000 - table.book.commands[0].at)
    assert sum("The clock stands still until an empty line goes on" in line for line in table.said) == 1


@pytest.mark.parametrize("rules", [HURRY, Rules(ask_ms=60_000)])
def test_a_program_is_not_waited_for(rules: Rules) -> None:
    """Without a terminal a line answers each question, and nothing is told of going on, whatever clock runs."""
    for person in (False, True):
        table = Table("true\n1\n", deck("abroad/netflix", "channel/name"), rules, person=person)
        assert len(table.play().records) == 2
        assert not any("stands still" in line for line in table.said)


def test_no_clock_waits_for_nobody() -> None:
    """Where no clock runs, the next question follows the verdict at once."""
    assert len(_seated("true\n1\n\n", "abroad/netflix", "channel/name", rules=RULES).play().records) == 2


def test_what_a_verdict_takes_while_the_clock_stands() -> None:
    """At a verdict that waits, flags, regrades, the keys and leaving are understood; an answer meets no question."""
    table = _seated("nobody\n2\n!odd\nu\nh\nw\nq\n", "heroine/actress", "channel/name")
    game = table.play()
    assert [type(command).__name__ for command in table.book.commands] == ["Answer", "Flag", "Regrade", "Leave"]
    assert (game.left, len(game.records)) == (True, 1)
    for told in (
        "The next question is still to come: an empty line goes on.",
        "Question 1: flagged; kept with your games.",
        "There is nothing to walk away with here.",
    ):
        assert table.said.count(told) == 1
    assert "t tells the time left; q leaves." in " ".join(table.said)


def test_a_step_is_walked_away_from_at_its_verdict() -> None:
    """Where the mode lets a player walk away, that is possible at a verdict that waits."""
    ladder = Rules(lives=1, safe=(1,), walk=True, ask_ms=60_000)
    assert _seated("true\nw\n", "abroad/netflix", "channel/name", rules=ladder).play().walked


def test_a_flag_names_its_question() -> None:
    """Whoever flags while the next question is open hears which question that was."""
    table = Table("1\n1\n!odd\n1", deck("channel/name", "lead/actor", "script/writer"))
    table.play()
    assert "Question 2: flagged; kept with your games." in table.said


@pytest.mark.parametrize("id", ["channel/name", "heroine/actress"])
def test_nothing_to_flag_yet(id: str) -> None:
    """A person who flags what is not answered yet is told so; it is no answer to a typed question."""
    table = _seated("!odd\n?\n!odd\nq\n", id, rules=RULES)
    assert table.play().records == ()
    assert table.said.count("A question is flagged with ! once it is answered.") == 2


def test_a_help_that_the_mode_has_not() -> None:
    """In a mode without helps none is told to be used up."""
    table = _seated("?\nf\nq\n", "channel/name")
    table.play()
    assert {"This mode has no hints.", "This mode has no fifty-fifty."} <= set(table.said)
