"""Templates: compiled once, run in a sandbox, checked; broken ones name part, paragraph and tag."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD, ids
from ttdn_draft.errors import TemplateError
from ttdn_draft.knowledge.profiles import load_profile, read_profile
from ttdn_draft.pipeline import check_file, render_checked
from ttdn_draft.render import build_template, check_template
from ttdn_draft.render.engine import load_template
from ttdn_draft.render.fields import list_tags
from ttdn_draft.render.package import MAX_RATIO, RATIO_FROM
from ttdn_draft.resources import find_data_folder

PROFILE = load_profile("dang-hd05-2026")
SUBJECT = "{{ trich_yeu }}"
Edit = Callable[..., Path]


def batched(items: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(zip(items[::2], items[1::2], strict=True))


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """Return the official template with text of its main part replaced, or parts dropped or added."""

    def _edited(old: str = "", new: str = "", *more: str, drop: str = "", **add: bytes) -> Path:
        plain, path = tmp_path / "mau.docx", tmp_path / "mau rieng.docx"
        plain.write_bytes(build_template(PROFILE))
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
                target.writestr(name.replace("__", "/").replace("_dot_", "."), data)
        return path

    return _edited


@pytest.fixture
def render_with(write: Callable[..., Path]) -> Callable[[Path], bytes]:
    return lambda template: render_checked(check_file(write()), template)


@pytest.mark.parametrize("kind", sorted(PROFILE.kinds))
def test_committed_template_is_what_its_profile_builds(kind: str) -> None:
    file = find_data_folder("templates") / PROFILE.id / kind / "template.docx"
    assert file.read_bytes() == build_template(PROFILE)


def test_official_template_passes_its_own_check(edited: Edit) -> None:
    assert check_template(edited()) == ()


def test_figure_changed_in_a_profile_changes_the_template_without_code(tmp_path: Path) -> None:
    text = (find_data_folder("templates") / PROFILE.id / "profile.yaml").read_text(encoding="utf-8")
    (tmp_path / "profile.yaml").write_text(text.replace("tren: 20, duoi: 20", "tren: 17, duoi: 20"), encoding="utf-8")
    changed = read_profile(tmp_path)
    assert changed.page.top == 17 and build_template(changed) != build_template(PROFILE)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("id: x", "the_thuc"), ("a: [", "E120"), ("{}", "id"), ("page", "?")],
)
def test_broken_profile_names_what_is_wrong(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "profile.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        read_profile(tmp_path)
    found = caught.value.findings[0]
    assert found.id == "E430" and (problem in str(found.facts["problem"]) or problem == "?")


def test_folder_without_profile_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="E430"):
        read_profile(tmp_path)


@pytest.mark.parametrize(
    ("tag", "id"),
    [
        ("{{ khong_co }}", "E412"),
        ("{{ ky.khong_co }}", "E412"),
        ("{{ trich_yeu.__class__.__mro__ }}", "E413"),
        ("{{ ''.__class__.__base__.__subclasses__() }}", "E413"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "E413"),
        ("{{ trich_yeu * 999999999 }}", "E413"),
        ("{{ 9 ** 9 ** 9 }}", "E413"),
        ("{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}", "E414"),
        ("{{ range(10 ** 9) }}", "E413"),
        ("{{ trich_yeu / 0 }}", "E414"),
        ("{{ trich_yeu | khong_co }}", "E411"),
        ("{% if trich_yeu %}", "E411"),
        ("{% import 'os' as os %}", "E414"),
        ("{{ }}", "E411"),
    ],
)
def test_bad_tag_stops_with_part_paragraph_and_tag(
    edited: Edit, render_with: Callable[[Path], bytes], tag: str, id: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        render_with(edited(SUBJECT, SUBJECT + tag))
    found = caught.value.findings[0]
    assert caught.value.exit_code == 3
    assert (found.id, found.place.part) == (id, "word/document.xml")
    assert id == "E411" or SUBJECT in found.place.tag
    assert found.place.paragraph > 0


def test_paragraph_of_a_finding_is_that_of_the_tag(edited: Edit, render_with: Callable[[Path], bytes]) -> None:
    template = edited(SUBJECT, "{{ sai }}")
    with zipfile.ZipFile(template) as archive:
        before = archive.read("word/document.xml").decode().split("{{ sai }}")[0]
    with pytest.raises(TemplateError) as caught:
        render_with(template)
    # engine and check count alike: control paragraphs vanish when patched, so the check's count is Word's own
    assert check_template(template)[0].place.paragraph <= before.count("<w:p>")
    assert caught.value.findings[0].place.tag == "{{ sai }}"


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("{{ khong_co }}", [("E420", "khong_co"), ("E421", "trich_yeu")]),
        ("{{ trich_yeuu }}", [("E420", "trich_yeuu"), ("E421", "trich_yeu")]),
        ("", [("E421", "trich_yeu")]),
        ("{{ trich_yeu", [("E410", "")]),
        ("trich_yeu }}", [("E410", "")]),
        ("{% if trich_yeu", [("E410", "")]),
        ("{{ trich_yeu }}{% endif %}", [("E411", "")]),
        ("{{ ky.ho_ten }}{{ ky.ho_va_ten }}", [("E420", "ky.ho_va_ten"), ("E421", "trich_yeu")]),
    ],
)
def test_template_check_names_every_bad_tag(edited: Edit, new: str, found: list[tuple[str, str]]) -> None:
    result = check_template(edited(SUBJECT, new))
    assert sorted((f.id, str(f.facts.get("tag", ""))) for f in result) == found


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
        load_template(tmp_path / "khong-co.docx")


@pytest.mark.parametrize("part", ["word/document.xml", "word/footnotes.xml", "[Content_Types].xml", "word/styles.xml"])
def test_missing_part_is_named(edited: Edit, part: str) -> None:
    found = check_template(edited(drop=part))[0]
    assert (found.id, found.place.part) == ("E404", part)


def test_zip_bomb_is_refused_before_it_is_unpacked(edited: Edit) -> None:
    bomb = b"\0" * (RATIO_FROM + MAX_RATIO * 4096)
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
        render_with(edited(SUBJECT, "{% if not trich_yeu %}", "{{ ky.dong_dau }}", "{% endif %}"))


def test_body_tag_inside_a_line_is_told(edited: Edit, render_with: Callable[[Path], bytes]) -> None:
    template = edited("{{p noi_dung }}", "{{ noi_dung }}")
    assert ids(check_template(template)) == ["E416"]
    with pytest.raises(TemplateError, match="E416"):
        render_with(template)


def test_template_is_compiled_once_and_again_after_a_change(edited: Edit, tmp_path: Path) -> None:
    path = edited()
    first = load_template(path)
    assert load_template(path) is first
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data)
    assert load_template(path) is not first


def test_data_of_one_document_never_shows_in_the_next(write: Callable[..., Path]) -> None:
    first = render_checked(check_file(write("một\n")))
    render_checked(check_file(write("hai\n", HEAD.replace("so: 14", "so: 15"))))
    assert render_checked(check_file(write("một\n"))) == first


def test_tags_have_a_meaning_and_an_example() -> None:
    for tag in list_tags():
        assert tag.meaning, tag.name
        assert tag.example or tag.name == "noi_dung"
    assert BODY
