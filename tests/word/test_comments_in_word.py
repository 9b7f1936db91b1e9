"""Comments of the check stand in Word at their words; nothing else of the file changes, and those of people stay."""

import random
import re
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.word_changes import letters_of, main_of, parts_of, words_of
from tests.word_files import W
from ttdn_draft.archives import ArchiveError, write_zip
from ttdn_draft.word.comments import WordComment, write_comments
from ttdn_draft.word.found_words import find_words
from ttdn_draft.word.ooxml import NAMESPACES
from ttdn_draft.word.spans import read_spans

MAIN = "word/document.xml"
HIDES_COMMENTS = b'<w:revisionView w:markup="0"/>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="{MAIN}"/></Relationships>'
)


def build(body: str, **parts: str) -> bytes:
    """Return the smallest Word file with a text, and with parts to which that points, by the kind of each."""
    pointers = "".join(f'<Relationship Id="{k}" Type="{OFFICE}/{k}" Target="{k}.xml"/>' for k in parts)
    relations = ROOT[: ROOT.index("<Relationship Id")] + pointers + "</Relationships>"
    content = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        MAIN: f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        **({"word/_rels/document.xml.rels": relations} if parts else {}),
        **{f"word/{kind}.xml": xml for kind, xml in parts.items()},
    }
    return write_zip({name: xml.encode() for name, xml in content.items()})


def commented(docx: bytes) -> dict[str, str]:
    """Return the words of the text from the beginning to the end of each comment, by what the comment says."""
    parts = parts_of(docx)
    told = {
        str(c.get(f"{W}id")): "\n".join(letters_of(p) for p in c.iter(f"{W}p"))
        for c in etree.fromstring(parts["word/comments.xml"])
    }
    found, open_ones = dict.fromkeys(told, ""), set[str]()
    for element in etree.fromstring(parts[MAIN]).iter():
        if element.tag == f"{W}commentRangeStart":
            open_ones.add(str(element.get(f"{W}id")))
        elif element.tag == f"{W}commentRangeEnd":
            open_ones.remove(str(element.get(f"{W}id")))
        elif element.tag == f"{W}t":
            for number in open_ones:
                found[number] += element.text or ""
    assert not open_ones
    assert len(told) == len(list(etree.fromstring(parts[MAIN]).iter(f"{W}commentReference")))
    return {told[number]: words for number, words in found.items()}


def choose(docx: bytes, chosen: random.Random) -> list[WordComment]:
    comments = []
    spans = read_spans(parts_of(docx)[MAIN].decode())
    for number in range(60):
        paragraph = chosen.choice(spans)
        words = paragraph.text.split()
        at = chosen.randrange(len(words)) if words else 0
        picked = " ".join(words[at : at + chosen.randint(1, 4)])
        comments.append(WordComment(f"Câu {number} & <b>\nCăn cứ", MAIN, paragraph.number, picked))
    return comments


def test_in_the_file_of_an_office_nothing_changes_but_text_comments_and_what_names_them(office_file: Path) -> None:
    docx = office_file.read_bytes()
    comments = choose(docx, random.Random(office_file.stem))  # noqa: S311
    new = write_comments(docx, comments)
    before, after = parts_of(docx), parts_of(new)
    assert [name for name in after if name in before] == list(before)
    changed = {name for name in after if after[name] != before.get(name)}
    settings = before["word/settings.xml"]
    assert after["word/settings.xml"] == settings.replace(HIDES_COMMENTS, b"")  # else nobody would see them
    named = {MAIN, "word/comments.xml", "word/settings.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert changed <= named
    assert words_of(main_of(new)) == words_of(main_of(docx))
    told = commented(new)
    assert all(one.text in told for one in comments)
    for one in comments:
        inside = read_spans(before[MAIN].decode())[one.paragraph - 1].host is None
        assert not inside or "".join(told[one.text].split()) >= "".join(one.words.split())


def test_a_second_run_replaces_what_the_first_wrote(office_file: Path) -> None:
    docx = office_file.read_bytes()
    comments = choose(docx, random.Random(office_file.stem))  # noqa: S311
    once = write_comments(docx, comments)
    assert write_comments(once, comments) == once
    assert commented(write_comments(once, comments[:3])).keys() >= {one.text for one in comments[:3]}
    gone = write_comments(once, [])
    assert words_of(main_of(gone)) == words_of(main_of(docx))
    assert len(list(main_of(gone).iter(f"{W}commentReference"))) == len(
        list(main_of(docx).iter(f"{W}commentReference"))
    )


def test_without_a_comment_the_file_keeps_its_bytes() -> None:
    docx = build("<w:p><w:r><w:t>Nội dung</w:t></w:r></w:p>")
    assert write_comments(docx, []) == docx


@pytest.mark.parametrize(
    ("body", "words", "found"),
    [
        ("<w:p><w:r><w:t>Hội nghị </w:t></w:r><w:r><w:t>báo chí</w:t></w:r></w:p>", "nghị báo", "nghị báo"),
        ("<w:p><w:r><w:t>ban, an</w:t></w:r></w:p>", "an", "an"),
        ("<w:p><w:r><w:t>không có</w:t></w:r></w:p>", "từ khác", "không có"),
        ("<w:p/>", "", ""),
        ('<w:p><w:r><w:t xml:space="preserve">  hai  cách </w:t></w:r></w:p>', "hai cách", "hai  cách"),
        ("<w:p><w:r><w:t>Thu\u031b\u0323</w:t></w:r><w:r><w:t>c hie</w:t></w:r></w:p>", "Thực", "Thu\u031b\u0323c"),
        ('<w:p><w:ins w:id="1"><w:r><w:t>mới</w:t></w:r></w:ins>'
         '<w:del w:id="2"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
         "<w:r><w:t> rồi</w:t></w:r></w:p>", "mới rồi", "mới rồi"),
        ("<w:p><w:r><w:t>a&amp;b &lt;c&gt;</w:t></w:r></w:p>", "a&b <c", "a&b <c"),
    ],
)  # fmt: skip
def test_a_comment_stands_at_its_words(body: str, words: str, found: str) -> None:
    new = write_comments(build(body), [WordComment("Sai", MAIN, 1, words)])
    assert commented(new) == {"Sai": found}


def test_of_words_that_stand_twice_the_one_that_is_meant_is_marked() -> None:
    docx = build("<w:p><w:r><w:t>nay và mai, nay và kia</w:t></w:r></w:p>")
    new = write_comments(docx, [WordComment("Sai", MAIN, 1, "nay và", 9)])
    [paragraph] = main_of(new).iter(f"{W}p")
    before = [child for child in paragraph if child.tag == f"{W}r" and child.getnext() is not None]
    assert letters_of(before[0]) == "nay và mai, "


NOTES = (
    f"<w:footnotes {NAMESPACES}><w:footnote w:id='0'><w:p/></w:footnote>"
    "<w:footnote w:id='5'><w:p/><w:p><w:r><w:t>nguồn</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def test_what_is_said_of_a_note_stands_at_its_mark_of_a_box_at_its_paragraph_of_the_whole_at_the_first_words() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>trong hộp</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p/><w:p><w:r><w:t>đầu</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>mang hộp</w:t></w:r><w:r><w:pict>{box}</w:pict></w:r></w:p>"
        "<w:p><w:r><w:t>có chú</w:t></w:r><w:r><w:footnoteReference w:id='5'/></w:r></w:p>"
    )
    comments = [
        WordComment("chú", "word/footnotes.xml", 3, "nguồn"),
        WordComment("hộp", MAIN, 3, "hộp"),
        WordComment("cả"),
        WordComment("xa", MAIN, 99),
        WordComment("đầu trang", "word/header1.xml", 1),
    ]
    told = commented(write_comments(build(body, footnotes=NOTES), comments))
    assert told == {"chú": "có chú", "hộp": "mang hộp", "cả": "đầu", "xa": "đầu", "đầu trang": "đầu"}


W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def with_talk(extended: str) -> bytes:
    """Return a file with a comment of ours and an answer of a person, and what Word says of them beside."""
    first = write_comments(build("<w:p><w:r><w:t>Nội dung</w:t></w:r></w:p>"), [WordComment("Sai", MAIN, 1, "Nội")])
    parts = {name: data.decode() for name, data in parts_of(first).items()}
    words = '<w:p w14:paraId="0000000B"><w:r><w:t>Để vậy</w:t></w:r></w:p>'
    answer = f'<w:comment {W14} w:id="1" w:author="Lan">{words}</w:comment>'
    known = re.sub(r"<w:p>", f'<w:p {W14} w14:paraId="0000000A">', parts["word/comments.xml"], count=1)
    comments = known.replace("</w:comments>", f"{answer}</w:comments>")
    marks = '<w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    body = parts[MAIN][parts[MAIN].index("<w:body>") + 8 : parts[MAIN].index("</w:body>")]
    entries = f'<w15:commentsEx {W15}>{extended}<w15:commentEx w15:paraId="0000000C" w15:done="1"/></w15:commentsEx>'
    return build(body.replace("</w:p>", f"{marks}</w:p>"), comments=comments, commentsExtended=entries)


@pytest.mark.parametrize(
    ("extended", "stays"),
    [
        ('<w15:commentEx w15:paraId="0000000A" w15:done="0"/><w15:commentEx w15:paraId="0000000B"/>', False),
        ('<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/>', True),
        ('<w15:commentEx w15:paraId="0000000A" w15:done="1"/>', True),
    ],
)  # fmt: skip
def test_a_comment_that_a_person_answered_or_ticked_off_stays_and_is_not_said_again(extended: str, stays: bool) -> None:
    talk = with_talk(extended)
    said_again = write_comments(talk, [WordComment("Sai", MAIN, 1, "Nội"), WordComment("Thêm", MAIN, 1)])
    assert list(commented(said_again)) == (["Sai", "Để vậy", "Thêm"] if stays else ["Để vậy", "Sai", "Thêm"])
    entries = parts_of(said_again)["word/commentsExtended.xml"].decode()
    assert ('paraId="0000000A"' in entries) == (stays and 'paraId="0000000A"' in extended)
    assert "0000000C" in entries and ("0000000B" in entries) == ("0000000B" in extended)


def test_what_word_keeps_beside_a_comment_goes_with_it_and_that_of_others_stays() -> None:
    parts = {name: data.decode() for name, data in parts_of(with_talk("")).items()}
    body = parts[MAIN][parts[MAIN].index("<w:body>") + 8 : parts[MAIN].index("</w:body>")]
    cid = 'xmlns:c="http://schemas.microsoft.com/office/word/2016/wordml/cid"'
    cex = 'xmlns:e="http://schemas.microsoft.com/office/word/2018/wordml/cex"'
    ids = "".join(f'<c:commentId c:paraId="0000000{x}" c:durableId="1000000{x}"/>' for x in "AB")
    more = "".join(f'<e:commentExtensible e:durableId="1000000{x}"/>' for x in "AB")
    docx = build(
        body,
        comments=parts["word/comments.xml"],
        commentsIds=f"<c:commentsIds {cid}>{ids}</c:commentsIds>",
        commentsExtensible=f"<e:commentsExtensible {cex}>{more}</e:commentsExtensible>",
    )
    made = parts_of(write_comments(docx, [WordComment("Khác", MAIN, 1)]))
    assert list(commented(write_comments(docx, []))) == ["Để vậy"]
    for kind in ("commentsIds", "commentsExtensible"):
        xml = made[f"word/{kind}.xml"].decode()
        assert "1000000A" not in xml and "1000000B" in xml


def test_a_file_that_is_no_word_file_is_refused() -> None:
    with pytest.raises(ArchiveError):
        write_comments(b"khong phai", [])


@given(st.text(st.sampled_from("aàe\u0302\u0323 \t\u00a0"), min_size=1), st.data())
def test_words_are_found_wherever_they_stand(typed: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(typed)))
    words = typed[start : data.draw(st.integers(start, len(typed)))]
    found = find_words(typed, words)
    if found is not None:
        assert normalize("NFC", words).split() == [] or found[0] < found[1]
        assert " ".join(normalize("NFC", words).split()) in " ".join(normalize("NFC", typed[slice(*found)]).split())


@pytest.mark.parametrize("prefix", ["ns0", ""])
def test_names_of_word_may_stand_behind_any_prefix(prefix: str) -> None:
    body = '<w:p><w:r><w:t xml:space="preserve">a w:b, ns0:c </w:t><w:br w:type="page"/></w:r></w:p>'
    parts = {name: data.decode() for name, data in parts_of(build(body)).items()}
    known = parts[MAIN]
    if prefix:
        other = known.replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace(" w:", " ns0:").replace(":w=", ":ns0=")
        other = other.replace("a ns0:b", "a w:b")
    else:
        uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        other = (
            known.replace("<w:", "<")
            .replace("</w:", "</")
            .replace(" w:type", " q:type")
            .replace("xmlns:w=", "xmlns:q=")
        )
        other = other.replace("<document ", f'<document xmlns="{uri}" ')
    new = write_comments(
        write_zip({n: xml.encode() for n, xml in (parts | {MAIN: other}).items()}), [WordComment("Sai", MAIN, 1, "w:b")]
    )
    assert commented(new) == {"Sai": "w:b"}
    assert words_of(main_of(new)) == ["a w:b, ns0:c \n"]
    assert next(main_of(new).iter(f"{W}br")).get(f"{W}type") == "page"
