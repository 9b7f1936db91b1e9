"""Takes out of names in head and foot what is no word of them: a tree goes in, mended, and the findings come out.

What is taken out is told with the line to write, and the rules judge the name as it was meant.
"""

import re
from collections.abc import Iterator
from typing import Any

from ..errors import Cause, Finding
from ..model.typed_breaks import find_typed_break
from ..patterns import regex
from ..yaml_lines import quote
from ..yaml_nodes import NodePath, YamlTree, place_of
from ..yaml_slips import UNSEEN

KEYS_OF_NAMES = ("cap_tren", "ten", "ky_hieu", "ten_day_du", "quyen_han", "chuc_vu", "ho_ten", "kiem", "chuc_vu_khac")
GROUPS = ("co_quan", "ky")
LINES = ("dia_danh", "luu", "cua", "luu_hanh", "trich_yeu")
FIXED = ("loai", "the_thuc", "so", "ngay", "ky_hieu", "do_khan", "co_chu")
"""Keys whose value has a fixed form: signs that cannot be seen are told by themselves."""
LISTS_OF_HEAD = ("noi_nhan", "kinh_gui", "can_cu", "lien_he")
REMARK = regex(
    r"\s*(?:(?<!:)//.*|\((?:xem lại|đã ký|ký tên|ký thay|dự kiến|tạm|nếu có|kiểm tra lại|cần xem lại"
    r"|chưa [^()]*|chờ [^()]*)\))\s*$",
    re.I,
)
"""Words to each other behind a value, as none stands on the page."""
TIGHT_REMARK = regex(r"(?<=\w)#[^\W\d_].*$")
SIGNED = regex(r"\s*\((?:đã ký|ký tên)\)\s*", re.I)
HTML_TAGS = regex(r"</?[a-z]\w*\s*/?>", re.I)
AROUND = regex(r"<(?P<angle>[^<>]+)>|\((?P<round>[^()]+)\)")
TAIL = regex(r"(?:\s*[,;:*=_|!%~\\]|\s+[-–—]|(?<=[^\W\d_]{2})[.])+\s*$")
WITHOUT_ACCENTS = regex(r"(?:[A-Za-z/.]+[ ]+){2,}[A-Za-z]+")
WITH_ACCENTS = ("ten", "cap_tren", "ten_day_du", "quyen_han", "chuc_vu", "trich_yeu")
ACCENTLESS = frozenset(("UBND", "VNPT", "MTTQ", "ASEAN"))
"""Words of letters without marks that stand in names which are written with them."""
UNWRITTEN = regex(r"\.{2,}|…|_{2,}|-{3,}")
HEAD = regex(r"^(?:[,;:.*=_|!%~]+|[-–—]+(?=\S))\s*")
HOLDS_PHONE = regex(r"\s*[-–,;(]?\s*(?:ĐT|SĐT|Tel)?[.:]?\s*0\d[\d .]{7,}\)?\s*$", re.I)
LEAST_DOUBLED = 4  # letters of a name that stands twice in its line
AND = regex(r"\s+&\s+")


def mend_names(tree: YamlTree, file: str) -> Iterator[Finding]:
    """Yield the names of head and foot that hold what is no word of them, and put the names alone into the tree."""
    if tree.is_broken or not isinstance(tree.data, dict):
        return
    for key in FIXED:
        if isinstance(words := tree.data.get(key), str):
            tree.data[key] = UNSEEN.sub("", words)
    for holder, step, path in [*_list_names(tree.data)]:
        value = holder[step]
        if path in tree.block_texts or "[" in value or UNWRITTEN.search(value) or find_typed_break(value):
            continue
        if path[-1] in WITH_ACCENTS and WITHOUT_ACCENTS.fullmatch(value) and not set(value.split()) & ACCENTLESS:
            yield Finding("W888", place_of(file, tree.positions, path), {"words": value}, Cause.ODD_VALUE)
            continue
        bare, stray = _part(value, path)
        if bare and stray and bare != value:
            holder[step] = bare
            key = str(path[-1] if isinstance(path[-1], str) else path[0])
            words = quote(bare) if ": " in bare or " #" in bare else bare
            right = f"- {words}" if isinstance(path[-1], int) else f"{key}: {words}"
            facts = {"key": key, "stray": stray, "right": right}
            yield Finding("E885", place_of(file, tree.positions, path), facts, Cause.ODD_VALUE)


def _list_names(data: dict[str, Any]) -> Iterator[tuple[Any, Any, NodePath]]:
    """Yield where each name stands: what holds it, its step there, and its path."""
    for key in GROUPS:
        groups = data.get(key)
        for at, group in enumerate(groups if isinstance(groups, list) else [groups]):
            above: NodePath = (key, at) if isinstance(groups, list) else (key,)
            for name in KEYS_OF_NAMES if isinstance(group, dict) else ():
                if isinstance(group.get(name), str):
                    yield group, name, (*above, name)
    yield from ((data, key, (key,)) for key in LINES if isinstance(data.get(key), str))
    for key in LISTS_OF_HEAD:
        entries = data.get(key) if isinstance(data.get(key), list) else ()
        yield from ((entries, at, (key, at)) for at, words in enumerate(entries or ()) if isinstance(words, str))


def _part(value: str, path: NodePath) -> tuple[str, str]:
    """Return a name alone, and what stands beside it."""
    is_item, is_name = isinstance(path[-1], int), path[0] in GROUPS
    is_line = not is_item and path[0] != "trich_yeu"  # what a document is about may hold any sign
    if (tags := HTML_TAGS.findall(value)) and is_line:
        return HTML_TAGS.sub("", value).strip(), " ".join(tags)
    if is_line and (found := TIGHT_REMARK.search(value)):
        return value[: found.start()].rstrip(), found[0]
    if found := REMARK.search(value):
        return value[: found.start()].rstrip(), found[0].strip()
    if is_item:
        return value, ""
    if path[-1] == "ho_ten" and (found := HOLDS_PHONE.search(value) or SIGNED.match(value)):
        return f"{value[: found.start()]}{value[found.end() :]}".strip(), found[0].strip(" -–,;")
    if (found := AROUND.fullmatch(value)) and (found["angle"] or is_name or path[0] == "trich_yeu"):
        return (found["angle"] or found["round"]).strip(), f"{value[0]} {value[-1]}"
    if double := _find_double(value):
        return double, value[len(double) :].strip()
    if not is_line:
        return value, ""
    if value.count('"') + value.count("”") == 1 and "“" not in value and value.strip()[-1:] in '"”':
        return value.strip().rstrip('"”').rstrip(), value.strip()[-1]
    if not is_name:
        bare = value.strip("~\\ ")
        return bare, value.replace(bare, "").strip()
    return _part_marks(value, path)


def _part_marks(value: str, path: NodePath) -> tuple[str, str]:
    """Return a name of a body, an office or a person without the marks before and behind it."""
    head, tail = HEAD.search(value), TAIL.search(value)
    start, end = head.end() if head else 0, tail.start() if tail else len(value)
    if head or tail:
        return value[start:end].strip(), (value[:start] + value[end:]).strip()
    if path[-1] == "ky_hieu" and "&" in value:
        return value.replace(" & ", "").replace("&", ""), "&"
    if path[-1] in ("ten", "cap_tren", "ten_day_du") and AND.search(value):
        return AND.sub(" VÀ " if value.isupper() else " và ", value), "&"
    return value, ""


def _find_double(value: str) -> str:
    """Return the words that stand twice in a value, side by side or with a mark between them; nothing without such."""
    for cut in range(len(value) // 2 - 2, len(value) // 2 + 1):
        first, second = value[: max(cut, 0)].strip(" -–—,/;"), value[max(cut, 0) :].strip(" -–—,/;")
        if len(first) >= LEAST_DOUBLED and first == second:
            return first
    return ""
