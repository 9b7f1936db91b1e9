"""Documents that real ones cite: the table gives each the whole title that they print, not a shortened one."""

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest

from ttdn_draft.knowledge.citations import Citation, load_citations

NEAR = 600  # characters after a symbol within which its title stands
SLIP = "thiếu chữ"  # in the source of a row: the real document prints a slip, and the row says which
VERBS = ("phê duyệt ", "ban hành ")  # that a real document may leave out before what was approved
TITLED = [c for c in load_citations() if c.symbol and c.title and SLIP not in c.source]


def plain(text: str) -> str:
    """Return a text in small letters, without quotes and stars, with what it shortens in full and one kind of uỷ."""
    text = re.sub(r"\(TTĐN\)|[\"“”*]", "", normalize("NFC", text)).replace("TTĐN", "thông tin đối ngoại")
    text = text.replace("\n", ". ")  # a line is a sentence
    return " ".join(text.casefold().replace("uỷ", "ủy").replace("-", " ").split())


def list_real(shared: Path) -> Iterator[str]:
    """Yield the text of each real document, then the symbol and title of each that has them in a head."""
    for file in sorted((shared / "corpus").glob("0*.txt")):
        yield plain(file.read_text(encoding="utf-8"))
    for file in sorted((shared / "corpus").glob("0*.md")):
        facts = dict(re.findall(r"^(so|ky_hieu|trich_yeu): (.+)$", file.read_text(encoding="utf-8"), re.M))
        yield plain(f"{facts['so']}-{facts['ky_hieu']} {facts['trich_yeu']}")


def list_printed(citation: Citation, document: str) -> Iterator[str]:
    """Yield what a document prints after each place of a symbol, but not where its date is that of another document."""
    for found in re.finditer(rf"(?<!\w){re.escape(plain(citation.symbol or ''))}(?!\w)", document):
        text = document[found.end() :][:NEAR]
        day = re.match(r",? ngày (\d+)/(\d+)/(\d+)", text)
        if not day or str(citation.date) == "{2}-{1:0>2}-{0:0>2}".format(*day.groups()):
            yield text


def is_whole(title: str, text: str) -> bool:
    """Tell whether a title stands in a text and ends where a clause of the text ends."""
    for verb in VERBS:
        title = title.removeprefix(verb)
    words = ",? ".join(re.escape(word.rstrip(",")) for word in title.split())
    return re.search(rf"{words}(?=[.,;]|$)", text) is not None


def is_named(citation: Citation, text: str) -> bool:
    """Tell whether a text goes on with a title, where others only name the symbol (`và Kế hoạch này`)."""
    begun = "|".join(("về ", "thực hiện ", *VERBS))
    return re.match(rf"(,? ngày \S+)?( của [\w ]+?)? (?:{begun})", text) is not None


@pytest.mark.parametrize("citation", TITLED, ids=lambda c: c.id)
def test_title_of_a_document_is_whole_as_the_real_ones_print_it(citation: Citation, shared: Path) -> None:
    printed = [t for d in list_real(shared) for t in list_printed(citation, d) if is_named(citation, t)]
    assert [t for t in printed if not is_whole(plain(citation.title or ""), t)] == []


def test_titles_of_real_documents_are_looked_at(shared: Path) -> None:
    text = " ".join(list_real(shared))
    assert any(plain(c.symbol or "") in text for c in TITLED)
