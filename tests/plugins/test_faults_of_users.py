"""A fault of the user's own file that a plug-in meets is told at its place there, and the plug-in is not blamed."""

import pytest

from tests.conftest import HEAD, Check, Install, brings, ids
from ttdn_draft.cli import run

RAISE = """
from ttdn_draft import api
def fail(*arguments, **more):
    raise api.UserFileError(*arguments, **more)
"""


def test_reader_that_meets_a_fault_of_the_file_tells_its_line(install: Install, check: Check) -> None:
    answer = '{".abc": lambda path: fail("Thiếu ô A3.", line=3, column=2, advice="Điền ô này.")}'
    install("ttdn_doc", brings("ttdn_readers", answer, first=RAISE), pack=None)
    (found,) = check("x", "a.abc", "").findings
    assert (found.id, found.place.line, found.place.column) == ("E689", 3, 2)
    assert found.place.file.endswith("a.abc")
    assert found.sentence("vi") == "Thiếu ô A3. (ttdn_doc 1.2) Điền ô này."


def test_reader_may_name_the_key_instead(install: Install, check: Check) -> None:
    answer = '{".abc": lambda path: fail("Sai.", ("noi_nhan", 2))}'
    install("ttdn_doc", brings("ttdn_readers", answer, first=RAISE), pack=None)
    (found,) = check("x", "a.abc", "").findings
    assert (found.id, found.place.path, found.place.line) == ("E689", "$.noi_nhan[2]", 0)
    assert "hỏi người làm ra phần cài thêm" in found.sentence("vi")


@pytest.mark.parametrize(("hook", "arguments"), [("ttdn_check", "document"), ("ttdn_enrich", "draft")])
def test_rule_that_meets_a_fault_tells_the_key_where_it_stands(
    install: Install, check: Check, hook: str, arguments: str
) -> None:
    install(
        "ttdn_luat", brings(hook, 'fail("Chức vụ không đọc được.", ("ky", "chuc_vu"))', arguments, RAISE), pack=None
    )
    checked = check()
    (found,) = checked.findings
    line = HEAD.split("\n").index(next(row for row in HEAD.split("\n") if row.startswith("ky:"))) + 1
    assert (found.id, found.place.line, found.place.path) == ("E689", line, "$.ky.chuc_vu")
    assert found.facts["name"] == "ttdn_luat 1.2"
    assert checked.document is None


def test_other_rules_still_judge_a_document_that_one_could_not(install: Install, check: Check) -> None:
    install("ttdn_a", brings("ttdn_check", 'fail("Sai.")', "", RAISE), pack=None)
    install("ttdn_b", brings("ttdn_check", '[Remark("B-1", "Xem lại.")]'), pack=None)
    assert sorted(ids(check().findings)) == ["E689", "W674"]


def test_hooks_that_see_no_file_of_the_user_are_blamed_as_ever(install: Install, check: Check) -> None:
    install("ttdn_a", brings("ttdn_filters", 'fail("Sai.")', "", RAISE), pack=None)
    install("ttdn_b", brings("ttdn_packs", 'fail("Sai.")', "", RAISE), pack=None)
    assert "E671" in ids(check(HEAD.replace("so: 14", "so: 14\ntinh: khong-co")).findings)


def test_error_that_a_plugin_makes_wrongly_is_its_own(install: Install, check: Check) -> None:
    install("ttdn_a", brings("ttdn_check", 'fail("", 7)', "", RAISE), pack=None)
    assert ids(check().findings) == ["E671"]


def test_command_of_a_plugin_tells_a_fault_of_the_users_file(
    install: Install, capsys: pytest.CaptureFixture[str]
) -> None:
    first = f"{RAISE}\nimport click\n@click.command()\ndef thu():\n    fail('Sai.', ('ky',), 4)\n"
    install("ttdn_lenh", brings("ttdn_commands", "[thu]", first=first), pack=None)
    assert run(["thu"], {}) == 1
    assert capsys.readouterr().err.startswith("4 $.ky E689 Sai. (ttdn_lenh 1.2)")
