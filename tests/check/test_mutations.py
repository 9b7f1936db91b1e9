"""One change to a correct document is found by the rule that it offends: mutations of the samples and the examples."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from ttdn_draft.mentions.dates import WEEKDAY_NAMES
from ttdn_draft.pipeline import check_text

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("templates/*/*/sample.md"), *ROOT.glob("examples/**/*.md")])
WANTED = 300  # mutations, at most AT_MOST of one kind in one document
AT_MOST = 4
FOUND = 0.95


@dataclass(frozen=True)
class Mutation:
    """A kind of mistake: where it can be made, what is written there, and the rules that may find it."""

    name: str
    where: re.Pattern[str]
    write: Callable[[re.Match[str]], str]
    rules: frozenset[str]
    is_of_head: bool = False
    is_of_first: bool = False


def _m(
    name: str,
    where: str,
    write: str | Callable[[re.Match[str]], str],
    *rules: str,
    head: bool = False,
    first: bool = False,
) -> Mutation:
    replace = write if callable(write) else (lambda found: found.expand(write))
    return Mutation(name, re.compile(where), replace, frozenset(rules), head, first)


def wrong_weekday(found: re.Match[str]) -> str:
    day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    return f"{WEEKDAY_NAMES[(day.weekday() + 1) % 7]}, {found[0]}"


MUTATIONS = [
    _m(
        "state symbol as the Party writes",
        r"\b(\d+/\d{4})/NĐ-CP\b",
        r"\1-NĐ/CP",
        "citation-system-swap",
        "citation-malformed",
    ),
    _m("Party symbol as the State writes", r"\b(\d+)-(NQ|CT|KL|QĐ|HD)/TW\b", r"\1/\2-TW", "citation-system-swap"),
    _m("year left out", r"\b(\d+)/\d{4}/NĐ-CP\b", r"\1/NĐ-CP", "citation-malformed"),
    _m("blank in a symbol", r"\b(\d+)/QĐ-TTg\b", r"\1 /QĐ-TTg", "citation-malformed", "spaces"),
    _m(
        "số left out", r"\b(Nghị định|Quyết định|Kết luận|Chỉ thị) số (\d)", r"\1 \2", "citation-so-missing", first=True
    ),
    _m("word doubled", r" (của|và|các|với|những) ", r" \1 \1 ", "doubled-word"),
    _m("two blanks", r"(?<=[a-zà-ỹ]) (?=[a-zà-ỹ]{3})", "  ", "spaces"),
    _m("blank before a comma", r"(?<=[a-zà-ỹ]),(?= [a-zà-ỹ])", " ,", "spaces"),
    _m("comma doubled", r"(?<=[a-zà-ỹ]),(?= [a-zà-ỹ])", ",,", "punct-double"),
    _m("bracket not closed", r"(?<=\w)\)(?=[ ,;.])", "", "quote-unclosed"),
    _m("known wrong word", r"\btuyên truyền\b", "tuyên tuyền", "word-confusion", "syllable-impossible"),
    _m("impossible syllable", r"\bđối ngoại\b", "đối ngoaij", "syllable-impossible", "word-confusion"),
    _m(
        "weekday",
        r"(?<=ngày )(?P<day>\d{2})/(?P<month>\d{1,2})/(?P<year>20\d{2})(?! của)",
        wrong_weekday,
        "weekday-wrong",
    ),
    _m("day that is none", r"(?<=ngày )\d{1,2}/(0?[469]|11)/(20\d{2})\b", r"31/\1/\2", "date-impossible"),
    _m("district that ended", r"\b(?<!Tỉnh )tỉnh Cao Bằng\b(?=[ ,;.])", "huyện Trùng Khánh", "district-ended"),
    _m(
        "ministry that ended",
        r"\bBộ Văn hóa, Thể thao và Du lịch\b",
        "Bộ Thông tin và Truyền thông",
        "ministry-renamed",
    ),
    _m(
        "deputy as head under KT",
        r"chuc_vu: PHÓ (CHỦ TỊCH|TRƯỞNG BAN|GIÁM ĐỐC)\n",
        r"chuc_vu: \1\n",
        "sign-kt",
        head=True,
    ),
    _m("recipient twice", r"(noi_nhan:\n)(  - [^\n]+\n)", r"\1\2\2", "recipient-duplicate", head=True),
    _m("title before a name", r"ho_ten: (?=[A-ZĐ])", "ho_ten: TS. ", "sign-academic-title", head=True),
    _m("span of years backwards", r"\bgiai đoạn (20\d{2}) - (20\d{2})\b", r"giai đoạn \2 - \1", "period-wrong"),
    _m("quarter that is none", r"\b([Qq]uý) (I{1,3}|IV)\b", r"\1 V", "period-wrong"),
    _m(
        "count of years",
        r"\b(\d)(\d) năm (?=Ngày [^\n(]{3,80}\(\d)",
        lambda f: f"{f[1]}{(int(f[2]) + 1) % 10} năm ",
        "anniversary-count",
    ),
    _m("annex that is none", r"\bPhụ lục (I{1,3}|\d)\b(?= kèm)", "Phụ lục IX", "ref-dangling", "annex-link"),
]


def is_found(text: str, mutation: Mutation, folder: Path) -> bool:
    findings = check_text(text, "md", name="van-ban.md", folder=folder).findings
    return any(finding.id in mutation.rules for finding in findings)


def list_places(text: str, mutation: Mutation) -> list[re.Match[str]]:
    """Return where a mistake can be made: in values of the head and in the text, not in remarks and lists in brackets.

    A number of a document counts where it is first named: later it may be short.
    """
    start = 0 if mutation.is_of_head else text.index("\n---\n", 4)
    places = list(mutation.where.finditer(text, start))
    return places[:1] if mutation.is_of_first else places


def list_mutations() -> Iterator[tuple[str, Mutation, str, Path]]:
    """Yield documents with one mutation each and the folders of their data, the same in each run."""
    choose = random.Random(14)  # noqa: S311 - the same in each run
    for file in DOCUMENTS:
        text = file.read_text(encoding="utf-8")
        for mutation in MUTATIONS:
            places = list_places(text, mutation)
            for found in choose.sample(places, min(AT_MOST, len(places))):
                name = f"{file.relative_to(ROOT).as_posix()}: {mutation.name}: {found[0]!r}"
                yield name, mutation, text[: found.start()] + mutation.write(found) + text[found.end() :], file.parent


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_document_that_is_changed_is_correct(file: Path) -> None:
    findings = check_text(file.read_text(encoding="utf-8"), "md", name=file.name, folder=file.parent).findings
    assert [found.tell() for found in findings if found.severity != "note"] == []


def test_rules_find_nearly_every_single_change() -> None:
    mutations = list(list_mutations())
    assert len(mutations) >= WANTED
    missed = [name for name, mutation, text, folder in mutations if not is_found(text, mutation, folder)]
    assert len(missed) <= (1 - FOUND) * len(mutations), missed
