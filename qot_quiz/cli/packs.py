"""The commands on packs: check and export. They are an author's tools and spoil everything."""

from __future__ import annotations

from qot_quiz import runtime


def check(pack: str, json: bool) -> int:
    """Print what is wrong with a pack; the exit code is 1 when something must be mended."""
    from qot_quiz.bank.check import check as findings
    from qot_quiz.bank.locating import source_of
    from qot_quiz.bank.reading import read_pack

    found = findings(read_pack(source_of(pack, runtime.paths()["packs"])))
    errors = sum(one.severity == "error" for one in found)
    if json:
        import msgspec

        runtime.pour([msgspec.json.encode({"pack": pack, "findings": found}).decode(), "\n"])
        return 1 if errors else 0
    for one in found:
        runtime.tell_safely(f"{one.place}: {one.severity}: {one.id}: {one.rule}: {one.message}. {one.hint}".rstrip())
    counts = ((errors, "error"), (len(found) - errors, "warning"))
    told = ", ".join(f"{count} {name if count == 1 else name + 's'}" for count, name in counts)
    runtime.tell_safely(f"{pack}: {told}.")
    return 1 if errors else 0


def export(pack: str, file: str, format: str, force: bool) -> int:
    """Write a pack in another format to a file or, as ``-``, to standard output."""
    from qot_quiz.cli import naming
    from qot_quiz.formats import FORMATS, leaving, writer
    from qot_quiz.formats.files.whole import write_whole

    known = naming.find(format, {name: name for name in FORMATS}, "format")
    write, carried = writer(known), leaving(known)
    bank = runtime.bank(pack)
    meta = bank.meta
    about = {"id": meta.id, "title": meta.title, "episodes": meta.episodes, "digest": meta.digest}
    data = write(about, bank.facts(meta.episodes or 0), carried(bank.questions()))
    runtime.talk("This export shows everything, up to the last episode.")
    if file == "-":
        runtime.pour(data)
    else:
        write_whole(file, data, force)
    for sentence in carried.told():
        runtime.talk(sentence)
    return 0
