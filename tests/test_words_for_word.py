"""What is said of a Word file names its parts and not the keys of an input file, and writes figures as people do."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

import ttdn_draft
from ttdn_draft.errors import Finding, Place
from ttdn_draft.messages import Message, fill_message
from ttdn_draft.messages.texts import PART_WORDS

RULES = sorted(Path(ttdn_draft.__file__).parent.glob("check/**/*.py"))
MARKED = [
    call.args[0].value
    for path in RULES
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "N_"
    if isinstance(call.args[0], ast.Constant)
]
TYPED_KEY = re.compile(r"(?<![\w{])(?!h[oô]|n[gh])[a-z]+_[a-z_]+(?![\w}])")


def say(what: str, place: Place, **facts: object) -> str:
    return Finding("thu", place, facts, level="note", message=Message(what, "")).sentence().strip()


@pytest.mark.parametrize(
    "text", [text for text in MARKED if any(re.search(rf"\b{k}\b", text) for k in PART_WORDS if "_" in k)]
)
def test_no_key_is_named_to_who_has_a_word_file(text: str) -> None:
    said, _ = fill_message(Message(re.sub(r"[{}]", "", text), ""), {}, "vi", is_of_word=True)
    assert not TYPED_KEY.findall(said)


def test_the_parts_of_a_word_file_have_their_names_and_the_words_of_people_stay() -> None:
    typed, word = Place("a.md", 3, 1), Place("a.docx", paragraph=3)
    what = "Thêm «{words}» vào noi_nhan; xem khoá can_cu."
    assert say(what, typed, words="can_cu") == "Thêm «can_cu» vào noi_nhan; xem khoá can_cu."
    assert say(what, word, words="can_cu") == "Thêm «can_cu» vào phần nơi nhận; xem phần căn cứ."


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("lề trên 17.5 mm", "lề trên 17,5 mm"),
        ("đặt 10, 12.7 mm", "đặt 10 hoặc 12,7 mm"),
        ("giãn dòng ×1.15", "giãn dòng ×1,15"),
        ("mục 1.1, «dài 2.5 mm», điểm 6.2", "mục 1.1, «dài 2.5 mm», điểm 6.2"),
    ],
)
def test_measures_have_a_comma(given: str, said: str) -> None:
    assert say(given, Place("a.docx", paragraph=1)) == said


def test_days_are_written_as_people_write_them() -> None:
    for day, said in ((date(2026, 1, 5), "05/01/2026"), (date(2026, 9, 30), "30/9/2026")):
        assert say("Ngày {day}", Place("a.md"), day=day) == f"Ngày {said}"
