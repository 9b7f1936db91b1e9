"""Random texts in every place that holds one: each word is printed once, or the text is refused by name."""

import json
import os
import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import STATE_HEAD
from ttdn_draft.model import Document, Text, plain_text, texts_of
from ttdn_draft.pipeline import check_text
from ttdn_draft.yaml_nodes import read_yaml

COUNT = int(os.environ.get("TTDN_RANDOM_TEXTS", "60"))  # of each place; at night more, see .github/workflows/fuzz.yml
FACTS = read_yaml(STATE_HEAD.replace("---\n", "").replace("bao-cao", "ke-hoach"), "x").data
SIGNS = [*"-+*_#|:[]()<>{}%.,;/\\`'\"^&!~@=“”：", " ", " ", " ", "\n", "\n\n", "\n\n", "  ", "\u00a0", "\t"]
FORMS = ["- ", "+ ", "1. ", "2. ", "a) ", "a. ", "(1) ", "1/ ", "1.1. ", "I.1. ", "# ", "## ", "I. ", "II. ", "**", "*",
         "[^", "]: ", "| x | y |\n|---|---|\n", "./.", " /.", "王毅", "{{ ", " }}", "20*30", "…"]  # fmt: skip
WORD = "zq{}zq"
FOUND = re.compile(r"zq\d+zq", re.I)

Place = Callable[[str], str]


def numbered(pieces: Iterable[str]) -> str:
    """Return the pieces with a word of its own behind each."""
    return "".join(f"{piece}{WORD.format(at)}" for at, piece in enumerate(pieces))


def printed_texts(document: Document) -> list[Text]:
    """Return the texts of a document in the order in which a reader of the input meets them."""
    annexes = [text for annex in document.annexes for text in texts_of(annex.body)]
    return [*texts_of(document.body), *annexes, *document.footnotes]


def with_keys(**keys: Any) -> str:
    return json.dumps({**FACTS, "noi_dung": [{"doan": "Đoạn."}], **keys}, ensure_ascii=False, default=str)


ROWS = {"cot": [{"ten": "A"}, {"ten": "B"}]}
PLACES: dict[str, tuple[str, Place]] = {
    "markdown": ("md", lambda text: STATE_HEAD + text),
    "markdown below a heading": ("md", lambda text: f"{STATE_HEAD}# Mục\n\n{text}"),
    "doan": ("json", lambda text: with_keys(noi_dung=[{"doan": text}])),
    "khoan": ("json", lambda text: with_keys(noi_dung=[{"khoan": text}])),
    "gach": ("json", lambda text: with_keys(noi_dung=[{"gach": text}])),
    "muc": ("json", lambda text: with_keys(noi_dung=[{"muc": text, "noi_dung": [{"doan": "x"}]}])),
    "cell": ("json", lambda text: with_keys(noi_dung=[{"bang": {**ROWS, "hang": [[text, "x"]]}}])),
    "lines of a cell": ("json", lambda text: with_keys(noi_dung=[{"bang": {**ROWS, "hang": [[[text], "x"]]}}])),
    "column": ("json", lambda text: with_keys(noi_dung=[{"bang": {"cot": [{"ten": text}], "hang": [["x"]]}}])),
    "task": (
        "json",
        lambda text: with_keys(noi_dung=[{"bang": "nhiem_vu"}], nhiem_vu=[{"noi_dung": text, "chu_tri": "x"}]),
    ),
    "note": ("json", lambda text: with_keys(noi_dung=[{"doan": "Đoạn[^n]."}], chu_thich={"n": text})),
    "annex": ("json", lambda text: with_keys(phu_luc=[{"tieu_de": "A", "noi_dung": text}])),
}


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=COUNT, deadline=10_000)
@given(pieces=st.lists(st.sampled_from([*SIGNS, *FORMS]), min_size=1, max_size=14))
def test_each_word_is_printed_once_or_the_text_is_refused(place: str, pieces: list[str]) -> None:
    form, write = PLACES[place]
    text = numbered(pieces)
    checked = check_text(write(text), form)
    assert checked.failure is None
    if checked.document is None:
        assert any(finding.severity == "error" for finding in checked.findings)
        return
    words = FOUND.findall("\n".join(plain_text(text) for text in printed_texts(checked.document)).lower())
    assert sorted(words) == sorted(FOUND.findall(text))
