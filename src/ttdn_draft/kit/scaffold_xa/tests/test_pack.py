"""The pack of __unit__ is sound, is found once it is installed, and says what was meant on a day."""

from datetime import date
from importlib.metadata import entry_points
from pathlib import Path

from ttdn_draft.kit.testing import check_pack, list_names, load_pack, render_sample

FOLDER = Path(__file__).parents[1] / "src" / "__pack_module__"
DAY = date(2027, 1, 15)


def test_pack_is_sound() -> None:
    assert check_pack(FOLDER) == ()


def test_installed_plug_in_brings_this_pack() -> None:
    (entry,) = entry_points(group="ttdn_draft", name="__pack_id__")
    (installed,) = entry.load().ttdn_packs()
    assert (installed / "pack.yaml").read_bytes() == (FOLDER / "pack.yaml").read_bytes()


def test_names_of_a_day_are_those_of_the_commune() -> None:
    assert "__place__" in list_names(load_pack(FOLDER), DAY)["dang-uy-xa"]


def test_plan_is_that_of_the_commune() -> None:
    sample = render_sample(FOLDER, "ke-hoach", "dang", DAY)
    assert any("__place__".upper() in line for line in sample.lines)
