"""What a file must be: text in UTF-8 with characters that Word can print."""

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.conftest import BODY, HEAD, ids
from ttdn_draft.errors import Finding
from ttdn_draft.pipeline import check_file

Findings = Callable[..., tuple[Finding, ...]]
GOOD = (HEAD + BODY).encode()


@pytest.mark.parametrize(
    ("data", "id"),
    [
        (b"", "E105"),
        (b" \n\n", "E105"),
        (b"PK\x03\x04rest", "E102"),
        (b"\xd0\xcf\x11\xe0rest", "E102"),
        (b"%PDF-1.7", "E102"),
        (b"abc\0def", "E102"),
        (GOOD.decode().encode("utf-16"), "E103"),
        ("---\nloai: hướng dẫn".encode("cp1258", "replace"), "E104"),
        (b"---\nloai: \xff", "E104"),
        (b"no front matter", "E115"),
        (b"---\nloai: huong-dan\n", "E116"),
        (b"---\n---\ntext", "E117"),
        (b"---\n- a\n---\ntext", "E117"),
        (b"x" * (5 * 1024 * 1024 + 1), "E107"),
    ],
)
def test_file_that_is_no_readable_input_is_refused_by_name(tmp_path: Path, data: bytes, id: str) -> None:
    path = tmp_path / "hướng dẫn.md"
    path.write_bytes(data)
    checked = check_file(path)
    assert id in ids(checked.findings)
    assert checked.document is None


def test_missing_file_is_a_finding(tmp_path: Path) -> None:
    assert ids(check_file(tmp_path / "khong-co.md").findings) == ["E106"]


def test_unknown_suffix_is_a_finding(write: Callable[..., Path]) -> None:
    assert ids(check_file(write(name="van-ban.txt")).findings) == ["E101"]


def test_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n"))
    assert check_file(path).findings == ()


def test_wrong_byte_is_named_with_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(GOOD + b"abc\xff")
    found = check_file(path).findings[0]
    assert (found.place.line, found.place.column) == (GOOD.count(b"\n") + 1, 4)


def test_decomposed_text_is_composed_with_a_note(findings: Findings) -> None:
    found = findings(normalize("NFD", "Đoạn tiếng Việt.\n"))
    assert [(f.id, f.place.line) for f in found] == [("N108", HEAD.count("\n") + 1)]


@pytest.mark.parametrize("character", ["\x07", "\x0c", "\x0b", "\x7f", "\x85", "\u2028", "\u202e", "\ufffd"])
def test_character_that_cannot_be_printed_is_refused_with_its_place(findings: Findings, character: str) -> None:
    found = findings(f"ab{character}cd\n")
    assert [(f.id, f.place.line, f.place.column) for f in found] == [("E110", HEAD.count("\n") + 1, 3)]


@pytest.mark.parametrize("character", ["\u200b", "\u200d", "\u00ad", "\ufeff"])
def test_invisible_character_is_named_and_kept(
    findings: Findings, rendered: Callable[..., Path], character: str
) -> None:
    body = f"ab{character}cd\n"
    assert ids(findings(body)) == ["W112"]
    assert f"ab{character}cd" in _text(rendered(body))


def _text(path: Path) -> str:
    from tests.word_files import Word

    return "\n".join(Word(path).texts())


@pytest.mark.parametrize("character", ["☐", "✓", "，", "😀"])
def test_sign_that_the_font_of_the_standard_lacks_is_told(findings: Findings, character: str) -> None:
    assert [(f.id, f.place.column) for f in findings(f"ab {character}\n")] == [("W115", 4)]


def test_letters_of_foreign_names_are_told_once_as_a_note(findings: Findings) -> None:
    (found,) = findings("Ông 王毅（外长）, bà ประยุทธ์.\n\nÔng 王毅。\n")
    assert (found.id, found.place.column, found.facts["sample"]) == ("N109", 5, "王毅（外长")


def test_a_million_letters_that_the_font_lacks_take_little_room(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("trich_yeu: " + "王" * 1_000_000, encoding="utf-8")
    tracemalloc.start()
    found = [f for f in check_file(path).findings if f.id == "N109"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [f.facts["count"] for f in found] == [1_000_000] and peak < 120e6


@pytest.mark.parametrize("text", ["“ngoặc” – gạch… 5 ≤ 6 °C €", "Ωμέγα, Москва, 1/2 ½"])
def test_letters_of_the_font_pass(findings: Findings, text: str) -> None:
    assert findings(f"{text}\n") == ()


def test_tab_between_words_is_refused_and_tab_before_them_is_a_warning(findings: Findings) -> None:
    assert ids(findings("một\thai\n")) == ["E111"]
    assert ids(findings("- ý\n\t+ nhỏ\n")) == ["W113"]


def test_typed_superscript_digit_is_doubted_but_not_after_a_unit(findings: Findings) -> None:
    assert ids(findings("của Đảng¹.\n")) == ["W114"]
    assert findings("rộng 12 km².\n") == ()


def test_json_escape_of_a_control_character_is_refused_at_its_key(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"loai": "huong-dan", "trich_yeu": "a\\u0007b"}', encoding="utf-8")
    found = [f for f in check_file(path).findings if f.id == "E110"]
    assert [f.place.path for f in found] == ["$.trich_yeu"]


def test_sign_is_shown_by_itself_without_its_english_name(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nloai: ★，\u200b\n---\nx\n", encoding="utf-8")
    shown = [str(f.facts["character"]) for f in check_file(tmp_path / "a.md").findings if "character" in f.facts]
    assert sorted(shown) == ["U+200B", "★ (U+2605)", "， (U+FF0C)"]


def test_replacement_character_hides_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"trich_yeu": "a\\ufffd\\u0000\\u200bb"}', encoding="utf-8")
    found = [f for f in check_file(path).findings if f.place.path == "$.trich_yeu"]
    assert [(f.id, str(f.facts["character"])[:6]) for f in found] == [
        ("E110", "U+FFFD"), ("E110", "U+0000"), ("W112", "U+200B"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
@pytest.mark.parametrize("text", ["- a\n", '"chữ"\n', "null\n", "[1, 2]\n"])
def test_file_whose_top_is_no_group_of_keys_is_told(write: Callable[..., Path], name: str, text: str) -> None:
    if name == "a.yaml" or text != "- a\n":
        assert ids(check_file(write("", text, name)).findings) == ["E117"]


def test_what_is_no_regular_file_is_told_and_never_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "thư mục.md"
    folder.mkdir()
    assert ids(check_file(folder).findings) == ["E106"]


def test_notes_written_twice_are_told_and_wrong_notes_are_not_dropped(write: Callable[..., Path]) -> None:
    head = HEAD.removeprefix("---\n").removesuffix("---\n")
    body = "noi_dung: |\n  x[^1]\n\n  [^1]: B\n"
    twice = check_file(write("", f'{head}chu_thich: {{"1": A}}\n{body}', "a.yaml")).findings
    wrong = check_file(write("", f"{head}chu_thich: [x]\n{body}", "a.yaml")).findings
    assert "E140" in ids(twice)
    assert "E203" in ids(wrong)


def test_errors_inside_a_quoted_string_stand_where_the_string_stands(write: Callable[..., Path]) -> None:
    found = check_file(write("", '{\n "noi_dung": "một\\n\\n* hai\\n\\nba[^9]"\n}', "a.json")).findings
    inner = [f for f in found if f.id in ("E135", "E144")]
    assert {(f.place.line, f.place.column) for f in inner} == {(2, 14)} and len(inner) == 2


def test_body_is_read_though_the_front_matter_is_broken(findings: Findings) -> None:
    assert {"E151", "E896", "E135"} <= set(ids(findings("<b>x</b>\n\n* y\n", "---\nloai: 'x\n---\n")))


def test_thousands_of_wrong_characters_are_found_in_a_moment(findings: Findings) -> None:
    first = 1 + HEAD.count("\n")
    (found,) = findings("A\tb.\n\n" * 3000)
    lines = ", ".join(str(first + 2 * at) for at in range(1, 6))
    assert (found.id, found.place.line, found.facts["also"]) == ("E111", first, f"{lines}, …")


def test_thousands_of_open_note_marks_are_told_in_a_moment(findings: Findings) -> None:
    assert ids(findings("[^" * 20_000 + "\n")) == ["E144"]


def test_three_formats_give_the_same_document(write: Callable[..., Path], tmp_path: Path) -> None:
    data = {
        "loai": "huong-dan",
        "the_thuc": "dang",
        "co_quan": {"cap_tren": "TỈNH UỶ CAO BẰNG", "ten": "BAN TUYÊN GIÁO VÀ DÂN VẬN", "ky_hieu": "BTGDVTU"},
        "so": 14,
        "dia_danh": "Cao Bằng",
        "ngay": "2026-06-05",
        "trich_yeu": "công tác thông tin đối ngoại",
        "noi_nhan": ["Thường trực Tỉnh uỷ"],
        "luu": "Ban Tuyên giáo và Dân vận Tỉnh uỷ",
        "ky": {"chuc_vu": "TRƯỞNG BAN", "ho_ten": "Nguyễn Văn An"},
        "noi_dung": [{"muc": "Mục đích", "noi_dung": [{"doan": "Nội **dung**[^1]."}]}],
        "chu_thich": {"1": "Một chú thích."},
    }
    as_json = tmp_path / "a.json"
    as_json.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    as_yaml = tmp_path / "a.yaml"
    as_yaml.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")  # JSON is YAML
    markdown = write("# Mục đích\n\nNội **dung**[^1].\n\n[^1]: Một chú thích.\n")
    results = [check_file(path) for path in (markdown, as_json, as_yaml)]
    assert all(r.findings == () for r in results)
    assert results[0].document == results[1].document == results[2].document


def test_yaml_body_in_one_string_is_markdown_with_true_lines(tmp_path: Path) -> None:
    head = HEAD.removeprefix("---\n").removesuffix("---\n")
    path = tmp_path / "a.yaml"
    path.write_text(head + "noi_dung: |\n  # Mục\n\n  Chữ[^7]\n", encoding="utf-8")
    assert [(f.id, f.place.line) for f in check_file(path).findings] == [("E144", head.count("\n") + 4)]
