"""Every command of the program, and every menu, as scenes that are looked at one after the other."""

from __future__ import annotations

from typing import NamedTuple

FILES = {
    "passes.txt": "s\n!Two of these are right.\ns\ns\n",
    "quiz.gift": "::One:: Where? {=Here ~There ~Nowhere ~Everywhere}\n\n::Two:: Who wrote {=this ~that}?\n\n{ = }\n",
    "broken.toml": """
[pack]
id = "trains"
title = "Trains"

[[fact]]
id = "speed"
statement = "The fastest train of the country runs at 320 kilometres an hour."
difficulty = "midle"

[[question]]
id = "where"
kind = "choice"
difficulty = "easy"
ask = "Where does the line from the capital to the coast end"
answer = "Here"
wrong = ["There", "There", "Nowhere"]
""",
}
"""What lies on the player's desk."""

GAME = ("play", "--up-to", "16", "-n", "3", "--answers")
LEAVE = "\x03"
ANNA = ("--player", "Anna", "--up-to", "16")


class Scene(NamedTuple):
    """A command and what is seen of it.

    Args:
        title: What the picture shows; nothing for what only has to be done before the next one.
        words: The command line.
        sign: What comes last where something is asked; nothing where the command ends by itself.
        keys: What is pressed then, and brings the end.
        before: What is waited for and pressed before that.
    """

    title: str
    words: tuple[str, ...]
    sign: str = ""
    keys: str = LEAVE
    before: tuple[tuple[str, str], ...] = ()


SCENES = (
    Scene("The version", ("--version",)),
    Scene("The first game: a name", ("play",), "Enter for"),
    Scene("The first game: how far", ("play", "--player", "김수현"), "Enter for 0"),
    Scene("The first time of all", (), "Enter for"),
    Scene("", ("settings", "set", "player", "Anna")),
    Scene("No statistics yet", ("stats", *ANNA)),
    Scene("No boards yet", ("scores",)),
    Scene("Nothing to go on with", ("resume",)),
    Scene("Nothing to review", ("review", *ANNA)),
    Scene("Nothing to share", ("share",)),
    Scene("", (*GAME, "passes.txt", "--seed", "7", "--player", "김수현")),
    Scene("", (*GAME, "passes.txt", "--seed", "8", "--player", "Anna")),
    Scene("", ("settings", "set", "up-to", "16")),
    Scene("The boards", ("scores",)),
    Scene("No such board", ("scores", "--mode", "blitz")),
    Scene("Statistics", ("stats",)),
    Scene("What is due for review", ("review", "--due")),
    Scene("Nothing is due yet", ("review",)),
    Scene("A game to share", ("share",)),
    Scene("A game to share, in a sentence", ("share", "--text")),
    Scene("A picture to share", ("share", "--svg", "game.svg")),
    Scene("The rules", ("rules",)),
    Scene("Facts", ("facts", "premiere")),
    Scene("Facts with their pages", ("facts", "premiere", "run", "--links")),
    Scene("No fact", ("facts", "zebra")),
    Scene("What was flagged", ("facts", "--flagged"), "one may come"),
    Scene("What was flagged, as a report", ("pack", "reports")),
    Scene("The packs", ("pack", "list")),
    Scene("A new pack", ("pack", "new", "mine")),
    Scene("A pack in order", ("pack", "check", "mine")),
    Scene("A pack in disorder", ("pack", "check", "broken.toml")),
    Scene("A pack added", ("pack", "add", "mine")),
    Scene("Several packs", ("pack", "list")),
    Scene("A pack to remove", ("pack", "remove", "mine"), "keep it"),
    Scene("Questions of another program", ("pack", "import", "quiz.gift", "--to", "made")),
    Scene("A pack for another program", ("pack", "export", "mine", "mine.csv", "--format", "csv")),
    Scene("The settings", ("settings",)),
    Scene("The paths", ("paths",)),
    Scene("The doctor", ("doctor",)),
    Scene("The backups", ("doctor", "--restore")),
    Scene("A game to hide", ("scores", "remove", "f0d200"), "keep it"),
    Scene("Games of another machine", ("scores", "import", "games.json")),
    Scene("A wrong word", ("play", "--mode", "clasic")),
    Scene("A wrong option", ("play", "--moode", "classic")),
    Scene("Too few questions", ("play", "--topic", "music", "-n", "500")),
    Scene("A board that is not there", ("scores", "remove", "zebra", "--yes")),
    Scene("The menu", (), "Leave"),
    Scene("The menu: games", (), "Back", LEAVE, (("Leave", "5"),)),
    Scene("The menu: more", (), "Back", LEAVE, (("Leave", "7"),)),
    Scene("The menu: another game", (), "ladder", LEAVE, (("Leave", "4"),)),
    Scene("Who plays a party", ("party",), "Player 1"),
    Scene("A daily", ("daily",), "leave", "q"),
    Scene("The menu while a game waits", (), "Leave"),
    Scene("Going on", ("resume",), "leave", "q"),
    Scene("The help", ("-h",)),
    Scene("The help of a command", ("share", "-h")),
)
