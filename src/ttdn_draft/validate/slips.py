"""Tells slips in the shape of the keys, each once: data goes in, findings and the data as it was meant come out."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..errors import Finding, Place
from ..patterns import regex
from ..yaml_nodes import KEY, NodePath

GROUPS = ("co_quan", "ky", "nguoi_soan", "le_trang")
"""Keys whose value is one group; that of `ky` may be a list of several."""
ARCHIVE = regex(r"\W*lưu\b", re.I)
LABELS = regex(r"\W*(?:nơi nhận|kính gửi|căn cứ)\W*", re.I)
OVER = regex(r"(?:TỈNH|THÀNH) (?:UỶ|ỦY)\b.*|(?:UBND|(?:UỶ|ỦY) BAN NHÂN DÂN) (?:TỈNH|THÀNH PHỐ)\b.*", re.I)
BELOW = regex(r"(?:BAN(?!\s+CHẤP HÀNH)|VĂN PHÒNG|SỞ|TRUNG TÂM)\s.*", re.I)
JOINT_NAME = regex(
    r"(?P<above>(?:TỈNH|THÀNH) (?:UỶ|ỦY)(?: (?!CÁC\b)\w+){1,4}"
    r"|(?:UBND|(?:UỶ|ỦY) BAN NHÂN DÂN) (?:TỈNH|THÀNH PHỐ)(?: \w+){1,4})"
    r"\s*[-–—,/]?\s+(?P<own>(?:BAN|VĂN PHÒNG|SỞ|(?:UỶ|ỦY) BAN KIỂM TRA) \w[^,]*)"
)
"""TỈNH UỶ LAI CHÂU BAN TUYÊN GIÁO VÀ DÂN VẬN, on one line or on two."""
Places = Callable[[NodePath], Place]


def mend_shape(data: dict[str, Any], properties: Mapping[str, Any], place: Places) -> tuple[Any, list[Finding]]:
    """Return the data with lost keys in their groups and items with a colon as words, and what was mended.

    `properties` are the keys of the schema. What is mended is an error all the same; the rest is judged as if it were
    right, so that one slip gives one message.
    """
    findings = [*_find_joint_name(data.get("co_quan"), place)]
    data = {key: _join_group(key, value, place, findings) for key, value in data.items()}
    mended = _find_lost_keys(data, properties, place, findings)
    for key, value in mended.items():
        types = properties.get(key, {}).get("items", {}).get("type", ())
        if isinstance(value, list) and "string" in types:
            known = properties[key]["items"].get("properties", {})
            mended[key] = [_join_item(item, known, place((key, at)), findings) for at, item in enumerate(value)]
    return mended, findings


def _join_group(key: str, value: Any, place: Places, findings: list[Finding]) -> Any:
    """Return the group whose keys were typed as entries of a list: each, or the first, with a dash before it."""
    if key not in GROUPS or not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
        return value
    keys = [name for part in value for name in part]
    is_split = len(value) > 1 and len(set(keys)) == len(keys) and all(len(part) == 1 for part in value)
    if not keys or not (is_split or (len(value) == 1 and key != "ky")):
        return value
    group = {name: words for part in value for name, words in part.items()}
    right = " / ".join(
        f"{name}: {words}" if isinstance(words, (str, int)) else f"{name}: …" for name, words in group.items()
    )
    findings.append(Finding("E884", place((key, 0)), {"key": key, "right": right}))
    return group


def _find_joint_name(issuer: Any, place: Places) -> Iterator[Finding]:
    """Yield a name of an issuer in which the body above it stands too."""
    above, own = (issuer.get("cap_tren"), issuer.get("ten")) if isinstance(issuer, dict) else (None, None)
    if (
        isinstance(above, str)
        and isinstance(own, str)
        and BELOW.fullmatch(above.strip())
        and OVER.fullmatch(own.strip())
    ):
        yield Finding("E937", place(("co_quan", "cap_tren")), {"above": own.strip(), "own": above.strip()})
        return
    for key in ("ten", "cap_tren") if isinstance(issuer, dict) else ():
        name = issuer.get(key)
        if isinstance(name, str) and (found := JOINT_NAME.fullmatch(name.strip())):
            facts = {"key": key, "above": found["above"].strip(" -–—,/"), "own": " ".join(found["own"].split())}
            yield Finding("E995", place(("co_quan", key)), facts)


def _find_lost_keys(
    data: dict[str, Any], properties: Mapping[str, Any], place: Places, findings: list[Finding]
) -> dict[str, Any]:
    mended, parent, told = dict[str, Any](), "", set[str]()
    for key, value in data.items():
        group = mended.get(parent)
        inside = properties.get(parent, {}).get("properties", {})
        needed = properties.get(parent, {}).get("required", ()) if isinstance(group, dict) else ()
        lacks = key in needed and key not in (group or ())
        is_lost = key not in properties or lacks or (parent in told and key not in (group or ()))
        if is_lost and key in inside and (group is None or isinstance(group, dict)):
            mended[parent] = {**(group or {}), key: value}
            if parent not in told:
                findings.append(Finding("E240", place((key, KEY)), {"key": key, "parent": parent}))
                told.add(parent)
            continue
        mended[key], parent = value, key if key in properties else parent
    return mended


def _join_item(item: Any, known: Mapping[str, Any], place: Place, findings: list[Finding]) -> Any:
    """Return an item of a list of words that was read as a key and a value because of its colon."""
    if not isinstance(item, dict) or len(item) != 1 or set(item) & set(known):
        return item
    ((key, value),) = item.items()
    if isinstance(value, (dict, list)):
        return item
    if value is None and LABELS.fullmatch(key):
        findings.append(Finding("E938", place, {"name": f"{key}:"}))
        return key
    if ARCHIVE.match(key):
        findings.append(Finding("E254", place, {"right": f"luu: {value}" if value else "luu: …"}))
        return key
    words = f"{key}: {value}" if value is not None else f"{key}:"
    findings.append(Finding("E241", place, {"key": key, "right": f'"{words}"'}))
    return words
