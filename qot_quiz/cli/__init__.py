"""The commands: plain functions, and the Typer signatures that call them."""

from __future__ import annotations

import sys


def _load_msgspec() -> None:
    """Load msgspec with the `typing` of Python alone.

    It prefers typing_extensions where another package has brought that: milliseconds of every start, for nothing
    that Python 3.11 lacks.
    """
    name = "typing_extensions"
    if name in sys.modules:
        return
    sys.modules[name] = None  # type: ignore[assignment] # which makes its import an ImportError
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[name]


_load_msgspec()
