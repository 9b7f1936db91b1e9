"""Which look of the profile each line of a Word file must have: a line with its zone goes in, a look comes out."""

from collections.abc import Iterator

from ..knowledge.names import fold_plain
from ..knowledge.standards.profile import Look
from ..patterns import regex
from ..word.paragraphs import text_of
from .sheet import LookSheet, ShownLine

LOOK_OF_ZONE = {
    "parent": "cap_tren",
    "issuer": "co_quan",
    "number": "so_ky_hieu",
    "place-date": "dia_danh_ngay",
    "kind": "ten_loai",
    "subject": "trich_yeu",
    "basis": "can_cu",
    "recipient-title": "noi_nhan_nhan",
    "recipient": "noi_nhan",
    "archive": "noi_nhan",
    "authority": "quyen_han",
    "signer": "ho_ten",
    "annex-label": "phu_luc_tu",
    "annex-title": "phu_luc_ten",
    "annex-reference": "phu_luc_kem",
}
HEAD_ZONES = ("motto", "parent", "issuer", "unplaced")
NATION, PHRASES, TITLE = "cong hoa xa", "doc lap", "dang cong"
DRAFTER_MARK = regex(r"[^\s-]+(?:-\d+|\.\(\d+\))")  # NguyenVanAn-26, PL.(300)
SIGNING_ZONES = ("authority", "office", "signer")


def name_look(line: ShownLine, sheet: LookSheet) -> str:
    """Return the name of the look that a line must have; nothing where the standard has none for it."""
    if line.zone in HEAD_ZONES and (found := _name_motto(line.bare) or _name_motto(text_of(line.element))):
        return found if found == _name_motto(line.bare) else ""  # what goes on with a title has no look of its own
    match line.zone:
        case "addressee":
            return "kinh_gui" if line.bare.startswith("Kính") else "kinh_gui_muc"
        case "office":
            return "quyen_han" if sheet.profile.signing.is_one_weight else "chuc_vu"
        case "recipient" if DRAFTER_MARK.fullmatch(line.bare):
            return "nguoi_soan"
        case "mark":
            return _name_mark(line.bare, sheet)
        case "subject" | "annex-title" if line.bare.startswith("(") or line.bare.upper().startswith("V/V"):
            return ""  # a remark below it, or the subject of a letter, which has a look of its own
    return LOOK_OF_ZONE.get(line.zone, "")


def _name_motto(words: str) -> str:
    """Return the look of a line of the State title, or of the Party title."""
    plain = fold_plain(words)
    found = {NATION: "quoc_hieu", PHRASES: "tieu_ngu", TITLE: "tieu_de"}
    return next((look for start, look in found.items() if plain.startswith(start)), "")


def _name_mark(words: str, sheet: LookSheet) -> str:
    if words.casefold().startswith("dự thảo"):
        return "du_thao"
    return "do_khan" if words.upper() in sheet.profile.urgency.values() else ""


def list_styled_parts(sheet: LookSheet) -> Iterator[tuple[ShownLine, str, Look]]:
    """Yield the lines of head, title, recipients, signature and heads of annexes, each with its look."""
    for line in sheet.lines:
        name = "" if line.is_blank else name_look(line, sheet)
        if look := sheet.profile.looks.get(name):
            yield line, name, look


def name_part(look: Look) -> str:
    """Return what people call the part that is printed in a look."""
    return look.style_name.removeprefix("TTĐN ")
