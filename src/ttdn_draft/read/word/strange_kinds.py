"""Lends a kind to a Word file of another: a Source goes in, one whose words can be checked comes out."""

from dataclasses import replace

from ...errors import Cause, Finding
from ...messages import N_
from ...model import Contributions, Source

NO_KIND = N_("không có dòng tên loại")
LENT = "bao-cao"


def lend_kind(source: Source, others: Contributions[str]) -> tuple[Source, bool]:
    """Return a source and whether its kind is lent, as nobody prints its own; `others` are those of plug-ins."""
    if not source.counts_paragraphs or not isinstance(source.data, dict):
        return source, False
    from .wording import PRINTED_KINDS  # which most inputs, that are no Word files, do without

    known = [*PRINTED_KINDS, *others.things]
    if source.data.get("loai") in known:
        return source, False
    facts = {"kind": source.data.get("loai") or NO_KIND, "known": ", ".join(known)}
    told = Finding("W828", source.place(("loai",)), facts)
    found = (finding for finding in source.findings if finding.cause is not Cause.RENUMBERED)
    return replace(source, data={**source.data, "loai": LENT}, findings=(*found, told)), True
