"""The pack of Cao Bằng: found through the entry point of its own project, and right for the document of 2021."""

import tomllib
from pathlib import Path

import pytest

from ttdn_draft.errors import Place
from ttdn_draft.pipeline import check_file
from ttdn_draft.plugins import PackShelf

PROJECT = Path(__file__).parents[2] / "plugins" / "ttdn-pack-cao-bang"
DOCUMENT = """---
loai: huong-dan
tinh: cao-bang
co_quan: btgdvtu
so: 14
ngay: 2021-03-30
trich_yeu: Công tác thông tin đối ngoại năm 2021
ky: truong-ban
---
# MỤC ĐÍCH, YÊU CẦU

Nội dung.
"""


def test_pack_is_found_through_its_own_entry_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    declared = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = tmp_path / "ttdn_pack_cao_bang-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {declared['name']}\nVersion: {declared['version']}\n")
    entries = "".join(f"{k} = {v}\n" for k, v in declared["entry-points"]["ttdn_draft"].items())
    (info / "entry_points.txt").write_text(f"[ttdn_draft]\n{entries}")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.syspath_prepend(str(PROJECT / "src"))
    shelf = PackShelf(has_plugins=True)
    pack, findings = shelf.load("cao-bang", tmp_path, Place())
    assert findings == ()
    assert pack is not None
    assert pack.version == declared["version"]
    origins = [p.origin for p in shelf.discover(tmp_path).packs if p.id == "cao-bang"]
    assert origins == [f"{declared['name']} {declared['version']}"]


def test_head_recipients_and_signature_of_the_guidance_of_2021_come_from_the_pack(tmp_path: Path) -> None:
    path = tmp_path / "hd.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    checked = check_file(path, PackShelf([PROJECT / "src"]))
    assert checked.findings == ()
    document = checked.document
    assert document is not None
    assert (document.parent_body, document.issuer) == ("TỈNH ỦY CAO BẰNG", "BAN TUYÊN GIÁO")
    assert document.number_line == "Số 14-HD/BTGTU"
    assert document.place_date.startswith("Cao Bằng, ngày 30 tháng 3 năm 2021")
    assert len(document.recipients) == 13
    assert document.recipients[-1] == "- Lưu Ban Tuyên giáo Tỉnh ủy."
    assert document.signature.full_name == "Bé Thanh Tịnh"
