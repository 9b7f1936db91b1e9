"""Tells what a person should look at in a Word file that was read: the story and its zones go in, findings come out."""

from collections.abc import Iterator, Sequence

from ...errors import Finding, Place
from ...messages import N_
from .lines import Story
from .zoned import Zone, Zoned

SHOWN = 80  # letters of a line that a finding repeats
TAKEN_FOR = {
    Zone.PARENT: N_("tên cơ quan cấp trên"),
    Zone.ISSUER: N_("tên cơ quan ban hành"),
    Zone.SUBJECT: N_("trích yếu"),
    Zone.BASIS: N_("căn cứ"),
    Zone.HEADING: N_("tên mục"),
    Zone.BODY: N_("một đoạn của nội dung"),
    Zone.RECIPIENT: N_("nơi nhận"),
    Zone.AUTHORITY: N_("quyền hạn ký"),
    Zone.OFFICE: N_("chức vụ người ký"),
    Zone.SIGNER: N_("họ tên người ký"),
    Zone.ANNEX_TITLE: N_("tên phụ lục"),
}


def tell_doubts(zoned: Sequence[Zoned], file: str) -> Iterator[Finding]:
    """Yield each line that was taken for something without being sure, with what it was taken for."""
    for one in zoned:
        if not one.is_sure and one.zone in TAKEN_FOR:
            facts = {"words": one.line.words.strip()[:SHOWN], "zone": TAKEN_FOR[one.zone]}
            yield Finding("N830", Place(file, paragraph=one.line.paragraph), facts)


def tell_story(story: Story, file: str) -> Iterator[Finding]:
    """Yield what a file holds beside its words: tracked changes, comments, hidden text."""
    if story.insertions or story.deletions:
        yield Finding("N831", Place(file), {"insertions": story.insertions, "deletions": story.deletions})
    if story.comments:
        yield Finding("N832", Place(file), {"count": story.comments})
    for font, (converted, left) in story.old_fonts.items():
        yield Finding("W839", Place(file), {"font": font, "converted": converted, "left": left})
    if story.hidden:
        yield Finding("W833", Place(file), {"words": " … ".join(story.hidden)[:SHOWN]})
