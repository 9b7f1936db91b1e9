"""Kiểu chữ của một thành phần sai: đậm, nghiêng, chữ hoa, căn giữa, gạch chân, giãn dòng.

Kiểm tra gì: Đậm, nghiêng, hoa, căn lề, gạch chân của từng thành phần; giãn dòng đơn ở Quốc hiệu, Tiêu ngữ, tên cơ quan.
Vì sao: Chép mẫu của hệ kia thì trích yếu nghiêng, tên chủ quản đậm, Nơi nhận gạch chân.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1-9, V; Hướng dẫn số 05-HD/VPTW, Phụ lục 2, tr. 1-25.
Ví dụ sai: {trích yếu: nghiêng}
Ví dụ đúng: {trích yếu: không nghiêng}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import FormatChange
from ...knowledge.standards.profile import Look
from ...messages import N_, Marked, Message
from ..layout_figures import ALIGNMENTS, SINGLE
from ..look_rule import Seen, about_line, look_rule
from ..part_looks import SIGNING_ZONES, list_styled_parts, name_part
from ..sheet import LookSheet, ShownLine

SWITCHES = {"bold": N_("in đậm"), "italic": N_("in nghiêng")}
JUDGED = {
    "cap_tren": "bold italic align capitals single",
    "co_quan": "bold italic align capitals single",
    "quoc_hieu": "bold italic align capitals single",
    "tieu_ngu": "bold italic align single",
    "tieu_de": "bold italic capitals",
    "so_ky_hieu": "italic align",
    "dia_danh_ngay": "italic align",
    "du_thao": "italic bold",
    "ten_loai": "bold italic align capitals",
    "trich_yeu": "bold italic align",
    "kinh_gui": "bold italic",
    "can_cu": "bold italic",
    "noi_nhan_nhan": "bold italic underline",
    "noi_nhan": "bold italic",
    "quyen_han": "bold italic align capitals",
    "chuc_vu": "italic align capitals",
    "ho_ten": "bold italic align",
    "phu_luc_tu": "bold italic align",
    "phu_luc_ten": "bold italic align capitals",
    "phu_luc_kem": "bold italic align",
}
"""What the standard says of each part; the weight of the second line of a Party signature has a rule of its own."""
LOOSE = 1.05  # times single spacing: more is not single
IN_COLUMNS = ("parent", "issuer", "motto", "number", "place-date", *SIGNING_ZONES)
CAPITALS = Message(N_("{part} phải viết chữ in hoa ({clause})."), N_("Đổi thành chữ in hoa."))
SPACED = Message(N_("{part} giãn dòng ×{found}, phải là giãn dòng đơn ({clause})."), N_("Đặt giãn dòng đơn."))
UNDERLINE = N_("gạch chân")
MISSING = Message(N_("{part} chưa {what}, quy định {what} ({clause})."), N_("Chọn cả dòng, đặt chữ {what}."))
UNWANTED = Message(N_("{part} {what}, quy định không {what} ({clause})."), N_("Chọn cả dòng, bỏ {what}."))


@look_rule(
    "error",
    N_("{part} căn {found}, quy định căn {wanted} ({clause})."),
    N_("Đặt lại căn lề của dòng này."),
)
def part_style(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each part whose letters or side are not as the standard wants them."""
    for line, name, look in list_styled_parts(sheet):
        judged = JUDGED.get(name, "").split()
        if look.unclear or not line.lettered:
            continue
        for switch in SWITCHES:
            yield from _judge_switch(line, look, switch) if switch in judged else ()
        if "align" in judged:
            yield from _judge_side(line, look)
        if "underline" in judged:
            yield from _judge_underline(line, look, sheet)
        if "capitals" in judged and _is_small(line, name, sheet):
            yield about_line(line, FormatChange("is_capital", False, True, "run"), message=CAPITALS, facts=_facts(look))
        if "single" in judged and not sheet.is_party and line.format.rule == "auto":
            yield from _judge_pitch(line, look)


def _facts(look: Look) -> dict[str, object]:
    return {"part": name_part(look), "clause": look.clause}


def _tell(line: ShownLine, look: Look, what: Marked, is_wanted: bool, change: FormatChange) -> Seen:
    return about_line(line, change, message=MISSING if is_wanted else UNWANTED, facts={**_facts(look), "what": what})


def _judge_switch(line: ShownLine, look: Look, name: str) -> Iterator[Seen]:
    """Yield where letters are bold or italic and may not be, or are not and must be."""
    wanted = getattr(look, name)
    if line.is_all(name) != wanted if wanted else line.has_any(name):
        change = FormatChange(name, not wanted, wanted, "run")
        yield _tell(line, look, SWITCHES[name], wanted, change)


def _judge_side(line: ShownLine, look: Look) -> Iterator[Seen]:
    """Yield a line that is not centred; one that is laid out with tabs or without columns stands where it stands."""
    is_loose = line.zone in IN_COLUMNS and line.table is None
    if look.align != "center" or line.format.align == "center" or is_loose or line.is_tabbed:
        return
    align = line.format.align
    change = FormatChange("align", align, "center", "paragraph")
    facts = {**_facts(look), "found": ALIGNMENTS.get(align, align), "wanted": ALIGNMENTS["center"]}
    yield about_line(line, change, facts=facts)


def _judge_underline(line: ShownLine, look: Look, sheet: LookSheet) -> Iterator[Seen]:
    wanted = sheet.profile.words["noi_nhan_nhan"].is_underlined
    found = any(run.format.underline != "none" for run in line.lettered)
    if found != wanted:
        change = FormatChange("underline", "none" if wanted else "single", "single" if wanted else "none", "run")
        yield _tell(line, look, UNDERLINE, wanted, change)


def _is_small(line: ShownLine, name: str, sheet: LookSheet) -> bool:
    """Tell whether small letters stand in a line that must be in capitals."""
    joining = sheet.profile.words.get("kiem")
    is_free = name == "phu_luc_ten" and not sheet.profile.annexes.is_title_capital
    if is_free or (joining and line.bare == joining.value):
        return False
    shown = "".join(run.shown for run in line.lettered)
    return shown != shown.upper()


def _judge_pitch(line: ShownLine, look: Look) -> Iterator[Seen]:
    if line.format.line > SINGLE * LOOSE:
        change = FormatChange("line", line.format.line, SINGLE, "paragraph")
        yield about_line(line, change, message=SPACED, found=f"{line.format.line / SINGLE:.2g}", facts=_facts(look))
