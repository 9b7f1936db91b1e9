"""Measures `check .` of a repository with 20 drafts, 3 templates and 2 packs, and `check` of a Word file of ten pages.

    python benchmarks/project.py [ROUNDS]

The repository is made of the samples of the program, its official templates and two of the packs beside it. Cold is a
new process each time, warm the same work again in one process.
"""

import os
import statistics
import sys
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from tempfile import TemporaryDirectory

from measuring import spent, spent_by

from render import HEAD, SENTENCE
from ttdn_draft.circles import look_seldom
from ttdn_draft.kit.judged import judge_input
from ttdn_draft.kit.project_check import check_folder
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file, render_checked
from ttdn_draft.word_check import judge_file

TOP = Path(__file__).parents[1]
DRAFTS, TEMPLATES, PACKS = 20, 3, ("cao-bang", "lai-chau")
PARAGRAPHS = 100  # about ten pages
SETTINGS = 'drafts = ["van-ban/*.md"]\ntemplates = ["mau"]\npacks = ["goi"]\n'


def write_project(folder: Path) -> None:
    for name in ("van-ban", "mau"):
        (folder / name).mkdir(parents=True)
    samples = sorted(TOP.glob("templates/*/*/sample.md"))
    for number in range(DRAFTS):
        copy(samples[number % len(samples)], folder / "van-ban" / f"van-ban-{number}.md")
    for number, template in enumerate(islice(sorted(TOP.glob("templates/*/*/template.docx")), TEMPLATES)):
        copy(template, folder / "mau" / f"mau-{number}.docx")
    for name in PACKS:
        source = TOP / f"plugins/ttdn-pack-{name}/src/ttdn_pack_{name.replace('-', '_')}"
        copytree(source, folder / "goi" / name, ignore=ignore_patterns("*.py", "__pycache__"))
    (folder / "ttdn.toml").write_text(SETTINGS, encoding="utf-8")


def write_word_file(folder: Path) -> Path:
    file = folder / "document.md"
    file.write_text(HEAD + f"{SENTENCE}, {SENTENCE.lower()}, {SENTENCE.lower()}.\n\n" * PARAGRAPHS, encoding="utf-8")
    made = file.with_suffix(".docx")
    made.write_bytes(render_checked(check_file(file)))
    return made


def tell(name: str, work: Callable[[], tuple[float, float]], rounds: int) -> None:
    times = [work() for _ in range(rounds)]
    cpu, wall = (statistics.median(values) for values in zip(*times, strict=True))
    print(f"{name:36} CPU {cpu:8.1f} ms  wall {wall:8.1f} ms  least {min(cpu for cpu, _ in times):8.1f} ms")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    look_seldom()
    with TemporaryDirectory() as name:
        folder = Path(name)
        project = folder / "project"
        write_project(project)
        made, program = write_word_file(folder), [sys.executable, "-m", "ttdn_draft"]
        os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = str(folder / "kept")
        tell("check . cold", partial(spent_by, [*program, "check", ".", "--no-plugins"], project), rounds)
        tell("check a Word file cold", partial(spent_by, [*program, "check", str(made)], folder), rounds)
        shelf = PackShelf()
        warm = {
            "check . warm": lambda: list(
                check_folder(project, shelf, lambda files: [judge_input(judge_file(file, shelf)) for file in files])
            ),
            "check a Word file warm": lambda: judge_file(made, shelf),
        }
        for name_, work in warm.items():
            work()
            tell(name_, partial(spent, work), rounds)


if __name__ == "__main__":
    main()
