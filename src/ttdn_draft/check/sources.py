"""What a finding repeats of the source of a fact: the whole source goes in, its first statement comes out.

Who doubts the fact reads the rest with `ttdn-draft cite` or `calendar`: a line of a report is no list of references.
"""

MOST_LETTERS = 90


def first_source(source: str) -> str:
    """Return the first of several sources, shortened to `MOST_LETTERS` letters; `…` says that there is more.

    Several sources stand one behind the other with a semicolon; one that stands in brackets parts nothing.
    """
    words = " ".join(source.split())
    first = words[: _find_end(words)]
    if len(first) > MOST_LETTERS:
        first = first[:MOST_LETTERS].rsplit(" ", 1)[0]
        if first.count("(") > first.count(")"):
            first = first[: first.rindex("(")]
    first = first.rstrip(" ,;:")
    return first if first == words else f"{first}…"


def _find_end(words: str) -> int:
    """Return where the first source ends: at a semicolon outside of brackets, or with the words."""
    depth = 0
    for at, letter in enumerate(words):
        depth += (letter == "(") - (letter == ")")
        if letter == ";" and depth <= 0:
            return at
    return len(words)
