"""Trước họ tên người ký có học hàm, học vị, quân hàm, danh hiệu; hoặc họ tên viết tắt, viết hoa toàn bộ.

Kiểm tra gì: Ô họ tên người ký: chỉ có họ, chữ đệm và tên, chữ thường.
Vì sao: Cả hai hệ đều không cho ghi học hàm, học vị, danh hiệu trước họ tên người ký.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 7, điểm c; Hướng dẫn số 05-HD/VPTW, tr. 14.
Ví dụ sai: ky: {chuc_vu: GIÁM ĐỐC, ho_ten: TS. Nguyễn Văn An}
Ví dụ đúng: ky: {chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn An}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.names import fold_plain
from ...messages import N_, Message
from ...model import printed_words
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, rule
from ..signer_names import judge_name
from ..signing import list_signed

_ABBREVIATED = r"(?:PGS|GS|TSKH|TS|Ths|ThS|Th\.S|BSCKI{1,2}|BS|DS|KS|CN|LS|NSND|NSƯT|NGND|NGƯT|NNC|TTND|TTƯT)"
_WORDS = (
    r"(?:Giáo sư|Phó giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Cử nhân|Kỹ sư|Bác sĩ|Luật sư|Nghệ sĩ \w+ dân|Nhà giáo \w+ dân"
    r"|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|uý|úy)|Đồng chí|Đ/c)"
)
TITLE = regex(rf"(?:(?:{_ABBREVIATED}[.,]?\s*[.,]?\s*)+(?<=[\s.,])|(?i:{_WORDS})[\s,.]+)+(?=[^\W\d_])")
SHORTENED = regex(r"(?:^|\s)[A-ZĐ][a-z]{0,2}\.")
ALLOWED = regex(
    r"\b(?:quan su|quan khu|bien phong|cong an|canh sat|benh vien|y te|truong|hoc vien|vien|khoa hoc|giao duc|dai hoc"
    r"|bo chi huy|quoc phong|quan uy)\b"
)
"""Branches whose heads may allow ranks and titles."""
SHORT = Message(N_("Họ tên người ký «{words}» viết tắt."), N_("Viết đủ họ, chữ đệm và tên."))
ODD_NAME = Message(N_("Họ tên người ký có {problem}."), N_("Viết: {right}"))
CAPITALS = Message(N_("Họ tên người ký «{words}» viết hoa toàn bộ."), N_("Viết hoa chữ đầu: {right}."))


@rule("error", N_("Trước họ tên người ký có «{title}»."), N_("Chỉ viết họ tên: {right}."))
def sign_academic_title(text: Manuscript) -> Iterator[Told]:
    """Tell what stands before a name or is done to it in a signature."""
    issuer = fold_plain(printed_words(f"{text.draft.issuer.parent_body} {text.draft.issuer.name}"))
    for signed in list_signed(text):
        name = " ".join((signed.signer.full_name or "").split())
        path = (*signed.signer.path, "ho_ten")
        if "[" in name:
            continue
        title = TITLE.match(name)
        if title and not ALLOWED.search(issuer):
            right = name[title.end() :]
            yield Told(path=path, words=name, fix=right, facts={"title": title[0].strip(), "right": right})
        elif not title and SHORTENED.search(name):
            yield Told(path=path, words=name, message=SHORT, level="warning")
        elif not title and name.isupper() and len(name.split()) > 2:
            right = name.title()
            facts: dict[str, object] = {"right": right}
            yield Told(path=path, words=name, message=CAPITALS, fix=right, facts=facts, level="warning")
        elif not title and (judged := judge_name(name)):
            problem, right = judged
            told: dict[str, object] = {"problem": problem, "right": f"ho_ten: {right}"}
            yield Told(path=path, words=name, message=ODD_NAME, facts=told, level="warning")
