"""Whatever text goes in comes out of the .docx unchanged, wherever it stands."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import assert_sound
from tests.word_files import Word, text_of
from ttdn_draft.characters import FORBIDDEN
from ttdn_draft.knowledge.standards.legacy_letters import read_legacy
from ttdn_draft.pipeline import check_file, render_checked

NASTY = ["{{ 7*7 }}", "{% raw %}", "{_{", "}_}", "{%p if x %}", "{#", "&amp;", "<w:p/>", "]]>", "&", '"', "'", "<", ">"]
PRINTABLE = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"])
WORDS = st.lists(st.one_of(st.sampled_from(NASTY), st.text(PRINTABLE, min_size=1, max_size=12)), min_size=1, max_size=6)


def is_printable(text: str) -> bool:
    from unicodedata import normalize

    is_old = any(map(read_legacy, re.split(r"\s", text)))  # TCVN3 or VNI, which is refused as such
    return not is_old and not FORBIDDEN.search(text) and normalize("NFC", text) == text and bool(text.strip())


TEXTS = WORDS.map(lambda words: "x" + " ".join(words) + "x").filter(is_printable)


def escape_markdown(text: str) -> str:
    """Write every mark of Markdown so that it means itself."""
    return "".join("\\" + c if c in "\\`*_[]<>!#|^" else c for c in text)


def data_with(text: str) -> dict[str, object]:
    """Return an input in which the text stands in every place that takes words."""
    marked = escape_markdown(text)
    return {
        "loai": "huong-dan",
        "the_thuc": "dang",
        "co_quan": {"cap_tren": text, "ten": text, "ky_hieu": "BTGDVTU"},
        "dia_danh": text,
        "du_thao": 1,
        "trich_yeu": text,
        "can_cu": [f"Căn cứ {text}"],  # a single word would be an id
        "noi_nhan": [text],
        "luu": "Văn phòng",
        "ky": {"chuc_vu": text, "ho_ten": text},
        "noi_dung": [
            {
                "muc": marked,
                "noi_dung": [{"khoan": marked}, {"gach": marked}, {"cong": marked}, {"doan": marked + "[^1]"}],
            },
            {"bang": {"cot": [{"ten": marked}], "hang": [[marked]]}},
            {"doan": "Hết."},
        ],
        "chu_thich": {"1": marked},
    }


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_text_comes_out_unchanged_everywhere(text: str) -> None:
    with TemporaryDirectory() as folder:
        source, out = Path(folder) / "a.json", Path(folder) / "a.docx"
        source.write_text(json.dumps(data_with(text)), encoding="utf-8")
        checked = check_file(source)
        if refused := {found.id for found in checked.findings if found.severity == "error"}:
            assert refused == {"E885"}  # a sign that is no part of a name is refused by name
            return
        out.write_bytes(render_checked(checked))
        assert_sound(out, leftovers=False)
        word = Word(out)
        lines = [text_of(p) for p in word.paragraphs()]
        notes = word.notes()
    for line in (text, f"- Căn cứ {text}.", f"{text}[^1]", f"{text}, ngày"):
        assert any(line in found for found in lines), (line, lines)
    assert sum(text in line for line in lines) >= 10
    bare = "".join(text.upper().split())  # a long name may be broken at any of its blanks
    assert sum(bare in "".join(line.split()) for line in lines) >= 3
    assert notes == [text]


@pytest.mark.parametrize("text", NASTY)
def test_template_marks_in_data_are_printed_and_never_run(text: str, tmp_path: Path) -> None:
    source, out = tmp_path / "a.json", tmp_path / "a.docx"
    source.write_text(json.dumps(data_with(f"a {text} b")), encoding="utf-8")
    checked = check_file(source)
    if refused := {found.id for found in checked.findings if found.severity == "error"}:
        assert (refused, text) == ({"E885"}, "&")  # no name of a body holds this sign
        return
    out.write_bytes(render_checked(checked))
    assert Word(out).notes() == [f"a {text} b"]
    assert f"a {text} b" in Word(out).texts("TTĐN Trích yếu")


def test_paragraph_of_ten_thousand_characters_is_kept(rendered) -> None:  # type: ignore[no-untyped-def]
    long = "chữ & nghĩa " * 850
    assert Word(rendered(long + "hết.\n")).texts("TTĐN Đoạn") == [long + "hết."]
