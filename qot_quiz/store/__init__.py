"""What the program keeps: one SQLite file of games, settings and spoiler ceilings, to which games are only ever added."""
