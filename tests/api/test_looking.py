"""What a screen shows of a text is what the check of it says, at its place in the file."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ttdn_draft.api import TextLook, answer, check, compose, look, open_shelf, split_text
from ttdn_draft.cli import run

from .test_splitting import assert_is_whole

SHELF = open_shelf()
DAY = date(2027, 1, 1)
HEAD = """---
kiem_tra:
  ten-ban:
    hoi: "Tên ban?"
    gia_tri: Ban Tuyên giáo Tỉnh uỷ Cao Bằng
    nguon: báo Cao Bằng
    muc: nho
  nguoi-ky:
    hoi: "Ai ký?"
    gia_tri: Nông Thanh Tùng
    muc: quan-trong
loai: huong-dan
the_thuc: dang
co_quan:
  cap_tren: TỈNH UỶ CAO BẰNG
  ten: "[cần kiểm tra #ten-ban: BAN TUYÊN GIÁO]" # như cũ
  ky_hieu: BTGTU
dia_danh: Cao Bằng
trich_yeu: công tác thông tin đối ngoại năm 2027
noi_nhan:
  # nguồn: mẫu 1.4
  - Lãnh đạo Ban
luu: Văn phòng Ban
ky: {chuc_vu: TRƯỞNG BAN, ho_ten: "[cần kiểm tra #nguoi-ky]"}
du_thao: 1
---

"""


@pytest.fixture(scope="module")
def draft() -> str:
    return compose("huong-dan", "cao-bang", 2027, day=DAY).text


@pytest.fixture(scope="module")
def seen(draft: str) -> TextLook:
    return look(draft, shelf=SHELF)


def test_questions_are_asked_once_with_all_their_places_the_most_important_first(draft: str, seen: TextLook) -> None:
    assert [doubt.rank for doubt in seen.doubts] == list(range(1, len(seen.doubts) + 1))
    assert len({doubt.id for doubt in seen.doubts}) == len(seen.doubts)
    places = [place for doubt in seen.doubts for place in doubt.places]
    marks = [draft[place.start : place.end] for place in places]
    head_end = draft.index("\n---\n", 3)
    asked = draft[: draft.index("\nloai:")]
    assert sorted(marks) == sorted(
        part[: part.index("]") + 1]
        for part in ("[" + piece for piece in draft[len(asked) :].split("[")[1:])
        if part.startswith(("[cần kiểm tra", "[điền"))
    )
    assert all((place.block >= 0) == (place.start > head_end) for place in places)
    assert all(bool(place.field) == (place.start < head_end) for place in places)


def test_question_of_the_head_has_its_weight_and_source_and_words_at_each_place() -> None:
    body = "[cần kiểm tra #ten-ban] phối hợp với [cần kiểm tra: 42 nước — bảng 2] và [điền: tên sở], […].\n"
    found = {doubt.id: doubt for doubt in look(HEAD + body, shelf=SHELF).doubts}
    assert [(d.kind, d.question, d.value, d.source) for d in found.values()] == [
        ("doubt", "Ai ký?", "Nông Thanh Tùng", ""),
        ("doubt", "Điều này có đúng?", "42 nước", "bảng 2"),
        ("gap", "Tên sở", "", ""),
        ("doubt", "Tên ban?", "Ban Tuyên giáo Tỉnh uỷ Cao Bằng", "báo Cao Bằng"),
        ("gap", "Điền vào chỗ để trống", "", ""),
    ]
    assert [place.field for place in found["ten-ban"].places] == [("co_quan", "ten"), ()]


def test_same_doubt_at_many_places_is_one_and_keeps_its_name_when_the_text_changes() -> None:
    body = "Gửi [cần kiểm tra: Sở A — báo].\n\nSở: [cần kiểm tra: Sở A].\n"
    (first,) = [doubt for doubt in look(HEAD + body, shelf=SHELF).doubts if doubt.value == "Sở A"]
    (again,) = [doubt for doubt in look(HEAD + "Thêm.\n\n" + body, shelf=SHELF).doubts if doubt.value == "Sở A"]
    assert len(first.places) == 2
    assert (first.id, first.source) == (again.id, "báo")


def test_settled_question_is_asked_no_more_and_its_words_stand_in_the_text() -> None:
    text = HEAD.replace("    muc: nho\n", "    muc: nho\n    xong: true\n") + "[cần kiểm tra #ten-ban] gửi.\n"
    seen = look(text, shelf=SHELF)
    assert "ten-ban" not in [doubt.id for doubt in seen.doubts]
    assert next((run.text, run.doubt) for run in seen.blocks[0].runs) == ("Ban Tuyên giáo Tỉnh uỷ Cao Bằng", "")


def test_findings_are_those_of_the_check_with_words_clause_and_fix(draft: str) -> None:
    text = draft.replace("trong năm 2027:", "trong năm 2027 :").replace("137 năm Ngày sinh", "138 năm Ngày sinh")
    seen = look(text, shelf=SHELF)
    told = [f for f in check(text, format="md").findings if f.cause is None or f.cause.name != "UNFINISHED"]
    assert [(f.id, f.title) for f in seen.findings] == [(f.id, f.describe()[0]) for f in told]
    (years,) = [f for f in seen.findings if "138" in text[f.start : f.end]]
    assert years.fix is not None and years.clause
    mended = text
    for edit in years.fix.edits:
        assert edit.text in years.fix.label
        mended = mended[: edit.start] + edit.text + mended[edit.end :]
    assert "137 năm Ngày sinh" in mended
    assert years.block == [block.start <= years.start < block.end for block in seen.blocks].index(True)


def test_finding_of_the_head_names_its_field_and_the_form_says_it_beside_it() -> None:
    seen = look(HEAD.replace("du_thao: 1", "du_thao: 1\nngay: 30/2/2027") + "Thử.\n", shelf=SHELF)
    (wrong,) = [finding for finding in seen.findings if finding.field == ("ngay",)]
    (field,) = [fact for fact in seen.facts if fact.path == ("ngay",)]
    assert wrong.title in field.message
    assert (field.kind, field.value) == ("date", "30/2/2027")


def test_form_has_titles_examples_choices_values_and_sources_of_the_schema() -> None:
    facts = {fact.path: fact for fact in look(HEAD + "Thử.\n", shelf=SHELF).facts}
    name = facts["co_quan", "ten"]
    assert (name.value, name.doubt, name.required) == ("BAN TUYÊN GIÁO", "ten-ban", True)
    assert (facts["ky", "ho_ten"].value, facts["ky", "ho_ten"].doubt) == ("Nông Thanh Tùng", "nguoi-ky")
    assert (facts["noi_nhan",].kind, facts["noi_nhan",].value) == ("lines", ("Lãnh đạo Ban",))
    assert facts["noi_nhan",].source == "mẫu 1.4"
    assert [choice.value for choice in facts["do_khan",].choices] == ["khan", "thuong-khan", "hoa-toc", None]
    assert all(fact.title and fact.example for fact in facts.values())


def test_citation_is_read_as_the_words_that_are_printed(draft: str, seen: TextLook) -> None:
    cited = [run for block in seen.blocks for run in block.runs if run.cited]
    assert cited
    assert all(run.text.startswith(("Kết luận số", "Nghị quyết số")) for run in cited[:2])
    assert all(draft[run.start : run.end] == f"[dan: {run.cited}]" for run in cited)


def test_text_that_nothing_can_be_read_of_is_shown_with_what_is_wrong() -> None:
    for text in ("", "không có đầu tệp", "---\nloai: [\n---\nthân\n"):
        seen = look(text, shelf=SHELF)
        assert seen.findings
        assert seen.counts.errors == len([f for f in seen.findings if f.level == "error"])


DAMAGES = (
    "[",
    "{",
    "- ",
    "\n",
    '"',
    ": ",
    "#",
    "\t",
    "|",
    "---\n",
    "*",
    "`",
    "[cần kiểm tra: x",
    "phu_luc:\n - a\n",
    "\r\n",
    "&a",
)


@settings(max_examples=60)
@given(st.data())
def test_no_damage_of_a_text_makes_it_fail_and_its_places_lie_in_it(data: st.DataObject) -> None:
    text = HEAD + "# Mục\n\n- Gạch [điền: tên sở] *x*.\n\n[cần kiểm tra #ten-ban] gửi.\n"
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.sampled_from([0, 0, 1, 5, 40]))
        text = text[:at] + data.draw(st.sampled_from(("", *DAMAGES))) + text[at + gone :]
    seen = look(text, shelf=SHELF)
    assert_is_whole(text, split_text(text))
    places = [place for doubt in seen.doubts for place in doubt.places]
    assert all(0 <= one.start < one.end <= len(text) for one in places)
    assert all(0 <= one.start <= one.end <= len(text) for one in seen.findings)
    for doubt in seen.doubts:
        assert answer(text, doubt.id, "chữ khác")


def test_look_is_plain_data(seen: TextLook, tmp_path: Path) -> None:
    assert set(asdict(seen)) == {"blocks", "doubts", "findings", "facts", "is_draft", "counts", "passed"}


def test_command_line_shows_the_same_clause_and_fix(
    draft: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "hd.md"
    file.write_text(draft.replace("137 năm Ngày sinh", "138 năm Ngày sinh"), encoding="utf-8")
    run(["check", str(file), "--output", "json"], {})
    (told,) = json.loads(capsys.readouterr().out)["files"]
    (slip,) = [finding for finding in told["findings"] if finding["fix"]]
    seen = look(file.read_text(encoding="utf-8"), folder=tmp_path, name=str(file), shelf=SHELF)
    (shown,) = [finding for finding in seen.findings if finding.fix]
    assert shown.fix is not None
    assert (slip["id"], slip["clause"], slip["fix_label"]) == (shown.id, shown.clause, shown.fix.label)
    assert [slip["fix"]] == [edit.text for edit in shown.fix.edits]
    assert slip["fix_old"] in file.read_text(encoding="utf-8")
