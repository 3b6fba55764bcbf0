"""Reading a pack: what is wrong with a file or table becomes one finding with its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qot_quiz.bank import reading
from qot_quiz.bank.findings import Finding
from qot_quiz.bank.limits import FAULT_LIMIT
from qot_quiz.bank.reading import FILE_LIMIT, read_pack
from qot_quiz.errors import PackError

from .sample import DATES, NAMES, PACK, findings_of, write_pack


def only(findings: tuple[Finding, ...] | list[Finding]) -> Finding:
    """Take the one finding that there is."""
    (finding,) = findings
    return finding


def test_tables_are_read_with_their_places(tmp_path: Path) -> None:
    """Every table is read with its file, the line of its id and the topic of its file."""
    pack = read_pack(write_pack(tmp_path))
    assert (len(pack.topics), len(pack.names), len(pack.facts), len(pack.questions)) == (2, 2, 3, 5)
    fact = pack.facts[1]
    lines = DATES.split("\n")
    assert (fact.table.id, fact.file, fact.topic) == ("first-weekday", "dates.toml", "dates")
    assert lines[fact.line - 1] == 'id = "first-weekday"'
    assert pack.facts[0].table.value == {"date": "2019-05-04"}
    assert pack.findings == ()


def test_a_single_file_is_a_pack(tmp_path: Path) -> None:
    """One TOML file can hold a whole pack, its facts naming their topics themselves."""
    path = tmp_path / "one.toml"
    body = DATES.replace('topic = "dates"\n', "").replace('kind = "air-date"', 'kind = "air-date"\ntopic = "dates"')
    path.write_text(PACK + NAMES + body, encoding="utf-8")
    pack = read_pack(str(path))
    assert (len(pack.facts), len(pack.questions), pack.findings) == (2, 3, ())


def test_a_syntax_error_keeps_file_and_line(tmp_path: Path) -> None:
    """A file that is no TOML is one finding with its line, and the others are still read."""
    finding = only(findings_of(tmp_path, {"spoils = 3": "spoils = = 3"}))
    assert (finding.file, finding.line, finding.rule) == ("people.toml", 9, "syntax")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('difficulty = "hard"', 'difficulti = "hard"', 'unknown key "difficulti"'),
        ('ask = "What does Kim A-ra paint at night?"\n', "", 'the key "ask" is missing'),
        ('answer = "the harbour wall"', "answer = {}", "answer: expected `"),
        ('"the old boat"', "7", "wrong[2]: expected `str`, got `int`"),
    ],
)
def test_each_faulty_table_is_one_finding(tmp_path: Path, old: str, new: str, words: str) -> None:
    """A table of the wrong form is told in words with its line, and draws no findings after it."""
    finding = only(findings_of(tmp_path, {old: new}))
    assert (finding.file, finding.line, finding.id, finding.rule) == ("people.toml", 21, "painter/where", "table")
    assert words in finding.message


def test_a_misspelt_key_is_put_right(tmp_path: Path) -> None:
    """An unknown key comes with the known one that was probably meant."""
    assert only(findings_of(tmp_path, {"spoils = 4": "spoil = 4"})).hint == 'Did you mean "spoils"?'


def test_a_lost_fact_draws_no_findings_after_it(tmp_path: Path) -> None:
    """The questions of a faulty fact are not called orphans as well."""
    finding = only(findings_of(tmp_path, {'kind = "plot"\n': ""}))
    assert (finding.id, finding.rule) == ("painter", "table")


@pytest.mark.parametrize(
    "hostile",
    ["\\u001b]52;c;AAAA\\u0007", "\\u202Egnp.exe", "\\u2028", "\\u0000", "\\u009b31m", "e" + "\\u0301" * 40, "a\\nb"],
)
def test_hostile_text_is_refused(tmp_path: Path, hostile: str) -> None:
    """Control, bidi and line characters and floods of marks are an error that does not repeat them."""
    finding = only(findings_of(tmp_path, {"the old boat": f"the {hostile} boat"}))
    assert (finding.rule, finding.severity, finding.id) == ("text", "error", "painter/where")
    assert finding.message.isprintable()


def test_hostile_keys_are_refused(tmp_path: Path) -> None:
    """A key is text of the pack as well."""
    finding = only(findings_of(tmp_path, {"spoils = 4": '"spoils\\u001b" = 4'}))
    assert finding.rule == "text"


def test_long_text_is_refused(tmp_path: Path) -> None:
    """A text beyond the limit is an error."""
    finding = only(findings_of(tmp_path, {"She needs three nights for it.": "x" * 2001}))
    assert (finding.rule, "2001 characters" in finding.message) == ("text", True)


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    """A file that is not UTF-8 is told with the line of its first wrong byte."""
    path = write_pack(tmp_path)
    (tmp_path / "people.toml").write_bytes(b'topic = "people"\n# caf\xe9\n')
    finding = only(read_pack(path).findings)
    assert (finding.file, finding.line, "UTF-8" in finding.message) == ("people.toml", 2, True)


def test_a_byte_order_mark_is_read_over(tmp_path: Path) -> None:
    """Files saved with a byte order mark are read as any other."""
    path = write_pack(tmp_path)
    file = tmp_path / "people.toml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert read_pack(path).findings == ()


@pytest.mark.parametrize(
    "content",
    ["a = " + "[" * 50_000, "a = " + "{a=" * 50_000, "n = " + "9" * 100_000, "#" * (FILE_LIMIT + 1), "[[pack]]"],
    ids=["arrays", "tables", "digits", "size", "form"],
)
def test_hostile_files_are_refused(tmp_path: Path, content: str) -> None:
    """Deep nesting, giant numbers, giant files and tables of the wrong form are findings, not crashes."""
    path = write_pack(tmp_path, more=content)
    assert only([f for f in read_pack(path).findings if f.file == "more.toml"]).severity == "error"


def test_unknown_tables_are_found(tmp_path: Path) -> None:
    """A table of an unknown name comes with the known one that was probably meant."""
    finding = only(findings_of(tmp_path, more="[[questions]]\nid = 'a/b'\n"))
    assert (finding.rule, finding.hint) == ("table", 'Did you mean "question"?')


def test_a_pack_needs_its_table(tmp_path: Path) -> None:
    """A pack without a [pack] table, or with two, is an error."""
    path = write_pack(tmp_path / "none")
    (tmp_path / "none" / "pack.toml").unlink()
    assert "no [pack] table" in only(read_pack(path).findings).message
    assert "second [pack]" in only(findings_of(tmp_path / "two", second='[pack]\nid = "b"\ntitle = "B"\n')).message


def test_what_is_no_pack_is_an_error(tmp_path: Path) -> None:
    """A missing path and a folder without TOML files are refused in words."""
    with pytest.raises(PackError, match="cannot be read"):
        read_pack(str(tmp_path / "missing.toml"))
    with pytest.raises(PackError, match=r"no \.toml file"):
        read_pack(str(tmp_path))


@pytest.mark.skipif(os.name != "posix", reason="as POSIX has it")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Whatever lies in a folder under a name of TOML and is no file is one finding."""
    os.mkfifo(tmp_path / "endless.toml")
    assert "no plain file" in only(findings_of(tmp_path)).message


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("9" * 30, "100 bits"),
        ("0x" + "f" * 1000, "4000 bits"),
        ("0x" + "f" * 100_000, "more than 20000 characters"),
        ("0." + "1" * 99, "101 characters"),
    ],
)
def test_endless_numbers_are_refused(tmp_path: Path, number: str, words: str) -> None:
    """A number that could not be compared or written out is one finding, wherever it stands."""
    for old in ('value = { character = "Kim A-ra" }', "spoils = 3"):
        new = f"{old.partition(' = ')[0]} = " + (f"{{ number = {number} }}" if "{" in old else number)
        assert words in only(findings_of(tmp_path, {old: new})).message


def test_endless_keys_are_refused(tmp_path: Path) -> None:
    """A key of more parts than any pack has is told with its line, before it costs time; a text may look like one."""
    finding = only(findings_of(tmp_path, people="\n" + "a." * 40 + "a = 1\n"))
    assert finding.line > 1
    assert "more than 4 parts" in finding.message
    assert findings_of(tmp_path, {"three nights": "a.b.c.d.e.f.g nights"}) == []
    assert "more than 4 parts" in only(findings_of(tmp_path, people="\n[[a.b.c.d.e]]\n")).message


def test_a_flood_of_faults_is_not_read_to_its_end(tmp_path: Path) -> None:
    """After a thousand faults the rest of a file is left, and after a megabyte of faulty files the rest of a folder."""
    flood = "".join(f"[x{number}]\n" for number in range(FAULT_LIMIT + 500))
    found = [one for one in findings_of(tmp_path / "one", zz=flood) if one.file == "zz.toml"]
    assert len(found) == FAULT_LIMIT + 1
    assert "the rest is not read" in found[-1].message
    faulty = "[x]\n" + "#" * (FILE_LIMIT - 10)
    path = write_pack(tmp_path / "many")
    for number in range(5):
        (tmp_path / "many" / f"zz-{number}.toml").write_text(faulty, encoding="utf-8")
    files = [one.file for one in read_pack(path).findings]
    assert files == ["zz-0.toml", "zz-1.toml", "zz-2.toml", "zz-2.toml"]


def test_a_folder_has_its_measure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many files, and too many bytes of them together, are refused before any is read."""
    path = write_pack(tmp_path, zz="[[broken")
    for limit, most, words in (("FILES_LIMIT", 3, "has 5 files"), ("FOLDER_LIMIT", 1000, "are larger than")):
        with monkeypatch.context() as patched:
            patched.setattr(reading, limit, most)
            with pytest.raises(PackError, match=words):
                read_pack(path)
