"""Games that were left are taken up where they were."""

from __future__ import annotations

from pathlib import Path

from playing_on import Player
from running import SEEDED, Quiz, drawn_deck

TYPED = (*SEEDED, "--kind", "typed")


def test_discarding_asks_first_on_a_terminal(quiz: Quiz, tmp_path: Path) -> None:
    """A person is asked whether the game is to be discarded, with no as the answer of Enter; a yes discards it."""
    assert quiz(*SEEDED, "-p", "Ann", typed="s\nq\n").code == 0
    for keys, told in (("\r", ""), ("2", "Discarded: classic, Ann,")):
        with Player(tmp_path, "resume", "--discard") as player:
            player.until("Discard this game for good: classic, Ann,", "1 of 10 answered?", "No, keep it")
            player.type(keys)
            assert player.ended() == 0
            assert told in player.text
    assert "no unfinished game" in quiz("resume").err


def test_whose_game_waits(quiz: Quiz) -> None:
    """Who has no game that waits is named, and so is who has one."""
    assert quiz("settings", "set", "player", "Bo").code == 0
    assert quiz(*SEEDED, "-p", "Ann", typed="s\nq\n").code == 0
    waits = "There is no unfinished game of Bo.\nOne waits of Ann: qot-quiz resume -p NAME\n"
    assert quiz("resume", "-p", "Bo") == (1, "", waits)


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


def test_another_game_after_one_that_was_left(quiz: Quiz, tmp_path: Path) -> None:
    """The end of a game that was taken up offers another like it, as that of a game played in one go does."""
    quiz("settings", "set", "player", "Ann")
    assert quiz("play", "--mode", "ladder", "--kind", "choice", typed="q\n").code == 0
    with Player(tmp_path, "resume") as player:
        player.until("Step 1 of 12", " pass ")
        player.press("s", "Enter result")
        player.press("\r", "n another game")
        player.press("n", "Ann · ladder · 12 questions · any difficulty · choice questions")
        player.until("Step 1 of 12", " pass ")
        player.press("q", "The game is kept")
        assert player.ended() == 0
