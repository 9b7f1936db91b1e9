"""A line of a list loses its dash and closing mark once, where it enters; the words keep theirs."""

import pytest

from tests.conftest import Compose
from ttdn_draft.knowledge.pack import PackRecipient


def test_recipients_and_addressees_are_bare_in_the_draft_and_marked_once_on_the_page(compose: Compose) -> None:
    checked = compose(noi_nhan="['- Sở A;', {ten: Sở B, muc_dich: để b/c}, 'Công ty C.;']")
    assert checked.document is not None and checked.findings == ()
    printed = [line.replace("\N{NO-BREAK SPACE}", " ") for line in checked.document.recipients]
    assert printed[:3] == ["- Sở A;", "- Sở B (để b/c);", "- Công ty C.;"]


@pytest.mark.parametrize(
    ("name", "purpose", "line"),
    [("Sở A;", "", "Sở A"), ("Sở A", "(để b/c)", "Sở A (để b/c)"), ("- Các sở, …", "", "Các sở, …")],
)
def test_recipient_of_a_pack_is_a_bare_line_with_its_purpose(name: str, purpose: str, line: str) -> None:
    assert PackRecipient(source="sách A", name=name, purpose=purpose).line == line


def test_line_of_marks_alone_is_told_where_it_stands(compose: Compose) -> None:
    found = compose(noi_nhan="[Sở A, '- ;']").findings
    assert [(f.id, f.place.path) for f in found] == [("E332", "$.noi_nhan[1]")]
