"""Reads a Word file of any office: a path goes in, the data that a .yaml holds comes out, with paragraphs."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ...word.opening import open_word_file
from ...yaml_nodes import NodePath, YamlTree
from .body_tree import USUAL, BodyTree, build_body
from .fields import Facts, read_facts, tidy
from .inline import write_inline
from .lines import Story, read_story
from .zoned import Zone, Zoned
from .zones import find_zones

WORD_SUFFIX = ".docx"
ORDER = (
    *("loai", "the_thuc", "co_quan", "so", "ky_hieu", "dia_danh", "ngay", "cua", "trich_yeu", "kinh_gui", "can_cu"),
    *("noi_nhan", "luu", "ky", "du_thao", "do_khan", "luu_hanh", "khong_pho_bien", "danh_so"),
)


def read_word_tree(path: Path) -> YamlTree:
    """Read a .docx; raises InputError where it is no Word file, or one that is not read."""
    file = str(path)
    story = read_story(open_word_file(path))
    zoned = find_zones(story)
    facts = read_facts(zoned, file)
    names = _name_notes(story, zoned)
    body = build_body([one for one in zoned if not one.annex], ("noi_dung",), names, file)
    tree = YamlTree(_in_order(facts, body), {(): (1, 1), **facts.positions, **body.positions})
    tree.findings += [*facts.findings, *body.findings]
    _add_annexes(tree, zoned, names, file)
    _add_notes(tree, story, zoned, names)
    return tree


def _in_order(facts: Facts, body: BodyTree) -> dict[str, Any]:
    """Return the keys in the order in which people write them, with the levels of the text where they are not usual."""
    data = facts.data | ({"danh_so": list(body.scheme)} if _needs_scheme(body) else {})
    return {key: data[key] for key in ORDER if key in data} | {"noi_dung": body.blocks}


def _needs_scheme(body: BodyTree) -> bool:
    has_headings = any("muc" in block for block in body.blocks)
    usual = USUAL if has_headings else ("1", "a")
    return bool(body.scheme) and body.scheme != usual[: len(body.scheme)] and (has_headings or body.scheme != ("a",))


def _name_notes(story: Story, zoned: Sequence[Zoned]) -> Mapping[str, str]:
    """Return the names of notes by their marks: 1, 2, 3 as they are met."""
    met = [run.note for one in zoned for run in one.line.text if run.note]
    known = dict.fromkeys([*met, *story.notes])
    return {mark: str(number) for number, mark in enumerate(known, 1)}


def _add_notes(tree: YamlTree, story: Story, zoned: Sequence[Zoned], names: Mapping[str, str]) -> None:
    notes: dict[str, str] = {}
    for mark, line in story.notes.items():
        notes[names[mark]] = write_inline(line.text, names).replace("\\\n", " ")
    if notes:
        tree.data["chu_thich"] = notes
        marks = {names[run.note]: one.line for one in zoned for run in one.line.text if run.note}
        tree.positions |= {("chu_thich", name): (line.paragraph, 1) for name, line in marks.items()}


def _add_annexes(tree: YamlTree, zoned: Sequence[Zoned], names: Mapping[str, str], file: str) -> None:
    annexes = list[dict[str, Any]]()
    for number in sorted({one.annex for one in zoned if one.annex}):
        lines = [one for one in zoned if one.annex == number]
        path: NodePath = ("phu_luc", len(annexes))
        body = build_body(lines, (*path, "noi_dung"), names, file)
        titles = [one.line for one in lines if one.zone is Zone.ANNEX_TITLE]
        annex: dict[str, Any] = {"tieu_de": "\n".join(tidy(line.words) for line in titles)}
        if body.scheme and body.scheme != tuple(tree.data.get("danh_so", USUAL))[: len(body.scheme)]:
            annex["danh_so"] = list(body.scheme)
        annexes.append(annex | {"noi_dung": body.blocks})
        tree.positions |= {path: (lines[0].line.paragraph, 1), **body.positions}
        tree.findings += body.findings
    if annexes:
        tree.data["phu_luc"] = annexes
