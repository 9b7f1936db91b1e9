"""Fixtures: the server of the page on a real port of this machine, and a page that calls it as a browser does."""

import queue
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from tests.conftest import BODY, HEAD
from tests.page.screen import Screen, drive_browsers, start_browser, why_not
from ttdn_draft.page import PageOptions, serve
from ttdn_draft.page import life as lives


@dataclass(frozen=True)
class Served:
    """A server that runs: its address and the secret of its start."""

    base: str
    token: str
    data_folder: Path
    failures: list[BaseException]

    @property
    def port(self) -> int:
        return int(self.base.rpartition(":")[2])

    @property
    def headers(self) -> dict[str, str]:
        """Return what the own page sends with each call."""
        return {"Origin": self.base, "X-Ttdn-Draft": self.token, "Content-Type": "application/json"}

    def send_raw(self, request: bytes) -> bytes:
        """Send bytes that no client would send, and return all that comes back."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as line:
            line.sendall(request)
            line.shutdown(socket.SHUT_WR)
            answer = b""
            with suppress(ConnectionError):
                while chunk := line.recv(65536):
                    answer += chunk
            return answer


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run the page in a thread; every test chooses a folder of its own in it."""
    data_folder, came, failures = tmp_path_factory.mktemp("data"), queue.Queue[str](), list[BaseException]()
    options = PageOptions(tmp_path_factory.mktemp("first"), data_folder)
    thread = threading.Thread(target=serve, args=(options, came.put, failures.append))
    thread.start()
    base, _, token = came.get(timeout=20).partition("/#k=")
    yield Served(base, token, data_folder, failures)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lives, "AFTER_GOODBYE", 0)
        httpx.post(f"{base}/api/dong", json={"k": token}, headers={"Origin": base})
        thread.join(20)
    assert not thread.is_alive()


@dataclass(frozen=True)
class Page:
    """A page with its folder of work."""

    served: Served
    client: httpx.Client
    folder: Path

    def call(self, name: str, value: object = None, **headers: str) -> httpx.Response:
        """Call as the page does."""
        return self.client.post(f"/api/{name}", json={} if value is None else value, headers=headers)

    def ask(self, name: str, **value: Any) -> Any:
        """Call, and return the answer, which must be good."""
        answer = self.call(name, value)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def drop(self, name: str, file: str, data: bytes, **headers: str) -> httpx.Response:
        """Call with a file, as it is dropped on the page."""
        sent = {"Content-Type": "application/octet-stream", "X-Ten-Tep": quote(file), **headers}
        return self.client.post(f"/api/{name}", content=data, headers=sent)

    def write(self, name: str = "hướng dẫn.md", text: str = HEAD + BODY) -> Path:
        """Write a draft to the folder of work, as Notepad would."""
        path = self.folder / name
        path.write_bytes(text.encode("utf-8"))
        return path


@pytest.fixture
def page(served: Served, tmp_path: Path) -> Iterator[Page]:
    """Return a page on a folder of its own; what nobody foresaw must not have happened."""
    folder = tmp_path / "Công tác đối ngoại"
    folder.mkdir()
    before = len(served.failures)
    with httpx.Client(base_url=served.base, headers=served.headers, timeout=60) as client:
        page = Page(served, client, folder)
        page.ask("thu-muc/dat", folder=str(folder))
        yield page
    assert served.failures[before:] == []


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    """Run what drives browsers: one for all tests, as there can be but one at a time."""
    if reason := why_not():
        pytest.skip(reason)
    with drive_browsers() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Any) -> Iterator[Any]:
    """Run Debian's chromium, once for all tests of the screen."""
    with start_browser(playwright) as browser:
        yield browser


@pytest.fixture
def screen(page: Page, chromium: Any) -> Iterator[Screen]:
    """Return a tab on the page, without printed pages; nothing may have gone wrong in it."""
    screen = Screen(chromium, page.served.base, page.served.token)
    screen.draw_nothing()
    yield screen
    screen.close()
    assert screen.faults == []
