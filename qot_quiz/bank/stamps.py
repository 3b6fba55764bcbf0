"""Which files make up a pack, and the stamp that tells whether they have changed."""

from __future__ import annotations

import os

Stamp = tuple[tuple[str, int, int], ...]
"""Name, size in bytes and time of change in nanoseconds of each file, by name."""


STREAM = ".jsonl"
"""How a file of questions ends that is too large for TOML: one JSON object a line."""


def is_stream(file: str) -> bool:
    """Tell whether a file of a pack is read line by line."""
    return file.endswith(STREAM)


def pack_files(path: str) -> list[str]:
    """List the TOML and JSONL files of a pack in the order of their names.

    Args:
        path: A folder, or one TOML file.

    Raises:
        OSError: The folder cannot be listed.
    """
    if not os.path.isdir(path):
        return [path]
    names = sorted(name for name in os.listdir(path) if name.endswith((".toml", STREAM)) and not name.startswith("."))
    return [os.path.join(path, name) for name in names]


def stamp_of(path: str) -> Stamp:
    """Take the stamp of a pack's files.

    Args:
        path: A folder, or one TOML file.

    Raises:
        OSError: A file cannot be looked at.
    """
    found = []
    for file in pack_files(path):
        state = os.stat(file)
        found.append((os.path.basename(file), state.st_size, state.st_mtime_ns))
    return tuple(found)
