"""Commands that only read: the rules, the facts, the paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qot_quiz import runtime, voice
from qot_quiz.cli import choices, mixing, paging, players
from qot_quiz.cli.options import Options

if TYPE_CHECKING:
    from qot_quiz.core.fact import Fact

MOST = 1000
"""Facts that are listed at once; very large packs have more than anybody reads."""


def rules(plain: bool = False) -> int:
    """Print the rules of the game.

    Args:
        plain: Whether they are listened to.
    """
    from qot_quiz.ui import rulebook

    _lines(rulebook.lines(), plain)
    return 0


def facts(words: tuple[str, ...], options: Options, links: bool) -> int:
    """Print the facts under the ceiling in which all words occur."""
    bank = mixing.only(options.pack)
    store = runtime.store_to_play()
    players.check_known(store, options.player)
    _, up_to = players.player_and_ceiling(options, bank, store, ask=False)
    found = bank.search(up_to, words, MOST + 1)
    beyond, found = found[MOST:], found[:MOST]
    if options.json:
        voice.pour_json({"pack": bank.meta.id, "up_to": up_to, "facts": found})
        return 0
    _lines(_told(found, choices.topics(bank), links), options.plain)
    hidden = up_to < bank.meta.episodes
    if not found:
        voice.talk(f"No fact up to episode {up_to} matches; --up-to shows more." if hidden else "No fact matches.")
    elif beyond:
        voice.talk(f"Only {MOST:,} are shown. Search for {'more ' if words else ''}words to find others.")
    if found and hidden:
        voice.talk(f"Only facts up to episode {up_to} are shown; --up-to shows more.")
    return 0


def paths(json: bool) -> int:
    """Print where the program keeps its files."""
    named = runtime.paths()
    if json:
        voice.pour_json({"paths": named})
    else:
        for name, path in named.items():
            voice.tell(f"{name}: {path}", whole=True)
    return 0


def _told(found: list[Fact], topics: dict[str, str], links: bool) -> list[str]:
    from qot_quiz.ui import words

    lines: list[str] = []
    topic = ""
    for fact in found:
        if fact.topic != topic:
            topic = fact.topic
            lines += ["", topics.get(topic, topic)]
        episode = f" (episode {fact.spoils})" if fact.spoils else ""
        lines.append(f"- {fact.statement}{episode}")
        lines.append(f"  {': '.join(part for part in (fact.id, '; '.join(words.cited(fact.sources))) if part)}")
        if links:
            lines += [f"  {source.page}" for source in fact.sources if source.page]
    return lines[1:]


def _lines(lines: list[str], plain: bool = False) -> None:
    """Write lines from the first on: none is above the window before it is read, unless sentences are wanted."""
    if plain or not paging.shown(f"{part}\n" for line in lines for part in voice.broken(line)):
        for line in lines:
            voice.tell(line)
