"""Games as CSV: its bytes, its exactness, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qot_quiz.core.clean import fault, visible
from qot_quiz.core.past import Result
from qot_quiz.formats.files.defusing import RUNNABLE
from qot_quiz.formats.files.pieces import LineError
from qot_quiz.formats.scores.columns import COLUMNS
from qot_quiz.formats.scores.csv_text import read, write

from .exports import GAME, HOSTILE, game, games, row, written

GOLDEN = Path(__file__).parent / "golden.csv"

SIGNS = "=+-@＝＋－＠"


def cells(result: Result) -> list[str]:
    """Tell what a CSV reader must find behind the rank of a game."""

    def cell(value: object) -> str:
        if isinstance(value, str) and RUNNABLE.match(value):
            return "'" + value
        return {None: "", True: "true", False: "false"}.get(value, "") if value in (None, True, False) else str(value)

    *others, ranked = msgspec.structs.astuple(result)
    return [str(one) if type(one) is int else cell(one) for one in others] + [cell(ranked)]


def parsed(text: str) -> list[list[str]]:
    """Read CSV as another program does, without the header."""
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert tuple(header) == COLUMNS
    return rows


def test_golden() -> None:
    """The bytes are those promised: UTF-8, CRLF, a header, true and false, null as nothing, formulas defused."""
    plain = [GAME, game(player="김지원", ranked=False, questions=None, mode="survival", board="1/survival/any/all")]
    hostile = [game(player="=1+1", code="QT1-7K3M"), game(player='a "b", c\\'), game(pack="  @sum", ranked=False)]
    text = written("csv", plain, [game(difficulty="easy,hard")], hostile)
    assert text.encode() == GOLDEN.read_bytes()


def test_no_games() -> None:
    """Without games there is the header still."""
    assert parsed(written("csv")) == parsed(written("csv", [])) == []


@given(st.lists(st.lists(games(), max_size=4), max_size=3))
def test_a_reader_finds_what_is_stored(batches: list[list[Result]]) -> None:
    """Another program's reader finds exactly the stored values, those defused with their quote."""
    rows = parsed(written("csv", *batches))
    assert [one[1:] for one in rows] == [cells(one) for batch in batches for one in batch]
    ranks = [str(number) if one.ranked else "" for batch in batches for number, one in enumerate(batch, 1)]
    assert [one[0] for one in rows] == ranks


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_at_all(text: str) -> None:
    """What the program never keeps, control characters and line ends, stays one cell, is seen, and nothing runs."""
    ((_, _, player, *_),) = parsed(written("csv", [game(player=text)]))
    shown = visible(text) if not text.isprintable() and fault(text) else text
    assert player in (shown, "'" + shown)
    assert not player.lstrip().startswith(tuple(SIGNS))
    assert not player.startswith(("\t", "\r", "\n"))


@pytest.mark.parametrize("key", ["player", "board", "code", "pack"])
@pytest.mark.parametrize("text", HOSTILE)
def test_a_line_does_not_depend_on_its_neighbours(key: str, text: str) -> None:
    """A hostile text changes no other line, and its own is the same alone and among others."""
    other = game(**{key: text})
    together = written("csv", [GAME, other, GAME]).splitlines()
    apart = written("csv", [GAME], [game(), other], [game(), game(), GAME]).splitlines()
    assert (together[1], together[2], together[3]) == (apart[1], apart[3], apart[6])


def test_formulas_are_defused() -> None:
    """A text that begins with a sign of a formula, after spaces too, gets a quote before it; no other does."""
    for sign in SIGNS:
        for before in ("", " ", "  ", "\u3000"):
            assert parsed(written("csv", [game(player=f"{before}{sign}1")]))[0][2] == f"'{before}{sign}1"
    for text in ("1-1", "a=b", "O'Brien", "'tis", "queen-of-tears", " Ann"):
        assert parsed(written("csv", [game(player=text)]))[0][2] == text


@given(st.lists(games(), max_size=4), st.integers(1, 50))
def test_round_trip(results: list[Result], size: int) -> None:
    """What is read back is what was written, the quotes taken off where we put them, however the text is cut."""
    text = written("csv", results)
    source = [text[at : at + size] for at in range(0, len(text), size)]
    assert [Result(**values) for _, values in read(source)] == results


def test_another_programs_layout() -> None:
    """Fewer quotes, bare line feeds and blank lines say the same; a formula that we did not write stays."""
    header, line = written("csv", [game(player="+1")]).splitlines()
    source = header + "\n\n" + line.replace('"', "").replace("'+1", "+1") + "\n\n"
    assert list(read([source])) == [(3, msgspec.structs.asdict(game(player="+1")))]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("rank,player\r\n", 1, "the columns are not those of an export"),
        ("{header}\r\n{row}\r\n1,2,3\r\n", 3, "there are 3 cells, not 21"),
        ('{header}\r\n{row}\r\n"a"b\r\n', 3, "this is no CSV"),
        ('{header}\r\n"a', 2, "this is no CSV"),
        ('{header}\r\n"' + ("x" * 60_000 + "\n") * 3, 4, "this is no CSV"),
    ],
)
def test_what_is_no_export(text: str, line: int, what: str) -> None:
    """Another header, a line of another length and broken quotes are refused with their line."""
    header, good = written("csv", [GAME]).splitlines()
    with pytest.raises(LineError) as caught:
        list(read([text.replace("{header}", header).replace("{row}", good)]))
    assert caught.value.line == line
    assert caught.value.what.startswith(what)


def test_batches_are_written_as_they_come() -> None:
    """Nothing is gathered: the text of a batch is there before the next one is asked for."""

    def batches() -> object:
        yield [row(GAME, 1)]
        raise AssertionError

    text = write(batches())  # type: ignore[arg-type]
    assert next(text).startswith("rank,")
    assert next(text).startswith('1,"0123')
