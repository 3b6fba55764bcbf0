"""The commands as plain functions; Typer, or the table of bare commands, calls the very same ones."""

from __future__ import annotations

from qot_quiz.cli.options import Boards, Options, Sharing


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


def welcome(plain: bool = False) -> int:
    """Offer what makes sense next: a menu on a terminal, the help otherwise."""
    from qot_quiz import runtime, voice

    if not voice.person():
        from qot_quiz.cli import waiting

        waiting.mention(runtime.store_to_play())
        return help()
    from qot_quiz.cli import menu

    return menu.welcome(not voice.drawn(plain))


def help(words: tuple[str, ...] = ()) -> int:
    """Print the help of a command, or of the program."""
    from qot_quiz.cli.app import run_parsed

    return run_parsed([*words, "--help"])


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


def share(game: str | None = None, how: Sharing = Sharing()) -> int:  # noqa: B008 - frozen
    """Show a finished game to friends."""
    from qot_quiz.cli import sharing

    return sharing.share(game, how)


def stats(options: Options = Options()) -> int:  # noqa: B008 - frozen
    """Show what a player's games come to."""
    from qot_quiz.cli import statistics

    return statistics.show(options)


def rules(plain: bool = False) -> int:
    """Print the rules, from the code's own values."""
    from qot_quiz.cli import reading

    return reading.rules(plain)


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


def completion(shell: str) -> int:
    """Print the script that teaches a shell to complete command lines."""
    from qot_quiz.cli import completing

    return completing.script(shell)


def doctor(fix: bool = False, restore: bool = False, day: str | None = None, json: bool = False) -> int:
    """Look through everything that the program keeps, repair it, or put a backup in place."""
    from qot_quiz.cli import doctoring

    return doctoring.restore(fix, restore, day, json) if restore or day is not None else doctoring.examine(fix, json)


def settings(json: bool = False, pack: str | None = None) -> int:
    """Show what is remembered."""
    from qot_quiz.cli import keeping

    return keeping.show(json, pack)


def settings_set(key: str, value: str, pack: str | None = None) -> int:
    """Remember a setting."""
    from qot_quiz.cli import keeping

    return keeping.put(key, value, pack)


def settings_unset(key: str, pack: str | None = None) -> int:
    """Forget a setting."""
    from qot_quiz.cli import keeping

    return keeping.unset(key, pack)


def pack_new(path: str) -> int:
    """Write the starter of a pack."""
    from qot_quiz.cli import authoring

    return authoring.new(path)


def pack_schema() -> int:
    """Print the JSON Schema of a pack's TOML form."""
    from qot_quiz.cli import authoring

    return authoring.schema()


def pack_add(path: str, force: bool = False) -> int:
    """Install a pack."""
    from qot_quiz.cli import installing

    return installing.add(path, force)


def pack_list(json: bool = False) -> int:
    """List the packs that can be played by name."""
    from qot_quiz.cli import installing

    return installing.show(json)


def pack_remove(name: str, sure: bool = False) -> int:
    """Remove an installed pack."""
    from qot_quiz.cli import installing

    return installing.remove(name, sure)


def pack_check(pack: str, json: bool = False, played: bool = False) -> int:
    """Check a pack against the rules of good questions, and its labels against what was played."""
    from qot_quiz.cli import packs

    return packs.check(pack, json, played)


def pack_export(pack: str, file: str = "-", format: str = "json", force: bool = False) -> int:
    """Write a pack in another format."""
    from qot_quiz.cli import packs

    return packs.export(pack, file, format, force)


def pack_import(file: str, format: str | None = None, strict: bool = False, to: str | None = None) -> int:
    """Write the questions of another program's file as a pack."""
    from qot_quiz.cli import importing

    return importing.bring_in(file, format, strict, to)


def pack_reports(pack: str, json: bool = False) -> int:
    """Print what was flagged and contested of a pack."""
    from qot_quiz.cli import flagging

    return flagging.reports(pack, json)
