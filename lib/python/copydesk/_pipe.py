"""Many reports on several threads, in their order."""

from __future__ import annotations

import os
from collections import deque
from typing import TYPE_CHECKING, Any, Callable, Generator, Iterable, Iterator, List, Optional, Tuple, Union

from ._copydesk import Reading
from ._document import Document

if TYPE_CHECKING:
    from queue import SimpleQueue

    Answer = SimpleQueue[Union["Results", BaseException]]
    Task = Tuple[List["Row"], Answer]

Row = Tuple[str, str, str]  # text, date, id
Results = List[Union[Reading, Exception]]
Prepare = Callable[[Any], Tuple[Row, Optional[Exception]]]
Finish = Callable[[Any, Union[Reading, Exception], Optional[Exception]], Document]
ExtractAll = Callable[[List[Row]], Results]

_MOST_DOCUMENTS = 32  # of a batch; two batches wait for each thread
_MOST_CHARACTERS = 1 << 17


def split(iterable: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """The pairs of an iterable, checked."""
    for pair in iterable:
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise TypeError(f"as_tuples: expected pairs of a report and its context, found {type(pair).__name__}")
        yield pair[0], pair[1]


def alone(iterable: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """The items of an iterable of reports without contexts."""
    for item in iterable:
        if isinstance(item, tuple):
            raise TypeError(
                "pipe: expected reports, each a str or a mapping, found a tuple; as_tuples=True takes (report, context)"
            )
        yield item, None


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

    def documents(self, results: Results, finish: Finish) -> Iterator[tuple[Document, Any]]:
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


class _Workers:
    """Threads that read batches. They hold no process up at its end, and nothing waits for them when a pipe is left."""

    def __init__(self, jobs: int, extract_all: ExtractAll) -> None:
        from queue import Empty, SimpleQueue  # here, like Thread, for the time of the import
        from threading import Thread

        self._queue, self._empty = SimpleQueue, Empty
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._process = os.getpid()
        self._started = 0
        try:
            for number in range(1, jobs + 1):
                Thread(target=_work, args=(self._tasks, extract_all), name=f"copydesk-{number}", daemon=True).start()
                self._started = number
        except BaseException:
            self.close()
            raise

    def begin(self, batch: _Batch) -> Answer:
        """Hands a batch over; its answer comes in time."""
        answer: Answer = self._queue()
        self._tasks.put((batch.rows, answer))
        return answer

    def wait(self, answer: Answer) -> Results:
        """What a batch gave, once it is there."""
        if os.getpid() != self._process:
            raise RuntimeError("pipe: begun before the process was forked; begin one in each process")
        results = answer.get()
        if isinstance(results, BaseException):
            raise results
        return results

    def close(self) -> None:
        """Ends the threads, each behind the batch that it reads."""
        try:
            while True:  # those that nobody waits for
                self._tasks.get_nowait()
        except self._empty:
            pass
        for _ in range(self._started):
            self._tasks.put(None)


def _work(tasks: SimpleQueue[Task | None], extract_all: ExtractAll) -> None:
    while (task := tasks.get()) is not None:
        rows, answer = task
        try:
            answer.put(extract_all(rows))
        except BaseException as error:  # such as a MemoryError: for the one who waits
            answer.put(error)
        del task, rows, answer


def run(
    extract_all: ExtractAll, prepare: Prepare, finish: Finish, pairs: Iterator[tuple[Any, Any]], jobs: int
) -> Generator[tuple[Document, Any], None, None]:
    """The documents with their contexts; `jobs` threads extract, the caller's takes from the iterable."""
    if jobs == 1:
        for batch in _batches(pairs, prepare, 1):
            yield from batch.documents(extract_all(batch.rows), finish)
        return
    batches = _batches(pairs, prepare, _MOST_DOCUMENTS)
    failure: Exception | None = None
    waiting: deque[tuple[_Batch, Answer]] = deque()
    workers = _Workers(jobs, extract_all)
    try:
        while True:
            try:
                while failure is None and len(waiting) < 2 * jobs:
                    batch = next(batches)
                    waiting.append((batch, workers.begin(batch)))
            except Exception as error:
                failure = error
            if not waiting:
                break
            batch, answer = waiting.popleft()
            yield from batch.documents(workers.wait(answer), finish)
    finally:
        workers.close()
    if not isinstance(failure, StopIteration):
        assert failure is not None
        raise failure
