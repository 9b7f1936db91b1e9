"""`[cần kiểm tra: …]` and `[…: …]`: told in a draft wherever they are printed, and never let out without du_thao."""

from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD, Compose, ids
from tests.pack_folders import DOCUMENT, changed_pack, write_pack
from ttdn_draft.errors import Finding
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import Checked, check_file

CHECK = "[cần kiểm tra: tên ban — báo tỉnh]"
GAP = "[…: số đoàn vào]"
BOTH = ("W374", "E375")


def pending(checked: Checked) -> list[Finding]:
    return [f for f in checked.findings if f.id in BOTH]


@pytest.mark.parametrize("mark", [CHECK, GAP])
def test_mark_is_a_warning_in_a_draft_and_an_error_in_a_final_document(compose: Compose, mark: str) -> None:
    body = f"# Mục đích\n\nTheo {mark} này.\n"
    draft, final = compose(body=body, du_thao="1"), compose(body=body)
    assert [(f.id, f.facts["mark"], f.place.path) for f in draft.findings] == [
        ("W374", mark, "$.noi_dung[0].noi_dung[0].doan")
    ]
    assert draft.findings[0].place.line == HEAD.count("\n") + 4  # du_thao takes a line of the head
    assert draft.document is not None
    assert ids(final.findings) == ["E375"] and final.document is None


@pytest.mark.parametrize(
    ("lines", "path"),
    [
        ({"trich_yeu": f"'công tác {GAP}'"}, "$.trich_yeu"),
        ({"dia_danh": f"'{CHECK}'"}, "$.dia_danh"),
        ({"noi_nhan": f"[Sở A, '{GAP}']"}, "$.noi_nhan[1]"),
        ({"luu": f"'{GAP}'"}, "$.luu"),
        ({"can_cu": f"['Căn cứ {GAP}']"}, "$.can_cu[0]"),
        ({"co_quan": f"{{ten: '{CHECK}', ky_hieu: B}}"}, "$.co_quan.ten"),
        ({"co_quan": f"{{ten: B, ky_hieu: B, cap_tren: '{CHECK}'}}"}, "$.co_quan.cap_tren"),
        ({"ky": f"{{chuc_vu: '{CHECK}', ho_ten: A}}"}, "$.ky.chuc_vu"),
        ({"ky": f"{{chuc_vu: A, ho_ten: '{GAP}'}}"}, "$.ky.ho_ten"),
        ({"lien_he": f"['{GAP}']"}, "$.lien_he[0]"),
        ({"phu_luc": f"[{{tieu_de: '{GAP}', noi_dung: Phụ lục}}]"}, "$.phu_luc[0].tieu_de"),
        ({"phu_luc": f"[{{tieu_de: A, noi_dung: 'Theo {GAP}'}}]"}, "$.phu_luc[0].noi_dung[0].doan"),
    ],
)
def test_mark_is_found_in_every_line_that_is_printed(compose: Compose, lines: dict[str, str], path: str) -> None:
    assert [(f.id, f.place.path) for f in pending(compose(**lines))] == [("E375", path)]


@pytest.mark.parametrize(
    "body",
    [
        f"# {GAP}\n\nHết",
        f"1. Theo {GAP}",
        f"- Theo {GAP}",
        f"Theo[^1]\n\n[^1]: {GAP}",
        f"| A | {GAP} |\n| --- | --- |\n| b | c |",
        f"| A | B |\n| --- | --- |\n| b | {GAP} |",
        "Theo **[cần kiểm tra: tên** ban]",
        "Theo [cần kiểm\ntra: tên ban]",
        "Theo [Cần kiểm tra - tên ban]",
        "Theo [...: tên ban]",
        "Theo [… : tên ban",
        "Theo [điền: tên ban]",
        "Theo [ĐIỀN : tên ban",
        "Theo [cần kiểm tra: [dan: nd-30-2020] — báo]",
    ],
)
def test_mark_is_found_in_every_text_however_it_is_typed(compose: Compose, body: str) -> None:
    assert len(pending(compose(body=body))) == 1


def test_marks_in_named_tables_tasks_and_data_files_are_found(compose: Compose, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(f"Tên;Số\nA;{GAP}\n", encoding="utf-8")
    tables = f"{{x: {{cot: [{{ten: A}}], hang: [['{GAP}']]}}, y: {{tu_tep: d.csv}}}}"
    tasks = f"[{{noi_dung: '{GAP}', chu_tri: Sở A}}]"
    body = "[bang: x]\n\n[bang: y]\n\n[bang: nhiem_vu]\n"
    found = pending(compose(body=body, loai="ke-hoach", bang=tables, nhiem_vu=tasks))
    places = sorted((Path(f.place.file).suffix, f.place.path) for f in found)
    assert places == [
        (".csv", "$.bang.y.hang[0][1]"),
        (".md", "$.bang.x.hang[0][0]"),
        (".md", "$.nhiem_vu[0].noi_dung"),
    ]


def test_each_mark_of_a_text_is_told(compose: Compose) -> None:
    found = pending(compose(body=f"Theo {CHECK}, {GAP} và [cần kiểm tra: {'dài ' * 40}]", du_thao="2"))
    assert [f.id for f in found] == ["W374"] * 3
    assert {str(f.facts["mark"]) for f in found} >= {CHECK, GAP}
    assert max(len(str(f.facts["mark"])) for f in found) <= 80


def test_same_doubt_is_told_alike_at_every_place_with_the_source_that_one_names(compose: Compose) -> None:
    body = "Theo [cần kiểm tra: Sở A], [điền: năm].\n\nCủa [cần kiểm tra: Sở A — báo B].\n\nVà [Cần kiểm tra: sở A].\n"
    found = pending(compose(body=body, du_thao="1"))
    doubts = [(f.place.path, str(f.facts["mark"]).casefold()) for f in found if "điền" not in str(f.facts["mark"])]
    assert doubts == [(f"$.noi_dung[{n}].doan", "[cần kiểm tra: sở a — báo b]") for n in range(3)]


def test_long_marks_that_begin_alike_are_told_in_full(compose: Compose) -> None:
    marks = [f"[cần kiểm tra: {'dài ' * 30}{end} — báo]" for end in ("một", "hai")]
    found = pending(compose(body=" và ".join(marks), du_thao="1"))
    assert {f.facts["mark"] for f in found} == set(marks)


def test_mark_that_a_pack_brings_is_told_too(tmp_path: Path) -> None:
    write_pack(tmp_path / "mau", changed_pack("dia_danh: Mẫu Sơn\n    nguoi_ky", f"dia_danh: '{GAP}'\n    nguoi_ky"))
    (tmp_path / "a.md").write_text(DOCUMENT, encoding="utf-8")
    found = pending(check_file(tmp_path / "a.md", PackShelf([tmp_path])))
    assert [(f.id, f.place.path, f.facts["mark"]) for f in found] == [("E375", "$.dia_danh", GAP)]


@pytest.mark.parametrize("mark", ["[điền]", "[Điền số đoàn]", "[dien]", "[điền vào: số]"])
def test_gap_without_its_colon_does_not_go_out_without_a_word(compose: Compose, mark: str) -> None:
    for found in (compose(body=f"Theo {mark} này.\n"), compose(body=f"Theo {mark} này.\n", du_thao="1", so="null")):
        assert [(f.id, f.facts["mark"]) for f in found.findings] == [("W117", mark)]
    assert [f.place.path for f in compose(trich_yeu=f"'công tác {mark}'").findings] == ["$.trich_yeu"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *((text, []) for text in ("(…)", "Trích (...) hết", "Cần kiểm tra: sổ sách", "[cần kiểm tranh]", "[điền")),
        ("[kiểm tra: sổ]", ["W890"]),  # brackets that mean nothing here
    ],
)
def test_other_words_are_no_gaps(compose: Compose, text: str, told: list[str]) -> None:
    assert [found.id for found in compose(body=BODY + f"\n{text}\n").findings] == told


@pytest.mark.parametrize("gap", ["[…]", "[...]", "[ … ]"])
def test_gap_without_words_is_told_wherever_it_is_typed(compose: Compose, gap: str) -> None:
    checked = compose(body=f"Theo {gap} này [điền: số].\n", trich_yeu=f"'công tác {gap}'", du_thao="1")
    told = [(f.place.path, f.facts["gap"]) for f in checked.findings if f.id == "N361"]
    assert sorted(told) == [("$.noi_dung[0].doan", gap), ("$.trich_yeu", gap)]
