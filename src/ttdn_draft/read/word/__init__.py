"""Reads a Word file of any office: a path goes in, the data that a .yaml file would hold comes out, with places."""

WORD_SUFFIX = ".docx"
