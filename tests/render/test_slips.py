"""Slips in a template: each is told once, in our words; any number of marks in a paragraph is read once."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import BODY, HEAD, ids
from ttdn_draft.check.own_template import compare_template
from ttdn_draft.compose.outlines import read_outline, read_paragraphs
from ttdn_draft.errors import Finding
from ttdn_draft.grammar import comment_spans, scan_tags
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.pipeline import check_file, render_checked
from ttdn_draft.render import check_template
from ttdn_draft.render.builder import build_template
from ttdn_draft.word.fields import read_fields
from ttdn_draft.word.ooxml import NAMESPACES
from ttdn_draft.word.paragraphs import has_page_number

PROFILE = load_profile("dang-hd05-2026")
MAIN = "word/document.xml"
HUGE = 800_000  # letters: what goes through them for each of their marks does not come to an end
Slip = Callable[[str, str], Path]


@pytest.fixture
def slip(tmp_path: Path) -> Slip:
    """Return the official template with a piece of its main part replaced."""

    def _slip(old: str, new: str) -> Path:
        plain, file = tmp_path / "goc.docx", tmp_path / "mau.docx"
        plain.write_bytes(build_template(PROFILE, PROFILE.kinds["huong-dan"]))
        with zipfile.ZipFile(plain) as source, zipfile.ZipFile(file, "w") as target:
            for name in source.namelist():
                data = source.read(name)
                if name == MAIN:
                    assert old.encode() in data
                    data = data.replace(old.encode(), new.encode(), 1)
                target.writestr(name, data)
        return file

    return _slip


@pytest.mark.parametrize(
    ("old", "new", "id", "words"),
    [
        ("{{ trich_yeu }}", "{{ trich_yeuu }}", "E420", "(trich_yeu?)"),
        ("{{ trich_yeu }}", "{{ trich-yeu }}", "E413", "phép tính"),
        ("{{ trich_yeu }}", "{{ trich yeu }}", "E420", "(trich_yeu?)"),
        ("{{ trich_yeu }}", "{{ TRICH_YEU }}", "E420", "(trich_yeu?)"),
        ("{{ trich_yeu }}", "{ { trich_yeu } }", "E256", "Gõ: {{ trich_yeu }}"),
        ("{{ trich_yeu }}", "{trich_yeu}", "E256", "Gõ: {{ trich_yeu }}"),
        ("{{ trich_yeu }}", "«trich_yeu»", "E256", "Gõ: {{ trich_yeu }}"),
        ("{{ trich_yeu }}", "{{ trich_yeu", "E410", "không đóng"),
        ("{{ trich_yeu }}", "{{ trich_yeu }", "E410", "không đóng"),
        ("{{ trich_yeu }}", "{{ trich_yeu) }}", "E411", "dấu ngoặc"),
        ("{{ trich_yeu }}", "{{ trich_yeu? }}", "E411", "ký tự lạ"),
        ("{{ trich_yeu }}", "{{ }}", "E411", "không có tên"),
        ("{{ trich_yeu }}", "{{ trich_yeu|uper }}", "E413", "|uper"),
        ("{{ trich_yeu }}", "{{ trich_yeu(1) }}", "E413", "lời gọi hàm"),
        ("{{ trich_yeu }}", "{{r trich_yeu }}", "E413", "{{r trich_yeu }}"),
        ("{{p noi_dung }}", "{{p noi_dug }}", "E420", "(noi_dung?)"),
        ("{{p noi_dung }}", "{{ noi_dung }}", "E416", "noi_dung"),
        ("{{p noi_dung }}", "Nội dung: {{p noi_dung }}", "E418", "bị mất"),
        ("{%p for dong in noi_nhan %}", "{%p for dong in noi_nhann %}", "E420", "(noi_nhan?)"),
        ("{%p endfor %}", "{%p endfr %}", "E411", "{% endfr %}"),
        ("{%p endfor %}", "", "E411", "E411"),
        ("<w:sectPr>", '<w:bookmarkStart w:id="7" w:name="{{ x"/><w:sectPr>', "E413", "{{ x"),
    ],
)
def test_slip_is_told_once_in_our_words(slip: Slip, old: str, new: str, id: str, words: str) -> None:
    (found,) = check_template(slip(old, new), PROFILE)
    assert found.id == id and words in found.tell()


def told(found: tuple[Finding, ...]) -> str:
    return "\n".join(f.tell() for f in found)


def test_other_misspelt_tags_are_told_beside_one_that_is_not_closed(slip: Slip) -> None:
    found = check_template(
        slip("{{ trich_yeu }}", "{{ trich_yeu</w:t></w:r></w:p><w:p><w:r><w:t>{{ co_quann }}"), PROFILE
    )
    assert sorted(ids(found)) == ["E410", "E420"] and "(co_quan?)" in told(found)


@pytest.mark.parametrize("unit", ["{{ ", "{%", "{#", "}}", "%}{%", "{{p ", "{{r ", "{%tr ", "{%{{", "{{ x {% y #}"])
def test_any_number_of_loose_marks_is_one_message(slip: Slip, unit: str) -> None:
    file = slip("{{ trich_yeu }}", unit * (HUGE // len(unit)))
    assert ids(check_template(file, PROFILE)) == ["E410"]
    assert compare_template(file, PROFILE) is not None


@pytest.mark.parametrize("unit", ["&lt;", "{ ", "&lt;&gt;", "%"])
def test_any_number_of_other_letters_is_text(slip: Slip, unit: str) -> None:
    assert check_template(slip("{{ trich_yeu }}", "{{ trich_yeu }}" + unit * (HUGE // len(unit))), PROFILE) == ()


def test_too_many_tags_are_one_message(slip: Slip) -> None:
    assert ids(check_template(slip("{{ trich_yeu }}", "{{ trich_yeu }}" * 50_000), PROFILE)) == ["E413"]


@pytest.mark.parametrize("unit", ["{{ ", "{%", "{#", "<", "{{ x }}", "}}"])
def test_outline_with_any_number_of_marks_is_read_once(tmp_path: Path, unit: str) -> None:
    words = unit * (HUGE // len(unit))
    for name, text in (("dang/bao-cao.md", f"---\ntrich_yeu: x\n---\n# A\n\n{words}\n"), ("doan/bien-gioi.md", words)):
        file = tmp_path / "outlines" / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    found = [*read_outline(tmp_path, "dang", "bao-cao")[1], *read_paragraphs(tmp_path)[1]]
    assert len(found) <= 2


def test_tags_and_loose_marks_are_told_apart() -> None:
    scan = scan_tags("a {{ b }} }} {% c %} {# {{ d")
    assert scan.tags == ((2, 9), (13, 20)) and scan.halves == (10, 21, 24)
    assert [*comment_spans("{# a #} {#} b #} {#")] == [(0, 7), (8, 16)]


def part(content: str) -> etree._Element:
    return etree.fromstring(f"<w:p {NAMESPACES}>{content}</w:p>")


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(*pieces: str) -> str:
    """Return a field of Word, of which the pieces are codes or, beginning with <, other fields."""
    codes = (p if p.startswith("<") else f"<w:r><w:instrText>{p}</w:instrText></w:r>" for p in pieces)
    return char("begin") + "".join(codes) + char("separate") + "<w:r><w:t>LINK</w:t></w:r>" + char("end")


@pytest.mark.parametrize(
    ("xml", "names"),
    [
        (field(" includetext ", '"x.docx"'), ["INCLUDETEXT"]),
        (field("INC", "LUDE", "TEXT x"), ["INCLUDETEXT"]),
        (field(" IF 1 = 1 ", field(" Data", "base \\d x")), ["DATABASE"]),
        (field(field("QUOTE INCLUDE"), "TEXT x"), ["\ufffc"]),
        (field("INCLUDE", field("QUOTE TEXT"), " x"), ["INCLUDE\ufffc"]),
        (f'<w:fldSimple {NAMESPACES} w:instr="rd x.docx"/>', ["RD"]),
        ("<w:r><w:instrText>DDEAUTO x</w:instrText></w:r>", ["DDEAUTO"]),
        (char("begin") + "<w:r><w:instrText>Link x</w:instrText></w:r>", ["LINK"]),
        (field(" PAGE ") + field("numPages"), []),
        (field(' HYPERLINK "http://x/LINK" ') + field(" REF DDE \\h "), []),
        (field("= ", field("PAGE"), " - 1"), []),
        ("<w:r><w:t>INCLUDETEXT and LINK are words</w:t></w:r>", []),
    ],
)
def test_fields_that_fetch_are_known_by_their_name(xml: str, names: list[str]) -> None:
    assert [f.name for f in read_fields(part(xml)) if f.is_fetching] == names


@pytest.mark.parametrize(
    ("xml", "is_found"),
    [
        (field("pa", "ge"), True),
        (field("= ", field(" PAGE "), " - 1"), True),
        (field("NUMPAGES"), False),
        (field("PAGEREF x"), False),
    ],
)
def test_page_number_is_a_field_of_that_name(xml: str, is_found: bool) -> None:
    assert has_page_number(part(xml)) is is_found


def test_fetching_field_is_refused_by_its_code_and_paragraph_also_behind_a_comment(slip: Slip) -> None:
    code = "<w:p><w:r><w:instrText>R<!-- x -->D  a.docx</w:instrText></w:r></w:p>"
    (found,) = check_template(slip("<w:sectPr>", f"{code}<w:sectPr>"), PROFILE)
    assert (found.id, found.facts["part"]) == ("E408", "RD a.docx") and found.place.paragraph > 0


def test_tag_with_a_comment_inside_is_whole(slip: Slip) -> None:
    assert check_template(slip("{{ trich_yeu }}", "{{ trich<!-- x -->_yeu }}"), PROFILE) == ()


def test_braces_in_data_of_other_programs_are_no_tags(slip: Slip) -> None:
    file = slip("{{ trich_yeu }}", "{{ trich_yeu }}")
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("customXml/item1.xml", "<a>{{ {% x</a>")
    assert check_template(file, PROFILE) == ()


def test_printed_document_as_a_template_is_one_message(tmp_path: Path) -> None:
    source = tmp_path / "van-ban.md"
    source.write_text(HEAD + BODY, encoding="utf-8")
    (tmp_path / "mau.docx").write_bytes(render_checked(check_file(source)))
    assert ids(check_template(tmp_path / "mau.docx", PROFILE)) == ["E253"]


@pytest.mark.parametrize("kind", ["ins", "del"])
def test_tracked_changes_in_a_template_are_refused(slip: Slip, kind: str) -> None:
    letters = "delText" if kind == "del" else "t"
    change = f'<w:{kind} w:id="9" w:author="a"><w:r><w:{letters}>x</w:{letters}></w:r></w:{kind}>'
    assert ids(check_template(slip("<w:sectPr>", f"<w:p>{change}</w:p><w:sectPr>"), PROFILE)) == ["E425"]
