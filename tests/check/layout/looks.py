"""A rendered document of each standard, and what the rules of layout find in it after a change."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests.check.rules.sample import PARTY, SAMPLES, SHELF, read_plain
from ttdn_draft.check.look import check_look
from ttdn_draft.errors import Finding
from ttdn_draft.knowledge.standards.profile import Profile
from ttdn_draft.pipeline import check_text, render_checked
from ttdn_draft.read.word.lines import read_story
from ttdn_draft.read.word.zones import find_zones
from ttdn_draft.word.package import read_package

from ..rules.sample import write_yaml
from .changing import change

BODY = """# Quy định chung

## Mục đích, yêu cầu

### Mục đích

Bảo đảm thông tin về đất nước, con người và địa phương được cung cấp chính xác, kịp thời, có trọng tâm, phù hợp từng đối tượng và từng giai đoạn trong năm.

Phát huy vai trò của các cơ quan.

- Các cơ quan báo chí của tỉnh mở chuyên mục định kỳ, phối hợp đăng tải tin, bài, ảnh bằng tiếng Việt và tiếng nước ngoài trên môi trường số.

### Yêu cầu

Các cơ quan thực hiện đúng quy định.

## Giải pháp

1. Nội dung tuyên truyền thống nhất, thiết thực, có sự phối hợp giữa các cấp, các ngành trong việc cung cấp và kiểm chứng thông tin.

2. Hình thức đa dạng, phù hợp từng nhóm công chúng, bảo đảm đúng quy định và không trùng lặp giữa các cơ quan, đơn vị trong tỉnh.

3. Kinh phí được bố trí trong dự toán hằng năm của từng cơ quan theo phân cấp và quy định hiện hành của pháp luật về ngân sách.

4. Kết quả được báo cáo đúng hạn, kèm số liệu và đề xuất cụ thể của từng cơ quan, đơn vị tham gia thực hiện Kế hoạch này.

## Tổ chức thực hiện

### Phân công

Các cơ quan, đơn vị liên quan căn cứ Kế hoạch này và các phụ lục kèm theo tổ chức thực hiện; định kỳ hằng quý gửi kết quả để tổng hợp, báo cáo cấp trên.
"""
MORE = "\n\n".join(
    "Các địa phương chủ động xây dựng kế hoạch cụ thể, phân công cán bộ theo dõi, kiểm tra, đôn đốc việc thực hiện "
    f"nhiệm vụ thứ {number} trong năm, bảo đảm tiến độ và chất lượng theo yêu cầu."
    for number in ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám")
)
ANNEX = """Danh mục được rà soát hằng năm theo yêu cầu nhiệm vụ và khả năng kinh phí của từng cơ quan chủ trì thực hiện.

| Sản phẩm | Ngôn ngữ |
| --- | --- |
| Bản tin đối ngoại | Việt, Anh |
| Phim ngắn giới thiệu tỉnh | Việt, Trung |
"""
EXTRA: dict[str, dict[str, Any]] = {
    "dang": {"co_quan": PARTY["co_quan"], "ngay": "01/6/2026"},
    "dang-2018": {"ngay": "15/3/2026"},
    "nha-nuoc": {"do_khan": "khan"},
    "nha-nuoc-nho": {"co_chu": "nho"},
    "bao-cao": {
        "loai": "bao-cao",
        "kinh_gui": ["Ủy ban nhân dân tỉnh Cao Bằng"],
        "noi_nhan": ["Như trên", "Các sở, ban, ngành tỉnh"],
    },
}
PRESS = "Các cơ quan báo chí của tỉnh"
BASES = {"dang": "dang", "dang-2018": "dang", "nha-nuoc": "nha-nuoc", "nha-nuoc-nho": "nha-nuoc", "bao-cao": "nha-nuoc"}


@cache
def rendered(name: str = "nha-nuoc") -> tuple[bytes, Profile]:
    """Return a correct document that has every part, and the profile that it follows."""
    data = {**SAMPLES[BASES[name]], "danh_so": ["phan", "I", "1"], **EXTRA[name]}
    data.setdefault("phu_luc", [{"tieu_de": "Danh mục sản phẩm", "noi_dung": ANNEX}])
    data = {key: value for key, value in data.items() if value is not None}
    data["noi_nhan"] = [*data["noi_nhan"], PRESS]  # which the text gives a task
    checked = check_text(f"---\n{write_yaml(data)}---\n{BODY}\n{MORE}\n", "md", SHELF, f"{name}.md")
    assert checked.document is not None and checked.profile is not None, [f.tell() for f in checked.findings]
    return render_checked(checked), checked.profile


def judge_docx(docx: bytes, profile: Profile, folder: Path) -> tuple[Finding, ...]:
    """Return what the rules of layout find in a document."""
    file = folder / "van-ban.docx"
    file.write_bytes(docx)
    package = read_package(file)
    return check_look(package, find_zones(read_story(package)), profile)


def judge_change(example: Mapping[str, Any], folder: Path, default: str = "nha-nuoc") -> tuple[Finding, ...]:
    """Return what the rules of layout find in the sample after the changes of an example; `mau` names the sample."""
    changes = dict(example)
    docx, profile = rendered(changes.pop("mau", default))
    return judge_docx(change(docx, changes), profile, folder)


def read_change(words: str) -> Mapping[str, Any]:
    """Return an example as it stands in a docstring."""
    found: Mapping[str, Any] = read_plain(words)
    return found
