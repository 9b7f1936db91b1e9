"""Recipients in their column: lines never tear words that belong together, and leave none alone."""

import pytest

from tests.conftest import Compose
from ttdn_draft.knowledge.standards import fonts
from ttdn_draft.knowledge.standards.profiles import load_profile

PROFILES = {"dang": "dang-hd05-2026", "nha-nuoc": "nha-nuoc-nd30-2020"}


def lines_of(compose: Compose, standard: str, recipient: str) -> list[str]:
    """Return the lines in which a word processor prints the first recipient, with plain spaces."""
    document = compose(standard, noi_nhan=f'["{recipient}"]').document
    assert document is not None
    profile = load_profile(PROFILES[standard])
    look = profile.looks["noi_nhan"]
    lines = fonts.wrap(document.recipients[0], look.face, look.size, profile.foot.recipients - look.left)
    return [line.replace("\u00a0", " ") for line in lines]


@pytest.mark.parametrize(
    ("standard", "lines"),
    [
        ("dang", "- Các ban, cơ quan tham mưu, giúp việc / Tỉnh uỷ;"),
        ("dang", "- Các đồng chí Uỷ viên Ban Chấp hành / Đảng bộ huyện;"),
        ("dang", "- Thành viên Ban Chỉ đạo Công tác / thông tin đối ngoại tỉnh;"),
        ("dang", "- Văn phòng và các cơ quan; các đảng uỷ, / ban chỉ đạo, tiểu ban;"),
        ("nha-nuoc", "- Chủ tịch, các Phó Chủ tịch / UBND tỉnh;"),
        ("nha-nuoc", "- Ban Tuyên giáo và Dân vận / Tỉnh ủy (để phối hợp);"),
        ("nha-nuoc", "- Liên hiệp các / Hội Văn học nghệ thuật;"),
        ("nha-nuoc", "- Ủy ban nhân dân các xã, phường;"),
    ],
)
def test_recipient_is_parted_where_its_words_part(compose: Compose, standard: str, lines: str) -> None:
    recipient = lines.replace(" / ", " ").removeprefix("- ").removesuffix(";")
    assert " / ".join(lines_of(compose, standard, recipient)) == lines


def test_recipient_of_words_that_nobody_knows_leaves_no_word_alone(compose: Compose) -> None:
    for letters in range(2, 40):
        lines = lines_of(compose, "nha-nuoc", f"{'Khuổi Ky ' * 2}{'a' * letters} Pác Bó")
        assert len(lines) == 1 or len(lines[-1].split()) > 1, lines


def test_recipient_in_which_something_is_still_open_stays_as_it_is(compose: Compose) -> None:
    open_one = "Chủ tịch, các Phó Chủ tịch UBND [điền: tên tỉnh]"
    document = compose("nha-nuoc", du_thao="1", noi_nhan=f'["{open_one}"]').document
    assert document is not None and document.recipients[0] == f"- {open_one};"
