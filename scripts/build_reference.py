"""Writes the pages of docs/reference from the code: commands, messages, keys, tags, values of outlines and hooks.

    python scripts/build_reference.py [--check]

With `--check` nothing is written; the exit code is 1 where a page is stale.
"""

import ast
import inspect
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ttdn_draft.cli.language import language
from ttdn_draft.cli.root import root
from ttdn_draft.compose import OutlineValues
from ttdn_draft.messages import MESSAGES, translate
from ttdn_draft.model import list_named
from ttdn_draft.plugins import hookspecs
from ttdn_draft.render.fields import list_tags

REPOSITORY = Path(__file__).parents[1]
FOLDER = REPOSITORY / "docs" / "reference"
HOOKS = REPOSITORY / "docs" / "hooks"
NOTICE = "<!-- Written by scripts/build_reference.py; do not edit. -->\n\n"


def commands_page() -> str:
    lines = ["# Commands\n"]
    for context in _contexts(click.Context(root, info_name="ttdn-draft")):
        lines += [f"## `{context.command_path}`\n", "```text", context.get_help(), "```\n"]
    return "\n".join(lines)


def _contexts(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name, command in sorted(context.command.commands.items()):
            yield from _contexts(click.Context(command, info_name=name, parent=context))


def messages_page() -> str:
    lines = ["# Messages\n", "| id | Tiếng Việt | English |", "| --- | --- | --- |"]
    for name, message in MESSAGES.items():
        vietnamese = f"{message.what} *{message.do}*"
        english = f"{translate(message.what, 'en')} *{translate(message.do, 'en')}*"
        lines.append(f"| {name} | {_cell(vietnamese)} | {_cell(english)} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("{{", "{").replace("}}", "}")


def input_page() -> str:
    schema = json.loads((REPOSITORY / "schemas" / "input.schema.json").read_text(encoding="utf-8"))
    lines = ["# Input keys\n", schema["description"] + "\n"]
    lines += ["| key | name | meaning | example | required |", "| --- | --- | --- | --- | --- |"]
    for key, entry in schema["properties"].items():
        required = "yes" if key in schema["required"] else ""
        lines.append(f"| `{key}` | {entry['title']} | {_cell(entry['description'])} | {_example(entry)} | {required} |")
    return "\n".join(lines) + "\n"


def _example(entry: dict[str, Any]) -> str:
    example = json.dumps(entry["examples"][0], ensure_ascii=False)
    return f"`{_cell(example)}`"


def tags_page() -> str:
    lines = [
        "# Template tags\n",
        "| tag | Tiếng Việt | English | example | required |",
        "| --- | --- | --- | --- | --- |",
    ]
    for tag in list_tags():
        required = "yes" if tag.required else ""
        english = translate(tag.meaning, "en")
        written = tag.written.replace("\n", " ¶ ")
        lines.append(f"| `{written}` | {tag.meaning} | {english} | {_cell(tag.example)} | {required} |")
    return "\n".join(lines) + "\n"


def outline_page() -> str:
    lines = [
        "# Values of outlines\n",
        "What an outline of a pack may print; how one is written: [packs.md](../packs.md#outlines).\n",
        "| written | Tiếng Việt | English | example |",
        "| --- | --- | --- | --- |",
    ]
    for value in list_named(OutlineValues):
        written = f"{{% for x in {value.name} %}}" if value.is_list else f"{{{{ {value.name} }}}}"
        english = translate(value.meaning, "en")
        lines.append(f"| `{written}` | {value.meaning} | {english} | {_cell(value.example)} |")
    return "\n".join(lines) + "\n"


def pack_page() -> str:
    return _keys_page("pack", "pack.yaml")


def citation_page() -> str:
    return _keys_page("citation", "citations.yaml")


def calendar_page() -> str:
    return _keys_page("calendar", "calendar.yaml")


def _keys_page(name: str, file: str) -> str:
    schema = json.loads((REPOSITORY / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    lines = [f"# Keys of {file}\n", schema["description"] + "\n"]
    lines += ["| key | name | meaning | example | required |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*lines, *_keys(schema, "")]) + "\n"


def _keys(schema: dict[str, Any], above: str) -> Iterator[str]:
    for key, entry in schema.get("properties", {}).items():
        required = "yes" if key in schema.get("required", ()) else ""
        example = "" if entry["type"] in ("array", "object") else _example(entry)
        path = f"{above}{key}{'[]' if entry['type'] == 'array' else ''}"
        yield f"| `{path}` | {entry['title']} | {_cell(entry['description'])} | {example} | {required} |"
        yield from _keys(entry.get("items", entry), f"{path}.")


def hooks_page() -> str:
    lines = [
        "# Hooks\n",
        "A plug-in names a module in the entry points of the group `ttdn_draft`; in it, functions marked with",
        "`hookimpl` answer these hooks. All that they take and give comes from `ttdn_draft.api`. How to make a",
        "plug-in: [plugins.md](../plugins.md). Each example is a whole plug-in; the tests run it.\n",
    ]
    for name, hook in find_hooks().items():
        lines += [f"## `{name}({', '.join(inspect.signature(hook).parameters)})`\n"]
        lines += ["```python", _signature(hook), "```\n", inspect.getdoc(hook) or "", ""]
        for file in [HOOKS / f"{name}.py", *_data_of(HOOKS / f"{name}.py")]:
            code = "python" if file.suffix == ".py" else "yaml"
            lines += [f"`{file.relative_to(HOOKS).as_posix()}`:\n", f"```{code}", _text(file), "```\n"]
    return "\n".join(lines)


def _signature(hook: Any) -> str:
    """Return the line of a hook as it stands in hookspecs.py."""
    (function,) = ast.parse(inspect.getsource(hook)).body
    written = ast.unparse(function).split("\n")[1].rstrip(":")
    return re.sub(r"'(.*?)'", r"\1", written)  # types that are not loaded stand in quotes


def _data_of(example: Path) -> list[Path]:
    """Return the files in the folders that an example names."""
    named = (HOOKS / name for name in re.findall(r'parent / "([^"]+)"', _text(example)))
    return [file for folder in named for file in sorted(folder.rglob("*.yaml"))]


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8").rstrip()


def find_hooks() -> dict[str, Any]:
    functions = vars(hookspecs).items()
    return {name: value for name, value in functions if hasattr(value, f"{hookspecs.GROUP}_spec")}


PAGES = {
    "commands.md": commands_page,
    "messages.md": messages_page,
    "input-keys.md": input_page,
    "pack-keys.md": pack_page,
    "citation-keys.md": citation_page,
    "calendar-keys.md": calendar_page,
    "tags.md": tags_page,
    "outline-values.md": outline_page,
    "hooks.md": hooks_page,
}


def main() -> int:
    language.set("vi")
    os.environ["TTDN_DRAFT_NO_PLUGINS"] = "1"  # the pages are those of the program alone
    stale = []
    for name, build in PAGES.items():
        path, text = FOLDER / name, NOTICE + build()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(str(path))
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    print("\n".join(stale) or "docs/reference is up to date")
    return int("--check" in sys.argv and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
