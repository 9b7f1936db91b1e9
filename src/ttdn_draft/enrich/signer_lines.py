"""Takes apart a signer who stands on one line: the words go in, the lines that were meant by them come out."""

import re

from ..patterns import regex

MARK = regex(r"(?:T/M|K/T|T/L|TM\.?|KT\.?|TL\.?|TUQ\.?|Q\.)\s", re.I)
OFFICE = regex(r"(?:Quyền |Phó |Trưởng|Giám đốc|Chủ tịch|Bí thư|Chánh |Cục trưởng|Viện trưởng|Hiệu trưởng)", re.I)
OFFICE_AND_NAME = regex(r"([A-ZĐÀ-Ỹ./]{2,} [A-ZĐÀ-Ỹ ./]*[A-ZĐÀ-Ỹ])\s+([^\W\d_][a-zà-ỹ]\w*(?:\s+[^\W\d_]\w*)+)$")
BETWEEN = regex(r"\s*[,;/:]\s+|\s+[-–—]\s+|\n")


def divide_signer(words: str) -> tuple[str, ...]:
    """Return the lines below the key: K/T TRƯỞNG BAN, PHÓ TRƯỞNG BAN, Nguyễn Văn An is authority, office and name."""
    parts = [part.strip() for part in BETWEEN.split(OFFICE_AND_NAME.sub(r"\1, \2", words)) if part.strip()]
    marks = [part for part in parts if MARK.match(part)]
    offices = [part for part in parts if part not in marks and (part.isupper() or OFFICE.match(part))]
    names = [part for part in parts if part not in (*marks, *offices)]
    authority = marks[0] if len(marks) == 1 else f"[{', '.join(marks)}]"
    signed = (f"chuc_vu: {' '.join(offices).upper() or '…'}", f"ho_ten: {' '.join(names) or '…'}")
    return (f"quyen_han: {authority}", *signed) if marks else signed
