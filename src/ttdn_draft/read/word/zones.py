"""Finds the zones of a Word file: a Story goes in, every line of it comes out once, with what it is taken for."""

from collections.abc import Iterator

from .annexes import find_annex_start, find_annexes
from .bodies import find_body
from .feet import find_edges, find_foot, find_foot_start
from .heads import find_head_zones, find_kind_line
from .lines import Story, WordTable
from .titles import find_title
from .zoned import Content, Items, WordItem, Zone, Zoned

__all__ = ["Zone", "Zoned", "find_zones"]


def find_zones(story: Story) -> tuple[Zoned, ...]:
    """Return every line of a file once, in the order in which it is read, with its zone.

    Notes come behind the text, what stands in headers and footers last.
    """
    notes = (Zoned(Zone.NOTE, note) for note in story.notes.values())
    return (*_zones(list_word_items(story)), *notes, *find_edges(story.edges))


def list_word_items(story: Story) -> list[WordItem]:
    """Return the paragraphs and tables at the top of a file; a table of one cell is what stands in it."""
    return [
        WordItem(content, number, stretch.is_landscape)
        for number, stretch in enumerate(story.stretches)
        for whole in stretch.content
        for content in (_inside(whole) if isinstance(whole, WordTable) else (whole,))
    ]


def _inside(table: WordTable) -> Iterator[Content]:
    cells = [cell for row in table.rows for cell in row]
    yield from cells[0].content if len(cells) == 1 else (table,)


def _zones(items: Items) -> Iterator[Zoned]:
    kind = find_kind_line(items)
    head, rest = items[: kind.start], items[kind.start :]
    yield from find_head_zones(head)
    title, taken = find_title(rest, has_kind=kind.is_found)
    yield from title
    rest = rest[taken:]
    start = find_foot_start(rest)
    unsigned = find_annex_start(rest) if start == len(rest) else start
    yield from find_body(rest[:unsigned])
    foot, taken = find_foot(rest[start:])
    yield from foot
    yield from find_annexes(rest[unsigned + taken :])
