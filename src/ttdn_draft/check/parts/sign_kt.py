"""Ký thay sai: cấp phó thiếu KT. (K/T), KT. với cấp trưởng, hay KT. một người mà chức vụ thuộc người khác.

Kiểm tra gì: Quyền hạn ký thay và chức vụ bên dưới: cấp phó có KT. (K/T) chưa, có đúng là phó của người được ký thay không.
Vì sao: Sai là sai thẩm quyền ký.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 13, khoản 1, Phụ lục I, Phần II, mục 7, điểm b; Hướng dẫn số 05-HD/VPTW, tr. 19.
Ví dụ sai: ky: {quyen_han: KT. GIÁM ĐỐC, chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn An}
Ví dụ đúng: ky: {quyen_han: KT. GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC, ho_ten: Nguyễn Văn An}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from dataclasses import replace

from ...errors import Severity
from ...knowledge.names import fold_plain
from ...messages import N_, Message
from ...model import printed_words
from ...model.texts import capital_lines
from ..manuscript import Manuscript
from ..rule import Told, rule
from ..signing import (
    COMMITTEE,
    MANAGED,
    PEOPLES_COMMITTEE,
    STEERING,
    AuthorityLine,
    SignedBy,
    find_head,
    list_signed,
    write_mark,
)

NO_DEPUTY = Message(
    N_("Sau {mark} {head} là chức vụ «{words}», không phải cấp phó."),
    N_("Chỉ cấp phó ký thay: sửa chức vụ, hoặc bỏ dòng ký thay."),
)
FOR_DEPUTY = Message(N_("«{words}»: không ai ký thay cấp phó."), N_("Viết {mark} {head}: cấp phó ký thay cấp trưởng."))
DEPUTY = "pho "  # with which the folded name of a deputy's office begins
OTHER_HEAD = Message(
    N_("«{words}» không khớp chức vụ «{office}»: cấp phó này ký thay {head}."),
    N_("Viết {mark} {head}, hoặc sửa chức vụ."),
)
NO_OFFICE_OF_BODY = Message(
    N_("Chức vụ «{words}» không phải của {issuer}."),
    N_("Sửa chức vụ, hoặc sửa co_quan nếu là văn bản của cơ quan khác."),
)
HEADS_OF = {COMMITTEE: "bi thu", PEOPLES_COMMITTEE: "chu tich"}
"""Who heads a body that signs as one, folded."""
ALONE = Message(
    N_("«{words}» là cấp phó mà không có dòng ký thay."),
    N_("Thêm vào quyen_han: {mark} {head}."),
)
IN_CHARGE = Message(
    N_("«{words}» là cấp phó mà không có dòng ký thay."),
    N_("Thêm quyen_han: {mark} {head}; cấp phó được giao phụ trách khi chưa có cấp trưởng thì giữ nguyên."),
)
ON_BEHALF = Message(
    N_("Dưới «{authority}» là «{words}» mà không có dòng ký thay."), N_("Thêm một dòng vào quyen_han: {mark} {head}.")
)


@rule(
    "error",
    N_("{mark} đi với chính chức vụ «{words}» của cấp trưởng."),
    N_("Cấp trưởng ký thì bỏ dòng {mark} …; cấp phó ký thì viết PHÓ {head}."),
)
def sign_kt(text: Manuscript) -> Iterator[Told]:
    """Tell each deputy without the mark, and each mark that stands over what is no deputy of the one it names."""
    if len(text.draft.signers) > 1:
        return
    for signed in list_signed(text):
        line = signed.find("KT")
        if signed.signer.joint_office or not signed.office or signed.is_garbled:
            continue
        told = list(_judge_pair(signed, line)) if line and line.rest else []
        if not line and signed.is_deputy:
            told = list(_judge_alone(text, signed))
        yield from told or (() if _is_managed(text) else _judge_body(signed))


def _judge_pair(signed: SignedBy, line: AuthorityLine) -> Iterator[Told]:
    """Yield what is wrong of an office under a line that says whom it stands in for."""
    path, office, named = signed.office_path, signed.office_typed, find_head(line.named)
    if line.named.startswith(DEPUTY):
        facts: dict[str, object] = {"mark": line.mark, "head": line.rest.split(maxsplit=1)[1]}
        yield Told(path=line.path, words=line.line, facts=facts, message=FOR_DEPUTY)
    elif not signed.is_deputy:
        is_head = bool(named) and signed.head == named
        facts = {"mark": line.mark, "head": line.rest}
        message = None if is_head else NO_DEPUTY
        yield Told(path=path, words=office, facts=facts, message=message, level=None if is_head else "warning")
    elif named and signed.head and named != signed.head:
        facts = {"mark": line.mark, "office": office, "head": _head_of(signed)}
        doubtful = STEERING.search(line.named) or STEERING.search(signed.office)
        level: Severity = "warning" if doubtful else "error"
        yield Told(path=line.path, words=line.line, facts=facts, message=OTHER_HEAD, level=level)


def _is_managed(text: Manuscript) -> bool:
    """Tell whether a person heads the issuer, a body of the Party: sign-collective tells of any line on behalf."""
    return text.is_party and bool(MANAGED.match(fold_plain(" ".join(printed_words(text.draft.issuer.name).split()))))


def _judge_body(signed: SignedBy) -> Iterator[Told]:
    """Yield an office that a body has not on whose behalf is signed: a director for a people's committee."""
    behalf = signed.find("TM")
    own = next((head for body, head in HEADS_OF.items() if behalf and body.match(behalf.named)), "")
    if behalf and own and signed.head and signed.head != own:
        facts: dict[str, object] = {"issuer": behalf.rest}
        told = Told(path=signed.office_path, words=signed.office_typed, facts=facts, message=NO_OFFICE_OF_BODY)
        yield replace(told, level="warning")


def _judge_alone(text: Manuscript, signed: SignedBy) -> Iterator[Told]:
    """Yield a deputy over whom nothing says for whom, where the standard wants that."""
    mark, behalf = write_mark("KT", text.profile.signing), signed.find("TM")
    facts: dict[str, object] = {"mark": mark, "head": _head_of(signed)}
    where, words = signed.office_path, signed.office_typed
    if {"TL", "TUQ", "Q"} & set(signed.letters) or (text.is_party and (behalf or signed.head == "bi thu")):
        return
    if behalf:
        level: Severity = "error" if PEOPLES_COMMITTEE.match(behalf.named) else "warning"
        facts["authority"] = behalf.line
        yield Told(path=where, words=words, facts=facts, message=ON_BEHALF, level=level)
    elif not signed.authority:
        message = IN_CHARGE if text.is_party else ALONE
        yield Told(path=where, words=words, facts=facts, message=message, level="warning" if text.is_party else None)


def _head_of(signed: SignedBy) -> str:
    """Return the head whose deputy somebody is, in capitals as it is written."""
    if signed.head == "bo truong":
        return "BỘ TRƯỞNG"
    words = " ".join(capital_lines(signed.signer.office)).split()[1:]
    return " ".join(words[: len(signed.head.split())] or words)
