"""Cơ quan được giao việc trong nội dung không có ở nơi nhận.

Kiểm tra gì: Cơ quan đứng đầu câu giao việc, làm đề mục ở phần tổ chức thực hiện, hoặc ở cột chủ trì, phối hợp, có tên
hoặc thuộc một nhóm ở nơi nhận không.
Vì sao: Nơi được giao việc mà không nhận được văn bản thì không biết để làm.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 9, điểm a (gửi để thực hiện).
Ví dụ sai: {noi_nhan: [Thường trực Tỉnh ủy, Sở Ngoại vụ], than: Giao Sở Tài chính bố trí kinh phí thực hiện.}
Ví dụ đúng: {noi_nhan: [Thường trực Tỉnh ủy, Sở Tài chính], than: Giao Sở Tài chính bố trí kinh phí thực hiện.}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ...knowledge.names import fold_plain
from ...knowledge.places.communes import FIRST_DAY
from ...mentions.contexts import is_in_review
from ...messages import N_
from ...model import printed_words
from ...model.marks import find_printed
from ...model.mentions import TEXTS_KEPT, Passage, Stretch
from ...patterns import regex
from ..cells import find_column_head
from ..manuscript import Manuscript
from ..recipients import SHORT_WORDS, list_recipients
from ..rule import Told, about_words, rule

_HEAD = (
    r"(?:Sở|Ban(?! hành)|Công an|Bộ Chỉ huy|[UỦ][ỷy] ban|UBND|Hội(?! (?:nghị|thảo|chợ|diễn|thi|đồng))|Liên hiệp|Liên minh"
    r"|Báo(?! cáo)|Đài|Tỉnh [Đđ]oàn|Văn phòng|Đảng [uủ][ỷy]"
    r"|đảng [uủ][ỷy]|Đồn Biên phòng|Trạm|Chi cục|Kho bạc|Viện kiểm sát|Tòa án|Toà án|Liên đoàn|Đoàn Thanh niên"
    r"|Trường(?! (?:hợp|đại học|cao đẳng|học|phổ thông)\b)|Mặt trận|Cục|Trung tâm|Thành [Đđ]oàn|Hải quan|Thanh tra|Bưu điện|[Cc]ác (?:cơ quan báo chí|sở, ban|chi bộ|đoàn thể|tổ chức chính trị))"
)
_VERB = (
    r"(?:chủ trì|phối hợp|chỉ đạo|bố trí|hướng dẫn|tham mưu|theo dõi|có trách nhiệm|chịu trách nhiệm|xây dựng|(?<!các )tổ chức|cung cấp"
    r"|duy trì|kiểm tra|đôn đốc|thực hiện|tăng cường|đẩy mạnh|phân công|rà soát|mở|quản lý|cử|tuyên truyền|triển khai|lồng ghép|vận động|tham gia|lãnh đạo|giám sát|phổ biến|hỗ trợ"
    r"|cập nhật|đăng(?: tải)?|giới thiệu|bảo đảm|chuẩn bị|ban hành|phát huy|tiếp tục|chủ động|quán triệt|nghiên cứu|đề xuất"
    r"|thẩm định|cân đối|tổng hợp|phát hành|sản xuất|bồi dưỡng|tập huấn|tạo điều kiện|tiếp nhận|định hướng|tuyên dương|vận hành|thường xuyên|tăng|nâng cao|cụ thể h(?:oá|óa)|căn cứ)"
)
GIVEN = regex(
    rf"\s*(?:[a-zđ]\)\s*)?(?:(?:Đề nghị|Giao|Yêu cầu|Phân công)\s+(?:cho\s+)?)?(?P<organ>{_HEAD}\b[^.;:()]{{0,80}}?)"
    rf"\s*(?:\([^)]*\)\s*)?,?\s+(?={_VERB}\b)"
)
_HEADED = regex(
    rf"(?P<organ>(?:{_HEAD}|[Cc]ác (?:đảng [uủ][ỷy]|huyện [uủ][ỷy]|xã, phường|ban,|hội\b))(?! chí\b)\b[^.;:()\d]{{0,120}})(?:\([^()]*\))?:?\s*"
)
"""A heading that is nothing but who has the tasks under it."""
_NO_ORGAN = regex(r"\b(?:công tác|hoạt động|nhiệm vụ|nội dung|việc|trong|về|nhập|nghị)\b", re.I)
PARTS_OF_TASKS = regex(r"\b(?:tổ chức (?:thực hiện|triển khai)|phân công|trách nhiệm)\b", re.I)
ORGAN_CELL = regex(rf"{_HEAD}\b[^.;:()]{{0,80}}")
BETWEEN_ORGANS = regex(rf"\s*(?:,|;|\bvà\b)\s+(?={_HEAD}\b)")
BETWEEN_BODIES = regex(r", | va ")
BEHIND_ORGAN = (" cùng ", " là ")  # before whom an organ does it with, and before what it is
PLACE_BEHIND = regex(r" (?:tinh|thanh pho|xa|phuong)\b.*$")
LOWER_LEVEL = regex(r"\b(?:xa|phuong|dac khu|huyen)\b")
OF_PROVINCE = regex(r"^so\b|\b(?:tinh|thanh pho|cap xa)\b")
PRESS = regex(r"(?:bao|dai|cac co quan bao chi)\b")
TASK_CELLS = ("chu_tri", "phoi_hop")
TASK_COLUMN = regex(r"chủ trì|phối hợp|phụ trách|đầu mối|(?:cơ quan|đơn vị)\s+(?:thực hiện|chịu trách nhiệm)", re.I)
KINDS_WITH_TASKS = frozenset({"ke-hoach", "huong-dan"})
EVERYBODY = regex(
    r"nhu (?:tren|dieu|muc)|(?:co quan|don vi|to chuc|ca nhan)[^,]*(?:,[^,]*)? (?:co )?lien quan|cac (?:co quan|don vi)(?:, (?:co quan|don vi|dia phuong))+$"
)
_NOT_OF_PARTY = r"(?!.*\b(?:tinh|thanh|dang) uy\b)"
GROUPS_OF_TASKS = (
    (regex(r"so\b"), regex(r"\bcac so\b|\bso, ban\b|\bcap so\b|(?:ban can su dang|dang uy) (?:uy ban nhan dan|ubnd)")),
    (regex(r"(?:ban|van phong|truong chinh tri)\b"), regex(r"\bcac ban\b|co quan tham muu|\bcac phong\b")),
    (regex(rf"(?:ban|van phong)\b{_NOT_OF_PARTY}"), regex(r"\bban, nganh\b")),
    (regex(r"(?:uy ban nhan dan|dang uy|uy ban mat tran|mat tran)\b.*\b(?:xa|phuong)\b"), regex(r"\bcac (?:xa|phuong)\b|\b(?:xa|phuong)(?:,| va) (?:xa|phuong|dac khu)|cap xa|dia phuong")),
    (regex(r"(?:uy ban nhan dan|mat tran|phong|don bien phong)\b.*\bhuyen\b|huyen uy\b"), regex(r"\bhuyen\b|dia phuong")),
    (regex(r"(?:cac )?dang uy\b"), regex(r"dang uy(?=$|,| (?:va|cap|truc thuoc)\b)|cap uy|truc thuoc")),
    (regex(r"cac (?:so|chi bo|doan the|to chuc chinh tri)\b"), regex(r"\bso\b|chi bo|dang bo|doan the|truc thuoc|chinh tri - xa hoi")),
    (regex(r"(?:bao|dai|cac co quan bao chi)\b"), regex(r"bao chi|truyen thong|phat thanh|\bbao\b")),
    (regex(r"(?:hoi|lien hiep|lien minh|mat tran|uy ban mat tran|tinh doan|doan thanh nien)\b"), regex(r"mat tran|doan the|\bhoi\b|chinh tri - xa hoi|(?:chi bo|dang bo|dang uy)[^,]* truc thuoc")),
    (regex(rf"(?:cong an|bo chi huy|bo doi bien phong|cuc|truong|trung tam|ban|van phong|so)\b{_NOT_OF_PARTY}"), regex(r"\bban, nganh\b|\bcac nganh\b|luc luong vu trang|\bcac co quan, don vi\b|(?:co quan|don vi|ban|to chuc|dang bo bo phan)[^,]* truc thuoc")),
    (regex(r"(?:don bien phong|tram)\b"), regex(r"\bban, nganh\b|\bcac nganh\b|luc luong vu trang|\bcac co quan, don vi\b|don vi truc thuoc")),
)  # fmt: skip


_ENDED = regex(r"\b(?:huyen|cac quan|thi xa|thi tran)\b")  # which is told by itself, where there are none


@rule(
    "note",
    N_("{words} được giao việc mà nơi nhận không có."),
    N_("Thêm {words} vào noi_nhan, hoặc nhóm có cơ quan này."),
)
def recipient_task_missing(text: Manuscript) -> Iterator[Told]:
    """Tell each organ with a task to which the document does not go."""
    goes_to = list(list_recipients(text))
    lines = [line for recipient in goes_to for line in _spell_out(recipient.folded)]
    is_open = any(mark.is_gap for line in goes_to for mark in find_printed(line.passage.text))
    if text.draft.kind not in KINDS_WITH_TASKS or not lines or is_open or any(map(EVERYBODY.search, lines)):
        return
    own = _fold_organ(" ".join(printed_words(text.draft.issuer.full_name or text.draft.issuer.name).split()))
    met, missing = set[str](), list[tuple[Passage, int, int]]()
    for passage, start, end in _list_given(text):
        name = _fold_organ(passage.text[start:end])
        if name in met:
            continue
        met.add(name)
        is_told = text.day is not None and text.day >= FIRST_DAY and _ENDED.search(name)
        if not is_told and not _is_own(name, own) and not _is_reached(name, lines):
            missing.append((passage, start, end))
    for passage, start, end in _join_neighbours(missing):
        yield about_words(passage, start, end)


def _spell_out(line: str) -> Iterator[str]:
    """Yield a recipient, and each body in it with the level that stands once behind all: Uỷ ban nhân dân, MTTQ xã."""
    yield line
    *bodies, last = BETWEEN_BODIES.split(line)
    if level := PLACE_BEHIND.search(last):
        yield from (f"{body}{level[0]}" for body in bodies)


def _join_neighbours(organs: Iterable[tuple[Passage, int, int]]) -> list[tuple[Passage, int, int]]:
    """Return organs that follow each other in one sentence as one: they are missing for one and the same task."""
    joined = list[tuple[Passage, int, int]]()
    for passage, start, end in organs:
        last = joined[-1] if joined else None
        between = BETWEEN_ORGANS.match(passage.text, last[2]) if last and last[0] is passage else None
        if last and between and between.end() == start:
            joined[-1] = (passage, last[1], end)
        else:
            joined.append((passage, start, end))
    return joined


def _is_own(name: str, own: str) -> bool:
    """Tell whether an organ is the one that issues, with the name of its province or without, or stands over it."""
    bare = PLACE_BEHIND.sub("", name)
    is_over = LOWER_LEVEL.search(own) and OF_PROVINCE.search(name) and not PRESS.match(name)
    return bare in own or own in name or bool(is_over)


def _list_given(text: Manuscript) -> Iterator[tuple[Passage, int, int]]:
    """Yield where the organs stand that a sentence gives a task to, or a cell of the tasks names."""
    for passage in text.sentences:
        if passage.annex == 0 and passage.zone in ("paragraph", "item"):
            given = _find_given(passage.text)
            span = given if given and not is_in_review(passage) else None
        elif passage.annex == 0 and passage.zone == "heading":
            headed = _HEADED.fullmatch(passage.text) if any(map(PARTS_OF_TASKS.search, passage.above)) else None
            span = headed.span("organ") if headed and not _NO_ORGAN.search(headed["organ"]) else None
        elif passage.zone == "cell" and _is_of_task(text, passage):
            cell = ORGAN_CELL.match(passage.text)
            span = cell.span() if cell else None
        else:
            span = None
        if span:
            yield from _split_organs(passage, *span)


@lru_cache(maxsize=TEXTS_KEPT)
def _find_given(line: str) -> Stretch | None:
    """Return where the organ stands that a line gives a task to."""
    found = GIVEN.match(line)
    return found.span("organ") if found else None


def _is_of_task(text: Manuscript, cell: Passage) -> bool:
    """Tell whether a cell names who has the task of its row."""
    is_key = cell.path[-1] in TASK_CELLS or cell.path[-2:-1] in [(key,) for key in TASK_CELLS]
    return is_key or (not is_in_review(cell) and bool(TASK_COLUMN.search(find_column_head(text, cell))))


def _split_organs(passage: Passage, start: int, end: int) -> Iterator[tuple[Passage, int, int]]:
    end = min([end, *(at for words in BEHIND_ORGAN if (at := passage.text.find(words, start, end)) >= 0)])
    for between in BETWEEN_ORGANS.finditer(passage.text, start, end):
        yield passage, start, between.start()
        start = between.end()
    yield passage, start, start + len(passage.text[start:end].rstrip(" ,"))


@lru_cache(maxsize=1_000)
def _fold_organ(name: str) -> str:
    folded = fold_plain(" ".join(name.split()))
    for short, full in SHORT_WORDS:
        folded = short.sub(full, folded)
    return folded


def _is_reached(name: str, lines: Sequence[str]) -> bool:
    """Tell whether an organ is among the recipients, by its name or in a group."""
    if any(name in line or (line in name and len(line.split()) > 2) for line in lines):
        return True
    return any(member.match(name) and any(group.search(line) for line in lines) for member, group in GROUPS_OF_TASKS)
