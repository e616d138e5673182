"""What Python costs over C++; ./dev bench runs it behind the benchmarks in C++. PYTHONPATH names the built package.

Usage: python_bench.py COPYDESK_BENCH
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Callable

import copydesk

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "press"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]
DATE = "2025-12-06"
MANY = 200_000


def show(name: str, value: str) -> None:
    print(f"{name:<44}{value}", flush=True)


def seconds(clock: Callable[[], float], run: Callable[[], object]) -> float:
    begin = clock()
    run()
    return clock() - begin


def import_time() -> None:
    code = "import time; begin = time.perf_counter(); import copydesk; print(time.perf_counter() - begin)"
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", code]
    runs = [float(subprocess.check_output(command, env=environment)) for _ in range(12)][1:]
    show("import copydesk", f"{min(runs) * 1e3:.1f} ms at best, {statistics.median(runs) * 1e3:.1f} ms median")


def wheel_size() -> None:
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder, "copydesk")
        shutil.copytree(Path(copydesk.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
        for module in package.glob("*.so"):
            subprocess.run(["strip", module], check=True)
        with zipfile.ZipFile(Path(folder, "wheel"), "w", zipfile.ZIP_DEFLATED) as wheel:
            for file in package.iterdir():
                wheel.write(file)
        show("package, zipped as in a wheel", f"{Path(folder, 'wheel').stat().st_size / 1e6:.1f} MB")


def to_json_over_cpp(bench: str, extractor: copydesk.Extractor) -> None:
    """In turns, the fastest of each, in time of the processor; so that other work on the machine counts little."""
    command = [bench, "--benchmark_filter=^corpus_to_json$", "--benchmark_format=json", "--benchmark_min_time=0.01",
               "--benchmark_repetitions=10"]  # fmt: skip
    cpp, python = [], []
    for _ in range(5):
        result = json.loads(subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout)
        cpp += [run["cpu_time"] / len(TEXTS) for run in result["benchmarks"] if run["run_type"] == "iteration"]
        for _ in range(10):
            run = seconds(time.process_time, lambda: [extractor(text, date=DATE).to_json(lines=True) for text in TEXTS])
            python.append(run * 1e6 / len(TEXTS))
    size = sum(len(text.encode()) for text in TEXTS) / len(TEXTS)
    show(f"to_json of reports of {size:.0f} bytes, C++", f"{min(cpp):.1f} µs")
    show("the same from Python", f"{min(python):.1f} µs, {min(python) / min(cpp) - 1:+.1%}")
    run = seconds(time.process_time, lambda: [len(extractor(text, date=DATE).events) for text in TEXTS * 5])
    show("events as Python objects", f"{run * 1e6 / len(TEXTS) / 5:.1f} µs")


def two_jobs(extractor: copydesk.Extractor) -> None:
    texts = TEXTS * 40
    ratios = []
    for _ in range(5):
        one, two = (
            seconds(time.perf_counter, lambda: [len(doc.to_json()) for doc in extractor.pipe(texts, jobs, date=DATE)])
            for jobs in (1, 2)
        )
        ratios.append(one / two)
    show("pipe, speed of 2 jobs against 1", f"{max(ratios):.2f} at best, {statistics.median(ratios):.2f} median")


def flat_memory(extractor: copydesk.Extractor) -> None:
    def resident() -> float:
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)

    leads = itertools.cycle([text.strip().split("\n\n")[0][:300] for text in TEXTS])
    early = 0.0
    for number, doc in enumerate(extractor.pipe(itertools.islice(leads, MANY), 0, date=DATE)):
        doc.to_json()
        if number == MANY // 20:
            early = resident()
    show(f"memory over {MANY} documents", f"{resident() - early:+.1f} MiB, after {MANY // 20} of them {early:.0f} MiB")


def main() -> None:
    import_time()
    wheel_size()
    extractor = copydesk.load()
    to_json_over_cpp(sys.argv[1], extractor)
    two_jobs(extractor)
    flat_memory(extractor)


if __name__ == "__main__":
    main()
