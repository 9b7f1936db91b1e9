"""What a Word file is: the bytes of a .docx go in, its parts, formats and paragraphs come out. It knows no document."""
