"""A correct document of each standard, and the same with what an example of a rule puts into it."""

import io
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from ttdn_draft.errors import Finding
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_text

BODY = "than"  # the key of an example under which the body stands, in Markdown
STANDARD = "he"  # and the one that chooses the sample
PARTY: dict[str, Any] = {
    "loai": "ke-hoach",
    "the_thuc": "dang",
    "co_quan": {
        "cap_tren": "Tỉnh uỷ Cao Bằng",
        "ten": "Ban Tuyên giáo và Dân vận",
        "ky_hieu": "BTGDVTU",
        "ten_day_du": "Ban Tuyên giáo và Dân vận Tỉnh uỷ Cao Bằng",
    },
    "so": 12,
    "dia_danh": "Cao Bằng",
    "ngay": "15/3/2026",
    "trich_yeu": "công tác thông tin đối ngoại năm 2026",
    "noi_nhan": ["Thường trực Tỉnh uỷ (để báo cáo)", "Lãnh đạo Ban"],
    "luu": "Ban Tuyên giáo và Dân vận Tỉnh uỷ",
    "ky": {"quyen_han": "K/T TRƯỞNG BAN", "chuc_vu": "PHÓ TRƯỞNG BAN", "ho_ten": "Nguyễn Văn An"},
}
STATE: dict[str, Any] = {
    "loai": "ke-hoach",
    "the_thuc": "nha-nuoc",
    "co_quan": {
        "ten": "ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG",
        "ky_hieu": "UBND",
        "ten_day_du": "Ủy ban nhân dân tỉnh Cao Bằng",
    },
    "so": 15,
    "dia_danh": "Cao Bằng",
    "ngay": "15/3/2026",
    "trich_yeu": "Công tác thông tin đối ngoại tỉnh Cao Bằng năm 2026",
    "can_cu": ["Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"],
    "noi_nhan": ["Thường trực Tỉnh ủy (để báo cáo)", "Các sở, ban, ngành tỉnh", "UBND các xã, phường"],
    "luu": "VT, VX",
    "ky": {
        "quyen_han": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"],
        "chuc_vu": "PHÓ CHỦ TỊCH",
        "ho_ten": "Nguyễn Văn An",
    },
}
SHELF = PackShelf([Path(__file__).parents[3] / "plugins" / "ttdn-pack-cao-bang" / "src"])
"""A pack with people in it, for the examples that name the province."""
SAMPLES = {"dang": PARTY, "nha-nuoc": STATE}
FIRST, LAST = "# Nội dung", "Các cơ quan, đơn vị liên quan căn cứ Kế hoạch này tổ chức thực hiện."

Example = str | Mapping[str, Any]


def build_text(example: Example, standard: str) -> str:
    """Return a .md file: the sample of a standard with an example in it, a sentence or keys that replace its own."""
    keys = {BODY: example} if isinstance(example, str) else dict(example)
    data = SAMPLES[keys.pop(STANDARD, standard)]
    body = keys.pop(BODY, "Tổ chức tuyên truyền theo kế hoạch chung của năm.")
    front = {name: value for name, value in (data | keys).items() if value is not None}
    return f"---\n{write_yaml(front)}---\n{FIRST}\n\n{body}\n\n{LAST}\n"


def read_plain(words: str | Path) -> Any:
    """Return the data of a text in YAML, or of a file of it."""
    return YAML(typ="safe").load(words)


def write_yaml(data: Mapping[str, Any]) -> str:
    """Return data in YAML as a person writes it: text of several lines under a bar."""
    stream, yaml = io.StringIO(), YAML()
    yaml.width = 10_000
    yaml.dump(_as_written(data), stream)
    return stream.getvalue()


def _as_written(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _as_written(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_as_written(part) for part in value]
    return LiteralScalarString(value) if isinstance(value, str) and "\n" in value else value


def judge(example: Example, standard: str = "nha-nuoc", asked: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return all that `check` finds in the sample with an example; rules that are off speak where they are asked."""
    return check_text(build_text(example, standard), "md", SHELF, "mau.md", asked=asked).findings


def read_example(words: str) -> Example:
    """Return an example as it stands in a docstring: keys of an input file, or a sentence of the body."""
    first = words.split(":", 1)[0]
    if ":" in words and first.replace("_", "").isascii() and first.islower() and " " not in first:
        read: Mapping[str, Any] = read_plain(words)
        return read
    return words
