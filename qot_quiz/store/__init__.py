"""What the program keeps: one SQLite file of games, which are only ever added to, settings and spoiler ceilings."""
