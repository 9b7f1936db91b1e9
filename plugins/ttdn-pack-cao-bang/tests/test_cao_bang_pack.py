"""The pack of Cao Bằng is sound, whether or not it is installed."""

from pathlib import Path

from ttdn_draft.plugins.testing import check_pack

FOLDER = Path(__file__).parents[1] / "src" / "ttdn_pack_cao_bang"


def test_pack_is_sound() -> None:
    assert check_pack(FOLDER) == ()
