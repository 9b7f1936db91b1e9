"""A ttdn.toml is read whole: what is right of it stands, and all that is wrong is told on its line."""

from datetime import date
from pathlib import Path

import pytest

from ttdn_draft.errors import Finding, Place
from ttdn_draft.messages import Message
from ttdn_draft.project import Accepted, Project, find_project, read_project
from ttdn_draft.toml_lines import find_toml_lines

ALL_KEYS = """
packs = ["gói", "gói khác"]
drafts = ["van-ban/*.md"]
templates = ["mẫu", "mau.docx"]
fail_on = "warning, doubled-word"

[template]
ke-hoach = "mẫu/kế hoạch.docx"

[[accepted]]
rule = "doubled-word"
file = "van-ban/*.md"
reason = "chép nguyên văn"
until = 2027-06-30

[[accepted]]
rule = "W377"
reason = "còn soạn"
until = "30/06/2027"

[plugins]
required = ["ttdn-pack-cao-bang"]
"""


def read(folder: Path, text: str) -> tuple[Project, list[tuple[str, int]]]:
    file = folder / "ttdn.toml"
    file.write_text(text, encoding="utf-8")
    project, findings = read_project(file)
    return project, [(finding.id, finding.place.line) for finding in findings]


def test_every_key_is_typed_and_paths_begin_where_the_file_stands(tmp_path: Path) -> None:
    project, findings = read(tmp_path, ALL_KEYS)
    assert findings == []
    assert project.packs == (tmp_path / "gói", tmp_path / "gói khác")
    assert project.drafts == ("van-ban/*.md",)
    assert project.templates == (tmp_path / "mẫu", tmp_path / "mau.docx")
    assert project.template_by_kind == {"ke-hoach": tmp_path / "mẫu" / "kế hoạch.docx"}
    assert project.fail_on == ("warning", "doubled-word")
    assert [(a.rule, a.file, a.reason, a.until, a.place.line) for a in project.accepted] == [
        ("doubled-word", "van-ban/*.md", "chép nguyên văn", date(2027, 6, 30), 11),
        ("W377", "", "còn soạn", date(2027, 6, 30), 17),
    ]
    assert project.required == ("ttdn-pack-cao-bang",)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('packs = "gói"', [("E731", 1)]),
        ('\ndraft = ["a.md"]', [("E730", 2)]),
        ('drafts = [\n"a.md",\n7]', [("E731", 1)]),
        ('templates = ["a", " "]', [("E731", 1)]),
        ("fail_on = 3", [("E731", 1)]),
        ('template = "a.docx"', [("E731", 1)]),
        ("[template]\nke-hoach = 7", [("E731", 2)]),
        ("accepted = 7", [("E731", 1)]),
        ("accepted = [7]", [("E731", 1)]),
        ('[[accepted]]\nrule = "a"\n', [("E732", 1), ("E732", 1)]),
        ('[[accepted]]\nrule = "a"\nreason = ""\nuntil = 2027-01-01', [("E731", 3)]),
        ('[[accepted]]\nrule = "a"\nreason = "x"\nuntil = "30/02/2027"', [("E731", 4)]),
        ('[[accepted]]\nrule = "a"\nreason = "x"\nuntil = 2027-01-01T00:00:00', [("E731", 4)]),
        ('[[accepted]]\nrule = "a"\nreason = "x"\nuntil = 2027-01-01\nngay = 5', [("E730", 5)]),
        ('plugins = ["a"]', [("E731", 1)]),
        ('[plugins]\nrequire = ["a"]', [("E730", 2)]),
        ('[plugins]\nrequired = "a"', [("E731", 2)]),
        ("packs = [", [("E627", 0)]),
        ("a = 1\nb = = 2", [("E627", 2)]),
        ("packs = 7\n\nmau = 1\n[plugins]\nneeded = 1", [("E731", 1), ("E730", 3), ("E730", 5)]),
    ],
)
def test_what_is_wrong_is_told_on_its_line_and_all_at_once(
    tmp_path: Path, text: str, wanted: list[tuple[str, int]]
) -> None:
    assert read(tmp_path, text)[1] == wanted


def test_key_that_is_mistyped_is_told_with_the_one_that_is_meant(tmp_path: Path) -> None:
    (tmp_path / "ttdn.toml").write_text("Draft = []", encoding="utf-8")
    ((finding,),) = (read_project(tmp_path / "ttdn.toml").findings,)
    assert "(drafts?)" in finding.sentence()


def test_what_is_right_stands_beside_what_is_wrong(tmp_path: Path) -> None:
    project, findings = read(tmp_path, 'packs = ["a"]\ndrafts = 7\n[template]\nke-hoach = "b"\nbao-cao = 1')
    assert len(findings) == 2
    assert project.packs == (tmp_path / "a",) and project.template_by_kind == {"ke-hoach": tmp_path / "b"}


def test_nearest_project_is_that_of_a_folder(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "ttdn.toml").touch()
    assert find_project(deep) == tmp_path / "ttdn.toml"
    (tmp_path / "a" / "ttdn.toml").touch()
    assert find_project(deep) == tmp_path / "a" / "ttdn.toml"


RULE = Finding("doubled-word", Place("van-ban/a.md"), level="error", message=Message("", ""))


@pytest.mark.parametrize(
    ("finding", "pattern", "day", "is_accepted"),
    [
        (RULE, "", date(2027, 6, 30), True),
        (RULE, "van-ban/*.md", date(2027, 6, 30), True),
        (RULE, "*.md", date(2027, 6, 30), True),
        (RULE, "van-ban/b*.md", date(2027, 6, 30), False),
        (RULE, "", date(2027, 7, 1), False),
        (Finding("weekday-wrong", level="error", message=Message("", "")), "", date(2027, 6, 30), False),
    ],
)
def test_finding_is_accepted_in_its_files_until_its_last_day(
    tmp_path: Path, finding: Finding, pattern: str, day: date, is_accepted: bool
) -> None:
    accepted = Accepted("doubled-word", "x", date(2027, 6, 30), pattern)
    project = Project(tmp_path / "ttdn.toml", accepted=(accepted,))
    told, borne = project.sort_accepted([finding], str(tmp_path / "van-ban" / "a.md"), day)
    assert (told, borne) == (((), (finding,)) if is_accepted else ((finding,), ()))


def test_error_that_leaves_no_document_is_never_accepted(tmp_path: Path) -> None:
    missing = Finding("E201", Place("a.md"))
    project = Project(tmp_path / "ttdn.toml", accepted=(Accepted("E201", "x", date(2027, 6, 30)),))
    assert project.sort_accepted([missing], "a.md", date(2027, 1, 1)) == ((missing,), ())


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("a = 1\n\n# b = 1\nb = 2", ("b",), 4),
        ('a = """\nb = 1\n[c]\n"""\nb = 2', ("b",), 5),
        ('[t]\n"a b" = 1\nc.d = 2', ("t", "a b"), 2),
        ("[t]\nc.d = 2", ("t", "c", "d"), 2),
        ("[[t]]\na = 1\n[[t]]\na = 2", ("t", 1, "a"), 4),
        ('["x.y".z] # note\na = 1', ("x.y", "z", "a"), 2),
        ("a = [\n1,\n\n2, # [b]\n]\nb = 1", ("b",), 6),
        ("t = [{a = 1}, {a = 2}]", ("t", 1, "a"), 1),
    ],
)
def test_line_of_a_key_is_found_as_the_language_reads_it(text: str, path: tuple[str | int, ...], line: int) -> None:
    assert find_toml_lines(text).line_of(path) == line


def test_text_in_a_list_of_many_lines_has_the_line_that_names_it() -> None:
    lines = find_toml_lines('a = [\n"x",\n"y",\n]\nb = "y"')
    assert (lines.line_of(("a",), "y"), lines.line_of(("b",), "y"), lines.line_of(("a",), "z")) == (3, 5, 1)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("drafts = van-ban/*.md", 'drafts = ["van-ban/*.md"]'),
        ("drafts = “van-ban/*.md”", 'drafts = ["van-ban/*.md"]'),
        ("drafts: van-ban/*.md", 'drafts = ["van-ban/*.md"]'),
        ('packs = ["D:\\van-ban\\goi"]', 'packs = ["D:/van-ban/goi"]'),
        ("packs = [goi, goi-khac]", 'packs = ["goi", "goi-khac"]'),
        ("fail_on = warning", 'fail_on = "warning"'),
    ],
)
def test_line_that_is_no_toml_is_told_with_how_it_is_written(tmp_path: Path, typed: str, right: str) -> None:
    file = tmp_path / "ttdn.toml"
    file.write_text(typed, encoding="utf-8")
    (finding,) = read_project(file).findings
    assert (finding.id, finding.place.line, finding.facts["right"]) == ("E627", 1, right)
    file.write_text(right, encoding="utf-8")
    assert not read_project(file).findings
