"""The terminal screen, driven by real key bytes on a real pseudo-terminal and read as a person would see it."""

from __future__ import annotations

import signal

import pyte
import pytest
from samples import deck
from terminal_game import end, lines, press, shows, start

TVN = next(place for place, option in enumerate(deck("channel/name")[0].options) if option.text == "tvN")
SHAPES = "tests.ui.shapes"
DOWN, UP = "\x1b[B", "\x1b[A"
LETTER, NUMBER = "abcd"[TVN], str(TVN + 1)
PICKS = [NUMBER, LETTER, DOWN * (TVN + 1) + "\r", UP * (4 - TVN) + "\r", DOWN * (TVN + 5) + "\r", "x\rz9" + LETTER]


@pytest.mark.parametrize("keys", PICKS)
def test_pick(keys: str) -> None:
    """A number, a letter, or arrows and Enter pick an option; keys that mean nothing do nothing."""
    with start("channel/name") as job:
        press(job, keys)
        assert shows(job, "Enter result")[-4:] == [
            "✔ Right",
            "Source: Soompi, 9 March 2024",
            "100 points · 100 in all",
            "Enter result  ! flag this question  q leave",
        ]
        assert end(job, "\r") == [f"Answer {LETTER}", "Next"]


def test_first_question() -> None:
    """The question stands there with its number, its options, and the keys that matter."""
    with start("channel/name", "lead/actor") as job:
        texts = [option.text for option in deck("channel/name")[0].options]
        drawn = shows(job, "leave")
        assert drawn[:-2] == [
            "Question 1 of 2 · easy",
            "Which channel broadcast the drama?",
            *[f"{place} {text}" for place, text in enumerate(texts, start=1)],
        ]
        assert " ".join(drawn[-2:]).replace("  ", " ") == (
            "1-4 answer ↑↓ Enter choose f fifty-fifty, half the points ? hint, a quarter less s pass q leave"
        )


def test_wrong_pick() -> None:
    """After a wrong pick both options have their signs, and the right answer stands beside the word."""
    with start("abroad/netflix") as job:
        press(job, "2")
        drawn = shows(job, "✔ 1 True", "✘ 2 False", "✘ Wrong · the answer: True", "Enter result")
        assert not any("1-2 answer" in line for line in drawn)


def test_fifty() -> None:
    """A fifty-fifty marks two options, which neither a number nor the arrows reach any more."""
    with start("channel/name") as job:
        press(job, "f")
        out = [place for place, line in enumerate(shows(job, "(out)", "leave")[2:6]) if line.endswith("(out)")]
        assert len(out) == 2
        assert TVN not in out
        job.type(str(out[0] + 1).encode())
        shows(job, "There is no such option here: ")
        press(job, "f")
        assert not any("no such option" in line for line in shows(job, "The fifty-fifty is used up."))
        free = [place for place in range(4) if place not in out]
        for place in (free[0], free[1], free[0]):
            job.type(DOWN.encode())
            shows(job, f"› {place + 1} ")
        press(job, "\r")
        assert end(job, "\r") == ["Lifeline fifty", f"Answer {'abcd'[free[0]]}", "Next"]


def test_note_goes() -> None:
    """Why a key means nothing stands there until the next key."""
    with start("channel/name") as job:
        press(job, "f")
        press(job, "f")
        shows(job, "The fifty-fifty is used up.")
        job.type(DOWN.encode())
        assert not any("used up" in line for line in shows(job, "›"))


def test_hints_and_pass() -> None:
    """Hints stay on the screen as sentences, a struck option is marked, and `s` passes."""
    with start("brother/actor") as job:
        press(job, "?")
        shows(job, "Hint: the topic is The cast; it belongs to episode 2.")
        press(job, "?")
        assert sum(line.endswith("(out)") for line in shows(job, "(out)", "leave")) == 1
        press(job, "?")
        shows(job, "There is no hint left for this question.", "Hint: the topic is The cast; it belongs to")
        press(job, "s")
        shows(job, "– Passed · the answer: Kwak Dong-yeon")
        assert end(job, "\r") == ["Lifeline hint", "Lifeline hint", "Answer", "Next"]


def test_typed() -> None:
    """A text is typed and edited; a surname draws a second try; "I was right" and a reasoned flag are heard."""
    with start("heroine/actress", "abroad/netflix") as job:
        press(job, "?")
        shows(job, "Hint: ___ __-___ (3, 2-3)")
        press(job, "Kum\x7f\x7fim\r")
        shows(job, "Which Kim? Once more")
        press(job, "nobody\r")
        shows(job, '✘ Wrong: "nobody" · the answer: Kim Ji-won', "u I was right")
        job.type(b"!")
        shows(job, "What is wrong with it?")
        press(job, "spelling\r")
        shows(job, 'Flagged: "spelling"; kept with your games.')
        press(job, "u")
        drawn = shows(job, "Right, by your word: this game is not ranked now", "Enter next")
        assert not any("u I was right" in line for line in drawn)
        press(job, "\r")
        shows(job, "Netflix shows")
        commands = end(job, "q")
        assert commands[:4] == ["Lifeline hint", "Answer Kim", "Answer nobody", "Flag spelling"]
        assert commands[4:] == ["Regrade", "Next", "Leave"]


def test_hangul() -> None:
    """A Korean answer is typed as it is."""
    with start("heroine/actress") as job:
        press(job, "김지원\r")
        shows(job, "✔ Right · Kim Ji-won")
        assert end(job, "\r") == ["Answer 김지원", "Next"]


def test_typed_ahead() -> None:
    """Keys pressed before a verdict is read neither skip it nor answer the next question."""
    with start("abroad/netflix", "channel/name", "lead/actor") as job:
        press(job, "1\r1\r1\r")
        job.type(b"!")
        shows(job, "What is wrong with it?")
        press(job, "odd\r")
        press(job, "\r")
        shows(job, "Question 2")
        assert end(job, "q") == ["Answer a", "Flag odd", "Next", "Leave"]


def test_several() -> None:
    """Several are toggled by number, letter and arrows; a hint keeps them, and Enter gives them in the order shown."""
    with start("family/actors", "story/order", pack=SHAPES) as job:
        job.type(b"e1" + DOWN.encode() * 3 + b" ")
        drawn = shows(job, "› 3 [x] Kwak Dong-yeon")
        assert [line.removeprefix("› ")[:5] for line in drawn[3:9]] == [
            "1 [x]",
            "2 [ ]",
            "3 [x]",
            "4 [ ]",
            "5 [x]",
            "6 [ ]",
        ]
        press(job, "?")
        press(job, "?")
        assert sum("[x]" in line for line in shows(job, "it belongs to episode 1.")) == 3
        press(job, "\r")
        shows(job, "✔ Right", "Enter next")
        press(job, "\r")
        assert end(job, "q") == ["Lifeline hint", "Lifeline hint", "Answer a c e", "Next", "Leave"]


def test_fifty_of_several() -> None:
    """A fifty-fifty takes half of the wrong ones out, those chosen among them, and keeps the others chosen."""
    with start("family/actors", pack=SHAPES) as job:
        job.type(b"123456")
        shows(job, "6 [x]")
        press(job, "f")
        drawn = shows(job, "(out)", "leave")[3:9]
        assert sum("[x]" in line for line in drawn) == 5
        (out,) = (place for place, line in enumerate(drawn) if line.endswith("(out)"))
        job.type(str(out + 1).encode())
        shows(job, "There is no such option here: ")
        press(job, "\r")
        left = " ".join(key for place, key in enumerate("abcdef") if place != out)
        assert end(job, "\r") == ["Lifeline fifty", f"Answer {left}", "Next"]


def test_nothing_chosen() -> None:
    """An Enter with nothing chosen answers nothing, says what is missing, and the next key takes that away."""
    with start("family/actors", pack=SHAPES) as job:
        job.type(b"1a\r")
        shows(job, "Choose at least one, or press s to pass.")
        job.type(b"2")
        assert not any("Choose at least" in line for line in shows(job, "2 [x]"))
        press(job, "s")
        shows(job, "– Passed")
        assert end(job, "\r") == ["Answer", "Next"]


def test_order() -> None:
    """An order is made by keys that put and take back; it is given only when all are placed."""
    with start("story/order", pack=SHAPES) as job:
        job.type(b"42\x7f1\r")
        drawn = shows(job, "Put all of them in order first")
        assert [line[2:7] for line in drawn[2:6]] == ["[2nd]", "[ · ]", "[ · ]", "[1st]"]
        job.type(DOWN.encode() * 2 + b" ")
        shows(job, "› 2 [3rd]")
        press(job, "3\r")
        shows(job, "✔ Right", "✔ 1. Hyun-woo tells")
        assert end(job, "\r") == ["Answer d a b c", "Next"]


def test_numbers_and_days() -> None:
    """A line that is no number or day costs nothing and says what is wanted; what is near earns a part."""
    with start("rating/finale", "first/day", pack=SHAPES) as job:
        shows(job, "A number, in %; less than 3 percentage points off earns a part")
        job.type(b"20?\r")
        shows(job, "That is no number", "› 20?")
        press(job, "24\r")
        shows(job, '◐ Partly right, 72%: "24" (0.85 percentage points off)')
        press(job, "u")
        shows(job, "Only a typed text")
        press(job, "\r")
        shows(job, "A date, such as 2 January or 2025-01-02; less than 7 days off earns a part")
        job.type(b"3/9/2024\r")
        shows(job, "› 3/9/2024", "Two days could be meant: write the month as a word")
        press(job, "March 9\r")
        shows(job, "✔ Right · 9 March 2024")
        assert end(job, "\r") == ["Answer 24", "Next", "Answer March 9", "Next"]


def test_the_keys_of_a_typed_line() -> None:
    """What Enter and Escape do is told as it is while a text stands on the line: Escape clears before it leaves."""
    with start("heroine/actress", rules="Rules(hints=True)") as job:
        for keys, told in (("", "Esc leave"), ("s", "Enter pass  Esc clear"), ("o", "Enter answer  Esc clear")):
            job.type(keys.encode())
            shows(job, told)
        job.type(b"\x1b")
        shows(job, "? hint, a quarter less  s Enter pass  Esc leave")
        press(job, "nobody\r")
        job.type(b"!odd")
        shows(job, "Enter flag it  Esc clear")
        job.type(b"\x1b")
        shows(job, "Enter flag it  Esc never mind")
        assert end(job, "\r\r") == ["Answer nobody", "Flag ", "Next"]


def test_typed_ahead_of_several() -> None:
    """Keys pressed before a question is seen neither choose nor answer anything of it."""
    with start("family/actors", "story/order", "rating/finale", pack=SHAPES) as job:
        press(job, "13\r\r12\r")
        shows(job, "Partly right", "Enter next")
        press(job, "\r1234\r")
        drawn = shows(job, "Question 2", "place next")
        assert not any("[1st]" in line for line in drawn)
        press(job, "1234\r\r24\r")
        press(job, "\r24\r")
        shows(job, "Question 3")
        assert end(job, "q\r") == ["Answer a c", "Next", "Answer a b c d", "Next", "Leave"]


@pytest.mark.parametrize("id", ["family/actors", "story/order"])
def test_resized_while_choosing(id: str) -> None:
    """What is chosen outlives a change of the window's size and a pause."""
    with start(id, pack=SHAPES) as job:
        job.type(b"12")
        shows(job, "2 [x]" if id == "family/actors" else "2 [2nd]")
        since = len(job.output)
        job.resize(40, 24)
        job.until("Question 1", since)
        job.until("leave", job.output.index(b"Question 1", since))
        job.type(b"\x1a")
        assert job.stopped() == signal.SIGTSTP
        since = len(job.output)
        job.signal(signal.SIGCONT)
        job.until("Question 1", since)
        press(job, "34\r")
        assert end(job, "\r") == ["Answer a b c d", "Next"]


def test_hearts_and_end() -> None:
    """Hearts are drawn as signs, the last one ends the game, and what was missed is listed."""
    with start("abroad/netflix", "channel/name", "lead/actor", rules="Rules(lives=2)") as job:
        shows(job, "Question 1 of 3 · easy  ♥♥")
        press(job, "2")
        shows(job, "1 heart left")
        press(job, "\r")
        shows(job, "♥♡")
        press(job, "s")
        assert end(job, "\r") == ["Answer b", "Next", "Answer", "Next"]
        drawn = lines(job)
        assert "The last heart is gone after 2 questions." in drawn
        assert "✘–" in drawn
        assert "1. Netflix shows the drama abroad." in drawn


@pytest.mark.parametrize(
    ("id", "keys"),
    [("abroad/netflix", "q"), ("abroad/netflix", "\x1b"), ("heroine/actress", "q\r"), ("heroine/actress", "\x1b")],
)
def test_leave(id: str, keys: str) -> None:
    """`q` and Escape leave a game; where a text is typed, `q` needs its Enter."""
    with start(id) as job:
        shows(job, "leave")
        assert end(job, keys) == ["Leave"]


@pytest.mark.parametrize("answered", ["", "1"])
def test_interrupted(answered: str) -> None:
    """Ctrl-C leaves at once, with 130 and the terminal as it was found; after the last verdict the game is finished."""
    with start("abroad/netflix") as job:
        if answered:
            press(job, answered)
        assert end(job, "\x03", 130) == (["Answer a", "Next"] if answered else [])


@pytest.mark.parametrize("answered", [False, True])
def test_narrow(answered: bool) -> None:
    """In a window made small the question, or its verdict, is drawn anew and no line of it is wider than the window."""
    with start("lead/actor", "village/name") as job:
        if answered:
            press(job, "1")
        shows(job, "leave")
        since = len(job.output)
        job.resize(40, 12)
        job.until("Who plays", since)
        anew = job.output.index(b"Who plays", since)
        job.until("leave", anew)
        screen = pyte.Screen(200, 40)
        pyte.ByteStream(screen).feed(job.output[anew:])
        drawn = [line.rstrip() for line in screen.display if line.strip()]
        assert max(len(line) for line in drawn) <= 40
        assert drawn[0] == "Who plays Baek Hyun-woo?"
        assert any("Wrong" in line or "Right" in line for line in drawn) == answered


def test_pause() -> None:
    """After Ctrl-Z and going on, the question is drawn again and takes an answer."""
    with start("abroad/netflix") as job:
        job.type(b"\x1a")
        assert job.stopped() == signal.SIGTSTP
        since = len(job.output)
        job.signal(signal.SIGCONT)
        job.until("Netflix shows", since)
        press(job, "1")
        assert end(job, "\r") == ["Answer a", "Next"]


def test_nothing_is_drawn_twice() -> None:
    """Moving the cursor draws the options in their place: question and options stand on the screen once."""
    with start("channel/name") as job:
        for place, key in ((0, DOWN), (1, DOWN), (0, UP), (3, UP)):
            job.type(key.encode())
            drawn = shows(job, f"› {place + 1}", "leave")
            assert sum("Which channel" in line for line in drawn) == 1
            assert sum("tvN" in line for line in drawn) == 1
            assert sum(line.startswith("›") for line in drawn) == 1
