"""Delimited text: CSV and TSV with a header, Quizlet's two columns, Anki's text with its own header lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import msgspec

from qot_quiz.core.clean import quoted
from qot_quiz.formats.foreign.cards import pieces, tagged
from qot_quiz.formats.foreign.found import Entry, Found, Refused, Unfit, entry
from qot_quiz.formats.foreign.moodle import TAGS, number
from qot_quiz.formats.foreign.options import truth_of
from qot_quiz.formats.foreign.sheet import NAMED, Record, alike, records
from qot_quiz.formats.foreign.sheet_writing import plain
from qot_quiz.formats.foreign.tidy import Tidy

# https://docs.ankiweb.net/importing/text-files.html, "File Headers".
_HEADER = re.compile(
    r"#(separator|html|notetype|deck|tags|columns|notetype column|deck column|tags column|guid column):(.*)"
)

COLUMNS = {
    "ask": ("question", "ask", "term", "front", "prompt", "stem"),
    "answer": ("answer", "correct answer", "right answer", "correct", "definition", "back"),
    "wrong": ("wrong", "wrong answer", "wrong option", "incorrect answer", "incorrect", "distractor"),
    "accept": ("accept", "alias", "also accepted"),
    "vague": ("vague", "too short"),
    "refuse": ("refuse", "not accepted"),
    "unit": ("unit",),
    "within": ("within",),
    "why": ("why", "explanation", "feedback"),
    "topic": ("topic", "category", "deck"),
    "difficulty": ("difficulty", "level"),
    "kind": ("kind", "type"),
}
"""What a column may be called, small, without a number or a plural behind it."""

MEANT = {name: meaning for meaning, names in COLUMNS.items() for name in names}
MEASURED = ("number", "date")
KINDS = ("choice", "true-false", "typed", "multi", "ordering", "number", "date")


class Layout(msgspec.Struct, frozen=True):
    """What each column holds: a key of `COLUMNS`, a deck, or nothing known, with the name that the file gives it.

    Args:
        meanings: The meaning of each column.
        names: Its name, empty in a file without a header.
        tags: The place of the column of tags, from 0; -1 for none.
        deck: The topic of all rows.
        html: Whether cells are HTML.
    """

    meanings: tuple[str, ...]
    names: tuple[str, ...]
    tags: int = -1
    deck: str = ""
    html: bool = False


def read(text: str) -> Iterator[Entry]:
    """Read a row for each question.

    Args:
        text: The file's text.
    """
    rows = text.split("\n")
    first, told = anki_header(rows)
    separator = NAMED.get(told.get("separator", "").casefold(), told.get("separator", "")) or separator_of(rows, first)
    if separator is None or len(separator) != 1 or separator in '"\n':
        yield Refused(1, "its rows are not cut alike by tabs, commas or semicolons")
        return
    found = records(rows, first, separator)
    layout = _told(told, separator)
    for one in found:
        if isinstance(one, Refused):
            yield one
        elif layout is None:
            layout = _layout(one, told)
            if not layout.names:
                yield entry(one.line, partial(_question, one, layout))
        else:
            yield entry(one.line, partial(_question, one, layout))


def separator_of(rows: list[str], first: int) -> str | None:
    """Tell the sign between cells by the first rows: under it the header has names, or all rows are alike.

    Args:
        rows: Lines of a file.
        first: Where to begin, from 0.
    """
    tried = {separator: alike(rows, first, separator) for separator in ("\t", ",", ";")}
    named = [separator for separator, (names, _) in tried.items() if _heads(tuple(map(meaning_of, names)))]
    even = [separator for separator, (_, even) in tried.items() if even]
    return next(iter((*named, *even)), None)


def _heads(meanings: tuple[str, ...]) -> bool:
    """Tell whether a row is a header: it names the question and its answer."""
    return {"ask", "answer"} <= set(meanings)


def anki_header(rows: list[str]) -> tuple[int, dict[str, str]]:
    """Read the lines by which Anki says what follows.

    Args:
        rows: Lines of a file.

    Returns:
        How many they are, and what they say.
    """
    told: dict[str, str] = {}
    for at, row in enumerate(rows):
        found = _HEADER.fullmatch(row)
        if not found:
            return at, told
        told[found[1]] = found[2] if found[2] == "\t" else found[2].strip()
    return len(rows), told


def _told(told: dict[str, str], separator: str) -> Layout | None:
    """Lay the columns out as Anki's header names them."""
    if "columns" not in told:
        return None
    return _named(tuple(told["columns"].split(separator)), told)


def meaning_of(name: str) -> str:
    """Say what a column of some name holds, a key of `COLUMNS`; empty where that is not known."""
    plain = re.sub(r"[\s_-]+", " ", name.strip().casefold())
    plain = re.sub(r" ?\d{1,2}$", "", plain)
    return MEANT.get(plain) or MEANT.get(plain.removesuffix("s"), "")


def _named(names: tuple[str, ...], told: dict[str, str]) -> Layout:
    html = told.get("html", "").casefold() == "true"
    return Layout(tuple(map(meaning_of, names)), names, _column(told, "tags column"), told.get("deck", ""), html)


def _column(told: dict[str, str], key: str) -> int:
    """Give the place of a column, from 0, that Anki's header names by its number; -1 where it names none."""
    at = told.get(key, "")
    return int(at) - 1 if at.isdecimal() and len(at) < 4 else -1


def _layout(record: Record, told: dict[str, str]) -> Layout:
    """Take the first row for a header if it names the question and its answer, or else the columns as they come."""
    named = _named(record.cells, told)
    if _heads(named.meanings):
        return named
    special = {_column(told, key) for key in told if key.endswith(" column")}
    fields = [at for at in range(len(record.cells)) if at not in special]
    meanings = ["deck" if at == _column(told, "deck column") else "" for at in range(len(record.cells))]
    if len(fields) == 2:
        meanings[fields[0]], meanings[fields[1]] = "ask", "answer"
    return msgspec.structs.replace(named, meanings=tuple(meanings), names=())


def _question(record: Record, layout: Layout) -> Found:
    tidy, cells = Tidy(), dict[str, list[str]]()
    if "ask" not in layout.meanings or "answer" not in layout.meanings:
        raise Unfit(f"it has {len(record.cells)} columns, and no header names a question and an answer among them")
    if len(record.cells) > len(layout.meanings):
        raise Unfit(f"it has {len(record.cells)} cells below {len(layout.meanings)} columns")
    for at, cell in enumerate(record.cells):
        for meaning, text, marked in _parts(at, cell, layout, tidy):
            cells.setdefault(meaning, []).append(tidy(text, meaning, marked))
    for meaning in ("ask", "kind", "why", "topic", "difficulty", "unit", "within"):
        if len(cells.get(meaning, ())) > 1:
            raise Unfit(f"two of its columns hold the {meaning}")
    return _found(record.line, {key: tuple(texts) for key, texts in cells.items()}, layout, tidy)


def _parts(at: int, cell: str, layout: Layout, tidy: Tidy) -> Iterator[tuple[str, str, bool]]:
    """Give what a cell holds: the meaning of each of its texts, the text, and whether that is HTML."""
    meaning = layout.meanings[at]
    if not cell.strip():
        return
    if at == layout.tags:
        told, others = tagged(cell)
        if others:
            tidy.note(TAGS)
        yield from ((name, text, False) for name, text in told)
    elif layout.html and (cut := pieces(meaning, cell)):
        yield from ((name, text, False) for name, text in cut)
    elif meaning:
        yield meaning, plain(cell, layout.names), layout.html
    else:
        name = layout.names[at].strip()[:40] if layout.names else str(at + 1)
        tidy.note(f"the column {name} was left out")


def _found(line: int, cells: dict[str, tuple[str, ...]], layout: Layout, tidy: Tidy) -> Found:
    def one(key: str) -> str:
        return next(iter(cells.get(key, ())), "")

    ask, answers, wrong = one("ask"), cells.get("answer", ()), cells.get("wrong", ())
    if not ask or not answers:
        raise Unfit(f"the {'answer' if ask else 'question'} is empty")
    # A flashcard lists all options; those that are not right are wrong.
    wrong = (*wrong, *(text for text in cells.get("option", ()) if text not in answers))
    kind, answer = _answer(one("kind").casefold(), answers, wrong)
    if (one("unit") or one("within")) and kind not in MEASURED:
        tidy.note("units of what is no number were left out")
    return Found(
        line=line,
        kind=kind,
        ask=ask,
        answer=answer,
        wrong=wrong if kind in ("choice", "multi") else (),
        accept=cells.get("accept", ()),
        vague=cells.get("vague", ()),
        refuse=cells.get("refuse", ()),
        unit=one("unit") if kind == "number" else "",
        within=number(one("within")) if kind in MEASURED and one("within") else 0,
        why=one("why"),
        topic=one("topic") or one("deck") or layout.deck,
        difficulty=one("difficulty").casefold(),
        notes=tidy.notes,
    )


def _answer(
    kind: str, answers: tuple[str, ...], wrong: tuple[str, ...]
) -> tuple[str, str | bool | int | float | tuple[str, ...]]:
    """Tell the kind of a question where its row does not, and read its answer as that kind wants it."""
    truth = truth_of(answers[0], wrong) if len(answers) == 1 else None
    if not kind:
        kind = "multi" if len(answers) > 1 else "typed" if not wrong else "choice" if truth is None else "true-false"
    if kind not in KINDS:
        raise Unfit(f"its kind {quoted(kind[:20])} is none of {', '.join(KINDS)}")
    if kind in ("multi", "ordering"):
        return kind, answers
    if len(answers) > 1:
        raise Unfit(f"it has {len(answers)} answers, and its kind has one")
    if kind == "true-false":
        if answers[0].casefold() not in ("true", "false"):
            raise Unfit("its answer is neither true nor false")
        return kind, answers[0].casefold() == "true"
    return kind, number(answers[0]) if kind == "number" else answers[0]
