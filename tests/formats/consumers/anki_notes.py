"""Lets Anki itself import a text file, prints its notes as JSON, and has them exported again.

It runs as a child: its arguments are an empty folder, the file to import, and the file to write.
"""

from __future__ import annotations

import json
import os
import sys

from anki.collection import Collection, ImportCsvRequest


def main(folder: str, file: str, out: str) -> None:
    """Import, print and export."""
    collection = Collection(os.path.join(folder, "collection.anki2"))
    metadata = collection.get_csv_metadata(file, delimiter=None)
    collection.import_csv(ImportCsvRequest(path=file, metadata=metadata))
    notes = [collection.get_note(id) for id in sorted(collection.find_notes(""))]
    told = [
        {
            "fields": dict(note.items()),
            "tags": note.tags,
            "type": (note.note_type() or {})["name"],
            "deck": collection.decks.name(note.cards()[0].did),
        }
        for note in notes
    ]
    collection.export_note_csv(
        out_path=out,
        limit=None,
        with_html=True,
        with_tags=True,
        with_deck=True,
        with_notetype=True,
        with_guid=True,
    )
    collection.close()
    sys.stdout.write(json.dumps(told))


main(*sys.argv[1:])
