"""Store and engine together: whatever two processes do, and whenever they are killed, what was said is there once."""

from __future__ import annotations

from hypothesis import settings

from .two_processes import TwoProcesses

TwoProcesses.TestCase.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)

test_what_was_acknowledged_is_there_once = TwoProcesses.TestCase
