"""Checking a pack that is read line by line: which rules that is, and how many faults are told."""

from __future__ import annotations

from qot_quiz import runtime, voice
from qot_quiz.bank.findings import Finding
from qot_quiz.bank.limits import FAULT_LIMIT
from qot_quiz.bank.pack import Pack
from qot_quiz.bank.streaming import HELD, check_lines


def check(pack: Pack) -> tuple[int, list[Finding]]:
    """Check the lines of a pack, and say what they are held to.

    Args:
        pack: The pack, whose TOML files are without errors.

    Returns:
        How many faults there are, and the first of them.
    """
    with runtime.progress("Checking the pack") as report:
        stream = check_lines(pack, report)
    voice.talk(
        f"{stream.questions:,} lines were read. Each by itself is held to {', '.join(HELD)}; "
        "the rules on how questions are put and on the pack as a whole are for packs in TOML."
    )
    if stream.faults >= FAULT_LIMIT:
        voice.talk(f"There are {FAULT_LIMIT:,} faults or more; the rest was not read.")
    if stream.faults > len(stream.findings):
        voice.talk(f"{len(stream.findings)} of the faults are told.")
    return stream.faults, stream.findings
