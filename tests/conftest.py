"""Fixtures: an input file with one thing changed, the findings of a text, a rendered document, an installed plug-in."""

import importlib
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings

from tests.pack_folders import PACK, write_pack
from ttdn_draft.cli.templates import build
from ttdn_draft.errors import Finding
from ttdn_draft.model import Document
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import Checked, check_file, render_checked

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
STATE_HEAD = """---
loai: bao-cao
the_thuc: nha-nuoc
co_quan: {cap_tren: UBND TỈNH A, ten: SỞ NGOẠI VỤ, ky_hieu: SNgV}
so: 5
dia_danh: Lào Cai
ngay: 2026-07-05
trich_yeu: Kết quả công tác thông tin đối ngoại
noi_nhan: [Các sở]
luu: TTBCXB
ky: {chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn An}
---
"""
Compose = Callable[..., Checked]
EXAMPLES = Path(__file__).parents[1] / "docs" / "hooks"
Install = Callable[..., Path]
Use = Callable[[str], Path]
Check = Callable[..., Checked]
SHARED = Path(__file__).parents[2] / "shared"

os.environ["TTDN_DRAFT_NO_FACTS"] = "1"  # a document is the same on every machine, whatever its user has renewed
os.environ["TTDN_DRAFT_NO_CACHE"] = "1"  # and nothing is written where the user keeps things

# tests are not timed: a machine may be slow, and a neighbour may be at work
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def of_input(found: Iterable[Finding]) -> list[Finding]:
    """Return the findings that have a number: those of an input, without those of the rules for the words in it."""
    return [finding for finding in found if "-" not in finding.id]


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


@pytest.fixture
def compose(write: Callable[..., Path]) -> Compose:
    """Return the checked document of a system, with keys of the head replaced or added."""

    def _compose(standard: str = "dang", body: str = BODY, **lines: str) -> Checked:
        head = HEAD if standard == "dang" else STATE_HEAD
        for key, value in lines.items():
            kept = [line for line in head.splitlines(keepends=True) if not line.startswith(f"{key}:")]
            head = "".join([*kept[:-1], f"{key}: {value}\n", kept[-1]])
        return check_file(write(body, head))

    return _compose


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a distribution the way pip leaves it behind: metadata with an entry point, and a package."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.delenv("TTDN_DRAFT_NO_PLUGINS", raising=False)

    def _install(name: str, code: str, pack: str | None = PACK) -> Path:
        package = site / name
        package.mkdir()
        (package / "__init__.py").write_text(code, encoding="utf-8")
        info = site / f"{name}-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
        (info / "entry_points.txt").write_text(f"[ttdn_draft]\n{name} = {name}\n")
        monkeypatch.delitem(sys.modules, name, raising=False)
        if pack:
            write_pack(package / "packs" / "a", pack)
        return package

    return _install


@pytest.fixture
def use(install: Install) -> Use:
    """Install the example that the docs print for a hook, as a distribution that is called like the hook."""

    def _use(hook: str) -> Path:
        package = install(hook, (EXAMPLES / f"{hook}.py").read_text(encoding="utf-8"), pack=None)
        if hook == "ttdn_profiles":
            shutil.copytree(EXAMPLES / "dang-thong-bao", package / "dang-thong-bao")
            assert CliRunner().invoke(build, [str(package / "dang-thong-bao")]).exit_code == 0
        if hook == "ttdn_calendars":
            shutil.copytree(EXAMPLES / "lich-nganh", package / "lich-nganh")
        if hook == "ttdn_packs":
            write_pack(package / "pack")
        return package

    return _use


@pytest.fixture
def check(write: Callable[..., Path]) -> Check:
    """Check a document with the installed plug-ins on, or off."""

    def _check(head: str = HEAD, name: str = "van-ban.md", body: str = BODY, is_on: bool = True) -> Checked:
        return check_file(write(body, head, name), PackShelf(has_plugins=is_on))

    return _check


def settled(checked: Checked) -> Document:
    """Return the document of a file that was found good."""
    assert checked.document is not None, checked.findings
    return checked.document


def brings(hook: str, answer: str, arguments: str = "", first: str = "") -> str:
    """Return the code of a plug-in that answers one hook."""
    return f"from ttdn_draft.api import *\n{first}\n@hookimpl\ndef {hook}({arguments}):\n    return {answer}\n"


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
