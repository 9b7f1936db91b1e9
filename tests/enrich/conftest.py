"""A document of either system with some lines of its head changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from ttdn_draft.pipeline import Checked, check_file

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
