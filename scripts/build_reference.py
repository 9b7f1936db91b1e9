"""Writes the pages of docs/reference from the code: commands, messages, keys of input and packs, tags and hooks.

    python scripts/build_reference.py [--check]

With `--check` nothing is written; the exit code is 1 where a page is stale.
"""

import inspect
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ttdn_draft.cli.language import language
from ttdn_draft.cli.root import root
from ttdn_draft.messages import MESSAGES, translate
from ttdn_draft.plugins import hookspecs
from ttdn_draft.render.fields import list_tags

REPOSITORY = Path(__file__).parents[1]
FOLDER = REPOSITORY / "docs" / "reference"
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


def pack_page() -> str:
    return _keys_page("pack")


def calendar_page() -> str:
    return _keys_page("calendar")


def _keys_page(name: str) -> str:
    schema = json.loads((REPOSITORY / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    lines = [f"# Keys of {name}.yaml\n", schema["description"] + "\n"]
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
        "A plug-in names a module in the entry points of the group `ttdn_draft`; in it, functions marked with the",
        "`hookimpl` of `ttdn_draft.plugins.hookspecs` answer these hooks. How to make one: [packs.md](../packs.md).\n",
    ]
    for name, hook in find_hooks().items():
        signature = inspect.signature(hook)
        returned = inspect.formatannotation(signature.return_annotation)
        lines += [f"## `{name}({', '.join(signature.parameters)})`\n"]
        lines += [f"Returns `{returned}`.\n", inspect.getdoc(hook) or "", ""]
    return "\n".join(lines)


def find_hooks() -> dict[str, Any]:
    functions = vars(hookspecs).items()
    return {name: value for name, value in functions if hasattr(value, f"{hookspecs.GROUP}_spec")}


PAGES = {
    "commands.md": commands_page,
    "messages.md": messages_page,
    "input-keys.md": input_page,
    "pack-keys.md": pack_page,
    "calendar-keys.md": calendar_page,
    "tags.md": tags_page,
    "hooks.md": hooks_page,
}


def main() -> int:
    language.set("vi")
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
