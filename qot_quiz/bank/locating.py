"""Finding the bank of a pack by name: the built-in one ready-made, others compiled into the cache when they change."""

from __future__ import annotations

import os
from collections.abc import Callable

from qot_quiz.bank.bank import Bank
from qot_quiz.bank.stamps import Stamp, stamp_of
from qot_quiz.core.clean import quoted
from qot_quiz.errors import PackError, UsageError

BUILT_IN = "queen-of-tears"
"""The name of the pack that comes with the program."""

Report = Callable[[float], None]
"""Is told how much of a long work is done, 0..1."""

_HERE = os.path.dirname(os.path.abspath(__file__))
COMPILED = os.path.join(_HERE, "compiled", BUILT_IN + ".db")
"""Where the build puts the compiled built-in pack."""

_BESIDE = os.path.join(_HERE, "compiled", BUILT_IN)
_CHECKOUT = os.path.dirname(os.path.dirname(_HERE))


def open_pack(name: str, cache: str, packs: str = "", report: Report | None = None) -> Bank:
    """Open the bank of a pack, compiled anew where its files say something new.

    Args:
        name: The name of the built-in pack or of an installed one, or else the path of a folder or TOML file.
        cache: The folder for compiled packs; made when missing. Without it the pack is compiled for this run alone.
        packs: The folder of the installed packs, empty for none.
        report: Is told how much is done, 0..1, where a large pack is compiled.

    Raises:
        UsageError: There is no pack of that name.
        PackError: The pack cannot be read or breaks a rule.
    """
    if name == BUILT_IN:
        return open_built_in(cache)
    from qot_quiz.bank import installed

    if packs and installed.is_installed(packs, name):
        return installed.open_installed(packs, name, cache, report)
    return open_source(source_of(name, packs), cache, report=report)


def source_of(name: str, packs: str = "") -> str:
    """Name the folder or file that a pack is written in; a name comes before a path.

    Args:
        name: As for `open_pack`.
        packs: As for `open_pack`.

    Raises:
        UsageError: There is no pack of that name.
        PackError: It is installed, and its files are not as the program left them.
    """
    if name == BUILT_IN:
        return _questions() or _BESIDE
    from qot_quiz.bank import installed

    if packs and installed.is_installed(packs, name):
        return installed.source(packs, name)
    if os.path.isdir(name) or (name.endswith(".toml") and os.path.isfile(name)):
        return name
    if os.path.basename(name) != name or name.endswith(".toml"):
        raise no_pack_at(name)
    from qot_quiz.bank.findings import nearest

    known = (BUILT_IN, *(installed.names(packs) if packs else ()))
    hint = f"{nearest(name, known)} The path of a folder or .toml file works, too."
    raise UsageError(f"There is no pack {quoted(name)}.", hint)


def no_pack_at(path: str) -> UsageError:
    """Say that a path leads to no pack."""
    what = "is no pack" if os.path.exists(path) else "is not there"
    return UsageError(f"{path} {what}.", "A pack is a folder of .toml files, or one .toml file.")


def open_built_in(cache: str) -> Bank:
    """Open the bank of the built-in pack.

    Args:
        cache: As for `open_pack`.

    Raises:
        PackError: Neither the compiled pack nor its files can be read.
    """
    if (questions := _questions()) is not None:
        return open_source(questions, cache, COMPILED)
    bank = _opened(COMPILED)
    return bank or open_source(_BESIDE, cache)


def open_source(path: str, cache: str, *ready: str, report: Report | None = None) -> Bank:
    """Open the bank of a pack in source form.

    Args:
        path: A folder of TOML files, or one TOML file.
        cache: As for `open_pack`.
        ready: Bank files that may be fresh already; they are only read.
        report: As for `open_pack`.

    Raises:
        PackError: The pack cannot be read or breaks a rule.
    """
    try:
        stamp = stamp_of(path)
    except OSError as error:
        raise PackError(f"The pack {path} cannot be read: {error.strerror or error}.") from error
    if (bank := _fresh(ready, stamp)) is not None:
        return bank
    target = os.path.join(cache, _cached_name(path))
    if (bank := _fresh((target,), stamp)) is not None:
        return bank
    return _same_content(path, (*ready, target), target, stamp) or _compiled(path, target, report)


def _questions() -> str | None:
    """Find the folder of the built-in pack in a checkout."""
    questions = os.path.join(_CHECKOUT, "questions")
    # Only a checkout has both; a folder of that name beside an installed package is somebody else's.
    is_checkout = os.path.isfile(os.path.join(_CHECKOUT, "pyproject.toml")) and os.path.isdir(questions)
    return questions if is_checkout else None


def _opened(path: str) -> Bank | None:
    """Open a bank if it is there, sound, and of this version."""
    try:
        return Bank(path)
    except PackError:
        return None


def _fresh(candidates: tuple[str, ...], stamp: Stamp) -> Bank | None:
    """Open the first bank that was compiled from files of exactly this stamp."""
    for path in candidates:
        bank = _opened(path)
        if bank is not None:
            try:
                if bank.stamp == stamp:
                    return bank
            except PackError:
                # A torn bank is as good as none.
                pass
            bank.close()
    return None


def _same_content(path: str, candidates: tuple[str, ...], target: str, stamp: Stamp) -> Bank | None:
    """Open a bank whose source files only look changed, and remember their new stamp where that can be written."""
    banks = [(candidate, bank) for candidate in candidates if (bank := _opened(candidate)) is not None]
    found: Bank | None = None
    if banks:
        from qot_quiz.bank.compiling import checked, restamp
        from qot_quiz.bank.digest import bytes_of, digest_of
        from qot_quiz.bank.stamps import is_stream
        from qot_quiz.folders import make_folder

        # Making a digest of what a large pack says takes as long as compiling it.
        streamed = any(is_stream(name) for name, *_ in stamp)
        try:
            content = bytes_of(path) if streamed else digest_of(checked(path))
            for candidate, bank in banks:
                if found is None and content == (bank.bytes if streamed else bank.meta.digest):
                    found = bank
                    try:
                        make_folder(os.path.dirname(target))
                        restamp(candidate, target, stamp)
                    except OSError:
                        # The next run compares the content once more.
                        pass
        finally:
            for _, bank in banks:
                if bank is not found:
                    bank.close()
    return found


def _compiled(path: str, target: str, report: Report | None) -> Bank:
    """Compile a pack into the cache, or for this run alone where the cache cannot be written."""
    from qot_quiz.bank.compiling import compile_pack
    from qot_quiz.folders import make_folder

    try:
        make_folder(os.path.dirname(target))
        compile_pack(path, target, report=report)
        return Bank(target)
    except OSError:
        return _for_this_run(path, report)


def _for_this_run(path: str, report: Report | None) -> Bank:
    import shutil
    import tempfile

    from qot_quiz.bank.compiling import compile_pack

    try:
        folder = tempfile.mkdtemp(prefix="qot-quiz-")
    except OSError as error:
        raise PackError(f"There is no room to compile the pack {path}: {error.strerror or error}.") from error
    target = os.path.join(folder, "pack.db")
    try:
        compile_pack(path, target, report=report)
        return Bank(target)
    except OSError as error:
        raise PackError(f"There is no room to compile the pack {path}: {error.strerror or error}.") from error
    finally:
        # An open file stays readable after its name has gone, except on Windows, where it is left to the system.
        shutil.rmtree(folder, ignore_errors=True)


def _cached_name(path: str) -> str:
    """Name the cached bank of a pack after its absolute path."""
    from hashlib import blake2b

    place = os.path.abspath(path)
    title = os.path.basename(place).removesuffix(".toml")
    return f"{title}-{blake2b(os.fsencode(place), digest_size=8).hexdigest()}.db"
