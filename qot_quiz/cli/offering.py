"""What can stand for the word that is being typed: a command, an option, or a value."""

from __future__ import annotations

from msgspec.structs import replace

from qot_quiz.cli.candidates import ARGUMENTS, GROUPS, OPTIONS, SHORT, Asked, Offers, Value


def offered(before: tuple[str, ...], typed: str) -> Offers | None:
    """Find what can stand for the word being typed.

    Args:
        before: The words before it, without the program's name.
        typed: The word so far.

    Returns:
        Whole words with their meanings, all fit to be shown; None where names of files fit instead.
    """
    asked = _read(before)
    if asked.waiting is not None:
        return _values(OPTIONS[asked.waiting], asked, typed)
    if typed.startswith("-") and not asked.ended:
        name, equals, value = typed.partition("=")
        if not equals:
            return _begun(_options(asked), typed)
        found = _values(OPTIONS.get(name[2:], Value()), asked, value)
        return found and {f"{name}={word}": meaning for word, meaning in found.items()}
    if not asked.path or asked.path in GROUPS:
        return _begun(_commands(asked), typed)
    arguments = ARGUMENTS.get(asked.path, ())
    return _values(arguments[len(asked.others)], asked, typed) if len(asked.others) < len(arguments) else {}


def _read(words: tuple[str, ...]) -> Asked:
    asked = Asked()
    for word in words:
        name, equals, value = word.partition("=")
        long = SHORT.get(word, name.removeprefix("--"))
        if asked.waiting is not None:
            asked = _said(replace(asked, waiting=None), asked.waiting, word)
        elif asked.ended or not word.startswith("-") or word == "-":
            if not asked.path or asked.path in GROUPS:
                asked = replace(asked, path=(*asked.path, word))
            else:
                asked = replace(asked, others=(*asked.others, word))
        elif word == "--":
            asked = replace(asked, ended=True)
        elif long in OPTIONS and not equals:
            asked = replace(asked, waiting=long)
        else:
            asked = _said(asked, long, value)
    return asked


def _said(asked: Asked, option: str, value: str) -> Asked:
    return replace(asked, options={**asked.options, option: (*asked.options.get(option, ()), value)})


def _values(value: Value, asked: Asked, typed: str) -> Offers | None:
    """Find what begins as typed, behind the last comma where several can be joined."""
    head, comma, last = typed.rpartition(",") if value.several else ("", "", typed)
    found = value.offers(asked) if value.offers is not None else {}
    said = head.split(",")
    found = {word: meaning for word, meaning in found.items() if not comma or word not in (*said, value.alone)}
    fitting = _begun(found, last)
    if not fitting and value.files:
        return None
    return {f"{head}{comma}{word}": meaning for word, meaning in fitting.items()}


def _begun(offers: Offers, typed: str) -> Offers:
    """Keep what begins as typed, and can be typed: a line each, whatever a name holds."""
    from unicodedata import normalize

    from qot_quiz.core.clean import fault, visible

    start = normalize("NFC", typed).casefold()
    return {
        word: visible(meaning)
        for word, meaning in offers.items()
        if word.casefold().startswith(start) and fault(word) is None
    }


def _commands(asked: Asked) -> Offers:
    """Name the commands of the program, or of a group, in the order in which the help shows them."""
    from qot_quiz.cli import tree

    return tree.commands_of(asked.path)


def _options(asked: Asked) -> Offers:
    """Name the options of a command that can still be said."""
    from qot_quiz.cli import tree

    again = (*(name for name, value in OPTIONS.items() if value.several), "pack")
    said = {f"--{name}" for name in asked.options if name not in again}
    return {name: meaning for name, meaning in tree.options_of(asked.path).items() if name not in said}
