"""One answer to who an organ, its parent and its signers are on a day, for new files and for files that name a pack."""

from datetime import date
from pathlib import Path

import pytest

from tests.pack_folders import write_pack
from ttdn_draft.knowledge.organ_on_day import find_merged_into, find_on_day, list_organ_names
from ttdn_draft.knowledge.pack import Pack
from ttdn_draft.packs import PackShelf


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """Return the made-up pack of the tests."""
    folder: Path = write_pack(tmp_path_factory.mktemp("pack"))
    return PackShelf([folder]).take("mau")[0]


@pytest.mark.parametrize(
    ("day", "name", "signer", "deputy"),
    [
        (date(2025, 2, 28), "Ban Cũ", "Nguyễn Văn An", True),
        (date(2025, 3, 1), "Ban Mới", "Nguyễn Văn An", True),
        (date(2027, 11, 1), "Ban Mới", "Trần Thị Bình", False),
        (None, "Ban Mới", "Trần Thị Bình", False),
    ],
)
def test_organ_has_the_name_the_parent_and_the_signers_of_the_day(
    own: Pack, day: date | None, name: str, signer: str, deputy: bool
) -> None:
    found = find_on_day(own, own.organs["ban"], day)
    head = found.find_signer("truong-ban")
    assert found.name and head and found.place_name
    assert (found.name.name, head.full_name, found.place_name.text) == (name, signer, "Mẫu Sơn")
    assert (found.parent.name, found.parent.organ) == ("Tỉnh uỷ Mẫu", own.organs["tinh-uy"])
    assert (found.find_signer("pho") is not None) == deputy
    assert [term.full_name for term in found.signers] == [signer, *(["Lê Văn Cường"] if deputy else [])]


def test_parent_may_be_words_and_a_name_may_be_missing_on_a_day(own: Pack) -> None:
    found = find_on_day(own, own.organs["so"], date(2025, 2, 28))
    assert found.name is None and found.find_signer("truong-ban") is None
    assert (found.parent.name, found.parent.organ) == ("UBND TỈNH MẪU", None)
    assert list_organ_names(own.organs["ban"]) == "Ban Cũ (… – 2025-02); Ban Mới (2025-03-01 – …)"


def test_province_that_was_merged_is_told_from_the_day_on() -> None:
    pack = Pack("a", "A", "quang-nam", "1", {}, {}, {}, {})
    merged = find_merged_into(pack, date(2026, 1, 1))
    assert merged and [unit.id for unit in merged] == ["quang-nam", "da-nang"]
    assert find_merged_into(pack, date(2024, 1, 1)) is None and find_merged_into(pack, None) is None
