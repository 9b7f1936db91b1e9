"""Chức vụ người ký ghi kèm tên cấp uỷ, cơ quan.

Kiểm tra gì: Chức vụ trong khối ký có tên cơ quan đứng sau: PHÓ BÍ THƯ TỈNH UỶ, TRƯỞNG BAN TUYÊN GIÁO; ở văn bản Nhà nước
thì nhắc khi dòng TM. đã có tên cơ quan (TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH UBND TỈNH).
Vì sao: Tên cơ quan đã ở dòng trên và ở đầu văn bản.
Căn cứ: Hướng dẫn số 05-HD/VPTW, tr. 13-14; Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 7 và mẫu ở Phụ lục III.
Ví dụ sai: {he: dang, ky: {quyen_han: K/T TRƯỞNG BAN, chuc_vu: PHÓ TRƯỞNG BAN TUYÊN GIÁO VÀ DÂN VẬN, ho_ten: Nguyễn Văn An}}
Ví dụ đúng: {he: dang, ky: {quyen_han: K/T TRƯỞNG BAN, chuc_vu: PHÓ TRƯỞNG BAN, ho_ten: Nguyễn Văn An}}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import Severity
from ...knowledge.names import fold_plain
from ...messages import N_
from ...model import printed_words
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, rule
from ..signing import STEERING, list_signed

WITH_BODY = regex(
    r"(?P<office>(?:pho )?(?:bi thu|truong ban|chanh van phong|chu nhiem)(?: thuong truc)?) "
    r"(?:ban thuong vu |ban chap hanh |ban )?(?:(?:tinh|thanh|huyen|quan|thi|dang) uy|chi bo|dang bo|tuyen giao|to chuc"
    r"|noi chinh|dan van|uy ban kiem tra|trung uong)\b"
)
WITH_STATE_BODY = regex(
    r"(?P<office>(?:pho )?(?:chu tich|truong ban)(?: thuong truc)?) "
    r"(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|ban)\b"
)


@rule(
    "warning",
    N_("Chức vụ «{words}» kèm tên cơ quan."),
    N_("Chỉ viết {right}: tên cơ quan đã ở dòng trên."),
)
def sign_office_with_body(text: Manuscript) -> Iterator[Told]:
    """Tell an office of one who signs alone that is followed by the name of its body."""
    if len(text.draft.signers) > 1 or STEERING.search(fold_plain(printed_words(text.draft.issuer.name))):
        return
    for signed in list_signed(text):
        found = (WITH_BODY if text.is_party else WITH_STATE_BODY).match(signed.office)
        is_named_above = text.is_party or "TM" in signed.letters  # TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH UBND TỈNH
        if found and is_named_above and not signed.signer.joint_office and not {"TL", "TUQ"} & set(signed.letters):
            words = " ".join(signed.office_typed.split())
            right = " ".join(words.split()[: len(found["office"].split())])
            level: Severity | None = None if text.is_party else "note"
            facts: dict[str, object] = {"right": right}
            yield Told(path=signed.office_path, words=signed.office_typed, fix=right, facts=facts, level=level)
