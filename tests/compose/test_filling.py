"""Filling outlines: every value stays words, whatever it holds, and the facts stay YAML."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tests.compose.values import VALUES, put
from tests.conftest import ids
from ttdn_draft.compose import Outline, OutlineValues, fill_outline, fill_paragraphs, read_outline, read_paragraphs
from ttdn_draft.compose.values import BODY_NAMES, SLOTS
from ttdn_draft.errors import PackError
from ttdn_draft.model import Document, list_named, plain_text, texts_of
from ttdn_draft.pipeline import check_file

HEAD = """loai: ke-hoach
du_thao: 1
the_thuc: dang
co_quan: {cap_tren: TỈNH UỶ CAO BẰNG, ten: BAN TUYÊN GIÁO, ky_hieu: BTGTU, ten_day_du: Ban Tuyên giáo Tỉnh uỷ}
dia_danh: Cao Bằng
ngay: 2027-01-11
noi_nhan: [Thường trực Tỉnh uỷ]
luu: Ban Tuyên giáo Tỉnh uỷ
ky: {chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn An}
"""
NASTY = [
    "# Tiêu đề giả",
    "## Tiêu đề giả",
    "- ý giả",
    "+ ý giả",
    "> trích",
    "1. khoản giả",
    "1986. Năm đổi mới",
    "12) khoản giả",
    "a) điểm giả",
    "a)",
    "đ) điểm giả",
    "1.1. khoản giả",
    "1.Khoản giả",
    "1950.",
    "---",
    "===",
    "***",
    "~~~",
    "```",
    "*nghiêng* và **đậm**",
    "_gạch dưới_ và __hai gạch__",
    "[liên kết](https://example.vn) và ![ảnh](a.png)",
    "[^] và [1]: chú thích",  # [^1] in a subject is a fault of its own
    "[nhãn]: https://example.vn",
    "<b>đậm</b> & <https://example.vn>",
    "R & D < 5, 10 > 2",
    "một | hai",
    "| một | hai |",
    "`mã`",
    "cuối dòng \\",
    "{{ nam }} {% for x in can_cu %}",
    "{{ 7 * 7 }}",
    "tên: giá trị # không phải ghi chú",
    "'nháy' và \"nháy kép\"",
    "@a",
    "%a",
    "!a",
    "&a *a",
    "true",
    "null",
    "12",
    "- a",
    "? a",
    ": a",
    ", a ] }",
]
ONE_LINE = ["một\nhai", "một\n\n# hai", "một\r\n- hai", "một\thai", "  một  ", "một\u2028hai", "---\nso: 14\n---"]


@pytest.fixture
def outline(tmp_path: Path) -> Callable[..., Outline]:
    """Return an outline of these facts and this text."""

    def _outline(body: str, facts: str = "trich_yeu: kế hoạch") -> Outline:
        put(tmp_path, f"---\n{facts}\n---\n{body}")
        found, findings = read_outline(tmp_path, "dang", "huong-dan")
        assert found is not None, findings
        return found

    return _outline


def with_fact(text: str) -> OutlineValues:
    return replace(VALUES, facts=replace(VALUES.facts, others=(text,)), issuer=replace(VALUES.issuer, name=text))


def read_back(text: str, folder: Path) -> Document:
    """Return the document of a filled outline, with a head that a person might write; nothing may be wrong with it."""
    path = folder / "ke-hoach.md"
    path.write_text(text.replace("---\n", f"---\n{HEAD}", 1), encoding="utf-8")
    checked = check_file(path)
    assert [f for f in checked.findings if f.severity == "error"] == []
    assert checked.document is not None
    return checked.document


def shape(blocks: Any) -> list[str]:
    return [getattr(block, "look", type(block).__name__) for block in blocks]


BODY = """# Về {{ co_quan.ten }}

{{ co_quan.ten }} ban hành.

- Ý: {{ co_quan.ten }}
{% for x in su_kien.khac %}
- {{ x }}
{% endfor %}

1. {{ co_quan.ten }} chủ trì.

| Cơ quan | Việc |
| --- | --- |
| {{ co_quan.ten }} | x |

Có chú thích[^1].

[^1]: Theo {{ co_quan.ten }}.
"""
FACTS = """trich_yeu: về {{ co_quan.ten }}
can_cu:
  - Căn cứ {{ co_quan.ten }}
  - "Theo {{ co_quan.ten }}"
  - 'Theo {{ co_quan.ten }}'
{% for x in su_kien.khac %}
  - Theo {{ x }}
{% endfor %}
phu_luc:
  - tieu_de: {{ co_quan.ten }}
    noi_dung: |
      # Mục

      {{ co_quan.ten }} ban hành Phụ lục.

      {% for x in su_kien.khac %}
      - {{ x }}
      {% endfor %}
  - {tieu_de: "Bảng {{ nam }}", noi_dung: "[bang: nhiem_vu]"}
nhiem_vu:
  - {noi_dung: {{ co_quan.ten }}, chu_tri: "{{ co_quan.ten }}", phoi_hop: [{{ co_quan.ten }}, Sở Ngoại vụ]}"""


def unbound(text: str) -> str:
    """Return a text as it was written: in print a no-break space stands before a dash."""
    return text.replace("\N{NO-BREAK SPACE}-", " -")


@pytest.mark.parametrize("value", NASTY)
def test_value_keeps_its_letters_and_changes_no_structure(
    outline: Callable[..., Outline], tmp_path: Path, value: str
) -> None:
    made = outline(BODY, FACTS)
    harmless = read_back(fill_outline(made, with_fact("Ban Tuyên giáo")), tmp_path)
    document = read_back(fill_outline(made, with_fact(value)), tmp_path)
    assert shape(document.body) == shape(harmless.body)
    assert [shape(annex.body) for annex in document.annexes] == [shape(annex.body) for annex in harmless.annexes]
    printed = [unbound(plain_text(text)) for text in texts_of(document.body)]
    assert printed[1] == f"{value} ban hành."
    assert printed[0].endswith(f"Về {value}")
    assert printed.count(value) == 2  # a dash item and a cell; a mark may be set behind an item
    assert unbound(document.subject) == f"về {value}"
    assert len(document.legal_bases) == 4
    assert unbound(document.annexes[0].title) == value.upper()
    cells = [unbound(plain_text(text)) for text in texts_of(document.annexes[1].body)]
    assert cells.count(value) == 2 and f"{value}; Sở Ngoại vụ" in cells


@pytest.mark.parametrize("value", ONE_LINE)
def test_value_of_several_lines_is_put_on_one(outline: Callable[..., Outline], tmp_path: Path, value: str) -> None:
    document = read_back(fill_outline(outline(BODY, FACTS), with_fact(value)), tmp_path)
    assert unbound(document.subject) == f"về {' '.join(value.split())}"
    assert len(document.annexes) == 2 and document.number_line.startswith("Số")
    assert not document.number_line.startswith("Số 14")


EVERYWHERE = """# Về {{ co_quan.ten }}

{{ co_quan.ten }} ba.

Một {{ co_quan.ten }} hai, cuối {{ co_quan.ten }}

Dòng trên
{{ co_quan.ten }} dòng dưới

- {{ co_quan.ten }}

1. {{ co_quan.ten }} chủ trì

| {{ co_quan.ten }} | Việc |
| --- | --- |
| x | Một {{ co_quan.ten }} hai |

Có chú thích[^1].

[^1]: {{ co_quan.ten }}
"""
SIGNS = list("#-+*_[]()|<>&\\`~=.:1a) đ{}%!^\"'\n,;?@IVXB\t\u00a0/2")
FORMS = [
    "a)",
    "a.",
    "1.1.",
    "12)",
    "II. ",
    "3- ",
    "[^",
    "[^a b]",
    "**",
    "__a__",
    " ##",
    "](",
    "[điền: năm]",
    "1.Khoản",
    ":--",
]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from([*SIGNS, *FORMS]), min_size=1, max_size=12).map("".join).filter(str.strip))
@example("a)")
@example("[^a b] và **")
@example("C #")
@example("[điền: năm](2026)")
@example("\u00a0- ý")
def test_no_string_of_marks_changes_structure_or_letters(tmp_path: Path, value: str) -> None:
    assume("[^" not in value)  # which is a fault of its own in a subject
    assume(not any(sign in value for sign in ("//", "/*", "<!--")))  # a remark for oneself, which is refused by name
    outline = Outline("x.md", "trich_yeu: về {{ co_quan.ten }}\n", EVERYWHERE)
    document = read_back(fill_outline(outline, with_fact(value)), tmp_path)
    words = " ".join(value.split())
    expected = ["Về {}", "{} ba.", "Một {} hai, cuối {}", "Dòng trên {} dòng dưới", "{}", "{} chủ trì", "{}", "Việc"]
    expected += ["x", "Một {} hai", "Có chú thích."]
    printed = [" ".join(plain_text(text).split()) for text in texts_of(document.body)]
    assert printed == [form.replace("{}", words) for form in expected]


@pytest.mark.parametrize(
    "value",
    ["a) b", "a. b", "1.1. b", "3- b", "II. MỤC", "II.", "-b", "#b", "1.Khoản", "**b", "_b_", "__b__ và [^b c]"],
)
def test_value_is_not_taken_for_a_mark_that_staff_forgot(tmp_path: Path, value: str) -> None:
    outline = Outline("x.md", "trich_yeu: một\n", "{{ co_quan.ten }}\n\nDòng trên\n{{ co_quan.ten }} hai\n")
    path = tmp_path / "ke-hoach.md"
    path.write_text(fill_outline(outline, with_fact(value)).replace("---\n", f"---\n{HEAD}", 1), encoding="utf-8")
    assert {"E137", "E144", "W138", "W139", "W149"}.isdisjoint(ids(check_file(path).findings))


def test_facts_stay_yaml_with_the_very_words(outline: Callable[..., Outline]) -> None:
    made = outline("x", FACTS)
    for value in NASTY:
        text = fill_outline(made, with_fact(value))
        data = YAML(typ="safe", pure=True).load(text.split("\n---\n")[0].removeprefix("---\n"))
        assert data["trich_yeu"] == f"về {value}"
        assert data["can_cu"] == [f"Căn cứ {value}", *[f"Theo {value}"] * 3]


def test_table_can_not_be_placed_by_a_value(outline: Callable[..., Outline], tmp_path: Path) -> None:
    text = fill_outline(outline("Một.\n\n{{ co_quan.ten }}\n", FACTS), with_fact("[bang: nhiem_vu]"))
    path = tmp_path / "ke-hoach.md"
    path.write_text(text.replace("---\n", f"---\n{HEAD}", 1), encoding="utf-8")
    assert "E231" in ids(check_file(path).findings)


def test_gaps_doubts_and_citations_stay_what_they_are(outline: Callable[..., Outline]) -> None:
    text = fill_outline(
        outline("{{ ky_niem_gop }}\n\n{{ can_cu_gop }}\n\n{% for x in su_kien.bien_gioi %}\n- {{ x }}\n{% endfor %}\n"),
        VALUES,
    )
    assert "[điền: các ngày kỷ niệm trong năm]\n" in text
    assert "[dan: kl-57-kltw-2023]; [dan: nq-59-nqtw-2025]\n" in text
    assert "- [cần kiểm tra: Tuyến biên giới đi qua 21 xã — báo tỉnh]\n- Có 01 cửa khẩu quốc tế\n" in text


def test_marks_inside_a_doubt_are_escaped_too(outline: Callable[..., Outline], tmp_path: Path) -> None:
    doubt = "[cần kiểm tra: 5*3 | a_b <c> — https://example.vn/a_b_c]"
    text = fill_outline(outline("Một {{ co_quan.ten }} hai.\n"), with_fact(doubt))
    document = read_back(text, tmp_path)
    (words,) = texts_of(document.body)
    assert plain_text(words) == "Một 5*3 | a_b <c> hai."
    assert [run.pending.written for run in words if run.pending] == [doubt]


def test_value_is_never_run_as_a_template(outline: Callable[..., Outline]) -> None:
    local = replace(VALUES.paragraphs, border="{{ nam }} {% set x = 1 %}")
    text = fill_outline(
        outline("{{ co_quan.ten }}\n\n{{ doan.bien_gioi }}\n"),
        replace(with_fact("{{ 7 * 7 }}"), paragraphs=local),
    )
    assert "{{ 7 \\* 7 }}" in text and "{{ nam }} {% set x = 1 %}" in text and "49" not in text


def test_letters_of_html_are_not_escaped_as_html(outline: Callable[..., Outline]) -> None:
    text = fill_outline(outline("{{ co_quan.ten }}\n"), with_fact("R & D > 5"))
    assert "R & D > 5" in text


def test_lines_of_nothing_but_tags_leave_no_trace(outline: Callable[..., Outline]) -> None:
    body = """# Mục

{# ghi chú
cho người sửa dàn ý #}
{% if tinh.truoc_day %}
Trước đây: {{ tinh.truoc_day }}.
{% else %}
Không đổi.
{% endif %}

{% for x in can_cu %}
- {{ loop.index }}/{{ x }}
{% endfor %}

{% if nam %}Năm {{ nam|upper }}.{% endif %}

Hết.
"""
    made = outline(body)
    assert fill_outline(made, VALUES).partition("\n---\n")[2] == (
        "\n# Mục\n\nKhông đổi.\n\n- 1/[dan: kl-57-kltw-2023]\n- 2/[dan: nq-59-nqtw-2025]\n\nNăm 2027.\n\nHết.\n"
    )
    merged = replace(VALUES, province=replace(VALUES.province, former="Bắc Kạn"), bases=())
    assert fill_outline(made, merged).partition("\n---\n")[2] == (
        "\n# Mục\n\nTrước đây: Bắc Kạn.\n\nNăm 2027.\n\nHết.\n"
    )


def test_local_paragraphs_are_filled_and_stand_apart(tmp_path: Path) -> None:
    put(tmp_path, "---\ntrich_yeu: x\n---\nMột.\n{{ doan.bien_gioi }}\nHai.\n\n{{ doan.to_chuc }}\n\nBa.\n")
    put(tmp_path, "- Biên giới *của* {{ tinh.ten }} năm {{ nam }}\n- {{ co_quan.ten }}\n", "doan/bien-gioi.md")
    outline, _ = read_outline(tmp_path, "dang", "huong-dan")
    paragraphs, findings = read_paragraphs(tmp_path)
    assert outline is not None and findings == ()
    values = fill_paragraphs(paragraphs, with_fact("5*3"))
    assert values.paragraphs.border == "- Biên giới *của* Cao Bằng năm 2027\n- 5\\*3"
    assert fill_outline(outline, values).endswith(
        "Một.\n\n- Biên giới *của* Cao Bằng năm 2027\n- 5\\*3\n\nHai.\n\nBa.\n"
    )


def test_comments_of_the_facts_are_kept_and_filled(outline: Callable[..., Outline]) -> None:
    facts = "# Năm {{ nam }}: {{ co_quan.ten }}\ntrich_yeu: x # của {{ tinh.ten }}"
    text = fill_outline(outline("x\n", facts), with_fact("a: b\n- c"))
    assert text == "---\n# Năm 2027: a: b - c\ntrich_yeu: x # của Cao Bằng\n---\n\nx\n"


@pytest.mark.parametrize(
    "facts",
    [
        'trich_yeu: "a\n{% if tinh.truoc_day %}\n  b"\n{% endif %}',
        "trich_yeu: x\nbang: {t: {cot: [{ten: a}], hang: [], {{ tinh.ten }}: x}}",
    ],
)
def test_facts_that_break_when_they_are_filled_stop_it(outline: Callable[..., Outline], facts: str) -> None:
    made = outline("x\n", facts)
    with pytest.raises(PackError) as caught:
        fill_outline(made, VALUES)
    assert ids(caught.value.findings) == ["E649"] and caught.value.exit_code == 3
    assert caught.value.findings[0].place.file == made.file


def test_every_value_has_a_meaning_an_example_and_can_be_printed(outline: Callable[..., Outline]) -> None:
    for found in list_named(OutlineValues):
        assert found.meaning, found.name
        if found.is_list:
            fill_outline(outline(f"{{% for x in {found.name} %}}{{{{ x }}}}{{% endfor %}}x"), VALUES)
        else:
            fill_outline(outline(f"x\n\n{{{{ {found.name} }}}}\n"), VALUES)
        assert found.name in BODY_NAMES.all
    assert set(SLOTS.values()) == {f.name for f in list_named(OutlineValues) if f.name.startswith("doan.")}


def test_same_outline_and_values_give_the_same_text(outline: Callable[..., Outline]) -> None:
    made = outline(BODY, FACTS)
    assert fill_outline(made, VALUES) == fill_outline(made, VALUES)
