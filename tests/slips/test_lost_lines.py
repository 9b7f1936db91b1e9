"""Lines of YAML that lost their key, their dash or their place in a text: each is told once, with what to write."""

from pathlib import Path

import pytest

from ttdn_draft.cli.reports.snippets import lay_out_advice
from ttdn_draft.pipeline import check_text
from ttdn_draft.yaml_nodes import read_yaml

TASKS = (Path(__file__).parent / "tasks.md").read_text(encoding="utf-8")
SOURCE = "        nguon: >-\n          Công văn số 822-CV/BTGTU: báo Lai Châu\n          (laichau.dcs.vn)\n"
PACK = (
    "co_quan:\n  - id: tinh-uy\n    ten:\n      - ten: Ban Tuyên giáo\n        den: 2025-02-28\n"
    f"{SOURCE}        xac_minh: true\n"
    f"      - ten: Ban Dân vận\n        tu: 2025-03-01\n{SOURCE}        xac_minh: true\n"
)
WORDS = "          Công văn số 822-CV/BTGTU: báo Lai Châu"
CHECKED = (
    "kiem_tra:\n  ten-ban:\n    hoi: Tên?\n    muc: nho\n  ten-so:\n    hoi: Tên?\n    muc: nho\n"
    "luu: '[cần kiểm tra #ten-ban]'\n"
)
ENTRIES = "nhiem_vu:\n  - nhom: Quản lý\n  - noi_dung: Tin\n    chu_tri: Sở\n  - nhom: Cung cấp\n  - noi_dung: Bài\n"
ANNEX = (
    "phu_luc:\n  - tieu_de: Danh mục\n    noi_dung: |\n"
    "      1. Thông tin chính thức: chủ trương.\n\n      2. Thông tin giải thích: dư luận.\n"
)
HEAD = "        nguon: >-"
CASES = [
    (PACK, f"{HEAD}\n", "", 6, f"{HEAD} / {WORDS}"),
    (PACK, f"{HEAD}\n{WORDS}\n", "", 6, f"{HEAD} /           (laichau.dcs.vn)"),
    (PACK, f"{HEAD}\n{WORDS}\n", f"{WORDS.replace(':', '')}\n", 6, f"{HEAD} / {WORDS.replace(':', '')}"),
    (PACK, f"{HEAD}\n", "        nguon:\n", 6, f"{HEAD} / {WORDS}"),
    (PACK, f"{HEAD}\n", "        nguon: Theo hồ sơ\n", 6, f"{HEAD} /           Theo hồ sơ / {WORDS}"),
    (PACK, f"{HEAD}\n", "        nguon: >- Theo hồ sơ\n", 6, f"{HEAD} /           Theo hồ sơ"),
    (PACK, WORDS, WORDS[2:], 7, WORDS),
    (CHECKED, "  ten-ban:\n", "", 2, "  ten-ban: /     hoi: Tên?"),
    (ENTRIES, "  - nhom: Cung", "  nhom: Cung", 5, "  - nhom: Cung cấp"),
    (ANNEX, "      2. Thông", "    2. Thông", 6, "      2. Thông tin giải thích: dư luận."),
    (ANNEX, "      1. Thông", "    1. Thông", 4, "      1. Thông tin chính thức: chủ trương."),
    ('a: {ten: A, can_cu: "điểm 3, tr. 7: chữ"}', '"', "", 1, 'a: {ten: A, can_cu: "điểm 3, tr. 7: chữ"}'),
    ('a: {can_cu: "điểm 3, trang 7", ten: A}', '"', "", 1, 'a: {can_cu: "điểm 3, trang 7", ten: A}'),
    ("a: {ten: A B, ky_hieu: HD}", "ky_hieu:", "ky_hieu", 1, "a: {ten: A B, ky_hieu: HD}"),
    ("a: {tep: b.csv, stt: true}", "stt:", "stt", 1, "a: {tep: b.csv, stt: true}"),
    ("a:\n  - Sở A\n  - Sở B\n", "  - Sở B", "  -- Sở B", 3, "  - Sở B"),
    ("a: {tu: 18, den: 22}", "18,", "18", 1, "a: {tu: 18, den: 22}"),
    ("co_quan:\n  - id: a\n    he_thong: dang\n    ten: B\n", "    he_thong", "   he_thong", 3, "    he_thong: dang"),
    ("noi_nhan:\n  - Ban A, ban B\n  - Sở C\n", "A, ban B", "A,\n  ban B", 3, "    ban B"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "was", "now", "line", "right"), CASES, ids=lambda value: str(value)[-24:])
def test_lost_line_is_told_once_with_the_lines_to_write(text: str, was: str, now: str, line: int, right: str) -> None:
    assert not read_yaml(text, "a.yaml").findings
    broken = text.replace(was, now) if was == '"' else text.replace(was, now, 1)
    (found,) = read_yaml(broken, "a.yaml").findings
    assert (found.id, found.place.line, found.facts["right"]) == ("E151", line, right), found.tell()


@pytest.mark.parametrize(("text", "was", "now", "line", "right"), CASES[:9], ids=lambda value: str(value)[-24:])
def test_lines_to_write_mend_the_file(text: str, was: str, now: str, line: int, right: str) -> None:
    lines = text.replace(was, now, 1).split("\n")
    parts = right.split(" / ")
    taken = 1 if len(parts) == 1 or parts[-1] == lines[line - 1] else 1 + (parts[-1] in lines)
    lines[line - 1 : line - 1 + taken] = parts
    assert not read_yaml("\n".join(lines), "a.yaml").findings


def test_lines_of_a_text_are_shown_below_its_key() -> None:
    right = f"{HEAD} / {WORDS}"
    assert lay_out_advice(f"Viết: {right}", {"right": right}) == f"Viết:\n    {HEAD}\n    {WORDS}"


@pytest.mark.parametrize(
    "text",
    [
        "rong: {KHẨN: 20, THƯỢNG KHẨN: 40, HỎA TỐC: 30}",
        "khung: {theo: do_khan, rong: {KHẨN: 20, THƯỢNG KHẨN: 40}, cao: 8}",
        "a: {ten: A, họ tên: B}",  # a key that is misspelt is told as one, with the key that is meant
        "noi_nhan:\n  - {ten: Ban Tuyên giáo, (để b/c): x}",
        "ten: |-\n  BAN\n  TUYÊN GIÁO\nký hiệu: BTG",
        "nguon: 2025-02-28\n  và sau đó",  # no other entry has a text there
    ],
)
def test_what_only_looks_like_a_lost_line_is_left_to_those_who_know_the_keys(text: str) -> None:
    assert not read_yaml(text, "a.yaml").findings


def test_entry_without_its_dash_is_told_in_a_plan() -> None:
    entry = "  - noi_dung: Tập huấn nghiệp vụ"
    assert TASKS.count(entry) == 1
    (found,) = check_text(TASKS.replace(entry, entry.replace("- ", "", 1)), "md").findings
    assert (found.id, found.facts["right"]) == ("E151", entry)


def test_key_of_several_words_in_braces_is_no_cut_value() -> None:
    tree = read_yaml("khung: {rong: {KHẨN: 20, THƯỢNG KHẨN: 40, HỎA TỐC: 30}, day: 1}", "profile.yaml")
    assert not tree.findings
    assert tree.data == {"khung": {"rong": {"KHẨN": 20, "THƯỢNG KHẨN": 40, "HỎA TỐC": 30}, "day": 1}}
