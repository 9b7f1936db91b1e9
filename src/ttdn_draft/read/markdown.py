"""Reads a Markdown body: text goes in, the tree of `noi_dung` and the notes of `chu_thich` come out.

The tree is the one that people may also write in YAML or JSON: `{muc: …, noi_dung: […]}`, `{khoan: …}`,
`{gach: …}`, `{cong: …}`, `{doan: …}`, `{bang: …}`. Nesting follows the markers, not the indentation.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..errors import Cause, Finding, Place
from ..yaml_nodes import NodePath, YamlTree
from .body_lines import BodyLines, tell_refused
from .bounds import bound_markdown
from .lost_counts import find_joined_dash, has_joint
from .markdown_forms import REFUSED_BLOCKS, SLASHED, TYPED_LEVELS, build_parser, level_items, plain_blanks
from .markdown_tables import check_table, place_cells, take_table
from .plain_blocks import PlainBlock, read_plain_blocks
from .typed_marks import LOOSE_NOTE, begins_with_letters, write_marked

if TYPE_CHECKING:
    from markdown_it.token import Token

LIST_KEYS = {"-": "gach", "+": "cong", ".": "khoan"}
LIST_RANK = {"khoan": 1, "1.1": 2, "1.1.1": 3, "a": 4, "gach": 5, "cong": 6}
USUAL_LEVELS = ["I", "1", "a"]  # of a text that says nothing of them


def read_body(tree: YamlTree, markdown: str, file: str, first_line: int, above: NodePath = ()) -> None:
    """Put a text and its notes into `tree`, with positions; `first_line` is where the text begins.

    `above` is the path of the annex whose text it is; without it the text is that of the document.
    """
    reader = _BodyReader(tree, markdown.split("\n"), file, first_line, above)
    if too_much := bound_markdown(markdown, Place(file, first_line + 1)):
        tree.findings.append(too_much)
        reader.append(reader.headings[-1], {"doan": "?"}, first_line + 1, 1)
        return
    markdown = level_items(reader.offer_headings(plain_blanks(reader.take_notes(markdown))))
    if blocks := read_plain_blocks(markdown):
        reader.read_plain(blocks)
    else:
        reader.read(iter(build_parser().parse(markdown)))
    reader.finish()


class _BodyReader(BodyLines):
    """Turns the blocks of a text into the tree, level by level."""

    def __init__(self, tree: YamlTree, lines: list[str], file: str, first_line: int, above: NodePath) -> None:
        if not isinstance(tree.data.get("chu_thich"), dict):
            tree.data["chu_thich"] = {}
        owner, path, blocks = tree.data, (*above, "noi_dung"), list[Any]()
        for step in above:
            owner = owner[step]
        super().__init__(tree, owner, lines, file, first_line)
        owner["noi_dung"] = blocks
        tree.positions[path] = (first_line + 1, 1)
        self.headings.append((path, blocks))
        self.items: list[tuple[str, NodePath, list[Any]]] = []
        self.lists: list[str] = []
        self.pending: tuple[str, int | None] | None = None
        self.item_line = 0
        self.note: str | None = None
        self.last_block: dict[str, Any] = {}
        self.behind_notes: Finding | None = None
        self.ended_note: str | None = None  # the note right above, of which a paragraph may be the rest
        self.is_second_note = False  # the name of the footnote is taken; that is reported already

    def read_plain(self, blocks: Iterable[PlainBlock]) -> None:
        """Put the blocks of a body that needs no parser into the tree."""
        for row, kind, mark, name, words in blocks:
            line = row + self.first_line
            match kind:
                case "heading":
                    self.add_heading(line, len(mark), words)
                case "item":
                    self.open_item(line, mark, name)
                    self.add_paragraph(line, words)
                    self.close_item()
                case "note":
                    self.open_note(line, name)
                    self.add_paragraph(line, words)
                    self.close_note()
                case _:
                    self.add_paragraph(line, words)

    def read(self, tokens: "Iterator[Token]") -> None:
        """Put the blocks that markdown-it finds in a body into the tree."""
        for token in tokens:
            if token.type in REFUSED_BLOCKS:
                self.refuse(token)
                continue
            match token.type:
                case "heading_open":
                    self.read_heading(token, next(tokens).content)
                case "bullet_list_open" | "ordered_list_open":
                    self.lists.append(token.markup)
                case "bullet_list_close" | "ordered_list_close":
                    self.lists.pop()
                case "list_item_open":
                    self.open_item(self.line_of(token), self.lists[-1], token.info)
                case "list_item_close":
                    self.close_item()
                case "paragraph_open":
                    self.add_paragraph(self.line_of(token), next(tokens).content)
                case "table_open":
                    self.add_table(token, tokens)
                case "footnote_reference_open":
                    self.open_note(self.line_of(token), str(token.meta["label"]))
                case "footnote_reference_close":
                    self.close_note()

    def finish(self) -> None:
        """Tell what is known at the end of the body."""
        self.tree.findings += [*([self.behind_notes] if self.behind_notes else []), *self.once.close()]

    def refuse(self, token: "Token") -> None:
        line = self.line_of(token)
        if token.type == "hr":
            self.report("E251", line, words=self.line_at(line).strip())
        else:
            self.tree.findings.append(tell_refused(token, Place(self.file, line, 1), REFUSED_BLOCKS[token.type]))

    def has_mark_above(self, label: str) -> bool:
        """Tell whether the last words of the text have the mark of a note, which then stands among them."""
        words = str(self.last_block.get(next(iter(self.last_block), ""), ""))
        return f"[^{label}]" in words

    def append(self, parent: tuple[NodePath, list[Any]], block: dict[str, Any], line: int, column: int) -> NodePath:
        path, blocks = parent
        here: NodePath = (*path, len(blocks))
        blocks.append(block)
        self.last_block = block
        self.tree.positions[here] = (line, column)
        for key, value in block.items():
            if isinstance(value, (str, int, dict)):
                self.tree.positions[*here, key] = (line, column)
        return here

    def read_heading(self, token: "Token", words: str) -> None:
        line = self.line_of(token)
        if token.markup in ("=", "-"):
            facts = {"underline": token.markup * 3}
            self.tree.findings.append(Finding("E131", Place(self.file, line, 1), facts, Cause.RESHAPED))
            return
        if self.lists:
            self.report("E132", line)
        if not words:
            self.report("E133", line)
            return
        self.add_heading(line, int(token.tag[1]), words)

    def add_heading(self, line: int, depth: int, words: str) -> None:
        if depth > len(self.headings):
            self.tell_jump(line, depth)
            depth = len(self.headings)
        del self.headings[depth:]
        self.items.clear()
        self.counted.clear()
        self.check_joined(words, line, is_heading=True)
        children: list[Any] = []
        block = {"muc": words, "noi_dung": children}
        here = self.append(self.headings[-1], block, line, self.column_of(line, words))
        self.headings.append(((*here, "noi_dung"), children))

    def open_item(self, line: int, sign: str, figure: str) -> None:
        if self.pending:
            self.report("E150", self.item_line)
        key = LIST_KEYS.get(sign)
        self.item_line = line
        if key is None:
            place = Place(self.file, line, 1)
            self.once.add(sign, Finding("E135", place, {"marker": figure + sign}, Cause.RESHAPED))
        number = int(figure) if figure else None
        self.pending = (key or ("gach" if number is None else "khoan"), number)

    def close_item(self) -> None:
        if self.pending:
            self.tree.findings.append(Finding("E136", Place(self.file, self.item_line, 1), cause=Cause.RESHAPED))
        self.pending = None

    def add_paragraph(self, line: int, words: str) -> None:
        if self.note is not None:
            if self.pending:
                self.report("E150", line)
            self.pending = None
            self.add_note(words, line)
            return
        is_plain = begins_with_letters(words)
        if not is_plain and (found := LOOSE_NOTE.match(words)) and not self.has_note(found):
            self.add_loose_note(found, words, line)
            return
        if odd := self.find_odd_note(words, line):
            self.pending = None
            self.add_odd_note(*odd, line)
            return
        if not is_plain or "\n" in words or "|" in words:
            self.check_markers(words, line)
        column = self.column_of(line, words)
        if self.pending is not None:
            (key, number), self.pending = self.pending, None
            self.add_item(key, {key: words} | ({} if number is None else {"so": number}), line, column)
            return
        if not is_plain:
            if self.add_typed_item(line, words, column):
                return
            self.check_bold(words, line)
        self.check_number(words, line)
        self.check_joined(words, line)
        self.items.clear()
        if self.ended_note and not self.has_mark_above(self.ended_note):
            self.behind_notes = Finding("W997", Place(self.file, line, 1), {"label": self.ended_note})
        self.append(self.headings[-1], {"doan": words}, line, column)

    def add_typed_item(self, line: int, words: str, column: int) -> bool:
        """Add an item with a number that Markdown does not know; return whether the words begin with one."""
        if typed := SLASHED.match(words):
            text = words[typed.end() :]
            self.add_item("khoan", {"khoan": text, "so": int(typed[1])}, line, column + typed.end())
            return True
        for level, form in TYPED_LEVELS.items():
            if typed := form.match(words):
                text = words[typed.end() :]
                self.add_item(level, {"khoan": text, "cap": level, "so": typed[1]}, line, column + typed.end())
                return True
        return False

    def add_item(self, rank: str, block: dict[str, Any], line: int, column: int) -> None:
        """Put an item under the nearest one of a higher rank.

        A number that goes on from the heading above it, and begins no count of its own, is on the level of that one.
        """
        if rank == "cong" and not any(level == "gach" for level, *_ in self.items) and not self.has_told_marks():
            facts = {"right": write_marked(f"-{block['cong']}")}
            self.once.add("+", Finding("W933", Place(self.file, line, 1), facts))
        self.keep_count(rank, block.get("so"))
        self.check_joined(text := block[rank if rank in ("gach", "cong") else "khoan"], line)
        if rank in ("gach", "cong") and has_joint(text):
            self.tell_lost(find_joined_dash(text), line)
        if rank == "khoan" and self.continues_heading(block.get("so")):
            del self.headings[self.numbered_depth :]
            self.items.clear()
        while self.items and LIST_RANK[self.items[-1][0]] >= LIST_RANK[rank]:
            self.items.pop()
        children: list[Any] = []
        parent = self.items[-1][1:] if self.items else self.headings[-1]
        here = self.append(parent, {**block, "noi_dung": children}, line, column)
        self.items.append((rank, (*here, "noi_dung"), children))

    def has_told_marks(self) -> bool:
        """Tell whether marks of items are told that are none, or are lost in other lines."""
        return any(form in ("bullets", "glued") or form.startswith("like ") for form in self.once.first)

    def keep_count(self, rank: str, number: object) -> None:
        """Keep in mind the number of an item, behind which the next one is looked for; lists below it begin anew."""
        if rank in ("khoan", "a") and number is not None:
            if rank == "khoan":
                self.counted.clear()
            self.counted[rank] = str(number)

    @property
    def numbered_depth(self) -> int:
        """Return the depth of headings that are numbered 1, 2, 3; 0 where none are."""
        written = self.owner.get("danh_so") or self.tree.data.get("danh_so")
        levels = [str(level) for level in written] if isinstance(written, list) else USUAL_LEVELS
        return levels.index("1") + 1 if "1" in levels else 0

    def continues_heading(self, number: object) -> bool:
        """Tell whether a numbered paragraph goes on where the headings of its level stopped counting."""
        depth = self.numbered_depth
        counts = ("khoan" in block and "cap" not in block for block in self.headings[-1][1])  # points a) are another
        if not 0 < depth < len(self.headings) or any(counts):
            return False
        counted = sum("muc" in block or "khoan" in block for block in self.headings[depth - 1][1])
        return number == counted + 1

    def open_note(self, line: int, label: str) -> None:
        self.note = label
        if self.note in self.tree.data["chu_thich"]:
            self.report("E140", line, label=self.note)
            self.is_second_note = True
        else:
            self.is_second_note = False
            self.tree.data["chu_thich"][self.note] = ""
            self.tree.positions["chu_thich", self.note] = (line, 1)

    def close_note(self) -> None:
        self.ended_note, self.note = self.note, None

    def add_note(self, content: str, line: int) -> None:
        notes, label = self.tree.data["chu_thich"], str(self.note)
        if self.is_second_note:
            return
        if notes[label]:
            self.report("E141", line, label=label)
            return
        notes[label] = content
        self.tree.positions["chu_thich", label] = (line, self.column_of(line, content))

    def add_table(self, opening: "Token", tokens: "Iterator[Token]") -> None:
        if self.note is not None or self.lists:
            self.report("E132", self.line_of(opening))
        table = take_table(tokens, self.line_of)
        self.items.clear()
        block = {"bang": {"cot": table.columns, "hang": table.rows[1:]}}
        here = self.append(self.headings[-1], block, table.lines[0], 1)
        for step, line, column in place_cells(table, self.line_at):
            self.tree.positions[(*here, "bang", *step)] = (line, column)
        self.tree.findings += check_table(table, self.line_at, self.file)
