"""`ttdn-draft diff`: says what changed from one document to another, and shows it in a Word file."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import Place, UsageError
from ..links import real_path
from ..messages import N_
from .command_list import HELPS
from .language import Command, argument, option, translated
from .marked_words import mark_words
from .pack_options import make_shelf, pack_options
from .report import echo, print_findings

if TYPE_CHECKING:
    from ..compare import ComparedLine, LineChange
    from ..comparing import Compared
    from ..errors import Finding

WORD = ".docx"
ACTIONS = {"changed": N_("Sửa"), "added": N_("Thêm"), "removed": N_("Bỏ"), "moved": N_("Chuyển chỗ")}
KIND_WORDS = {"word": N_("chữ"), "figure": N_("số liệu"), "date": N_("thời gian"), "citation": N_("văn bản dẫn")}
SAME = N_("{old} và {new}: chữ và bố cục như nhau")
SAME_AS_READ = N_("{old} và {new}: phần so sánh được như nhau")
SUMMARY_OF_CHANGES = N_("{old} và {new}: {counts}")
COUNT_OF = N_("{name} {count}")
TITLE = N_("{action} {zone} ({places})")
OTHER_ZONE = N_("{old} thành {new}")
SHOWN_FILE = N_("Đã ghi: {file} (mở bằng Word, mỗi chỗ khác là một thay đổi)")
COLOURS_OF_ACTIONS = {"changed": "yellow", "added": "green", "removed": "red", "moved": "cyan"}


@click.command(
    "diff",
    cls=Command,
    help=HELPS["diff"],
    epilog=N_("Ví dụ: ttdn-draft diff huong-dan-2026.docx huong-dan-2027.md -o so-sanh.docx"),
)
@argument("old", metavar="OLD", type=click.Path(path_type=Path))
@argument("new", metavar="NEW", type=click.Path(path_type=Path))
@option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help=N_("Ghi thêm tệp .docx: bản cũ với mọi chỗ khác của bản mới là thay đổi có theo dõi, nhận hoặc bỏ được."),
)
@option("--force", is_flag=True, help=N_("Ghi đè tệp kết quả đã có."))
@option(
    "--output",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("Dạng kết quả: text cho người đọc, json cho máy."),
)
@pack_options
def diff(
    old: Path, new: Path, out: Path | None, force: bool, output: str, folders: tuple[Path, ...], no_plugins: bool
) -> int:
    """Print what changed, and write the Word file that is asked for; both files stay as they are."""
    from ..comparing import compare_files, write_comparison
    from ..output import check_target, write_whole

    if out is not None:
        if real_path(out) in (real_path(old), real_path(new)):
            raise UsageError("E846", Place(str(out)))
        check_target(out, force, WORD)
    compared = compare_files(old, new, make_shelf(folders, no_plugins))
    if output == "json":
        echo(_as_json(compared))
    else:
        _print(compared)
    if out is not None:
        write_whole(out, write_comparison(compared), force)
        echo(translated(SHOWN_FILE, file=out), err=True)
    return 0


def _print(compared: "Compared") -> None:
    for change in compared.changes:
        echo(click.style(_title(change), fg=COLOURS_OF_ACTIONS[change.action], bold=True))
        for line in _body(change):
            echo(f"    {line}")
    names = {"old": compared.old.file, "new": compared.new.file}
    counts = ", ".join(_counts(compared.changes))
    print_findings(compared.unread, err=True)
    same = SAME_AS_READ if compared.unread else SAME
    echo(translated(SUMMARY_OF_CHANGES, **names, counts=counts) if counts else translated(same, **names), err=True)


def _title(change: "LineChange") -> str:
    from ..compare.lines import ZONE_NAMES

    zone = translated(ZONE_NAMES[change.line.zone])
    if change.old and change.new and change.old.zone != change.new.zone:
        zone = translated(OTHER_ZONE, old=translated(ZONE_NAMES[change.old.zone]), new=zone)
    places = dict.fromkeys(_place(line) for line in (change.old, change.new) if line)
    return translated(TITLE, action=translated(ACTIONS[change.action]), zone=zone, places=" → ".join(places))


def _place(line: "ComparedLine") -> str:
    """Return line or paragraph in words; the path of what stands in no file."""
    if line.place.paragraph:
        return translated(N_("đoạn {number}"), number=line.place.paragraph)
    return translated(N_("dòng {number}"), number=line.place.line) if line.place.line else line.place.path


def _body(change: "LineChange") -> Iterator[str]:
    old, new = (line.words if line else "" for line in (change.old, change.new))
    yield mark_words(old, new, [word.at for word in change.words] if change.old and change.new else None)
    for word in change.words:
        if word.kind != "word":
            yield f"{translated(KIND_WORDS[word.kind])}: {_shown(word.old)} → {_shown(word.new)}"


def _shown(words: str) -> str:
    return " ".join(words.split()) or "…"


def _counts(changes: "tuple[LineChange, ...]") -> Iterator[str]:
    """Yield how many lines changed in each way, and how many figures, dates and citations."""
    actions = Counter[str](change.action for change in changes)
    kinds = Counter[str](word.kind for change in changes for word in change.words if word.kind != "word")
    for names, counts in ((ACTIONS, actions), (KIND_WORDS, kinds)):
        told = ((translated(name).lower(), counts[key]) for key, name in names.items())
        yield from (translated(COUNT_OF, name=name, count=count) for name, count in told if count)


def _as_json(compared: "Compared") -> str:
    changes = [_as_dict(change) for change in compared.changes]
    told = {"version": 1, "old": compared.old.file, "new": compared.new.file, "changes": changes}
    told["unread"] = [_finding_as_dict(found) for found in compared.unread]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _finding_as_dict(found: "Finding") -> dict[str, Any]:
    place = found.place
    return {"file": place.file, "part": place.part, "paragraph": place.paragraph, "words": found.facts["words"]}


def _as_dict(change: "LineChange") -> dict[str, Any]:
    words = [{"kind": word.kind, "old": word.old, "new": word.new} for word in change.words]
    sides = {"old": _line_as_dict(change.old), "new": _line_as_dict(change.new)}
    return {"action": change.action, "part": change.line.zone, **sides, "words": words}


def _line_as_dict(line: "ComparedLine | None") -> dict[str, Any] | None:
    if line is None:
        return None
    place = line.place
    return {
        "part": line.zone,
        "words": line.words,
        "line": place.line,
        "paragraph": place.paragraph,
        "path": place.path,
    }
