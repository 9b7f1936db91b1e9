"""Every line of a Word file has one zone, in the order in which it is read."""

from pathlib import Path

import pytest

from ttdn_draft.read.word.lines import list_lines, read_story
from ttdn_draft.read.word.zones import Zone, find_zones
from ttdn_draft.word.opening import open_word_file


def test_every_line_of_real_files_is_zoned_once_and_in_order(shared: Path) -> None:
    files = sorted((shared / "corpus" / "word").glob("*.docx"))
    assert files
    for file in files:
        story = read_story(open_word_file(file))
        written = [line.words for stretch in story.stretches for line in list_lines(stretch.content)]
        zoned = [found.line.words for found in find_zones(story) if found.zone is not Zone.NOTE]
        assert "".join("".join(zoned).split()) == "".join("".join(written).split())


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (Zone.PARENT, ["UBND TỈNH LÀO CAI"]),
        (Zone.ISSUER, ["SỞ CÔNG THƯƠNG"]),
        (Zone.KIND, ["BÁO CÁO"]),
        (Zone.SUBJECT, ["Khó khăn, vướng mắc trong thành lập cụm công nghiệp", "và đề xuất, kiến nghị"]),
        (Zone.ADDRESSEE, ["Kính gửi: Bộ Công Thương"]),
        (Zone.ARCHIVE, ["- Lưu: VT, CN(Khoa)."]),
        (Zone.AUTHORITY, ["KT. GIÁM ĐỐC"]),
        (Zone.OFFICE, ["PHÓ GIÁM ĐỐC"]),
        (Zone.SIGNER, ["Lê Văn Chung"]),
    ],
)
def test_parts_of_a_report_are_told(shared: Path, zone: Zone, words: list[str]) -> None:
    story = read_story(open_word_file(shared / "corpus" / "word" / "06-bc-cum-cong-nghiep-2026.docx"))
    assert [found.line.words.strip() for found in find_zones(story) if found.zone is zone] == words
