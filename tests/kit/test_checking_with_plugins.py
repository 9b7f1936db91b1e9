"""`packs check` beside installed plug-ins: what they bring for templates is known, their packs are left out."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.pack_folders import PACK, write_pack
from ttdn_draft.cli import run
from ttdn_draft.kit.testing import check_pack
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.render.builder import build_template

Install = Callable[..., Path]
Use = Callable[[str], Path]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "gói của tỉnh")


def check(pack: Path, *options: str) -> int:
    return run(["packs", "check", str(pack), *options], {})


def test_filter_of_a_plugin_may_stand_in_the_template_of_a_pack(use: Use, pack: Path, capsys: Capture) -> None:
    profile = load_profile("dang-hd05-2026")
    file = pack / "templates" / profile.id / "ke-hoach" / "template.docx"
    file.parent.mkdir(parents=True)
    with ZipFile(BytesIO(build_template(profile, profile.kinds["ke-hoach"]))) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"{{ trich_yeu }}", b"{{ trich_yeu|hoa_dau }}"))
    use("ttdn_filters")
    assert check(pack) == 0
    assert check(pack, "--no-plugins") == 3
    assert " E413 " in capsys.readouterr().out


def test_profile_of_a_plugin_may_have_a_template_in_a_pack(use: Use, pack: Path, capsys: Capture) -> None:
    built = use("ttdn_profiles") / "dang-thong-bao" / "thong-bao" / "template.docx"
    file = pack / "templates" / "dang-thong-bao" / "thong-bao" / "template.docx"
    file.parent.mkdir(parents=True)
    file.write_bytes(built.read_bytes())
    assert check(pack) == 0
    assert check(pack, "--no-plugins") == 3
    assert " E684 " in capsys.readouterr().out


def test_installed_pack_of_the_same_id_is_left_out(install: Install, pack: Path) -> None:
    code = "from pathlib import Path\nfrom ttdn_draft.plugins.hookspecs import hookimpl\n\n\n@hookimpl\n"
    install("ttdn_pack_mau", f"{code}def ttdn_packs():\n    return [Path(__file__).parent / 'packs']\n", PACK)
    assert check_pack(pack, has_plugins=True) == ()
