"""Lists and rules of a call, which are laid on top of the packs."""

from __future__ import annotations

import os
import re
from typing import Any, Dict, Iterable, List, Mapping, Union

from ._copydesk import embedded_lists
from ._errors import OptionError, PackMistake
from ._inputs import path_text

Rows = Iterable[Mapping[str, str]]
Path = Union[str, "os.PathLike[str]"]
Source = Union[Path, Rows]
Lists = Union[Path, Mapping[str, Source]]
Settled = Dict[str, Union[str, List[Dict[str, str]]]]

_CALL = "<load>"  # the folder that binding.cc names in messages
_MANIFEST = "pack.toml"


def settle(lists: Lists | None, own_packs: bool) -> Settled:
    """The lists, each as the absolute path of its TSV file or as rows; raises what is wrong with them.

    own_packs: whether rules of the user's own may read lists that the embedded pack does not have.
    """
    if lists is None:
        return {}
    if isinstance(lists, (str, os.PathLike)):
        path = path_text("lists", lists)
        lists = {os.path.splitext(os.path.basename(path))[0]: path}
    if not isinstance(lists, Mapping):
        raise TypeError(f"lists: expected a path or a mapping from names to paths or rows, found {type(lists).__name__}")
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


def settle_rules(rules: Mapping[str, str] | None) -> dict[str, str]:
    """The rules, by the cascade that they join; raises what is wrong with them."""
    if rules is None:
        return {}
    if not isinstance(rules, Mapping):
        raise TypeError(f"rules: expected a mapping from cascades to TOML, found {type(rules).__name__}")
    for cascade, text in rules.items():
        if not isinstance(cascade, str) or not re.fullmatch(r"[a-z][a-z0-9_]*", cascade):
            raise OptionError(f"rules: expected the name of a cascade such as 'triggers', found {cascade!r}")
        if not isinstance(text, str):
            raise TypeError(f"rules[{cascade!r}]: expected str, the text of a rule file, found {type(text).__name__}")
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise OptionError(f"rules[{cascade!r}]: a lone surrogate at code point {error.start}") from None
    return dict(rules)


def tables(lists: Settled) -> list[tuple[str, str | list[list[str]]]]:
    """The lists as the reader of packs takes them: rows as a table with its header."""
    return [(name, source if isinstance(source, str) else _table(source)) for name, source in lists.items()]


def _table(rows: list[dict[str, str]]) -> list[list[str]]:
    columns = list(dict.fromkeys(["surface", *(column for row in rows for column in row)]))
    return [columns, *([row.get(column, "") for column in columns] for row in rows)]


def named(mistake: PackMistake) -> PackMistake:
    """The mistake, with lists and rules of a call named as the caller knows them."""
    home, file = os.path.split(mistake.file)
    name, extension = os.path.splitext(file)
    if home == _CALL and file == _MANIFEST:
        return PackMistake("load", 0, 0, mistake.message)
    if home == _CALL:
        return mistake._replace(file=f"{'lists' if extension == '.tsv' else 'rules'}[{name!r}]")
    if file == _MANIFEST and not os.path.isdir(home or "."):
        return mistake._replace(message=f"there is no folder {home!r}; the English pack is built in")
    return mistake
