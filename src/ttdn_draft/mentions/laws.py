"""Reads the laws that a text cites by their name: passages go in, each law comes out with its number, day or year."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..model.mentions import Mention, Passage, Stretch
from ..patterns import regex
from ..records import dataclass
from .citations import DAY_WORDS, is_to_fill, read_day

LAW_KIND = r"Bộ luật|Luật|Pháp lệnh|bộ luật|luật|pháp lệnh"
LAW_NUMBER = r"\d+(?:/\d{4})?/?-?(?:QH\d+|PL-UBTVQH\d+|L/CTN|QH)(?!\w)"
OTHER = "Luật|Bộ luật|Pháp lệnh|Nghị|Thông tư|Quyết"
NAME = (
    rf"(?:(?!\s(?:{OTHER}|Căn cứ|số|ngày|năm|đã|được|trước|từ|kể|mà|thì|hiện hành|quy định|có|bởi|ban hành)\b)"
    r"[^;.()\n“”\"])"
)
LAW = regex(
    rf"(?<!\w)(?P<kind>{LAW_KIND})\s+(?:số\s*:?\s*(?P<first>{LAW_NUMBER}),?\s+)?"
    rf"(?P<name>(?!{OTHER})[^\W\d_]{NAME}{{2,100}})"
    rf"(?:,?\s+số\s*:?\s*(?P<second>{LAW_NUMBER}))?(?:,?\s+(?P<date>ngày\s+{DAY_WORDS}|năm\s+(?P<year>\d{{4}})(?!\d)))?"
    rf"(?P<issuer>\s+(?:do|của)\s+(?:Quốc hội|[UỦ][ỷy] ban Thường vụ Quốc hội)(?:\s+kh(?:óa|oá)\s+[IVX]+)?)?"
)


@dataclass(frozen=True, eq=False)
class LawMention(Mention):
    """A law, code or ordinance that is cited by its name; what does not stand there is blank."""

    kind: str
    name: str
    number_span: Stretch
    day: date | None
    year: int | None
    date_span: Stretch
    has_issuer: bool

    @property
    def title(self) -> str:
        """Return kind and name, by which it is known."""
        return f"{self.kind} {self.name}"

    @property
    def number(self) -> str:
        """Return the number that is typed with it."""
        return self.passage.text[slice(*self.number_span)]


def list_laws(passages: Iterable[Passage]) -> tuple[LawMention, ...]:
    """Return the laws that passages name with a number, a day or a year, and those of the legal bases in any case."""
    return tuple(law for passage in passages for law in _read(passage))


def _read(passage: Passage) -> Iterator[LawMention]:
    for match in LAW.finditer(passage.text):
        number = next((name for name in ("first", "second") if match[name]), "")
        is_name = match["name"][0].isupper() or (number and match["kind"][0].isupper())  # Luật hóa chất số 06/2007/QH12
        if is_to_fill(passage.text, match.start()) or not is_name:
            continue
        if not (number or match["date"] or passage.zone == "base"):
            continue
        day = read_day(match) if match["d"] else None
        year = int(match["y"] or match["year"] or 0) or None
        name = match["name"].rstrip(" ,")
        end = match.end() if match["date"] or match["second"] or match["issuer"] else match.start("name") + len(name)
        span = match.span(number) if number else (0, 0)
        dated = match.span("date") if match["date"] else (0, 0)
        yield LawMention(
            passage, match.start(), end, match["kind"].capitalize(), name, span, day, year, dated, bool(match["issuer"])
        )
