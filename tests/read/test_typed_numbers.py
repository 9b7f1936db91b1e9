"""Numbers and headings typed as in Word: counted where that is sure, told where it is not."""

import pytest

from tests.conftest import BODY, HEAD, STATE_HEAD, ids, of_input
from ttdn_draft.errors import Finding
from ttdn_draft.model import plain_text
from ttdn_draft.pipeline import check_text

PASTED = """I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao hiệu quả công tác thông tin đối ngoại.
2. Yêu cầu
Bám sát chủ trương của Đảng.

II. NHIỆM VỤ

1. Thông tin về tỉnh cho báo chí nước ngoài.

2. Báo cáo kết quả trước ngày 15/12.

III. TỔ CHỨC THỰC HIỆN

Sở Ngoại vụ chủ trì.
"""


def read(body: str) -> tuple[tuple[Finding, ...], list[tuple[str, str, str]]]:
    """Return what is found in a text, and look, level or label and words of each block that is printed."""
    checked = check_text(HEAD + body, "md")
    blocks = checked.document.body if checked.document else ()
    return checked.findings, [(b.look, b.level or b.label, plain_text(b.text)) for b in blocks]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("a. Điểm", "a) …"),
        ("a/ Điểm", "a) …"),
        ("(a) Điểm", "a) …"),
        ("(1) Điểm", "- …"),
        ("1.1 Điểm", "1.1. …"),
        ("I.1. Điểm", "- …"),
    ],
)
def test_number_of_a_form_that_is_not_counted_is_told_once_with_what_to_write(typed: str, right: str) -> None:
    found, printed = read(f"Đoạn đầu.\n\n{typed}\n\n{typed}\n\nĐoạn cuối.\n")
    first = HEAD.count("\n") + 3
    assert [(f.id, f.place.line, f.facts["right"], f.facts["also"]) for f in found] == [
        ("W157", first, right, str(first + 2))
    ]
    assert [words for _, _, words in printed[1:3]] == [typed, typed]


@pytest.mark.parametrize("text", ["1.1 triệu lượt khách.", "A.b là tên tệp.", "1/5 là ngày lễ.", "(Hết) và thôi."])
def test_words_that_only_begin_like_a_number_are_words(text: str) -> None:
    found, printed = read(f"Đoạn đầu.\n\n{text}\n")
    assert found == () and printed[-1][2] == text


def test_number_with_a_slash_is_counted() -> None:
    found, printed = read("# Mục\n\n1/ Khoản một.\n\n2/ Khoản hai.\n")
    assert found == () and [(level, words) for _, level, words in printed[1:]] == [
        ("1", "Khoản một."),
        ("1", "Khoản hai."),
    ]


def test_headings_typed_as_in_word_are_read_as_headings_and_told_once() -> None:
    found, printed = read(PASTED)
    assert [(f.id, f.place.line, f.facts["count"]) for f in of_input(found)] == [("W156", HEAD.count("\n") + 1, 5)]
    levels = [(level, words) for look, level, words in printed if look != "doan"]
    assert levels == [
        ("I", "MỤC ĐÍCH, YÊU CẦU"),
        ("1", "Mục đích"),
        ("1", "Yêu cầu"),
        ("I", "NHIỆM VỤ"),
        ("1", "Thông tin về tỉnh cho báo chí nước ngoài."),
        ("1", "Báo cáo kết quả trước ngày 15/12."),
        ("I", "TỔ CHỨC THỰC HIỆN"),
    ]


def test_text_that_is_offered_for_typed_headings_is_printed_alike_and_clean() -> None:
    found, printed = read(PASTED)
    assert str(found[0].facts["old"]).strip() == PASTED.strip()
    told, again = read(str(found[0].facts["new"]))
    assert (of_input(told), again) == ([], printed)


@pytest.mark.parametrize("second", ["IV. NHIỆM VỤ", "II. nhiệm vụ thứ hai."])
def test_roman_lines_that_do_not_count_on_are_no_headings(second: str) -> None:
    found, printed = read(f"I. MỤC ĐÍCH\n\nĐoạn.\n\n{second}\n\nĐoạn.\n")
    assert "W156" not in ids(found) and printed[0][2] == "I. MỤC ĐÍCH"


def test_full_paragraph_stands_on_the_level_of_a_heading() -> None:
    found, printed = read(
        "# Mục\n\n## 1. Mục đích\n\nĐoạn.\n\n2. Yêu cầu đầy đủ.\n\n3. Yêu cầu khác.\n\n## 4. Cuối\n\nĐoạn cuối.\n"
    )
    assert found == ()
    assert [(level, words) for look, level, words in printed if look != "doan"][1:] == [
        ("1", "Mục đích"),
        ("1", "Yêu cầu đầy đủ."),
        ("1", "Yêu cầu khác."),
        ("1", "Cuối"),
    ]


LOWER = "# A\n\n## 1. B\n\n### 1.1. C\n\nĐoạn.\n\n2. D.\n\n## 3. E\n\nX.\n"


@pytest.mark.parametrize(
    ("scheme", "text", "levels"),
    [
        ('[I, "1", "1.1"]', LOWER, ["I", "1", "1.1", "1", "1"]),
        ('["1", a]', "# 1. A\n\nĐoạn.\n\n2. B.\n\n# 3. C\n\nX.\n", ["1", "1", "1"]),
        ('["1", a]', "# 1. A\n\n1. B.\n\n2. C.\n\n# 2. D\n\nX.\n", ["1", "1"]),  # a), b) are counted as words
    ],
)
def test_full_paragraph_goes_on_over_lower_headings_and_without_one_above(
    scheme: str, text: str, levels: list[str]
) -> None:
    checked = check_text(HEAD.replace("---\n", f"---\ndanh_so: {scheme}\n", 1) + text, "md")
    assert checked.document is not None
    assert [block.level for block in checked.document.body if block.level] == levels


def test_paragraph_beside_a_heading_with_a_text_is_on_its_level_in_data_too() -> None:
    facts = HEAD.replace("---\n", "")
    blocks = '{"muc": "Hai", "noi_dung": [{"doan": "x."}]}, {"khoan": "Ba."}'
    document = check_text(f'{facts}\nnoi_dung: [{{"muc": "Một", "noi_dung": [{blocks}]}}]\n', "yaml").document
    assert document is not None
    assert [(b.level, plain_text(b.text)) for b in document.body if b.level] == [
        ("I", "Một"),
        ("1", "Hai"),
        ("1", "Ba."),
    ]


@pytest.mark.parametrize("end", [" ./.", " /.", "./.", ". ./.", " .", "."])
def test_end_mark_that_is_typed_is_not_doubled(end: str) -> None:
    _, printed = read(f"Đoạn cuối{end}\n")
    assert printed[-1][2] == "Đoạn cuối."
    document = check_text(STATE_HEAD + f"Đoạn cuối{end}\n", "md").document
    assert document is not None and plain_text(document.body[-1].text) == "Đoạn cuối./."


@pytest.mark.parametrize("text", ["[20*30]", "[a*b*c]", "![1*2]", "[(*)]", "[_a*b_]*c"])
def test_stars_in_brackets_end_the_reading(text: str) -> None:
    _, printed = read(f"{text} là số.\n")
    assert printed[-1][2] == f"{text} là số."


@pytest.mark.parametrize("line", ["[^1] : Nguồn", "[^1]： Nguồn", "[^1] Nguồn"])
def test_note_whose_colon_stands_apart_is_told_alone_with_what_to_write(line: str) -> None:
    (found,), _ = read(f"Một đoạn[^1].\n\n{line}\n")
    assert (found.id, found.place.line, found.facts["right"]) == ("E154", HEAD.count("\n") + 3, "[^1]: Nguồn")


def test_blank_in_the_mark_of_a_note_is_told_alone() -> None:
    (found,), _ = read("Một đoạn[^ 1].\n\n[^1]: Nguồn.\n")
    assert (found.id, found.place.column, found.facts["right"]) == ("E154", 9, "[^1]")


def test_paragraph_that_begins_with_a_mark_of_a_note_is_text() -> None:
    found, printed = read("[^1] Đoạn có dấu ở đầu.\n\n[^1]: Nguồn.\n")
    assert found == () and printed[-1][2] == " Đoạn có dấu ở đầu."


def test_base_text_is_clean() -> None:
    assert read(BODY)[0] == ()


def test_number_behind_points_goes_on_from_the_headings_above() -> None:
    body = (
        "# Một\n\n## Sở A\n\na) Ý một.\n\nb) Ý hai.\n\n2. Sở B: chủ trì.\n\n3. Sở C: phối hợp.\n\n## Sở D\n\nMột ý.\n"
    )
    assert [label for _, label, words in read(body)[1] if "Sở" in words] == ["1"] * 4


def test_short_form_in_capitals_is_no_word_typed_without_marks() -> None:
    line = "Thông báo qua phần mềm ASM cho 119 cơ sở, ASM cấp cơ sở mới; ASM đã dùng."
    assert "syllable-impossible" not in {found.id for found in read(line)[0]}
