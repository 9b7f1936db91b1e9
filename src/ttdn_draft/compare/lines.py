"""The lines of a document that are compared: what was read or settled goes in, each line with its place comes out.

Where a document could be settled its lines are those that are printed, with the words of what it cites by id; where
not, they are those that are typed. A row of a table is one line.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from ..errors import Place
from ..knowledge.citations.symbols import KIND_CODES
from ..knowledge.names import make_id
from ..knowledge.standards.dates import pad
from ..messages import N_
from ..model import Document, Source, Table, plain_text
from ..model.mentions import Passage
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath

ZONE_NAMES: Mapping[str, str] = {
    "kind": N_("loại văn bản"),
    "number": N_("số văn bản"),
    "date": N_("ngày ban hành"),
    "draft": N_("lần dự thảo"),
    "urgency": N_("độ khẩn"),
    "issuer": N_("cơ quan ban hành"),
    "symbol": N_("ký hiệu"),
    "place": N_("địa danh"),
    "subject": N_("trích yếu"),
    "addressee": N_("kính gửi"),
    "base": N_("căn cứ"),
    "heading": N_("đề mục"),
    "paragraph": N_("đoạn"),
    "item": N_("ý"),
    "cell": N_("dòng bảng"),
    "note": N_("chú thích"),
    "annex-title": N_("tên phụ lục"),
    "recipient": N_("nơi nhận"),
    "archive": N_("nơi lưu"),
    "authority": N_("quyền hạn ký"),
    "office": N_("chức vụ"),
    "signer": N_("người ký"),
    "circulation": N_("phạm vi lưu hành"),
    "drafter": N_("người soạn thảo"),
    "contact": N_("thông tin liên hệ"),
    "other": N_("phần khai khác"),
}
HEAD_KEYS = {"loai": "kind", "so": "number", "ngay": "date", "du_thao": "draft", "do_khan": "urgency"} | {
    "luu_hanh": "circulation",
    "nguoi_soan": "drafter",
    "lien_he": "contact",
}
ZONES_BY_KEY = HEAD_KEYS | {
    "co_quan": "issuer", "cua": "issuer", "ky_hieu": "symbol", "dia_danh": "place", "trich_yeu": "subject",
    "kinh_gui": "addressee", "can_cu": "base", "noi_nhan": "recipient", "luu": "archive", "quyen_han": "authority",
    "chuc_vu": "office", "kiem": "office", "chuc_vu_khac": "office", "ho_ten": "signer", "chu_thich": "note",
    "muc": "heading", "doan": "paragraph", "khoan": "paragraph", "gach": "item", "cong": "item", "bang": "cell",
    "nhiem_vu": "cell", "so_lieu": "cell", "tieu_de": "annex-title", "noi_dung": "paragraph",
}  # fmt: skip
FIRST_KEYS = (*HEAD_KEYS, "ky_hieu", "dia_danh", "co_quan", "cua", "trich_yeu", "kinh_gui", "can_cu", "noi_dung")
ROWS, HEADER = "hang", "cot"
CELL_SIGN = " | "
UNPRINTED = frozenset({("co_quan", "ten_day_du")})  # a name for sentences, which no line shows
UNSAID = frozenset(
    {"so", "cap", "can", "kieu", "so_le", "rong", "tu_tep"}
)  # of blocks and columns: how they are printed
ISO_DAY = regex(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
TYPED_DAY = regex(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")


@dataclass(frozen=True)
class ComparedLine:
    """A line of a document: the part of it that it is, its words, and where it stands."""

    zone: str
    words: str
    place: Place


def lines_as_printed(passages: Iterable[Passage], document: Document, source: Source) -> tuple[ComparedLine, ...]:
    """Return the lines of a settled document: what its head says of it, its passages, and its tables as printed."""
    tables = {table.path: table for table in _list_tables(document)}
    return (
        *_head(source, {"loai": document.kind_name.capitalize(), "do_khan": document.urgency}),
        *_body(passages, tables, source),
    )


def _list_tables(document: Document) -> Iterator[Table]:
    blocks = (document.body, *(annex.body for annex in document.annexes))
    return (block for body in blocks for block in body if isinstance(block, Table))


def _body(passages: Iterable[Passage], tables: dict[NodePath, Table], source: Source) -> Iterator[ComparedLine]:
    """Yield the lines of passages, all rows of a table where its first cell stands: numbers are no passages."""
    for passage in passages:
        path = next((path for path in tables if passage.zone == "cell" and passage.path[: len(path)] == path), None)
        if path is not None:
            yield from _list_rows(tables[path], source)
            tables[path] = replace(tables[path], header=(), rows=())
        elif passage.text.strip() and passage.path not in UNPRINTED:
            yield ComparedLine(passage.zone, _one_line(passage.text), source.place(passage.path))


def _list_rows(table: Table, source: Source) -> Iterator[ComparedLine]:
    rows = [(table.header, (*table.path, HEADER)), *((r, (*table.path, ROWS, n)) for n, r in enumerate(table.rows))]
    for cells, path in rows:
        words = CELL_SIGN.join(_one_line(plain_text(cell.text)) for cell in cells)
        if words.strip(CELL_SIGN):
            yield ComparedLine("cell", words, source.place(path))


def _one_line(words: str) -> str:
    return " ".join(words.split())


def lines_as_typed(source: Source) -> tuple[ComparedLine, ...]:
    """Return the lines of a document that could not be settled, as they are typed."""
    data = source.data if isinstance(source.data, dict) else {}
    keys = sorted(data, key=lambda key: FIRST_KEYS.index(key) if key in FIRST_KEYS else len(FIRST_KEYS))
    nodes = (node for key in keys for node in _leaves((key,), data[key]))
    return tuple(_join_rows(((_zone_of(path), path, _words_of(source, path, value)) for path, value in nodes), source))


def _head(source: Source, names: Mapping[str, str]) -> Iterator[ComparedLine]:
    """Yield what the head says; `names` are the words of keys whose values are ids."""
    data = source.data if isinstance(source.data, dict) else {}
    for key, zone in HEAD_KEYS.items():
        for path, value in _leaves((key,), data.get(key)):
            yield ComparedLine(zone, names.get(key) or _write(value), source.place(path))


def _write(value: object) -> str:
    """Return a value as people read it: a date by day, month and year."""
    text = str(value)
    found = ISO_DAY.fullmatch(text) or TYPED_DAY.fullmatch(text)
    return f"{pad(int(found['day']), 10)}/{pad(int(found['month']), 3)}/{found['year']}" if found else text


def _leaves(path: NodePath, value: Any) -> Iterator[tuple[NodePath, Any]]:
    """Yield every text, number and date under a node, with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in UNSAID:
                yield from _leaves((*path, key), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves((*path, number), inner)
    elif value not in (None, "") and not isinstance(value, bool):  # 1 is the first draft, and equals True
        yield path, value


def _zone_of(path: NodePath) -> str:
    named = (ZONES_BY_KEY[key] for key in reversed(path) if isinstance(key, str) and key in ZONES_BY_KEY)
    return "cell" if ROWS in path or HEADER in path else next(named, "other")


def _words_of(source: Source, path: NodePath, value: object) -> str:
    text = source.texts.get(path)
    if path == ("loai",):
        return next((name for name in KIND_CODES if make_id(name) == value), str(value))
    return plain_text(text) if text else _write(value)


Node = tuple[str, NodePath, str]


def _join_rows(nodes: Iterable[Node], source: Source) -> Iterator[ComparedLine]:
    """Yield lines, the cells of one row as one."""
    for (zone, row), found in groupby(nodes, key=lambda node: (node[0], _row_of(node[0], node[1]))):
        yield ComparedLine(zone, CELL_SIGN.join(_one_line(words) for _, _, words in found), source.place(row))


def _row_of(zone: str, path: NodePath) -> NodePath:
    """Return the node of the row in which a cell stands, or of the header of its table; of another text its own."""
    if zone != "cell":
        return path
    for key, more in ((ROWS, 2), (HEADER, 1)):
        if key in path:
            return path[: path.index(key) + more]
    return path[:-1]
