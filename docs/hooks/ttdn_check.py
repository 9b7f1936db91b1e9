"""A rule with a name of its own, and a hook that asks for a purpose behind every recipient.

A hook may leave out arguments that it does not need.
"""

from collections.abc import Iterator

from ttdn_draft.api import Draft, Manuscript, Remark, Told, about_words, hookimpl, rule


@rule("warning", "Chữ «{words}» nói trống.", "Viết rõ số lượng, hoặc bỏ.", is_safe=False)
def empty_words(text: Manuscript) -> Iterator[Told]:
    """Tell words that say nothing.

    Kiểm tra gì: Nội dung còn chữ «nhiều hoạt động» không.
    Vì sao: Người đọc không biết bao nhiêu hoạt động.
    Căn cứ: Quy định của cơ quan.
    Ví dụ sai: Tổ chức nhiều hoạt động.
    Ví dụ đúng: Tổ chức 05 hoạt động.
    Từ phiên bản: 1.0.0
    """
    for passage in text.having("nhiều hoạt động"):
        start = passage.text.lower().index("nhiều hoạt động")
        yield about_words(passage, start, start + len("nhiều hoạt động"))


@hookimpl
def ttdn_check(draft: Draft) -> Iterator[Remark]:
    """Yield a remark for each recipient without brackets."""
    for number, name in enumerate(draft.recipients or ()):
        if "(" not in name:
            yield Remark(
                rule="MAU-01",
                text=f"Nơi nhận «{name}» chưa ghi mục đích gửi.",
                level="warning",
                path=("noi_nhan", number),
                advice="Viết thêm trong ngoặc, ví dụ: (để b/c)",
            )
