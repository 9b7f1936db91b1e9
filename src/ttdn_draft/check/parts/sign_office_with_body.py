"""Chức vụ người ký ghi kèm tên cấp uỷ, cơ quan.

Kiểm tra gì: Chức vụ trong khối ký của văn bản Đảng có tên cấp uỷ, ban đứng sau: PHÓ BÍ THƯ TỈNH UỶ, TRƯỞNG BAN TUYÊN GIÁO.
Vì sao: Tên cơ quan đã ở dòng trên và ở đầu văn bản.
Căn cứ: Hướng dẫn số 05-HD/VPTW, tr. 13-14.
Ví dụ sai: {he: dang, ky: {quyen_han: K/T TRƯỞNG BAN, chuc_vu: PHÓ TRƯỞNG BAN TUYÊN GIÁO VÀ DÂN VẬN, ho_ten: Nguyễn Văn An}}
Ví dụ đúng: {he: dang, ky: {quyen_han: K/T TRƯỞNG BAN, chuc_vu: PHÓ TRƯỞNG BAN, ho_ten: Nguyễn Văn An}}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...knowledge.names import fold_plain
from ...messages import N_
from ...model import printed_words
from ..manuscript import Manuscript
from ..rule import Told, rule
from ..signing import STEERING, list_signed

WITH_BODY = re.compile(
    r"(?P<office>(?:pho )?(?:bi thu|truong ban|chanh van phong|chu nhiem)(?: thuong truc)?) "
    r"(?:ban thuong vu |ban chap hanh )?(?:(?:tinh|thanh|huyen|quan|thi|dang) uy|chi bo|dang bo|tuyen giao|to chuc"
    r"|noi chinh|dan van|uy ban kiem tra|trung uong)\b"
)


@rule(
    "warning",
    N_("Chức vụ «{words}» kèm tên cơ quan."),
    N_("Chỉ viết {right}: tên cơ quan đã ở dòng trên."),
    standards=("dang",),
)
def sign_office_with_body(text: Manuscript) -> Iterator[Told]:
    """Tell an office of one who signs alone that is followed by the name of its body."""
    if len(text.draft.signers) > 1 or STEERING.search(fold_plain(printed_words(text.draft.issuer.name))):
        return
    for signed in list_signed(text):
        found = WITH_BODY.match(signed.office)
        if found and not signed.signer.joint_office and not {"TL", "TUQ"} & set(signed.letters):
            words = " ".join(signed.office_typed.split())
            right = " ".join(words.split()[: len(found["office"].split())])
            yield Told(path=signed.office_path, words=signed.office_typed, fix=right, facts={"right": right})
