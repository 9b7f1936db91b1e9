"""Measures what packs cost: `render` of a document with 40 folder packs in sight, beside the same document written out.

    python benchmarks/packs.py [ROUNDS]

Each round starts the program anew, turn by turn, so that a machine that slows down slows both. Then, in this process:
finding 40 packs, and reading the one that is asked for. Installed packs are left out: they may have the same id.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from ttdn_draft.errors import Place
from ttdn_draft.packs import PackShelf, read_pack

SOURCE = Path(__file__).parents[1] / "plugins/ttdn-pack-cao-bang/src/ttdn_pack_cao_bang/pack.yaml"
COUNT = 40
TAIL = "ngay: 2021-03-30\ntrich_yeu: công tác thông tin đối ngoại\n---\n# Mục đích\n\nNội dung.\n"
BY_ID = "---\nloai: huong-dan\ntinh: cao-bang\nco_quan: btgdvtu\nky: truong-ban\n" + TAIL
WRITTEN_OUT = (
    "---\nloai: huong-dan\nthe_thuc: dang\nco_quan: {cap_tren: TỈNH ỦY, ten: BAN TUYÊN GIÁO, ky_hieu: BTGTU}\n"
    "dia_danh: Cao Bằng\nnoi_nhan: [Thường trực Tỉnh ủy]\nluu: Ban\nky: {chuc_vu: TRƯỞNG BAN, ho_ten: A}\n" + TAIL
)


def write_packs(folder: Path) -> None:
    text = SOURCE.read_text(encoding="utf-8")
    for number in range(COUNT):
        pack = folder / f"goi-{number:02}"
        pack.mkdir(parents=True)
        id = "cao-bang" if number == 0 else f"tinh-{number}"  # noqa: A001 - the key of pack.yaml
        (pack / "pack.yaml").write_text(text.replace("id: cao-bang", f"id: {id}", 1), encoding="utf-8")


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def render(file: Path, packs: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "ttdn_draft",
        "render",
        str(file),
        "--force",
        "--packs",
        str(packs),
        "--no-plugins",
    ]
    subprocess.run(command, check=True, capture_output=True, env=os.environ)  # noqa: S603 - our own program


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with TemporaryDirectory() as name:
        folder = Path(name)
        packs = folder / "packs"
        write_packs(packs)
        files = {"written out": folder / "a.md", f"by id, {COUNT} packs": folder / "b.md"}
        for file, text in zip(files.values(), (WRITTEN_OUT, BY_ID), strict=True):
            file.write_text(text, encoding="utf-8")
        times: dict[str, list[float]] = {name: [] for name in files}
        for _ in range(rounds):
            for name, file in files.items():
                times[name].append(seconds(partial(render, file, packs)))
        medians = [statistics.median(taken) * 1000 for taken in times.values()]
        for name, median in zip(times, medians, strict=True):
            print(f"render, {name:22} median {median:7.1f} ms")
        print(f"packs add {medians[1] - medians[0]:.1f} ms")
        parts: dict[str, Callable[[], object]] = {
            f"find {COUNT} packs in folders": lambda: PackShelf([packs]).discover(folder),
            "find, with plug-ins": lambda: PackShelf([packs], has_plugins=True).discover(folder),
            "read one pack": lambda: read_pack(packs / "goi-00"),
            "find and load by id": lambda: PackShelf([packs]).load("cao-bang", folder, Place()),
        }
        for name, work in parts.items():
            print(f"{name:30} median {statistics.median(seconds(work) for _ in range(rounds)) * 1000:7.2f} ms")


if __name__ == "__main__":
    main()
