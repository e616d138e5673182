"""Many reports: order, laziness, errors, threads."""

from __future__ import annotations

import datetime
import itertools
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Iterator

import pytest
from conftest import REPORT, program, reports

from copydesk import Extractor, OptionError

JOBS = [0, 1, 2, 5]


@pytest.mark.parametrize("jobs", JOBS)
def test_order_and_content(extractor: Extractor, jobs: int) -> None:
    texts = [f"{number}. {text}" for number, text in enumerate(reports() * 4)]
    read = list(extractor.pipe(iter(texts), jobs, date="2025-12-06"))
    assert [doc.text for doc in read] == texts
    assert read[::17] == [extractor(text, date="2025-12-06") for text in texts[::17]]
    assert list(extractor.pipe([], jobs)) == []


@pytest.mark.parametrize("jobs", JOBS)
def test_as_tuples(extractor: Extractor, jobs: int) -> None:
    pairs = ((f"Report {number}.", {"number": number}) for number in range(100))
    for number, (doc, context) in enumerate(extractor.pipe(pairs, jobs, as_tuples=True)):
        assert (doc.text, context) == (f"Report {number}.", {"number": number})
    with pytest.raises(TypeError, match="as_tuples: expected pairs"):
        list(extractor.pipe(["a"], jobs, as_tuples=True))  # type: ignore[call-overload]


@pytest.mark.parametrize("jobs", JOBS)
def test_rows(extractor: Extractor, jobs: int) -> None:
    rows: list[Any] = [
        {"text": REPORT, "date": "2025-12-06T08:00", "id": 7},
        {"text": REPORT, "date": "soon", "id": "a"},
        {"text": REPORT, "date": None, "id": None},
        {"id": "b"},
    ]
    first, second, third, fourth = extractor.pipe(rows, jobs)
    assert (first.id, str(first.reference_date), first.error) == ("7", "2025-12-06", None)
    assert isinstance(second.error, OptionError) and second.events and second.reference_date is None
    assert third.id == "" and third.error is None
    assert isinstance(fourth.error, ValueError) and fourth.id == "b" and "text" in str(fourth.error)


@pytest.mark.parametrize("jobs", JOBS)
def test_a_bad_report_costs_itself_alone(extractor: Extractor, jobs: int) -> None:
    texts: list[Any] = [REPORT, None, b"bytes", "a\ud800", {"text": "\udfff", "id": "x\ud800"}, 5, REPORT] * 20
    read = list(extractor.pipe(texts, jobs))
    assert len(read) == len(texts)
    for number, doc in enumerate(read):
        assert (doc.error is None) == (number % 7 in (0, 6))
    bad = read[3]
    assert (bad.events, bad.tokens, bad.entities, bad.notes, bad.headline) == ([], [], [], [], None)
    assert isinstance(bad.error, ValueError) and str(bad.error) in bad.to_json() and "error" in bad.to_dict()
    assert "lone surrogate" in bad._repr_html_() and "ValueError" in repr(bad)


@pytest.mark.parametrize("jobs", JOBS)
def test_what_the_iterable_raises_comes_through(extractor: Extractor, jobs: int) -> None:
    def source() -> Iterator[str]:
        yield from (f"Report {number}." for number in range(7))
        raise LookupError("lost the source")

    read = []
    with pytest.raises(LookupError, match="lost the source"):
        for doc in extractor.pipe(source(), jobs):
            read.append(doc.text)
    assert read == [f"Report {number}." for number in range(7)]


@pytest.mark.parametrize("jobs", JOBS)
def test_lazy_and_bounded(extractor: Extractor, jobs: int) -> None:
    taken = itertools.count()
    endless = (f"Report {next(taken)}." for _ in itertools.repeat(None))
    pipe = extractor.pipe(endless, jobs)
    assert next(taken) == 0
    assert [doc.text for doc in itertools.islice(pipe, 500)][-1] == "Report 500."
    pipe.close()
    ahead = next(taken) - 501
    assert ahead <= (0 if jobs == 1 else 96 * (jobs or len(os.sched_getaffinity(0))))


@pytest.mark.parametrize(
    ("jobs", "kind", "message"),
    [
        (-1, OptionError, "jobs: expected 0 to 256, found -1"),
        (999, OptionError, "jobs"),
        ("2", TypeError, "jobs"),
        (True, TypeError, "jobs"),
    ],
)
def test_bad_jobs_are_told_at_once(extractor: Extractor, jobs: Any, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=message):
        extractor.pipe([], jobs)


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_the_run(jobs: int) -> None:
    code = (
        "import copydesk, itertools\n"
        "extractor = copydesk.load()\n"
        "print('ready', flush=True)\n"
        f"for doc in extractor.pipe(itertools.repeat('Norway and Chile signed a treaty. ' * 2000), {jobs}): pass\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None and child.stderr is not None
        assert child.stdout.readline() == b"ready\n"
        time.sleep(0.3)
        child.send_signal(signal.SIGINT)
        assert child.wait(20) != 0
        assert b"KeyboardInterrupt" in child.stderr.read()


def test_ctrl_c_while_the_source_blocks() -> None:
    code = (
        "import copydesk, time\n"
        "def source():\n"
        "    yield 'It rained.'\n"
        "    print('ready', flush=True)\n"
        "    time.sleep(60)\n"
        "for doc in copydesk.load().pipe(source(), 2): pass\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None and child.stderr is not None
        assert child.stdout.readline() == b"ready\n"
        child.send_signal(signal.SIGINT)
        assert child.wait(20) != 0
        assert b"KeyboardInterrupt" in child.stderr.read()


# What runs to the end of its process, and prints what it shall.
PROCESSES = {
    "a pipe half read": """
pipe = extractor.pipe(itertools.repeat(text), 3)
next(pipe)
print('end')
""",
    "a pipe in a thread that outlives the main one": """
def work(): print('end', sum(1 for _ in extractor.pipe(itertools.repeat(text, 3000), 2)) == 3000 or 'lost some')
threading.Thread(target=work).start()
""",
    "threads that are ended with the process": """
def work():
    while True: extractor(text)
for _ in range(3): threading.Thread(target=work, daemon=True).start()
time.sleep(0.05)
print('end')
""",
    "pipes that are ended with the process": """
def work():
    for doc in extractor.pipe(itertools.repeat(text), 2): doc.events
for _ in range(2): threading.Thread(target=work, daemon=True).start()
time.sleep(0.05)
print('end')
""",
    "a pipe in a cycle of objects": """
class Keeper: pass
for _ in range(20):
    keeper = Keeper()
    keeper.pipe, keeper.keeper = extractor.pipe(itertools.repeat(text), 2), keeper
    next(keeper.pipe)
print('end')
""",
    "children of a process whose threads read": """
pipe = extractor.pipe(itertools.repeat(text), 2)
for _ in range(40):
    next(pipe)
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        os._exit(0 if extractor(text).events else 1)
    assert os.waitpid(child, 0)[1] == 0
print('end')
""",
    "a child that goes on with its parent's pipe": """
pipe = extractor.pipe(itertools.repeat(text), 2)
next(pipe)
child = os.fork()
if child == 0:
    signal.alarm(20)
    try: list(itertools.islice(pipe, 999))
    except RuntimeError as error: os._exit(0 if 'fork' in str(error) else 1)
    os._exit(2)
print('end', os.waitpid(child, 0)[1] or '')
""",
}


@pytest.mark.parametrize("name", PROCESSES)
def test_processes_end_well(name: str) -> None:
    head = "import copydesk, itertools, os, signal, threading, time\nextractor = copydesk.load()\n"
    code = head + "text = 'Norway and Chile signed a treaty in Oslo on Friday. ' * 5\n" + PROCESSES[name]
    for _ in range(3):
        run = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, timeout=60, check=False
        )
        assert (run.returncode, run.stdout.split()[:1], run.stderr) == (0, ["end"], "")


@pytest.mark.parametrize("leave", ["close", "forget", "error"])
def test_a_pipe_that_is_left_leaves_no_threads(extractor: Extractor, leave: str) -> None:
    before = threading.active_count()
    for _ in range(10):
        pipe = extractor.pipe(itertools.repeat(REPORT), 3)
        next(pipe)
        assert threading.active_count() > before
        if leave == "close":
            pipe.close()
        elif leave == "error":
            with pytest.raises(LookupError):
                pipe.throw(LookupError())
        del pipe
    deadline = time.monotonic() + 20
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() == before


@pytest.mark.parametrize(
    ("reports", "message"),
    [
        (REPORT, "found str; the extractor itself reads one"),
        ({"text": REPORT}, "found dict; the extractor itself reads one"),
        (None, "found NoneType"),
        (7, "found int"),
        (Path("a"), "found PosixPath"),
    ],
)
def test_what_is_no_reports_is_told_at_once(extractor: Extractor, reports: Any, message: str) -> None:
    with pytest.raises(TypeError, match=f"pipe: expected reports, each a str or a mapping, {message}"):
        extractor.pipe(reports)


@pytest.mark.parametrize("jobs", JOBS)
def test_pairs_need_as_tuples(extractor: Extractor, jobs: int) -> None:
    with pytest.raises(TypeError, match="as_tuples=True"):
        list(extractor.pipe([("It rained.", 7)], jobs))  # type: ignore[list-item]


def test_rows_of_pandas(extractor: Extractor) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {"text": [REPORT, REPORT, None], "date": pandas.to_datetime(["2025-12-06", None, None]), "id": [1, None, 3]}
    )
    frame["id"] = frame["id"].astype("Int64")
    first, second, third = extractor.pipe(frame.to_dict("records"))
    assert (first.id, first.reference_date, first.error) == ("1", datetime.date(2025, 12, 6), None)
    assert (second.id, second.reference_date, second.error) == ("", None, None)
    assert third.id == "3" and isinstance(third.error, TypeError)
    assert [len(doc.events) for doc in extractor.pipe(frame["text"])] == [3, 3, 0]
    assert list(frame["text"][:2].map(extractor)) == [extractor(REPORT)] * 2
    with pytest.raises(TypeError, match=r"to_dict\('records'\)"):
        extractor.pipe(frame)


def test_memory_stays_flat(extractor: Extractor) -> None:
    def most() -> int:  # bytes; asked of the kernel, since a bare chroot has no /proc
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

    for doc in extractor.pipe(itertools.repeat(REPORT, 500), 2):
        doc.to_json()
    before = most()
    for doc in extractor.pipe(itertools.repeat(REPORT, 3000), 2):
        doc.to_json()
    assert most() - before < 8 << 20


def test_the_programs_records(extractor: Extractor) -> None:
    rows = [{"id": f"r{number}", "text": text, "date": "2025-12-06"} for number, text in enumerate(reports())]
    run = program("extract", "--from", "jsonl", "--offsets", "codepoint", text="\n".join(map(_json, rows)))
    assert "".join(doc.to_json(lines=True) for doc in extractor.pipe(rows)).encode() == run.stdout


def _json(row: dict[str, str]) -> str:
    import json

    return json.dumps(row)
