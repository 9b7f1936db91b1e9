"""Tên tỉnh, thành phố sai dấu.

Kiểm tra gì: Tên đứng sau chữ «tỉnh», «Tỉnh uỷ» có đúng dấu như tên một tỉnh, thành phố không; tên nào không giống tên tỉnh
nào của Việt Nam thì không xét.
Vì sao: Sai dấu là thành tên khác; chương trình soạn thảo không báo vì từng chữ đều có nghĩa.
Căn cứ: Nghị quyết số 202/2025/QH15 (tên tỉnh); quy ước viết tên riêng: Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục III.
Ví dụ sai: Giới thiệu danh thắng của tỉnh Cao Bắng với du khách.
Ví dụ đúng: Giới thiệu danh thắng của tỉnh Cao Bằng với du khách.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator, Mapping
from functools import cache

from ...knowledge.names import fold_name, fold_plain
from ...knowledge.places.gazetteer import name_districts, name_provinces
from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_LEVEL = "ỉnh "
_NAMED = regex(r"ỉnh\s+(?:(?:uỷ|ủy)\s+)?(?P<name>[A-ZĐ]\w+[ ][A-ZĐÂÊÔƠƯĂ]\w+)(?![ ]?-|[ ][A-ZĐ])")


@rule("warning", N_("«{words}» không phải tên tỉnh nào, chỉ khác dấu với {right}."), N_("Viết «{right}»."))
def province_misspelt(text: Manuscript) -> Iterator[Told]:
    """Tell each name behind the word for a province that is none, but has the letters of one."""
    for passage in text.passages:
        for found in _NAMED.finditer(passage.text) if _LEVEL in passage.text else ():
            right = _find_meant(found["name"]) if passage.text[: found.start()][-1:] in ("t", "T") else ""
            if right and not any(first <= found.start() < last for first, last in passage.quotes):
                yield about_words(passage, *found.span("name"), fix=right, right=right)


def _find_meant(name: str) -> str:
    """Return the province whose letters a name has, and whose marks it has not."""
    known = _list_letters().get(fold_plain(name), frozenset())
    is_known = (
        not known or any(fold_name(name) == fold_name(other) for other in known) or fold_name(name) in name_districts()
    )
    return "" if is_known or len(known) > 1 else next(iter(known))


@cache
def _list_letters() -> Mapping[str, frozenset[str]]:
    """Return the names of the provinces of all times by their letters without marks."""
    names = dict[str, set[str]]()
    for units in name_provinces().values():
        for unit in units:
            names.setdefault(fold_plain(unit.name), set()).add(unit.name)
    return {letters: frozenset(alike) for letters, alike in names.items()}
