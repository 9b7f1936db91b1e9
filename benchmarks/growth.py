"""Measures how a document, a list of packs and a project grow: CPU by size, and the exponent, of which 1 is linear.

    python benchmarks/growth.py [LARGEST]

The sizes are a tenth, a fifth, a half and the whole of LARGEST (10,000), as far as the program takes so many: what it
refuses is said. Each is the least of three runs of `check` and `render` in this process, after a first one.
"""

import math
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import spent

from packs import SOURCE
from render import HEAD, SENTENCE
from ttdn_draft.circles import look_seldom
from ttdn_draft.kit.judged import judge_input
from ttdn_draft.kit.project_check import check_folder
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file, render_checked
from ttdn_draft.word_check import judge_file

PARTS = (0.1, 0.2, 0.5, 1)
TRIES = 3


def write_blocks(count: int) -> str:
    return HEAD + f"{SENTENCE}.\n\n" * count


def write_notes(count: int) -> str:
    marked = "".join(f"{SENTENCE}[^{n}].\n\n" for n in range(count))
    return HEAD + marked + "".join(f"[^{n}]: Nguồn số {n}.\n\n" for n in range(count))


def write_rows(count: int) -> str:
    rows = "".join(f"| {n} | Việc thứ {n} | {n * 3} |\n" for n in range(count))
    return HEAD + f"Số liệu như sau:\n\n| TT | Việc | Số |\n| --- | --- | --- |\n{rows}\n"


def write_annexes(count: int) -> str:
    annexes = "".join(f"  - tieu_de: Phụ lục thứ {n}\n    noi_dung: {SENTENCE}.\n" for n in range(count))
    return HEAD.replace("\n---\nNội dung", f"\nphu_luc:\n{annexes}---\nNội dung") + "Có phụ lục kèm theo.\n"


def write_citations(count: int) -> str:
    cited = "Thực hiện Kế hoạch số {}/KH-UBND ngày 20/10/2025 của Ủy ban nhân dân tỉnh Cao Bằng, {}.\n\n"
    return HEAD + "".join(cited.format(n + 1, SENTENCE.lower()) for n in range(count))


WRITERS: dict[str, Callable[[int], str]] = {
    "blocks": write_blocks,
    "notes": write_notes,
    "rows": write_rows,
    "annexes": write_annexes,
    "citations": write_citations,
}


def grow_document(write: Callable[[int], str], folder: Path, count: int) -> float | None:
    """Return the CPU time of a document of that size; None where the program refuses it."""
    file, shelf = folder / "document.md", PackShelf()
    file.write_text(write(count), encoding="utf-8")
    checked = check_file(file, shelf)
    if checked.document is None:
        print(f"  {count}: refused, {next(found.id for found in checked.findings if found.severity == 'error')}")
        return None
    return min(spent(lambda: render_checked(check_file(file, shelf)))[0] for _ in range(TRIES))


def grow_packs(folder: Path, count: int) -> float:
    """Return the CPU time of finding and reading one pack among so many."""
    text = SOURCE.read_text(encoding="utf-8")
    for number in range(count):
        pack = folder / f"packs-{count}" / f"goi-{number}"
        pack.mkdir(parents=True)
        (pack / "pack.yaml").write_text(text.replace("id: cao-bang", f"id: tinh-{number}", 1), encoding="utf-8")
    return min(spent(lambda: PackShelf([folder / f"packs-{count}"]).take("tinh-0"))[0] for _ in range(TRIES))


def grow_files(folder: Path, count: int) -> float:
    """Return the CPU time of checking a folder of so many drafts."""
    project = folder / f"project-{count}"
    project.mkdir()
    (project / "ttdn.toml").write_text('drafts = ["*.md"]\n', encoding="utf-8")
    for number in range(count):
        (project / f"van-ban-{number}.md").write_text(write_blocks(3), encoding="utf-8")
    shelf = PackShelf()
    return spent(
        lambda: list(
            check_folder(project, shelf, lambda files: [judge_input(judge_file(file, shelf)) for file in files])
        )
    )[0]


def tell(name: str, sizes: Sequence[int], measure: Callable[[int], float | None]) -> None:
    """Print the times of the sizes and the exponent of the line through their logarithms."""
    print(name)
    taken = [(size, spent) for size in sizes if (spent := measure(size)) is not None]
    for size, cpu in taken:
        print(f"  {size:6} {cpu:10.1f} ms")
    if len(taken) > 1:
        sizes_, times = zip(*[(math.log(size), math.log(cpu)) for size, cpu in taken], strict=True)
        print(f"  exponent {statistics.linear_regression(sizes_, times).slope:.2f}")


def main() -> None:
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    sizes = [round(largest * part) for part in PARTS]
    look_seldom()  # as the program does: Python looks through all objects again and again else
    with TemporaryDirectory() as name:
        folder = Path(name)
        for kind, write in WRITERS.items():
            tell(kind, sizes, lambda count, write=write: grow_document(write, folder, count))
        tell("packs", sizes, lambda count: grow_packs(folder, count))
        tell("files", sizes, lambda count: grow_files(folder, count))


if __name__ == "__main__":
    main()
