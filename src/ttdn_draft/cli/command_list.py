"""The commands of the program: a name goes in, what the list says of it or the command itself comes out.

To load all of them takes longer than many of them run, so each is loaded when it is asked for.
"""

from collections.abc import Iterator, MutableMapping
from importlib import import_module

import click

from ..messages import N_

HELPS = {
    "batch": N_("Ra nhiều văn bản từ một tệp chung và một bảng: mỗi hàng của bảng là một văn bản."),
    "calendar": N_("Lịch ngày kỷ niệm của một năm: bảng, câu chữ cho văn bản, tệp cho chương trình lịch."),
    "check": N_(
        "Kiểm tra tệp đầu vào, hoặc mọi văn bản, mẫu và gói mà ttdn.toml của thư mục kể ra: sai ở đâu, vì "
        "sao, sửa thế nào."
    ),
    "cite": N_("Tìm văn bản để dẫn làm căn cứ; in câu dẫn đúng thể thức, chép dán được ngay."),
    "demo": N_("Chép một ví dụ hoàn chỉnh ra thư mục và xuất thành Word."),
    "diff": N_(
        "So sánh hai văn bản: chữ nào đổi (số liệu, thời gian, văn bản dẫn nêu riêng), đoạn nào thêm, bỏ, "
        "chuyển chỗ; nhận .md, .yaml, .json, .docx, hai tệp khác loại cũng được."
    ),
    "facts": N_("Xem tuổi của số liệu trong chương trình, và cập nhật từ một tệp."),
    "golden": N_(
        "So chữ, kiểu, số thứ tự và số trang mà các văn bản của ttdn.toml in ra với bản lưu ở thư mục "
        "golden; in chỗ khác."
    ),
    "import": N_("Chuyển văn bản Word có sẵn thành tệp đầu vào .md, kể ra những chỗ phải xem lại."),
    "new": N_("Soạn tệp đầu vào mới cho một tỉnh, một năm: cơ quan, căn cứ, dàn ý, nơi nhận, người ký lấy từ gói."),
    "packs": N_("Xem và kiểm tra gói nội dung của các tỉnh, thành phố."),
    "page": N_(
        "Mở trang trong trình duyệt để soạn, xem trước, kiểm tra, xuất Word; chạy trên máy này, không cần mạng."
    ),
    "plugins": N_("Liệt kê các phần cài thêm: phiên bản, lệnh và những gì khác mang đến, dùng được không."),
    "preview": N_(
        "Xem trước: xuất từng trang của văn bản thành ảnh PNG (cần LibreOffice; từ bản 24.8 ngắt dòng như Word)."
    ),
    "render": N_("Xuất tệp đầu vào thành văn bản Word."),
    "rule": N_(
        "Giải thích một quy tắc kiểm tra: kiểm tra gì, vì sao, căn cứ, ví dụ; không ghi tên thì liệt kê tất cả."
    ),
    "schema": N_(
        "In lược đồ (JSON Schema) của một dạng tệp, để trình soạn thảo gợi ý và báo lỗi khi gõ; không ghi "
        "tên thì liệt kê."
    ),
    "templates": N_("Xem, kiểm tra và dựng mẫu Word."),
}
"""What each command does."""
PLACES = {"import": ("import_word", "import_word"), "rule": ("rule", "explain_rule")}
"""Module and function of the commands that are called otherwise than these."""


class Commands(MutableMapping[str, click.Command]):
    """The commands by name, loaded one by one."""

    def __init__(self) -> None:
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded and name in HELPS:
            module, function = PLACES.get(name, (name, name))
            self._loaded[name] = getattr(import_module(f".{module}", __package__), function)
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**HELPS, **self._loaded})

    def __len__(self) -> int:
        return len({**HELPS, **self._loaded})
