"""The plain screen: sentences out, a line in; nothing is redrawn. For pipes, simple terminals and screen readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qot_quiz.core import game as engine
from qot_quiz.core import lines, moves
from qot_quiz.core.after import After
from qot_quiz.core.clean import visible
from qot_quiz.core.events import Again, Asked, Ended, Event, Flagged, HandOver, Helped, Hint, Judged, Left, Standing
from qot_quiz.core.game import Game
from qot_quiz.core.question import Arrange, TypeIn
from qot_quiz.core.setup import Rules
from qot_quiz.play import Clock
from qot_quiz.ui import answering, cheers, masks, pausing, refusals, timing, words
from qot_quiz.ui.wrapping import WIDEST, wrapped

if TYPE_CHECKING:
    from qot_quiz.ui.script import Answers

AGAIN = f"{words.ASKS_HOW[0]} tells this again"
"""What is said of the word that asks how to answer, where somebody types."""

SIGNS = ("plus", "minus", "is")
"""What is said for the signs of a sum, some of which screen readers pass over."""


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
        self._before = 0
        self._hearts: tuple[str, int | None] | None = None

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
                self._line(f"{words.nth(self._before, self._rules)}: flagged; kept with your games.")
            case Ended() | Left():
                pass

    def ask(self, game: Game, clock: Clock) -> moves.Command:
        """Read the player's next line; a verdict waits for one where the game would end, or a clock would run."""
        self._before = game.records[-1].number if game.records else 0
        if game.revealed:
            return self._revealed(game, clock)
        if game.waiting:
            return moves.Ready(clock())
        asked = engine.asked(game)
        while (line := self._answers.next()) is not None:
            if line.strip() == timing.ASKS and self._timed(asked):
                self._line(timing.told(timing.left(asked.deadline, clock()) or 0))
                continue
            if line.strip().casefold() in words.ASKS_HOW and self._answers.waits:
                self._how(game, asked)
                continue
            word = lines.after_verdict(line, clock()) if self._on_verdict(game) else None
            if word is not None:
                return word
            try:
                if line.strip() or not self._answers.person:
                    return self._read(line, asked, clock)
                why = words.EMPTY  # one Enter too many must not cost an answer
            except lines.Senseless as senseless:
                why = refusals.told(senseless.reason)
                if self._answers.waits and senseless.reason in ("option", "words"):
                    why += f" {words.ASKS_HOW[0]} tells how to answer."
            if (timing.left(asked.deadline, clock()) or 0) < 0:
                return moves.TimeUp(clock())
            self._answers.refuse(why)
        self._answers.ended()
        return moves.Leave(clock())

    def finish(self, ended: Ended, after: After) -> str:
        """Say how the game ended and what it came to, and let a person say what is wanted next."""
        from qot_quiz.ui.farewell import farewell  # the end alone needs it

        return farewell(self._line, self._answers, ended, after, self._rules, self._seen)

    def refuse(self, reason: str) -> None:
        """Say why the last line means nothing now."""
        self._answers.refuse(refusals.told(reason, self._rules))

    def heed(self) -> None:
        """Do nothing: here a signal leaves the game by itself."""

    def _on_verdict(self, game: Game) -> bool:
        return bool(game.records) and not game.help and not game.tried

    def _revealed(self, game: Game, clock: Clock) -> moves.Command:
        if game.done:
            return pausing.last_word(game.records[-1], self._answers, self._line, clock)
        if pausing.pauses(self._answers, self._rules):
            return pausing.word(game, self._answers, self._line, clock)
        return moves.Next(clock())

    def _read(self, line: str, asked: Asked, clock: Clock) -> moves.Command:
        """Read an answer; a person who flags what is still open means that, and no text."""
        if line.strip().startswith("!") and (self._answers.person or not isinstance(asked.shape, TypeIn)):
            raise lines.Senseless("flag")
        return lines.read(line, asked.shape, clock())

    def _asked(self, asked: Asked) -> None:
        item, standing = asked.question.item, asked.standing
        parts = [words.place(asked, self._rules), *self._once(words.safe(asked, self._rules)), item.difficulty]
        if self._stands != asked.player:  # the verdict before has told it otherwise
            if standing.asked:
                parts.append(words.count(standing.points, "point"))
            parts += self._streak_and_hearts(asked.player, standing)
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
                self._hint(one, asked)
        self._explain([*answering.how(asked, self._timed(asked)), *([AGAIN] if self._answers.waits else [])])

    def _how(self, game: Game, asked: Asked) -> None:
        """Say once more how the question may be answered, and what may be said of the verdict before it."""
        self._line(f"{'; '.join(answering.how(asked, self._timed(asked)))}.")
        if self._on_verdict(game):
            self._line(f"Of the question before: {'; '.join(words.on_verdict(game.records[-1]))}.")

    def _timed(self, asked: Asked) -> bool:
        return asked.deadline is not None and self._answers.waits

    def _clock(self, asked: Asked) -> str:
        """Say how much time there is, once: a clock that speaks up with every question is in the way of a reader."""
        told = "" if asked.left is None else f" {timing.given(asked.left, self._rules)}"
        return told if self._once(timing.ASKS) else ""

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
        if event.hint is not None:
            self._hint(event.hint, event.asked)
            return
        self._line("Still possible:")
        self._options(event.asked)

    def _hint(self, one: Hint, asked: Asked) -> None:
        if one.kind == "letters":
            one = Hint(one.kind, masks.aloud(one.value))
        self._line(answering.hint(one, asked, self._topics))

    def _judged(self, record: Judged) -> None:
        if record.regraded:  # all but the points was told already
            self._line(f"{words.nth(record.number, self._rules)}: {words.verdict(record)}.")
        else:
            self._verdict(record)
        standing, earned = record.standing, f"Points: {words.total(record.score, SIGNS)}"
        parts = [earned if record.counts else "This one does not count"]
        if standing.points != record.score.points or not record.counts:
            parts.append(f"{words.number(standing.points)} in all")
        self._stands = record.player
        self._line("; ".join([*parts, *self._streak_and_hearts(record.player, standing)]) + ".")
        if cheer := cheers.streak(record):
            self._line(cheer)
        if pausing.pauses(self._answers, self._rules) and not record.ends:
            self._explain(pausing.told(record))
        elif self._answers.waits and not record.ends and words.regradable(record):
            self._explain([f"Before you answer the next question: {'; '.join(words.on_verdict(record))}"])

    def _verdict(self, record: Judged) -> None:
        if self._seen != record.question.item.id:  # a game taken up again at its verdict
            self._line(f"{words.nth(record.number, self._rules)}: {record.question.item.ask}")
        right = record.verdict.credit == 1 and not answering.said(record)
        detail = answering.solution(record) if right else answering.detail(record)
        verdict = words.verdict(record) + (f": {detail}".removesuffix(".") if detail else "") + "."
        self._line(verdict if record.verdict.credit == 1 else f"{verdict} {answering.sentence(record)}")
        if isinstance(record.shape, Arrange) and record.given and record.verdict.credit < 1:
            self._line(f"You said: {answering.told(record.given, record)}.")
        item = record.question.item
        if item.why:
            self._line(item.why)
        if item.sources:
            self._line(f"Source: {words.sources(record.question)}.")

    def _streak_and_hearts(self, player: str, standing: Standing) -> list[str]:
        """Tell how long a streak is, and how many hearts are left where that was not told before."""
        parts = [f"streak {standing.streak}"] if standing.streak > 1 else []
        left = words.hearts(standing.lives, self._rules)
        if left is not None and self._hearts != (player, left):
            parts.append(f"{words.count(left, 'heart')} left")
        self._hearts = (player, left)
        return parts

    def _line(self, line: str) -> None:
        for part in wrapped(visible(line), self._widest):
            self._say(part)
