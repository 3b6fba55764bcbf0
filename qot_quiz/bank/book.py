"""A pack with its cross references resolved, as the rules and the compiler look things up."""

from __future__ import annotations

from functools import cached_property

from qot_quiz.bank.authored import AuthoredFact, AuthoredName, AuthoredPack, AuthoredQuestion
from qot_quiz.bank.pack import Pack, Placed
from qot_quiz.bank.scales import rising
from qot_quiz.core.text import fold

PlacedQuestion = Placed[AuthoredQuestion]


class Book:
    """Looks up what a pack's tables say of one another.

    Args:
        pack: The pack that was read.
        about: Its table ``[pack]``.
    """

    def __init__(self, pack: Pack, about: Placed[AuthoredPack]) -> None:
        self.pack = pack
        self.about = about
        self.topics = {placed.table.id: placed.table.title for placed in pack.topics}
        self.facts = {placed.table.id: placed for placed in pack.facts}
        self.shows = tuple(sorted((placed.table.show for placed in pack.names), key=len, reverse=True))

    @cached_property
    def names(self) -> dict[str, AuthoredName]:
        """Names by their folded shown spelling."""
        return {fold(placed.table.show): placed.table for placed in self.pack.names}

    @cached_property
    def picked(self) -> list[PlacedQuestion]:
        """The questions with right and wrong options, in order."""
        return [placed for placed in self.pack.questions if placed.table.kind in ("choice", "multi")]

    @cached_property
    def choices(self) -> list[PlacedQuestion]:
        """The choice questions, in order."""
        return [placed for placed in self.pack.questions if placed.table.kind == "choice"]

    def topic(self, placed: Placed[AuthoredFact] | PlacedQuestion) -> str:
        """Say which topic a fact or question belongs to: its own, its fact's, its file's, or the only one there is."""
        if isinstance(placed.table, AuthoredQuestion) and not placed.table.topic and self.pack.facts:
            fact = self.fact(placed.table)
            return self.topic(fact) if fact else ""
        only = next(iter(self.topics)) if len(self.topics) == 1 else ""
        return placed.table.topic or placed.topic or only

    def fact_id(self, question: AuthoredQuestion) -> str:
        """Say which fact a question rests on; in a pack without facts each question stands for itself."""
        return question.id.partition("/")[0] if self.pack.facts else question.id

    def fact(self, question: AuthoredQuestion) -> Placed[AuthoredFact] | None:
        """Find the fact that a question rests on."""
        return self.facts.get(self.fact_id(question))

    def difficulty(self, question: AuthoredQuestion) -> str:
        """Say how difficult a question is: its own word, else its fact's."""
        fact = self.fact(question)
        return question.difficulty or (fact.table.difficulty if fact else "")

    def spoils(self, question: AuthoredQuestion) -> int:
        """Say which episode a question spoils: its own word, else its fact's."""
        fact = self.fact(question)
        if question.spoils is not None:
            return question.spoils
        return fact.table.spoils if fact else 0

    def why(self, question: AuthoredQuestion) -> str:
        """Say what adds to the answer: the question's own word, else its fact's."""
        fact = self.fact(question)
        return question.why or (fact.table.why if fact else "")

    def ascending(self, question: AuthoredQuestion) -> bool:
        """Tell whether the options of a choice are dates, numbers or weekdays on one scale."""
        return isinstance(question.answer, str) and rising((question.answer, *question.wrong)) is not None
