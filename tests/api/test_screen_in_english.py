"""In English a screen shows the program's own words in English; what a document or a table says stays Vietnamese."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from ttdn_draft import api
from ttdn_draft.api import compose, look, open_shelf
from ttdn_draft.api.plain_words import tell_written
from ttdn_draft.model import open_words as written

SHELF = open_shelf()
VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.I)
QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|\d+/\d+/NĐ-CP")
SAMPLES = sorted(Path(__file__).parents[2].glob("templates/*/*/sample.md"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: "-".join(path.parts[-3:-1]))
def test_form_names_and_explains_each_fact_in_english(sample: Path) -> None:
    for fact in look(sample.read_text("utf-8"), shelf=SHELF, language="en").facts:
        for words in (fact.title, fact.help, *(choice.label for choice in fact.choices)):
            assert not VIETNAMESE.search(QUOTED.sub("", words)), words


@pytest.mark.parametrize("kind", ["huong-dan", "ke-hoach", "bao-cao"])
def test_questions_of_a_new_draft_are_asked_in_english(kind: str) -> None:
    text = compose(kind, "cao-bang", 2027, day=date(2027, 1, 1), language="en").text
    asked = [one.question for one in look(text, shelf=SHELF, language="en").doubts if one.kind == "doubt"]
    assert asked and not [words for words in asked if VIETNAMESE.search(words)]


@pytest.mark.parametrize("form", written.WRITTEN_IN_MARKS)
def test_what_the_program_writes_in_marks_is_known_again_and_told_in_english(form: str) -> None:
    names = re.findall(r"\{(\w+)\}", form)
    facts = {name: "2026" if name in ("old", "new", "year") else f"Kim {name}" for name in names}
    words = form.format(**facts)
    told = tell_written(words, "en")
    assert told != words and not VIETNAMESE.search(told)
    assert all(fact in told for fact in facts.values())
    assert tell_written(words, "vi") == words


def test_words_of_a_document_stay_as_they_are() -> None:
    text = HEAD.replace("---\n", "---\ndu_thao: 1\n", 1) + BODY + "\nHọp [điền: giờ họp của chi bộ].\n"
    [gap] = [one for one in api.look(text, shelf=SHELF, language="en").doubts if one.kind == "gap"]
    assert gap.question == "Giờ họp của chi bộ"
