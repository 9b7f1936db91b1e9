"""`ttdn-draft cite`: finds documents to rest on and prints them as the standard cites them."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import InputError
from ..knowledge.standards.spelling import PARTY
from ..messages import N_
from .command_list import HELPS
from .language import Command, argument, option, translated
from .pack_options import make_shelf, pack_options
from .parameters import DAY, STANDARD_CHOICE, find_province_id_of
from .report import echo

if TYPE_CHECKING:
    from ..knowledge.citations import Citation, CitationTable

UNTIL = N_("{status} (ngày {day})")
VERIFIED = N_("đã thấy nguồn")
DOUBTFUL = N_("chưa thấy nguồn chắc chắn cho: {columns}")
REPLACED = N_("Văn bản thay thế: {name}")
MAYBE_REPLACED = N_("Có thể đã được thay thế bởi: {name}")
AMENDED = N_("Sửa đổi, bổ sung bởi: {name}")
ABOUT = N_("Nội dung: {gist}")
ENDED = N_("Hết hiệu lực sau ngày {day}")
ENDED_INFERRED = N_("Hết hiệu lực sau ngày {day} (suy ra)")
SOURCE = N_("Nguồn: {source}")
FROM_PACK = N_("Trong gói nội dung: {pack}")


@click.command(
    cls=Command,
    help=HELPS["cite"],
    epilog=N_(
        'Ví dụ: ttdn-draft cite 57-KL/TW, hoặc ttdn-draft cite "luật báo chí" --the-thuc nha-nuoc --ngay 15/3/2026'
    ),
)
@argument("query", metavar="QUERY...", nargs=-1, required=True)
@option(
    "--ngay",
    "day",
    type=DAY,
    metavar="YYYY-MM-DD",
    help=N_("Xem hiệu lực vào ngày này (cũng nhận dạng 15/3/2026); mặc định là ngày cập nhật của bảng."),
)
@option(
    "--the-thuc",
    "standard",
    type=STANDARD_CHOICE,
    default=PARTY,
    show_default=True,
    help=N_("Cách dẫn của văn bản Đảng hay văn bản hành chính nhà nước."),
)
@option(
    "--tinh",
    "pack",
    callback=find_province_id_of,
    metavar="ID",
    help=N_("Tìm cả trong văn bản của gói nội dung này, hoặc của tỉnh, thành phố mang tên này, ví dụ: cao-bang."),
)
@pack_options
@option("--ngan", "short", is_flag=True, help=N_("Chỉ loại, số và ký hiệu, cho những lần dẫn sau."))
@option(
    "--output",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("Dạng kết quả: text cho người đọc, json cho máy."),
)
def cite(
    query: tuple[str, ...],
    day: datetime | None,
    standard: str,
    short: bool,
    output: str,
    pack: str | None,
    folders: tuple[Path, ...],
    no_plugins: bool,
) -> None:
    """Print the documents that a query finds; exit code 1 where there is none."""
    from ..api.cited import take_citations
    from ..knowledge.ages import find_known_day
    from ..knowledge.citations import format_citation, list_topics, load_citations, search_citations

    asked, words = day.date() if day else find_known_day(), " ".join(query)
    table = take_citations(pack, make_shelf(folders, no_plugins)) if pack is not None else load_citations()
    found = search_citations(words, table, asked)
    if output == "json":
        hits = [_as_dict(c, table, asked, standard, short) for c in found]
        echo(json.dumps({"version": 1, "day": str(asked), "citations": hits}, ensure_ascii=False, indent=2))
    else:
        for citation in found:
            echo(format_citation(citation, standard, short))
            for line in _describe(citation, table, asked):
                echo(click.style(f"    {line}", dim=True))
    if not found:
        raise InputError("E396", query=words, topics=", ".join(list_topics(table)))


def _describe(citation: "Citation", table: "CitationTable", day: date) -> Iterator[str]:
    """Yield what is known about a document."""
    from ..knowledge.citations import STATUS_WORDS, name_citation

    status = translated(STATUS_WORDS[table.status_on(citation, day)])
    yield f"{citation.id} · {translated(UNTIL, status=status, day=day)}"
    if citation.period.end:
        yield translated(ENDED if citation.period.end_kind == "exact" else ENDED_INFERRED, day=citation.period.end)
    replaced = MAYBE_REPLACED if "replaced_by" in citation.unverified else REPLACED
    for words, other_id in ((replaced, citation.replaced_by), (AMENDED, citation.amended_by)):
        if other := table.find(other_id):
            yield translated(words, name=f"{name_citation(other)} ({other_id})")
    if citation.pack:
        yield translated(FROM_PACK, pack=citation.pack)
    if citation.gist:
        yield translated(ABOUT, gist=citation.gist)
    columns = ", ".join(map(translated, citation.doubtful))
    yield translated(DOUBTFUL, columns=columns) if columns else translated(VERIFIED)
    yield translated(SOURCE, source=citation.source)


def _as_dict(citation: "Citation", table: "CitationTable", day: date, standard: str, short: bool) -> dict[str, Any]:
    from ..knowledge.citations import format_citation

    return {
        "text": format_citation(citation, standard, short),
        "id": citation.id,
        "kind": citation.kind,
        "symbol": citation.symbol,
        "issuer": citation.issuer,
        "date": str(citation.date or ""),
        "title": citation.title,
        "gist": citation.gist,
        "status": table.status_on(citation, day).value,
        "valid_to": str(citation.period.end or ""),
        "valid_to_kind": citation.period.end_kind,
        "replaced_by": citation.replaced_by,
        "amended_by": citation.amended_by,
        "topic": citation.topic,
        "pack": citation.pack,
        "is_verified": citation.is_verified,
        "unverified": sorted(citation.unverified),
        "source": citation.source,
    }
