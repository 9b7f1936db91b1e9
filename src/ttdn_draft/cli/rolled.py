"""What `ttdn-draft new --tu` prints: a rolled document goes in, the list of all that changed and stays comes out."""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import Finding, Place
from ..messages import N_
from .language import language, translated
from .pack_options import repeat_options
from .report import echo, print_findings, program_name

if TYPE_CHECKING:
    from ..api.screen_values import RollRow
    from ..compose.roll import Change
    from ..rolling import PlacedChange, Rolled

ROLLED = N_("Đã ghi: {file}, từ {last} (năm {old} sang năm {year})")
CHANGED = N_("Thay đổi ({count} chỗ; vị trí trong {last}):")
LEFT = N_("Để nguyên, phải xem lại ({count} chỗ; vị trí trong {file}):")
GONE, NO_WORDS = N_("(bỏ)"), N_("(chưa có)")
SOURCE = N_("Nguồn: {source}")
NEXT = N_(
    """Làm tiếp:
  1. Mở {file}, viết nốt các chỗ [điền: …], trả lời các chỗ [cần kiểm tra: …].
  2. Kiểm tra:  {program} check "{file}"{options}
  3. Xuất Word: {program} render "{file}"{options}"""
)
LONGEST, AROUND = 160, 24  # signs of words that are shown, and of what stands beside them


def print_rolled(
    last: Path,
    rolled: "Rolled",
    target: Path,
    year: int,
    day: date,
    output: str,
    options: tuple[tuple[Path, ...], bool],
) -> None:
    """Print what changed in a draft and what stays; `output` is "text" or "json"."""
    print_findings(rolled.told, err=True)
    left = [replace(f, place=replace(f.place, file=str(target))) for f in rolled.left]
    if output == "json":
        echo(json.dumps(_as_data(last, rolled, target, year, day, left), ensure_ascii=False, indent=2))
        return
    echo(translated(ROLLED, file=target, last=last, old=rolled.old, year=year))
    echo(f"\n{translated(CHANGED, count=len(rolled.changes), last=last)}")
    _print_changes(rolled)
    echo(f"\n{translated(LEFT, count=len(left), file=target)}")
    print_findings(replace(f, place=replace(f.place, file="")) for f in left)
    echo("")
    echo(translated(NEXT, file=target, program=program_name(), options=repeat_options(*options)))


def _print_changes(rolled: "Rolled") -> None:
    """Print every change with its words in their line, below the reasons that it shares with others."""
    grouped: dict[tuple[str, ...], list[PlacedChange]] = {}
    for placed in rolled.changes:
        grouped.setdefault(tuple(map(_write_reason, placed.change.reasons)), []).append(placed)
    for reasons, found in grouped.items():
        for reason in reasons:
            echo(reason)
        for placed in found:
            echo(f"  {_name_place(placed.place)} {_show(placed.change, rolled.old_text)}")


def _write_reason(reason: Finding) -> str:
    """Return a reason as one line: its id, what it says, and on what it rests."""
    from ..check.registry import find_clause

    label = click.style(reason.id, fg="cyan", bold=True)
    sentence, shown = reason.sentence(language.get()), find_clause(reason)
    source = f" {translated(SOURCE, source=shown)}" if shown and shown not in sentence else ""
    return f"{label} {sentence}{source}"


def _name_place(place: Place) -> str:
    return str(replace(place, file=""))


def _show(change: "Change", text: str) -> str:
    """Return a change between the words that stand beside it on its line; what is alike at both ends is beside it."""
    from ..api.rolling_over import trim_change

    start, end, new = trim_change(change)
    before = text[max(text.rfind("\n", 0, start) + 1, start - AROUND) : start]
    ends = text.find("\n", end)
    is_line = (text[start:end] or new).endswith("\n")  # a line of its own: what follows stands on the next one
    behind = "" if is_line else text[end : min(ends if ends >= 0 else len(text), end + AROUND)]
    was, now = _shorten(text[start:end]) or translated(NO_WORDS), _shorten(new) or translated(GONE)
    return f"{before}[{was} → {now}]{behind}".strip()


def _shorten(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _as_data(
    last: Path, rolled: "Rolled", target: Path, year: int, day: date, left: Iterable[Finding]
) -> dict[str, Any]:
    from ..api.rolling_over import show_rolled

    rows = show_rolled(rolled, last, year, language.get()).changes
    return {
        "version": 1,
        "file": str(target),
        "last": str(last),
        "from_year": rolled.old,
        "year": year,
        "day": day.isoformat(),
        "changes": [_change_as_data(change, row, rolled) for change, row in zip(rolled.changes, rows, strict=False)],
        "left": [
            {
                **_place_as_data(finding.place),
                "words": finding.words or str(finding.facts.get("words", "")),
                **_why(finding),
            }
            for finding in left
        ],
    }


def _change_as_data(placed: "PlacedChange", row: "RollRow", rolled: "Rolled") -> dict[str, Any]:
    change = placed.change
    line = rolled.text.count("\n", 0, change.at) + 1
    spots = {"start": change.start, "end": change.end, "new_line": line}
    reasons = [_why(reason) for reason in change.reasons]
    shown = {"id": row.id, "group": row.group, "state": row.state, "where": row.place, "shown": [row.before, row.after]}
    words = {"before": change.before, "after": change.after, "reasons": reasons}
    return {**_place_as_data(placed.place), **spots, **words, **shown}


def _place_as_data(place: Place) -> dict[str, Any]:
    known = asdict(place)
    return {key: known[key] for key in ("line", "column", "paragraph", "path")}


def _why(finding: Finding) -> dict[str, str]:
    from ..check.registry import find_clause

    what, do = finding.describe(language.get())
    return {"id": finding.id, "why": what, "do": do, "source": find_clause(finding)}
