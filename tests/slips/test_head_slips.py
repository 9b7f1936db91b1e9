"""Slips in the head of a file, by kind: each is told alone, at its line, with the line that leads to a clean file."""

from pathlib import Path

import pytest

from ttdn_draft.pipeline import check_text
from ttdn_draft.read.head_values import mend_names
from ttdn_draft.resources import find_data_folder
from ttdn_draft.yaml_groups import GROUPS, KEYS_OF_HEAD
from ttdn_draft.yaml_nodes import YamlTree

FOLDER = Path(__file__).parent
STATE = (FOLDER / "base.md").read_text(encoding="utf-8")
CLEAN = check_text(STATE, "md")

FIXED_FORM = [  # what is right, what is typed, what is told: the right line itself
    ("so: 12", "so: 12.", "E249"),
    ("so: 12", "so: 12;", "E249"),
    ("so: 12", "so: № 12", "E249"),
    ("so: 12", "so: 12/2027", "E249"),
    ("so: 12", "so: 12 12", "E249"),
    ("so: 12", "so: @12", "E151"),
    ("so: 12", "so: #12", "E151"),
    ("so: 12", "so: [12]", "E226"),
    ("loai: ke-hoach", "loai: ke-hoach // xem lại", "E249"),
    ("loai: ke-hoach", "loai: KH", "E249"),
    ("loai: ke-hoach", "loai: <ke-hoach>", "E249"),
    ("loai: ke-hoach", "loai: *ke-hoach", "E122"),
    ("the_thuc: nha-nuoc", "the_thuc: NĐ 30", "E249"),
    ("the_thuc: nha-nuoc", "the_thuc: hành chính", "E249"),
    ("the_thuc: nha-nuoc", "the_thuc: [nha-nuoc]", "E225"),
    ("luu: VX", "luu: `VX", "E151"),
]
DAYS = ["05.02.2027.", "5,2,2027", "05022027", "5\\2\\2027", "5-Feb-2027", "05/02/2027 08:00", "2027-02-05T08:00:00"]
UNWRITTEN = ["so: …", "so: chưa có", "so: _____", "so: …/KH-SNgV", "ngay: ngày … tháng 2 năm 2027"]
GROUP_SLIPS = [  # what is right, what is typed, the line at which it is told, what to write
    ("noi_nhan:\n", "noi_nhan：\n", 12, "noi_nhan:"),
    ("noi_nhan:\n", "noi_nhan =\n", 12, "noi_nhan:"),
    ("noi_nhan:\n", "noi_nhan:,\n", 12, "noi_nhan:"),
    ("ky:\n", "ky: có\n", 16, "ky:"),
    ("ky:\n", "#ky:\n", 17, "ky: /   chuc_vu: GIÁM ĐỐC"),
    ("ky:\n", "", 16, "ky: /   chuc_vu: GIÁM ĐỐC"),
    ("luu: VX", "* luu: VX", 15, "luu: VX"),
    ("luu: VX", "- luu: VX", 15, "luu: VX"),
    ("ngay: 2027-02-05", "ngay: ?", 10, "ngay:"),
    ("so: 12", "so: -", 8, "so:"),
    ("luu: VX", "**luu**: VX", 15, "luu: VX"),
    ("Châu\nngay: 2027-02-05", "Châu, ngay: 2027-02-05", 9, "dia_danh: Lai Châu / ngay: 2027-02-05"),
    ("  ten: SỞ NGOẠI VỤ\n  ky_hieu", "  ten: SỞ NGOẠI VỤ ky_hieu", 6, "ten: SỞ NGOẠI VỤ /   ky_hieu: SNgV"),
    ("the_thuc: nha", "the_thuc: the_thuc: nha", 3, "the_thuc: nha-nuoc"),
    ("cap_tren: UBND", "cap_tren: Cấp trên: UBND", 5, "cap_tren: UBND TỈNH LAI CHÂU"),
    ("  ho_ten: Nguyễn", "  ho_ten Nguyễn", 18, "ho_ten: Nguyễn Văn An"),
    ("Nguyễn Văn An\n---", "Nguyễn Văn An\nChưa xong\n---", 19, "# Chưa xong"),
    ('dia_danh: Lai Châu', 'dia_danh: "Lai Châu', 9, "dia_danh: Lai Châu"),
]  # fmt: skip


def mistype(right: str, typed: str) -> str:
    assert STATE.count(right) == 1
    return STATE.replace(right, typed)


@pytest.mark.parametrize(("right", "typed", "id"), FIXED_FORM)
def test_value_of_a_fixed_form_is_told_with_its_line_without_what_stands_beside_it(
    right: str, typed: str, id: str
) -> None:
    (found,) = check_text(mistype(right, typed), "md").findings
    assert (found.id, str(found.facts["right"])) == (id, right)


@pytest.mark.parametrize("typed", DAYS)
def test_day_in_another_form_is_told_with_the_day_as_it_is_written(typed: str) -> None:
    (found,) = check_text(mistype("ngay: 2027-02-05", f"ngay: {typed}"), "md").findings
    assert (found.id, found.facts["right"]) == ("E249", "ngay: 05/02/2027")


@pytest.mark.parametrize("typed", UNWRITTEN)
def test_value_that_says_that_there_is_none_yet_is_told_as_one_to_write_or_to_leave_out(typed: str) -> None:
    key = typed.partition(":")[0]
    line = next(line for line in STATE.split("\n") if line.startswith(f"{key}:"))
    (found,) = check_text(mistype(line, typed), "md").findings
    assert (found.id, found.place.line) == ("E882", STATE.split("\n").index(line) + 1)
    assert "xoá cả dòng này" in found.sentence()
    assert check_text(mistype(f"{line}\n", ""), "md").document


@pytest.mark.parametrize(("right", "typed", "line", "advice"), GROUP_SLIPS)
def test_slip_in_a_key_or_a_group_is_told_alone_with_the_lines_to_write(
    right: str, typed: str, line: int, advice: str
) -> None:
    (found,) = check_text(mistype(right, typed), "md").findings
    assert (found.id, found.place.line, str(found.facts["right"]).strip()) == ("E151", line, advice)


def test_keys_known_to_the_reader_of_lines_are_those_of_the_schema() -> None:
    schema = (find_data_folder("schemas") / "input.schema.json").read_text(encoding="utf-8")
    assert [key for key in (*KEYS_OF_HEAD, *GROUPS) if f'"{key}": {{' not in schema] == []


STRAY = [  # the name that is right, and as it is typed
    ("cap_tren: UBND TỈNH LAI CHÂU", "cap_tren: UBND TỈNH LAI CHÂU,"),
    ("ten: SỞ NGOẠI VỤ", "ten: SỞ NGOẠI VỤ."),
    ("ten: SỞ NGOẠI VỤ", "ten: <SỞ NGOẠI VỤ>"),
    ("ten: SỞ NGOẠI VỤ", 'ten: SỞ NGOẠI VỤ"'),
    ("ky_hieu: SNgV", "ky_hieu: -SNgV"),
    ("ky_hieu: SNgV", "ky_hieu: SN&gV"),
    ("chuc_vu: GIÁM ĐỐC", "chuc_vu: GIÁM ĐỐC GIÁM ĐỐC"),
    ("chuc_vu: GIÁM ĐỐC", "chuc_vu: GIÁM ĐỐC (đã ký)"),
    ("ho_ten: Nguyễn Văn An", "ho_ten: (đã ký) Nguyễn Văn An"),
    ("ho_ten: Nguyễn Văn An", "ho_ten: Nguyễn Văn An - 0912345678"),
    ("dia_danh: Lai Châu", "dia_danh: Lai Châu - Lai Châu"),
    ("- Các sở, ban, ngành tỉnh", "- Các sở, ban, ngành tỉnh // xem lại"),
    ("trich_yeu: công tác thông tin đối ngoại năm 2027", "trich_yeu: (công tác thông tin đối ngoại năm 2027)"),
]


@pytest.mark.parametrize(("right", "typed"), STRAY)
def test_what_stands_beside_a_name_is_told_once_and_not_printed(right: str, typed: str) -> None:
    checked = check_text(mistype(right, typed), "md")
    (found,) = checked.findings
    assert (found.id, found.facts["right"], checked.document) == ("E885", right, None)


@pytest.mark.parametrize(
    "name", ["Nguyễn Văn An", "Lê Thị H.", "TP. HÀ NỘI", "BAN CHỈ ĐẠO 35", "Sở Văn hoá, Thể thao và Du lịch"]
)
def test_name_with_nothing_beside_it_is_left_as_it_is(name: str) -> None:
    tree = YamlTree({"ky": {"ho_ten": name}, "co_quan": {"ten": name}, "luu": name})
    assert not [*mend_names(tree, "")] and tree.data["ky"]["ho_ten"] == name


@pytest.mark.parametrize("typed", ["ten: ____", "ten: chưa có", "ten: -----", "chuc_vu: không"])
def test_name_that_says_that_there_is_none_yet_is_told_alone(typed: str) -> None:
    right = {"ten": "ten: SỞ NGOẠI VỤ", "chuc_vu": "chuc_vu: GIÁM ĐỐC"}[typed.partition(":")[0]]
    (found,) = check_text(mistype(right, typed), "md").findings
    assert found.id == ("E887" if "ten" in typed else "E882")


@pytest.mark.parametrize(
    ("group", "first"),
    [
        ("  cap_tren: UBND TỈNH LAI CHÂU\n  ten: SỞ NGOẠI VỤ\n  ky_hieu: SNgV\n", 5),
        ("  chuc_vu: GIÁM ĐỐC\n  ho_ten: Nguyễn Văn An\n", 17),
    ],
)
def test_group_typed_as_a_list_is_told_once_with_its_lines(group: str, first: int) -> None:
    (found,) = check_text(mistype(group, group.replace("  ", "  - ")), "md").findings
    assert (found.id, found.place.line) == ("E884", first)
    assert found.facts["right"] == " / ".join(line.strip() for line in group.strip().split("\n"))


@pytest.mark.parametrize("line", ["ghi_chu: chưa trình", "font: Times New Roman", "Ghi chú: chưa trình"])
def test_key_like_no_other_is_told_as_one_to_leave_out_or_to_make_a_remark(line: str) -> None:
    (found,) = check_text(mistype("so: 12\n", f"so: 12\n{line}\n"), "md").findings
    assert (found.id, found.place.line) == ("E883", 9)
    assert not check_text(mistype("so: 12\n", f"so: 12\n# {line}\n"), "md").findings


@pytest.mark.parametrize(
    ("typed", "id"), [("***", "E155"), ("___", "E155"), ("```", "E155"), ("...", "E155"), ("", "E886")]
)
def test_head_that_is_not_closed_is_told_where_the_line_is_missing(typed: str, id: str) -> None:
    (found,) = check_text(mistype("Nguyễn Văn An\n---\n", f"Nguyễn Văn An\n{typed}\n"), "md").findings
    assert (found.id, found.place.line) == (id, 19 if typed else 20)


@pytest.mark.parametrize(
    ("right", "typed"), [("luu: VX", "luu: &VX"), ("cap_tren: UBND", "cap_tren: &UBND"), ("luu: VX", "luu: *VX")]
)
def test_name_behind_a_sign_of_yaml_has_no_consequences(right: str, typed: str) -> None:
    (found,) = check_text(mistype(right, typed), "md").findings
    assert (found.id, str(found.facts["right"]).startswith(right)) == ("E122", True)


@pytest.mark.parametrize("typed", ["chuc_vu: …", "chuc_vu: KT. PHÓ GIÁM ĐỐC", "chuc_vu: TUQ. CHỦ TỊCH"])
def test_name_that_several_rules_find_wrong_is_told_once(typed: str) -> None:
    tasks = (FOLDER / "tasks.md").read_text(encoding="utf-8")
    (found,) = check_text(tasks.replace("chuc_vu: PHÓ GIÁM ĐỐC", typed), "md").findings
    assert found.id == ("placeholder-left" if "…" in typed else "sign-block-order")


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("quyen_han: TRƯỞNG BAN", "quyen_han: K/T TRƯỞNG BAN"),
        ("quyen_han: PHÓ TRƯỞNG BAN", "quyen_han: K/T TRƯỞNG BAN / chuc_vu: PHÓ TRƯỞNG BAN"),
    ],
)
def test_office_in_the_place_of_the_authority_is_told_with_both_lines(typed: str, right: str) -> None:
    party = (FOLDER / "party.md").read_text(encoding="utf-8")
    (found,) = check_text(party.replace("quyen_han: K/T TRƯỞNG BAN", typed), "md").findings
    assert (found.id, found.facts["right"]) == ("sign-mark-system", right)


@pytest.mark.parametrize("typed", ["Nguyễn Văn An, Lê Văn Bình", "Nguyễn Văn An và Lê Văn Bình"])
def test_two_people_in_one_name_are_told(typed: str) -> None:
    (found,) = check_text(mistype("Nguyễn Văn An", typed), "md").findings
    assert found.id == "sign-block-order" and "hai người" in found.sentence()


@pytest.mark.parametrize("typed", ["- Nhóm: Quản lý", "- Nhom: Quản lý"])
def test_key_of_an_entry_that_is_mistyped_is_not_told_as_one_of_another_kind(typed: str) -> None:
    tasks = (FOLDER / "tasks.md").read_text(encoding="utf-8")
    (found,) = check_text(tasks.replace("- nhom: Quản lý", typed), "md").findings
    assert (found.id, found.facts["guess"]) == ("E202", "nhom")


def test_name_of_a_person_behind_an_authority_is_told_with_the_line_without_it() -> None:
    tasks = (FOLDER / "tasks.md").read_text(encoding="utf-8")
    typed = tasks.replace("quyen_han: KT. GIÁM ĐỐC", "quyen_han: KT. GIÁM ĐỐC Nguyễn Văn An")
    (found,) = check_text(typed, "md").findings
    assert (found.id, found.facts["right"]) == ("sign-block-order", "KT. GIÁM ĐỐC")


@pytest.mark.parametrize(
    ("typed", "is_told"),
    [("Lò", True), ("LòThịMinh", True), ("Lò_Thị_Minh", True), ("K'Sor Phước", False)],
)
def test_signer_without_a_whole_name_is_told(typed: str, is_told: bool) -> None:
    found = check_text(mistype("Nguyễn Văn An", typed), "md").findings
    assert [f.id for f in found] == ["sign-block-order"] * is_told


def test_name_of_an_example_is_told_as_one_to_replace_and_nothing_else() -> None:
    (found,) = check_text(mistype("Nguyễn Văn An", "Nguyễn Văn A"), "md").findings
    assert found.id == "placeholder-left"


def test_symbol_typed_with_a_mark_behind_it_is_told_with_its_line() -> None:
    (found,) = check_text(mistype("so: 12\n", "so: 12\nky_hieu: KH-SNgV;\n"), "md").findings
    assert (found.id, found.facts["right"]) == ("E249", "ky_hieu: KH-SNgV")


def test_sign_that_cannot_be_seen_in_a_word_of_a_fixed_form_is_told_alone() -> None:
    checked = check_text(mistype("loai: ke-hoach", "loai: ke-ho\u200bach"), "md")
    assert ([f.id for f in checked.findings], checked.document) == (["W112"], CLEAN.document)


def test_line_of_a_text_behind_a_bar_that_stands_at_the_left_is_the_one_that_is_told() -> None:
    tasks = (FOLDER / "tasks.md").read_text(encoding="utf-8")
    typed = tasks.replace("      [bang: nhiem_vu]\n", "      Danh mục nhiệm vụ:\n\n[bang: nhiem_vu] và\n")
    (found,) = check_text(typed, "md").findings
    assert found.place.line == typed.split("\n").index("[bang: nhiem_vu] và") + 1
    assert found.facts["right"] == "      [bang: nhiem_vu] và"


def test_table_on_one_line_without_its_colon_is_told_with_the_line() -> None:
    tasks = (FOLDER / "tasks.md").read_text(encoding="utf-8")
    table = "bang:\n  a:\n    cot [{ten: Sản phẩm}, {ten: Số}]\n    hang: [[Bản tin, 3]]\nluu:"
    (found,) = check_text(tasks.replace("luu:", table), "md").findings
    assert str(found.facts["right"]).strip() == "cot: [{ten: Sản phẩm}, {ten: Số}]"


TASKS = (FOLDER / "tasks.md").read_text(encoding="utf-8")
LOST = [  # the text, the line that is right, as it is typed, what is told
    (STATE, "  chuc_vu: GIÁM ĐỐC", "chuc_vu: GIÁM ĐỐC"),
    (STATE, "  cap_tren: UBND TỈNH LAI CHÂU", "  - cap_tren: UBND TỈNH LAI CHÂU"),
    (TASKS, "    san_pham: 04 số", "san_pham: 04 số"),
    (TASKS, "  - noi_dung: Tập huấn nghiệp vụ", "  - - noi_dung: Tập huấn nghiệp vụ"),
    (STATE, "luu: VX", "luu: - Lưu: VX"),
    (STATE, "  ho_ten: Nguyễn Văn An", "  ho_ten: [Nguyễn Văn An"),
]


@pytest.mark.parametrize(("text", "right", "typed"), LOST)
def test_key_that_has_lost_its_place_is_told_at_its_line_as_it_is_written(text: str, right: str, typed: str) -> None:
    assert text.count(right) == 1
    (found,) = check_text(text.replace(right, typed), "md").findings
    assert (found.id, found.place.line) == ("E151", text.split("\n").index(right) + 1)
    assert str(found.facts["right"]) == right


def test_mark_of_authority_typed_twice_is_told_with_the_line_that_has_it_once() -> None:
    (found,) = check_text(TASKS.replace("quyen_han: KT. GIÁM", "quyen_han: KT. KT. GIÁM"), "md").findings
    assert (found.id, found.facts["right"]) == ("sign-block-order", "KT. GIÁM ĐỐC")


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ("ten: SỞ NGOẠI VỤ", "ten: SO NGOAI VU"),
        ("công tác thông tin đối ngoại năm 2027", "cong tac thong tin doi ngoai"),
    ],
)
def test_name_typed_without_accents_is_told_once(right: str, typed: str) -> None:
    (found,) = check_text(mistype(right, typed), "md").findings
    assert found.id == "W888"


@pytest.mark.parametrize("typed", ["- UBND tỉnh (để báo cáo), Các sở", "- UBND tỉnh (để báo cáo); Các sở"])
def test_recipients_on_one_line_are_told_with_a_line_for_each(typed: str) -> None:
    (found,) = check_text(mistype("- UBND tỉnh (để báo cáo)\n  - Các sở", typed), "md").findings
    assert found.id == "W229"
    assert "- UBND tỉnh (để báo cáo) / - Các sở, ban, ngành tỉnh" in found.sentence()


def test_entry_of_a_list_behind_two_dashes_is_told() -> None:
    (found,) = check_text(TASKS.replace("- nhom: Quản lý", "- - nhom: Quản lý"), "md").findings
    assert found.id == "E150"


OTHER_COLON = ["luu, VX", "luu. VX", "luu -> VX", "| luu | VX |", '"luu: VX"', "**luu: VX**"]


@pytest.mark.parametrize("typed", OTHER_COLON)
def test_key_with_another_sign_than_the_colon_is_told_with_its_line(typed: str) -> None:
    (found,) = check_text(mistype("luu: VX", typed), "md").findings
    assert (found.id, found.place.line, found.facts["right"]) == ("E151", 15, "luu: VX")


@pytest.mark.parametrize("typed", ["luu: <b>VX</b>", "luu: ~VX~", "luu: VX#xem lại"])
def test_signs_around_a_line_of_the_foot_are_told_and_not_printed(typed: str) -> None:
    checked = check_text(mistype("luu: VX", typed), "md")
    assert ([f.id for f in checked.findings], checked.document) == (["E885"], None)


@pytest.mark.parametrize("key", ["luu (lưu)", "luu,", "LƯU"])
def test_key_with_its_name_in_brackets_or_a_mark_behind_it_is_known(key: str) -> None:
    (found,) = check_text(mistype("luu: VX", f"{key}: VX"), "md").findings
    assert (found.id, found.facts["guess"]) == ("E202", "luu")


@pytest.mark.parametrize("right", ["so: 12\n", "noi_nhan:\n"])
def test_line_in_round_brackets_is_told_as_a_remark(right: str) -> None:
    (found,) = check_text(mistype(right, f"{right}(hỏi lại lãnh đạo)\n"), "md").findings
    assert (found.id, str(found.facts["right"]).strip()) == ("E151", "# hỏi lại lãnh đạo")


@pytest.mark.parametrize(
    "last", ["  ho_ten: Nguyễn Văn An", "lien_he:\n  - Phòng Thông tin đối ngoại", "luu_hanh: LƯU"]
)
@pytest.mark.parametrize("begins", ["# Mục đích", "- Ý đầu tiên.", "Thực hiện [dan: kl-57-kltw-2023], Sở ban hành:"])
@pytest.mark.parametrize("remark", ["", "# Văn bản này do Sở soạn để làm ví dụ.\n# Họ tên là giả định.\n"])
def test_open_head_ends_below_its_last_key_whatever_remarks_stand_in_it(last: str, begins: str, remark: str) -> None:
    head = f"---\n{remark}loai: ke-hoach\nthe_thuc: nha-nuoc\nky:\n{last}\n"
    (found,) = check_text(f"{head}{begins}\n\n# Nội dung\n\nNội dung.\n", "md").findings
    assert (found.id, found.place.line) == ("E886", head.count("\n") + 1)
    assert str(found.facts["words"])[:8] == begins[:8]


@pytest.mark.parametrize("blanks", [0, 1, 3, 4])
@pytest.mark.parametrize(
    "first", ["- UBND tỉnh (để báo cáo)", "- nhom: Quản lý", "- Sở Nội vụ", "- tieu_de: Phân công"]
)
def test_first_entry_of_a_list_that_stands_by_itself_is_told_and_not_those_below_it(first: str, blanks: int) -> None:
    lines = (FOLDER / "tasks.md").read_text(encoding="utf-8").split("\n")
    row = next(at for at, line in enumerate(lines) if line.lstrip().startswith(first))
    indent = lines[row].index("-")
    typed = [*lines[:row], " " * (indent - 2 + blanks) + lines[row].lstrip(), *lines[row + 1 :]]
    found = check_text("\n".join(typed), "md").findings
    assert [(f.place.line, f.facts["right"]) for f in found] == [(row + 1, lines[row])]


def test_lost_line_of_a_group_is_written_at_the_left_edge_above_its_keys() -> None:
    typed = mistype("ky:\n", "")
    (found,) = check_text(typed, "md").findings
    lines = str(found.facts["right"]).split(" / ")
    mended = typed.replace(lines[1] + "\n", "\n".join(lines) + "\n")
    assert not check_text(mended, "md").findings


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("C:\\Users\\an\\Desktop\\so-lieu.csv", "so-lieu.csv"),
        ("\\\\may-chu\\chung\\so-lieu.xlsx", "so-lieu.xlsx"),
        ("bang\\so-lieu.csv", "bang/so-lieu.csv"),
    ],
)
@pytest.mark.parametrize("form", ['  so: {{tu_tep: "{0}", stt: true}}', '  so:\n    tu_tep: "{0}"'])
def test_path_of_windows_in_quotation_marks_is_told_with_the_name_of_the_file(typed: str, name: str, form: str) -> None:
    right = f"luu: VX\nbang:\n{form.format(typed)}"
    found = [f for f in check_text(mistype("luu: VX", right), "md").findings if f.id == "E151"]
    assert [str(f.facts["right"]) for f in found] == [form.format(name).split("\n")[-1]]


def test_backslash_in_words_in_quotation_marks_is_told_with_the_marks_that_can_hold_it() -> None:
    (found,) = check_text(mistype("luu: VX", 'luu: "VX\\dTH"'), "md").findings
    assert (found.id, found.facts["right"]) == ("E151", "luu: 'VX\\dTH'")
