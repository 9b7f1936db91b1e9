"""Dấu phẩy thừa giữa từ mở đầu câu và văn bản được viện dẫn, hoặc chữ hoa sau dấu phẩy.

Kiểm tra gì: Dấu phẩy sau Thực hiện, Căn cứ, Theo, Triển khai đứng ngay trước tên văn bản; các, những viết hoa sau phẩy.
Vì sao: Dấu phẩy tách động từ khỏi bổ ngữ của nó; sau dấu phẩy chưa hết câu nên không viết hoa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, Mục I (viết hoa đầu câu); dấu phẩy: thông lệ văn thư.
Ví dụ sai: Thực hiện, Luật Địa chất và khoáng sản, Sở đã tham mưu kế hoạch.
Ví dụ đúng: Thực hiện Luật Địa chất và khoáng sản, Sở đã tham mưu kế hoạch.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from dataclasses import replace

from ...messages import N_, Message
from ...model.mentions import TEXT_ZONES
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule, words_behind

_KINDS = "Luật|Bộ luật|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Thông báo|Kết luận|Hướng dẫn|Kế hoạch|Công văn|Chương trình"
_VERBS = ("Thực hiện", "Căn cứ", "Theo", "Triển khai", "Thi hành")
_SMALL_WORDS = ("Các", "Những", "Một số", "Nhưng", "Đồng thời", "Cũng như")
_BESIDE = (*((verb.split()[-1], ",") for verb in _VERBS), *((",", word.split()[0]) for word in _SMALL_WORDS))
"""The words and the commas that stand side by side in every text that something is told of."""
_STRAY = regex(rf"(?:^|(?<=[.;] ))(?:{'|'.join(_VERBS)}),(?=\s+(?:{_KINDS})\s+[^\W\d_])")
_CAPITAL = regex(rf"(?<=[^\W\d_A-ZĐ], )(?:{'|'.join(_SMALL_WORDS)})(?=\s+[^\W\d_A-ZĐ])")
_AFTER_COMMA = Message(
    N_("«{words}» viết hoa sau dấu phẩy."), N_("Viết «{right}»; hết câu thì thay dấu phẩy bằng dấu chấm.")
)


@rule("note", N_("Thừa dấu phẩy ở «{words}»."), N_("Viết «{right}», không có dấu phẩy."))
def comma_stray(text: Manuscript) -> Iterator[Told]:
    """Tell each comma that parts a verb from the document that it is about, and each small word in capitals behind one."""
    if not text.mentions.index.pairs.holds_any(_BESIDE):
        return
    for passage in text.having(", "):
        if passage.zone not in TEXT_ZONES and passage.zone != "base":
            continue
        found = [*_STRAY.finditer(passage.text), *_CAPITAL.finditer(passage.text)]
        for one in found:
            start, end = one.span()
            if passage.is_given(start) or any(first <= start < last for first, last in passage.quotes):
                continue
            is_comma = one.re.pattern == _STRAY.pattern
            right = one[0].removesuffix(",") if is_comma else one[0].lower()
            behind = words_behind(passage, end)
            told = about_words(passage, start, end, fix=right, words=f"{one[0]}{behind}", right=f"{right}{behind}")
            yield told if is_comma else replace(told, message=_AFTER_COMMA)
