"""A simulated player plays every mode at five ceilings, and every point is recounted from what was done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rounds import CEILINGS, ROUNDS
from simulating import Table

from qot_quiz.core.modes import MODES

GAMES = 20
"""Games of each mode at each ceiling; `bench/simulation.py` plays more."""

EVERYWHERE = ("late", "sittings", "once more", "regraded", "part credit")
MUST_HAPPEN = {
    "classic": (*EVERYWHERE, "finished", "fifty", "hint", "flagged", "seen again"),
    "survival": (*EVERYWHERE, "lost", "won"),
    "ladder": (*EVERYWHERE, "lost", "won", "walked", "kept a safe step", "fifty", "hint"),
    "blitz": ("late", "sittings", "time", "won"),
    "marathon": ("won", "sittings", "once more", "regraded", "part credit", "hint"),
    "daily": ("finished", "sittings", "once more", "regraded", "part credit", "fifty", "hint", "flagged"),
    "review": ("finished", "late", "sittings", "once more", "part credit", "hint"),
    "party": (*EVERYWHERE, "finished", "tie-breaks", "decided", "undecided"),
}
"""What must come up in a round, lest it proves less than it says."""


@pytest.mark.parametrize("mode", ROUNDS)
def test_simulated_games(mode: str, ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No crash, nothing twice, nothing from above the ceiling, and points, streaks and ends as the rules say."""
    table = Table(monkeypatch, tmp_path, seed=2026)
    for up_to in CEILINGS:
        ROUNDS[mode](table, up_to, GAMES)
        table.check_words(up_to)
    assert not [what for what in MUST_HAPPEN[mode] if not table.tally[what]]
    code, out, _ = table.run("scores", "--json")
    assert code == 0
    listed = json.loads(out)["games"]
    assert len(listed) >= GAMES * len(CEILINGS)
    points = {game["game_id"]: game["points"] for game in table.finished if game["asked"]}
    assert {game["game_id"]: game["points"] for game in listed if game["game_id"] in points} == points


def test_every_mode_has_its_round() -> None:
    """No mode is left out of the simulation."""
    assert set(ROUNDS) == set(MODES)
