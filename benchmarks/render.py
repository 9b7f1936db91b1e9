"""Renders one 90-block document with our engine and with plain docxtpl on the same template, turn by turn.

    python benchmarks/render.py [ROUNDS]

Prints the medians, documents per second and the ratio. The turns are interleaved, so that a machine that slows
down slows both. The first rounds warm up and are not counted.
"""

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from docxtpl import DocxTemplate
from jinja2 import Environment

from ttdn_draft.pipeline import Checked, check_file
from ttdn_draft.render import find_template, render_document
from ttdn_draft.render.checking import load_template
from ttdn_draft.render.context import build_context

HEAD = """---
loai: huong-dan
the_thuc: dang
co_quan: {cap_tren: TỈNH UỶ CAO BẰNG, ten: BAN TUYÊN GIÁO VÀ DÂN VẬN, ky_hieu: BTGDVTU}
so: 14
dia_danh: Cao Bằng
ngay: 2026-06-15
trich_yeu: công tác thông tin đối ngoại năm 2026
noi_nhan: [Thường trực Tỉnh uỷ, Các ban đảng, Sở Ngoại vụ, Các xã và phường, Lãnh đạo Ban]
luu: Ban Tuyên giáo và Dân vận Tỉnh uỷ
ky: {chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn An}
---
Nội dung hướng dẫn như sau:

"""
SENTENCE = (
    "Nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại trong tình hình mới; kết hợp chặt chẽ các lực lượng"
)
WORDS = (
    *("địa phương", "lực lượng", "đơn vị", "doanh nghiệp", "nhân dân", "thanh niên", "phụ nữ", "nông dân", "trí thức"),
    *("đoàn thể", "kiều bào", "bạn bè"),
)
MATTERS = (
    *(
        "biên giới",
        "cửa khẩu",
        "văn hoá",
        "du lịch",
        "kinh tế",
        "giáo dục",
        "truyền thông",
        "thể thao",
        "y tế",
        "môi trường",
    ),
    *("nông nghiệp", "công nghệ"),
)
WARM_UP = 10


def write_document() -> str:
    """Return a document of 90 blocks over the heading levels, about 25,000 characters of text."""
    lines = []
    for section in range(1, 4):
        lines.append(f"# Phần việc thứ {section}\n")
        for part in range(1, 3):
            lines.append(f"## Nhóm việc {part}\n")
            for item in range(1, 5):
                lines.append(f"{item}. {SENTENCE}, **lần {item}**; A&B <= C.\n")
                lines += [f"{mark} {SENTENCE}, {SENTENCE.lower()}.\n" for mark in "-+"]
            lines.append(f"{SENTENCE}.\n")
    return HEAD + "\n".join([*lines, *[f"{SENTENCE}.\n"] * 2])


def vary_document(turn: int) -> str:
    """Return the document of a turn: no text in it stands twice, or in the document of another turn (of 144).

    What the program keeps in mind of a text that it has read must not help it where the figures are taken.
    """
    head, body = write_document().split("\n---\n")
    told = _name(turn, 0)
    head = head.replace("năm 2026", f"với {told} năm 2026").replace("Sở Ngoại vụ", f"Sở Ngoại vụ và {told}")
    rows = (row for row in body.split("\n") if row)
    return "\n".join([head, "---", *(f"{_vary(row, _name(turn, at))}\n" for at, row in enumerate(rows))])


def _name(turn: int, row: int) -> str:
    return f"{WORDS[(turn + row) % len(WORDS)]} và {MATTERS[(turn // len(WORDS) + row // len(WORDS)) % len(MATTERS)]}"


def _vary(row: str, told: str) -> str:
    mark, words = row.split(" ", 1)
    bare = words.rstrip(".;:")
    return (
        f"{mark} {told.capitalize()}: {words}" if mark[0] == "#" else f"{mark} {bare}, với {told}{words[len(bare) :]}"
    )


def check_document() -> Checked:
    with TemporaryDirectory() as folder:
        source = Path(folder) / "document.md"
        source.write_text(write_document(), encoding="utf-8")
        return check_file(source)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    checked = check_document()
    document, profile = checked.document, checked.profile
    if document is None or profile is None:
        sys.exit(f"the benchmark's own document is wrong: {checked.findings}")
    template = Path(str(find_template(profile, checked.kind)))
    context = build_context(document, profile, load_template(template, profile).ids)

    def with_docxtpl() -> None:
        tpl = DocxTemplate(template)
        tpl.render(context, Environment(autoescape=True))
        tpl.save(io.BytesIO())

    contestants: dict[str, Callable[[], object]] = {
        "docxtpl": with_docxtpl,
        "engine": lambda: load_template(template, profile).render(context),
        "document to bytes": lambda: render_document(document, profile, template),
    }
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for turn in range(rounds + WARM_UP):
        for name, work in contestants.items():
            taken = seconds(work)
            if turn >= WARM_UP:
                times[name].append(taken)
    print(f"{len(document.body)} blocks, {rounds} interleaved rounds")
    plain = statistics.median(times["docxtpl"])
    for name, taken in times.items():
        median = statistics.median(taken)
        print(
            f"{name:18} median {median * 1000:6.2f} ms  best {min(taken) * 1000:6.2f} ms  "
            f"{1 / median:6.0f} documents/s  {plain / median:5.1f} times docxtpl"
        )


if __name__ == "__main__":
    main()
