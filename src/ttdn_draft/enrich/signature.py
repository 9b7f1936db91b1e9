"""The signature blocks: who signs goes in, the lines in the form of the standard come out."""

from dataclasses import replace

from ..knowledge.standards.profile import Profile
from ..model import Draft, Report, SignatureBlock, Signer
from .lines import NO_BREAK_SPACE

MOST = 2  # signers side by side


def build_signatures(draft: Draft, profile: Profile, report: Report) -> tuple[SignatureBlock, SignatureBlock]:
    """Return the block of the head or leading body, and that of the other body of a joint document."""
    if len(draft.signers) > MOST:
        report("E348", ("ky",), count=len(draft.signers), limit=MOST)
    blocks = [_build(signer, profile, report) for signer in draft.signers or (Signer(),)]
    if len(blocks) == 1:
        return blocks[0], SignatureBlock()
    most = max(_height(block) for block in blocks[:MOST])
    right, left = (_stretch(block, most) for block in blocks[:MOST])
    # a joint document is known by its left block, so one without any office keeps room for it
    return right, left if left.first_line else replace(left, first_line=NO_BREAK_SPACE)


def _height(block: SignatureBlock) -> int:
    """Return how many lines stand over the room for the signature."""
    return len(f"{block.first_line}\n{block.second_line}".strip().split("\n"))


def _stretch(block: SignatureBlock, height: int) -> SignatureBlock:
    """Return a block of as many lines as its neighbour, so that both names stand on one level."""
    blank = "\n" * (height - _height(block))
    if block.second_line:
        return replace(block, second_line=block.second_line + blank)
    return replace(block, first_line=block.first_line + blank)


def _build(signer: Signer, profile: Profile, report: Report) -> SignatureBlock:
    authority, office, joint, other = (
        _lines(text) for text in (signer.authority, signer.office, signer.joint_office, signer.other_office)
    )
    _check_authority(authority, office, signer, profile, report)
    places = {"kiem": profile.prints("ky.kiem"), "chuc_vu_khac": profile.signing.has_other_office}
    for (key, has_place), lines in zip(places.items(), (joint, other), strict=True):
        if lines and not has_place:
            report("E346", (*signer.path, key), key=key, profile=profile.id)
    if not (authority or office):
        report("W343", signer.path)
    if not signer.full_name:
        report("W344", signer.path)
    first, second = (authority, office) if authority else (office, [])
    if profile.signing.is_one_weight:
        first, second = [*authority, *office], []
    return SignatureBlock(
        "\n".join(first),
        "\n".join(second),
        profile.words["kiem"].value if joint and "kiem" in profile.words else "",
        "\n".join(joint),
        "\n".join([*other, (signer.full_name or "").strip()]),
    )


def _lines(text: str | None) -> list[str]:
    return [line.strip().upper() for line in (text or "").split("\n") if line.strip()]


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
