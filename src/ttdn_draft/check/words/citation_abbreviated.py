"""Viện dẫn lần đầu viết tắt tên loại hoặc tên cơ quan ban hành.

Kiểm tra gì: Lần đầu nhắc một văn bản, tên loại (QĐ, NQ, NĐ, KL …) và cơ quan ban hành (TTg, Bộ VHTTDL …) viết đủ chữ;
UBND, HĐND và chữ đã giải nghĩa thì thôi.
Vì sao: Tên loại và tên cơ quan trong viện dẫn phải ghi đủ để người ngoài ngành hiểu.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm b; Hướng dẫn số 05-HD/VPTW, trang 12.
Ví dụ sai: Phổ biến QĐ số 173/QĐ-TTg ngày 27 tháng 01 năm 2026 của Thủ tướng Chính phủ phê duyệt Chiến lược truyền
thông quảng bá hình ảnh Việt Nam ra nước ngoài.
Ví dụ đúng: Phổ biến Quyết định số 173/QĐ-TTg ngày 27 tháng 01 năm 2026 của Thủ tướng Chính phủ phê duyệt Chiến lược
truyền thông quảng bá hình ảnh Việt Nam ra nước ngoài.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...knowledge.citations.symbols import STATE
from ...knowledge.standards.spelling import spell
from ...mentions.citations import DocumentMention
from ...mentions.issuers import write_issuer_out
from ...messages import N_, Message
from ...patterns import regex
from ..issuing import find_owner
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

ZONES = frozenset({"subject", "base", "paragraph", "item", "note"})
_OF_ISSUER = Message(N_("Cơ quan ban hành viết tắt trong viện dẫn: «{words}»."), N_("Viết {right}."))
CAPITALS = regex(r"[A-ZĐ][A-ZĐ,&]+(?:g|gCP)?$")


@rule("warning", N_("Tên loại văn bản viết tắt: «{words}»."), N_("Viết {right}."), fix_group="citations")
def citation_abbreviated(text: Manuscript) -> Iterator[Told]:
    """Tell each first mention whose kind or issuer is abbreviated."""
    for cited in text.cited:
        mention = cited.mention
        if not cited.is_own or mention.passage.zone not in ZONES:
            continue
        if mention.is_short and cited.before in (None, mention):
            right = f"{mention.kind} số {mention.typed_symbol}"
            yield about_words(mention.passage, mention.start, mention.symbol_span[1], fix=right, right=right)
        issuer = spell(_write_out(mention), text.profile.standard)
        if issuer != spell(mention.issuer, text.profile.standard) and not _is_explained(text, mention):
            told = about_words(mention.passage, *mention.issuer_span, fix=issuer, right=issuer)
            yield replace(told, message=_OF_ISSUER)


def _write_out(mention: DocumentMention) -> str:
    """Return the issuer without abbreviation, by its letters or by those of the symbol: TTCP of a 173/QĐ-TTg."""
    issuer = write_issuer_out(mention.issuer)
    owner = find_owner(mention) if CAPITALS.fullmatch(issuer) and mention.symbol.standard == STATE else None
    return owner or issuer


def _is_explained(text: Manuscript, mention: DocumentMention) -> bool:
    """Tell whether the abbreviation stands in brackets behind its long form: (sau đây gọi tắt là Bộ VHTTDL)."""
    short = CAPITALS.search(mention.issuer)
    words = short[0] if short else mention.issuer
    pattern = regex(rf"\((?:[^()]{{0,40}}\s)?{re.escape(words)}\)")
    return any(pattern.search(passage.text) for passage in text.having(" ".join(words.lower().split())))
