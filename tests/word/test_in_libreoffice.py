"""LibreOffice opens what is written into Word files, and shows the comments and the changes with their author."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import BODY
from tests.word.test_redline import NEW, OLD
from tests.word_changes import main_of, parts_of
from tests.word_files import W
from ttdn_draft.pages import find_office
from ttdn_draft.word.comments import WordComment, write_comments
from ttdn_draft.word.redline import write_redline
from ttdn_draft.word.spans import read_spans

CREATOR = re.compile(r"<dc:creator>([^<]*)</dc:creator>")


@pytest.fixture
def shown(tmp_path: Path) -> Callable[[bytes], str]:
    """Return a Word file as LibreOffice reads it."""
    office = find_office()
    if office is None:
        pytest.skip("LibreOffice is not here")

    def _shown(docx: bytes) -> str:
        (tmp_path / "a.docx").write_bytes(docx)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [str(office), "--headless", profile, "--convert-to", "fodt", "--outdir", str(tmp_path)]
        subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120)
        return (tmp_path / "a.fodt").read_text(encoding="utf-8")

    return _shown


def test_comments_are_seen(rendered: Callable[..., Path], shown: Callable[[bytes], str]) -> None:
    docx = rendered(BODY).read_bytes()
    numbers = [span.number for span in read_spans(parts_of(docx)["word/document.xml"].decode()) if span.text.strip()]
    comments = [WordComment(f"Nhận xét {n}", paragraph=n) for n in numbers]
    page = shown(write_comments(docx, comments))
    assert page.count("<office:annotation ") == len(comments)
    assert {name for name in CREATOR.findall(page) if "ttdn" in name} == {"ttdn-draft"}


def test_changes_are_seen(rendered: Callable[..., Path], shown: Callable[[bytes], str]) -> None:
    made = write_redline(rendered(OLD).read_bytes(), rendered(NEW).read_bytes())
    page = shown(made)
    assert page.count("<text:insertion>") and page.count("<text:deletion>")
    assert page.count("<text:changed-region") <= len(list(main_of(made).iter(f"{W}ins", f"{W}del")))
    for words in ("chất lượng", "Bộ ảnh lễ hội", "Việc này sẽ không còn trong bản mới."):
        assert words in page
