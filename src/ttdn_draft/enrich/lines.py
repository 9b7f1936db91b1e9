"""The lists at both ends of the text: legal bases, recipients with the marks of the standard, signature."""

import re
from math import ceil

from ..knowledge import fonts
from ..knowledge.profiles import Marks, Profile
from ..model import Draft, Report, SignatureBlock, Signer

LEADING_DASH = re.compile(r"^[-–—+•](\s+|$)")
PURPOSE = re.compile(r"\((?:để )?[\w/ ]{1,12}\)")  # (để b/c): never torn
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
PAGE_SHARE = 0.5  # Word cannot tear the row that holds the signature: a list of half a page leaves room for text above
ELLIPSIS = ("...", "…")
MARKS = (";", ",", ".")


def strip_marks(line: str) -> str:
    """Return a typed line without its leading dash and its trailing mark; an ellipsis stays."""
    bare = LEADING_DASH.sub("", line.strip())
    return bare if bare.endswith(ELLIPSIS) else strip_end(bare)


def strip_end(text: str) -> str:
    """Return a text without the blanks and the one mark at its end."""
    bare = text.rstrip()
    if bare.endswith("./."):
        return bare.removesuffix("./.").rstrip()
    return bare[:-1].rstrip() if bare.endswith(MARKS) else bare


def punctuate(lines: list[str], marks: Marks, bullet: str) -> tuple[str, ...]:
    """Return the lines with bullet and with the marks that the standard sets between and at the end."""
    last = len(lines) - 1
    return tuple(
        f"{bullet} {strip_marks(line)}{marks.last if i == last else marks.between}" for i, line in enumerate(lines)
    )


def build_legal_bases(draft: Draft, profile: Profile, report: Report) -> tuple[str, ...]:
    """Return the legal bases, one per line."""
    _report_empty(draft.legal_bases, "can_cu", report)
    return punctuate(list(draft.legal_bases), profile.marks["can_cu"], profile.words["gach_dau_dong"].value)


def _report_empty(lines: tuple[str, ...], key: str, report: Report) -> None:
    for index, line in enumerate(lines):
        if not strip_marks(line):
            report("E332", (key, index))


def build_recipients(draft: Draft, profile: Profile, report: Report) -> tuple[str, ...]:
    """Return the recipients; the archive comes last, and its absence is reported."""
    lines = list(draft.recipients)
    prefix = profile.words["luu"].value.format(noi_luu="").strip()
    _report_empty(draft.recipients, "noi_nhan", report)
    if draft.archive:
        archive = re.sub(rf"^{re.escape(prefix)}(\s*:\s*|\s+|$)", "", strip_marks(draft.archive))
        if not archive:
            report("E332", ("luu",))
        lines.append(profile.words["luu"].value.format(noi_luu=archive))
    if not lines:
        report("W330", ("noi_nhan",))
    elif not strip_marks(lines[-1]).startswith(prefix):
        report("W331", ("noi_nhan",))
    written = punctuate(lines, profile.marks["noi_nhan"], profile.words["gach_dau_dong"].value)
    return tuple(PURPOSE.sub(lambda m: m[0].replace(" ", NO_BREAK_SPACE), line) for line in written)


def split_recipients(lines: tuple[str, ...], profile: Profile) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the recipients that stand beside the signature, and those of a list too high for that."""
    look, page = profile.looks["noi_nhan"], profile.page
    room = profile.recipients["rong_noi_nhan"] - look.left
    pitch = (look.exact or look.size) * fonts.MM_PER_PT
    free = (page.height - page.top - page.bottom) * PAGE_SHARE
    for number, line in enumerate(lines):
        free -= pitch * ceil(fonts.width_mm(line, fonts.face(look.bold, look.italic), look.size) / room)
        if free < 0:
            return lines[:number], lines[number:]
    return lines, ()


def build_signature(draft: Draft, profile: Profile, report: Report) -> SignatureBlock:
    """Return the lines of the signature: an office that stands alone takes the bold first line."""
    signer = draft.signers[0] if draft.signers else Signer()
    authority, office = ((x or "").strip().upper() for x in (signer.authority, signer.office))
    modes = tuple(profile.signing_modes["dau"])
    if authority and authority.split(" ", 1)[0] not in modes:
        report("E340", ("ky", "quyen_han"), value=signer.authority, modes=", ".join(modes))
    elif authority in modes:
        report("E341", ("ky", "quyen_han"), value=authority)
    if office.split(" ", 1)[0] in {spelling for m in modes for spelling in (m, m.replace("/", "") + ".")}:
        report("E342", ("ky", "chuc_vu"), value=signer.office)
    if not (authority or office):
        report("W343", ("ky",))
    if not signer.full_name:
        report("W344", ("ky",))
    first, second = (authority, office) if authority else (office, "")
    return SignatureBlock(first, second, (signer.full_name or "").strip())
