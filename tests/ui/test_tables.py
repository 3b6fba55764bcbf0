"""Tables that line up, for wide names and narrow screens."""

from __future__ import annotations

from rich.cells import cell_len

from qot_quiz.ui.tables import Column, lines

COLUMNS = (Column("#", number=True), Column("player"), Column("points", number=True), Column("game", spare=1))
ROWS: list[tuple[str, ...]] = [("1", "Ann", "1,930", "4a50a8"), ("10", "김지원", "20", "c1713b")]


def test_wide_names_line_up() -> None:
    """Korean names count as the columns they take, and numbers stand flush right."""
    drawn = lines(COLUMNS, ROWS)
    assert drawn == [
        " #  player  points  game",
        " 1  Ann      1,930  4a50a8",
        "10  김지원      20  c1713b",
    ]
    assert {cell_len(line[: line.rindex("  ")]) for line in drawn} == {18}


def test_spare_columns_go_where_there_is_no_room() -> None:
    """A narrow screen loses the spare columns and no other."""
    assert lines(COLUMNS, ROWS, 20)[0] == " #  player  points"
    assert lines(COLUMNS, ROWS, 5)[0] == " #  player  points"


def test_hostile_cells_are_made_visible() -> None:
    """An escape in a cell is drawn as text."""
    assert lines((Column("x"),), [("a\x1b[31m",)])[1] == "a<U+001B>[31m"


def test_a_name_that_fills_the_window_is_cut() -> None:
    """Where no column can be spared, the widest is cut to the window, by columns and not by characters."""
    columns = (Column("rank", number=True), Column("player"), Column("points", number=True))
    found = lines(columns, [("1", "\uc9c0" * 40, "100"), ("2", "Ann", "90")], 30)
    assert all(cell_len(line) <= 30 for line in found)
    assert "…" in found[1]
    assert found[1].endswith("100")
    assert "Ann" in found[2]
