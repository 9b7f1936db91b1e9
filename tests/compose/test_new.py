"""`new` writes a file that passes and renders at once, for every province, with the names of its day."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import assert_sound, ids
from tests.pack_folders import changed_pack, write_pack
from ttdn_draft.asking import DoubtBook
from ttdn_draft.cli import run
from ttdn_draft.compose import Order
from ttdn_draft.composing import compose_file
from ttdn_draft.errors import PackError, Place, UsageError
from ttdn_draft.knowledge.citations import HOLDS, Status, load_citations
from ttdn_draft.knowledge.names import fold_name
from ttdn_draft.knowledge.periods import read_period
from ttdn_draft.knowledge.places.provinces import list_provinces
from ttdn_draft.knowledge.standards.spelling import spell
from ttdn_draft.knowledge.tables import read_table
from ttdn_draft.model import NO_BREAK_SPACE
from ttdn_draft.model.marks import write_doubt
from ttdn_draft.packs import PackShelf
from ttdn_draft.packs.calendars import load_almanac
from ttdn_draft.pipeline import check_file, check_text, render_checked

MARK = re.compile(r"\[cần kiểm tra: ([^\[\]]*?)(?: — [^\[\]]*)?\]")
DAY = date(2027, 3, 15)
KINDS = ("huong-dan", "ke-hoach", "bao-cao")
STANDARDS = ("dang", "nha-nuoc")
COUNTED = re.compile(r"\d+ năm [^();\n]+ \([^()\n]+ - [^()\n]+\)")
FORMER = re.compile(
    r", do [^()\n]+ \((?:nay thuộc|trước sắp xếp)[^()]*\) thiết lập|, khi còn là thành phố thuộc [^()\n]+"
)
PROVINCES = [province.id for province in list_provinces(DAY)]
SHELF = PackShelf()
CAO_BANG = PackShelf([Path(__file__).parents[2] / "plugins" / "ttdn-pack-cao-bang" / "src"])


def order(kind: str = "huong-dan", standard: str = "dang", **more: object) -> Order:
    known = {"year": DAY.year, "day": DAY, "issue_date": DAY, "standard": standard}
    return Order(kind, **(known | more))  # type: ignore[arg-type]


# what UNESCO or the State listed, and a port, keeps the name under which it was listed, that of a former province in it
LISTED = [
    *(row["name"] for row in read_table("province_heritage")),
    *(row["value"] for row in read_table("province_traits")),
]
TITLES = re.compile("|".join(re.escape(fold_name(name)) for name in LISTED if " " in name))


def said(text: str) -> str:
    """Return what a document says, folded: sources, titles of heritage and anniversaries speak of other days."""
    sayings = re.sub(r"(?m)^ *(?:# )?(?:nguồn|nguon|cần kiểm tra): .*$", "", text)
    sayings = sayings.replace("Thái Bình Dương", "")  # no province: an ocean
    bare = FORMER.sub("", COUNTED.sub("", MARK.sub(r"\1", sayings)))
    return TITLES.sub("", fold_name(bare))


def test_there_are_34_provinces() -> None:
    assert len(PROVINCES) == 34


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("province", PROVINCES)
def test_file_of_every_province_passes_renders_and_has_the_names_of_its_day(
    province: str, kind: str, standard: str, tmp_path: Path
) -> None:
    text, _ = compose_file(order(kind, standard), province, SHELF)
    source = tmp_path / "dự thảo.md"
    source.write_text(text, encoding="utf-8")
    checked = check_file(source, SHELF)
    assert checked.document is not None, checked.findings
    assert set(ids(checked.findings)) <= {"N650", "W244", "W374", "W376"}
    result = tmp_path / "dự thảo.docx"
    result.write_bytes(render_checked(checked))
    assert_sound(result)
    assert checked.document.draft_mark
    assert_names_of_the_day(said(text))


def assert_names_of_the_day(text: str, day: date = DAY) -> None:
    """Hold a text against the tables: no organ and no province that is not there on the day."""
    folded = text
    for table in ("organs", "provinces"):
        rows = [(fold_name(re.sub(r" \(.*\)", "", row["name"])), read_period(row)) for row in read_table(table)]
        now = {name for name, period in rows if day in period}
        for name in {name for name, _ in rows} - now:
            assert not re.search(rf"\b{re.escape(name)}\b", folded), name


def test_document_without_a_date_is_a_draft_of_its_year(write: Callable[..., Path]) -> None:
    text, _ = compose_file(order(issue_date=None), "cao-bang", CAO_BANG)
    checked = check_file(write("", text), CAO_BANG)
    assert checked.document is not None
    assert checked.document.place_date.endswith(f"tháng {NO_BREAK_SPACE * 6} năm {DAY.year}")


def test_years_bring_the_names_and_the_bases_of_their_time() -> None:
    for year in (2014, 2021, 2024):
        text, findings = compose_file(order(day=date(year, 6, 1), issue_date=None), "binh-phuoc", SHELF)
        assert ids(findings) == ["N650", "W652"]
        assert "ky_hieu: BTGTU" in text and "cap_tren: Tỉnh uỷ Bình Phước" in text, year
        assert "  - Đảng uỷ cấp xã" not in text and '  - "Các huyện uỷ, thị uỷ, thành uỷ trực thuộc"' in text, year
    with pytest.raises(UsageError) as raised:
        compose_file(order(), "binh-phuoc", SHELF)
    assert ids(raised.value.findings) == ["E633"]
    assert raised.value.findings[0].facts["code"] == "dong-nai"


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("kind", KINDS)
def test_anniversaries_of_the_year_stand_in_every_kind(kind: str, standard: str) -> None:
    text, _ = compose_file(order(kind, standard), "son-la", SHELF)
    assert "60 năm Ngày thành lập Hiệp hội các quốc gia Đông Nam Á (ASEAN) (08/8/1967 - 08/8/2027)" in text
    assert "và đón Tết Nguyên đán Đinh Mùi" in text
    assert "ngày kỷ niệm năm 2027]" not in text
    if kind != "bao-cao":
        five = {"dang": "năm lẻ năm", "nha-nuoc": "năm lẻ 5"}[standard]
        assert f"Năm 2027, Việt Nam kỷ niệm năm tròn, {five} ngày thiết lập quan hệ ngoại giao với" in text
    assert ".." not in re.sub(r"\(\.\.\.|\.\.\.", "", said(text))


def test_list_of_cao_bang_in_2021_is_that_of_its_guidance_and_the_great_days() -> None:
    text, _ = compose_file(order(year=2021, day=date(2021, 3, 30)), "cao-bang", CAO_BANG)
    listed = re.findall(r"^\+ (.*)\.$", text.partition("- Các sự kiện của năm")[0], re.M)
    names = [re.sub(r" \(.*", "", line) for line in listed]
    assert names == [
        "80 năm Ngày Bác Hồ về nước lãnh đạo cách mạng Việt Nam",
        "91 năm Ngày thành lập Đảng Cộng sản Việt Nam",
        "90 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh",
        "46 năm Ngày Giải phóng miền Nam, thống nhất đất nước",
        "80 năm Ngày thành lập Mặt trận Việt Minh",
        "131 năm Ngày sinh Chủ tịch Hồ Chí Minh",
        "110 năm Ngày Bác Hồ ra đi tìm đường cứu nước",
        "76 năm Ngày Cách mạng Tháng Tám thành công",
        "71 năm Chiến thắng Biên giới",
        "60 năm Ngày mở đường Hồ Chí Minh trên biển",
        "35 năm công cuộc đổi mới đất nước",
    ]
    assert "gắn với kỷ niệm 60 năm Bác Hồ về thăm Cao Bằng (02/1961 - 02/2021)" in listed[0]
    assert listed[8].endswith("và 71 năm Ngày giải phóng Cao Bằng (03/10/1950 - 03/10/2021)")


@pytest.mark.parametrize("year", range(2020, 2031))
def test_day_that_nobody_verified_never_stands_unmarked(year: int) -> None:
    almanac, _ = load_almanac(CAO_BANG, "cao-bang", Path(), Place())
    doubtful = {entry.name for entry in almanac.list_entries() if not entry.is_verified}
    text, _ = compose_file(order(year=year, day=date(year, 6, 30), issue_date=None), "cao-bang", CAO_BANG)
    sure = MARK.sub("", text.split("---\n", 2)[2])
    assert [name for name in doubtful if f" năm {name} (" in sure or f"+ {name}" in sure] == []


@pytest.mark.parametrize(
    ("id", "more"),
    [
        ("E605", {"organ": "khong-co"}),
        ("E606", {"organ": "ban-moi"}),
        ("E607", {"signer": "khong-co"}),
        ("E634", {"pack": "toan-quoc"}),
        ("E635", {"organ": "ubnd-tinh"}),
    ],
)
def test_what_the_order_names_and_the_pack_has_not_is_told(id: str, more: dict[str, str], tmp_path: Path) -> None:
    later = "{ten: Ban Mới, ky_hieu: BM, tu: 2028, nguon: sách A}"
    organ = f"  - id: ban-moi\n    he_thong: dang\n    ten:\n      - {later}\n  - id: so\n"
    write_pack(tmp_path, changed_pack("  - id: so\n", organ))
    pack = more.pop("pack", "mau")
    with pytest.raises(UsageError) as raised:
        compose_file(order(**more), pack, PackShelf([tmp_path]))
    assert ids(raised.value.findings) == [id]


def test_day_before_all_standards_is_told() -> None:
    told = {
        day: ids(compose_file(order(day=day, issue_date=day), "cao-bang", SHELF)[1]) for day in (date(2017, 6, 1), DAY)
    }
    assert "W654" in told[date(2017, 6, 1)] and "W654" not in told[DAY]


def test_document_that_does_not_hold_on_the_day_is_not_cited_in_the_text() -> None:
    early = date(2026, 1, 1)
    text, _ = compose_file(order(day=early, issue_date=early), "cao-bang", SHELF)
    cited = re.findall(r"\[dan: ([a-z0-9-]+)\]", text)
    table = load_citations()
    assert cited and "[điền: văn bản còn hiệu lực về phát triển văn hoá Việt Nam]" in text
    assert all(table.status_on(f, early) in (*HOLDS, Status.UNCLEAR) for name in cited if (f := table.find(name)))


def test_name_of_a_person_is_spelt_as_its_bearer_spells_it(tmp_path: Path) -> None:
    write_pack(tmp_path, changed_pack("ho_ten: Trần Thị Bình", "ho_ten: Trần Thị Thủy"))
    text, _ = compose_file(order(organ="ban", signer="truong-ban"), "mau", PackShelf([tmp_path]))
    assert "ho_ten: Trần Thị Thủy\n" in text


def test_source_with_a_dash_stays_a_source() -> None:
    book, doubt = DoubtBook(), write_doubt("Ban — Một", "Báo — số 5")
    assert book.take(f"{doubt} và {doubt}") == "[cần kiểm tra #khac-ban-mot] và [cần kiểm tra #khac-ban-mot]"
    assert book.doubts["khac-ban-mot"].source == "Báo - số 5"


def test_report_before_its_year_has_passed_is_doubted() -> None:
    days = {
        day: ids(compose_file(order("bao-cao", day=day), "cao-bang", SHELF)[1]) for day in (date(2027, 12, 13), DAY)
    }
    assert all("W653" in found for found in days.values())
    _, findings = compose_file(order("bao-cao", day=date(2027, 12, 14)), "cao-bang", SHELF)
    assert "W653" not in ids(findings)


def test_unknown_kind_is_told_as_such() -> None:
    with pytest.raises(UsageError) as raised:
        compose_file(order("hướng dẫn"), "son-la", SHELF)
    assert ids(raised.value.findings) == ["E637"]


def test_kind_without_an_outline_is_told() -> None:
    with pytest.raises(PackError) as raised:
        compose_file(order("thong-bao", organ="btgdvtu"), "son-la", SHELF)
    assert ids(raised.value.findings) == ["E637"]


def test_outline_and_paragraphs_of_a_pack_come_before_those_of_the_whole_country(tmp_path: Path) -> None:
    write_pack(tmp_path)
    outline = tmp_path / "outlines" / "dang" / "huong-dan.md"
    outline.parent.mkdir(parents=True)
    outline.write_text("---\ntrich_yeu: riêng {{ nam }}\n---\n# Mục\n\n{{ doan.bien_gioi }}\n", encoding="utf-8")
    (tmp_path / "outlines" / "doan").mkdir()
    (tmp_path / "outlines" / "doan" / "bien-gioi.md").write_text("- Đoạn của {{ tinh.ten }}\n", encoding="utf-8")
    text, _ = compose_file(order(organ="ban"), "mau", PackShelf([tmp_path]))
    assert "trich_yeu: riêng 2027" in text
    assert "- Đoạn của Cao Bằng" in text


def test_signer_and_recipients_of_a_pack_are_those_of_the_day(tmp_path: Path) -> None:
    text, _ = compose_file(order(organ="ban", signer="truong-ban"), "mau", PackShelf([write_pack(tmp_path)]))
    assert "ho_ten: Trần Thị Bình" in text
    assert "- Thường trực Tỉnh uỷ (để b/c)" in text
    assert "Các huyện uỷ" not in text
    assert "7 đoàn vào — báo B]" in text or "su_kien" not in text


def test_name_that_nobody_verified_is_marked_wherever_it_stands() -> None:
    text, _ = compose_file(order(), "son-la", SHELF)
    _, head, body = text.split("---\n", 2)
    for line in ('ten: "[cần kiểm tra #ten-btgdvtu: Ban Tuyên giáo]"', 'ky_hieu: "[cần kiểm tra #ten-btgdvtu: BTGTU]"'):
        assert f"  {line}\n" in head
    assert 'ten_day_du: "[cần kiểm tra #ten-btgdvtu]"' in head
    assert 'luu: "[cần kiểm tra #ten-btgdvtu: Ban Tuyên giáo Tỉnh uỷ]"' in head
    assert "    gia_tri: Ban Tuyên giáo Tỉnh uỷ Sơn La\n    nguon: Tuyên Quang mang tên này" in head
    assert "Ban Tuyên giáo Tỉnh uỷ Sơn La" not in body and "[cần kiểm tra #ten-btgdvtu]" in body
    assert 'ho_ten: "[điền: họ tên người ký]"' in head


def test_signer_whom_nobody_verified_is_asked_with_the_source_of_the_name(tmp_path: Path) -> None:
    doubted = "ho_ten: Trần Thị Bình, tu: 2026, nguon: báo B, xac_minh: false"
    write_pack(tmp_path, changed_pack("ho_ten: Trần Thị Bình, tu: 2026, nguon: báo B, xac_minh: true", doubted))
    text, _ = compose_file(order(organ="ban"), "mau", PackShelf([tmp_path]))
    [name] = re.findall(r'ho_ten: "\[cần kiểm tra #([a-z-]+)\]"', text)
    assert f"  {name}:\n    hoi: " in text and "    gia_tri: Trần Thị Bình\n    nguon: báo B\n" in text


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("kind", KINDS)
def test_one_document_has_one_spelling(kind: str, standard: str) -> None:
    text, _ = compose_file(order(kind, standard), "cao-bang", SHELF)
    assert spell(text, standard) == text
    other = next(name for name in STANDARDS if name != standard)
    assert spell(text, other) != text


def test_doubt_is_asked_once_and_used_by_its_name() -> None:
    text, _ = compose_file(order(), "cao-bang", CAO_BANG)
    asked = check_text(text, "md", CAO_BANG)
    told = [finding for finding in asked.findings if finding.id == "W244"]
    assert len(told) == len({finding.facts["name"] for finding in told}) > 3
    names = re.findall(r"\[cần kiểm tra #([a-z0-9-]+)", text)
    assert sum(int(str(finding.facts["count"])) for finding in told) == len(names) > len(set(names))
    assert "[cần kiểm tra:" not in text


class TestCommand:
    """The command, as people call it."""

    def test_file_is_written_once_and_never_over_another(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        call = ["new", "ke-hoach", "--tinh", "lai-chau", "--nam", "2027", "--the-thuc", "nha-nuoc"]
        assert run(call, {}) == 0
        assert "ke-hoach-lai-chau-2027.md" in capsys.readouterr().out
        before = Path("ke-hoach-lai-chau-2027.md").read_bytes()
        assert run(call, {}) == 1
        assert Path("ke-hoach-lai-chau-2027.md").read_bytes() == before
        assert "E639" in capsys.readouterr().err
        Path("lối cụt.md").symlink_to("không có.md")
        assert run([*call, "-o", "lối cụt.md"], {}) == 1
        assert "E639" in capsys.readouterr().err and Path("lối cụt.md").is_symlink()

    def test_name_that_windows_refuses_is_refused_everywhere(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert run(["new", "huong-dan", "--tinh", "son-la", "--nam", "2027", "-o", "PRN.md"], {}) == 1
        assert "E679" in capsys.readouterr().err
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("words", [["--tinh", "sonla"], ["--tinh", "son-la", "-o", "a.docx"]])
    def test_wrong_call_writes_nothing(self, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        assert run(["new", "huong-dan", "--nam", "2027", *words], {}) == 2
        assert list(tmp_path.iterdir()) == []
