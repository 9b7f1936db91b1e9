"""Ký thay mặt tập thể sai: thiếu TM., cấp uỷ đã T/M mà còn K/T, hay cơ quan theo chế độ thủ trưởng lại ghi T/M.

Kiểm tra gì: Có ký thay mặt tập thể đúng chỗ không: uỷ ban nhân dân, cấp uỷ thì có; ban tham mưu, sở, phòng thì không.
Vì sao: Uỷ ban, cấp uỷ làm việc tập thể, ban và sở theo chế độ thủ trưởng; ghi sai là sai thẩm quyền.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 13, khoản 2, Phụ lục I, Phần II, mục 7, điểm b; Hướng dẫn số 05-HD/VPTW, tr. 14-20.
Ví dụ sai: ky: {quyen_han: KT. CHỦ TỊCH, chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Văn An}
Ví dụ đúng: ky: {quyen_han: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH], chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Văn An}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.names import fold_plain
from ...messages import N_, Message
from ...model import printed_words
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, rule
from ..signing import COMMITTEE, MANAGED, PEOPLES_COMMITTEE, SignedBy, list_signed, write_mark

BOTH = Message(
    N_("Đã ký thay mặt («{authority}») mà còn «{words}»."),
    N_("Bỏ dòng {words}: cấp uỷ làm việc tập thể, phó bí thư cũng ký T/M."),
)
OF_ONE = Message(
    N_("«{words}»: cơ quan này theo chế độ thủ trưởng nên không ký thay mặt."),
    N_("Bỏ dòng này; cấp phó ký thì viết {mark} và chức vụ cấp trưởng."),
)
NOT_OWN = Message(
    N_("«{words}» trong văn bản của {issuer}: cơ quan này theo chế độ thủ trưởng."),
    N_("Bỏ dòng này, hoặc sửa co_quan nếu là văn bản của cấp uỷ."),
)
OTHER_BODY = Message(
    N_("«{words}» trong văn bản của {issuer}: ký thay mặt một cơ quan khác."),
    N_("Ghi đúng tập thể ban hành, hoặc sửa co_quan."),
)
WRITTEN_SHORT = Message(N_("Dòng thay mặt viết tắt tên cơ quan: «{words}»."), N_("Viết đủ: {right}."))
FULL_BODY = {"UBND": "ỦY BAN NHÂN DÂN", "HĐND": "HỘI ĐỒNG NHÂN DÂN", "BTV": "BAN THƯỜNG VỤ", "BCH": "BAN CHẤP HÀNH"}
SHORT_BODY = regex(rf"(?:{'|'.join(FULL_BODY)})\b")
OTHER_TEAM = regex(r"(?:hoi dong nhan dan|hdnd|uy ban mat tran|ban chi dao|ban quan ly|doan dai bieu)\b")
SYMBOL_OF_ALL = "UBND"
LEADERS = ("chu tich", "bi thu")


@rule("warning", N_("{issuer} ký «{words}» mà thiếu dòng {mark} {body}."), N_("Thêm vào đầu quyen_han: {mark} {body}."))
def sign_collective(text: Manuscript) -> Iterator[Told]:
    """Tell where a body that decides together does not sign as one, and where one that a person heads does."""
    for signed in list_signed(text):
        if not signed.signer.joint_office:
            yield from _judge_line(text, signed)
            if len(text.draft.signers) == 1:
                yield from _find_missing(text, signed)


def _judge_line(text: Manuscript, signed: SignedBy) -> Iterator[Told]:
    """Yield a line on behalf of a body that does not sign so."""
    behalf, instead = signed.find("TM"), signed.find("KT")
    if behalf is None:
        return
    path = behalf.path
    if short := SHORT_BODY.match(behalf.rest):
        facts: dict[str, object] = {"right": FULL_BODY[short[0]]}
        yield Told(path=path, words=behalf.line, facts=facts, message=WRITTEN_SHORT, level="note")
    if MANAGED.match(behalf.named):
        mark = write_mark("KT", text.profile.signing)
        yield Told(path=path, words=behalf.line, facts={"mark": mark}, message=OF_ONE, level="error")
    elif text.is_party and instead:
        facts = {"authority": behalf.line}
        yield Told(path=instead.path, words=instead.line, facts=facts, message=BOTH, level="error")
    elif text.is_party and MANAGED.match(_fold_issuer(text)) and COMMITTEE.match(behalf.named):
        facts = {"issuer": " ".join(printed_words(text.draft.issuer.name).split())}
        yield Told(path=path, words=behalf.line, facts=facts, message=NOT_OWN)
    elif _is_of_other(text, behalf.named):
        facts = {"issuer": " ".join(printed_words(text.draft.issuer.name).split())}
        yield Told(path=path, words=behalf.line, facts=facts, message=OTHER_BODY)


def _is_of_other(text: Manuscript, named: str) -> bool:
    """Tell whether a committee signs on behalf of a body of the other system, or of another team."""
    issuer = _fold_issuer(text)
    own, other = (COMMITTEE, PEOPLES_COMMITTEE) if text.is_party else (PEOPLES_COMMITTEE, COMMITTEE)
    is_sole = own.match(issuer) and " - " not in issuer and len(text.draft.signers) == 1
    return bool(is_sole and (other.match(named) or OTHER_TEAM.match(named)))


def _find_missing(text: Manuscript, signed: SignedBy) -> Iterator[Told]:
    """Yield a head or deputy of a committee who does not sign on behalf of it."""
    issuer = text.draft.issuer
    wanted = COMMITTEE if text.is_party else PEOPLES_COMMITTEE
    is_of_all = text.is_party or printed_words(issuer.symbol).strip() == SYMBOL_OF_ALL
    if not (wanted.match(_fold_issuer(text)) and is_of_all and signed.head == LEADERS[text.is_party]):
        return
    if signed.is_deputy and not (text.is_party or signed.authority):
        return  # that it does not say for whom it signs is told first
    if {"TM", "TL", "TUQ"} & set(signed.letters) or any(not letters for letters in signed.letters):
        return
    line = next(iter(signed.authority), None)
    path, words = (line.path, line.line) if line else (signed.office_path, signed.office_typed)
    body = "BAN THƯỜNG VỤ" if text.is_party else "ỦY BAN NHÂN DÂN"
    facts: dict[str, object] = {"mark": write_mark("TM", text.profile.signing), "body": body}
    yield Told(path=path, words=words, facts=facts | {"issuer": " ".join(printed_words(issuer.name).split())})


def _fold_issuer(text: Manuscript) -> str:
    return fold_plain(" ".join(printed_words(text.draft.issuer.name).split()))
