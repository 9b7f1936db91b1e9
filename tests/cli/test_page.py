"""`ttdn-draft page` is started where it cannot run, or without a browser."""

import socket
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from ttdn_draft.cli import browsers


def test_port_in_use_is_told_with_its_number(tmp_path: Path, run_cli: RunCli) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run_cli("page", tmp_path, "--no-browser", "--port", port)
    assert done.exit_code == 2
    assert "E903" in done.stderr and str(port) in done.stderr


def test_missing_extra_is_told_with_what_to_install(
    tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ttdn_draft.cli.page.find_spec", lambda name: None if name == "uvicorn" else name)
    done = run_cli("page", tmp_path, "--no-browser")
    assert done.exit_code == 2
    assert "E902" in done.stderr and "ttdn-draft[page]" in done.stderr


def test_start_without_a_browser_tells_the_address_all_the_same(
    tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def serve(_options: object, on_start: object, _tell: object) -> None:
        on_start("http://127.0.0.1:1/#k=x")  # type: ignore[operator]

    def find_none(using: str | None = None) -> object:
        raise browsers.webbrowser.Error

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("ttdn_draft.page.serve", serve)
    monkeypatch.setattr(browsers.webbrowser, "get", find_none)
    done = run_cli("page", tmp_path)
    assert "http://127.0.0.1:1/#k=x" in done.stdout
    assert "W904" in done.stderr
