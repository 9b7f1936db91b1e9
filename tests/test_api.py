"""The door for Python: a path, a text or data goes in; what comes out is what the command line says and writes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.conftest import BODY, HEAD, Install, brings, ids
from tests.pack_folders import write_pack
from ttdn_draft import api
from ttdn_draft.cli import run
from ttdn_draft.cli.new import new
from ttdn_draft.compose.order import YEARS
from ttdn_draft.render.checking import _compiled
from ttdn_draft.yaml_nodes import read_yaml

REPOSITORY = Path(__file__).parents[1]
SAMPLES = sorted([*REPOSITORY.glob("templates/*/*/sample.md"), *REPOSITORY.glob("examples/*.*")])
INPUTS = [file for file in SAMPLES if file.suffix in (".md", ".yaml", ".json") and file.name != "README.md"]
DATA: dict[str, Any] = {
    "loai": "huong-dan",
    "the_thuc": "dang",
    "co_quan": {"cap_tren": "TỈNH UỶ CAO BẰNG", "ten": "BAN TUYÊN GIÁO VÀ DÂN VẬN", "ky_hieu": "BTGDVTU"},
    "so": 14,
    "dia_danh": "Cao Bằng",
    "ngay": "2026-06-05",
    "trich_yeu": "công tác thông tin đối ngoại",
    "noi_nhan": ["Thường trực Tỉnh uỷ"],
    "luu": "Ban Tuyên giáo và Dân vận Tỉnh uỷ",
    "ky": {"chuc_vu": "TRƯỞNG BAN", "ho_ten": "Nguyễn Văn An"},
    "noi_dung": BODY,
}
BROKEN = {
    "missing key": HEAD.replace("so: 14\n", "").replace("luu:", "lưu:") + BODY,
    "unknown kind": HEAD.replace("huong-dan", "huong_dan") + BODY,
    "no head": BODY,
    "open head": "---\nloai: huong-dan\n",
    "blank": " \n\n",
    "empty head": "---\n---\n" + BODY,
    "YAML broken": HEAD.replace("so: 14", "so: 14: 15") + BODY,
    "tag": HEAD.replace("so: 14", "so: !!int 14") + BODY,
    "anchor": HEAD.replace("so: 14", "so: &a 14") + BODY,
    "key twice": HEAD.replace("so: 14", "so: 14\nso: 15") + BODY,
    "HTML": HEAD + "# A\n\n<b>x</b>\n",
    "note without text": HEAD + "# A\n\nb[^1]\n",
    "heading too deep": HEAD + "# A\n\n### B\n\nc\n",
    "tab": HEAD + "# A\n\nb\tc\n",
    "control character": HEAD + "# A\n\nb\x07c\n",
    "invisible": HEAD + "# A\n\nb\u200bc 🎉\n",
    "decomposed": HEAD + "# A\n\nco\u0302\n",
    "Windows": (HEAD + "# A\n\nb[^9]\n").replace("\n", "\r\n"),
    "old Mac": (HEAD + "# A\n\nb[^9]\n").replace("\n", "\r"),
    "byte order mark": "\ufeff" + HEAD + "# A\n\nb[^9]\n",
    "binary": HEAD + "\x00" + BODY,
    "looks like PDF": "%PDF" + HEAD + BODY,
    "no such pack": HEAD.replace("so: 14", "so: 14\ntinh: khong-co") + BODY,
    "day before all standards": HEAD.replace("2026-06-05", "1999-06-05") + BODY,
}


def say(found: tuple[api.Finding, ...], file: str) -> list[tuple[object, ...]]:
    """Return findings without the name of the file that they are about."""
    places = [(f.place.file.replace(file, ""), f.place.line, f.place.column, f.place.path) for f in found]
    return [(f.id, *place, f.sentence("vi").replace(file, "")) for f, place in zip(found, places, strict=True)]


def say_without_lines(found: tuple[api.Finding, ...], file: str) -> list[object]:
    return sorted((line[0], line[4]) for line in say(found, file))


def command_line(file: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[object, ...]]:
    run(["check", "--output", "json", str(file)], {})
    (told,) = json.loads(capsys.readouterr().out)["files"]
    keys = ("line", "column", "path")
    return [
        (
            f["id"],
            f["file"].replace(str(file), ""),
            *(f[key] for key in keys),
            f"{f['what']} {f['do']}".replace(str(file), ""),
        )
        for f in told["findings"]
    ]


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: "/".join(file.parts[-3:]))
def test_every_sample_is_found_alike_as_file_and_text_by_command_line_and_api(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_path, expected = api.check(file), command_line(file, capsys)
    text = file.read_text(encoding="utf-8")
    by_text = api.check(text, format=file.suffix[1:], name=str(file), folder=file.parent)  # type: ignore[arg-type]
    assert say(by_path.findings, str(file)) == say(by_text.findings, str(file)) == expected
    assert by_path.document == by_text.document is not None
    if file.suffix == ".json":
        by_data = api.check(json.loads(text), name=str(file), folder=file.parent)
        assert say_without_lines(by_data.findings, str(file)) == say_without_lines(by_path.findings, str(file))
        assert by_data.document == by_path.document


@pytest.mark.parametrize("case", BROKEN)
def test_every_broken_input_is_found_alike_as_file_and_text_by_command_line_and_api(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "van-ban.md"
    file.write_bytes(BROKEN[case].encode("utf-8"))
    expected = command_line(file, capsys)
    assert expected
    assert say(api.check(file).findings, str(file)) == expected
    assert say(api.check(BROKEN[case], format="md", folder=tmp_path).findings, str(file)) == expected
    assert not capsys.readouterr().out


@pytest.mark.parametrize(
    "change",
    [
        {"loai": "huong_dan"},
        {"ky": {}},
        {"so": -1},
        {"ngay": "hôm qua"},
        {"noi_nhan": 7},
        {"la": 1},
        {"noi_dung": "# A\n\nb[^1] <b>x</b>\n"},
        {"noi_dung": [{"muc": "A", "noi_dung": [{"doan": "b[^1]"}]}]},
        {"tinh": "khong-co"},
    ],
)
def test_data_is_found_as_the_json_that_holds_it(change: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(DATA | change, ensure_ascii=False), encoding="utf-8")
    expected = api.check(file)
    found = api.check(DATA | change, name=str(file))
    paths = {(f.id, f.place.path) for f in expected.findings}
    assert paths
    assert {(f.id, f.place.path) for f in found.findings} == paths
    assert {f.place.line for f in found.findings} == {0}
    assert found.document == expected.document


@pytest.mark.parametrize("subject", ["a\u200bb 🎉", "co\u0302", "a\x07b", "a\tb", "tiểu mục¹"])
def test_characters_of_data_are_found_as_those_of_a_text_with_their_path(subject: str) -> None:
    text = json.dumps(DATA | {"trich_yeu": subject}, ensure_ascii=False).replace("\\u0007", "\x07").replace("\\t", "\t")
    expected = [f.id for f in api.check(text, format="json").findings if f.id != "E127"]
    found = api.check(DATA | {"trich_yeu": subject}).findings
    assert expected and sorted(ids(found)) == sorted(expected)
    assert {f.place.path for f in found} == ({""} if "\u0302" in subject else {"$.trich_yeu"})


def test_path_text_and_data_of_one_document_give_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "van-ban.md"
    file.write_text(HEAD + BODY, encoding="utf-8")
    assert run(["render", str(file)], {}) == 0
    expected = file.with_suffix(".docx").read_bytes()
    assert expected == api.render(file) == api.render(HEAD + BODY, format="md") == api.render(DATA)


def test_places_in_a_text_have_its_name_and_those_of_data_their_path() -> None:
    text = api.check(HEAD.replace("huong-dan", "x") + BODY, format="md", name="nháp").findings
    data = api.check(DATA | {"loai": "x"}).findings
    assert [str(f.place) for f in text] == ["nháp:2:7 $.loai"]
    assert [str(f.place) for f in data] == ["$.loai"]


@pytest.mark.parametrize("form", [None, "", "docx", "../md"])
def test_unknown_format_is_a_finding(form: Any) -> None:
    (found,) = api.check("loai: huong-dan", format=form).findings
    assert (found.id, found.facts["form"]) == ("E191", form or "")


class Strange(Mapping[str, object]):
    def __getitem__(self, key: str) -> object:
        raise ZeroDivisionError

    def __iter__(self) -> Any:
        return iter(["a"])

    def __len__(self) -> int:
        return 1


def circle() -> dict[str, Any]:
    data = dict(DATA)
    data["phu_luc"] = [data]
    return data


def deep(value: Any, levels: int) -> Any:
    for _ in range(levels):
        value = [value]
    return value


def bomb() -> dict[str, Any]:
    value: list[Any] = ["x" * 100]
    for _ in range(30):
        value = [value, value]
    return {"a": value}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({1: 2, "b": {None: 3}}, [("E125", "$.1"), ("E125", "$.b.None")]),
        ({"ngay": {1}, "b": [b"x", object()]}, [("E192", "$.b[0]"), ("E192", "$.b[1]"), ("E192", "$.ngay")]),
        ({"a": float("nan"), "b": Decimal("Infinity"), "c": 10**5000}, [("E192", f"$.{key}") for key in "abc"]),
        ({"tên": 1, "te\u0302n": 2}, [("E192", "$.tên")]),
        ([DATA], [("E192", "$")]),
        (None, [("E192", "$")]),
        (b"loai: x", [("E192", "$")]),
        (circle(), [("E126", "$.phu_luc")]),
        ({"a": deep(1, 5000)}, [("E126", "$.a")]),
        (bomb(), [("E107", "")]),
        ({"a": "x" * 6_000_000}, [("E107", "")]),
        (Strange(), [("E900", "")]),
    ],
    ids=range(12),
)
def test_data_that_is_no_plain_data_is_told_with_its_path(data: Any, expected: list[tuple[str, str]]) -> None:
    assert [(f.id, f.place.path) for f in api.check(data).findings] == expected
    with pytest.raises(api.TtdnError) as caught:
        api.render(data)
    assert ids(caught.value.findings) == [name for name, _ in expected]


def test_faults_of_endless_data_are_told_up_to_a_number() -> None:
    assert len(api.check({"a": [b""] * 5000}).findings) == 100


def test_data_may_hold_days_tuples_and_other_mappings() -> None:
    other = {**DATA, "ngay": date(2026, 6, 5), "noi_nhan": ("Thường trực Tỉnh uỷ",), "so": Decimal(14)}
    assert api.check(MappingProxyType(other)).findings == ()
    assert api.render(MappingProxyType(other)) == api.render(DATA)


def test_data_of_the_caller_is_left_as_it_is() -> None:
    given = json.loads(json.dumps(DATA))
    api.check(given)
    assert given == DATA


SIGNS = st.sampled_from("ab:#-[]{}&*!|>'\"%@`?,^_\\.1 \t\n\r\x85\u2028\x00\ud800\ufeff")
TEXTS = st.lists(st.one_of(SIGNS, st.text(max_size=3)), max_size=25).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["md", "yaml", "json"]), st.booleans())
def test_no_text_makes_the_program_fail(text: str, form: Any, has_head: bool) -> None:
    result = api.check(HEAD + text if has_head and form == "md" else text, format=form)
    assert "E900" not in ids(result.findings)
    assert result.tell("en").count("\n") >= len(result.findings) - 1


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS | st.binary(max_size=2) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS | st.sampled_from(list(DATA)), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([*DATA, "bang", "phu_luc", "chu_thich", "nhiem_vu", "so_lieu"]), PLAIN))
@example({"bang": 1.0})
def test_no_data_makes_the_program_fail(data: dict[str, Any]) -> None:
    assert "E900" not in ids(api.check(DATA | data).findings)


@pytest.mark.parametrize("text", ["a: b\rc: d", "a\r", "\r\ra: 'x\r\ry'\r", "a: |\r  x\r  y\r", "a: b\r\nc: d"])
def test_yaml_counts_every_end_of_a_line_as_its_parser_does(text: str) -> None:
    assert read_yaml(text, "a").data == read_yaml(text.replace("\r\n", "\n").replace("\r", "\n"), "a").data


TABLE = 'bang: {a: {tu_tep: so-lieu.csv}}\nnoi_dung: "[bang: a]"\n'


def test_data_file_of_a_text_is_read_from_the_named_folder_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "so-lieu.csv").write_text("Tên;Số\nA;1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    text = HEAD.strip("-\n") + "\n" + TABLE
    found = api.check(text, format="yaml").findings
    assert [(f.id, f.place.path) for f in found if f.id == "E190"] == [("E190", "$.bang.a.tu_tep")]
    assert "E190" not in ids(api.check(text, format="yaml", folder=tmp_path).findings)
    there = api.check({**DATA, "bang": {"a": {"tu_tep": "so-lieu.csv"}}}, folder=tmp_path / "kia").findings
    assert "E106" in ids(there)


def test_folder_of_packs_and_switch_of_plugins_are_keywords(tmp_path: Path, install: Install) -> None:
    write_pack(tmp_path / "goi")
    install("ttdn_a", brings("ttdn_check", '[Remark("MAU-01", "Xem lại.")]', ""), pack=None)
    asked = {**DATA, "tinh": "mau"}
    assert "E601" in ids(api.check(asked).findings)
    assert "E601" not in ids(api.check(asked, packs=[tmp_path / "goi"]).findings)
    assert ids(api.check(DATA).findings) == ["W674"]
    assert ids(api.check(DATA, plugins=False).findings) == []


def test_error_of_render_carries_the_findings_in_the_language_of_the_call() -> None:
    with pytest.raises(api.InputError) as caught:
        api.render({**DATA, "loai": "x"}, language="en")
    (found,) = caught.value.findings
    assert found == api.check({**DATA, "loai": "x"}).findings[0]
    assert str(caught.value) == f"$.loai E204 {found.sentence('en')}" != caught.value.tell("vi")
    assert found.describe("en")[0].startswith("The value")


def test_own_template_is_a_keyword_and_a_broken_one_an_error(tmp_path: Path) -> None:
    broken = tmp_path / "mau.docx"
    broken.write_bytes(b"PK")
    with pytest.raises(api.TemplateError):
        api.render(DATA, template=broken)
    with pytest.raises(api.TemplateError):
        api.render(DATA, template=tmp_path / "khong-co.docx")


def test_composed_text_is_that_of_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "a.md"
    arguments = ["new", "huong-dan", "--tinh", "cao-bang", "--nam", "2027", "--ngay", "2027-03-15", "-o", str(target)]
    assert run(arguments, {}) == 0
    day = date(2027, 3, 15)
    composed = api.compose("huong-dan", "cao-bang", 2027, day=day, issue_date=day)
    assert composed.text == target.read_text(encoding="utf-8")
    printed = capsys.readouterr().err.splitlines()
    assert [f.tell() for f in composed.findings] == printed
    assert "E231" not in ids(api.check(composed.text, format="md").findings)


def test_order_that_cannot_be_composed_is_an_error_with_its_reason() -> None:
    day = date(2027, 3, 15)
    with pytest.raises(api.UsageError) as caught:
        api.compose("huong-dan", "cao-bang", 1900, day=day, language="en")
    assert ids(caught.value.findings) == ["E018"]
    assert "1900" in str(caught.value) and "outside" in str(caught.value)
    with pytest.raises(api.UsageError, match="E601"):
        api.compose("huong-dan", "khong-co", 2027, day=day)


@pytest.mark.parametrize(
    "arguments",
    [
        {"format": 3},
        {"name": None},
        {"folder": "."},
        {"packs": "goi"},
        {"packs": None},
        {"packs": Path("goi")},
        {"packs": [None]},
    ],
    ids=str,
)
def test_argument_of_another_type_is_a_finding_of_check_and_an_error_of_render(arguments: dict[str, Any]) -> None:
    assert ids(api.check(DATA, **arguments).findings) == ["E019"]
    with pytest.raises(api.UsageError, match=f"E019 .*{next(iter(arguments))}"):
        api.render(DATA, **arguments)


@pytest.mark.parametrize(
    "arguments",
    [{"kind": 1}, {"pack": None}, {"year": "2027"}, {"day": datetime(2027, 3, 15)}, {"issue_date": "x"}, {"organ": 1}],
    ids=str,
)
def test_all_arguments_of_another_type_are_told_together(arguments: dict[str, Any]) -> None:
    order: dict[str, Any] = {"kind": "huong-dan", "pack": "cao-bang", "year": 2027, "day": date(2027, 3, 15)}
    with pytest.raises(api.UsageError) as caught:
        api.compose(**{**order, **arguments}, signer=b"x")  # type: ignore[arg-type]
    assert sorted(f.facts["name"] for f in caught.value.findings) == sorted([*arguments, "signer"])


def test_template_must_be_a_path() -> None:
    with pytest.raises(api.UsageError, match=r"E019 .*template .*Path \| None, .*str"):
        api.render(DATA, template="mau.docx")  # type: ignore[arg-type]


@pytest.mark.parametrize("language", [None, "fr", "../../x", ["en"]])
def test_error_in_a_language_that_we_do_not_speak_is_told_in_vietnamese(language: Any) -> None:
    with pytest.raises(api.InputError) as caught:
        api.render({}, language=language)
    assert str(caught.value) == caught.value.tell(language) == caught.value.tell("vi")


def test_folder_whose_links_go_in_a_circle_is_no_failure_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert ids(api.check({**DATA, "tinh": "cao-bang"}, folder=tmp_path / "a").findings) == []


@pytest.mark.parametrize("name", ["a\0b", "a\ud800", "a" * 5000])
def test_name_that_no_system_knows_is_no_failure_of_the_program(name: str) -> None:
    with pytest.raises(api.TemplateError, match="E401"):
        api.render(DATA, template=Path(name))
    asked, path = {**DATA, "tinh": "khong-co"}, Path(name)
    assert "E601" in ids(api.check(asked, packs=[path]).findings)
    assert ids(api.check(asked, folder=path).findings) == ["E601"]


def test_programs_that_render_for_months_keep_one_version_of_a_template(tmp_path: Path, install: Install) -> None:
    install("ttdn_a", brings("ttdn_filters", '{"hai_lan": lambda text: text * 2}', ""), pack=None)
    own = tmp_path / "mau.docx"
    assert run(["templates", "export", "huong-dan", "-o", str(own)], {}) == 0
    for moment in (1, 2, 3):
        os.utime(own, (moment, moment))
        api.render(DATA, template=own)
    assert [file for file, _ in _compiled].count(own) == 1


def test_command_and_api_compose_the_same_years() -> None:
    (asked,) = [parameter.type for parameter in new.params if parameter.name == "year"]
    assert (asked.min, asked.max) == (YEARS[0], YEARS[-1])  # type: ignore[attr-defined]


def test_unexpected_failure_is_a_finding_with_its_cause_behind_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ttdn_draft.pipeline.enrich", lambda *_: {}["x"])
    (found,) = api.check(DATA, name="nháp").findings
    assert (found.id, found.place.file) == ("E900", "nháp")
    with pytest.raises(api.UnexpectedError) as caught:
        api.render(DATA)
    assert isinstance(caught.value.__cause__, KeyError)


def test_interruption_is_not_held_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ttdn_draft.pipeline.enrich", interrupted)
    with pytest.raises(KeyboardInterrupt):
        api.check(DATA)


HEAVY = ("docx", "docxtpl", "jsonschema", "lxml", "openpyxl", "markdown_it", "babel", "jinja2", "click")


def test_plugin_that_imports_its_mark_loads_nothing_heavy() -> None:
    code = f"import sys\nfrom ttdn_draft.api import hookimpl\nprint([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_public_functions_print_nothing(write: Callable[..., Path], capfd: pytest.CaptureFixture[str]) -> None:
    api.check(write("<b>x</b>\n"))
    api.render(write())
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("sign", [1, -1])
def test_year_too_long_to_be_written_is_told(sign: int) -> None:
    with pytest.raises(api.UsageError) as caught:
        api.compose("huong-dan", "cao-bang", sign * 10**5000, day=date(2027, 1, 1))
    assert ids(caught.value.findings) == ["E018"] and "…" in str(caught.value)
