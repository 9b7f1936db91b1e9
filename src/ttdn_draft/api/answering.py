"""Writes answers into a text: a doubt or a fact and its value go in, the fewest edits that say it come out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..compose.roll.ledger import Ledger
from ..compose.roll.writing import PlacedEdit, Writer
from ..errors import UsageError
from ..escaping import escape_inline, escape_start, join_lines
from ..model import AskedDoubt, Source
from ..model.marks import find_pending, write_doubt
from ..model.open_words import MENDED_ELSEWHERE
from ..read.doubts import HEAD_KEY, list_head_doubts
from ..validate.schema import load_schema
from ..yaml_nodes import NodePath, format_path
from .doubt_names import name_mark
from .doubts import MarkPlace, list_marks, offer_drop
from .dropping import drop_all
from .facts import show_value
from .head_edits import NO_VALUES, HeadEditor
from .splitting import Apart
from .values import FieldPath, TextEdit

DRAFT_PATH = ("du_thao",)
FactValue = str | int | bool | Sequence[str] | None


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """Return a text with edits that do not overlap, whose places are those of the text before all of them."""
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def answer(text: str, doubt: str, value: str | None) -> tuple[TextEdit, ...]:
    """Return the edits that answer a doubt at all its places: with a value, or as it stands (None).

    A doubt that the head asks is settled there with its source beside it. Where other words rest on it than those that
    are answered, such as a symbol, they stay a question of their own. A gap needs a value.
    Raises UsageError where the text has no such doubt.
    """
    apart = Apart.of(text)
    places = [place for place in list_marks(apart) if name_mark(place.mark) == doubt]
    if not places:
        raise UsageError("E880", name=doubt)
    words = join_lines(value) if value is not None else None
    if words == "" or (words is None and places[0].mark.is_gap):
        return ()
    source = _as_source(apart)
    asked = list_head_doubts(apart.tree.data).get(places[0].mark.name)
    edits = [_replace(place, words, asked, apart) for place in places]
    if asked:
        edits += _settle(places[0].mark.name, asked, words, source)
    return _finish(apart, source, edits, text)


def count_filled(text: str, doubt: str, value: str | None) -> int:
    """Return at how many places an answer stands as it is; where other words rest on it, it is asked again."""
    apart = Apart.of(text)
    asked = list_head_doubts(apart.tree.data)
    places = [place.mark for place in list_marks(apart) if name_mark(place.mark) == doubt]
    words = join_lines(value) if value is not None else None
    written = (_answer_here(mark.question, words, asked.get(mark.name)) for mark in places)
    return sum(not any(find_pending(one)) for one in written)


def drop_doubt(text: str, doubt: str) -> tuple[TextEdit, ...]:
    """Return the edits that drop the line or the sentence in which a doubt stands, in place of an answer.

    A doubt that the head asks is settled there. Raises UsageError where the text has no such doubt at one place of its
    body alone (a gap that leads to lists may stand at many), or other words would go with it.
    """
    apart = Apart.of(text)
    places = [place for place in list_marks(apart) if name_mark(place.mark) == doubt]
    is_many = len(places) != 1 and not offer_drop(places, apart)
    if is_many or places[0].path:
        raise UsageError("E880", name=doubt)
    dropped = drop_all(text, [(apart.offsets.find(one.start), apart.offsets.find(one.end)) for one in places])
    name, source = places[0].mark.name, _as_source(apart)
    asked = list_head_doubts(apart.tree.data).get(name)
    settled = _settle(name, asked, None, source) if asked else []
    return (*_finish(apart, source, settled, text), *dropped)


def set_fact(text: str, path: FieldPath, value: FactValue) -> tuple[TextEdit, ...]:
    """Return the edits that give a fact of the head another value; nothing takes it away.

    Entries of a list that stay are not touched. Raises UsageError where the head has no such key, or is written so that
    nobody can change it safely.
    """
    apart = Apart.of(text)
    source, types = _as_source(apart), _find_types(path)
    if types is None or not isinstance(apart.tree.data, dict) or apart.tree.is_broken:
        raise UsageError("E881", name=format_path(path))
    shown = show_value(_value_at(apart.tree.data, path), apart.tree.data)
    wanted = tuple(value) if isinstance(value, list | tuple) else value
    if shown == wanted or (shown in NO_VALUES and wanted in NO_VALUES):
        return ()
    try:
        edits = HeadEditor(source).set(path, wanted, types, shown)
    except (KeyError, ValueError, IndexError):
        raise UsageError("E881", name=format_path(path)) from None
    found = _finish(apart, source, edits, text)
    _check_alone(apart, apply_edits(text, found), path, wanted)
    return found


def drop_draft_mark(text: str) -> tuple[TextEdit, ...]:
    """Return the edits that make a draft a text that may go out."""
    return set_fact(text, DRAFT_PATH, None)


def _as_source(apart: Apart) -> Source:
    return Source("", apart.tree.data, apart.tree.positions, {}, (), raw=apart.clean)


def _replace(place: MarkPlace, words: str | None, asked: AskedDoubt | None, apart: Apart) -> PlacedEdit:
    """Return what stands in the place of a mark."""
    written = _answer_here(place.mark.question, words, asked)
    if not place.path:
        starts = apart.offsets.find(place.start) in apart.beginnings
        written = escape_start(escape_inline(written)) if starts else escape_inline(written)
    return PlacedEdit(place.start, place.end, written, ())


def _answer_here(own: str, words: str | None, asked: AskedDoubt | None) -> str:
    """Return what is said at a place whose mark has words of its own, or none."""
    if asked is None or words is None:
        return words or own or (asked.value if asked else "")
    if not own:
        return words
    old = " ".join(asked.value.split())
    if own.casefold() == old.casefold():
        return words.upper() if own.isupper() else words
    if old in own:
        return own.replace(old, words)
    return own if words == old else write_doubt(own, MENDED_ELSEWHERE.format(words=words))


def _settle(name: str, asked: AskedDoubt, words: str | None, source: Source) -> list[PlacedEdit]:
    """Return what says at the head that a doubt is settled, and how."""
    editor = HeadEditor(source)
    edits = editor.set((HEAD_KEY, name, "xong"), True, ("boolean",))
    if words is not None and words != asked.value:
        edits += editor.set((HEAD_KEY, name, "gia_tri"), words, ("string",))
    return edits


def _finish(apart: Apart, source: Source, edits: Sequence[PlacedEdit], text: str) -> tuple[TextEdit, ...]:
    """Return edits at their places in the text that is kept, with its own ends of lines."""
    ledger = Ledger(apart.clean)
    Writer(source, lambda _: None).write(edits, ledger)
    end = "\r\n" if "\r\n" in text else "\n"
    return tuple(_move(change.start, change.end, change.after.replace("\n", end), apart) for change in ledger.changes)


def _move(start: int, end: int, words: str, apart: Apart) -> TextEdit:
    return TextEdit(apart.offsets.find(start), apart.offsets.find(end), words)


def _find_types(path: NodePath) -> tuple[str, ...] | None:
    """Return the types that the schema allows at a path; None where it knows no such key."""
    schema = load_schema("input")
    node: Mapping[str, Any] = schema
    for step in path:
        inner = node.get("items") if isinstance(step, int) else node.get("properties", {}).get(step)
        if inner is None:
            return None
        node = schema["$defs"][inner["$ref"].rpartition("/")[2]] if "$ref" in inner else inner
    written = node.get("type", ["string", "null"] if None in node.get("enum", ()) else "string")
    return (written,) if isinstance(written, str) else tuple(written)


def _value_at(data: Any, path: NodePath) -> Any:
    for step in path:
        is_there = isinstance(data, dict) and step in data
        is_entry = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if not (is_there or is_entry):
            return None
        data = data[step]
    return data


def _check_alone(apart: Apart, text: str, path: NodePath, wanted: FactValue) -> None:
    """Raise UsageError where edits did anything but what they were made for: then nothing is written at all."""
    new = Apart.of(text).tree
    is_as_wanted = not new.is_broken and _is_same(show_value(_value_at(new.data, path), new.data), wanted)
    before, after = (dict(_list_others(tree.data, path)) for tree in (apart.tree, new))
    if not is_as_wanted or before != after:
        raise UsageError("E881", name=format_path(path))


def _is_same(shown: Any, wanted: FactValue) -> bool:
    if shown in NO_VALUES or wanted in NO_VALUES:
        return shown in NO_VALUES and wanted in NO_VALUES
    return bool(tuple(map(str, wanted)) == shown) if isinstance(wanted, tuple) else str(shown) == str(wanted)


def _list_others(data: Any, path: NodePath, here: NodePath = ()) -> Iterator[tuple[NodePath, Any]]:
    """Yield every value but that of a path, and those that are nothing."""
    if here == path:
        return
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _list_others(value, path, (*here, key))
    elif data is not None:
        yield here, data
