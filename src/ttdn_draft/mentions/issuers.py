"""The words by which a citation names who issued a document, and those with which its title begins."""

from ..patterns import regex

U = "(?:uỷ|ủy)"
MINISTRIES = (
    r"Quốc phòng|Công an|Ngoại giao|Nội vụ|Tư pháp|Tài chính|Công Thương|Nông nghiệp và Môi trường|Xây dựng|"
    r"Văn h(?:óa|oá), Thể thao và Du lịch|Khoa học và Công nghệ|Giáo dục và Đào tạo|Y tế|Dân tộc và Tôn giáo|"
    r"Thông tin và Truyền thông|Kế hoạch và Đầu tư|Lao động - Thương binh và Xã hội|Giao thông vận tải|"
    r"Tài nguyên và Môi trường|Nông nghiệp và Phát triển nông thôn|Văn h(?:óa|oá) và Thể thao|Du lịch|"
    r"Văn h(?:óa|oá) - Thông tin|Ngoại vụ|Công thương|VHTTDL|VH,TT&DL|VHTT&DL|TTTT|TT&TT|GD&ĐT|LĐTBXH|KH&ĐT|KHCN|KH&CN"
)
CENTRAL = (
    rf"Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương(?: Đảng)?|{U} ban Thường vụ Quốc hội|Quốc hội|"
    rf"Thủ tướng Chính phủ|Thủ tướng|Chính phủ|Chủ tịch nước|Văn phòng Trung ương Đảng|"
    rf"Ban Tuyên giáo và Dân vận Trung ương|Ban Tuyên giáo Trung ương|Ban Tổ chức Trung ương|Văn phòng Chính phủ"
)
ABBREVIATED = r"BCT|TTgCP|TTg|CP|BBT|BCHTW|BTGTW|BTGDVTW|BVHTTDL|BTTTT|BNG|UBTVQH"
OPENER = (
    r"về|v/v|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|bổ sung|thành lập|kiện toàn|công bố|bãi bỏ|thay thế|giao|"
    r"điều chỉnh|thực hiện|triển khai|tổ chức|tuyên truyền|đẩy mạnh|tăng cường|nâng cao|tiếp tục|công tác|"
    r"kỷ niệm|thông qua"
)
TERM = r"(?:\s*\(?\s*kh(?:óa|oá)\s+[IVXL]+\s*\)?)?"
KNOWN = rf"(?:(?:{CENTRAL})|(?:Bộ trưởng\s+)?Bộ\s+(?:{MINISTRIES})|Sở\s+(?:{MINISTRIES})|(?-i:{ABBREVIATED}))(?!\w)"
ANOTHER = r"và\s+(?:các\s+)?(?:Nghị|Quyết|Chỉ|Kết|Thông|Kế|Công|Luật)"
STOP = rf"(?=\s+(?:{OPENER}|{ANOTHER}|được|đã|có|để)\b|\s*[,;:.()\n\[“\"]|\s*$)"
NOT_ONE = r"(?!(?:các|Nghị|Quyết|Thông|Luật|Điều|khoản|pháp luật|đồng chí)\b)"
ISSUER_WORDS = rf"{KNOWN}{TERM}|{NOT_ONE}[^\W\d][^,;:.()\n\d]{{1,90}}?{STOP}"
"""Central bodies, ministries and departments by their names, whose commas end nothing; others up to what follows."""

_FULL = {
    "BCT": "Bộ Chính trị",
    "BBT": "Ban Bí thư",
    "TTg": "Thủ tướng Chính phủ",
    "TTgCP": "Thủ tướng Chính phủ",
    "CP": "Chính phủ",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "BCHTW": "Ban Chấp hành Trung ương",
    "BTGTW": "Ban Tuyên giáo Trung ương",
    "BTGDVTW": "Ban Tuyên giáo và Dân vận Trung ương",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BNG": "Bộ Ngoại giao",
    "VHTTDL": "Văn hóa, Thể thao và Du lịch",
    "VH,TT&DL": "Văn hóa, Thể thao và Du lịch",
    "VHTT&DL": "Văn hóa, Thể thao và Du lịch",
    "TTTT": "Thông tin và Truyền thông",
    "TT&TT": "Thông tin và Truyền thông",
    "GD&ĐT": "Giáo dục và Đào tạo",
    "KH&CN": "Khoa học và Công nghệ",
    "KH&ĐT": "Kế hoạch và Đầu tư",
    "KHCN": "Khoa học và Công nghệ",
    "LĐTBXH": "Lao động - Thương binh và Xã hội",
}
"""What the abbreviations of issuers stand for."""
SHORTENED = regex(r"(?P<office>(?:Bộ trưởng\s+)?(?:Bộ|Sở)\s+)?(?P<letters>[A-ZĐ][A-ZĐg,&P]+)")


def write_issuer_out(issuer: str) -> str:
    """Return the name of an issuer without abbreviation: Bộ VHTTDL becomes Bộ Văn hóa, Thể thao và Du lịch."""
    found = SHORTENED.fullmatch(issuer)
    full = _FULL.get(found["letters"], "") if found else ""
    return f"{found['office'] or ''}{full}" if found and full else issuer
