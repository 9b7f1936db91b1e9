"""The signature blocks: who signs goes in, the lines in the form of the standard come out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from ..knowledge.standards import fonts
from ..knowledge.standards.columns import signature_room
from ..knowledge.standards.profile import Look, Profile
from ..model import NO_BREAK_SPACE, Draft, Report, SignatureBlock, Signer
from ..model.texts import capital_lines
from .long_names import break_lines

SIDES = 2  # signers in a row
ABOVE_NAME = {  # the parts of a block over the room to sign, and the tag under which the layout prints each
    "first_line": "ky.dong_dau",
    "second_line": "ky.dong_hai",
    "joint_word": "ky.kiem",
    "joint_office": "ky.chuc_vu_kiem",
}
NAME = "ky.ho_ten"


def build_signatures(draft: Draft, profile: Profile, report: Report) -> list[SignatureBlock]:
    """Return the blocks in the order of the signers: the head or leading body first.

    Those that stand side by side are equally high, so that their names stand on one level.
    """
    signers = draft.signers or (Signer(),)
    builder = _Builder(profile, len(signers) > 1, report)
    blocks = [builder.build(signer) for signer in signers]
    if len(blocks) == 1:
        return blocks
    rows = [blocks[at : at + SIDES] for at in range(0, len(blocks), SIDES)]
    fitting = builder.count_rows_of_a_page(rows)
    if fitting < len(rows):
        report("E348", ("ky",), count=len(blocks), limit=fitting * SIDES)
    first, left, *others = chain.from_iterable(map(builder.level, rows))
    # a joint document is known by its left block, so one without any office keeps room for it
    return [first, left if left.first_line else replace(left, first_line=NO_BREAK_SPACE), *others]


def pair_blocks(blocks: Sequence[SignatureBlock]) -> Iterator[tuple[SignatureBlock, SignatureBlock]]:
    """Yield the rows under the first two signatures, filled from the left (05-HD/VPTW, 7.2.4: the others left)."""
    for at in range(0, len(blocks), SIDES):
        left, *right = blocks[at : at + SIDES]
        yield left, right[0] if right else SignatureBlock()


class _Builder:
    """Builds blocks for columns of one width."""

    def __init__(self, profile: Profile, is_joint: bool, report: Report) -> None:
        self.profile, self.report, self.room = profile, report, signature_room(profile, is_joint)
        self.looks = {line.content: profile.looks[line.look] for line in profile.layout.foot.right}

    def build(self, signer: Signer) -> SignatureBlock:
        """Return the block of a signer, its lines broken where the column needs it."""
        profile = self.profile
        authority, office, joint, other = (
            capital_lines(text) for text in (signer.authority, signer.office, signer.joint_office, signer.other_office)
        )
        first, second = (authority, office) if authority else (office, [])
        if profile.signing.is_one_weight:
            first, second = [*authority, *office], []
        return SignatureBlock(
            self._break(first, "ky.dong_dau", signer),
            self._break(second, "ky.dong_hai", signer),
            profile.words["kiem"].value if joint and "kiem" in profile.words else "",
            self._break(joint, "ky.chuc_vu_kiem", signer),
            "\n".join([*filter(None, [self._break(other, NAME, signer)]), (signer.full_name or "").strip()]),
        )

    def _break(self, lines: list[str], tag: str, signer: Signer) -> str:
        text = "\n".join(lines)
        return break_lines(text, self.looks[tag], self.room, signer.path, self.report) if tag in self.looks else text

    def level(self, row: Sequence[SignatureBlock]) -> list[SignatureBlock]:
        """Return blocks of equal height."""
        most = max(map(self._count_lines, row))
        return [_stretch(block, most - self._count_lines(block)) for block in row]

    def _count_lines(self, block: SignatureBlock) -> int:
        """Return how many lines stand over the name, also those that a word processor makes."""
        parts = [(getattr(block, name), tag) for name, tag in ABOVE_NAME.items()]
        counts = [len(self._wrap(text, self.looks[tag])) for text, tag in parts if text and tag in self.looks]
        return max(sum(counts), 1) + len(self._wrap(block.full_name, self.looks[NAME])) - 1

    def _wrap(self, text: str, look: Look) -> list[str]:
        return fonts.wrap(text, look.face, look.size, self.profile.page.text_width / SIDES)

    def count_rows_of_a_page(self, rows: Sequence[Sequence[SignatureBlock]]) -> int:
        """Return how many of the rows one page holds: those that sign a document together sign one page."""
        first, name = self.looks["ky.dong_dau"], self.looks[NAME]
        free, line = self.profile.page.text_height, first.size * fonts.LINE
        for number, row in enumerate(rows):
            lines = max(map(self._count_lines, row)) + 1
            free -= (lines * line + first.before + name.before) * fonts.MM_PER_PT
            if free < 0:
                return number
        return len(rows)


def _stretch(block: SignatureBlock, lines: int) -> SignatureBlock:
    """Return a block with so many blank lines more over the name."""
    last = next((name for name in reversed(ABOVE_NAME) if getattr(block, name)), "first_line")
    return replace(block, **{last: getattr(block, last) + "\n" * lines})
