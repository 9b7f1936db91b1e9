"""The schemas that ship: each key is explained, each example is right, and they take what the program takes."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from tests.conftest import HEAD
from ttdn_draft.pipeline import check_file, check_text
from ttdn_draft.read.bounds import MAX_ENTRIES
from ttdn_draft.validate.schema_names import SCHEMA_NAMES, get_schema

REPOSITORY = Path(__file__).parents[2]
CONDITIONS = ("if", "then", "else", "not")  # which say more about keys that are explained elsewhere


def resolve(root: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with what it refers to."""
    if "$ref" not in schema:
        return schema
    found: Any = root
    for step in schema["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return {**found, **schema}


def list_properties(root: dict[str, Any], node: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every property of a schema with its path, also those of parts that others refer to."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from list_properties(root, item, f"{path}[{number}]")
        return
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key == "properties":
            for name, schema in value.items():
                yield f"{path}.{name}", resolve(root, schema)
                yield from list_properties(root, schema, f"{path}.{name}")
        elif key not in (*CONDITIONS, "examples", "enum", "default"):
            yield from list_properties(root, value, f"{path}.{key}")


ALL = [
    pytest.param(name, path, schema, id=f"{name}:{path}")
    for name in SCHEMA_NAMES
    for path, schema in list_properties(get_schema(name), get_schema(name))
]


def test_every_property_has_title_description_and_example() -> None:
    bare = [
        f"{name}{path}: {what}"
        for name, path, schema in (case.values for case in ALL)
        for what in ("title", "description", "examples")
        if not schema.get(what)
    ]
    assert bare == []
    assert len(ALL) > 500


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_every_example_is_right_by_the_schema_of_its_property(name: str) -> None:
    root = get_schema(name)
    wrong = []
    for path, schema in list_properties(root, root):
        validator = Draft202012Validator(root).evolve(schema=schema)
        wrong += [f"{path}: {error.message}" for e in schema["examples"] for error in validator.iter_errors(e)]
    assert wrong == []


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_schema_is_one_by_the_standard(name: str) -> None:
    Draft202012Validator.check_schema(get_schema(name))


def is_right(name: str, data: Any) -> bool:
    return bool(Draft202012Validator(get_schema(name)).is_valid(data))


class _Days(SafeConstructor):
    """Takes days for text, as editors do: YAML 1.2 knows no days."""


_Days.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def as_data(text: str) -> Any:
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = _Days
    return reader.load(text)


HEAD_DATA = {
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
}
BLOCKS = [{"muc": "Mục đích", "noi_dung": [{"doan": "Nội dung."}]}]


@pytest.mark.parametrize(
    ("change", "is_accepted"),
    [
        ({}, True),
        ({"noi_dung": "# Mục đích\n\nNội dung."}, True),
        ({"noi_dung": "  "}, False),
        ({"noi_dung": []}, False),
        ({"noi_dung": 7}, False),
        ({"noi_dung": None}, False),
        ({"$schema": "./input.schema.json"}, True),
        ({"$schema": 7}, False),
        ({"$schemas": "a"}, False),
        ({"phu_luc": [{"tieu_de": "Danh mục", "noi_dung": "- Một"}]}, True),
        ({"phu_luc": [{"tieu_de": "Danh mục", "noi_dung": BLOCKS}]}, True),
        ({"phu_luc": [{"tieu_de": "Danh mục", "noi_dung": ""}]}, False),
        ({"phu_luc": [{"tieu_de": "Danh mục"}]}, False),
        ({"phu_luc": [{"tieu_de": "Danh mục", "noi_dung": "- Một"}] * MAX_ENTRIES}, True),
        ({"phu_luc": [{"tieu_de": "Danh mục", "noi_dung": "- Một"}] * (MAX_ENTRIES + 1)}, False),
        ({"so": "14"}, True),
        ({"ngay": "05/6/2026"}, True),
        ({"ngay": 2026, "du_thao": 1}, True),
        ({"ky": [{"chuc_vu": "TRƯỞNG BAN", "ho_ten": "Nguyễn Văn An"}]}, True),
        ({"ky": []}, False),
        ({"loai": "huong-da"}, False),
        ({"noi_nhan": "Thường trực"}, False),
        ({"noi_nhan": None, "luu": None, "phu_luc": None}, True),
    ],
)
def test_schema_of_inputs_accepts_exactly_what_the_program_accepts(change: dict[str, Any], is_accepted: bool) -> None:
    data = {**HEAD_DATA, "noi_dung": BLOCKS, **change}
    assert is_right("input", data) is is_accepted
    checked = check_text(json.dumps(data, ensure_ascii=False), "json")
    assert (checked.document is not None) is is_accepted, checked.findings


@pytest.mark.parametrize(
    "file", sorted(REPOSITORY.glob("templates/*/*/sample.md")), ids=lambda f: "/".join(f.parts[-3:])
)
def test_schema_of_front_matter_accepts_the_head_of_every_sample(file: Path) -> None:
    head = as_data(file.read_text(encoding="utf-8").split("---\n")[1])
    assert is_right("front-matter", head)
    assert not is_right("front-matter", {**head, "noi_dung": BLOCKS})
    assert not is_right("input", head)


def test_schema_key_stands_in_any_form_of_input(write: Callable[..., Path]) -> None:
    assert check_file(write("# A\n\nNội dung.\n", HEAD.replace("---\n", "---\n$schema: ./a.json\n", 1))).findings == ()


def test_schema_of_profiles_takes_the_heir_as_it_is_written_and_wants_all_of_others() -> None:
    whole, heir = (
        as_data((REPOSITORY / "templates" / name / "profile.yaml").read_text(encoding="utf-8"))
        for name in ("dang-hd05-2026", "dang-hd36-2018")
    )
    assert is_right("profile", whole) and is_right("profile", heir)
    assert not is_right("profile", {key: value for key, value in heir.items() if key != "ke_thua"})
    assert not is_right("profile", {**whole, "trang": {**whole["trang"], "rong": "210"}})
    assert not is_right("profile", {**whole, "trang": {k: v for k, v in whole["trang"].items() if k != "rong"}})


@pytest.mark.parametrize(
    ("name", "file"), [("pack", "pack.yaml"), ("calendar", "calendar.yaml"), ("citations", "citations.yaml")]
)
def test_schemas_of_packs_accept_the_packs_that_ship(name: str, file: str) -> None:
    found = [*REPOSITORY.glob(f"plugins/*/src/*/{file}")]
    assert found
    assert [path for path in found if not is_right(name, as_data(path.read_text(encoding="utf-8")))] == []
