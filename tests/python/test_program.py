"""python -m copydesk is the program."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import REPORT, program, program_path

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
    (["pack", "check", "no-such-folder"], ""),
    (["pack", "list"], ""),
    (["explain", "--date", "2025-12-06"], REPORT),
    (["score", "no-such-folder", "no-such-file"], ""),
    (["no-such-command"], ""),
    (["extract", "--jobs", "999"], ""),
    (["extract", "--offsets", "utf16", "--to", "jsonl"], "🐟 " + REPORT),
    (["extract", "no-such-fïle-\udcff"], ""),
]


@pytest.mark.parametrize(("arguments", "text"), RUNS)
def test_same_as_the_program(arguments: list[str], text: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "copydesk", *arguments]
    ours = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    theirs = program(*arguments, text=text)
    assert (ours.stdout, ours.stderr, ours.returncode) == (theirs.stdout, theirs.stderr, theirs.returncode)


def module_and_program() -> list[list[str]]:
    return [[sys.executable, "-m", "copydesk"], [str(program_path())]]


def test_output_that_cannot_be_written() -> None:
    for command in module_and_program():
        with open("/dev/full", "wb") as full:
            run = subprocess.run([*command, "pack", "list"], stdout=full, stderr=subprocess.PIPE, check=False)
        assert run.returncode == 4 and b"cannot write" in run.stderr


def test_a_reader_that_leaves() -> None:
    codes = []
    for command in module_and_program():
        with subprocess.Popen([*command, "pack", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
            assert child.stdout is not None and child.stderr is not None
            child.stdout.readline()
            child.stdout.close()
            message = child.stderr.read()
            codes.append((child.wait(20), message))
    assert codes[0] == codes[1]


def test_ctrl_c() -> None:
    for command in module_and_program():
        with subprocess.Popen(
            [*command, "extract"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as child:
            time.sleep(0.5)
            child.send_signal(signal.SIGINT)
            assert child.wait(20) == -signal.SIGINT
