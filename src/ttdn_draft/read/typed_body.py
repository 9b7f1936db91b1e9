"""Tells lines that are typed otherwise than they are read: a body goes in, findings and mended lines come out."""

import re
from typing import Any

from ..characters import list_lines
from ..errors import Cause, Finding, Place
from ..messages import N_
from ..yaml_nodes import NodePath, YamlTree
from .markdown_forms import GLUED_ITEM, TYPED_TABLE
from .markdown_tables import compare_header, find_pasted_rows
from .told_once import ToldOnce
from .typed_headings import BOLD_LINE, BOLD_NAME, find_typed_headings
from .typed_marks import LOOKALIKE, TYPED_FORMS, list_bullets, show_marker, write_marked
from .typed_notes import find_typed_notes, tell_typed_notes

OF_DASH = N_(" Ý mở đầu bằng dấu - và một dấu cách.")
LONG_TABLE = 2  # lines, from which on it may be a table of its own without its second row


class TypedBody:
    """The lines of a body as they are typed, and what is told of them; `owner` is the document, or its annex."""

    def __init__(self, tree: YamlTree, owner: dict[str, Any], lines: list[str], file: str, first_line: int) -> None:
        self.tree, self.owner, self.lines, self.file, self.first_line = tree, owner, lines, file, first_line
        self.headings: list[tuple[NodePath, list[Any]]] = []  # in which the next block stands
        self.lost_heading = ""  # the form of a line that was meant as a heading, which is told for those below it
        self.once = ToldOnce()

    def column_of(self, line: int, text: str) -> int:
        """Return where a text begins in its line, from 1."""
        found = self.line_at(line).find(text.split("\n", 1)[0])
        return max(found, 0) + 1

    def line_at(self, line: int) -> str:
        """Return a line of the file as it is typed."""
        return self.lines[line - self.first_line]

    def report(self, id: str, line: int, column: int = 1, **facts: object) -> None:
        """Tell a fault of a line."""
        self.tree.findings.append(Finding(id, Place(self.file, line, column), facts))

    def tell_jump(self, line: int, depth: int) -> None:
        """Tell a heading that stands too deep: it is the fault of a line above that was to be one, where there is."""
        if lost := self.once.first.get(self.lost_heading):
            facts = {"marker": lost.facts["marker"], "right": lost.facts["right"]}
            self.once.first[self.lost_heading] = Finding("E992", lost.place, facts)
        else:
            facts = {"typed": "#" * depth, "wanted": "#" * len(self.headings)}
            self.once.add("#" * depth, Finding("E134", Place(self.file, line, 1), facts))

    def check_markers(self, content: str, first: int) -> None:
        """Report lines that look like items, headings or tables but were read as plain text."""
        self.check_form(content, first)
        if len(bullets := list_bullets(content)) > 1:
            self.tell_bullets(content, first, bullets)
            return
        if match := LOOKALIKE.match(content):
            self.tell_lookalike(match[1], content, first)
        if pasted := find_pasted_rows(content.split("\n"), Place(self.file, first, 1)):
            self.tree.findings.append(pasted)
            return
        if table := TYPED_TABLE.search(content):
            self.tell_no_table(content, first, table.start())
            return
        for offset, text in enumerate(content.split("\n")[1:], 1):
            if match := GLUED_ITEM.match(text + " "):
                marker, cause = show_marker(match[1])
                place = Place(self.file, first + offset, 1)
                facts = {"marker": marker, "more": "" if match[1][0].isalnum() else OF_DASH}
                self.once.add("glued", Finding("E137", place, facts, cause or Cause.RESHAPED))

    def tell_lookalike(self, typed: str, content: str, line: int) -> None:
        """Tell a paragraph that begins with a mark that is none, the first of each mark for all."""
        marker, cause = show_marker(typed)
        form = f"like {typed[-1] if typed[0].isdigit() else typed[0]}"
        if typed[0] == "#" or typed[0].isalpha():
            self.lost_heading = form
        facts = {"marker": marker, "right": write_marked(content)}
        self.once.add(form, Finding("W149", Place(self.file, line, 1), facts, cause))

    def tell_bullets(self, content: str, first: int, rows: list[int]) -> None:
        """Tell items with a sign that is none, which became one paragraph: the first of them for all."""
        line = content.split("\n")[rows[0]].strip()
        marker, cause = show_marker(line[0])
        for row in rows:
            facts = {"marker": marker, "right": write_marked(line)}
            place = Place(self.file, first + row, 1)
            self.once.add("bullets", Finding("E932", place, facts, cause or Cause.RESHAPED))

    def tell_no_table(self, content: str, first: int, start: int) -> None:
        """Tell lines that look like a table and are none; the rules say nothing of their words."""
        line, rows = first + content.count("\n", 0, start), content[start:].split("\n")
        above = self.headings[-1][1][-1:]
        place = Place(self.file, line, 1)
        if uneven := compare_header(rows, place):
            self.tree.findings.append(uneven)
            return
        is_cut = not start and content.count("\n") < LONG_TABLE and bool(above) and "bang" in above[0]
        self.tree.findings.append(Finding("E257" if is_cut else "E148", place, cause=Cause.MISREAD))

    def check_bold(self, content: str, line: int) -> None:
        """Keep in mind a line of its own in bold, which in Word is a heading; the first is told for all."""
        if found := BOLD_LINE.fullmatch(content):
            facts = {"words": found["words"]}
            self.once.add(BOLD_NAME, Finding("W258", Place(self.file, line, 1), facts, Cause.RESHAPED))

    def check_form(self, content: str, line: int) -> None:
        """Keep in mind a number typed in a form that is not counted; the same form is told once, with its lines."""
        for right, form in TYPED_FORMS.items():
            if found := form.match(content):
                facts = {"marker": found[1], "right": right}
                self.once.add(right, Finding("W157", Place(self.file, line, 1), facts))
                return

    def take_notes(self, markdown: str) -> str:
        """Return a text whose notes, typed as other programs show them, have marks; they are told once."""
        found = find_typed_notes(markdown)
        if found is None:
            return markdown
        self.tree.findings.append(tell_typed_notes(found, self.file, self.first_line))
        self.lines = found.text.split("\n")
        return found.text

    def offer_headings(self, markdown: str) -> str:
        """Return a text whose headings, typed as in Word, have their `#`; they are told once, with what to write."""
        found = None if self.owner.get("danh_so") else find_typed_headings(markdown)
        if found is None:
            return markdown
        old, new = self.lines[found.rows[0]], found.text.split("\n")[found.rows[0]]
        facts = {
            "count": len(found.rows),
            "typed": old.strip(),
            "example": new,
            "old": markdown,
            "new": found.text,
            "also": list_lines([row + self.first_line for row in found.rows[1:]]),
        }
        self.tree.findings.append(Finding("W156", Place(self.file, self.first_line + found.rows[0], 1), facts))
        return found.text

    def has_note(self, found: re.Match[str]) -> bool:
        """Tell whether a mark without a colon begins a paragraph, as there is a note of its name elsewhere."""
        is_bare = not set(":：") & set(found[0])
        return is_bare and any(line.startswith(f"[^{found['label']}]:") for line in self.lines)

    def add_loose_note(self, found: re.Match[str], content: str, line: int) -> None:
        """Tell of a note whose mark and colon do not stand together, and take it for one: its mark is no fault."""
        label = found["label"]
        facts = {"mark": f"[^{label}]", "right": f"[^{label}]: {content[found.end() :].strip() or '…'}"}
        self.tree.findings.append(Finding("E154", Place(self.file, line, 1), facts, Cause.SYNTAX))
        self.tree.data["chu_thich"].setdefault(label, content[found.end() :].strip() or "?")
        self.tree.positions.setdefault(("chu_thich", label), (line, 1))
