"""Documents in other hands: LibreOffice saves them, pandoc and mammoth read them, staff go on writing by style."""

import json
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import docx
import pdfplumber
import pytest
from docx.text.paragraph import Paragraph
from lxml import html

from tests.conftest import HEAD, Compose, assert_sound, settled
from tests.odd_documents import ODD
from tests.office import needs_office
from tests.render.word_counting import count_like_word
from tests.word_files import W, Word, value
from ttdn_draft.model import BodyBlock, Document
from ttdn_draft.pages import find_office, make_pdf
from ttdn_draft.pipeline import Checked, check_file, render_checked

needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="needs pandoc")
REPOSITORY = Path(__file__).parents[2]
SEEN = 0.25  # pt; a word processor rounds, and nobody sees less
ANNEXES = """phu_luc:
  - tieu_de: Danh mục
    noi_dung: |
      # Việc chung
      1. Việc một
      2. Việc hai
  - tieu_de: Bảng
    ngang: true
    noi_dung: |
      # Việc riêng
      Hết
"""
BODY = """# Mục đích
## Chung
- Ý gạch

+ Ý cộng

## Riêng
# Yêu cầu
1. Khoản đầu[^1]
2. Khoản sau
# Nội dung
## Có điểm
1. điểm chữ a
2. điểm chữ b

| Cột | Số |
| --- | -- |
| ô | 1 |

[^1]: Chú thích.
"""
HEADINGS = [(1, "Mục đích"), (2, "Chung"), (2, "Riêng"), (1, "Yêu cầu"), (1, "Nội dung"), (2, "Có điểm")]
OF_ANNEXES = [(1, "Việc chung"), (1, "Việc riêng")]


@pytest.fixture
def document(rendered: Callable[..., Path]) -> Path:
    return rendered(BODY, HEAD.replace("so: 14\n", f"so: 14\n{ANNEXES}"))


def lines_of(pdf: bytes) -> list[str]:
    with pdfplumber.open(BytesIO(pdf)) as pages:
        return [" ".join(line.split()) for page in pages.pages for line in page.extract_text().splitlines()]


def words_of(pdf: bytes) -> list[tuple[int, str, float, float]]:
    """Return the words with their page and their place in pt."""
    with pdfplumber.open(BytesIO(pdf)) as pages:
        found = ((page.page_number, word) for page in pages.pages for word in page.extract_words())
        return [(number, word["text"], word["x0"], word["top"]) for number, word in found]


def saved_by_office(document: Path, folder: Path) -> Path:
    office, profile = str(find_office()), (folder / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx"]
    out = folder / "saved"
    subprocess.run([*command, "--outdir", str(out), str(document)], check=True, capture_output=True, timeout=300)
    return out / document.name


@needs_office
def test_office_saves_pages_bullets_and_margins_as_they_were(document: Path, tmp_path: Path) -> None:
    saved = saved_by_office(document, tmp_path)
    assert lines_of(make_pdf(saved.read_bytes())) == lines_of(make_pdf(document.read_bytes()))
    word = Word(saved)
    bullets = [lvl for lvl in word.part("word/numbering.xml").iter(f"{W}lvl") if value(lvl, "numFmt") == "bullet"]
    assert [value(lvl, "lvlText") for lvl in bullets] == ["-", "+"]
    assert {value(lvl, "rPr/rFonts", "ascii") for lvl in bullets} == {"Times New Roman"}
    head, body, foot = list(word.body.iter(f"{W}tbl"))
    sides = {t: [value(t, f"tblPr/tblCellMar/{side}", "w") for side in ("start", "end")] for t in (head, body, foot)}
    assert sides == {head: ["0", "0"], body: ["100", "100"], foot: ["0", "0"]}
    name = next(name for name in word.style_names().values() if name.lower() == "heading 1")
    assert word.along(name, "pPr/outlineLvl") == "0"


@needs_office
def test_page_rests_on_no_default_of_a_single_program(document: Path) -> None:
    """A program that knows neither the defaults of a document nor the base of its tables prints the same lines."""
    out = BytesIO()
    with zipfile.ZipFile(document) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/styles.xml":
                data = re.sub(rb"<w:docDefaults>.*?</w:docDefaults>", b"", data)
                data = re.sub(rb'(w:styleId="TableNormal">.*?)<w:tblPr>.*?</w:tblPr>', rb"\1", data)
                assert data.count(b"108") == 0
            target.writestr(name, data)
    bare, whole = (words_of(make_pdf(data)) for data in (out.getvalue(), document.read_bytes()))
    assert [word[:2] for word in bare] == [word[:2] for word in whole]
    for one, other in zip(bare, whole, strict=True):
        assert one[2:] == pytest.approx(other[2:], abs=SEEN), one


class Staff:
    """Somebody who goes on writing in Word, and only chooses styles."""

    def __init__(self, path: Path) -> None:
        self.document = docx.Document(str(path))

    def write(self, after: str, *added: tuple[str, str]) -> None:
        """Put paragraphs of given styles behind the one that has these words."""
        place = next(p for p in self.document.paragraphs if p.text == after)
        for style, text in reversed(added):
            element = deepcopy(place._p)
            for child in list(element):
                element.remove(child)
            place._p.addnext(element)
            new = Paragraph(element, place._parent)
            new.style = self.document.styles[style]
            new.add_run(text)

    def print(self) -> list[str]:
        out = BytesIO()
        self.document.save(out)
        return lines_of(make_pdf(out.getvalue()))


def numbered(lines: list[str], *texts: str) -> list[str]:
    return [line for text in texts for line in lines if line.endswith(text)]


@needs_office
def test_what_is_added_by_style_counts_on_in_text_and_annexes(document: Path) -> None:
    staff = Staff(document)
    staff.write("Mục đích", ("Heading 2", "Tiểu mục mới"), ("Heading 1", "Mục mới"), ("TTĐN Khoản", "Khoản mới"))
    staff.write("Khoản sau", ("TTĐN Khoản", "Khoản thêm"), ("TTĐN Gạch đầu dòng", "Gạch"), ("TTĐN Dấu cộng", "Cộng"))
    staff.write("Việc hai", ("TTĐN Khoản", "Khoản phụ lục"), ("Heading 1", "Mục phụ lục"), ("TTĐN Khoản", "Lại một"))
    staff.write("Việc riêng", ("Heading 2", "Tiểu mục phụ lục"))
    lines = staff.print()
    assert numbered(lines, "Tiểu mục mới", "Mục mới", "Khoản mới") == ["1. Tiểu mục mới", "II- Mục mới", "1. Khoản mới"]
    assert numbered(lines, "Chung", "Yêu cầu") == ["2. Chung", "III- Yêu cầu"]
    assert numbered(lines, "Khoản thêm", "Gạch", "Cộng") == ["3. Khoản thêm", "- Gạch", "+ Cộng"]
    assert numbered(lines, "Khoản phụ lục", "Mục phụ lục") == ["3. Khoản phụ lục", "II- Mục phụ lục"]
    assert numbered(lines, "Lại một", "Việc riêng") == ["1. Lại một", "I- Việc riêng"]
    assert numbered(lines, "Tiểu mục phụ lục") == ["1. Tiểu mục phụ lục"]


@needs_office
@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
def test_part_that_is_added_by_style_has_a_space_behind_its_number(
    standard: str, compose: Compose, tmp_path: Path
) -> None:
    parts = "# Phần trước\n\nLời văn.\n\n# Phần sau\n\n## Mục\n\nHết văn bản.\n"
    annex = "# Phần phụ lục\n\nLời phụ lục.\n\nHết phụ lục.\n"
    held = "\n  - tieu_de: Danh mục\n    noi_dung: |\n" + "".join(f"      {line}\n" for line in annex.splitlines())
    levels = {"danh_so": "[phan, I, '1', a]", "phu_luc": held.rstrip()}
    out = tmp_path / "phan.docx"
    out.write_bytes(render_checked(compose(standard, parts.replace("Lời", "Theo Phụ lục: lời"), **levels)))
    staff = Staff(out)
    staff.write("Theo Phụ lục: lời văn.", ("Heading 1", "Phần thêm"), ("Heading 2", "Mục thêm"))
    staff.write("Lời phụ lục.", ("Heading 1", "Phần thêm nữa"))
    lines = staff.print()
    own = [(lines[at], line) for at, line in enumerate(lines[1:]) if line.casefold().startswith("phần ")]
    own = [(label, title) for label, title in own if label.startswith("Phần ")]
    titles = [(label, title.casefold()) for label, title in own]
    assert titles == [("Phần I", "phần trước"), ("Phần III", "phần sau"), ("Phần I", "phần phụ lục")]
    assert numbered(lines, "Phần thêm", "Phần thêm nữa") == ["Phần II Phần thêm", "Phần II Phần thêm nữa"]


@needs_office
def test_heading_that_is_added_by_style_is_in_capitals_where_its_neighbours_are(
    compose: Compose, tmp_path: Path
) -> None:
    annexes = "\n  - tieu_de: Danh mục\n    noi_dung: |\n      # Việc chung\n\n      Lời phụ lục."
    out = tmp_path / "bao-cao.docx"
    out.write_bytes(render_checked(compose("nha-nuoc", "# Kết quả\n\nLời văn theo Phụ lục.\n", phu_luc=annexes)))
    staff = Staff(out)
    staff.write("KẾT QUẢ", ("Heading 1", "Mục thêm"), ("Heading 2", "Khoản thêm"))
    staff.write("Lời phụ lục./.", ("Heading 1", "Mục riêng"), ("TTĐN Phụ lục", "Phụ lục"), ("TTĐN Tên phụ lục", "Biểu"))
    lines = staff.print()
    assert numbered(lines, "KẾT QUẢ", "MỤC THÊM", "Khoản thêm") == ["I. KẾT QUẢ", "II. MỤC THÊM", "1. Khoản thêm"]
    assert numbered(lines, "VIỆC CHUNG", "MỤC RIÊNG") == ["I. VIỆC CHUNG", "II. MỤC RIÊNG"]
    assert lines[-2:] == ["Phụ lục", "BIỂU"]


@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
def test_part_that_is_added_by_style_anywhere_is_counted_by_the_rules_of_word(
    standard: str, compose: Compose, tmp_path: Path
) -> None:
    body = "Lời đầu theo Phụ lục.\n\n# Một\n\nLời một.\n\n# Hai\n\n## Mục\n\nLời hai.\n"
    annex = "\n  - tieu_de: Danh mục\n    noi_dung: |\n      # Riêng\n\n      Lời riêng."
    levels = {"danh_so": "[phan, I, '1', a]", "phu_luc": annex}
    out = tmp_path / "phan.docx"
    out.write_bytes(render_checked(compose(standard, body, **levels)))
    assert parts_in(out) == [(1, "một"), (2, "hai"), (1, "riêng")]
    staff = Staff(out)
    for after, title in {
        "Lời đầu theo Phụ lục.": "Đầu",
        "Lời một.": "Giữa",
        "Lời hai.": "Cuối",
        "Lời riêng.": "Thêm",
    }.items():
        place = next(p.text for p in staff.document.paragraphs if p.text.rstrip("./") == after.rstrip("."))
        staff.write(place, ("Heading 1", title))
    staff.document.save(str(out))
    count = enumerate(["đầu", "một", "giữa", "hai", "cuối"], 1)
    assert parts_in(out) == [*count, (1, "riêng"), (2, "thêm")]


def parts_in(path: Path) -> list[tuple[int, str]]:
    """Return the numbers and titles of the parts as Word counts them."""
    highest = 1  # the level over it is that of annexes
    return [(n, text.strip().casefold()) for level, n, text in count_like_word(path) if level == highest]


@needs_office
def test_what_is_written_first_in_an_annex_begins_its_count(document: Path) -> None:
    staff = Staff(document)
    place = next(p for p in staff.document.paragraphs if p.text.startswith("(Kèm theo"))
    staff.write(place.text, ("Heading 1", "Mục đầu phụ lục"), ("TTĐN Khoản", "Khoản đầu phụ lục"))
    lines = staff.print()
    assert numbered(lines, "Mục đầu phụ lục", "Khoản đầu phụ lục") == ["I- Mục đầu phụ lục", "1. Khoản đầu phụ lục"]
    assert numbered(lines, "Việc chung", "Việc một") == ["II- Việc chung", "1. Việc một"]


def test_row_and_table_that_are_added_look_as_the_others(document: Path, tmp_path: Path) -> None:
    staff = Staff(document)
    table = next(t for t in staff.document.tables if t.style.name == "TTĐN Bảng")
    for cell in table.add_row().cells:
        cell.paragraphs[0].style = staff.document.styles["TTĐN Ô bảng"]
        cell.paragraphs[0].add_run("thêm")
    staff.document.add_table(1, 2)
    out = tmp_path / "them.docx"
    staff.document.save(str(out))
    word = Word(out)
    rows = [[value(c, "tcPr/tcW", "w") for c in row.iter(f"{W}tc")] for row in table._tbl.iter(f"{W}tr")]
    assert len(rows) == 3 and len(set(map(tuple, rows))) == 1
    added = list(word.body.iter(f"{W}tbl"))[-1]
    ids = {s.get(f"{W}styleId"): s for s in word.part("word/styles.xml").iter(f"{W}style")}
    style = ids[value(added, "tblPr/tblStyle") or "TableNormal"]
    assert [value(style, f"tblPr/tblCellMar/{side}", "w") for side in ("left", "right")] == ["108", "108"]


def mammoth_reads(path: Path) -> Any:
    mammoth = pytest.importorskip("mammoth", reason="needs mammoth, which reads Word files as HTML")
    with path.open("rb") as file:
        return html.fromstring(f"<x>{mammoth.convert_to_html(file).value}</x>")


def test_mammoth_finds_headings_lists_note_and_table(document: Path) -> None:
    root = mammoth_reads(document)
    found = [(int(h.tag[1]), h.text_content()) for h in root.iter("h1", "h2", "h3", "h4")]
    first, second = OF_ANNEXES
    assert found == [*HEADINGS, (1, "Phụ lục 1"), first, (1, "Phụ lục 2"), second]
    lists = [(item.getparent().tag, item.text or "") for item in root.iter("li") if item.get("id") is None]
    assert lists[:2] == [("ul", "Ý gạch"), ("ul", "Ý cộng")]
    assert [text for tag, text in lists if tag == "ol"] == ["Khoản đầu", "Khoản sau", "Việc một", "Việc hai"]
    assert len([item for item in root.iter("li") if "footnote" in item.get("id", "")]) == 1
    assert len(list(root.iter("table"))) == 3


class Structure(NamedTuple):
    """How many headings, items of lists, notes and tables there are, or a program finds."""

    headings: int
    items: int
    notes: int
    tables: int


def as_given(document: Document) -> Structure:
    """Return what the blocks of a document are, head and foot being tables too."""
    bodies = [document.body, *(annex.body for annex in document.annexes)]
    blocks = [block for body in bodies for block in body]
    texts = [block for block in blocks if isinstance(block, BodyBlock)]
    items = [block for block in texts if not block.outline and (block.level or block.look in ("gach", "cong"))]
    headings = len([block for block in texts if block.outline]) + len(document.annexes)
    return Structure(headings, len(items), len(document.footnotes), len(blocks) - len(texts) + len(("head", "foot")))


def as_written(path: Path) -> Structure:
    """Return what stands in the file by Word's own rules: numbers and headings come from styles too."""
    word = Word(path)
    paragraphs, names = list(word.body.iter(f"{W}p")), word.style_names()
    styles = [names[str(value(p, "pPr/pStyle"))] for p in paragraphs]
    headings = {name for name in set(styles) if any(map(is_heading, word.line_of(name)))}
    counted = {name for name in set(styles) if word.along(name, "pPr/numPr/numId")}
    items = [
        (style, own)
        for style, own in zip(styles, (value(p, "pPr/numPr/numId") for p in paragraphs), strict=True)
        if style not in headings and (own != "0" if own else style in counted)
    ]
    notes, tables = (len(list(word.body.iter(f"{W}{tag}"))) for tag in ("footnoteReference", "tbl"))
    return Structure(sum(style in headings for style in styles), len(items), notes, tables)


def is_heading(style: str) -> bool:
    return re.fullmatch("heading [1-9]", style, re.I) is not None


def as_mammoth_reads(path: Path) -> Structure:
    root = mammoth_reads(path)
    items = [item for item in root.iter("li") if "footnote" not in item.get("id", "") and has_own_words(item)]
    notes = [link for link in root.iter("a") if link.get("id", "").startswith("footnote-ref")]
    headings = list(root.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    return Structure(len(headings), len(items), len(notes), len(list(root.iter("table"))))


def has_own_words(item: Any) -> bool:
    """Tell whether an item is more than the frame of a list inside it."""
    return bool((item.text or "").strip()) or any(child.tag not in ("ul", "ol") for child in item)


def as_pandoc_reads(path: Path) -> Structure:
    command = ["pandoc", "--from", "docx", "--to", "json", str(path)]
    found = Counter[str](kinds_in(json.loads(subprocess.run(command, check=True, capture_output=True).stdout)))
    return Structure(found["Header"], found["item"], found["Note"], found["Table"])


def kinds_in(node: Any) -> Iterator[str]:
    """Yield the kind of each element under a node, and `item` for each item of a list."""
    if isinstance(node, dict):
        kind = str(node.get("t", ""))
        yield kind
        if kind in ("BulletList", "OrderedList"):
            items = node["c"] if kind == "BulletList" else node["c"][1]
            # behind a dash pandoc puts a heading with a number of its own into a list of one, as a heading
            yield from ["item" for item in items if item[0]["t"] != "Header"]
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from kinds_in(child)


SAMPLES = {"-".join(file.parts[-3:-1]): file for file in sorted(REPOSITORY.glob("templates/*/*/sample.md"))}


def checked_of(name: str, compose: Compose) -> Checked:
    """Return a sample of the templates, or an odd document."""
    if name in SAMPLES:
        return check_file(SAMPLES[name])
    standard, lines, body = ODD[name]
    return compose(standard, body, **lines)


@needs_pandoc
@pytest.mark.parametrize("name", [*SAMPLES, *ODD])
def test_other_programs_find_every_heading_item_note_and_table(name: str, compose: Compose, tmp_path: Path) -> None:
    checked, out = checked_of(name, compose), tmp_path / "ket-qua.docx"
    out.write_bytes(render_checked(checked))
    assert_sound(out)
    given = as_given(settled(checked))
    assert given.headings > 0 and (name in SAMPLES or min(given) > 0)
    assert as_written(out) == given
    assert as_pandoc_reads(out) == given
    by_mammoth = as_mammoth_reads(out)
    known = by_mammoth._replace(items=given.items) if name == "dang-three-figures" else by_mammoth
    assert known == given  # mammoth knows no list below the fifth level, on which 1.1.1 stands


@needs_office
@pytest.mark.parametrize("day", ["", "ngay: 2026", "ngay: 6/2026"])
def test_date_of_a_draft_keeps_its_blanks_in_one_line(rendered: Callable[..., Path], day: str) -> None:
    draft = rendered(BODY, HEAD.replace("so: 14\n", "du_thao: 1\n").replace("ngay: 2026-06-05", day))
    dates = [line for line in lines_of(make_pdf(draft.read_bytes())) if "Cao Bằng, ngày" in line]
    assert len(dates) == 1 and dates[0].endswith("2026" if day else "năm")


SEARCHED = "57-KL/TW"


def test_number_of_a_document_is_one_text_in_word(rendered: Callable[..., Path]) -> None:
    document = Word(rendered(f"Theo Kết luận số {SEARCHED} của Bộ Chính trị.\n"))
    assert sum(SEARCHED in (text.text or "") for text in document.body.iter(f"{W}t")) == 1


@needs_pandoc
def test_search_finds_the_number_of_a_document_in_pandoc(rendered: Callable[..., Path]) -> None:
    document = rendered(f"Theo Kết luận số {SEARCHED} của Bộ Chính trị.\n")
    command = ["pandoc", "--from", "docx", "--to", "plain", "--wrap", "none", str(document)]
    plain = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    assert plain.count(SEARCHED) == 1


@needs_office
def test_search_finds_the_number_of_a_document_in_a_pdf(rendered: Callable[..., Path]) -> None:
    document = rendered(f"Theo Kết luận số {SEARCHED} của Bộ Chính trị.\n")
    assert sum(SEARCHED in line for line in lines_of(make_pdf(document.read_bytes()))) == 1


@needs_office
def test_number_of_a_document_stays_in_one_line_of_a_pdf_wherever_the_line_ends(rendered: Callable[..., Path]) -> None:
    texts = [f"{'Nội dung ' * 6}{'a' * letters} {SEARCHED} còn nữa.\n" for letters in range(1, 16)]
    lines = lines_of(make_pdf(rendered("\n".join(texts)).read_bytes()))
    assert sum(SEARCHED in line for line in lines) == len(texts)


@needs_pandoc
def test_pandoc_finds_headings_lists_note_and_table(document: Path) -> None:
    command = ["pandoc", "--from", "docx", "--to", "json", str(document)]
    blocks = json.loads(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout)["blocks"]
    found = [(b["c"][0], _words(b["c"][2])) for b in blocks if b["t"] == "Header"]
    headings = [heading for heading in found if not heading[1].startswith("Phụ lục")]
    assert headings == [*HEADINGS, *OF_ANNEXES]
    assert [text for depth, text in found if depth == 1 and text.startswith("Phụ lục")] == ["Phụ lục 1", "Phụ lục 2"]
    kinds = [b["t"] for b in blocks]
    assert kinds.count("BulletList") >= 1 and kinds.count("OrderedList") == 2
    assert kinds.count("Table") == 3
    assert json.dumps(blocks).count('"Note"') == 1


def _words(inlines: list[dict[str, Any]]) -> str:
    return "".join(piece["c"] if piece["t"] == "Str" else " " for piece in inlines if piece["t"] in {"Str", "Space"})
