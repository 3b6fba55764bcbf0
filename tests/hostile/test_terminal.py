"""Hostile texts typed and pasted at the prompts of a terminal: none comes back as it went in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playing_on import Player
from running import Quiz

from hostile.corpus import FORMULAS, HOSTILE, MARKUP
from hostile.shown import foreign

ENTER, ESCAPE, EMPTY = "\r", "\x1b", "\x15"

SIGNALS = str.maketrans("", "", "\x03\x1a\x1c")
"""The keys that the terminal itself makes signals of."""

PACK = """
[pack]
id = "one"
title = "One"
[[topic]]
id = "all"
title = "All"
"""

QUESTION = """
[[question]]
id = "q{}"
kind = "typed"
difficulty = "easy"
ask = "What is the capital of Korea, asked {}?"
answer = "Seoul"
why = "It lies on the Han."
"""


MARKED = """
[pack]
id = "marked"
title = {title}
about = {about}
licence = {licence}
article = {article}

[[topic]]
id = "all"
title = {topic}

[[fact]]
id = "fact"
kind = "place"
topic = "all"
statement = {statement}
value = {{ place = "Seoul" }}
difficulty = "easy"
sources = [{{ publisher = {publisher}, page = "https://news.example/<script>[red]" }}, {{ paragraph = 2 }}]

[[question]]
id = "fact/one"
kind = "choice"
ask = "Which city is meant?"
answer = "Seoul"
wrong = ["Busan", "Daegu", "Ulsan"]
why = {reason}
"""
"""A pack with facts, whose questions must be put well."""

ASKED = """
[pack]
id = "asked"
title = "Asked"
[[topic]]
id = "all"
title = {topic}
[[question]]
id = "one"
kind = "choice"
difficulty = "easy"
ask = {ask}
answer = {answer}
wrong = [{one}, {two}, {three}]
why = {why}
"""
"""A pack without facts, whose questions may be anything."""

FIELDS = re.findall(r"(?<!\{)\{(\w+)\}", MARKED + ASKED)


def pasted(text: str) -> str:
    """Give what a terminal sends when a text is pasted."""
    return f"\x1b[200~{text.translate(SIGNALS)[:2000]}\x1b[201~".replace("\ud800", "").replace("\udcff", "")


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize("words", [("play",), ("party",)], ids=" ".join)
def test_names_that_are_pasted(tmp_path: Path, words: tuple[str, ...]) -> None:
    """A name prompt shows what is pasted without what a terminal would obey, and says what is still wrong with it."""
    with Player(tmp_path, *words) as player:
        player.until("Your name?" if words == ("play",) else "Player 1?")
        for text in [*HOSTILE.values()][len(words[0]) % 2 :: 2]:
            player.type(pasted(text) + EMPTY)
        for text, wrong in (("A" * 300, "A player's name has 1 to 40"), ("A" + "\u0301" * 9, "more than 4 combining")):
            player.type(pasted(text) + ENTER)
            player.until(wrong)
            player.type(EMPTY)
        player.type(pasted("\u202eAnn\x1b]0;") + ENTER)
        player.until("Ann ]0;", "you have watched" if words == ("play",) else "Player 2?")
        player.type("\x03")
        assert player.ended() == 130
        assert not foreign(player.raw)


@pytest.mark.usefixtures("ready")
def test_answers_and_reasons_that_are_pasted(tmp_path: Path) -> None:
    """An answer and the reason of a flag are shown safely as they are typed, in the verdict, and at the end."""
    texts = list(HOSTILE.values())[::9]
    questions = "".join(QUESTION.format(at, at) for at in range(len(texts)))
    (tmp_path / "one.toml").write_text(PACK + questions, encoding="utf-8")
    words = ("play", "--player", "Ann", "--pack", str(tmp_path / "one.toml"), "-n", str(len(texts)))
    with Player(tmp_path, *words) as player:
        for at, text in enumerate(texts, 1):
            player.until(f"Question {at} of", "Enter answer")
            player.type(pasted(text) + ENTER)
            player.press("s", "Enter next" if at < len(texts) else "Enter result")
            player.press("!", "What is wrong with it?")
            player.type(pasted(text) + ENTER)
            player.press(ENTER, f"Question {at + 1} of" if at < len(texts) else "What was missed:")
        player.type("q")
        assert player.ended() == 0
        assert not foreign(player.raw)


def test_a_pack_of_markup(quiz: Quiz, tmp_path: Path) -> None:
    """What a pack says anywhere is drawn as it is written, whatever it would mean to another program."""
    texts = dict(zip(dict.fromkeys(FIELDS), [*MARKUP.values(), *FORMULAS.values()], strict=False))
    fields = {name: json.dumps(text, ensure_ascii=False) for name, text in texts.items()}
    marked, asked = str(tmp_path / "marked.toml"), str(tmp_path / "asked.toml")
    for file, pack in ((marked, MARKED), (asked, ASKED)):
        Path(file).write_text(pack.format(**fields), encoding="utf-8")
        assert quiz("pack", "check", file).code == 0, quiz("pack", "check", file)
    assert quiz("settings", "set", "player", "Ann").code == 0
    with Player(tmp_path, "play", "--pack", asked, "-n", "1", columns=120) as player:
        player.until(*(texts[name].split()[0] for name in ("ask", "answer", "one", "two", "three")))
        player.press("?", texts["topic"].split()[0])
        player.press("s", texts["why"].split()[0])
        player.press("\r", "What was missed:")
        player.type("q")
        assert player.ended() == 0
        assert not foreign(player.raw)
    for words in (("facts", "--pack", marked, "--links"), ("play", "--pack", marked, "-n", "1"), ("share",)):
        with Player(tmp_path, *words, columns=120) as player:
            if words[0] == "play":
                player.press("s", texts["reason"].split()[0])
            player.type("q")
            assert player.ended() == 0
            assert not foreign(player.raw)
            assert words[0] != "facts" or texts["publisher"] in player.text
