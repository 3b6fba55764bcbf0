"""The commands as plain functions; Typer, or the table of bare commands, calls the very same ones."""

from __future__ import annotations

from qot_quiz.cli.options import Boards, Options


def play(options: Options = Options()) -> int:  # noqa: B008 - frozen
    """Play a game."""
    from qot_quiz.cli import playing

    return playing.new(options)


def daily(day: str | None = None, options: Options = Options()) -> int:  # noqa: B008 - frozen
    """Play the ten questions of a day."""
    from qot_quiz.cli import dailies

    return dailies.play(day, options)


def review(due: bool = False, options: Options = Options()) -> int:  # noqa: B008 - frozen
    """Ask again for what was missed, or say how much is due."""
    from qot_quiz.cli import reviewing

    return reviewing.tell_due(options) if due else reviewing.play(options)


def party(names: tuple[str, ...] = (), same: bool = False, options: Options = Options()) -> int:  # noqa: B008 - frozen
    """Play with several players at one keyboard."""
    from qot_quiz.cli import parties

    return parties.play(names, same, options)


def resume(discard: bool = False, options: Options = Options()) -> int:  # noqa: B008 - frozen
    """Take up the newest unfinished game, or close it."""
    from qot_quiz.cli import resuming

    return resuming.resume(discard, options)


def welcome() -> int:
    """Offer what makes sense next: a menu on a terminal, the help otherwise."""
    from qot_quiz import runtime

    if not runtime.interactive():
        from qot_quiz.cli import waiting

        waiting.mention(runtime.store_to_play())
        from qot_quiz.cli.app import run_parsed

        return run_parsed(["--help"])
    from qot_quiz.cli import menu

    return menu.welcome()


def scores(boards: Boards = Boards(), json: bool = False) -> int:  # noqa: B008 - frozen
    """Show the boards."""
    from qot_quiz.cli import scoring

    return scoring.show(boards, json)


def scores_export(
    file: str,
    format: str | None = None,
    force: bool = False,
    boards: Boards = Boards(),  # noqa: B008 - frozen
) -> int:
    """Write the finished games to a file."""
    from qot_quiz.cli import scoring

    return scoring.export(file, format, force, boards)


def scores_import(file: str) -> int:
    """Merge the games of an export from another machine."""
    from qot_quiz.cli import scoring

    return scoring.bring_in(file)


def scores_rename(old: str, new: str) -> int:
    """Give a player another name."""
    from qot_quiz.cli import scoring

    return scoring.rename(old, new)


def scores_remove(game: str, sure: bool = False) -> int:
    """Hide a game."""
    from qot_quiz.cli import scoring

    return scoring.remove(game, sure)


def rules() -> int:
    """Print the rules, from the code's own values."""
    from qot_quiz.cli import reading

    return reading.rules()


def facts(
    words: tuple[str, ...] = (),
    options: Options = Options(),  # noqa: B008 - frozen
    links: bool = False,
    flagged: bool = False,
    take_back: str | None = None,
) -> int:
    """Browse and search the facts with their sources, under the ceiling; or the questions that were flagged."""
    if flagged or take_back is not None:
        from qot_quiz.cli import flagging

        return flagging.mine(take_back, options)
    from qot_quiz.cli import reading

    return reading.facts(words, options, links)


def paths(json: bool = False) -> int:
    """Name the files of the program."""
    from qot_quiz.cli import reading

    return reading.paths(json)


def settings(json: bool = False) -> int:
    """Show what is remembered."""
    from qot_quiz.cli import keeping

    return keeping.show(json)


def settings_set(key: str, value: str) -> int:
    """Remember a setting."""
    from qot_quiz.cli import keeping

    return keeping.put(key, value)


def settings_unset(key: str) -> int:
    """Forget a setting."""
    from qot_quiz.cli import keeping

    return keeping.unset(key)


def pack_check(pack: str, json: bool = False) -> int:
    """Check a pack against the rules of good questions."""
    from qot_quiz.cli import packs

    return packs.check(pack, json)


def pack_export(pack: str, file: str = "-", format: str = "json", force: bool = False) -> int:
    """Write a pack in another format."""
    from qot_quiz.cli import packs

    return packs.export(pack, file, format, force)


def pack_reports(pack: str, json: bool = False) -> int:
    """Print what was flagged and contested of a pack."""
    from qot_quiz.cli import flagging

    return flagging.reports(pack, json)
