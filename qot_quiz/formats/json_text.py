"""A whole pack as one JSON object: ``pack``, ``facts`` and ``questions`` (README, "For scripts")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from qot_quiz.core import kinds
from qot_quiz.core.fact import Fact
from qot_quiz.core.kinds.choice import place_of
from qot_quiz.core.question import Item

SEED = 0
"""The seed by which options are drawn: one drawing of each question."""


def write(pack: dict[str, object], facts: list[Fact], questions: Iterable[Item]) -> Iterator[str]:
    """Write a pack, a line for each fact and question.

    Args:
        pack: What the pack says of itself.
        facts: Its facts.
        questions: Its questions.
    """
    yield '{"pack": ' + _text(pack) + ',\n"facts": ['
    yield ",".join("\n" + _text(_fact(fact)) for fact in facts)
    yield '\n],\n"questions": ['
    for number, item in enumerate(questions):
        yield (",\n" if number else "\n") + _text(_question(item, place_of(SEED, number)))
    yield "\n]}\n"


def _fact(fact: Fact) -> dict[str, Any]:
    return {name: getattr(fact, name) for name in fact.__struct_fields__ if name != "sources"} | {
        "sources": [_source(source) for source in fact.sources]
    }


def _question(item: Item, place: int) -> dict[str, Any]:
    dealt = kinds.deal(item, SEED, place)
    texts = {option.key: option.text for option in dealt.options}
    return {
        "id": item.id,
        "fact_id": item.fact_id,
        "kind": item.kind,
        "difficulty": item.difficulty,
        "topic": item.topic,
        "spoils": item.spoils,
        "ask": item.ask,
        "options": list(texts.values()),
        "solution": [texts.get(given, given) for given in dealt.solution],
        "accept": item.accept,
        "why": item.why,
        "sources": [_source(source) for source in item.sources],
    }


def _source(source: Any) -> dict[str, Any]:
    return {name: getattr(source, name) for name in source.__struct_fields__ if getattr(source, name)}


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()
