"""What is still to be done is seen in Word: highlighted where it is printed, doubts with their source in a comment."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import BODY, SHARED, assert_sound
from tests.word_files import W, Word, text_of
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.pipeline import Checked, check_file, render_checked
from ttdn_draft.render.builder import build_template

DRAFT = """---
loai: {kind}
the_thuc: {standard}
co_quan:
  cap_tren: TỈNH UỶ A
  ten: "[cần kiểm tra: Ban Tuyên giáo — báo <B> & C]"
  ky_hieu: BTG
  ten_day_du: "[cần kiểm tra: Ban Tuyên giáo Tỉnh uỷ A — tin báo]"
dia_danh: "[cần kiểm tra: Cao Bằng — nghị quyết]"
ngay: 2026-06-05
trich_yeu: "công tác [điền: tên việc]\\nnăm [cần kiểm tra: 2027 — lịch]"
luu_hanh: "[cần kiểm tra: Lưu hành nội bộ — quy chế]"
noi_nhan: ["[cần kiểm tra: Sở Văn hoá (để b/c) — thông tư]"]
luu: TG
ky: {{chuc_vu: "[cần kiểm tra: Trưởng ban — trí nhớ]", ho_ten: "[cần kiểm tra: Nông Thanh Tùng — Báo A]"}}
phu_luc: [{{tieu_de: "Danh mục [...: năm]", noi_dung: "Theo [cần kiểm tra: Công văn số 12-CV/BTG — sổ]"}}]
du_thao: 1
---
Theo [cần kiểm tra: Kết luận số **57-KL/TW** của Ban — sổ văn bản] và [cần kiểm tra: trước ngày 20][^1], xem Phụ lục.

# Mục [cần kiểm tra: một — nguồn mục]

1. Việc của [cần kiểm tra: trước ngày 20 — hướng dẫn 14]

| A [điền: đơn vị] | Số |
| --- | --- |
| b | [cần kiểm tra: 1200 — báo cáo] |

Hết [Cần kiểm tra: việc cuối — sổ cuối]

[^1]: Chú thích [cần kiểm tra: số 5 — sổ chú thích].
"""
"""Marks in the head, every kind of text, a table, a note, recipients, signature and annex."""


@pytest.fixture
def printed(tmp_path: Path, write: Callable[..., Path]) -> Callable[..., Word]:
    """Return a text as it is printed, with the official template or another."""

    def _printed(text: str, template: Path | None = None) -> Word:
        checked = check_file(write("", head=text))
        assert checked.document is not None, checked.findings
        return write_word(checked, tmp_path / "a.docx", template)

    return _printed


def write_word(checked: Checked, out: Path, template: Path | None = None) -> Word:
    out.write_bytes(render_checked(checked, template))
    assert_sound(out)
    return Word(out)


def draft(standard: str = "dang", kind: str = "huong-dan") -> str:
    return DRAFT.format(standard=standard, kind=kind)


def highlighted(root: etree._Element) -> list[str]:
    """Return the words that are highlighted, neighbours together."""
    found, last = list[str](), None
    for run in root.iter(f"{W}r"):
        if run.find(f"{W}rPr/{W}highlight") is not None:
            joined = last is not None and run.getprevious() is last
            found[-1:] = [found[-1] + text_of(run)] if joined else [*found[-1:], text_of(run)]
            last = run
    return found


def commented(word: Word) -> list[tuple[str, str]]:
    """Return the words on which each comment stands, and what it says."""
    said = {c.get(f"{W}id"): text_of(c) for c in word.part("word/comments.xml").iter(f"{W}comment")}
    found = []
    for start in word.body.iter(f"{W}commentRangeStart"):
        words, piece = "", start.getnext()
        while piece is not None and piece.tag != f"{W}commentRangeEnd":
            words, piece = words + text_of(piece), piece.getnext()
        assert piece is not None and piece.get(f"{W}id") == start.get(f"{W}id")
        after = piece.getnext()
        assert after is not None and after[0].tag == f"{W}commentReference"
        found.append((words, said.pop(start.get(f"{W}id"))))
    assert not said
    return found


def says(source: str) -> str:
    return f"Cần kiểm tra. Nguồn: {source}"


def test_marks_are_highlighted_in_every_place_and_print_neither_brackets_nor_source(
    printed: Callable[..., Word],
) -> None:
    word = printed(draft())
    assert highlighted(word.body) == [
        "BAN TUYÊN GIÁO", "Cao Bằng", "[điền: tên việc]", "2027", "Kết luận số 57-KL/TW của Ban", "trước ngày 20",
        "[^1]", "một", "trước ngày 20", "[điền: đơn vị]", "1200", "việc cuối", "Sở Văn hoá (để\xa0b/c)", "TRƯỞNG BAN",
        "Nông Thanh Tùng", "[...: NĂM]", "Ban Tuyên giáo Tỉnh uỷ A", "Công văn số 12-CV/BTG",
    ]  # fmt: skip
    assert not [text for text in word.texts() if "kiểm tra" in text.casefold() or "sổ" in text]
    assert highlighted(word.part("word/footnotes.xml")) == ["số 5"]
    assert "Hết việc cuối." in word.texts()


def test_source_of_a_doubt_stands_in_a_comment_on_its_words(printed: Callable[..., Word]) -> None:
    assert commented(printed(draft())) == [
        ("BAN TUYÊN GIÁO", says("báo <B> & C")),
        ("Cao Bằng", says("nghị quyết")),
        ("2027", says("lịch")),
        ("Kết luận số 57-KL/TW của Ban", says("sổ văn bản")),
        ("trước ngày 20", says("hướng dẫn 14")),  # without a source of its own: that of the same doubt elsewhere
        ("[^1]", says("sổ chú thích")),  # Word has no comments in notes
        ("một", says("nguồn mục")),
        ("trước ngày 20", says("hướng dẫn 14")),
        ("1200", says("báo cáo")),
        ("việc cuối", says("sổ cuối")),
        ("Sở Văn hoá (để\xa0b/c)", says("thông tư")),
        ("TRƯỞNG BAN", says("trí nhớ")),
        ("Nông Thanh Tùng", says("Báo A")),
        ("Ban Tuyên giáo Tỉnh uỷ A", says("tin báo")),
        ("Công văn số 12-CV/BTG", says("sổ")),
    ]


def test_comments_name_the_program_and_no_day(printed: Callable[..., Word]) -> None:
    (comment, *_) = printed(draft()).part("word/comments.xml")
    assert {key.removeprefix(W): value for key, value in comment.attrib.items()} == {
        "id": "0", "author": "ttdn-draft", "initials": "TTĐN",
    }  # fmt: skip


def test_mark_above_the_text_is_highlighted_without_a_comment(printed: Callable[..., Word]) -> None:
    word = printed(draft())
    headers = [word.part(name) for name in word.names() if name.startswith("word/header")]
    assert [words for header in headers for words in highlighted(header)] == ["LƯU HÀNH NỘI BỘ"]
    assert not [piece for header in headers for piece in header.iter(f"{W}commentReference")]


def test_line_takes_the_room_of_the_words_that_it_prints(printed: Callable[..., Word]) -> None:
    long = draft().replace("báo <B> & C", "một nguồn rất dài " * 20)
    widths = [[c.get(f"{W}w") for c in printed(text).body.iter(f"{W}gridCol")] for text in (draft(), long)]
    assert widths[0] == widths[1]


def test_properties_of_the_file_hold_the_words_alone(printed: Callable[..., Word]) -> None:
    properties = {etree.QName(p).localname: p.text for p in printed(draft()).part("docProps/core.xml")}
    assert properties["title"] == "Hướng dẫn công tác [điền: tên việc] năm 2027"
    assert properties["creator"] == "TỈNH UỶ A - Ban Tuyên giáo"


def test_run_keeps_its_properties_around_a_mark(tmp_path: Path, printed: Callable[..., Word]) -> None:
    def italics(parts: dict[str, bytes]) -> None:
        before, after = (
            b'<w:r><w:t xml:space="preserve">{{ ky.ho_ten }}',
            b'<w:r><w:rPr><w:i/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">{{ ky.ho_ten }}',
        )
        xml = parts["word/document.xml"]
        assert before in xml
        parts["word/document.xml"] = xml.replace(before, after)

    text = draft().replace("[cần kiểm tra: Nông Thanh Tùng — Báo A]", "Nông [cần kiểm tra: Thanh — Báo A] Tùng")
    (name,) = printed(text, own_template(tmp_path, italics)).paragraphs("TTĐN Họ tên")
    properties = [[etree.QName(p).localname for p in run[0]] for run in name.iter(f"{W}r") if len(run) > 1]
    assert properties == [["i", "u"], ["i", "highlight", "u"], ["i", "u"]]
    assert text_of(name) == "Nông Thanh Tùng"


def test_comments_of_people_stay_in_an_own_template(tmp_path: Path, printed: Callable[..., Word]) -> None:
    word = printed(draft(), own_template(tmp_path, add_comment_of_people))
    comments = list(word.part("word/comments.xml"))
    assert [(c.get(f"{W}id"), c.get(f"{W}author")) for c in comments][:2] == [("7", "Văn thư"), ("8", "ttdn-draft")]
    assert len({c.get(f"{W}id") for c in comments}) == len(comments) == 16


def add_comment_of_people(parts: dict[str, bytes]) -> None:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    comment = '<w:comment w:id="7" w:author="Văn thư"><w:p><w:r><w:t>Giữ</w:t></w:r></w:p></w:comment>'
    parts["word/comments.xml"] = f'<w:comments xmlns:w="{name}">{comment}</w:comments>'.encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    relation = f'<Relationship Id="rIdOfPeople" Type="{kind}" Target="comments.xml"/></Relationships>'
    written = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    entry = f'<Override PartName="/word/comments.xml" ContentType="{written}"/></Types>'
    for part, end, new in (
        ("word/_rels/document.xml.rels", "</Relationships>", relation),
        ("[Content_Types].xml", "</Types>", entry),
    ):
        parts[part] = parts[part].replace(end.encode(), new.encode())


def own_template(folder: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Return the official template of a guidance with something changed."""
    profile = load_profile("dang-hd05-2026")
    whole, changed = folder / "mau.docx", folder / "mau-rieng.docx"
    whole.write_bytes(build_template(profile, profile.kinds["huong-dan"]))
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(changed, "w") as target:
        parts = {name: source.read(name) for name in source.namelist()}
        change(parts)
        for name, data in parts.items():
            target.writestr(name, data)
    return changed


def test_document_without_marks_has_no_comments(printed: Callable[..., Word], write: Callable[..., Path]) -> None:
    word = printed(write(BODY).read_text(encoding="utf-8"))
    assert "word/comments.xml" not in word.names()
    assert "comments" not in etree.tostring(word.part("[Content_Types].xml"), encoding="unicode")


def test_gaps_alone_make_no_comments(printed: Callable[..., Word], write: Callable[..., Path]) -> None:
    text = write("Theo [điền: số] và [cần kiểm tra: tên].\n").read_text(encoding="utf-8")
    word = printed(text.replace("so: 14", "du_thao: 1"))
    assert highlighted(word.body) == ["[điền: số]", "tên"]
    assert "word/comments.xml" not in word.names()


def test_same_draft_gives_the_same_bytes(write: Callable[..., Path]) -> None:
    path = write("", head=draft())
    assert render_checked(check_file(path)) == render_checked(check_file(path))


@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
def test_programs_find_no_fault_in_comments(standard: str, printed: Callable[..., Word]) -> None:
    kind = "ke-hoach" if standard == "nha-nuoc" else "huong-dan"
    word = printed(draft(standard, kind))
    tool = SHARED / "tools" / "ooxml_check.py"
    if tool.is_file():
        told = subprocess.run([sys.executable, tool, word.path], capture_output=True, text=True, check=False)
        assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
def test_pandoc_finds_the_comments(printed: Callable[..., Word]) -> None:
    command = ["pandoc", "--track-changes=all", "-t", "markdown", "--wrap=none", str(printed(draft()).path)]
    read = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert read.count(".comment-start") == 15
    assert 'Nguồn: sổ văn bản]{.comment-start id="3" author="ttdn-draft"}Kết luận' in read
