"""Văn bản tự gọi sai loại, sai số hoặc sai ngày của chính mình.

Kiểm tra gì: «Chương trình hành động này», «Hướng dẫn này» trong một kế hoạch; số, ngày ghi cho chính văn bản này khác
số, ngày ở đầu văn bản.
Vì sao: Dấu vết chép từ văn bản cấp trên hoặc bản cũ; người nhận không biết phải theo văn bản nào.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 3, 5; Quy định số 399-QĐ/TW (thể loại).
Ví dụ sai: Các sở, ban, ngành căn cứ Chương trình hành động này xây dựng nhiệm vụ.
Ví dụ đúng: Các sở, ban, ngành căn cứ Kế hoạch này xây dựng nhiệm vụ.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...errors import Severity
from ...knowledge.names import fold_name
from ...mentions.citations import DocumentMention
from ...messages import N_, Message
from ...model import printed_words
from ...model.mentions import Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..own_number import has_own_letters, may_mean_itself, means_itself
from ..own_sentences import OwnSentence, is_own_body, list_own_sentences
from ..rule import Told, about_words, rule

KINDS = (
    "Chương trình hành động|Chương trình|Kế hoạch|Hướng dẫn|Báo cáo|Chỉ thị|Kết luận|Nghị quyết|Quyết định|"
    "Thông báo|Tờ trình|Công văn|Đề án|Phương án|Quy chế|Quy định|Thông tri"
)
IN_SMALL_LETTERS = "kế hoạch|hướng dẫn|báo cáo|tờ trình|công văn"
THIS = regex(rf"(?<!\w)(?P<kind>{KINDS}|{IN_SMALL_LETTERS})\s+này(?!\w)")
NUMBER = Message(
    N_("{words} là số ghi cho chính văn bản này, mà văn bản này mang số {right}."), N_("Sửa thành {right}.")
)
MAYBE = Message(
    N_("{words} không có ngày; văn bản này mang số {right}."),
    N_("Nếu nói về chính văn bản này thì sửa số; nếu dẫn văn bản khác thì ghi đủ ngày, trích yếu."),
)
DATE = Message(N_("Văn bản này ghi ngày {right}, ở đây ghi {words}."), N_("Sửa ngày cho khớp."))

KIND = Message(N_("Văn bản là {own} mà câu mở đầu hay câu kết gọi là «{words}»."), N_("Sửa thành {right}."))
BODY = Message(
    N_("Câu mở đầu hay câu kết nói văn bản này của «{words}», mà cơ quan ban hành là {issuer}."),
    N_("Sửa tên cơ quan cho khớp."),
)
JOINT = Message(
    N_("Câu mở đầu hay câu kết chỉ nêu «{words}», mà văn bản này do {count} cơ quan cùng ban hành."),
    N_("Nêu đủ các cơ quan ở dòng tên cơ quan ban hành, hoặc bỏ phần «của …»."),
)
PARTING = regex(r"\s+[-–]\s+|\n")
ABOUT_OTHERS = frozenset({"cong-van", "to-trinh", "thong-bao", "quyet-dinh", "bien-ban"})


@rule("warning", N_("Văn bản là {own} mà tự gọi là «{words}»."), N_("Sửa thành {right}, nếu nói về chính văn bản này."))
def self_reference(text: Manuscript) -> Iterator[Told]:
    """Tell each place at which a document calls itself another kind, or by another number or day than its own."""
    own = text.profile.find_kind(text.draft.kind).name.capitalize()
    before: list[Passage] = []
    for passage in text.sentences if text.having("này") else ():
        if " này" in passage.text:
            for found in THIS.finditer(passage.text):
                if found["kind"].capitalize() != own and not _is_of_another(passage, found, before):
                    right = f"{own if found['kind'][0].isupper() else own.lower()} này"
                    level: Severity | None = "note" if passage.annex else None  # which may be a form of its own
                    yield about_words(passage, *found.span(), fix=right, level=level, own=own.lower(), right=right)
        before = [*before[-1:], passage]
    yield from _check_number(text)
    if text.draft.kind not in ABOUT_OTHERS:
        for sentence in list_own_sentences(text):
            yield from _check_own(text, sentence, own)


def _check_own(text: Manuscript, sentence: OwnSentence, own: str) -> Iterator[Told]:
    """Yield the kind and the body that an opening or a closing sentence has wrong."""
    passage = sentence.passage
    if sentence.kind:
        typed = passage.text[slice(*sentence.kind)]
        if typed.casefold() != own.casefold():
            right = own if typed[0].isupper() else own.lower()
            yield about_words(passage, *sentence.kind, fix=right, message=KIND, own=own.lower(), right=right)
    if not sentence.body or passage.is_given(sentence.body[0]):
        return
    bodies = _list_joint_bodies(text)
    named = fold_name(passage.text[slice(*sentence.body)])
    count = sum(fold_name(body) in named for body in bodies)
    if 0 < count < len(bodies):
        yield about_words(passage, *sentence.body, message=JOINT, count=len(bodies))
    elif not count and not is_own_body(text, passage.text[slice(*sentence.body)]):
        issuer = " ".join(printed_words(text.draft.issuer.full_name or text.draft.issuer.name).split())
        yield about_words(passage, *sentence.body, message=BODY, issuer=issuer)


def _list_joint_bodies(text: Manuscript) -> list[str]:
    """Return the bodies of a joint document, as its head names them; nothing of a document of one body."""
    bodies = [name.strip() for name in PARTING.split(text.draft.issuer.name) if name.strip()]
    return bodies if len(bodies) == len(text.draft.signers) > 1 else []


def _is_of_another(passage: Passage, found: re.Match[str], before: list[Passage]) -> bool:
    """Tell whether a document of that kind is named in the sentence or above it, or quotation marks stand around it."""
    if passage.is_given(found.start()) or any(a <= found.start() < b for a, b in passage.quotes):
        return True
    if passage.text[: found.start()].casefold().endswith(("các ", "những ")):
        return True
    named = regex(rf"{re.escape(found['kind'])}(?!\s+này)", re.I)
    return bool(named.search(passage.text[: found.start()]) or any(named.search(p.text) for p in before))


def _is_of_annex(mention: DocumentMention) -> bool:
    """Tell whether an annex names a document, and does not say that it comes with it; its first line has a rule."""
    text, start = mention.passage.text, mention.start
    return bool(mention.passage.annex) and not text[max(0, start - 12) : start].rstrip().endswith(" kèm theo")


def _check_number(text: Manuscript) -> Iterator[Told]:
    """Yield the number and the day that are typed for the document itself and are not its own."""
    draft = text.draft
    if draft.number is None or text.day is None:
        return
    for mention in text.mentions.citations:
        if not has_own_letters(text, mention) or mention.is_given or mention.is_quoted or _is_of_annex(mention):
            continue
        is_same = mention.symbol.number.lstrip("0") == str(draft.number).lstrip("0")
        if not is_same and means_itself(text, mention):
            right = mention.typed_symbol.replace(mention.symbol.number, f"{draft.number:0>2}", 1)
            yield replace(about_words(mention.passage, *mention.symbol_span, fix=right, right=right), message=NUMBER)
        elif not is_same and may_mean_itself(text, mention):
            yield about_words(mention.passage, *mention.symbol_span, message=MAYBE, level="note", right=draft.number)
        elif is_same and mention.day and mention.day != text.day and mention.day.year == text.day.year:
            right = f"{text.day:%d/%m/%Y}"
            yield replace(about_words(mention.passage, *mention.day_span, right=right), message=DATE)
