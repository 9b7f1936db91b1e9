"""Pages: the bytes of a .docx go in, its pages come out, as PDF and as images."""

from .engine import check_office, find_office
from .fonts import check_fonts, count_pages, used_fonts
from .images import make_images
from .many import make_pdfs
from .office import make_docx, make_pdf

__all__ = [
    "check_fonts",
    "check_office",
    "count_pages",
    "find_office",
    "make_docx",
    "make_images",
    "make_pdf",
    "make_pdfs",
    "used_fonts",
]
