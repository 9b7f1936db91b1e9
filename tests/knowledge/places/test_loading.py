"""The long tables of communes and districts are read by documents that name one, and by no other."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
import ttdn_draft.knowledge.tables as tables
shipped, read = tables.read_shipped.__wrapped__, []
def look(name):
    read.append(name)
    return shipped(name)
tables.read_shipped = look
from pathlib import Path
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file, render_checked
checked = check_file(Path(sys.argv[1]), PackShelf())
render_checked(checked)
print(*read)
"""
HEAD = """---
loai: ke-hoach
the_thuc: nha-nuoc
co_quan: {ten: ỦY BAN NHÂN DÂN TỈNH CAO BẰNG, ky_hieu: UBND}
dia_danh: Cao Bằng
ngay: 2027-03-15
trich_yeu: Công tác thông tin đối ngoại năm 2027
noi_nhan: ["Các sở, ban, ngành tỉnh"]
luu: VT
ky: {quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, ho_ten: Nguyễn Văn An}
du_thao: 1
---
# Mục đích

"""
UNITS = {"communes", "former_communes", "districts"}


@pytest.mark.parametrize(
    ("words", "is_read"),
    [
        ("Giới thiệu đất nước, con người Việt Nam và tỉnh Cao Bằng với bạn bè quốc tế.", False),
        ("Giới thiệu thác Bản Giốc ở xã Đàm Thủy với bạn bè quốc tế.", True),
    ],
)
def test_tables_of_units_are_read_only_for_a_document_that_names_one(words: str, is_read: bool, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(f"{HEAD}1. {words}\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(file)], capture_output=True, text=True, check=True)
    assert bool(UNITS & set(done.stdout.split())) == is_read
