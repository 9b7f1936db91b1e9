"""Every hook of ttdn-draft. A plug-in marks its functions with `hookimpl` and names its module in the entry points."""

from collections.abc import Iterable
from pathlib import Path

import pluggy

GROUP = "ttdn_draft"
"""The group of entry points in which a plug-in names its module."""

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def ttdn_packs() -> Iterable[Path]:  # type: ignore[empty-body]  # the hooks of the plug-ins have bodies
    """Return the folders of the packs that the plug-in brings; each holds a `pack.yaml`.

    Called when a document names a pack (`tinh`) and by the commands `packs`; nothing else loads plug-ins. The answer of
    each plug-in stands for itself: packs are known by the id in their `pack.yaml`, never by the order of plug-ins, and
    two packs with one id are an error for the documents that ask for that id.
    """
