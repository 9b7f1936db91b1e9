"""What the program changes in a Word file can be accepted or refused, and nothing else changes."""

import random
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.word_changes import AUTHOR, letters_of, settle, words_of
from tests.word_files import W
from ttdn_draft.word.ooxml import NAMESPACES
from ttdn_draft.word.raw_file import RawFile
from ttdn_draft.word.spans import ParagraphSpan, read_spans
from ttdn_draft.word.splicing import splice
from ttdn_draft.word.tracked import Author, LookChange, ParagraphTracker, WordEdit, delete_paragraph

LETTERS = st.text(st.sampled_from("aă é\t\n&<>«»"), max_size=12)


def build(content: str) -> str:
    return f"<w:document {NAMESPACES}><w:body><w:p>{content}</w:p></w:body></w:document>"


def run(content: str, properties: str = "") -> str:
    return f"<w:r>{properties}{content}</w:r>"


RUNS = st.lists(
    st.sampled_from(
        [
            run("<w:t>Hội nghị</w:t>", "<w:rPr><w:b/></w:rPr>"),
            run('<w:t xml:space="preserve"> công &amp; tác </w:t><w:tab/><w:t>đối ngoại</w:t>'),
            run('<w:footnoteReference w:id="2"/>'),
            run('<w:t>năm</w:t><w:br/><w:t>2026</w:t><w:footnoteReference w:id="3"/><w:t>.</w:t>'),
            '<w:ins w:id="7" w:author="Lan">' + run("<w:t>thêm</w:t>") + "</w:ins>",
            '<w:del w:id="8" w:author="Lan">' + run("<w:delText>bớt</w:delText>") + "</w:del>",
            '<w:hyperlink r:id="rId9">' + run("<w:t>trang tin</w:t>") + "</w:hyperlink>",
            run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText> DATE </w:instrText>")
            + run('<w:fldChar w:fldCharType="separate"/>') + run("<w:t>5/6</w:t>")
            + run('<w:fldChar w:fldCharType="end"/>'),
            run("<w:noBreakHyphen/><w:t><![CDATA[<x>]]>&#233;</w:t>"),
        ]
    ),
    max_size=6,
)  # fmt: skip


def track(xml: str, paragraph: ParagraphSpan, edits: Sequence[WordEdit], looks: Sequence[LookChange] = ()) -> str:
    tracker = ParagraphTracker(xml, paragraph, Author.of(xml))
    for edit in edits:
        tracker.replace(edit)
    for look in looks:
        tracker.look(look)
    return splice(xml, list(tracker.edits()))


def choose_edits(draw: st.DrawFn, length: int) -> list[WordEdit]:
    bounds = draw(st.lists(st.integers(0, length), max_size=6).map(sorted))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return [WordEdit(start, end, draw(LETTERS)) for start, end in pairs]


def apply(text: str, edits: Sequence[WordEdit]) -> str:
    out, at = "", 0
    for edit in edits:
        out += text[at : edit.start] + edit.new
        at = edit.end
    return out + text[at:]


@given(data=st.data(), runs=RUNS)
def test_accepted_it_is_new_and_refused_it_is_old(data: st.DataObject, runs: list[str]) -> None:
    xml = build("".join(runs))
    [paragraph] = read_spans(xml)
    edits = data.draw(st.composite(choose_edits)(len(paragraph.text)))
    tracked = etree.fromstring(track(xml, paragraph, edits))
    assert "".join(words_of(settle(tracked, is_accepted=True))) == apply(paragraph.text, edits)
    assert "".join(words_of(settle(tracked, is_accepted=False))) == paragraph.text
    for name in ("footnoteReference", "fldChar", "instrText", "hyperlink"):
        assert len(list(tracked.iter(W + name))) == xml.count(f"<w:{name}")
    ours = [str(one.get(f"{W}id")) for one in tracked.iter(f"{W}ins", f"{W}del") if one.get(f"{W}author") == AUTHOR]
    assert len(set(ours)) == len(ours)
    assert not any(f'w:id="{number}"' in xml for number in ours)
    for come in tracked.iter(f"{W}ins"):  # nobody's insertion stands in another
        assert next(come.iterancestors(f"{W}ins"), None) is None


@given(data=st.data(), runs=RUNS)
def test_a_look_changes_for_its_letters_alone_and_keeps_the_old_one(data: st.DataObject, runs: list[str]) -> None:
    xml = build("".join(runs))
    [paragraph] = read_spans(xml)
    start, end = sorted(data.draw(st.lists(st.integers(0, len(paragraph.text)), min_size=2, max_size=2)))
    look = LookChange(start, end, lambda _: "<w:rPr><w:i/></w:rPr>")
    edits = data.draw(st.composite(choose_edits)(len(paragraph.text)))
    tracked = etree.fromstring(track(xml, paragraph, edits, [look]))
    changed = [r for r in tracked.iter(f"{W}r") if r.find(f"{W}rPr/{W}rPrChange") is not None]
    assert sum(len(letters_of(wrap(r))) for r in changed) == end - start
    assert "".join(words_of(settle(tracked, is_accepted=False))) == paragraph.text


def wrap(run: etree._Element) -> etree._Element:
    """Return a paragraph with a run in it, its deleted letters as letters."""
    paragraph = etree.fromstring(f"<w:p {NAMESPACES}/>")
    copy = etree.fromstring(etree.tostring(run).replace(b"delText", b"t"))
    paragraph.append(copy)
    return paragraph


def test_in_the_file_of_an_office_only_the_changed_words_change(office_file: Path) -> None:
    file = RawFile.of(office_file.read_bytes())
    xml = file.text(file.main)
    chosen = random.Random(office_file.stem)  # noqa: S311
    author, edits, expected = Author.of(xml), [], []
    for paragraph in read_spans(xml):
        at = sorted(chosen.sample(range(len(paragraph.text) + 1), min(2, len(paragraph.text) + 1)))
        words = [WordEdit(at[0], at[-1], chosen.choice(["", "mới", "hai\tba"]))] if chosen.random() < 0.5 else []
        tracker = ParagraphTracker(xml, paragraph, author)
        for one in words:
            tracker.replace(one)
        edits += tracker.edits()
        expected.append(apply(paragraph.text, words))
    old, new = etree.fromstring(xml.encode()), etree.fromstring(splice(xml, edits).encode())
    assert sorted(words_of(settle(new, is_accepted=True))) == sorted(filter(None, expected))
    assert words_of(settle(new, is_accepted=False)) == words_of(old)


@given(runs=RUNS)
def test_a_paragraph_that_goes_is_struck_out_with_its_end_and_can_come_back(runs: list[str]) -> None:
    xml = build("".join(runs))
    [paragraph] = read_spans(xml)
    tracked = etree.fromstring(splice(xml, list(delete_paragraph(xml, paragraph, Author.of(xml)))))
    assert words_of(settle(tracked, is_accepted=True)) == []
    assert "".join(words_of(settle(tracked, is_accepted=False))) == paragraph.text
    assert tracked.find(f".//{W}pPr/{W}rPr/{W}del") is not None
