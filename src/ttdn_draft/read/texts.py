"""Reads the inline marks of every text node: bold, italic, line breaks, note marks and citations become runs."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from itertools import groupby, pairwise
from textwrap import shorten
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from ..errors import Cause, Finding, Place
from ..messages import N_
from ..model import CITATION, LIKE_CITATION, Run, Text, is_meant
from ..patterns import regex
from ..yaml_nodes import NodePath, YamlTree, find_position, format_path
from .simple_marks import read_simple

REFUSED = {"code_inline": "`…`", "link_open": "[…](…)", "image": "![…](…)", "html_inline": "<…>"}
OPENING, CLOSING = ("em_open", "strong_open"), ("em_close", "strong_close")
BLANK = N_("một dấu cách")
LINK_STARTS = {True: "<", False: "["}
TASK_KEYS = ("nhom", "noi_dung", "chu_tri", "phoi_hop", "thoi_han", "san_pham")
FIGURE_KEYS = ("chi_tieu", "don_vi")
ENTRY_LISTS = ("nhiem_vu", "so_lieu")  # whose entries become rows
BLOCK_KEYS = ("muc", "doan", "khoan", "gach", "cong")
OPEN_MARK = regex(r"\[\^(?![^\s\[\]]+\])")
MAX_OPEN_MARKS = 50
BOTH_MARKS = regex(r"[(\[][)\]]")
BARE_LABEL = regex(
    r"(?:\[(?P<bare>\d{1,3})\]|\[\^(?P<open>\w[\w-]*)(?![\w-]*\])\)?|\[(?P<behind>\w[\w-]*)\^\]"
    r"|［\^(?P<wide>\w[\w-]*)[］\]]|\^\[(?P<before>\w[\w-]*)\]|[({]\^(?P<round>\w[\w-]*)[\])}]|(?<=\w)\^(?P<alone>\d{1,3})(?![\w\]])"
    r"|(?<=\w )\((?P<counted>\d{1,2})\))"
)
"""[1], as other programs write the mark of a note; [^1 and (^1), of which a bracket is lost or wrong."""
LABEL_SIGNS = "[［^("
"""One of them stands in each of these."""
INLINE_NOTE = regex(r"(?:\^\[|\[\^)(?P<words>[^\s\[\]]+(?:[ ]+[^\s\[\]]+){2,})\]")
"""^[the words of a note], which other programs read where they stand; [^the words too]."""
DOUBLE_LABEL = regex(r"(?<!\\)\[\[\^([^\s\[\]]+)\]\]")
ENTITY = regex(r"&(?:nbsp|amp|lt|gt|quot|ensp|emsp|ndash|mdash|hellip|#\d{2,5}|#x[0-9a-f]{2,5});", re.I)
SPACED_LABEL = regex(r"\[\^([^\]\n]*\s[^\]\n]*)\]")
ESCAPED = "\n"  # stands for a letter behind a backslash, where marks are looked for
LONE_ASTERISK = regex(r"(?:(?<=[\s(“\"])|^)\*(?P<words>\w[^*\n]*|[ ]+[^\W\d][^*\n]*[ ]\*(?=\W|$))")
SHOWN_BEHIND_MARK = 30  # letters behind a mark that a message repeats
MAY_BE_MARK = regex(r"[\n\r\0\\`*<!\[]")
"""What begins anything in a text but words: markdown-it has nothing to look for where none of them stands."""
UNDERSCORES = regex(r"(?<![\w_])__?[^\W_][^_]*__?(?![\w_])")


@cache
def build_inline_parser() -> MarkdownIt:
    """Return the parser that finds the marks inside a text."""
    parser = MarkdownIt("commonmark", {"html": True}).disable("entity")
    parser.inline.ruler.at("emphasis", _scan_asterisks)
    parser.inline.ruler.before("link", "citation", _scan_citation)
    parser.core.ruler.before("text_join", "typed", _keep_typed)
    return parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)


def _scan_asterisks(state: StateInline, silent: bool) -> bool:
    """Leave alone signs that are not emphasis: underscores, 20*30 between letters, (*) between marks."""
    if state.src[state.pos] != "*":
        return False
    end = state.pos
    while end < state.posMax and state.src[end] == "*":
        end += 1
    before, after = state.src[state.pos - 1 : state.pos], state.src[end : end + 1]
    is_inside = before.isalnum() and after.isalnum()
    is_mark = bool(BOTH_MARKS.fullmatch(before + after))
    if not (is_inside or is_mark):
        return emphasis.tokenize(state, silent)
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end  # also where nothing is to be made of it: markdown-it goes on from here
    return True


def _scan_citation(state: StateInline, silent: bool) -> bool:
    """Take `[dan: id]` for a citation; what only looks like one is text, and its content no Markdown."""
    found = LIKE_CITATION.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = found[0]
    state.pos = found.end()
    return True


def _keep_typed(state: StateCore) -> None:
    """Keep beside each text what may be a mark in it: a letter behind a backslash is none."""
    for children in (token.children or [] for token in state.tokens):
        for is_text, run in groupby(children, lambda child: child.type in ("text", "text_special")):
            if is_text:
                pieces = list(run)
                typed = "".join(piece.content if piece.type == "text" else ESCAPED for piece in pieces)
                pieces[0].meta["typed"] = typed


def read_texts(tree: YamlTree, file: str, source: str) -> tuple[Mapping[NodePath, Text], list[Finding]]:
    """Return the runs of every text node by its path, and findings for marks that are not allowed."""
    reader = _TextReader(tree, file, source.split("\n"))
    for path, content in list_text_nodes(tree.data):
        if tree.data_files and any(path[:length] in tree.data_files for length in range(len(path))):
            reader.texts[path] = (Run(content),)  # figures and words of a data file are no Markdown
        else:
            reader.read(path, content)
    reader.check_notes()
    return reader.texts, reader.findings


def list_text_nodes(data: Any) -> Iterator[tuple[NodePath, str]]:
    """Yield the path and the Markdown of every text of the data."""
    if not isinstance(data, dict):
        return
    yield from _block_texts(data.get("noi_dung"), ("noi_dung",))
    annexes = data.get("phu_luc")
    for index, annex in enumerate(annexes if isinstance(annexes, list) else ()):
        if isinstance(annex, dict):
            yield from _block_texts(annex.get("noi_dung"), ("phu_luc", index, "noi_dung"))
    notes = data.get("chu_thich")
    for label, content in notes.items() if isinstance(notes, dict) else ():
        if isinstance(content, str):
            yield ("chu_thich", label), content
    tables = data.get("bang")
    for name, table in tables.items() if isinstance(tables, dict) else ():
        yield from _table_texts(table, ("bang", name))
    yield from _entry_texts(data.get("nhiem_vu"), ("nhiem_vu",), TASK_KEYS)
    yield from _entry_texts(data.get("so_lieu"), ("so_lieu",), FIGURE_KEYS)


def _block_texts(blocks: Any, path: NodePath) -> Iterator[tuple[NodePath, str]]:
    for index, block in enumerate(blocks if isinstance(blocks, list) else ()):
        if not isinstance(block, dict):
            continue
        here: NodePath = (*path, index)
        for key in BLOCK_KEYS:
            if isinstance(block.get(key), str):
                yield (*here, key), block[key]
        yield from _table_texts(block.get("bang"), (*here, "bang"))
        yield from _block_texts(block.get("noi_dung"), (*here, "noi_dung"))


def _table_texts(table: Any, path: NodePath) -> Iterator[tuple[NodePath, str]]:
    if not isinstance(table, dict):
        return
    columns, rows = table.get("cot"), table.get("hang")
    for index, column in enumerate(columns if isinstance(columns, list) else ()):
        if isinstance(column, dict) and isinstance(column.get("ten"), str):
            yield (*path, "cot", index, "ten"), column["ten"]
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        for index, cell in enumerate(row if isinstance(row, list) else ()):
            here: NodePath = (*path, "hang", number, index)
            if isinstance(cell, str):
                yield here, cell
            elif isinstance(cell, list):
                yield from (((*here, line), text) for line, text in enumerate(cell) if isinstance(text, str))
            elif isinstance(cell, dict) and isinstance(cell.get("chu"), str):
                yield (*here, "chu"), cell["chu"]


def _entry_texts(entries: Any, path: NodePath, keys: tuple[str, ...]) -> Iterator[tuple[NodePath, str]]:
    """Yield the texts of tasks or figures: strings, lists of strings, and those of the parts of a figure."""
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        for key in keys if isinstance(entry, dict) else ():
            value = entry.get(key)
            if isinstance(value, str):
                yield (*path, index, key), value
            for number, text in enumerate(value if isinstance(value, list) else ()):
                if isinstance(text, str):
                    yield (*path, index, key, number), text
        if isinstance(entry, dict):
            yield from _entry_texts(entry.get("gom"), (*path, index, "gom"), keys)


def is_cell(path: NodePath) -> bool:
    """Tell whether a text stands in a cell of a table, where each line that is typed is a line."""
    return "hang" in path or "cot" in path or path[0] in ENTRY_LISTS


def _trim_breaks(runs: Text) -> Text:
    """Return the runs of a cell without breaks at its ends, and without empty lines and runs."""
    kept = list[Run]()
    for run in runs:
        if not (run.text or run.note or run.cited):
            continue
        if run.text != "\n" or (kept and kept[-1].text != "\n"):
            kept.append(run)
    return tuple(kept[:-1] if kept and kept[-1].text == "\n" else kept)


class _TextReader:
    """Parses one text node after the other and keeps count of the note marks."""

    def __init__(self, tree: YamlTree, file: str, lines: list[str]) -> None:
        self.tree, self.file, self.lines = tree, file, lines
        self.texts: dict[NodePath, Text] = {}
        self.findings: list[Finding] = []
        self.marks: Counter[str] = Counter()
        self.bare = dict[str, Finding]()
        self.path: NodePath = ()
        self.content, self.at = "", 0  # the text that is being read, and how far

    def read(self, path: NodePath, content: str) -> None:
        self.path, self.content, self.at = path, content, 0
        if "[" in content and not self._check_brackets(path, content):
            return
        if not MAY_BE_MARK.search(content):
            self._warn_unpaired(content)
            self.texts[path] = (Run(content),) if content else ()
            return
        runs = tuple(self._simple_runs(content) or self._runs(content))
        self.texts[path] = _trim_breaks(runs) if is_cell(path) else runs

    def _check_brackets(self, path: NodePath, content: str) -> bool:
        """Tell of marks of notes with two brackets; return whether the marks of a text can be read at all."""
        if len(OPEN_MARK.findall(content)) > MAX_OPEN_MARKS:  # the parser looks for the end of each, to the very end
            self._report("E144", "[^", label="…")
            self.texts[path] = (Run(content),)
            return False
        for double in DOUBLE_LABEL.finditer(content):
            self._report("E154", double[0], move=False, mark=double[0], right=f"[^{double[1]}]")
        return True

    def _simple_runs(self, content: str) -> list[Run]:
        """Return the runs of a text whose marks leave no doubt; none for another, which markdown-it reads."""
        runs = list[Run]()
        for words, bold, italic in read_simple(content):
            if words == "\n":
                runs.append(Run("\n") if is_cell(self.path) else Run(" ", bold, italic))
                continue
            self._warn_unpaired(words)
            runs.append(Run(words, bold, italic))
            self._advance(words)
        return runs

    def _runs(self, content: str) -> Iterator[Run]:
        bold = italic = 0
        tokens = build_inline_parser().parseInline(content)[0].children or []
        self._warn_uneven(tokens)
        for token in tokens:
            match token.type:
                case "text":
                    self._warn_unpaired(token.meta["typed"])
                    yield Run(token.content, bold > 0, italic > 0)
                case "softbreak":
                    yield Run("\n") if is_cell(self.path) else Run(" ", bold > 0, italic > 0)
                case "hardbreak":
                    yield Run("\n")
                case "strong_open" | "strong_close":
                    bold += token.nesting
                case "em_open" | "em_close":
                    italic += token.nesting
                case "citation":
                    yield self._citation(token.content, bold > 0, italic > 0)
                case "footnote_ref":
                    yield self._mark(str(token.meta["label"]))
            if token.type in REFUSED:
                self._refuse(token)
            elif token.content:
                self._advance(token.content)

    def _refuse(self, token: Token) -> None:
        if token.type == "image":
            self._report("E252", "![")
            return
        what = "<…>" if token.info == "auto" else REFUSED[token.type]
        self._report("E130", token.content or LINK_STARTS[token.info == "auto"], what=what)

    def _warn_uneven(self, tokens: list[Token]) -> None:
        """Warn of an asterisk that is left right beside those of bold or italic words: **words*."""
        for before, behind in pairwise(tokens):
            is_left = before.type == "text" and behind.type in OPENING and before.content.endswith("*")
            is_right = behind.type == "text" and before.type in CLOSING and behind.content.startswith("*")
            text = before if is_left else behind
            if (is_left or is_right) and "**" not in text.content:
                self._report("W250", "*", move=False)

    def _citation(self, mark: str, bold: bool, italic: bool) -> Run:
        if found := CITATION.fullmatch(mark):
            return Run("", bold, italic, cited=found["id"])
        self._report("E370" if is_meant(mark) else "W371", mark, move=False, mark=mark)
        return Run(mark, bold, italic)

    def _mark(self, label: str) -> Run:
        notes = self.tree.data.get("chu_thich")
        self.marks[label] += 1
        snippet = f"[^{label}]"
        if self.path[0] == "chu_thich":
            self._report("E143", snippet, label=label)
        elif label not in (notes if isinstance(notes, dict) else {}):
            self._report("E144", snippet, label=label)
            self.findings[-1] = replace(self.findings[-1], cause=Cause.NO_NOTE)
        elif self.marks[label] > 1:
            self._report("E145", snippet, label=label)
        self._advance(snippet)
        return Run(note=label)

    def _warn_unpaired(self, typed: str) -> None:
        """Tell of marks that are left in words; each pattern is tried where a sign stands that it begins with."""
        if "**" in typed:
            self._report("W139", "**", move=False)
        elif "*" in typed and (found := LONE_ASTERISK.search(typed)):
            self._report(
                "W930",
                found[0],
                move=False,
                words=shorten(found["words"].strip("* "), SHOWN_BEHIND_MARK, placeholder="…"),
            )
        if "[" in typed and (found := INLINE_NOTE.search(typed)):
            self._tell_inline(found)
        elif "[" in typed and (found := SPACED_LABEL.search(typed)):
            label = "-".join(found[1].split())
            self.marks[label] += 1  # of which is told that it is mistyped, and not that it is missing
            self._report("E154", found[0], move=False, mark=f"[^{found[1]}]", right=f"[^{label}]")
        if any(sign in typed for sign in LABEL_SIGNS):
            self._keep_bare(typed)
        for found in ENTITY.finditer(typed) if "&" in typed else ():
            right = f"«{unescape(found[0])}»" if unescape(found[0]).strip() else BLANK
            self._report("W254", found[0], mark=found[0], right=right)
        if "_" in typed and (found := UNDERSCORES.search(typed)):
            self._report("W138", found[0], move=False)

    def _tell_inline(self, found: re.Match[str]) -> None:
        """Tell a note that is written where its mark should stand, and how it is written in a line of its own."""
        notes = self.tree.data.get("chu_thich")
        taken = notes if isinstance(notes, dict) else {}
        label = next(str(count) for count in range(1, len(taken) + 2) if str(count) not in taken)
        self._report("E991", found[0], move=False, mark=found[0], label=label, words=found["words"])

    def _keep_bare(self, typed: str) -> None:
        """Keep in mind where a number in brackets stands: it is the mark of a note that has no other."""
        for found in BARE_LABEL.finditer(typed):
            label = found[found.lastgroup or 0]
            if label not in self.bare and self.path[0] != "chu_thich":
                self._report("E154", found[0], move=False, mark=found[0], right=f"[^{label}]")
                cause = Cause.SYNTAX if found.lastgroup == "wide" else None
                self.bare[label] = replace(self.findings.pop(), cause=cause)

    def _advance(self, snippet: str) -> int:
        """Return where the next such piece of the text stands, and go on behind it."""
        found = self.content.find(snippet, self.at)
        if found < 0:
            return self.at
        self.at = found + len(snippet)
        return found

    def _report(self, id: str, snippet: str, move: bool = True, **facts: object) -> None:
        before = self.at
        offset = self._advance(snippet)
        self.at = self.at if move else before
        self.findings.append(Finding(id, self._place(self.path, offset), facts))

    def _place(self, path: NodePath, offset: int = 0) -> Place:
        """Return the place of a piece of the text; in a quoted string all pieces stand where the string stands."""
        line, column = find_position(self.tree.positions, path)
        before = self.content[:offset] if self._is_exact(line, column) else ""
        start = before.rfind("\n") + 1
        row = line + before.count("\n")
        if start and 0 < row <= len(self.lines):  # of further lines the parser may have taken the indentation away
            column = self.lines[row - 1].find(self.content[start:].split("\n", 1)[0]) + 1
        return Place(self.file, row, column + len(before) - start, format_path(path))

    def _is_exact(self, line: int, column: int) -> bool:
        first = self.content.split("\n", 1)[0]
        return 0 < line <= len(self.lines) and self.lines[line - 1].startswith(first, column - 1)

    def check_notes(self) -> None:
        """Report notes that no mark points to: they would be lost."""
        notes = self.tree.data.get("chu_thich") if isinstance(self.tree.data, dict) else None
        lone = self._join_lone_mark(notes) if isinstance(notes, dict) else None
        for label, content in notes.items() if isinstance(notes, dict) else ():
            place = self._place(("chu_thich", label))
            if not self.marks[label] and label in self.bare:
                self.findings.append(self.bare[label])
            elif not self.marks[label] and label != lone:
                self.findings.append(Finding("E146", place, {"label": label}, Cause.LONE_NOTE))
            if content == "":
                self.findings.append(Finding("E147", place, {"label": label}))

    def _join_lone_mark(self, notes: Mapping[str, Any]) -> str | None:
        """Return the one note without a mark where one mark is without a note: that is told once, as one slip."""
        lone = [label for label in notes if not self.marks[label]]
        missing = [finding for finding in self.findings if finding.cause is Cause.NO_NOTE]
        if len(lone) != 1 or len(missing) != 1:
            return None
        facts = {"label": missing[0].facts["label"], "other": lone[0]}
        self.findings[self.findings.index(missing[0])] = Finding("E221", missing[0].place, facts)
        return lone[0]
