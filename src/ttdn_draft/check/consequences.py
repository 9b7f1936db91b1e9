"""Leaves out what only follows from something else: what was read and what rules say go in, what is told comes out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from ..errors import SEVERITIES, Cause, Finding
from ..messages import write_day

K = TypeVar("K")
OF_TEXT_LINE = (Cause.RESHAPED, Cause.STRAY, Cause.MISREAD, Cause.PASTED_FOOT)
OF_HEAD_LINE = (Cause.UNSEEN_SIGN, Cause.REMARK)
PATHS_OF_TEXTS = ("$.noi_dung", "$.phu_luc", "$.chu_thich", "$.bang", "$.nhiem_vu", "$.so_lieu")
SUBJECT = "$.trich_yeu"
PATHS_OF_NAMES = ("$.co_quan.", "$.ky.", "$.ky[", "$.dia_danh", "$.luu")


def leave_out_consequences(read: Iterable[Finding], told: Iterable[Finding], raw: str) -> list[Finding]:
    """Return what rules tell of a document, each slip once.

    `read` is what was found when its text, `raw`, was read, and of its day. The rules say nothing of lines that are
    read as something else than they were meant as, of a value that is refused or of which the reader has told, of a
    day that must be a slip; of a document of the other system they say only that it is one. What is graver than what
    it is left out for stays: an error behind a warning would be printed.
    """
    read = list(read)
    far = [finding.facts["day"] for finding in read if finding.cause is Cause.FAR_DAY]
    days = {*far, *(write_day(day) for day in far if isinstance(day, date))}
    is_day_wrong = any(finding.place.path == "$.ngay" and finding.severity == "error" for finding in read)
    lines, misread = raw.split("\n"), set[int]()
    for finding in read:
        if finding.cause is Cause.MISREAD:
            misread |= _list_block(lines, finding.place.line)
        elif finding.cause is Cause.PASTED_FOOT:
            misread |= set(range(finding.place.line, len(lines) + 1))
    told = list(told)
    odd = _weigh_places((f.place.path, f) for f in read if f.cause is Cause.ODD_VALUE and f.place.path)
    left = [f for f in told if f.place.line not in misread or _is_of_head(f.place.path)]
    left = [f for f in left if _is_graver(f, odd.get(f.place.path))]
    gone = _weigh_places((f.place.path, f) for f in left if f.cause is Cause.TO_GO)
    left = [f for f in left if f.cause is Cause.TO_GO or _is_graver(f, gone.get(f.place.path))]
    refused = {f.place.path for f in left if f.message is None and f.severity == "error" and _is_of_head(f.place.path)}
    left = [f for f in left if f.message is None or f.place.path not in refused]
    left = [f for f in left if not (is_day_wrong and f.message and "day" in f.facts)]
    of_lines = (f for f in read if f.place.line and (f.severity == "error" or f.cause in OF_HEAD_LINE))
    left = _keep_one_a_spot(_leave_out_years(left))
    has_lines = "\n" in raw.strip()  # a JSON file may have all in one, of which nothing follows
    left = _keep_one_a_name(left, _weigh_places((f.place.line, f) for f in of_lines if has_lines))
    return _tell_system([finding for finding in left if finding.facts.get("day") not in days])


def _leave_out_years(told: list[Finding]) -> list[Finding]:
    """Return what rules tell without what is held against a year of the subject that does not fit the day, or that day.

    Either is the slip, and each time in the text is right for one of them.
    """
    for wrong in [finding for finding in told if finding.cause is Cause.OTHER_YEAR]:
        year, day = wrong.facts["year"], wrong.facts.get("day")
        weight = SEVERITIES.index(wrong.severity)
        told = [f for f in told if f is wrong or not _is_held_against(f, year, day) or _is_graver(f, weight)]
    return told


def _is_held_against(finding: Finding, year: object, day: object) -> bool:
    """Tell whether a finding names the year of the subject, or, of the text, the day where that may be the slip."""
    facts, path = finding.facts, finding.place.path
    is_of_day = isinstance(day, date) and str(day.year) in str(facts.get("day", ""))
    is_of_day = is_of_day and (path == SUBJECT or not _is_of_head(path))
    return facts.get("year") == year or is_of_day or str(year) in str(facts.get("right", ""))


def _keep_one_a_spot(told: list[Finding]) -> list[Finding]:
    """Return what rules tell with one finding of each rule for the same words, the gravest.

    Of a time one is enough, whatever it is held against: the day, the subject, or the year of a plan.
    """
    kept = dict[tuple[object, ...], Finding]()
    for finding in told:
        spot = _spot_of(finding)
        if spot not in kept or _is_graver(finding, SEVERITIES.index(kept[spot].severity)):
            kept[spot] = finding
    return [f for f in told if not f.words or kept[_spot_of(f)] is f]


def _spot_of(finding: Finding) -> tuple[object, ...]:
    kind = finding.cause if finding.cause is Cause.OTHER_TIME else finding.id
    return kind, finding.place, finding.words


def _weigh_places(findings: Iterable[tuple[K, Finding]]) -> dict[K, int]:
    """Return how grave the gravest finding of each place is, 0 for an error."""
    weights = dict[K, int]()
    for place, finding in findings:
        weights[place] = min(weights.get(place, len(SEVERITIES)), SEVERITIES.index(finding.severity))
    return weights


def _is_graver(finding: Finding, other: int | None) -> bool:
    """Tell whether a finding is graver than what was told of its place, or nothing was."""
    return other is None or SEVERITIES.index(finding.severity) < other


def _keep_one_a_name(told: list[Finding], lines: Mapping[int, int]) -> list[Finding]:
    """Return what rules tell with one finding for each name of head or foot, and none where the reader has told.

    A name is one value, and one slip in it can make it look wrong to several rules; `lines` are those of the reader,
    with how grave it is what it told there. What is told of a name is as grave as the gravest of it.
    """
    of_names = [f for f in told if f.place.path.startswith(PATHS_OF_NAMES) and f.severity != "note" and f.message]
    loud = {(f.place.path, f.words) for f in of_names}
    told = [f for f in told if f.severity != "note" or (f.place.path, f.words) not in loud]
    worst = _weigh_places((finding.place.path, finding) for finding in of_names)
    kept = dict[str, Finding]()
    for finding in of_names:
        path = finding.place.path
        if path not in kept or _weigh(finding) < _weigh(kept[path]):
            kept[path] = finding
    folded = {id(f) for f in of_names if f is not kept[f.place.path]}
    graver = {id(f): replace(f, level=SEVERITIES[worst[path]]) for path, f in kept.items()}
    left = (graver.get(id(f), f) for f in told if id(f) not in folded)
    return [f for f in left if not _is_of_head(f.place.path) or _is_graver(f, lines.get(f.place.line))]


def _weigh(finding: Finding) -> tuple[bool, int]:
    """Return how much before others a finding is told: what is not written or mistyped, then what is graver."""
    return finding.cause not in (Cause.UNWRITTEN, Cause.MISSPELT), SEVERITIES.index(finding.severity)


def tell_lines_once(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings, sorted by place, of which each line that is read as something else, or as nothing, has one.

    The line is mended first; what else is wrong with its words is told when they are read as what they are.
    """
    found = list(found)
    first = dict[tuple[str, int], Finding]()
    for finding in found:
        if finding.cause in OF_TEXT_LINE and finding.place.line and not _is_of_head(finding.place.path):
            at = (finding.place.file, finding.place.line)
            if at not in first or SEVERITIES.index(finding.severity) < SEVERITIES.index(first[at].severity):
                first[at] = finding
    told = {(f.place.file, f.place.line) for f in found if f.cause is not Cause.GUESSED}
    found = [f for f in found if f.cause is not Cause.GUESSED or (f.place.file, f.place.line) not in told]
    return tuple(f for f in found if _is_told(f, first.get((f.place.file, f.place.line), f)))


def _is_told(finding: Finding, first: Finding) -> bool:
    """Tell whether a finding is told beside the one of its line: the same once more, and a note that is not there.

    What is graver is told too, and what is of the head or of another text: a JSON file may have all in one line.
    """
    path, other = finding.place.path, first.place.path
    is_same = not (path and other) or path.startswith(other) or other.startswith(path)
    is_elsewhere = _is_of_head(path) or not is_same
    is_graver = _is_graver(finding, SEVERITIES.index(first.severity))
    return finding.id == first.id or finding.cause is Cause.NO_NOTE or is_elsewhere or is_graver


def _is_of_head(path: str) -> bool:
    """Tell whether a path is that of a value of head or foot; in one of a text more than one thing can be wrong."""
    return path.startswith("$.") and not path.startswith(PATHS_OF_TEXTS)


def _list_block(lines: Sequence[str], line: int) -> set[int]:
    """Return the numbers of the lines of the paragraph in which a line, from 1, stands."""
    first = last = line
    while first > 1 and lines[first - 2].strip():
        first -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return set(range(first, last + 1))


def _tell_system(told: list[Finding]) -> list[Finding]:
    """Return only that a document is of the other system, as grave as the gravest of what follows from that."""
    other = [finding for finding in told if finding.cause is Cause.OTHER_SYSTEM]
    if not other:
        return told
    worst = min((finding.severity for finding in told), key=SEVERITIES.index)
    return [replace(finding, level=worst) for finding in other]
