"""Makes the facts of a document: zoned lines of head, title and foot go in, the keys of a .yaml come out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...errors import Finding, Place
from ...knowledge.standards.dates import pad
from ...knowledge.standards.spelling import PARTY
from ...patterns import regex
from ...yaml_nodes import NodePath
from .annexes import is_open
from .inline import BLANK_RUN
from .lines import Line
from .signature import read_signers
from .wording import ADDRESSEE, ARCHIVE_LINE, DASH_SIGNS, KIND_NAMES, PARTY_MOTTO, find_kind
from .zoned import Zone, Zoned

END_MARKS = regex(r"[\s;.,:]*(?:/\.)?\s*$")
SYMBOL = regex(
    r"S[ốỐ]\s*[:.]?\s*(?P<number>\d{1,5})?(?:/\d{4}(?=/))?[\s.…_]*(?P<symbol>(?:[-/]\s*)?[A-ZĐ][\w\s/&Đ-]*)?",
    re.I,
)
WHOLE_DATE = regex(r"ng[àa]y\s*(\d{1,2})\s*(?:th[áa]ng|/)\s*(\d{1,2})\s*(?:n[ăa]m|/)\s*(\d{4})", re.I)
OPEN_DATE = regex(r"(?:th[áa]ng\s*(\d{1,2})\s*)?n[ăa]m\s*(\d{4})", re.I)
PART_OF_DATE = regex(r",?\s*(?:ng[àa]y\b.*|th[áa]ng\b.*)$", re.I | re.S)
ABBREVIATIONS = {"huong-dan": "HD", "ke-hoach": "KH", "bao-cao": "BC"}
URGENCIES = {"KHẨN": "khan", "THƯỢNGKHẨN": "thuong-khan", "HỎATỐC": "hoa-toc", "HOẢTỐC": "hoa-toc"}
OF_BODY = regex(r"\bcủa\s+([^()]*[^()\s.])[\s.)]*$")
COPIES = regex(r"\s+([^\W\d_]{1,10})\.\((\d{1,3})\)$")
DRAFT_NUMBER = regex(r"D[ựỰ]\s*TH[ảẢ]O(?:\s*L[ầẦ]N\s*(?:TH[ứỨ]\s*)?(\d{1,2}))?", re.I)
STATE_STANDARD = "nha-nuoc"
PARTY_SYMBOL = regex(
    r"-\s*[A-ZĐ]{2,4}\s*/\s*[A-ZĐ]*[UĐ]\w*$|^\s*[-/]?\s*(?:HD|KH|BC|CV|TB|QĐ|NQ|CTr|KL|TTr)/[A-ZĐ]*(?:TU|HU|ĐU|TW|TƯ)"
)


@dataclass
class Facts:
    """The keys of a document, the paragraph of each, the lines that found no place, and what is told."""

    file: str
    data: dict[str, Any] = field(default_factory=dict)
    positions: dict[NodePath, tuple[int, int]] = field(default_factory=dict)
    unplaced: list[Line] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def put(self, key: str, value: Any, line: Line) -> None:
        """Keep a value and the paragraph where it stands; a value that is not there is not kept."""
        if value not in (None, "", []):
            self.data[key] = value
            self.positions[key,] = (line.paragraph, 1)

    def put_list(self, key: str, entries: Sequence[tuple[str, Line]]) -> None:
        """Keep a list and the paragraph of each entry."""
        if entries:
            self.put(key, [words for words, _ in entries], entries[0][1])
            self.positions |= {(key, number): (line.paragraph, 1) for number, (_, line) in enumerate(entries)}

    def tell(self, id: str, line: Line, **facts: object) -> None:
        """Tell something of a line."""
        self.findings.append(Finding(id, Place(self.file, paragraph=line.paragraph), facts))


def tidy(words: str) -> str:
    """Return words on one line with one blank between them."""
    return BLANK_RUN.sub(" ", words.replace("\n", " ")).strip()


def bare(words: str) -> str:
    """Return an entry of a list without the dash before it and the mark behind it."""
    return END_MARKS.sub("", tidy(words).lstrip(DASH_SIGNS + "+ \t")).strip()


def read_facts(zoned: Sequence[Zoned], file: str) -> Facts:
    """Return the facts of a document, in the order in which a person writes them."""
    facts = Facts(file)
    lines = {zone: [one.line for one in zoned if one.zone is zone] for zone in Zone}
    _put_kind(facts, lines)
    _put_issuer(facts, lines)
    _put_number(facts, lines[Zone.NUMBER])
    _put_marks(facts, lines[Zone.MARK])
    _put_date(facts, lines[Zone.PLACE_DATE])
    _put_subject(facts, zoned, lines[Zone.KIND])
    facts.put_list("kinh_gui", list(_addressees(lines[Zone.ADDRESSEE])))
    facts.put_list("can_cu", [(bare(line.words), line) for line in lines[Zone.BASIS]])
    facts.put_list("noi_nhan", list(_recipients(lines[Zone.RECIPIENT])))
    _put_archive(facts, lines[Zone.ARCHIVE])
    signers, positions, left = read_signers(zoned, facts.data.get("the_thuc") == PARTY)
    facts.data |= {"ky": signers} if signers else {}
    facts.positions |= positions
    facts.unplaced += left
    _put_drafter(facts, lines[Zone.DRAFTER], lines[Zone.ARCHIVE])
    facts.put_list("lien_he", [(tidy(line.words), line) for line in lines[Zone.CONTACT]])
    _put_full_name(facts, lines[Zone.ANNEX_REFERENCE])
    return facts


def _put_kind(facts: Facts, lines: dict[Zone, list[Line]]) -> None:
    for line in lines[Zone.KIND][:1]:
        kind = find_kind(line.words)
        facts.put("loai", KIND_NAMES[kind], line)
    mottos = lines[Zone.MOTTO]
    numbers = [line for line in lines[Zone.NUMBER] if PARTY_SYMBOL.search(line.words)]
    if any(PARTY_MOTTO.search(line.words) for line in mottos) or (not mottos and numbers):
        facts.put("the_thuc", PARTY, (mottos or numbers)[0])
    elif mottos:
        facts.put("the_thuc", STATE_STANDARD, mottos[0])


def _put_issuer(facts: Facts, lines: dict[Zone, list[Line]]) -> None:
    issuer: dict[str, Any] = {}
    for key, zone in (("cap_tren", Zone.PARENT), ("ten", Zone.ISSUER)):
        if found := lines[zone]:
            issuer[key] = "\n".join(tidy(line.words) for line in found)
            facts.positions["co_quan", key] = (found[0].paragraph, 1)
    if issuer:
        facts.put("co_quan", issuer, (lines[Zone.PARENT] or lines[Zone.ISSUER])[0])


def _put_full_name(facts: Facts, lines: Sequence[Line]) -> None:
    """Keep the name of the body as an annex writes it: (Kèm theo Kế hoạch số … của Sở Công Thương)."""
    issuer = facts.data.get("co_quan", {})
    for line in lines[:1]:
        found = OF_BODY.search(_first_reference(lines))
        if found and issuer.get("ten") and _spell_out(issuer["ten"]) in _spell_out(found[1]):
            issuer["ten_day_du"] = found[1]
            facts.positions["co_quan", "ten_day_du"] = (line.paragraph, 1)


def _spell_out(name: str) -> str:
    """Return the name of a body to compare with another writing of it: UBND tỉnh is Ủy ban nhân dân tỉnh."""
    words = tidy(name).casefold().replace("uỷ", "ủy")
    return re.sub(r"\bubnd\b", "ủy ban nhân dân", words)


def _first_reference(lines: Sequence[Line]) -> str:
    """Return what the first annex says of the document; an open bracket goes on in the next line."""
    words = ""
    for line in lines:
        words = tidy(f"{words} {line.words}")
        if not is_open(words):
            break
    return words


def _put_number(facts: Facts, lines: Sequence[Line]) -> None:
    for line in lines[:1]:
        found = SYMBOL.search(line.words)
        if found is None:
            continue
        if found["number"]:
            facts.put("so", int(found["number"]), line)
        symbol = re.sub(r"\s+", "", found["symbol"] or "").strip("-/ ")
        if symbol:
            _put_symbol(facts, symbol, line)
    facts.unplaced += lines[1:]


def _put_symbol(facts: Facts, symbol: str, line: Line) -> None:
    """Keep the symbol of the body; that of the document only where it is not put together from kind and body."""
    parted = re.fullmatch(r"(?P<kind>[^-/]+)(?P<mark>[-/])(?P<body>.+)", symbol)
    body = parted["body"] if parted else symbol
    facts.data.setdefault("co_quan", {})["ky_hieu"] = body
    facts.positions["co_quan", "ky_hieu"] = (line.paragraph, 1)
    usual = ABBREVIATIONS.get(facts.data.get("loai", ""), "")
    mark = "/" if facts.data.get("the_thuc") == PARTY else "-"
    if symbol != f"{usual}{mark}{body}":
        facts.put("ky_hieu", symbol, line)


def _put_date(facts: Facts, lines: Sequence[Line]) -> None:
    for line in lines[:1]:
        place = PART_OF_DATE.sub("", tidy(line.words)).strip(" ,")
        facts.put("dia_danh", place, line)
        if found := WHOLE_DATE.search(line.words):
            day, month, year = (int(figures) for figures in found.groups())
            facts.put("ngay", f"{pad(day, 10)}/{pad(month, 3)}/{year}", line)
        elif "du_thao" in facts.data and (found := OPEN_DATE.search(line.words)):
            facts.put("ngay", "/".join(filter(None, found.groups())), line)
    facts.unplaced += lines[1:]


def _put_subject(facts: Facts, zoned: Sequence[Zoned], kinds: Sequence[Line]) -> None:
    """Keep the subject, with what stands behind the kind on its line before it."""
    tails = [(tidy(kind.words)[len(find_kind(kind.words)) :].strip(" :-–"), kind) for kind in kinds[:1]]
    subject = [(words, line) for words, line in tails if words]
    for one in zoned:
        if one.zone is Zone.SUBJECT and one.level == "cua":
            facts.put("cua", tidy(one.line.words), one.line)
        elif one.zone is Zone.SUBJECT:
            subject.append((tidy(one.line.words), one.line))
    if subject:
        facts.put("trich_yeu", "\n".join(words for words, _ in subject), subject[0][1])


def _addressees(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    for line in lines:
        words = ADDRESSEE.sub("", tidy(line.words), count=1).lstrip(" :")
        yield from ((entry, line) for part in words.split(";") if (entry := bare(part)))


def _recipients(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """Yield the recipients; a line without a dash goes on with one that no mark ends."""
    open_words, first = "", None
    for line in lines:
        words = tidy(line.words)
        ends = ";." if open_words[:1] in DASH_SIGNS else ";.,"  # where each has a dash a comma parts none
        goes_on = first is not None and words[:1] not in DASH_SIGNS and not line.label and open_words[-1:] not in ends
        if not goes_on and first is not None:
            yield bare(open_words), first
        open_words = f"{open_words} {words}" if goes_on else words
        first = first if goes_on else line
    if first is not None:
        yield bare(open_words), first


def _put_archive(facts: Facts, lines: Sequence[Line]) -> None:
    for line in lines[:1]:
        facts.put("luu", bare(ARCHIVE_LINE.sub("", tidy(line.words), count=1).lstrip(" :")), line)
    facts.unplaced += lines[1:]


def _put_drafter(facts: Facts, lines: Sequence[Line], archives: Sequence[Line]) -> None:
    """Keep who drafted, and how many copies: LeVanCuong-26 on a line, PL.(300) behind who files the document."""
    for line in lines[:1]:
        name, copies = tidy(line.words).rsplit("-", 1)
        facts.put("nguoi_soan", {"ky_hieu": name, "so_ban": int(copies)}, line)
    found = COPIES.search(facts.data.get("luu", ""))
    if found and archives:
        facts.data["luu"] = facts.data["luu"][: found.start()]
        facts.put("nguoi_soan", {"ky_hieu": found[1], "so_ban": int(found[2])}, archives[0])


def _put_marks(facts: Facts, lines: Sequence[Line]) -> None:
    for line in lines:
        words = tidy(line.words)
        tight = re.sub(r"\W", "", words).upper()
        if found := DRAFT_NUMBER.search(words):
            facts.put("du_thao", int(found[1] or 1), line)
        elif tight in URGENCIES:
            facts.put("do_khan", URGENCIES[tight], line)
        elif tight.startswith("LƯUHÀNH"):
            facts.put("luu_hanh", words.upper(), line)
        elif tight.startswith("KHÔNGPHỔBIẾN"):
            facts.put("khong_pho_bien", True, line)
        else:
            facts.unplaced.append(line)
