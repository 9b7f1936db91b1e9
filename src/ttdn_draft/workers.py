"""Shares work among processes: a beginning, tasks and a number of processes go in, results come out in their order.

Every process is spawned, as Windows alone knows it, and ends with the one that asked: by a signal, or when it is gone.
"""

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from .circles import look_seldom
from .stopping import listen

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

SetupT = TypeVar("SetupT")
TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")
Begin: TypeAlias = Callable[[SetupT], Callable[[TaskT], ResultT]]
"""What a process does first: it makes of what it is given the work that it does for each task."""
PATIENCE = 5  # seconds for a process to clear away, before it is ended by force
AHEAD = 4  # tasks a process of which the results may wait for an earlier one


class WorkerLostError(Exception):
    """A process ended by itself: the system ended it, for want of memory as a rule."""


def share(begin: Begin[SetupT, TaskT, ResultT], setup: SetupT, tasks: Iterable[TaskT], jobs: int) -> Generator[ResultT]:
    """Yield the results of tasks in their order; with one job all is done in this process.

    Raises what the work raises, and WorkerLostError. `begin` is a function of a module, `setup` and tasks are data.
    """
    if jobs == 1:
        yield from map(begin(setup), tasks)
        return
    workers = [_start(begin, setup) for _ in range(jobs)]
    is_done = False
    try:
        yield from _deal(workers, tasks)
        is_done = True
    finally:
        _end(workers, is_done)


def in_handfuls(tasks: Sequence[TaskT], size: int, jobs: int) -> Iterator[list[TaskT]]:
    """Yield tasks some at a time, `size` at most; of few, each process gets its share."""
    size = max(1, min(size, -(-len(tasks) // jobs)))
    return (list(tasks[at : at + size]) for at in range(0, len(tasks), size))


def _start(begin: Begin[SetupT, TaskT, ResultT], setup: SetupT) -> "tuple[SpawnProcess, Connection[Any, Any]]":
    import multiprocessing  # which loads sockets and more: one file needs no second process

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, begin, setup), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _serve(asked: "Connection[Any, Any]", begin: Begin[Any, Any, Any], setup: Any) -> None:
    """Do what is asked until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; who asked ends the others
    listen()
    look_seldom()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        try:
            work = begin(setup)
            while True:
                number, task = asked.recv()
                asked.send((number, *_try(work, task)))
        finally:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it ends by itself now


def _try(work: Callable[[Any], Any], task: Any) -> tuple[bool, Any]:
    """Return whether a task was done, and its result or why not."""
    try:
        return True, work(task)
    except Exception as error:
        return False, error


def _deal(workers: "list[tuple[SpawnProcess, Connection[Any, Any]]]", tasks: Iterable[Any]) -> Iterator[Any]:
    """Give each process a task when it is idle, and yield the results in the order of the tasks."""
    from multiprocessing.connection import wait

    waiting, done, next_number = enumerate(tasks), dict[int, Any](), 0
    idle, busy = deque(asked for _, asked in workers), set[Any]()

    def hand_out() -> None:
        while idle and len(done) < AHEAD * len(workers) and (task := next(waiting, None)):
            busy.add(asked := idle.popleft())
            asked.send(task)

    hand_out()
    while busy:
        for asked in list[Any](wait(list(busy))):
            number, is_good, result = _hear(asked)
            if not is_good:
                raise result
            done[number] = result
            busy.remove(asked)
            idle.append(asked)
        hand_out()  # before somebody looks at the results: nobody waits meanwhile
        while next_number in done:
            yield done.pop(next_number)
            next_number += 1
        hand_out()


def _hear(asked: Any) -> Any:
    try:
        return asked.recv()
    except (EOFError, OSError):
        raise WorkerLostError from None


def _end(workers: "list[tuple[SpawnProcess, Connection[Any, Any]]]", is_done: bool) -> None:
    """End all processes; those that are at work clear away what they began. They are gone when this returns."""
    for process, asked in workers:
        asked.close()  # whoever waits for a task ends then
        if not is_done:
            process.terminate()
    for process, _ in workers:
        process.join(PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()
