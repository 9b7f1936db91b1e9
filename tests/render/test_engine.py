"""Templates: compiled once, run in a sandbox, checked; broken ones name part, paragraph and tag."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.conftest import BODY, HEAD, assert_sound, ids
from tests.word_files import W, Word, text_of, value
from ttdn_draft.archives import RATIO_FROM, Limits
from ttdn_draft.errors import Finding, TemplateError
from ttdn_draft.knowledge.standards.layout import Line
from ttdn_draft.knowledge.standards.profiles import list_profiles, load_profile, read_profile, read_profile_data
from ttdn_draft.messages.catalogue import MESSAGES
from ttdn_draft.model import BodyBlock, Run
from ttdn_draft.model.tags import list_tags
from ttdn_draft.pipeline import check_file, render_checked
from ttdn_draft.render import checking, find_template
from ttdn_draft.render.builder import build_template
from ttdn_draft.render.checking import load_template
from ttdn_draft.render.context import build_context
from ttdn_draft.resources import find_data_folder
from ttdn_draft.validate.schema import check_figures

PROFILE = load_profile("dang-hd05-2026")
KIND = PROFILE.kinds["huong-dan"]
SUBJECT, DATE = "{{ trich_yeu }}", "{{ dia_danh_ngay }}"
Edit = Callable[..., Path]


def check_template(file: Path) -> tuple[Finding, ...]:
    return checking.check_template(file, PROFILE)


def batched(items: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(zip(items[::2], items[1::2], strict=True))


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """Return the official template with text of its main part replaced, or parts dropped or added."""

    def _edited(old: str = "", new: str = "", *more: str, drop: str = "", **add: bytes) -> Path:
        plain, path = tmp_path / "mau.docx", tmp_path / "mau rieng.docx"
        plain.write_bytes(build_template(PROFILE, KIND))
        with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                data = source.read(name)
                if name == "word/document.xml":
                    for was, now in batched((old, new, *more)):
                        assert was.encode() in data
                        data = data.replace(was.encode(), now.encode(), 1) if was else data
                if name != drop:
                    target.writestr(name, data)
            for name, data in add.items():
                for code, sign in (("_open_", "["), ("_close_", "]"), ("_dot_", "."), ("__", "/")):
                    name = name.replace(code, sign)
                target.writestr(name, data)
        return path

    return _edited


@pytest.fixture
def render_with(write: Callable[..., Path]) -> Callable[[Path], bytes]:
    return lambda template: render_checked(check_file(write()), template)


@pytest.mark.parametrize("name", list_profiles())
def test_committed_templates_are_what_their_profile_builds(name: str) -> None:
    for size, kind in product(load_profile(name).sizes.sets, load_profile(name).kinds):
        profile = load_profile(name, size)
        assert find_template(profile, kind).read_bytes() == build_template(profile, profile.kinds[kind]), (size, kind)


@pytest.mark.parametrize("name", list_profiles())
def test_profile_holds_to_its_schema(name: str) -> None:
    assert check_figures(read_profile_data(find_data_folder("templates") / name), name) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('can_cu: "tr. 12"}', 'can_cu: ""}', "$.cach_doan.can_cu"),
        ('can: center, can_cu: "PL2-2, tr. 4-6"', "can: middle, can_cu: x", "$.kieu.cap_tren.can"),
        ("tren: 20", "tren: hai", "$.trang.tren"),
        ("giu: true", "gui: true", "$.kieu.ten_loai.gui"),
    ],
)
def test_figure_without_clause_or_of_a_wrong_form_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, place: str
) -> None:
    text = (find_data_folder("templates") / PROFILE.id / "profile.yaml").read_text(encoding="utf-8")
    (tmp_path / "profile.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    found = check_figures(read_profile_data(tmp_path), "profile.yaml")
    assert [f.place.path.removesuffix("." + "gui") for f in found] == [place.removesuffix(".gui")]
    assert found[0].place.line == text[: text.index(old)].count("\n") + 1


def test_official_template_passes_its_own_check(edited: Edit) -> None:
    assert check_template(edited()) == ()


def test_figure_changed_in_a_profile_changes_the_template_without_code(tmp_path: Path) -> None:
    text = (find_data_folder("templates") / PROFILE.id / "profile.yaml").read_text(encoding="utf-8")
    folder = tmp_path / PROFILE.id
    folder.mkdir()
    (folder / "profile.yaml").write_text(text.replace("tren: 20, duoi: 20", "tren: 17, duoi: 20"), encoding="utf-8")
    changed = read_profile(folder)
    assert changed.page.top == 17 and build_template(changed, KIND) != build_template(PROFILE, KIND)


@pytest.mark.parametrize(
    ("text", "problem"),
    [(b"id: x", "the_thuc"), (b"{}", "id"), (b"page", "không có khoá nào"), (b"\xff\xfei\0", "không phải mã UTF-8")],
)
def test_broken_profile_names_what_is_wrong(tmp_path: Path, text: bytes, problem: str) -> None:
    (tmp_path / "profile.yaml").write_bytes(text)
    with pytest.raises(TemplateError) as caught:
        read_profile(tmp_path)
    found = caught.value.findings[0]
    assert found.id == "E430" and problem in str(found.facts["problem"])


def test_profile_that_is_no_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text("id: x\na: [\n", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        read_profile(tmp_path)
    assert [(f.id, f.place.line) for f in caught.value.findings] == [("E120", 3)]


@pytest.mark.parametrize("gap", ["kieu.muc_I", "kieu.chu_thich", "kieu.trich_yeu", "chu.kem_theo", "dau_cau.phu_luc"])
def test_profile_that_uses_what_it_does_not_say_is_refused(tmp_path: Path, gap: str) -> None:
    key = gap.split(".")[1]
    folder = tmp_path / PROFILE.id
    folder.mkdir()
    text = (find_data_folder("templates") / PROFILE.id / "profile.yaml").read_text(encoding="utf-8")
    section, rest = text.split(f"\n{gap.split('.')[0]}:\n")
    kept = re.sub(rf"^  {key}: .*\n", "", rest, count=1, flags=re.M)
    (folder / "profile.yaml").write_text(f"{section}\n{gap.split('.')[0]}:\n{kept}", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        read_profile(folder)
    assert caught.value.findings[0].id == "E433" and gap in str(caught.value.findings[0].facts["gaps"])


@pytest.mark.parametrize(
    ("part", "old", "new", "id"),
    [
        ("_rels/.rels", b"/officeDocument", b"/somethingElse", "E407"),
        ("word/_rels/document.xml.rels", b'Id="rId4"', b'Id="rId44"', "E404"),
        ("_rels/.rels", b"docProps/app.xml", b"docProps/none.xml", "E404"),
        ("word/numbering.xml", b'w:numId="1"', b'w:numId="x"', "E407"),
        ("word/numbering.xml", b'w:numId="1"', b'w:numId="77"', "E424"),
    ],
)
def test_template_whose_parts_point_nowhere_is_refused(
    edited: Edit, tmp_path: Path, part: str, old: bytes, new: bytes, id: str
) -> None:
    path = edited()
    with zipfile.ZipFile(path) as archive:
        data = archive.read(part)
    assert old in data
    assert id in ids(check_template(edited(drop=part, **{part_key(part): data.replace(old, new)})))


def part_key(part: str) -> str:
    """Return the name of a part as the fixture `edited` takes it among its keywords."""
    return part.replace("[", "_open_").replace("]", "_close_").replace(".", "_dot_").replace("/", "__")


def test_folder_without_profile_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="E430"):
        read_profile(tmp_path)


UNSAFE = [
    "{{ ''.__class__.__base__.__subclasses__() }}",
    "{{ trich_yeu['__class__'] }}",
    "{{ trich_yeu|attr('__class__') }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ trich_yeu * 999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 'x'.center(999999999) }}",
    "{{ 'x'|center(999999999) }}",
    "{{ '%999999999d'|format(1) }}",
    "{{ '%0900000000d' % 1 }}",
    "{{ [1]|slice(99999999)|list }}",
    "{{ lipsum(n=100000) }}",
    "{{ range(10 ** 9) }}",
    "{% for a in range(99999) %}x{% endfor %}",
    "{% for a in noi_dung %}x{% endfor %}",
    "{% for a in noi_nhan %}{% for b in noi_nhan %}{% for c in noi_nhan %}x{% endfor %}{% endfor %}{% endfor %}",
    "{% set a = trich_yeu %}",
    "{% set a = trich_yeu ~ trich_yeu %}",
    "{% macro f(n) %}{{ f(n) }}{% endmacro %}",
    "{% import 'os' as os %}",
    "{% include 'x' %}",
    "{% extends 'x' %}",
    "{% raw %}{{ x }}{% endraw %}",
    "{{ '<w:p/>'|safe }}",
    "{{r trich_yeu }}",
    "{{p trich_yeu }}",
    "{% colspan 5 %}",
    "{{ dict(a=1) }}",
    "{{ 1/0 }}",
    "{{ can_cu }}",
    "{% if trich_yeu == 'x' %}y{% endif %}",
    "{% if false %}y{% endif %}",
    "{{ 'a' }}",
    "{{ noi_nhan if true }}",
    "{{ noi_nhan|upper }}",
    "{{ trich_yeu|upper(1) }}",
    "{% for x in can_cu %}{{ loop }}{% endfor %}",
    "{% for x in can_cu %}y{% else %}{{ x }}{% endfor %}",
    "{% for x in can_cu if x %}y{% endfor %}",
    "{% for loop in can_cu %}y{% endfor %}",
    "{{ _chu_thich }}",
    "{{ _foo }}",
    "{{ " + "9" * 5000 + " }}",
    "{% if trich_yeu %}" * 120 + "{% endif %}" * 120,
    "{% if " + "not " * 300 + "trich_yeu %}x{% endif %}",
    "{{ trich_yeu" + "|upper" * 100 + " }}",
    "{% if trich_yeu %}" + "{% elif trich_yeu %}" * 3000 + "{% endif %}",
]
UNKNOWN = [
    "{{ khong_co }}",
    "{{ trich_yeu.__class__.__mro__ }}",
    "{{ ky.khong_co }}",
    "{{ ky }}",
    "{{ can_cu }}",
    "{{ foo|upper }}",
    "{{ loop.index }}",
]
BROKEN = ["{% if trich_yeu %}", "{{ }}", "{% endif %}", "{{ trich_yeu | khong_co }}", "{% for %}"]


@pytest.mark.parametrize(
    ("tag", "known"),
    [(tag, {"E413"}) for tag in UNSAFE] + [(tag, {"E420"}) for tag in UNKNOWN] + [(tag, {"E411"}) for tag in BROKEN],
)
def test_template_that_does_more_than_print_tags_is_refused_alike_by_check_and_render(
    edited: Edit, render_with: Callable[[Path], bytes], tag: str, known: set[str]
) -> None:
    template = edited(SUBJECT, SUBJECT + tag)
    with pytest.raises(TemplateError) as caught:
        render_with(template)
    assert caught.value.exit_code == 3
    assert {f.id for f in caught.value.findings} & (known | {"E413", "E411", "E420"})
    assert caught.value.findings == tuple(f for f in check_template(template) if f.severity == "error")
    assert all(f.place.part == "word/document.xml" for f in caught.value.findings)


@pytest.mark.parametrize(("tag", "id"), [("{{ khong_co }}", "E420"), ("{{ 'a' * 9 }}", "E413"), ("{% if x", "E410")])
def test_paragraph_of_a_finding_is_that_of_word(edited: Edit, tag: str, id: str) -> None:
    template = edited("Nơi nhận", f"Nơi nhận {tag}")
    paragraphs = Word(template).paragraphs()
    wanted = next(n for n, p in enumerate(paragraphs, 1) if tag in text_of(p))
    found = next(f for f in check_template(template) if f.id == id)
    assert (found.place.paragraph, found.place.tag.startswith(tag[:6])) == (wanted, True)


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("{{ khong_co }}", [("E420", "khong_co"), ("E421", "trich_yeu")]),
        ("{{ trich_yeuu }}", [("E420", "trich_yeuu")]),
        ("", [("E421", "trich_yeu")]),
        ("{% if trich_yeu %}có{% endif %}", [("E421", "trich_yeu")]),
        ("{{ ky.ho_ten }}{{ ky.ho_va_ten }}", [("E420", "ky.ho_va_ten"), ("E421", "trich_yeu")]),
    ],
)
def test_template_check_names_every_bad_tag(edited: Edit, new: str, found: list[tuple[str, str]]) -> None:
    result = check_template(edited(SUBJECT, new))
    assert sorted((f.id, str(f.facts.get("tag", ""))) for f in result) == found


@pytest.mark.parametrize("half", ["{{ trich_yeu", "trich_yeu }}", "{% if trich_yeu", "{# x"])
def test_half_a_tag_is_told_with_the_other_findings(edited: Edit, half: str) -> None:
    found = ids(check_template(edited(SUBJECT, half, "{{ co_quan }}", "{{ co_quann }}")))
    assert "E410" in found and ({"E420", "E411"} & set(found))


@pytest.mark.parametrize(
    ("old", "new", "head"),
    [
        ("{{ do_khan }}", "", "do_khan: khan"),
        ("{{ do_khan }}", "{% if can_cu %}{{ do_khan }}{% endif %}", "do_khan: khan"),
        ("{{ ky.dong_hai }}", "", "so: 15"),
        ("{%p for dong in can_cu %}", "{%p for dong in noi_nhan %}", "can_cu: [A]"),
    ],
)
def test_template_that_loses_words_of_this_document_is_told(
    edited: Edit, write: Callable[..., Path], old: str, new: str, head: str
) -> None:
    signer = HEAD.replace("{chuc_vu: ", "{quyen_han: K/T TRƯỞNG BAN, chuc_vu: PHÓ ").replace("so: 14", head)
    checked = check_file(write("khẩn trương, trưởng ban\n", signer))
    with pytest.raises(TemplateError, match="E417"):
        render_checked(checked, edited(old, new))


def test_required_tag_under_an_if_is_told_before_anything_is_rendered(edited: Edit) -> None:
    template = edited(SUBJECT, f"{{% if can_cu %}}{SUBJECT}{{% endif %}}")
    assert [(f.id, f.facts["tag"]) for f in check_template(template)] == [("E421", "trich_yeu")]


def test_template_may_print_capitals_and_count_its_lines(edited: Edit, render_with: Callable[[Path], bytes]) -> None:
    template = edited(SUBJECT, "{{ trich_yeu|upper }}", "{{ dong }}", "{{ loop.index }}. {{ dong }}")
    assert check_template(template) == ()
    assert render_with(template)


def test_failure_while_printing_names_part_and_tag(edited: Edit) -> None:
    compiled = load_template(edited(), PROFILE)
    with pytest.raises(TemplateError) as caught:
        compiled.render(dict.fromkeys(("_tieu_de", "_chu_de", "_tac_gia", "_cot_0", "_cot_1", "_cot_2"), "x"))
    found = caught.value.findings[0]
    assert found.id == "E414" and found.place.part and found.place.paragraph > 0


@pytest.mark.parametrize(
    ("new", "id"),
    [
        ("{{ noi_dung }}", "E416"),
        ("Nội dung: {{p noi_dung }}", "E418"),
        ("{{ (noi_dung) }}", "E416"),
        ("{% if noi_dung %}x{% endif %}{{p noi_dung }}", "E416"),
        ("{{p noi_dung }}</w:t></w:r></w:p><w:p><w:r><w:t>{{p noi_dung }}", "E416"),
    ],
)
def test_body_tag_in_the_wrong_place_is_told(
    edited: Edit, render_with: Callable[[Path], bytes], new: str, id: str
) -> None:
    template = edited("{{p noi_dung }}", new)
    assert id in ids(check_template(template))
    with pytest.raises(TemplateError) as caught:
        render_with(template)
    assert id in ids(caught.value.findings)


def test_tag_inside_an_attribute_is_refused(edited: Edit) -> None:
    for name in ("{{ co_quan }}", "{# x", "x #}"):
        mark = f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'
        assert "E413" in ids(check_template(edited("<w:sectPr>", f"<w:p>{mark}</w:p><w:sectPr>")))


def test_field_that_fetches_or_runs_is_refused(edited: Edit) -> None:
    field = '<w:p><w:r><w:instrText>INCLUDETEXT "http://x"</w:instrText></w:r></w:p>'
    assert ids(check_template(edited("<w:sectPr>", field + "<w:sectPr>"))) == ["E408"]


def test_body_tag_in_a_header_is_told(edited: Edit) -> None:
    header = b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    header += b"<w:p><w:r><w:t>{{p noi_dung }}</w:t></w:r></w:p></w:hdr>"
    assert "E416" in ids(check_template(edited(drop="word/header2.xml", word__header2_dot_xml=header)))


def test_template_saved_with_other_style_ids_still_carries_its_styles(
    tmp_path: Path, edited: Edit, render_with: Callable[[Path], bytes]
) -> None:
    official, renamed = edited(), tmp_path / "renamed.docx"
    with zipfile.ZipFile(official) as source, zipfile.ZipFile(renamed, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(rb'"(TTDN|Heading|Footnote)(\w+)"', rb'"X\2"', source.read(name)))
    out = tmp_path / "a.docx"
    out.write_bytes(render_with(renamed))
    assert_sound(out)
    assert Word(out).texts("heading 1") == ["Mục đích"]
    assert Word(out).along("heading 1", "pPr/numPr/numId") == "1"


def test_missing_style_is_named(edited: Edit) -> None:
    styles = Word(edited()).part("word/styles.xml")
    style = next(s for s in styles if value(s, "name") == "TTĐN Khoản")
    styles.remove(style)
    found = check_template(edited(drop="word/styles.xml", word__styles_dot_xml=etree.tostring(styles)))
    assert [(f.id, f.facts["style"]) for f in found] == [("E423", "TTĐN Khoản")]


def test_template_whose_headings_lost_their_list_is_told(edited: Edit) -> None:
    styles = Word(edited()).part("word/styles.xml")
    for numbering in list(styles.iter(f"{W}numPr")):
        numbering.getparent().remove(numbering)  # type: ignore[union-attr]
    found = check_template(edited(drop="word/styles.xml", word__styles_dot_xml=etree.tostring(styles)))
    assert ids(found) == ["E424"]


def add_cell_of_drafts(edited: Edit) -> Path:
    """Return a template with a cell that has a paragraph in drafts alone."""
    lines = ("{%p if du_thao %}", "x", "{%p endif %}")
    cell = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    row = f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/><w:gridSpan w:val="3"/></w:tcPr>{cell}</w:tc></w:tr>'
    return edited("</w:tr></w:tbl>", f"</w:tr>{row}</w:tbl>")


def test_cell_that_may_lose_its_last_paragraph_is_told(edited: Edit, render_with: Callable[[Path], bytes]) -> None:
    with pytest.raises(TemplateError, match="E415"):
        render_with(add_cell_of_drafts(edited))


def test_template_is_refused_for_one_document_though_it_was_sound_for_others(
    edited: Edit, write: Callable[..., Path]
) -> None:
    template, draft = add_cell_of_drafts(edited), HEAD.replace("so: 14\n", "du_thao: 2\n")
    for place in ("Cao Bằng", "Bảo Lâm"):
        render_checked(check_file(write(head=draft.replace("Cao Bằng\n", f"{place}\n"))), template)
    with pytest.raises(TemplateError, match="E415"):
        render_checked(check_file(write()), template)


def test_template_with_tracked_deletions_is_refused(edited: Edit) -> None:
    deleted = '<w:del w:id="9" w:author="a"><w:r><w:delText>{{ x }}</w:delText></w:r></w:del>'
    assert ids(check_template(edited("<w:sectPr>", f"<w:p>{deleted}</w:p><w:sectPr>"))) == ["E425"]


def test_row_added_to_the_head_keeps_its_own_widths(edited: Edit, render_with: Callable[[Path], bytes]) -> None:
    row = '<w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/><w:gridSpan w:val="3"/></w:tcPr><w:p/></w:tc></w:tr>'
    template = edited("</w:tr></w:tbl>", f"</w:tr>{row}</w:tbl>")
    assert check_template(template) == ()
    assert render_with(template)[:2] == b"PK"


def test_tag_split_over_formats_is_told_but_works(edited: Edit, render_with: Callable[[Path], bytes]) -> None:
    split = '{{ trich</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">_yeu }}'
    template = edited(SUBJECT, split)
    assert ids(check_template(template)) == ["W422"]
    assert render_with(template)[:2] == b"PK"


@pytest.mark.parametrize(("data", "id"), [(b"", "E402"), (b"no zip", "E402"), (b"PK\x03\x04" + b"\0" * 40, "E402")])
def test_file_that_is_no_docx_is_refused(tmp_path: Path, data: bytes, id: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    assert ids(check_template(path)) == [id]


def test_missing_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="E401"):
        load_template(tmp_path / "khong-co.docx", PROFILE)


@pytest.mark.parametrize(
    "part",
    [
        "word/document.xml",
        "word/footnotes.xml",
        "[Content_Types].xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/header1.xml",
        "word/_rels/document.xml.rels",
    ],
)
def test_missing_part_is_named(edited: Edit, part: str) -> None:
    found = check_template(edited(drop=part))[0]
    assert (found.id, found.place.part) == ("E404", part)


WML = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    ("part", "data", "id"),
    [
        ("word/document.xml", "<a/>", "E407"),
        ("word/footnotes.xml", f"<w:footnotes {WML}/>", "E407"),
        ("word/footnotes.xml", f"<x:footnotes {WML.replace('w=', 'x=', 1)}><x:footnote/></x:footnotes>", "E407"),
        ("word/numbering.xml", "<x/>", "E407"),
        ("[Content_Types].xml", "<x/>", "E407"),
        ("word/footnotes.xml", f'<w:footnotes {WML}><w:footnote w:type="separator" w:id="x"/></w:footnotes>', "E409"),
        ("word/footnotes.xml", f'<w:footnotes {WML}><w:footnote w:id="1"><w:p/></w:footnote></w:footnotes>', "E409"),
    ],
)
def test_part_that_word_did_not_write_is_refused(edited: Edit, part: str, data: str, id: str) -> None:
    name = part.replace("/", "__").replace(".", "_dot_").replace("[", "_open_").replace("]", "_close_")
    assert ids(check_template(edited(drop=part, **{name: data.encode()}))) == [id]


def test_link_to_elsewhere_is_refused(edited: Edit) -> None:
    link = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
    link += b'Type="http://x/attachedTemplate" Target="http://x" TargetMode="External"/></Relationships>'
    assert ids(check_template(edited(word___rels__settings_dot_xml_dot_rels=link))) == ["E408"]


def test_other_compression_and_password_are_refused(tmp_path: Path, edited: Edit) -> None:
    other, locked = tmp_path / "lzma.docx", tmp_path / "locked.docx"
    with zipfile.ZipFile(other, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.xml", b"<a/>")
    assert ids(check_template(other)) == ["E402"]
    data = bytearray(edited().read_bytes())
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    locked.write_bytes(data)
    assert ids(check_template(locked)) == ["E402"]


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_damaged_template_is_refused_or_harmless(at: int, byte: int) -> None:
    data = bytearray(build_template(PROFILE, KIND))
    data[at % len(data)] = byte
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(data)
        assert all(f.id in MESSAGES for f in check_template(path))


def test_zip_bomb_is_refused_before_it_is_unpacked(edited: Edit) -> None:
    bomb = b"\0" * (RATIO_FROM + Limits().ratio * 4096)
    assert ids(check_template(edited(word__media__a_dot_bin=bomb))) == ["E403"]


def test_document_type_definition_is_refused(edited: Edit) -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    assert ids(check_template(edited(customXml__item1_dot_xml=evil))) == ["E406"]


def test_broken_xml_and_doubled_parts_are_refused(edited: Edit) -> None:
    assert ids(check_template(edited(customXml__item1_dot_xml=b"<a>"))) == ["E405"]
    with pytest.warns(UserWarning, match="Duplicate name"):
        assert ids(check_template(edited(word__styles_dot_xml=b"<a/>"))) == ["E402"]


def test_template_that_yields_broken_xml_is_told(edited: Edit, render_with: Callable[[Path], bytes]) -> None:
    with pytest.raises(TemplateError, match="E415"):
        render_with(edited(DATE, DATE + "{% if do_khan %}", "{{ ten_loai }}", "{% endif %}{{ ten_loai }}"))


def test_template_is_compiled_once_and_again_after_a_change(edited: Edit, tmp_path: Path) -> None:
    path = edited()
    first = load_template(path, PROFILE)
    assert load_template(path, PROFILE) is first
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data)
    assert load_template(path, PROFILE) is not first


def test_data_of_one_document_never_shows_in_the_next(write: Callable[..., Path]) -> None:
    first = render_checked(check_file(write("một\n")))
    render_checked(check_file(write("hai\n", HEAD.replace("so: 14", "so: 15"))))
    assert render_checked(check_file(write("một\n"))) == first


def test_tags_have_a_meaning_and_an_example() -> None:
    for tag in list_tags():
        assert tag.meaning, tag.name
        assert tag.example or tag.name in {"noi_dung", "phu_luc"}
    assert BODY


def test_layout_that_names_nothing_known_is_told(tmp_path: Path) -> None:
    layout = replace(PROFILE.layout, middle=(Line("khong_co", "doan"),))
    with pytest.raises(TemplateError) as told:
        build_template(replace(PROFILE, layout=layout), KIND)
    assert told.value.findings[0].id == "E432"


def test_tag_that_would_print_into_the_last_annex_is_told(edited: Edit) -> None:
    late = '<w:p><w:r><w:t xml:space="preserve">{{ luu_hanh }}</w:t></w:r></w:p>'
    found = check_template(edited("<w:sectPr>", f"{late}<w:sectPr>"))
    assert [(f.id, f.place.tag) for f in found] == [("E419", "{{ luu_hanh }}")]


@pytest.mark.parametrize("sign", ["\x01", "\x1f", "\ufffe", "\uffff"])
def test_character_that_xml_cannot_carry_is_told_wherever_it_stands(sign: str, write: Callable[..., Path]) -> None:
    checked = check_file(write())
    assert checked.document
    words = f"Nội dung{sign}"
    body = (*checked.document.body, BodyBlock("doan", (Run(words),)))
    for document in (replace(checked.document, body=body), replace(checked.document, subject=words)):
        with pytest.raises(TemplateError, match="E415"):
            render_checked(replace(checked, document=document))


def test_style_whose_id_holds_a_sign_of_xml_is_told(edited: Edit, write: Callable[..., Path]) -> None:
    template = load_template(edited(), PROFILE)
    styles = {name: f'{key}"&' if key == "TTDNDoan" else key for name, key in template.ids.styles.items()}
    assert styles != template.ids.styles
    checked, broken = check_file(write()), replace(template, ids=replace(template.ids, styles=styles))
    assert checked.document
    with pytest.raises(TemplateError, match="E415"):
        broken.render(build_context(checked.document, PROFILE, broken.ids))
