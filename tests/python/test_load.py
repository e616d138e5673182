"""Opening packs and lists, reading one text, and what is wrong with either."""

from __future__ import annotations

import datetime
import pickle
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from conftest import REPORT, program

import copydesk
from copydesk import Extractor, OptionError, PackError

BAD_INPUTS: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"text": None}, TypeError, "text: expected str, found NoneType"),
    ({"text": b"Oslo"}, TypeError, "text: expected str, found bytes; decode it first"),
    ({"text": Path("a.txt")}, TypeError, "text: expected str, found PosixPath; read it first"),
    ({"text": ["Oslo"]}, TypeError, "text: expected str, found list; pipe() takes many"),
    ({"text": "a\ud800b"}, ValueError, "text: a lone surrogate at code point 1"),
    ({"text": "\U0001f600" * 9 + "\udfff"}, ValueError, "text: a lone surrogate at code point 9"),
    ({"text": "a", "date": "yesterday"}, OptionError, "date: expected YYYY-MM-DD, found 'yesterday'"),
    ({"text": "a", "date": "2025-02-30"}, OptionError, "date: expected YYYY-MM-DD"),
    ({"text": "a", "date": "2025-W49-5"}, OptionError, "date: expected YYYY-MM-DD"),
    ({"text": "a", "date": "2025-12-0\ud800"}, OptionError, "date: expected YYYY-MM-DD"),
    ({"text": "a", "date": 20251206}, TypeError, "date: expected str, datetime.date or None, found int"),
    ({"text": "a", "date": 10**400}, TypeError, "date: expected str, datetime.date or None, found int"),
    ({"text": "a", "date": ""}, OptionError, "date: expected YYYY-MM-DD, found ''"),
    ({"text": "a", "date": "٢٠٢٥-١٢-٠٦"}, OptionError, "date: expected YYYY-MM-DD"),
    ({"text": "a", "id": None}, TypeError, "id: expected str, found NoneType"),
    ({"text": "a", "id": 7}, TypeError, "id: expected str, found int"),
    ({"text": "a", "id": "\ud800"}, OptionError, "id: expected text without lone surrogates"),
]


@pytest.mark.parametrize(("arguments", "kind", "message"), BAD_INPUTS)
def test_bad_inputs(extractor: Extractor, arguments: dict[str, Any], kind: type[Exception], message: str) -> None:
    with pytest.raises(kind) as raised:
        extractor(**arguments)
    assert str(raised.value).startswith(message)
    assert type(raised.value) is kind


def test_what_has_been_read_is_told(extractor: Extractor, doc: copydesk.Document) -> None:
    for read in (extractor, extractor.pipe):
        with pytest.raises(TypeError, match="found Document; it has been read"):
            read(doc)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("piece", "times"),
    [("", 1), ("\0", 1), ("\0", 99), ("a", 1_000_000), ("Norway met Chile. ", 60_000), ("\U0010ffff\u2028\x1b", 1)],
)
def test_any_text_gives_a_document(extractor: Extractor, piece: str, times: int) -> None:
    text = piece * times
    doc = extractor(text)
    assert doc.text is text and isinstance(doc.to_dict(), dict)


@pytest.mark.parametrize(
    "date", ["2025-12-06", "2025-12-06T23:10:00Z", datetime.date(2025, 12, 6), datetime.datetime(2025, 12, 6, 9, 0)]
)
def test_dates(extractor: Extractor, date: Any) -> None:
    assert extractor(REPORT, date=date).reference_date == datetime.date(2025, 12, 6)


BAD_LOADS: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"packs": ["/no/such"]}, PackError, "/no/such/pack.toml: there is no folder '/no/such'"),
    ({"packs": "/no/such"}, PackError, "/no/such/pack.toml: there is no folder '/no/such'"),
    ({"packs": [7]}, TypeError, "packs: expected a path, found int"),
    (
        {"packs": "en"},
        PackError,
        "en/pack.toml: there is no folder 'en'; the English pack is built in",
    ),
    ({"packs": b"en"}, TypeError, "packs: expected a path or several, found bytes"),
    ({"packs": "a\0b"}, OptionError, "packs: expected a path without NUL"),
    ({"packs": ["a\udcff"]}, OptionError, "packs: expected a path in UTF-8"),
    ({"embedded": False}, PackError, "no pack given"),
    ({"lists": {"name": []}}, OptionError, "lists: no rule reads a list 'name'; did you mean 'names'"),
    ({"lists": {"names": [{"surface": "a\ud800"}]}}, OptionError, "lists['names'][0]: a cell holds no lone surrogates"),
    ({"lists": ["names.tsv"]}, TypeError, "lists: expected a path or a mapping from names to paths or rows, found list"),
    ({"lists": "companies.tsv"}, OptionError, "lists: no rule reads a list 'companies'"),
    ({"lists": "no/such/names.tsv"}, PackError, "load: cannot read file /"),
    ({"lists": {"names": [{"surface": "a"}]}}, PackError, "lists['names']:1:1: found no column 'kind', which this list needs"),
    ({"lists": {"names": [{"surface": "a", "kind": ""}]}}, PackError, "lists['names']:2:3: found kind '', expected one of: person"),
    ({"rules": "[[rule]]"}, TypeError, "rules: expected a mapping from cascades to TOML, found str"),
    ({"rules": {"triggers": Path("a.toml")}}, TypeError, "rules['triggers']: expected str, the text of a rule file, found Posix"),
    ({"rules": {"triggers": "x"}}, PackError, "rules['triggers']:1:2: "),
    ({"rules": {"triggers": "\ud800"}}, OptionError, "rules['triggers']: a lone surrogate at code point 0"),
    ({"rules": {"Triggers": ""}}, OptionError, "rules: expected the name of a cascade such as 'triggers', found 'Triggers'"),
    ({"rules": {"trigers": ""}}, PackError, "load: cascade 'trigers' names no room"),
    ({"lists": {"names": 7}}, TypeError, "lists['names']: expected a path or rows, found int"),
    ({"lists": {"names": ["Oslo"]}}, TypeError, "lists['names'][0]: expected a mapping from columns to cells, found str"),
    ({"lists": {"names": [{"kind": "place"}]}}, OptionError, "lists['names'][0]: expected a cell 'surface'"),
    ({"lists": {"names": [{"surface": "a\tb"}]}}, OptionError, "lists['names'][0]: a cell holds no tab"),
    ({"lists": {"names": [{"surface": "a", "kind": None}]}}, TypeError, "lists['names'][0]: expected str, found NoneType"),
    ({"lists": {"../x": []}}, OptionError, "lists: expected a name such as 'names', found '../x'"),
    ({"lists": {"names": [{"surface": "a", "kind": "ship"}]}}, PackError, "lists['names']:2:3: found kind 'ship'"),
    ({"lists": {"names": "/no/such.tsv"}}, PackError, "load: cannot read file /no/such.tsv: No such file"),
    ({"date_order": "american"}, OptionError, "date_order: expected 'day-first', 'month-first' or None"),
]


@pytest.mark.parametrize(("arguments", "kind", "message"), BAD_LOADS)
def test_bad_loads(arguments: dict[str, Any], kind: type[Exception], message: str) -> None:
    with pytest.raises(kind) as raised:
        copydesk.load(**arguments)
    assert str(raised.value).startswith(message)


def test_pack_error_has_the_place(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text('name = "bad"\n[[cascade]]\nname = "triggers"\nrules = ["bad.toml"]\n')
    (tmp_path / "bad.toml").write_text('[[rule]]\nname = "x"\ngives = "trigger:signing"\npattern = "a ("\n')
    with pytest.raises(PackError) as raised:
        copydesk.load(tmp_path)
    assert raised.value.file == str(tmp_path / "bad.toml")
    assert (raised.value.line, raised.value.column > 0) == (4, True)
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)
    assert isinstance(raised.value, copydesk.Error) and issubclass(OptionError, ValueError)


def test_own_rule_and_own_names(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text('name = "mine"\n[[cascade]]\nname = "triggers"\nrules = ["pen.toml"]\n')
    (tmp_path / "pen.toml").write_text(
        '[[rule]]\nname = "signing: pen"\ngives = "trigger:signing"\n'
        "pattern = '''this:thumbprinted <determiner>? instrument:<instrument>'''\nexamples = [\"Norway thumbprinted a treaty.\"]\n"
    )
    names = tmp_path / "names.tsv"
    names.write_text("surface\tkind\tcountry\nTarawhiti\tplace\tNZ\n")
    text = "Norway thumbprinted a treaty in Tarawhiti."
    extractor = copydesk.load(packs=tmp_path, lists={"names": names})
    assert extractor(text).events[0].found_by == "signing: pen"
    assert "NZ" in [place.country for place in extractor(text).places]
    assert not copydesk.load()(text).events
    copy = pickle.loads(pickle.dumps(extractor))
    assert copy == extractor and copy(text) == extractor(text)
    assert pickle.loads(pickle.dumps(extractor)) is copy


PEN = """
[[rule]]
name = "signing: pen"
gives = "trigger:signing"
pattern = '''this:thumbprinted <determiner>? instrument:<instrument>'''
"""


def test_own_rules_without_a_file(extractor: Extractor) -> None:
    text = "Norway and Chile thumbprinted a treaty."
    mine = copydesk.load(rules={"triggers": PEN}, lists={"names": [{"surface": "Tarawhiti", "kind": "place"}]})
    assert not extractor(text).events and mine(text).events[0].found_by == "signing: pen"
    assert pickle.loads(pickle.dumps(mine)) == mine != extractor
    assert 'by signing: pen' in mine.explain(text)
    with pytest.raises(PackError) as raised:
        copydesk.load(rules={"triggers": PEN.replace("<determiner>", "<determinr>")})
    assert (raised.value.file, raised.value.line) == ("rules['triggers']", 5)


def test_a_file_is_the_list_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = tmp_path / "names.tsv"
    names.write_text("surface\tkind\nTarawhiti\tplace\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for lists in ("names.tsv", names, {"names": "names.tsv"}):
        assert [place.name for place in copydesk.load(lists=lists)("They left Tarawhiti.").places] == ["Tarawhiti"]
    names.write_text("surface\tkind\nTarawhiti\tplaice\n", encoding="utf-8")
    with pytest.raises(PackError) as raised:
        copydesk.load(lists=names)
    assert (raised.value.file, raised.value.line) == (str(names), 2)


@pytest.mark.parametrize("read", ["extractor(text)", "list(extractor.pipe([text], 1))", "list(extractor.pipe([text], 2))"])
def test_ctrl_c_in_a_long_text(read: str) -> None:
    code = (
        "import copydesk, os, signal, threading, time\n"
        "text, extractor = 'Norway and Chile signed a treaty in Oslo on Friday. ' * 200_000, copydesk.load()\n"
        "begin = time.monotonic()\n"
        "extractor(text[: len(text) // 10])\n"
        "tenth, begin = time.monotonic() - begin, time.monotonic()\n"
        "threading.Timer(0.1, lambda: os.kill(os.getpid(), signal.SIGINT)).start()\n"
        f"try: {read}\n"
        "except KeyboardInterrupt: print(tenth, time.monotonic() - begin, flush=True)\n"
        "os._exit(0)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    tenth, interrupted = map(float, run.stdout.split())
    assert 0.1 <= interrupted < 0.2 + 5 * tenth


def test_packs_are_found_again_from_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.toml").write_text('name = "mine"\n')
    monkeypatch.chdir(tmp_path)
    pickled = pickle.dumps(copydesk.load("mine", lists={"fleet": [{"surface": "MV Aster"}]}))
    monkeypatch.chdir("/")
    assert pickle.loads(pickled)("Norway met Chile.").events


def test_an_extractor_is_loaded() -> None:
    with pytest.raises(TypeError, match=r"copydesk\.load"):
        copydesk.Extractor()


def test_strings_of_other_types(extractor: Extractor) -> None:
    class Text(str):
        pass

    doc = extractor(Text(REPORT), date=Text("2025-12-06"), id=Text("a"))
    assert doc == extractor(REPORT, date="2025-12-06", id="a") and type(doc.people[0].text) is str


def test_explain(extractor: Extractor) -> None:
    expected = program("explain", "--date", "2025-12-06", text=REPORT).stdout.decode()
    assert extractor.explain(REPORT, date="2025-12-06") == expected
    mine = copydesk.load(lists={"names": [{"surface": "Kestrel Yards", "kind": "organisation"}]})
    assert "Kestrel Yards" in mine.explain("Kestrel Yards and Norway signed a contract.")
    with pytest.raises(TypeError, match="text: expected str"):
        extractor.explain(None)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="lone surrogate"):
        extractor.explain("\ud800")


def test_date_order() -> None:
    text = "They met on 03/04/2025."
    assert copydesk.load(date_order="day-first")(text).times[0].value == "2025-04-03"
    assert copydesk.load(date_order="month-first")(text).times[0].value == "2025-03-04"


def test_threads_share_an_extractor(extractor: Extractor) -> None:
    expected, found = extractor(REPORT).to_json(), []
    threads = [threading.Thread(target=lambda: found.extend(extractor(REPORT).to_json() for _ in range(50))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 200


def test_other_threads_run_meanwhile(extractor: Extractor) -> None:
    ticks, done = 0, threading.Event()
    text = "Norway and Chile signed a treaty in Oslo on Friday. " * 40_000

    def work() -> None:
        extractor(text)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.wait(0.002):
        ticks += 1
    thread.join()
    assert ticks > 3


def test_module_shows_its_entry_alone() -> None:
    if shutil.which("nm") is None:
        pytest.skip("nm is not installed")
    module = sys.modules["copydesk._copydesk"].__file__
    assert module is not None
    names = subprocess.run(["nm", "-D", "--defined-only", module], capture_output=True, text=True, check=True).stdout.split()[
        2::3
    ]
    assert names == ["PyInit__copydesk"]


def test_import_opens_nothing() -> None:
    code = (
        "import sys; before = set(sys.modules); import copydesk; "
        "heavy = {'pandas', 'pyarrow', 'threading', 'queue', 'concurrent.futures', 'tempfile', 'html', 'difflib', 'asyncio'}; "
        "print(heavy & set(sys.modules) - before)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_import_is_quick() -> None:
    code = "import time; begin = time.process_time(); import copydesk; print(time.process_time() - begin)"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(5)]
    assert min(float(run.stdout) for run in runs) < 0.05
