"""Puts the answers of the head of a file where they are used: data and texts go in, the same with words come out.

A doubt that is settled becomes its words; another stands where it is used with its source, as if typed there.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..model import AskedDoubt, Text, required_keys, to_names
from ..model.marks import PendingMark, rewrite_named, write_doubt
from ..yaml_nodes import NodePath

HEAD_KEY = "kiem_tra"


def settle_doubts(data: Any, texts: Mapping[NodePath, Text]) -> tuple[Any, Mapping[NodePath, Text]]:
    """Return the data and the texts of an input with the words of the doubts that its head names."""
    asked = data.get(HEAD_KEY) if isinstance(data, dict) else None
    entries = asked.items() if isinstance(asked, dict) else ()
    doubts = {name: _read(entry) for name, entry in entries if _is_sound(entry)}
    if not doubts:
        return data, texts

    def put(mark: PendingMark) -> str:
        doubt = doubts.get(mark.name)
        if doubt is None:
            return mark.written
        words = mark.question or doubt.value
        return words if doubt.is_settled else write_doubt(words, mark.source or doubt.ground, mark.name)

    def put_all(value: Any) -> Any:
        if isinstance(value, str):
            return rewrite_named(value, put)
        if isinstance(value, list):
            return [put_all(entry) for entry in value]
        return {key: put_all(entry) for key, entry in value.items()} if isinstance(value, dict) else value

    settled = {key: value if key == HEAD_KEY else put_all(value) for key, value in data.items()}
    return settled, {
        path: tuple(replace(run, text=rewrite_named(run.text, put)) for run in text) for path, text in texts.items()
    }


def _is_sound(entry: Any) -> bool:
    """Tell whether an entry has what is needed here; the schema tells what is wrong with another."""
    return isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in required_keys(AskedDoubt))


def _read(entry: dict[str, Any]) -> AskedDoubt:
    return AskedDoubt(
        **to_names(AskedDoubt, {key: value for key, value in entry.items() if isinstance(value, str | bool)})
    )
