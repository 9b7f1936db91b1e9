"""Kính gửi gõ sai chỗ, hoặc nhiều nơi gửi viết chung một dòng.

Kiểm tra gì: Dòng Kính gửi gõ trong nội dung; nhiều nơi viết chung một dòng.
Vì sao: Nơi gửi in sai chỗ; nhiều nơi thì mỗi nơi một dòng có gạch đầu dòng.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 9, điểm b, d.
Ví dụ sai: {loai: bao-cao, kinh_gui: Bộ Ngoại giao; Bộ Công an}
Ví dụ đúng: {loai: bao-cao, kinh_gui: Bộ Ngoại giao}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...messages import N_, Message
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

ADDRESS_LABEL = regex(r"\s*Kính\s+(?:gửi|trình)\b\s*:?\s*", re.I)
IN_TEXT = Message(N_("«{words}» gõ trong nội dung."), N_("Viết nơi gửi ở khoá kinh_gui; chương trình in đúng chỗ."))


@rule("warning", N_("Nhiều nơi viết chung một dòng: «{words}»."), N_("Viết mỗi nơi một dòng trong kinh_gui: [A, B]."))
def addressee_form(text: Manuscript) -> Iterator[Told]:
    """Tell several addressees on one line, and an address in the text."""
    if not text.profile.find_kind(text.draft.kind).is_addressed:
        return
    for passage in text.in_zones("addressee"):
        if ";" in passage.text.rstrip(" ;"):
            yield about_words(passage, 0, len(passage.text))
    for passage in text.sentences_with("kính gửi", "kính trình"):
        found = ADDRESS_LABEL.match(passage.text)
        if found and ":" in found[0] and not passage.annex:
            yield about_words(passage, *found.span(), message=IN_TEXT, level="note")
