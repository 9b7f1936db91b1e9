"""Readers of plug-ins: what they read passes the same schema, and what fails is named with the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import HEAD, Check, Install, Use, brings, ids, settled
from tests.word_files import Word
from ttdn_draft.cli import run
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file

TOML = """loai = "huong-dan"
the_thuc = "dang"
co_quan = {cap_tren = "TỈNH UỶ CAO BẰNG", ten = "BAN TUYÊN GIÁO VÀ DÂN VẬN", ky_hieu = "BTGDVTU"}
so = 14
dia_danh = "Cao Bằng"
ngay = "2026-06-05"
trich_yeu = "công tác thông tin đối ngoại"
noi_nhan = ["Thường trực Tỉnh uỷ"]
luu = "Ban Tuyên giáo và Dân vận Tỉnh uỷ"
ky = {chuc_vu = "TRƯỞNG BAN", ho_ten = "Nguyễn Văn An"}
noi_dung = '''
# Mục đích

Nội dung.
'''
"""


def test_hook_ttdn_readers_reads_what_yaml_would_say(use: Use, check: Check) -> None:
    assert ids(check(TOML, "a.toml", "").findings) == ["E101"]
    use("ttdn_readers")
    checked = check(TOML, "a.toml", "")
    assert checked.findings == ()
    written = check(
        HEAD.replace("ky: ", "ky: ").strip("-\n") + "\nnoi_dung: |\n  # Mục đích\n\n  Nội dung.\n", "a.yaml", ""
    )
    assert settled(checked) == settled(written)


def test_day_that_a_further_reader_knows_is_read_as_its_text(use: Use, check: Check) -> None:
    use("ttdn_readers")
    assert settled(check(TOML.replace('"2026-06-05"', "2026-06-05"), "a.toml", "")) == settled(
        check(TOML, "a.toml", "")
    )


def test_findings_of_a_further_reader_name_the_file_and_the_key(use: Use, check: Check) -> None:
    use("ttdn_readers")
    wrong = TOML.replace("huong-dan", "huong_dan").replace("Nội dung.", "Nội dung[^1] **.")
    found = check(wrong, "a.toml", "").findings
    assert {f.id: str(f.place).split("/")[-1] for f in found} == {
        "E144": "a.toml $.noi_dung[0].noi_dung[0].doan",
        "E204": "a.toml $.loai",
        "W139": "a.toml $.noi_dung[0].noi_dung[0].doan",
    }


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ('{".abc": lambda path: 1 / 0}', "ZeroDivisionError"),
        ('{".abc": lambda path: {1: 2}}', "ValueError: $.1 E125"),
        ('{".abc": lambda path: {"ngay": object}}', "ValueError: $.ngay E192"),
        ('{".abc": lambda path: {"so": float("nan")}}', "ValueError: $.so E192"),
        ('{".abc": lambda path: vong()}', "E126"),
    ],
)
def test_reader_that_fails_is_named_with_the_file(install: Install, check: Check, answer: str, reason: str) -> None:
    circle = "def vong():\n    a = []\n    a.append(a)\n    return a\n"
    package = install("ttdn_hong", brings("ttdn_readers", answer, first=circle), pack=None)
    (fault,) = check("x", "a.abc", "").findings
    assert (fault.id, fault.facts["name"], fault.facts["hook"]) == ("E671", "ttdn_hong 1.2", "ttdn_readers")
    assert reason in str(fault.facts["reason"])
    assert fault.place.file.endswith("a.abc")
    assert str(package / "__init__.py") in str(fault.facts["reason"])
    assert check().findings == ()


@pytest.mark.parametrize("answer", ['{"abc": print}', '{".abc": 7}', "[print]", "{7: print}", "7"])
def test_readers_that_are_none_are_told_where_a_file_cannot_be_read(
    install: Install, check: Check, answer: str
) -> None:
    install("ttdn_hong", brings("ttdn_readers", answer), pack=None)
    assert sorted(ids(check("x", "a.abc", "").findings)) == ["E101", "E671"]
    assert check().findings == ()


def test_ending_that_two_read_is_refused_and_a_built_in_one_stays(
    install: Install, check: Check, tmp_path: Path
) -> None:
    install("ttdn_a", brings("ttdn_readers", '{".abc": str, ".md": str}'), pack=None)
    install("ttdn_b", brings("ttdn_readers", '{".abc": str, ".docx": str}'), pack=None)
    found = check("x", "a.abc", "").findings
    assert [(f.id, f.facts.get("name")) for f in found] == [("E672", "ttdn_a 1.2; ttdn_b 1.2"), ("E101", None)]
    assert check().findings == ()
    shelf = PackShelf(has_plugins=True)
    assert set(shelf.plugins.readers.clashes) == {".abc", ".docx", ".md"}
    (tmp_path / "a.docx").write_bytes(b"PK")
    assert [f.id for f in check_file(tmp_path / "a.docx", shelf).findings if f.severity == "error"][-1] == "E820"


def test_plugin_that_reads_a_type_goes_before_libreoffice(install: Install, tmp_path: Path) -> None:
    install("ttdn_a", brings("ttdn_readers", '{".odt": lambda path: {"loai": "bao-cao"}}'), pack=None)
    (tmp_path / "a.odt").write_bytes(b"PK")
    found = check_file(tmp_path / "a.odt", PackShelf(has_plugins=True)).findings
    assert "E201" in [f.id for f in found]  # what its data lacks; LibreOffice was not asked


def test_render_reads_what_a_plugin_reads(use: Use, write: Callable[..., Path]) -> None:
    use("ttdn_readers")
    file = write("", TOML, "a.toml")
    assert run(["render", str(file), "--no-plugins"], {}) == 1
    assert run(["render", str(file)], {}) == 0
    assert "Nội dung." in "".join(Word(file.with_suffix(".docx")).texts())
