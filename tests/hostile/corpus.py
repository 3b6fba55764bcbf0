"""Texts that mean to do harm where they are shown, and honest ones that look odd."""

from __future__ import annotations

ESCAPES = {
    "CSI colour": "\x1b[31;5mred",
    "CSI clear": "\x1b[2J\x1b[H",
    "CSI title report": "\x1b[21t",
    "CSI device report": "\x1b[c\x1b[6n",
    "CSI 8 bit": "\x9b31mred",
    "OSC title": "\x1b]0;stolen\x07",
    "OSC icon": "\x1b]2;stolen\x1b\\",
    "OSC link": "\x1b]8;;http://evil.invalid\x1b\\click\x1b]8;;\x1b\\",
    "OSC clipboard": "\x1b]52;c;cm0gLXJm\x07",
    "OSC clipboard 8 bit": "\x9d52;c;cm0gLXJm\x9c",
    "OSC colour query": "\x1b]10;?\x07",
    "DCS": "\x1bP1$r0m\x1b\\",
    "DCS 8 bit": "\x90q\x9c",
    "DECRQSS": "\x1bP$q\nrm -rf\n\x1b\\",
    "APC": "\x1b_Gf=100;x\x1b\\",
    "PM": "\x1b^secret\x1b\\",
    "SOS": "\x1bXsecret\x1b\\",
    "reset": "\x1bc",
    "charset": "\x1b(0\x0e",
    "keypad": "\x1b=\x1b>",
}

CONTROLS = {
    "backspace": "Ann\b\b\bEve",
    "return": "Ann\rEve",
    "bell": "ding\x07",
    "NUL": "An\x00n",
    "delete": "An\x7fn",
    "tab": "\tAnn",
    "line feed": "Ann\nEve",
    "form feed": "Ann\x0cEve",
    "next line": "Ann\x85Eve",
    "line separator": "Ann\u2028Eve",
    "paragraph separator": "Ann\u2029Eve",
    "file separator": "Ann\x1cEve",
    "lone surrogate": "An\ud800n",
    "undecodable byte": "An\udcffn",
    "private use": "An\ue000n",
    "not a character": "An\uffffn",
    "unassigned": "An\U000e0fffn",
}

UNSEEN = {
    "override": "Ann\u202eevE",
    "embedding": "Ann\u202bEve\u202c",
    "isolate": "Ann\u2067Eve\u2069",
    "right-to-left mark": "Ann\u200f",
    "zero width space": "An\u200bn",
    "zero width joiner": "An\u200dn",
    "word joiner": "An\u2060n",
    "byte order mark": "\ufeffAnn",
    "soft hyphen": "An\u00adn",
    "tags": "Ann\U000e0041\U000e0042",
    "marks in a flood": "A" + "\u0301" * 300 + "nn",
}

MARKUP = {
    "Rich colour": "[red]Ann[/red]",
    "Rich link": "[link=http://evil.invalid]Ann[/link]",
    "Rich unclosed": "[/bold] [bold",
    "Rich emoji": ":bomb: Ann",
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)',
    "entity": "&lt;b&gt; &#60;b&#62;",
    "CDATA": "]]><svg onload=alert(1)>",
    "comment": "--><script>1</script><!--",
    "style": "</style><b>Ann",
    "title": "</title></desc><script/>",
    "Markdown": "| Ann | [x](javascript:1) `rm` **b** <u>",
    "format": "{0.__class__} %s %n ${HOME} $(id) `id`",
}

FORMULAS = {
    "equals": "=1+1",
    "plus": "+1+1",
    "minus": "-1+1",
    "at": "@SUM(A1)",
    "hyperlink": '=HYPERLINK("http://evil.invalid","x")',
    "DDE": "=cmd|' /C calc'!A0",
    "spaced": "  =1+1",
    "quoted": "'=1+1",
    "wide": "＝1+1",
    "cells": 'Ann","=1+1","',
}

HOSTILE = {
    **ESCAPES,
    **CONTROLS,
    **UNSEEN,
    **MARKUP,
    **FORMULAS,
    "endless": "A" * 1_000_000,
    "endless wide": "해" * 300_000,
}
"""Every hostile text by what it tries."""

HONEST = {
    "Korean": "홍해인",
    "Arabic": "مريم الزهراء",
    "Hebrew": "דוד לוי",
    "Persian": "نیلوفر",
    "Thai": "กัญญา",
    "Hindi": "अनन्या",
    "Vietnamese": "Nguyễn Thị Ánh",
    "Greek": "Ελένη",
    "Cyrillic": "Анна",
    "apostrophe": "Siobhán O’Neill-Ó",
    "emoji": "Ann 🌸",
}
"""Names that people have, and that must come out as they went in."""
