"""`ttdn-draft packs`: lists, shows and checks packs."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import Finding, PackError, Place, UsageError, has_errors
from ..messages import N_, describe
from .language import Command, Group, language, option, translated
from .pack_calendar import print_calendar
from .pack_options import make_shelf, pack_options
from .report import as_json, echo, print_findings, print_summary

if TYPE_CHECKING:
    from ..knowledge.pack import Fact, Organ
    from ..plugins import PackShelf
    from ..plugins.packs import FoundPack

OUTPUT = click.Choice(["text", "json"])
OUTPUT_HELP = N_("Dạng kết quả: text cho người đọc, json cho máy.")
STATES = {"ok": N_("dùng được"), "hong": N_("hỏng"), "trung-ma": N_("trùng mã")}
NONE = N_("Chưa có gói nội dung nào.")
UNVERIFIED = N_("chưa xác minh")
SIGNERS, RECIPIENTS, DEADLINES = N_("Người ký"), N_("Nơi nhận"), N_("Hạn báo cáo")
PARENT, PLACE, UNIT, FACTS = N_("Cấp trên"), N_("Địa danh"), N_("Đơn vị soạn"), N_("Sự kiện")
MERGED = N_("Đơn vị cũ nay thuộc tỉnh")
COUNT = N_("{unverified} trong {all} điều chưa xác minh")


@click.group(
    cls=Group,
    help=N_("Xem và kiểm tra gói nội dung của các tỉnh, thành phố."),
    epilog=N_("Ví dụ: ttdn-draft packs list"),
)
def packs() -> None:
    """Gather the commands about packs."""


@packs.command(
    "list",
    help=N_("Liệt kê các gói tìm thấy: mã, tên, phiên bản, ở đâu, dùng được không."),
    epilog=N_("Ví dụ: ttdn-draft packs list --packs goi-noi-dung"),
)
@pack_options
@option("--output", type=OUTPUT, default="text", help=OUTPUT_HELP)
def list_(folders: tuple[Path, ...], no_plugins: bool, output: str) -> None:
    """List packs, sound and broken ones; broken plug-ins are named too."""
    shelf = make_shelf(folders, no_plugins)
    found = shelf.discover(Path())
    ids = [pack.id for pack in found.packs]
    rows = [_row(shelf, pack, bool(pack.id) and ids.count(pack.id) > 1) for pack in found.packs]
    if output == "json":
        faults = [_sentence(finding) for finding in found.findings]
        echo(json.dumps({"version": 1, "goi": rows, "loi": faults}, ensure_ascii=False, indent=2))
        return
    for row in rows:
        cells = (row["id"], row["ten"], row["tinh"], row["phien_ban"], translated(STATES[row["trang_thai"]]))
        echo("  ".join([*(cell or "—" for cell in cells), row["tu"]]))
        for reason in row["ly_do"]:
            echo(f"    {reason}")
    print_findings(found.findings)
    if not rows:
        echo(translated(NONE))


def _row(shelf: "PackShelf", found: "FoundPack", is_double: bool) -> dict[str, Any]:
    pack, findings = shelf.read(found)
    return {
        "id": found.id,
        "ten": pack.name if pack else "",
        "tinh": pack.province if pack else "",
        "phien_ban": pack.version if pack else "",
        "tu": found.brought_by,
        "thu_muc": str(found.folder),
        "trang_thai": "hong" if pack is None else "trung-ma" if is_double else "ok",
        "ly_do": [_sentence(finding) for finding in findings],
    }


def _sentence(finding: Finding) -> str:
    what, _ = describe(finding.id, dict(finding.facts), language.get())
    return " ".join(part for part in (str(finding.place), finding.id, what) if part)


@packs.command(
    help=N_("In nội dung một gói: cơ quan với các tên và thời gian, người ký, nơi nhận."),
    epilog=N_("Ví dụ: ttdn-draft packs show cao-bang"),
)
@click.argument("id", metavar="ID")
@pack_options
def show(id: str, folders: tuple[Path, ...], no_plugins: bool) -> None:
    """Print a pack; raises UsageError where there is none, PackError where it is broken or not alone."""
    from ..knowledge.provinces import list_predecessors

    shelf = make_shelf(folders, no_plugins)
    pack, findings = shelf.load(id, Path(), Place())
    if pack is None:
        raise (UsageError if findings[0].id == "E601" else PackError).of(findings)
    echo(f"{pack.id}  {pack.name}  {pack.version}")
    if merged := list_predecessors(pack.province):
        echo(f"  {translated(MERGED)}: {', '.join(province.name for province in merged)}")
    for organ in pack.organs.values():
        for line in _describe(organ):
            echo(line)
    _print_facts(FACTS, ((fact.text, fact) for fact in pack.facts))
    facts = pack.all_facts()
    unverified = sum(not fact.is_verified for fact in facts)
    echo(translated(COUNT, unverified=unverified, all=len(facts)))
    print_calendar(shelf, id)


def _describe(organ: "Organ") -> Iterator[str]:
    """Yield the lines about one organ."""
    yield f"\n{organ.id}  ({organ.standard})"
    for name in organ.names:
        yield _line(f"{name.name}  {name.symbol}", name)
    for title, value in ((PARENT, organ.parent), (PLACE, organ.place_name), (UNIT, organ.drafting_unit)):
        if value:
            yield f"  {translated(title)}: {value}"
    lists: list[tuple[str, list[tuple[str, Fact]]]] = [
        (translated(SIGNERS), [(_words(s.id, s.office, s.full_name), s) for s in organ.signers]),
        (translated(DEADLINES), [(_words(d.period_name, d.limit, d.receiver), d) for d in organ.deadlines]),
    ]
    for kind, recipients in organ.recipients.items():
        heading = f"{translated(RECIPIENTS)} ({kind})"
        lists.append((heading, [(_words(r.name, f"({r.purpose})" if r.purpose else ""), r) for r in recipients]))
    for heading, entries in lists:
        yield from [f"  {heading}:"] if entries else []
        yield from (f"  {_line(text, fact)}" for text, fact in entries)


def _print_facts(title: str, entries: Iterable[tuple[str, "Fact"]]) -> None:
    for number, (text, fact) in enumerate(entries):
        if number == 0:
            echo(f"\n{translated(title)}:")
        echo(_line(text, fact))


def _words(*parts: str) -> str:
    return "  ".join(part for part in parts if part)


def _line(text: str, fact: "Fact") -> str:
    period = fact.period if fact.since or fact.until else ""
    return "  " + _words(text, period, "" if fact.is_verified else f"[{translated(UNVERIFIED)}]")


@packs.command(
    cls=Command,
    help=N_("Kiểm tra thư mục gói: pack.yaml theo lược đồ, ngày tháng, mã."),
    epilog=N_("Ví dụ: ttdn-draft packs check goi-noi-dung/cao-bang"),
)
@click.argument("targets", metavar="FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--output", type=OUTPUT, default="text", help=OUTPUT_HELP)
def check(targets: tuple[Path, ...], output: str) -> int:
    """Check packs as their authors do; exit code 3 where one is broken."""
    from ..plugins.testing import check_pack

    results = [(str(folder), check_pack(folder)) for folder in targets]
    if output == "json":
        echo(as_json(results))
    else:
        for folder, findings in results:
            print_findings(findings)
            print_summary(folder, findings)
    return 3 if any(has_errors(findings) for _, findings in results) else 0
