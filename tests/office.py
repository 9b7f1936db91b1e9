"""What tests of pages share: is LibreOffice here, a machine without programs or with an old one, another font."""

import io
import sys
import zipfile
from pathlib import Path

import pytest

from ttdn_draft.pages import find_office

needs_office = pytest.mark.skipif(find_office() is None, reason="needs LibreOffice to make pages")


def without_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Make this a machine on which no program is on the PATH."""
    if sys.platform in ("win32", "darwin") and find_office():
        pytest.skip("LibreOffice is found here without the PATH")
    (tmp_path / "trống").mkdir(exist_ok=True)
    monkeypatch.setenv("PATH", str(tmp_path / "trống"))


def without_age(told: str) -> str:
    """Return what was told but for the line of an old LibreOffice, which some machines have."""
    return "".join(line for line in told.splitlines(keepends=True) if not line.startswith("W509"))


def wrong_font(docx: bytes) -> bytes:
    """Return a .docx whose letters are in a font that is wider than the one of the standards."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"Times New Roman", b"DejaVu Sans"))
    return changed.getvalue()
