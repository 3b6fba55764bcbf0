"""The commands on packs: check and export. They are an author's tools and spoil everything."""

from __future__ import annotations

from qot_quiz import runtime, voice
from qot_quiz.errors import UsageError


def check(pack: str, json: bool, played: bool = False) -> int:
    """Print what is wrong with a pack; the exit code is 1 when something must be mended.

    Args:
        pack: The pack's name or path.
        json: Whether to print it as JSON.
        played: Whether to say, too, which difficulty labels the answers contradict.
    """
    from qot_quiz.bank.check import check as findings
    from qot_quiz.bank.locating import source_of
    from qot_quiz.bank.reading import read_pack

    read = read_pack(source_of(pack, runtime.paths()["packs"]))
    found = findings(read)
    errors = sum(one.severity == "error" for one in found)
    if read.streams and not errors:
        from qot_quiz.cli import streamed

        errors, lines = streamed.check(read)
        found += lines
    if played:
        from qot_quiz.cli import labels

        compared = None if errors else labels.compare(pack)
    if json:
        voice.pour_json({"pack": pack, "findings": found, **({"played": compared} if played else {})})
        return 1 if errors else 0
    for one in found:
        where = ": ".join(part for part in (one.place, one.severity, one.id, one.rule) if part)
        voice.tell(f"{where}: {one.message}. {one.hint}".rstrip())
    counts = ((errors, "error"), (sum(one.severity == "warning" for one in found), "warning"))
    told = ", ".join(f"{count} {name if count == 1 else name + 's'}" for count, name in counts)
    voice.tell(f"{pack}: {told}.")
    if played and compared is not None:
        for line in labels.lines(compared):
            voice.tell(line)
    elif played:
        voice.talk("The answers are compared with a pack that has no errors: mend these first.")
    return 1 if errors else 0


def export(pack: str, file: str, format: str, force: bool) -> int:
    """Write a pack in another format to a file or, as ``-``, to standard output."""
    from qot_quiz.cli import copying, naming
    from qot_quiz.formats import FORMATS, SHEETS, leaving, writer
    from qot_quiz.formats.files.whole import write_whole

    known = naming.find(format, {name: name for name in (*FORMATS, copying.TOML)}, "format")
    if known == copying.TOML:
        return copying.copy(pack, file, force)
    if known in SHEETS and file == "-" and voice.seen():
        raise UsageError("A spreadsheet is not for a terminal.", "Name a file for it.")
    write, carried = writer(known), leaving(known)
    bank = runtime.bank(pack)
    meta = bank.meta
    about = {"id": meta.id, "title": meta.title, "episodes": meta.episodes, "digest": meta.digest}
    data = write(about, bank.facts(meta.episodes or 0), carried(bank.questions()))
    if file == "-":
        voice.talk("This export shows everything, up to the last episode.")
        voice.pour(data)
    else:
        write_whole(file, data, force)
        voice.talk(f"{file} is written; it shows everything, up to the last episode.")
    for sentence in carried.told():
        voice.talk(sentence)
    return 0
