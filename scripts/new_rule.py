"""Begins a rule: its area and its id go in, its file, the file of its cases and what is left to do come out.

python scripts/new_rule.py words doubled-word

The examples of a rule of layout are changes of a rendered document: `tên loại: cỡ 12` (tests/check/layout/changing.py).
"""

import sys
from pathlib import Path

from ttdn_draft import __version__

ROOT = Path(__file__).parents[1]
AREAS = ("parts", "words", "layout")
HEAD = '''"""Sai gì, trong một câu.

Kiểm tra gì: …
Vì sao: …
Căn cứ: …
Ví dụ sai: …
Ví dụ đúng: …
Từ phiên bản: {version}
"""

from collections.abc import Iterator

from ...messages import N_
'''
RULE = '''from ..manuscript import Manuscript
from ..rule import Told, about_words, rule


@rule("warning", N_("…"), N_("…"))
def {name}(text: Manuscript) -> Iterator[Told]:
    """Tell …."""
    for passage in text.sentences:
        yield about_words(passage, 0, 0)
'''
LOOK_RULE = '''from ..look_rule import Seen, about_line, look_rule
from ..sheet import LookSheet


@look_rule("warning", N_("…"), N_("…"))
def {name}(sheet: LookSheet) -> Iterator[Seen]:
    """Tell …."""
    for line in sheet.of("body"):
        yield about_line(line)
'''
CASES = "wrong:\n  - …\nright:\n  - …\n"


def main(area: str, id: str) -> int:
    """Write both files; return 1 where one of them is there already, or the area is none."""
    if area not in AREAS:
        print(f"no area: {area}; one of {', '.join(AREAS)}")
        return 1
    name, tests = id.replace("-", "_"), "tests/check/layout" if area == "layout" else "tests/check/rules"
    rule = ROOT / "src/ttdn_draft/check" / area / f"{name}.py"
    cases = ROOT / tests / "cases" / f"{id}.yaml"
    if taken := [file for file in (rule, cases) if file.exists()]:
        print("already there:", *taken)
        return 1
    body = LOOK_RULE if area == "layout" else RULE
    rule.write_text((HEAD + body).format(name=name, version=__version__), encoding="utf-8")
    cases.write_text(CASES, encoding="utf-8")
    print(f"{rule}\n{cases}\nFill in both (five cases each), then: pytest {tests} -k {id}")
    print("and last: python scripts/build_catalogues.py, the English, python scripts/build_reference.py")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
