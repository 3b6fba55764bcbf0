"""Windows as small as forty columns by twelve lines: a question stays whole, and nothing is drawn twice."""

from __future__ import annotations

import os
import select
import time

import pyte
import pytest
from pty_job import Job
from samples import deck, setup
from shapes import ITEMS
from terminal_game import ASKS, end, press, start

from qot_quiz.core import kinds
from qot_quiz.core.events import Asked
from qot_quiz.core.game import begin
from qot_quiz.core.setup import Rules
from qot_quiz.ui import layout

COLUMNS, ROWS = 40, 12
SHAPES = "tests.ui.shapes"
DOWN, UP = "\x1b[B", "\x1b[A"


class Window:
    """What a terminal of some size has shown of a job's output, with its scrollback.

    Args:
        job: The program.
        columns: Columns of the window.
        rows: Its lines.
    """

    def __init__(self, job: Job, columns: int = COLUMNS, rows: int = ROWS) -> None:
        self._job = job
        self._screen = pyte.HistoryScreen(columns, rows, history=1000)
        self._stream = pyte.ByteStream(self._screen)
        self._fed = 0

    def lines(self) -> list[str]:
        """Give the lines of the window now."""
        new = self._job.output[self._fed :]
        self._fed += len(new)
        self._stream.feed(new)
        return [line.rstrip() for line in self._screen.display]

    def all(self) -> list[str]:
        """Give the lines of the scrollback and of the window."""
        shown = self.lines()
        above = ["".join(line[x].data for x in range(self._screen.columns)) for line in self._screen.history.top]
        return [*(line.rstrip() for line in above), *shown]

    def until(self, text: str) -> list[str]:
        """Wait until a text stands in the window, its line ends taken for spaces."""
        limit = time.monotonic() + 20
        while text not in " ".join(" ".join(self.lines()).split()):
            assert time.monotonic() < limit, (text, self.lines())
            take_up(self._job)
        return self.lines()


def take_up(job: Job, quiet: float = 0.02) -> None:
    """Read what is drawn, until nothing more comes for so many seconds."""
    while select.select([job.master], [], [], quiet)[0]:
        job.output += os.read(job.master, 65536)


def test_a_question_stays_whole() -> None:
    """A question of one pick has its heading, its options and its keys in the window at once, before and after keys."""
    with start("script/writer", "lead/actor", columns=COLUMNS, rows=ROWS) as job:
        window = Window(job)
        for keys in ("", DOWN, DOWN):
            job.type(keys.encode())
            lines = [line.strip() for line in window.until("q leave")]
            assert "Question 1 of 2 · medium" in lines
            assert "Who wrote the script?" in lines
            assert sum(line.removeprefix("› ")[:2] in ("1 ", "2 ", "3 ", "4 ") for line in lines) == 4
        press(job, "1")
        window.until("Enter next")
        assert sum("Question 1 of 2" in line for line in window.all()) == 1
        assert end(job, "q")[-1] == "Leave"


@pytest.mark.parametrize(("id", "keys", "rows"), [("story/order", "1423", 10), ("family/actors", "1", 11)])
def test_more_options_than_lines(id: str, keys: str, rows: int) -> None:
    """A question stays whole above the options that the window holds, and the one under the cursor is among them."""
    with start(id, columns=COLUMNS, rows=rows, pack=SHAPES) as job:
        window = Window(job, rows=rows)
        (item,) = [one for one in ITEMS if one.id == id]
        count = len(kinds.deal(item, 7, 0).options)
        pressed = [
            ("", 0),
            *((DOWN, place) for place in range(count)),
            *((UP, place) for place in reversed(range(count - 1))),
        ]
        for key, place in pressed:
            job.type(key.encode())
            lines = window.until(f"› {place + 1} " if key else "q leave")
            whole = " ".join(" ".join(lines).split())
            assert "Question 1 of 1" in whole
            assert item.ask in whole
            assert "undoes" not in whole  # what earns a part gives way to the options
            assert whole.endswith("q leave")
            marks = {int(line[4]): line[:1] for line in lines if line[3:4] == " " and line[4:5].isdecimal()}
            assert [*marks] == [*range(min(marks), max(marks) + 1)]
            assert place + 1 in marks
            assert len(marks) < count
            assert ("↑" in marks.values(), "↓" in marks.values()) == (1 not in marks, count not in marks)
        press(job, keys + "\r")
        window.until("Enter result")
        assert sum("Question 1 of 1" in line for line in window.all()) == 1
        assert end(job, "\r")[0].startswith("Answer")


def test_an_order_is_seen_and_told_once() -> None:
    """In the smallest usual window all of an order is in view with its keys, and its verdict tells it once."""
    with start("story/order", columns=COLUMNS, rows=ROWS, pack=SHAPES) as job:
        window = Window(job)
        lines = window.until("q leave")
        assert "1-4 place or undo  Enter answer" in [line.strip() for line in lines]
        assert [line[4] for line in lines if line[6:7] == "["] == ["1", "2", "3", "4"]
        press(job, "1423\r")
        told = " ".join(" ".join(window.until("Enter result")).split())
        assert "1. Hyun-woo tells his family" in told
        assert told.count("They fly to Germany") == 1
        assert "the right order:" not in told
        end(job, "\r")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 30), (60, 24)])
def test_there_is_air_where_there_is_room(columns: int, rows: int) -> None:
    """In usual windows no question of the sample is crowded; in the smallest all with options are."""
    for dealt in (*deck(), *(kinds.deal(item, 7, 0) for item in ITEMS)):
        _, (asked,) = begin(setup(rules=Rules(fifty=1, hints=True)), (dealt,))
        assert isinstance(asked, Asked)
        assert not layout.crowded(asked, columns - 4, rows)
        if dealt.options:
            assert layout.crowded(asked, COLUMNS - 4, ROWS)


@pytest.mark.parametrize("pack", ["tests.samples", SHAPES])
def test_a_resize_in_the_middle(pack: str) -> None:
    """A window made narrow and low in the midst of a question shows it whole again, and the answer counts once."""
    id = "script/writer" if pack == "tests.samples" else "family/actors"
    with start(id, columns=100, rows=30, pack=pack) as job:
        job.until("leave")
        for columns, rows in ((COLUMNS, 16), (120, 30), (COLUMNS, 15)):
            take_up(job, 0.2)
            since = len(job.output)
            job.resize(columns, rows)
            job.until("leave", since)
            take_up(job, 0.2)
            window = pyte.Screen(columns, rows)
            pyte.ByteStream(window).feed(b"\r\n" * rows + job.output[since:])
            lines = [line.strip() for line in window.display]
            heading = next(at for at, line in enumerate(lines) if line.startswith("Question 1"))
            below = " ".join(" ".join(lines[heading:]).split())
            assert below.endswith("q leave")
            options = [line.removeprefix("› ").lstrip() for line in lines[heading:]]
            assert [line[0] for line in options if line[1:2] == " " and line[0].isdecimal()][:4] == ["1", "2", "3", "4"]
        since = len(job.output)
        job.type(b"1" if pack == "tests.samples" else b"1\r")
        job.until(ASKS.decode(), since)
        assert len(end(job, "\r")) == 2
