r"""Câu viết dở: câu dẫn không có gì theo sau, câu kết thúc bằng chữ chưa trọn ý.

Kiểm tra gì: Câu dẫn kết thúc bằng dấu hai chấm (… như sau:) phải có nội dung theo sau, trước đề mục kế tiếp; câu không dừng ở
những chữ còn phải có chữ theo sau (và, với, của, các, gồm).
Vì sao: Phần còn thiếu thường là nội dung chính; người nhận không biết phải làm gì.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 1, điểm b; không có điều khoản riêng.
Ví dụ sai: {than: "Mở đầu.\n\n# Nhiệm vụ\n\nCác sở thực hiện nhiệm vụ sau:\n\n# Tổ chức\n\nCác xã báo cáo kết quả."}
Ví dụ đúng: {than: "Mở đầu.\n\n# Nhiệm vụ\n\nCác sở thực hiện nhiệm vụ sau:\n\n- Rà soát tài liệu.\n\n# Tổ chức\n\nCác xã báo cáo."}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator, Sequence

from ...mentions.text_index import PASSAGE_END
from ...messages import N_, Message
from ...model import Block, Heading, Paragraph, plain_text
from ...model.mentions import Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_CUT = Message(N_("Câu dừng ở chữ «{words}», chưa trọn ý."), N_("Viết tiếp câu, hoặc bỏ chữ cuối."))
_OPEN_WORDS = regex(
    r"(?P<words>(?<![\w/])(?:và|hoặc|với|các|những|nhằm|gồm|của|nhưng|bởi|(?<!hiện )(?<!tồn )(?<!khiếm )(?<!nội )tại"
    r"|trong\s+(?:việc|các|những)|(?<!điểm )(?<!nơi )(?<!kể )(?<!nhắc )(?<!nói )(?<!quan )(?<!hướng )(?<!cập )(?<!sắp )đến"
    r"|(?<!trở )(?<!quay )(?<!mang )(?<!gửi )(?<!đem )(?<!thu )(?<!đưa )(?<!kéo )(?<!đi )(?<!chuyển )(?<!trả )về))\s*[.,]?\s*$"
)
_LAST_OF_ITEM = (";", ",", ":")  # before "và" at the end of a line of a list, which the next line ends
_ENDINGS = ("và", "hoặc", "với", "các", "những", "nhằm", "gồm", "của", "nhưng", "bởi", "tại", "việc", "đến", "về")
_NEAR_END = tuple((word, sign) for word in _ENDINGS for sign in (PASSAGE_END, ".", ","))
_ANNOUNCING = ("sau", "sau đây", "gồm", "gồm có", "đó", "cụ thể")
_MAY_ANNOUNCE = (":", " ", *(f"{words}{sign}" for words in _ANNOUNCING for sign in ("", ".")))
_MAY_END = ("đến", "về")  # before a full stop: nơi chuyển đến.
_ZONES = ("paragraph", "item", "note")
_LEADS = regex(
    r"(?P<words>\b(?:như\s+sau|(?:\S+\s+)?(?:sau(?:\s+đây)?|gồm(?:\s+có)?|đó|cụ\s+thể)))\s*:\s*$|(?P<bare>\bnhư\s+sau)\s*\.?\s*$"
)


@rule("warning", N_("Sau câu dẫn «{words}» không có nội dung."), N_("Viết nội dung, hoặc bỏ câu dẫn."))
def sentence_unfinished(text: Manuscript) -> Iterator[Told]:
    """Tell each sentence that announces what does not follow, and each that ends with a word on which more hangs."""
    for body in (text.draft.body, *(annex.body for annex in text.draft.annexes)):
        yield from _find_leads(body)
    for passage in text.sentences if text.mentions.index.pairs.holds_any(_NEAR_END) else ():
        if passage.zone in _ZONES and passage.text.rstrip(" .,").endswith(_ENDINGS):
            yield from _find_cut(passage)


def _find_leads(blocks: Sequence[Block]) -> Iterator[Told]:
    """Yield the paragraphs that announce something and are the last under their heading, or of their list."""
    depth = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            depth = block.depth
        elif isinstance(block, Paragraph) and block.text and block.text[-1].text.endswith(_MAY_ANNOUNCE):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            words = plain_text(block.text)
            if (found := _LEADS.search(words)) and _is_alone(block, following, depth):
                start = found.start("words") if found["words"] else found.start("bare")
                shown = words[start:].rstrip()
                yield Told(path=(*block.path, block.kind), words=shown, start=start)


def _is_alone(lead: Paragraph, following: Block | None, depth: int) -> bool:
    """Tell whether what follows a lead cannot be what it announces: another title, or the next item of its list."""
    if following is None:
        return True
    if isinstance(following, Heading):
        return following.depth <= depth
    return isinstance(following, Paragraph) and lead.kind == following.kind == "khoan"


def _find_cut(passage: Passage) -> Iterator[Told]:
    found = _OPEN_WORDS.search(passage.text)
    if found is None or passage.is_given(found.start()):
        return
    if found["words"] in _MAY_END and passage.text.rstrip().endswith("."):
        return
    before = passage.text[: found.start()].rstrip()
    is_of_list = not before or (before.endswith(_LAST_OF_ITEM) and found["words"] in ("và", "hoặc"))
    if not is_of_list and not any(a <= found.start() < b for a, b in passage.quotes):
        yield about_words(passage, *found.span("words"), message=_CUT)
