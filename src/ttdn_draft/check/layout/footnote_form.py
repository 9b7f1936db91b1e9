"""Chú thích gõ tay bằng số mũ, hoặc số chú thích đứng sau dấu câu (Đảng).

Kiểm tra gì: Số mũ gõ tay trong nội dung, trừ đơn vị đo (m2, km2); chỗ đứng của số chú thích so với dấu câu, cỡ chú thích (Đảng).
Vì sao: Số gõ tay không chạy theo trang, thêm một chú thích là sai cả loạt.
Căn cứ: Cách in của Hướng dẫn số 05-HD/VPTW, tr. 27 (10 pt, số đứng trước dấu câu); Nghị định số 30/2020/NĐ-CP không quy định.
Ví dụ sai: {đoạn: số mũ 1 gõ tay}
Ví dụ đúng: {đoạn: m mũ 2 gõ tay}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from ...messages import N_, Message
from ...patterns import regex
from ...word.ooxml import W
from ..layout_figures import TOLERANCE, legal_sizes
from ..look_rule import Seen, about_letters, about_line, look_rule
from ..sheet import LookSheet, ShownLine
from ..shown_runs import list_runs

BEHIND = Message(
    N_("Số chú thích đứng sau dấu câu; Hướng dẫn 05 in số trước dấu câu."), N_("Chuyển số chú thích lên trước dấu câu.")
)
SIZE = Message(
    N_("Chữ của chú thích cỡ {found} pt; Hướng dẫn 05 in cỡ {wanted} pt ({clause})."),
    N_("Đặt cỡ {wanted} pt cho chú thích."),
)
NOTES_PART = "word/footnotes.xml"
FIGURES = regex(r"[(\[]?\d{1,2}[)\]]?")
UNITS = regex(r"(?:^|[\s\d/])(?:[kcdm]?m|ha|dam|hm|s|10)$")


@look_rule(
    "note",
    N_("Số mũ «{words}» được gõ tay, không phải chú thích của Word."),
    N_("Xoá số, dùng References, Insert Footnote."),
)
def footnote_form(sheet: LookSheet) -> Iterator[Seen]:
    """Tell superscript figures that are typed, and marks of notes behind a full stop or comma."""
    for line in sheet.of("body", "heading"):
        before = ""
        for run in line.runs:
            words = run.words.strip()
            if run.format.raised == "superscript" and FIGURES.fullmatch(words) and not UNITS.search(before.rstrip()):
                yield about_letters(line, words)
                break
            before = (before + run.words)[-20:]
        if sheet.is_party and _has_mark_behind(line):
            yield about_line(line, message=BEHIND)
    if sheet.is_party:
        yield from _judge_size(sheet)


def _judge_size(sheet: LookSheet) -> Iterator[Seen]:
    """Yield the first mark of a note where the letters of notes have another size than those of the guidance."""
    look, root = sheet.profile.looks["chu_thich"], sheet.roots.get(NOTES_PART)
    marked = [line for line in sheet.lines if next(line.element.iter(f"{W}footnoteReference"), None) is not None]
    notes = [] if root is None else list(root.iter(f"{W}p"))
    runs = [run for note in notes for run in list_runs(note, sheet.formats.paragraph(note), sheet.formats)]
    sizes = {run.format.size for run in runs if run.has_letters and run.format.raised == "baseline"}
    wrong = sorted(size for size in sizes if not legal_sizes(look).hold(size, TOLERANCE))
    if marked and wrong:
        facts = {"found": f"{wrong[0]:g}", "wanted": f"{look.size:g}", "clause": look.clause}
        yield about_line(marked[0], message=SIZE, facts=facts)


def _has_mark_behind(line: ShownLine) -> bool:
    """Tell whether the mark of a note of Word follows a mark of punctuation."""
    found: list[etree._Element] = list(line.element.iter(f"{W}t", f"{W}footnoteReference"))
    return any(
        mark.tag == f"{W}footnoteReference"
        and text.tag == f"{W}t"
        and (text.text or "").rstrip()[-1:] in (".", ",", ";")
        for text, mark in pairwise(found)
        if (text.text or "").strip()
    )
