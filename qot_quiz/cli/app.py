"""The commands that play, as Typer sees them, and the parser of every line; each body is a call of `commands`."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Annotated

import typer

from qot_quiz.cli import commands, helptext
from qot_quiz.cli.flags import (
    HELP,
    LOOK,
    Answers,
    Code,
    Difficulty,
    Json,
    Kind,
    Levels,
    Mode,
    NoColor,
    Pack,
    Packs,
    Plain,
    Player,
    Questions,
    Seed,
    Theme,
    Timer,
    Topic,
    UpTo,
    Whose,
)
from qot_quiz.cli.options import Options, one_pack
from qot_quiz.errors import UsageError

if TYPE_CHECKING:
    from typer.models import CommandInfo

app = typer.Typer(
    help="A quiz about the Korean drama Queen of Tears. Alone, it offers what makes sense next.",
    epilog="--version tells the version; --debug, anywhere, shows the traceback of an error.",
    context_settings=HELP,
    no_args_is_help=False,
    **LOOK,
)


@app.callback(invoke_without_command=True)
def main(context: typer.Context, plain: Plain = False) -> int:
    """Play, or look things up."""
    if not context.invoked_subcommand:
        return commands.welcome(plain)
    if plain:
        raise UsageError("--plain alone is for the menu.", "Say it behind the command's name.")
    return 0


@app.command()
def play(
    mode: Mode = None,
    difficulty: Difficulty = None,
    topic: Topic = None,
    kind: Kind = None,
    questions: Questions = None,
    up_to: UpTo = None,
    timer: Timer = None,
    player: Player = None,
    seed: Seed = None,
    code: Code = None,
    pack: Packs = None,
    plain: Plain = False,
    no_color: NoColor = False,
    theme: Theme = None,
    answers: Answers = None,
    json: Json = False,
) -> int:
    """Play a game with the remembered choices, or with others."""
    options = _options(up_to, timer, player, None, plain, no_color, theme, answers, json).but(
        mode=mode,
        difficulty=tuple(difficulty or ()),
        topic=tuple(topic or ()),
        kind=tuple(kind or ()),
        questions=questions,
        seed=seed,
        code=code,
        pack=tuple(pack or ()),
    )
    return commands.play(options)


@app.command()
def daily(
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="DATE", help="A day of the archive, for practice: 2026-11-22.", show_default=False
        ),
    ] = None,
    up_to: UpTo = None,
    timer: Timer = None,
    player: Player = None,
    pack: Pack = None,
    plain: Plain = False,
    no_color: NoColor = False,
    theme: Theme = None,
    answers: Answers = None,
    json: Json = False,
) -> int:
    """Play the ten questions that everybody has today."""
    return commands.daily(date, _options(up_to, timer, player, pack, plain, no_color, theme, answers, json))


@app.command()
def review(
    due: Annotated[bool, typer.Option("--due", help="Only say how much is due, and when.")] = False,
    questions: Questions = None,
    up_to: UpTo = None,
    timer: Timer = None,
    player: Player = None,
    pack: Pack = None,
    plain: Plain = False,
    no_color: NoColor = False,
    theme: Theme = None,
    answers: Answers = None,
    json: Json = False,
) -> int:
    """Ask again for what you missed, when it is due."""
    options = _options(up_to, timer, player, pack, plain, no_color, theme, answers, json)
    return commands.review(due, options.but(questions=questions))


@app.command()
def party(
    names: Annotated[
        list[str] | None, typer.Argument(help="Two to eight players.", metavar="NAME...", show_default=False)
    ] = None,
    same: Annotated[
        bool, typer.Option("--same", help="The same questions for everybody, one after the other.")
    ] = False,
    difficulty: Levels = None,
    topic: Topic = None,
    kind: Kind = None,
    questions: Questions = None,
    up_to: UpTo = None,
    timer: Timer = None,
    seed: Seed = None,
    pack: Packs = None,
    plain: Plain = False,
    no_color: NoColor = False,
    theme: Theme = None,
    answers: Answers = None,
    json: Json = False,
) -> int:
    """Several players at one keyboard, in turns."""
    options = _options(up_to, timer, None, None, plain, no_color, theme, answers, json).but(
        difficulty=tuple(difficulty or ()),
        topic=tuple(topic or ()),
        kind=tuple(kind or ()),
        questions=questions,
        pack=tuple(pack or ()),
        seed=seed,
    )
    return commands.party(tuple(names or ()), same, options)


def _options(
    up_to: int | None,
    timer: str | None,
    player: str | None,
    pack: str | None,
    plain: bool,
    no_color: bool,
    theme: str | None,
    answers: str | None,
    json: bool,
) -> Options:
    options = Options(up_to=up_to, timer=timer, player=player, pack=one_pack(pack), answers=answers, json=json)
    return options.but(plain=plain, no_color=no_color, theme=theme)


@app.command()
def resume(
    player: Whose = None,
    pack: Packs = None,
    plain: Plain = False,
    no_color: NoColor = False,
    theme: Theme = None,
    answers: Answers = None,
    json: Json = False,
    discard: Annotated[bool, typer.Option("--discard", help="Close it for good instead.")] = False,
) -> int:
    """Go on with an unfinished game, the newest or one that you choose."""
    return commands.resume(
        discard,
        _options(None, None, player, None, plain, no_color, theme, answers, json).but(pack=tuple(pack or ())),
    )


def narrowed(words: list[str]) -> typer.Typer:
    """Leave out the commands that were not asked for: reading the signatures of all costs a game five milliseconds.

    Args:
        words: The command line without the program's name.
    """
    narrow = copy(app)
    narrow.registered_groups = []
    if asked_for := _called(app, words):
        narrow.registered_commands = asked_for
        return narrow
    from qot_quiz.cli.lookups import lookups

    if asked_for := _called(lookups, words):
        narrow.registered_commands = asked_for
        return narrow
    from qot_quiz.cli.groups import GROUPS

    narrow.registered_commands = helptext.whole([*app.registered_commands, *lookups.registered_commands])
    for name, group in GROUPS.items():
        helptext.whole(group.registered_commands)
        narrow.add_typer(group, name=name, short_help=group.info.help)
    return narrow


def _called(commands: typer.Typer, words: list[str]) -> list[CommandInfo]:
    return [one for one in commands.registered_commands if getattr(one.callback, "__name__", "") in words[:1]]


def run_parsed(words: list[str]) -> int:
    """Parse a command line and run it; usage errors become one sentence.

    Args:
        words: The command line without the program's name.

    Raises:
        UsageError: The command line has no meaning.
    """
    if words[:1] == ["help"]:
        return commands.help(tuple(words[1:]))
    try:
        return int(narrowed(words)(words, prog_name="qot-quiz", standalone_mode=False, **helptext.layout(words)) or 0)
    except typer.TyperException as error:
        raise UsageError(helptext.mistake(error.format_message()), "Add -h to see what there is.") from error
    except SystemExit as ended:
        # Typer exits with 1 on a cut pipe; the one place for exit codes is to hear of it.
        if isinstance(ended.__context__, BrokenPipeError):
            raise ended.__context__ from None
        raise
