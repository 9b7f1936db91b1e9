"""`ttdn-draft plugins`: lists plug-ins, what each of them brings, and what is wrong with it."""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from ..errors import Finding, sort_findings
from ..messages import N_, describe
from .command_list import HELPS
from .language import Command, language, option, translated
from .pack_options import are_plugins_on, make_plugins, plugin_option
from .plugin_commands import HOOK, OpenGroup
from .report import echo, print_findings

if TYPE_CHECKING:
    from ..model import Contributions
    from ..plugins.registry import Plugins

STATES = {"ok": N_("dùng được"), "hong": N_("hỏng")}
NONE = N_("Chưa cài phần cài thêm nào.")
OFF = N_("Các phần cài thêm đang tắt.")


@click.command(
    cls=Command,
    help=HELPS["plugins"],
    epilog=N_("Ví dụ: ttdn-draft plugins"),
)
@plugin_option
@option(
    "--output",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("Dạng kết quả: text cho người đọc, json cho máy."),
)
@click.pass_context
def plugins(context: click.Context, no_plugins: bool, output: str) -> None:
    """List plug-ins, sound and broken ones."""
    found = make_plugins(no_plugins)
    offers = _list_offers(found, context)
    faults = _list_faults(found, offers)
    rows = [_row(plugin.origin, plugin.entry, plugin.hooks, offers, faults) for plugin in found.loaded]
    if output == "json":
        told = [describe(fault.id, dict(fault.facts), language.get())[0] for fault in faults]
        echo(json.dumps({"version": 1, "phan_cai_them": rows, "loi": told}, ensure_ascii=False, indent=2))
        return
    for row in rows:
        echo(f"{row['ten']}  {row['diem_vao']}  {translated(STATES[row['trang_thai']])}")
        for hook, things in row["moc"].items():
            echo(f"    {hook}{': ' if things else ''}{', '.join(things)}")
    print_findings(faults)
    if not rows:
        echo(translated(NONE if are_plugins_on(no_plugins) else OFF))


def _list_offers(found: "Plugins", context: click.Context) -> "dict[str, Contributions[Any]]":
    """Return what is brought under names, by hook."""
    offers: dict[str, Contributions[Any]] = {
        "ttdn_filters": found.filters,
        "ttdn_profiles": found.profiles,
        "ttdn_readers": found.readers,
    }
    root = context.find_root().command
    return offers | ({HOOK: root.find_commands(found)} if isinstance(root, OpenGroup) else {})


def _list_faults(found: "Plugins", offers: "Mapping[str, Contributions[Any]]") -> tuple[Finding, ...]:
    from ..packs.calendars import read_brought

    packs = (finding for plugin in found.packs for finding in plugin.findings)
    _, calendars = read_brought(found)
    named = (finding for offer in offers.values() for finding in (*offer.broken, *offer.clashes.values()))
    silent = (
        Finding("W695", facts={"name": plugin.origin, "entry": plugin.entry})
        for plugin in found.loaded
        if not (plugin.hooks or plugin.fault)
    )
    return sort_findings((*found.faults, *packs, *calendars, *named, *silent))


def _row(
    origin: str,
    entry: str,
    hooks: tuple[str, ...],
    offers: "Mapping[str, Contributions[Any]]",
    faults: tuple[Finding, ...],
) -> dict[str, Any]:
    is_broken = any((f.facts.get("name"), f.facts.get("entry", entry)) == (origin, entry) for f in faults)
    return {
        "ten": origin,
        "diem_vao": entry,
        "trang_thai": "hong" if is_broken else "ok",
        "moc": {hook: list(_list_things(origin, offers.get(hook))) for hook in hooks},
    }


def _list_things(origin: str, offer: "Contributions[Any] | None") -> Iterator[str]:
    if offer is not None:
        yield from (name for name, owner in offer.origins.items() if owner == origin and name in offer.things)
