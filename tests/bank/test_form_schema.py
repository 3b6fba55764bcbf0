"""The JSON Schema for editors: what the reader reads is valid, and what it refuses is not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from running import ROOT

from qot_quiz.bank.form_schema import DIALECT, form_schema
from qot_quiz.bank.reading import TABLES
from qot_quiz.bank.starting import STARTER

from .sample import FILES

WRITTEN = sorted([*(ROOT / "questions").glob("*.toml"), *Path(STARTER).glob("*.toml")])
"""Files that are known to be sound."""

GOOD = FILES["people.toml"]


def plain(value: object) -> object:
    """Write dates as the text that editors validate."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """Give the validator of the schema, as it comes out of JSON."""
    schema: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(form_schema()))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    return Draft202012Validator(schema)


def test_there_are_files_to_validate() -> None:
    """The built-in pack and the starter are both found."""
    assert len(WRITTEN) > 10


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_written_file_is_valid(validator: Draft202012Validator, file: Path) -> None:
    """Each file of the built-in pack, and of the starter, is what the schema describes."""
    content = plain(tomllib.loads(file.read_text(encoding="utf-8")))
    assert [error.message for error in validator.iter_errors(content)] == []


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_the_sample_is_valid(validator: Draft202012Validator, text: str) -> None:
    """So is the sample that keeps every rule."""
    assert validator.is_valid(plain(tomllib.loads(text)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('kind = "typed"', 'kind = "tiped"'),
        ('difficulty = "hard"', 'difficulti = "hard"'),
        ('difficulty = "hard"', 'difficulty = "harder"'),
        ('value = { character = "Kim A-ra" }', 'value = { charakter = "Kim A-ra" }'),
        ('value = { character = "Kim A-ra" }', "value = {}"),
        ('why = "She needs three nights for it."', "why = 3"),
        ('ask = "Which character paints the harbour wall?"', ""),
        ('id = "painter/who"', 'id = "Painter/who"'),
        ("[{ paragraph = 7 }]", "[{ paragraf = 7 }]"),
        ('topic = "people"', "topic = 7"),
        ("[[fact]]", "[[fakt]]"),
    ],
)
def test_slips_are_marked(validator: Draft202012Validator, old: str, new: str) -> None:
    """A misspelt word or key, a wrong type and a missing key are marked while one writes."""
    assert old in GOOD
    assert not validator.is_valid(plain(tomllib.loads(GOOD.replace(old, new, 1))))


def test_every_key_is_explained() -> None:
    """Each table and each key of it has a description, and nothing of the reader's types is left out."""
    schema = form_schema()
    assert set(schema["properties"]) == set(TABLES)
    assert all(told["description"] for told in schema["properties"].values())
    for name, part in schema["$defs"].items():
        assert part["description"], name
        bare = [key for key, told in part["properties"].items() if not told.get("description")]
        assert bare == [], name
    for type in TABLES.values():
        keys = {field.encode_name for field in msgspec.structs.fields(type)}
        assert set(schema["$defs"][type.__name__]["properties"]) == keys
