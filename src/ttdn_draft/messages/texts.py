"""Texts of the catalogue: a Vietnamese text goes in, the text in the chosen language comes out.

Of a Word file nobody sees `noi_nhan` or `can_cu`, but the recipients and the bases themselves: who has one is told so.
"""

import gettext
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..patterns import regex

LOCALES = Path(__file__).parents[1] / "locales"
CATALOGUE_NAME = "ttdn_draft"
LANGUAGES = ("vi", "en")


class Marked(str):
    """A text of the catalogue: as a fact of a finding it is translated, while words of the user never are."""

    __slots__ = ()


def N_(text: str) -> Marked:  # noqa: N802 - the name that message extraction knows
    """Mark a text for the catalogue; it is translated when it is printed."""
    return Marked(text)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(CATALOGUE_NAME, LOCALES, [language], fallback=True)


def translate(text: str, language: str) -> str:
    """Return a Vietnamese text in the chosen language; as it is where we do not speak that."""
    return _catalogue(language).gettext(text) if text and language in LANGUAGES[1:] else text


class Message(NamedTuple):
    """What is wrong, and what to do; `{…}` are filled with the facts of a finding."""

    what: str
    do: str


PART_WORDS: Mapping[str, Marked] = {
    "co_quan.ky_hieu": N_("ký hiệu của cơ quan"),
    "ky_hieu": N_("phần ký hiệu"),
    "co_quan": N_("tên cơ quan ban hành"),
    "loai": N_("tên loại văn bản"),
    "dia_danh": N_("địa danh"),
    "trich_yeu": N_("trích yếu"),
    "kinh_gui": N_("phần Kính gửi"),
    "can_cu": N_("phần căn cứ"),
    "noi_dung": N_("phần nội dung"),
    "noi_nhan": N_("phần nơi nhận"),
    "luu": N_("dòng Lưu"),
    "quyen_han": N_("dòng quyền hạn ký"),
    "chuc_vu": N_("dòng chức vụ"),
    "ho_ten": N_("họ tên người ký"),
    "ky": N_("khối chữ ký"),
    "du_thao": N_("dòng «Dự thảo»"),
    "phu_luc": N_("phụ lục"),
    "chu_thich": N_("chú thích"),
}
"""What the keys of an input file are called where they are read in Word."""
LONGEST_FIRST = "|".join(re.escape(key) for key in sorted(PART_WORDS, key=len, reverse=True))
KEY_OF_PART = regex(rf"(?:khoá |the key |key )?(?<![\w.$])({LONGEST_FIRST})(?!\w|\.\w)|(?<=xoá )(so)\b")
MEASURE_OF_WORD = regex(r"«[^»]*»|\d+(?:\.\d+)?(?:(?:-|, )\d+(?:\.\d+)?)* (?:mm|pt)\b|×\d+\.\d+")
NUMBER_OF_IT = N_("số văn bản")
OR_OF_FIGURES = N_(" hoặc ")


def name_parts(sentence: str, language: str) -> str:
    """Return a sentence, not yet filled, in which the parts of a document have the names that people give them."""
    return KEY_OF_PART.sub(
        lambda found: translate(PART_WORDS[found[1]] if found[1] else NUMBER_OF_IT, language), sentence
    )


def write_figures(sentence: str, language: str) -> str:
    """Return a sentence with its measures as they are written in a language: 17,5 mm; what is quoted stays."""

    def write(found: re.Match[str]) -> str:
        if found[0].startswith("«"):
            return found[0]
        words = found[0].replace(", ", translate(OR_OF_FIGURES, language))
        return words.replace(".", ",") if language == LANGUAGES[0] else words

    return MEASURE_OF_WORD.sub(write, sentence)


YEAR_GROUP, BASES_GROUP, DAYS_GROUP = N_("Năm, ngày"), N_("Căn cứ"), N_("Kỷ niệm")
NAMES_GROUP, FIGURES_GROUP, FORM_GROUP = N_("Cơ quan"), N_("Số liệu cũ"), N_("Thể thức")
OTHER_GROUP, LEFT_GROUP, SIGNER_GROUP = N_("Khác"), N_("Để nguyên"), N_("Người ký")
ROLL_GROUPS: Mapping[str, Marked] = {
    **dict.fromkeys(("N860", "N861", "W862", "W870", "deadline-day-off", "task-deadline"), YEAR_GROUP),
    **dict.fromkeys(("N865", "W866", "W871", "citation-replaced", "citation-expired"), BASES_GROUP),
    **dict.fromkeys(("N863", "N864", "N878", "anniversary-count", "anniversary-date"), DAYS_GROUP),
    **dict.fromkeys(("N868", "W874", "district-ended", "district-level-general", "province-ended"), NAMES_GROUP),
    **dict.fromkeys(("ministry-renamed", "party-body-renamed", "commune-name", "congress-term"), NAMES_GROUP),
    **dict.fromkeys(("N862", "N869", "N877"), FIGURES_GROUP),
    "N867": FORM_GROUP,
}
"""Under which heading a person finds a change, by the id of its reason."""
