"""`ttdn-draft rule`: says what a rule checks, why, and on what it rests; without an id it lists them all."""

import click

from ..errors import UsageError
from ..messages import N_
from ..nearness import find_nearest
from .command_list import HELPS
from .language import Command, argument, translated
from .pack_options import make_plugins, plugin_option
from .report import echo

SEVERITY_WORDS = {"error": N_("lỗi"), "warning": N_("cảnh báo"), "note": N_("ghi chú")}
OFF = N_("tắt, chỉ chạy khi được gọi tên trong --fail-on hoặc fail_on")


@click.command(
    "rule",
    cls=Command,
    help=HELPS["rule"],
    epilog=N_("Ví dụ: ttdn-draft rule citation-replaced"),
)
@argument("id", metavar="ID", required=False)
@plugin_option
def explain_rule(id: str | None, no_plugins: bool) -> None:
    """Print a rule, or the list of all, those of plug-ins first."""
    from ..check.registry import list_rules

    rules = {**make_plugins(no_plugins).rules, **list_rules()}
    if id is None:
        for found in rules.values():
            level = translated(OFF if found.is_off else SEVERITY_WORDS[found.level])
            echo(f"{found.id} ({level}): {translated(found.title)}")
        return
    if id not in rules:
        raise UsageError("E022", name=id, guess=find_nearest(id, rules))
    found = rules[id]
    echo(f"{found.id} ({translated(SEVERITY_WORDS[found.level])})\n\n{translated(found.title)}")
    for heading, words in found.sections.items():
        if heading:
            echo(f"\n{translated(heading)}:\n{translated(words)}")
