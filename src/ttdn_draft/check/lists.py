"""Looks at the lists of a draft: a Draft and its profile go in, lines without words and lost marks come out."""

from ..knowledge.standards.foot import is_archive_line, write_drafter_mark
from ..knowledge.standards.profile import Profile
from ..model import Draft, Report
from ..model.listing import divide_recipients, strip_marks
from ..patterns import regex

PURPOSE_ALONE = regex(r"\([^()]*\)")
SOMEBODY = "Thường trực Tỉnh uỷ"


def check_lists(draft: Draft, profile: Profile, report: Report) -> None:
    """Report the lines of lists that hold marks and no words, and a drafter without a name or a line."""
    _check_words("can_cu", draft.legal_bases, report)
    _check_words("noi_nhan", draft.recipients or (), report)
    _check_words("lien_he", draft.contact, report)
    if profile.find_kind(draft.kind).is_addressed:
        _check_words("kinh_gui", draft.addressees, report)
    _check_recipients(draft, profile, report)
    _check_drafter(draft, profile, report)


def _check_words(key: str, lines: tuple[str, ...], report: Report) -> None:
    for index, line in enumerate(lines):
        if not strip_marks(line):
            report("E332", (key, index))


def _check_recipients(draft: Draft, profile: Profile, report: Report) -> None:
    """Report a purpose without a recipient, and several recipients on one line."""
    lines = draft.recipients or ()
    for index, line in enumerate(lines):
        if PURPOSE_ALONE.fullmatch(line):
            above = lines[index - 1] if index else SOMEBODY
            report("W228", ("noi_nhan", index), purpose=line, right=f"- {above} {line}")
        elif not is_archive_line(line, profile) and len(parts := divide_recipients(line)) > 1:
            report("W229", ("noi_nhan", index), right=tuple(f"- {part}" for part in parts))


def _check_drafter(draft: Draft, profile: Profile, report: Report) -> None:
    """Report a drafter without a name, and one whose mark has no line on which it could stand."""
    has_line = draft.archive or any(is_archive_line(line, profile) for line in draft.recipients or ())
    if draft.drafter and profile.drafter.is_in_archive_line and not has_line:
        report("E333", ("nguoi_soan",), mark=write_drafter_mark(draft.drafter, profile))
    if draft.drafter and not any(letter.isalnum() for letter in draft.drafter.name):
        report("E332", ("nguoi_soan", "ky_hieu"))
