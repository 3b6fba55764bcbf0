"""Checking a pack: the table of all rules, and the warnings that an author accepts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from qot_quiz.bank.book import Book
from qot_quiz.bank.findings import Finding, Severity, nearest
from qot_quiz.bank.pack import Pack
from qot_quiz.bank.rules import asking, form, options, structure, whole
from qot_quiz.bank.rules.structure import Fault
from qot_quiz.core.clean import quoted


class Rule(msgspec.Struct, frozen=True):
    """One rule of a good pack.

    Args:
        name: What findings and ``[[accept]]`` tables call it.
        severity: An error where a program can decide, a warning where a person must.
        find: Yields the tables that break it.
        craft: Whether it is on how well a question is put, which a game can do without: plain questions, as people have
            them in other programs, are warned of it and played.
    """

    name: str
    severity: Severity
    find: Callable[[Book], Iterator[Fault]]
    craft: bool = False


RULES = (
    Rule("pack", "error", structure.pack_table),
    Rule("id-form", "error", structure.id_form),
    Rule("id-unique", "error", structure.id_unique),
    Rule("topic-known", "error", structure.topic_known),
    Rule("kind-known", "error", structure.kind_known),
    Rule("difficulty-known", "error", structure.difficulty_known),
    Rule("fact-above", "error", structure.fact_above),
    Rule("spoils-range", "error", structure.spoils_range),
    Rule("spoils-floor", "error", structure.spoils_floor),
    Rule("rests-on", "error", structure.rests_on),
    Rule("fact-value", "error", structure.fact_value),
    Rule("fact-one-key", "error", structure.fact_one_key),
    Rule("sources", "error", structure.sources),
    Rule("form", "error", form.form),
    Rule("ask-form", "error", asking.ask_form),
    Rule("ask-put", "error", asking.ask_put, craft=True),
    Rule("ask-covered", "error", asking.ask_covered, craft=True),
    Rule("ask-positive", "error", asking.ask_positive, craft=True),
    Rule("ask-when", "error", asking.ask_when, craft=True),
    Rule("ask-open", "error", asking.ask_open, craft=True),
    Rule("ask-unit", "warning", asking.ask_unit),
    Rule("ask-lasting", "warning", asking.ask_lasting),
    Rule("why", "error", asking.why),
    Rule("options-equal", "error", options.equal),
    Rule("options-contained", "error", options.contained, craft=True),
    Rule("options-length", "error", options.length, craft=True),
    Rule("options-above", "error", options.above, craft=True),
    Rule("options-absolute", "warning", options.absolute),
    Rule("options-echo", "warning", options.echo),
    Rule("options-mixed", "warning", options.mixed),
    Rule("options-tell", "warning", options.tell),
    Rule("forms", "error", options.forms),
    Rule("forms-needless", "warning", options.needless),
    Rule("names-apart", "error", options.names_apart),
    Rule("name-spoils", "error", whole.name_spoils),
    Rule("asked-twice", "error", whole.asked_twice),
    Rule("fact-asked", "warning", whole.fact_asked),
    Rule("fact-angles", "warning", whole.fact_angles),
    Rule("topic-asked", "warning", whole.topic_asked),
    Rule("true-false-share", "warning", whole.true_false_share),
    Rule("longest-share", "warning", whole.longest_share),
    Rule("edge-room", "warning", whole.edge_room),
    Rule("family-share", "warning", whole.family_share),
)
"""Every rule, in the order in which findings of one line are listed."""


def check(pack: Pack) -> list[Finding]:
    """Check a pack against every rule.

    Args:
        pack: The pack as read.

    Returns:
        What is wrong, by file and line; warnings that the author accepts are left out.
    """
    found = list(pack.findings)
    # A file that is missing as a whole would make every reference to it look like a fault.
    if pack.about is not None and not any(finding.rule == "syntax" for finding in found):
        book = Book(pack, pack.about)
        broken = [_finding(rule, fault, book) for rule in RULES for fault in rule.find(book)]
        found += _unaccepted(pack, broken)
    return sorted(found, key=lambda finding: (finding.file, finding.line))


def _finding(rule: Rule, fault: Fault, book: Book) -> Finding:
    placed, message, hint = fault
    severity: Severity = "warning" if rule.craft and not book.pack.facts else rule.severity
    return Finding(placed.file, placed.line, placed.table.id, rule.name, severity, message, hint)


def _unaccepted(pack: Pack, found: list[Finding]) -> Iterator[Finding]:
    """Leave out the warnings that the pack accepts, and judge its ``[[accept]]`` tables themselves."""
    accepted = {(placed.table.rule, placed.table.id) for placed in pack.accepts}
    for finding in found:
        if finding.severity == "error" or (finding.rule, finding.id) not in accepted:
            yield finding
    warned = {(finding.rule, finding.id) for finding in found if finding.severity == "warning"}
    known = {rule.name: rule for rule in RULES}
    for placed in pack.accepts:
        table = placed.table
        place = (placed.file, placed.line, table.id, "accept")
        if table.rule not in known:
            yield Finding(*place, "error", f"unknown rule {quoted(table.rule)}", nearest(table.rule, known))
        elif not table.reason.strip():
            yield Finding(*place, "error", "no reason is given", "Say in a sentence why the warning may stand.")
        # The table that is accepted, or what else would warn, may be among the lost ones.
        elif (table.rule, table.id) not in warned and not pack.lost:
            strict = known[table.rule].severity == "error" and not (known[table.rule].craft and not pack.facts)
            message = "an error cannot be accepted" if strict else f"nothing breaks {quoted(table.rule)} there any more"
            yield Finding(*place, "warning", message, "Take the table out.")
