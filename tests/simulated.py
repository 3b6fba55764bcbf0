"""A simulated player: answers whatever is asked, well or badly, and notes down all that happens, for a recount."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from deeds import Asking, Deed

from qot_quiz.core.events import Again, Asked, Ended, Event, HandOver, Helped, Judged
from qot_quiz.core.game import Game
from qot_quiz.core.question import Arrange, Item, PickMany, PickOne
from qot_quiz.core.setup import Setup

DRAWING = 37
"""Milliseconds that pass while something is shown, which nobody is to be charged for."""

NONSENSE = "Qwx Zzyvq"
"""A typed answer that no judge takes for anything."""


@dataclass(frozen=True)
class Nature:
    """How a player plays; shares of all questions, 0..1.

    Args:
        right: Answered fully right, as far as the player can help it.
        passed: Passed.
        help: Helps asked for, whenever there is one.
        late: Answered after the time is over, where there is one.
        leave: Left, to be taken up again.
        walk: Walked away from, where that is possible.
        regrade: Contested, where a typed answer was judged wrong.
        flag: Flagged after their verdict.
        longest: Milliseconds of the longest thought.
    """

    right: float = 0.7
    passed: float = 0.05
    help: float = 0.25
    late: float = 0.1
    leave: float = 0.0
    walk: float = 0.0
    regrade: float = 0.0
    flag: float = 0.0
    longest: int = 6000


class Watch:
    """The time as the machine tells it; only thinking and drawing take any."""

    def __init__(self) -> None:
        self.ms = 0

    def tick(self) -> int:
        """Tell the time in milliseconds."""
        return self.ms


class Player:
    """Gives the plain screen its lines (it fits `Answers`), one game long.

    Args:
        nature: How the player plays.
        chance: Decides what to do.
        watch: The time, moved on by thinking.
    """

    waits = person = False

    def __init__(self, nature: Nature, chance: Random, watch: Watch) -> None:
        self._nature = nature
        self._chance = chance
        self._watch = watch
        self.thought = 0
        self.lines: list[str] = []
        self.askings: list[Asking] = []
        self.judged: dict[int, Judged] = {}
        self.flagged: set[str] = set()
        self.walked = False
        self.end: Ended | None = None
        self.game: Game | None = None
        self.called = ""
        self.setup: Setup | None = None
        self._asked: Asked | None = None
        self._open: Asking | None = None
        self._opened = 0
        self._number = 0
        self._again = False
        self._untouched = False
        self._last: Judged | None = None

    def sees(self, event: Event) -> None:
        """Take in what is shown."""
        self._watch.ms += DRAWING
        match event:
            case HandOver():
                self.called = event.player
            case Asked():
                self._ask(event)
            case Helped():
                self._asked = event.asked
            case Again():
                self._again = True
            case Judged():
                self._verdict(event)
            case Ended():
                self.end = event

    def next(self) -> str | None:
        """Say the next line."""
        line = self._word() or (self._line() if self._asked is not None else None)
        if line is not None:
            self.lines.append(line)
        return line

    def put_back(self, line: str) -> None:
        """No line of this player comes at a wrong time."""
        raise AssertionError(line)

    def refuse(self, sentence: str) -> None:
        """No line of this player makes no sense."""
        raise AssertionError((self.lines[-1], sentence))

    def ended(self) -> None:
        """Never happen: this player has a line for every question."""
        raise AssertionError("the lines ended")

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        if asked.number != self._number or self._open is None:
            texts = tuple(option.text for option in asked.question.options)
            self._open = Asking(asked.question.item, texts, asked.player)
            self._opened, self._number, self._untouched, self._again = self.thought, asked.number, True, False
        assert asked.player == self.called or not asked.player

    def _verdict(self, judged: Judged) -> None:
        self._last = self.judged[judged.number] = judged
        if judged.regraded:
            self.askings[-1].regraded = True
            return
        assert self._open is not None
        self.askings.append(self._open)
        self._asked = self._open = None

    def _word(self) -> str | None:
        """Perhaps say a word on the verdict before, while that is possible."""
        last, nature = self._last, self._nature
        if last is None or not (self._untouched or self._asked is None):
            return None
        typed = last.question.item.kind == "typed" and last.given and last.verdict.credit < 1
        decided = self.setup is not None and self.setup.players and self._number > self._regular
        if typed and not decided and self._chance.random() < nature.regrade:
            self._think(800)
            return "u"
        if last.question.item.id not in self.flagged and self._chance.random() < nature.flag:
            self.flagged.add(last.question.item.id)
            return "!simulated"
        return None

    @property
    def _regular(self) -> int:
        assert self.setup is not None
        return (self.setup.length or 0) * len(self.setup.players)

    def _line(self) -> str:
        """Do something to the open question."""
        asked, asking, nature, chance = self._asked, self._open, self._nature, self._chance
        assert asked is not None
        assert asking is not None
        self._think(self._pause(asked))
        if chance.random() < nature.leave:
            return self._do("q", "leave")
        if asked.walk and chance.random() < nature.walk:
            limit = self.setup.rules.ask_ms if self.setup is not None else None
            if limit is not None and self.thought - self._opened > limit:
                return self._do("w", "answer")  # too late: the question is missed
            self.walked = True
            return "w"
        if asked.fifty and chance.random() < nature.help:
            return self._do("f", "fifty")
        if asked.hint_left and chance.random() < nature.help:
            return self._do("?", "hint")
        if chance.random() < nature.passed:
            return self._do(chance.choice(("", "s")), "answer")
        line, given = self._answer(asked)
        return self._do(line, "answer", given)

    def _do(self, line: str, what: str, given: tuple[str, ...] = ()) -> str:
        assert self._open is not None
        self._untouched = self._untouched and what == "leave"
        self._open.deeds.append(Deed(self.thought - self._opened, what, given))
        return line

    def _pause(self, asked: Asked) -> int:
        """Choose how long to think: sometimes a moment too long, sometimes to the last moment."""
        pause = self._chance.randint(200, self._nature.longest)
        if asked.left is None or self.setup is None or self.setup.rules.game_ms is not None:
            return pause
        left = (self.setup.rules.ask_ms or 0) - (self.thought - self._opened)
        if self._chance.random() < self._nature.late:
            return left + self._chance.choice((1, 5000))
        return left if self._chance.random() < self._nature.late else min(pause, max(0, left))

    def _think(self, ms: int) -> None:
        self.thought += ms
        self._watch.ms += ms

    def _answer(self, asked: Asked) -> tuple[str, tuple[str, ...]]:
        """Choose an answer: the line, and the texts that it gives."""
        right = self._chance.random() < self._nature.right
        item, shape = asked.question.item, asked.shape
        if not isinstance(shape, PickOne | PickMany | Arrange):
            text = self._typed(item, right)
            return "=" + text, (text,)
        texts = [option.text for option in shape.options]
        left = [option.text for option in shape.options if option.key not in asked.removed]
        if isinstance(shape, PickOne):
            wrong = [text for text in left if text != item.answer]
            given = [item.answer if right else self._chance.choice(wrong)]
        elif isinstance(shape, PickMany):
            some = self._chance.sample(left, self._chance.randint(1, len(left)))
            given = [text for text in left if text in item.answers] if right else some
        else:
            given = sorted(texts, key=item.answers.index) if right else self._chance.sample(texts, len(texts))
        numbers = [texts.index(text) + 1 for text in given]
        if self._chance.random() < 0.5 and max(numbers) <= len("abcde"):
            return ",".join("abcde"[number - 1] for number in numbers), tuple(given)
        return ",".join(map(str, numbers)), tuple(given)

    def _typed(self, item: Item, right: bool) -> str:
        if item.kind == "number":
            off = 0 if right else self._chance.randint(1, max(1, int(item.within) + 1))
            return str(Decimal(item.answer) + off)
        if item.kind == "date":
            off = 0 if right else self._chance.randint(-int(item.within) - 1, int(item.within) + 1)
            return (date.fromisoformat(item.answer) + timedelta(days=off)).isoformat()
        if item.vague and not self._again and self._chance.random() < 0.2:
            return self._chance.choice(item.vague)
        return self._chance.choice((item.answer, *item.accept)) if right else NONSENSE
