"""The digest: the same for the same content, another for any change that a player could meet."""

from __future__ import annotations

from pathlib import Path

import pytest

from qot_quiz.bank.compiling import checked
from qot_quiz.bank.digest import SHOWN, digest_of

from .sample import DATES, PEOPLE, write_pack


def digest(path: str) -> str:
    """Take the digest of a pack on disk."""
    return digest_of(checked(path))


def test_layout_does_not_count(tmp_path: Path) -> None:
    """File names, the order of tables, comments and blank lines leave the digest as it is."""
    first = digest(write_pack(tmp_path / "first"))
    second = tmp_path / "second"
    write_pack(second)
    (second / "people.toml").unlink()
    (second / "dates.toml").unlink()
    (second / "a.toml").write_text("# a remark\n\n" + PEOPLE.replace("spoils = 3", "spoils  =  0x3"), encoding="utf-8")
    head, *tables = DATES.split("[[fact]]")
    (second / "z.toml").write_text(head + "".join("[[fact]]" + table for table in reversed(tables)), encoding="utf-8")
    assert digest(str(second)) == first
    assert len(first) == SHOWN == 16


def test_accepted_warnings_do_not_count(tmp_path: Path) -> None:
    """Accepting a warning changes no game and therefore no digest."""
    accept = '\n[[accept]]\nrule = "ask-unit"\nid = "painter/who"\nreason = "Weighed."\n'
    assert digest(write_pack(tmp_path / "a")) == digest(write_pack(tmp_path / "b", pack=accept))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The paint comes from her uncle's shed.", "The paint comes from her aunt's shed."),
        ('"the old boat"', '"the new boat"'),
        ("spoils = 9", "spoils = 8"),
        ("{ paragraph = 7 }", "{ paragraph = 8 }"),
        ("episodes = 12", "episodes = 13"),
        ('title = "People"', 'title = "Persons"'),
        ('topic = "dates"', 'topic = "people"'),
    ],
)
def test_content_counts(tmp_path: Path, old: str, new: str) -> None:
    """Any change of a text, number or topic changes the digest."""
    assert digest(write_pack(tmp_path / "a")) != digest(write_pack(tmp_path / "b", {old: new}))
