"""python -m copydesk is the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import REPORT, program

RUNS: list[tuple[list[str], str]] = [
    ([], ""),
    (["--help"], ""),
    (["--version"], ""),
    (["extract", "--help"], ""),
    (["extract", "--to", "line", "--date", "2025-12-06"], REPORT),
    (["extract"], ""),
    (["extract", "--jobs", "2", "--from", "jsonl"], '{"id": "a", "text": "It rained."}\n{"id": 1}\n'),
    (["extract", "no-such-file"], ""),
    (["extract", "--pack", "no-such-folder"], ""),
    (["extract", "--output", "/no/such/file"], REPORT),
    (["extract", "--to", "xml"], ""),
    (["pack", "check"], ""),
    (["pack", "list"], ""),
]


@pytest.mark.parametrize(("arguments", "text"), RUNS)
def test_same_as_the_program(arguments: list[str], text: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "copydesk", *arguments]
    ours = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    theirs = program(*arguments, text=text)
    assert (ours.stdout, ours.stderr, ours.returncode) == (theirs.stdout, theirs.stderr, theirs.returncode)
