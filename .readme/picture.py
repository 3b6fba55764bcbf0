"""Draws the picture of a question that README.md shows, with the program's own views: `python .readme/picture.py`."""

from __future__ import annotations

import io
import os
import re
import tempfile

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from qot_quiz import runtime
from qot_quiz.core import game as engine
from qot_quiz.core import kinds, moves
from qot_quiz.core.draw import Filters
from qot_quiz.core.events import Asked, Judged
from qot_quiz.core.modes import MODES
from qot_quiz.core.setup import Setup
from qot_quiz.ui import views
from qot_quiz.ui.theme import THEME

QUESTION = "favourite-part-episode/episode"
PICTURE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "question.svg")
COLUMNS = 72
WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def main() -> None:
    """Ask the question as the third of a game, answer it, and save what a player sees."""
    with tempfile.TemporaryDirectory() as cache:
        os.environ[runtime.HOME] = cache
        bank = runtime.bank()
        item = bank.item(QUESTION)
        assert item is not None, f"{QUESTION} is gone: choose another question"
        mode = MODES["classic"]
        setup = Setup("Ann", "classic", mode.rules, Filters(up_to=16), 10, 7, True, bank.meta.id, bank.meta.digest)
        drawn = mode.draw(bank, setup, ())
        bank.close()
    game, events = engine.begin(setup, (*drawn[:2], kinds.deal(item, setup.seed, 2), *drawn[3:]))
    while game.number < 3:
        game, events = engine.step(game, moves.Answer(4000, game.question.solution))
        game, events = engine.step(game, moves.Next(4000))
    asked = events[0]
    game, (judged,) = engine.step(game, moves.Answer(8000, game.question.solution))
    assert isinstance(asked, Asked)
    assert isinstance(judged, Judged)
    console = Console(
        record=True, width=COLUMNS, theme=THEME, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    lines = [Text(""), views.heading(asked, None), Text(""), views.ask(asked.question), Text("")]
    lines += [*views.settled(judged), Text(""), *views.verdict(judged), Text(""), views.keys_after(judged)]
    for line in lines:
        console.print(Padding(line, (0, 2)))
    svg = WEB_FONTS.sub("", console.export_svg(title="qot-quiz", unique_id="qot"))
    with open(PICTURE, "w", encoding="utf-8") as file:
        file.write(svg)


if __name__ == "__main__":
    main()
