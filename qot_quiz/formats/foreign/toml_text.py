"""Tables of a pack as TOML text (https://toml.io/en/v1.0.0)."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


def table(header: str, values: Mapping[str, object]) -> str:
    """Write a table, an empty line behind it.

    Args:
        header: Its header with all brackets.
        values: Texts of one line, truth values, numbers, and lists of texts, by their keys.
    """
    return "\n".join([header, *(f"{key} = {_written(value)}" for key, value in values.items())]) + "\n\n"


def _written(value: object) -> str:
    # JSON writes texts, lists of them, truths and whole numbers exactly as TOML does.
    return repr(value) if isinstance(value, float) else msgspec.json.encode(value).decode()
