"""How lines of a document begin: the patterns by which a zone is told, and the label that stands before a paragraph."""

import re

from ...patterns import regex
from ...records import dataclass

KIND_NAMES = {
    "HƯỚNG DẪN": "huong-dan",
    "KẾ HOẠCH": "ke-hoach",
    "BÁO CÁO": "bao-cao",
    "QUYẾT ĐỊNH": "quyet-dinh",
    "NGHỊ QUYẾT": "nghi-quyet",
    "CHỈ THỊ": "chi-thi",
    "THÔNG BÁO": "thong-bao",
    "THÔNG TRI": "thong-tri",
    "CHƯƠNG TRÌNH": "chuong-trinh",
    "TỜ TRÌNH": "to-trinh",
    "KẾT LUẬN": "ket-luan",
    "QUY ĐỊNH": "quy-dinh",
    "QUY CHẾ": "quy-che",
    "ĐỀ ÁN": "de-an",
    "PHƯƠNG ÁN": "phuong-an",
    "BIÊN BẢN": "bien-ban",
    "GIẤY MỜI": "giay-moi",
    "CÔNG ĐIỆN": "cong-dien",
    "THÔNG CÁO": "thong-cao",
    "ĐỀ CƯƠNG": "de-cuong",
    "LỜI KÊU GỌI": "loi-keu-goi",
    "HỢP ĐỒNG": "hop-dong",
    "DỰ ÁN": "du-an",
    "GIẤY GIỚI THIỆU": "giay-gioi-thieu",
    "PHIẾU TRÌNH": "phieu-trinh",
    "TUYÊN BỐ": "tuyen-bo",
    "ĐIỀU LỆ": "dieu-le",
}
"""The words of the line of the kind, and its id; the first three are printed by the program itself."""
PRINTED_KINDS = tuple(KIND_NAMES.values())[:3]
MOTTO = regex(
    r"C[ỘộOo]NG\s*H(?:OÀ|ÒA|ÒÀ)\s*X[ÃA]\s*H[ỘO]I|ĐỘC\s*LẬP\s*[-–—]+\s*TỰ\s*DO|ĐẢNG\s*CỘNG\s*SẢN\s*VIỆT\s*NAM\s*$", re.I
)
PARTY_MOTTO = regex(r"ĐẢNG\s*CỘNG\s*SẢN\s*VIỆT\s*NAM\s*$", re.I)
NUMBER_LINE = regex(r"\s*S[ốỐ]\s*[:.]|\s*S[ốỐ]\s+[\d.…\s]*[-/]\s*[A-ZĐ]", re.I)
PLACE_DATE = regex(
    r"ng[àa]y\b[\s\d.…/_]*th[áa]ng\b|ng[àa]y\s+\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}|,\s*th[áa]ng\s*[\d.…\s]*\s*n[ăa]m\s*[\d.…]"
    r"|,\s*ng[àa]y\b.{0,12}$",
    re.I,
)
MARK_LINE = regex(
    r"\W*(?:H[OỎ][ẢA]\s*TỐC|(?:THƯỢNG\s*)?KHẨN\s*$|(?:TUYỆT\s*|TỐI\s*)?MẬT\s*$|(?:BẢN\s*)?DỰ\s*THẢO|LƯU\s*HÀNH|KHÔNG\s*PHỔ\s*BIẾN|XEM\s*XONG)",
    re.I,
)
CUA = regex(r"CỦA\s+\S.*", re.S)
ADDRESSEE = regex(r"\W*K[íÍ]NH\s*G[ửỬ]I\b", re.I)
BASIS = regex(r"\W*C[ăĂ]N\s*C[ứỨ]\b", re.I)
WHOLE_SENTENCE = regex(r":\s*$|\bnhư sau\b")
RECIPIENTS_TITLE = regex(r"\W*N[ơƠ]I\s*NH[ậẬ]N\b\s*[:;.]?", re.I)
ARCHIVE_LINE = regex(r"\W*L[ưƯ]U\b", re.I)
SIGN_MARK = regex(r"\W*(?:T\s*/\s*M|TM\.|K\s*/\s*T|KT\.|T\s*/\s*L|TL\.|TUQ\.|T\s*/\s*UQ|Q\.)\s*[^\W\d_]{2}")
GAP_LINE = regex(r"\[[^\[\]]+\]|[.…_ ]{3,}")
"""A place where somebody is to write: [điền: họ tên], ………"""
DRAFTER = regex(r"[A-ZĐ]\w{0,40}-\d{1,3}")
CONTACT = regex(
    r"\b(?:điện thoại|đt|e-?mail|thư điện tử|website|trang (?:thông tin )?điện tử|địa chỉ|fax|số máy)\b\s*[:.]"
    r"|@\w+\.\w+",
    re.I,
)
KIEM = regex(r"\W*KI[êÊ]M\s*$", re.I)
ANNEX_LABEL = regex(
    r"\W*(?:PH[ụỤ]\s*L[ụỤ]C(?:\s+(?:S[ốỐ]\s*)?(?:\d{1,2}|[IVX]{1,5}|[A-Z])\b)?|BI[ểỂ]U\s+(?:M[ẫẪ]U\s+)?(?:S[ốỐ]\s*)?\d{1,2}\b|M[ẫẪ]U\s+(?:S[ốỐ]\s*)?\d{1,2}\b)",
    re.I,
)
FORM_LABEL = regex(r"\W*(?:BI[ểỂ]U|M[ẫẪ]U)\b", re.I)
"""A form: an annex of its own, but one of the forms of an annex where the file has a line Phụ lục."""
ANNEX_REFERENCE = regex(r"\W*\(?\s*(?:BAN\s+H[àÀ]NH\s+)?(?:K[èÈ]M(?:\s+THEO)?|Đ[íÍ]NH\s+K[èÈ]M)\b", re.I)
LETTER = regex(r"[^\W_]")
NAME_FORM = regex(r"\W*(?:(?:[A-ZĐ][\w.]*|(?:TS|ThS|PGS|GS|BS)\.?)\s+){1,6}[A-ZÀ-ỸĐ][\w]*\W*")
ORGAN = regex(
    r"(?:UBND|U[ỷỶ]\s*BAN|[ỦUỦ]Y\s*BAN|SỞ|BỘ|BAN|ĐẢNG|ĐẢNG\s*BỘ|(?:TỈNH|HUYỆN|THÀNH|THỊ|QUẬN|XÃ|QUÂN)\s*(?:UỶ|ỦY|ĐOÀN)|CHI\s*BỘ|CHI\s*CỤC"
    r"|CỤC|PHÒNG|VĂN\s*PHÒNG|TRƯỜNG|TRUNG\s*TÂM|ĐOÀN|HỘI|LIÊN|CÔNG|VIỆN|TO[ÀA]|TÒA|KHO|BẢO|BHXH|NGÂN|TỔNG|ĐÀI|BÁO|TỔ|HĐND"
    r"|MẶT|MTTQ|THANH\s*TRA|BỆNH|BQL|TRẠM|HẠT|TRẠI|BCH|BCĐ|TỔNG)\b",
    re.I,
)
LONGEST_KIND = 300  # letters of a line of the kind, with a subject in capitals behind it
PEOPLES_BODY = regex(r"(?:U[ỷỶ]|[ỦUủ][YỶyỷ])\s*BAN\s*NHÂN\s*DÂN|H[ộỘ]I\s*ĐỒNG\s*NHÂN\s*DÂN|UBND|HĐND", re.I)
UNIT_BELOW = regex(r"(?:TỈNH|THÀNH\s*PHỐ|TP\.?|HUYỆN|QUẬN|THỊ\s*XÃ|XÃ|PHƯỜNG|ĐẶC\s*KHU|THỊ\s*TRẤN)\s", re.I)
"""A body of the State and the unit that stands below it on a line of its own: ỦY BAN NHÂN DÂN / TỈNH LÀO CAI."""
DASH_SIGNS = "-–—−‒"
LABELS = (
    ("phan", regex(r"PH[ầẦ]N\s+(?:TH[ứỨ]\s+\w+|[IVX]+|\d+)\b\s*[:.\-–]?\s*", re.I)),
    ("1.1.1", regex(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.?(?=\s|[^\W\d_])\s*")),
    ("1.1", regex(r"\d{1,2}\.\d{1,2}(?:\.(?!\d)\s*|\s+(?=[^\W\d_a-zđ]))")),
    ("I", regex(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})\s?[.\-–/):]\s*(?=\W*[^\W_])")),
    ("A", regex(r"[A-HKL]\s?[.\-–/)]\s+(?=[^\W\d_])")),
    ("1", regex(r"\d{1,2}\s?(?:[.](?!\d)|[)/](?=\s)|-(?=\s))\s*(?=\W*[^\W_])")),
    ("a", regex(r"[a-zđ](?:[)]\s*|[./]\s+)(?=\W*[^\W_])")),
    ("(1)", regex(r"\((?:\d{1,2}|[a-zđ])\)\s?\.?\s*")),
    ("dash", regex(rf"[{DASH_SIGNS}•▪●]\s*")),
    ("plus", regex(r"\+\s*")),
)


@dataclass(frozen=True)
class Label:
    """The label of a paragraph: its level, its words, and how many letters of the paragraph it takes."""

    level: str
    text: str
    length: int


NO_LABEL = Label("p", "", 0)


def read_label(words: str) -> Label:
    """Return the label with which the words of a paragraph begin."""
    begun = len(words) - len(words.lstrip())
    for level, form in LABELS:
        if found := form.match(words, begun):
            return Label(level, found[0].strip(), found.end())
    return NO_LABEL


def has_letters(words: str) -> bool:
    """Tell whether a line has a letter or a figure: one of strokes and stars has none."""
    return bool(LETTER.search(words))


def is_capital(words: str) -> bool:
    """Tell whether a line is written in capitals alone."""
    return words.upper() == words and words.lower() != words


def find_kind(words: str) -> str:
    """Return the words of the kind with which a line in capitals begins; nothing where it is no line of a kind."""
    line = " ".join(words.split())
    tight = line.upper().replace(" ", "")
    if len(line) > LONGEST_KIND:
        return ""
    found = next((kind for kind in KIND_NAMES if tight.startswith(kind.replace(" ", ""))), "")
    return found if is_capital(line) or len(tight) == len(found.replace(" ", "")) else ""
