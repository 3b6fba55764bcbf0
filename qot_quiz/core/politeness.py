"""Words round an answer that say nothing about it: how people lead in, address somebody, or add what a thing is."""

from __future__ import annotations

from functools import lru_cache

from qot_quiz.core.syllables import hangul
from qot_quiz.core.wording import spelt

PEOPLE = ("person", "character")


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split(","))


LEADS = _phrases(
    "the,a,an,it is,its,is it,it was,that is,thats,this is,the answer is,answer,i think,i guess,i believe,maybe,"
    "probably,perhaps,he is,hes,she is,shes,they are,in,on,at,by,from,to,near,both"
)
TAILS = _phrases("please,i think,i guess,of course,maybe,probably")
BEFORE = {
    "person": _phrases(
        "mr,mrs,ms,miss,mister,dr,doctor,prof,professor,sir,madam,herr,frau,actor,actress,director,writer,singer,배우,가수,"
        "감독,작가"
    ),
    "character": _phrases(
        "mr,mrs,ms,miss,mister,dr,doctor,prof,professor,sir,madam,chairman,chairwoman,director,attorney,lawyer,secretary,"
        "president,ceo,grandfather,aunt,변호사,회장"
    ),
    "place": _phrases("city of,town of,village of,river,the river,lake,country of"),
    "work": _phrases("drama,series,song,film,movie,show"),
    "group": _phrases("group,band"),
    "organisation": _phrases("company,network,channel"),
}
"""What may stand before a thing of its type."""

BEHIND = {
    "person": _phrases(
        "ssi,shi,ah,ya,nim,oppa,unnie,noona,hyung,sunbae,sunbaenim,jr,씨,배우,배우님,가수,감독,감독님,작가,작가님"
    ),
    "character": _phrases(
        "ssi,shi,ah,ya,nim,oppa,unnie,noona,hyung,sunbae,sunbaenim,씨,변호사,변호사님,회장,회장님,대표,대표님,사장님"
    ),
    "place": _phrases("city,town,village,river,마을,시,강"),
    "work": _phrases("drama,series,song,film,movie"),
    "group": _phrases("group,band"),
    "organisation": _phrases("company,inc,ltd,corp,corporation,co"),
}
"""What may stand behind a thing of its type."""

HUNG = ("씨", "님", "선배님", "선배", "이", "아", "야")
"""What is hung on a Korean name without a space: politely, or as among friends."""


OWNERS = _phrases("her,his,their,its,my,our,your")
"""Who something belongs to: her aunt is an aunt."""

BETWEEN = (" of ", " from ", " in ")
"""What joins a name and where it belongs."""

BELONGING = (*PEOPLE, "place", "group")
"""Types of things that belong somewhere; in a title these little words are a part of it."""


def says_nothing(word: str, type: str) -> bool:
    """Whether a word stands for any thing of its type, as village does for all places."""
    return (word,) in (*LEADS, *TAILS, *BEFORE.get(type, ()), *BEHIND.get(type, ()))


def explained(typed: str, type: str) -> tuple[str, str] | None:
    """Part a name from what explains it: "Bomi (Apink)", "Bomi of Apink".

    Args:
        typed: What was typed.
        type: What the answer names.

    Returns:
        The name and its explanation, or None when there is no explanation.
    """
    head, bracket, rest = typed.strip().partition("(")
    if bracket and rest.endswith(")"):
        return head, rest[:-1]
    for between in BETWEEN if type in BELONGING else ():
        at = typed.casefold().find(between)
        if at > 0:
            return typed[:at], typed[at + len(between) :]
    return None


@lru_cache(maxsize=256)
def wordings(typed: str, type: str) -> tuple[str, ...]:
    """Give what was typed, and then the same with ever less of the words that say nothing.

    Args:
        typed: What was typed.
        type: What the answer names, empty when it is no name.
    """
    found = [typed]
    words = spelt(typed)
    for before, behind in ((LEADS, TAILS), (BEFORE.get(type, ()), BEHIND.get(type, ()))):
        words = _stripped(words, before, behind)
        found.append(" ".join(words))
    if type in PEOPLE and words and hangul(words[-1]):
        bare = next((words[-1].removesuffix(end) for end in HUNG if words[-1].endswith(end)), "")
        found += [" ".join([*words[:-1], bare])] if len(bare) > 1 else []
    return tuple(dict.fromkeys(found))


def without_owner(text: str) -> str:
    """Give a text without the pronoun at its head, in words."""
    return " ".join(_stripped(spelt(text), OWNERS, ()))


def _stripped(
    words: tuple[str, ...], before: tuple[tuple[str, ...], ...], behind: tuple[tuple[str, ...], ...]
) -> tuple[str, ...]:
    """Take phrases off both ends as long as there are any, and leave at least one word."""
    while True:
        lead = next((lead for lead in before if words[: len(lead)] == lead and len(words) > len(lead)), ())
        words = words[len(lead) :]
        tail = next((tail for tail in behind if words[-len(tail) :] == tail and len(words) > len(tail)), ())
        words = words[: len(words) - len(tail)]
        if not lead and not tail:
            return words
