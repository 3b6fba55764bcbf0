"""Addresses of sources lead where they seem to lead, or are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from qot_quiz.bank.rules.addresses import fault

from .sample import findings_of


@pytest.mark.parametrize(
    "page",
    [
        "https://netflix.com",
        "https://www.netflix.com:8443/title/81707950?user=a@b.example#top",
        "http://drama.example/@writer",
        "https://xn--h32b.kr/",
        "https://한국.kr/드라마",
        "https://café.fr/",
        "http://हिन्दी.भारत/",
        "https://tv_news.example/",
        "HTTPS://Netflix.com/title",
        "https://netflix.com./",
        "https://netflix.com:/title",
    ],
)
def test_sound_addresses(page: str) -> None:
    """Addresses of pages, in any script, are taken."""
    assert fault(page) == ""


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("netflix.com", "is no web address"),
        ("ftp://netflix.com", "is no web address"),
        ("https://localhost/", "is no web address"),
        ("https://netflix.com/a b", "is no web address"),
        ("https://netflix..com/", "is no web address"),
        ("https://.netflix.com/", "is no web address"),
        ("https://netflix.com:abc/", "is no web address"),
        ("https://netflix.com:80:80/", "is no web address"),
        ("https://netflix.com:100000/", "is no web address"),
        ("https://netflix.com@/", "is no web address"),
        ("https://netflix.com@evil..example/", "is no web address"),
        ("https://netflix.com@evil.example/", 'leads to "evil.example", not to "netflix.com"'),
        ("https://user:netflix.com@evil.example", 'leads to "evil.example"'),
        ("https://evil.example\\@netflix.com/", "a sign in its host"),
        ("https://evil.example\\.netflix.com/", "a sign in its host"),
        ("https://netflix.com∕title.evil.example/", "a sign in its host"),
        ("https://nеtflix.com/", "only look like Latin ones"),
        ("https://www.ｎetflix.com/", "only look like Latin ones"),
    ],
)
def test_addresses_that_deceive(page: str, said: str) -> None:
    """What a person reads otherwise than a browser is refused, and it is said why."""
    assert said in fault(page)


def test_a_pack_with_such_an_address(tmp_path: Path) -> None:
    """A pack is not played while one of its sources leads elsewhere than it seems."""
    (found,) = findings_of(tmp_path, {"https://harbour.example/": "https://harbour.example@evil.example/"})
    assert (found.rule, found.severity) == ("sources", "error")
    assert 'leads to "evil.example", not to "harbour.example"' in found.message
