"""Measures what the rules of `check` cost: CPU time of all and of each, on documents of 90 blocks and on growing ones.

    python benchmarks/rules.py [ROUNDS]

The first document is that of `render.py`, about 25,000 characters, again and again: what is kept of a text that was
read before is found. Of the second and the third there are DOCUMENTS, no text of which stands in another, and which
take turns: nothing kept helps. The second is like the first; the third has a date, a citation or an organ in every
paragraph, which is more than real ones have. The growing ones are like the third.
Reading, validating and settling are not counted: the time begins with a manuscript of which nothing was read yet. The
exponent of growth is that of a line through the logarithms; 1 is linear.
"""

import math
import statistics
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from render import vary_document, write_document
from ttdn_draft.check import Grounds, Manuscript
from ttdn_draft.check.registry import text_rules
from ttdn_draft.enrich import choose_profile, enrich
from ttdn_draft.knowledge.citations import load_citations
from ttdn_draft.read import read_given_text
from ttdn_draft.validate.documents import validate

SAMPLE = Path(__file__).parents[1] / "templates/nha-nuoc-nd30-2020/ke-hoach/sample.md"
BLOCKS, GROWTH = 90, (1_000, 2_000, 5_000, 10_000)
DOCUMENTS = 40
SHOWN = 12  # of the rules, the slowest first
PARAGRAPHS = (
    "Thực hiện Kế hoạch số 215/KH-UBND ngày 20/10/2026 của Ủy ban nhân dân tỉnh, tổ chức tuyên truyền trên báo chí.",
    "Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Ngoại vụ, hoàn thành trước ngày 30/6/2027.",
    "Quảng bá hình ảnh Việt Nam: đất nước, con người, văn hóa; kết quả phát triển kinh tế - xã hội của địa phương.",
    "Ủy ban nhân dân các xã, phường cung cấp thông tin cho báo chí, người nước ngoài, kiều bào về quê.",
)


def write_dense(blocks: int, turn: int = 0) -> str:
    """Return the sample with a body of that many paragraphs, all with something to look at; each turn has its own."""
    front = SAMPLE.read_text(encoding="utf-8").split("\n---\n", 1)[0].split("\nphu_luc:")[0]
    paragraphs = (f"{PARAGRAPHS[n % len(PARAGRAPHS)][:-1]}, đợt {turn * blocks + n}." for n in range(blocks))
    body = "\n\n".join(paragraphs)
    return f"{front}\n---\n{body}\n"


class Bench:
    """A document that is judged again and again, each time as if for the first time."""

    def __init__(self, text: str) -> None:
        source = read_given_text(text, "md")
        draft, findings = validate(source)
        if draft is None:
            raise SystemExit("\n".join(finding.tell() for finding in findings))
        self.draft, self.source = draft, source
        self.profile = choose_profile(draft, source)
        self.settled = enrich(draft, load_citations(), self.profile, source)

    def manuscript(self) -> Manuscript:
        """Return the document as if nothing had been read in it."""
        grounds = Grounds(read_citations=load_citations)
        return Manuscript(self.draft, self.settled.draft, self.settled.document, self.profile, self.source, grounds)

    def judge(self, *ids: str) -> float:
        """Return the CPU seconds of some rules, of all without ids."""
        text, rules = self.manuscript(), [rule for rule in text_rules() if not rule.is_off]
        chosen = [rule for rule in rules if not ids or rule.id in ids]
        start = time.process_time()
        for rule in chosen:
            list(rule.apply(text))
        return time.process_time() - start


def median(benches: Sequence[Bench], rounds: int, *ids: str) -> float:
    return statistics.median(benches[turn % len(benches)].judge(*ids) for turn in range(rounds))


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    kinds = {"of render.py": vary_document, "dense": partial(write_dense, BLOCKS)}
    made = {name: [Bench(write(turn)) for turn in range(DOCUMENTS)] for name, write in kinds.items()}
    for name, benches in {"of render.py, again": [Bench(write_document())], **made}.items():
        for bench in benches:
            bench.judge()
        print(f"all {len(list(text_rules()))} rules, {BLOCKS} blocks, {name}: {median(benches, rounds) * 1000:.2f} ms")
        each = {rule: median(benches, max(5, rounds // 8), rule) for rule in (each.id for each in text_rules())}
        for rule, seconds in sorted(each.items(), key=lambda pair: -pair[1])[:SHOWN]:
            print(f"  {seconds * 1000:6.3f} ms  {rule} (with what it reads)")
    taken = {blocks: median([Bench(write_dense(blocks))], 3) for blocks in GROWTH}
    for blocks, seconds in taken.items():
        print(f"{blocks:6} blocks: {seconds * 1000:8.1f} ms")
    pairs = [(math.log(blocks), math.log(seconds)) for blocks, seconds in taken.items()]
    print(f"exponent {statistics.linear_regression(*zip(*pairs, strict=True)).slope:.2f}")


if __name__ == "__main__":
    main()
