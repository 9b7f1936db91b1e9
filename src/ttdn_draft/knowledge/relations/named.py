"""Countries by the names that documents give them: words go in, the relations that they name come out."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .table import Relation, list_relations

_OTHER_NAMES = {
    "Mỹ": "us", "Nga": "ru", "Úc": "au", "Ô-xtrây-li-a": "au", "Ôxtrâylia": "au", "Niu Di-lân": "nz", "Ý": "it",
    "I-ta-li-a": "it", "Cộng hòa Séc": "cz", "Vương quốc Anh": "gb", "EU": "eu", "Cam-pu-chia": "kh", "Cu-ba": "cu",
    "In-đô-nê-xi-a": "id", "Ma-lai-xi-a": "my", "Xinh-ga-po": "sg", "Phi-líp-pin": "ph", "Mi-an-ma": "mm",
    "Ca-na-đa": "ca", "Bra-xin": "br", "Ác-hen-ti-na": "ar", "Bun-ga-ri": "bg", "Ru-ma-ni": "ro", "Hung-ga-ri": "hu",
    "Bru-nây": "bn", "U-crai-na": "ua", "Ca-dắc-xtan": "kz", "Thụy Sỹ": "ch", "Thụy Điện": "se",
}  # fmt: skip
_TITLE = (
    r"(?:(?:nước|Cộng\s+ho(?:à|òa)(?:\s+(?:Dân\s+chủ\s+)?[Nn]hân\s+dân|\s+Xã\s+hội\s+chủ\s+nghĩa)?"
    r"|CHDCND|CHND|Vương\s+quốc|Đại\s+Hàn\s+Dân\s+Quốc)\s+)?"
)
_BEHIND = r"(?!\w)(?!\s+Cai\b)(?!\s*\(\s*Trung\s+Quốc)"  # Lào Cai is a province


def match_relation(text: str, at: int) -> tuple[Relation, int] | None:
    """Return the country, or the organisation, that is named at a place, and where its name ends."""
    found = _pattern().match(text, at)
    return (_by_name()[_fold(found["name"])], found.end()) if found else None


@cache
def _by_name() -> Mapping[str, Relation]:
    by_id = {relation.id: relation for relation in list_relations()}
    named = {_fold(relation.name): relation for relation in by_id.values()}
    return MappingProxyType(
        named | {_fold(name): by_id[known] for name, known in _OTHER_NAMES.items() if known in by_id}
    )


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((*_OTHER_NAMES, *(relation.name for relation in list_relations())), key=len, reverse=True)
    spaced = "|".join(
        re.escape(name).replace(r"\ ", r"\s+").replace("òa", "(?:òa|oà)").replace("ụy", "(?:ụy|uỵ)") for name in names
    )
    return re.compile(rf"{_TITLE}(?P<name>{spaced}){_BEHIND}")


def _fold(name: str) -> str:
    return " ".join(name.split()).replace("oà", "òa").replace("uỵ", "ụy")
