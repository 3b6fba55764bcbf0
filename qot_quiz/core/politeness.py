"""Words round an answer that say nothing about it: how people lead in, address somebody, or add what a thing is."""

from __future__ import annotations

from functools import lru_cache

from qot_quiz.core.syllables import hangul
from qot_quiz.core.wording import keys, spelt

PEOPLE = ("person", "character")


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split(","))


LEADS = _phrases(
    "the,a,an,it is,its,is it,it was,that is,thats,this is,the answer is,my answer is,answer,my guess is,i think,"
    "i guess,i believe,id say,i would say,must be,it must be,could be,might be,maybe,probably,perhaps,definitely,"
    "certainly,surely,obviously,he is,hes,she is,shes,they are,in,on,at,by,from,to,near,both"
)
TAILS = _phrases(
    "please,i think,i guess,i believe,of course,maybe,probably,definitely,certainly,surely,obviously,for sure"
)
BEFORE = {
    "person": _phrases(
        "mr,mrs,ms,miss,mister,dr,doctor,prof,professor,sir,madam,herr,frau,actor,actress,director,pd,writer,singer,배우,가수,"
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
        "ssi,shi,ah,ya,nim,oppa,unnie,noona,hyung,sunbae,sunbaenim,jr,씨,배우,배우님,가수,감독,감독님,작가,작가님,피디,피디님"
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

ALONE = "이야"
"""What is hung on a name, too, and says no more without one: no family name called by a friend."""

ENDINGS = ("입니다", "이에요", "예요", "이요", "요")
"""What ends a Korean sentence: it is."""

OWNERS = _phrases("her,his,their,its,my,our,your")
"""Who something belongs to: her aunt is an aunt."""

OWNING = tuple(f"{owner} " for (owner,) in OWNERS)


def says_nothing(word: str, type: str) -> bool:
    """Whether a word stands for any thing of its type, as village does for all places."""
    return (word,) in (*LEADS, *TAILS, *BEFORE.get(type, ()), *BEHIND.get(type, ()))


@lru_cache(maxsize=256)
def wordings(typed: str, type: str) -> tuple[str, ...]:
    """Give what was typed, and then the same with ever less of the words that say nothing.

    Args:
        typed: What was typed.
        type: What the answer names, empty when it is no name.
    """
    words = spelt(typed)
    found = [typed]
    if "".join(words) not in keys(typed)[:1]:  # an article went
        found.append(" ".join(words))
    for before, behind in ((LEADS, TAILS), (BEFORE.get(type, ()), BEHIND.get(type, ()))):
        less = _stripped(words, before, behind)
        if less != words:
            words = less
            found.append(" ".join(words))
    for ends in (ENDINGS, HUNG if type in PEOPLE else ()):
        if words and words[-1] != ALONE and hangul(words[-1]):
            bare = next((words[-1].removesuffix(end) for end in ends if words[-1].endswith(end)), "")
            if bare:
                words = (*words[:-1], bare)
                found.append(" ".join(words))
    return tuple(dict.fromkeys(found))


def belongs(text: str) -> bool:
    """Whether a text begins with whose it is."""
    return text.casefold().lstrip(" '\"“‘(").startswith(OWNING)


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
