"""Runs the page: a folder and a port go in; a server of this machine alone answers until its tabs are gone."""

import asyncio
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from pathlib import Path

import uvicorn

from ..errors import UsageError
from ..records import dataclass
from ..stopping import SIGNALS, giving_up
from ..temporary import temporary_folder
from .app import Tell, build_app
from .desk import Desk, new_token
from .guard import Guard
from .life import Life
from .patience import PatientProtocol
from .work_folder import WorkFolder

HERE = "127.0.0.1"
MOST_CONNECTIONS = 64
HEAD_LIMIT = 16 * 1024  # bytes of the head of a request
KEEP_OPEN = 30  # seconds between two calls on one connection
GRACE_FOR_ANSWERS = 2  # seconds in which answers under way are finished


@dataclass(frozen=True)
class PageOptions:
    """How the page is started: its folder, that of its own data, its port (0: a free one), packs and plug-ins."""

    folder: Path
    data_folder: Path
    port: int = 0
    packs: tuple[Path, ...] = ()
    has_plugins: bool = True


def serve(options: PageOptions, on_start: Callable[[str], None], tell_failure: Tell) -> None:
    """Answer calls until the page is gone or the program is stopped; `on_start` hears the address.

    Raises UsageError where the port is taken.
    """
    logging.getLogger("uvicorn").disabled = logging.getLogger("uvicorn.error").disabled = True
    with _open_port(options.port) as port, temporary_folder() as uploads:
        number, token = port.getsockname()[1], new_token()
        desk = Desk(WorkFolder(options.folder), options.data_folder, uploads, options.packs, options.has_plugins)
        app = build_app(desk, Guard(number, token), tell_failure)
        config = uvicorn.Config(
            app,
            loop="asyncio",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            limit_concurrency=MOST_CONNECTIONS,
            h11_max_incomplete_event_size=HEAD_LIMIT,
            timeout_keep_alive=KEEP_OPEN,
            timeout_graceful_shutdown=GRACE_FOR_ANSWERS,
        )
        server = _Server(config, desk.life, lambda: on_start(f"http://{HERE}:{number}/#k={token}"))
        try:
            asyncio.run(server.serve([port]))
        finally:
            with giving_up():
                desk.close()


def _open_port(number: int) -> socket.socket:
    """Return a port of this machine alone; raises UsageError where another program has it."""
    port = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # Windows lets another program share a port, and take its calls, unless it is asked not to
    option = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)
    try:
        port.setsockopt(socket.SOL_SOCKET, option, 1)
        port.bind((HERE, number))
    except OSError:
        port.close()
        raise UsageError("E903", port=number) from None
    return port


class _Server(uvicorn.Server):
    """A server that ends when its page is gone, and as politely for each signal."""

    def __init__(self, config: uvicorn.Config, life: Life, on_start: Callable[[], None]) -> None:
        super().__init__(config)
        self.life, self.on_start = life, on_start

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin, and say so in a thread of its own: to start a browser may take long.

        uvicorn would first ask the system what it is, which on Windows is a question to WMI: slow, and not for wine.
        """
        loop = asyncio.get_running_loop()
        self.servers = [await loop.create_server(self._answer, sock=port) for port in sockets or ()]
        self.started = True
        threading.Thread(target=copy_context().run, args=(self.on_start,), daemon=True).start()

    def _answer(self) -> PatientProtocol:
        return PatientProtocol(self.config, self.server_state, {})

    async def on_tick(self, counter: int) -> bool:
        """Tell ten times a second whether to end."""
        is_over = counter % 10 == 0 and self.life.is_over()
        return is_over or await super().on_tick(counter)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End at a signal without passing it on: to close the program is its usual end."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        heard = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
        before = {number: signal.signal(number, self.handle_exit) for number in heard}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
