"""Rules of plug-ins: their remarks stand among the findings; one that fails stops the document."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, HEAD, Check, Install, Use, brings, ids
from ttdn_draft.cli import run


def test_hook_ttdn_check_adds_its_remarks_to_the_findings(use: Use, check: Check) -> None:
    use("ttdn_check")
    checked = check(HEAD.replace("[Thường trực Tỉnh uỷ]", "[Sở A (để b/c), Thường trực Tỉnh uỷ]"))
    (remark,) = checked.findings
    assert checked.document is not None
    assert (remark.id, remark.facts["rule"], remark.facts["name"]) == ("W674", "MAU-01", "ttdn_check 1.2")
    assert (remark.place.path, remark.place.line) == ("$.noi_nhan[1]", HEAD[: HEAD.index("noi_nhan")].count("\n") + 1)


def test_rule_of_the_how_to_page_gives_its_remark(install: Install, check: Check) -> None:
    text = (EXAMPLES.parent / "how-to" / "write-a-plugin.md").read_text(encoding="utf-8")
    code, *_ = re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
    install("ttdn_quy_tac_mau", code, pack=None)
    assert [f.facts["rule"] for f in check().findings] == ["MAU-02"]


def test_rule_may_forbid_a_document_or_only_note_something(install: Install, check: Check) -> None:
    remarks = "[Remark('R1', 'sai  ở\\nđây', 'error', ('ngay',)), Remark('R2', 'lưu ý', 'note')]"
    install("ttdn_a", brings("ttdn_check", remarks, "document, draft, profile"), pack=None)
    checked = check()
    assert [(f.id, f.facts["text"]) for f in checked.findings] == [("N675", "lưu ý"), ("E673", "sai ở đây")]
    assert checked.document is None
    assert check(is_on=False).findings == ()


def test_remark_without_advice_says_whom_to_ask(
    install: Install, write: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    install("ttdn_a", brings("ttdn_check", "[Remark('R1', 'Sai.', path=('ngay',))]", "draft"), pack=None)
    assert run(["check", str(write())], {}) == 0
    told = "$.ngay W674 Sai. (quy tắc R1 của ttdn_a 1.2) Chưa rõ thì hỏi người làm ra phần cài thêm này."
    assert told in capsys.readouterr().out


def test_remarks_do_not_depend_on_the_order_of_plugins(install: Install, check: Check) -> None:
    for name in ("ttdn_ba", "ttdn_ab"):
        install(name, brings("ttdn_check", "[Remark('R', 'x')]", "draft"), pack=None)
    assert [f.facts["name"] for f in check().findings] == ["ttdn_ab 1.2", "ttdn_ba 1.2"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("[1 / 0 for _ in 'a']", "ZeroDivisionError"),
        ("'sai'", "Remark wanted, not str"),
        ("7", "TypeError"),
        ("[Remark('R', 7)]", "text: str wanted, not int"),
        ("[Remark('R', 'x', 'bad')]", "level"),
        ("[Remark('R', 'x', path='so')]", "path"),
        ("[Remark(' ', 'x')]", "ValueError"),
    ],
)
def test_rule_that_fails_is_an_error_of_the_document(install: Install, check: Check, answer: str, reason: str) -> None:
    install("ttdn_hong", brings("ttdn_check", answer, "document"), pack=None)
    install("ttdn_tot", brings("ttdn_check", "[Remark('R', 'x')]", "draft"), pack=None)
    checked = check()
    assert checked.document is None
    assert ids(checked.findings) == ["E671", "W674"]
    assert (checked.findings[0].facts["name"], checked.findings[0].facts["hook"]) == ("ttdn_hong 1.2", "ttdn_check")
    assert reason in str(checked.findings[0].facts["reason"])


NAMED_RULE = '''
from ttdn_draft.api import about_words, rule


@rule("warning", "Chữ «{{words}}» nói trống.", "Viết rõ.")
def empty_words(text):
    """Tell words that say nothing."""
    {body}
'''
FINDING = """for passage in text.having('nhiều việc'):
        at = passage.text.index('nhiều việc')
        yield about_words(passage, at, at + 10)"""


def test_rule_of_a_plugin_is_applied_as_those_of_the_program(install: Install, check: Check) -> None:
    install("ttdn_a", NAMED_RULE.format(body=FINDING), pack=None)
    (found,) = check(HEAD + "# Nội dung\n\nTổ chức nhiều việc.\n").findings
    assert (found.id, found.severity, found.words) == ("empty-words", "warning", "nhiều việc")
    assert (found.place.line, found.place.column) == (HEAD.count("\n") + 3, len("Tổ chức ") + 1)
    assert found.describe() == ("Chữ «nhiều việc» nói trống.", "Viết rõ.")


def test_rule_of_a_plugin_that_fails_is_told_and_stops_the_document(install: Install, check: Check) -> None:
    install("ttdn_a", NAMED_RULE.format(body="return [1 / 0]"), pack=None)
    checked = check()
    assert [(f.id, f.facts["hook"]) for f in checked.findings] == [("E671", "empty-words")]
    assert checked.document is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("return ['sai']", "AttributeError"),
        ("from ttdn_draft.api import Told; return [Told(path=('ngay',), level='bad')]", "wanted, not str"),
        ("from ttdn_draft.api import Told; return [Told(path=('ngay',), words=7)]", "int"),
        ("from ttdn_draft.api import Told; return [Told(path=('ngay',), words='x', fix=7)]", "not int"),
        (
            "from ttdn_draft.api import Told; return (Told(path=('ngay',), facts={'n': n}) for n in iter(int, 1))",
            "10000",
        ),
    ],
)
def test_rule_of_a_plugin_that_finds_nonsense_is_told(install: Install, check: Check, body: str, reason: str) -> None:
    install("ttdn_a", NAMED_RULE.format(body=body), pack=None)
    (found,) = check().findings
    assert found.id == "E671"
    assert reason in str(found.facts["reason"])


def test_rule_of_a_plugin_whose_sentence_lacks_a_fact_is_told(install: Install, check: Check) -> None:
    code = NAMED_RULE.format(body=FINDING).replace("«{words}»", "«{other}»")
    install("ttdn_a", code, pack=None)
    (found,) = check(HEAD + "# Nội dung\n\nTổ chức nhiều việc.\n").findings
    assert (found.id, "other" in str(found.facts["reason"])) == ("E671", True)


def test_rule_of_a_plugin_does_not_take_the_name_of_one_of_the_program(install: Install, check: Check) -> None:
    install("ttdn_a", NAMED_RULE.format(body=FINDING).replace("empty_words", "doubled_word"), pack=None)
    (found,) = check().findings
    assert (found.id, found.facts["hook"]) == ("E671", "doubled-word")
    assert "the program has a rule of this name" in str(found.facts["reason"])


def test_rule_of_a_plugin_is_explained(use: Use, capsys: pytest.CaptureFixture[str]) -> None:
    use("ttdn_check")
    assert run(["rule", "empty-words"], {}) == 0
    told = capsys.readouterr().out
    assert "Căn cứ:\nQuy định của cơ quan." in told
    assert run(["rule", "empty-words", "--no-plugins"], {}) == 2
