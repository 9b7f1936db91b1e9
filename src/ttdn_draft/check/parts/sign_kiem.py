"""Văn bản của ban chỉ đạo, tiểu ban ký thay mặt thay vì ký theo chức vụ.

Kiểm tra gì: Khối ký của ban chỉ đạo, tiểu ban của Đảng có dòng T/M BAN CHỈ ĐẠO.
Vì sao: Ban chỉ đạo không có con dấu riêng thì người ký ghi chức vụ ở cơ quan có dấu, chữ kiêm, rồi chức vụ ở ban chỉ đạo; có dấu riêng thì ghi chức vụ ở ban chỉ đạo.
Căn cứ: Hướng dẫn số 05-HD/VPTW, tr. 19-22.
Ví dụ sai: {he: dang, ky: {quyen_han: T/M BAN CHỈ ĐẠO, chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn An}}
Ví dụ đúng: {he: dang, ky: {chuc_vu: TRƯỞNG BAN TUYÊN GIÁO VÀ DÂN VẬN, kiem: PHÓ TRƯỞNG BAN CHỈ ĐẠO, ho_ten: Nguyễn Văn An}}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.names import fold_plain
from ...messages import N_, Message
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, rule
from ..signing import list_signed

STEERED = regex(r"(?:ban chi dao|tieu ban)\b")

OF_OFFICE = regex(r"(?:pho )?(?:truong ban (?!chi dao|thuong truc|$)\w|bi thu\b|chu tich\b|giam doc\b|chanh van phong)")
NOT_SAID = Message(
    N_("Chức vụ «{words}» trong văn bản của ban chỉ đạo, tiểu ban mà chưa ghi chức vụ ở ban đó."),
    N_("Thêm dòng kiem: chức vụ ở ban chỉ đạo, ví dụ PHÓ TRƯỞNG BAN CHỈ ĐẠO."),
)


@rule(
    "error",
    N_("«{words}»: ban chỉ đạo, tiểu ban của Đảng không ký thay mặt."),
    N_(
        "Viết chuc_vu là chức vụ ở cơ quan có con dấu (ví dụ: TRƯỞNG BAN TUYÊN GIÁO VÀ DÂN VẬN) và kiem là chức vụ ở ban chỉ đạo; ban có dấu riêng thì chỉ viết chuc_vu: TRƯỞNG BAN CHỈ ĐẠO."
    ),
    standards=("dang",),
)
def sign_kiem(text: Manuscript) -> Iterator[Told]:
    """Tell a steering committee that is signed for as if it decided together."""
    for signed in list_signed(text):
        line = signed.find("TM")
        if line and STEERED.match(line.named):
            yield Told(path=line.path, words=line.line)
    if len(text.draft.signers) == 1 and STEERED.match(fold_plain(" ".join(text.draft.issuer.name.split()))):
        for signed in list_signed(text):
            if not signed.signer.joint_office and OF_OFFICE.match(signed.office):
                yield Told(path=signed.office_path, words=signed.office_typed, message=NOT_SAID, level="warning")
