"""The kit for authors of packs: what a pack says on a day, over the pack of the whole country."""

from datetime import date
from pathlib import Path

import pytest

from tests.pack_folders import PACK, changed_pack, write_pack
from ttdn_draft.errors import PackError
from ttdn_draft.kit.testing import check_pack, list_names, list_signers, load_pack


def test_pack_may_leave_the_name_of_an_organ_to_the_whole_country(tmp_path: Path) -> None:
    bare = "id: mau\nten: Mẫu\ntinh: cao-bang\nphien_ban: 1\nco_quan:\n  - {id: ubnd-tinh, he_thong: nha-nuoc}\n"
    write_pack(tmp_path, bare)
    assert check_pack(tmp_path) == ()
    assert list_names(load_pack(tmp_path), date(2024, 1, 2))["ubnd-tinh"] == "Ủy ban nhân dân tỉnh Cao Bằng"


def test_names_are_those_of_the_day_and_of_both_packs(tmp_path: Path) -> None:
    write_pack(tmp_path, PACK)
    pack = load_pack(tmp_path)
    before, after = (list_names(pack, day) for day in (date(2025, 2, 28), date(2025, 3, 1)))
    assert (before["ban"], after["ban"]) == ("Ban Cũ", "Ban Mới Mẫu")
    assert "so" not in before and after["so"] == "Sở Mẫu"
    assert "ubnd-tinh" in before


def test_signers_are_those_of_the_day(tmp_path: Path) -> None:
    write_pack(tmp_path, PACK)
    pack = load_pack(tmp_path)
    assert list_signers(pack, "ban", date(2025, 12, 31)) == {"truong-ban": "Nguyễn Văn An", "pho": "Lê Văn Cường"}
    assert list_signers(pack, "ban", date(2027, 12, 31)) == {"truong-ban": "Trần Thị Bình"}


def test_broken_pack_is_raised_with_what_is_wrong(tmp_path: Path) -> None:
    write_pack(tmp_path, changed_pack("he_thong: nha-nuoc", "he_thong: lạ"))
    with pytest.raises(PackError) as raised:
        load_pack(tmp_path)
    assert {f.id for f in raised.value.findings} > {"E602"}
