"""What the schema allows and this version cannot print: refused by name, rather than dropped."""

from collections.abc import Iterator
from typing import Any

from ..errors import Finding
from ..model import Source
from ..yaml_nodes import NodePath


def check_limits(source: Source) -> Iterator[Finding]:
    """Yield a finding for every part of the data that nothing would print."""
    for message, path, facts in _limits(source.data):
        yield Finding(message, source.place(path), facts)


def _limits(data: dict[str, Any]) -> Iterator[tuple[str, NodePath, dict[str, object]]]:
    for key in ("co_quan", "ky"):
        if isinstance(data.get(key), str):
            yield "E220", (key,), {"name": data[key]}
    if data.get("tinh"):
        yield "E221", ("tinh",), {"name": data["tinh"]}
