"""Packs of .jsonl files: every question arrives, every fault is told by line, and memory stays what it is."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest

from qot_quiz.bank import streaming
from qot_quiz.bank.bank import Bank
from qot_quiz.bank.check import check
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.limits import FAULT_LIMIT
from qot_quiz.bank.reading import read_pack
from qot_quiz.bank.streaming import HELD, Stream, check_lines
from qot_quiz.core.draw import Filters
from qot_quiz.errors import PackError

from .streams import HEAD, row, rows, write_stream

ALL = Filters(up_to=4)


def compiled(folder: Path, path: str) -> Bank:
    """Compile a pack and open its bank."""
    target = str(folder / "bank.db")
    compile_pack(path, target)
    return Bank(target)


def checked(path: str) -> Stream:
    """Check the lines of a pack."""
    return check_lines(read_pack(path), lambda part: None)


def test_every_question_arrives(tmp_path: Path) -> None:
    """All questions are there in the order of their ids, counted by topic and difficulty."""
    bank = compiled(tmp_path, write_stream(tmp_path / "pack", rows(1000)))
    assert [item.id for item in bank.questions()] == [f"q{number:05}" for number in range(1000)]
    assert bank.count(ALL) == (1000, 1000)
    assert bank.values("topic", ALL) == {f"road{number}": 200 for number in range(5)}
    assert bank.position("q00700") == 700
    bank.close()


def test_the_order_of_lines_and_files_makes_no_difference(tmp_path: Path) -> None:
    """The same questions in another order, or over two files, make the same pack."""
    digests, bodies = set[str](), list[list[str]]()
    mixed = sorted(range(500), key=lambda number: number * 7 % 500)
    for name, order in (("one", list(range(500))), ("two", mixed)):
        path = write_stream(tmp_path / name, map(row, order))
        if name == "two":
            lines = (tmp_path / name / "questions.jsonl").read_bytes().splitlines(keepends=True)
            (tmp_path / name / "questions.jsonl").write_bytes(b"".join(lines[:200]))
            (tmp_path / name / "more.jsonl").write_bytes(b"".join(lines[200:]))
        # The topics stand in the order in which they come: it is that of the ids.
        bank = compiled(tmp_path / name, path)
        digests.add(bank.meta.digest)
        bodies.append([repr(item) for item in bank.questions()])
        bank.close()
    assert len(digests) == 1
    assert bodies[0] == bodies[1]


def test_another_word_is_another_digest(tmp_path: Path) -> None:
    """A changed question or title shows in the digest."""
    digests = set[str]()
    changes: tuple[tuple[dict[str, object], str], ...] = (
        ({}, HEAD),
        ({"why": "So."}, HEAD),
        ({}, HEAD.replace('"Towns"', '"Cities"')),
    )
    for number, (change, head) in enumerate(changes):
        bank = compiled(tmp_path, write_stream(tmp_path / str(number), [row(1), row(2, **change)], head))
        digests.add(bank.meta.digest)
        bank.close()
    assert len(digests) == 3


def test_topics_are_declared_or_brought(tmp_path: Path) -> None:
    """A category is the id or title of a declared topic; where none is declared, each becomes a topic."""
    brought = [row(1, category="Science & Nature"), row(2, category="SCIENCE & NATURE"), row(3, category="드라마")]
    bank = compiled(tmp_path, write_stream(tmp_path / "brought", brought))
    assert {topic.id: topic.title for topic in bank.meta.topics} == {
        "science-nature": "Science & Nature",
        "topic-2": "드라마",
    }
    bank.close()
    declared = HEAD + '[[topic]]\nid = "nature"\ntitle = "Science & Nature"\n'
    bank = compiled(tmp_path, write_stream(tmp_path / "declared", [brought[0], row(2, category="nature")], declared))
    assert bank.values("topic", ALL) == {"nature": 2}
    bank.close()
    found = checked(write_stream(tmp_path / "unknown", [row(1)], declared)).findings
    assert [(one.rule, one.line) for one in found] == [("topic-known", 1)]
    bank = compiled(tmp_path, write_stream(tmp_path / "none", [row(1, category=None)]))
    assert bank.values("topic", ALL) == {"towns": 1}
    bank.close()


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"id": "Q 1"}, "id-form"),
        ({"kind": "riddle"}, "kind-known"),
        ({"difficulty": "extreme"}, "difficulty-known"),
        ({"difficulty": None}, "difficulty-known"),
        ({"spoils": 5}, "spoils-range"),
        ({"kind": "choice", "choices": ["a"], "answer": 0}, "form"),
        ({"choices": ["Seoul", "seoul", "Busan", "Jeju"], "answer": 0}, "options-equal"),
        ({"kind": "typed", "choices": None, "answer": "A", "accept": ["B"], "refuse": ["b"]}, "forms"),
        ({"question": " "}, "line"),
        ({"question": "w" * 401}, "line"),
        ({"colour": "red"}, "line"),
    ],
)
def test_each_line_keeps_the_rules(tmp_path: Path, changes: dict[str, object], rule: str) -> None:
    """A line that breaks a rule is told with file, line and rule, and the pack is not compiled."""
    path = write_stream(tmp_path / "pack", [row(0), row(1, **changes), row(2)])
    assert [(one.file, one.line, one.rule) for one in checked(path).findings] == [("questions.jsonl", 2, rule)]
    with pytest.raises(PackError, match=r"1 fault: questions\.jsonl:2: "):
        compile_pack(path, str(tmp_path / "out.db"))
    assert os.listdir(tmp_path) == ["pack"]


def test_rules_held_are_rules(tmp_path: Path) -> None:
    """Every name in the list of rules is one, so that none is lost by a slip."""
    assert sorted(rule.name for rule in streaming._RULES) == sorted(HELD)


def test_doubled_ids_are_told_with_both_places(tmp_path: Path) -> None:
    """An id that stands twice is told, however far apart the lines are."""
    path = write_stream(tmp_path, [*rows(300), row(7)])
    (finding,) = checked(path).findings
    assert (finding.rule, finding.line, finding.id) == ("id-unique", 301, "q00007")
    assert finding.message == "the id stands already in questions.jsonl:8"


def test_many_faults_are_counted_and_few_are_kept(tmp_path: Path) -> None:
    """A file of another form is given up after so many faults, and told by the first ones."""
    stream = checked(write_stream(tmp_path, [{"q": "?"}] * 5000))
    assert len(stream.findings) == streaming.MOST_KEPT
    assert FAULT_LIMIT <= stream.faults < 2 * FAULT_LIMIT


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    """A pack without a line asks nothing, and that is a fault."""
    assert [one.message for one in checked(write_stream(tmp_path, [])).findings] == ["the file holds no question"]


def test_facts_stand_in_toml_alone(tmp_path: Path) -> None:
    """Questions in both forms would leave it open what they rest on."""
    own = '[[question]]\nid = "own"\nkind = "true-false"\nask = "It rains."\nanswer = true\nwhy = "So."\n'
    path = write_stream(tmp_path / "pack", [row(1)], HEAD + own + 'difficulty = "easy"\ntopic = "road"\n')
    with pytest.raises(PackError, match=r"in TOML and in questions\.jsonl"):
        checked(path)


def test_the_head_is_checked_as_ever(tmp_path: Path) -> None:
    """Faults of pack.toml come before any line is read, and a pack of lines alone is no fault."""
    assert check(read_pack(write_stream(tmp_path / "sound", [row(1)]))) == []
    with pytest.raises(PackError, match="no title"):
        compile_pack(write_stream(tmp_path / "bad", ["{"], HEAD.replace("Towns", " ")), str(tmp_path / "out.db"))


def test_names_help_typed_answers(tmp_path: Path) -> None:
    """The names of the pack lend their forms to typed questions in lines."""
    head = HEAD + '[[name]]\nid = "ara"\nshow = "Kim A-ra"\ntype = "character"\naccept = ["김아라"]\n'
    typed = row(1, kind="typed", choices=None, answer="Kim A-ra")
    bank = compiled(tmp_path, write_stream(tmp_path / "pack", [typed], head))
    (item,) = bank.questions()
    assert (item.accept, item.type) == (("김아라",), "character")
    bank.close()


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    """What is told of the progress rises, and ends near the whole."""
    told: list[float] = []
    compile_pack(write_stream(tmp_path / "pack", rows(3000)), str(tmp_path / "out.db"), report=told.append)
    assert told == sorted(told)
    assert (told[0] < 0.1, 0.9 < told[-1] <= 1) == (True, True)


def test_an_interruption_leaves_nothing(tmp_path: Path) -> None:
    """Ctrl-C in the middle leaves neither a bank nor a part of one."""

    def stop(part: float) -> None:
        if part > 0.5:
            raise KeyboardInterrupt

    path = write_stream(tmp_path / "pack", rows(1000))
    with pytest.raises(KeyboardInterrupt):
        compile_pack(path, str(tmp_path / "out.db"), report=stop)
    assert os.listdir(tmp_path) == ["pack"]


def _peak(tmp_path: Path, count: int) -> int:
    path = write_stream(tmp_path / str(count), rows(count))
    pack = read_pack(path)
    tracemalloc.start()
    try:
        check_lines(pack, lambda part: None)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_follow_the_number(tmp_path: Path) -> None:
    """Ten times the questions take no more memory than what some caches hold."""
    _peak(tmp_path, 100)
    assert _peak(tmp_path, 20_000) < _peak(tmp_path, 2000) + 1_500_000
