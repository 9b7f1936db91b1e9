"""Fixtures: an input file with one thing changed, the findings of a text, a rendered document."""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ttdn_draft.errors import Finding
from ttdn_draft.pipeline import check_file, render_checked

HEAD = """---
loai: huong-dan
the_thuc: dang
co_quan: {cap_tren: TỈNH UỶ CAO BẰNG, ten: BAN TUYÊN GIÁO VÀ DÂN VẬN, ky_hieu: BTGDVTU}
so: 14
dia_danh: Cao Bằng
ngay: 2026-06-05
trich_yeu: công tác thông tin đối ngoại
noi_nhan: [Thường trực Tỉnh uỷ]
luu: Ban Tuyên giáo và Dân vận Tỉnh uỷ
ky: {chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn An}
---
"""
BODY = "# Mục đích\n\nNội dung.\n"
SHARED = Path(__file__).parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the golden files anew; review the diff")


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file; given only a body, a valid head is put before it."""

    def _write(body: str = BODY, head: str = HEAD, name: str = "van-ban.md") -> Path:
        path = tmp_path / name
        path.write_bytes((head + body).encode("utf-8"))
        return path

    return _write


@pytest.fixture
def findings(write: Callable[..., Path]) -> Callable[..., tuple[Finding, ...]]:
    """Return the findings of a body, or of a whole text when `head` is given."""

    def _findings(body: str = BODY, head: str = HEAD, name: str = "van-ban.md") -> tuple[Finding, ...]:
        return check_file(write(body, head, name)).findings

    return _findings


@pytest.fixture
def rendered(write: Callable[..., Path], tmp_path: Path) -> Callable[..., Path]:
    """Return the .docx of a body."""

    def _rendered(body: str = BODY, head: str = HEAD) -> Path:
        out = tmp_path / "ket-qua.docx"
        out.write_bytes(render_checked(check_file(write(body, head))))
        assert_sound(out)
        return out

    return _rendered


def assert_sound(docx: Path, leftovers: bool = True) -> None:
    """Hold a .docx against the schemas of Office Open XML, where the checker is at hand."""
    if not (SHARED / "tools" / "ooxml_check.py").is_file():
        return
    sys.path.insert(0, str(SHARED / "tools"))
    try:
        checker = importlib.import_module("ooxml_check")
    finally:
        sys.path.pop(0)
    found = checker.Check(str(docx), str(SHARED / "ooxml-xsd"), leftovers).run()
    assert found.err == []


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of the standards and the corpus, which stands beside the project."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared (standards, corpus and tools), which is not here")
    return SHARED


def ids(found: tuple[Finding, ...]) -> list[str]:
    """Return the ids of findings, in order."""
    return [f.id for f in found]
