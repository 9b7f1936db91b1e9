"""The right reading that stands beside a real Word file, and the levels of the blocks that were read."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unicodedata import normalize

from ruamel.yaml import YAML

USUAL = ("I", "1", "a")


def expect_of(file: Path) -> Any:
    return YAML(typ="safe").load(file.with_suffix(".expected.yaml").read_text("utf-8"))


def tidied(value: Any) -> Any:
    """Words in NFC with one blank between them, without what stands at the ends of entries; lists of them sorted."""
    if isinstance(value, list):
        return sorted(tidied(one) for one in value)
    words = normalize("NFC", str(value or "")).replace("\u00a0", " ")
    return re.sub(r"\s+", " ", words).strip(" ;.,").casefold()


def list_levels(blocks: Sequence[Any], scheme: Sequence[str] | None, depth: int = 0) -> list[tuple[str, ...]]:
    """The levels that each block of a text may be called by, in reading order."""
    return list(_levels(blocks, tuple(scheme or USUAL), depth))


def _levels(blocks: Sequence[Any], scheme: tuple[str, ...], depth: int) -> Iterator[tuple[str, ...]]:
    for block in blocks:
        if "muc" in block:
            yield (scheme[depth],)
        elif "khoan" in block:
            yield (block.get("cap") or scheme[depth],)
        elif "doan" in block:
            label = re.match(r"\((\d+)\)|\d+\.\d+", block["doan"])
            yield ("p", "(1)", "1.1", "1.1.1") if label else ("p",)
        else:
            yield ({"gach": "dash", "cong": "plus", "bang": "table"}[next(iter(block))],)
        yield from _levels(block.get("noi_dung") or [], scheme, depth + ("muc" in block))
