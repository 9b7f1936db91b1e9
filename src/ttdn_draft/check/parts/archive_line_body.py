"""Dòng lưu ghi cơ quan khác với cơ quan ban hành.

Kiểm tra gì: Văn phòng, ban nêu ở dòng lưu của văn bản Đảng so với cơ quan ban hành; cơ quan Đảng ở dòng lưu của Nhà nước.
Vì sao: Bản gốc lưu ở cơ quan ban hành; tên khác là dấu vết của văn bản được chép.
Căn cứ: Hướng dẫn số 05-HD/VPTW, trang 25; Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.9d.
Ví dụ sai: he: dang
 luu: Văn phòng Tỉnh uỷ
Ví dụ đúng: he: dang
 luu: Ban Tuyên giáo và Dân vận Tỉnh uỷ
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import Severity
from ...mentions.units import COMMUNE_KINDS
from ...messages import N_
from ...patterns import regex
from ..heads import IssuerHead, fold_head, read_issuer_head
from ..manuscript import Manuscript
from ..rule import Told, rule

_ARCHIVE = ("luu",)
_STATE_LINE = "VT, …"
_OFFICE = "văn phòng"
_DISTRICT = ("huyện uỷ", "quận uỷ", "thị uỷ")
_STATE_BODIES = ("sở ", "uỷ ban nhân dân", "hội đồng nhân dân", "văn phòng uỷ ban nhân dân")
_PARTY_LETTERS = regex(r"\b(?:b[a-zđ]{1,5}|vp|ubkt)tu\b")  # of the organs of a provincial committee: BTGTU, VPTU
_PROVINCE = ("tỉnh uỷ", "thành uỷ")
_KINDS_OF_TWO = (["uỷ", "ban"], ["ủy", "ban"])
_COMMITTEES = (*_PROVINCE, *_DISTRICT)


@rule(
    "warning",
    N_("Dòng lưu «{words}» không phải của cơ quan ban hành ({name})."),
    N_("Ghi nơi lưu của chính cơ quan mình: {right}."),
)
def archive_line_body(text: Manuscript) -> Iterator[Told]:
    """Tell an archive line of the Party that names another body than the one in the head."""
    line = text.written.archive
    if not line or text.written.issuer.id:
        return
    head, issuer = read_issuer_head(text), " ".join(text.draft.issuer.name.split())
    right = _find_right(head, fold_head(line), issuer) if text.is_party else _find_state(fold_head(line))
    if not right and text.home.commune and _names_other_commune(text):
        right = f"Văn phòng {_write(issuer, 2)}" if text.is_party else _STATE_LINE
    if right:
        is_of_its_organ = fold_head(line).startswith("ban ") and fold_head(line).endswith(_COMMITTEES)
        level: Severity | None = "note" if is_of_its_organ and not head.is_party_organ else None
        yield Told(path=_ARCHIVE, words=" ".join(line.split()), facts={"name": issuer, "right": right}, level=level)


def _names_other_commune(text: Manuscript) -> bool:
    """Tell whether the line names a commune, and not the own one."""
    named = [u for u in text.mentions.units if u.passage.zone == "archive" and u.kind in COMMUNE_KINDS]
    own = {unit.name for unit in text.home.commune}
    return any(not own & {known.name for known in unit.names[0].units} for unit in named)


def _find_right(head: IssuerHead, line: str, issuer: str) -> str:
    """Return what the line has to name where it names another body; nothing where it may be right."""
    if line.startswith(_STATE_BODIES):
        return f"Văn phòng {_write(issuer, 2)}" if head.is_province_party or head.is_commune_party else _write(issuer)
    if head.name.startswith(_DISTRICT) and (_OFFICE not in line or any(name in line for name in _PROVINCE)):
        return f"Văn phòng {_write(issuer, 2)}"
    if head.is_province_party and not line.startswith(_OFFICE):
        return f"Văn phòng {_write(issuer, 2)}"
    if head.is_province_party or head.is_commune_party:
        own = _PROVINCE if head.is_province_party else ("đảng uỷ",)
        is_elsewhere = _OFFICE in line or head.is_commune_party
        return f"Văn phòng {_write(issuer, 2)}" if is_elsewhere and _names_other(line, own) else ""
    if head.is_party_organ and not head.name.startswith(_OFFICE):
        is_other_office = line.startswith(_OFFICE) and any(line.endswith(name) for name in (*_PROVINCE, *_DISTRICT))
        is_other_body = line.startswith("ban ") and len(line.split()) > 2 and not _is_named(line, head.name)
        return f"{_write(issuer)} Tỉnh uỷ" if is_other_office or is_other_body else ""
    return ""


def _find_state(line: str) -> str:
    """Return what the line of a document of the State has to name where it names a body of the Party."""
    is_of_party = any(name in line for name in (*_COMMITTEES, "đảng uỷ")) or _PARTY_LETTERS.search(line)
    return _STATE_LINE if is_of_party else ""


def _is_named(line: str, name: str) -> bool:
    """Tell whether a line names a body, or that body of a committee: Ban Tuyên giáo Tỉnh uỷ, not … và Dân vận."""
    return line.startswith(name) and not line.removeprefix(name).startswith((" và ", ", "))


def _names_other(line: str, own: tuple[str, ...]) -> bool:
    """Tell whether a line names a committee, and none that is its own."""
    named = [name for name in (*_PROVINCE, *_DISTRICT, "đảng uỷ") if name in line]
    return bool(named) and not set(named) & set(own)


def _write(issuer: str, count: int | None = None) -> str:
    """Return the first words of a name in capitals as they are written in a line: Ban Tuyên giáo và Dân vận."""
    words = issuer.lower().split()[:count]
    kind = 2 if words[:2] in _KINDS_OF_TWO else 1
    capitals = {0, kind} if kind == 2 or words[0] == "ban" else {0}
    capitals |= {at + 1 for at, word in enumerate(words) if word == "và" and words[0] == "ban"}
    return " ".join(word.capitalize() if at in capitals else word for at, word in enumerate(words))
