"""Begins a rule: its area and its id go in, its file, the file of its cases and what is left to do come out.

python scripts/new_rule.py words doubled-word
"""

import sys
from pathlib import Path

from ttdn_draft import __version__

ROOT = Path(__file__).parents[1]
AREAS = ("parts", "words")
RULE = '''"""Sai gì, trong một câu.

Kiểm tra gì: …
Vì sao: …
Căn cứ: …
Ví dụ sai: …
Ví dụ đúng: …
Từ phiên bản: {version}
"""

from collections.abc import Iterator

from ...messages import N_
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule


@rule("warning", N_("…"), N_("…"))
def {name}(text: Manuscript) -> Iterator[Told]:
    """Tell …."""
    for passage in text.sentences:
        yield about_words(passage, 0, 0)
'''
CASES = "wrong:\n  - …\nright:\n  - …\n"


def main(area: str, id: str) -> int:
    """Write both files; return 1 where one of them is there already, or the area is none."""
    if area not in AREAS:
        print(f"no area: {area}; one of {', '.join(AREAS)}")
        return 1
    name = id.replace("-", "_")
    rule = ROOT / "src/ttdn_draft/check" / area / f"{name}.py"
    cases = ROOT / "tests/check/rules/cases" / f"{id}.yaml"
    if taken := [file for file in (rule, cases) if file.exists()]:
        print("already there:", *taken)
        return 1
    rule.write_text(RULE.format(name=name, version=__version__), encoding="utf-8")
    cases.write_text(CASES, encoding="utf-8")
    print(f"{rule}\n{cases}\nFill in both (five cases each), then: pytest tests/check/rules -k {id}")
    print("and last: python scripts/build_catalogues.py, the English, python scripts/build_reference.py")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
