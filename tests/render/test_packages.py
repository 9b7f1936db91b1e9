"""Templates of every maker: parts are found by relation, what Word would add is added, macros go, the rest is named."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import STATE_HEAD, assert_sound, ids
from tests.word_files import Word
from ttdn_draft.errors import TemplateError
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.pipeline import check_file, render_checked
from ttdn_draft.render import check_template
from ttdn_draft.render.builder import build_template
from ttdn_draft.word.ooxml import PREFIXES
from ttdn_draft.word.package import open_package
from ttdn_draft.word.relations import find_target, read_relations

PROFILE = load_profile("dang-hd05-2026")
TYPES, RELATIONS, MAIN = "[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"
WITH_NOTE = "# Một\n\nNội dung[^1].\n\n[^1]: chú thích\n"
OTHER_HEADER = (
    '<Override PartName="/word/{name}" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>'
)
HEADER_POINTER = (
    '<Relationship Id="rIdKhac" Target="{name}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"/>'
)
POINTER_OUTSIDE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" TargetMode="External" Target="http://example.org/x.dotm" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>'
)
Parts = dict[str, bytes]


@pytest.fixture
def official(tmp_path: Path) -> Parts:
    """Return the parts of an official template."""
    file = tmp_path / "goc.docx"
    file.write_bytes(build_template(PROFILE, PROFILE.kinds["huong-dan"]))
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    def _save(parts: Parts, name: str = "mau.docx") -> Path:
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for part, data in parts.items():
                archive.writestr(part, data)
        return tmp_path / name

    return _save


@pytest.fixture
def printed(tmp_path: Path, write: Callable[..., Path]) -> Callable[[Path], Word]:
    """Return the sound document that a template prints."""

    def _printed(template: Path) -> Word:
        out = tmp_path / "ket-qua.docx"
        out.write_bytes(render_checked(check_file(write(WITH_NOTE)), template))
        assert_sound(out)
        return Word(out)

    return _printed


def changed(parts: Parts, part: str, old: str, new: str) -> Parts:
    assert old.encode() in parts[part], old
    return {**parts, part: parts[part].replace(old.encode(), new.encode())}


def without(parts: Parts, name: str) -> Parts:
    """Return the parts without one, as a maker leaves it out that never wrote it."""
    kept = {part: data for part, data in parts.items() if part != f"word/{name}"}
    kept[TYPES] = re.sub(rb'<Override PartName="/word/' + name.encode() + rb'"[^>]*/>', b"", kept[TYPES])
    kept[RELATIONS] = re.sub(rb'<Relationship [^>]*Target="' + name.encode() + rb'"[^>]*/>', b"", kept[RELATIONS])
    return kept


def renamed(parts: Parts, old: str, new: str) -> Parts:
    found = {new if part == old else part: data for part, data in parts.items()}
    return changed(found, TYPES, f'"/{old}"', f'"/{new}"') if f'"/{old}"'.encode() in found[TYPES] else found


def moved_main(parts: Parts) -> Parts:
    moved = renamed(renamed(parts, MAIN, "word/document2.xml"), RELATIONS, "word/_rels/document2.xml.rels")
    return changed(moved, "_rels/.rels", "word/document.xml", "word/document2.xml")


def test_footnotes_part_is_added_where_none_was_written(
    official: Parts, save: Callable[..., Path], printed: Callable[[Path], Word]
) -> None:
    settings = re.sub(rb"<w:footnotePr>.*?</w:footnotePr>", b"", official["word/settings.xml"])
    bare = without({**official, "word/settings.xml": settings}, "footnotes.xml")
    template = save(bare)
    assert check_template(template, PROFILE) == ()
    word = printed(template)
    assert len(word.notes()) == 1
    named = word.part("word/settings.xml").find("{*}footnotePr")
    assert named is not None and [n.get(f"{named.tag[:-10]}id") for n in named] == ["-1", "0"]


def test_faults_beside_a_missing_part_are_all_told(official: Parts, save: Callable[..., Path]) -> None:
    bare = without(without(official, "footnotes.xml"), "numbering.xml")
    found = check_template(save(changed(bare, MAIN, "{{ trich_yeu }}", "{{ trich_yeuu }}")), PROFILE)
    assert sorted(ids(found)) == ["E420", "E424"]


def test_missing_styles_are_told_in_one_message(official: Parts, save: Callable[..., Path]) -> None:
    (found,) = check_template(save(without(official, "styles.xml")), PROFILE)
    assert found.id == "E423" and "TTĐN Đoạn" in str(found.facts["style"]) and "TTĐN Bảng" in str(found.facts["style"])


def absolute(parts: Parts) -> Parts:
    rooted = changed(parts, "_rels/.rels", 'Target="', 'Target="/')
    return changed(rooted, RELATIONS, 'Target="', 'Target="/word/')


def in_another_folder(parts: Parts) -> Parts:
    moved = {part.replace("word/", "v%20b/"): data for part, data in parts.items()}
    return changed(changed(moved, TYPES, "/word/", "/v%20b/"), "_rels/.rels", '"word/', '"v%20b/')


def with_scattered_parts(parts: Parts) -> Parts:
    for old, new in (("styles.xml", "styles2.xml"), ("header1.xml", "x/y/h.xml"), ("footnotes.xml", "../n/notes.xml")):
        target = f"word/{new}".replace("word/../", "")
        parts = changed(renamed(parts, f"word/{old}", target), RELATIONS, f'"{old}"', f'"{new}"')
    return parts


def beside_a_decoy(parts: Parts) -> Parts:
    return {**moved_main(parts), MAIN: b"<a/>"}


def in_other_letters(parts: Parts) -> Parts:
    return changed(parts, RELATIONS, '"styles.xml"', '"Styles.xml"')


@pytest.mark.parametrize(
    "arrange", [moved_main, absolute, in_another_folder, with_scattered_parts, beside_a_decoy, in_other_letters]
)
def test_parts_are_found_by_their_relations(
    official: Parts, save: Callable[..., Path], printed: Callable[[Path], Word], arrange: Callable[[Parts], Parts]
) -> None:
    template = save(arrange(official))
    assert check_template(template, PROFILE) == ()
    word = printed(template)
    assert word.texts("heading 1") == ["Một"] and len(word.notes()) == 1


@pytest.mark.parametrize(
    "kind",
    [
        "vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "vnd.ms-word.document.macroEnabled.main+xml",
        "vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_document_is_a_docx_whatever_its_template_is(
    official: Parts, save: Callable[..., Path], printed: Callable[[Path], Word], kind: str
) -> None:
    main = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    word = printed(save(changed(official, TYPES, main, kind), "mau.dotm"))
    types = {e.get("PartName"): e.get("ContentType") for e in word.part(TYPES)}
    assert types[f"/{MAIN}"] == f"application/{main}"


def test_macros_are_left_out_and_told(
    official: Parts, save: Callable[..., Path], printed: Callable[[Path], Word]
) -> None:
    macro = (
        '<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        'Target="vbaProject.bin"/></Relationships>'
    )
    parts = changed(official, RELATIONS, "</Relationships>", macro) | {"word/vbaProject.bin": b"x"}
    template = save(parts, "mau.docm")
    assert [(f.id, f.facts["part"]) for f in check_template(template, PROFILE)] == [("W450", "word/vbaProject.bin")]
    word = printed(template)
    assert "word/vbaProject.bin" not in word.names() and b"vba" not in word.path.read_bytes()


def test_strict_open_xml_is_told_as_such(official: Parts, save: Callable[..., Path]) -> None:
    strict = changed(
        official, MAIN, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/w"
    )
    assert ids(check_template(save(strict), PROFILE)) == ["E451"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("word/Styles.xml", "chỉ khác nhau chữ hoa"),
        ("word\\x.xml", "gạch chéo ngược"),
        ("/word/x.xml", "tuyệt đối"),
        ("C:/x.xml", "tuyệt đối"),
        ("word/../../x.xml", "ra ngoài"),
        ("word/./x.xml", "ra ngoài"),
        ("word/x\x01.xml", "ký tự điều khiển"),
    ],
)
def test_unsafe_names_of_parts_are_refused_by_name(
    official: Parts, save: Callable[..., Path], name: str, words: str
) -> None:
    (found,) = check_template(save({**official, name: b"<a/>"}), PROFILE)
    assert found.id == "E402" and words in str(found.facts["reason"])
    assert found.place.part == name.replace("\x01", "\\x01")


def test_name_that_is_cut_at_a_nul_is_refused(official: Parts, save: Callable[..., Path]) -> None:
    file = save({**official, "word/a_b.xml": b"<a/>"})
    file.write_bytes(file.read_bytes().replace(b"word/a_b.xml", b"word/a\0b.xml"))
    (found,) = check_template(file, PROFILE)
    assert (found.id, found.place.part) == ("E402", "word/a\\x00b.xml")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), ".doc kiểu cũ"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (OLE, "kiểu cũ"),
        (b"{\\rtf1 x}", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"", "rỗng"),
        (b"<html>", "trang web"),
        (b"PK\x03\x04", "hỏng"),
        (b"xin", "không phải tệp của Word"),
    ],
)
def test_file_that_is_none_of_word_is_called_what_it_is(tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "mau.docx"
    file.write_bytes(data)
    (found,) = check_template(file, PROFILE)
    assert found.id == "E402" and words in found.tell()


@pytest.mark.parametrize(
    ("part", "words"),
    [("xl/workbook.xml", "Excel"), ("mimetype", "OpenDocument"), ("ppt/presentation.xml", "PowerPoint")],
)
def test_package_of_another_program_is_called_what_it_is(
    official: Parts, save: Callable[..., Path], part: str, words: str
) -> None:
    for parts in ({}, changed(renamed(official, MAIN, part), "_rels/.rels", MAIN, part)):
        (found,) = check_template(save({**parts, part: b"<a/>"}), PROFILE)
        assert found.id == "E402" and words in str(found.facts["reason"])


def test_owner_file_of_an_open_template_and_a_circle_of_links_are_told(tmp_path: Path) -> None:
    owner, circle = tmp_path / "~$mau.docx", tmp_path / "vong.docx"
    owner.write_bytes(b"\x05admin")
    circle.symlink_to(circle)
    (opened,), (linked,) = check_template(owner, PROFILE), check_template(circle, PROFILE)
    assert opened.id == "E402" and "~$" in str(opened.facts["reason"])
    assert linked.id == "E401" and "vòng tròn" in linked.tell()


def test_broken_part_is_told_in_our_words_with_its_line(official: Parts, save: Callable[..., Path]) -> None:
    (found,) = check_template(save({**official, "word/theme/x.xml": b"<a>\n</b>"}), PROFILE)
    assert (found.id, found.facts["problem"], found.place.line) == ("E405", "XML sai cú pháp", 2)


@pytest.mark.parametrize(("data", "expected"), [(b"<broken", "E405"), (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "E406")])
@pytest.mark.parametrize("name", ["header1.foo", "header1.XML"])
def test_part_that_is_read_as_xml_is_checked_whatever_it_is_called(
    official: Parts, save: Callable[..., Path], name: str, data: bytes, expected: str
) -> None:
    parts = changed(without(official, "header1.xml"), TYPES, "</Types>", OTHER_HEADER.format(name=name) + "</Types>")
    parts = changed(parts, RELATIONS, "</Relationships>", HEADER_POINTER.format(name=name) + "</Relationships>")
    (found,) = check_template(save({**parts, f"word/{name}": data}), PROFILE)
    assert (found.id, found.place.part) == (expected, f"word/{name}")


@pytest.mark.parametrize(
    "name", ["word/_rels/settings.xml.rels", "word/_rels/settings.xml.RELS", "word/_RELS/settings.xml.rels"]
)
def test_pointer_to_a_template_elsewhere_is_found_in_whichever_letters_its_part_is_called(
    official: Parts, save: Callable[..., Path], name: str
) -> None:
    (found,) = check_template(save({**official, name: POINTER_OUTSIDE.encode()}), PROFILE)
    assert (found.id, found.place.part) == ("E408", name)


def test_relations_are_read_with_the_names_that_the_package_has(official: Parts, save: Callable[..., Path]) -> None:
    package = open_package(save(moved_main(official)))
    assert find_target(package.parts, "", "officeDocument") == MAIN
    assert {p.target for p in read_relations(package.parts, MAIN)} <= set(package.parts)


def bound_below(parts: Parts) -> Parts:
    """Return the parts with the prefix of drawings bound in each drawing alone, as LibreOffice writes it."""
    data = parts[MAIN].decode()
    bound = f' xmlns:a="{PREFIXES["a"]}"'
    assert bound in data
    below = re.sub(r"<a:(?:extLst|graphic)(?=>)", rf"\g<0>{bound}", data.replace(bound, "", 1))
    return {**parts, MAIN: below.encode()}


@pytest.fixture
def report_parts(tmp_path: Path) -> Parts:
    """Return the parts of the template of a State report, which draws a line under the head of an annex."""
    state = load_profile("nha-nuoc-nd30-2020")
    file = tmp_path / "goc-nn.docx"
    file.write_bytes(build_template(state, state.kinds["bao-cao"]))
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_annex_is_printed_where_prefixes_are_bound_in_each_drawing(
    report_parts: Parts, save: Callable[..., Path], write: Callable[..., Path], tmp_path: Path
) -> None:
    head = STATE_HEAD.removesuffix("---\n") + "phu_luc: [{tieu_de: Danh mục, noi_dung: Một dòng.}]\n---\n"
    source, out = write("Nội dung.\n", head), tmp_path / "ra.docx"
    out.write_bytes(render_checked(check_file(source), save(bound_below(report_parts))))
    assert_sound(out)


def test_template_that_gives_a_prefix_another_meaning_is_refused(
    report_parts: Parts, save: Callable[..., Path]
) -> None:
    other = bound_below(report_parts)
    other = changed(other, MAIN, "<w:document ", '<w:document xmlns:a="urn:other" ')
    with pytest.raises(TemplateError, match="E407"):
        open_package(save(other))


@pytest.mark.parametrize(
    ("case", "file"),
    [
        ("10-dotx-template", "mau.dotx"),
        ("12-main-part-document2", "mau.docx"),
        ("11-template-without-footnotes-part", "mau.docx"),
    ],
)
def test_case_of_an_office_prints_a_sound_document(shared: Path, tmp_path: Path, case: str, file: str) -> None:
    folder, out = shared / "cases" / case, tmp_path / "out.docx"
    source = folder / "in.md" if (folder / "in.md").is_file() else shared / "cases" / "10-dotx-template" / "in.md"
    out.write_bytes(render_checked(check_file(source), folder / file))
    assert_sound(out)
    assert b"template.main+xml" not in Word(out).path.read_bytes()


def test_template_with_faults_is_not_opened_for_printing(official: Parts, save: Callable[..., Path]) -> None:
    broken = changed(official, RELATIONS, 'Target="header1.xml"', 'Target="header9.xml"')
    with pytest.raises(TemplateError, match="E404"):
        open_package(save(broken))
