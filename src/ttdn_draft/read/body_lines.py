"""Tells what in the lines of a body looks like something that it is not: paragraphs go in, findings come out."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import islice
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from ..characters import list_lines
from ..errors import Cause, Finding, Place
from ..messages import N_
from ..patterns import regex
from ..yaml_nodes import NodePath, YamlTree
from .cut_words import find_cut
from .lost_counts import expect_figures, find_joined_number, find_mangled, has_joint, list_openings
from .markdown_forms import GLUED_ITEM, TYPED_TABLE
from .markdown_tables import compare_header, find_pasted_rows
from .odd_notes import TYPED_NOTE_LINE, find_note_line, has_lone_note, list_missing
from .told_once import ToldOnce
from .typed_headings import BOLD_LINE, BOLD_NAME, find_typed_headings, write_bold_heading
from .typed_marks import (
    GLUED_SIGN,
    LETTER_BULLETS,
    LOOKALIKE,
    ODD_START,
    SHOWN_WORDS,
    TYPED_FORMS,
    begins_with_letters,
    list_bullets,
    show_marker,
    write_marked,
)
from .typed_notes import find_typed_notes, tell_typed_notes
from .web_signs import find_comment, list_web_signs

if TYPE_CHECKING:
    from markdown_it.token import Token

OF_DASH = N_(" Ý mở đầu bằng dấu - và một dấu cách.")
SCANNED = regex(r"[lI|][.)/]")  # 1. as a scanner reads it
ADDRESSED = "Kính gửi"  # of which a rule tells, as it belongs into the head
BY_HAND = 120  # letters of a line, from which on a text is not broken into lines by hand
SENTENCE_SIGNS = (".", ";", ":", "!", "?")
LONG_TABLE = 2  # lines, from which on it may be a table of its own without its second row


def tell_refused(token: "Token", place: Place, sign: str) -> Finding:
    """Return what is said of a block that no document has: a quotation, lines of code, tags of a web page."""
    if token.type != "html_block":
        return Finding("E130", place, {"what": sign}, Cause.RESHAPED)
    if comment := find_comment(token.content):
        return Finding("E895", place, {"mark": _shorten(comment)}, Cause.RESHAPED)
    _, mark, right = list_web_signs(token.content.strip())[0]
    return Finding("E896", place, {"mark": _shorten(mark), "right": right}, Cause.RESHAPED)


class BodyLines:
    """The lines of a body as they are typed, and what is told of them; `owner` is the document, or its annex."""

    def __init__(self, tree: YamlTree, owner: dict[str, Any], lines: list[str], file: str, first_line: int) -> None:
        self.tree, self.owner, self.lines, self.file, self.first_line = tree, owner, lines, file, first_line
        self.headings: list[tuple[NodePath, list[Any]]] = []  # in which the next block stands
        self.bare_heading = 0  # the line of one that lost its sign
        self.lost_heading = ""  # the form of a line that was meant as a heading, which is told for those below it
        self.once = ToldOnce()
        self.counted = dict[str, str]()  # the number that was typed last, of the lists that go on

    @cached_property
    def missing(self) -> list[str]:
        """Return the labels of marks that have no note."""
        return list_missing(self.lines)

    @cached_property
    def widest(self) -> int:
        """Return how many letters the longest line has: a text of short lines is broken by hand."""
        return max(map(len, self.lines), default=0)

    def line_of(self, token: "Token") -> int:
        """Return the line of the file in which a block begins, from 1."""
        return (token.map[0] if token.map else 0) + self.first_line

    def column_of(self, line: int, text: str) -> int:
        """Return the column, from 1, at which a text stands in a line."""
        found = self.line_at(line).find(text.split("\n", 1)[0])
        return max(found, 0) + 1

    def line_at(self, line: int) -> str:
        """Return a line of the file, by its number."""
        return self.lines[line - self.first_line]

    def report(self, id: str, line: int, column: int = 1, **facts: object) -> None:
        """Record a finding of a line."""
        self.tree.findings.append(Finding(id, Place(self.file, line, column), facts))

    def tell_jump(self, line: int, depth: int) -> None:
        """Tell a heading that stands too deep: it is the fault of a line above that was to be one, where there is."""
        if words := self.find_bare_heading(line):
            right = f"{'#' * len(self.headings)} {words}"
            place = Place(self.file, self.bare_heading, 1)
            self.once.add("bare", Finding("E815", place, {"words": words, "right": right}, Cause.MISREAD))
        elif lost := self.once.first.get(self.lost_heading):
            facts = {"marker": lost.facts["marker"], "right": lost.facts["right"]}
            self.once.first[self.lost_heading] = Finding("E992", lost.place, facts)
        else:
            facts = {"typed": "#" * depth, "wanted": "#" * len(self.headings)}
            self.once.add("#" * depth, Finding("E134", Place(self.file, line, 1), facts))

    def find_bare_heading(self, line: int) -> str:
        """Return the line right above a heading that is alone and short, as a heading that lost its sign."""
        rows = [row for row in range(line - self.first_line - 1, -1, -1) if self.lines[row].strip()][:1]
        words = self.lines[rows[0]].strip() if rows else ""
        is_alone = bool(rows) and (not rows[0] or not self.lines[rows[0] - 1].strip())
        if not (
            is_alone and len(words) <= BY_HAND and words[:2].isalpha() and words[:1].isupper() and words[-1].isalnum()
        ):
            return ""
        self.bare_heading = rows[0] + self.first_line
        return words

    def check_markers(self, content: str, first: int) -> None:
        """Report lines that look like items, headings or tables but were read as plain text."""
        is_scanned = SCANNED.match(content) and find_mangled(content, self.expect(first))
        if not is_scanned:
            self.check_form(content, first)
        if len(bullets := list_bullets(content)) > 1:
            self.tell_bullets(content, first, bullets)
            return
        if not is_scanned and (match := LOOKALIKE.match(content) or ODD_START.match(content)):
            self.tell_lookalike(match[1], content, first)
        if pasted := find_pasted_rows(content.split("\n"), Place(self.file, first, 1)):
            self.tree.findings.append(pasted)
            return
        if table := TYPED_TABLE.search(content):
            self.tell_no_table(content, first, table.start())
            return
        lines = content.split("\n")
        for offset, text in enumerate(lines[1:], 1):
            if cut := find_cut(lines[offset - 1], text):
                place = Place(self.file, first + offset - 1, 1)
                facts = {"words": cut[0], "right": cut[1]}
                self.tree.findings.append(Finding("W897", place, facts, Cause.STRAY))
            elif match := GLUED_ITEM.match(text + " ") or GLUED_SIGN.match(text):
                marker, cause = show_marker(match[1])
                place = Place(self.file, first + offset, 1)
                facts = {"marker": marker, "more": "" if match[1][0].isalnum() else OF_DASH}
                self.once.add("glued", Finding("E137", place, facts, cause or Cause.RESHAPED))
            elif self.is_new_paragraph(lines[offset - 1], text):
                self.once.add("joined", Finding("W894", Place(self.file, first + offset, 1)))

    def is_new_paragraph(self, above: str, line: str) -> bool:
        """Tell whether a line begins a sentence behind the end of one that had room for its first word."""
        has_room = self.widest > BY_HAND or len(above) + len(line.split(" ", 1)[0]) < self.widest
        return has_room and above.rstrip("*_ ")[-1:] in SENTENCE_SIGNS and line.lstrip("*_ ")[:1].isupper()

    def check_number(self, content: str, line: int) -> None:
        """Tell a paragraph that begins with the number of the next item, in a form that is not read."""
        if begins_with_letters(content) and not content.startswith("Khoản"):
            return
        is_told = any(form.match(content) for form in (LOOKALIKE, *TYPED_FORMS.values()))
        if not is_told or SCANNED.match(content):
            self.tell_lost(find_mangled(content, self.expect(line)), line)

    def check_joined(self, content: str, line: int, is_heading: bool = False) -> None:
        """Tell the next item where it goes on in the line of another text."""
        if is_heading or has_joint(content):
            self.tell_lost(find_joined_number(content, self.expect(line), is_heading), line)

    @cached_property
    def openings(self) -> list[tuple[int, str]]:
        """Return the rows at which a count begins or goes on with its second item, with the rank of the latter."""
        return [*list_openings(self.lines)]

    def expect(self, line: int) -> list[tuple[str, str]]:
        """Return the ranks and figures that the next item may have."""
        first = bisect_right(self.openings, (line - self.first_line, "z"))
        return [*expect_figures(self.counted, (rank for _, rank in islice(self.openings, first, None)))]

    def tell_lost(self, found: tuple[str, str] | None, line: int) -> None:
        """Tell the number or dash of an item that is not read as one."""
        if found:
            facts = {"marker": found[0], "right": found[1]}
            self.tree.findings.append(Finding("W898", Place(self.file, line, 1), facts, Cause.RESHAPED))

    def tell_lookalike(self, typed: str, content: str, line: int) -> None:
        """Tell a paragraph that begins with a mark that is none, the first of each mark for all."""
        marker, cause = show_marker(typed)
        form = f"like {typed[-1] if typed[0].isdigit() else typed[0]}"
        is_bullet = typed in LETTER_BULLETS
        if typed[0] in "#＃" or (typed[0].isalpha() and not is_bullet):
            self.lost_heading = form
        facts = {"marker": marker, "right": write_marked(content)}
        is_counted = typed[0] in "#＃" or (typed[0].isalnum() and not is_bullet)
        cause = cause or (Cause.RESHAPED if is_counted or is_bullet else None)
        self.once.add(form, Finding("W149", Place(self.file, line, 1), facts, cause))

    def tell_bullets(self, content: str, first: int, rows: list[int]) -> None:
        """Tell items with a sign that is none, which became one paragraph: the first of them for all."""
        line = content.split("\n")[rows[0]].strip()
        marker, cause = show_marker(line[0])
        for row in rows:
            words = write_marked(line)
            right = f"+{words[1:]}" if self.stands_under_dash(first + rows[0]) else words
            facts = {"marker": marker, "sign": right[0], "right": right}
            place = Place(self.file, first + row, 1)
            self.once.add("bullets", Finding("E932", place, facts, cause or Cause.MISREAD))

    def stands_under_dash(self, line: int) -> bool:
        """Tell whether the item right above a line ends with a colon: what stands below it are its parts."""
        above = next((words for words in reversed(self.lines[: line - self.first_line]) if words.strip()), "")
        return above.startswith("- ") and above.rstrip().endswith(":")

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
        if (found := BOLD_LINE.fullmatch(content)) and not found["words"].startswith(ADDRESSED):
            right = write_bold_heading(found["words"], self.lines, line - self.first_line, len(self.headings) - 1)
            facts = {"words": found["words"], "right": right}
            self.once.add(BOLD_NAME, Finding("W258", Place(self.file, line, 1), facts, Cause.RESHAPED))

    def check_form(self, content: str, line: int) -> None:
        """Keep in mind a number typed in a form that is not counted; the same form is told once, with its lines."""
        for right, form in TYPED_FORMS.items():
            if found := form.match(content):
                facts = {"marker": found[1], "right": right}
                self.once.add(right, Finding("W157", Place(self.file, line, 1), facts, Cause.RESHAPED))
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

    def find_odd_note(self, content: str, line: int) -> tuple[str, str, str] | None:
        """Return the label, the mark as typed and the words of a line that was meant as a note."""
        if not self.missing:
            return None
        row = line - self.first_line
        typed = self.lines[row].strip() if self.lines[row].strip().endswith(content.split("\n")[0]) else content
        below = self.lines[row + 1 + content.count("\n") :]
        is_last = all(not text.strip() or TYPED_NOTE_LINE.match(text) for text in below)
        counts = any(typed.startswith(f"{figure}.") for _, figure in self.expect(line))
        return find_note_line(typed, self.missing, is_last and not counts and not has_lone_note(self.lines))

    def add_odd_note(self, label: str, mark: str, words: str, line: int) -> None:
        """Tell of a note whose mark is mistyped, and take it for one."""
        facts = {"mark": mark, "right": _shorten(f"[^{label}]: {words}")}
        self.tree.findings.append(Finding("E154", Place(self.file, line, 1), facts, Cause.STRAY))
        self.tree.data["chu_thich"].setdefault(label, words)
        self.tree.positions.setdefault(("chu_thich", label), (line, 1))


def _shorten(words: str) -> str:
    return shorten(words, SHOWN_WORDS, placeholder="…")
