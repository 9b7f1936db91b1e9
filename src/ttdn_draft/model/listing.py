"""Lines of a list as people type them: one goes in, its words without dash and closing mark come out."""

from ..patterns import regex

LEADING_DASH = regex(r"^[-–—+•](\s+|$)")
BEHIND_PURPOSE = regex(r"(\((?:để|b/c|t/h)[^()]*\)|^Như trên)\s*,\s+(?=[^\W\d_])")
SEVERAL = regex(r";(?![^()]*\))\s*[-–]?\s*(?=[^\s([])(?!để )")  # Lãnh đạo Ban; - UBND tỉnh; none inside brackets
ELLIPSIS = ("...", "…")
MARKS = (";", ",", ".")


def strip_marks(line: str) -> str:
    """Return a typed line without its leading dash and its trailing mark; an ellipsis stays."""
    bare = LEADING_DASH.sub("", line.strip())
    return bare if bare.endswith(ELLIPSIS) else strip_end(bare)


def divide_recipients(line: str) -> list[str]:
    """Return the recipients that stand on one line: a semicolon divides them, or a comma behind what each is for.

    Behind a semicolon no purpose begins, as in `; để biết`.
    """
    return [part for whole in SEVERAL.split(line) for part in BEHIND_PURPOSE.sub(r"\1\n", whole).split("\n")]


def strip_end(text: str) -> str:
    """Return a text without the blanks and the one mark at its end."""
    bare = text.rstrip()
    if bare.endswith("./."):
        return bare.removesuffix("./.").rstrip()
    return bare[:-1].rstrip() if bare.endswith(MARKS) else bare
