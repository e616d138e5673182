"""Docstrings, the package's page and the README's part on Python: their snippets run; types hold."""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SOURCE

import copydesk

MODULES = ["copydesk", *(f"copydesk.{module.name}" for module in pkgutil.iter_modules(copydesk.__path__))]
CONFIGURATION = str(SOURCE / "pyproject.toml")
PACKAGE = SOURCE / "lib" / "python" / "copydesk"


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith(("__main__", "_copydesk"))])
def test_docstrings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS).failed == 0


def snippets(page: Path) -> str:
    """The blocks of a page marked as Python, one after the other; those of tables only where there is what they need."""
    blocks = [block.split("```")[0] for block in page.read_text(encoding="utf-8").split("```python\n")[1:]]
    tables = all(importlib.util.find_spec(name) for name in ("pandas", "pyarrow"))
    return "\n".join(block for block in blocks if tables or not re.search("_frame|_batch|to_pandas", block))


@pytest.mark.parametrize("page", ["README.md", "lib/python/README.md"])
def test_pages(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code = snippets(SOURCE / page)
    assert ">>> " in code
    test = doctest.DocTestParser().get_doctest(code, {}, page, page, 0)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
    assert not report, "".join(report)


@pytest.mark.parametrize("example", sorted(path.name for path in (SOURCE / "examples" / "python").glob("*.py")))
def test_examples(example: str, tmp_path: Path) -> None:
    path = SOURCE / "examples" / "python" / example
    run = subprocess.run([sys.executable, path], input=b"", capture_output=True, cwd=tmp_path, check=False)
    assert run.returncode == 0, run.stderr.decode()
    assert run.stdout.decode() == path.with_suffix(".out").read_text(encoding="utf-8")


def test_everything_public_is_described() -> None:
    for name in copydesk.__all__:
        thing = getattr(copydesk, name)
        if not isinstance(thing, str):
            assert thing.__doc__, name
            members = vars(thing).items() if isinstance(thing, type) else []
            for member, value in members:
                if not member.startswith("_") and (callable(value) or isinstance(value, property)):
                    assert getattr(value, "__doc__", None), f"{name}.{member}"


def python_with_mypy() -> str:
    """An interpreter that has mypy, and can load the module."""
    code = f"import sys, mypy; assert sys.version_info[:2] == {sys.version_info[:2]}"
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0:
            return python
    pytest.skip(f"mypy is not installed for Python {sys.version_info[0]}.{sys.version_info[1]}")


@pytest.fixture(scope="session")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package's sources alone, and what mypy remembers from one test to the next."""
    folder = tmp_path_factory.mktemp("typed")
    (folder / "sources").mkdir()
    (folder / "sources" / "copydesk").symlink_to(PACKAGE)
    return folder


def run_mypy(folder: Path, *arguments: str) -> None:
    environment = {**os.environ, "MYPYPATH": str(folder / "sources"), "MYPY_CACHE_DIR": str(folder / "cache")}
    command = [python_with_mypy(), "-m", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_types(typed: Path) -> None:
    examples = map(str, (SOURCE / "examples" / "python").glob("*.py"))
    sources = map(str, PACKAGE.glob("_[a-z]*.py"))
    run_mypy(typed, "mypy", "--config-file", CONFIGURATION, *sorted(sources), *sorted(examples))


def test_stub_of_the_module(typed: Path) -> None:
    allowed = str(SOURCE / "tests" / "python" / "stubtest_allowed.txt")
    options = ["--mypy-config-file", CONFIGURATION, "--allowlist", allowed, "--ignore-unused-allowlist"]
    run_mypy(typed, "mypy.stubtest", *options, "copydesk._copydesk")
