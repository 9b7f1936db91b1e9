"""What the data of an input must be, and how each departure is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD, ids
from ttdn_draft.errors import Finding
from ttdn_draft.model import Draft, Issuer, Signer, keys_of
from ttdn_draft.pipeline import check_file, check_text
from ttdn_draft.validate.schema import load_schema

Findings = Callable[..., tuple[Finding, ...]]


def changed(old: str, new: str) -> str:
    assert old in HEAD
    return HEAD.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "id", "path"),
    [
        ("loai: huong-dan\n", "", "E201", "$"),
        ("the_thuc: dang\n", "", "E201", "$"),
        ("so: 14", "so: 14\nnoi_nhann: []", "E202", "$.noi_nhann"),
        ("so: 14", "so: 14.5", "E203", "$.so"),
        ("so: 14", "so: [14]", "E226", "$.so"),
        ("so: 14", "so: 0", "E207", "$.so"),
        ("so: 14", "so: '000'", "E205", "$.so"),
        ("so: 14", f"so: {'9' * 5000}", "E205", "$.so"),
        ("trich_yeu: công tác thông tin đối ngoại", "trich_yeu: '  '", "E209", "$.trich_yeu"),
        ("so: 14", "danh_so: [I, 1, '1']", "E211", "$.danh_so"),
        ("so: 14", "so: mười bốn", "E205", "$.so"),
        ("noi_nhan: [Thường trực Tỉnh uỷ]", "noi_nhan: Thường trực", "E227", "$.noi_nhan"),
        ("noi_nhan: [Thường trực Tỉnh uỷ]", "noi_nhan: [1]", "E203", "$.noi_nhan[0]"),
        ("ky: {chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn An}", "ky: {chucvu: X}", "E202", "$.ky.chucvu"),
        ("loai: huong-dan", "loai: huong_dan", "E204", "$.loai"),
        ("ngay: 2026-06-05", "ngay: 31/02/2026", "E210", "$.ngay"),
        ("ngay: 2026-06-05", "ngay: 2026-13-01", "E210", "$.ngay"),
        ("ngay: 2026-06-05", "ngay: tháng 6", "E205", "$.ngay"),
        ("ngay: 2026-06-05", "ngay: 2026-06-00", "E210", "$.ngay"),
        ("ngay: 2026-06-05", "du_thao: 1\nngay: 13/2026", "E210", "$.ngay"),
        ("ngay: 2026-06-05", "du_thao: 1\nngay: 0/2026", "E210", "$.ngay"),
        ("ngay: 2026-06-05", "du_thao: 1\nngay: '0000'", "E210", "$.ngay"),
        ("ngay: 2026-06-05", "du_thao: 1\nngay: 26", "E207", "$.ngay"),
        ("ngay: 2026-06-05", "du_thao: 1\nngay: 6.2026", "E203", "$.ngay"),
        ("ngay: 2026-06-05", "ngay: 6/2026", "E215", "$.ngay"),
        ("ngay: 2026-06-05", "du_thao: null\nngay: 2026", "E215", "$.ngay"),
        ("ngay: 2026-06-05", "ngay: 29/02/2027", "E210", "$.ngay"),
        ("so: 14", "danh_so: [a, I]", "E211", "$.danh_so"),
        ("so: 14", 'danh_so: [I, "1.1"]', "E211", "$.danh_so"),
        ("so: 14", "danh_so: [I, b]", "E204", "$.danh_so[1]"),
        ("so: 14", "tinh: cao-bangg", "E601", "$.tinh"),
        ("ky: {chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn An}", "ky: truong-ban", "E604", "$.ky"),
        (
            "co_quan: {cap_tren: TỈNH UỶ CAO BẰNG, ten: BAN TUYÊN GIÁO VÀ DÂN VẬN, ky_hieu: BTGDVTU}",
            "co_quan: btgdvtu",
            "E604",
            "$.co_quan",
        ),
        ("so: 14", "noi_dung: [{doan: x}]", "E118", "$.noi_dung"),
        ("so: 14", "so: 14\nso: 15", "E121", "$.so"),
        ("so: 14", "so: &a 14", "E122", "$.so"),
        ("so: 14", "so: *a", "E122", "$.so"),
        ("so: 14", "so: !!python/name:os.system 14", "E123", "$.so"),
        ("so: 14", "[1, 2]: 14", "E125", "$"),
    ],
)
def test_departure_from_the_format_is_told_with_its_path_and_line(
    findings: Findings, old: str, new: str, id: str, path: str
) -> None:
    head = changed(old, new)
    found = next(f for f in findings(BODY, head) if f.id == id)
    lines = head.split("\n")
    assert found.place.path == path
    assert id in ("E201", "E121") or new.split("\n")[-1] == lines[found.place.line - 1]


@pytest.mark.parametrize("text", ["so: 'chưa đóng", "a: b: c", "{", "- x\n  y: [", "so: @x"])
def test_broken_yaml_is_told_with_its_line(findings: Findings, text: str) -> None:
    found = findings(BODY, f"---\nloai: huong-dan\n{text}\n---\n")
    assert found[0].id in ("E120", "E125", "E151") and found[0].place.line >= 2


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("loai:huong-dan\nthe_thuc: dang", 2, 5),
        ("loai: huong-dan\nngay:30/3/2027", 3, 5),
        ("ky:\n  chuc_vu: TRƯỞNG BAN\n  ho_ten:Nguyễn Văn An\nluu: VT", 4, 9),
        ("noi_nhan:\n  - ten:A\n    muc_dich: để b/c", 3, 8),
    ],
)
def test_colon_without_a_space_is_told_where_it_stands(findings: Findings, text: str, line: int, column: int) -> None:
    found = findings(BODY, f"---\n{text}\n---\n")[0]
    assert (found.id, found.place.line, found.place.column) == ("E151", line, column)
    assert "after the colon" in found.sentence("en")


@pytest.mark.parametrize("text", ["trich_yeu: về việc: thử", "luu http://a.vn\nso: 1", "14:30\nso: 1"])
def test_other_faults_of_colons_are_told_as_such(findings: Findings, text: str) -> None:
    found = findings(BODY, f"---\n{text}\n---\n")[0]
    assert found.id in ("E120", "E151") and "after the colon" not in found.sentence("en")


def test_duplicate_key_names_the_line_of_the_first(findings: Findings) -> None:
    found = findings(BODY, changed("so: 14", "so: 14\nso: 15"))
    assert [(f.id, f.place.line, f.facts["first"]) for f in found] == [("E121", 6, 5)]


def test_comment_that_may_be_text_is_doubted(findings: Findings) -> None:
    found = findings(BODY, changed("thông tin đối ngoại", "tuyên truyền quý III #4 năm 2026"))
    assert [(f.id, f.facts["lost"]) for f in found] == [("W128", "#4 năm 2026")]
    assert findings(BODY, changed("so: 14", "so: 14  # số của năm trước")) == ()


@pytest.mark.parametrize(
    ("line", "id", "right"),
    [
        ("trich_yeu: #công tác", "E151", 'trich_yeu: "#công tác"'),
        ("trich_yeu: [Tài liệu] công tác", "E151", 'trich_yeu: "[Tài liệu] công tác"'),
        ("trich_yeu: {A} công tác", "E151", 'trich_yeu: "{A} công tác"'),
        *((f"trich_yeu: {sign} công", "E151", f'trich_yeu: "{sign} công"') for sign in "&%@`>|?,]}"),
        ("trich_yeu: * công", "E151", "trich_yeu: công"),
        ("trich_yeu: - công", "E151", "trich_yeu: công"),
        ("trich_yeu: – công", "W224", "trich_yeu: công"),
        ("trich_yeu: [công]", "E225", "trich_yeu: công"),
        ("trich_yeu: [điền: công]", "E225", 'trich_yeu: "[điền: công]"'),
        ("trich_yeu: [công #1 tác]", "E151", 'trich_yeu: "[công #1 tác]"'),
        ("trich_yeu: {công}", "E151", 'trich_yeu: "{công}"'),
        ("noi_nhan: UBND", "E227", "- UBND"),
        ("noi_nhan:\n  - * UBND", "E151", "  - UBND"),
        ("noi_nhan:\n  - {UBND}", "E151", '  - "{UBND}"'),
        ("noi_nhan:\n  - ? UBND", "E151", '  - "? UBND"'),
        ("noi_nhan:\n  - [UBND]", "E225", '- "[UBND]"'),
        ("trich_yeu: >công tác", "E151", 'trich_yeu: ">công tác"'),
        ("trich_yeu: !công tác", "E151", 'trich_yeu: "!công tác"'),
        ("trich_yeu: ! công tác", "E123", 'trich_yeu: "! công tác"'),
        ("trich_yeu: &công tác", "E122", 'trich_yeu: "&công tác"'),
        ("trich_yeu: **công tác** mới", "E122", 'trich_yeu: "**công tác** mới"'),
        ("trich_yeu: công tác # năm 2027", "W128", 'trich_yeu: "công tác # năm 2027"'),
        ("noi_nhan:\n  - #UBND", "E151", '  - "#UBND"'),
        ("noi_nhan:\n  - [UBND] tỉnh", "E151", '  - "[UBND] tỉnh"'),
        ("noi_nhan:\n  - &UBND", "E122", '- "&UBND"'),
        ("noi_nhan:\n  - UBND # 4", "W128", '- "UBND # 4"'),
    ],
)
def test_value_that_begins_with_a_sign_of_yaml_is_told_once_with_the_line_in_quotes(
    findings: Findings, line: str, id: str, right: str
) -> None:
    old = "noi_nhan: [Thường trực Tỉnh uỷ]" if line.startswith("noi") else "trich_yeu: công tác thông tin đối ngoại"
    head = changed(old, line)
    (found,) = findings(BODY, head)
    assert (found.id, found.facts["right"]) == (id, right)
    assert head.split("\n")[found.place.line - 1] == line.split("\n")[-1] and right in found.sentence()


@pytest.mark.parametrize("line", ["the_thuc: dang # Đảng", "dia_danh: Cao Bằng  # tỉnh lỵ", "so: 14 # số sau"])
def test_remark_behind_a_code_or_two_blanks_is_one(findings: Findings, line: str) -> None:
    old = next(old for old in changed("so: 14", "so: 14").split("\n") if old.startswith(line.split(":")[0] + ":"))
    assert findings(BODY, changed(old, line)) == ()


def test_key_with_another_word_is_no_guess(findings: Findings) -> None:
    told = {key: findings(BODY, changed("so: 14", f"{key}: x"))[0] for key in ("ti_mat", "hai_matt")}
    assert {key: found.id for key, found in told.items()} == {"ti_mat": "E883", "hai_matt": "E202"}
    assert told["hai_matt"].facts["guess"] == "hai_mat"


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        ("  - gach: A\n    - B", "  - B"),
        ("  - gach: A\n      - B\n      - C", "  - B"),
        ("  - muc: M\n    noi_dung:\n      - gach: A\n          - B", "      - B"),
    ],
)
def test_deeper_item_under_a_key_of_an_item_is_not_joined_without_a_word(
    write: Callable[..., Path], lines: str, right: str
) -> None:
    head = HEAD.removeprefix("---\n").removesuffix("---\n")
    (found,) = check_file(write("", f"{head}noi_dung:\n{lines}\n", "a.yaml")).findings
    last = head.count("\n") + 1 + next(n for n, line in enumerate(lines.split("\n"), 1) if "- B" in line)
    assert (found.id, found.facts["right"], found.place.line) == ("E151", right, last)


def test_dash_between_words_of_a_value_over_two_lines_is_no_item(findings: Findings) -> None:
    found = findings(BODY, changed("thông tin đối ngoại", "thông tin\n  - truyền thông"))
    assert {f.id for f in found} == {"N129"}


@pytest.mark.parametrize(
    ("old", "line", "path"),
    [
        ("so: 14", "can_cu: [“Căn cứ Điều lệ Đảng”]", "$.can_cu[0]"),
        ("so: 14", "phu_luc: [{tieu_de: ‘Danh mục’, noi_dung: Phụ lục.}]", "$.phu_luc[0].tieu_de"),
        ("trich_yeu: công tác thông tin đối ngoại", "trich_yeu: «công tác»", "$.trich_yeu"),
    ],
)
def test_value_in_typographic_marks_is_doubted_wherever_it_is_one(
    findings: Findings, old: str, line: str, path: str
) -> None:
    assert path in [f.place.path for f in findings(BODY, changed(old, line)) if f.id == "W153"]


def test_blank_key_stands_on_its_own_line(findings: Findings) -> None:
    found = findings(BODY, changed("trich_yeu: công tác thông tin đối ngoại", "trich_yeu:"))
    assert [(f.id, f.place.line) for f in found] == [("E220", 8)]


def test_unknown_key_is_answered_with_the_likely_one(findings: Findings) -> None:
    found = findings(BODY, changed("dia_danh:", "dia_dan:"))
    assert found[0].facts["guess"] == "dia_danh"


def test_alias_bomb_is_refused_and_costs_nothing(findings: Findings) -> None:
    bomb = "a: &a [x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    assert "E122" in ids(findings(BODY, f"---\n{bomb}---\n"))


def test_nesting_without_end_is_refused(findings: Findings, write: Callable[..., Path]) -> None:
    assert "E126" in ids(findings(BODY, "---\na: " + "[" * 300 + "]" * 300 + "\n---\n"))
    deep = write("", "[" * 100_000 + "]" * 100_000, "a.json")
    assert ids(check_file(deep).findings) == ["E127"]


@pytest.mark.parametrize("text", ['{"a": 1,}', '{"a": NaN}', "{'a': 1}", "[1, 2", '{"a": 01}'])
def test_broken_json_is_told(write: Callable[..., Path], text: str) -> None:
    assert ids(check_file(write("", text, "a.json")).findings) == ["E127"]


def test_second_yaml_document_is_refused(write: Callable[..., Path]) -> None:
    found = check_file(write("", "loai: huong-dan\n---\nloai: ke-hoach\n", "a.yaml")).findings
    assert ("E124", 2) in [(f.id, f.place.line) for f in found]


def test_duplicate_key_of_json_is_told_with_its_line(write: Callable[..., Path]) -> None:
    found = check_file(write("", '{\n "so": 1,\n "so": 2\n}', "a.json")).findings
    assert ("E121", 3) in [(f.id, f.place.line) for f in found]


@pytest.mark.parametrize(
    ("block", "id"),
    [
        ("{}", "E206"),
        ("{doan: a, khoan: b}", "E206"),
        ("{doan: 5}", "E203"),
        ("{doan: '  '}", "E209"),
        ("{gach: a, so: 5}", "E239"),
        ("{doan: a, mau: do}", "E202"),
        ("{bang: {cot: [{ten: A}, {ten: B}], hang: [[x]]}}", "E213"),
        ("{bang: {cot: [{ten: A}, {ten: B}], hang: [[x, y, z]]}}", "E213"),
        ("{bang: {cot: [{ten: A}], hang: [[{chu: x, gop_hang: 3}], []]}}", "E214"),
        (
            "{bang: {cot: [{ten: A}, {ten: B}, {ten: C}], "
            "hang: [[x, {chu: y, gop_hang: 2}, z], [{chu: w, gop_cot: 2}]]}}",
            "E213",
        ),
        ("{muc: a, noi_dung: [{muc: b, noi_dung: [{muc: c, noi_dung: [{muc: d, noi_dung: [{muc: e}]}]}]}]}", "E212"),
    ],
)  # fmt: skip
def test_wrong_structured_block_is_told(write: Callable[..., Path], block: str, id: str) -> None:
    head = HEAD.removeprefix("---\n").removesuffix("---\n")
    found = check_file(write("", f"{head}noi_dung:\n  - {block}\n", "a.yaml")).findings
    assert (id, head.count("\n") + 2) in [(f.id, f.place.line) for f in found]


@pytest.mark.parametrize("block", ["1", "chữ", "null", "[1]", "1.5"])
def test_block_that_is_no_group_is_told_with_its_line(write: Callable[..., Path], block: str) -> None:
    head = HEAD.removeprefix("---\n").removesuffix("---\n")
    (fault,) = check_file(write("", f"{head}noi_dung:\n  - {block}\n", "a.yaml")).findings
    told = {"null": "E220", "chữ": "E249"}.get(block, "E203")
    assert (fault.id, fault.place.path, fault.place.line) == (told, "$.noi_dung[0]", head.count("\n") + 2)


def test_faults_of_dates_and_of_signatures_come_together(findings: Findings) -> None:
    assert {"E210", "sign-mark-system"} <= set(
        ids(
            findings(
                BODY, changed("ngay: 2026-06-05", "ngay: 31/2/2026").replace("{chuc_vu", "{quyen_han: X Y, chuc_vu")
            )
        )
    )


@pytest.mark.parametrize("typed", ["|\n  5/6/2026", '"5/6/2026\\n"', "' 2026-06-05 '"])
def test_blanks_around_a_date_do_not_lose_it(write: Callable[..., Path], typed: str) -> None:
    checked = check_file(write(head=changed("ngay: 2026-06-05", f"ngay: {typed}")))
    assert checked.document is not None, checked.findings
    assert checked.document.place_date == "Cao Bằng, ngày 05 tháng 6 năm 2026"


def test_leading_zero_of_a_number_is_not_lost(findings: Findings, write: Callable[..., Path]) -> None:
    checked = check_file(write(head=changed("so: 14", "so: 007")))
    assert checked.document is not None
    assert checked.document.number_line == "Số 07-HD/BTGDVTU"


def test_every_schema_key_has_its_field_in_the_model() -> None:
    properties = load_schema("input")["properties"]
    refused = {"tinh", "luu"} - set(keys_of(Draft))
    assert set(properties) - refused - {"$schema"} == set(keys_of(Draft))  # which only editors read
    assert set(properties["co_quan"]["properties"]) == set(keys_of(Issuer))
    assert set(properties["ky"]["properties"]) == set(keys_of(Signer))


def test_every_schema_key_is_explained_in_vietnamese_with_an_example() -> None:
    for key, schema in load_schema("input")["properties"].items():
        assert schema["title"] and schema["description"] and schema["examples"], key


@pytest.mark.parametrize("name", ["input", "pack"])
def test_schema_is_itself_valid(name: str) -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(load_schema(name))


def test_every_key_of_tables_and_lists_is_explained_with_an_example() -> None:
    schema = load_schema("input")
    tasks, figure = schema["properties"]["nhiem_vu"]["items"], schema["$defs"]["chi_tieu"]
    table = schema["$defs"]["bang"]
    for node in (
        table,
        table["properties"]["cot"]["items"],
        table["properties"]["hang"]["items"]["items"],
        tasks,
        figure,
    ):
        for key, explained in node["properties"].items():
            assert explained["title"] and explained["description"] and explained["examples"], key


@pytest.mark.parametrize(
    ("line", "id", "right"),
    [
        ("trich_yeu:\n  - công", "E226", "trich_yeu: công"),
        ("trich_yeu:\n  - công\n  - tác", "E226", "trich_yeu: …"),
        ("noi_nhan: - UBND\n  - Sở", "E151", "  - UBND"),
        ("noi_nhan: - UBND", "E151", "noi_nhan: UBND"),
    ],
)
def test_value_and_list_in_place_of_each_other_are_told_with_the_right_line(
    findings: Findings, line: str, id: str, right: str
) -> None:
    old = "noi_nhan: [Thường trực Tỉnh uỷ]" if line.startswith("noi") else "trich_yeu: công tác thông tin đối ngoại"
    (found,) = findings(BODY, changed(old, line))
    assert (found.id, found.facts["right"]) == (id, right)


@pytest.mark.parametrize("key", ["[^1]", '"[^1]"', "'[^1]'"])
def test_note_whose_key_is_written_as_its_mark_is_told_once(key: str) -> None:
    head = HEAD.strip("-\n")
    data = f"{head}\nnoi_dung:\n  - doan: Chữ[^1].\nchu_thich:\n  {key}: Theo đó.\n"
    (found,) = check_text(data, "yaml").findings
    assert (found.id, found.facts["right"]) == ("E151", '  "1": Theo đó.')


def test_block_whose_key_is_mistyped_is_told_once_and_not_its_note() -> None:
    head = HEAD.strip("-\n")
    data = f'{head}\nnoi_dung:\n  - Doan: Chữ[^1].\nchu_thich:\n  "1": Theo đó.\n'
    (found,) = check_text(data, "yaml").findings
    assert (found.id, found.facts["guess"]) == ("E202", "doan")
