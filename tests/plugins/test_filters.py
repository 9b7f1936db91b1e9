"""Filters of plug-ins in templates: whitelisted by name, escaped, and blamed when they fail."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Check, Install, Use, brings, ids
from tests.word_files import Word
from ttdn_draft.cli import run
from ttdn_draft.errors import Finding, TemplateError
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import render_checked
from ttdn_draft.render import find_template

Template = Callable[[str], Path]
SUBJECT = "công tác thông tin đối ngoại"


@pytest.fixture
def template(tmp_path: Path) -> Template:
    """Return the official template with another tag for the subject."""

    def _template(tag: str) -> Path:
        official = Path(str(find_template(load_profile("dang-hd05-2026"), "huong-dan")))
        path = tmp_path / "mẫu.docx"
        with zipfile.ZipFile(official) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                text = source.read(name)
                assert name != "word/document.xml" or b"{{ trich_yeu }}" in text
                target.writestr(name, text.replace(b"{{ trich_yeu }}", tag.encode()))
        return path

    return _template


def refused(check: Check, template: Path) -> tuple[Finding, ...]:
    with pytest.raises(TemplateError) as caught:
        render_checked(check(), template)
    return caught.value.findings


def test_hook_ttdn_filters_brings_a_filter_for_templates(
    use: Use, check: Check, template: Template, tmp_path: Path
) -> None:
    own, out = template("{{ trich_yeu|hoa_dau }}"), tmp_path / "kết quả.docx"
    assert ids(refused(check, own)) == ["E413"]
    use("ttdn_filters")
    out.write_bytes(render_checked(check(), own))
    assert SUBJECT.capitalize() in Word(out).texts()
    assert run(["templates", "check", str(own), "--chuan", "dang-hd05-2026"], {}) == 0
    assert run(["templates", "check", str(own), "--no-plugins"], {}) == 3
    with pytest.raises(TemplateError):
        render_checked(check(is_on=False), own)


def test_filter_may_stand_in_a_loop_and_takes_no_arguments(
    use: Use, check: Check, template: Template, tmp_path: Path
) -> None:
    use("ttdn_filters")
    looped = "{{ trich_yeu }}{% for dong in can_cu %}{{ dong|hoa_dau }}{% endfor %}"
    assert render_checked(check(), template(looped))[:2] == b"PK"
    assert ids(refused(check, template("{{ trich_yeu|hoa_dau(1) }}"))) == ["E413"]


def test_what_a_filter_returns_is_text_and_no_markup(
    install: Install, check: Check, template: Template, tmp_path: Path
) -> None:
    out = tmp_path / "kết quả.docx"
    install("ttdn_a", brings("ttdn_filters", "{'the': lambda text: '<w:b/> & ' + text}"), pack=None)
    out.write_bytes(render_checked(check(), template("{{ trich_yeu|the }}")))
    assert f"<w:b/> & {SUBJECT}" in Word(out).texts()


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        ("lambda text: 1 / 0", "ZeroDivisionError"),
        ("lambda text: 7", "str wanted, not int"),
        ("lambda text: None", "str wanted, not NoneType"),
        ("lambda: ''", "TypeError"),
        ("Markup", "str wanted, not Markup"),
        ("lambda text: 'a\\x00'", "printable text wanted"),
    ],
)
def test_filter_that_fails_is_named_with_the_place_in_the_template(
    install: Install, check: Check, template: Template, function: str, reason: str
) -> None:
    package = install(
        "ttdn_hong", brings("ttdn_filters", f"{{'x': {function}}}", first="from markupsafe import Markup")
    )
    by_id = {f.id: f for f in refused(check, template("{{ trich_yeu|x }}"))}
    assert set(by_id) == {"E414", "E671"}
    assert by_id["E414"].place.tag == "{{ trich_yeu|x }}"
    assert reason in str(by_id["E414"].facts["problem"])
    assert by_id["E671"].place.file == str(package / "__init__.py")
    assert (by_id["E671"].facts["name"], by_id["E671"].facts["hook"]) == ("ttdn_hong 1.2", "ttdn_filters")
    assert check().document is not None


@pytest.mark.parametrize("answer", ["[str]", "{'X': str}", "{'x y': str}", "{'x': 7}", "1 / 0"])
def test_filters_that_are_none_are_told_where_one_is_missed(
    install: Install, check: Check, template: Template, answer: str
) -> None:
    install("ttdn_hong", brings("ttdn_filters", answer), pack=None)
    assert sorted(ids(refused(check, template("{{ trich_yeu|x }}")))) == ["E413", "E671"]
    assert render_checked(check())[:2] == b"PK"


def test_filter_that_two_bring_is_an_error_for_who_uses_it_and_a_built_in_one_stays(
    install: Install, check: Check, template: Template, tmp_path: Path
) -> None:
    for name in ("ttdn_a", "ttdn_b"):
        install(name, brings("ttdn_filters", "{'x': str.lower, 'upper': str.lower}"), pack=None)
    found = refused(check, template("{{ trich_yeu|x }}"))
    assert {f.id: f.facts.get("name") for f in found} == {"E413": None, "E672": "ttdn_a 1.2; ttdn_b 1.2"}
    out = tmp_path / "kết quả.docx"
    out.write_bytes(render_checked(check(), template("{{ trich_yeu|upper }}")))
    assert SUBJECT.upper() in Word(out).texts()
    clash = PackShelf(has_plugins=True).plugins.filters.clashes["upper"]
    assert clash.facts["name"] == "ttdn-draft; ttdn_a 1.2; ttdn_b 1.2"
