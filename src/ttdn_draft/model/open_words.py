"""What the program writes into a document about what is open there, in one place: words of its marks, nothing else.

A document is Vietnamese, so these are written in Vietnamese; a screen in another language tells them in that one.
"""

from ..messages import N_

NAME_NOW = N_("tên hiện nay")
NAME_KNOWN = N_("tên hiện nay, xem: {now}")
NUMBER_WANTED = N_("số, ký hiệu, ngày")
SIGNER_WANTED = N_("họ tên người ký")
FIGURE_WANTED = N_("số {what} năm {new}")
SHARE_WANTED = N_("tỷ lệ năm {new}")
CELL_WANTED = N_("số năm {new}")
DAYS_WANTED = N_("các ngày kỷ niệm năm {year}")
HIGHER_WANTED = N_("cơ quan cấp trên trực tiếp")
OLD_WORDS = N_("năm {old}: {words}")
LAST_YEARS = N_("thời điểm của bản năm {old}")
UNKNOWN_IN_FORCE = N_("dẫn trong bản năm {old}, chưa rõ còn hiệu lực năm {new}")
OVER_BY_TABLE = N_("{why} (bảng viện dẫn)")
REPLACED_BY_TABLE = N_("{why}; thay bằng {newer} (bảng viện dẫn)")
NO_SOURCE = N_("chưa tìm thấy nguồn")
YEAR_UNKNOWN = N_("năm thiết lập quan hệ chưa có nguồn: {names}")
LEVEL_OF = N_("mức quan hệ: {source}")
MENDED_ELSEWHERE = N_("chỗ khác đã sửa thành: {words}")

WRITTEN_IN_MARKS = (
    *(NAME_KNOWN, FIGURE_WANTED, SHARE_WANTED, CELL_WANTED, DAYS_WANTED, OLD_WORDS, LAST_YEARS, UNKNOWN_IN_FORCE),
    *(REPLACED_BY_TABLE, OVER_BY_TABLE, YEAR_UNKNOWN, LEVEL_OF, MENDED_ELSEWHERE),
)
"""Those with places for words, the narrower before the wider."""
