"""Số trang thiếu, sai chỗ, sai cỡ, hiện ở trang 1, hoặc phụ lục không đánh số lại từ đầu.

Kiểm tra gì: Số trang ở giữa lề trên, chữ số Ả Rập, đứng, cỡ 13-14 (Đảng 14), ẩn ở trang 1; mỗi phụ lục đánh số lại từ 1.
Vì sao: Trang rời không xếp lại được; số ở chân trang là thói quen của mẫu cũ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục 7, Phần III, mục 1, điểm đ; Hướng dẫn số 05-HD/VPTW, tr. 28.
Ví dụ sai: {số trang: cỡ 10}
Ví dụ đúng: {số trang: cỡ 14}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from lxml import etree

from ...errors import FormatChange
from ...messages import N_, Message
from ...word.fields import read_fields
from ...word.formats import Format, attribute_of
from ...word.ooxml import W
from ...word.paragraphs import has_page_number
from ..layout_figures import TOLERANCE, legal_sizes
from ..look_rule import Seen, look_rule, seen_at
from ..page_sections import PageSection
from ..sheet import LookSheet
from ..shown_runs import list_runs

ONE_PAGE = 3000  # letters: what fits a page with head and signature, so that nothing is said of less
DO_SET = N_("Đặt số trang ở giữa lề trên (Insert, Page Number, Top of Page), đánh dấu Different First Page.")
MISSING = Message(N_("Văn bản không có số trang ({clause})."), DO_SET)
AT_FOOT = Message(N_("Số trang ở chân trang, phải ở giữa lề trên ({clause})."), DO_SET)
ON_FIRST = Message(N_("Số trang hiện ở trang 1 ({clause})."), N_("Đánh dấu Different First Page, xoá số ở trang đầu."))
NOT_CENTRED = Message(N_("Số trang không ở giữa ({clause})."), N_("Căn giữa số trang."))
NOT_PLAIN = Message(N_("Số trang không đứng: chữ nghiêng hoặc đậm ({clause})."), N_("Bỏ nghiêng, đậm ở số trang."))
NOT_ARABIC = Message(N_("Số trang không phải chữ số Ả Rập ({clause})."), N_("Chọn kiểu số 1, 2, 3."))
GOES_ON = Message(
    N_("Phụ lục không đánh số trang lại từ đầu ({clause})."),
    N_("Ngắt phần (Section Break) trước phụ lục, đặt Start at: 1."),
)
WRONG_SIZE = Message(N_("Số trang cỡ chữ {found} pt, quy định {wanted} pt ({clause})."), N_("Đặt cỡ {wanted} pt."))
ARABIC = (None, "decimal", "numberInDash")


@look_rule("error", MISSING.what, MISSING.do)
def page_number(sheet: LookSheet) -> Iterator[Seen]:
    """Tell what is wrong with the number of the page, and annexes that do not begin at 1."""
    first, clause = sheet.sections[0], sheet.profile.looks["so_trang"].clause
    shown = first.headers.get("default")
    if shown is not None and has_page_number(shown):
        yield from _judge_number(sheet, shown)
        if _is_on_first(first):
            yield seen_at(sheet, first, FormatChange("titlePg", "", "1", "section"), message=ON_FIRST, clause=clause)
        yield from _judge_annexes(sheet, clause)
    elif any(has_page_number(root) for section in sheet.sections for root in section.footers.values()):
        yield seen_at(sheet, first, message=AT_FOOT, clause=clause)
    elif not _has_number(sheet) and sum(len(line.words) for line in sheet.lines) > ONE_PAGE:
        yield seen_at(sheet, first, clause=clause)


def _has_number(sheet: LookSheet) -> bool:
    return any(has_page_number(root) for section in sheet.sections for root in section.headers.values())


def _is_on_first(section: PageSection) -> bool:
    """Tell whether the first page shows its number."""
    own = section.headers.get("first")
    return not section.has_own_first or (own is not None and has_page_number(own))


def _judge_number(sheet: LookSheet, header: etree._Element) -> Iterator[Seen]:
    """Yield what is wrong with how the number looks."""
    look, first = sheet.profile.looks["so_trang"], sheet.sections[0]
    paragraph = next(f.paragraph for f in read_fields(header) if f.name == "PAGE")
    if paragraph is None:
        return
    base = sheet.formats.paragraph(paragraph)
    runs = list_runs(paragraph, base, sheet.formats)
    shown: Format = next((run.format for run in runs if run.has_letters), base)
    if not _is_centred(paragraph, base):
        yield seen_at(sheet, first, message=NOT_CENTRED, clause=look.clause)
    if not legal_sizes(look).hold(shown.size, TOLERANCE):
        facts = {"found": f"{shown.size:g}", "wanted": str(legal_sizes(look))}
        yield seen_at(sheet, first, message=WRONG_SIZE, facts=facts, clause=look.clause)
    if shown.italic or shown.bold:
        yield seen_at(sheet, first, message=NOT_PLAIN, clause=look.clause)
    if any(attribute_of(section.element, "pgNumType", "fmt") not in ARABIC for section in sheet.sections):
        yield seen_at(sheet, first, message=NOT_ARABIC, clause=look.clause)


def _is_centred(paragraph: etree._Element, base: Format) -> bool:
    """Tell whether the number stands in the middle: by its side, by a frame, or behind a tab that is centred."""
    frame = attribute_of(paragraph, "pPr/framePr", "xAlign")
    is_tabbed = next(paragraph.iterfind(f".//{W}r/{W}tab"), None) is not None
    is_boxed = next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None
    return base.align == "center" or frame == "center" or is_tabbed or is_boxed


def _judge_annexes(sheet: LookSheet, clause: str) -> Iterator[Seen]:
    """Yield the first line of each annex whose pages go on counting; those that lie on their side are left alone."""
    told = set[int]()
    for line in sheet.lines:
        if not line.annex or line.is_blank or line.annex in told:
            continue
        told.add(line.annex)
        section = line.section
        begins = section is not sheet.sections[0] and sheet.start_of(section) is line
        is_counted_anew = begins and attribute_of(section.element, "pgNumType", "start") in ("0", "1")
        if not is_counted_anew and not section.is_turned:
            yield Seen(
                paragraph=line.paragraph,
                words=line.bare[:40],
                facts={"clause": clause},
                is_sure=line.is_sure and begins,
                message=GOES_ON,
            )
