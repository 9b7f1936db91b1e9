"""Reads the inline marks of every text node: bold, italic, line breaks, note marks and citations become runs."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from ..errors import Cause, Finding, Place
from ..messages import N_
from ..model import CITATION, OPEN_CITATION, Run, Text, is_meant
from ..patterns import regex
from ..yaml_nodes import NodePath, YamlTree, find_position, format_path
from .odd_notes import BEFORE_WORD, RAISED_FIGURE, find_odd_mark, is_swallowed, list_in_refused
from .simple_marks import drop_blanks, is_note_or_citation, read_simple
from .stray_signs import SIGNS_AROUND, SPOILT_SIGNS, Stray, find_around, find_directives, find_remark, find_spoilt
from .text_nodes import ENTRY_LISTS, is_cell, list_text_nodes
from .web_signs import find_comment, list_web_signs

if TYPE_CHECKING:
    from markdown_it.token import Token

REFUSED = ("code_inline", "link_open", "image", "html_inline")
OPENING, CLOSING = ("em_open", "strong_open"), ("em_close", "strong_close")
BLANK = N_("một dấu cách")
OPEN_MARK = regex(r"\[\^(?![^\s\[\]]+\])")
MAX_OPEN_MARKS = 50
BARE_LABEL = regex(
    r"(?:\[(?P<bare>\d{1,3})\]|\[\^(?P<open>\w[\w-]*)(?![\w-]*\])\)?|\[(?P<behind>\w[\w-]*)\^\]"
    r"|［\^(?P<wide>\w[\w-]*)[］\]]|\^\[(?P<before>\w[\w-]*)\]|[({]\^(?P<round>\w[\w-]*)[\])}]|(?<=\w)\^(?P<alone>\d{1,3})(?![\w\]])"
    r"|(?<=\w )\((?P<counted>\d{1,2})\))"
)
"""[1], as other programs write the mark of a note; [^1 and (^1), of which a bracket is lost or wrong."""
LABEL_SIGNS = "[［^("
MOST_GUESSED = 100  # notes without a mark of which one in other brackets is looked for: each looks through all texts
"""One of them stands in each of these."""
INLINE_NOTE = regex(r"(?:\^\[|\[\^)(?P<words>[^\s\[\]]+(?:[ ]+[^\s\[\]]+){2,})\]")
"""^[the words of a note], which other programs read where they stand; [^the words too]."""
DOUBLE_LABEL = regex(r"(?<!\\)\[\[\^([^\s\[\]]+)\]\]")
ENTITY = regex(r"&(?:nbsp|amp|lt|gt|quot|ensp|emsp|ndash|mdash|hellip|#\d{2,5}|#x[0-9a-f]{2,5});", re.I)
SPACED_LABEL = regex(r"\[\^([^\]\n]*\s[^\]\n]*)\]")
LONE_ASTERISK = regex(
    r"(?:(?<=[\s(“\"])|^)\*(?P<words>\w[^*\n]*|[ ]+[^\W\d][^*\n]*[ ]\*(?=\W|$))"
    r"|(?P<before>(?:(?<!\w)\w+ ){0,3}\w+)\*(?=[\s.,;:!?)”\"]|$)"
)
AT_WORD = regex(r"[^\W\d_]\[\d{1,2}\](?=[\s.,;:]|$)")
NEAR_HALF = 3  # lines, up to which a paragraph was cut between two signs
SHOWN_SIGN = 60  # letters of a sign and what it stands around
SHOWN_BEHIND_MARK = 30  # letters behind a mark that a message repeats
MAY_BE_MARK = regex(r"[\n\r\0\\`*<!\[]")
"""What begins anything in a text but words: markdown-it has nothing to look for where none of them stands."""
SIGNS_OF_MARKS = regex(
    f"[{re.escape(''.join(sorted({*'*_&/', *LABEL_SIGNS, *SPOILT_SIGNS, *''.join(SIGNS_AROUND).replace(' ', '')})))}]"
)
"""A text without any of them holds nothing that could be a mark, a remark or a letter that was spoilt."""
UNDERSCORES = regex(r"(?<![\w_])__?[^\W_][^_]*__?(?![\w_])")


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


def _trim_breaks(runs: Text) -> Text:
    """Return the runs of a cell without breaks at its ends, and without empty lines and runs."""
    kept = list[Run]()
    for run in runs:
        if not (run.text or run.note or run.cited):
            continue
        if run.text != "\n" or (kept and kept[-1].text != "\n"):
            kept.append(run)
    return tuple(kept[:-1] if kept and kept[-1].text == "\n" else kept)


def _drop_blanks(tokens: "list[Token]") -> "Iterator[Token]":
    """Yield tokens without a blank between the marks of two notes, which is printed nowhere."""
    for at, token in enumerate(tokens):
        beside = {other.type for other in (*tokens[at - 1 : at], *tokens[at + 1 : at + 2])} if at else set()
        if not (token.type == "text" and not token.content.strip() and token.content and beside == {"footnote_ref"}):
            yield token


def _name_letter(entity: str) -> str:
    from html import unescape  # with the table of all its names

    letter = unescape(entity)
    return f"«{letter}»" if letter.strip() else BLANK


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
        self.is_refused = False  # a sign of web pages stands in it, which is told once for all
        data = tree.data if isinstance(tree.data, dict) else {}
        declared = data.get("bang")
        self.tables = [*(declared if isinstance(declared, dict) else ()), *filter(data.get, ENTRY_LISTS)]

    def read(self, path: NodePath, content: str) -> None:
        self.path, self.content, self.at, self.is_refused = path, content, 0, False
        if "[" in content and not self._check_brackets(path, content):
            return
        for stray in find_directives(content, self.tables):
            self._tell_stray(stray)
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
        for found in BEFORE_WORD.finditer(content) if "[^" in content else ():
            self._tell_stray(Stray("note", found.start(), found[0], f"{found['word']}{found['mark']}"))
        return True

    def _simple_runs(self, content: str) -> list[Run]:
        """Return the runs of a text whose marks leave no doubt; none for another, which markdown-it reads."""
        runs = list[Run]()
        for words, bold, italic in drop_blanks(read_simple(content)):
            if words == "\n":
                runs.append(Run("\n") if is_cell(self.path) else Run(" ", bold, italic))
                continue
            if not is_note_or_citation(words):
                self._warn_unpaired(words)
                runs.append(Run(words, bold, italic))
            elif words.startswith("[^"):
                runs.append(self._mark(words[2:-1]))
                continue
            else:
                runs.append(self._citation(words, bold, italic))
            self._advance(words)
        return runs

    def _runs(self, content: str) -> Iterator[Run]:
        from .inline_parser import build_inline_parser  # with markdown-it, which most drafts do without

        bold = italic = 0
        tokens = build_inline_parser().parseInline(content)[0].children or []
        self._warn_uneven(tokens)
        for token in _drop_blanks(tokens):
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
                case "code_inline":
                    yield Run(token.content, bold > 0, italic > 0)
                case "citation":
                    yield self._citation(token.content, bold > 0, italic > 0)
                case "footnote_ref":
                    yield self._mark(str(token.meta["label"]))
            if token.type in REFUSED:
                self._refuse(token)
            elif token.content:
                self._advance(token.content)

    def _refuse(self, token: "Token") -> None:
        if token.type == "image":
            self._report("E252", "![")
            return
        if self.is_refused:
            return
        self.is_refused = True
        if comment := find_comment(self.content):
            self._tell_stray(Stray("remark", 0, comment))
            return
        notes = self.tree.data.get("chu_thich")
        for start, mark, right in list_web_signs(self.content, notes if isinstance(notes, dict) else ()):
            if right.startswith("[^"):
                self.marks[right[2:-1]] += 1  # of which is told that it is mistyped, and not that it is missing
            self.at = start
            self._tell_stray(Stray("web", start, mark, right))

    def _tell_stray(self, stray: Stray) -> None:
        """Tell signs that are read as nothing; where that is an error the rules say nothing of the text."""
        mark = shorten(stray.mark, SHOWN_SIGN, placeholder="…")
        match stray.kind:
            case "around":
                self._report("W890", stray.mark, move=False, mark=mark, right=stray.right)
            case "unknown":
                self._report("W891", stray.mark, move=False, mark=mark)
            case "directive":
                self._report("E891", stray.mark, move=False, mark=mark, right=stray.right)
            case "remark":
                self._report("E895", stray.mark, move=False, mark=mark)
            case "web":
                self._report("E896", stray.mark, move=False, mark=mark, right=stray.right)
            case "spoilt":
                self._report("W896", stray.mark, move=False, mark=mark)
            case "note":
                self._report("E154", stray.mark, move=False, mark=mark, right=stray.right)
        self.findings[-1] = replace(self.findings[-1], cause=Cause.STRAY)

    def _warn_uneven(self, tokens: "list[Token]") -> None:
        """Warn of an asterisk that is left right beside those of bold or italic words: **words*."""
        for before, behind in pairwise(tokens):
            is_left = before.type == "text" and behind.type in OPENING and before.content.endswith("*")
            is_right = behind.type == "text" and before.type in CLOSING and behind.content.startswith("*")
            text = before if is_left else behind
            if (is_left or is_right) and "**" not in text.content:
                self._report("W250", "*", move=False)
                self._fold_sign()

    def _citation(self, mark: str, bold: bool, italic: bool) -> Run:
        if found := CITATION.fullmatch(mark):
            return Run("", bold, italic, cited=found["id"])
        if found := OPEN_CITATION.match(self.content, self.content.find(mark, self.at)):
            self._tell_stray(Stray("directive", found.start(), found[0], f"{found[0]}]"))
            return Run(mark, bold, italic)
        self._report("E370" if is_meant(mark) else "W371", mark, move=False, mark=mark)
        return Run(mark, bold, italic)

    def _mark(self, label: str) -> Run:
        notes = self.tree.data.get("chu_thich")
        self.marks[label] += 1
        snippet = f"[^{label}]"
        if self.path[0] == "chu_thich":
            self._report("E143", snippet, label=label)
        elif label not in (notes if isinstance(notes, dict) else {}):
            if is_swallowed(label, self.lines, self.tree.findings):
                return Run(note=label)
            self._report("E144", snippet, label=label)
            self.findings[-1] = replace(self.findings[-1], cause=Cause.NO_NOTE)
        elif self.marks[label] > 1:
            self._report("E145", snippet, label=label)
        self._advance(snippet)
        return Run(note=label)

    def _warn_unpaired(self, typed: str) -> None:
        """Tell of marks that are left in words; each pattern is tried where a sign stands that it begins with."""
        if not SIGNS_OF_MARKS.search(typed):
            return
        if "**" in typed:
            self._report("W139", "**", move=False)
            self._fold_sign()
        elif "*" in typed and (found := LONE_ASTERISK.search(typed)):
            words = shorten((found["words"] or found["before"]).strip("* "), SHOWN_BEHIND_MARK, placeholder="…")
            self._report("W930", found[0], move=False, words=words)
            self._fold_sign()
        for stray in (*find_around(typed), *find_remark(typed), *find_spoilt(typed)):
            self._tell_stray(stray)
        if "[" in typed and (found := INLINE_NOTE.search(typed)):
            self._tell_inline(found)
        elif "[" in typed and (found := SPACED_LABEL.search(typed)):
            label = "-".join(found[1].split())
            self.marks[label] += 1  # of which is told that it is mistyped, and not that it is missing
            self._report("E154", found[0], move=False, mark=f"[^{found[1]}]", right=f"[^{label}]")
        if any(sign in typed for sign in LABEL_SIGNS):
            self._keep_bare(typed)
        for found in ENTITY.finditer(typed) if "&" in typed else ():
            self._report("W254", found[0], mark=found[0], right=_name_letter(found[0]))
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
                cause = Cause.SYNTAX if found.lastgroup == "wide" else Cause.STRAY
                self.bare[label] = replace(self.findings.pop(), cause=cause)

    def _advance(self, snippet: str) -> int:
        """Return where the next such piece of the text stands, and go on behind it."""
        found = self.content.find(snippet, self.at)
        if found < 0:
            return self.at
        self.at = found + len(snippet)
        return found

    def _fold_sign(self) -> None:
        """Keep what was told last of a sign that is printed, unless it is the other half of one right above."""
        finding = replace(self.findings.pop(), cause=Cause.STRAY)
        above = next((f for f in reversed(self.findings) if f.id == finding.id), None)
        if above is None or not 0 < finding.place.line - above.place.line <= NEAR_HALF:
            self.findings.append(finding)

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
        self._tell_bare(notes if isinstance(notes, dict) else {})
        refused, guesses = list_in_refused(self.lines, self.tree.findings), MOST_GUESSED
        for label, content in notes.items() if isinstance(notes, dict) else ():
            place = self._place(("chu_thich", label))
            if not self.marks[label] and label in self.bare:
                self.findings.append(self.bare[label])
            elif not self.marks[label] and label != lone and label not in refused:
                guesses -= 1
                if guesses < 0 or not self._tell_odd_mark(label):
                    self.findings.append(Finding("E146", place, {"label": label}, Cause.LONE_NOTE))
            if content == "":
                self.findings.append(Finding("E147", place, {"label": label}))

    def _tell_bare(self, notes: Mapping[str, Any]) -> None:
        """Tell [1] at a word where there is no such note: where as many notes have no mark, these are meant."""
        bare = [f for label, f in self.bare.items() if label not in notes and self._is_at_word(f.place)]
        lone = [label for label in notes if not self.marks[label] and label not in self.bare]
        if len(bare) != len(lone):
            self.findings += bare
            return
        for label, finding in zip(lone, bare, strict=True):
            self.marks[label] += 1
            self.findings.append(replace(finding, facts={**finding.facts, "right": f"[^{label}]"}))

    def _is_at_word(self, place: Place) -> bool:
        is_typed = 0 < place.line <= len(self.lines)  # what was read out of a Word file has no lines
        return is_typed and bool(AT_WORD.search(self.lines[place.line - 1], max(place.column - 2, 0)))

    def _tell_odd_mark(self, label: str) -> bool:
        """Tell of a note without a mark where its mark stands in other brackets, and whether it does."""
        for path, content in list_text_nodes(self.tree.data):
            found = find_odd_mark(label, content) or RAISED_FIGURE.search(content)
            if path[0] != "chu_thich" and found:
                self.path, self.content, self.at = path, content, 0
                self._tell_stray(Stray("note", found.start(), found[0], f"[^{label}]"))
                return True
        return False

    def _join_lone_mark(self, notes: Mapping[str, Any]) -> str | None:
        """Return the one note without a mark where one mark is without a note: that is told once, as one slip."""
        lone = [label for label in notes if not self.marks[label]]
        missing = [finding for finding in self.findings if finding.cause is Cause.NO_NOTE]
        if len(lone) != 1 or len(missing) != 1:
            return None
        facts = {"label": missing[0].facts["label"], "other": lone[0]}
        self.findings[self.findings.index(missing[0])] = Finding("E221", missing[0].place, facts)
        return lone[0]
