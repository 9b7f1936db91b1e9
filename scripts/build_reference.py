"""Writes the pages of docs/reference and docs/vi/reference from the code: commands, messages, keys, tags, hooks.

    python scripts/build_reference.py [--check]

With `--check` nothing is written; the exit code is 1 where a page is stale.
"""

import ast
import inspect
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from typing import Any

import click

from ttdn_draft.check.registry import list_rules
from ttdn_draft.cli import run
from ttdn_draft.cli.root import root
from ttdn_draft.cli.rule import OFF, SEVERITY_WORDS
from ttdn_draft.compose.values import list_values
from ttdn_draft.messages import translate
from ttdn_draft.messages.catalogue import MESSAGES
from ttdn_draft.model.tags import list_tags
from ttdn_draft.plugins import hookspecs

REPOSITORY = Path(__file__).parents[1]
FOLDER = REPOSITORY / "docs"
HOOKS = FOLDER / "hooks"
NOTICE = "<!-- Written by scripts/build_reference.py; do not edit. -->\n\n"

COMMANDS = {
    "en": ("Commands", "What `ttdn-draft COMMAND --help --lang en` prints."),
    "vi": ("Các lệnh", "Đúng như `ttdn-draft LỆNH --help` in ra màn hình."),
}
ROOMS = {  # the first digit of an id
    "0": ("Lệnh gọi và tệp kết quả", "Calling the program, and the files that it writes"),
    "1": ("Đọc tệp", "Reading files"),
    "2": ("Khoá và giá trị", "Keys and values"),
    "3": ("Thể thức", "The standard"),
    "4": ("Mẫu Word", "Word templates"),
    "5": ("Trang in", "Pages"),
    "6": ("Gói nội dung, dàn ý", "Packs and outlines"),
    "7": ("Ngày kỷ niệm", "Calendars"),
    "8": ("Số liệu", "Facts"),
    "9": ("Chương trình", "The program"),
}
KEYS = {
    "en": ("Input keys", "| key | name | meaning | example | required |", "yes"),
    "vi": ("Các khoá của tệp đầu vào", "| khoá | tên | ý nghĩa | ví dụ | bắt buộc |", "có"),
}


def commands_page(code: str) -> str:
    title, introduction = COMMANDS[code]
    lines = [f"# {title}\n", f"{introduction}\n"]
    for names, command in _commands(root, ()):
        command._help_option = None  # click keeps it in the language of the first page
        lines += [f"## `{' '.join(('ttdn-draft', *names))}`\n", "```text", _help(names, code), "```\n"]
    return "\n".join(lines)


def _commands(command: click.Command, names: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield names, command
    if isinstance(command, click.Group):
        for name, below in sorted(command.commands.items()):
            yield from _commands(below, (*names, name))


def _help(names: tuple[str, ...], code: str) -> str:
    with redirect_stdout(io.StringIO()) as screen:
        run([*names, "--help"], {"TTDN_DRAFT_LANG": code})
    return screen.getvalue().rstrip()


def messages_page() -> str:
    lines = ["# Messages\n", "What each message says on the screen, and what it tells to do, in both languages.\n"]
    for digit, (_, english) in ROOMS.items():
        rows = [f"| {name} | {_both(name, 'vi')} | {_both(name, 'en')} |" for name in _ids(digit)]
        lines += [f"## {english}\n", "| id | Tiếng Việt | English |", "| --- | --- | --- |", *rows, ""] if rows else []
    return "\n".join(lines)


def vietnamese_messages_page() -> str:
    lines = ["# Các thông báo\n", "Mã bắt đầu bằng `E` là lỗi, `W` là cảnh báo, `N` là ghi chú. Chữ trong `{…}` thay"]
    lines += ["bằng tên, số, ngày của từng trường hợp.\n"]
    for digit, (vietnamese, _) in ROOMS.items():
        rows = [f"| {name} | {_prose(MESSAGES[name].what)} | {_prose(MESSAGES[name].do)} |" for name in _ids(digit)]
        lines += [f"## {vietnamese}\n", "| mã | sai gì | làm gì |", "| --- | --- | --- |", *rows, ""] if rows else []
    return "\n".join(lines)


def rules_page(code: str) -> str:
    """Return every rule with its level, its clause and its examples."""
    head = {"en": ("# Rules\n", "What `check` looks for, each with the clause that it rests on.\n")} | {
        "vi": ("# Các quy tắc kiểm tra\n", "Lệnh `check` tìm gì, mỗi quy tắc có điều khoản làm căn cứ.\n")
    }
    lines = [*head[code]]
    for rule in list_rules().values():
        level = translate(OFF if rule.is_off else SEVERITY_WORDS[rule.level], code)
        lines += [f"## {rule.id}\n", f"{_prose(translate(rule.title, code))} *({level})*\n"]
        for heading, words in rule.sections.items():
            if heading:
                lines.append(f"- **{translate(heading, code)}**: {_prose(translate(words, code))}")
        lines.append("")
    return "\n".join(lines)


def _ids(digit: str) -> list[str]:
    return [name for name in MESSAGES if name[1] == digit]


def _both(name: str, code: str) -> str:
    message = MESSAGES[name]
    return f"{_prose(translate(message.what, code))} *{_prose(translate(message.do, code))}*"


def _prose(text: str) -> str:
    """Return words of ours for a cell: what Markdown would take for a sign is printed as it stands."""
    escaped = re.sub(r"([\\`*<])|(?<!\w)_|_(?!\w)", lambda match: "\\" + match[0], text)
    return _cell(escaped)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("{{", "{").replace("}}", "}")


def input_page(code: str) -> str:
    schema = _schema("input")
    title, heads, yes = KEYS[code]
    lines = [f"# {title}\n", _prose(schema["description"]) + "\n", heads, "| --- | --- | --- | --- | --- |"]
    lines += [_row(key, entry, key in schema["required"], yes) for key, entry in schema["properties"].items()]
    for key, entry in schema["properties"].items():
        if rows := [_row(*found, yes) for found in _below(schema, entry, key)]:
            lines += [f"\n## `{key}`: {entry['title']}\n", heads, "| --- | --- | --- | --- | --- |", *rows]
    return "\n".join(lines) + "\n"


def _below(schema: dict[str, Any], entry: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Yield the keys inside a value; what is described once under another key is not opened again."""
    holder, path = _holder(schema, entry, path)
    for key, inner in holder.get("properties", {}).items():
        found = _follow(schema, inner)
        yield f"{path}.{key}", found, key in holder.get("required", ())
        if found is inner:
            yield from _below_inline(schema, inner, f"{path}.{key}")


def _below_inline(
    schema: dict[str, Any], entry: dict[str, Any], path: str
) -> Iterator[tuple[str, dict[str, Any], bool]]:
    items = entry.get("items", {})
    if "$ref" not in (items if isinstance(items, dict) else {}):
        yield from _below(schema, entry, path)


def _holder(schema: dict[str, Any], entry: dict[str, Any], path: str) -> tuple[dict[str, Any], str]:
    """Return what has the keys: the value itself, an entry of its list, or a value under a name of one's own."""
    entry = _follow(schema, entry)
    if "properties" not in entry and isinstance(entry.get("items"), dict):
        return _holder(schema, entry["items"], f"{path}[]")
    if "properties" not in entry and isinstance(entry.get("additionalProperties"), dict):
        return _holder(schema, entry["additionalProperties"], f"{path}.<tên>")
    return entry, path


def _follow(schema: dict[str, Any], entry: dict[str, Any]) -> dict[str, Any]:
    for name in entry.get("$ref", "#").split("/")[1:]:
        schema = schema[name]
    return {**schema, **entry} if "$ref" in entry else entry


def _schema(name: str) -> dict[str, Any]:
    text = (REPOSITORY / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    return json.loads(text)


def _row(key: str, entry: dict[str, Any], required: bool, yes: str) -> str:
    meaning = _prose(entry.get("description", ""))
    return f"| `{key}` | {entry.get('title', '')} | {meaning} | {_example(entry)} | {yes if required else ''} |"


def _example(entry: dict[str, Any]) -> str:
    if not entry.get("examples"):
        return ""
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
        lines.append(f"| `{written}` | {_prose(tag.meaning)} | {_prose(english)} | {_cell(tag.example)} | {required} |")
    return "\n".join(lines) + "\n"


def outline_page() -> str:
    lines = [
        "# Values of outlines\n",
        "What an outline may print; how one is written: [Write an outline](../how-to/write-an-outline.md).\n",
        "| written | Tiếng Việt | English | example |",
        "| --- | --- | --- | --- |",
    ]
    for value in list_values():
        english = translate(value.meaning, "en")
        lines.append(f"| `{value.written}` | {_prose(value.meaning)} | {_prose(english)} | {_cell(value.example)} |")
    return "\n".join(lines) + "\n"


def pack_page() -> str:
    return _keys_page("pack", "pack.yaml")


def citation_page() -> str:
    return _keys_page("citation", "citations.yaml")


def calendar_page() -> str:
    return _keys_page("calendar", "calendar.yaml")


def _keys_page(name: str, file: str) -> str:
    schema = _schema(name)
    _, heads, _ = KEYS["en"]
    lines = [f"# Keys of {file}\n", _prose(schema["description"]) + "\n", heads, "| --- | --- | --- | --- | --- |"]
    return "\n".join([*lines, *_pack_keys(schema, "")]) + "\n"


def _pack_keys(schema: dict[str, Any], above: str) -> Iterator[str]:
    for key, entry in schema.get("properties", {}).items():
        path = f"{above}{key}{'[]' if entry['type'] == 'array' else ''}"
        shown = entry if entry["type"] not in ("array", "object") else {**entry, "examples": []}
        yield _row(path, shown, key in schema.get("required", ()), "yes")
        yield from _pack_keys(entry.get("items", entry), f"{path}.")


def hooks_page() -> str:
    lines = [
        "# Hooks\n",
        "A plug-in names a module in the entry points of the group `ttdn_draft`; in it, functions marked with",
        "`hookimpl` answer these hooks. All that they take and give comes from `ttdn_draft.api`. How to make a",
        "plug-in: [Write a plug-in](../how-to/write-a-plugin.md). Each example is a whole plug-in; the tests run it.\n",
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
    "reference/commands.md": partial(commands_page, "en"),
    "reference/messages.md": messages_page,
    "reference/rules.md": partial(rules_page, "en"),
    "vi/reference/rules.md": partial(rules_page, "vi"),
    "reference/input-keys.md": partial(input_page, "en"),
    "reference/pack-keys.md": pack_page,
    "reference/citation-keys.md": citation_page,
    "reference/calendar-keys.md": calendar_page,
    "reference/tags.md": tags_page,
    "reference/outline-values.md": outline_page,
    "reference/hooks.md": hooks_page,
    "vi/reference/commands.md": partial(commands_page, "vi"),
    "vi/reference/messages.md": vietnamese_messages_page,
    "vi/reference/input-keys.md": partial(input_page, "vi"),
}


def main() -> int:
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
    print("\n".join(stale) or "The pages of reference are up to date")
    return int("--check" in sys.argv and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
