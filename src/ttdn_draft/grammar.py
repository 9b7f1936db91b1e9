"""What a template may say: its Jinja tree and the known names go in, everything beyond them comes out with its line.

Templates and outlines come from strangers. They may print the values that they are given, ask whether one is there,
and go through the lists; nothing else: no calls, no arithmetic, no comparisons, no assignments, no macros, no imports,
no loop in a loop. So they can neither run code nor run for long, and every name in them is known before it is used.
"""

from collections.abc import Iterator, Set

from jinja2 import nodes

from .messages import N_, Marked
from .nearness import find_nearest
from .patterns import regex
from .records import dataclass

FILTERS = frozenset({"upper", "lower"})
LOOP_WORDS = frozenset({"loop.index", "loop.first", "loop.last"})
MAX_TAGS, MAX_TAG, MAX_NESTING = 500, 200, 8
TAG_START, TAG_END = regex(r"\{[{%]"), regex(r"[%}]\}")
CLOSINGS = {"{{": "}}", "{%": "%}"}
MARKS = regex(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
# what Jinja says, by its first words
PROBLEMS = {
    "Unexpected end of template": N_("thiếu endif hoặc endfor"),
    "Encountered unknown tag": N_("không có lệnh này"),
    "Missing end of comment tag": N_("ghi chú không có dấu đóng"),
    "unexpected char": N_("trong thẻ có ký tự lạ"),
    "unexpected '": N_("dấu ngoặc trong thẻ không khớp"),
    "expected token": N_("trong thẻ thừa hoặc thiếu chữ"),
    "Expected an expression": N_("thẻ không có tên"),
    "No filter named": N_("không có bộ lọc này"),
}
NOT_READ = N_("không đọc được thẻ này")
TOO_DEEP = N_("quá nhiều dấu ngoặc lồng nhau")
# the forms of Jinja that nothing may use, by the names of its nodes
FORBIDDEN_FORMS = {
    "Call": N_("lời gọi hàm"),
    "Compare": N_("phép so sánh"),
    "Concat": N_("phép nối chữ"),
    "CondExpr": N_("if bên trong {{ … }}"),
    "Const": N_("chữ hoặc số viết sẵn trong thẻ"),
    "Filter": N_("nhiều bộ lọc trong một thẻ"),
    "For": N_("vòng lặp trong vòng lặp"),
    "Getattr": N_("dấu chấm sau một biểu thức"),
    "Getitem": N_("dấu […] sau tên thẻ"),
    "If": N_("quá nhiều if lồng nhau"),
    "Test": N_("phép thử «is»"),
    "Add": N_("phép tính"),
    "Sub": N_("phép tính"),
    "Mul": N_("phép tính"),
    "Div": N_("phép tính"),
    "FloorDiv": N_("phép tính"),
    "Mod": N_("phép tính"),
    "Pow": N_("phép tính"),
    "Neg": N_("phép tính"),
    "Pos": N_("phép tính"),
}
OTHER_FORM = N_("lệnh hoặc biểu thức này")


@dataclass(frozen=True)
class Names:
    """The names that are known: texts to print, lists to go through, groups that only `if` may ask for.

    Names that begin with `internal` are put in by the program itself.
    """

    texts: frozenset[str]
    lists: frozenset[str]
    groups: frozenset[str] = frozenset()
    internal: str = ""
    filters: Set[str] = FILTERS

    @property
    def all(self) -> frozenset[str]:
        """Return every name that has a meaning."""
        return self.texts | self.lists | self.groups

    def is_internal(self, path: str) -> bool:
        """Tell whether a name is one that the program puts in."""
        return bool(self.internal) and path.startswith(self.internal)


@dataclass(frozen=True)
class Violation:
    """One thing that a template may not say: a form that is not allowed, or an unknown name."""

    line: int
    form: str = ""
    unknown: str = ""
    guess: str = ""


def tag_spans(source: str) -> Iterator[tuple[int, int]]:
    """Yield where each tag begins and ends; one that is never closed comes last, with 0 for its end."""
    at = 0
    while start := TAG_START.search(source, at):
        end = TAG_END.search(source, start.end())
        yield start.start(), end.end() if end else 0
        if end is None:
            return
        at = end.end()


def comment_spans(source: str) -> Iterator[tuple[int, int]]:
    """Yield where each comment begins and ends; the end of one that is never closed is looked for once."""
    at = 0
    while (start := source.find("{#", at)) >= 0 and (end := source.find("#}", start + 2)) >= 0:
        at = end + 2
        yield start, at


@dataclass(frozen=True)
class Scan:
    """The tags of a text, each with where it begins and ends, and the marks that belong to none."""

    tags: tuple[tuple[int, int], ...]
    halves: tuple[int, ...]


def scan_tags(text: str) -> Scan:
    """Return the tags of a text and its loose marks; each letter is passed a bounded number of times.

    A mark that nothing closes is looked for once, however often it stands there.
    """
    tags, halves, at = [], [], 0
    open_for_ever: set[str] = set()
    while found := MARKS.search(text, at):
        start, mark = found.start(), found[0]
        closing = CLOSINGS.get(mark, "")
        end = text.find(closing, found.end()) if closing and mark not in open_for_ever else -1
        if end >= 0:
            tags.append((start, end + 2))
        else:
            halves.append(start)
            open_for_ever |= {mark}
        at = end + 2 if end >= 0 else found.end()
    return Scan(tuple(tags), tuple(halves))


def explain_syntax(error: Exception) -> Marked:
    """Return what Jinja found wrong, in words for the user."""
    if isinstance(error, RecursionError):
        return TOO_DEEP
    return next((words for start, words in PROBLEMS.items() if str(error).startswith(start)), NOT_READ)


def _name_form(node: nodes.Node) -> Marked:
    return FORBIDDEN_FORMS.get(type(node).__name__, OTHER_FORM)


def find_excess(source: str) -> int:
    """Return where a tag begins that is too long, or one too many, or -1.

    What Jinja cannot parse in a moment is never given to it.
    """
    for number, (start, end) in enumerate(tag_spans(source)):
        if number >= MAX_TAGS or end - start > MAX_TAG:
            return start
    return -1


def check_grammar(tree: nodes.Template, names: Names) -> Iterator[Violation]:
    """Yield everything that a template may not say."""
    yield from _check(tree.body, frozenset(), 0, names)


def _check(body: list[nodes.Node], local: frozenset[str], depth: int, names: Names) -> Iterator[Violation]:
    for node in body:
        match node:
            case nodes.Output():
                for child in node.nodes:
                    yield from _check_output(child, local, names)
            case nodes.If() if depth < MAX_NESTING:
                yield from _check_test(node.test, local, names)
                yield from _check([*node.body, *node.elif_, *node.else_], local, depth + 1, names)
            case nodes.For() if "loop" not in local:
                yield from _check_loop(node, local, depth, names)
            case _:
                yield Violation(node.lineno, _name_form(node))


def _check_output(node: nodes.Node, local: frozenset[str], names: Names) -> Iterator[Violation]:
    if isinstance(node, nodes.TemplateData):
        return
    if isinstance(node, nodes.Filter) and node.node is not None:
        if node.name not in names.filters or node.args or node.kwargs:
            yield Violation(node.lineno, f"|{node.name}")
        node = node.node
    yield from _check_name(node, local, names.texts, names)


def _check_test(node: nodes.Node, local: frozenset[str], names: Names) -> Iterator[Violation]:
    if isinstance(node, (nodes.And, nodes.Or, nodes.Not)):
        for child in node.iter_child_nodes():
            yield from _check_test(child, local, names)
    else:
        yield from _check_name(node, local, names.all, names)


def _check_loop(node: nodes.For, local: frozenset[str], depth: int, names: Names) -> Iterator[Violation]:
    path = path_of(node.iter)
    if not names.is_internal(path) and path not in names.lists:
        yield _wrong_list(node, path, names)
    target = path_of(node.target)
    if node.recursive or node.test or not target or target in names.all or target == "loop":
        yield Violation(node.lineno, f"for {target or '…'} …")
        return
    yield from _check(node.body, local | LOOP_WORDS | {target, "loop"}, depth + 1, names)
    yield from _check(node.else_, local, depth + 1, names)


def _wrong_list(node: nodes.For, path: str, names: Names) -> Violation:
    if path and path not in names.all:
        return Violation(node.lineno, unknown=path, guess=find_nearest(path, sorted(names.lists)))
    return Violation(node.lineno, f"for … in {path or '…'}")


def _check_name(node: nodes.Node, local: frozenset[str], known: frozenset[str], names: Names) -> Iterator[Violation]:
    path = path_of(node)
    if not path or path == "loop":
        yield Violation(node.lineno, path or _name_form(node))
    elif path in local or path in known or names.is_internal(path):
        return
    elif path in names.lists:
        yield Violation(node.lineno, f"{{{{ {path} }}}}")
    else:
        yield Violation(node.lineno, unknown=path, guess=find_nearest(path.lower(), sorted(known | local)))


def path_of(node: nodes.Node) -> str:
    """Return the dotted name of a node, or nothing for any other expression."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and (above := path_of(node.node)):
        return f"{above}.{node.attr}"
    return ""
