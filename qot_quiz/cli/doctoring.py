"""The doctor: what the program runs on, the state of what it keeps, repairs, and backups put back."""

from __future__ import annotations

import os
import sys
from contextlib import closing, suppress
from typing import Any

import msgspec

from qot_quiz import runtime, voice
from qot_quiz.errors import QuizError, UsageError
from qot_quiz.store import asides, backup, checkup, repair
from qot_quiz.store.checkup import Checkup

DEPENDENCIES = ("fsrs", "msgspec", "platformdirs", "PyYAML", "questionary", "rapidfuzz", "rich", "typer")
"""What the program is installed with."""

DAMAGED = "set it aside and take over all that can be read"
ASIDE = "take over all that can be read"
STALE = "make them anew from the games"
STRAY = "remove it"


class Trouble(msgspec.Struct, frozen=True):
    """Something that is not as it should be.

    Args:
        file: Where.
        what: What is wrong, in a sentence.
        repair: What `--fix` does about it; empty when only a person can do something.
        hint: What that person does, or nothing.
    """

    file: str
    what: str
    repair: str
    hint: str = ""


def examine(fix: bool, json: bool) -> int:
    """Tell how everything is, repaired first where that is wanted; the exit code is 1 when something is to be done."""
    repaired = _repaired() if fix else []
    checked = checkup.check(runtime.paths()["games"])
    packs, unread = _packs()
    troubles = [*_troubles(checked), *unread]
    report = {
        "ok": not troubles,
        "versions": _versions(),
        "paths": runtime.paths(),
        "terminal": _terminal(),
        "packs": packs,
        "games": {key: value for key, value in msgspec.structs.asdict(checked).items() if key not in ("found", "hint")},
        "backups": backup.days(runtime.paths()["backups"]),
        "troubles": troubles,
        "repaired": repaired,
    }
    if json:
        voice.pour_json(report)
    else:
        _tell(report, troubles, repaired)
    return 1 if troubles else 0


def restore(fix: bool, asked_for: bool, day: str | None, json: bool) -> int:
    """Put the backup of a day in place; without a day, list those that there are."""
    if fix or not asked_for:
        raise UsageError("--fix and --restore are two things, and a day belongs to --restore.", "Say one of them.")
    places = runtime.paths()
    if day is not None:
        if not json and not _sure(places, day):
            return 0
        aside = backup.restore(places["games"], places["backups"], day)
        if json:
            voice.pour_json({"restored": day, "kept": aside})
        else:
            kept = f" What was there before is kept as {aside}." if aside else ""
            voice.tell(f"The backup of {day} is in place.{kept}")
        return 0
    found = backup.days(places["backups"])
    if json:
        voice.pour_json({"backups": found})
        return 0
    for one in found:
        voice.tell(f"{one}: {backup.file_of(places['backups'], one)}", whole=True)
    voice.talk("Put one in place with qot-quiz doctor --restore DAY." if found else "There is no backup yet.")
    return 0


def _sure(places: dict[str, str], day: str) -> bool:
    """Ask a person whether the present games may make way for a backup; nothing is asked where nobody can be."""
    held = _finished(backup.file_of(places["backups"], day)) if day in backup.days(places["backups"]) else None
    present = _finished(places["games"])
    if not voice.person() or held is None or not present:
        return True
    from qot_quiz.cli import choices
    from qot_quiz.ui import prompts
    from qot_quiz.ui.words import count

    question = f"Put a backup with {count(held, 'finished game')} in place of {count(present, 'finished game')}?"
    yes, no = "Yes; the present file is kept under another name", "No, leave all as it is"
    return prompts.sure(question, yes, no, choices.look())


def _finished(file: str) -> int | None:
    """Count the finished games of a file; None where it cannot be read as it is."""
    from qot_quiz.store.peeking import peek

    if (store := peek(file)) is None:
        return None
    with closing(store), suppress(QuizError):
        return int(store.rows("select count(*) from results where hidden = 0")[0][0])
    return None


def _troubles(checked: Checkup) -> list[Trouble]:
    places = runtime.paths()
    games = places["games"]
    repairs = {"damaged": DAMAGED, "stale": STALE}
    found = [Trouble(games, what, repairs.get(checked.state, ""), checked.hint) for what in checked.found]
    if checked.state != "refused":
        what = "It was damaged and set aside, and nobody has looked through it yet."
        found += [Trouble(file, what, ASIDE) for file in asides.damaged_files(games)]
    what = "A run that was cut short has left it behind; it holds nothing of its own."
    return [*found, *(Trouble(file, what, STRAY) for file in repair.strays(games, places["backups"]))]


def _repaired() -> list[str]:
    """Repair what can be repaired, and say it in sentences."""
    places = runtime.paths()
    games = places["games"]
    checked = checkup.check(games)
    if checked.state == "refused":
        raise QuizError(checked.found[0], checked.hint)
    told = [f"{file} was removed." for file in repair.clean(games, places["backups"])]
    if checked.state == "damaged":
        repair.set_damaged_aside(games)
    elif checked.state == "stale":
        repair.make_anew(games)
        told.append("The boards, statistics and the list of unfinished games were made anew.")
    for damaged in asides.damaged_files(games):
        salvaged, kept = repair.salvage_aside(games, damaged)
        told.append(
            _counted(salvaged.whole, salvaged.part, salvaged.lost, salvaged.known) + f" The file is kept as {kept}."
        )
    return told


def _counted(whole: int, part: int, lost: int, known: int) -> str:
    from qot_quiz.ui.words import count

    told = f"Salvaged {count(whole, 'game')}"
    told += f", {part} only in part" if part else ""
    told += f", {lost} could not be read" if lost else ""
    return told + (f", {known} were here already." if known else ".")


def _versions() -> dict[str, str]:
    from importlib.metadata import PackageNotFoundError, version
    from platform import platform

    told = {"python": sys.version.split()[0], "sqlite": checkup.library(), "system": platform()}
    for name in ("qot-quiz", *DEPENDENCIES):
        try:
            told[name] = version(name)
        except PackageNotFoundError:
            told[name] = "not installed"
    return told


def _terminal() -> dict[str, Any]:
    import shutil

    size = shutil.get_terminal_size() if voice.seen() else None
    streams = {"stdin": sys.stdin, "stdout": sys.stdout, "stderr": sys.stderr}
    return {
        "columns": size.columns if size else None,
        "lines": size.lines if size else None,
        "color": voice.console().color_system,
        "encoding": getattr(sys.stdout, "encoding", None),
        "term": os.environ.get("TERM"),
        "drawn": voice.interactive(),
        "terminals": [name for name, stream in streams.items() if stream is not None and stream.isatty()],
    }


def _packs() -> tuple[list[dict[str, Any]], list[Trouble]]:
    """Read the digests of the packs that can be played by name; those that cannot be read are troubles."""
    from qot_quiz.bank import installed

    packs: list[dict[str, Any]] = []
    troubles = []
    for name in (runtime.BUILT_IN, *installed.names(runtime.paths()["packs"])):
        try:
            with closing(runtime.bank(name)) as bank:
                packs.append({"id": bank.meta.id, "digest": bank.meta.digest})
        except QuizError as error:
            troubles.append(Trouble(name, error.message, "", error.hint))
    return packs, troubles


def _tell(report: dict[str, Any], troubles: list[Trouble], repaired: list[str]) -> None:
    for part in ("versions", "paths", "terminal", "games"):
        voice.tell(part)
        for name, value in report[part].items():
            voice.tell(f"  {name}: {_value(value)}", whole=part == "paths")
        voice.tell("")
    lines = ["packs", *(f"  {pack['id']}: {pack['digest']}" for pack in report["packs"]), ""]
    lines += [f"backups: {', '.join(report['backups']) or 'none yet'}", "", *repaired]
    for one in troubles:
        lines.append(
            f"{one.file}: {one.what}" + (f" --fix will {one.repair}." if one.repair else f" {one.hint}".rstrip())
        )
    lines += [] if troubles else ["All is well."]
    for line in lines:
        voice.tell(line)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return "unknown" if value is None else str(value)
