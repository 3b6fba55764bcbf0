"""Sitting a simulated player down at the program: its commands in this process, its clocks in our hands."""

from __future__ import annotations

import gc
import io
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from typing import Any

import pytest
from checked import Played, check, check_words, happened
from recount import Terms, recount
from simulated import Nature, Player, Watch

from qot_quiz import runtime
from qot_quiz.__main__ import main
from qot_quiz.core import moves
from qot_quiz.core.after import After
from qot_quiz.core.events import Ended, Event
from qot_quiz.core.game import Game
from qot_quiz.core.setup import Setup
from qot_quiz.play import Clock, Stage, Stopwatch
from qot_quiz.store import examining
from qot_quiz.ui.plain import Plain

NOON = "2026-11-22T12:00:00.000+09:00"
UNLIKE = ("took_ms",)
"""What two games with the same answers need not share."""


class Watched:
    """A screen that a player looks at (it fits `Stage`).

    Args:
        plain: The screen.
        player: Who looks.
    """

    def __init__(self, plain: Plain, player: Player) -> None:
        self._plain = plain
        self._player = player

    def show(self, event: Event) -> None:
        """Let the player see what happened, and draw it."""
        self._player.sees(event)
        self._plain.show(event)

    def ask(self, game: Game, clock: Clock) -> moves.Command:
        """Let the player answer."""
        self._player.game = game
        return self._plain.ask(game, clock)

    def refuse(self, reason: str) -> None:
        """Pass a refusal on."""
        self._plain.refuse(reason)

    def finish(self, ended: Ended, after: After) -> str:
        """Hear what the game came to."""
        return self._plain.finish(ended, after)

    def heed(self) -> None:
        """Hear of no signal."""


class Table:
    """Where games are played, one after the other, with one home.

    Args:
        patch: Puts the program's clocks, seeds and screen back as they were.
        folder: For answers files.
        seed: Decides all that is left to chance.
    """

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path, seed: int) -> None:
        self._patch = patch
        self._folder = folder
        self.chance = Random(seed)
        self.watch = Watch()
        self.moment = NOON
        self.finished: list[dict[str, Any]] = []
        self.tally: Counter[str] = Counter()
        self.said: dict[int, set[str]] = {}
        self._player: Player | None = None
        self._lines: set[str] = set()
        patch.setattr(runtime, "clock", lambda at=0: Stopwatch(self.watch.tick, at))
        patch.setattr(runtime, "seed", lambda: self.chance.getrandbits(53))
        patch.setattr(runtime, "now", lambda: self.moment)
        patch.setattr(runtime, "plain_screen", self._screen)
        # That a step outlasts a power cut is proved elsewhere; here it would cost half of the time.
        patch.setattr(examining, "SETTINGS", examining.SETTINGS.replace("synchronous = full", "synchronous = off"))
        self.items = {item.id: item for item in runtime.bank().questions()}
        self.titles = {topic.id: topic.title for topic in runtime.bank().meta.topics}
        runtime.close()

    def play(self, nature: Nature, up_to: int, *words: str) -> Played:
        """Play a game through all its sittings, and check all that holds in every mode.

        Args:
            nature: How the player plays.
            up_to: The spoiler ceiling.
            words: The command line, without ceiling and form of output.
        """
        player = self._player = Player(nature, self.chance, self.watch)
        self._lines = self.said.setdefault(up_to, set())
        code, out, talk = self.run(*words, "--up-to", str(up_to), "--json")
        while code == 0 and not out and player.end is None and player.setup is not None:
            assert "resume" in talk, talk
            self.watch.ms += 60_000
            code, out, more = self.run("resume", "--json")
            talk += more
        assert code == 0, (code, words, talk, player.lines[-3:])
        assert out.count("\n") == 1, (words, talk)
        played = self._counted(json.loads(out), player, talk)
        check(played, up_to)
        self.finished.append(played.json)
        self.tally.update(happened(played))
        return played

    def again(self, played: Played, up_to: int, *words: str) -> None:
        """Play a seeded game once more from an answers file, through the scripted screen, and compare."""
        file = self._folder / "answers.txt"
        lines = [line for line in played.player.lines if line != "q"]
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        code, out, talk = self.run(*words, "--up-to", str(up_to), "--json", "--answers", str(file))
        assert (code, talk) == (0, ""), (words, talk)
        other = json.loads(out)
        assert plain(other["answers"]) == plain(played.json["answers"])
        for key in ("points", "right", "asked", "best_streak", "ranked"):
            assert other[key] == played.json[key], key

    def check_words(self, up_to: int) -> None:
        """Check all that was said at a ceiling."""
        check_words(self.said[up_to], self.items.values(), self.titles, up_to)

    def run(self, *words: str) -> tuple[int, str, str]:
        """Run one command: its exit code, its data, and what it said beside them."""
        out, err = io.StringIO(), io.StringIO()
        self._patch.setattr(sys, "argv", ["qot-quiz", *words])
        self._patch.setattr(sys, "stdin", io.StringIO())
        with redirect_stdout(out), redirect_stderr(err):
            try:
                main()
                code: Any = 0
            except SystemExit as ended:
                code = ended.code
        gc.enable()
        return code or 0, out.getvalue(), err.getvalue()

    @contextmanager
    def _screen(self, setup: Setup, topics: dict[str, str], say: Callable[[str], None]) -> Iterator[Stage]:
        """Let the simulated player sit where a person would type."""
        player = self._player
        assert player is not None
        player.setup = setup
        plain = Plain(self._lines.add, player, topics, setup.rules, 10_000)
        yield Watched(plain, player)

    def _counted(self, told: dict[str, Any], player: Player, talk: str) -> Played:
        setup, game = player.setup, player.game
        assert setup is not None
        assert game is not None
        assert game.dealt
        terms = Terms(
            setup.mode,
            len(game.deck),
            setup.players,
            setup.length or 0,
            setup.same,
            setup.rules.ask_ms,
            setup.rules.game_ms,
        )
        return Played(told, player, setup, recount(terms, player.askings, player.walked), talk)


def plain(answers: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out what two games with the same answers need not share."""
    return [{key: value for key, value in answer.items() if key not in UNLIKE} for answer in answers]
