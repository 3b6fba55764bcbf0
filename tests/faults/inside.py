"""Running a command in this process, for what comes before a fault and after it."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from running import Result

from qot_quiz.__main__ import main

from .strace import environment


def run(place: Path, *words: str) -> Result:
    """Run a command whose every file lies in a place.

    Args:
        place: A folder with the run's home in it.
        words: The command line without the program's name.
    """
    written = io.BytesIO(), io.BytesIO()
    out, err = (io.TextIOWrapper(bytes, encoding="utf-8", write_through=True) for bytes in written)
    surroundings = patch.dict(os.environ, environment(place), clear=True)
    called = patch.multiple(sys, argv=["qot-quiz", *words], stdin=io.TextIOWrapper(io.BytesIO()))
    code: object = 0
    with surroundings, called, redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as ended:
            code = ended.code
    assert isinstance(code, int)
    return Result(code, *(bytes.getvalue().decode() for bytes in written))
