"""The commands with which a pack begins: a commented starter, and the schema that editors check it with."""

from __future__ import annotations

import os
from contextlib import suppress

from qot_quiz import voice
from qot_quiz.errors import QuizError


def new(path: str) -> int:
    """Write the starter of a pack into a new folder, or into one new TOML file."""
    from qot_quiz.bank.starting import starter
    from qot_quiz.formats.files.whole import write_whole

    name = os.path.basename(os.path.abspath(path)).removesuffix(".toml")
    texts = starter(name)
    if path.endswith(".toml"):
        write_whole(path, ["\n".join(texts.values())], force=False)
    else:
        made = _folder(path)
        try:
            for file, text in texts.items():
                write_whole(os.path.join(path, file), [text], force=False)
        except BaseException:
            if made:
                with suppress(OSError):
                    os.rmdir(path)
            raise
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


def _folder(path: str) -> bool:
    """Make the folder of a pack, and say whether it was not there; one that holds a pack already is left alone."""
    from qot_quiz.bank.stamps import pack_files

    try:
        os.mkdir(path)
        return True
    except FileExistsError:
        if not os.path.isdir(path):
            raise QuizError(f"{path} is a file.", "Name a new folder, or a new file that ends with .toml.") from None
        if pack_files(path):
            raise QuizError(f"{path} holds a pack already.", "Name a new folder.") from None
        return False
    except OSError as error:
        raise QuizError(f"{path} cannot be made: {error.strerror or error}.", "Choose another place.") from error
