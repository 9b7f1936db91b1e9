"""Changes the look of a rendered document as people write it down: `tên loại: cỡ 12`, `trang: lề trên 15`."""

import copy
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

from ttdn_draft.word.ooxml import W, twips
from ttdn_draft.word.package import write_zip

MAIN = "word/document.xml"
STYLES = {
    "cơ quan cấp trên": "TTDNCapTren",
    "cơ quan": "TTDNCoQuan",
    "quốc hiệu": "TTDNQuocHieu",
    "tiêu ngữ": "TTDNTieuNgu",
    "tiêu đề": "TTDNTieuDe",
    "dấu sao": "TTDNDauSao",
    "gạch trích yếu": "TTDNGachTrichYeu",
    "số": "TTDNSoKyHieu",
    "ngày": "TTDNDiaDanhNgay",
    "độ khẩn": "TTDNDoKhan",
    "tên loại": "TTDNTenLoai",
    "trích yếu": "TTDNTrichYeu",
    "kính gửi": "TTDNKinhGui",
    "căn cứ": "TTDNCanCu",
    "nơi nhận": "TTDNNoiNhanNhan",
    "dòng nơi nhận": "TTDNNoiNhan",
    "quyền hạn": "TTDNQuyenHan",
    "chức vụ": "TTDNChucVu",
    "họ tên": "TTDNHoTen",
    "nhãn phụ lục": "Heading",
    "tên phụ lục": "TTDNPhuLucTen",
    "kèm theo": "TTDNPhuLucKem",
    "tên phần": "Heading1",
    "đề mục I": "Heading2",
    "đề mục 1": "Heading3",
    "gạch": "TTDNGach",
    "ô bảng": "TTDNOBang",
    "kẻ tiêu ngữ": "TTDNKeTieuNgu",
    "kẻ cơ quan": "TTDNKeCoQuan",
    "kẻ trích yếu": "TTDNKeTrichYeu",
    "kẻ tiêu đề": "TTDNKeTieuDe",
    "số trang": "TTDNSoTrang",
}
TEXT_STYLES = ("TTDNDoan", "TTDNKhoan", "TTDNGach", "TTDNCong", "TTDNDiem")
SIDES = {"trái": "left", "giữa": "center", "phải": "right", "đều hai lề": "both"}
MARGINS = {"trên": "top", "dưới": "bottom", "trái": "left", "phải": "right"}
COLOURS = {"đỏ": "FF0000", "đen": "000000", "xanh": "0000FF", "gần đen": "1F1F1F"}
SWITCHES = {"đậm": "b", "nghiêng": "i"}
LONG = 120  # letters: more than a line


@dataclass
class Docx:
    """A document under change: its parts, those that were parsed, and the paragraph that is changed."""

    parts: dict[str, bytes]
    roots: dict[str, etree._Element]

    @classmethod
    def of(cls, data: bytes) -> "Docx":
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()}, {})

    def root(self, name: str) -> etree._Element:
        if name not in self.roots:
            self.roots[name] = etree.fromstring(self.parts[name])
        return self.roots[name]

    def written(self) -> bytes:
        changed = {name: etree.tostring(root) for name, root in self.roots.items()}
        return write_zip({**self.parts, **changed})

    def paragraphs(self) -> list[etree._Element]:
        headers = [name for name in self.parts if re.fullmatch(r"word/(?:header|footer)\d+\.xml", name)]
        return [p for name in (MAIN, *headers) for p in self.root(name).iter(f"{W}p")]


def style_of(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


def words_of(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{W}t"))


def change(data: bytes, changes: Mapping[str, Any]) -> bytes:
    """Return a document with changes, in the order in which they are written: part -> what becomes of it."""
    docx = Docx.of(data)
    for part, asked in changes.items():
        for what in asked if isinstance(asked, list) else [asked]:
            targets = list(_find(docx, part))
            assert targets, f"no {part}"
            applied = [_apply(target, str(what)) for target in targets]
            assert all(applied), f"{part}: what is {what}?"
    return docx.written()


def _find(docx: Docx, part: str) -> Iterator[etree._Element]:
    main = docx.root(MAIN)
    texts = [p for p in main.iter(f"{W}p") if style_of(p) in TEXT_STYLES]
    match part:
        case "trang":
            yield from main.iter(f"{W}sectPr")
        case "trang phụ lục":
            yield list(main.iter(f"{W}sectPr"))[-1]
        case "văn bản":
            yield main
        case "bảng":
            yield next(
                t
                for t in main.iter(f"{W}tbl")
                if next((p for p in t.iter(f"{W}p") if style_of(p) == "TTDNOBang"), None) is not None
            )
        case "đoạn":
            yield next(p for p in texts if style_of(p) == "TTDNDoan")
        case "đoạn cuối":
            foot = next(p for p in main.iter(f"{W}p") if style_of(p) == "TTDNNoiNhanNhan")
            yield [p for p in main.iter(f"{W}p") if style_of(p) == "TTDNDoan" and _is_before(p, foot)][-1]
        case "đoạn dài":
            yield next(p for p in texts if len(words_of(p)) > LONG)
        case "đoạn ngắn":
            yield next(p for p in texts if len(words_of(p)) < LONG / 2)
        case "mọi đoạn":
            yield from texts
        case "mọi chữ":
            yield from (p for p in main.iter(f"{W}p") if words_of(p))
        case "đoạn sau đề mục":
            heading = next(p for p in main.iter(f"{W}p") if style_of(p) == "Heading3")
            yield next(heading.itersiblings(f"{W}p"))
        case _:
            found = [p for p in docx.paragraphs() if style_of(p) == STYLES[part] and (words_of(p) or len(p) > 1)]
            yield from found[:1]


def _is_before(one: etree._Element, other: etree._Element) -> bool:
    order = list(one.getroottree().getroot().iter(f"{W}p"))
    return order.index(one) < order.index(other)


def _child(parent: etree._Element, name: str, first: bool = True) -> etree._Element:
    found = parent.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        parent.insert(0 if first else len(parent), found)
    return found


def _set(parent: etree._Element, name: str, **attributes: str) -> bool:
    element = _child(parent, name, first=False)
    for key, value in attributes.items():
        element.set(f"{W}{key}", value)
    return True


def _runs(paragraph: etree._Element) -> list[etree._Element]:
    return [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]


def _set_runs(paragraph: etree._Element, name: str, **attributes: str) -> bool:
    for run in _runs(paragraph):
        _set(_child(run, "rPr"), name, **attributes)
    return bool(_runs(paragraph))


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _apply(target: etree._Element, what: str) -> bool:
    for form, act in ACTS.items():
        if found := re.fullmatch(form, what):
            act(target, *found.groups())
            return True
    return False


def _spacing(target: etree._Element, **attributes: str) -> None:
    _set(_child(target, "pPr"), "spacing", **attributes)


def _indent(target: etree._Element, name: str, mm: str) -> None:
    element = _child(_child(target, "pPr"), "ind", first=False)
    for other in ("firstLine", "hanging") if name in ("firstLine", "hanging") else ():
        element.attrib.pop(f"{W}{other}", None)
    element.set(f"{W}{name}", str(twips(_number(mm))))


def _write_small(paragraph: etree._Element) -> None:
    """Write the letters small, and say of the run that they stay so: the style may show capitals."""
    for run in paragraph.iter(f"{W}r"):
        _set(_child(run, "rPr"), "caps", val="0")
    for text in paragraph.iter(f"{W}t"):
        text.text = (text.text or "").capitalize()


def _type_before(target: etree._Element, text: str) -> None:
    first = next(target.iter(f"{W}t"))
    first.text = text + (first.text or "")
    first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _cut(target: etree._Element, act: Callable[[etree._Element], None]) -> None:
    """Cut the last run in two, between words, and change the second half."""
    run = _runs(target)[-1]
    text = next(run.iter(f"{W}t"))
    words, second = (text.text or "").split(" "), copy.deepcopy(run)
    half = len(words) // 2
    text.text = " ".join(words[:half]) + " "
    next(second.iter(f"{W}t")).text = " ".join(words[half:])
    for t in (text, next(second.iter(f"{W}t"))):
        t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.addnext(second)
    act(second)


def _tear(target: etree._Element, size: int) -> None:
    """Make a part of the first word bold."""
    run = _runs(target)[0]
    text, second = next(run.iter(f"{W}t")), copy.deepcopy(run)
    whole = text.text or ""
    text.text, next(second.iter(f"{W}t")).text = whole[:size], whole[size:]
    _set(_child(run, "rPr"), "b")
    run.addnext(second)


def _break_line(target: etree._Element) -> None:
    run = _runs(target)[0]
    text = next(run.iter(f"{W}t"))
    words = (text.text or "").split(" ")
    half = len(words) // 2
    text.text = " ".join(words[:half])
    line, rest = etree.Element(f"{W}br"), etree.Element(f"{W}t")
    rest.text = " ".join(words[half:])
    text.addnext(line)
    line.addnext(rest)


def _begin_page(target: etree._Element) -> None:
    _runs(target)[0].insert(0, etree.Element(f"{W}lastRenderedPageBreak"))


def _turn_page_inside(target: etree._Element) -> None:
    _cut(target, lambda run: run.insert(0, etree.Element(f"{W}lastRenderedPageBreak")))


def _empty_lines(target: etree._Element, count: str, is_before: bool) -> None:
    for _ in range(int(count)):
        line = etree.Element(f"{W}p")
        target.addprevious(line) if is_before else target.addnext(line)


def _page_behind(target: etree._Element) -> None:
    body = target.find(f"{W}body")
    assert body is not None
    paragraph, section = etree.Element(f"{W}p"), body.find(f"{W}sectPr")
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}br").set(f"{W}type", "page")
    assert section is not None
    section.addprevious(paragraph)


def _superscript(target: etree._Element, before: str, figure: str) -> None:
    run = copy.deepcopy(_runs(target)[-1])
    text = next(_runs(target)[-1].iter(f"{W}t"))
    text.text = (text.text or "").rstrip(".;") + before
    next(run.iter(f"{W}t")).text = figure
    _set(_child(run, "rPr"), "vertAlign", val="superscript")
    _runs(target)[-1].addnext(run)


def _stretch(target: etree._Element, mm: str) -> None:
    length = str(round(_number(mm) * 36000))
    for element in target.iter("{*}extent", "{*}ext"):
        if element.get("cx"):
            element.set("cx", length)


def _strokes(target: etree._Element) -> None:
    for run in list(target.iter(f"{W}r")):
        run.getparent().remove(run)  # type: ignore[union-attr]
    etree.SubElement(etree.SubElement(target, f"{W}r"), f"{W}t").text = "───────"


def _border(target: etree._Element) -> None:
    for run in list(target.iter(f"{W}r")):
        run.getparent().remove(run)  # type: ignore[union-attr]
    border = _child(_child(target, "pPr"), "pBdr", first=False)
    _set(border, "bottom", val="single", sz="6", space="1", color="auto")


def _drop(target: etree._Element) -> None:
    target.getparent().remove(target)  # type: ignore[union-attr]


def _paper(target: etree._Element, width: str, height: str) -> None:
    _set(target, "pgSz", w=str(twips(_number(width))), h=str(twips(_number(height))))


def _widen(target: etree._Element, mm: str) -> None:
    columns = list(target.iter(f"{W}gridCol"))
    for column in columns:
        column.set(f"{W}w", str(twips(_number(mm) / len(columns))))
    _set(_child(target, "tblPr"), "tblW", w=str(twips(_number(mm))), type="dxa")


def _lengthen(target: etree._Element, count: str) -> None:
    row = list(target.iterfind(f"{W}tr"))[-1]
    for _ in range(int(count)):
        row.addnext(copy.deepcopy(row))


def _repeat(target: etree._Element, wanted: bool) -> None:
    properties = _child(next(target.iterfind(f"{W}tr")), "trPr")
    for found in list(properties.iterfind(f"{W}tblHeader")):
        properties.remove(found)
    if wanted:
        etree.SubElement(properties, f"{W}tblHeader")


def _row_height(target: etree._Element, rule: str) -> None:
    _set(_child(next(target.iterfind(f"{W}tr")), "trPr"), "trHeight", val="400", hRule=rule)


def _fill_cell(target: etree._Element, fill: str) -> None:
    _set(_child(next(target.iter(f"{W}tc")), "tcPr"), "shd", val="clear", fill=fill)


def _language(target: etree._Element, code: str) -> None:
    for run in target.iter(f"{W}r"):
        _set(_child(run, "rPr"), "lang", val=code)


def _same_ids(target: etree._Element) -> None:
    for element in target.iter("{*}docPr"):
        element.set("id", "7")


def _to_footer(target: etree._Element) -> None:
    """Move the number of the page to the foot."""
    for reference in target.iter(f"{W}headerReference"):
        if reference.get(f"{W}type") == "default":
            reference.tag = f"{W}footerReference"


def _drop_number(target: etree._Element) -> None:
    for reference in list(target.iter(f"{W}headerReference")):
        _drop(reference)


def _type_numbers(target: etree._Element) -> None:
    """Type the numbers of some paragraphs that Word counted."""
    counted = [p for p in target.iter(f"{W}p") if style_of(p) == "TTDNKhoan"]
    for number, paragraph in enumerate(counted[: len(counted) // 2], 1):
        listed = paragraph.find(f"{W}pPr/{W}numPr")
        if listed is not None:
            _child(listed, "numId").set(f"{W}val", "0")
        _type_before(paragraph, f"{number}. ")


NUMBER = r"([\d,.]+)"
ACTS: dict[str, Callable[..., Any]] = {
    rf"cỡ {NUMBER}": lambda t, n: (
        _set_runs(t, "sz", val=str(round(_number(n) * 2)))
        or _set(_child(_child(t, "pPr"), "rPr"), "sz", val=str(round(_number(n) * 2)))
    ),
    r"(đậm|nghiêng)": lambda t, n: _set_runs(t, SWITCHES[n]),
    r"không (đậm|nghiêng)": lambda t, n: _set_runs(t, SWITCHES[n], val="0"),
    "gạch chân": lambda t: _set_runs(t, "u", val="single"),
    "không gạch chân": lambda t: _set_runs(t, "u", val="none"),
    r"màu (.+)": lambda t, n: _set_runs(t, "color", val=COLOURS[n]),
    "tô vàng": lambda t: _set_runs(t, "highlight", val="yellow"),
    r"nền (\w{6})": lambda t, n: _set_runs(t, "shd", val="clear", fill=n),
    r"phông (.+)": lambda t, n: _set_runs(t, "rFonts", ascii=n, hAnsi=n),
    r"căn (.+)": lambda t, n: _set(_child(t, "pPr"), "jc", val=SIDES[n]),
    rf"lùi đầu dòng {NUMBER}": lambda t, n: _indent(t, "firstLine", n),
    rf"thụt treo {NUMBER}": lambda t, n: _indent(t, "hanging", n),
    rf"lùi trái {NUMBER}": lambda t, n: _indent(t, "left", n),
    rf"cách trên {NUMBER}": lambda t, n: _spacing(t, before=str(round(_number(n) * 20))),
    rf"cách dưới {NUMBER}": lambda t, n: _spacing(t, after=str(round(_number(n) * 20))),
    rf"giãn dòng {NUMBER}": lambda t, n: _spacing(t, line=str(round(_number(n) * 240)), lineRule="auto"),
    rf"giãn dòng đúng {NUMBER}": lambda t, n: _spacing(t, line=str(round(_number(n) * 20)), lineRule="exact"),
    rf"giãn dòng ít nhất {NUMBER}": lambda t, n: _spacing(t, line=str(round(_number(n) * 20)), lineRule="atLeast"),
    r"bắt đầu bằng (\d+) dấu cách": lambda t, n: _type_before(t, " " * int(n)),
    r"bắt đầu bằng (\d+) tab": lambda t, n: _type_before(t, "\t" * int(n)),
    r"chữ thường": lambda t: _write_small(t),
    r"viết (.+)": lambda t, n: [setattr(e, "text", n if not i else "") for i, e in enumerate(t.iter(f"{W}t"))],
    rf"nửa sau cỡ {NUMBER}": lambda t, n: _cut(t, lambda r: _set(_child(r, "rPr"), "sz", val=str(int(n) * 2))),
    r"nửa sau (đậm|nghiêng)": lambda t, n: _cut(t, lambda r: _set(_child(r, "rPr"), SWITCHES[n])),
    r"(\d+) chữ cái đầu đậm": lambda t, n: _tear(t, int(n)),
    "ngắt dòng": lambda t: _break_line(t),
    "sang trang trước": lambda t: _begin_page(t),
    "sang trang ở giữa": lambda t: _turn_page_inside(t),
    r"sau có (\d+) đoạn trống": lambda t, n: _empty_lines(t, n, is_before=False),
    r"trước có (\d+) đoạn trống": lambda t, n: _empty_lines(t, n, is_before=True),
    "ngắt trang ở cuối": lambda t: _page_behind(t),
    r"số mũ (\d+) gõ tay": lambda t, n: _superscript(t, "", n),
    r"(k?m) mũ (\d) gõ tay": lambda t, b, n: _superscript(t, f" 5 {b}", n),
    rf"dài {NUMBER}": lambda t, n: _stretch(t, n),
    "lặp lại": lambda t: t.addnext(copy.deepcopy(t)),
    "gõ tay": lambda t: _strokes(t),
    "viền đoạn": lambda t: _border(t),
    "bỏ": lambda t: _drop(t),
    rf"lề (trên|dưới|trái|phải) {NUMBER}": lambda t, s, n: _set(t, "pgMar", **{MARGINS[s]: str(twips(_number(n)))}),
    rf"khổ {NUMBER} x {NUMBER}": lambda t, w, h: _paper(t, w, h),
    rf"rộng {NUMBER}": lambda t, n: _widen(t, n),
    r"thêm (\d+) hàng": lambda t, n: _lengthen(t, n),
    "hàng đầu không lặp": lambda t: _repeat(t, wanted=False),
    "hàng đầu lặp": lambda t: _repeat(t, wanted=True),
    r"hàng cao đúng": lambda t: _row_height(t, "exact"),
    r"hàng cao ít nhất": lambda t: _row_height(t, "atLeast"),
    r"ô nền (\w{6})": lambda t, n: _fill_cell(t, n),
    r"ngôn ngữ (.+)": lambda t, n: _language(t, n),
    "hình trùng mã": lambda t: _same_ids(t),
    "số trang ở chân": lambda t: _to_footer(t),
    "không có số trang": lambda t: _drop_number(t),
    "hiện số ở trang 1": lambda t: [_drop(e) for e in list(t.iter(f"{W}titlePg"))],
    "số La Mã": lambda t: _set(t, "pgNumType", fmt="lowerRoman"),
    "không đánh lại từ 1": lambda t: [_drop(e) for e in list(t.iter(f"{W}pgNumType"))],
    "gõ tay một nửa số mục": lambda t: _type_numbers(t),
}
