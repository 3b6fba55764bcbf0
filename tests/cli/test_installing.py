"""Packs by name: added, listed, played, resumed and removed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from playing_on import Player
from running import Quiz, answers_file

from qot_quiz import runtime
from qot_quiz.bank.bank import Bank
from qot_quiz.errors import PackError

ROW = ["id", "title", "questions", "episodes", "digest", "built_in", "trouble"]


@pytest.fixture
def added(quiz: Quiz) -> Quiz:
    """Give a machine on which the starter is installed as `my-drama`, and lies in no folder here."""
    assert quiz("pack", "new", "one.toml").code == 0
    text = Path("one.toml").read_text(encoding="utf-8").replace('id = "one"', 'id = "my-drama"', 1)
    Path("one.toml").write_text(text, encoding="utf-8")
    assert quiz("pack", "add", "one.toml").code == 0
    return quiz


def test_add_says_how_to_play(quiz: Quiz) -> None:
    """What was added is told on standard output, the next step beside it; a second time takes --force."""
    quiz("pack", "new", "my-drama")
    play = "qot-quiz play --pack my-drama plays it.\n"
    assert quiz("pack", "add", "my-drama") == (0, "Added: My drama, 6 questions.\n", play)
    code, out, err = quiz("pack", "add", "my-drama")
    assert (code, out) == (1, "")
    assert "--force" in err
    assert quiz("pack", "add", "my-drama", "--force") == (0, "Replaced: My drama, 6 questions.\n", play)


@pytest.mark.parametrize(
    ("id", "title", "like"),
    [
        ("my-quiz", "Ԛueen of Tears", "queen-of-tears"),
        ("queen-0f-tears", "My quiz", "queen-of-tears"),
        ("my-quiz", "MY DRАMA", "my-drama"),
        ("my-quiz", "My quiz", ""),
    ],
)
def test_a_pack_that_looks_like_another(quiz: Quiz, id: str, title: str, like: str) -> None:
    """Who adds a pack that is easily taken for another is told of that one."""
    quiz("pack", "new", "my-drama")
    assert quiz("pack", "add", "my-drama").code == 0
    starter = Path("my-drama/pack.toml").read_text(encoding="utf-8")
    head = starter.replace('"my-drama"', f'"{id}"', 1).replace('"My drama"', f'"{title}"', 1)
    Path("my-drama/pack.toml").write_text(head, encoding="utf-8")
    code, _, err = quiz("pack", "add", "my-drama")
    assert code == 0
    assert (f"looks like that of {like}, which is another pack" in err) == bool(like)
    assert ("looks like" in err) == bool(like)


@pytest.mark.parametrize("words", [("pack", "add", "next"), ("pack", "list"), ("doctor",)])
def test_no_pack_stays_open(quiz: Quiz, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever looks at every pack holds none of them open while looking at the next ones."""
    for name in ("first", "second", "next"):
        quiz("pack", "new", name)
    for name in ("first", "second"):
        assert quiz("pack", "add", name).code == 0
    opened: list[Bank] = []
    monkeypatch.setattr(runtime, "_OPENED", opened)
    monkeypatch.setattr(runtime, "close", lambda: None)
    assert quiz(*words).code == 0
    assert len(opened) >= 3
    for bank in opened:
        with pytest.raises(PackError):
            bank.item("any")


def test_warnings_are_counted(quiz: Quiz) -> None:
    """A pack with warnings is added, and one learns of them."""
    quiz("pack", "new", "my-drama")
    with Path("my-drama/pack.toml").open("a", encoding="utf-8") as head:
        head.write('\n[[topic]]\nid = "idle"\ntitle = "Idle"\n')
    with Path("my-drama/questions.toml").open("r+", encoding="utf-8") as body:
        text = body.read()
        body.seek(0)
        body.write('topic = "novel"\n' + text)
    assert "1 warning: qot-quiz pack check my-drama tells them." in quiz("pack", "add", "my-drama").err
    assert quiz("pack", "check", "my-drama").out.endswith("my-drama: 0 errors, 1 warning.\n")


def test_list(added: Quiz) -> None:
    """The built-in pack comes first; the keys are the listed ones, and the table says the same."""
    rows = added("pack", "list", "--json").json["packs"]
    assert [list(row) for row in rows] == [ROW, ROW]
    assert [(row["id"], row["built_in"], row["trouble"]) for row in rows] == [
        ("queen-of-tears", True, ""),
        ("my-drama", False, ""),
    ]
    assert (rows[1]["title"], rows[1]["questions"], rows[1]["episodes"]) == ("One", 6, 3)
    code, out, err = added("pack", "list")
    assert (code, err) == (0, "")
    head, *lines = out.splitlines()
    assert head.split() == ["pack", "title", "questions", "episodes", "version"]
    for line, row in zip(lines, rows, strict=True):
        assert line.split() == [str(row[key]) for key in ("id", "title", "questions", "episodes", "digest")] or (
            row["id"] == "queen-of-tears" and line.endswith(row["digest"])
        )


def test_a_broken_pack_disturbs_nothing(added: Quiz, ready: Path) -> None:
    """It is listed with what is wrong; the others are listed and played as before, and it can be removed."""
    (ready / "packs" / "broken").mkdir()
    code, out, err = added("pack", "list")
    assert (code, len(out.splitlines())) == (0, 3)
    assert err.startswith("broken cannot be played. The installed pack broken is damaged.")
    rows = added("pack", "list", "--json").json["packs"]
    assert [row["id"] for row in rows if row["trouble"]] == ["broken"]
    assert added("play", "--pack", "broken").code == 1
    assert added("facts", "--pack", "my-drama", "--up-to", "0", "--json").json["pack"] == "my-drama"
    assert added("pack", "remove", "broken", "--yes").code == 0
    assert len(added("pack", "list", "--json").json["packs"]) == 2


def test_played_at_once_and_by_name(added: Quiz, tmp_path: Path) -> None:
    """Without a number a small pack asks what it has; no folder is needed, and no other pack is loaded for it."""
    game = added("play", "--pack", "my-drama", "--up-to", "3", "--seed", "3", "--json", "--answers",
                 answers_file(tmp_path, *"sss")).json  # fmt: skip
    assert (game["pack"], game["asked"]) == ("my-drama", 3)
    assert {answer["question_id"].partition("/")[0] for answer in game["answers"]} == {
        "published", "tenant", "elopement",
    }  # fmt: skip
    facts = added("facts", "--pack", "my-drama", "--up-to", "3", "--json").json
    assert [fact["id"] for fact in facts["facts"]] == ["published", "tenant", "elopement"]


def test_a_misspelt_name_is_put_right(added: Quiz) -> None:
    """The nearest installed pack is named."""
    for words in (("play", "--pack"), ("facts", "--pack"), ("pack", "check"), ("pack", "remove")):
        code, out, err = added(*words, "my-darma")
        assert (code, out) == (2, "")
        assert 'Did you mean "my-drama"?' in err


def test_a_name_comes_before_a_folder(added: Quiz) -> None:
    """Where both are there, the installed pack is meant, which is said, and so is how the folder is named."""
    added("pack", "new", "my-drama")
    head = Path("my-drama/pack.toml")
    head.write_text(head.read_text(encoding="utf-8").replace("episodes = 3", "episodes = 9"), encoding="utf-8")
    assert "up-to takes 0 to 3" in added("facts", "--pack", "my-drama", "--up-to", "99").err
    beside = added("facts", "--pack", os.path.join(".", "my-drama"), "--up-to", "99").err
    assert "up-to takes 0 to 9" in beside
    assert (
        f"--pack {os.path.join('.', 'my-drama')} is the one in this folder."
        in added("facts", "--pack", "my-drama", "--up-to", "3").err
    )


def test_resume_by_name(added: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A game of an installed pack goes on from any folder; without the pack it says what is missing, and is kept."""
    assert added("play", "--pack", "my-drama", "--up-to", "3", "--plain", typed="s\n").code == 1
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert added("pack", "remove", "my-drama", "--yes").code == 0
    code, _, err = added("resume", "--plain", typed="s\ns\n")
    assert code == 2
    assert 'There is no pack "my-drama".' in err
    assert added("pack", "add", str(tmp_path / "one.toml")).code == 0
    code, out, _ = added("resume", "--plain", typed="s\ns\n")
    assert code == 0
    assert "0 of 3 right." in out


def test_remembered_topics_are_the_built_in_packs(added: Quiz) -> None:
    """A topic that is remembered for the built-in pack does not keep another from being played."""
    assert added("settings", "set", "topic", "music").code == 0
    out = added("play", "--pack", "my-drama", "--up-to", "3", "--plain", typed="s\ns\ns\n")
    assert out.code == 0, out
    assert "Music" not in out.out


def test_a_ceiling_for_each_pack(added: Quiz) -> None:
    """How far one has watched is kept pack by pack, by name; no other setting is a pack's own."""
    assert added("settings", "set", "up-to", "2", "--pack", "my-drama").err == "up-to is 2 from now on.\n"
    assert added("settings", "--pack", "my-drama", "--json").json == {"settings": {"up-to": "2"}}
    assert added("settings", "--json").json == {"settings": {}}
    assert "up to episode 2" in added("facts", "--pack", "my-drama").err
    assert added("settings", "set", "up-to", "4", "--pack", "my-drama").code == 2
    assert added("settings", "set", "mode", "classic", "--pack", "my-drama").code == 2
    assert added("settings", "unset", "up-to", "--pack", "my-drama").code == 0
    assert added("settings", "--pack", "my-drama", "--json").json == {"settings": {}}


def test_remove(added: Quiz, ready: Path, tmp_path: Path) -> None:
    """Nothing is removed unasked; a removed pack's games stay on the boards."""
    added("play", "--pack", "my-drama", "--up-to", "3", "--seed", "3", "--answers", answers_file(tmp_path, *"sss"))
    assert added("pack", "remove", "my-drama") == (2, "", "This would remove the pack my-drama.\nSay --yes to do it.\n")
    assert len(added("pack", "list", "--json").json["packs"]) == 2
    code, out, err = added("pack", "remove", "my-drama", "--yes")
    assert (code, out, err) == (0, "", "my-drama is removed; the games played with it are kept.\n")
    assert list((ready / "packs").iterdir()) == []
    games = json.loads(added("scores", "--pack", "my-drama", "--json").out)["games"]
    assert len(games) == 1


@pytest.mark.parametrize("name", ["../packs/my-drama", "./my-drama", "", "MY-DRAMA", "queen-of-tears"])
def test_only_installed_names_are_removed(added: Quiz, name: str) -> None:
    """Paths and the built-in pack are refused, and nothing goes."""
    assert added("pack", "remove", name, "--yes").code == 2
    assert len(added("pack", "list", "--json").json["packs"]) == 2


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_remove_asks_first_on_a_terminal(added: Quiz, tmp_path: Path) -> None:
    """A person is asked, with keeping the pack as the first choice, and must choose to let it go."""
    for keys, left in (("\r", 2), ("1", 2), ("q", 2), ("\x1b", 2), ("\x1b[B\r", 1)):
        with Player(tmp_path, "pack", "remove", "my-drama") as player:
            player.until("Remove the pack my-drama?", "No, keep it", "Yes, remove it")
            player.type(keys)
            assert player.ended() == 0
        assert len(added("pack", "list", "--json").json["packs"]) == left
