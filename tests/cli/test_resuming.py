"""Games that were left are taken up where they were."""

from __future__ import annotations

from pathlib import Path

from playing_on import Player
from running import SEEDED, Quiz, drawn_deck

TYPED = (*SEEDED, "--kind", "typed")


def _leave_a_second_try(quiz: Quiz, folder: Path) -> None:
    """Answer a person's full name with the family name alone, and leave."""
    answers = [one["solution"].removeprefix("=") for one in drawn_deck(quiz, folder, *TYPED)]
    place = next(at for at, answer in enumerate(answers) if "-" in answer.partition(" ")[2])
    left = quiz(*TYPED, typed="s\n" * place + answers[place].partition(" ")[0] + "\nq\n")
    assert "Once more" in left.out


def test_a_second_try_is_asked_for_again(quiz: Quiz, tmp_path: Path) -> None:
    """A question that may be answered once more says so behind its text, in sentences and drawn, as it did before."""
    _leave_a_second_try(quiz, tmp_path)
    told = quiz("resume", typed="q\n").out.splitlines()
    heading = next(at for at, line in enumerate(told) if line.startswith("Question "))
    again = next(at for at, line in enumerate(told) if line.endswith("Once more, with the full name."))
    assert heading < again
    with Player(tmp_path, "resume") as player:
        player.until("Once more, with the full name.", "Esc leave")
        player.type("\x1b")
        assert player.ended() == 0
