"""The pack of the whole country becomes that of each province, and a province's own pack lies over it."""

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from tests.pack_folders import changed_pack, write_pack
from ttdn_draft.errors import Place
from ttdn_draft.knowledge.overlay import for_province
from ttdn_draft.knowledge.pack import OrganName, Pack, newest
from ttdn_draft.knowledge.places.provinces import find_former, list_line, list_provinces
from ttdn_draft.packs import PackShelf

SHELF = PackShelf()
TODAY = date(2026, 11, 22)


def local(id: str) -> Pack:
    return for_province(SHELF.country, list_line(id))


def name_on(id: str, organ: str, day: date) -> OrganName:
    found = newest(local(id).organs[organ].names, day)
    assert found, (id, organ, day)
    return found


@pytest.mark.parametrize(
    ("id", "organ", "day", "name", "symbol"),
    [
        ("cao-bang", "btgdvtu", "2014-03-01", "Ban Tuyên giáo Tỉnh uỷ Cao Bằng", "BTGTU"),
        ("cao-bang", "btgdvtu", "2021-03-30", "Ban Tuyên giáo Tỉnh uỷ Cao Bằng", "BTGTU"),
        ("cao-bang", "btgdvtu", "2025-12-01", "Ban Tuyên giáo và Dân vận Tỉnh uỷ Cao Bằng", "BTGDVTU"),
        ("cao-bang", "btgdvtu", "2027-01-04", "Ban Tuyên giáo Tỉnh uỷ Cao Bằng", "BTGTU"),
        ("binh-phuoc", "btgdvtu", "2024-06-01", "Ban Tuyên giáo Tỉnh uỷ Bình Phước", "BTGTU"),
        ("dong-nai", "tinh-uy", "2024-06-01", "Tỉnh uỷ Đồng Nai", "TU"),
        ("dong-nai", "tinh-uy", "2026-04-29", "Tỉnh uỷ Đồng Nai", "TU"),
        ("dong-nai", "tinh-uy", "2026-04-30", "Thành uỷ Đồng Nai", "TU"),
        ("quang-ninh", "tinh-uy", "2026-08-31", "Tỉnh uỷ Quảng Ninh", "TU"),
        ("quang-ninh", "tinh-uy", "2026-09-01", "Thành uỷ Quảng Ninh", "TU"),
        ("quang-ninh", "ubnd-tinh", "2026-08-31", "Ủy ban nhân dân tỉnh Quảng Ninh", "UBND"),
        ("quang-ninh", "ubnd-tinh", "2026-09-01", "Ủy ban nhân dân thành phố Quảng Ninh", "UBND"),
        ("bac-ninh", "tinh-uy", "2026-09-19", "Tỉnh uỷ Bắc Ninh", "TU"),
        ("bac-ninh", "tinh-uy", "2026-09-20", "Thành uỷ Bắc Ninh", "TU"),
        ("bac-ninh", "ubnd-tinh", "2026-09-20", "Ủy ban nhân dân thành phố Bắc Ninh", "UBND"),
        ("dong-nai", "ubnd-tinh", "2026-05-04", "Ủy ban nhân dân thành phố Đồng Nai", "UBND"),
        ("hue", "ubnd-tinh", "2024-12-31", "Ủy ban nhân dân tỉnh Thừa Thiên Huế", "UBND"),
        ("hue", "ubnd-tinh", "2025-01-01", "Ủy ban nhân dân thành phố Huế", "UBND"),
        ("ho-chi-minh", "ubnd-tinh", "2026-01-01", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "UBND"),
        ("lai-chau", "svhttdl", "2023-03-17", "Sở Thông tin và Truyền thông tỉnh Lai Châu", "STTTT"),
        ("lai-chau", "svhttdl", "2027-03-17", "Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu", "SVHTTDL"),
        ("ha-noi", "svhttdl", "2027-03-17", "Sở Văn hóa và Thể thao thành phố Hà Nội", "SVHTT"),
    ],
)
def test_organs_bear_the_names_of_the_day(id: str, organ: str, day: str, name: str, symbol: str) -> None:
    found = name_on(id, organ, date.fromisoformat(day))
    assert (found.full_name, found.symbol) == (name, symbol)


def test_thanh_uy_of_a_new_city_is_verified_only_where_a_paper_bears_its_name() -> None:
    for city in ("quang-ninh", "bac-ninh"):
        assert name_on(city, "tinh-uy", date(2026, 6, 1)).is_verified
        assert not name_on(city, "tinh-uy", TODAY).is_verified
    assert name_on("dong-nai", "tinh-uy", TODAY).is_verified


def test_every_province_of_today_has_one_name_for_each_organ_on_any_day() -> None:
    for province in list_provinces(TODAY):
        for organ in local(province.id).organs.values():
            assert newest(organ.names, TODAY) and newest(organ.place_names, TODAY), (province.id, organ.id)
            for one, other in combinations(organ.names, 2):
                assert not one.period.overlaps(other.period), (province.id, organ.id, one.period, other.period)


def test_no_placeholder_and_no_former_place_is_left() -> None:
    for province in list_provinces(TODAY):
        pack = local(province.id)
        assert not any(word in repr(pack.organs) for word in ("{tinh}", "{don_vi}", "{cap}", "{cap_uy}")), province.id
        for organ in pack.organs.values():
            places = [fact.text for fact in organ.place_names if TODAY in fact.period]
            assert all(find_former(place, TODAY) is None for place in places), places


def test_symbol_of_a_renamed_body_in_the_uncertain_months_is_not_verified() -> None:
    verified = [name_on("son-la", "btgdvtu", date(2026, month, 6)).is_verified for month in range(4, 12)]
    assert verified == [True, True, False, False, False, False, False, False]


def test_what_a_pack_writes_wins_and_what_it_leaves_out_comes_from_below(tmp_path: Path) -> None:
    own = "  - id: btgdvtu\n    he_thong: dang\n    don_vi_soan: Phòng A\n    nguon: sách A\n  - id: so\n"
    write_pack(tmp_path, changed_pack("  - id: so\n", own))
    pack, findings = PackShelf([tmp_path]).load("mau", tmp_path, Place())
    assert pack and findings == ()
    organ, below = pack.organs["btgdvtu"], local("cao-bang").organs["btgdvtu"]
    assert [unit.text for unit in organ.drafting_units] == ["Phòng A"]
    assert (organ.names, organ.signers, organ.recipients) == (below.names, below.signers, below.recipients)
    assert pack.organs["ubnd-tinh"] == local("cao-bang").organs["ubnd-tinh"]
    assert [name.name for name in pack.organs["tinh-uy"].names] == ["Tỉnh uỷ Mẫu"]


def test_facts_from_below_say_so(tmp_path: Path) -> None:
    pack, _ = PackShelf([write_pack(tmp_path)]).load("mau", tmp_path, Place())
    assert pack
    assert {fact.is_inherited for fact in pack.organs["ubnd-tinh"].names} == {True}
    assert {fact.is_inherited for fact in pack.organs["ban"].names} == {False}
