"""A pack in its own form: its files as they are, at another place, to be read, changed and added."""

from __future__ import annotations

import os
from collections.abc import Iterator

from qot_quiz import runtime, voice
from qot_quiz.bank.locating import source_of
from qot_quiz.bank.stamps import pack_files
from qot_quiz.errors import PackError, UsageError
from qot_quiz.formats.files.folder import check_free, write_folder
from qot_quiz.formats.files.whole import write_whole

TOML = "toml"
"""What the program's own form is called beside foreign formats."""

PIECE = 1 << 16
"""Bytes that are read at once."""


def copy(pack: str, goal: str, force: bool) -> int:
    """Write the files of a pack into a new folder; a pack of one file also to a file or, as ``-``, to the output."""
    source = source_of(pack, runtime.paths()["packs"])
    try:
        files = pack_files(source)
    except OSError as error:
        raise PackError(f"The pack {pack} cannot be read: {error.strerror or error}.") from error
    if goal == "-" or goal.endswith(".toml"):
        if len(files) != 1:
            raise UsageError(f"The pack {pack} has {len(files)} files.", "Name a new folder for them.")
        if goal == "-":
            voice.pour(_pieces(files[0]))
        else:
            write_whole(goal, _pieces(files[0]), force)
            voice.talk(f"{goal} is written.")
    else:
        check_free(goal)
        write_folder(goal, ((os.path.basename(file), _pieces(file)) for file in files))
        voice.talk(f"The pack is in {goal}: qot-quiz pack check {goal} checks what you change.")
    return 0


def _pieces(file: str) -> Iterator[bytes]:
    try:
        with open(file, "rb") as opened:
            while piece := opened.read(PIECE):
                yield piece
    except OSError as error:
        raise PackError(f"{file} cannot be read: {error.strerror or error}.") from error
