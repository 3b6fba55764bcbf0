"""What a typed answer could be taken for: the other names of a pack that are near it by letters or by sound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from qot_quiz.bank.authored import AuthoredName
from qot_quiz.bank.book import Book
from qot_quiz.core import slips
from qot_quiz.core.names import letters, name_of
from qot_quiz.core.politeness import PEOPLE
from qot_quiz.core.question import Item
from qot_quiz.core.syllables import hangul, written
from qot_quiz.core.text import fold
from qot_quiz.core.wording import keys, spelt


def with_rivals(book: Book, items: Iterable[Item]) -> Iterator[Item]:
    """Tell each typed item what type of name it asks for, what it could be taken for, what may be added, and its parts.

    All of it goes into the item, so that a game can be judged again from its items alone.

    Args:
        book: The pack.
        items: Its items.
    """
    others: Others | None = None
    for item in items:
        if item.kind != "typed":
            yield item
            continue
        others = others or Others(book)
        name = book.names.get(fold(item.answer))
        known = msgspec.structs.replace(item, type=name.type if name else "")
        parts = tuple(_in_full(book, part) for part in item.parts) or _parts(book, item.answer)
        beside = others.beside(name) if name and name.type in PEOPLE else ()
        yield msgspec.structs.replace(known, rivals=others.near(known), beside=beside, parts=parts)


def _in_full(book: Book, part: tuple[str, ...]) -> tuple[str, ...]:
    """Add the forms of the names file to a part of which a form is a known name."""
    known = (book.names.get(fold(form)) for form in part)
    return tuple(dict.fromkeys((*part, *(form for name in known if name for form in (name.show, *name.accept)))))


def _parts(book: Book, answer: str) -> tuple[tuple[str, ...], ...]:
    """Read "tvN and Netflix" as two parts, where both are names that the pack knows and the whole is none."""
    found = [book.names.get(fold(part)) for part in answer.split(" and ")]
    if fold(answer) in book.names or len(found) < 2 or None in found:
        return ()
    return tuple((name.show, *name.accept) for name in found if name)


class Others:
    """The names of a pack, and the wrong options of its questions, as rivals of a typed answer.

    Args:
        book: The pack.
    """

    def __init__(self, book: Book) -> None:
        self._names = [placed.table for placed in book.pack.names]
        self._options: dict[str, tuple[str, ...]] = {}
        for placed in book.pack.questions:
            fact = book.fact_id(placed.table)
            self._options[fact] = (*self._options.get(fact, ()), *placed.table.wrong)
        self._statements = [placed.table.statement for placed in book.pack.facts]
        self._near: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {}

    def near(self, item: Item) -> tuple[str, ...]:
        """List the forms of other things that an answer could be taken for, in the order of the names file.

        A form is near when some text could be a slip of both; a name also when it is a Korean name of the same given
        name, or shares a first or last word with the answer.

        Args:
            item: A typed item with its type.
        """
        own = (item.answer, *item.accept)
        if (own, item.type) not in self._near:
            self._near[own, item.type] = self._near_names(own, item.type)
        names = self._near[own, item.type]
        options = [wrong for wrong in self._options.get(item.fact_id, ()) if _alike(own, wrong)]
        taken = {key for form in (*own, *item.vague, *item.refuse) for key in keys(form)}
        return tuple(form for form in dict.fromkeys((*names, *options)) if not taken.intersection(keys(form)))

    def beside(self, name: AuthoredName) -> tuple[str, ...]:
        """List the names of other types that some fact speaks of together with a name, in the order of the names file.

        Args:
            name: A name of the pack.
        """
        spoken = [statement for statement in self._statements if name.show in statement]
        others = (other.show for other in self._names if other.type != name.type)
        return tuple(show for show in others if any(show in statement for statement in spoken))

    def _near_names(self, own: tuple[str, ...], type: str) -> tuple[str, ...]:
        found: list[str] = []
        for name in self._names:
            theirs = (name.show, *name.accept)
            if fold(name.show) == fold(own[0]):
                continue
            if type in PEOPLE and (_same_given(own, theirs) or _shared_word(own, theirs)):
                found += (name.show, *(form for form in theirs if hangul(letters(form))))
            found += (their for their in theirs if _alike(own, their))
        return tuple(found)


def _alike(own: tuple[str, ...], other: str) -> bool:
    """Whether some text can be a slip of a form and of another: no more letters differ than the slips of both."""
    theirs = letters(other)
    for form in own:
        ours = letters(form)
        most = 2 * slips.allowance(len(ours))
        if abs(len(ours) - len(theirs)) <= most and most and slips.distance(ours, theirs, most) <= most:
            return True
    return False


def _same_given(own: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    one, other = name_of(own), name_of(theirs)
    return bool(one and other and not set(written(one.given)).isdisjoint(written(other.given)))


def _shared_word(own: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two foreign names begin or end alike; Korean family names are told apart by rule."""
    here, there = spelt(own[0]), spelt(theirs[0])
    if len(here) != 2 or len(there) != 2 or name_of(own) or name_of(theirs):
        return False
    return here[0] == there[0] or here[-1] == there[-1]
