r"""Đề mục không có nội dung bên dưới.

Kiểm tra gì: Mỗi đề mục có câu, bảng hoặc đề mục nhỏ hơn ở dưới.
Vì sao: Khung mẫu chưa điền, hoặc xoá nội dung mà sót đề mục.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 6, điểm d (phần, chương, mục có tên và nội dung).
Ví dụ sai: {than: "Nội dung.\n\n# Kiến nghị, đề xuất\n\n# Tổ chức thực hiện"}
Ví dụ đúng: {than: "Nội dung.\n\n# Kiến nghị, đề xuất\n\nKhông có.\n\n# Tổ chức thực hiện"}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...messages import N_
from ...model import Block, Heading, plain_text
from ..manuscript import Manuscript
from ..rule import Told, rule

LONGEST_TITLE = 90  # signs; a longer one is a sentence that is set as a heading
SENTENCE_END = (".", ";", ":", "!", "?", "…")


@rule(
    "warning",
    N_("Đề mục «{words}» không có nội dung bên dưới."),
    N_("Viết nội dung, ví dụ: Không có; hoặc xoá đề mục."),
)
def heading_empty(text: Manuscript) -> Iterator[Told]:
    """Tell each heading that is followed by none of its own."""
    yield from _find_empty(text.draft.body)
    for annex in text.draft.annexes:
        yield from _find_empty(annex.body[1:])  # a heading may open an annex as its second title


def _find_empty(blocks: Sequence[Block]) -> Iterator[Told]:
    for here, following in pairwise([*blocks, None]):
        if not isinstance(here, Heading) or not (following is None or isinstance(following, Heading)):
            continue
        words = " ".join(plain_text(here.text).split())
        if following and following.depth == here.depth and words == " ".join(plain_text(following.text).split()):
            continue  # pasted twice, which is told
        if (following is None or following.depth <= here.depth) and _is_title(here, blocks):
            yield Told(path=(*here.path, "muc"), words=words, facts={"words": words})


def _is_title(heading: Heading, blocks: Sequence[Block]) -> bool:
    """Tell whether a heading is a title and not a sentence; where most of its rank are empty, they are a list."""
    words = plain_text(heading.text).strip()
    if len(words) > LONGEST_TITLE or words.endswith(SENTENCE_END) or ": " in words:  # Kiến nghị: Không có
        return False
    if heading.depth == 1:
        return True
    same = [(i, b) for i, b in enumerate(blocks) if isinstance(b, Heading) and b.depth == heading.depth]
    empty = [i for i, _ in same if i + 1 == len(blocks) or isinstance(blocks[i + 1], Heading)]
    return len(empty) * 2 <= len(same) or _is_first_filled(heading, blocks)


def _is_first_filled(heading: Heading, blocks: Sequence[Block]) -> bool:
    """Tell whether the first heading beside one has text below it, or smaller headings: then they are no list."""
    at = next(i for i, block in enumerate(blocks) if block is heading)
    above = [i for i in range(at) if isinstance(b := blocks[i], Heading) and b.depth < heading.depth]
    first = next(i for i in range(above[-1] + 1 if above else 0, at + 1) if _has_depth(blocks[i], heading.depth))
    return first < at and not _has_depth(blocks[first + 1], heading.depth)


def _has_depth(block: Block, depth: int) -> bool:
    return isinstance(block, Heading) and block.depth == depth
