"""Reads a Word file of any office: a path goes in, the data that a .yaml holds comes out, with paragraphs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Any

from ...patterns import regex
from ...word.opening import open_word_bytes, open_word_file
from ...yaml_nodes import NodePath, YamlTree
from .body_tree import USUAL_SCHEME, BodyTree, build_body_tree
from .fields import STATE_STANDARD, Facts, read_facts, tidy
from .gaps import fill_gaps
from .inline import write_inline
from .lines import Story, list_lines, read_story
from .lost_words import tell_lost_words
from .own_traces import mark_own_doubts, spell_as_typed
from .remarks import tell_doubts, tell_story
from .unread import refuse_unread
from .zoned import Zone, Zoned
from .zones import find_zones

NOTE_SIGN = regex(r"\[\^([^\]\s]+)\]")
SMALL_SIZE = 13  # pt, of the text in the smaller set of sizes: Nghị định 30/2020/NĐ-CP, Phụ lục I
ORDER = (
    *("loai", "the_thuc", "co_quan", "so", "ky_hieu", "dia_danh", "ngay", "cua", "trich_yeu", "kinh_gui", "can_cu"),
    *("noi_nhan", "luu", "ky", "du_thao", "do_khan", "luu_hanh", "khong_pho_bien", "nguoi_soan", "lien_he"),
    *("co_chu", "danh_so"),
)


def read_word_tree(path: Path, data: bytes | None = None) -> YamlTree:
    """Read a .docx, or the bytes of one; raises InputError where it is no Word file, or one that is not read."""
    file = str(path)
    story = read_story(open_word_file(path) if data is None else open_word_bytes(data, path))
    zoned = find_zones(story)
    refuse_unread(story, zoned, file)
    facts = read_facts(zoned, file)
    spell_as_typed(facts.data.get("co_quan", {}), story.author)
    names = _name_notes(story, zoned)
    body = build_body_tree([one for one in zoned if not one.annex], ("noi_dung",), names, file)
    tree = YamlTree(_in_order(facts, body, story), {(): (1, 1), **facts.positions, **body.positions})
    tree.findings += [*facts.findings, *body.findings]
    _add_annexes(tree, story, zoned, names, file)
    tree.rewritten |= _list_rewritten(zoned)
    _add_notes(tree, story, zoned, names)
    fill_gaps(tree.data)
    tree.findings += [*tell_doubts(zoned, file), *tell_lost_words(zoned, tree.data, file)]
    unplaced = mark_own_doubts(tree, story.doubts)
    tree.findings += tell_story(replace(story, comments=story.comments + unplaced), file)
    return tree


def _list_rewritten(zoned: Sequence[Zoned]) -> Iterator[tuple[NodePath, str]]:
    """Yield the line of place and day, what each annex says of its document, and an office below the last name."""
    annexes = sorted({one.annex for one in zoned if one.annex})
    signing = [one for one in zoned if one.zone in (Zone.OFFICE, Zone.SIGNER) and not one.annex]
    for one in takewhile(lambda one: one.zone is Zone.OFFICE, reversed(signing) if _has_signer(signing) else ()):
        yield ("ky", "chuc_vu_khac"), tidy(one.line.words)
    for one in reversed(zoned):  # of several the first counts
        if one.zone is Zone.PLACE_DATE:
            yield ("ngay",), tidy(one.line.words)
        elif one.zone is Zone.ANNEX_REFERENCE and one.annex:
            yield ("phu_luc", annexes.index(one.annex)), tidy(one.line.words)


def _has_signer(signing: Sequence[Zoned]) -> bool:
    return any(one.zone is Zone.SIGNER for one in signing)


def _find_size(facts: Facts, story: Story) -> dict[str, Any]:
    """Return the set of sizes of a State document whose text is small: 13 pt instead of 14."""
    is_small = facts.data.get("the_thuc") == STATE_STANDARD and story.size == SMALL_SIZE
    return {"co_chu": "nho"} if is_small else {}


def _in_order(facts: Facts, body: BodyTree, story: Story) -> dict[str, Any]:
    """Return the keys in the order in which people write them, with the levels of the text where they are not usual."""
    data = facts.data | _find_size(facts, story) | ({"danh_so": list(body.scheme)} if _needs_scheme(body) else {})
    return {key: data[key] for key in ORDER if key in data} | {"noi_dung": body.blocks}


def _needs_scheme(body: BodyTree, usual: tuple[str, ...] = USUAL_SCHEME) -> bool:
    """Tell whether a text numbers other levels than are usual; without headings it may begin at a lower one."""
    if any("muc" in block for block in body.blocks):
        return body.scheme != usual[: len(body.scheme)]
    return not set(body.scheme) <= set(usual)


def _name_notes(story: Story, zoned: Sequence[Zoned]) -> Mapping[str, str]:
    """Return the names of notes by their marks: 1, 2, 3 as they are met."""
    met = [run.note for one in zoned for run in one.line.text if run.note]
    known = dict.fromkeys([*met, *story.notes])
    return {mark: str(number) for number, mark in enumerate(known, 1)}


def _add_notes(tree: YamlTree, story: Story, zoned: Sequence[Zoned], names: Mapping[str, str]) -> None:
    notes: dict[str, str] = {}
    placed = {found for words in _list_texts(tree.data) for found in NOTE_SIGN.findall(words)}
    for mark, line in story.notes.items():
        if names[mark] in placed:  # the words of another are listed as those that have no place
            notes[names[mark]] = write_inline(line.text, names).replace("\\\n", " ")
    if notes:
        tree.data["chu_thich"] = notes
        marks = {names[run.note]: one.line for one in zoned for run in one.line.text if run.note}
        tree.positions |= {("chu_thich", name): (line.paragraph, 1) for name, line in marks.items()}


def _list_texts(value: Any) -> Iterator[str]:
    """Yield every text in some data."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        yield from (text for below in value for text in _list_texts(below))
    elif isinstance(value, str):
        yield value


def _add_annexes(tree: YamlTree, story: Story, zoned: Sequence[Zoned], names: Mapping[str, str], file: str) -> None:
    annexes = list[dict[str, Any]]()
    on_side = {line.paragraph for one in story.stretches if one.is_landscape for line in list_lines(one.content)}
    for number in sorted({one.annex for one in zoned if one.annex}):
        lines = [one for one in zoned if one.annex == number]
        path: NodePath = ("phu_luc", len(annexes))
        body = build_body_tree(lines, (*path, "noi_dung"), names, file)
        titles = [one.line for one in lines if one.zone is Zone.ANNEX_TITLE]
        annex: dict[str, Any] = {"tieu_de": "\n".join(tidy(line.words) for line in titles)}
        if _needs_scheme(body, tuple(tree.data.get("danh_so", USUAL_SCHEME))):
            annex["danh_so"] = list(body.scheme)
        annex |= {"ngang": True} if lines[0].line.paragraph in on_side else {}
        annexes.append(annex | {"noi_dung": body.blocks})
        tree.positions |= {path: (lines[0].line.paragraph, 1), **body.positions}
        tree.findings += body.findings
    if annexes:
        tree.data["phu_luc"] = annexes
