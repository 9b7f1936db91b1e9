"""The annexes: what was written goes in, numbered annexes that name their document come out."""

from collections.abc import Callable

from ..knowledge.standards import fonts
from ..knowledge.standards.profile import Kind, Profile
from ..model import Annex, AnnexPart, BodyBlock, Draft, Report, Table, to_capitals
from ..model.marks import GAP
from .header import build_symbol, date_figures, format_document_number
from .numbering import roman

Body = tuple[BodyBlock | Table, ...]
PARENT_LINE = "phu_luc_kem"
BodyMaker = Callable[[Annex], Body]


def build_annexes(
    draft: Draft, profile: Profile, kind: Kind, make_body: BodyMaker, report: Report
) -> tuple[AnnexPart, ...]:
    """Return the annexes in order; `make_body` builds the text of one."""
    if not draft.annexes:
        return ()
    if not draft.issuer.full_name:
        report("W381", ("co_quan",), gap=GAP)
    reference = build_reference(draft, profile, kind)
    return tuple(
        AnnexPart(
            _label(number, len(draft.annexes), profile),
            to_capitals(annex.title) if profile.annexes.is_title_capital else annex.title,
            _break_reference(reference, draft.issuer.full_name or GAP, profile, annex.is_landscape),
            make_body(annex),
            annex.is_landscape,
        )
        for number, annex in enumerate(draft.annexes, 1)
    )


def _label(number: int, count: int, profile: Profile) -> str:
    """Return `Phụ lục 2`, or `Phụ lục` where there is only one."""
    figure = roman(number) if profile.annexes.counting == "la-ma" else str(number)
    return profile.words["phu_luc"].value.format(so=figure if count > 1 else "").strip()


def build_reference(draft: Draft, profile: Profile, kind: Kind) -> str:
    """Return the line that names the document to which an annex belongs; blanks where number or date are open."""
    dates = date_figures(draft, profile)
    return profile.words["kem_theo"].value.format(
        loai=kind.name.capitalize(),
        so=format_document_number(draft, profile),
        ky_hieu=build_symbol(draft, profile, kind),
        ngay_ngan=profile.words["ngay_ngan"].value.format(**dates),
        co_quan=draft.issuer.full_name or GAP,
        **dates,
    )


def _break_reference(reference: str, name: str, profile: Profile, is_landscape: bool) -> str:
    """Return the line; where it is longer than the page is wide, its end with the name of the body is a line too."""
    look = next(profile.looks[line.look] for line in profile.layout.annex if line.content == PARENT_LINE)
    room = (profile.page.turned() if is_landscape else profile.page).text_width
    before_name = reference.rfind(" ", 0, reference.rfind(name) - 1)  # the word that leads to it goes along
    lines = (reference[:before_name], reference[before_name + 1 :])
    is_short = fonts.width_mm(reference, look.face, look.size) <= room
    fits = all(fonts.width_mm(line, look.face, look.size) <= room for line in lines)
    return reference if is_short or not fits else "\n".join(lines)
