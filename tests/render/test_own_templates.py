"""Templates of staff: headings that Word put in, and a style for points that somebody took out."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import assert_sound
from tests.word_files import W, Word, text_of, value
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.pipeline import check_file, render_checked
from ttdn_draft.render.builder import build_template

BEFORE = Path(__file__).parent / "data" / "template-of-before.docx"
STYLES = "word/styles.xml"
OF_WORD = (
    '<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:type="paragraph" '
    'w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:color w:val="2E74B5"/></w:rPr></w:style>'
)
BODY = "# Một\n## Hai\n1. điểm\n"


@pytest.fixture
def printed(tmp_path: Path, write: Callable[..., Path]) -> Callable[[bytes, Callable[[etree._Element], None]], Word]:
    """Return a document that is printed with a template whose styles were changed."""

    def _printed(template: bytes, change: Callable[[etree._Element], None]) -> Word:
        whole, changed, out = tmp_path / "mau.docx", tmp_path / "mau rieng.docx", tmp_path / "a.docx"
        whole.write_bytes(template)
        with zipfile.ZipFile(whole) as source, zipfile.ZipFile(changed, "w") as target:
            for name in source.namelist():
                root = etree.fromstring(source.read(name)) if name == STYLES else None
                if root is not None:
                    change(root)
                target.writestr(name, source.read(name) if root is None else etree.tostring(root))
        out.write_bytes(render_checked(check_file(write(BODY)), changed))
        assert_sound(out)
        return Word(out)

    return _printed


def test_heading_that_word_put_in_is_not_taken_for_ours(printed: Callable[..., Word]) -> None:
    word = printed(BEFORE.read_bytes(), lambda styles: styles.append(etree.fromstring(OF_WORD)))
    (heading,) = word.paragraphs("TTĐN Mục I")
    assert (value(heading, "pPr/numPr/ilvl"), value(heading, "pPr/outlineLvl")) == ("2", "0")
    assert word.paragraphs("heading 1") == []
    assert value(word.style("heading 1"), "basedOn") == "Normal"


def test_point_prints_no_number_in_a_template_without_its_style(printed: Callable[..., Word]) -> None:
    def drop(styles: etree._Element) -> None:
        styles.remove(next(s for s in styles.iter(f"{W}style") if value(s, "name") == "TTĐN Điểm"))

    profile = load_profile("dang-hd05-2026")
    word = printed(build_template(profile, profile.kinds["huong-dan"]), drop)
    (point,) = [p for p in word.paragraphs("TTĐN Khoản") if text_of(p) == "a) điểm."]
    assert value(point, "pPr/numPr/numId") == "0"  # Word's word for a paragraph that its style would number
