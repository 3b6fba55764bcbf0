"""The compiled bank as SQL: what the compiler writes and the reader expects, letter for letter."""

from __future__ import annotations

from qot_quiz.core.chance import RING

SCHEMA = 2
"""The number of this form; a bank of another number is compiled anew."""

STATEMENTS = (
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    """CREATE TABLE fact (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, topic TEXT NOT NULL, spoils INTEGER NOT NULL, search TEXT NOT NULL,
    body BLOB NOT NULL
)""",
    """CREATE TABLE question (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, fact_id TEXT NOT NULL, kind TEXT NOT NULL,
    difficulty TEXT NOT NULL, topic TEXT NOT NULL, spoils INTEGER NOT NULL, point INTEGER NOT NULL, body BLOB NOT NULL
)""",
    "CREATE UNIQUE INDEX fact_by_id ON fact (id)",
    "CREATE UNIQUE INDEX question_by_id ON question (id)",
    "CREATE INDEX question_ring ON question (difficulty, point, spoils, kind)",
    "CREATE INDEX question_topic_ring ON question (difficulty, topic, point, spoils, kind)",
)
"""Tables and indexes. `point` is the hash of the id less 2^63, since SQLite's integers are signed."""

RING_MIDDLE = RING // 2
"""What is taken from a point 0..2^64-1 to store it."""
