"""Builds the typed Draft from data that has passed the schema, with the checks that a schema cannot make."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from ..errors import Cause, Finding
from ..knowledge.places.provinces import find_province_id
from ..model import (
    Annex,
    AskedDoubt,
    Block,
    Draft,
    Drafter,
    Issuer,
    Margins,
    PartialDate,
    Reading,
    Signer,
    Source,
    Table,
)
from ..model.listing import strip_marks
from ..patterns import regex
from ..yaml_nodes import NodePath
from .blocks import build_blocks
from .column_commas import doubt_column_commas
from .filling import fill
from .lists import ListBuilder
from .pasted_frame import tell_pasted_frame
from .pasted_twice import tell_pasted_twice
from .stray_lines import tell_stray_lines
from .tables import MarkCheck, build_table, check_cells, check_table_names

LEVELS = ("phan", "A", "I", "1", "1.1", "1.1.1", "a")
MARGIN_SIDES = ("top", "bottom", "left", "right")
NEEDED = {"1.1": "1", "1.1.1": "1.1"}  # levels whose number repeats the one above
MARK_BEFORE_PURPOSE = regex(r"\s*[;,]\s*(?=(?:\([^()]*\)[\s;,.]*){1,2}$)")  # Tỉnh uỷ; (để b/c) (01 bản)
BARE_BASIS = regex(
    r"\W*(?:Hiến pháp|(?:Bộ )?[Ll]uật|Pháp lệnh|Nghị (?:quyết|định)|Quyết định|Thông tư|Chỉ thị|Kết luận|Quy định"
    r"|Chương trình|Kế hoạch|Hướng dẫn|Công văn|Điều lệ)\s+.*\bngày\s+\d"
)
"""A legal basis that begins with the kind of a document, and lacks the words before it."""
OPENING = regex(r"như sau\s*[:.;]?\s*$", re.I)  # of the sentence with which the text begins
TYPED_LABEL = regex(r"Kính gửi\b\s*:?\s*", re.I)  # printed before the addressees, and so typed once too often
DATE = regex(
    r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?|(?:(?:(?P<d2>\d{1,2})/)?(?P<m2>\d{1,2})/)(?P<y2>\d{4})"
)


def build_draft(source: Source) -> Reading[Draft]:
    """Return the Draft, and what is wrong in it."""
    builder = _DraftBuilder(source)
    return Reading(builder.build(), tuple(builder.findings))


class _DraftBuilder:
    def __init__(self, source: Source) -> None:
        self.source, self.data = source, source.data
        self.findings: list[Finding] = []

    def report(self, id: str, path: NodePath, **facts: object) -> None:
        self.findings.append(Finding(id, self.source.place(path), facts))

    def report_foot(self, id: str, path: NodePath, **facts: object) -> None:
        self.findings.append(Finding(id, self.source.place(path), facts, Cause.PASTED_FOOT))

    def report_stray(self, id: str, path: NodePath, **facts: object) -> None:
        self.findings.append(Finding(id, self.source.place(path), facts, Cause.STRAY))

    def report_guess(self, id: str, path: NodePath, **facts: object) -> None:
        self.findings.append(Finding(id, self.source.place(path), facts, Cause.GUESSED))

    def build(self) -> Draft:
        lists = ListBuilder(self.source.texts, self.report)
        check_table_names(self.data, self.report)
        check_cells(self.source.texts, self.source.data_files, self.report)
        self.marks = MarkCheck(self.data, self.source.report_to(self.findings))  # not of itself: no circle is left
        convert: dict[str, Callable[[Any], Any]] = {
            "pack": lambda v: None if v is None else find_province_id(v),
            "issuer": lambda v: fill(Issuer, v) if isinstance(v, dict) else Issuer(v, v, id=v),
            "signers": self.signers,
            "body": self.body,
            "footnotes": lambda v: {label: self.source.texts["chu_thich", label] for label in v},
            "issue_date": self.date,
            "scheme": self.scheme,
            "draft_number": lambda v: None if v is None else int(v),
            "tables": self.tables,
            "doubts": lambda v: {name: fill(AskedDoubt, entry) for name, entry in (v or {}).items()},
            "tasks": lists.tasks,
            "figures": lists.figures,
            "figure_columns": lambda v: tuple(v or ()),
            "legal_bases": self.legal_bases,
            "place_name": lambda v: None if v is None else strip_marks(v),
            "recipients": lambda v: None if v is None else tuple(map(_recipient, v)),
            "addressees": lambda v: tuple(map(_addressee, (v,) if isinstance(v, str) else v or ())),
            "drafter": lambda v: None if v is None else fill(Drafter, v),
            "contact": lambda v: tuple(v or ()),
            "margins": _margins,
            "line_pitch": lambda v: None if v is None else _number(v),
            "has_both_sides": bool,
            "is_unpublished": bool,
            "annexes": lambda v: self.annexes(v or []),
        }
        draft = fill(Draft, {"chu_thich": {}, "bang": {}, "kiem_tra": {}} | self.data, convert)
        self.marks.finish()
        return draft

    def signers(self, value: Any) -> tuple[Signer, ...]:
        if isinstance(value, list):
            return tuple(self.signer(v, ("ky", i)) for i, v in enumerate(value))
        return (self.signer(value, ("ky",)),)

    def signer(self, value: dict[str, Any] | str, path: NodePath) -> Signer:
        if isinstance(value, str):
            return Signer(id=value, path=path)
        return replace(fill(Signer, value, {"authority": _lines}), path=path)

    def body(self, value: list[dict[str, Any]]) -> tuple[Block, ...]:
        blocks = self.blocks(value, ("noi_dung",))
        tell_pasted_frame(blocks, self.printed_lines(), self.report_stray, self.report_foot)
        tell_pasted_twice(blocks, self.source, self.report)
        tell_stray_lines(blocks, self.source, self.report_guess)
        for table in (block for block in blocks if isinstance(block, Table) and "tu_tep" not in block.path):
            doubt_column_commas(table, self.source, self.report)
        return blocks

    def printed_lines(self) -> set[str]:
        """Return the lines over the text that the program prints by itself, in small letters."""
        issuer, subject = self.data["co_quan"], self.data.get("trich_yeu") or ""
        names = [issuer.get("ten"), issuer.get("cap_tren")] if isinstance(issuer, dict) else []
        values = (" ".join(str(value or "").split()).casefold() for value in (*names, subject))
        return set(filter(None, values))

    def legal_bases(self, value: list[str] | None) -> tuple[str, ...]:
        for index, line in enumerate(value or ()):
            if OPENING.search(line):
                self.report("W995", ("can_cu", index), words=line.strip())
            elif BARE_BASIS.match(line):
                self.report("W935", ("can_cu", index), right=f"Căn cứ {strip_marks(line)}")
        return tuple(value or ())

    def blocks(self, value: list[dict[str, Any]], path: NodePath) -> tuple[Block, ...]:
        return tuple(self.marks.check(build_blocks(value, self.source.texts, path, self.report)))

    def annexes(self, value: list[dict[str, Any]]) -> tuple[Annex, ...]:
        return tuple(self.annex(entry, ("phu_luc", index)) for index, entry in enumerate(value))

    def annex(self, entry: dict[str, Any], path: NodePath) -> Annex:
        convert: dict[str, Callable[[Any], Any]] = {
            "body": lambda v: self.blocks(v, (*path, "noi_dung")),
            "scheme": lambda v: self.scheme(v, (*path, "danh_so")),
            "is_landscape": bool,
        }
        return replace(fill(Annex, entry, convert), path=path)

    def tables(self, value: dict[str, dict[str, Any]] | None) -> dict[str, Table]:
        tables = (value or {}).items()
        return {name: build_table(t, self.source.texts, ("bang", name), self.report) for name, t in tables}

    def date(self, value: str | int | None) -> date | PartialDate | None:
        """Return the day, or the month or year that alone is known, which only a draft may leave open."""
        found = DATE.fullmatch(value.strip() if isinstance(value, str) else str(int(value or 0)))
        if found is None:
            return None
        parts = {k: int(v) for k in "ymd" for v in found.group(k, f"{k}2") if v}
        try:
            day = date(*[*parts.values(), 1, 1][:3])
        except ValueError:
            self.report("E210", ("ngay",), value=value)
            return None
        if "d" in parts:
            return day
        if self.data.get("du_thao") is None:
            self.report("E215", ("ngay",), value=value)
        return PartialDate(*parts.values())

    def scheme(self, value: list[str | int | float], path: NodePath = ("danh_so",)) -> tuple[str, ...]:
        levels = tuple(v if isinstance(v, str) else f"{float(v):g}" for v in value)
        order = [LEVELS.index(level) for level in levels]
        needed = {NEEDED[level] for level in levels if level in NEEDED}
        if order != sorted(set(order)) or needed - set(levels):
            self.report("E211", path, value=", ".join(levels), order=", ".join(LEVELS))
        return levels


def _addressee(value: str) -> str:
    bare = strip_marks(value)
    return bare[found.end() :] if (found := TYPED_LABEL.match(bare)) else bare


def _recipient(value: str | dict[str, str]) -> str:
    """Return a recipient with its purpose in brackets, without dash and closing mark."""
    if isinstance(value, str):
        return strip_marks(MARK_BEFORE_PURPOSE.sub(" ", value))
    name, purpose = value["ten"].strip(), value["muc_dich"].strip(" ;,")
    inner = purpose[1:-1].strip() if purpose.startswith("(") and purpose.endswith(")") else purpose
    line = f"{name} ({inner})" if inner and name.strip(" -–;,.") else name
    return strip_marks(MARK_BEFORE_PURPOSE.sub(" ", line))


def _margins(value: str | dict[str, Any] | None) -> Margins | None:
    """Return the margins of the short form, from above: 20/20/30/15, or of a mapping."""
    if isinstance(value, str):
        return Margins(*map(_number, value.split("/")))
    return None if value is None else fill(Margins, value, dict.fromkeys(MARGIN_SIDES, _number))


def _number(value: Any) -> float:
    """Return a number that may be written with a comma."""
    return float(value.replace(",", ".") if isinstance(value, str) else value)


def _lines(value: str | list[str] | None) -> str | None:
    return "\n".join(value) if isinstance(value, list) else value
