"""Reads what kind of body issues a document: a manuscript goes in, the body of its head comes out."""

from ..knowledge.places.unit_names import fold_spelling
from ..mentions.units import COMMUNE_KINDS
from ..patterns import regex
from ..records import dataclass
from .manuscript import Manuscript

PEOPLE_COMMITTEE, COMMUNE_COMMITTEE, PROVINCE_PARTY = "uỷ ban nhân dân", "đảng uỷ", ("tỉnh uỷ", "thành uỷ")
_PARTY_ORGANS = ("ban ", "văn phòng", "uỷ ban kiểm tra", "cơ quan uỷ ban kiểm tra")
_DEPARTMENTS = ("sở ",)
_SHORT = {"ubnd": PEOPLE_COMMITTEE, "hđnd": "hội đồng nhân dân"}
_SHORT_WORD = regex(r"\b(?:ubnd|hđnd)\b")
_TEAM = ("ban chỉ đạo", "tổ ", "ban tổ chức hội nghị", "ban chấp hành", "ban thường vụ")


@dataclass(frozen=True)
class IssuerHead:
    """The two names at the top in small letters, short words written out; `joint`: several bodies issue together."""

    above: str
    name: str

    @property
    def is_joint(self) -> bool:
        """Tell whether several bodies issue the document."""
        return " - " in self.name and not self.name.startswith(_DEPARTMENTS)

    @property
    def is_province_party(self) -> bool:
        """Tell whether the committee of the Party of a province issues."""
        return self.name.startswith(PROVINCE_PARTY)

    @property
    def is_party_organ(self) -> bool:
        """Tell whether an organ of that committee issues."""
        is_organ = self.name.startswith(_PARTY_ORGANS) and not self.name.startswith(_TEAM)
        return is_organ and self.above.startswith(PROVINCE_PARTY)

    @property
    def is_commune_party(self) -> bool:
        """Tell whether the committee of the Party of a commune issues."""
        return self.name.startswith(tuple(f"{COMMUNE_COMMITTEE} {kind} " for kind in COMMUNE_KINDS))

    @property
    def is_people_committee(self) -> bool:
        """Tell whether a people's committee issues."""
        return self.name.startswith(PEOPLE_COMMITTEE)

    @property
    def is_department(self) -> bool:
        """Tell whether a department of a province issues."""
        return self.name.startswith(_DEPARTMENTS)


def read_issuer_head(text: Manuscript) -> IssuerHead:
    """Return the names at the top of a document."""
    return text.once(_read_head)[0]


def _read_head(text: Manuscript) -> tuple[IssuerHead]:
    issuer = text.draft.issuer
    return (IssuerHead(fold_head(issuer.parent_body), fold_head(issuer.name)),)


def fold_head(name: str) -> str:
    """Return a name in small letters on one line, its short words written out."""
    return _SHORT_WORD.sub(lambda word: _SHORT[word[0]], " ".join(fold_spelling(name).split()))
