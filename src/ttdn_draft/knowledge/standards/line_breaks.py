"""Breaks long names: a name and the width of its column go in, lines whose words belong together come out.

The standards only allow several lines (05-HD/VPTW, trang 6; NĐ 30/2020, Phụ lục I, II.2b). A person breaks between
the parts of a name, before its province, and lets the lines be of about one length. A break is good where it is known
to be: before a unit or a joint, behind a comma or the word for a body, before a group of words that stands for itself.
Two known words in a row may belong together (hữu nghị behind tổ chức), so any other break is told. No line ends with a
dash but the one between two bodies of a joint document (05-HD/VPTW, trang 5-6), which stands behind the first.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, combinations, pairwise

from ...kept import work_out_once
from ...patterns import regex
from ...records import dataclass
from ...resources import read_knowledge
from ..names import fold_name

COMPOUNDS = "compounds.txt"
_BETWEEN = "\0"  # two lines of the list that are folded together
LEVELS = ("thành phố", "tỉnh", "huyện", "quận", "thị xã", "xã", "phường", "đặc khu")
COMMITTEES = ("tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy")  # the name of their unit follows
PARTY_COMMITTEE = "đảng ủy"  # of a unit where the word for its level follows, of a body elsewhere
BODIES = (
    *("ban", "báo", "bộ chỉ huy", "bộ tư lệnh", "chi cục", "công an", "cục", "đài", "đảng bộ", "đảng ủy", "hội"),
    *(
        "hội đồng",
        "kho bạc",
        "liên đoàn",
        "liên hiệp",
        "mặt trận",
        "phòng",
        "sở",
        "tạp chí",
        "tỉnh đoàn",
        "thành đoàn",
        "tòa án",
    ),
    *("trung tâm", "trường", "ủy ban", "ubnd", "văn phòng", "viện", "vụ"),
)
HEADS = ("ban", "báo", "bộ", "các", "cục", "đài", "hội", "phòng", "phó", "sở", "tạp chí", "tổ", "trường", "viện", "vụ")
JOINTS = ("và", "của", "về", "tại", "trên", "ở", "theo", "cho")  # a line may begin with these, and never ends with one
TIMES = ("giai đoạn", "nhiệm kỳ", "lần thứ", "khóa")  # these end the name of a unit
LISTED = "các"
NO_UNIT_BEHIND = (LISTED, "cấp", "liên")  # cấp tỉnh, liên xã: no unit is named
DASHES = ("-", "–")
# how willingly a line ends, best first; the last two are told
BEFORE_LEVEL, BEFORE_JOINT, BETWEEN_GROUPS, BETWEEN_WORDS, BEHIND_LEVEL = range(5)
MOST_LINES = 5
NUMBER = regex(r"\d+|[ivxlc]+")
Measure = Callable[[str], float]


@dataclass(frozen=True)
class Broken:
    """The lines of a name; `is_good` says that each fits its column and ends where the name has a good joint."""

    lines: tuple[str, ...]
    is_good: bool = True


@dataclass(frozen=True)
class _Edges:
    """Whether a line may begin with a compound, end with it whatever follows, and must not end with it."""

    begins_line: bool
    ends_line: bool
    goes_on: bool


def break_name(name: str, width: float, measure: Measure) -> Broken:
    """Return the fewest lines of a name that fit a width in mm, broken at its best joints and balanced.

    `measure` gives the width of a text in mm. Each body of a joint document begins a line. A body without any break
    that fits comes back whole.
    """
    if measure(name) <= width:
        return Broken((name,))
    bodies = [_break_body(body, width, measure) for body in _split_bodies(re.split(" +", name.strip(" ")))]
    if [body.is_good for body in bodies] == [False] and len(bodies[0].lines) == 1:
        return Broken((name,), is_good=False)  # to the letter
    return Broken(tuple(chain.from_iterable(body.lines for body in bodies)), all(body.is_good for body in bodies))


def _split_bodies(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the words of each body of a joint document; all but the last end with the dash between two bodies."""
    folded = [fold_name(word) for word in words]
    starts = [0, *(at for at in range(2, len(words)) if _begins_body(folded, at)), len(words)]
    return (words[start:end] for start, end in pairwise(starts))


def _break_body(words: Sequence[str], width: float, measure: Measure) -> Broken:
    """Return the lines of the name of one body.

    The name of a unit, Văn Miếu - Quốc Tử Giám, is parted from its level last, which is no good break, and never torn.
    """
    folded, joints = [fold_name(word) for word in words], dict(find_joints(words))
    unit = next((at for at in range(len(words)) if _is_unit(folded, at)), len(words))
    name = unit + _length_of_level(folded, unit)
    parted = {name: BEHIND_LEVEL} if name < len(words) and words[name] not in DASHES else {}
    known = {at: rank for at, rank in joints.items() if rank < BETWEEN_WORDS}
    if lines := _find_lines(words, known, width, measure):
        return Broken(lines)
    torn = {at: BETWEEN_WORDS for at in range(2, unit) if _meets_words(folded, at)} | parted | joints
    told = (_find_lines(words, usable, width, measure) for usable in (joints, torn))
    return Broken(next(filter(None, told), (" ".join(words),)), is_good=False)


def _find_lines(
    words: Sequence[str], joints: Mapping[int, int], width: float, measure: Measure
) -> tuple[str, ...] | None:
    """Return the fewest lines that fit, by their joints and the balance of their lengths; nothing where none do."""
    least = int(sum(map(measure, words)) / width)  # a longer text is not tried: the ways to cut it are countless
    for count in range(least, MOST_LINES):
        cuts = ((ends, _cut(words, ends)) for ends in combinations(sorted(joints), count))
        fitting = [
            (sum(joints[at] for at in ends), max(map(measure, lines)), lines)
            for ends, lines in cuts
            if all(measure(line) <= width for line in lines)
        ]
        if fitting:
            return min(fitting)[2]
    return None


def _cut(words: Sequence[str], ends: Sequence[int]) -> tuple[str, ...]:
    bounds = (0, *ends, len(words))
    return tuple(" ".join(words[start:end]) for start, end in pairwise(bounds))


def find_torn(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return from where to where words belong together that a line which ends before one of them would tear.

    A comma parts words: đảng ủy, ban chỉ đạo has no ủy ban in it.
    """
    if words[at - 1].endswith((",", ";")):
        return None
    folded = [fold_name(word.strip(",;.")) for word in words]
    if " ".join(folded[at - 1 : at + 1]) in _fold_all(COMMITTEES):
        return at - 1, at + 1
    spans = ((start, start + _compound_at(folded, start)) for start in range(at))
    return next(((start, end) for start, end in spans if end > at), None)


def find_joints(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places before which a line may end, as the number of words before it, each with how good it is."""
    folded = [fold_name(word.strip(",;")) for word in words]
    start = at = 0
    while at < len(words):
        if at and (rank := _rank(words, folded, start, at)) is not None:
            yield at, rank
        start, at = at, at + (1 if folded[at] in _fold_all(JOINTS) else _length_of_part(folded, at))


def _rank(words: Sequence[str], folded: Sequence[str], start: int, at: int) -> int | None:
    """Return how willingly a line ends before a word where a part begins; nothing where it must not.

    `start` is where the part before it begins.
    """
    if {words[at], words[at - 1]} & {*DASHES} or folded[at - 1] in _fold_all(JOINTS) or NUMBER.fullmatch(folded[at]):
        return None
    if at == 1:
        return BETWEEN_WORDS  # SỞ / VĂN HÓA: a word alone is no line
    if _is_committee(folded, at):
        return BEFORE_JOINT  # a committee rather begins a line together with the name of its unit
    if _level_at(folded, at):
        return BEFORE_LEVEL
    if folded[at] in _fold_all(JOINTS) or words[at - 1].endswith(","):
        return BEFORE_JOINT
    return BETWEEN_GROUPS if _parts_groups(folded, start, at) else BETWEEN_WORDS


def _parts_groups(folded: Sequence[str], start: int, at: int) -> bool:
    """Tell whether the list lets a line end behind the part that begins at `start`, or the next one begin at `at`."""
    if folded[at] == LISTED or _starts_with(folded, at, TIMES):
        return True
    before, behind = _edges_of_part(folded, start), _edges_of_part(folded, at)
    if before is None or before.goes_on:
        return False
    return before.ends_line or (behind is not None and behind.begins_line)


def _edges_of_part(folded: Sequence[str], at: int) -> _Edges | None:
    """Return what the list says of the part that begins at a word; nothing where its words are in no list."""
    if known := _compound_at(folded, at):
        return _compounds()[tuple(folded[at : at + known])]
    if _leads(folded, at):
        inner = _edges_of_part(folded, at + 1)
        return inner and replace(inner, begins_line=False)
    return None


def _fold_all(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_name, words))


def _length_of_part(folded: Sequence[str], at: int) -> int:
    """Return how many words belong together from a word on.

    The name of a unit takes all that follows it. Words that are in no list stay together: nobody knows where they end.
    """
    if (committee := _committee_at(folded, at)) and _level_at(folded, at + committee):
        return committee  # Thành ủy / Thành phố Hồ Chí Minh
    if _level_at(folded, at):
        return next((end for end in range(at, len(folded)) if _starts_with(folded, end, TIMES)), len(folded)) - at
    if known := _compound_at(folded, at):
        return known
    if _leads(folded, at):
        return 1 + _length_of_part(folded, at + 1)
    end = at + 1
    while end < len(folded) and not (_is_joint(folded, end) or _level_at(folded, end) or _compound_at(folded, end)):
        end += 1
    return end - at


def _leads(folded: Sequence[str], at: int) -> bool:
    """Tell whether a word is one that stays with the part behind it."""
    return (folded[at] in _fold_all(HEADS) or _is_authority(folded[at])) and at + 1 < len(folded)


def _is_authority(word: str) -> bool:
    """Tell whether a word is a mark of authority, which stands before what it is for: T/M, KT., Q."""
    return word.endswith(".") or "/" in word


def _begins_body(folded: Sequence[str], at: int) -> bool:
    """Tell whether another body begins at a word, behind a dash: the second one of a joint document."""
    if at >= len(folded) or folded[at - 1] not in DASHES:
        return False
    length = _starts_with(folded, at, BODIES)
    is_known = length > 1 or (length == 1 and _compound_at(folded, at + 1) > 0)  # sở Ngoại vụ, but not báo chí
    return is_known or _level_at(folded, at)


def _is_joint(folded: Sequence[str], at: int) -> bool:
    return folded[at] in _fold_all(JOINTS) or folded[at] in DASHES


def _committee_at(folded: Sequence[str], at: int) -> int:
    """Return how many words the committee of a unit has that stands at a place, with a name behind it; 0 where none."""
    if length := _starts_with(folded, at, COMMITTEES):
        return length
    party = _starts_with(folded, at, (PARTY_COMMITTEE,))
    return party if party and _is_unit(folded, at + party) else 0


def _is_committee(folded: Sequence[str], at: int) -> bool:
    """Tell whether a committee ends before a word."""
    return at > 1 and _committee_at(folded, at - 2) == 2


def _starts_with(folded: Sequence[str], at: int, names: Iterable[str]) -> int:
    """Return how many words the one of some names has that stands at a place, with a word behind it; 0 where none."""
    rest = " ".join(folded[at:])
    return next((len(name.split()) for name in _fold_all(names) if rest.startswith(f"{name} ")), 0)


def _is_unit(folded: Sequence[str], at: int) -> bool:
    """Tell whether the word for a level stands at a place, with the name of a unit behind it."""
    is_named = at == 0 or folded[at - 1] not in NO_UNIT_BEHIND
    return is_named and _length_of_level(folded, at) > 0 and not _compound_at(folded, at)


def _length_of_level(folded: Sequence[str], at: int) -> int:
    return _starts_with(folded, at, LEVELS)


def _level_at(folded: Sequence[str], at: int) -> bool:
    """Tell whether the word for a level stands at a place, with a name behind it."""
    return bool(_committee_at(folded, at)) or _is_unit(folded, at)


def _compound_at(folded: Sequence[str], at: int) -> int:
    """Return how many words the longest compound has that begins at a word; 0 where none does."""
    compounds = _compounds()
    most = min(len(folded) - at, max(map(len, compounds)))
    return next((n for n in range(most, 0, -1) if tuple(folded[at : at + n]) in compounds), 0)


def _meets_words(folded: Sequence[str], at: int) -> bool:
    """Tell whether one compound ends before a word and another begins with it, be they parts of a longer one or not."""
    lengths = range(2, max(map(len, _compounds())))
    return any(tuple(folded[max(at - n, 0) : at]) in _compounds() for n in lengths) and _compound_at(folded, at) > 1


@cache
def _compounds() -> Mapping[tuple[str, ...], _Edges]:
    """Return the compounds of the list, each with its edges: the list says what its signs mean."""
    text = read_knowledge(f"data/{COMPOUNDS}")
    lines = [line.strip() for line in text.splitlines() if line and not line.startswith("#")]
    joined = _BETWEEN.join(line.strip("|+ ").replace(",", "") for line in lines)
    folded = work_out_once("compounds", joined, lambda: fold_name(joined)).split(_BETWEEN)  # all in one step
    return {
        tuple(words.split()): _Edges(line.startswith("|"), line.endswith("|"), line.endswith("+"))
        for line, words in zip(lines, folded, strict=True)
    }
