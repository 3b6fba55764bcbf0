"""Recipes: what they make keeps every rule, and one that cannot be made says why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bank.lamps import FIRST_FIVE, LAMPS, LIT, LIT_ON, MIDDLE, RECIPES, lamp
from bank.sample import findings_of, write_pack
from qot_quiz.bank import recipes
from qot_quiz.bank.compiling import checked
from qot_quiz.bank.digest import digest_of
from qot_quiz.bank.items import facts_of
from qot_quiz.bank.recipes import MAKES
from qot_quiz.core.fact import Fact


def test_every_make_has_its_module() -> None:
    """The table names each module of the folder, and no other."""
    folder = os.path.dirname(recipes.__file__)
    modules = {name.removesuffix(".py") for name in os.listdir(folder) if name.endswith(".py")}
    assert set(MAKES) == modules - {"__init__"}


def test_made_questions_keep_every_rule(tmp_path: Path) -> None:
    """Facts and recipes that are in order draw no finding at all."""
    assert findings_of(tmp_path, lamps=LAMPS + RECIPES) == []


def test_a_recipe_may_stand_in_another_file(tmp_path: Path) -> None:
    """Made questions need not stand below their facts, and belong to the topics of these."""
    assert findings_of(tmp_path, lamps=LAMPS, oil='topic = "people"\n' + RECIPES) == []


def test_a_lost_file_draws_no_findings_after_it(tmp_path: Path) -> None:
    """The recipes over the facts of a file that cannot be read are not at fault."""
    found = findings_of(tmp_path, lamps=LAMPS + "= =", oil='topic = "dates"\n' + RECIPES)
    assert [(finding.file, finding.rule) for finding in found] == [("lamps.toml", "syntax")]


def test_a_recipe_has_an_id_of_its_own(tmp_path: Path) -> None:
    """An id that is not kebab-case, or that two recipes share, is found at the recipe and not at what it makes."""
    found = findings_of(tmp_path / "form", lamps=LAMPS + LIT.replace('"lit"', '"Lit!"') + LIT_ON)
    assert [(finding.rule, finding.id) for finding in found] == [("id-form", "Lit!")]
    found = findings_of(tmp_path / "twice", lamps=LAMPS + LIT + LIT_ON.replace('"lit-on"', '"lit"'))
    assert ("id-unique", "lit") in {(finding.rule, finding.id) for finding in found}


def test_made_tables_stand_where_their_recipe_stands(tmp_path: Path) -> None:
    """A finding on a made question names the recipe's file and line, and the question."""
    text = LAMPS + LIT.replace("On which date was", "When was") + LIT_ON
    found = [finding for finding in findings_of(tmp_path, lamps=text) if finding.rule == "ask-when"]
    line = text.split("\n").index('id = "lit"') + 1
    assert {(finding.file, finding.line) for finding in found} == {("lamps.toml", line)}
    assert found[0].id == "lamp-1/lit"


def test_the_digest_covers_recipes(tmp_path: Path) -> None:
    """A change of a recipe is a change of what the pack asks; its own name for the family counts as well."""
    first, second, third = (
        digest_of(checked(write_pack(tmp_path / name, lamps=text)))
        for name, text in (
            ("a", LAMPS + RECIPES),
            ("b", LAMPS + RECIPES.replace("was {subject} lit", "was {subject} first lit")),
            ("c", LAMPS + RECIPES.replace('id = "lit"', 'id = "lighted"')),
        )
    )
    assert len({first, second, third}) == 3


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('make = "value"', 'make = "valu"', "unknown make"),
        ('of = "lamp"', 'of = "lamps"', 'no fact of the kind "lamps"'),
        ('of = "lamp"', "", "either of or facts"),
        ('of = "lamp"', 'of = "lamp"\nfacts = ["lamp-1"]', "either of or facts"),
        ('of = "lamp"', 'facts = ["lamp-1", "lamb-2"]', 'no fact "lamb-2"'),
        ('of = "lamp"', 'facts = ["lamp-1", "lamp-1"]', 'names "lamp-1" twice'),
        ('of = "lamp"', 'facts = ["lamp-1", "painter"]', '"painter" has no subject'),
        ('of = "lamp"', 'facts = ["lamp-1", "lamp-2", "lamp-3"]', "2 wrong options"),
        ('kind = "choice"', 'kind = "multi"', "makes no questions of the kind"),
        ('kind = "choice"', "", "makes no questions of the kind"),
        ('kind = "choice"', 'kind = "number"', "a date is no answer of the kind"),
        ("{subject} lit?", "it lit?", "ask has no {subject}"),
        ("{subject} lit?", "{subject} lit by {keeper}?", "unknown place {keeper}"),
        ("{subject} lit?", "{subject} lit on {value}?", "unknown place {value}"),
        ('of = "lamp"', 'of = "lamp"\nfalling = true', 'takes no "falling"'),
        ('of = "lamp"', 'of = "lamp"\nis = 0', 'takes no "is"'),
        ('"lamp-2", "lamp-4"]', '"lamp-2", "lamp-4", "lamp-6", "lamp-7", "lamp-8", "painter"]', "has no subject"),
        ('["lamp-5", "lamp-1", "lamp-3", "lamp-2", "lamp-4"]', '["lamp-5", "lamp-1"]', "ranges over 2 facts"),
        (': {list}."\nwhy = "The oil came by boat."\n\n', '."\n', "needs a statement with {list}"),
        ("from = 2019-06-08\nto = 2019-06-09", "", "either is, or from and to"),
        ("from = 2019-06-08\nto = 2019-06-09", "is = 2020-01-01", "no fact has such a value"),
        ("from = 2019-06-08\nto = 2019-06-09", "from = 8", "cannot be compared"),
    ],
)
def test_a_faulty_recipe_is_found(tmp_path: Path, old: str, new: str, message: str) -> None:
    """A recipe that cannot be made is one error at its place, in words."""
    text = (LIT + FIRST_FIVE + MIDDLE + LIT_ON) if old not in LIT else (LIT + LIT_ON + FIRST_FIVE + MIDDLE)
    assert old in text
    found = [one for one in findings_of(tmp_path, lamps=LAMPS + text.replace(old, new, 1)) if one.rule == "recipe"]
    assert len(found) >= 1
    assert all(one.severity == "error" and one.file == "lamps.toml" and one.line for one in found)
    assert message in found[0].message


def test_a_lost_fact_is_not_called_unknown(tmp_path: Path) -> None:
    """A recipe over a faulty fact draws no findings after it."""
    text = LAMPS.replace('kind = "lamp"', 'kindred = "lamp"', 1) + LIT + FIRST_FIVE
    assert {finding.rule for finding in findings_of(tmp_path, lamps=text)} == {"table"}


def test_a_family_that_makes_too_much_is_found(tmp_path: Path) -> None:
    """In a pack of a hundred questions a recipe that makes more than a tenth is warned."""
    more = "".join(
        f'[[question]]\nid = "lamp-1/n{n}"\nkind = "number"\nask = "How many lamps are in street {n}?"\n'
        f'answer = {n}\nwhy = "So it is."\n\n'
        for n in range(100)
    )
    streets = more + "".join(lamp(n, n).replace("lamp-", "lantern-") for n in range(1, 9))
    many = LAMPS + streets.replace("Lamp ", "Lantern ") + LIT
    few = LAMPS + more + LIT
    assert "family-share" not in {finding.rule for finding in findings_of(tmp_path / "few", lamps=few)}
    found = [finding for finding in findings_of(tmp_path / "many", lamps=many) if finding.rule == "family-share"]
    assert [(finding.id, finding.file, finding.severity) for finding in found] == [("lit", "lamps.toml", "warning")]
    assert "makes 16 of" in found[0].message


def test_made_facts_are_facts(tmp_path: Path) -> None:
    """The derived facts of group questions are listed among the pack's facts."""
    path = write_pack(tmp_path, lamps=LAMPS + RECIPES)
    facts: list[Fact] = facts_of(checked(path))
    assert {fact.id for fact in facts if fact.rests_on} == {"first-weekday", "lamp-order", "middle-lamps"}
