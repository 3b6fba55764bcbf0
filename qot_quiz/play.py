"""The loop of a game: show what happened, ask what comes next, make the step, journal it, and round again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from qot_quiz.core import moves
from qot_quiz.core.after import After
from qot_quiz.core.events import Ended, Event
from qot_quiz.core.game import Game, NotNow, stopped
from qot_quiz.core.question import Question
from qot_quiz.core.setup import Setup
from qot_quiz.core.steps import step
from qot_quiz.errors import Held, QuizError, StoreError

Clock = Callable[[], int]
"""The game's own clock: milliseconds since the game began, sittings apart left out."""

Dealer = Callable[[Game, int], moves.Deal | moves.Swap]
"""Draws what comes next, at a moment of the clock, where the deck is drawn as the game goes or follows its player."""


class Stopwatch:
    """A clock that stands still while a game is drawn and kept, so that nobody pays for that with thinking time.

    Args:
        tick: Tells milliseconds from any beginning.
        at: What the clock shows at first, in milliseconds; it stands still until it is started.
    """

    def __init__(self, tick: Clock, at: int = 0) -> None:
        self._tick = tick
        self._shown = at
        self._since: int | None = None

    def __call__(self) -> int:
        """Tell the time."""
        return self._shown if self._since is None else self._shown + self._tick() - self._since

    def start(self) -> None:
        """Let the clock run."""
        if self._since is None:
            self._since = self._tick()

    def stop(self) -> None:
        """Let the clock stand still."""
        self._shown, self._since = self(), None


class Screen(Protocol):
    """Where a game is seen and answered."""

    def show(self, event: Event) -> None:
        """Draw what happened."""

    def ask(self, game: Game, clock: Clock) -> moves.Command:
        """Wait for what the player does next, stamped with the clock."""

    def refuse(self, reason: str) -> None:
        """Say that the last command means nothing now; `reason` is that of `NotNow`."""


class Stage(Screen, Protocol):
    """A screen that also stays for what comes after the end."""

    def finish(self, ended: Ended, after: After) -> str:
        """Tell what the game came to, and wait for what the player asks for, as `core.after` names it."""

    def heed(self) -> None:
        """Raise what leaves the game, if the player or the system asks for that while nobody is asked for anything."""


class Journal(Protocol):
    """Where each step is kept before it is shown."""

    def append(self, command: moves.Command, events: tuple[Event, ...]) -> None:
        """Keep one step durably."""


class Kept(Journal, Protocol):
    """A journal that lasts, and remembers what it could not keep."""

    def begin(self, setup: Setup, deck: tuple[Question, ...], started_at: str) -> None:
        """Keep what was drawn durably."""

    @property
    def behind(self) -> bool:
        """Whether something of the game is not kept yet."""

    def catch_up(self, wait_s: float) -> None:
        """Keep what could not be kept when it happened; wait so many seconds for whoever stands against it."""


STEP_S = 30.0
"""How long a step waits for other processes that hold the file, in seconds."""

SLICE_S = 0.25
"""How long one try waits for them, in seconds; between two the player may leave."""


class KeptWhilePossible:
    """A journal that goes on when the disk takes no more steps, says so once, and keeps them as soon as it can.

    Args:
        journal: The journal of the game.
        lasts: Whether what it writes outlasts the program.
        warn: Tells the player a sentence.
    """

    def __init__(self, journal: Kept, lasts: bool, warn: Callable[[str], None]) -> None:
        self._journal = journal
        self._lasts = lasts
        self._warn = warn
        self._heed: Callable[[], None] = lambda: None
        self._why: StoreError | None = None
        self.warned = False
        """Whether the player has been told that something is not kept."""
        self.ended = False
        """Whether the game has been brought to its end."""

    @property
    def behind(self) -> bool:
        """Whether something of the game is not kept yet."""
        return self._journal.behind

    @property
    def kept(self) -> bool:
        """Whether all of the game so far outlasts the program."""
        return self._lasts and not self.behind

    def heed(self, leave: Callable[[], None]) -> None:
        """Have something called again and again while other processes are waited for; it may raise, to leave."""
        self._heed = leave

    def begin(self, setup: Setup, deck: tuple[Question, ...], started_at: str) -> None:
        """Keep what was drawn, if that is possible."""
        self._try(lambda: self._journal.begin(setup, deck, started_at), STEP_S)

    def append(self, command: moves.Command, events: tuple[Event, ...]) -> None:
        """Keep one step, and those that wait to be kept, if that is possible."""
        self.ended = any(isinstance(event, Ended) for event in events)
        self._try(lambda: self._journal.append(command, events), 0 if self.behind else STEP_S)

    def settle(self, wait_s: float) -> None:
        """Try once more to keep what could not be kept.

        Args:
            wait_s: How long whoever stands against it is waited for, in seconds.
        """
        if self.behind:
            if wait_s and isinstance(self._why, Held):
                self._warn("The game waits to be kept; Ctrl-C ends the wait.")
            with suppress(StoreError):  # who ends the sitting says what is lost
                self._wait(lambda: self._journal.catch_up(SLICE_S), wait_s)
                self._relieve()

    def _try(self, keep: Callable[[], None], wait_s: float) -> None:
        try:
            self._wait(keep, wait_s)
        except StoreError as error:
            self._why = error
            if not self.warned:
                self.warned = True
                self._warn(f"{error.message} The game goes on, but for now it is not kept.")
        else:
            self._relieve()

    def _relieve(self) -> None:
        if self.warned:
            self.warned = False
            self._warn("All of the game is kept again.")

    def _wait(self, keep: Callable[[], None], wait_s: float) -> None:
        """Try to keep a step, and then to catch up with it as long as other processes hold the file."""
        for _ in range(round(wait_s / SLICE_S) - 1):
            try:
                return keep()
            except Held:
                self._heed()
                keep = lambda: self._journal.catch_up(SLICE_S)  # noqa: E731 - the step itself is remembered by now
        keep()


def play(
    game: Game,
    events: tuple[Event, ...],
    screen: Screen,
    journal: Journal,
    clock: Stopwatch,
    dealer: Dealer | None = None,
) -> Game:
    """Play a game until it is over or left; who leaves its last verdict, however, has finished it.

    Args:
        game: A game just begun, or one taken up again.
        events: What is to be shown first.
        screen: Where it is seen and answered.
        journal: Where its steps are kept; its `begin` lies behind.
        clock: The game's clock; it runs while the player is asked.
        dealer: Draws questions, for a game whose deck is drawn as it goes or follows its player.

    Returns:
        The game as it stands at the end of the sitting; over and left, too, where its last verdict was left.
    """
    while True:
        for event in events:
            screen.show(event)
        if game.over or game.left:
            return game
        if game.short and dealer is not None:
            command: moves.Command = dealer(game, clock())
        else:
            clock.start()
            command = _asked(game, screen, journal, clock)
            clock.stop()
        leaves = game.done and isinstance(command, moves.Leave)
        if leaves:
            command = moves.Next(command.at)
        try:
            game, events = step(game, command)
        except NotNow as refused:
            screen.refuse(refused.reason)
            events = ()
            continue
        journal.append(command, events)
        if leaves:
            game = stopped(game)


def _asked(game: Game, screen: Screen, journal: Journal, clock: Clock) -> moves.Command:
    """Ask what comes next; whatever ends the sitting at the last verdict, the game does not wait for anybody."""
    try:
        return screen.ask(game, clock)
    except BaseException as reason:
        if game.done and not isinstance(reason, QuizError):  # a line without sense can be mended
            end = moves.Next(clock())
            journal.append(end, step(game, end)[1])
        raise
