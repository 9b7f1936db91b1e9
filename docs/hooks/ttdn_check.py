"""Asks for a purpose behind every recipient. A hook may leave out arguments that it does not need."""

from collections.abc import Iterator

from ttdn_draft.api import Draft, Remark, hookimpl


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
