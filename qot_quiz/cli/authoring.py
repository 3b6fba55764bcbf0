"""The commands with which a pack begins: a commented starter, and the schema that editors check it with."""

from __future__ import annotations

import os
from contextlib import suppress

from qot_quiz import voice
from qot_quiz.errors import QuizError


def new(path: str) -> int:
    """Write the starter of a pack into a new folder, or into one new TOML file."""
    from qot_quiz.bank.starting import starter
    from qot_quiz.formats.files.folder import check_free, write_folder
    from qot_quiz.formats.files.whole import write_whole

    name = os.path.basename(os.path.abspath(path)).removesuffix(".toml")
    texts = starter(name)
    if path.endswith(".toml"):
        check_free(path, "file")
        write_whole(path, ["\n".join(texts.values())], force=False)
    elif _is_fillable(path):
        _fill(path, texts)
    else:
        write_folder(path, ((file, [text]) for file, text in texts.items()))
    # A bare name would mean an installed pack of that name first.
    said = path if os.path.dirname(path) else os.path.join(os.curdir, path)
    said = f'"{said}"' if " " in said else said
    voice.tell(f"Written: {path}.")
    voice.talk(f"qot-quiz play --pack {said} plays it, qot-quiz pack check {said} checks what you write.")
    return 0


def schema() -> int:
    """Print the JSON Schema of a pack's TOML form."""
    import msgspec

    from qot_quiz.bank.form_schema import form_schema

    text = msgspec.json.format(msgspec.json.encode(form_schema()), indent=2).decode()
    voice.pour([text, "\n"])
    return 0


def _is_fillable(path: str) -> bool:
    """Tell whether a pack's folder is there already; one that holds a pack is left alone, and no link is followed."""
    from qot_quiz.bank.stamps import pack_files
    from qot_quiz.formats.files.folder import check_free

    if not os.path.isdir(path) or os.path.islink(path):
        check_free(path)
        return False
    if pack_files(path):
        raise QuizError(f"{path} holds a pack already.", "Name a new folder.")
    return True


def _fill(folder: str, texts: dict[str, str]) -> None:
    """Write the files of a pack into a folder that is there, all of them or none."""
    from qot_quiz.formats.files.whole import write_whole

    goals = [os.path.join(folder, file) for file in texts]
    written = list[str]()
    try:
        for goal, text in zip(goals, texts.values(), strict=True):
            write_whole(goal, [text], force=False)
            written.append(goal)
    except BaseException:
        for goal in written:
            with suppress(OSError):
                os.unlink(goal)
        raise
