"""Marks what a document must have and a Word file has not: data goes in, and has gaps where nothing was found."""

from typing import Any

from ...model.marks import TO_FILL
from .fields import STATE_STANDARD

NAME_GAP, SYMBOL = f"[{TO_FILL}: tên cơ quan]", f"[{TO_FILL}: ký hiệu cơ quan]"
SUBJECT_GAP = f"[{TO_FILL}: trích yếu]"
OFFICE = f"[{TO_FILL}: chức vụ người ký]"
ANNEX_TITLE = f"[{TO_FILL}: tên phụ lục]"


def fill_gaps(data: dict[str, Any]) -> None:
    """Put a gap where a key is needed and nothing was found; the words of a gap say what is wanted."""
    data.setdefault("the_thuc", STATE_STANDARD)
    issuer = data.setdefault("co_quan", {})
    issuer.setdefault("ten", NAME_GAP)
    issuer.setdefault("ky_hieu", SYMBOL)
    data.setdefault("trich_yeu", SUBJECT_GAP)
    data.setdefault("ky", {"chuc_vu": OFFICE})
    for annex in data.get("phu_luc", ()):
        annex["tieu_de"] = annex["tieu_de"] or ANNEX_TITLE
