"""Names of recipients that a list has torn."""

import pytest

from tests.conftest import Compose


@pytest.mark.parametrize(
    ("typed", "torn"),
    [
        ("[Sở Văn hóa, Thể thao và Du lịch, Sở Ngoại vụ]", ["$.noi_nhan[1]"]),
        ("[Các sở, Bộ Văn hoá, Thể thao và Du lịch (để b/c)]", ["$.noi_nhan[2]"]),
        ("['Sở Văn hóa, Thể thao và Du lịch', Sở Ngoại vụ]", []),
        ("[Sở Văn hóa và Thể thao, Sở Du lịch]", []),
    ],
)
def test_name_of_an_organ_that_a_list_has_torn_at_its_comma_is_told(
    compose: Compose, typed: str, torn: list[str]
) -> None:
    assert [f.place.path for f in compose(noi_nhan=typed).findings if f.id == "recipient-form"] == torn
