"""Several packs in one game: named, drawn, kept, taken up, and counted for the pack that each question is from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from running import Quiz, answers_file

MIXED = "my-drama+queen-of-tears"


@pytest.fixture
def added(quiz: Quiz) -> Quiz:
    """Give a machine on which a small pack, `my-drama`, is installed."""
    assert quiz("pack", "new", "my-drama").code == 0
    assert quiz("pack", "add", "my-drama").code == 0
    return quiz


def whole(quiz: Quiz, folder: Path, *words: str) -> dict[str, Any]:
    """Play a game of all packs by passing every question, and give it."""
    lines = answers_file(folder, *["s"] * 300)
    game: dict[str, Any] = quiz("play", "--pack", "all", "--json", "--answers", lines, *words).json
    return game


def test_all_and_named(added: Quiz, tmp_path: Path) -> None:
    """`all` means the built-in pack and every installed one, as their names in any order do; its board is custom."""
    game = whole(added, tmp_path, "--seed", "5", "-n", "12", "--up-to", "16")
    assert (game["pack"], game["asked"], game["code"]) == (MIXED, 12, None)
    assert game["board"].endswith("/custom")
    named = ("--pack", "queen-of-tears", "--pack", "my-drama", "--pack", "my-drama")
    lines = answers_file(tmp_path, *["s"] * 12)
    again = added("play", *named, "--json", "--answers", lines, "--seed", "5", "-n", "12", "--up-to", "16").json
    assert [one["question_id"] for one in again["answers"]] == [one["question_id"] for one in game["answers"]]
    assert again["pack_digest"] == game["pack_digest"]


def test_a_marathon_asks_every_pack(added: Quiz, tmp_path: Path) -> None:
    """A game of everything holds the questions of both packs below the ceiling, each named with its pack."""
    game = whole(added, tmp_path, "--mode", "marathon", "--kind", "choice", "-d", "hard", "--up-to", "1")
    packs = [one["question_id"].partition(":")[0] for one in game["answers"]]
    alone = [
        len(added("play", "--pack", pack, "--mode", "marathon", "--kind", "choice", "-d", "hard", "--up-to", "1",
                  "--json", "--answers", answers_file(tmp_path, *["s"] * 300)).json["answers"])
        if pack in packs else 0
        for pack in MIXED.split("+")
    ]  # fmt: skip
    assert [packs.count(pack) for pack in MIXED.split("+")] == alone
    assert sum(alone) == game["asked"] > 0


def test_counted_for_each_pack(added: Quiz, tmp_path: Path) -> None:
    """What was missed in a mixed game is in the statistics and the review of its own pack, and goes with the game."""
    game = whole(added, tmp_path, "--mode", "marathon", "--kind", "choice", "-d", "easy", "--up-to", "2")
    ids = [one["question_id"].partition(":") for one in game["answers"]]
    for pack in MIXED.split("+"):
        own = [id for name, _, id in ids if name == pack]
        assert own
        stats = added("stats", "--pack", pack, "--up-to", "2", "--player", "player", "--json").json
        assert sum(row["asked"] for row in stats["kinds"]) == len(own)
        due = added("review", "--due", "--pack", pack, "--up-to", "2", "--json").json
        assert due["due"] + due["later"] == len({id.partition("/")[0] for id in own})
    assert added("scores", "remove", game["game_id"], "--yes").code == 0
    for pack in MIXED.split("+"):
        stats = added("stats", "--pack", pack, "--up-to", "2", "--player", "player", "--json").json
        assert stats["kinds"] == []


def test_seen_and_flagged_across_games(added: Quiz, tmp_path: Path) -> None:
    """A question seen or flagged in a mixture is seen or flagged in its own pack, too."""
    lines = ["s", "!not clear", *["s"] * 40]
    words = ("--pack", "my-drama", "--pack", "queen-of-tears", "--up-to", "3", "--plain", "--mode", "marathon")
    first = added("play", *words, "--topic", "novel", typed="\n".join(lines))
    assert first.code == 0, first
    assert added("facts", "--flagged", "--pack", "my-drama", "--up-to", "3", "--json").json["flagged"] != []
    again = added("play", "--pack", "my-drama", "--up-to", "3", "--plain", "-n", "2", typed="s\ns\n")
    assert "come round again" in again.err


def test_resume(added: Quiz) -> None:
    """A mixed game that was left goes on with the same packs."""
    assert added("play", "--pack", "all", "--up-to", "3", "--plain", typed="s\n").code == 1
    code, out, _ = added("resume", "--plain", typed="s\n" * 9)
    assert code == 0
    assert "0 of 10 right." in out


def test_each_ceiling_is_its_own(added: Quiz) -> None:
    """What was watched of one drama opens nothing of another."""
    assert added("settings", "set", "up-to", "3", "--pack", "my-drama").code == 0
    words = ("play", "--pack", "all", "--mode", "marathon", "-d", "easy", "--json")
    asked = {one["question_id"] for one in added(*words, typed="s\n" * 900).json["answers"]}
    spoils = {
        f"{pack}:{one['id']}": one["spoils"]
        for pack in MIXED.split("+")
        for one in added("pack", "export", pack).json_lines["questions"]
    }
    assert {spoils[id] for id in asked if id.startswith("queen-of-tears:")} == {0}
    assert max(spoils[id] for id in asked if id.startswith("my-drama:")) > 0
    over = added("play", "--pack", "all", "--up-to", "17", "--plain")
    assert (over.code, "up-to takes 0 to 16" in over.err) == (2, True)


def test_a_broken_pack_is_left_out(added: Quiz, ready: Path) -> None:
    """A damaged pack is named and does not keep the others from being played; named by itself, it is an error."""
    (ready / "packs" / "broken").mkdir()
    game = added("play", "--pack", "all", "--up-to", "3", "--plain", typed="s\n" * 10)
    assert game.code == 0
    assert "The installed pack broken is damaged. It is left out." in game.err
    assert added("play", "--pack", "broken", "--pack", "my-drama").code == 1


@pytest.mark.parametrize("words", [("daily",), ("review",), ("stats",), ("facts",)])
def test_one_pack_commands(added: Quiz, words: tuple[str, ...]) -> None:
    """What looks at one pack says so when all are asked for."""
    result = added(*words, "--pack", "all")
    assert (result.code, result.out) == (2, "")
    assert "one pack" in result.err


def test_a_code_is_of_one_pack(added: Quiz) -> None:
    """A challenge code with several packs is refused before it is read."""
    result = added("play", "--pack", "all", "--code", "QT1-7K3M")
    assert result.code == 2
    assert "A challenge code is of one pack." in result.err


def test_two_of_one_name(added: Quiz) -> None:
    """An installed pack and a folder that calls itself the same cannot be mixed."""
    result = added("play", "--pack", "my-drama", "--pack", "./my-drama")
    assert result.code == 2
    assert "Two of these packs call themselves my-drama." in result.err


def test_no_pack_is_called_all(quiz: Quiz) -> None:
    """The word for every pack is no pack's name."""
    quiz("pack", "new", "all")
    result = quiz("pack", "add", "all")
    assert result.code == 2
    assert "--pack all means every pack there is." in result.err


def test_shared_by_its_titles(added: Quiz, tmp_path: Path) -> None:
    """A mixed game is shown to friends by the titles of its packs."""
    whole(added, tmp_path, "--seed", "5", "-n", "2")
    assert "My drama + Queen of Tears" in added("share", "--text").out
