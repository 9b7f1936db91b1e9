"""Names that are longer than their column: a name goes in, the lines in which it is printed come out."""

from dataclasses import replace
from functools import partial
from itertools import product

from ..knowledge.names import fold_name
from ..knowledge.standards import fonts
from ..knowledge.standards.columns import issuer_room
from ..knowledge.standards.line_breaks import break_name
from ..knowledge.standards.page import TwoLines
from ..knowledge.standards.profile import Look, Profile
from ..model import Document, Report, as_tags
from ..model.marks import find_pending
from ..yaml_nodes import NodePath


def break_lines(text: str, look: Look, room: float, path: NodePath, report: Report) -> str:
    """Return a text whose lines fit a width in mm; where one has no good break, that is told.

    Lines that the author broke stay apart, and a line in which something is still to be done stays whole.
    """
    measure = partial(fonts.width_mm, name=look.face, size=look.size)
    lines: list[str] = []
    for line in text.split("\n"):
        if next(find_pending(line), None):
            lines.append(line)
            continue
        broken = break_name(line, room, measure)
        if not broken.is_good:
            printed = " / ".join(broken.lines)
            report("W385", path, name=line, width=round(room), needed=round(measure(line)), lines=printed)
        lines += broken.lines
    return "\n".join(lines)


def break_head(document: Document, profile: Profile, report: Report) -> Document:
    """Return a document whose issuer and body above it stand in lines that fit the head."""
    looks = {line.content: profile.looks[line.look] for pair in profile.layout.head for line in pair.left}
    room = issuer_room(profile, as_tags(document))

    def broken(name: str, tag: str, key: str) -> str:
        return break_lines(name, looks[tag], room, ("co_quan", key), report) if tag in looks else name

    parent, issuer = broken(document.parent_body, "cap_tren", "cap_tren"), broken(document.issuer, "co_quan", "ten")
    return replace(document, parent_body=parent, issuer=issuer)


def split_unit(name: str, rule: TwoLines | None) -> str:
    """Return the name of a body of a commune in the two lines that its standard gives it: the body, and its unit."""
    words, folded = name.split(), fold_name(name)
    for body, level in product(rule.bodies, rule.levels) if rule and "\n" not in name else ():
        if folded.startswith(f"{fold_name(body)} {fold_name(level)} "):
            length = len(body.split())
            return f"{' '.join(words[:length])}\n{' '.join(words[length:])}"
    return name
