"""What a judge says about an answer."""

from __future__ import annotations

import msgspec


class Verdict(msgspec.Struct, frozen=True, omit_defaults=True):
    """The judgement of one answer, with its reason, so that a screen, a test and a report can show it.

    Args:
        credit: From 0 (a miss) to 1 (fully right).
        reason: One word. Right: ``exact``, ``accepted``, ``slip``, ``picked``. In part: ``part``, ``near``. Not yet:
            ``vague``, ``close``. Not right: ``refused``, ``another``, ``wrong``, ``pass``.
        form: The form that the judgement rests on, empty when there is none: the one that matched; for a slip the right
            spelling; for ``vague`` what is too short to decide; for ``another`` the form of the other name.
        again: Whether the answer was close, which gives one more try.
    """

    credit: float
    reason: str
    form: str = ""
    again: bool = False
