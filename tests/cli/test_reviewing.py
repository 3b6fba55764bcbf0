"""The review: what was missed comes back when it is due."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from running import PASSED, Quiz, answers_file

from qot_quiz import runtime


def later(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """Set the program's clock."""
    monkeypatch.setattr(runtime, "now", lambda: moment)


def test_nothing_missed(quiz: Quiz) -> None:
    """Without a miss there is nothing to review, which is no error."""
    result = quiz("review", typed="")
    assert (result.code, result.out) == (0, "")
    assert "nothing was missed" in result.err
    assert quiz("review", "--due").out == "There is nothing to review: nothing was missed.\n"


def test_misses_come_back(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was missed in a game is asked for again when it is due, fact by fact, and counts for nothing."""
    missed = quiz("play", "--json", "--answers", answers_file(tmp_path, *PASSED)).json
    assert quiz("review", "--due", "--json").json == {
        "due": 0, "later": 10, "next_at": quiz("review", "--due", "--json").json["next_at"]
    }  # fmt: skip
    later(monkeypatch, "2099-01-01T12:00:00.000+09:00")
    assert quiz("review", "--due").out.splitlines()[0] == "10 facts are due now."
    review = quiz("review", "--json", "--answers", answers_file(tmp_path, *PASSED)).json
    assert {answer["fact_id"] for answer in review["answers"]} == {answer["fact_id"] for answer in missed["answers"]}
    assert (review["mode"], review["ranked"], review["questions"]) == ("review", False, 10)


def test_when_the_next_one_comes_back(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is due, what comes soon is told in minutes, not as a date that is today."""
    quiz("play", "--json", "--answers", answers_file(tmp_path, *PASSED))
    at = quiz("review", "--due", "--json").json["next_at"]
    later(monkeypatch, (datetime.fromisoformat(at) - timedelta(seconds=90)).isoformat(timespec="seconds"))
    assert "The next fact comes back in 2 minutes." in quiz("review", typed="").err
    assert "The next one comes back in 2 minutes.\n" in quiz("review", "--due").out


def test_another_angle(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a fact has several questions, the review asks another one than the one that was missed."""
    missed = quiz("play", "--json", "--up-to", "16", "--answers", answers_file(tmp_path, *PASSED)).json["answers"]
    later(monkeypatch, "2099-01-01T12:00:00.000+09:00")
    words = ("review", "--up-to", "16", "--json", "--answers", answers_file(tmp_path, *PASSED))
    asked = {answer["fact_id"]: answer["question_id"] for answer in quiz(*words).json["answers"]}
    angles = Counter(one["fact_id"] for one in quiz("pack", "export", "queen-of-tears").json_lines["questions"])
    several = [answer for answer in missed if angles[answer["fact_id"]] > 1]
    assert len(several) > 3
    assert not any(asked[answer["fact_id"]] == answer["question_id"] for answer in several)


def test_ceiling(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was missed above the ceiling of today is neither asked nor counted."""
    quiz("play", "-t", "story", "--up-to", "16", "--json", "--answers", answers_file(tmp_path, *PASSED))
    later(monkeypatch, "2099-01-01T12:00:00.000+09:00")
    all_due = quiz("review", "--due", "--up-to", "16", "--json").json["due"]
    few = quiz("review", "--due", "--up-to", "0", "--json").json["due"]
    assert all_due == 10
    assert few < all_due


def test_length(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A review of three asks three, those that are due first."""
    quiz("play", "--json", "--answers", answers_file(tmp_path, *PASSED))
    later(monkeypatch, "2099-01-01T12:00:00.000+09:00")
    review = quiz("review", "-n", "3", "--json", "--answers", answers_file(tmp_path, "s", "s", "s")).json
    assert (review["asked"], review["questions"]) == (3, 3)
