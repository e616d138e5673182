"""Who took part in what, as CSV on standard output: a line for each argument of each event, with the sentence that tells it.

Usage: export.py [FILE...]; without a file, a report of its own.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import copydesk

SAMPLE = "MAPUTO - Mozambique and Norway signed two agreements on offshore wind here on Friday."


def main() -> None:
    """Writes a header and the lines."""
    files = sys.argv[1:]
    texts = ({"id": file, "text": Path(file).read_text(encoding="utf-8", errors="replace")} for file in files)
    columns = ["document", "type", "modality", "begin_date", "role", "name", "entity_type", "country", "sentence"]
    writer = csv.DictWriter(sys.stdout, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for doc in copydesk.load().pipe(texts if files else [{"id": "sample", "text": SAMPLE, "date": "2025-12-06"}]):
        writer.writerows(copydesk.argument_rows(doc))


if __name__ == "__main__":
    main()
