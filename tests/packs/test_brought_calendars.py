"""Calendars of plug-ins that belong to no pack: they lie between the country and the pack, and a broken one is told."""

from datetime import date
from pathlib import Path

import pytest

from tests.calendars import CALENDAR, write_calendar
from tests.conftest import BODY, Check, Install, Use, brings, ids
from ttdn_draft.cli import run
from ttdn_draft.compose import Order
from ttdn_draft.composing import compose_file
from ttdn_draft.errors import Place
from ttdn_draft.packs import PackShelf
from ttdn_draft.packs.calendars import load_almanac

DAY = "{} năm Ngày truyền thống ngành Mẫu ({} - {})."
ONE = "  - {{id: {}, ten: {}, goc: {}, loai: le-lon, nguon: sách B, xac_minh: true}}\n"
ANSWER = "[Path(__file__).parent / 'lich.yaml']"
Capture = pytest.CaptureFixture[str]


def bring(install: Install, name: str, *days: tuple[str, str, str]) -> Path:
    """Install a plug-in with a calendar of some days: id, name, origin."""
    package = install(name, brings("ttdn_calendars", ANSWER, first="from pathlib import Path"), pack=None)
    text = "ngay_ky_niem:\n" + "".join(ONE.format(*day) for day in days)
    (package / "lich.yaml").write_text(text, encoding="utf-8")
    return package


def names(year: int, pack: str = "", *folders: Path) -> dict[str, str]:
    almanac, _ = load_almanac(PackShelf(folders, has_plugins=True), pack, Path(), Place())
    return {o.anniversary.id: o.anniversary.name for o in almanac.list_year(year, pack and "cao-bang")}


def test_hook_ttdn_calendars_brings_days_to_check_calendar_and_new(use: Use, check: Check, capsys: Capture) -> None:
    text = f"# Mục\n\n{DAY.format(29, '13/4/1997', '13/4/2026')}\n"
    assert "anniversary-day" not in ids(check(body=text).findings)
    use("ttdn_calendars")
    (told,) = [f for f in check(body=text).findings if f.id == "anniversary-day"]
    assert (told.facts["known"], told.facts["source"]) == ("12/4/1997", "sổ tay của ngành, tr. 5")
    assert run(["calendar", "--nam", "2027", "--output", "text"], {}) == 0
    assert "Kỷ niệm 30 năm Ngày truyền thống ngành Mẫu (12/4/1997 - 12/4/2027);" in capsys.readouterr().out
    order = Order("huong-dan", 2027, date(2027, 3, 15))
    composed, _ = compose_file(order, "son-la", PackShelf(has_plugins=True))
    assert "+ 30 năm Ngày truyền thống ngành Mẫu (12/4/1997 - 12/4/2027)." in composed
    assert "ngành Mẫu" not in compose_file(order, "son-la", PackShelf())[0]


def test_days_lie_over_the_country_and_under_the_pack_in_the_order_of_names(install: Install, tmp_path: Path) -> None:
    bring(install, "b", ("quoc-khanh", "Ngày B", "1945-09-02"), ("mau-ngay", "Ngày của B", "1950-10-03"))
    bring(install, "a", ("quoc-khanh", "Ngày A", "1945-09-02"), ("rieng-a", "Ngày riêng A", "1950-10-03"))
    found = names(2027, "mau", write_calendar(tmp_path / "gói"))
    assert found["quoc-khanh"] == "Ngày B"
    assert found["rieng-a"] == "Ngày riêng A"
    assert found["mau-ngay"] == "Ngày giải phóng Mẫu"


def test_contradiction_with_the_country_is_told(install: Install, capsys: Capture) -> None:
    bring(install, "a", ("quoc-khanh", "Quốc khánh", "1945-09-03"), ("asean", "Ngày ASEAN", "1967-08-09"))
    assert run(["calendar", "--nam", "2027"], {}) == 0
    told = capsys.readouterr().err
    assert "W746" in told and "W700" in told and told.count("a 1.2") > 1
    composed, findings = compose_file(
        Order("huong-dan", 2027, date(2027, 3, 15)), "son-la", PackShelf(has_plugins=True)
    )
    assert "W746" in ids(findings) and "02/9/1945" in composed and "03/9/1945" not in composed


def test_pack_of_the_country_is_shown_beside_calendars_of_plugins(install: Install, capsys: Capture) -> None:
    bring(install, "a", ("rieng-a", "Ngày riêng A", "1950-10-03"))
    assert run(["packs", "show", "toan-quoc"], {}) == 0
    shown = capsys.readouterr().out
    assert "quoc-khanh" in shown and "rieng-a" not in shown


@pytest.mark.parametrize("text", [CALENDAR.replace("1961-02", "1961-13"), "a: [", ""])
def test_broken_calendar_is_left_out_and_told(text: str, install: Install, check: Check, capsys: Capture) -> None:
    (bring(install, "a") / "lich.yaml").write_text(text, encoding="utf-8")
    bring(install, "b", ("rieng-b", "Ngày riêng B", "1950-10-03"))
    assert run(["calendar", "--nam", "2027", "--output", "text"], {}) == 0
    printed = capsys.readouterr()
    assert "Ngày riêng B" in printed.out
    assert "E671" in printed.err and "a 1.2" in printed.err and "lich.yaml" in printed.err
    assert run(["plugins"], {}) == 0
    assert "E671" in capsys.readouterr().out
    counting = check(body="# Mục\n\nKỷ niệm 76 năm Ngày riêng B (03/10/1950 - 03/10/2026).\n")
    assert [(f.id, f.facts["name"]) for f in counting.findings] == [("W670", "a 1.2")]
    assert check(body=BODY).findings == ()
    _, findings = compose_file(Order("huong-dan", 2027, date(2027, 3, 15)), "son-la", PackShelf(has_plugins=True))
    assert ids(findings) == ["N650", "W670"]


@pytest.mark.parametrize("answer", ["'lich.yaml'", "[3]", "1 / 0"])
def test_answer_that_is_no_list_of_files_is_told(answer: str, install: Install, capsys: Capture) -> None:
    install("a", brings("ttdn_calendars", answer), pack=None)
    assert run(["calendar", "--nam", "2027"], {}) == 0
    assert "E671" in capsys.readouterr().err
