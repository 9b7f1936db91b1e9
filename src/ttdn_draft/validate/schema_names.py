"""The schemas that people ask for by name: a name goes in, a JSON Schema for editors and other programs comes out."""

from collections.abc import Iterable
from typing import Any

from ..messages import N_
from .schema import build_input_schema, load_schema

SCHEMA_NAMES = {
    "input": N_("tệp đầu vào .yaml và .json"),
    "front-matter": N_("phần đầu của tệp .md, giữa hai dòng ---"),
    "pack": N_("pack.yaml của gói nội dung"),
    "calendar": N_("calendar.yaml của gói nội dung"),
    "citations": N_("citations.yaml của gói nội dung"),
    "profile": N_("profile.yaml của hồ sơ thể thức"),
    "facts": N_("tệp cập nhật số liệu"),
}
"""What each schema is about, by its name."""
FILES = {"citations": "citation"}
IN_THE_TEXT = ("noi_dung", "chu_thich")  # what a .md file says below its second fence


def get_schema(name: str, kinds: Iterable[str] = ()) -> dict[str, Any]:
    """Return a schema by its name; that of inputs knows the further kinds of documents."""
    if name == "input":
        return build_input_schema(kinds)
    return _build_front_matter(kinds) if name == "front-matter" else load_schema(FILES.get(name, name))


def _build_front_matter(kinds: Iterable[str]) -> dict[str, Any]:
    """Return the schema of an input without what stands in its text.

    It does not say which version of JSON Schema it is of: programs that read the head of Markdown files take the one
    that they know.
    """
    whole = {key: value for key, value in build_input_schema(kinds).items() if key != "$schema"}
    return {
        **whole,
        "$id": whole["$id"].replace("input.", "front-matter."),
        "required": [key for key in whole["required"] if key not in IN_THE_TEXT],
        "properties": {key: value for key, value in whole["properties"].items() if key not in IN_THE_TEXT},
    }
