"""Measures commands from a cold start beside the shortest script that fills a loop with docxtpl: CPU and wall.

    python benchmarks/cold.py [ROUNDS]

Every command is a new process, turn by turn. What the program keeps for the next run lies in a folder of its own,
which the first round fills; the bare start of Python and the import of click are the floor.
"""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from loop_template import write_template
from measuring import show, spent_by, take_turns

from render import write_document

SAMPLE = Path(__file__).parents[1] / "templates/nha-nuoc-nd30-2020/ke-hoach/sample.md"
SCRIPT = """from docxtpl import DocxTemplate
template = DocxTemplate("loop.docx")
template.render({"blocks": ["Nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại"] * 90}, autoescape=True)
template.save("out.docx")
"""
NEW = ("new", "ke-hoach", "--the-thuc", "nha-nuoc", "--tinh", "cao-bang", "--nam", "2027", "--thu")
COMMANDS = {
    "render one.md": ("render", "one.md", "--force"),
    "check one.md": ("check", "one.md"),
    "check one.docx": ("check", "one.docx"),
    "check 90 blocks": ("check", "ninety.md"),
    "new": NEW,
    "calendar": ("calendar", "--nam", "2027"),
    "packs list": ("packs", "list"),
    "templates list": ("templates", "list"),
    "--help": ("--help",),
}
WARM_UP = 2


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with TemporaryDirectory() as name:
        folder = Path(name)
        copy(SAMPLE, folder / "one.md")
        (folder / "ninety.md").write_text(write_document(), encoding="utf-8")
        (folder / "script.py").write_text(SCRIPT, encoding="utf-8")
        write_template("docxtpl", folder / "loop.docx")
        os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = str(folder / "kept")
        python = sys.executable
        spent_by([python, "-m", "ttdn_draft", "render", "one.md"], folder)
        scripts = {
            "docxtpl": [python, "script.py"],
            "floor: python": [python, "-c", "pass"],
            "floor: import click": [python, "-c", "import click"],
        }
        ours = {name: [python, "-m", "ttdn_draft", *arguments] for name, arguments in COMMANDS.items()}
        works: dict[str, Callable[[], tuple[float, float]]] = {
            name: partial(spent_by, command, folder) for name, command in {**scripts, **ours}.items()
        }
        show(take_turns(works, rounds, WARM_UP), "docxtpl")


if __name__ == "__main__":
    main()
