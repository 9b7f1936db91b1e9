"""Lets every polite way to stop a program be the same: a signal or a closed window goes in, Ctrl-C comes out."""

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # those that a system has
SIGNALS = tuple(getattr(signal, name) for name in NAMES if hasattr(signal, name))
HAS_ENDED = threading.Event()  # the program ends: who waits for another program in a thread gives up
GRACE = 5  # seconds to clear away, in which a second signal changes nothing; Windows gives a closed window as many


def listen() -> None:
    """Let SIGTERM, SIGHUP, Ctrl-Break and a closed window raise KeyboardInterrupt as Ctrl-C does.

    A signal that was ignored when the program began (nohup, a job in the background) stays ignored.
    """
    last = -float(GRACE)

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= GRACE:  # a closed terminal sends several: those after the first disturb no clearing away
            last = now
            raise KeyboardInterrupt

    for number in SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, stop)
    if sys.platform == "win32":
        _listen_to_window()


@contextmanager
def giving_up() -> Iterator[None]:
    """Let threads that wait for other programs give up meanwhile: a signal interrupts the main thread alone."""
    HAS_ENDED.set()
    try:
        yield
    finally:
        HAS_ENDED.clear()


@contextmanager
def held() -> Iterator[None]:
    """Keep signals until the end of a step that must not be cut in two, and obey them then."""
    if threading.current_thread() is not threading.main_thread():  # which alone is interrupted
        yield
        return
    came: list[int] = []
    handlers = {number: signal.getsignal(number) for number in SIGNALS}
    handlers = {number: handler for number, handler in handlers.items() if callable(handler)}
    for number in handlers:
        signal.signal(number, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for number in came[:1]:
            signal.raise_signal(number)


if sys.platform == "win32":
    import _thread
    import ctypes

    CTRL_C_EVENT, CTRL_BREAK_EVENT = 0, 1  # what Python tells as SIGINT and SIGBREAK; the others close the window

    def _on_event(event: int) -> int:
        """Interrupt the program and keep Windows waiting: when this returns, the process is ended."""
        if event in (CTRL_C_EVENT, CTRL_BREAK_EVENT):
            return False
        _thread.interrupt_main(signal.SIGBREAK)
        time.sleep(GRACE)
        return True

    _handler = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint)(_on_event)  # Windows keeps its address: it must not go

    def _listen_to_window() -> None:
        ctypes.windll.kernel32.SetConsoleCtrlHandler(_handler, True)
