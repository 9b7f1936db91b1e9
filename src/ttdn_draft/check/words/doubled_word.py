"""Hai chữ liền nhau lặp lại.

Kiểm tra gì: Một chữ, hoặc một từ hai chữ, đứng liền hai lần, kể cả khi câu xuống dòng ở giữa; chữ cuối của một chữ
viết tắt viết lại ngay sau nó (TTĐN ngoại).
Vì sao: Lỗi gõ hay gặp khi sửa câu, người đọc lướt không thấy.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 1, điểm b; lỗi soạn thảo.
Ví dụ sai: Tổ chức tuyên truyền truyền thông về Cao Bằng của của tỉnh.
Ví dụ đúng: Các cơ quan từng bước, dần dần đổi mới cách làm.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...knowledge.abbreviations import read_known_abbreviations
from ...knowledge.trade_words import is_right_word
from ...knowledge.word_lists import as_words
from ...mentions import Mentions, key_by_word
from ...mentions.contexts import is_no_text
from ...messages import N_
from ...model.mentions import Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_SMALL = as_words(
    "bị bởi các cần có còn của cho cũng cùng đã đang để hoặc không khi là làm mà những nhằm như phải sẽ thì từ và về với vào này vẫn việc"
)
"""Words that no name and no compound ends with: du lịch | lịch sử, hiện tại | tại and tiếp theo | theo are right."""

_ENDED_BY: dict[str, frozenset[str]] = {
    "đến": as_words("điểm nơi"),
    "do": as_words("tự"),
    "tại": as_words("hiện tồn"),
    "ở": as_words("nhà chỗ nơi đất"),
    "theo": as_words("tiếp kèm tùy tuỳ noi"),
    "trên": as_words("bên phía cấp kể"),
    "trong": as_words("bên phía"),
    "tỉnh": as_words("cấp"),
    "xã": as_words("cấp hợp thị"),
}
"""Other small words, with those that they make a word with: hiện tại | tại địa phương is right."""

_COMMA = ","
_GROUPS = as_words("ngành xã người cấp sở ban phường tỉnh lớp đoàn tầng")
_BEFORE_GROUP = as_words("các những của mỗi từng cho với một")
"""Nouns that may be said twice (người người thi đua), and what stands before them where they are not."""
_NOT_TWICE = frozenset({*_SMALL, *_ENDED_BY, "cách", "đối", "thành"})
"""Words of which the rest of the rule tells, and those that end and begin the same words: tuyệt đối | đối với."""
_LIKELY_TWICE = as_words(
    "năm tháng ngày người nhà nơi ngành xã đời việc tầng lớp lần đâu ai nào hai ba mười trăm nghìn triệu bốn sáu bảy tám chín "
    "công vi chứng số tạo giáo hợp định thông nhân xuất tiếp thường hình khu"
)
"""Words that are said twice, or that end one word and begin the next: người người, trí tuệ nhân tạo | tạo ra."""
_SAID_TWICE = {*_SMALL, *_ENDED_BY, *_LIKELY_TWICE} | as_words(
    "dần từ luôn mãi thường đều xa gần chầm rất hay vừa chỉ xanh đời hàng lâu đôi khăng đăm ai"
)
"""Words that may begin a text twice, and those of which the rest of the rule tells."""
_TWICE = key_by_word({f"{one} {word}" for word in (*_SMALL, *_ENDED_BY) for one in (word, word.capitalize())})
_NOUN_AND_VERB = {
    *("bảo vệ", "báo cáo", "chỉ đạo", "chỉ huy", "chủ trì", "cơ sở", "đại diện", "đăng ký"),
    *("điều hành", "giám sát", "hợp tác", "hướng dẫn", "kế hoạch", "kiểm tra", "lãnh đạo", "liên quan"),
    *("phù hợp", "phục vụ", "phụ trách", "quản lý", "quyết định", "thanh tra", "thông tin", "thường trực"),
    *("tổ chức", "tổng hợp", "tư vấn"),
}
"""Words that end a phrase and begin the next where they stand behind a noun: các tổ chức | tổ chức lễ đón."""
_NOUN = regex(
    r"(?:^|[-–(]\s*|\b(?:các|những|cơ quan|bộ phận|đơn vị|tổ|ban|cán bộ|công tác|phòng|lực lượng|sự|trên|người|công chức|"
    r"văn bản|đội|nhóm|hội đồng|hoạt động|nội dung|hệ thống|nhân viên|doanh nghiệp|trung tâm|bộ|theo|đoàn|chủ thể))\s+$",
    re.I,
)
_ALWAYS_RIGHT = "từng bước"  # which may be said twice

_TWO_BEHIND = regex(r"\s+(?P<first>[^\W\d_]+)(?:\s+(?P<second>[^\W\d_]+))?")
_OF = "thuộc"  # joins names in a row: chi cục thuộc | cục thuộc | bộ


@rule("warning", N_("Chữ «{words}» lặp lại."), N_("Bỏ một lần."))
def doubled_word(text: Manuscript) -> Iterator[Told]:
    """Tell each small word of the text that stands twice, and each word of two syllables."""
    yield from _list_doubled_ends(text)
    yield from _list_doubled_shorts(text)
    yield from _list_doubled_starts(text)
    doubled = {*_find_doubled(text.mentions)}
    if not doubled:
        return
    words = "|".join(r"\s+".join((*twice, *twice)) for twice in sorted(doubled))
    pattern = regex(rf"(?<![\w-])(?:{words})(?![\w-])", re.I)
    for passage in text.passages:
        for found in pattern.finditer(passage.text):
            said = found[0].split()
            if said[len(said) // 2][0].islower() and not _may_be_right(passage, found.start(), said):
                told = about_words(passage, *found.span(), fix=" ".join(said[: len(said) // 2]))
                yield replace(told, is_safe=len(said) == 2)


def _list_doubled_ends(text: Manuscript) -> Iterator[Told]:
    """Yield the syllable of a word that stands twice, and makes a word with one side alone.

    Giới thiệu thiệu về: the second begins no word. Chủ yếu kiêm kiêm nhiệm: the first ends none.
    """
    beside = {
        (first, word, last)
        for before, first, word, last in text.mentions.index.twice_between
        if word not in _NOT_TWICE and (first != _COMMA or before.lower() in _GROUPS)
    }
    for first, word, last in sorted(beside):
        is_end, is_start = _are_word(first, word), _are_word(word, last)
        if (word in _GROUPS and (first in _BEFORE_GROUP or first == _COMMA) and not is_start) or first.isdigit():
            is_end = True
        elif is_end == is_start or (is_start and not _is_alone(text, first, word, last)):
            continue
        around = (
            rf"{first}\s+(?P<twice>{word}\s+{word})" if is_end else rf"{first}\s+(?P<twice>{word}\s+{word})\s+{last}"
        )
        begins = "" if first == _COMMA else r"(?<![\w-])"
        pattern = regex(rf"{begins}{around}(?![\w-])")
        for passage in text.passages:
            for found in pattern.finditer(passage.text) if word in passage.text else ():
                if not is_no_text(passage, found.start()):
                    yield about_words(passage, *found.span("twice"), fix=word)


def _list_doubled_starts(text: Manuscript) -> Iterator[Told]:
    """Yield the word with which a text begins, where it stands again in small letters: Phim phim ngắn."""
    index = text.mentions.index
    is_near = index.pairs.holds_any((word, word.lower()) for word in index.typed_words if not word.islower())
    for passage in text.sentences if is_near else ():
        first, _, rest = passage.text.partition(" ")
        second = rest.partition(" ")[0]
        is_twice = first.lower() == second and first != second and second.isalpha()
        if is_twice and second not in _SAID_TWICE and not is_no_text(passage, 0):
            yield about_words(passage, 0, len(first) + 1 + len(second), fix=first)


def _is_alone(text: Manuscript, first: str, word: str, last: str) -> bool:
    """Tell whether the first syllable stands behind the one before it here alone: elsewhere the two would be a word."""
    if not (first + last).isalpha() or word in _LIKELY_TWICE or _are_word(word, word):
        return False
    twice = len(re.findall(rf"\b{first} {word} {word}\b", text.mentions.index.text, re.I))
    return twice == len(re.findall(rf"\b{first} {word}\b", text.mentions.index.text, re.I))


def _are_word(one: str, two: str) -> bool:
    return is_right_word(f"{one} {two}".lower())


def _list_doubled_shorts(text: Manuscript) -> Iterator[Told]:
    """Yield abbreviations behind which their last syllable stands again, and begins no word: TTĐN ngoại phù hợp."""
    shorts = text.mentions.abbreviations
    near = [(found, behind) for found in shorts if (behind := _TWO_BEHIND.match(found.passage.text, found.end))]
    explained = {found.words: found.long for found in shorts if found.long} if near else {}
    for found, behind in near:
        syllables = (explained.get(found.words) or read_known_abbreviations().known.get(found.words, "")).split()
        last = syllables[-1:] if [one[0].upper() for one in syllables] == [*found.words] else []
        if [behind["first"]] != last or found.is_quoted or is_no_text(found.passage, found.start):
            continue
        if not is_right_word(f"{behind['first']} {(behind['second'] or '').lower()}"):
            yield about_words(found.passage, found.start, behind.end("first"), fix=found.words, level="note")


def _may_be_right(passage: Passage, start: int, said: Sequence[str]) -> bool:
    """Tell whether the first of two words belongs to what stands before it, or nobody typed them as words."""
    once, before = " ".join(said[: len(said) // 2]).lower(), passage.text[:start]
    if once in _NOUN_AND_VERB:
        return bool(_NOUN.search(before)) or is_no_text(passage, start)
    beside = before.lower().split()[-1:]
    return not _ENDED_BY.get(once, frozenset()).isdisjoint(beside) or is_no_text(passage, start)


def _find_doubled(mentions: Mentions) -> Iterator[tuple[str, ...]]:
    """Yield the small words, and the phrases of several syllables, that follow themselves."""
    yield from ((phrase.split()[1],) for phrase in mentions.index.find_present(_TWICE))
    yield from filter(_is_phrase, mentions.index.twice)


def _is_phrase(words: Sequence[str]) -> bool:
    """Tell whether words are no signs, none joins names in a row, and not all of them are one."""
    return "".join(words).isalpha() and words[-1] != _OF and len({*words}) > 1 and " ".join(words) != _ALWAYS_RIGHT
