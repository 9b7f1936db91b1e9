"""What the reader of YAML complains of: its English sentence goes in, words for the user come out."""

from .errors import explain
from .messages import N_
from .yaml_slips import COLON_IN_VALUE, NO_COLON_WORDS, OPEN_BRACKET, OPEN_QUOTE, SIGN_FIRST

PROBLEMS = {
    "mapping values are not allowed": COLON_IN_VALUE,
    "mapping keys are not allowed": N_("dấu ? đứng ở chỗ không được"),
    "sequence entries are not allowed": N_("mục của danh sách đứng ở chỗ không được: xuống dòng sau tên khoá"),
    "could not find expected ':'": NO_COLON_WORDS,
    "found unexpected ':'": COLON_IN_VALUE,
    "found unexpected end of stream": OPEN_QUOTE,
    "found unexpected document": OPEN_QUOTE,
    "found unknown escape": N_("dấu \\ trong nháy kép: dùng nháy đơn, hoặc viết \\\\"),
    "expected escape sequence": N_("dấu \\ trong nháy kép: dùng nháy đơn, hoặc viết \\\\"),
    "expected <block end>": N_("các dòng thụt vào không thẳng hàng, hoặc thừa chữ sau giá trị"),
    "expected ',' or": OPEN_BRACKET,
    "invalid intendation": OPEN_BRACKET,
    "expected the node content": N_("thiếu giá trị"),
    "expected '<document start>'": N_("thừa chữ sau nội dung, hoặc thiếu dấu hai chấm ở dòng trên"),
    "more indented follow up": N_("dòng đầu dưới dấu | thụt vào ít hơn các dòng sau"),
    "expected chomping": N_("sau dấu | hoặc > còn chữ: xuống dòng rồi mới viết"),
    "expected a comment or a line break": N_("sau dấu | hoặc > còn chữ: xuống dòng rồi mới viết"),
    "expected indentation indicator": N_("sau dấu | hoặc > còn chữ: xuống dòng rồi mới viết"),
    "special characters": N_("có ký tự không dùng được"),
    "found non-comment content": N_("thừa chữ sau dòng …"),
    "found ": SIGN_FIRST,
    "expected ": SIGN_FIRST,
}
NOT_YAML = N_("chỗ này không đọc được")


def explain_problem(problem: str) -> str:
    """Return what is wrong where YAML cannot be read, in words for the user."""
    return explain(problem, PROBLEMS, NOT_YAML)
