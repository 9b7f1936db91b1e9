"""Makes many documents of 90 blocks from one file and a table, and beside it two processes of docxtpl the same number.

    python benchmarks/batch.py [ROWS ...]         batch -j 2 at 100, 1,000 and 10,000 rows
    python benchmarks/batch.py --files [FILES]    render -j 2 of as many different files
    python benchmarks/batch.py --pdf [FILES]      PDF of files together, and one LibreOffice for each of ten of them

Prints wall and CPU seconds of all processes, documents per second, and the largest memory of one process. docxtpl
renders 300 documents with a template that loops over the blocks, in two processes; its time is multiplied.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from itertools import islice, product
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from docxtpl import DocxTemplate

from render import HEAD, SENTENCE, write_document
from ttdn_draft.pages import make_pdf, make_pdfs

ACTS = ("tuyên truyền", "giới thiệu", "phổ biến", "cập nhật", "theo dõi", "đăng tải")
OBJECTS = (
    "hình ảnh quê hương và con người địa phương",
    "kết quả giảm nghèo ở các xóm vùng cao",
    "hoạt động giao lưu với địa phương bạn",
    "tiềm năng du lịch cộng đồng",
    "công tác bảo vệ đường biên và mốc giới",
)
WAYS = ("trên trang thông tin điện tử", "tại hội nghị báo cáo viên", "qua hệ thống truyền thanh cơ sở")
SIZES = (100, 1_000, 10_000)
SAMPLE = 300  # documents that docxtpl renders
MEASURED = """
import json, resource, subprocess, sys, time
began = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def write_common() -> str:
    """Return a draft of 90 blocks, each with words of its own; cells of a table stand in three of them."""
    deeds = product(ACTS, OBJECTS, WAYS)
    blocks = ["Nội dung hướng dẫn cho [o: ten] như sau:"]
    for part in range(1, 4):
        blocks.append(f"# Phần việc thứ {part}")
        for group in range(1, 4):
            blocks += [f"## Nhóm việc {part}.{group}", *islice(_write_items(deeds), 8)]
    blocks[10] += " Đầu mối phối hợp: [o: ban]."
    blocks[40] += " Địa điểm: hội trường [o: ten]."
    blocks += islice(_write_items(deeds), 5)
    return HEAD.partition("Nội dung")[0] + "\n\n".join(blocks) + "\n"


def _write_items(deeds: Iterator[tuple[str, str, str]]) -> Iterator[str]:
    for number, words in enumerate(map(" ".join, deeds)):
        first = words[0].upper() + words[1:]
        yield (f"{number // 3 + 1}. **{first}**; báo cáo hằng quý.", f"- {first}.", f"+ {first}.")[number % 3]


def write_inputs(folder: Path, rows: int) -> None:
    """Write the draft, and a table of which every row has a number, a day, an addressee and words of its own."""
    (folder / "chung.md").write_text(write_common(), encoding="utf-8")
    lines = (
        f"{number};{date(2026, 6, 1) + timedelta(number % 28)};xã Bảo Lâm {number};Ban Chỉ huy quân sự xã {number}"
        for number in range(1, rows + 1)
    )
    (folder / "bang.csv").write_text("\n".join(["so;ngay;ten;ban", *lines]), encoding="utf-8")


def measure(folder: Path, *arguments: str) -> tuple[float, float, float]:
    """Return wall and CPU seconds of the program, and the memory of its largest process in MB."""
    command = [sys.executable, "-c", MEASURED, sys.executable, "-m", "ttdn_draft", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    wall, cpu, memory = json.loads(done.stdout)
    return wall, cpu, memory


def show(name: str, count: int, wall: float, cpu: float, memory: float = 0) -> None:
    rate = f"{count / wall:7.0f}/s {cpu / count * 1000:7.2f} ms of CPU each"
    held = f", {memory:.1f} MB" if memory else ""
    print(f"{name:22}{count:7} in {wall:7.1f} s, {cpu:7.1f} s of CPU, {rate}{held}")


def write_loop_template(file: Path) -> None:
    """Write a template of docxtpl that prints a paragraph for each block."""
    document = Document()
    for words in ("{{ ten }}", "{%p for block in blocks %}", "{{ block }}", "{%p endfor %}"):
        document.add_paragraph(words)
    document.save(str(file))


def render_peer(folder: str, first: int, count: int) -> float:
    for number in range(first, first + count):
        template = DocxTemplate(Path(folder, "loop.docx"))
        template.render({"ten": f"xã Bảo Lâm {number}", "blocks": [f"{n}. {SENTENCE}" for n in range(90)]})
        template.save(Path(folder, f"peer-{number}.docx"))
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def compare_peer(folder: Path) -> tuple[float, float]:
    """Return wall and CPU seconds of two processes of docxtpl for the sample."""
    write_loop_template(folder / "loop.docx")
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        list(pool.map(render_peer, [str(folder)] * 2, (0, 1), (1, 1)))
        began, half = time.perf_counter(), SAMPLE // 2
        cpu = sum(pool.map(render_peer, [str(folder)] * 2, (0, half), (half, half)))
        return time.perf_counter() - began, cpu


def run_batches(sizes: list[int]) -> None:
    for rows in sizes:
        with TemporaryDirectory() as name:
            write_inputs(Path(name), rows)
            show(
                "batch -j 2",
                rows,
                *measure(Path(name), "batch", "chung.md", "--bang", "bang.csv", "-o", "ra", "-j", "2"),
            )
    with TemporaryDirectory() as name:
        wall, cpu = compare_peer(Path(name))
    show("docxtpl, 2 processes", SAMPLE, wall, cpu)


def run_files(count: int) -> None:
    with TemporaryDirectory() as name:
        folder, text = Path(name, "vao"), write_document()
        folder.mkdir()
        for number in range(count):
            changed = text.replace("so: 14", f"so: {number % 9999 + 1}").replace(
                "như sau", f"cho đơn vị {number} như sau"
            )
            (folder / f"d{number}.md").write_text(changed, encoding="utf-8")
        show("render -j 2", count, *measure(Path(name), "render", "vao", "-j", "2"))


def run_pages(count: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_inputs(folder, count)
        measure(folder, "batch", "chung.md", "--bang", "bang.csv", "-o", "ra", "-j", "2")
        files = sorted((folder / "ra").glob("*.docx"))
        began = time.perf_counter()
        list(make_pdfs(files))
        together = time.perf_counter() - began
        began = time.perf_counter()
        for file in files[:10]:
            make_pdf(file.read_bytes())
        alone = (time.perf_counter() - began) * count / 10
    print(f"{count} PDF together {together:.1f} s; one LibreOffice each {alone:.1f} s; {alone / together:.1f} times")


def main() -> None:
    """Measure what is asked for."""
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}")
    words = sys.argv[1:]
    numbers = [int(word) for word in words if word.isdecimal()]
    if "--files" in words:
        run_files(*(numbers or [10_000]))
    elif "--pdf" in words:
        run_pages(*(numbers or [100]))
    else:
        run_batches(numbers or list(SIZES))


if __name__ == "__main__":
    main()
