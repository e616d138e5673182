"""What python -m build, pip install and pip install -e make of the project: sdist, wheel, editable install.

They are built without network and without isolation, in a folder that ccache takes for the one of ./dev build.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[3]
PACKAGE = SOURCE / "lib" / "python" / "copydesk"
TEXT = "OSLO - Norway and Chile signed a fisheries agreement here on Friday."
PROGRAM = f"""
import copydesk
doc = copydesk.load()({TEXT!r}, date="2025-12-06")
print(doc.events[0], copydesk.__version__, copydesk.__file__)
"""
LIBRARIES = {"libicui18n", "libicuuc", "libicudata", "libre2", "libboost_locale", "libboost_thread", "libstdc++", "libgcc_s",
             "libm", "libc", "ld-linux-x86-64"}  # fmt: skip
NEEDED = ("build", "scikit_build_core", "pybind11", "packaging")
missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def run(*command: object, **environment: str) -> str:
    """Runs a command away from the source; its output."""
    variables = {**os.environ, "CCACHE_NOHASHDIR": "1", **environment}
    variables.pop("PYTHONPATH", None)
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, cwd="/", env=variables, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the sdist unpacks to."""
    folder = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", folder, SOURCE)
    (archive,) = folder.glob("copydesk-*.tar.gz")
    with tarfile.open(archive) as files:
        files.extractall(folder)
    return folder / archive.name[: -len(".tar.gz")]


@pytest.fixture(scope="module")
def wheel(unpacked: Path) -> Path:
    """The wheel that the sdist gives."""
    folder = unpacked.parent / "wheel"
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, unpacked, CCACHE_BASEDIR=str(unpacked))
    (file,) = folder.iterdir()
    return file


def environment(folder: Path) -> Path:
    """The interpreter of a new environment without packages but for the tools of the build."""
    venv.create(folder, with_pip=False, symlinks=True)
    (site,) = folder.glob("lib/python*/site-packages")
    places = [path for path in sys.path if path.endswith("-packages")]
    (site / "tools.pth").write_text("\n".join(places) + "\n", encoding="utf-8")
    return folder / "bin" / "python"


def works(python: Path) -> None:
    """Checks what is installed for an interpreter, and its program."""
    event, version, file = run(python, "-c", PROGRAM).rsplit(maxsplit=2)
    assert event.startswith("signing(party=Norway, party=Chile, instrument=agreement")
    assert (
        version
        == run(python.with_name("copydesk"), "--version").split()[-1]
        == run(python, "-m", "copydesk", "--version").split()[-1]
    )
    assert not Path(file).is_relative_to(SOURCE)


def test_the_sdist_has_what_a_wheel_needs(unpacked: Path) -> None:
    found = {path.relative_to(unpacked).parts[0] for path in unpacked.iterdir()}
    assert found >= {"CMakeLists.txt", "LICENSE", "PKG-INFO", "README.md", "examples", "include", "lib", "pyproject.toml"}
    assert not found & {"corpus", "tests", "build", ".git", ".ci"}
    assert (unpacked / "lib/packs/en/pack.toml").exists() and not list(unpacked.rglob("__pycache__"))


def test_the_wheel(wheel: Path) -> None:
    from packaging.tags import sys_tags

    name = f"copydesk-{version()}-{next(sys_tags()).interpreter}-{next(sys_tags()).abi}-linux_{os.uname().machine}.whl"
    assert wheel.name == name
    assert wheel.stat().st_size < 8 << 20
    with zipfile.ZipFile(wheel) as files:
        names = set(files.namelist())
        metadata = files.read(f"copydesk-{version()}.dist-info/METADATA").decode()
    sources = {f"copydesk/{path.name}" for path in PACKAGE.iterdir() if path.is_file()}
    (module,) = {name for name in names if name.endswith(".so")}
    assert {name for name in names if "dist-info" not in name} == {*sources, module}
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "ATTRIBUTION.md"}
    assert (
        f"Version: {version()}\n" in metadata and "Requires-Python: >=3.9" in metadata and "Requires-Dist: pandas" in metadata
    )


def test_libraries_of_the_module(wheel: Path, tmp_path: Path) -> None:
    if shutil.which("readelf") is None:
        pytest.skip("readelf is not installed")
    with zipfile.ZipFile(wheel) as files:
        (name,) = (name for name in files.namelist() if name.endswith(".so"))
        dynamic = run("readelf", "-d", files.extract(name, tmp_path))
    assert {library.split(".so")[0] for library in re.findall(r"NEEDED.*\[(.*)\]", dynamic)} <= LIBRARIES
    assert "RPATH" not in dynamic and "RUNPATH" not in dynamic


def test_installed(wheel: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "venv")
    run(python, "-m", "pip", "install", "--no-deps", "--no-index", "--ignore-installed", wheel)
    works(python)


def test_installed_for_editing(unpacked: Path, wheel: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "venv")
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed"]
    run(python, "-m", "pip", "install", *options, "-e", unpacked, CCACHE_BASEDIR=str(unpacked))
    works(python)
    source = unpacked / "lib/python/copydesk/__init__.py"
    source.write_text(source.read_text(encoding="utf-8") + '\n__version__ = "edited"\n', encoding="utf-8")
    assert run(python, "-c", PROGRAM).split()[-2] == "edited"


def version() -> str:
    header = (SOURCE / "include/copydesk/version.h").read_text(encoding="utf-8")
    found = re.search(r'COPYDESK_VERSION "([^"]+)"', header)
    assert found is not None
    return found[1]
