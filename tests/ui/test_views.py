"""Events drawn: sign and word beside every colour, and no text that a terminal would obey."""

from __future__ import annotations

import io

import msgspec
import pytest
import shaped
from hypothesis import given
from hypothesis import strategies as st
from played import RULES, asked, ended, events, judged, right
from rich.console import Console, RenderableType
from rich.text import Text
from samples import ITEMS, TOPICS, lives

from qot_quiz.core import moves
from qot_quiz.core.after import After
from qot_quiz.core.events import Again, Asked, Helped, Judged
from qot_quiz.core.setup import Rules
from qot_quiz.core.verdict import Verdict
from qot_quiz.ui import answering, closing, ending, keyline, views
from qot_quiz.ui.choosing import Choosing
from qot_quiz.ui.theme import DARK, dress, styles


def told(record: Judged, rules: Rules) -> list[Text]:
    """Draw all that a verdict tells."""
    return [*views.verdict(record), *views.why(record), *views.earned(record, rules)]


def plain(parts: Text | list[Text]) -> list[str]:
    """Give what is drawn as lines without style."""
    return [part.plain for part in ([parts] if isinstance(parts, Text) else parts)]


def drawn(part: RenderableType) -> str:
    """Give what a colour terminal is sent."""
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=200, color_system="truecolor")
    dress(console, "dark")
    console.print(part)
    return out.getvalue()


@given(st.text(st.characters()))
def test_text_is_harmless(text: str) -> None:
    """No text draws an escape sequence of its own, and none is read as markup."""
    shown = views.text(text)
    assert not shown.spans
    assert "\x1b" not in shown.plain
    assert "\x07" not in shown.plain


def test_markup_is_text() -> None:
    """Square brackets and link syntax stand as they are."""
    assert "[red]x[/red]" in drawn(views.text("[red]x[/red]"))
    assert "[link=https://x.example]y[/link]" in drawn(views.text("[link=https://x.example]y[/link]"))


def test_hostile_question() -> None:
    """A question full of escape sequences draws none of them, wherever its text appears."""
    item = msgspec.structs.replace(ITEMS[0], ask="\x1b[2Jclear", answer="\x1b]0;title\x07", why="\u202eyhw")
    record = judged(ITEMS[0].id, right(ITEMS[0]))
    question = msgspec.structs.replace(record.question, item=item)
    record = msgspec.structs.replace(record, question=question)
    for part in [views.ask(question), *views.settled(record), *told(record, RULES)]:
        assert "\x1b[2J" not in drawn(part)
        assert "\x1b]0" not in drawn(part)
        assert "\u202e" not in drawn(part)


def test_heading() -> None:
    """The heading tells number and difficulty, later points, streak and hearts, never the topic."""
    first, *_ = events()
    assert isinstance(first, Asked)
    assert plain(views.heading(first, Rules())) == ["Question 1 of 13 · easy"]
    ids = ("lead/actor", "abroad/netflix", "channel/name")
    game = events(
        moves.Answer(0, (right(ITEMS[0]),)), moves.Next(0), moves.Answer(0, ("a",)), moves.Next(0),
        ids=ids, rules=lives(2),
    )  # fmt: skip
    last = game[-1]
    assert isinstance(last, Asked)
    assert plain(views.heading(last, lives(3))) == ["Question 3 of 3 · easy · 210 points · streak 2  ♥♥♡"]
    assert not any(title in views.heading(last, lives(3)).plain for title in TOPICS.values())


def test_options() -> None:
    """Options are numbered, the one under the cursor has a sign, and those struck out say so in a word."""
    shown = asked("channel/name")
    texts = [option.text for option in shown.question.options]
    assert plain(views.options(shown, Choosing(1))) == [
        f"{'›' if at == 1 else ' '} {at + 1} {text}" for at, text in enumerate(texts)
    ]
    assert not any("›" in line for line in plain(views.options(shown, Choosing())))
    lines = plain(views.options(asked("channel/name", moves.Lifeline(0, "fifty")), Choosing()))
    out = [line for line in lines if line.endswith("(out)")]
    assert len(out) == 2
    assert not any("tvN" in line for line in out)


def test_true_and_false() -> None:
    """True and false are drawn with a capital."""
    assert plain(views.options(asked("abroad/netflix"), Choosing())) == ["  1 True", "  2 False"]


def test_settled() -> None:
    """After a verdict the right option and a wrong pick have each their own sign."""
    assert plain(views.settled(judged("abroad/netflix", "b"))) == ["✔ 1 True", "✘ 2 False"]
    assert plain(views.settled(judged("abroad/netflix", "a"))) == ["✔ 1 True", "  2 False"]


def test_several_open() -> None:
    """Where several are to be picked, each option has a box, with a cross where it is chosen."""
    shown = shaped.asked("family/actors")
    assert plain(views.options(shown, Choosing(1, ("a", "c"))))[:3] == [
        "  1 [x] Kim Kap-soo",
        "› 2 [ ] Na Young-hee",
        "  3 [x] Kwak Dong-yeon",
    ]
    lines = plain(views.options(shaped.asked("family/actors", "fifty"), Choosing()))
    assert sum(line.startswith("        ") and line.endswith(" (out)") for line in lines) == 1
    assert plain(views.wanted(shown)) == ["Pick all that apply; each wrong one undoes a right one"]


def test_order_open() -> None:
    """In an order each box holds the place that its option has by now."""
    shown = shaped.asked("story/order")
    assert plain(views.options(shown, Choosing(0, ("c", "b")))) == [
        "› 1 [ · ] Hae-in learns of her illness",
        "  2 [2nd] They fly to Germany",
        "  3 [1st] The papers come to light",
        "  4 [ · ] Hyun-woo tells his family that he wants a divorce",
    ]
    assert views.wanted(shown) == []


def test_several_settled() -> None:
    """Right, wrong and missed picks have each a sign, and the missed a word; after a pass nothing is missed."""
    assert plain(views.settled(shaped.judged("family/actors", "a", "b"))) == [
        "✔ 1 Kim Kap-soo",
        "✘ 2 Na Young-hee",
        "○ 3 Kwak Dong-yeon (missed)",
        "  4 Lee Joo-bin",
        "○ 5 Kim Ji-won (missed)",
        "  6 Jung Jin-young",
    ]
    passed = plain(views.settled(shaped.judged("family/actors")))
    assert [line[0] for line in passed] == ["✔", " ", "✔", " ", "✔", " "]
    assert not any("missed" in line for line in passed)


def test_order_settled() -> None:
    """The right order is numbered, and what stood elsewhere says where."""
    assert plain(views.settled(shaped.judged("story/order", "d", "b", "a", "c"))) == [
        "The right order:",
        "✔ 1. Hyun-woo tells his family that he wants a divorce",
        "✘ 2. Hae-in learns of her illness (you: 3rd)",
        "✘ 3. They fly to Germany (you: 2nd)",
        "✔ 4. The papers come to light",
    ]
    passed = plain(views.settled(shaped.judged("story/order")))[1:]
    assert [line[:4] for line in passed] == ["  1.", "  2.", "  3.", "  4."]
    assert not any("you" in line for line in passed)


@pytest.mark.parametrize(
    ("id", "given", "first"),
    [
        ("family/actors", "ace", "✔ Right"),
        ("family/actors", "ac", "◐ Partly right, 67%: 2 right, 1 missed"),
        ("family/actors", "bd", "✘ Wrong: 2 wrong, 3 missed"),
        ("family/actors", "", "– Passed"),
        ("story/order", "dabc", "✔ Right"),
        ("story/order", "adbc", "◐ Partly right, 67%: 5 of 6 pairs the right way round"),
        ("story/order", "cbad", "✘ Wrong: 0 of 6 pairs the right way round"),
        ("story/order", "", "– Passed"),
    ],
)
def test_verdict_on_several(id: str, given: str, first: str) -> None:
    """What was right stands in the options above, so that the verdict says only what it rests on."""
    assert plain(told(shaped.judged(id, *given), RULES))[0] == first


@pytest.mark.parametrize(
    ("id", "given", "first"),
    [
        ("rating/finale", "24.85", "✔ Right · 24.85%"),
        ("rating/finale", "24", '◐ Partly right, 72%: "24" (0.85 percentage points off) · the answer: 24.85%'),
        ("rating/finale", "30", '✘ Wrong: "30" (5.15 percentage points off) · the answer: 24.85%'),
        ("rating/finale", "", "– Passed · the answer: 24.85%"),
        ("first/day", "March 9", "✔ Right · 9 March 2024"),
        ("first/day", "11 March", '◐ Partly right, 71%: "11 March" (2 days off) · the answer: 9 March 2024'),
    ],
)
def test_verdict_on_a_guess(id: str, given: str, first: str) -> None:
    """A number or day that is near says what was typed, how far off it was, and the answer in words."""
    record = shaped.judged(id, *([given] if given else []))
    assert plain(told(record, RULES))[0] == first


@pytest.mark.parametrize(
    ("form", "first"),
    [("Yongdu-ri", "✔ Right; spelt Yongdu-ri"), ("Youngdu-ri", "✔ Right; spelt Youngdu-ri · Yongdu-ri")],
)
def test_verdict_on_a_slip(form: str, first: str) -> None:
    """A slip counts, and its right spelling is shown; the answer too, if that is another form."""
    record = msgspec.structs.replace(judged("village/name", "Yongdu-ri"), verdict=Verdict(1.0, "slip", form))
    assert plain(told(record, RULES))[0] == first


@pytest.mark.parametrize(
    ("given", "first"),
    [
        (("Kim Ji-won",), "✔ Right · Kim Ji-won"),
        (("김지원",), "✔ Right · Kim Ji-won"),
        (("nobody",), '✘ Wrong: "nobody" · the answer: Kim Ji-won'),
        ((), "– Passed · the answer: Kim Ji-won"),
    ],
)
def test_verdict(given: tuple[str, ...], first: str) -> None:
    """A verdict begins with sign and word, what was typed, and the right answer."""
    assert plain(told(judged("heroine/actress", *given), RULES))[0] == first


def test_verdict_tells_all() -> None:
    """Why, where that is written, the sum and the standing follow."""
    record = judged("lead/actor", right(ITEMS[0]), before=(moves.Lifeline(0, "hint"),), rules=lives(3))
    assert plain(told(record, lives(3))) == [
        "✔ Right",
        "He is the lawyer of the family's firm.",
        "Source: Soompi, 9 March 2024",
        "100 - 25 hint = 75 points · 75 in all · 3 hearts left",
    ]
    part = msgspec.structs.replace(record, verdict=Verdict(0.5, "part"))
    assert plain(told(part, RULES))[0] == "◐ Partly right, 50% · the answer: Kim Soo-hyun"


def test_keys() -> None:
    """The keys that matter are named, and only those that do something now."""
    assert keyline.asked(asked("channel/name")).plain == (
        "1-4 answer  ↑↓ Enter choose  f fifty-fifty, half the points  ? hint, a quarter less  s pass  q leave"
    )
    helped = msgspec.structs.replace(asked("channel/name"), removed=("b", "c"), fifty=0, hint_left=0)
    assert keyline.asked(helped, brief=True).plain == "1,4 answer  s pass  q leave"
    climbing = msgspec.structs.replace(asked("heroine/actress"), walk=True)
    assert "  w Enter walk away with 0  s Enter pass  Esc leave" in keyline.asked(climbing).plain
    assert "fifty" not in keyline.asked(asked("heroine/actress")).plain
    assert "hint" not in keyline.asked(asked("heroine/actress", rules=Rules())).plain
    wrong, passed = judged("heroine/actress", "nobody"), judged("heroine/actress")
    assert (
        keyline.judged(wrong, RULES).plain
        == "Enter result  u I was right (unranks the game)  ! flag this question  q leave"
    )
    assert "u " not in keyline.judged(passed, RULES).plain.split("  ")[1]
    going_on = msgspec.structs.replace(passed, ends=False)
    assert keyline.judged(going_on, RULES).plain.startswith("Enter next")


def test_a_flag_is_offered_once() -> None:
    """The key that flags a question goes away with the flag."""
    record = judged("lead/actor")
    assert keyline.judged(record, RULES, flagged=True).plain == "Enter result  q leave"
    assert "! flag" in keyline.judged(record, RULES).plain


@pytest.mark.parametrize(
    ("id", "given", "first"),
    [
        ("family/actors", "ace", "✔ Right · "),
        ("family/actors", "bd", "✘ Wrong: 2 wrong, 3 missed · the answers: "),
        ("story/order", "dabc", "✔ Right · "),
        ("story/order", "", "– Passed · the right order: "),
    ],
)
def test_verdict_that_names_what_is_right(id: str, given: str, first: str) -> None:
    """Where the options cannot be seen, the verdict names what is right."""
    record = shaped.judged(id, *given)
    assert plain(views.verdict(record, named=True)) == [first + answering.solution(record)]


def test_keys_of_each_shape() -> None:
    """Each shape names its own keys, and the fifty-fifty only where there is one."""
    assert keyline.asked(shaped.asked("family/actors")).plain == (
        "1-6 or ↑↓ Space toggle  Enter answer  f fifty-fifty, half the points  ? hint, a quarter less  s pass  q leave"
    )
    assert keyline.asked(shaped.asked("story/order")).plain == (
        "1-4 or ↑↓ Space place next  ←→ move it  Backspace undo  Enter answer  ? hint, a quarter less  s pass  q leave"
    )
    guess = "Enter answer  ? hint, a quarter less  s Enter pass  Esc leave"
    assert [keyline.asked(shaped.asked(id)).plain for id in ("rating/finale", "first/day")] == [guess, guess]
    assert "u I was" not in keyline.judged(shaped.judged("rating/finale", "3"), RULES).plain


def test_helps() -> None:
    """A hint is a sentence; a fifty-fifty and a struck option are seen in the options themselves."""
    first = events(moves.Lifeline(0, "hint"), ids=("heroine/actress",))[-1]
    second = events(moves.Lifeline(0, "hint"), ids=("channel/name",))[-1]
    struck = events(moves.Lifeline(0, "fifty"), ids=("channel/name",))[-1]
    assert isinstance(first, Helped)
    assert isinstance(second, Helped)
    assert isinstance(struck, Helped)
    assert plain(views.helped(first, TOPICS)) == ["Hint: ___ __-___ (3, 2-3)"]
    assert views.helped(second, TOPICS) == views.helped(struck, TOPICS) == []


def test_again() -> None:
    """A second try is asked for with its sign."""
    event = events(moves.Answer(0, ("Kim",)), ids=("heroine/actress",))[-1]
    assert isinstance(event, Again)
    assert plain(views.again(event)) == ["◐ Which Kim? Once more, with the full name."]


def test_styles_are_named() -> None:
    """Every style that a view uses stands in the theme, so that one place changes the look."""
    record = judged("heroine/actress", "nobody")
    parts = [
        *told(record, RULES),
        closing.headline(ended(), RULES),
        closing.counted(570, 2),
        *closing.brought(ended(misses=1), After(("★ A note.",))),
        *closing.missed(ending.missed(ended(misses=1))),
        *views.options(asked("channel/name"), Choosing(0)),
    ]
    parts += [keyline.judged(record, RULES), views.heading(asked("lead/actor"), lives(3)), views.hearts(1, 3)]
    parts += [*views.options(shaped.asked("family/actors", "fifty"), Choosing(0, ("a",)))]
    parts += [*views.settled(shaped.judged("family/actors", "a", "b")), *views.wanted(shaped.asked("first/day"))]
    parts += views.settled(shaped.judged("story/order", "d", "b", "a", "c"))
    named = {str(span.style) for part in parts for span in part.spans} | {str(part.style) for part in parts}
    assert named - {""} <= set(styles(DARK))
    assert {"qot.wrong", "qot.key", "qot.cursor", "qot.chosen", "qot.gone"} <= named


def test_late() -> None:
    """A late answer has the sign of a miss; one that does not count says so instead of points."""
    record = judged("lead/actor", before=(moves.Lifeline(0, "hint"),), rules=RULES)
    late = msgspec.structs.replace(record, verdict=Verdict(0.0, "late"))
    assert plain(told(late, RULES))[::3] == ["✘ Too late · the answer: Kim Soo-hyun", "0 points · 0 in all"]
    cut = plain(told(msgspec.structs.replace(late, counts=False), RULES))
    assert cut[::3] == ["✘ Time is up · the answer: Kim Soo-hyun", "This one does not count · 0 in all"]


def test_heading_of_other_modes() -> None:
    """The heading names the player on turn, or the step and which ones are safe; one life is no heart."""
    steps = Rules(lives=1, safe=(1, 4))
    shown = asked("lead/actor", rules=steps)
    assert plain(views.heading(shown, steps)) == ["Step 1 of 1 · safe at 1 · easy"]
    turn = msgspec.structs.replace(asked("lead/actor"), player="김수현")
    assert plain(views.heading(turn, RULES)) == ["김수현 · Question 1 of 1 · easy"]
    assert not any("heart" in line for line in plain(told(judged("lead/actor", rules=steps), steps)))


def test_walking_away_is_offered() -> None:
    """The line of keys says with how many points one would walk away, unless the game ends anyway."""
    shown = asked("lead/actor", rules=Rules(walk=True))
    assert "w walk away with 0" in keyline.asked(shown).plain
    record = judged("lead/actor", right(ITEMS[0]), rules=Rules(walk=True))
    assert "w walk" not in keyline.judged(record, Rules(walk=True)).plain
    going_on = msgspec.structs.replace(record, ends=False)
    assert "w walk away with 100" in keyline.judged(going_on, Rules(walk=True)).plain
    assert "w walk" not in keyline.judged(going_on, RULES).plain


def test_cheer() -> None:
    """The answer that makes five in a row has a cheer below its points, with a sign and in words; others have none."""
    record = judged("lead/actor", right(ITEMS[0]))
    fifth = msgspec.structs.replace(record, standing=msgspec.structs.replace(record.standing, streak=5))
    assert plain(told(fifth, RULES))[-1] == "✦ Five in a row!"
    assert not any("in a row" in line for line in plain(told(record, RULES)))
