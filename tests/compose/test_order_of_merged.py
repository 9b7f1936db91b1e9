"""An organ that a merged province has no more is looked for where its successor's pack keeps it."""

from datetime import date
from pathlib import Path

import pytest

from tests.compose.test_new import order
from ttdn_draft.composing import compose_file
from ttdn_draft.errors import UsageError
from ttdn_draft.packs import PackShelf

DONG_NAI = PackShelf([Path(__file__).parents[2] / "plugins" / "ttdn-pack-dong-nai" / "src"])
DISTRICT, DAY = "huyen-uy-bu-gia-map", date(2024, 6, 17)


def test_organ_of_a_merged_province_is_asked_for_where_its_successor_has_it() -> None:
    asked = order("ke-hoach", organ=DISTRICT, day=DAY, issue_date=DAY, year=DAY.year)
    with pytest.raises(UsageError) as refused:
        compose_file(asked, "binh-phuoc", DONG_NAI)
    (told,) = refused.value.findings
    assert (told.id, told.facts["code"]) == ("E669", "dong-nai")
    assert "Bình Phước" in compose_file(asked, str(told.facts["code"]), DONG_NAI)[0]


def test_organ_that_nobody_has_is_named_as_before_in_a_province_that_lasts() -> None:
    with pytest.raises(UsageError) as refused:
        compose_file(order("ke-hoach", organ="huyen-uy-x"), "son-la", DONG_NAI)
    assert [told.id for told in refused.value.findings] == ["E605"]
