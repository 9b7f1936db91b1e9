"""What last year's file does not say is asked back by the page: why, in plain words, and read again with the answer."""

from pathlib import Path

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from ttdn_draft import api

UNDATED = "\n".join(
    "trich_yeu: công tác đối ngoại" if line.startswith("trich_yeu:") else line
    for line in HEAD.split("\n")
    if not line.startswith("ngay:")
)
ENDED = HEAD.replace("BAN TUYÊN GIÁO", "HUYỆN UỶ TRÙNG KHÁNH", 1)
EXAMPLE = Path(__file__).parents[2] / "examples" / "huong-dan-ttdn.md"


def drop(page: Page, text: str, **asked: str) -> tuple[int, dict[str, object]]:
    """Drop a file of last year on the page; return the status and the answer."""
    headers = {f"X-{name.replace('_', '-')}": value for name, value in asked.items()}
    answer = page.drop("nam-sau", "năm ngoái.md", text.encode(), **headers)
    return answer.status_code, answer.json()


@pytest.mark.parametrize(
    ("text", "year", "id", "kind", "answers"),
    [
        (f"{UNDATED}Đoạn một.\n", "2027", "E808", "last-year", {"Tu_Nam": "2026"}),
        (EXAMPLE.read_text("utf-8"), "2020", "E809", "year", {"Nam": "2027"}),
        (
            f"{ENDED}Huyện uỷ Trùng Khánh hướng dẫn.\n",
            "2027",
            "E810",
            "issuer",
            {"Tinh": "cao-bang", "Xa": "trung-khanh"},
        ),
    ],
)
def test_what_a_file_does_not_say_is_asked_and_read_again(
    page: Page, text: str, year: str, id: str, kind: str, answers: dict[str, str]
) -> None:
    status, told = drop(page, text, Nam=year)
    assert (status, told["cho"]) == (422, kind), told
    [fault] = told["loi"]  # type: ignore[misc]
    assert fault["id"] == id and "--" not in fault["cau"] + fault["cach_sua"]
    status, found = drop(page, text, **({"Nam": year} | answers))
    assert status == 200 and found["changes"], found


@pytest.mark.parametrize("data", ["- a", "[]", "3", "a: [", "{", "Chỉ có chữ.", ""])
@pytest.mark.parametrize("name", ["a.md", "a.yaml", "a.json"])
def test_file_without_facts_is_refused_with_a_sentence(page: Page, name: str, data: str) -> None:
    answer = page.drop("nam-sau", name, data.encode(), **{"X-Nam": "2027"})
    assert answer.status_code == 422 and answer.json()["loi"][0]["cau"]


def test_name_of_a_file_may_be_anything(page: Page) -> None:
    text = api.render(HEAD + "Đoạn một.\n", format="md")
    answer = page.drop("nam-sau", "../../lạ.docx", text, **{"X-Nam": "2027"})
    assert answer.status_code in (200, 422)
    assert list(page.folder.parent.glob("*.docx")) == []
