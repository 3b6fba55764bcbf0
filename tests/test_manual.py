"""The manual page that is shipped says what the help says, and reads well."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import tomllib

import pytest
from running import ROOT

PAGE = ROOT / ".readme" / "qot-quiz.1"
CHECKS = {
    "mandoc": ["mandoc", "-Tlint", "-Wall"],
    "groff": ["groff", "-man", "-ww", "-z", "-Tutf8"],
    "man": ["man", "--warnings", "-E", "UTF-8", "-l"],
}
"""Programs that read such a page, and how each is told to complain of it."""


def test_the_page_is_what_the_help_says() -> None:
    """After a change of the help the page is to be written anew: python .readme/manual.py."""
    written = PAGE.read_text(encoding="utf-8")
    day = written.split('"')[1]
    made: str = runpy.run_path(str(ROOT / ".readme" / "manual.py"))["page"](day)
    assert made == written
    assert "\\fBqot\\-quiz pack remove\\fR [\\fIOPTIONS\\fR] \\fINAME\\fR\n" in made
    assert ".SH EXIT STATUS\n.TP\n\\fB0\\fR\nDone.\n" in made


def test_the_page_is_shipped() -> None:
    """A wheel puts it where `man` looks, and an sdist carries it."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        targets = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]
    assert targets["wheel"]["shared-data"] == {".readme/qot-quiz.1": "share/man/man1/qot-quiz.1"}
    assert "/.readme" in targets["sdist"]["include"]


@pytest.mark.parametrize("reader", sorted(CHECKS))
def test_no_reader_complains(reader: str) -> None:
    """Each program that sets such pages takes it without a warning."""
    if shutil.which(reader) is None:
        pytest.skip(f"{reader} is not installed: the page was not shown to it")
    done = subprocess.run(
        [*CHECKS[reader], str(PAGE)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "MANWIDTH": "80", "MAN_KEEP_FORMATTING": "", "LC_ALL": "C.UTF-8"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert reader != "mandoc" or not done.stdout
    assert reader != "man" or "qot-quiz scores export [OPTIONS] FILE" in done.stdout
