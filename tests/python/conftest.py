"""What the tests share. COPYDESK_PROGRAM names the program that the package is compared with; else that of ./dev build."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

import copydesk

SOURCE = Path(__file__).resolve().parents[2]
REPORT = (
    "MAPUTO – Mozambique and Norway signed two agreements on offshore wind and fisheries here on Friday, during the third "
    "Indian Ocean Energy Forum.\n\nEnergy Minister Carla Tembe met Erik Solvang of the Fisheries Council (FC) 🐟 in 2024.\n"
)


def reports() -> list[str]:
    """The reports of the corpus."""
    return [path.read_text(encoding="utf-8") for path in sorted((SOURCE / "corpus" / "press").glob("*.txt"))]


def program_path() -> Path:
    """Where the program is."""
    return Path(os.environ.get("COPYDESK_PROGRAM", SOURCE / "build" / "bin" / "copydesk"))


def program(*arguments: str, text: str | None = None) -> subprocess.CompletedProcess[bytes]:
    """Runs the program."""
    return subprocess.run(
        [program_path(), *arguments], input=None if text is None else text.encode(), capture_output=True, check=False
    )


@pytest.fixture(scope="session")
def extractor() -> copydesk.Extractor:
    return copydesk.load()


@pytest.fixture(scope="session")
def doc(extractor: copydesk.Extractor) -> copydesk.Document:
    return extractor(REPORT, date="2025-12-06", id="maputo")
