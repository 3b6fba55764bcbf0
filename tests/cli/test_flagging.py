"""Flags: listed, taken back, out of later games meanwhile; and reports for a pack's author."""

from __future__ import annotations

from pathlib import Path

from running import Quiz

ONE = """
[pack]
id = "one"
title = "One"

[[topic]]
id = "all"
title = "All"

[[question]]
id = "capital"
kind = "typed"
difficulty = "easy"
ask = "What is the capital of Korea?"
answer = "Seoul"
why = "It lies on the Han."
"""

ASKED = ("play", "-n", "1", "--seed", "7", "--up-to", "16")


def flag(quiz: Quiz, reason: str = "two answers are right") -> str:
    """Flag the only question of a game, and give its id."""
    assert quiz(*ASKED, typed=f"s\n!{reason}\n\n").code == 0
    (flagged,) = quiz("facts", "--flagged", "--up-to", "16", "--json").json["flagged"]
    assert flagged["reason"] == reason
    return str(flagged["question_id"])


def test_listed_and_taken_back(quiz: Quiz) -> None:
    """A flagged question is listed with its text and reason until its flag is taken back."""
    id = flag(quiz)
    listed = quiz("facts", "--flagged", "--up-to", "16")
    assert id in listed.out
    assert "two answers are right" in listed.out
    assert "--take-back" in listed.err
    assert quiz("facts", "--flagged", "--take-back", id) == (0, "", "Taken back: 1 flag.\n")
    assert "has flagged nothing" in quiz("facts", "--flagged", "--up-to", "16").err


def test_take_back_what_is_not_flagged(quiz: Quiz) -> None:
    """A question without a flag is refused in words."""
    result = quiz("facts", "--flagged", "--take-back", "no/such")
    assert (result.code, result.out) == (2, "")
    assert 'has flagged no question "no/such"' in result.err


def test_all_at_once(quiz: Quiz) -> None:
    """All flags can be taken back together."""
    flag(quiz)
    assert quiz("facts", "--take-back", "all").err == "Taken back: 1 flag.\n"


def test_a_flagged_question_stays_out_until_taken_back(quiz: Quiz, tmp_path: Path) -> None:
    """In a pack of one question a flag makes a game impossible, and taking it back makes it possible again."""
    pack = tmp_path / "one.toml"
    pack.write_text(ONE, encoding="utf-8")
    words = ("play", "--pack", str(pack), "-n", "1")
    assert quiz(*words, typed="s\n!wrong\n\n").code == 0
    assert quiz(*words, typed="s\n").code == 2
    assert quiz("facts", "--pack", str(pack), "--take-back", "all").code == 0
    assert quiz(*words, typed="s\n").code == 0


def test_ceiling(quiz: Quiz) -> None:
    """What was flagged above the ceiling of now is not shown."""
    quiz("play", "-n", "1", "-t", "story", "--seed", "5", "--up-to", "16", typed="s\n!spoils\n\n")
    (flagged,) = quiz("facts", "--flagged", "--up-to", "16", "--json").json["flagged"]
    result = quiz("facts", "--flagged", "--up-to", "0")
    assert flagged["question_id"] not in result.out + result.err
    assert "below the ceiling" in result.err


def test_reports(quiz: Quiz) -> None:
    """Reports list flags with reasons and contested answers with what was typed."""
    assert "Nothing of Queen of Tears was flagged" in quiz("pack", "reports").err
    id = flag(quiz)
    quiz("play", "-n", "1", "--kind", "typed", "--seed", "3", "--up-to", "16", typed="my own words\nu\n\n")
    report = quiz("pack", "reports")
    assert "up to the last episode" in report.err
    assert id in report.out
    assert "two answers are right" in report.out
    assert '"my own words" for "' in report.out
    told = quiz("pack", "reports", "--json").json
    assert list(told) == ["pack", "digest", "flagged", "contested"]
    assert told["contested"][0]["typed"] == "my own words"


def test_hostile_reasons(quiz: Quiz) -> None:
    """Escapes in a reason reach no terminal."""
    quiz(*ASKED, typed="s\n!\x1b]52;c;AAAA\x07 bad\n\n")
    for words in (("facts", "--flagged", "--up-to", "16"), ("pack", "reports")):
        assert "\x1b" not in quiz(*words).out
