"""No word of a Word file is lost: each stands in the input file that is made of it, or is listed."""

import re
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.read.word.making import cell, document, foot, head, para, run, table, title, write_word
from ttdn_draft.packs import PackShelf
from ttdn_draft.word.opening import open_word_file
from ttdn_draft.word_inputs import import_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = re.compile(r"\w+")
OWN = "zq{}zq"  # a word that stands nowhere else
FOUND = re.compile(r"zq\d+zq")
STARTS = [
    *(
        "",
        "- ",
        "+ ",
        "1. ",
        "2. ",
        "I. ",
        "a) ",
        "1.1. ",
        "(1) ",
        "A. ",
        "* ",
        "# ",
        "| ",
        "Phụ lục ",
        "> ",
        "[",
        "**",
    ),
    *("Nơi nhận: ", "Căn cứ ", "Kính gửi: ", "KT. ", "Số: ", "1986. ", "Lưu: ", "\t", "      "),
]
INSIDES = [
    " ",
    "\n",
    "\t",
    "; ",
    ". ",
    ", ",
    " [",
    "] ",
    "*",
    "_",
    "|",
    "\\",
    "`",
    "<",
    ">",
    "  ",
    "\u00a0",
    ": ",
    " - ",
]
STYLES = st.tuples(st.booleans(), st.booleans(), st.booleans())
PARAGRAPHS = st.tuples(st.sampled_from(STARTS), st.lists(st.sampled_from(INSIDES), max_size=4), STYLES)


def written(paragraphs: list[tuple[str, list[str], tuple[bool, bool, bool]]]) -> tuple[list[str], int]:
    """Return paragraphs in which every word is of its own, and how many words there are."""
    made, count = [], 0
    for start, insides, (bold, centred, italic) in paragraphs:
        words = start
        for inside in ["", *insides]:
            words += f"{inside}{OWN.format(count)}"
            count += 1
        made.append(para(words, bold=bold, centred=centred, italic=italic))
    return made, count


def place_of_words(body: str) -> tuple[list[str], list[str]]:
    """Return the words of ours in the input file that is made of a Word file, and those that are listed."""
    with TemporaryDirectory() as folder:
        text, findings = import_file(write_word(Path(folder) / "van-ban.docx", body), PackShelf())
    assert text is not None
    told = {"W829": "words", "N821": "words", "E885": "stray"}  # the last: signs in a name, which stop the document
    listed = " ".join(str(found.facts.get(told[found.id], "")) for found in findings if found.id in told)
    return FOUND.findall(text.casefold()), FOUND.findall(listed.casefold())


@settings(max_examples=60)
@example([("", ["<", ">"], (False, False, False))], "head")
@given(st.lists(PARAGRAPHS, min_size=1, max_size=8), st.sampled_from(["text", "table", "head", "foot", "annex"]))
def test_each_word_is_placed_once_or_listed(
    paragraphs: list[tuple[str, list[str], tuple[bool, bool, bool]]], where: str
) -> None:
    made, count = written(paragraphs)
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    bodies = {
        "text": document(*made),
        "table": document(para("Một."), table([cell(*made), cell()], [cell(para("y")), cell()], borders=True)),
        "head": head() + "".join(made) + title() + para("Một.") + foot(),
        "foot": head() + title() + para("Một.") + foot() + "".join(made),
        "annex": document(para("Một.")) + page + para("Phụ lục", bold=True, centred=True) + "".join(made),
    }
    placed, listed = place_of_words(bodies[where])
    assert sorted([*placed, *listed]) == sorted(OWN.format(number) for number in range(count))


@pytest.mark.parametrize(
    ("pieces", "wanted"),
    [
        (["đậm", "thường"], "đậmthường"),  # Markdown begins no style inside a word: it has that of most letters
        (["đậm đậm", "a"], "**đậm đậma**"),
        (["(đậm)", "thường"], "(đậm)thường"),
        (["đậm ", " thường"], "**đậm** thường"),
        (["“đậm”", "."], "**“đậm”**."),
        (["a, đ", "ậm b"], "**a,** đậm b"),
    ],
)
def test_styles_are_kept_where_markdown_can_write_them(pieces: list[str], wanted: str) -> None:
    mixed = "<w:p>" + "".join(run(words, bold=not number) for number, words in enumerate(pieces)) + "</w:p>"
    with TemporaryDirectory() as folder:
        text, findings = import_file(write_word(Path(folder) / "van-ban.docx", document(mixed)), PackShelf())
    assert text is not None and findings == ()
    assert text.split("\n---\n", 1)[1].strip() == wanted


def test_each_word_of_real_files_is_placed_or_listed_or_written_by_the_program(shared: Path) -> None:
    for file in sorted((shared / "corpus" / "word").glob("*.docx")):
        root = etree.fromstring(open_word_file(file).parts["word/document.xml"])
        fallbacks = root.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
        for fallback in list(fallbacks):
            fallback.getparent().remove(fallback)
        inner = [p for p in root.iter(f"{W}p") if p.find(f".//{W}p") is None]
        paragraphs = [normalize("NFC", "".join(t.text or "" for t in p.iter(f"{W}t"))) for p in inner]
        text, findings = import_file(file, PackShelf())
        listed = " ".join(str(found.facts.get("words", "")) for found in findings)
        kept = Counter(word.lstrip("0").casefold() for word in WORD.findall(f"{text} {listed}"))
        wanted = Counter(word.lstrip("0").casefold() for words in paragraphs for word in WORD.findall(words))
        lost = wanted - kept
        assert sum(lost.values()) < 0.05 * sum(wanted.values()), (file.name, lost)
