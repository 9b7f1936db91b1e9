"""Plug-ins that complete drafts: one after the other, held against the types of a draft, and told to the reader."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import HEAD, Check, Install, Use, brings, settled
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file

REPLACE = "from dataclasses import replace"


def test_hook_ttdn_enrich_completes_a_draft_and_says_so(use: Use, check: Check) -> None:
    use("ttdn_enrich")
    blank = HEAD.replace("luu: Ban Tuyên giáo và Dân vận Tỉnh uỷ\n", "")
    checked = check(blank)
    assert settled(checked).recipients[-1] == "- Lưu Văn phòng."
    assert [(f.id, f.facts["name"], f.facts["keys"]) for f in checked.findings] == [("N676", "ttdn_enrich 1.2", "luu")]
    assert check().findings == ()


def test_plugins_complete_a_draft_in_the_order_of_their_names(install: Install, check: Check) -> None:
    for name in ("ttdn_ba", "ttdn_ab"):
        answer = f"replace(draft, archive=draft.archive + ' {name}')"
        install(name, brings("ttdn_enrich", answer, "draft", REPLACE), pack=None)
    assert settled(check()).recipients[-1].endswith("ttdn_ab ttdn_ba.")


def test_marks_that_a_plugin_types_behind_recipients_are_not_printed_twice(install: Install, check: Check) -> None:
    answer = "replace(draft, recipients=('- Sở A;', 'Sở B.'), addressees=())"
    install("ttdn_ba", brings("ttdn_enrich", answer, "draft", REPLACE), pack=None)
    assert settled(check()).recipients[:2] == ("- Sở A;", "- Sở B;")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("7", "Draft wanted, not int"),
        ("1 / 0", "ZeroDivisionError"),
        ("replace(draft, archive=7)", "archive: str | None wanted, not int"),
        ("replace(draft, legal_bases=['a'])", "legal_bases"),
        ("replace(draft, signers=(replace(draft.signers[0], office=7),))", "signers[0].office"),
        ("replace(draft, archive='a\\x00')", "archive"),
        ("replace(draft, footnotes={1: ()})", "footnotes"),
        ("replace(draft, body=('x',))", "body[0]"),
    ],
)
def test_draft_that_is_none_is_an_error_of_the_document(
    install: Install, check: Check, answer: str, reason: str
) -> None:
    install("ttdn_hong", brings("ttdn_enrich", answer, "draft", REPLACE), pack=None)
    checked = check()
    assert checked.document is None
    (fault,) = checked.findings
    assert (fault.id, fault.facts["hook"], fault.facts["name"]) == ("E671", "ttdn_enrich", "ttdn_hong 1.2")
    assert reason in str(fault.facts["reason"])


def test_hook_that_is_answered_twice_is_an_error(install: Install, check: Check) -> None:
    second = f"{REPLACE}\n@hookimpl(specname='ttdn_enrich')\ndef other(draft):\n    return draft\n"
    install("ttdn_hong", brings("ttdn_enrich", "replace(draft, archive='A')", "draft", second), pack=None)
    assert [f.id for f in check().findings] == ["E671"]


def test_draft_of_which_no_document_can_be_made_blames_who_changed_it(
    install: Install, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = "replace(draft, archive='A')"
    install("ttdn_hong", brings("ttdn_enrich", answer, "draft", REPLACE), pack=None)
    monkeypatch.setattr("ttdn_draft.pipeline.enrich", lambda *_: {}["rat-khan"])
    found = check().findings
    assert [f.id for f in found] == ["E677", "N676"]
    assert (found[0].facts["name"], found[0].facts["reason"]) == ("ttdn_hong 1.2", "KeyError: 'rat-khan'")


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("subject=''", "$.trich_yeu E209"),
        ("issuer=replace(draft.issuer, name=' ')", "$.co_quan.ten E209"),
        ("issuer=replace(draft.issuer, symbol='')", "$.co_quan.ky_hieu E209"),
        ("signers=()", "$.ky E207"),
        ("signers=(replace(draft.signers[0], full_name=''),)", "$.ky[0].ho_ten E209"),
        ("recipients=('A', '')", "$.noi_nhan[1] E209"),
        ("legal_bases=('',)", "$.can_cu[0] E209"),
        ("draft_number=-1", "$.du_thao E207"),
        ("draft_number=10**30", "$.du_thao E207"),
        ("number=0", "$.so E207"),
        ("drafter=Drafter('A', 0)", "$.nguoi_soan.so_ban E207"),
        ("urgency='rat-khan'", "$.do_khan E204"),
        ("kind='x'", "$.loai E204"),
        ("standard=''", "$ E201"),
        ("scheme=('1', 'I')", "$.danh_so E211"),
        ("body=()", "$.noi_dung E208"),
        ("body=(*draft.body, Paragraph('doan', (), ()))", "$.noi_dung[0].noi_dung[1].doan E209"),
        ("body=(Heading(3, (Run('A'),), ()),)", "a heading of depth 3"),
        ("body=(TableMark('a', ()),)", "$.noi_dung[0].bang E230"),
        (
            "body=(Table((Column(),), (Cell((Run('A'),)),), ((Cell(), Cell()),), ()),)",
            "$.noi_dung[0].bang.hang[0] E213",
        ),
        ("annexes=(Annex('', draft.body),)", "$.phu_luc[0].tieu_de E209"),
        ("annexes=(Annex('A', ()),)", "$.phu_luc[0].noi_dung E208"),
        ("tables={'A': Table((), (), (), ())}", "$.bang.A E249"),
        ("tasks=(Task((), (Run('A'),), (Run('B'),)),)", "$.nhiem_vu E236"),
    ],
)
def test_draft_that_breaks_a_rule_of_input_files_is_an_error_that_names_the_plugin(
    install: Install, check: Check, change: str, rule: str
) -> None:
    install("ttdn_hong", brings("ttdn_enrich", f"replace(draft, {change})", "draft", REPLACE), pack=None)
    checked = check()
    assert checked.document is None
    (fault,) = (f for f in checked.findings if f.id == "E671")
    assert (fault.facts["hook"], fault.facts["name"]) == ("ttdn_enrich", "ttdn_hong 1.2")
    assert rule in str(fault.facts["reason"])
    if rule.startswith("$"):
        assert any(f"{f.place.path} {f.id}" == rule for f in checked.findings)


def test_rule_that_the_author_broke_himself_is_laid_on_no_plugin(install: Install, check: Check) -> None:
    install("ttdn_a", brings("ttdn_enrich", "replace(draft, archive='A')", "draft", REPLACE), pack=None)
    broken = HEAD.replace("so: 14", "danh_so: [1, I]")
    assert [f.id for f in check(broken).findings if f.id != "N676"] == ["E211"]


def test_plugin_may_add_text_with_marks_tables_and_annexes(install: Install, check: Check) -> None:
    table = "Table((Column(), Column(kind='so')), (Cell(T), Cell(T)), ((Cell(T), Cell(number=Decimal('1.250'))),), ())"
    code = f"{REPLACE}\nfrom decimal import Decimal\nT = (Run('Chữ'),)\nTABLE = {table}\n"
    text = "(*draft.body, Paragraph('gach', (Run('Chữ', bold=True),), ()), TableMark('a', ()), TABLE)"
    annex = "Annex('Danh mục', (Paragraph('doan', T, ()),))"
    answer = f"replace(draft, body={text}, tables={{'a': TABLE}}, annexes=({annex},))"
    install("ttdn_a", brings("ttdn_enrich", answer, "draft", code), pack=None)
    checked = check()
    assert [f.id for f in checked.findings if f.id[0] == "E"] == []
    assert len(settled(checked).annexes) == 1


def test_fault_of_the_program_itself_is_laid_on_no_plugin(
    install: Install, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("ttdn_a", brings("ttdn_enrich", "None", "draft"), pack=None)
    monkeypatch.setattr("ttdn_draft.pipeline.enrich", lambda *_: {}["x"])
    (failed,) = check().findings
    assert (
        failed.id == "E900" and failed.place.file.endswith("van-ban.md") and "KeyError" in str(failed.facts["problem"])
    )


def test_every_real_draft_passes_the_check_of_types(install: Install, write: Callable[..., Path]) -> None:
    first = f"{REPLACE}\nimport itertools\ncount = itertools.count(1)"
    answer = "replace(draft, draft_number=next(count) % 99 + 1)"
    install("ttdn_a", brings("ttdn_enrich", answer, "draft", first), pack=None)
    repository = Path(__file__).parents[2]
    samples = [*repository.glob("templates/*/*/sample.md"), *repository.glob("examples/**/*.md")]
    assert len(samples) > 9
    shelf = PackShelf(has_plugins=True)
    for sample in samples:
        assert [f.id for f in check_file(sample, shelf).findings if f.id in ("E671", "N676")] == ["N676"], sample
