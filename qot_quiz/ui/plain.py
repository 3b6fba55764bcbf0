"""The plain screen: sentences out, a line in; nothing is redrawn. For pipes, simple terminals and screen readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qot_quiz.core import game as engine
from qot_quiz.core import lines, moves
from qot_quiz.core.after import After
from qot_quiz.core.clean import visible
from qot_quiz.core.events import Again, Asked, Ended, Event, Flagged, HandOver, Helped, Judged, Left
from qot_quiz.core.game import Game
from qot_quiz.core.question import Arrange, TypeIn
from qot_quiz.core.setup import Rules
from qot_quiz.play import Clock
from qot_quiz.ui import answering, cheers, refusals, timing, words

if TYPE_CHECKING:
    from qot_quiz.ui.script import Answers

WIDEST = 79
"""Columns of the longest line."""

MOST_MISSED = 10
"""Missed questions that a person is read before the rest is asked for."""

TIME = "t"
"""What asks for the time that is left, where a clock runs and somebody types."""

NARROWEST = 20
"""Columns below which lines are left to the terminal to break."""


class Plain:
    """Plays a game in sentences and lines.

    Args:
        say: Takes one line of text, without its end.
        answers: Where the player's lines come from.
        topics: Titles of the pack's topics by id.
        rules: The rules of the game.
        widest: Columns of the longest line.
    """

    def __init__(
        self, say: Callable[[str], None], answers: Answers, topics: dict[str, str], rules: Rules, widest: int = WIDEST
    ) -> None:
        self._rules = rules
        self._widest = widest
        self._say = say
        self._answers = answers
        self._topics = topics
        self._explained: set[str] = set()
        self._stands: str | None = None
        self._called = self._seen = ""

    def show(self, event: Event) -> None:
        """Say what happened."""
        match event:
            case HandOver():
                self._line("")
                self._line(words.turn(event))
                self._called = event.player
            case Asked():
                self._asked(event)
            case Helped():
                self._helped(event)
            case Again():
                self._line(words.again(event.verdict.reason, event.verdict.form))
            case Judged():
                self._judged(event)
            case Flagged():
                self._line("Flagged; the reason is kept with your games.")
            case Ended() | Left():
                pass

    def ask(self, game: Game, clock: Clock) -> moves.Command:
        """Read the player's next line; a verdict waits for one only where the game would end."""
        if game.revealed and not game.records[-1].ends:
            return moves.Next(clock())
        if game.revealed:
            return self._last_word(game.records[-1], clock)
        if game.waiting:
            return moves.Ready(clock())
        asked = engine.asked(game)
        while (line := self._answers.next()) is not None:
            if line.strip() == TIME and self._timed(asked):
                self._line(timing.told(timing.left(asked.deadline, clock()) or 0))
                continue
            word = lines.after_verdict(line, clock()) if self._on_verdict(game) else None
            if word is not None:
                return word
            try:
                return lines.read(line, asked.shape, clock())
            except lines.Senseless as senseless:
                self.refuse(senseless.reason)
        self._answers.ended()
        return moves.Leave(clock())

    def finish(self, ended: Ended, after: After) -> str:
        """Say how the game ended and what it came to, and let a person say what is wanted next."""
        from qot_quiz.ui import ending  # the end alone needs it

        misses, person = ending.missed(ended), self._answers.person
        hidden = max(0, len(misses) - MOST_MISSED) if person and ending.offered(after, len(misses), 0) else 0
        lines = ["", ending.how(ended, self._rules), *ending.brought(ended, after), *(["Missed:"] if misses else [])]
        lines += ending.told(misses[: len(misses) - hidden])
        for sentence in [*lines, *([f"And {hidden} more."] if hidden else [])]:
            self._line(sentence)
        offered = ending.offered(after, len(misses), hidden) if person else []
        while offered:
            self._line(ending.asked(offered))
            line = self._answers.next()
            wish = ending.wish(line or "", offered)
            if wish == ending.MORE:
                for sentence in ending.told(misses):
                    self._line(sentence)
                offered = ending.offered(after, len(misses), 0)
            elif wish is not None:
                return wish
        return ""

    def refuse(self, reason: str) -> None:
        """Say why the last line means nothing now."""
        self._answers.refuse(refusals.told(reason))

    def _on_verdict(self, game: Game) -> bool:
        return bool(game.records) and not game.help and not game.tried

    def _last_word(self, record: Judged, clock: Clock) -> moves.Command:
        if self._answers.waits:
            self._line(words.last_word(record))
        line = self._answers.next()
        if line is None:
            return moves.Next(clock())
        word = lines.after_verdict(line, clock())
        if word is None:
            if line or not self._answers.person:  # an empty line of a person only goes on, and asks for nothing
                self._answers.put_back(line)
            return moves.Next(clock())
        return word

    def _asked(self, asked: Asked) -> None:
        item, standing = asked.question.item, asked.standing
        parts = [words.place(asked, self._rules), *self._once(words.safe(asked, self._rules)), item.difficulty]
        if self._stands != asked.player:  # the verdict before has told it otherwise
            if standing.asked:
                parts.append(words.count(standing.points, "point"))
            parts += words.streak_and_hearts(standing, self._rules)
        player = "" if asked.player == self._called else f"{asked.player}: "
        self._seen = item.id
        self._line("")
        self._line(f"{player}{', '.join(parts)}.{self._clock(asked)}")
        self._line(item.ask)
        self._options(asked)
        if isinstance(asked.shape, TypeIn) and (wanted := answering.wanted(asked.shape)):
            self._line(f"{wanted[0].upper()}{wanted[1:]}.")
        for one in asked.hints:  # of a game taken up again
            if one.kind != "option":
                self._line(answering.hint(one, asked, self._topics))
        self._explain(answering.how(asked, self._timed(asked)))

    def _timed(self, asked: Asked) -> bool:
        return asked.deadline is not None and self._answers.waits

    def _clock(self, asked: Asked) -> str:
        """Say how much time there is, once: a clock that speaks up with every question is in the way of a reader."""
        told = "" if asked.left is None else f" {timing.given(asked.left, self._rules)}"
        return told if self._once(TIME) else ""

    def _once(self, sentence: str) -> list[str]:
        """Give what is to be said, unless it is nothing or was said before."""
        if not sentence or sentence in self._explained:
            return []
        self._explained.add(sentence)
        return [sentence]

    def _explain(self, how: list[str]) -> None:
        """Say how something is done, as far as it was not said before."""
        if new := [part for each in how for part in self._once(each)]:
            self._line(f"{'; '.join(new)}.")

    def _options(self, asked: Asked) -> None:
        for place, option in enumerate(asked.question.options, start=1):
            if option.key not in asked.removed:
                self._line(f"{place}: {answering.option(option.text, asked.question)}")

    def _helped(self, event: Helped) -> None:
        if event.hint is not None and event.hint.kind != "option":
            self._line(answering.hint(event.hint, event.asked, self._topics))
            return
        self._line("Still possible:")
        self._options(event.asked)

    def _judged(self, record: Judged) -> None:
        if self._seen != record.question.item.id:  # a game taken up again at its verdict
            self._line(f"Question {record.number}: {record.question.item.ask}")
        detail = answering.detail(record)
        verdict = words.verdict(record) + (f": {detail}." if detail else ".")
        self._line(verdict if answering.said(record) else f"{verdict} {answering.sentence(record)}")
        if isinstance(record.shape, Arrange) and record.given and record.verdict.credit < 1:
            self._line(f"You said {answering.told(record.given, record)}.")
        item = record.question.item
        if item.why:
            self._line(item.why)
        if item.sources:
            self._line(f"Source: {words.sources(record.question)}.")
        standing = record.standing
        earned = f"Points: {words.total(record.score)}" if record.counts else "This one does not count"
        parts = [earned, f"{words.number(standing.points)} in all", *words.streak_and_hearts(standing, self._rules)]
        self._stands = record.player
        self._line("; ".join(parts) + ".")
        if cheer := cheers.streak(record):
            self._line(cheer)
        if self._answers.waits and not record.ends and words.regradable(record):
            self._explain([words.ON_VERDICT])

    def _line(self, line: str) -> None:
        for part in wrapped(visible(line), self._widest):
            self._say(part)


def wrapped(line: str, widest: int = WIDEST) -> list[str]:
    """Break a line at its spaces so that no part is wider than so many columns.

    Args:
        line: A clean text.
        widest: Columns; wide (Korean) characters take two. A single longer word stays whole.
    """
    if line.isascii() and len(line) <= widest:
        return [line]
    from rich.cells import cell_len

    parts = [""]
    for word in line.split(" "):
        longer = f"{parts[-1]} {word}" if parts[-1] else word
        if parts[-1] and cell_len(longer) > widest:
            parts.append(word)
        else:
            parts[-1] = longer
    return parts
