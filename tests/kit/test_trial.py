"""A pack is tried: a document of each organ and kind is drafted with it, and what fails is told with its place."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ids
from tests.pack_folders import PACK, changed_pack, write_pack
from ttdn_draft.compose import Order
from ttdn_draft.compose.order import tell_no_outline
from ttdn_draft.errors import PackError, UsageError
from ttdn_draft.kit import trial
from ttdn_draft.kit.testing import check_pack, load_pack, render_sample
from ttdn_draft.knowledge.ages import find_known_day
from ttdn_draft.packs.found import look_at
from ttdn_draft.packs.shelf import LoneShelf
from ttdn_draft.plugins import national

KINDS = ["bao-cao", "huong-dan", "ke-hoach"]
OUTLINE = """---
trich_yeu: công tác thông tin đối ngoại năm {{ nam }}
---
Nội dung của {{ co_quan.ten }}.
"""


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """Return the list of what is tried; nothing is drafted."""
    tried: list[Order] = []
    monkeypatch.setattr(trial, "make_sample", lambda *of: tried.append(of[-1]))
    return tried


KNOWN_UNTIL = find_known_day()


def try_out(folder: Path, day: date = KNOWN_UNTIL) -> tuple[object, ...]:
    return trial.try_pack(look_at(folder), LoneShelf([folder]), day)


def write_outline(folder: Path, text: str, standard: str = "dang", kind: str = "huong-dan") -> None:
    file = folder / "outlines" / standard / f"{kind}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_every_kind_of_every_organ_is_tried_under_its_own_standard(tmp_path: Path, orders: list[Order]) -> None:
    assert try_out(write_pack(tmp_path)) == ()
    tried = {(order.organ, order.standard, order.kind) for order in orders}
    assert {kind for organ, _, kind in tried if organ == "ban"} == set(KINDS)
    assert {(organ, standard) for organ, standard, _ in tried} == {
        ("ban", "dang"),
        ("tinh-uy", "dang"),
        ("so", "nha-nuoc"),
        *{("btgdvtu", "dang"), ("bcd-ttdn", "dang"), ("ubnd-tinh", "nha-nuoc"), ("svhttdl", "nha-nuoc")},
    }
    assert {(order.day, order.issue_date, order.year) for order in orders} == {(KNOWN_UNTIL, KNOWN_UNTIL, 2026)}


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("den: 2025-06", date(2025, 6, 30)),
        ("tu: 2027", date(2027, 1, 1)),
        ("tu: 2025-03, den: 2027", KNOWN_UNTIL),
        ("den: 2017", None),
    ],
)
def test_organ_is_tried_on_the_nearest_day_on_which_it_has_a_name_and_a_standard(
    tmp_path: Path, orders: list[Order], period: str, day: date | None
) -> None:
    assert try_out(write_pack(tmp_path, changed_pack("tu: 2025-03,", f"{period},"))) == ()
    assert {order.day for order in orders if order.organ == "so"} == ({day} if day else set())


def test_pack_of_the_whole_country_is_of_no_province_and_not_tried(orders: list[Order]) -> None:
    assert try_out(Path(str(national.__file__)).parent) == ()
    assert orders == []


def test_outline_that_makes_no_valid_document_is_told_with_organ_kind_and_place(tmp_path: Path) -> None:
    write_outline(write_pack(tmp_path), OUTLINE + "\n[trang](https://example.org)\n")
    found = check_pack(tmp_path)
    told = [f for f in found if f.id == "E686"]
    party = ["tinh-uy", "btgdvtu", "bcd-ttdn", "ban"]
    assert [(f.facts["kind"], f.facts["count"], f.facts["documents"], f.place.file) for f in told] == [
        ("huong-dan", 1, len(party), str(tmp_path / "pack.yaml"))
    ]
    organ = str(told[0].facts["organ"])
    assert organ in party
    (cause,) = (f for f in found if f.id == "E896")
    assert cause.place.file == f"huong-dan-{organ}.md"
    text = render_text(tmp_path, organ)
    assert "[trang]" in text.split("\n")[cause.place.line - 1]


def test_outlines_that_fail_in_different_lines_are_both_told(tmp_path: Path) -> None:
    write_pack(tmp_path)
    for kind in ("huong-dan", "ke-hoach"):
        write_outline(tmp_path, f"{OUTLINE}\n[{kind}](https://example.org)\n", kind=kind)
    found = check_pack(tmp_path)
    assert sorted(str(f.facts["kind"]) for f in found if f.id == "E686") == ["huong-dan", "ke-hoach"]
    assert ids(found).count("E896") == 2


PARAGRAPH = """{# ghi chú
hai dòng #}
- Quảng bá {{ tinh.ten }} năm
  {{ nam }}.

{% for cau in su_kien.quang_ba %}
- {{ cau }}
{% endfor %}

{% if su_kien.khac %}
| Việc | Số |
| --- | --- |
{% for cau in su_kien.khac %}
| {{ cau }} | 1 |
{% endfor %}
{% endif %}
"""


def write_paragraph(folder: Path, text: str) -> Path:
    file = write_pack(folder) / "outlines" / "doan" / "quang-ba.md"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_local_paragraph_is_tried_with_values_and_a_sound_one_is_silent(tmp_path: Path, orders: list[Order]) -> None:
    write_paragraph(tmp_path, PARAGRAPH)
    assert try_out(tmp_path) == ()
    assert orders


@pytest.mark.parametrize(
    ("wrong", "id"),
    [("Xem [trang](https://example.org).", "E896"), ("Ý này[^9].", "E144"), ("[dan: khong-co]", "E395")],
)
def test_error_in_a_local_paragraph_is_told_once_in_its_own_file(
    tmp_path: Path, orders: list[Order], wrong: str, id: str
) -> None:
    file = write_paragraph(tmp_path, f"{PARAGRAPH}\n{wrong}\n\nHai {{{{ nam }}}}.\n")
    found = check_pack(tmp_path)
    assert [(f.id, f.place.file, f.place.line) for f in found] == [(id, str(file), PARAGRAPH.count("\n") + 2)]
    assert orders == []


def render_text(folder: Path, organ: str) -> str:
    """Return the input file of a guidance, drafted with an outline that fails only afterwards."""
    order = Order("huong-dan", KNOWN_UNTIL.year, KNOWN_UNTIL, KNOWN_UNTIL, "dang", organ)
    return trial.compose_file(order, look_at(folder).id, LoneShelf([folder]))[0]


def test_kind_without_an_outline_is_not_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Iterator[None]:
        raise PackError.of([tell_no_outline("huong-dan", "dang")])

    monkeypatch.setattr(trial, "compose_file", refuse)
    assert try_out(write_pack(tmp_path)) == ()


def test_broken_pack_is_not_tried(tmp_path: Path, orders: list[Order]) -> None:
    assert ids(check_pack(write_pack(tmp_path, PACK.replace("he_thong: nha-nuoc", "he_thong: x")))) == ["E204"]
    assert orders == []


def test_sample_bears_the_names_of_its_day_and_the_words_of_the_outline(tmp_path: Path) -> None:
    write_outline(write_pack(tmp_path), OUTLINE)
    sample = render_sample(tmp_path, "huong-dan", "dang", date(2025, 2, 28), organ="ban")
    assert "BAN CŨ" in sample.lines
    assert "Nội dung của Ban Cũ." in " ".join(sample.lines).replace("..", ".")
    assert "công tác thông tin đối ngoại năm 2025" in sample.lines
    assert "Nguyễn Văn An" in sample.lines
    assert sample.text.startswith("---\nloai: huong-dan\n")
    assert sample.docx[:2] == b"PK"
    assert "BAN MỚI" in render_sample(tmp_path, "huong-dan", "dang", date(2026, 6, 1), organ="ban").lines


def test_pack_is_tried_without_those_that_a_project_around_it_names(tmp_path: Path, orders: list[Order]) -> None:
    write_pack(tmp_path / "gói" / "cũ")
    folder = write_pack(tmp_path / "gói mới")
    (tmp_path / "ttdn.toml").write_text('packs = ["gói"]', encoding="utf-8")
    assert check_pack(folder) == ()
    assert orders
    assert load_pack(folder).id == "mau"


def test_sample_takes_the_usual_organ_of_the_kind(tmp_path: Path) -> None:
    lines = render_sample(write_pack(tmp_path), "ke-hoach", "nha-nuoc", date(2026, 6, 1)).lines
    assert any("ỦY BAN NHÂN DÂN" in line for line in lines)


def test_sample_that_cannot_be_had_says_why(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        render_sample(write_pack(tmp_path), "huong-dan", "dang", KNOWN_UNTIL, organ="không có")
    assert caught.value.findings[0].id == "E605"
