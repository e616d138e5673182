"""Many reports on several threads, in their order."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator, List, Optional, Tuple, Union

from ._copydesk import Reading
from ._document import Document

if TYPE_CHECKING:
    from concurrent.futures import Future

Row = Tuple[str, str, str]  # text, date, id
Prepare = Callable[[Any], Tuple[Row, Optional[Exception]]]
Finish = Callable[[Any, Union[Reading, Exception], Optional[Exception]], Document]
ExtractAll = Callable[[List[Row]], List[Union[Reading, Exception]]]

_MOST_DOCUMENTS = 32  # of a batch; two batches wait for each thread
_MOST_CHARACTERS = 1 << 17


def split(iterable: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """The pairs of an iterable, checked."""
    for pair in iterable:
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise TypeError(f"as_tuples: expected pairs of a report and its context, found {type(pair).__name__}")
        yield pair[0], pair[1]


class _Batch:
    """Reports that one thread reads in one go."""

    __slots__ = ("items", "contexts", "rows", "failed", "faults", "characters")

    def __init__(self) -> None:
        self.items: list[Any] = []
        self.contexts: list[Any] = []
        self.rows: list[Row] = []
        self.failed: dict[int, Exception] = {}  # of items that cannot be read, by number
        self.faults: dict[int, Exception] = {}  # of items that can
        self.characters = 0

    def add(self, item: Any, context: Any, prepare: Prepare) -> None:
        try:
            row, fault = prepare(item)
            if fault is not None:
                self.faults[len(self.items)] = fault
            self.rows.append(row)
            self.characters += len(row[0])
        except Exception as error:  # of this report; the run goes on
            self.failed[len(self.items)] = error
        self.items.append(item)
        self.contexts.append(context)

    def documents(self, results: list[Reading | Exception], finish: Finish) -> Iterator[tuple[Document, Any]]:
        read = iter(results)
        for number, (item, context) in enumerate(zip(self.items, self.contexts)):
            failure = self.failed.get(number)
            result = failure if failure is not None else next(read)
            yield finish(item, result, self.faults.get(number)), context


def _batches(pairs: Iterator[tuple[Any, Any]], prepare: Prepare, most: int) -> Iterator[_Batch]:
    """The pairs in batches, small ones first, so that the first documents come soon."""
    batch, size = _Batch(), 1
    try:
        for item, context in pairs:
            batch.add(item, context, prepare)
            if len(batch.items) >= size or batch.characters >= _MOST_CHARACTERS:
                yield batch
                batch, size = _Batch(), min(most, size * 2)
    except Exception:
        if batch.items:
            yield batch  # what came before the error is read first
        raise
    if batch.items:
        yield batch


def run(
    extract_all: ExtractAll, prepare: Prepare, finish: Finish, pairs: Iterator[tuple[Any, Any]], jobs: int
) -> Iterator[tuple[Document, Any]]:
    """The documents with their contexts; `jobs` threads extract, the caller's takes from the iterable."""
    if jobs == 1:
        for batch in _batches(pairs, prepare, 1):
            yield from batch.documents(extract_all(batch.rows), finish)
        return
    from concurrent.futures import ThreadPoolExecutor  # here, since it would double the time of the import

    pool = ThreadPoolExecutor(jobs, thread_name_prefix="copydesk")
    waiting: deque[tuple[_Batch, Future[list[Reading | Exception]]]] = deque()
    batches = _batches(pairs, prepare, _MOST_DOCUMENTS)
    failure: Exception | None = None
    try:
        while True:
            try:
                while failure is None and len(waiting) < 2 * jobs:
                    batch = next(batches)
                    waiting.append((batch, pool.submit(extract_all, batch.rows)))
            except StopIteration:
                failure = StopIteration()
            except Exception as error:
                failure = error
            if not waiting:
                break
            batch, future = waiting.popleft()
            yield from batch.documents(future.result(), finish)
    finally:
        pool.shutdown(cancel_futures=True)
    if failure is not None and not isinstance(failure, StopIteration):
        raise failure
