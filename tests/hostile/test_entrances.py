"""Hostile texts at every entrance: refused in words or taken in, and never let through to a terminal."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from running import PASSED, ROOT, Quiz, answers_file

from hostile.corpus import CONTROLS, ESCAPES, HONEST, HOSTILE, MARKUP, UNSEEN
from hostile.shown import check, harmful

MOST = 100_000
"""Characters of the longest word that systems let into a command line, about."""

SLOTS = (
    ("{}",),
    ("play", "--{}"),
    ("play", "--mode", "{}", "--answers", "none"),
    ("play", "--topic", "{}", "--answers", "none"),
    ("play", "--kind", "{}", "--answers", "none"),
    ("play", "--timer", "{}", "--answers", "none"),
    ("play", "--code", "{}", "--answers", "none"),
    ("play", "--seed", "{}"),
    ("play", "-n", "{}"),
    ("play", "--pack", "{}", "--answers", "none"),
    ("play", "--answers", "{}"),
    ("play", "--player", "{}", "--answers", "none"),
    ("party", "Ann", "{}", "--answers", "none"),
    ("daily", "--date", "{}", "--answers", "none"),
    ("facts", "{}", "--up-to", "0"),
    ("facts", "--take-back", "{}"),
    ("share", "{}"),
    ("share", "--player", "{}"),
    ("stats", "--player", "{}"),
    ("scores", "--player", "{}"),
    ("scores", "--since", "{}"),
    ("scores", "export", "-", "--format", "{}"),
    ("scores", "import", "{}"),
    ("scores", "rename", "{}", "Ann"),
    ("scores", "rename", "Ann", "{}"),
    ("scores", "remove", "{}"),
    ("settings", "set", "{}", "1"),
    ("settings", "set", "player", "{}"),
    ("settings", "set", "topic", "{}"),
    ("settings", "set", "timer", "{}"),
    ("settings", "set", "questions", "{}"),
    ("settings", "unset", "{}"),
    ("pack", "check", "{}"),
    ("pack", "add", "{}"),
    ("pack", "remove", "{}"),
    ("pack", "export", "{}", "-"),
    ("pack", "export", "queen-of-tears", "-", "--format", "{}"),
    ("pack", "import", "{}"),
    ("pack", "reports", "{}"),
    ("doctor", "--restore", "{}"),
)
"""Command lines that take a text from outside."""


@pytest.mark.parametrize("slot", SLOTS, ids=" ".join)
def test_a_word_of_the_command_line(quiz: Quiz, slot: tuple[str, ...]) -> None:
    """Whatever stands where a command takes a text, what is said of it is short and can be shown."""
    for text in list(HOSTILE.values())[SLOTS.index(slot) % 3 :: 3]:  # all of them at every slot take a minute
        if "\0" not in text:  # no system lets it into a command line
            check(quiz(*(word.replace("{}", text[:MOST]) for word in slot)))


FIELDS = ("title", "about", "licence", "topic", "ask", "answer", "wrong", "why", "id")
"""Texts of a pack that are shown somewhere."""


def pack(folder: Path, field: str, text: str, *, streamed: bool) -> None:
    """Write a pack of one question with a text in one of its fields."""
    folder.mkdir()
    texts = {one: one.title() for one in FIELDS} | {"id": "one"} | {field: text}
    value = {
        name: json.dumps(one, ensure_ascii=any("\ud800" <= char < "\ue000" for char in one))
        for name, one in texts.items()
    }
    (folder / "pack.toml").write_text(
        f"[pack]\nid = {value['id']}\ntitle = {value['title']}\nabout = {value['about']}\n"
        f'licence = {value["licence"]}\n[[topic]]\nid = "all"\ntitle = {value["topic"]}\n',
        encoding="utf-8",
    )
    keys = {
        "id": '"q"',
        "kind": '"choice"',
        "difficulty": '"easy"',
        "ask": value["ask"],
        "answer": value["answer"],
        "wrong": f'[{value["wrong"]}, "No", "Never"]',
        "why": value["why"],
    }
    if streamed:
        line = ", ".join(f'"{key}": {one}' for key, one in keys.items())
        (folder / "questions.jsonl").write_text(f"{{{line}}}\n", encoding="utf-8")
    else:
        table = "".join(f"{key} = {one}\n" for key, one in keys.items())
        (folder / "questions.toml").write_text(f"[[question]]\n{table}", encoding="utf-8")


@pytest.mark.parametrize("streamed", [False, True], ids=["TOML", "JSONL"])
def test_a_text_of_a_pack(quiz: Quiz, tmp_path: Path, streamed: bool) -> None:
    """A pack with a text that no terminal should see is refused; one with mark-up is shown as it is written."""
    refused = {**ESCAPES, **CONTROLS, **UNSEEN}
    for at, (name, text) in enumerate(HOSTILE.items()):
        field = FIELDS[at % len(FIELDS)] if not streamed else ("ask", "answer", "wrong", "why")[at % 4]
        written = tmp_path / f"p{at}"
        pack(written, field, text, streamed=streamed)
        checked = check(quiz("pack", "check", str(written)))
        played = check(quiz("play", "-n", "1", "--pack", str(written), typed="1\n"))
        if name in refused:
            assert 0 not in (checked.code, played.code), (name, field)
    for text in MARKUP.values():
        written = tmp_path / f"m{len(list(tmp_path.iterdir()))}"
        pack(written, "ask", text, streamed=streamed)
        played = check(quiz("play", "-n", "1", "--pack", str(written), typed="1\n"))
        assert "".join(text.split()) in "".join(played.out.split())


def test_a_text_of_a_foreign_file(quiz: Quiz, tmp_path: Path) -> None:
    """Whatever stands in a file of another program, what becomes of it can be shown, exported and played."""
    fixtures = sorted((ROOT / "tests" / "formats" / "fixtures").glob("own.*"))
    written = 0
    for at, text in enumerate(HOSTILE.values()):
        fixture = fixtures[at % len(fixtures)]
        data = fixture.read_text(encoding="utf-8")
        words = re.findall("[a-z]{3,}", data)
        taken = text.encode("utf-8", "replace").decode()[:5000]
        file = tmp_path / f"{at}.{fixture.name}"
        file.write_text(data.replace(words[at % len(words)], taken), encoding="utf-8", newline="")
        to = tmp_path / f"pack{at}"
        check(quiz("pack", "import", str(file), "--to", str(to)))
        if to.exists():
            written += 1
            check(quiz("pack", "check", str(to)))
            check(quiz("pack", "export", str(to), "-", "--format", ("json", "gift", "aiken", "opentdb")[at % 4]))
            check(quiz("play", "--pack", str(to), "-n", "1", typed="1\n"))
    assert written > len(HOSTILE) // 4


def test_a_name_from_another_machine(quiz: Quiz, tmp_path: Path) -> None:
    """An import with a text that no terminal should see is refused whole; nothing of it is kept."""
    quiz("play", "--json", typed="s\n" * 10)
    for ending in ("csv", "json", "jsonl"):
        assert quiz("scores", "export", f"one.{ending}").code == 0
        data = Path(f"one.{ending}").read_text(encoding="utf-8")
        for name, text in {**ESCAPES, **CONTROLS, **UNSEEN}.items():
            file = tmp_path / f"taken.{ending}"
            said = (
                json.dumps(text)[1:-1]
                if ending != "csv"
                else text.encode("utf-8", "replace").decode().replace('"', '""')
            )
            taken = (
                data.replace("player", said).replace(said, "player", 1)
                if ending == "csv"
                else data.replace('"player"', f'"{said}"').replace(f'"{said}"', '"player"', 1)
            )
            file.write_text(taken, encoding="utf-8", newline="")
            result = check(quiz("scores", "import", str(file)))
            if "\x85" not in text and "\ud800" not in text and "\udcff" not in text:
                assert result.code != 0, (ending, name)
    assert {game["player"] for game in quiz("scores", "--json").json_lines["games"]} == {"player"}


def test_a_line_of_answers(quiz: Quiz, tmp_path: Path) -> None:
    """A line that makes no sense is shown safely with its place, whoever wrote it."""
    for text in HOSTILE.values():
        (tmp_path / "lines").write_bytes(text.encode("utf-8", "surrogatepass") + b"\n")
        for words in (("--answers", "lines"), ("--plain",)):
            check(quiz("play", "--seed", "7", *words, typed=text.encode("utf-8", "replace").decode()))


def test_the_name_of_a_file(quiz: Quiz, tmp_path: Path) -> None:
    """A file may have any name that the system allows; no message about it does harm."""
    for text in HOSTILE.values():
        if "/" in text or "\0" in text or len(os.fsencode(text.replace("\ud800", ""))) > 200:
            continue
        name = "./" + text.replace("\ud800", "\udc80")
        assert check(quiz("scores", "export", name, "--format", "csv")).code == 0, text
        assert check(quiz("scores", "export", name, "--format", "csv")).code == 1
        for words in (
            ("scores", "import"),
            ("pack", "import"),
            ("play", "--answers"),
            ("play", "--pack"),
            ("pack", "new"),
        ):
            check(quiz(*words, name))


@pytest.mark.parametrize("name", ["TERM", "COLUMNS", "LINES", "TZ", "LANG", "NO_COLOR", "QOT_QUIZ_HOME"])
def test_a_variable(quiz: Quiz, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    """No variable of the surroundings comes out as it went in."""
    for text in HOSTILE.values():
        value = text.replace("\0", "").replace("\ud800", "")[:300]
        monkeypatch.setenv(name, str(tmp_path / value[:40].replace("/", "")) if name == "QOT_QUIZ_HOME" else value)
        for words in (
            (("paths",), ("paths", "--json")) if name == "QOT_QUIZ_HOME" else (("doctor",), ("doctor", "--json"))
        ):
            check(quiz(*words))


def test_a_person_keeps_the_name(quiz: Quiz, tmp_path: Path) -> None:
    """A name in any script comes out as it went in, in every list and every export."""
    for name in HONEST.values():
        game = check(quiz("play", "--player", name, "--json", "--answers", answers_file(tmp_path, *PASSED)))
        assert game.json["player"] == name
    for words in (*(("scores", "export", "-", "--format", kind) for kind in ("csv", "jsonl", "md", "html")),):
        out = quiz(*words).out
        assert not harmful(out.replace("\r\n", "\n"))
        assert all(name in out for name in HONEST.values()), words
