"""Slips of staff: each input with one of them gives one message, at its line."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ttdn_draft.pipeline import check_file, check_text

FOLDER = Path(__file__).parent
BASE = (FOLDER / "base.md").read_text(encoding="utf-8")
SLIPS = json.loads((FOLDER / "slips.json").read_text(encoding="utf-8"))


def tell(slip: dict[str, Any]) -> list[str]:
    assert BASE.count(slip["was"]) == 1
    findings = check_text(BASE.replace(slip["was"], slip["now"]), "md").findings
    return [f"{finding.place.line} {finding.id}" for finding in findings]


def test_text_without_a_slip_is_clean() -> None:
    assert check_text(BASE, "md").findings == ()


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["name"])
def test_slip_is_told_once_at_its_line(slip: dict[str, Any]) -> None:
    assert tell(slip) == slip["found"]


LIBRARY_WORDS = re.compile(
    r"\b(expected|found|block|scalar|mapping|token|while|escape|stream|indent\w*|yaml|null)\b", re.I
)
NEW_TO_STAFF = {"E151", "E152", "W153", "E154", "E155", "W156", "W157", "E240", "E241", "E220", "E221", "W117"}


def test_list_holds_each_kind_of_slip_that_has_words_of_its_own() -> None:
    assert len(SLIPS) >= 60
    assert {told.split()[1] for slip in SLIPS for told in slip["found"]} >= NEW_TO_STAFF


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["name"])
def test_slip_is_told_without_words_of_a_library(slip: dict[str, Any]) -> None:
    for finding in check_text(BASE.replace(slip["was"], slip["now"]), "md").findings:
        assert not LIBRARY_WORDS.search(finding.sentence())


@pytest.mark.parametrize(
    "signs", ["{", "[", "a: [", "a: {b", "? x", "%", "a: !<", "a: |x", 'a: "\\q"', "a: >9-", "- a\nb", "a:\n- b\n c"]
)
def test_yaml_that_cannot_be_read_is_told_without_words_of_a_library(signs: str) -> None:
    found = check_text(f"{signs}\n", "yaml").findings
    assert found and not any(LIBRARY_WORDS.search(finding.sentence()) for finding in found)


@pytest.mark.parametrize(
    ("suffix", "advice"),
    [(".docm", "(*.docx)"), (".dotx", "(*.docx)"), (".pdf", "ttdn-draft new"), (".xlsx", "tu_tep")],
)
def test_file_of_an_office_program_as_input_is_told_with_what_to_do(suffix: str, advice: str, tmp_path: Path) -> None:
    path = tmp_path / f"nam-truoc{suffix}"
    path.write_bytes(b"PK")
    (found,) = check_file(path).findings
    assert (found.id, advice in found.sentence()) == ("E159", True)


@pytest.mark.parametrize(
    ("was", "now", "right"),
    [
        ("  ten: SỞ", "  ten:SỞ", "Viết:   ten: SỞ NGOẠI VỤ"),
        ("  - UBND", "  -UBND", "Viết:   - UBND tỉnh (để báo cáo)"),
        ("  - Các sở", "    - Các sở", "Viết:   - Các sở, ban, ngành tỉnh"),
        ("  - UBND", "- UBND", "Viết:   - UBND tỉnh (để báo cáo)"),
        ("so: 12", " so: 12", "Viết:   so: 12 / so: 12"),
        ("  ten: SỞ", "ten: SỞ", "Viết:   ten: SỞ NGOẠI VỤ"),
    ],
)
def test_right_line_is_shown_with_the_blanks_that_it_needs(was: str, now: str, right: str) -> None:
    (found,) = check_text(BASE.replace(was, now), "md").findings
    assert found.sentence().endswith(right)


@pytest.mark.parametrize(
    ("was", "now", "right"),
    [
        ("  - Các sở", "  Các sở", "  - Các sở, ban, ngành tỉnh"),
        ("  - Các sở", "  2. Các sở", "  - Các sở, ban, ngành tỉnh"),
        ("  - Các sở", "  + Các sở", "  - Các sở, ban, ngành tỉnh"),
        ("  - Các sở", "  * Các sở", "  - Các sở, ban, ngành tỉnh"),
        ("công tác thông tin đối ngoại năm 2027", '"tin "mới" 2027"', "trich_yeu: 'tin \"mới\" 2027'"),
        ("ky:\n  chuc_vu: GIÁM ĐỐC\n  ho_ten:", "ky: {chuc_vu: PHÓ; x:", "ky: {chuc_vu: PHÓ, x: Nguyễn Văn An"),
    ],
)
def test_right_line_needs_no_second_mending(was: str, now: str, right: str) -> None:
    (found,) = check_text(BASE.replace(was, now), "md").findings
    assert (found.id, found.facts["right"]) == ("E151", right)
