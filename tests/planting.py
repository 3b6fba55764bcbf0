"""Plants a bug in the program before it starts: this folder's text as a `sitecustomize` of the child process."""

from __future__ import annotations

import os
from pathlib import Path

from running import ROOT

_CUSTOM = """
import importlib, os, sys

module, names, after, *callers = os.environ["PLANTED"].split(":")
owner = importlib.import_module(module)
*path, name = names.split(".")
for one in path:
    owner = getattr(owner, one)
real, left = getattr(owner, name), [int(after)]


def broken(*args, **more):
    if callers and sys._getframe(1).f_globals["__name__"] not in callers:
        return real(*args, **more)
    left[0] -= 1
    if left[0] < 0:
        raise ZeroDivisionError(f"{args} {more} {os.environ}")
    return real(*args, **more)


setattr(owner, name, broken)
"""


def planted(folder: Path, bug: str) -> dict[str, str]:
    """Give the variables under which the program has a bug, whose message tells all that it can find.

    Args:
        folder: A folder to write in.
        bug: A module, a function or method in it, and how often that works before it breaks, with colons between;
            after one more the module whose calls are counted, where those of others are to work.
    """
    place = folder / "planted"
    place.mkdir(exist_ok=True)
    (place / "sitecustomize.py").write_text(_CUSTOM, encoding="utf-8")
    return {"PLANTED": bug, "PYTHONPATH": os.pathsep.join((str(place), str(ROOT)))}
