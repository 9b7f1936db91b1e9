"""What is left out as a consequence never lets a document through that one of its faults would refuse."""

import json
from typing import Any

import pytest

from tests.check.rules.sample import PARTY
from ttdn_draft.errors import Finding
from ttdn_draft.pipeline import check_text


def mistyped(**changes: Any) -> dict[str, Any]:
    signer = {"quyen_han": "KT. TRƯỞNG BAN", "chuc_vu": "PHÓ TRƯỞNG BAN", "ho_ten": "Nguyễn Văn An"}
    return {**PARTY, "ky": signer, "noi_dung": [{"doan": "Các xã thực hiện."}], **changes}


def findings(data: dict[str, Any], indent: int | None) -> list[Finding]:
    checked = check_text(json.dumps(data, ensure_ascii=False, indent=indent), "json")
    assert checked.document is None
    return [finding for finding in checked.findings if finding.severity == "error"]


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"trich_yeu": "công tác thông\u200b tin đối ngoại năm 2026"},  # told of a line, which may be the whole file
        {"noi_dung": [{"doan": "Các xã thực hiện."}, {"doan": "Nơi nhận:"}, {"doan": "- Như trên."}]},
    ],
)
def test_error_of_the_head_is_told_beside_a_warning_of_its_line(changes: dict[str, Any], indent: int | None) -> None:
    assert "sign-mark-system" in {finding.id for finding in findings(mistyped(**changes), indent)}


@pytest.mark.parametrize("authority", ["KT. TRUONG BAN TUYEN GIAO", "KT. TRƯỞNG BAN TUYÊN GÁO"])
def test_name_that_is_mistyped_too_is_refused_for_its_other_fault(authority: str) -> None:
    signer = {"quyen_han": authority, "chuc_vu": "PHÓ TRƯỞNG BAN", "ho_ten": "Nguyễn Văn An"}
    assert {finding.place.path for finding in findings(mistyped(ky=signer), 1)} == {"$.ky.quyen_han"}


def test_a_time_that_is_wrong_for_several_reasons_is_told_once() -> None:
    opening = "Ban hướng dẫn công tác thông tin đối ngoại 6 tháng cuối năm 2025 như sau:"
    data = {**PARTY, "trich_yeu": "công tác thông tin đối ngoại 6 tháng cuối năm 2026", "noi_dung": [{"doan": opening}]}
    found = check_text(json.dumps(data, ensure_ascii=False, indent=1), "json").findings
    assert len([f for f in found if f.place.path == "$.noi_dung[0].doan" and "2025" in f.words]) == 1
