"""The exceptions of copydesk."""

from __future__ import annotations

from typing import NamedTuple


class Error(Exception):
    """What all errors of copydesk are."""


class OptionError(Error, ValueError):
    """A value that an option cannot take; the message tells what was expected and what was found."""


class PackMistake(NamedTuple):
    """One mistake of a pack or list. Lines and columns count from 1; 0 where there is none."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """``file:line:column: message``, without what is not known."""
        place = [self.file] if self.file else []
        place += [str(number) for number in (self.line, self.column) if number]
        return ": ".join([":".join(place), self.message]) if place else self.message


class PackError(Error):
    """Packs or lists that could not be opened: ``mistakes`` has all of them, the rest tells the first.

    >>> import copydesk
    >>> try:
    ...     copydesk.load(packs=["mine"])
    ... except copydesk.PackError as error:
    ...     print(error)
    mine/pack.toml: there is no folder 'mine'; the English pack is built in
    """

    def __init__(self, mistakes: list[PackMistake]) -> None:
        super().__init__(mistakes)
        self.mistakes = mistakes

    @property
    def file(self) -> str:
        """The file of the first mistake; empty where it has none."""
        return self.mistakes[0].file

    @property
    def line(self) -> int:
        """The line of the first mistake, from 1; 0 where it has none."""
        return self.mistakes[0].line

    @property
    def column(self) -> int:
        """The column of the first mistake, from 1; 0 where it has none."""
        return self.mistakes[0].column

    @property
    def message(self) -> str:
        """What the first mistake is."""
        return self.mistakes[0].message

    def __str__(self) -> str:
        """All mistakes, one a line."""
        return "\n".join(str(mistake) for mistake in self.mistakes)
