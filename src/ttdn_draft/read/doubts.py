"""Puts the answers of the head of a file where they are used: data and texts go in, the same with words come out.

A doubt that is settled becomes its words; another stands where it is used with its source, as if typed there.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile
from typing import Any

from ..model import AskedDoubt, Run, Text, plain_text, required_keys, to_names
from ..model.marks import DASH, PendingMark, find_pending, neutralise, rewrite_named, write_doubt
from ..yaml_nodes import NodePath

HEAD_KEY = "kiem_tra"


def settle_doubts(data: Any, texts: Mapping[NodePath, Text]) -> tuple[Any, Mapping[NodePath, Text]]:
    """Return the data and the texts of an input with the words of the doubts that its head names."""
    doubts = list_head_doubts(data)
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
    return settled, {path: _put_in_text(text, doubts) for path, text in texts.items()}


def list_head_doubts(data: Any) -> Mapping[str, AskedDoubt]:
    """Return the doubts that the head of a file asks, by name; the schema tells what is wrong with another entry."""
    asked = data.get(HEAD_KEY) if isinstance(data, dict) else None
    entries = asked.items() if isinstance(asked, dict) else ()
    return {name: _read(entry) for name, entry in entries if _is_sound(entry)}


def _put_in_text(text: Text, doubts: Mapping[str, AskedDoubt]) -> Text:
    """Return a text with the words of its doubts; other words that rest on one keep their styles and notes."""
    words, at, pieces = plain_text(text), 0, list[Run]()
    for mark in find_pending(words) if "#" in words else ():
        if doubt := doubts.get(mark.name):
            pieces += [*_cut(text, at, mark.start), *_put_mark(text, mark, doubt)]
            at = mark.end
    return (*pieces, *_cut(text, at, len(words) + 1)) if at else text


def _put_mark(text: Text, mark: PendingMark, doubt: AskedDoubt) -> Text:
    frame = _cut(text, mark.start, mark.end)
    before = tuple(takewhile(lambda run: not run.text, frame))  # a note or a citation right before the mark
    first = frame[len(before)]
    if not mark.question:
        words = doubt.value if doubt.is_settled else write_doubt(doubt.value, doubt.ground, mark.name)
        return (*before, replace(first, text=words), *(run for run in frame[len(before) :] if not run.text))
    notes = (run for run in _cut(text, mark.shown_end, mark.end) if not run.text)
    shown = (*_cut(text, mark.shown_start, mark.shown_end), *notes)
    if doubt.is_settled:
        return (*before, *shown)
    beginning, end = _cut(text, mark.start, mark.shown_start), f"{DASH}{neutralise(mark.source or doubt.ground)}]"
    return (*beginning, *shown, replace(first, text=end))


def _cut(text: Text, start: int, end: int) -> Text:
    """Return what stands in a text from one letter to another; notes and citations count with the letter behind."""
    found, at = [], 0
    for run in text:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        if piece or (not run.text and start <= at < end):
            found.append(replace(run, text=piece))
        at += len(run.text)
    return tuple(found)


def _is_sound(entry: Any) -> bool:
    """Tell whether an entry has what is needed here; the schema tells what is wrong with another."""
    return isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in required_keys(AskedDoubt))


def _read(entry: dict[str, Any]) -> AskedDoubt:
    return AskedDoubt(
        **to_names(AskedDoubt, {key: value for key, value in entry.items() if isinstance(value, str | bool)})
    )
