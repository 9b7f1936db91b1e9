"""Installs plug-ins the way pip leaves them behind, and checks documents with them."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import BODY, HEAD
from tests.packs import PACK, write_pack
from ttdn_draft.cli.templates import build
from ttdn_draft.model import Document
from ttdn_draft.pipeline import Checked, check_file
from ttdn_draft.plugins import PackShelf

EXAMPLES = Path(__file__).parents[2] / "docs" / "hooks"
Install = Callable[..., Path]
Use = Callable[[str], Path]
Check = Callable[..., Checked]


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
