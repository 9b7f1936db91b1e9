"""Khối ký thiếu chức vụ hoặc họ tên, hay các dòng của khối viết nhầm chỗ.

Kiểm tra gì: Khối ký đủ quyền hạn, chức vụ, họ tên và mỗi thứ ở khoá của nó, mỗi chức vụ một dòng.
Vì sao: Chức vụ đứng trên họ tên, quyền hạn đứng trên chức vụ; viết nhầm chỗ thì in sai thứ tự.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 7, điểm c, d, đ; Hướng dẫn số 05-HD/VPTW, tr. 13-23.
Ví dụ sai: ky: {chuc_vu: KT. GIÁM ĐỐC, ho_ten: Nguyễn Văn An}
Ví dụ đúng: ky: {quyen_han: KT. GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC, ho_ten: Nguyễn Văn An}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.names import fold_plain
from ...knowledge.standards.profile import Profile
from ...messages import N_, Message
from ...model import Signer
from ...model.texts import capital_lines, printed_words
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, rule
from ..signing import MARK_WORD, SignedBy, find_head, list_signed, read_mark

NO_OFFICE = Message(N_("Khối chữ ký chưa có quyền hạn và chức vụ."), N_("Thêm chuc_vu (và quyen_han nếu ký thay)."))
NO_NAME = Message(N_("Chưa có họ tên người ký; văn bản in ra chừa chỗ trống."), N_("Thêm ho_ten trong khoá ky."))
NO_OFFICE_BELOW = Message(
    N_("Sau {mark} chưa có chức vụ của người ký."), N_("Thêm chuc_vu, ví dụ: PHÓ TRƯỞNG BAN, PHÓ GIÁM ĐỐC.")
)
NO_BODY = Message(N_("Quyền hạn ký «{words}» thiếu tên tổ chức hoặc chức vụ."), N_("Viết đủ, ví dụ: {example}"))
TWO_MARKS = Message(
    N_("Một dòng quyền hạn ký có hai dấu quyền hạn: «{words}»."),
    N_("Viết mỗi dòng một mục: quyen_han: [TM. …, KT. …]."),
)
MARK_TWICE = Message(N_("Dấu quyền hạn ghi hai lần: «{words}»."), N_("Viết: quyen_han: {right}"))
TM_FIRST = Message(
    N_("Dòng «{words}» đứng trước dòng thay mặt."), N_("Dòng thay mặt (TM.) đứng trên, dòng ký thay (KT.) đứng dưới.")
)
NO_PLACE = Message(N_("Khối chữ ký theo {profile} không có chỗ cho {key}."), N_("Bỏ khoá này, hoặc đổi the_thuc."))
UNDER_NAME = Message(
    N_("Trong họ tên người ký có chức vụ: «{words}»."), N_("Chức vụ viết ở chuc_vu; ho_ten chỉ có họ tên.")
)
TWO_NAMES = Message(
    N_("Họ tên người ký có tên của hai người: «{words}»."),
    N_("Giữ một tên; văn bản liên tịch thì viết ky thành danh sách, mỗi người một mục."),
)
NOT_A_NAME = Message(
    N_("«{words}» không phải họ tên đầy đủ của người ký."),
    N_("Viết họ, chữ đệm và tên, giữa các chữ có một dấu cách, không có số hay dấu."),
)
NAME_IN_AUTHORITY = Message(
    N_("Dòng quyền hạn có họ tên người ký: «{words}»."), N_("Họ tên viết ở ho_ten; dòng này chỉ ghi: {right}")
)
TWO_OFFICES = Message(
    N_("Hai chức vụ viết liền một dòng: «{words}»."),
    N_("Giữ chức vụ của cơ quan ban hành; chức vụ thứ hai chỉ ghi ở kiem khi ký cho ban, hội đồng không có con dấu."),
)
OFFICE_BELOW_NAME = Message(
    N_("Chức vụ «{words}» ghi dưới họ tên người ký."), N_("Ghi trên họ tên: chức vụ khác đứng ngay trên họ tên.")
)
DOUBLED_MARK = regex(r"^(\S+)\s+\1(?=\s)")
PERSON = r"[^\W\d_a-zđ]\w+(?: [^\W\d_a-zđ]\w*){1,4}"
TWO_PEOPLE = regex(
    rf"(?!.*(?:[Tt]rưởng|[Gg]iám đốc|[Bb]í thư|[Cc]hủ)){PERSON}(?:\s*[,;/&]\s*|\s+(?:và|-|–)\s+){PERSON}"
)
NO_NAME_AT_ALL = regex(r"^[^\W\d_]\S+$|^[^\[\]]*[\d_][^\[\]]*$|^Nguyễn (?:Văn|Thị) [A-C]$")
BETWEEN_NAMES = regex(r"\n|,|\s[-–]\s|\(")
BETWEEN = regex(r"\s*[,;–-]\s+|\s+(?:kiem|va)\s+")


@rule(
    "error",
    N_("Quyền hạn ký viết trong khoá chuc_vu: «{words}»."),
    N_("Tách ra: dòng thay mặt, ký thay viết ở quyen_han; chức vụ người ký viết ở chuc_vu."),
)
def sign_block_order(text: Manuscript) -> Iterator[Told]:
    """Tell what is missing in a signature, and what stands in it at the place of something else."""
    below = ("ky", "chuc_vu_khac")
    if below in text.source.rewritten:
        yield Told(path=below, words=text.source.rewritten[below], message=OFFICE_BELOW_NAME)
    for signer in text.draft.signers or (Signer(),):
        if signer.id:  # the pack answers for it, or has been asked in vain
            continue
        if not capital_lines(signer.authority) and not capital_lines(signer.office):
            yield Told(path=signer.path, message=NO_OFFICE, level="warning")
        if not signer.full_name:
            yield Told(path=signer.path, message=NO_NAME, level="warning")
        yield from _find_placeless(signer, text.profile)
    for signed in list_signed(text):
        yield from _judge_authority(signed, text.profile)
        yield from _judge_office(signed)
        yield from _judge_name(signed)


def _find_placeless(signer: Signer, profile: Profile) -> Iterator[Told]:
    """Yield an office for which the standard has no place."""
    offices = {
        "kiem": (signer.joint_office, profile.prints("ky.kiem")),
        "chuc_vu_khac": (signer.other_office, profile.signing.has_other_office),
    }
    for key, (office, has_place) in offices.items():
        if capital_lines(office) and not has_place:
            yield Told(path=(*signer.path, key), message=NO_PLACE, facts={"key": key, "profile": profile.id})


def _judge_authority(signed: SignedBy, profile: Profile) -> Iterator[Told]:
    """Yield lines of authority that name nobody, two on one line, and a last one under which no office stands."""
    signing = profile.signing
    for line in signed.authority:
        if line.letters and not line.rest:
            facts: dict[str, object] = {"example": f"{signing.marks[0]} …, {signing.marks[1]} …"}
            yield Told(path=line.path, words=line.line, message=NO_BODY, facts=facts)
            return
        if office := _cut_name(line.line):
            named: dict[str, object] = {"right": office}
            yield Told(path=line.path, words=line.line, message=NAME_IN_AUTHORITY, facts=named)
            return
        if line.has_two_marks and (once := DOUBLED_MARK.sub(r"\1", line.line)) != line.line:
            yield Told(path=line.path, words=line.line, message=MARK_TWICE, facts={"right": once})
            return
        if line.has_two_marks:
            yield Told(path=line.path, words=line.line, message=TWO_MARKS)
            return
    if signed.letters == ("KT", "TM"):
        yield Told(path=signed.authority[0].path, words=signed.authority[0].line, message=TM_FIRST)
    last = signed.authority[-1] if signed.authority else None
    if last and last.letters in {read_mark(mark) for mark in signing.below} and not signed.office:
        yield Told(path=signed.signer.path, message=NO_OFFICE_BELOW, facts={"mark": last.mark}, level="warning")


def _cut_name(line: str) -> str:
    """Return a line of authority in capitals without the name of a person behind it; nothing where none stands there."""
    words = line.split()
    count = next((n for n, word in enumerate(reversed(words)) if not word.istitle() or word.isupper()), 0)
    office = words[: len(words) - count]
    is_name = count > 1 and all(word.isupper() for word in office)
    return " ".join(office).rstrip(" -–,") if is_name else ""


def _judge_office(signed: SignedBy) -> Iterator[Told]:
    """Yield an authority in the place of an office, and two offices on one line."""
    if not signed.office_lines:
        return
    found = MARK_WORD.match(signed.office_lines[0])
    if found and read_mark(found["mark"]) != "Q":
        yield Told(path=signed.office_path, words=signed.office_typed)
        return
    parts = [part for part in BETWEEN.split(fold_plain(signed.office_typed)) if part]
    if len(parts) > 1 and all(find_head(part.removeprefix("pho ")) for part in parts):
        yield Told(path=signed.office_path, words=signed.office_typed, message=TWO_OFFICES, level="warning")


def _judge_name(signed: SignedBy) -> Iterator[Told]:
    """Yield an office that stands with the name."""
    name = printed_words(signed.signer.full_name or "")
    if TWO_PEOPLE.fullmatch(name.strip()):
        yield Told(path=(*signed.signer.path, "ho_ten"), words=" ".join(name.split()), message=TWO_NAMES)
        return
    if NO_NAME_AT_ALL.search(name.strip()):
        words = " ".join(name.split())
        yield Told(path=(*signed.signer.path, "ho_ten"), words=words, message=NOT_A_NAME, level="warning")
        return
    for part in BETWEEN_NAMES.split(name):
        folded = fold_plain(part.strip())
        if find_head(folded.removeprefix("pho ")) and "[" not in name:
            yield Told(path=(*signed.signer.path, "ho_ten"), words=" ".join(name.split()), message=UNDER_NAME)
            return
