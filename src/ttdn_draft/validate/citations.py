"""Holds citations.yaml of a pack against its schema and itself: a tree goes in, its documents or findings come out."""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from ..errors import Finding, has_errors
from ..knowledge.citations import CITED, NO_TITLE, Citation, CitationTable, Status, list_near_ids
from ..knowledge.periods import Period
from ..model import PartialDate, Reading, keys_of, to_names
from ..patterns import regex
from ..yaml_nodes import NodePath, YamlTree, place_of
from .schema import check_data

LISTED = "van_ban"
STATUSES = {
    "con-hieu-luc": Status.IN_FORCE,
    "het-hieu-luc": Status.ENDED,
    "het-giai-doan": Status.PHASE_OVER,
    "chua-ro": Status.UNCLEAR,
}
OVER = (Status.ENDED, Status.PHASE_OVER)
DATES = ("ngay", "hieu_luc_tu", "het_hieu_luc")
Link: TypeAlias = Callable[[Citation], str]
LINKS: dict[str, Link] = {
    "thay_boi": lambda citation: citation.replaced_by,
    "sua_boi": lambda citation: citation.amended_by,
}
JOINT = regex(r"(về việc|về)\s+(?=\S)", re.I)
Wrong = tuple[str, NodePath, dict[str, object]]


def validate_citations(
    tree: YamlTree, file: str, pack: str, table: CitationTable
) -> Reading[tuple[Citation, ...] | None]:
    """Return the documents of a pack where nothing is wrong with them, and what is, each with its line.

    `table` are the documents that they may point to.
    """
    if tree.is_broken:
        return Reading(None)
    findings = check_data(tree.data, "citation", lambda path: place_of(file, tree.positions, path))
    if not findings:
        wrong = _check(tree.data[LISTED], pack, table)
        findings = [Finding(message, place_of(file, tree.positions, path), facts) for message, path, facts in wrong]
    own = None if has_errors(findings) else tuple(_build(entry, pack) for entry in tree.data[LISTED])
    return Reading(own, tuple(findings))


def _build(entry: dict[str, Any], pack: str) -> Citation:
    written = dict.fromkeys(keys_of(Citation), "") | entry
    plain = to_names(Citation, written, lambda _, value: _one_line(value))
    issued, effective, end = (_moment(entry.get(key)) for key in DATES)
    is_verified = entry.get("xac_minh", False)
    joint, title = _split_title(entry.get("trich_yeu"))
    settled: dict[str, Any] = {
        "date": issued,
        "joint": joint,
        "title": title,
        "table_status": STATUSES[entry["tinh_trang"]],
        "period": Period(
            effective or issued, end, end_kind="" if end is None else "exact" if is_verified else "inferred"
        ),
        "unverified": frozenset() if is_verified else frozenset({*CITED, "replaced_by"}),
    }
    return Citation(**plain | settled, pack=pack)


def _one_line(value: object) -> str:
    return " ".join(str(value).split())


def _moment(value: str | int | None) -> PartialDate | None:
    return PartialDate.parse("" if value is None else str(value))


def _split_title(written: str | None) -> tuple[str, str | None]:
    """Return the word that joins a title to the issuer, and the title; no title where it is `-`, None where unknown."""
    if written is None:
        return "", None
    title = _one_line(written)
    found = JOINT.match(title)
    if found is None:
        return "", "" if title == NO_TITLE else title
    return found[1].lower(), title[found.end() :]


def _check(entries: list[dict[str, Any]], pack: str, table: CitationTable) -> Iterator[Wrong]:
    """Yield what a schema cannot say: days of the calendar, ids that clash or point nowhere, periods, circles."""
    yield from _check_ids(entries)
    unreal = list(_check_dates(entries))
    yield from unreal
    if unreal:
        return
    own = [_build(entry, pack) for entry in entries]
    whole = table.with_own(own)
    for index, citation in enumerate(own):
        path: NodePath = (LISTED, index)
        yield from _check_period(citation, entries[index], path)
    for key, link in LINKS.items():
        yield from _check_links(own, key, link, whole)


def _check_ids(entries: list[dict[str, Any]]) -> Iterator[Wrong]:
    first: dict[str, int] = {}
    for index, entry in enumerate(entries):
        if entry["id"] in first:
            yield "E660", (LISTED, index, "id"), {"name": entry["id"], "number": first[entry["id"]] + 1}
        first.setdefault(entry["id"], index)


def _check_dates(entries: list[dict[str, Any]]) -> Iterator[Wrong]:
    for index, entry in enumerate(entries):
        for key in DATES:
            try:
                _moment(entry.get(key))
            except ValueError:
                yield "E210", (LISTED, index, key), {"value": entry[key]}


def _check_period(citation: Citation, entry: dict[str, Any], path: NodePath) -> Iterator[Wrong]:
    period = citation.period
    if (citation.table_status in OVER) != (period.end is not None):
        yield "E662", (*path, "tinh_trang"), {"status": entry["tinh_trang"]}
    if period.start and period.end and period.end.last < period.start.first:
        yield "E663", (*path, "het_hieu_luc"), {"start": str(period.start), "end": str(period.end)}


def _check_links(own: list[Citation], key: str, link: Link, table: CitationTable) -> Iterator[Wrong]:
    """Yield the links that lead nowhere, and those of documents that lead back to themselves."""
    circles = _find_circles(own, link, table)
    for index, citation in enumerate(own):
        target, path = link(citation), (LISTED, index, key)
        if target and table.find(target) is None:
            yield "E661", path, {"name": target, "near": list_near_ids(target, table)}
        if citation.id in circles:
            yield "E664", path, {"name": citation.id}


def _find_circles(own: list[Citation], link: Link, table: CitationTable) -> set[str]:
    """Return the ids of documents that lead back to themselves; each document is passed once."""
    passed, circles = set[str](), set[str]()
    for citation in own:
        trail, here = list[str](), table.find(citation.id)
        while here is not None and here.id not in passed:
            passed.add(here.id)
            trail.append(here.id)
            here = table.find(link(here))
        if here is not None and here.id in trail:
            circles.update(trail[trail.index(here.id) :])
    return circles
