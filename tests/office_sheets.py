"""For tests: a kind of sheet that offices have and a seed go in, a file and what must be printed come out."""

import csv
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO, StringIO
from random import Random
from typing import Any

from openpyxl import Workbook

UNITS = ["Xã Mường Tè", "Phường Tân Phong", "Sở Nội vụ", "UBND xã Sin Suối Hồ", "Ban Dân tộc", "Xã Phong Thổ"]
HEADS = ["Số tin", "Số lượt xem", "Kinh phí", "Kế hoạch", "Thực hiện", "Số hộ"]
GROUPED = "#,##0"


@dataclass
class Office:
    """A sheet of an office: its bytes, the keys that the input needs, and the rows as they must be printed.

    `told` are ids of findings of which one must be there; `head` is the number of rows of the header.
    """

    name: str
    data: bytes
    rows: list[list[str]]
    keys: str = ""
    told: tuple[str, ...] = ()
    head: list[str] = field(default_factory=list)


def grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


class Sheets:
    """Makes sheets out of one seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - figures for tests
        self.book = Workbook()
        self.sheet: Any = self.book.active
        self.units = self.random.sample(UNITS, self.random.randint(3, 6))
        self.heads = self.random.sample(HEADS, self.random.randint(2, 3))
        self.figures = [[self.random.randint(1, 99999) for _ in self.heads] for _ in self.units]

    def fill(self, first: int = 1, head: bool = True, form: str = GROUPED) -> int:
        """Write head and rows from a row on; return the row behind."""
        if head:
            self.put(first, ["Đơn vị", *self.heads])
            first += 1
        for unit, figures in zip(self.units, self.figures, strict=True):
            self.put(first, [unit, *figures], form)
            first += 1
        return first

    def put(self, row: int, cells: list[Any], form: str = GROUPED, column: int = 1) -> None:
        for at, value in enumerate(cells, column):
            cell = self.sheet.cell(row, at, value)
            if isinstance(value, (int, float)):
                cell.number_format = form

    def printed(self) -> list[list[str]]:
        rows = zip(self.units, self.figures, strict=True)
        return [["Đơn vị", *self.heads], *([unit, *map(grouped, figures)] for unit, figures in rows)]

    def save(self) -> bytes:
        made = BytesIO()
        self.book.save(made)
        return made.getvalue()

    def sums(self) -> list[int]:
        return [sum(column) for column in zip(*self.figures, strict=True)]

    # the kinds

    def plain(self) -> Office:
        self.fill()
        return Office("a.xlsx", self.save(), self.printed())

    def title(self) -> Office:
        last = chr(ord("A") + len(self.heads))
        self.put(1, ["BIỂU TỔNG HỢP SỐ LIỆU"])
        self.sheet.merge_cells(f"A1:{last}1")
        self.put(2, ["(Kèm theo Báo cáo số 12/BC-UBND)"])
        self.sheet.merge_cells(f"A2:{last}2")
        first = self.random.randint(3, 5)
        self.fill(first)
        return Office("a.xlsx", self.save(), self.printed(), f", hang_dau: {first}")

    def unit_line(self) -> Office:
        self.put(1, ["ĐVT: triệu đồng"], column=1 + len(self.heads))
        self.fill(2)
        return Office("a.xlsx", self.save(), self.printed(), ", hang_dau: 2")

    def two_levels(self) -> Office:
        first = self.random.choice([1, 4])
        if first > 1:
            self.put(1, ["PHỤ LỤC 01"])
        self.put(first, ["TT", "Đơn vị", "Năm 2026"])
        self.put(first + 1, self.heads, column=3)
        last = chr(ord("B") + len(self.heads))
        for area in (f"A{first}:A{first + 1}", f"B{first}:B{first + 1}", f"C{first}:{last}{first}"):
            self.sheet.merge_cells(area)
        for at, (unit, figures) in enumerate(zip(self.units, self.figures, strict=True)):
            self.put(first + 2 + at, [at + 1, unit, *figures])
        rows = [[str(at), *row] for at, row in enumerate(self.printed()[1:], 1)]
        head = ["TT", "Đơn vị", *self.heads]
        return Office("a.xlsx", self.save(), [head, *rows], f", hang_dau: {first}-{first + 1}", head=["Năm 2026"])

    def total(self) -> Office:
        behind = self.fill()
        label = self.random.choice(["Tổng cộng", "TỔNG SỐ", "Cộng", "Tổng cộng:"])
        self.put(behind, [label, *self.sums()])
        rows = [*self.printed(), [label, *map(grouped, self.sums())]]
        return Office("a.xlsx", self.save(), rows, ", tong: true", ("W194",))

    def total_left_out(self) -> Office:
        behind = self.fill()
        self.put(behind, ["Tổng cộng", *self.sums()])
        rows = [*self.printed(), ["Tổng cộng", *map(grouped, self.sums())]]
        return Office("a.xlsx", self.save(), rows, f", tong: true, bo_hang: [{behind}]")

    def codes(self) -> Office:
        codes = [str(self.random.randint(10000, 9999999999)) for _ in self.units]
        self.put(1, ["Đơn vị", "Mã đơn vị", "Số ký hiệu"])
        for at, (unit, code) in enumerate(zip(self.units, codes, strict=True), 2):
            self.put(at, [unit, code, code])
        rows = [[unit, code, code] for unit, code in zip(self.units, codes, strict=True)]
        return Office("a.xlsx", self.save(), [["Đơn vị", "Mã đơn vị", "Số ký hiệu"], *rows])

    def codes_in_csv(self) -> Office:
        heads = ["Đơn vị", "Mã số thuế", "Điện thoại"]
        rows = [
            [u, str(self.random.randint(10**9, 10**10)), str(self.random.randint(10**8, 10**9))] for u in self.units
        ]
        return Office("a.csv", as_csv([heads, *rows], ";"), [heads, *rows])

    def hidden_column(self) -> Office:
        self.fill()
        self.sheet.column_dimensions["B"].hidden = True
        if self.random.random() < 0.5:
            return Office("a.xlsx", self.save(), self.printed(), told=("W195",))
        rows = [[row[0], *row[2:]] for row in self.printed()]
        return Office("a.xlsx", self.save(), rows, ", an: bo")

    def filtered(self) -> Office:
        behind = self.fill()
        self.sheet.auto_filter.ref = f"A1:B{behind - 1}"
        row = self.random.randint(2, behind - 1)
        self.sheet.row_dimensions[row].hidden = True
        rows = self.printed()
        if self.random.random() < 0.5:
            return Office("a.xlsx", self.save(), rows, told=("W195",))
        return Office("a.xlsx", self.save(), [*rows[: row - 1], *rows[row:]], ", an: bo")

    def odd_cell(self) -> Office:
        rows = self.printed()
        at = self.random.randrange(len(self.units))
        self.fill()
        self.sheet.cell(at + 2, 2, "Chưa có")
        rows[at + 1][1] = "Chưa có"
        return Office("a.xlsx", self.save(), rows)

    def odd_cell_in_csv(self) -> Office:
        rows = [[unit, f"{self.random.randint(1, 99)}.{self.random.randint(11, 99)}"] for unit in self.units]
        at = self.random.randrange(len(rows))
        rows[at][1] = self.random.choice(["Chưa đo", "4,3"])
        wanted = [[u, f.replace(".", ",")] for u, f in rows]
        data = as_csv([["Đơn vị", "Diện tích"], *rows], ",")
        return Office("a.csv", data, [["Đơn vị", "Diện tích"], *wanted], ", so_viet: en", ("W196",))

    def dates(self) -> Office:
        days = [date(2026, 1, 1) + timedelta(self.random.randint(0, 364)) for _ in self.units]
        self.put(1, ["Đơn vị", "Ngày ban hành"])
        for at, (unit, day) in enumerate(zip(self.units, days, strict=True), 2):
            self.put(at, [unit, day])
            self.sheet.cell(at, 2).number_format = "dd/mm/yyyy"
        rows = [[unit, f"{day:%d/%m/%Y}"] for unit, day in zip(self.units, days, strict=True)]
        return Office("a.xlsx", self.save(), [["Đơn vị", "Ngày ban hành"], *rows])

    def percents(self) -> Office:
        parts = [self.random.randint(1, 999) for _ in self.units]
        self.put(1, ["Đơn vị", "Tỷ lệ"])
        for at, (unit, part) in enumerate(zip(self.units, parts, strict=True), 2):
            self.put(at, [unit, part / 1000], "0.0%")
        rows = [[u, f"{p // 10},{p % 10}%"] for u, p in zip(self.units, parts, strict=True)]
        return Office("a.xlsx", self.save(), [["Đơn vị", "Tỷ lệ"], *rows])

    def mixed_percents(self) -> Office:
        office = self.percents()
        at = self.random.randrange(len(self.units))
        self.put(at + 2, [1500 + at], "General", 2)
        office.rows[at + 1][1] = str(1500 + at)
        return Office("a.xlsx", self.save(), office.rows)

    def formulas(self) -> Office:
        behind = self.fill()
        sums = self.sums()
        self.put(behind, ["Tổng số", *sums])
        data = add_formulas(self.save(), {f"{chr(66 + i)}{behind}": f"SUM({chr(66 + i)}2)" for i in range(len(sums))})
        return Office("a.xlsx", data, [*self.printed(), ["Tổng số", *map(grouped, sums)]])

    def sheets(self) -> Office:
        self.put(1, ["Bìa"])
        self.sheet = self.book.create_sheet("Số liệu")
        self.fill()
        return Office("a.xlsx", self.save(), self.printed(), ", trang_tinh: Số liệu")

    def notes_below(self) -> Office:
        first = self.random.choice([1, 3])
        if first > 1:
            self.put(1, ["BIỂU SỐ 2"])
        behind = self.fill(first)
        last = chr(ord("A") + len(self.heads))
        self.put(behind + 1, ["Ghi chú: số liệu đến ngày 30/11"])
        self.put(behind + 2, ["NGƯỜI LẬP BIỂU", None, None, "THỦ TRƯỞNG ĐƠN VỊ"])
        return Office("a.xlsx", self.save(), self.printed(), f", vung: 'A{first}:{last}{behind - 1}'")

    def merged_down(self) -> Office:
        self.put(1, ["Khu vực", "Đơn vị", *self.heads])
        for at, (unit, figures) in enumerate(zip(self.units, self.figures, strict=True), 2):
            self.put(at, [None, unit, *figures])
        self.sheet.cell(2, 1, "Vùng cao")
        self.sheet.merge_cells(f"A2:A{len(self.units) + 1}")
        rows = self.printed()
        rows[0].insert(0, "Khu vực")
        rows[1].insert(0, "Vùng cao")
        return Office("a.xlsx", self.save(), rows)

    def merged_across(self) -> Office:
        self.put(1, ["Đơn vị", *self.heads])
        self.put(2, ["I. KHỐI XÃ"])
        self.sheet.merge_cells(start_row=2, end_row=2, start_column=1, end_column=1 + len(self.heads))
        self.fill(3, head=False)
        head, *rows = self.printed()
        return Office("a.xlsx", self.save(), [head, ["I. KHỐI XÃ"], *rows])

    def chosen_columns(self) -> Office:
        self.fill()
        rows = [[row[2], row[0]] for row in self.printed()]
        name = self.random.choice([self.heads[1], "C"])
        return Office("a.xlsx", self.save(), rows, f", lay_cot: [{name}, A]")

    def numbered(self) -> Office:
        self.put(1, ["STT", "Đơn vị"])
        for at, unit in enumerate(self.units, 1):
            self.put(at + 1, [at, unit])
        rows = [[str(at), unit] for at, unit in enumerate(self.units, 1)]
        return Office("a.xlsx", self.save(), [["STT", "Đơn vị"], *rows], ", stt: true", ("W197",))

    def merge_of_one(self) -> Office:
        self.fill()
        data = edit_sheet(self.save(), "</sheetData>", '</sheetData><mergeCells><mergeCell ref="B1:B1"/></mergeCells>')
        return Office("a.xlsx", data, self.printed())

    def ungrouped(self) -> Office:
        self.figures = [[self.random.randint(1000, 99999) for _ in self.heads] for _ in self.units]
        self.fill(form="General")
        return Office("a.xlsx", self.save(), self.printed(), told=("N198",))


def as_csv(rows: list[list[str]], delimiter: str) -> bytes:
    made = StringIO()
    csv.writer(made, delimiter=delimiter).writerows(rows)
    return made.getvalue().encode("utf-8-sig")


def edit_sheet(data: bytes, old: str, new: str) -> bytes:
    """Return a workbook with words of its first sheet changed."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as book, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name in book.namelist():
            part = book.read(name)
            out.writestr(name, part.decode().replace(old, new) if name == "xl/worksheets/sheet1.xml" else part)
    return made.getvalue()


def add_formulas(data: bytes, formulas: dict[str, str]) -> bytes:
    """Return a workbook whose cells have formulas beside the values that were saved for them."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    changed = sheet
    for cell, formula in formulas.items():
        before, behind = changed.split(f'<c r="{cell}"', 1)
        changed = f'{before}<c r="{cell}"' + behind.replace("<v>", f"<f>{formula}</f><v>", 1)
    return edit_sheet(data, sheet, changed)


KINDS: dict[str, Callable[[Sheets], Office]] = {
    name: kind for name, kind in vars(Sheets).items() if not name.startswith("_") and name not in
    ("fill", "put", "printed", "save", "sums")
}  # fmt: skip
