"""Recipes: families of questions made from facts, before any rule looks at the pack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

import msgspec

from qot_quiz.bank.authored import AuthoredFact, AuthoredRecipe
from qot_quiz.bank.findings import Finding, nearest
from qot_quiz.bank.fuel import Made, Unmade, facts_of
from qot_quiz.bank.pack import Pack, Placed
from qot_quiz.bank.recipes import order, subject, value, which
from qot_quiz.core.clean import quoted


class Make(Protocol):
    """A way of making questions from facts.

    Args:
        KINDS: The kinds of question that it makes; a recipe chooses where its key ``kind`` is taken.
        KEYS: Keys that it takes beyond those of every recipe.
        NAMED: What every stem has a place for, as in ``{subject}``.
    """

    KINDS: tuple[str, ...]
    KEYS: tuple[str, ...]
    NAMED: tuple[str, ...]

    def make(self, recipe: AuthoredRecipe, facts: list[AuthoredFact]) -> Made:
        """Make questions of the facts that a recipe ranges over; raises Unmade where none can be made."""


MAKES: dict[str, Make] = {
    "value": value,
    "subject": subject,
    "order": order,
    "which": which,
}
"""Every make by the name that recipes use."""

_SPECIAL = ("kind", "unit", "within", "statement", "falling", "is", "from", "to")
"""Keys that belong to some makes only."""

_PLACE = re.compile(r"{([^{}]*)}")


def expand(pack: Pack) -> Pack:
    """Add what the recipes of a pack make.

    Args:
        pack: The pack as its authors wrote it.

    Returns:
        The pack with made facts and questions, which stand where their recipe stands, and what is wrong with recipes.
    """
    # A file that is missing as a whole would make every fact that a recipe names look unknown.
    if not pack.recipes or any(finding.rule == "syntax" for finding in pack.findings):
        return pack
    written = {placed.table.id: placed.table for placed in pack.facts}
    made = [(placed, _make(placed.table, written, pack.lost)) for placed in pack.recipes]
    findings = [
        Finding(placed.file, placed.line, placed.table.id, "recipe", "error", message, hint)
        for placed, result in made
        for message, hint in result.troubles
    ]
    return msgspec.structs.replace(
        pack,
        facts=(*pack.facts, *(_at(placed, result.fact) for placed, result in made if result.fact)),
        questions=(*pack.questions, *(_at(placed, one) for placed, result in made for one in result.questions)),
        findings=(*pack.findings, *findings),
        lost=pack.lost | {placed.table.id for placed, result in made if result.troubles},
    )


def _make(recipe: AuthoredRecipe, facts: dict[str, AuthoredFact], lost: frozenset[str]) -> Made:
    if lost.intersection(recipe.facts):
        return Made(())
    try:
        if recipe.make not in MAKES:
            raise Unmade(f"unknown make {quoted(recipe.make)}", nearest(recipe.make, MAKES))
        make = MAKES[recipe.make]
        _prove(recipe, make)
        return make.make(recipe, facts_of(recipe, facts))
    except Unmade as trouble:
        return Made((), troubles=((trouble.message, trouble.hint),))


def _prove(recipe: AuthoredRecipe, make: Make) -> None:
    """Refuse a recipe with a key of another make, without a place for what its stems name, or with an unknown place."""
    for field in msgspec.structs.fields(recipe):
        key, given = field.encode_name, getattr(recipe, field.name) != field.default
        if given and key in _SPECIAL and key not in make.KEYS:
            raise Unmade(f"{recipe.make} takes no {quoted(key)}", f"Take the line {quoted(key)} out.")
    if "kind" in make.KEYS and recipe.kind not in make.KINDS:
        kinds = nearest(recipe.kind, make.KINDS)
        raise Unmade(f"{recipe.make} makes no questions of the kind {quoted(recipe.kind)}", kinds)
    for name in make.NAMED:
        if f"{{{name}}}" not in recipe.ask:
            raise Unmade(f"ask has no {{{name}}}", "Say where it goes: every question needs a stem of its own.")
    both = ("subject", "value") if make.NAMED else ()
    known = {"ask": make.NAMED, "why": both, "statement": ("list",)}
    for key, place in _places(recipe):
        if place not in known[key]:
            raise Unmade(f"{key} has an unknown place {{{place}}}", nearest(place, known[key]))


def _places(recipe: AuthoredRecipe) -> Iterator[tuple[str, str]]:
    for key, text in (("ask", recipe.ask), ("why", recipe.why), ("statement", recipe.statement)):
        yield from ((key, place) for place in _PLACE.findall(text))


def _at(recipe: Placed[AuthoredRecipe], table: msgspec.Struct) -> Placed[msgspec.Struct]:
    """Put a made table where its recipe stands."""
    return Placed(table, recipe.file, recipe.line, recipe.topic, recipe.table.id)
