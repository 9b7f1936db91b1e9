"""The signature blocks: who signs goes in, the lines in the form of the standard come out."""

from dataclasses import replace

from ..knowledge.standards.profile import Profile
from ..model import NO_BREAK_SPACE, Draft, Report, SignatureBlock, Signer
from ..model.texts import capital_lines

MOST = 2  # signers side by side


def build_signatures(draft: Draft, profile: Profile, report: Report) -> tuple[SignatureBlock, SignatureBlock]:
    """Return the block of the head or leading body, and that of the other body of a joint document."""
    if len(draft.signers) > MOST:
        report("E348", ("ky",), count=len(draft.signers), limit=MOST)
    blocks = [_build(signer, profile) for signer in draft.signers or (Signer(),)]
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


def _build(signer: Signer, profile: Profile) -> SignatureBlock:
    authority, office, joint, other = (
        capital_lines(text) for text in (signer.authority, signer.office, signer.joint_office, signer.other_office)
    )
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
