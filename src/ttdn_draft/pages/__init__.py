"""Pages: the bytes of a .docx go in, its pages come out, as PDF and as images."""

from .block_marks import DocxLine, list_docx_lines, mark_texts, name_place
from .engine import check_office, find_office
from .fonts import check_fonts, count_pages, used_fonts
from .images import PdfPlaces, make_images, read_places
from .many import make_pdfs
from .office import make_docx, make_pdf
from .programs import TIME_LIMIT

__all__ = [
    "TIME_LIMIT",
    "DocxLine",
    "PdfPlaces",
    "check_fonts",
    "check_office",
    "count_pages",
    "find_office",
    "list_docx_lines",
    "make_docx",
    "make_images",
    "make_pdf",
    "make_pdfs",
    "mark_texts",
    "name_place",
    "read_places",
    "used_fonts",
]
