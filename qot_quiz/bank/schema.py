"""The compiled bank as SQL: what the compiler writes and the reader expects, letter for letter."""

from __future__ import annotations

SCHEMA = 4
"""The number of this form; a bank of another number is compiled anew."""

TABLES = (
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    """CREATE TABLE fact (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, topic TEXT NOT NULL, spoils INTEGER NOT NULL, body BLOB NOT NULL
)""",
    """CREATE TABLE question (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, fact_id TEXT NOT NULL, kind TEXT NOT NULL,
    difficulty TEXT NOT NULL, topic TEXT NOT NULL, spoils INTEGER NOT NULL, point INTEGER NOT NULL, body BLOB NOT NULL
)""",
)
"""The tables. `point` is the hash of the id less 2^63, since SQLite's integers are signed."""

INDEXES = (
    "CREATE UNIQUE INDEX fact_by_id ON fact (id)",
    "CREATE UNIQUE INDEX question_by_id ON question (id)",
    "CREATE INDEX question_ring ON question (difficulty, point, spoils, kind, topic, id, fact_id)",
    "CREATE INDEX question_cell ON question (difficulty, topic, kind, spoils, point, id, fact_id)",
)
"""The indexes, made when the tables are full: a draw walks the one ring, or those of rare cells side by side.

They hold all that a walk yields: to fetch each row would cost more in a larger bank.
"""

SEARCH = "CREATE VIRTUAL TABLE search USING fts5(text, content='', tokenize=\"unicode61 remove_diacritics 0\")"
"""The words by which a fact is found, or a question in a pack without facts: its rows are numbered by `position`.

The words are folded before they come here, so that the tokenizer has only spaces to find.
"""

SHADOWS = (
    "CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB)",
    "CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    "CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB)",
    "CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID",
)
"""The tables that FTS5 makes for itself."""

PLAIN = frozenset((*TABLES, *INDEXES))
"""All statements of a bank that was compiled without FTS5, and so is searched from end to end."""

FULL = PLAIN | {SEARCH, *SHADOWS}
"""All statements of any other bank."""
