"""Phụ lục gõ sẵn dòng «Kèm theo …» của văn bản khác, hoặc gõ trùng dòng mà chương trình in.

Kiểm tra gì: Dòng (Kèm theo …) ở đầu phụ lục: loại, số của văn bản có phải là của chính văn bản này không.
Vì sao: Phụ lục chép từ văn bản khác hoặc của năm trước thì sai số, sai ngày.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần III, mục 1, điểm c; Hướng dẫn số 05-HD/VPTW, tr. 25.
Ví dụ sai: {than: Theo Phụ lục kèm theo., phu_luc: [{tieu_de: Danh mục, noi_dung: (Kèm theo Công văn số 12/SNgV-LSTT)}]}
Ví dụ đúng: {than: Theo Phụ lục kèm theo., phu_luc: [{tieu_de: Danh mục, noi_dung: "Một."}]}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...messages import N_, Message
from ...model.mentions import Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

TYPED_PARENT = regex(
    r"\s*\(?\s*(?:Ban hành\s+)?kèm theo (?P<kind>Kế hoạch|Báo cáo|Hướng dẫn|Công văn|Quyết định|Thông báo|Tờ trình|Chương trình|Nghị quyết|Quy định)"
    r"(?:\s+số\s*:?\s*(?P<number>\d+)?\s*[-/]?\s*(?P<symbol>[^\s,)]*))?",
    re.I,
)
TWICE_PRINTED = Message(N_("Dòng «{words}» in hai lần: chương trình tự in «{own}»."), N_("Xoá dòng này trong phụ lục."))
OF_WORD = Message(
    N_("Phụ lục ghi «{words}», mà văn bản này là {own}."), N_("Sửa dòng này theo loại, số, ngày của chính văn bản.")
)


@rule(
    "warning",
    N_("Phụ lục ghi «{words}», mà văn bản này là {own}."),
    N_("Xoá dòng này: chương trình tự in dòng Kèm theo."),
)
def annex_parent_mismatch(text: Manuscript) -> Iterator[Told]:
    """Tell what an annex says of the document to which it belongs, where that is another or is printed twice."""
    yield from _judge_rewritten(text)
    for passage in text.having("kèm theo"):
        found = TYPED_PARENT.match(passage.text) if passage.annex and passage.zone != "cell" else None
        if found and (found["symbol"] or passage.text.lstrip().startswith("(")):
            yield _judge_parent(text, passage, found)


def _judge_rewritten(text: Manuscript) -> Iterator[Told]:
    """Yield the lines of a Word file that are printed anew, where they name a document of another kind or number."""
    for path, line in text.source.rewritten.items():
        if path[0] != "phu_luc" or not (found := TYPED_PARENT.match(line)) or _is_own(text, found):
            continue
        own = " ".join(text.document.annexes[int(path[1])].reference.split()).strip("()")
        yield Told(path=path, words=line.strip("()"), facts={"own": own}, message=OF_WORD)


def _is_own(text: Manuscript, found: re.Match[str]) -> bool:
    number, kind = text.draft.number, text.document.kind_name.casefold()
    same_number = not found["number"] or number is None or int(found["number"]) == int(number)
    return found["kind"].casefold() == kind and same_number


def _judge_parent(text: Manuscript, passage: Passage, found: re.Match[str]) -> Told:
    own = " ".join(text.document.annexes[passage.annex - 1].reference.split()).strip("()")
    is_same = _is_own(text, found)
    end = passage.text.find(")", found.end()) + 1 or len(passage.text)
    return about_words(passage, found.start(), end, own=own, message=TWICE_PRINTED if is_same else None)
