"""The commands that add, list and remove packs."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import Any

from qot_quiz import runtime, voice
from qot_quiz.errors import PackError, UsageError


def add(path: str, force: bool) -> int:
    """Install a copy of a pack."""
    from qot_quiz.bank import installing
    from qot_quiz.ui.words import count

    with runtime.progress("Adding the pack") as report:
        added = installing.add(path, runtime.paths()["packs"], force, report)
    done = "Replaced" if added.replaced else "Added"
    voice.tell(f"{done}: {added.title}, {count(added.questions, 'question')}.")
    if added.warnings:
        voice.talk(f"{count(added.warnings, 'warning')}: qot-quiz pack check {added.id} tells them.")
    if like := _lookalike(added.id, added.title):
        voice.talk(f"Its name or its title looks like that of {like}, which is another pack.")
    voice.talk(f"qot-quiz play --pack {added.id} plays it.")
    return 0


def _lookalike(id: str, title: str) -> str:
    """Find another pack that a person may take this one for; empty when there is none."""
    from qot_quiz.bank import installed
    from qot_quiz.core.lookalikes import skeleton

    seen_as = {skeleton(id), skeleton(title)}
    for name in (runtime.BUILT_IN, *installed.names(runtime.paths()["packs"])):
        if name != id:
            # A broken pack is for `pack list` to tell of.
            with suppress(PackError), closing(runtime.bank(name)) as other:
                if seen_as & {skeleton(name), skeleton(other.meta.title)}:
                    return name
    return ""


def show(json: bool) -> int:
    """List the built-in pack and the installed ones; a broken one with what is wrong."""
    from qot_quiz.bank import installed

    rows = [_row(name) for name in (runtime.BUILT_IN, *installed.names(runtime.paths()["packs"]))]
    if json:
        voice.pour_json({"packs": rows})
        return 0
    from qot_quiz.ui.tables import Column, lines

    columns = (
        Column("pack"),
        Column("title", spare=1),
        Column("questions", number=True),
        Column("episodes", number=True, spare=2),
        Column("version", spare=3),
    )
    sound: list[tuple[str, ...]] = [
        (row["id"], row["title"], str(row["questions"]), str(row["episodes"] or "-"), row["digest"])
        for row in rows
        if not row["trouble"]
    ]
    for line in lines(columns, sound, voice.line_width() if voice.seen() else None):
        voice.tell(line)
    for row in rows:
        if row["trouble"]:
            voice.talk(f"{row['id']} cannot be played. {row['trouble']}")
    return 0


def remove(name: str, sure: bool) -> int:
    """Remove an installed pack; it is asked first on a terminal."""
    from qot_quiz.bank import installed, installing

    packs = runtime.paths()["packs"]
    if name == runtime.BUILT_IN:
        raise UsageError(f"{name} comes with the program and cannot be removed.", "qot-quiz pack list shows all packs.")
    if not installed.is_installed(packs, name):
        from qot_quiz.bank.findings import nearest

        hint = nearest(name, installed.names(packs)) or "None is installed."
        raise UsageError(f'There is no installed pack "{name}".', hint)
    if not sure:
        if not voice.person():
            raise UsageError(f"This would remove the pack {name}.", "Say --yes to do it.")
        from qot_quiz.cli import choices
        from qot_quiz.ui import prompts

        if not prompts.sure(f"Remove the pack {name}?", "Yes, remove it", "No, keep it", choices.look()):
            return 0
    installing.remove(name, packs)
    voice.talk(f"{name} is removed; the games played with it are kept.")
    return 0


def _row(name: str) -> dict[str, Any]:
    """Tell what is known of a pack; nothing but what is wrong of a broken one."""
    from qot_quiz.core.draw import Filters

    told: dict[str, Any] = {
        "id": name,
        "title": "",
        "questions": 0,
        "episodes": 0,
        "digest": "",
        "built_in": name == runtime.BUILT_IN,
        "trouble": "",
    }
    try:
        with closing(runtime.bank(name)) as bank:
            meta = bank.meta
            questions, _ = bank.count(Filters(up_to=meta.episodes))
    except PackError as error:
        return {**told, "trouble": f"{error.message} {error.hint}".strip()}
    return {**told, "title": meta.title, "questions": questions, "episodes": meta.episodes, "digest": meta.digest}
