"""The common part read once for all rows: a Source with words in the place of its marks goes in, one a row comes out.

Where each mark stands inside a line of words, the words of a cell change nothing but themselves: the blocks, styles,
places and findings of the text are those of the common part. Where that is not certain, nothing is prepared, and each
row is read as a whole.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..model import CELL_MARK, Source
from ..patterns import regex
from ..yaml_nodes import YamlTree
from . import doubt_values, finish_tree
from .cell_marks import find_cell_marks, is_tame
from .common_part import MARKDOWN_ENDING, CommonPart, Filling, fill_tree, find_marked, list_typed, put_values
from .doubts import settle_doubts
from .formats import READERS
from .front_slips import merge_slips
from .text_nodes import list_text_nodes
from .texts import read_texts
from .typed_headings import CHAPTER

STAND_IN = "Ơq{}ơ"  # a word that stands in no text
WORDS_BEFORE = regex(r"[a-zà-ỹ]{2}")
BEGINS_BLOCK = regex(r"\s*(?:#+|[-+*]|\d+[.)]|\[\^[^\]\s]+\]:)?\s*")
CHAPTER_LINE = regex(f"^(?:{CHAPTER.pattern})", re.M | re.I)
"""A heading that may be typed without its mark: whether it is one depends on how long it is."""


class PreparedPart:
    """A common part whose text is read, with a word in the place of each mark."""

    def __init__(self, common: CommonPart, marks: Mapping[str, str], tree: YamlTree, source: Source) -> None:
        self.common, self.marks, self.tree, self.source = common, marks, tree, source
        self.texts = {p: text for p, text in source.texts.items() if any(_has_mark(run.text, marks) for run in text)}
        self.marked = find_marked(tree.data)  # in the head: in the text words stand in their place
        self.contents = {path: text for path, text in list_text_nodes(tree.data) if _has_mark(text, marks)}
        cuts = re.split(f"({'|'.join(marks.values()) or '(?!)'})", source.raw)
        columns = {mark: column for column, mark in marks.items()}
        self.raw, self.raw_columns = cuts[::2], [columns[mark] for mark in cuts[1::2]]
        told = {*doubt_values(tree, common.file, source.raw), *tree.findings, *common.findings}
        self.text_findings = [found for found in read_texts(tree, common.file, source.raw)[1] if found not in told]

    def fill(self, filling: Filling) -> Source | None:
        """Return the Source of a row; nothing where its words are not such as stand anywhere as they are."""
        if not all(map(is_tame, filling.words.values())):
            return None
        words = [(mark, filling.words[column]) for column, mark in self.marks.items()]
        data = put_values(self.tree.data, {path: _put(words, text) for path, text in self.contents.items()})
        tree = replace(self.tree, data=data, brackets=dict(self.tree.brackets))
        fill_tree(tree, filling, self.marked)
        changed = {path: tuple(replace(run, text=_put(words, run.text)) for run in t) for path, t in self.texts.items()}
        settled, texts = settle_doubts(tree.data, {**self.source.texts, **changed})
        raw = [
            piece
            for cut, column in zip(self.raw, self.raw_columns, strict=False)
            for piece in (cut, filling.words[column])
        ]
        typed = "".join([*raw, self.raw[-1], list_typed(filling)])
        doubts = doubt_values(tree, self.common.file, typed)
        found = (*self.common.findings, *tree.findings, *doubts, *self.text_findings)
        filled = replace(
            self.source,
            data=settled,
            texts=texts,
            findings=merge_slips(found),
            raw=typed,
            brackets=tree.brackets,
        )
        vars(filled).update(ends=self.source.ends, sorted_places=self.source.sorted_places)  # of the same positions
        return filled


def prepare_part(common: CommonPart) -> PreparedPart | None:
    """Return a common part whose text is read; nothing where the words of a row may change how it is read."""
    if common.suffix != MARKDOWN_ENDING or CHAPTER_LINE.search(common.filled[common.body_at :]):
        return None
    body = common.filled[common.body_at :]
    columns = sorted({column for column, _ in find_cell_marks(body)})
    marks = {column: STAND_IN.format("z" * number) for number, column in enumerate(columns, 1)}
    text = common.filled[: common.body_at] + CELL_MARK.sub(lambda found: marks[found["column"]], body)
    tree = READERS[MARKDOWN_ENDING](text, common.file)
    if tree.is_broken or not isinstance(tree.data, dict) or not all(map(_is_inner, _list_lines(text, marks))):
        return None
    source = finish_tree(replace(tree, findings=list(tree.findings)), common.file, common.folder, text, common.findings)
    prepared = PreparedPart(common, marks, tree, source)
    return prepared if _is_sure(prepared, text) else None


def _list_lines(text: str, marks: Mapping[str, str]) -> Iterator[str]:
    """Yield what stands before the first mark of each line that holds one."""
    for line in text.split("\n"):
        if places := [line.index(mark) for mark in marks.values() if mark in line]:
            yield line[: min(places)]


def _is_inner(before: str) -> bool:
    """Tell whether words stand before a mark, so that nothing in its line begins with those of a cell."""
    bare = BEGINS_BLOCK.sub("", before)
    return WORDS_BEFORE.search(bare) is not None and not bare.startswith(("**", "|", "[", "!", "<"))


def _is_sure(prepared: PreparedPart, text: str) -> bool:
    """Tell whether every mark stands in the words of a text, alone in its line, and nothing is told of that line."""
    shown = sum(run.text.count(mark) for t in prepared.texts.values() for run in t for mark in prepared.marks.values())
    lines = {n for n, line in enumerate(text.split("\n"), 1) if _has_mark(line, prepared.marks)}
    places = Counter(line for line, _ in set(prepared.source.positions.values()))
    is_alone = all(places[line] <= 1 for line in lines)
    is_told = any(found.place.line in lines for found in (*prepared.tree.findings, *prepared.text_findings))
    is_same = prepared.contents.keys() == prepared.texts.keys()
    return shown == len(prepared.raw_columns) and is_alone and is_same and not (is_told or prepared.source.data_files)


def _has_mark(text: str, marks: Mapping[str, str]) -> bool:
    """Tell whether the word of a mark stands in a text."""
    return any(mark in text for mark in marks.values())


def _put(words: list[tuple[str, str]], text: str) -> str:
    for mark, word in words:
        text = text.replace(mark, word)
    return text
