"""The text of an annex: Markdown under a bar, or a string; what YAML would lose is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import HEAD, ids
from ttdn_draft.pipeline import check_file

BODY = "Có Phụ lục.\n"


def head(annex: str) -> str:
    return HEAD.replace("so: 14\n", f"so: 14\nphu_luc:\n  - tieu_de: Danh mục\n    {annex}\n")


@pytest.mark.parametrize(
    "annex",
    [
        "noi_dung:\n      # Mục tiêu\n      Nội dung",
        "noi_dung: >\n      - một\n      - hai",
        "noi_dung: một\n      hai",
        'noi_dung: "một\n      hai"',
    ],
    ids=["heading-as-comment", "folded", "plain", "quoted"],
)
def test_text_of_which_yaml_would_join_or_drop_lines_is_refused(write: Callable[..., Path], annex: str) -> None:
    assert "E119" in ids(check_file(write(BODY, head(annex))).findings)


@pytest.mark.parametrize(
    "annex", ["noi_dung: một dòng", 'noi_dung: "# Một\\n\\nhai"', "noi_dung: |\n      # Một\n      hai"]
)
def test_text_on_one_line_or_under_a_bar_is_read_whole(write: Callable[..., Path], annex: str) -> None:
    assert "E119" not in ids(check_file(write(BODY, head(annex))).findings)


def test_fault_under_a_bar_has_its_line_and_one_in_a_string_that_of_the_string(write: Callable[..., Path]) -> None:
    lines = head("noi_dung: |\n      Một.\n\n      > hai").split("\n")
    [found] = [f for f in check_file(write(BODY, "\n".join(lines))).findings if f.id == "E130"]
    assert lines[found.place.line - 1].strip() == "> hai"
    text = head('noi_dung: "Một.\\n\\n> hai"')
    [found] = [f for f in check_file(write(BODY, text)).findings if f.id == "E130"]
    assert "noi_dung" in text.split("\n")[found.place.line - 1] and found.place.path == "$.phu_luc[0].noi_dung"


@pytest.mark.parametrize("annex", ['noi_dung: ""', "noi_dung: []", "noi_dung: |"])
def test_annex_without_text_is_told_as_such(write: Callable[..., Path], annex: str) -> None:
    assert "E208" in ids(check_file(write(BODY, head(annex))).findings)


def test_note_named_twice_over_text_and_annex_is_told_once_as_doubled(write: Callable[..., Path]) -> None:
    annex = "noi_dung: |\n      x[^1]\n\n      [^1]: hai"
    found = ids(check_file(write("Có Phụ lục[^1].\n\n[^1]: một\n", head(annex))).findings)
    assert found.count("E140") == 1 and "E141" not in found


def test_name_of_which_yaml_has_joined_the_lines_is_noted(write: Callable[..., Path]) -> None:
    text = HEAD.replace("trich_yeu: công tác thông tin đối ngoại", "trich_yeu: công tác\n  thông tin đối ngoại")
    [found] = check_file(write("x\n", text)).findings
    assert (found.id, found.facts["key"]) == ("N129", "trich_yeu")
    barred = HEAD.replace("trich_yeu: công tác thông tin đối ngoại", "trich_yeu: |-\n  công tác\n  thông tin")
    assert check_file(write("x\n", barred)).findings == ()
