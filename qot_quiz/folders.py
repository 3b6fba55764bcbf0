"""Folders of the program's own, which nobody but their owner may look into."""

from __future__ import annotations

import os


def make_folder(folder: str) -> None:
    """Make a folder and those above it, each with mode 0700, where they are missing.

    Args:
        folder: Its path.

    Raises:
        OSError: It cannot be made.
    """
    # os.makedirs gives its mode to the last folder alone.
    if os.path.isdir(folder):
        return
    make_folder(os.path.dirname(os.path.abspath(folder)))
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise
