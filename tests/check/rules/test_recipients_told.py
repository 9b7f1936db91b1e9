"""What is told of recipients: each once, under its own name."""

import pytest

from tests.conftest import Compose


@pytest.mark.parametrize("line", ["Thường trực Tỉnh uỷ", "Sở Ngoại vụ (để phối hợp)", "Văn phòng Tỉnh uỷ"])
def test_recipient_that_stands_twice_is_told_at_its_second_line_alone(compose: Compose, line: str) -> None:
    found = compose(noi_nhan=f'["{line}", Lãnh đạo Ban, "{line}"]').findings
    assert [f.place.path for f in found if f.id == "recipient-duplicate"] == ["$.noi_nhan[2]"]


def test_organ_that_is_said_to_be_something_is_told_by_its_name_alone(compose: Compose) -> None:
    body = "Sở Tư pháp là cơ quan thường trực, chủ trì hướng dẫn, kiểm tra.\n"
    found = compose("nha-nuoc", loai="ke-hoach", noi_nhan="[Sở Tài chính]", body=body).findings
    assert [f.words for f in found if f.id == "recipient-task-missing"] == ["Sở Tư pháp"]
