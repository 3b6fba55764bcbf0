"""What a judge says about an answer."""

from __future__ import annotations

import msgspec


class Verdict(msgspec.Struct, frozen=True, omit_defaults=True):
    """The judgement of one answer, with its reason, so that a screen, a test and a report can show it.

    Args:
        credit: From 0 (a miss) to 1 (fully right).
        reason: One word: ``exact``, ``accepted``, ``picked``, ``vague``, ``refused``, ``wrong`` or ``pass``.
        form: The form of the answer that matched, empty when none did.
        again: Whether the answer was close, which gives one more try.
    """

    credit: float
    reason: str
    form: str = ""
    again: bool = False
