"""Judges a document that differs little from the one before: a manuscript goes in, what the rules tell of it comes out.

What a rule asks a manuscript for is written down with the answer. Where every answer is the one that it was, the rule
is not run again: what it told holds. Nothing is assumed of a rule but that it judges by what it asks for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from ..errors import Finding
from ..mentions import Mentions
from ..mentions.joined import JoinedMentions
from ..model import Source
from ..model.mentions import Passage
from .locating import find_lines
from .manuscript import Manuscript
from .rule import Rule

Question: TypeAlias = tuple[Any, ...]
"""The names that lead to a value of a manuscript; a method with what it is given."""
PARTS = frozenset({"draft", "written", "document", "source", "grounds", "mentions", "index"})
METHODS = frozenset(
    {"having", "in_zones", "passage_of", "text_of", "find_present", "with_chunk"} | {"goes_on_behind", "sentences_with"}
)
OF_PASSAGES = frozenset(
    {
        *("capital-common", "capital-doc-name", "capital-reference", "capital-unit", "comma-stray", "congress-term"),
        *("digit-groups", "legacy-encoding", "other-locality", "punct-double", "spaces", "word-confusion"),
    }
)
"""Rules that judge each passage by itself: what they tell of a document is what they tell of two parts of it."""
_WHOLE, _REST = "whole", "rest"  # where a question begins: the document, or its passages that stayed
MOST_TOLD = 40  # documents of which is kept what a rule told: their days and kinds come again
MOST_FAILURES = 60  # documents in a row for which a rule had to be run again, before its questions are let be
VALUES = (date, int, str, type(None))
LONGEST_VALUE = 200  # letters


class RuleMemory:
    """What the rules asked of the documents so far, and told of the last one."""

    def __init__(self) -> None:
        self.numbers = dict[Question, int]()
        self.questions = list[Question]()
        self.answers = list[Any]()  # the last one of each question
        self.versions = list[int]()  # its number: equal answers have one
        self.counts = list[int]()  # of its answers so far
        self.values = list[dict[Any, int]]()  # the numbers of answers that are short values
        self.fresh = set[int]()  # questions that were asked of this document
        self.known = dict[str, _Known]()
        self.passages = dict[object, Passage]()
        self.stayed: tuple[Passage, ...] = ()
        self.stayed_mentions, self.own_mentions = Mentions(()), Mentions(())
        self.lines: list[str] = []
        self.changed_lines: tuple[int, ...] = ()

    def judge(self, rules: Iterable[Rule], text: Manuscript) -> Iterator[Finding]:
        """Yield what rules tell of a manuscript, in their order."""
        self.fresh.clear()
        self._lay_out(text)
        rest, own = (_part(text, mentions) for mentions in (self.stayed_mentions, self.own_mentions))
        for rule in rules:
            if rule.id in OF_PASSAGES:
                yield from self._apply(rule, rest, {_WHOLE: text, _REST: rest}, _REST)
                yield from rule.apply(own)
            else:
                yield from self._apply(rule, text, {_WHOLE: text, _REST: rest}, _WHOLE)

    def _lay_out(self, text: Manuscript) -> None:
        """Give a manuscript the passages that it shares with the ones before, and what these mention."""
        passages = tuple(map(self._keep, text.passages))
        self.passages = {passage.path: passage for passage in passages}
        known = {id(passage) for passage in passages}
        stayed = tuple(passage for passage in self.stayed if id(passage) in known)
        if len(stayed) < len(self.stayed) or not stayed:
            if 2 * len(stayed) < len(passages):
                stayed = passages
            self.stayed, self.stayed_mentions = stayed, Mentions(stayed)
            self.known = {name: known for name, known in self.known.items() if name not in OF_PASSAGES}
        own = {id(passage) for passage in self.stayed}
        self.own_mentions = Mentions(tuple(passage for passage in passages if id(passage) not in own))
        mentions = JoinedMentions(passages, self.stayed_mentions, self.own_mentions)
        vars(text).update(passages=passages, mentions=mentions)
        self._compare_lines(text.source)

    def _keep(self, passage: Passage) -> Passage:
        """Return the passage of the document before where it is the same."""
        known = self.passages.get(passage.path)
        return known if known and _is_same(known, passage) else passage

    def _compare_lines(self, source: Source) -> None:
        """Note the lines of the file that are others than those of the document before."""
        lines = source.raw.split("\n")
        shared = zip(self.lines, lines, strict=False)
        changed = [number for number, (old, new) in enumerate(shared, 1) if old != new]
        end = min(len(self.lines), len(lines))
        self.changed_lines = (*changed, *range(end + 1, max(len(self.lines), len(lines)) + 1))
        self.lines = lines

    def _apply(self, rule: Rule, text: Manuscript, roots: Mapping[str, Manuscript], root: str) -> Iterable[Finding]:
        known = self.known.setdefault(rule.id, _Known())
        if known.failures >= MOST_FAILURES:
            return rule.apply(text)
        told = self._find_told(known, roots)
        if told and not any(first <= line <= last for first, last in told.lines for line in self.changed_lines):
            known.failures = 0
            return told.findings
        known.failures += 1
        asked = dict[int, int]()
        findings = tuple(rule.apply(text, _Asked(text, self, asked, (root,))))  # type: ignore[arg-type]
        lines = tuple(find_lines(text.source, found) for found in findings)
        known.add(tuple(asked.items()), _Told(findings, lines))
        return findings

    def _find_told(self, known: "_Known", roots: Mapping[str, Manuscript]) -> "_Told | None":
        """Return what a rule told when every answer to its questions was what it is now."""
        node = known.root
        while isinstance(node, _Question):
            if node.number not in self.fresh:
                self._take(node.number, _answer(self.questions[node.number], roots))
            node = node.ways.get(self.versions[node.number])
        return node

    def note(self, question: Question, answer: Any) -> tuple[int, int]:
        """Write down the answer to a question; return the number of the question, and of the answer."""
        number = self.numbers.setdefault(question, len(self.questions))
        if number == len(self.questions):
            self.questions.append(question)
            self.answers.append(None)
            self.versions.append(0)
            self.counts.append(0)
            self.values.append({})
        self._take(number, answer)
        return number, self.versions[number]

    def _take(self, number: int, answer: Any) -> None:
        self.fresh.add(number)
        known = self.answers[number]
        if self.counts[number] and (known is answer or known == answer):
            return
        self.answers[number] = answer
        values = self.values[number]
        is_value = isinstance(answer, VALUES) and (not isinstance(answer, str) or len(answer) < LONGEST_VALUE)
        if is_value and (type(answer), answer) in values:
            self.versions[number] = values[type(answer), answer]
            return
        self.counts[number] += 1
        self.versions[number] = self.counts[number]
        if is_value and len(values) < MOST_TOLD:
            values[type(answer), answer] = self.versions[number]


class _Told:
    """What a rule told, and the lines of the file in which each of it stands."""

    def __init__(self, findings: tuple[Finding, ...], lines: tuple[tuple[int, int], ...]) -> None:
        self.findings, self.lines = findings, lines


class _Question:
    """A question that a rule asks, and what it does next by the number of the answer."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.ways: dict[int, _Question | _Told] = {}


class _Known:
    """What is known of a rule: its questions in their order with what it told, and how often nothing of it held."""

    def __init__(self) -> None:
        self.root: _Question | _Told | None = None
        self.failures = self.count = 0

    def add(self, asked: tuple[tuple[int, int], ...], told: _Told) -> None:
        """Keep what a rule told upon some answers; of too many nothing is kept any longer."""
        self.count += 1
        if self.count > MOST_TOLD or not isinstance(self.root, _Question):
            self.root, self.count = _Question(asked[0][0]), 1  # each rule asks for the standard
        node: _Question | _Told | None = self.root
        for at, (number, version) in enumerate(asked, 1):
            if not isinstance(node, _Question) or node.number != number:
                self.root = None  # it did not ask as it did before: it goes by something else than what it asks
                return
            if at == len(asked):
                node.ways[version] = told
                return
            node = node.ways.setdefault(version, _Question(asked[at][0]))


def _is_same(one: Passage, other: Passage) -> bool:
    """Tell whether two passages of one path are the same."""
    is_same = one.text == other.text and one.above == other.above and one.given == other.given
    return is_same and one.zone == other.zone and one.annex == other.annex


def _part(text: Manuscript, mentions: Mentions) -> Manuscript:
    """Return a manuscript of some of the passages alone; where its issuer is, the whole tells."""
    part, home = copy(text), text.home
    for name in ("sentences", "cited", "_of_zones", "_read", "_by_path"):
        vars(part).pop(name, None)
    vars(part).update(passages=mentions.passages, mentions=mentions, home=home)
    return part


def _answer(question: Question, roots: Mapping[str, Manuscript]) -> Any:
    thing: Any = roots[question[0]]
    for step in question[1:]:
        thing = thing(*(given.value for given in step)) if isinstance(step, tuple) else getattr(thing, step)
    return thing


class _Given:
    """What a method is given: words are one where they are equal, a table where it is the same."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value) if isinstance(self.value, Mapping) else hash(self.value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Given):
            return NotImplemented
        return self.value is other.value or (not isinstance(self.value, Mapping) and bool(self.value == other.value))


class _Asked:
    """A manuscript, or a part of one, that writes down what it is asked for."""

    def __init__(self, thing: Any, memory: RuleMemory, asked: dict[int, int], way: Question) -> None:
        vars(self).update(_thing=thing, _memory=memory, _asked=asked, _way=way, _once={})

    def __getattr__(self, name: str) -> Any:
        if name == "once":
            return self._read_once  # which is kept nowhere: it holds what would hold it
        value = getattr(self._thing, name)
        made: Any
        if name in PARTS:
            made = _Asked(value, self._memory, self._asked, (*self._way, name))
        elif name in METHODS:
            made = partial(_hear, value, self._memory, self._asked, (*self._way, name))
        else:
            return _note(self._memory, self._asked, (*self._way, name), value)
        vars(self)[name] = made
        return made

    @property  # type: ignore[misc]
    def __class__(self) -> type:  # what a rule hands on is still what it was
        return type(self._thing)

    def _read_once(self, read: Callable[[Any], Iterable[Any]]) -> tuple[Any, ...]:
        if read not in self._once:
            self._once[read] = tuple(read(self))
        found: tuple[Any, ...] = self._once[read]
        return found


def _hear(method: Callable[..., Any], memory: RuleMemory, asked: dict[int, int], way: Question, *given: Any) -> Any:
    """Return what a method answers, and write it down."""
    return _note(memory, asked, (*way, tuple(map(_Given, given))), method(*given))


def _note(memory: RuleMemory, asked: dict[int, int], question: Question, answer: Any) -> Any:
    number, version = memory.note(question, answer)
    asked[number] = version
    return answer
