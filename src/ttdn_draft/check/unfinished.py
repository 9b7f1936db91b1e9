"""Looks for marks that would be printed as they are: a Draft and its Source go in, findings come out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import compress
from textwrap import shorten

from ..errors import Cause, Finding
from ..model import CITATION, LIKE_CITATION, Draft, Report, Source, Text, is_meant, plain_text
from ..model.marks import LIKE_GAP, PendingMark, find_pending, find_printed, write_doubt
from ..reuse import reuse_each
from ..yaml_nodes import NodePath
from .printed import Placed, comes_from_data, list_printed

HAS_CITATIONS = "can_cu"  # the one list of lines in which citations are read
SHOWN_LENGTH = 80  # of what is shown of a mark


def check_marks(draft: Draft, source: Source, report: Report) -> Iterator[Finding]:
    """Report citations where none is read; yield whatever is still to be done, in a draft a warning, else an error."""
    lines = [placed for placed in list_printed(draft) if "[" in placed[1]]  # without it there is no mark
    paths = compress(source.texts, reuse_each(_has_bracket, tuple(source.texts.values())))
    texts = [(path, plain_text(source.texts[path])) for path in paths]
    _check_citations([*lines, *(placed for placed in texts if comes_from_data(placed[0], source))], report)
    for path, text in (*lines, *texts):
        for like in LIKE_GAP.finditer(text):
            report("W117", path, mark=like[0])
        for mark in find_printed(text):
            if mark.is_open:
                report("N361", path, gap=mark.written)
    found = [(path, mark) for path, text in (*lines, *texts) for mark in find_pending(text)]
    yield from _check_asked(found, draft, source)
    lost = _find_lost_signs(found, draft)
    yield from (Finding("E814", source.place(path), {"name": name}) for path, name in lost.values())
    found = [(path, mark) for path, mark in found if not mark.name and mark not in lost]
    shown = _show_marks([mark for _, mark in found])
    for path, mark in found:
        if draft.draft_number and not mark.written.endswith("]"):
            yield Finding("W253", source.place(path), {"mark": shown[mark]}, Cause.UNFINISHED)
        elif draft.draft_number:
            yield Finding("W374", source.place(path), {"mark": shown[mark]}, Cause.UNFINISHED)
        else:
            yield Finding("E375", source.place(path), {"mark": shown[mark]})


def _has_bracket(text: Text) -> bool:
    return any("[" in run.text for run in text)


def _check_asked(found: Iterable[tuple[NodePath, PendingMark]], draft: Draft, source: Source) -> Iterator[Finding]:
    """Yield the doubts at the head that are open, once each, those used nowhere, and names that are not asked there."""
    used: dict[str, list[NodePath]] = {name: [path] for path, name in _find_lost_signs(found, draft).values()}
    for path, mark in found:
        if mark.name:
            used.setdefault(mark.name, []).append(path)
    for name in used.keys() - draft.doubts.keys():
        known = ", ".join(draft.doubts) or "—"
        yield from (Finding("E242", source.place(path), {"name": name, "known": known}) for path in used[name])
    for name, doubt in draft.doubts.items():
        place, count = source.place(("kiem_tra", name)), len(used.get(name, ()))
        if doubt.is_settled and not count:
            continue
        if not count:
            yield Finding("W243", place, {"name": name})
            continue
        facts: dict[str, object] = {"name": name, "question": doubt.question, "value": doubt.value, "count": count}
        if draft.draft_number:
            yield Finding("W244", place, facts, Cause.UNFINISHED)
        else:
            yield Finding("E245", place, facts)


def _find_lost_signs(
    found: Iterable[tuple[NodePath, PendingMark]], draft: Draft
) -> dict[PendingMark, tuple[NodePath, str]]:
    """Return the marks that name a doubt of the head without its sign #: [cần kiểm tra ten-ban]; where, and which."""
    bare = ((path, mark) for path, mark in found if not mark.name) if draft.doubts else ()
    return {mark: (path, mark.question.strip()) for path, mark in bare if mark.question.strip() in draft.doubts}


def _show_marks(marks: list[PendingMark]) -> Mapping[PendingMark, str]:
    """Return how each mark is shown: the same doubt alike, with its source where one place names it, and short.

    What would be taken for another when it is short is shown in full.
    """
    sources = {mark.question.casefold(): mark.source for mark in reversed(marks) if mark.source}
    whole = {mark: _write_with_source(mark, sources) for mark in marks}
    short = {words: shorten(words, SHOWN_LENGTH, placeholder=" …") for words in whole.values()}
    alike = Counter(short.values())
    return {mark: short[words] if alike[short[words]] == 1 else words for mark, words in whole.items()}


def _write_with_source(mark: PendingMark, sources: Mapping[str, str]) -> str:
    source = "" if mark.is_gap or mark.source else sources.get(mark.question.casefold(), "")
    return write_doubt(mark.question, source) if source else " ".join(mark.written.split())


def _check_citations(placed: Iterable[Placed], report: Report) -> None:
    """Report citations in lines of the head and foot, in titles and in data files."""
    for path, text in placed:
        for mark in (found[0] for found in LIKE_CITATION.finditer(text)):
            if path[0] != HAS_CITATIONS:
                report("E372" if is_meant(mark) else "W371", path, mark=mark)
            elif not CITATION.fullmatch(mark):
                report("E370" if is_meant(mark) else "W371", path, mark=mark)
