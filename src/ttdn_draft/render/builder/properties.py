"""What a style says of its paragraphs and letters: a look and the one it is based on go in, pPr and rPr come out.

`None` as the base stands for one that may be anything: then all is said.
"""

from collections.abc import Callable

from ...knowledge.standards.profile import Look
from ...word.ooxml import indents_of
from .numbering import ListItem

WORD_BASE = Look(style_name="Normal", size=0, align="", clause="", multiple=0)  # a look has no figure of it


def paragraph_properties(look: Look, base: Look | None, item: ListItem | None) -> str:
    """Return what a look has otherwise than its base."""
    is_first = base is None or base == WORD_BASE
    return (
        _switch("keepNext", look, base, lambda found: found.keep_next)
        + ("<w:widowControl/>" if is_first else "")
        + (_list(item) if item else "")
        + (_rule_above(look) if look.rule_above != (base or WORD_BASE).rule_above else "")
        + _unless_same(_spacing, look, base)
        # a list brings indents of its own, so beside a list they are always said
        + (_indents(look) if item else _unless_same(_indents, look, base))
        + _unless_same(lambda found: f'<w:jc w:val="{found.align}"/>', look, base)
    )


def run_properties(look: Look, base: Look | None, capitals: str = "") -> str:
    """Return what the letters of a look have otherwise than those of its base; `capitals` is what is said of these."""
    switches = [_switch(name, look, base, lambda found: found.bold) for name in ("b", "bCs")]
    switches += [_switch(name, look, base, lambda found: found.italic) for name in ("i", "iCs")]
    return "".join(switches) + capitals + _unless_same(_colour, look, base) + _unless_same(_size, look, base)


def _unless_same(write: Callable[[Look], str], look: Look, base: Look | None) -> str:
    return "" if base is not None and write(look) == write(base) else write(look)


def _switch(name: str, look: Look, base: Look | None, is_on: Callable[[Look], bool]) -> str:
    on, off = f"<w:{name}/>", f'<w:{name} w:val="0"/>'
    return _unless_same(lambda found: on if is_on(found) else off, look, base)


def _list(item: ListItem) -> str:
    return f'<w:numPr><w:ilvl w:val="{item.level}"/><w:numId w:val="{item.number}"/></w:numPr>'


def _spacing(look: Look) -> str:
    line, rule = (look.exact * 20, "exact") if look.exact else (look.multiple * 240, "auto")
    return (
        f'<w:spacing w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}" '
        f'w:line="{round(line)}" w:lineRule="{rule}"/>'
    )


def _rule_above(look: Look) -> str:
    size = round(look.rule_above * 8)
    line = f'w:val="single" w:sz="{size}" w:space="4" w:color="000000"' if size else 'w:val="nil"'
    return f"<w:pBdr><w:top {line}/></w:pBdr>"


def _indents(look: Look) -> str:
    return "" if look == WORD_BASE else f"<w:ind{indents_of(look)}/>"


def _colour(look: Look) -> str:
    return f'<w:color w:val="{look.colour or "000000"}"/>'


def _size(look: Look) -> str:
    size = round(look.size * 2)
    return f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
