"""What the number and symbol of a document are made of: the pieces as typed go in, the right form comes out."""

from functools import cache, cached_property
from typing import TypeAlias

from ...patterns import regex
from ...records import dataclass
from ..names import fold_plain
from ..standards.spelling import PARTY, STANDARDS

Key: TypeAlias = tuple[str, str, str]
"""Number, year and letters of a symbol, which are the same in every way of writing it."""
STATE = STANDARDS[1]
KIND_CODES: dict[str, frozenset[str]] = {
    "Nghị quyết liên tịch": frozenset({"NQLT"}),
    "Nghị quyết": frozenset({"NQ"}),
    "Quyết định": frozenset({"QĐ"}),
    "Chỉ thị": frozenset({"CT"}),
    "Kết luận": frozenset({"KL"}),
    "Quy chế": frozenset({"QC", "QĐ"}),
    "Quy định": frozenset({"QyĐ", "QĐ", "QĐi"}),
    "Thông báo": frozenset({"TB"}),
    "Thông báo kết luận": frozenset({"TB", "KL"}),
    "Thông cáo": frozenset({"TC"}),
    "Thông tri": frozenset({"TT"}),
    "Hướng dẫn": frozenset({"HD"}),
    "Chương trình hành động": frozenset({"CTr", "CTHĐ", "CTrHĐ"}),
    "Chương trình": frozenset({"CTr", "CTHĐ", "CTrHĐ"}),
    "Kế hoạch": frozenset({"KH"}),
    "Phương án": frozenset({"PA"}),
    "Đề án": frozenset({"ĐA"}),
    "Báo cáo": frozenset({"BC"}),
    "Tờ trình": frozenset({"TTr"}),
    "Công điện": frozenset({"CĐ"}),
    "Công văn": frozenset({"CV"}),
    "Nghị định": frozenset({"NĐ"}),
    "Thông tư liên tịch": frozenset({"TTLT"}),
    "Thông tư": frozenset({"TT"}),
    "Pháp lệnh": frozenset({"PL"}),
    "Văn bản hợp nhất": frozenset({"VBHN"}),
    "Bộ luật": frozenset(),
    "Luật": frozenset(),
}
"""Kinds of documents and the letters by which their symbols name them (NĐ 30/2020 PL III; HD 05-HD/VPTW, tr. 7)."""
CODES = frozenset().union(*KIND_CODES.values())
YEARLY = frozenset({"NĐ", "TT", "TTLT", "NQLT"})
"""Letters of documents that lay down law: their numbers have a year."""
KIND_SHORTS = {
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "CT": "Chỉ thị",
    "KL": "Kết luận",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "KH": "Kế hoạch",
    "BC": "Báo cáo",
    "CV": "Công văn",
    "CTr": "Chương trình",
    "TTr": "Tờ trình",
    "VBHN": "Văn bản hợp nhất",
}
PARTY_OFFICES = "(?:BTGDV|BTG|BDV|BTC|BNC|BKT|UBKT|VP|BCSĐ|ĐĐ|TTCT)"
PARTY_ORGAN = regex(rf"(?:TW|TU|ĐU|HU)|{PARTY_OFFICES}(?:TW|TU|ĐU|HU)")
STATE_NAMES = [
    "CP",
    "TTg",
    "CTN",
    "UBND",
    "HĐND",
    "UBTVQH",
    "QH",
    "VPCP",
    "VPQH",
    "VPCTN",
    "TTCP",
    "NHNN",
    "TANDTC",
    "VKSNDTC",
    "UBDT",
    "BNV",
    "BCT",
    "BTTTT",
    "BVHTTDL",
    "BNG",
    "BGDĐT",
    "BYT",
    "BTP",
    "BCA",
    "BQP",
    "BXD",
    "BTNMT",
    "BNNPTNT",
    "BNNMT",
    "BKHCN",
    "BKHĐT",
    "BLĐTBXH",
    "BGTVT",
    "BDTTG",
    "SVHTTDL",
    "SVHTT",
    "SNV",
    "SNgV",
    "STTTT",
    "SGDĐT",
    "STP",
    "SKHCN",
    "SYT",
]
STATE_ORGAN = regex(rf"(?:{'|'.join(STATE_NAMES)})\d{{0,2}}")
ASSEMBLY_LETTERS = regex(r"(?:UBTV)?QH\d{1,2}")
PARTY_FORM = regex(r"[\dOoa-zđ.,]+-[^\W\d_]+/[^\W_]+(?:[-&][^\W_]+)*")
STATE_FORM_OF_NUMBERS = regex(r"[\dOoa-zđ.,]+(?:/[\dOo]{4})?/[^\W_]+(?:[-&][^\W_]+)*")
SYMBOL_IN_TABLE = regex(r"(\d+[a-z]?)(?:/(\d{4}))?[-/]([^-/]+)(?:[-/](.+))?")
LETTERS_ALONE = frozenset({"CP", "TTg", "CT", "HĐBT", "TTr"})  # of decades ago: Quyết định số 121/CP
PARTY_NAMES = [
    "TW",
    "TU",
    "ĐU",
    "HU",
    "VPTW",
    "VPTU",
    "BTGTW",
    "BTGTU",
    "BTGDVTW",
    "BTGDVTU",
    "BTCTW",
    "BTCTU",
    "UBKTTW",
]
ORGAN_NAMES = (*PARTY_NAMES, *STATE_NAMES)
FOLDED_CODES = tuple(sorted(CODES - {"QĐi", "TTr", "CTHĐ", "TC", "ĐA"}))
SYMBOL_DASHES, SYMBOL_SLASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212_", "/\\\u2044\u2215"
NUMBER_SIGNS, SYMBOL_SIGNS = 11, 30
"""How long a number and a symbol may be at most: Nghị định số 30/2020/NĐ-CP, Phụ lục VI."""


@dataclass(frozen=True)
class Symbol:
    """Number, year, letters of the kind and of the body, each in its right letters, and what stood between them."""

    number: str
    year: str
    code: str
    organ: str
    typed: str
    separators: tuple[str, ...] = ()

    @cached_property
    def standard(self) -> str:
        """Return whose document it is by its letters: of the Party, of the State, or nothing where that is open."""
        first = (self.code if is_organ(self.code) or not self.organ else self.organ).split("-")[0]
        if PARTY_ORGAN.fullmatch(first):
            return PARTY
        if STATE_ORGAN.fullmatch(first) or ASSEMBLY_LETTERS.fullmatch(self.code) or self.year:
            return STATE
        return ""

    @cached_property
    def key(self) -> Key:
        """Return what is the same in every way of writing it: the number, the year and the letters."""
        return self.number.lstrip("0"), self.year, fold_plain(f"{self.code}{self.organ}").replace("-", "")

    @cached_property
    def right(self) -> str:
        """Return the number and symbol as its system writes them; as typed where the system is open."""
        letters = f"{self.code}-{self.organ}" if self.organ else self.code
        match self.standard:
            case "dang" if self.organ:
                return f"{self.number}-{self.code}/{self.organ}"
            case "nha-nuoc":
                return "/".join(part for part in (self.number, self.year, letters) if part)
        return self._repair()

    def _repair(self) -> str:
        """Return it with the separators that were typed, cleaned of blanks and of dashes of another length."""
        marks = [_clean(mark) for mark in self.separators]
        parts = [part for part in (self.number, self.year, self.code, self.organ) if part]
        if len(marks) < len(parts) - 1 or not all(marks):
            return self.typed
        return "".join(f"{part}{mark}" for part, mark in zip(parts, [*marks, ""], strict=False))


def _clean(mark: str) -> str:
    bare = mark.strip()
    return "" if not bare else "/" if bare in SYMBOL_SLASHES else "-"


def read_symbol(text: str) -> Symbol | None:
    """Return the pieces of a symbol as the table writes it; nothing where there is none."""
    match = SYMBOL_IN_TABLE.fullmatch(text)
    letters = read_letters(match[3], match[4] or "") if match else None
    return Symbol(match[1], match[2] or "", *letters, text) if match and letters else None


def read_letters(code: str, organ: str) -> tuple[str, str] | None:
    """Return the letters of kind and body in their right case and marks; nothing for letters that no document has."""
    code, organ = code.replace("Ð", "Đ"), organ.replace("Ð", "Đ")
    known = code if code in CODES else find_code(code)
    body = find_body_letters(organ)
    if known and (known == code or is_organ(body)):
        return known, body
    if not organ and (parted := _part(code)):
        return parted
    if ASSEMBLY_LETTERS.fullmatch(code.upper()) and not organ:
        return code.upper(), ""
    if is_organ(code) or code in LETTERS_ALONE:
        return code, organ
    return None


def list_kinds(code: str) -> list[str]:
    """Return the kinds that letters may name."""
    return [kind for kind, codes in KIND_CODES.items() if code in codes]


def find_code(typed: str) -> str:
    """Return the letters of a kind that are meant by letters of another case or without marks; nothing for others."""
    return _fold_all(FOLDED_CODES).get(fold_plain(typed), "")


def find_body_letters(typed: str) -> str:
    """Return the letters of a body in their right case and marks; those that are not known as they were typed."""
    first, *rest = typed.split("-")
    known = first if is_organ(first) else _fold_all(ORGAN_NAMES).get(fold_plain(first), first)
    return "-".join((known, *rest))


def is_organ(letters: str) -> bool:
    """Tell whether letters are those of a body that is known to be of the Party or of the State."""
    first = letters.split("-")[0]
    return bool(PARTY_ORGAN.fullmatch(first) or STATE_ORGAN.fullmatch(first))


@cache
def _fold_all(names: tuple[str, ...]) -> dict[str, str]:
    return {fold_plain(name): name for name in names}


def _part(letters: str) -> tuple[str, str] | None:
    """Return the letters of kind and body that were typed without anything between them: NĐCP, KLTW."""
    for code in sorted(CODES - {"TC"}, key=len, reverse=True):  # 202/TCCP is of a body of former times
        organ = letters.removeprefix(code)
        if organ != letters and is_organ(organ) and not is_organ(letters):
            return code, organ
    return None
