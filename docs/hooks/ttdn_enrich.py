"""Fills in who files a document that does not say it."""

from dataclasses import replace

from ttdn_draft.api import Draft, hookimpl


@hookimpl
def ttdn_enrich(draft: Draft) -> Draft | None:
    """Fill in the archive line (`luu`) where neither the document nor its pack has one."""
    return None if draft.archive else replace(draft, archive="Văn phòng")
