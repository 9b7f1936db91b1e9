"""`ttdn-draft packs`: lists, shows and checks packs."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import Finding, Place, has_errors
from ..messages import N_, describe
from .command_list import HELPS
from .language import Command, Group, argument, language, option, translated
from .pack_calendar import print_calendar
from .pack_options import are_plugins_on, make_shelf, pack_options, plugin_option
from .packs_new import new
from .parameters import DAY
from .report import echo, find_apart, findings_as_json, print_findings, print_summary
from .table_ages import print_table_ages

if TYPE_CHECKING:
    from ..knowledge.citations import Citation
    from ..knowledge.pack import Fact, Organ, Pack
    from ..packs import PackShelf
    from ..packs.found import FoundPack

OUTPUT = click.Choice(["text", "json"])
OUTPUT_HELP = N_("Dạng kết quả: text cho người đọc, json cho máy.")
STATES = {"ok": N_("dùng được"), "hong": N_("hỏng"), "trung-ma": N_("trùng mã")}
UNVERIFIED = N_("chưa xác minh")
SIGNERS, RECIPIENTS, DEADLINES = N_("Người ký"), N_("Nơi nhận"), N_("Hạn báo cáo")
PARENT, PLACE, UNIT, FACTS = N_("Cấp trên"), N_("Địa danh"), N_("Đơn vị soạn"), N_("Sự kiện")
CENTRE = N_("Trung tâm hành chính")
EXAMPLE = N_("ví dụ")
BASE = N_("gói toàn quốc")
MERGED = N_("Đơn vị cũ nay thuộc tỉnh")
TABLE_AGES = N_("Số liệu bên dưới gói (từng dòng phải tra lại: ttdn-draft facts list --to-look-up)")
TO_LOOK_UP = N_("Điều chưa xác minh, theo nguồn (số chỗ)")
CITATIONS, REPLACES = N_("Văn bản dẫn"), N_("thay mục của bảng chung")
COUNT = N_("{unverified} trong {all} điều chưa xác minh")


@click.group(
    cls=Group,
    help=HELPS["packs"],
    epilog=N_("Ví dụ: ttdn-draft packs list"),
)
def packs() -> None:
    """Gather the commands about packs."""


packs.add_command(new)


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
    rows = [_row(shelf, pack, [p for p in found.packs if pack.id and p.id == pack.id]) for pack in found.packs]
    if output == "json":
        faults = [_sentence(finding) for finding in found.findings]
        echo(json.dumps({"version": 1, "goi": rows, "loi": faults}, ensure_ascii=False, indent=2))
        return
    for row in rows:
        where = "/".join(filter(None, (row["tinh"], row["xa"])))
        cells = (row["id"], row["ten"], where, row["phien_ban"], translated(STATES[row["trang_thai"]]))
        echo("  ".join([*(cell or "—" for cell in cells), row["tu"]]))
        for reason in row["ly_do"]:
            echo(f"    {reason}")
    print_findings(found.findings)


def _row(shelf: "PackShelf", found: "FoundPack", same: list["FoundPack"]) -> dict[str, Any]:
    """Return what is told of a pack; `same` are the packs of its id, itself among them."""
    from ..packs.heads import read_pack_head
    from ..packs.shelf import tell_double

    head, findings = read_pack_head(shelf, found)
    doubles = [tell_double(found.id, same, Place())] if len(same) > 1 else []
    return {
        "id": found.id,
        "ten": head.name if head else "",
        "tinh": head.province if head else "",
        "xa": head.commune if head else "",
        "phien_ban": head.version if head else "",
        "tu": found.brought_by,
        "thu_muc": str(found.folder),
        "trang_thai": "hong" if head is None else "trung-ma" if doubles else "ok",
        "ly_do": [_sentence(finding) for finding in (*doubles, *findings)],
    }


def _sentence(finding: Finding) -> str:
    what, _ = describe(finding.id, dict(finding.facts), language.get())
    return " ".join(part for part in (str(finding.place), finding.id, what) if part)


@packs.command(
    help=N_("In nội dung một gói: cơ quan với các tên và thời gian, người ký, nơi nhận; tuổi của số liệu bên dưới."),
    epilog=N_("Ví dụ: ttdn-draft packs show cao-bang"),
)
@argument("id", metavar="ID")
@option(
    "--to-look-up",
    "is_long",
    is_flag=True,
    help=N_("In cả danh sách những điều phải tra lại, theo nguồn."),
)
@pack_options
def show(id: str, is_long: bool, folders: tuple[Path, ...], no_plugins: bool) -> None:
    """Print a pack, and how old the facts are on which it rests."""
    from ..knowledge.places.provinces import list_line, list_predecessors

    shelf = make_shelf(folders, no_plugins)
    pack, _ = shelf.take(id)
    below, over = (pack.below, pack.id) if pack.below else (id, "")
    citations = shelf.take_citations(below, over)
    echo(f"{pack.id}  {pack.name}  {pack.version}")
    for unit in list_line(pack.province)[-1:]:
        doubt = f"[{translated(UNVERIFIED)}]" if "centre" in unit.unverified else ""
        echo("  " + _words(f"{translated(CENTRE)}: {unit.centre}", doubt))
    if merged := list_predecessors(pack.province):
        echo(f"  {translated(MERGED)}: {', '.join(province.name for province in merged)}")
    for organ in pack.list_organs():
        for line in _describe(organ):
            echo(line)
    _print_facts(FACTS, ((fact.text, fact) for fact in pack.facts))
    own = [citation for citation in citations if citation.pack]
    _print_citations(own)
    verified = [*(fact.is_verified for fact in pack.all_facts()), *(citation.is_verified for citation in own)]
    echo(translated(COUNT, unverified=verified.count(False), all=len(verified)))
    if is_long:
        _print_doubts(pack)
    print_calendar(shelf, below, over)
    echo(f"\n{translated(TABLE_AGES)}:")
    print_table_ages(False)


def _print_doubts(pack: "Pack") -> None:
    """Print each source that bears out nothing yet of what still holds, with the number of facts that rest on it."""
    sources = Counter(" ".join(f.source.split()) for f in pack.all_facts() if not (f.is_verified or f.until))
    echo(f"\n{translated(TO_LOOK_UP)}:")
    for source, number in sources.most_common():
        echo(f"  {source}  ({number})")


def _describe(organ: "Organ") -> Iterator[str]:
    """Yield the lines about one organ."""
    yield f"\n{organ.id}  ({organ.standard})"
    for name in organ.names:
        yield _line(f"{name.name}  {name.symbol}", name)
    for title, stated in ((PARENT, organ.parents), (PLACE, organ.place_names), (UNIT, organ.drafting_units)):
        yield from (_line(f"{translated(title)}: {statement.text}", statement) for statement in stated)
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


def _print_citations(own: Iterable["Citation"]) -> None:
    """Print the documents of a pack, and which of them stand in the place of one of the program."""
    from ..knowledge.citations import STATUS_WORDS, load_citations, name_citation

    for number, citation in enumerate(own):
        if number == 0:
            echo(f"\n{translated(CITATIONS)}:")
        replaces = f"[{translated(REPLACES)}]" if load_citations().find(citation.id) else ""
        doubt = "" if citation.is_verified else f"[{translated(UNVERIFIED)}]"
        status = translated(STATUS_WORDS[citation.table_status])
        echo("  " + _words(citation.id, name_citation(citation), status, replaces, doubt))


def _words(*parts: str) -> str:
    return "  ".join(part for part in parts if part)


def _line(text: str, fact: "Fact") -> str:
    period = str(fact.period) if fact.since or fact.until else ""
    marks = [BASE] * fact.is_inherited + [UNVERIFIED] * (not fact.is_verified)
    return "  " + _words(
        " ".join(line.strip() for line in text.splitlines()), period, *(f"[{translated(mark)}]" for mark in marks)
    )


@packs.command(
    help=N_("In mọi giá trị dùng được trong dàn ý và đoạn riêng của gói: cách viết, ý nghĩa, ví dụ."),
    epilog=N_("Ví dụ: ttdn-draft packs values"),
)
@option("--output", type=OUTPUT, default="text", help=OUTPUT_HELP)
def values(output: str) -> None:
    """Print every value of outlines."""
    from ..compose.values import list_values

    rows = [asdict(value) | {"meaning": translated(value.meaning)} for value in list_values()]
    if output == "json":
        echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        echo(f"{row['written']}\n    {row['meaning']}")
        if row["example"]:
            echo(f"    {translated(EXAMPLE)}: {row['example']}")


@packs.command(
    cls=Command,
    help=N_(
        "Kiểm tra gói, hoặc thư mục chứa các gói: dữ liệu, ngày tháng, dàn ý, mẫu Word; soạn thử mọi loại văn bản."
    ),
    epilog=N_("Ví dụ: ttdn-draft packs check goi-noi-dung/cao-bang"),
)
@argument("targets", metavar="FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "--ngay",
    "day",
    type=DAY,
    metavar="YYYY-MM-DD",
    help=N_("Ngày để xét nhiệm kỳ đã hết và soạn thử; mặc định: hôm nay."),
)
@plugin_option
@option("--output", type=OUTPUT, default="text", help=OUTPUT_HELP)
def check(targets: tuple[Path, ...], day: datetime | None, no_plugins: bool, output: str) -> int:
    """Check packs as their authors do; exit code 3 where one is broken."""
    from ..kit.checking import find_packs
    from ..kit.ground import find_doubles
    from ..kit.testing import check_pack

    homes, has_plugins = {str(target): find_packs(target) for target in targets}, are_plugins_on(no_plugins)
    found = [pack for packs in homes.values() for pack in packs]
    judge = partial(check_pack, day=day.date() if day else date.today(), has_plugins=has_plugins)
    results = [(str(p.folder), p.findings or find_apart(str(p.folder), partial(judge, p.folder))) for p in found]
    results += [(home, doubles) for home, packs in homes.items() if (doubles := tuple(find_doubles(packs)))]
    if output == "json":
        echo(findings_as_json(results))
    else:
        for folder, findings in results:
            print_findings(findings)
            print_summary(folder, findings)
    return 3 if any(has_errors(findings) for _, findings in results) else 0
