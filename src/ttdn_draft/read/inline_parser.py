"""Builds the parser for what stands in a line: a text goes in, its words, marks, notes and citations come out."""

from functools import cache
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, emphasis
from mdit_py_plugins.footnote import footnote_plugin

from ..model import LIKE_CITATION
from ..patterns import regex

BOTH_MARKS = regex(r"[(\[][)\]]")
ESCAPED = "\n"  # stands for a letter behind a backslash, where marks are looked for


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
