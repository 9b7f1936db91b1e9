"""`ttdn-draft cite`: words to paste on stdout, what is known below them, exit codes."""

import json
import re

import pytest

from ttdn_draft.cli import run
from ttdn_draft.knowledge.ages import find_known_day

Capture = pytest.CaptureFixture[str]


def cite(*arguments: str) -> int:
    return run(("cite", *arguments), {})


def test_first_line_is_ready_to_paste_and_the_rest_says_what_is_known(capsys: Capture) -> None:
    assert cite("57-KL/TW") == 0
    out, err = capsys.readouterr()
    first, *rest = out.splitlines()
    assert first.startswith("Kết luận số 57-KL/TW, ngày 15/6/2023 của Bộ Chính trị về tiếp tục")
    assert rest[0] == f"    kl-57-kltw-2023 · còn hiệu lực (ngày {find_known_day()})"
    assert rest[1] == "    đã thấy nguồn"
    assert re.fullmatch(r"    Nguồn: (?!.*\b(seed|found|memory)\b).+", rest[2])
    assert err == ""


def test_standard_day_and_short_form_are_chosen(capsys: Capture) -> None:
    assert cite("luật", "báo", "chí", "--the-thuc", "nha-nuoc", "--ngay", "15/3/2026") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Luật Báo chí ngày 05 tháng 4 năm 2016"
    assert lines[1] == "    luat-103-2016 · còn hiệu lực (ngày 2026-03-15)"
    assert cite("57-KL/TW", "--ngan") == 0
    assert capsys.readouterr().out.splitlines()[0] == "Kết luận số 57-KL/TW"


def test_replacement_amendment_doubts_and_gist_are_shown(capsys: Capture) -> None:
    for name in ("nd-09-2017", "nd-72-2015", "hd-99-btgtw-2023", "nd-26-2020"):
        assert cite(name) == 0
    out = capsys.readouterr().out
    assert "    Hết hiệu lực sau ngày 2026-06-30\n" in out
    assert "    Hết hiệu lực sau ngày 2026-02-28 (suy ra)\n" in out
    assert "    Có thể đã được thay thế bởi: Nghị định số 63/2026/NĐ-CP (nd-63-2026)\n" in out
    assert "    Văn bản thay thế: Nghị định số 244/2026/NĐ-CP (nd-244-2026)\n" in out
    assert "    Sửa đổi, bổ sung bởi: Nghị định số 148/2026/NĐ-CP (nd-148-2026)\n" in out
    assert "    chưa thấy nguồn chắc chắn cho: ngày, trích yếu\n" in out
    assert "    Nội dung: nhận diện, đấu tranh với thông tin xấu độc\n" in out


def test_machines_get_the_same_facts(capsys: Capture) -> None:
    assert cite("nd-72-2015", "--output", "json", "--ngay", "2026-07-05") == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["version"], result["day"]) == (1, "2026-07-05")
    [hit] = result["citations"]
    assert hit["text"] == (
        "Nghị định số 72/2015/NĐ-CP, ngày 07/9/2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại"
    )
    assert (hit["valid_to"], hit["valid_to_kind"]) == ("", "")
    assert (hit["status"], hit["amended_by"], hit["is_verified"]) == ("amended", "nd-148-2026", True)


@pytest.mark.parametrize("output", ["text", "json"])
def test_nothing_found_says_what_to_try(capsys: Capture, output: str) -> None:
    assert cite("không có", "--output", output) == 1
    out, err = capsys.readouterr()
    assert "E396" in err and "ttdn-nam" in err
    assert out == "" if output == "text" else json.loads(out)["citations"] == []


def test_impossible_day_is_a_wrong_call(capsys: Capture) -> None:
    assert cite("57", "--ngay", "31/6/2026") == 2
    assert "E001" in capsys.readouterr().err


def test_help_has_an_example_in_both_languages(capsys: Capture) -> None:
    assert cite("--help") == 0
    assert "Ví dụ: ttdn-draft cite 57-KL/TW" in capsys.readouterr().out
    assert run(("cite", "--help"), {"TTDN_DRAFT_LANG": "en"}) == 0
    assert "Example: ttdn-draft cite 57-KL/TW" in capsys.readouterr().out
