"""The sentences that screens share."""

from __future__ import annotations

import msgspec
import pytest
import shaped
from played import RULES, asked, judged
from samples import ARTICLE, PRESS, TOPICS, deck, lives, setup

from qot_quiz.core.draw import Filters
from qot_quiz.core.events import HandOver
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import Source
from qot_quiz.core.score import Score, score
from qot_quiz.core.setup import Rules
from qot_quiz.core.verdict import Verdict
from qot_quiz.ui import words


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        (score("medium", 1, 1, ("hint",)), "200 + 20 streak - 55 hint = 165"),
        (score("hard", 1, 0, ("fifty", "hint")), "300 - 150 fifty-fifty - 37 hint = 113"),
        (score("medium", 1, 1, took_ms=6_000, limit_ms=20_000), "200 - 30 speed + 17 streak = 187"),
        (score("easy", 1, 0), "100"),
        (score("hard", 0, 5, ("hint",)), "0"),
    ],
)
def test_total(counted: Score, told: str) -> None:
    """The sum of an answer reads as on the game's page, and a sum of one term has nothing to add up."""
    assert words.total(counted) == told


@pytest.mark.parametrize(
    ("iso", "told"),
    [
        ("2024-03-09", "9 March 2024"),
        ("2024-12-31", "31 December 2024"),
        ("2024-00-01", "2024-00-01"),
        ("2024-13-01", "2024-13-01"),
        ("2024-03", "2024-03"),
        ("spring", "spring"),
        ("", ""),
    ],
)
def test_date(iso: str, told: str) -> None:
    """A date reads as people write it; what is no whole date stays."""
    assert words.date(iso) == told


def test_numbers() -> None:
    """Numbers have their thousands apart, and words their plural."""
    assert words.number(1930) == "1,930"
    assert [words.count(n, "heart") for n in (0, 1, 2)] == ["0 hearts", "1 heart", "2 hearts"]
    assert words.count(2, "entry", "entries") == "2 entries"
    told = [words.ordinal(place) for place in (1, 2, 3, 4, 11, 12, 13, 21)]
    assert told == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st"]


def test_verdicts() -> None:
    """Right, wrong, passed, part right, and right by the player's word are told apart in words."""
    assert words.verdict(judged("heroine/actress", "Kim Ji-won")) == "Right"
    wrong = judged("heroine/actress", "nobody")
    assert words.verdict(wrong) == "Wrong"
    assert words.verdict(judged("heroine/actress")) == "Passed"
    assert words.verdict(msgspec.structs.replace(wrong, verdict=Verdict(0.5, "part"))) == "Partly right, 50%"
    for credit, told in ((0.001, "1%"), (2 / 3, "67%"), (0.9999, "99%")):
        assert words.verdict(msgspec.structs.replace(wrong, verdict=Verdict(credit, "near"))).endswith(told)
    assert (
        words.verdict(msgspec.structs.replace(wrong, regraded=True))
        == "Right, by your word: this game is not ranked now"
    )


def test_sources() -> None:
    """Sources go by publisher and date, paragraphs of one article together, never by address."""
    more = (*(msgspec.structs.replace(ARTICLE, paragraph=n) for n in (9, 3, 5)), PRESS, PRESS, Source("Naver"))
    assert words.cited(more) == ["the article, paragraphs 3, 5 and 9", "Soompi, 9 March 2024", "Naver"]
    (question,) = deck("village/name")
    item = msgspec.structs.replace(question.item, sources=more)
    named = words.sources(msgspec.structs.replace(question, item=item))
    assert named == "the article, paragraphs 3, 5 and 9; Soompi, 9 March 2024; 1 more source (episode 1)"
    assert "http" not in named


def test_again() -> None:
    """A surname alone draws "which one?", another close answer a second try."""
    assert words.again("vague", "Kim") == "Which Kim? Once more, with the full name."
    assert words.again("close", "") == "Close: once more."


LATE = Verdict(0.0, "late")


def test_late() -> None:
    """A late answer is told from a wrong one and from a pass, and one that the game's time cut off from both."""
    record = msgspec.structs.replace(judged("heroine/actress"), verdict=LATE)
    assert words.verdict(record) == "Too late"
    assert words.verdict(msgspec.structs.replace(record, counts=False)) == "Time is up"
    assert not words.regradable(record)


def test_hearts() -> None:
    """Hearts are told only where the game began with several."""
    assert words.hearts(1, lives(3)) == 1
    assert words.hearts(1, lives(1)) is None
    assert words.hearts(None, RULES) is None


def test_regradable() -> None:
    """Only a typed text that was not right takes an "I was right", and the last word on plain screens says so."""
    wrong = judged("heroine/actress", "nobody")
    assert words.regradable(wrong)
    assert words.on_verdict(wrong) == ["u says that you were right", "! with a reason flags this question"]
    others = [judged("heroine/actress"), judged("heroine/actress", "Kim Ji-won"), judged("abroad/netflix", "b")]
    others += [shaped.judged("rating/finale", "3"), shaped.judged("first/day", "1 May")]
    for record in (*others, shaped.judged("family/actors", "b")):
        assert not words.regradable(record)
        assert words.on_verdict(record) == ["! with a reason flags this question"]


def test_choices() -> None:
    """One line names what a game is played with, the ceiling always among it."""
    assert words.choices(setup(), "any", TOPICS) == "Min · classic · 10 questions · any difficulty · up to episode 16"
    filters = Filters(topics=("cast", "story"), kinds=("typed",))
    told = words.choices(setup("survival", filters=filters), "easy,hard", TOPICS)
    assert told == "Min · survival · easy and hard · The cast and The story · typed questions · no spoilers"
    told = words.choices(setup("blitz", rules=Rules(ask_ms=20_000, game_ms=60_000)), "any", TOPICS)
    assert told == "Min · blitz · 20 seconds each · 60 seconds in all · any difficulty · up to episode 16"
    assert words.choices(setup("daily"), "any", TOPICS).startswith("Min · daily · 22 November 2026 · 10 questions")
    several = setup("party", players=("Ann", "Ben"), length=1)
    assert " · party · 1 question each · " in words.choices(several, "any", TOPICS)


def test_place() -> None:
    """A question says where it stands, and of how many only where that is known."""
    assert words.place(asked("lead/actor"), RULES) == "Question 1 of 1"
    assert words.place(asked("lead/actor", rules=MODES["survival"].rules), MODES["survival"].rules) == "Question 1"
    steps = Rules(safe=(1, 4), walk=True)
    shown = asked("lead/actor", rules=steps)
    assert (words.place(shown, steps), words.safe(shown, steps)) == ("Step 1 of 1", "safe at 1")
    assert words.safe(msgspec.structs.replace(shown, of=12), steps) == "safe at 1 and 4"
    assert words.safe(shown, RULES) == ""
    assert words.place(msgspec.structs.replace(shown, tie_break=True), RULES) == "Tie-break"


def test_turns() -> None:
    """A player is called by name, to a tie-break as such."""
    assert words.called(HandOver("Ben", 2)) == ["Ben, your turn.", "Everybody else looks away."]
    assert words.called(HandOver("Ben", 9, True))[0] == "Tie-break. Ben, your turn."
    assert words.turn(HandOver("김수현", 2)) == "김수현's turn."
    assert words.turn(HandOver("Ben", 9, True)) == "Ben's turn."


def test_every_mode_has_words() -> None:
    """Each mode of the table is described, and no other."""
    assert set(words.MODES) == set(MODES)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("1/classic/any/10", "classic · any difficulty · 10 questions"),
        ("1/blitz/easy,hard/all/custom", "blitz · easy and hard · custom games"),
        ("0/classic/easy/1", "classic · easy · 1 question · ruleset 0"),
    ],
)
def test_board(name: str, told: str) -> None:
    """A board is named in words; nobody is told of the ruleset that all games have, but of an older one."""
    assert words.board(name) == told
