"""Lists of a user's own, written as a pack that is laid on top."""

from __future__ import annotations

import json
import os
import re
from contextlib import contextmanager
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Union

from ._copydesk import embedded_lists
from ._errors import OptionError, PackMistake
from ._inputs import path_text

Rows = Iterable[Mapping[str, str]]
Source = Union[str, "os.PathLike[str]", Rows]
Settled = Dict[str, Union[str, List[Dict[str, str]]]]


def settle(lists: Mapping[str, Source] | None, own_packs: bool) -> Settled:
    """The lists, each as the absolute path of its TSV file or as rows; raises what is wrong with them.

    own_packs: whether rules of the user's own may read lists that the embedded pack does not have.
    """
    if lists is None:
        return {}
    if not isinstance(lists, Mapping):
        raise TypeError(f"lists: expected a mapping from names to files or rows, found {type(lists).__name__}")
    return {_checked_name(name, own_packs): _settle_one(name, source) for name, source in lists.items()}


def _checked_name(name: str, own_packs: bool) -> str:
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise OptionError(f"lists: expected a name such as 'names', found {name!r}")
    if name != "names" and not own_packs:
        known = embedded_lists()
        if name not in known:
            from difflib import get_close_matches

            likely = ", ".join(map(repr, get_close_matches(name, known) or ["names"]))
            raise OptionError(f"lists: no rule reads a list {name!r}; did you mean {likely}?")
    return name


def _settle_one(name: str, source: Source) -> str | list[dict[str, str]]:
    if isinstance(source, (str, os.PathLike)):
        return os.path.abspath(path_text(f"lists[{name!r}]", source))
    if not isinstance(source, Iterable):
        raise TypeError(f"lists[{name!r}]: expected a path or rows, found {type(source).__name__}")
    if hasattr(source, "to_dict") and hasattr(source, "columns"):
        raise TypeError(
            f"lists[{name!r}]: expected a path or rows, found {type(source).__name__}; hand over its to_dict('records')"
        )
    return [_checked_row(f"lists[{name!r}][{number}]", row) for number, row in enumerate(source)]


def _checked_row(place: str, row: Any) -> dict[str, str]:
    if not isinstance(row, Mapping):
        raise TypeError(f"{place}: expected a mapping from columns to cells, found {type(row).__name__}")
    if not row.get("surface"):
        raise OptionError(f"{place}: expected a cell 'surface', the words of the entry")
    for cell in (*row, *row.values()):
        if not isinstance(cell, str):
            raise TypeError(f"{place}: expected str, found {type(cell).__name__}")
        if re.search(r"[\t\n\r]", cell):
            raise OptionError(f"{place}: a cell holds no tab and no line break, found {cell!r}")
        if not cell.isascii() and any("\ud800" <= letter <= "\udfff" for letter in cell):
            raise OptionError(f"{place}: a cell holds no lone surrogates, found {cell!r}")
    return dict(row)


@contextmanager
def as_pack(lists: Settled) -> Iterator[str | None]:
    """The folder of a pack with the lists, there while it is opened; none where there are no lists."""
    if not lists:
        yield None
        return
    import tempfile  # here, since it would double the time of the import

    with tempfile.TemporaryDirectory(prefix="copydesk-lists-") as folder:
        manifest = ['name = "lists"']
        for name, source in lists.items():
            file = source if isinstance(source, str) else _write_rows(folder, name, source)
            manifest += ["[[list]]", f'name = "{name}"', f"file = {json.dumps(file, ensure_ascii=False)}"]
        _write(folder, "pack.toml", manifest)
        yield folder


def _write_rows(folder: str, name: str, rows: list[dict[str, str]]) -> str:
    columns = list(dict.fromkeys(["surface", *(column for row in rows for column in row)]))
    lines = ["\t".join(columns), *("\t".join(row.get(column, "") for column in columns) for row in rows)]
    _write(folder, f"{name}.tsv", lines)
    return f"{name}.tsv"


def _write(folder: str, name: str, lines: list[str]) -> None:
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)


def named(mistake: PackMistake, folder: str | None) -> PackMistake:
    """The mistake, with a list of rows named as the caller knows it."""
    home = os.path.dirname(mistake.file)
    if folder is None or home != folder:
        if os.path.basename(mistake.file) == "pack.toml" and not os.path.isdir(home or "."):
            return mistake._replace(message=f"{mistake.message}: there is no folder {home!r}; the English pack is built in")
        return mistake
    name, extension = os.path.splitext(os.path.basename(mistake.file))
    if extension == ".toml":
        return PackMistake("lists", 0, 0, mistake.message)
    return mistake._replace(file=f"lists[{name!r}]")
