"""Whatever differs between last year's document and this year's stands in the list."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.compose.roll.rolls import KNOWN_DAY, ROOT, SHELF, list_unnamed, replay, roll
from tests.conftest import SHARED
from ttdn_draft.compose import Order
from ttdn_draft.composing import compose_file
from ttdn_draft.errors import Cause, UsageError
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file

OURS = [
    *sorted(ROOT.glob("templates/*/*/sample.md")),
    *sorted(ROOT.glob("examples/*.md")),
    *sorted(ROOT.glob("examples/*.yaml")),
]
CORPUS = [*sorted(SHARED.glob("corpus/00*.md")), *sorted(SHARED.glob("corpus/word/*.docx"))]
KINDS = {"bc": "bao-cao", "kh": "ke-hoach", "hd": "huong-dan"}
DISTRICTS = {"TRÙNG KHÁNH": ("cao-bang", "Trùng Khánh"), "BÙ GIA MẬP": ("dong-nai", "Bù Gia Mập")}
YEAR_IN_NAME = re.compile(r"\d{4}$")


def name(path: Path) -> str:
    return f"{path.parent.parent.name}-{path.parent.name}-{path.stem}"


def assert_all_is_listed(path: Path, kind: str, old: int | None, year: int) -> None:
    try:
        rolled = roll(path, year, kind, old)
    except UsageError as refused:
        assert {finding.id for finding in refused.findings} == {"E879"}
        province, commune = next(answer for words, answer in DISTRICTS.items() if words in str(refused))
        rolled = roll(path, year, kind, old, province=province, commune=commune)
    assert replay(rolled) == rolled.text
    assert list_unnamed(rolled) == []
    assert all(placed.change.reasons for placed in rolled.changes)


@pytest.mark.parametrize("path", OURS, ids=name)
def test_samples_and_examples_change_by_their_list_alone(path: Path) -> None:
    checked = check_file(path, PackShelf())
    assert checked.manuscript and checked.manuscript.day
    assert_all_is_listed(
        path, checked.manuscript.draft.kind, None, max(KNOWN_DAY.year, checked.manuscript.day.year) + 2
    )


@pytest.mark.parametrize("path", CORPUS, ids=name)
def test_documents_of_the_corpus_change_by_their_list_alone(path: Path, shared: Path) -> None:
    year = YEAR_IN_NAME.search(path.stem)
    kind = KINDS.get(path.stem[3:5]) or {"003": "ke-hoach", "004": "huong-dan"}[path.stem[:3]]
    assert_all_is_listed(path, kind, int(year[0]) if year else None, 2027)


def list_years(text: str, year: int) -> Iterator[int]:
    return (found.start() for found in re.finditer(rf"(?<!\d){year}(?!\d)", text))


def test_guidance_of_cao_bang_of_2021_leaves_no_2021_that_is_not_listed(shared: Path) -> None:
    rolled = roll(shared / "corpus" / "004-cao-bang-14-hd-btgtu-2021.md", 2027)
    made = [(p.change.at, p.change.at + len(p.change.after)) for p in rolled.changes]
    lines = {finding.place.line for finding in rolled.left if "2021" in finding.words + str(finding.facts.get("words"))}
    for at in list_years(rolled.text, 2021):
        line = rolled.text.count("\n", 0, at) + 1
        assert any(start <= at < end for start, end in made) or line in lines, rolled.text[at - 40 : at + 10]


@pytest.mark.parametrize(
    "old", ["166-HD/BTGTW, ngày 18/01/2021 của", "Bé Thanh Tịnh\n", "Sở Thông tin và Truyền thông", "huyện Trùng Khánh"]
)
def test_guidance_of_cao_bang_of_2021_leaves_no_name_of_its_time(old: str, shared: Path) -> None:
    rolled = roll(shared / "corpus" / "004-cao-bang-14-hd-btgtu-2021.md", 2027)
    assert old in rolled.old_text and old not in rolled.text


def test_guidance_of_cao_bang_of_2027_has_no_finding_but_its_marks_and_those_that_the_old_one_has(shared: Path) -> None:
    path = shared / "corpus" / "004-cao-bang-14-hd-btgtu-2021.md"
    before = {(f.id, f.words) for f in check_file(path).findings}
    rolled = roll(path, 2027)
    new = {(f.id, f.words) for f in rolled.checked.findings} - before
    assert {name for name, _ in new} == {"W374"}
    assert rolled.checked.document


@pytest.mark.parametrize(
    ("province", "kind", "standard"),
    [("cao-bang", "huong-dan", "dang"), ("son-la", "ke-hoach", "nha-nuoc"), ("ha-noi", "bao-cao", "dang")],
)
def test_draft_that_was_composed_for_a_year_becomes_one_of_the_next_without_a_new_finding(
    province: str, kind: str, standard: str, tmp_path: Path
) -> None:
    order = Order(kind, 2026, KNOWN_DAY, KNOWN_DAY.replace(day=20), standard)
    path = tmp_path / "năm trước.md"
    path.write_text(compose_file(order, province, SHELF).value, encoding="utf-8")
    before = {(f.id, f.words) for f in check_file(path, SHELF).findings}
    rolled = roll(path, 2027, kind)
    assert replay(rolled) == rolled.text
    assert list_unnamed(rolled) == []
    assert {(f.id, f.words) for f in rolled.checked.findings if f.cause is not Cause.UNFINISHED} <= before
    assert "kiem_tra:" not in rolled.text
