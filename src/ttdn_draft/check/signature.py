"""Holds the signers against the standard: a Draft and its profile go in, what is missing or doubtful comes out."""

from ..knowledge.standards.profile import Profile
from ..model import Draft, Report, Signer
from ..model.texts import capital_lines
from .signer_names import judge_name


def check_signatures(draft: Draft, profile: Profile, report: Report) -> None:
    """Report what is missing or doubtful in each signature."""
    for signer in draft.signers or (Signer(),):
        authority, office = capital_lines(signer.authority), capital_lines(signer.office)
        _check_authority(authority, office, signer, profile, report)
        _check_places(signer, profile, report)
        if signer.id and not (authority or office or signer.full_name):
            continue  # an id of which no pack makes a signer, which is told
        if not (authority or office):
            report("W343", signer.path)
        if not signer.full_name:
            report("W344", signer.path)
        elif judged := judge_name(signer.full_name):
            report("W225", (*signer.path, "ho_ten"), problem=judged[0], right=f"ho_ten: {judged[1]}")


def _check_places(signer: Signer, profile: Profile, report: Report) -> None:
    """Report an office for which the standard has no place."""
    offices = {
        "kiem": (signer.joint_office, profile.prints("ky.kiem")),
        "chuc_vu_khac": (signer.other_office, profile.signing.has_other_office),
    }
    for key, (office, has_place) in offices.items():
        if capital_lines(office) and not has_place:
            report("E346", (*signer.path, key), key=key, profile=profile.id)


def _check_authority(authority: list[str], office: list[str], signer: Signer, profile: Profile, report: Report) -> None:
    signing = profile.signing
    marks = (*signing.marks, *signing.alone)
    path = (*signer.path, "quyen_han")
    foreign = {spelling for mark in signing.marks for spelling in _spellings(mark)} - set(marks)
    if authority and (_mark(authority[0]) not in marks or any(_mark(line) in foreign for line in authority)):
        report("E340", path, value=" / ".join(authority), modes=", ".join(marks))
    elif any(line in marks for line in authority):
        report("E341", path, value=" / ".join(authority), example=f"{signing.marks[0]} …, {signing.marks[1]} …")
    elif any(word in {*marks, *foreign} for line in authority for word in line.split()[1:]):
        report("E347", path, value=" / ".join(authority))
    elif authority and _mark(authority[-1]) in signing.below and not office:
        report("W345", signer.path, mark=_mark(authority[-1]))
    if office and _mark(office[0]) in {spelling for mark in signing.marks for spelling in _spellings(mark)}:
        report("E342", (*signer.path, "chuc_vu"), value=" / ".join(office))


def _mark(line: str) -> str:
    return line.split(" ", 1)[0]


def _spellings(mark: str) -> set[str]:
    """Return a mark as either system writes it: K/T and KT."""
    letters = mark.replace("/", "").removesuffix(".")
    return {mark, f"{letters}.", f"{letters[0]}/{letters[1:]}"}
