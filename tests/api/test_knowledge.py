"""Citations, days and tables as a screen shows them are those of the command line, and their sources plain words."""

import json
import re
from datetime import date

import pytest

from ttdn_draft.api import UsageError, find_citations, list_days, list_tables, look, open_shelf, write_ics
from ttdn_draft.api.citing import take_citation_table
from ttdn_draft.cli import run
from ttdn_draft.knowledge.ages import list_ages
from ttdn_draft.knowledge.citations import load_citations

from .test_looking import HEAD

SHELF = open_shelf()
DAY = date(2027, 1, 1)
NO_PLAIN_WORDS = re.compile(r"seed:|found:|\bTODO\b|[a-z]+_[a-z]+=")


@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
def test_citations_are_those_of_the_command_line(standard: str, capsys: pytest.CaptureFixture[str]) -> None:
    hits = find_citations("57-KL/TW", DAY, standard=standard, shelf=SHELF)
    command = ["cite", "57-KL/TW", "--ngay", "2027-01-01", "--the-thuc", standard, "--output", "json"]
    assert run(command, {}) == 0
    told = json.loads(capsys.readouterr().out)["citations"]
    assert [(hit.id, hit.sentence, hit.source) for hit in hits] == [(t["id"], t["text"], t["source"]) for t in told]
    assert run([*command, "--ngan"], {}) == 0
    assert [hit.short for hit in hits] == [t["text"] for t in json.loads(capsys.readouterr().out)["citations"]]


def test_mark_of_a_citation_is_read_in_a_text_as_its_sentence() -> None:
    hit = find_citations("57-KL/TW", DAY, shelf=SHELF)[0]
    (block,) = look(f"{HEAD}Thực hiện {hit.mark}.\n", shelf=SHELF).blocks
    assert [run.text for run in block.runs if run.cited == hit.id] == [hit.sentence]


def test_document_that_was_replaced_says_by_which() -> None:
    hit = next(hit for hit in find_citations("26-CT/TW", DAY, shelf=SHELF) if hit.id == "ct-26-ctw-2008")
    assert hit.successor == "có thể là Kết luận số 57-KL/TW"
    assert hit.state == "chưa rõ còn hiệu lực hay không"


def test_own_documents_of_a_province_are_found_with_it_and_nothing_is_no_error() -> None:
    known = load_citations()
    own = [one for one in take_citation_table("Cao Bằng", SHELF) if one.symbol and known.find(one.id) is None]
    assert own
    for one in own[:3]:
        hits = {hit.id for hit in find_citations(one.symbol, DAY, pack="Cao Bằng", shelf=SHELF)}
        assert one.id in hits
    assert find_citations("không có văn bản nào như vậy", DAY, shelf=SHELF) == ()
    with pytest.raises(UsageError):
        find_citations("57-KL/TW", DAY, pack="khong-co", shelf=SHELF)


def test_sources_of_all_documents_are_plain_words() -> None:
    assert [c.id for c in load_citations() if not c.source or NO_PLAIN_WORDS.search(c.source)] == []


@pytest.mark.parametrize("pack", ["", "cao-bang"])
def test_days_are_those_of_the_command_line(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["calendar", "--nam", "2027", "--ngay", "2027-01-01", *(["--tinh", pack] if pack else [])]
    assert run([*command, "--output", "json"], {}) == 0
    assert list_days(2027, pack, today=DAY, shelf=SHELF) == json.loads(capsys.readouterr().out)
    assert list_days(2027, pack, today=DAY, shelf=SHELF)["anniversaries"]


def test_file_for_calendar_programs_is_that_of_the_command_line(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    pytest.importorskip("icalendar", reason="needs the extra ics")
    assert run(["calendar", "--nam", "2027", "--ngay", "2027-01-01", "--tinh", "cao-bang", "--output", "ics"], {}) == 0
    assert capfdbinary.readouterr().out == write_ics(2027, "Cao Bằng", today=DAY, shelf=SHELF)


def test_place_without_days_is_told() -> None:
    with pytest.raises(UsageError, match="E705"):
        list_days(2027, "khong-co", today=DAY, shelf=SHELF)


def test_tables_say_until_when_they_were_looked_over_and_whether_that_bears_the_day() -> None:
    near, far = list_tables(DAY), list_tables(date(2099, 1, 1))
    ages = list_ages()
    assert [table.checked for table in near] == [age.looked_over.isoformat() for age in ages.values()]
    changed = [age.bears_until is not None for age in ages.values()]
    assert [a.age_text != b.age_text for a, b in zip(near, far, strict=True)] == changed
