"""Challenge codes: the very same deck comes back, for every mode and kind; nothing else is taken for a code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import ITEMS, RARER, Shelf, item, setup

from core.packs import PACKS, SEEDS
from qot_quiz.bank.bank import Bank
from qot_quiz.bank.locating import open_pack
from qot_quiz.core import code, crockford, kinds, turns
from qot_quiz.core.draw import Filters
from qot_quiz.core.kinds import KINDS
from qot_quiz.core.modes import MODES
from qot_quiz.core.question import DIFFICULTIES, Item, Question

DIGEST = "0123456789abcdef"

RISING = item(
    "years/which", "multi", "easy", "Which of these were leap years?", "two of them",
    "2021", "2022", "2023", "2025", "2026",
    answers=("2020", "2024"), rising=("2020", "2021", "2022", "2023", "2024", "2025", "2026"),
)  # fmt: skip
"""Several picks that rise."""


FEW = item("harbour/side", "choice", "easy", "On which side is the harbour?", "east", "west")
"""A choice of two."""


class Placed(Shelf):
    """A pack in memory whose questions have positions.

    Args:
        items: Its questions.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        super().__init__(items)
        self._order = sorted(self._items)

    def at(self, position: int) -> Item | None:
        """Give the question at a position."""
        return self._items[self._order[position]] if position < len(self._order) else None

    def position(self, id: str) -> int | None:
        """Tell the position of a question."""
        return self._order.index(id) if id in self._items else None


def pack(*more: Item, digest: str = DIGEST) -> code.Pack:
    """Give the sample pack with all kinds, and further items."""
    return code.Pack(Placed([*ITEMS, *RARER, RISING, FEW, *more]), digest, 16)


def dealt(seed: int) -> tuple[Question, ...]:
    """Deal a question of every kind."""
    items = [*RARER, RISING, FEW, *ITEMS[:6], ITEMS[7]]
    return tuple(kinds.deal(one, seed, place % 4) for place, one in enumerate(items))


DECK = dealt(7)
CODE = code.write(setup(), DECK, pack())


@given(SEEDS)
def test_every_kind_comes_back(seed: int) -> None:
    """Options and their order come back for every kind, by any seed."""
    deck = dealt(seed)
    assert {question.item.kind for question in deck} == set(KINDS)
    assert code.read(code.write(setup(), deck, pack()), pack()).deck == deck


@settings(max_examples=60, deadline=None)
@given(PACKS, SEEDS, st.sampled_from(sorted(MODES)), st.integers(1, 20), st.sets(st.sampled_from(DIFFICULTIES)))
def test_every_mode_comes_back(items: list[Item], seed: int, mode: str, length: int, difficulties: set[str]) -> None:
    """Whatever a mode draws from any pack comes back in its order, with mode, ceiling and difficulties."""
    of = code.Pack(Placed(items), DIGEST, 16)
    filters = Filters(difficulties=tuple(difficulties), kinds=MODES[mode].rules.kinds, up_to=9)
    due = tuple(sorted({one.fact_id for one in items}))
    drawn = setup(mode, seed, length, filters=filters, due=due)
    deck = MODES[mode].draw(of.shelf, drawn, ())  # type: ignore[arg-type]
    asked = deck[: turns.regular(drawn)] if drawn.players else deck
    text = code.write(drawn, deck, of)
    if mode == "marathon" or not 1 <= len(asked) <= code.MOST:
        assert text == ""
        return
    back = code.read(text, of)
    assert (back.text, back.mode, back.up_to, back.deck) == (text, mode, 9, asked)
    assert set(back.difficulties) == (difficulties if len(difficulties) < 3 else set())
    assert 0 <= back.seed < 2**53


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    """Open the built-in pack."""
    with closing(open_pack("queen-of-tears", str(tmp_path_factory.mktemp("cache")))) as opened:
        yield opened


@pytest.mark.parametrize(("mode", "length"), [("classic", 20), ("daily", 10), ("ladder", 12), ("blitz", 20)])
def test_the_built_in_pack(bank: Bank, mode: str, length: int) -> None:
    """Decks of the built-in pack come back, and an average ten takes no more than sixteen groups."""
    of = code.Pack(bank, bank.meta.digest, bank.meta.episodes)
    sizes: Counter[int] = Counter()
    for seed in range(30):
        filters = Filters(kinds=MODES[mode].rules.kinds, up_to=16)
        drawn = setup(mode, seed, length, filters=filters, day=f"2026-11-{seed % 28 + 1:02}")
        deck = MODES[mode].draw(bank, drawn, ())
        text = code.write(drawn, deck, of)
        assert code.read(text, of).deck == deck
        sizes[len(text)] += 1
    assert sum(size * times for size, times in sizes.items()) / 30 <= 4 + 5 * 1.6 * length


def test_the_form_of_a_code() -> None:
    """A code begins with its name and version and goes on in groups of four of Crockford's characters."""
    name, *groups = CODE.split("-")
    assert name == "QT1"
    assert {len(group) for group in groups} == {4}
    assert set("".join(groups)) <= set(crockford.ALPHABET)


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        f"  {CODE} ",
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        CODE.replace("-", "\u2013"),
        CODE.replace("1", "l").replace("0", "O"),
        "".join(chr(ord(char) + 0xFEE0) for char in CODE),
    ],
    ids=["small", "spaces", "joined", "parted", "dashes", "alike", "fullwidth"],
)
def test_ways_to_type_a_code(typed: str) -> None:
    """Small letters, other dashes, letters that look like digits and full-width ones are read as they are meant."""
    assert code.read(typed, pack()).text == CODE
    assert code.tidy(typed) == CODE


@given(st.data())
def test_a_wrong_character_is_caught(data: st.DataObject) -> None:
    """Whichever single character is another one, the code is refused, and its group named."""
    at = data.draw(st.sampled_from([at for at, char in enumerate(CODE) if at > 3 and char != "-"]))
    other = data.draw(st.sampled_from(crockford.ALPHABET.replace(CODE[at], "")))
    typed = CODE[:at] + other + CODE[at + 1 :]
    with pytest.raises(code.Unreadable) as slip:
        code.read(typed, pack())
    assert slip.value.reason == ("swap" if at >= len(CODE) - 2 else "check")
    assert slip.value.group == typed.split("-")[1 + (at - 4) // 5]
    assert code.tidy(typed) == ""


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "name"),
        ("hello", "name"),
        ("QT", "name"),
        ("QTX-1111", "name"),
        ("QT2" + CODE[3:], "version"),
        ("QT1", "length"),
        ("QT1-" + "1" * 2000, "length"),
        ("QT1-1111", "length"),
    ],
)
def test_texts_that_are_no_code(typed: str, reason: str) -> None:
    """What is no code, or one of another version, is refused with its reason."""
    with pytest.raises(code.Unreadable) as slip:
        code.read(typed, pack())
    assert slip.value.reason == reason


def test_another_pack_is_refused() -> None:
    """A pack of another digest does not play the code."""
    with pytest.raises(code.Unreadable) as slip:
        code.read(CODE, pack(digest="f" + DIGEST[1:]))
    assert slip.value.reason == "pack"


def refused(text: str) -> str:
    """Give the reason for which a text is no code of the sample pack; empty when it is one."""
    try:
        code.read(text, pack())
    except code.Unreadable as slip:
        return slip.reason
    return ""


@given(st.text(), st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ-"))
def test_any_text_is_refused_in_words(text: str, alike: str) -> None:
    """No text whatever makes anything but a refusal: that one of these is a code is out of all likelihood."""
    for typed in (text, f"QT1-{text}", f"QT1-{alike}"):
        assert refused(typed)


@given(st.integers(0, 2**300))
def test_any_number_is_refused_or_a_game(number: int) -> None:
    """A number of the right pack with a sound check makes a playable game under its ceiling, or none."""
    text = "QT1-" + crockford.write(number * 16**code.DIGEST + int(DIGEST[: code.DIGEST], 16))
    if reason := refused(text):
        assert reason == "sense"
        return
    back = code.read(text, pack())
    assert back.mode in MODES
    assert all(question.item.spoils <= back.up_to and question.solution for question in back.deck)
    assert len({question.item.id for question in back.deck}) == len(back.deck) <= code.MOST


def test_a_forged_ceiling_is_refused() -> None:
    """A code whose questions go above the ceiling that it names is no game's."""
    spoiling = kinds.deal(ITEMS[8], 7, 0)
    forged = code.write(setup(filters=Filters(up_to=1)), (spoiling,), pack())
    assert spoiling.item.spoils == 2
    with pytest.raises(code.Unreadable) as slip:
        code.read(forged, pack())
    assert slip.value.reason == "sense"


def test_games_without_a_code() -> None:
    """More than twenty questions, none at all, a deck drawn as the game goes, and a question gone have no code."""
    many = [item(f"more-{at}/which", "typed", "easy", f"Which is number {at}?", f"Number {at}") for at in range(21)]
    deck = tuple(kinds.deal(one, 7, 0) for one in many)
    assert code.write(setup(), deck, pack(*many)) == ""
    assert code.write(setup(), deck[:20], pack(*many)) != ""
    assert code.write(setup(), (), pack()) == ""
    assert code.write(setup("marathon"), DECK, pack()) == ""
    assert code.write(setup(), deck[:2], pack()) == ""


def test_a_party_is_coded_without_its_tie_break() -> None:
    """The questions of all players are in the code, each once, and those of a tie-break are not."""
    for same in (False, True):
        party = setup("party", length=2, players=("Ann", "Ben"), same=same)
        deck = DECK[:2] * 2 if same else DECK[:4]
        back = code.read(code.write(party, (*deck, *DECK[4:8]), pack()), pack())
        assert back.deck == (DECK[:2] if same else DECK[:4])


def test_modes_keep_their_places() -> None:
    """Each mode but the one that is drawn as it goes has its place, and the old places never change."""
    assert code.MODES[:7] == ("classic", "blitz", "survival", "ladder", "daily", "review", "party")
    assert set(code.MODES) == {name for name, mode in MODES.items() if not mode.rules.lazy}


def test_a_code_of_old_is_read() -> None:
    """The form of codes is pinned: one that a friend has written down means the same game for ever."""
    old = "QT1-" + crockford.write(int(DIGEST[: code.DIGEST], 16))
    assert old == code.tidy(old)
    first = min((*ITEMS, *RARER, RISING), key=lambda one: one.id)
    plain = msgspec.structs.replace(code.read(old, pack()), seed=0)
    assert plain == code.Coded(old, "classic", (), 0, (kinds.restore(first, ()),), 0)  # type: ignore[arg-type]
