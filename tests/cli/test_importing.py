"""Importing: what other programs wrote becomes a pack that is checked and played, and nothing goes silently."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import msgspec
import pytest
from formats.sheets import cells
from formats.sheets import quiz as sheet_quiz
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import ROOT, Quiz, answers_file

from qot_quiz.bank.authored import AuthoredPack
from qot_quiz.bank.check import check
from qot_quiz.bank.reading import read_pack
from qot_quiz.cli import importing
from qot_quiz.cli.copying import TOML
from qot_quiz.cli.drafting import IDLE_WHY, LONG_WHY, NO_DIFFICULTY, draft, slug
from qot_quiz.formats import FORMATS, READERS, SHEETS
from qot_quiz.formats.foreign.found import Entry, Found, Refused

FIXTURES = ROOT / "tests" / "formats" / "fixtures"
ABOUT = AuthoredPack(id="own", title="Own")

GIFT = """\
$CATEGORY: top/Numbers

// [tag:easy]
Which number comes first?{=07 ~No ~1\\:30 ~010}

What is the word for no?{=No =Nope}

Why?{}

What is the word for no?{=No =Nope}

What is the word for no?{=Nay}

How many?{=one ~two ~Two}
"""


def _gift(folder: Path, text: str = GIFT, name: str = "own.gift") -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def _questions(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for file in sorted(folder.glob("questions-*.toml")):
        found += tomllib.loads(file.read_text(encoding="utf-8"))["question"]
    return found


def test_a_file_becomes_a_pack(quiz: Quiz, tmp_path: Path) -> None:
    """Each refusal is told with file, line and reason, changes are counted, and the rest stays letter for letter."""
    file = _gift(tmp_path)
    code, out, err = quiz("pack", "import", file, "--to", "mine")
    assert (code, err) == (0, "The pack is in mine: qot-quiz play --pack mine\n")
    assert out.splitlines() == [
        f"{file}:8: an essay cannot be judged.",
        f"{file}:10: it says the same as line 6.",
        f"{file}:12: asks the same as line 6.",
        f'{file}:14: the options "two" and "Two" are the same.',
        "Note: no difficulty is given: medium (1).",
        "Note: questions bend a rule of the craft, which qot-quiz pack check tells (1).",
        f"{file}: 2 questions in, 4 refused.",
    ]
    first, second = _questions(tmp_path / "mine")
    assert (first["answer"], first["wrong"], first["difficulty"]) == ("07", ["No", "1:30", "010"], "easy")
    assert (second["answer"], second["accept"], second["why"]) == ("No", ["Nope"], "From own.gift, line 6.")
    head = tomllib.loads((tmp_path / "mine" / "pack.toml").read_text(encoding="utf-8"))
    assert head["topic"] == [{"id": "numbers", "title": "Numbers"}]


def test_the_pack_is_checked_and_played(quiz: Quiz, tmp_path: Path) -> None:
    """What was imported has no error, and a game can be won with it."""
    assert quiz("pack", "import", _gift(tmp_path)).code == 0
    assert quiz("pack", "check", "own").out.splitlines()[-1].startswith("own: 0 errors, ")
    play = ("play", "--pack", "own", "-n", "2", "--seed", "7", "--json", "--answers")
    deck = quiz(*play, answers_file(tmp_path, "s", "s")).json["answers"]
    won = quiz(*play, answers_file(tmp_path, *(answer["solution"] for answer in deck))).json
    assert (won["right"], won["asked"]) == (2, 2)


@pytest.mark.parametrize("name", sorted(file.name for file in FIXTURES.iterdir()))
def test_every_format(quiz: Quiz, tmp_path: Path, name: str) -> None:
    """Each format is recognised and imported, or says that nothing could be taken; nothing is left behind."""
    code, out, _ = quiz("pack", "import", str(FIXTURES / name), "--to", "mine")
    counted = out.splitlines()[-1]
    assert f"{name}: " in counted
    assert counted.endswith(" refused.")
    assert code == (0 if (tmp_path / "mine").is_dir() else 1)
    if code == 0:
        assert quiz("pack", "check", "mine").code == 0
    assert not list(tmp_path.glob(".qot-quiz-*"))


def test_strict(quiz: Quiz, tmp_path: Path) -> None:
    """Under --strict the first refusal is an error, and nothing is written."""
    file = _gift(tmp_path)
    code, out, err = quiz("pack", "import", file, "--strict")
    assert (code, out) == (1, "")
    assert err.startswith(f"{file}:8: an essay cannot be judged.\nNothing was written.")
    assert not (tmp_path / "own").exists()
    sound = _gift(tmp_path, "Who?{=I}\n", "sound.gift")
    assert quiz("pack", "import", sound, "--strict").code == 0


def test_nothing_that_is_there_is_touched(quiz: Quiz, tmp_path: Path) -> None:
    """A folder, a file or a link at the goal is an error, even a link to nowhere."""
    file = _gift(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "text").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for goal in ("full", "text", "link"):
        code, _, err = quiz("pack", "import", file, "--to", goal)
        there = "is a link, which is never followed." if goal == "link" else "is there already."
        assert (code, err.splitlines()[0]) == (1, f"{goal} {there}")
    assert (tmp_path / "text").read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()
    assert quiz("pack", "import", file, "--to", "no/such/folder").code == 1


def test_a_file_without_a_question(quiz: Quiz, tmp_path: Path) -> None:
    """Where nothing can be taken the reasons are told, and no pack is written."""
    code, out, err = quiz("pack", "import", _gift(tmp_path, "Why?{}\n"))
    assert (code, out.splitlines()[-1].rpartition(": ")[2]) == (1, "0 questions in, 1 refused.")
    assert "could be taken (read as gift)" in err
    assert not (tmp_path / "own").exists()


def test_formats_are_named(quiz: Quiz, tmp_path: Path) -> None:
    """--format overrides what is recognised; an unknown one, and an unknown file, are usage errors."""
    file = _gift(tmp_path, "Only words, as in a letter.", "letter.txt")
    code, _, err = quiz("pack", "import", file)
    assert code == 2
    assert "--format: opentdb, gift, aiken" in err
    assert quiz("pack", "import", file, "--format", "gitf")[::2] == (
        2,
        'There is no format "gitf".\nDid you mean "gift"?\n',
    )
    assert quiz("pack", "import", file, "--format", "gift").code == 1
    for missing in ("missing", "missing.toml"):
        done = quiz("pack", "import", str(tmp_path / missing))
        assert (done.code, "cannot be read: No such file" in done.err) == (2, True)


def test_hostile_names_and_texts(quiz: Quiz, tmp_path: Path) -> None:
    """Escapes in a file's name, its categories and its texts reach neither the terminal nor the pack."""
    name = "e\x1b[31mvil.gift"
    text = (
        "$CATEGORY: ../../etc/pa\u202esswd\n\nWho?{=I}\n\nWhat \x1b]0;x\x07?{=y}\n\n$CATEGORY: 한국\n\nWhere?{=there}\n"
    )
    code, out, err = quiz("pack", "import", _gift(tmp_path, text, name))
    assert code == 0
    assert "\x1b" not in out + err
    (folder,) = (one for one in tmp_path.iterdir() if one.is_dir() and one.name.startswith("e"))
    written = "".join(file.read_text(encoding="utf-8") for file in folder.iterdir())
    assert written.isprintable() or not set(written) & set("\x1b\x07\u202e")
    assert {"passwd", "한국"} <= {
        one["title"] for one in tomllib.loads((folder / "pack.toml").read_text("utf-8"))["topic"]
    }
    assert sorted(file.name for file in folder.iterdir())[0] == "pack.toml"


def _found(**more: object) -> Found:
    values: dict[str, object] = {"line": 1, "kind": "typed", "ask": "Who?", "answer": "I", "difficulty": "easy"}
    return Found(**{**values, **more})  # type: ignore[arg-type]


def test_explanations() -> None:
    """One that fits is kept; without one, or with one that cannot be, the question's place stands for it."""
    long, idle, kept = "x" * 201, "i!", "Because."
    entries = [
        _found(ask="One?", why=long),
        _found(ask="Two?", why=idle),
        _found(ask="Three?", why=kept),
        _found(ask="Four?", line=9, number=4, difficulty=""),
    ]
    made = draft(entries, ABOUT, "f")
    assert [one.table.why for one in made.pack.questions] == [
        "From f, line 1.",
        "From f, line 1.",
        "Because.",
        "From f, question 4.",
    ]
    assert made.notes == {LONG_WHY: 1, IDLE_WHY: 1, NO_DIFFICULTY: 1}


def test_a_double_stays_where_the_first_one_goes() -> None:
    """Of two that ask the same, one is refused; if the first breaks another rule, it is the only one that goes."""
    bad = _found(kind="choice", wrong=())
    made = draft([bad, _found(line=2), _found(line=3, answer="you")], ABOUT, "f")
    assert [(one.line, one.reason) for one in made.refused] == [
        (1, "0 wrong options, 1 to 12 are needed"),
        (3, "asks the same as line 2"),
    ]
    assert [one.line for one in made.pack.questions] == [2]


def test_topics_whose_ids_would_be_equal() -> None:
    """Categories that differ in signs alone stay apart, and one without a letter of the alphabet has an id."""
    entries = [_found(ask=f"{title}?", topic=title) for title in ("Rock & Roll", "Rock - Roll", "역사")]
    made = draft(entries, ABOUT, "f")
    ids = [topic.table.id for topic in made.pack.topics]
    assert ids[:2] == ["rock-roll", "rock-roll-2"]
    assert ids[2].startswith("topic-")
    assert slug("Süd & Träume, 2!") == "sud-traume-2"


def test_a_large_topic_is_spread_over_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No file grows larger than a pack's reader takes, and no question is lost on the way."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(importing, "MOST_OF_FILE", 2_000)
    rows = "".join(f"Which word is number {n}?\tword {n}\n" for n in range(100))
    (tmp_path / "many.tsv").write_text(rows)
    assert importing.bring_in("many.tsv", None, False, None) == 0
    sizes = [file.stat().st_size for file in (tmp_path / "many").glob("questions-*")]
    assert len(sizes) > 5
    assert max(sizes) < 4_000
    assert len(_questions(tmp_path / "many")) == 100


WORDS = st.text(st.characters(exclude_categories=("C", "Z", "M")), min_size=1, max_size=12)


@st.composite
def founds(draw: st.DrawFn) -> Entry:
    """Make anything that a reader may give out."""
    if draw(st.integers(0, 5)) == 0:
        return Refused(draw(st.integers(1, 9)), "no reason")
    kind = draw(st.sampled_from(["choice", "typed", "multi", "ordering", "number", "true-false", "date"]))
    many = draw(st.lists(WORDS, min_size=1, max_size=6))
    answer = {
        "number": draw(st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9)),
        "true-false": draw(st.booleans()),
        "multi": tuple(many),
        "ordering": tuple(many),
    }.get(kind, draw(WORDS))
    return Found(
        line=draw(st.integers(1, 9)),
        kind=kind,
        ask=draw(WORDS) + draw(st.sampled_from(["?", ".", ""])),
        answer=answer,
        wrong=tuple(draw(st.lists(WORDS, max_size=5))) if kind in ("choice", "multi") else (),
        accept=tuple(draw(st.lists(WORDS, max_size=3))) if kind == "typed" else (),
        refuse=tuple(draw(st.lists(WORDS, max_size=2))) if kind == "typed" else (),
        why=draw(st.sampled_from(["", "Because."]) | WORDS),
        topic=draw(st.sampled_from(["", "A & B"]) | WORDS),
        difficulty=draw(st.sampled_from(["", "easy", "hard", "odd"])),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(entries=st.lists(founds(), max_size=12))
def test_any_draft_is_a_sound_pack(tmp_path: Path, entries: list[Entry]) -> None:
    """Whatever a reader gives out is taken or refused, each once; what was taken is written and read as it is."""
    made = draft(entries, ABOUT, "f")
    assert len(made.pack.questions) + len(made.refused) == len(entries)
    if not made.pack.questions:
        return
    folder = tmp_path / os.urandom(8).hex()
    importing.write(made, str(folder))
    read = read_pack(str(folder))
    assert [finding for finding in check(read) if finding.severity == "error"] == []
    by_id = {one.table.id: one.table for one in made.pack.questions}
    for one in read.questions:
        wanted = by_id.pop(one.table.id)
        assert (one.topic, one.table) == (wanted.topic, msgspec.structs.replace(wanted, topic=""))
    assert by_id == {}


def test_the_help_names_every_format(quiz: Quiz) -> None:
    """What can be named behind --format is what the tables hold, for reading as for writing."""
    for words, names in ((("pack", "import"), {*READERS, *SHEETS}), (("pack", "export"), {*FORMATS, TOML})):
        told = quiz(*words, "-h").out.partition("--format FORMAT")[2].partition("--")[0]
        assert set(re.findall(r"[a-z-]+", told)) >= names
        assert not set(re.findall(r"[a-z]+(?:-[a-z]+)?(?=,)", told)) - {*names, "content", "format"}


def test_a_spreadsheet(quiz: Quiz, tmp_path: Path) -> None:
    """Kahoot's spreadsheet is known by its content whatever its name; a text is none, and is not taken for one."""
    rows = (cells("Which?", "a", "b", "c", "d", "20", "1"), cells("How?", "a", "b", "B", "", "20", "1"))
    (tmp_path / "quiz.dat").write_bytes(sheet_quiz(*rows))
    code, out, _ = quiz("pack", "import", "quiz.dat", "--to", "mine")
    assert (code, out.splitlines()[-1]) == (0, "quiz.dat: 1 question in, 1 refused.")
    assert out.splitlines()[0] == 'quiz.dat:3: the options "b" and "B" are the same.'
    assert [one["answer"] for one in _questions(tmp_path / "mine")] == ["a"]
    (tmp_path / "text.xlsx").write_text("Who?,I\n")
    assert quiz("pack", "import", "text.xlsx", "--format", "kahoot").err.startswith("text.xlsx is no spreadsheet.")
    code, _, err = quiz("pack", "import", "quiz.dat", "--format", "gift")
    assert (code, err.splitlines()[0]) == (1, "quiz.dat is a ZIP archive or a spreadsheet.")


def test_a_pack_of_our_own_is_no_foreign_file(quiz: Quiz, tmp_path: Path) -> None:
    """Who imports a TOML file is told how a pack is added."""
    (tmp_path / "my.toml").write_text('[pack]\nid = "my"\n')
    code, _, err = quiz("pack", "import", "my.toml")
    assert (code, err.splitlines()[-1]) == (2, "qot-quiz pack add my.toml installs it.")


def test_units_and_distances_are_written() -> None:
    """What a question counts, how near is near, and what is too short to decide reach the pack's own form."""
    number = _found(kind="number", ask="How many?", answer=24.85, unit="%", within=2.0)
    typed = _found(ask="Who else?", answer="Ann Lee", vague=("Ann",))
    made = draft([number, typed], ABOUT, "f")
    text = "".join(part for _, parts in importing.files_of(made.pack) for part in parts)
    first, second = tomllib.loads(text.partition('topic = "own"')[2])["question"]
    assert (first["unit"], first["within"], second["vague"]) == ("%", 2.0, ["Ann"])
    assert "within" not in second
