"""`new` with the packs of the four provinces: its documents name no organ and no province that is no more."""

import re
from pathlib import Path

import pytest

from tests.compose.test_new import KINDS, PROVINCES, STANDARDS, assert_names_of_the_day, order, said
from tests.conftest import ids
from ttdn_draft.composing import compose_file
from ttdn_draft.knowledge.places.provinces import list_predecessors
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file

FOLDERS = {
    path.parent.name.removeprefix("ttdn_pack_").replace("_", "-"): path.parent
    for path in Path(__file__).parents[2].glob("plugins/*/src/*/pack.yaml")
}
BARE = PackShelf()
COMMENT_OR_OCEAN = r"(?m)^ *# .*: .*$|Thái Bình Dương"


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("province", FOLDERS)
def test_file_of_a_province_with_a_pack_passes_and_has_the_names_of_its_day(
    province: str, kind: str, standard: str, tmp_path: Path
) -> None:
    shelf = PackShelf([FOLDERS[province]])
    text, _ = compose_file(order(kind, standard), province, shelf)
    source = tmp_path / "dự thảo.md"
    source.write_text(text, encoding="utf-8")
    checked = check_file(source, shelf)
    assert checked.document is not None, checked.findings
    assert not [found for found in ids(checked.findings) if found.startswith("E")]
    assert_names_of_the_day(said(re.sub(COMMENT_OR_OCEAN, "", text)))


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("kind", KINDS)
def test_only_provinces_joined_of_several_are_told_to_have_been_rearranged(kind: str, standard: str) -> None:
    """Huế became a city and was joined with none."""
    told = {name for name in PROVINCES if "sau sắp xếp" in compose_file(order(kind, standard), name, BARE)[0]}
    assert told == {name for name in PROVINCES if len(list_predecessors(name)) > 1}
    assert "hue" not in told and {"dong-nai", "thai-nguyen", "ho-chi-minh"} <= told


@pytest.mark.parametrize("organ", ["ubnd-tinh", "svhttdl"])
def test_report_of_the_state_does_not_go_to_its_addressee_again_nor_to_those_below(organ: str) -> None:
    for province in ("son-la", "ha-noi"):
        text, _ = compose_file(order("bao-cao", "nha-nuoc", organ=organ), province, BARE)
        receivers = text.split("\nnoi_nhan:\n", 1)[1].split("\nky:", 1)[0]
        assert "Bộ " not in receivers and "cấp xã" not in receivers and "Các sở" not in receivers


@pytest.mark.parametrize(
    ("standard", "receivers"),
    [
        (
            "dang",
            ("Ban Chỉ đạo Công tác", "Các đảng uỷ trực thuộc", "Uỷ ban Mặt trận Tổ quốc", "Sở ", "cơ quan báo chí"),
        ),
        ("nha-nuoc", ("Ban Tuyên giáo", "Ủy ban MTTQ", "Văn phòng UBND", "cơ quan báo chí")),
    ],
)
def test_bodies_to_which_a_document_gives_work_receive_it(standard: str, receivers: tuple[str, ...]) -> None:
    for kind in ("huong-dan", "ke-hoach"):
        text, _ = compose_file(order(kind, standard), "son-la", BARE)
        listed = text.split("\nnoi_nhan:\n", 1)[1].split("\nky:", 1)[0]
        assert all(name in listed for name in receivers), listed
