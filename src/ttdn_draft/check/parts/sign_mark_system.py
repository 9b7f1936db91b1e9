"""Chữ viết tắt quyền hạn ký sai hệ hoặc sai dạng.

Kiểm tra gì: Dòng quyền hạn mở đầu đúng chữ của hệ: Đảng T/M, K/T, T/L, Q.; Nhà nước TM., KT., TL., TUQ., Q.; sau đó một dấu cách.
Vì sao: Hai hệ khác nhau ở dấu gạch chéo và dấu chấm; sai là biết ngay chép của hệ kia.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 7, điểm b; Hướng dẫn số 05-HD/VPTW, tr. 13.
Ví dụ sai: ky: {quyen_han: K/T GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC, ho_ten: Nguyễn Văn An}
Ví dụ đúng: ky: {quyen_han: KT. GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC, ho_ten: Nguyễn Văn An}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_, Message
from ..manuscript import Manuscript
from ..rule import Told, rule
from ..signing import AuthorityLine, SignedBy, find_head, list_signed, write_mark

NO_MARK = Message(
    N_("Quyền hạn ký «{words}» không đúng thể thức."),
    N_("Mở đầu bằng một trong: {modes}, rồi một dấu cách và tên tổ chức hoặc chức vụ."),
)

IS_OFFICE = Message(N_("«{words}» là chức vụ, không phải quyền hạn ký."), N_("Viết: {right}"))


@rule(
    "error",
    N_("Quyền hạn ký «{words}» viết sai: hệ này viết {right}."),
    N_("Viết {right}, rồi một dấu cách."),
    is_safe=True,
)
def sign_mark_system(text: Manuscript) -> Iterator[Told]:
    """Tell each line of authority whose mark is that of the other system, is written wrongly, or is none."""
    signing = text.profile.signing
    modes = ", ".join((*signing.marks, *signing.alone))
    for signed in list_signed(text):
        if signed.authority and not signed.authority[0].letters:
            first = signed.authority[0]
            right = _place_office(signed, write_mark("KT", signing))
            facts: dict[str, object] = {"right": right} if right else {"modes": modes}
            yield Told(path=first.path, words=first.line, facts=facts, message=IS_OFFICE if right else NO_MARK)
        for line in signed.authority:
            right = write_mark(line.letters, signing)
            if right and _is_misspelt(line, right):
                words, start = _find_start(line), _find_place(signed, line)
                yield Told(
                    path=line.path, words=words, start=start, facts={"right": right}, fix=_write(line, words, right)
                )


def _place_office(signed: SignedBy, deputy_mark: str) -> str:
    """Return where an office belongs that stands alone in the place of the authority; nothing for other words."""
    line = signed.authority[0]
    words, named = " ".join(line.line.split()), line.named
    head = find_head(named.removeprefix("pho "))
    if (
        not head
        or len(signed.authority) > 1
        or (signed.office and find_head(signed.office.removeprefix("pho ")) != head)
    ):
        return ""
    if named.startswith("pho "):
        return f"quyen_han: {deputy_mark} {words.split(' ', 1)[1]} / chuc_vu: {words}"
    if signed.is_deputy:
        return f"quyen_han: {deputy_mark} {words}"
    return f"chuc_vu: {words} (và xoá dòng quyen_han)" if not signed.office else f"chuc_vu: {words}"


def _is_misspelt(line: AuthorityLine, right: str) -> bool:
    """Tell whether a mark is not the right one, or no blank follows it."""
    typed = line.line.upper()
    return line.mark != right or (bool(line.rest) and not typed[len(line.mark) : len(line.mark) + 1].isspace())


def _find_start(line: AuthorityLine) -> str:
    """Return the first word of a line as it is typed."""
    return line.line.split()[0]


def _write(line: AuthorityLine, words: str, right: str) -> str:
    """Return the first word with the right mark; of what is written on without a blank, the rest of it behind one."""
    rest = words[len(line.mark) :]
    return f"{right} {rest}" if rest else right


def _find_place(signed: SignedBy, line: AuthorityLine) -> int:
    """Return where a line begins in the text of the authority."""
    return 0 if isinstance(line.path[-1], int) else max((signed.signer.authority or "").find(line.line), 0)
