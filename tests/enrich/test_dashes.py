"""No line begins with the dash of a span or a pair."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Compose
from ttdn_draft.enrich.dashes import bind_dashes
from ttdn_draft.model import NO_BREAK_SPACE, Run, plain_text

LOOSE = re.compile(r"\S [-–](?:\s|$)")
BODY = (
    "# Giai đoạn 2021 - 2025\n\nNăm 1954 - 1975, **Hà Nội** - *Huế* – Sài Gòn[^1] - hết. Phụ lục\n\n- Ý một - hai\n\n"
    "| Nội dung | Văn hóa - Xã hội |\n| --- | --- |\n| - Bà Rịa - Vũng Tàu | - |\n\n[^1]: Báo A - B.\n"
)


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from [plain_text(value)] if value and isinstance(value[0], Run) else ()
        yield from (text for item in value for text in texts_in(item))
    elif is_dataclass(value):
        yield from (
            text
            for f in fields(value)
            if f.name not in ("title", "author")
            for text in texts_in(getattr(value, f.name))
        )


def test_every_printed_text_has_a_no_break_space_before_its_dashes(compose: Compose) -> None:
    document = compose(
        body=BODY,
        co_quan="{ten: PHÒNG VĂN HÓA - XÃ HỘI, ky_hieu: VHXH, ten_day_du: Phòng Văn hoá - Xã hội}",
        trich_yeu="thi đua 2026 - 2027",
        noi_nhan="[Phòng Văn hóa - Xã hội]",
        can_cu="[Căn cứ A - B]",
        ky="{chuc_vu: TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI, ho_ten: A}",
        lien_he="[Email - Fax]",
        phu_luc='[{tieu_de: Năm 2026 - 2027, noi_dung: "Một - hai"}]',
    ).document
    assert document is not None
    found = list(texts_in(document))
    assert [text for text in found if LOOSE.search(text)] == []
    assert len({text for text in found if f"{NO_BREAK_SPACE}- " in text or f"{NO_BREAK_SPACE}– " in text}) >= 12
    assert document.recipients[0] == f"- Phòng Văn hóa{NO_BREAK_SPACE}- Xã hội;"
    assert document.title == "Hướng dẫn thi đua 2026 - 2027"


@given(st.lists(st.sampled_from(["a", " ", "- ", "–", " - ", "\n"])))
def test_binding_changes_spaces_alone_and_a_dash_at_the_start_stays(parts: list[str]) -> None:
    whole = "".join(parts)
    bound = bind_dashes(tuple(map(Run, parts)))
    assert [run.text.replace(NO_BREAK_SPACE, " ") for run in bound] == parts
    assert plain_text(bound) == bind_dashes(whole)
    assert not LOOSE.search(plain_text(bound)) and not bind_dashes(whole.lstrip()).startswith(NO_BREAK_SPACE)
