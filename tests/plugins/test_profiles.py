"""Profiles and kinds of documents that plug-ins bring: chosen by date and kind, refused where they are broken."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, HEAD, Check, Install, Use, brings, ids, settled
from tests.word_files import Word
from ttdn_draft import __version__
from ttdn_draft.cli import run
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import render_checked
from ttdn_draft.word.export_version import mark_version

PARTY = load_profile("dang-hd05-2026")
NOTICE = HEAD.replace("loai: huong-dan", "loai: thong-bao")


def naming(profile: str, head: str = HEAD) -> str:
    """Return a head that names its profile."""
    return head.replace("the_thuc: dang", f"the_thuc: dang\nchuan: {profile}")


def test_hook_ttdn_profiles_brings_a_new_kind(use: Use, check: Check, tmp_path: Path) -> None:
    assert ids(check(NOTICE, is_on=False).findings) == ["E204"]
    use("ttdn_profiles")
    checked = check(NOTICE)
    assert checked.findings == ()
    assert (settled(checked).kind_name, checked.profile and checked.profile.id) == ("THÔNG BÁO", "dang-thong-bao")
    assert "TB/BTGDVTU" in settled(checked).number_line
    out = tmp_path / "thông báo.docx"
    out.write_bytes(render_checked(checked))
    assert "THÔNG BÁO" in "".join(Word(out).texts())


def test_kind_that_no_plugin_brings_is_refused_with_all_that_are_known(use: Use, check: Check) -> None:
    use("ttdn_profiles")
    (unknown,) = check(NOTICE.replace("thong-bao", "thong-cao")).findings
    assert (unknown.id, unknown.facts["guess"]) == ("E204", "thong-bao")
    assert unknown.facts["known"] == "huong-dan, ke-hoach, bao-cao, thong-bao"


def test_profile_of_a_plugin_leaves_other_kinds_to_the_built_in_one(use: Use, check: Check) -> None:
    use("ttdn_profiles")
    chosen = check().profile
    assert chosen is not None
    assert chosen.id == "dang-hd05-2026"
    named = check(naming("dang-thong-bao")).profile
    assert named is not None
    assert named.id == "dang-thong-bao"


def test_kind_of_one_system_is_none_of_the_other(use: Use, check: Check) -> None:
    use("ttdn_profiles")
    of_state = NOTICE.replace("the_thuc: dang", "the_thuc: nha-nuoc")
    of_state = of_state.replace("BAN TUYÊN GIÁO VÀ DÂN VẬN", "SỞ NGOẠI VỤ").replace("BTGDVTU", "SNgV")
    (other,) = (f for f in check(of_state).findings if f.id == "E314")
    assert other.facts["profile"] == "nha-nuoc-nd30-2020"


def test_kind_is_refused_before_the_first_day_of_its_profile(use: Use, check: Check) -> None:
    use("ttdn_profiles")
    (early,) = check(NOTICE.replace("2026-06-05", "2026-05-26")).findings
    assert (early.id, early.facts["profile"]) == ("E314", "dang-hd36-2018")


def edit_profile(package: Path, old: str, new: str) -> Path:
    file = package / "dang-thong-bao" / "profile.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def test_later_standard_of_a_plugin_ends_the_built_in_one(use: Use, check: Check) -> None:
    edit_profile(use("ttdn_profiles"), "ke_thua:", 'tu: "2027-01-01"\nke_thua:')
    for day, name in (("2026-12-31", "dang-hd05-2026"), ("2027-01-01", "dang-thong-bao")):
        profile = check(HEAD.replace("2026-06-05", day)).profile
        assert profile is not None
        assert profile.id == name


def test_kind_without_its_templates_is_not_there(use: Use, check: Check) -> None:
    shutil.rmtree(use("ttdn_profiles") / "dang-thong-bao" / "thong-bao")
    assert ids(check(NOTICE).findings) == ["E204"]


def test_two_profiles_that_began_on_one_day_must_be_chosen_by_name(use: Use, check: Check) -> None:
    package = use("ttdn_profiles")
    shutil.copytree(package / "dang-thong-bao", package / "dang-thong-bao-2")
    file = package / "dang-thong-bao-2" / "profile.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: dang-thong-bao", "id: dang-thong-bao-2"))
    code = (EXAMPLES / "ttdn_profiles.py").read_text(encoding="utf-8")
    both = code.replace('"dang-thong-bao"]', '"dang-thong-bao", Path(__file__).parent / "dang-thong-bao-2"]')
    (package / "__init__.py").write_text(both, encoding="utf-8")
    (double,) = check(NOTICE).findings
    assert (double.id, double.facts["known"]) == ("E678", "dang-thong-bao, dang-thong-bao-2")
    named = check(naming("dang-thong-bao-2", NOTICE))
    assert settled(named).kind_name == "THÔNG BÁO"
    assert check().profile == PARTY


@pytest.mark.parametrize(
    ("old", "new", "id"),
    [
        ("loai:", "loai: [", "E151"),
        ("loai:", "loi:", "E202"),
        ("ky_hieu: TB", "ky_hieu: 7", "E203"),
        ("id: dang-thong-bao", "id: khac", "E430"),
        ("loai:", "tu: 2026-02-30\nloai:", "E430"),
        ("loai:", "co_chu: {bo: {chuan: {trich_yeu: {la: 1}}}}\nloai:", "E430"),
    ],
)
def test_broken_profile_is_told_where_it_may_be_missed_and_harms_no_other(
    use: Use, check: Check, old: str, new: str, id: str
) -> None:
    file = edit_profile(use("ttdn_profiles"), old, new)
    missed = check(NOTICE)
    assert {"E204", "E671", id} <= set(ids(missed.findings))
    (fault,) = (f for f in missed.findings if f.id == "E671")
    assert (fault.facts["name"], fault.facts["hook"]) == ("ttdn_profiles 1.2", "ttdn_profiles")
    assert str(file) in str(fault.facts["reason"])
    by_date = check()
    assert settled(by_date).kind_name == "HƯỚNG DẪN"
    assert ids(by_date.findings) == ["W670"]
    assert check(naming("dang-hd05-2026")).findings == ()
    assert {"E310", "E671", id} <= set(ids(check(naming("dang-thong-bao")).findings))


def test_profile_that_cannot_be_used_with_a_document_blames_its_plugin(use: Use, check: Check) -> None:
    words = 'chu: {so_ky_hieu: {gia_tri: "{khong_co}", can_cu: x}}\nloai:'
    edit_profile(use("ttdn_profiles"), "loai:", words)
    (fault,) = check(NOTICE).findings
    assert (fault.id, fault.facts["name"]) == ("E677", "ttdn_profiles 1.2")
    assert "khong_co" in str(fault.facts["reason"])


def test_id_of_a_profile_that_is_built_in_or_brought_twice_is_refused(
    use: Use, install: Install, check: Check, tmp_path: Path
) -> None:
    package = use("ttdn_profiles")
    code = brings("ttdn_profiles", f"[{str(package / 'dang-thong-bao')!r}, {str(tmp_path / PARTY.id)!r}]")
    install("ttdn_khac", code, pack=None)
    (fault,) = (f for f in check(naming("dang-thong-bao")).findings if f.id == "E672")
    assert fault.facts["name"] == "ttdn_khac 1.2; ttdn_profiles 1.2"
    assert PackShelf(has_plugins=True).plugins.profiles.clashes[PARTY.id].facts["name"] == "ttdn-draft; ttdn_khac 1.2"
    by_date = check()
    assert by_date.profile == PARTY
    assert [f.facts["reason"] for f in by_date.findings] == [
        ("trùng tên", "ttdn_profiles: dang-hd05-2026"),
        ("trùng tên", "ttdn_profiles: dang-thong-bao"),
    ]


def test_kind_of_a_profile_that_two_plugins_bring_is_refused_with_both(
    use: Use, install: Install, check: Check
) -> None:
    package = use("ttdn_profiles")
    install("ttdn_khac", brings("ttdn_profiles", f"[{str(package / 'dang-thong-bao')!r}]"), pack=None)
    assert sorted(ids(check(NOTICE).findings)) == ["E204", "E672"]


@pytest.mark.parametrize("answer", ["'/a'", "['/a/x', '/b/x']", "[7]", "1 / 0"])
def test_folders_that_are_none_are_told_where_a_kind_is_missed(install: Install, check: Check, answer: str) -> None:
    install("ttdn_hong", brings("ttdn_profiles", answer), pack=None)
    assert sorted(ids(check(NOTICE).findings)) == ["E204", "E671"]
    assert ids(check().findings) == ["W670"]


def test_profile_without_any_template_is_told(use: Use, check: Check) -> None:
    folder = use("ttdn_profiles") / "dang-thong-bao"
    for kind in ("thong-bao", "huong-dan", "ke-hoach", "bao-cao"):
        shutil.rmtree(folder / kind)
    assert sorted(ids(check(NOTICE).findings)) == ["E204", "E430", "E671"]


def test_templates_of_plugins_are_listed_checked_and_exported(
    use: Use, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    use("ttdn_profiles")
    assert run(["templates", "list"], {}) == 0
    listed = capsys.readouterr().out
    assert "dang-thong-bao  dang  2026-05-27 – …  bao-cao, huong-dan, ke-hoach, thong-bao" in listed
    assert "Từ phần cài thêm ttdn_profiles 1.2" in listed
    file = tmp_path / "mau.docx"
    export = ["templates", "export", "thong-bao", "--chuan", "dang-thong-bao", "-o", str(file)]
    assert run([*export, "--no-plugins"], {}) == 2
    assert run(export, {}) == 0
    brought = (tmp_path / "site/ttdn_profiles/dang-thong-bao/thong-bao/template.docx").read_bytes()
    assert file.read_bytes() == mark_version(brought, __version__)
    assert run(["templates", "check", str(file)], {}) == 0
    edit_profile(tmp_path / "site" / "ttdn_profiles", "loai:", "loi:")
    capsys.readouterr()
    assert run(["templates", "list"], {}) == 0
    assert "E671" in capsys.readouterr().err
