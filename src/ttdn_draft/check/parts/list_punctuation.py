r"""Các ý liệt kê cùng cấp lẫn dấu cuối, hoặc có ý không có dấu.

Kiểm tra gì: Dấu ở cuối các ý gạch đầu dòng, dấu cộng liền nhau; đề mục có dấu chấm hoặc hai chấm ở cuối.
Vì sao: Ngắt ý sai làm người đọc hiểu là còn thiếu.
Căn cứ: Không có điều khoản riêng; cách viết thông thường.
Ví dụ sai: {than: "- Báo chí;\n- Cổng thông tin điện tử của tỉnh\n- Mạng xã hội."}
Ví dụ đúng: {than: "- Báo chí;\n- Cổng thông tin điện tử của tỉnh;\n- Mạng xã hội."}
Từ phiên bản: 0.1.0
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from ...messages import N_, Message
from ...model import Block, Heading, Paragraph, plain_text
from ...model.marks import PENDING
from ..manuscript import Manuscript
from ..rule import Told, rule

ENDS = (".", ";", ",")
OTHER_ENDS = (":", "?", "!", "…", '"', "”", ")")
ITEM_KINDS, CLAUSE = ("gach", "cong", "khoan"), "khoan"
FEWEST = 2  # items that agree, before another one is told
OTHER_MARK_OF_ITEM = Message(
    N_("Ý «{words}» kết thúc khác các ý cùng cấp («{usual}»)."), N_("Dùng một dấu cho các ý; ý cuối dùng dấu chấm.")
)
OF_HEADING = Message(N_("Đề mục «{words}» có dấu ở cuối."), N_("Bỏ dấu ở cuối đề mục."))
TITLE_LENGTH = 80  # signs; a longer heading is a sentence, which ends with a mark


@rule("note", N_("Ý «{words}» không có dấu ở cuối, các ý cùng cấp thì có «{usual}»."), N_("Thêm dấu {usual}"))
def list_punctuation(text: Manuscript) -> Iterator[Told]:
    """Tell items without a mark among others that have one, and headings with one."""
    blocks = text.draft.body
    for kind, group in groupby(blocks, key=lambda b: b.kind if isinstance(b, Paragraph) else ""):
        items = [block for block in group if isinstance(block, Paragraph)]
        if kind in ITEM_KINDS and len(items) > 1:
            yield from _judge_items(items, blocks[-1])
    yield from _judge_headings(blocks)


def _judge_items(items: Sequence[Paragraph], last: Block) -> Iterator[Told]:
    """Yield items without a mark or with another; the last of a text takes its mark from the program."""
    typed = {item.path: plain_text(item.text).strip() for item in items}
    marks = Counter(words[-1] for words in typed.values() if words.endswith(ENDS))
    inner = Counter(words[-1] for words in [*typed.values()][:-1] if words.endswith(ENDS))
    if not marks or (items[0].kind == CLAUSE and sum(marks.values()) < FEWEST):
        return
    usual = max(marks, key=lambda mark: (marks[mark], inner[mark]))  # the last item ends with a full stop
    count = marks[usual]
    for item in items:
        words = typed[item.path]
        if not words or item is last or PENDING.search(words) or words.endswith(OTHER_ENDS):
            continue
        mark = "." if item is items[-1] else usual
        if not words.endswith(ENDS):
            yield _tell(item, words, mark, None)
        elif (
            count >= FEWEST
            and words[-1] != usual
            and inner[words[-1]] == 1
            and item is not items[-1]
            and item.kind != CLAUSE
        ):
            yield _tell(item, words, mark, OTHER_MARK_OF_ITEM)


def _tell(item: Paragraph, words: str, mark: str, message: Message | None) -> Told:
    """Return what is said of an item: its last word, and the mark that the others have."""
    shown = words if len(words) <= TITLE_LENGTH else f"… {' '.join(words.split()[-6:])}"
    end = words.split()[-1]
    start = plain_text(item.text).rfind(end)
    facts: dict[str, object] = {"usual": mark, "words": shown}
    return Told(path=(*item.path, item.kind), words=end, start=start, facts=facts, message=message)


def _judge_headings(blocks: Sequence[Block]) -> Iterator[Told]:
    for block in blocks:
        words = plain_text(block.text).strip() if isinstance(block, Heading) else ""
        is_marked = words.endswith((".", ":", ";")) and not words.endswith("...") and len(words) <= TITLE_LENGTH
        if is_marked and any(letter.isalpha() for letter in words[1:]):
            yield Told(path=(*block.path, "muc"), words=words, message=OF_HEADING)
