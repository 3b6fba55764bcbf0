"""The look of the game: every style by name, in one place. Views name styles, never colours."""

from __future__ import annotations

from rich.theme import Theme

THEME = Theme(
    {
        "qot.brand": "bold #d7af5f",
        "qot.question": "bold",
        "qot.key": "bold #d7af5f",
        "qot.option": "none",
        "qot.cursor": "bold reverse",
        "qot.chosen": "bold #5fafd7",
        "qot.gone": "dim strike",
        "qot.quiet": "dim",
        "qot.right": "bold #5faf87",
        "qot.part": "bold #d7af5f",
        "qot.wrong": "bold #d75f5f",
        "qot.heart": "#d75f87",
        "qot.points": "#d7af5f",
        "qot.hint": "italic",
        "qot.clock": "#5fafd7",
    }
)
"""A calm palette with a queen's gold; nothing is said by colour alone."""
