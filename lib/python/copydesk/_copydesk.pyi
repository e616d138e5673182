"""The C++ side of copydesk; private to the package."""

from __future__ import annotations

version: str

class Reading:
    """A document that was read; its reports, with offsets in code points."""

    def json(self) -> str: ...
    def jsonl(self) -> str: ...
    def line(self) -> str: ...
    def tokens(self) -> list[tuple[int, int, str]]: ...

class Extractor:
    """Open packs; safe to call from many threads."""

    @staticmethod
    def open(
        packs: list[str],
        lists: list[tuple[str, str | list[list[str]]]],
        rules: list[tuple[str, str]],
        embedded: bool,
        date_order: str,
    ) -> tuple[Extractor | None, list[tuple[str, int, int, str]]]: ...
    def extract(self, text: str, date: str, id: str) -> Reading: ...
    def extract_all(self, rows: list[tuple[str, str, str]]) -> list[Reading | Exception]: ...

def error_reports(id: str, message: str) -> tuple[str, str, str]: ...
def explain(
    packs: list[str],
    lists: list[tuple[str, str | list[list[str]]]],
    rules: list[tuple[str, str]],
    embedded: bool,
    date_order: str,
    text: str,
    date: str,
) -> tuple[str, list[tuple[str, int, int, str]]]: ...
def embedded_lists() -> list[str]: ...
def run_program(arguments: list[bytes]) -> int: ...
