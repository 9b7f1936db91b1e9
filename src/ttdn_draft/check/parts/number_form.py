"""Ký hiệu viết sai dạng: có loại, dấu gạch chéo, dấu cách trong ký hiệu cơ quan, hay dấu của hệ kia.

Kiểm tra gì: ky_hieu của cơ quan chỉ có chữ viết tắt tên cơ quan; ký hiệu gõ tay của văn bản ghép đúng dấu của hệ.
Vì sao: Số và ký hiệu là khoá tra cứu của văn bản.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 3, điểm a, c; Hướng dẫn số 05-HD/VPTW, tr. 6, 9.
Ví dụ sai: ky_hieu: KH/UBND
Ví dụ đúng: ky_hieu: KH-UBND
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...knowledge.places.organs import list_all_organs
from ...messages import N_, Message
from ...model import printed_words
from ...model.marks import PENDING
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, rule

WITH_SLASH = Message(
    N_("Ký hiệu cơ quan «{words}» có dấu gạch chéo."),
    N_("Chỉ ghi phần của cơ quan: {part}; loại văn bản chương trình tự ghép."),
)
WITH_KIND = Message(
    N_("Ký hiệu cơ quan «{words}» có sẵn loại văn bản."),
    N_("Chỉ ghi phần của cơ quan: {part}; loại văn bản chương trình tự ghép."),
)
WITH_BLANK = Message(N_("Ký hiệu «{words}» có dấu cách hoặc dấu chấm."), N_("Viết liền: {right}."))
OTHER_MARK = Message(N_("Ký hiệu «{words}» dùng dấu của hệ kia."), N_("Viết {computed}, hoặc bỏ khoá ky_hieu."))
WITH_HYPHEN = Message(N_("Ký hiệu cơ quan «{words}» có dấu gạch nối."), N_("Viết liền: {right}."))
BLANKS = regex(r"[\s.]+")


@rule(
    "warning",
    N_("Ký hiệu gõ tay {words} khác ký hiệu ghép từ loại và cơ quan ({computed}); in như đã gõ."),
    N_("Bỏ khoá ky_hieu để dùng ký hiệu ghép, hoặc sửa co_quan.ky_hieu."),
)
def number_form(text: Manuscript) -> Iterator[Told]:
    """Tell a symbol of the body or of the document that is not written as symbols are."""
    draft, profile = text.draft, text.profile
    is_of_pack = bool(text.written.issuer.id)  # which answers for it, or has been asked in vain
    is_open = bool(PENDING.match(draft.issuer.symbol))  # which is told as what is still to be done
    own = "" if is_of_pack or is_open else printed_words(draft.issuer.symbol).strip()
    kind = profile.find_kind(draft.kind).symbol
    path = ("co_quan", "ky_hieu")
    if "/" in own:
        yield Told(path=path, words=own, message=WITH_SLASH, facts={"part": own.rsplit("/", 1)[1]})
    elif own.startswith(
        tuple(f"{symbol}-" for symbol in {kind, *(k.symbol for k in profile.kinds.values() if k.symbol)})
    ):
        yield Told(path=path, words=own, message=WITH_KIND, facts={"part": own.split("-", 1)[1]})
    elif BLANKS.search(own):
        yield Told(path=path, words=own, message=WITH_BLANK, facts={"right": BLANKS.sub("", own)})
    elif "-" in own and own.replace("-", "") in {organ.symbol for organ in list_all_organs()}:
        yield Told(path=path, words=own, message=WITH_HYPHEN, facts={"right": own.replace("-", "")})
    yield from _judge_typed(text)


def _judge_typed(text: Manuscript) -> Iterator[Told]:
    """Yield a typed symbol of the document whose kind is right and whose rest is not what kind and body make."""
    draft, profile = text.draft, text.profile
    kind = profile.find_kind(draft.kind)
    typed, computed = draft.symbol or "", profile.write_symbol(kind, draft.issuer.symbol)
    if not typed or typed == computed:
        return
    message = None
    if BLANKS.sub("", typed).replace("/", "-") == computed.replace("/", "-"):
        message = OTHER_MARK if not BLANKS.search(typed) else WITH_BLANK
    elif not re.match(rf"{kind.symbol}[-/]", typed):
        return  # the rule of the codes of kinds tells that
    yield Told(
        path=("ky_hieu",),
        words=typed,
        message=message,
        facts={"right": computed} if message is WITH_BLANK else {"computed": computed},
    )
