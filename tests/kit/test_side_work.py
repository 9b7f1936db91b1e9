"""Work beside other work gives what it would give alone, in its order, and leaves no process behind."""

import os
import threading
from collections.abc import Callable
from functools import partial

import pytest

from ttdn_draft.kit import side_work
from ttdn_draft.kit.side_work import begin_beside

Works = list[Callable[[], tuple[int, int]]]
can_split = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that splits processes")


@pytest.fixture(params=[1, 2, 3])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(side_work, "count_processors", lambda: request.param)
    return int(request.param)


def name(number: int) -> tuple[int, int]:
    return number, os.getpid()


def works(count: int) -> Works:
    return [partial(name, number) for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_results_come_in_the_order_of_the_works(processors: int, count: int) -> None:
    with begin_beside(works(count)) as results:
        found = results()
    assert [number for number, _ in found] == list(range(count))
    is_split = processors > 1 and hasattr(os, "fork")
    assert all((process != os.getpid()) is is_split for _, process in found)
    assert len({process for _, process in found}) == (min(processors, count) if is_split else min(1, count))


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True


@can_split
def test_no_process_is_left_even_where_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_work, "count_processors", lambda: 2)
    started: list[int] = []
    fork = os.fork

    def note() -> int:
        started.append(fork())
        return started[-1]

    monkeypatch.setattr(os, "fork", note)
    with pytest.raises(KeyboardInterrupt), begin_beside([threading.Event().wait]):  # for ever
        raise KeyboardInterrupt
    assert started and not any(map(is_running, started))


@can_split
def test_work_that_is_lost_is_done_again_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_work, "count_processors", lambda: 2)
    here = os.getpid()

    def end_elsewhere() -> str:
        if os.getpid() != here:
            os._exit(1)
        return "làm lại"

    with begin_beside([end_elsewhere, lambda: "xong"]) as results:
        assert results() == ["làm lại", "xong"]


@can_split
def test_fault_of_a_work_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_work, "count_processors", lambda: 2)

    def fail() -> None:
        raise ValueError("hỏng")

    with pytest.raises(ValueError, match="hỏng"), begin_beside([fail]) as results:
        results()
