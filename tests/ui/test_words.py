"""The sentences that screens share."""

from __future__ import annotations

import msgspec
import pytest
import shaped
from played import RULES, asked, ended, judged
from samples import ARTICLE, PRESS, TOPICS, deck, lives, setup

from qot_quiz.core.draw import Filters
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import Source
from qot_quiz.core.score import Score, score
from qot_quiz.core.verdict import Verdict
from qot_quiz.ui import ending, words


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        (score("medium", 1, 1, ("hint",)), "200 + 20 streak - 55 hint = 165"),
        (score("hard", 1, 0, ("fifty", "hint")), "300 - 150 fifty-fifty - 37 hint = 113"),
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
    assert words.verdict(msgspec.structs.replace(wrong, regraded=True)) == "Right, by your word"


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


def test_ends() -> None:
    """A lost, a won, a perfect and an ordinary game end in their own words."""
    assert ending.how(ended(misses=1, rules=lives(1)), RULES) == "The last heart is gone after 1 question."
    assert ending.how(ended(misses=1, rules=lives(3)), RULES).endswith("you have won!")
    assert ending.how(ended(), RULES) == "A perfect game: all 4 right!"
    assert ending.how(ended(misses=1), RULES) == "3 of 4 right."


def test_results() -> None:
    """The result names points and streak, and says when a game is not ranked."""
    assert ending.result(ended()) == "570 points, best streak 4"
    assert ending.result(ended(misses=1, regrade=True)).endswith(", not ranked")
    assert [record.number for record, _ in ending.missed(ended(misses=2))] == [1, 2]


def test_regradable() -> None:
    """Only a typed text that was not right takes an "I was right", and the last word on plain screens says so."""
    wrong = judged("heroine/actress", "nobody")
    assert words.regradable(wrong)
    assert "u says" in words.last_word(wrong)
    others = [judged("heroine/actress"), judged("heroine/actress", "Kim Ji-won"), judged("abroad/netflix", "b")]
    others += [shaped.judged("rating/finale", "3"), shaped.judged("first/day", "1 May")]
    for record in (*others, shaped.judged("family/actors", "b")):
        assert not words.regradable(record)
        assert "u says" not in words.last_word(record)
        assert "! with a reason" in words.last_word(record)


def test_choices() -> None:
    """One line names what a game is played with, the ceiling always among it."""
    assert words.choices(setup(), "any", TOPICS) == "Min · classic · 10 questions · any difficulty · up to episode 16"
    filters = Filters(topics=("cast", "story"), kinds=("typed",))
    told = words.choices(setup("survival", filters=filters), "easy,hard", TOPICS)
    assert told == "Min · survival · easy and hard · The cast and The story · typed questions · no spoilers"


def test_place() -> None:
    """A question says where it stands, and of how many only where that is known."""
    assert words.place(asked("lead/actor"), RULES) == "Question 1 of 1"
    assert words.place(asked("lead/actor", rules=MODES["survival"].rules), MODES["survival"].rules) == "Question 1"


def test_every_mode_has_words() -> None:
    """Each mode of the table is described, and no other."""
    assert set(words.MODES) == set(MODES)
