"""The JSON Schema of a pack's TOML form, for editors: made from the very tables that the reader reads."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from qot_quiz.bank import authored
from qot_quiz.bank.check import RULES
from qot_quiz.bank.reading import TABLES
from qot_quiz.bank.recipes import MAKES
from qot_quiz.bank.rules.structure import KEBAB, VALUE_KEYS
from qot_quiz.core.kinds import KINDS
from qot_quiz.core.question import DIFFICULTIES

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_REFERENCE = "#/$defs/{name}"
_ID = {"pattern": f"^{KEBAB.pattern}$"}
_KNOWN: dict[tuple[type[msgspec.Struct], str], dict[str, Any]] = {
    (authored.AuthoredPack, "id"): _ID,
    (authored.AuthoredTopic, "id"): _ID,
    (authored.AuthoredName, "id"): _ID,
    (authored.AuthoredFact, "id"): _ID,
    (authored.AuthoredFact, "difficulty"): {"enum": list(DIFFICULTIES)},
    (authored.AuthoredFact, "value"): {"propertyNames": {"enum": list(VALUE_KEYS)}, "minProperties": 1},
    (authored.AuthoredQuestion, "id"): {"pattern": f"^{KEBAB.pattern}(/{KEBAB.pattern})?$"},
    (authored.AuthoredQuestion, "kind"): {"enum": list(KINDS)},
    (authored.AuthoredQuestion, "difficulty"): {"enum": list(DIFFICULTIES)},
    (authored.AuthoredRecipe, "id"): _ID,
    (authored.AuthoredRecipe, "make"): {"enum": list(MAKES)},
    (authored.AuthoredRecipe, "kind"): {"enum": list(KINDS)},
    (authored.AuthoredRecipe, "difficulty"): {"enum": list(DIFFICULTIES)},
    (authored.AuthoredAccept, "rule"): {"enum": [rule.name for rule in RULES]},
}
"""What the types do not say: which words a key takes. The rules of `pack check` know more."""


def form_schema() -> dict[str, Any]:
    """Make the JSON Schema (draft 2020-12) of one TOML file of a pack."""
    types: tuple[type[msgspec.Struct], ...] = (*TABLES.values(), authored.AuthoredSource)
    _, parts = msgspec.json.schema_components(types, ref_template=_REFERENCE)
    for type in types:
        _describe(type, parts[type.__name__])
    properties = {key: _table(key, type) for key, type in TABLES.items()}
    shown = properties["topic"]["description"]
    properties["topic"] = {
        "description": f"{shown} In a file of facts: the id of the topic to which they belong.",
        "anyOf": [{"type": "string"}, {**properties["topic"], "description": shown}],
    }
    return {
        "$schema": DIALECT,
        "title": "A file of a qot-quiz pack",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": parts,
    }


def _table(key: str, type: type[msgspec.Struct]) -> dict[str, Any]:
    """Write how a table stands in a file: once as ``[pack]``, all others many times."""
    reference = {"$ref": _REFERENCE.format(name=type.__name__)}
    told = _summary(type)
    return {"description": told, **(reference if key == "pack" else {"type": "array", "items": reference})}


def _describe(type: type[msgspec.Struct], part: dict[str, Any]) -> None:
    """Put the docstring's words where editors show them, and add the words that a key takes."""
    part["description"] = _summary(type)
    told = _arguments(type)
    for field in msgspec.structs.fields(type):
        key = part["properties"][field.encode_name]
        if field.name in told:
            key["description"] = told[field.name]
        key.update(_KNOWN.get((type, field.name), {}))


def _summary(type: type[msgspec.Struct]) -> str:
    return _plain((type.__doc__ or "").partition("\n\n")[0])


def _arguments(type: type[msgspec.Struct]) -> dict[str, str]:
    """Read what a docstring says of each field."""
    _, _, section = (type.__doc__ or "").partition("Args:\n")
    return {name: _plain(words) for name, words in re.findall(r"^ +(\w+): (.*(?:\n {12,}.*)*)", section, re.MULTILINE)}


def _plain(text: str) -> str:
    return " ".join(text.replace("`", "").split())
