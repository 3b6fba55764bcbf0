"""Every rule: the sample pack keeps it, and one change breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qot_quiz.bank.check import RULES, check
from qot_quiz.bank.compiling import compile_pack
from qot_quiz.bank.reading import read_pack

from .sample import DATES, PEOPLE, findings_of, many_choices

WHERE = 'ask = "What does Kim A-ra paint at night?"'
BROKEN: list[tuple[str, str, str]] = [
    ("pack", 'title = "The Lighthouse"', 'title = " "'),
    ("pack", "episodes = 12", "episodes = 1200"),
    ("id-form", 'id = "first-night/truth"', 'id = "first-night/The Truth"'),
    ("id-form", 'id = "lighthouse"', 'id = "Light House"'),
    ("id-unique", 'id = "first-night/truth"', 'id = "first-night/date"'),
    ("topic-known", 'topic = "people"', 'topic = "peoples"'),
    ("kind-known", 'kind = "typed"', 'kind = "typing"'),
    ("difficulty-known", 'difficulty = "hard"', 'difficulty = "brutal"'),
    ("fact-above", 'id = "painter/who"', 'id = "pinter/who"'),
    ("fact-above", 'id = "painter/who"', 'id = "first-night/who"'),
    ("spoils-range", "spoils = 4", "spoils = 13"),
    ("spoils-range", "spoils = 9", "spoils = -1"),
    ("spoils-floor", "spoils = 4", "spoils = 2"),
    ("spoils-floor", 'difficulty = "easy"', 'difficulty = "easy"\nspoils = 5'),
    ("rests-on", 'rests_on = ["first-night"]', 'rests_on = ["first-nigth"]'),
    ("rests-on", 'rests_on = ["first-night"]', 'rests_on = ["first-weekday"]'),
    ("rests-on", 'rule = "4 May 2019 was a Saturday"\n', ""),
    ("fact-value", "value = { date", "value = { day"),
    ("fact-value", 'value = { text = "Saturday" }', "value = { number = inf }"),
    ("fact-value", 'value = { text = "Saturday" }', "value = {}"),
    ("fact-value", "paints the harbour wall.", "paints the wall." + " Very slowly." * 20),
    ("fact-one-key", 'value = { text = "Saturday" }', 'value = { text = "Saturday", number = 6 }'),
    ("sources", "sources = [{ paragraph = 7 }]", "sources = []"),
    ("sources", "{ paragraph = 7 }", "{ paragraph = 100 }"),
    ("sources", "{ paragraph = 7 }", "{ paragraph = 7, page = 'https://a.example/' }"),
    ("sources", "https://harbour.example", "ftp://harbour.example"),
    ("sources", "date = 2019-05-05", 'date = "in May"'),
    ("sources", 'publisher = "Harbour News", ', ""),
    ("form", "answer = true", 'answer = "true"'),
    ("form", 'answer = "the harbour wall"', "answer = 7"),
    ("form", ', "the kitchen door", "the old boat"', ""),
    ("form", 'accept = ["the girl', 'wrong = ["the girl'),
    ("form", 'difficulty = "hard"', 'refuse = ["the hill"]'),
    ("form", '"the old boat"', '" "'),
    ("ask-form", "paint at night?", "paint" + " at night" * 60 + "?"),
    ("ask-put", "paint at night?", "paint at night"),
    ("ask-put", "paint at night?", "paint? At night?"),
    ("ask-put", "paint at night?", "paint" + " at night" * 20 + "?"),
    ("ask-put", "began in May.", "began in May?"),
    ("ask-covered", WHERE, 'ask = "Which of these does Kim A-ra paint?"'),
    ("ask-positive", "What does Kim A-ra paint at", "What does Kim A-ra not paint at"),
    ("ask-positive", "What does Kim A-ra paint at", "What didn't Kim A-ra paint at"),
    ("ask-when", WHERE, 'ask = "When does Kim A-ra paint?"'),
    ("ask-open", WHERE, 'ask = "Does Kim A-ra paint at night?"'),
    ("ask-unit", "On which date was The Lighthouse first shown?", "What is said of the beginning of The Lighthouse?"),
    ("ask-lasting", "Kim A-ra paint at night", "Kim A-ra currently paint"),
    ("why", 'why = "She needs three nights for it."\n', ""),
    ("why", "She needs three nights for it.", "Kim A-Ra!"),
    ("options-equal", '"the old boat"', '"The Harbour-Wall"'),
    ("options-equal", '"12 May 2019"', '"11  may 2019"'),
    ("options-contained", '"the old boat"', '"the harbour wall at dusk"'),
    ("options-length", '"the harbour wall"', '"the long grey wall between the harbour and the town"'),
    ("options-above", '"the old boat"', '"all of the above"'),
    ("options-absolute", '"the old boat"', '"only the boat"'),
    ("options-echo", WHERE, 'ask = "What does Kim A-ra paint in the harbour?"'),
    ("options-mixed", '"12 May 2019"', '"12 May"'),
    ("forms", 'accept = ["the girl with the brush"]', 'accept = ["the girl with the brush"]\nvague = ["A-ra"]'),
    ("forms", 'accept = ["the girl with the brush"]', 'refuse = ["kim ara"]'),
    ("forms", 'accept = ["the girl with the brush"]', 'accept = ["?!"]'),
    ("forms", 'vague = ["Kim"]', 'vague = ["kim-ara"]'),
    ("forms-needless", "the girl with the brush", "a-ra"),
    ("names-apart", 'show = "The Keeper"', 'show = "The Keeper"\naccept = ["A-ra"]'),
    ("name-spoils", '"the old boat"', '"the keeper\'s boat"'),
    ("name-spoils", "paints the harbour wall.", "paints for the Keeper."),
    ("asked-twice", WHERE, 'ask = "Which character paints the harbour wall?"'),
    ("fact-asked", 'id = "first-weekday/day"', 'id = "first-night/day"'),
    ("true-false-share", 'kind = "typed"\n', 'kind = "true-false"\n'),
]

ELSEWHERE = {"topic-asked", "longest-share", "edge-room", "fact-angles", "family-share", "options-tell"}
"""Rules that one change of the sample cannot break: tests of their own break them, here and in ``test_form``."""


def test_sample_keeps_every_rule(tmp_path: Path) -> None:
    """The sample pack has no finding at all, so that it is the good example of every rule."""
    assert findings_of(tmp_path) == []


@pytest.mark.parametrize(("rule", "old", "new"), BROKEN)
def test_a_change_breaks_the_rule(tmp_path: Path, rule: str, old: str, new: str) -> None:
    """A pack with that change breaks that rule, with its severity and a line of the right file."""
    found = [finding for finding in findings_of(tmp_path, {old: new}) if finding.rule == rule]
    assert found
    assert found[0].severity == next(known.severity for known in RULES if known.name == rule)
    assert (tmp_path / found[0].file).is_file()
    assert found[0].line > 0


def test_a_topic_without_questions_is_found(tmp_path: Path) -> None:
    """A topic that nothing belongs to is a warning."""
    found = findings_of(tmp_path, pack='\n[[topic]]\nid = "music"\ntitle = "Music"\n')
    assert [(finding.rule, finding.id) for finding in found] == [("topic-asked", "music")]


def test_the_longest_answers_are_found(tmp_path: Path) -> None:
    """A pack whose right options are the longest too often or too rarely is warned, one with equal options is not."""
    plain = many_choices(24, "a red house", ["an old home", "a new house", "a big house"])
    longest = many_choices(24, "a yellow house", ["an old house", "a new house", "a big house"])
    shortest = many_choices(24, "a red house", ["an olden house", "a newer house", "a bigger house"])
    assert "longest-share" in {finding.rule for finding in findings_of(tmp_path / "shortest", more=shortest)}
    assert "longest-share" not in {finding.rule for finding in findings_of(tmp_path / "plain", more=plain)}
    assert "longest-share" in {finding.rule for finding in findings_of(tmp_path / "longest", more=longest)}


def test_answers_at_the_edge_are_found(tmp_path: Path) -> None:
    """A pack whose rising answers always or never come first is warned, one with room on both sides is not."""
    inside = many_choices(24, "14", ["11", "12", "13", "15", "16", "17"])
    lowest = many_choices(24, "14", ["15", "16", "17"])
    narrow = many_choices(24, "14", ["12", "13", "15", "16"])
    assert "edge-room" not in {finding.rule for finding in findings_of(tmp_path / "inside", more=inside)}
    found = [finding for finding in findings_of(tmp_path / "lowest", more=lowest) if finding.rule == "edge-room"]
    assert ["92%" in finding.message for finding in found] == [True, False]
    assert "many/q0" in found[0].hint
    found = [finding for finding in findings_of(tmp_path / "narrow", more=narrow) if finding.rule == "edge-room"]
    assert [" 0%" in finding.message for finding in found] == [True, True]


def test_a_fact_with_one_angle_is_found(tmp_path: Path) -> None:
    """A fact that one question alone asks about is warned; one on a fact that rests on it is another angle."""
    last = PEOPLE[PEOPLE.index('[[question]]\nid = "painter/where"') :]
    found = findings_of(tmp_path / "one", {last: ""})
    assert [(finding.rule, finding.id) for finding in found] == [("fact-angles", "painter")]
    assert findings_of(tmp_path / "two", {last: RESTING}) == []


RESTING = """\
[[fact]]
id = "painters"
kind = "plot"
statement = "One woman paints the harbour wall."
value = { number = 1 }
difficulty = "easy"
spoils = 3
sources = [{ paragraph = 7 }]
rests_on = ["painter"]
rule = "count of painters"

[[question]]
id = "painters/number"
kind = "number"
ask = "How many women paint the harbour wall?"
answer = 1
why = "She works by night."

[[question]]
id = "painters/rest"
kind = "number"
ask = "How many women sleep while the harbour wall is painted?"
answer = 7
why = "All but one."
"""


def test_every_rule_has_a_bad_example() -> None:
    """No rule of the table is left without a pack that breaks it, and no two rules share a name."""
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert set(names) - {rule for rule, _, _ in BROKEN} == ELSEWHERE


@pytest.mark.parametrize(
    "ask",
    [
        "Which song is called “Never Say Never” in the drama?",
        "Which film is *Not Tonight* in the drama?",
    ],
)
def test_quotations_are_not_the_authors_words(tmp_path: Path, ask: str) -> None:
    """Words inside a quotation or title break no rule on words."""
    assert findings_of(tmp_path, {WHERE: f"ask = '{ask}'"}) == []


def test_names_are_not_the_authors_words(tmp_path: Path) -> None:
    """A negative word that belongs to a name of the pack breaks no rule on words."""
    name = '\n[[name]]\nid = "song"\nshow = "Not Now, Never"\ntype = "work"\n'
    assert findings_of(tmp_path, {WHERE: 'ask = "Who paints while Not Now, Never is played?"'}, names=name) == []


def test_episode_one_is_no_part_of_episode_ten(tmp_path: Path) -> None:
    """Options are parts of one another by whole words only, and not at all on a scale."""
    options = many_choices(1, "Episode 1", ["Episode 10", "Episode 11", "Episode 12"])
    assert "options-contained" not in {finding.rule for finding in findings_of(tmp_path, more=options)}


def test_a_misspelt_reference_is_put_right(tmp_path: Path) -> None:
    """Findings on unknown names say which known one was probably meant."""
    hints = {finding.hint for finding in findings_of(tmp_path, {'topic = "people"': 'topic = "peple"'})}
    assert 'Did you mean "people"?' in hints


def test_a_pack_without_facts_needs_no_fact(tmp_path: Path) -> None:
    """Questions of a pack without facts stand for themselves, with a topic and a difficulty of their own."""
    start = DATES.index("[[question]]")
    question = DATES[start : DATES.index("[[question]]", start + 1)].replace("first-night/date", "premiere")
    pack = '[pack]\nid = "bare"\ntitle = "Bare"\n[[topic]]\nid = "dates"\ntitle = "Dates"\n'
    path = tmp_path / "bare.toml"
    path.write_text(pack + question + 'difficulty = "easy"\n', encoding="utf-8")
    assert check(read_pack(str(path))) == []
    path.write_text(pack + question, encoding="utf-8")
    assert [finding.rule for finding in check(read_pack(str(path)))] == ["difficulty-known"]


ACCEPT = '\n[[accept]]\nrule = "{}"\nid = "painter/where"\nreason = "{}"\n'
ABSOLUTE = {'"the old boat"': '"only the boat"'}


def test_an_accepted_warning_is_left_out(tmp_path: Path) -> None:
    """A warning that the author accepts with a reason is not listed."""
    assert findings_of(tmp_path, ABSOLUTE, pack=ACCEPT.format("options-absolute", "The boat is called so.")) == []


@pytest.mark.parametrize(
    ("changes", "rule", "reason", "message"),
    [
        ({}, "options-absolute", "Weighed.", "nothing breaks"),
        (ABSOLUTE, "option-absolute", "Weighed.", "unknown rule"),
        (ABSOLUTE, "options-absolute", " ", "no reason"),
        ({'"the old boat"': '"all of the above"'}, "options-above", "Weighed.", "an error cannot be accepted"),
    ],
)
def test_a_wrong_acceptance_is_found(
    tmp_path: Path, changes: dict[str, str], rule: str, reason: str, message: str
) -> None:
    """An acceptance that is misspelt, without a reason, needless or too bold is itself a finding."""
    found = findings_of(tmp_path, changes, pack=ACCEPT.format(rule, reason))
    assert any(finding.rule == "accept" and message in finding.message for finding in found)


def test_craft_only_warns_of_plain_questions(tmp_path: Path) -> None:
    """In a pack without facts, a question that is put badly is warned of and played; with facts it is an error."""
    plain = tmp_path / "plain.toml"
    plain.write_text(
        '[pack]\nid = "plain"\ntitle = "Plain"\nepisodes = 0\n[[topic]]\nid = "sea"\ntitle = "The sea"\n'
        '[[question]]\nid = "salt"\nkind = "choice"\ndifficulty = "easy"\nask = "Which of these is not a sea"\n'
        'answer = "The Kattegat, a sea between two peninsulas"\nwrong = ["Oslo", "Rome", "Bonn"]\n'
        'why = "It is salty."\n',
        encoding="utf-8",
    )
    found = check(read_pack(str(plain)))
    assert {one.severity for one in found} == {"warning"}
    assert {"ask-put", "ask-covered", "ask-positive", "options-length"} <= {one.rule for one in found}
    compile_pack(str(plain), str(tmp_path / "plain.db"))


def test_plain_questions_may_have_few_options(tmp_path: Path) -> None:
    """In a pack without facts one wrong option is enough, since other programs' lists have many such; none is not."""
    plain = tmp_path / "plain.toml"
    text = (
        '[pack]\nid = "plain"\ntitle = "Plain"\nepisodes = 0\n[[topic]]\nid = "sea"\ntitle = "The sea"\n'
        '[[question]]\nid = "salt"\nkind = "choice"\ndifficulty = "easy"\nask = "Which sea is the saltier one?"\n'
        'answer = "Red Sea"\nwrong = ["Baltic"]\nwhy = "It is hot there."\n'
    )
    plain.write_text(text, encoding="utf-8")
    assert "form" not in {one.rule for one in check(read_pack(str(plain)))}
    compile_pack(str(plain), str(tmp_path / "plain.db"))
    plain.write_text(text.replace('["Baltic"]', "[]"), encoding="utf-8")
    (fault,) = (one for one in check(read_pack(str(plain))) if one.rule == "form")
    assert "0 wrong options, 1 to 12" in fault.message
    several = text.replace('"choice"', '"multi"').replace('answer = "Red Sea"', 'answer = ["Red Sea", "Dead Sea"]')
    for wrong, rules in (('["Baltic", "North Sea"]', set()), ('["Baltic"]', {"form"})):
        plain.write_text(several.replace('["Baltic"]', wrong), encoding="utf-8")
        assert {one.rule for one in check(read_pack(str(plain)))} & {"form"} == rules
    assert [one.rule for one in findings_of(tmp_path / "facts", {', "the kitchen door", "the old boat"': ""})] == [
        "form"
    ]


def test_signs_tell_options_apart(tmp_path: Path) -> None:
    """C# and C++ are two answers; the same word with other punctuation is one."""
    plain = tmp_path / "plain.toml"
    text = (
        '[pack]\nid = "plain"\ntitle = "Plain"\nepisodes = 0\n[[topic]]\nid = "code"\ntitle = "Code"\n'
        '[[question]]\nid = "unity"\nkind = "choice"\ndifficulty = "easy"\nask = "Which language does Unity use?"\n'
        'answer = "C#"\nwrong = ["C++", "Ada", "Lua"]\nwhy = "It has for years."\n'
    )
    plain.write_text(text, encoding="utf-8")
    assert "options-equal" not in {one.rule for one in check(read_pack(str(plain)))}
    plain.write_text(text.replace("C++", "C.#"), encoding="utf-8")
    assert "options-equal" in {one.rule for one in check(read_pack(str(plain)))}
