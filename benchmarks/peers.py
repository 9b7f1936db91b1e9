"""Fills one document of 90 blocks with the program and with its peers: CPU and wall, turn by turn, and what they print.

    python benchmarks/peers.py [ROUNDS]

The program reads the Markdown, checks it with every rule and writes the .docx to disk. docxtpl fills a template with a
loop, the smallest there is, and ours; the peers on Node (`npm install` in benchmarks/node) the same loop, python-docx
writes paragraphs, pandoc makes a .docx of the Markdown in a process of its own. Nobody but the program checks anything.
A peer that is missing is left out, and why is said. Each output has to hold the text of every block, in its order.

The program gets another document in each round, of which no text stood in one before: what it keeps in mind of texts
does not help it. The others fill in the same texts each time.
"""

import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from docx import Document as WordDocument
from docxtpl import DocxTemplate
from jinja2 import Environment
from loop_template import WORD, write_template
from lxml import etree
from measuring import WARM_UP, Times, show, spent, spent_by, take_turns

from render import vary_document
from ttdn_draft.circles import look_seldom
from ttdn_draft.model import plain_text
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import Checked, check_file, render_checked
from ttdn_draft.render import find_template
from ttdn_draft.render.checking import load_template
from ttdn_draft.render.context import build_context

FIRST = "first.md"  # the document that all of them print
NODE = Path(__file__).parent / "node"
ON_NODE = ("docxtemplater", "docx-templates", "carbone")
Works = dict[str, Callable[[], tuple[float, float]]]


class Contest:
    """A document for each round, a folder for what each contestant makes of it, and of the first one its texts."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.source = folder, folder / "document.md"
        self.shelf, self.turns = PackShelf(), count()
        (folder / FIRST).write_text(vary_document(next(self.turns)), encoding="utf-8")
        self.first = check_file(folder / FIRST, self.shelf)
        if self.first.document is None or self.first.profile is None:
            raise SystemExit("\n".join(finding.tell() for finding in self.first.findings))
        self.document, self.profile = self.first.document, self.first.profile
        self.template = Path(str(find_template(self.profile, self.first.kind)))
        self.texts = [plain_text(block.text) for block in self.document.body]
        (folder / "texts.json").write_text(json.dumps(self.texts), encoding="utf-8")

    def out(self, name: str) -> Path:
        """Return the file in which a contestant writes."""
        return self.folder / f"{re.sub('[^a-z]+', '-', name)}.docx"

    def write(self, name: str, make: Callable[[], bytes]) -> Callable[[], tuple[float, float]]:
        """Return the work of writing what a contestant makes."""
        return partial(spent, lambda: self.out(name).write_bytes(make()))


class Ours:
    """What the program does: the whole way, its two halves, and the floor, which is to write the bytes."""

    def __init__(self, contest: Contest) -> None:
        self.contest = contest

    def list(self) -> Works:
        """Return the works, each of which has another document every time."""
        made = render_checked(self.contest.first)
        return {
            "ttdn-draft: .md to .docx, all checks": self.do_all,
            "ttdn-draft: check": self.check,
            "ttdn-draft: document to disk": self.print_checked,
            "floor: the bytes to disk": self.contest.write("floor", lambda: made),
        }

    def do_all(self) -> tuple[float, float]:
        """Return the times of the whole way."""
        self.go_on()
        return self.contest.write("ttdn-draft", lambda: render_checked(self.read()))()

    def check(self) -> tuple[float, float]:
        """Return the times of reading and checking alone."""
        self.go_on()
        return spent(self.read)

    def print_checked(self) -> tuple[float, float]:
        """Return the times of printing alone."""
        self.go_on()
        checked = self.read()
        return self.contest.write("ttdn-draft-document", lambda: render_checked(checked))()

    def print_first(self) -> None:
        """Print the document that the others print, for which the words are compared."""
        for name in ("ttdn-draft", "ttdn-draft-document"):
            self.contest.write(name, lambda: render_checked(self.contest.first))()

    def go_on(self) -> None:
        """Put another document in the place of the one before."""
        self.contest.source.write_text(vary_document(next(self.contest.turns)), encoding="utf-8")

    def read(self) -> Checked:
        """Return the document after the checks."""
        return check_file(self.contest.source, self.contest.shelf)


def list_python(contest: Contest) -> Works:
    """Return what docxtpl and python-docx do."""
    loop = write_template("docxtpl", contest.folder / "loop.docx")
    empty = write_template("python-docx", contest.folder / "empty.docx")
    ids = load_template(contest.template, contest.profile).ids
    context = build_context(contest.document, contest.profile, ids)

    def fill(template: Path, data: dict[str, object]) -> bytes:
        made, filled = io.BytesIO(), DocxTemplate(template)
        filled.render(data, Environment(autoescape=True))
        filled.save(made)
        return made.getvalue()

    def write_paragraphs() -> bytes:
        made, document = io.BytesIO(), WordDocument(str(empty))
        for text in contest.texts:
            document.element.body.insert(-1, document.element.body._new_p())
            document.paragraphs[-1].add_run(text)
        document.save(made)
        return made.getvalue()

    return {
        "docxtpl, loop": contest.write("docxtpl-loop", lambda: fill(loop, {"blocks": contest.texts})),
        "docxtpl, our template": contest.write("docxtpl-ours", lambda: fill(contest.template, context)),
        "python-docx": contest.write("python-docx", write_paragraphs),
    }


def list_pandoc(contest: Contest) -> Works:
    if not shutil.which("pandoc"):
        print("pandoc: left out, it is not installed")
        return {}
    command = ["pandoc", FIRST, "-f", "markdown", "-o", contest.out("pandoc").name]
    return {"pandoc (a process each)": partial(spent_by, command, contest.folder)}


def run_node(contest: Contest, rounds: int) -> dict[str, Times]:
    """Return the times of the peers on Node, one after the other: each warm in a process of its own."""
    times: dict[str, Times] = {}
    for peer in ON_NODE:
        if not (shutil.which("node") and (NODE / "node_modules" / peer).is_dir()):
            print(f"{peer}: left out, npm install in {NODE} is wanted")
            continue
        template = write_template(peer, contest.folder / f"{peer}.docx")
        out, data = contest.out(f"{peer}-made"), contest.folder / "texts.json"
        command = ["node", "peer.js", peer, str(template), str(data), str(out), str(rounds)]
        told = subprocess.run(command, cwd=NODE, check=True, capture_output=True, text=True)  # noqa: S603 - our own
        times[f"{peer} (Node)"] = [(cpu, wall) for cpu, wall in json.loads(told.stdout)]
    return times


def read_words(path: Path) -> str:
    """Return the words of the main part of a file, without blanks: programs part them in different ways."""
    with ZipFile(path) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    return re.sub(r"[\s*]+", "", "".join(node.text or "" for node in root.iter(f"{{{WORD}}}t")))


def compare_words(contest: Contest) -> None:
    """Say of each output how many of the texts stand in it, in their order."""
    wanted = [re.sub(r"[\s*]+", "", text) for text in contest.texts]
    for path in sorted(contest.folder.glob("*.docx")):
        if path.stem in {"loop", "empty", "floor", *ON_NODE}:
            continue
        words, at, held = read_words(path), 0, 0
        for text in wanted:
            found = words.find(text, at)
            at, held = (found + len(text), held + 1) if found >= 0 else (at, held)
        print(f"{path.stem:24} holds {held} of {len(wanted)} texts in their order")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    look_seldom()  # as the program does; it serves all of them
    with TemporaryDirectory() as name:
        contest = Contest(Path(name))
        ours = Ours(contest)
        works = {**list_python(contest), **ours.list(), **list_pandoc(contest)}
        times = take_turns(works, rounds, WARM_UP)
        times |= run_node(contest, rounds)
        for base in ("docxtpl, loop", "docxtpl, our template"):
            show(times, base)
        ours.print_first()
        compare_words(contest)


if __name__ == "__main__":
    main()
