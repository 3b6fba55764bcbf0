"""How people write a Korean syllable in Latin letters: by rule from its initial, vowel and final."""

from __future__ import annotations

from functools import lru_cache

INITIALS = (
    ("g", "k"), ("kk", "gg"), ("n",), ("d",), ("tt", "dd"), ("r", "l"), ("m",), ("b",), ("pp", "bb"), ("s",), ("ss",),
    ("",), ("j",), ("jj",), ("ch",), ("k",), ("t",), ("p",), ("h",),
)  # fmt: skip
"""The 19 initials in the order of Unicode; the official form (Ministry of Culture, 2000) first."""

VOWELS = (
    ("a",), ("ae",), ("ya",), ("yae",), ("eo", "u"), ("e",), ("yeo", "you", "yu"), ("ye",), ("o",), ("wa",),
    ("wae",), ("oe", "oi"), ("yo",), ("u", "oo"), ("wo", "weo"), ("we",), ("wi", "wee"), ("yu", "yoo", "you"),
    ("eu", "u"), ("ui", "ee", "i", "eui"), ("i", "ee"),
)  # fmt: skip
"""The 21 vowels in the order of Unicode."""

OPEN = {0: ("ah",), 2: ("yah",), 4: ("uh", "eoh"), 6: ("yuh", "yeoh"), 8: ("oh",), 12: ("yoh",), 18: ("euh",)}
"""What more a vowel may be where no final follows: Ah-in, Suh, Oh."""

ALONE = {13: ("woo", "wu"), 20: ("yi",), 19: ("yi",)}
"""What more a vowel may be where no initial stands before it: Woo."""

LAX = {4: ("o", 8), 6: ("yo", 12)}
"""McCune and Reischauer's o and yo without their marks, and the vowel that is truly written so: used where the
syllable with that other vowel is in no name."""

FINALS = (
    ("",), ("k", "g", "ck", "c"), ("k",), ("k",), ("n",), ("n",), ("n",), ("t", "d"), ("l", "ll"), ("k",), ("m",),
    ("l",), ("l",), ("l",), ("p",), ("l",), ("m",), ("p", "b"), ("p",), ("t", "s"), ("t",), ("ng",), ("t",), ("t",),
    ("k",), ("t",), ("p",), ("t", "h"),
)  # fmt: skip
"""The 28 finals in the order of Unicode, none first."""

HISSED = (2, 3, 6, 7, 12, 16, 17, 20)
"""Vowels before which an s may be written sh: Shin, Shi."""

USUAL = {
    "정": ("chung",), "종": ("chong",), "대": ("dai",), "재": ("jai",), "태": ("tai",), "백": ("baik", "paik", "baeck"),
    "지": ("chi",), "진": ("chin",), "우": ("ou",), "엽": ("yup",), "인": ("ihn",), "린": ("lyn",),
}  # fmt: skip
"""Spellings of syllables in any place that no rule gives."""

STRONG = {0: "k", 3: "t", 7: "p", 12: "ch"}
"""What an initial may be at the head of a family name as well: Chang, Pae."""

FAMILIES = {
    "이": "lee yi rhee i li ri ree yee ee rie", "박": "park pahk bahk", "최": "choi choe choy chey chwe chei",
    "노": "no noh roh ro rho", "유": "yu yoo you ryu ryoo lyu", "류": "ryu ryoo yu yoo you lyu",
    "임": "im lim rim yim leem rhim", "림": "lim rim im yim", "안": "ahn an", "한": "hahn", "손": "sohn",
    "나": "na nah ra rha", "라": "ra rha na la", "양": "ryang", "량": "yang ryang", "백": "back beck baek paek",
    "배": "bai bay pai", "조": "joe", "구": "koo ku goo gu", "황": "whang", "허": "hur her", "엄": "uhm",
    "여": "yo yuh", "염": "youm yum", "윤": "youn", "연": "youn yun yon", "함": "hahm", "남": "nahm",
    "권": "kweon kwun", "심": "shim",
    "신": "shin", "서": "suh seo", "석": "suk", "오": "oh o", "옥": "ok", "우": "woo wu u", "강": "kahng",
    "김": "ghim", "장": "jahng", "변": "byon pyon", "전": "chon jeun", "천": "chon", "채": "chai", "탁": "tark",
}  # fmt: skip
"""Spellings of family names that no rule gives."""

SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추"
    "도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예봉경사부빈복태림라량단당형"
) | {"남궁", "황보", "제갈", "선우", "사공", "서문", "독고"}
"""The family names of Korea that people bear in numbers (census of 2015)."""

IN_NAMES = frozenset(
    "가갑강건걸격견겸경계고곤관광교구국권규균근금기길나남노늘니다단달담대덕도동두라란람래려련령로루률름리린림마만매명모목무문미민배백번"
    "범변별병보복봄봉부빈빛사산삼상새샘서석선설섭성세소솔송수숙순슬승시식신실심아안애양언엄여연열영예오옥온완왕요용우욱운웅원월위유윤율"
    "융은을음의이익인일임자작장재전정제조종주준중지진집찬창채천철청초춘충치칠탁태택평표필하학한해향헌혁현협형혜호홍화환황효후훈훤휘흥희"
)
"""Syllables that stand in given names; a string of letters that spells two of them may be another name."""

FIRST, LAST = 0xAC00, 0xD7A3


def hangul(text: str) -> bool:
    """Whether a text is made of whole Korean syllables alone."""
    return bool(text) and all(FIRST <= ord(sign) <= LAST for sign in text)


@lru_cache(maxsize=1024)
def spellings(syllable: str, family: bool = False) -> tuple[str, ...]:
    """List how a syllable is written in Latin letters, the official form first.

    The rules follow the official romanisation of 2000 and the older spellings that Koreans choose for their own names
    (National Institute of Korean Language, survey of romanised names in passports).

    Args:
        syllable: One composed syllable.
        family: Whether it is a family name, which older habits rule: Lee, Park, Chang.

    Returns:
        Lower-case ASCII texts, each once.
    """
    initial, rest = divmod(ord(syllable) - FIRST, 588)
    vowel, final = divmod(rest, 28)
    heads: tuple[str, ...] = INITIALS[initial]
    heads += ("sh",) if initial == 9 and vowel in HISSED else ()
    heads += (STRONG[initial],) if family and initial in STRONG else ()
    cores: tuple[str, ...] = (
        VOWELS[vowel] + (() if final else OPEN.get(vowel, ())) + (ALONE.get(vowel, ()) if initial == 11 else ())
    )
    if vowel in LAX:
        lax, truly = LAX[vowel]
        other = chr(FIRST + initial * 588 + truly * 28 + final)
        cores += () if other in IN_NAMES or other in SURNAMES else (lax,)
    plain = [head + core + tail for head in heads for core in cores for tail in FINALS[final]]
    more = FAMILIES.get(syllable, "").split() if family else []
    return tuple(dict.fromkeys([*plain, *USUAL.get(syllable, ()), *more]))


def spells(letters: str, text: str, family: int = 0) -> bool:
    """Whether letters are a usual way of writing Korean syllables, one after the other.

    Args:
        letters: Lower-case letters without spaces.
        text: Composed syllables.
        family: How many of them, from the first, are a family name.
    """
    ends = {0}
    for place, syllable in enumerate(text):
        ways = spellings(syllable, place < family)
        ends = {end + len(way) for end in ends for way in ways if letters.startswith(way, end)}
    return len(letters) in ends


@lru_cache(maxsize=256)
def written(text: str, family: int = 0) -> tuple[str, ...]:
    """List all usual ways of writing Korean syllables; `spells` answers the same without listing them."""
    ways = [""]
    for place, syllable in enumerate(text):
        ways = [way + more for way in ways for more in spellings(syllable, place < family)]
    return tuple(ways)


@lru_cache(maxsize=32)
def _may_begin(letter: str) -> frozenset[int]:
    """Give the pairs of initial and vowel, 21 of each initial, of which a usual spelling could begin with a letter."""
    first = [at for at, heads in enumerate(INITIALS) if any(head[:1] == letter for head in heads)]
    cores = [
        {core[0] for core in (*ways, *ALONE.get(at, ()), LAX.get(at, ("y", 0))[0])} for at, ways in enumerate(VOWELS)
    ]
    return frozenset(
        (
            *(at * 21 + vowel for at in first for vowel in range(21)),
            *(11 * 21 + vowel for vowel, letters in enumerate(cores) if letter in letters),
        )
    )


@lru_cache(maxsize=32)
def _beginning(letter: str) -> dict[str, str]:
    """Give the spellings that begin with a letter, each with the syllables of names that it may stand for."""
    found: dict[str, str] = {}
    begun = _may_begin(letter)
    for syllable in IN_NAMES:
        if (ord(syllable) - FIRST) // 28 in begun or syllable in USUAL:
            for way in spellings(syllable):
                if way.startswith(letter):
                    found[way] = found.get(way, "") + syllable
    return found


def _syllables(letters: str) -> str:
    """Give the syllables of names that some letters may stand for."""
    return _beginning(letters[0]).get(letters, "") if letters else ""


def readings(letters: str) -> list[tuple[str, str]]:
    """Read letters as given names of two usual syllables, in every way: what each of the two may be."""
    cuts = ((_syllables(letters[:at]), _syllables(letters[at:])) for at in range(len(letters)))
    return [(one, other) for one, other in cuts if one and other]


def names_half(letters: str) -> bool:
    """Whether letters are one usual syllable of a given name."""
    return bool(_syllables(letters))


def alike(one: str, other: str) -> bool:
    """Whether two syllables have a usual spelling in common, as 승 and 성 have sung."""
    return one == other or not set(spellings(one)).isdisjoint(spellings(other))


@lru_cache(maxsize=32)
def _families_beginning(letter: str) -> frozenset[str]:
    """Give the spellings of family names that begin with a letter; older habits write some with r, l or none."""
    found: set[str] = set()
    begun = _may_begin(letter)
    for name in SURNAMES:
        pair = (ord(name[0]) - FIRST) // 28
        ways: tuple[str, ...] | list[str] = FAMILIES.get(name, "").split()
        if len(name) > 1 or pair in begun or name in USUAL or STRONG.get(pair // 21, "-")[0] == letter:
            ways = written(name, len(name))
        found.update(way for way in ways if way.startswith(letter))
    return frozenset(found)


def names_family(letters: str) -> bool:
    """Whether letters are a usual spelling of a Korean family name."""
    return bool(letters) and letters in _families_beginning(letters[0])
