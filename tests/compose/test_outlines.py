"""Reading outlines: what a folder may hold, what an outline may say, and where each fault is told."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.compose.values import VALUES, put
from tests.conftest import ids
from ttdn_draft.compose import check_outlines, fill_outline, read_outline, read_paragraphs
from ttdn_draft.errors import Finding
from ttdn_draft.grammar import MAX_TAG, MAX_TAGS
from ttdn_draft.messages import describe

HEAD = "---\ntrich_yeu: công tác năm {{ nam }}\n---\n"
BODY_LINE = HEAD.count("\n") + 1


@pytest.fixture
def faults(tmp_path: Path) -> Callable[..., tuple[Finding, ...]]:
    """Return what is wrong with an outline of this body, or of this whole text."""

    def _faults(body: str, head: str = HEAD, name: str = "dang/huong-dan.md") -> tuple[Finding, ...]:
        put(tmp_path, head + body, name)
        standard, _, kind = name.removesuffix(".md").partition("/")
        if standard == "doan":
            return read_paragraphs(tmp_path)[1]
        outline, findings = read_outline(tmp_path, standard, kind)
        assert (outline is None) == any(f.severity == "error" for f in findings)
        return findings

    return _faults


def test_folder_without_outlines_has_none_and_nothing_is_wrong(tmp_path: Path) -> None:
    assert read_outline(tmp_path, "dang", "huong-dan") == (None, ())
    assert read_paragraphs(tmp_path) == ({}, ())
    assert check_outlines(tmp_path) == ()


def test_folder_has_an_outline_for_a_standard_and_a_kind(tmp_path: Path) -> None:
    put(tmp_path, HEAD + "# Mục đích\n")
    outline, findings = read_outline(tmp_path, "dang", "huong-dan")
    assert outline is not None and findings == ()
    assert read_outline(tmp_path, "nha-nuoc", "huong-dan") == (None, ())
    assert read_outline(tmp_path, "dang", "ke-hoach") == (None, ())


# what an outline may say


@pytest.mark.parametrize(
    ("body", "id"),
    [
        ("{{ nam.__class__.__mro__ }}", "E643"),
        ("{{ tinh.ten.__class__ }}", "E643"),
        ("{{ ''.__class__ }}", "E642"),
        ("{{ nam['x'] }}", "E642"),
        ("{{ nam|attr('x') }}", "E642"),
        ("{{ nam|replace('2', '3') }}", "E642"),
        ("{{ ky_niem|join }}", "E642"),
        ("{{ can_cu }}", "E642"),
        ("{{ nam() }}", "E642"),
        ("{{ range(10**9) }}", "E642"),
        ('{{ "x" * 10**9 }}', "E642"),
        ("{{ 7 * 7 }}", "E642"),
        ("{{ nam ~ nam }}", "E642"),
        ("{% if nam == '2027' %}x{% endif %}", "E642"),
        ("{% if nam is defined %}x{% endif %}", "E642"),
        ("{% import 'os' as os %}", "E642"),
        ("{% from 'os' import path %}", "E642"),
        ("{% include '/etc/passwd' %}", "E642"),
        ("{% extends 'x' %}", "E642"),
        ("{% macro m() %}{% endmacro %}", "E642"),
        ("{% set nam = 'x' %}", "E642"),
        ("{% block b %}{% endblock %}", "E642"),
        ("{% filter upper %}x{% endfilter %}", "E642"),
        ("{% for x in range(10**9) %}x{% endfor %}", "E642"),
        ("{% for x in nam %}x{% endfor %}", "E642"),
        ("{% for nam in can_cu %}x{% endfor %}", "E642"),
        ("{% for tinh in can_cu %}x{% endfor %}", "E642"),
        ("{% for x in can_cu recursive %}x{% endfor %}", "E642"),
        ("{% for x in can_cu if x %}x{% endfor %}", "E642"),
        ("{% for x in can_cu %}{% for y in ky_niem %}x{% endfor %}{% endfor %}", "E642"),
        ("{% raw %}{{ x }}{% endraw %}", "E642"),
        ("{{- nam }}", "E642"),
        ("{% if nam -%}x{% endif %}", "E642"),
        ("{#- x #}", "E642"),
        ("{{ " + "nam" * MAX_TAG + " }}", "E642"),
        ("{{ nam }}" * (MAX_TAGS + 1), "E642"),
        ("{{ nam", "E641"),
        ("{% if nam", "E641"),
        ("{{ }}", "E641"),
        ("{{ nam nam }}", "E641"),
        ("{% if nam %}x", "E641"),
        ("{% endfor %}", "E641"),
        ("{% lap x %}", "E641"),
        ("{# x", "E641"),
        ("{{ " + "(" * 190 + " }}", "E641"),
        ("{{ x }}", "E643"),
        ("{{ loop.index }}", "E643"),
        ("{% if khong_co %}x{% endif %}", "E643"),
        ("{% for x in can_cu %}x{% endfor %}{{ x }}", "E643"),
        ("{{ tinh }}", "E643"),
        ("Đoạn: {{ doan.bien_gioi }}", "E645"),
        ("{{ doan.bien_gioi }}.", "E645"),
        ("{{ doan.bien_gioi|upper }}", "E645"),
    ],
)
def test_outline_that_tries_more_than_printing_is_refused_with_its_line(
    faults: Callable[..., tuple[Finding, ...]], body: str, id: str
) -> None:
    found = faults(f"Mở đầu.\n\n{body}\n")
    assert ids(found)[0] == id
    lines = {f.place.line for f in found}
    assert lines <= {BODY_LINE + 2, BODY_LINE + 3}  # a tag that is left open is told at the end
    assert all(f.place.file.endswith("huong-dan.md") for f in found)


@pytest.mark.parametrize("tag", ["{{ nam.__class__ }}", "{{ x }}", '{{ "x" * 10**9 }}', "{{ doan.bien_gioi }}"])
def test_facts_and_local_paragraphs_are_held_to_the_same_list(
    faults: Callable[..., tuple[Finding, ...]], tag: str
) -> None:
    in_facts = faults("x\n", head=f"---\ntrich_yeu: một\ncan_cu:\n  - {tag}\n---\n")
    in_paragraph = faults(f"Một.\n\n{tag}\n", head="", name="doan/bien-gioi.md")
    assert {f.id for f in in_facts} <= {"E642", "E643", "E645"} and {f.place.line for f in in_facts} == {4}
    assert {f.id for f in in_paragraph} <= {"E642", "E643"} and {f.place.line for f in in_paragraph} == {3}


def test_every_fault_is_told_and_a_near_name_is_offered(faults: Callable[..., tuple[Finding, ...]]) -> None:
    found = faults("{{ tinh.tenn }}\n\n{{ bao_cao.namm }}\n\n{% set x = 1 %}\n")
    assert ids(found) == ["E643", "E643", "E642"]
    assert [f.facts.get("guess") for f in found[:2]] == ["tinh.ten", "bao_cao.nam"]
    assert "(tinh.ten?)" in describe("E643", dict(found[0].facts), "vi")[1]


@pytest.mark.parametrize("body", ["{{ a + " + "a + " * 200_000, "{{" * 400_000, "{{ nam }}" * 90_000, "{#" * 400_000])
def test_outline_made_to_keep_the_parser_busy_is_refused_before_it_is_parsed(
    faults: Callable[..., tuple[Finding, ...]], body: str
) -> None:
    assert {f.id for f in faults(body)} <= {"E641", "E642"}


def test_loop_has_no_other_length_than_its_list_and_output_is_bounded(tmp_path: Path) -> None:
    put(tmp_path, HEAD + "{% for x in su_kien.khac %}\n- {{ x }}\n{% endfor %}\n" * 20)
    outline, _ = read_outline(tmp_path, "dang", "huong-dan")
    assert outline is not None
    few = replace(VALUES, facts=replace(VALUES.facts, others=("một", "hai")))
    assert fill_outline(outline, few).count("- ") == 40
    many = replace(VALUES, facts=replace(VALUES.facts, others=("x" * 1000,) * 1000))
    with pytest.raises(Exception, match="E647"):
        fill_outline(outline, many)


# where an outline may stand


@pytest.mark.parametrize("target", ["/etc/passwd", "../../../ngoai.md", "khong-co.md", "huong-dan.md"])
def test_link_is_refused_where_it_leads_out_or_nowhere(tmp_path: Path, target: str) -> None:
    folder = tmp_path / "goi"
    (tmp_path / "ngoai.md").write_text(HEAD + "ngoài\n", encoding="utf-8")
    file = put(folder, HEAD, "dang/huong-dan.md")
    file.unlink()
    file.symlink_to(target)
    outline, found = read_outline(folder, "dang", "huong-dan")
    assert outline is None
    assert ids(found) == ["E640" if ".." in target or "etc" in target else "E106"]
    assert found[0].place.file == str(file)


def test_folder_that_is_a_link_to_elsewhere_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "khac", HEAD)
    (tmp_path / "goi").mkdir()
    (tmp_path / "goi" / "outlines").symlink_to(tmp_path / "khac" / "outlines")
    outline, found = read_outline(tmp_path / "goi", "dang", "huong-dan")
    assert outline is None and ids(found) == ["E640"]
    put(tmp_path / "khac", "Một.\n", "doan/bien-gioi.md")
    paragraphs, found = read_paragraphs(tmp_path / "goi")
    assert paragraphs == {} and ids(found) == ["E640"]


def test_link_of_an_installer_is_followed(tmp_path: Path) -> None:
    kept = put(tmp_path / "kho", HEAD + "Một.\n")
    file = put(tmp_path / "goi", HEAD)
    file.unlink()
    file.symlink_to(kept)
    outline, found = read_outline(tmp_path / "goi", "dang", "huong-dan", has_links=True)
    assert found == () and outline is not None and outline.body.strip() == "Một."


@pytest.mark.parametrize(
    ("standard", "kind"), [("dang", "../../pack"), ("..", "x"), ("dang", ""), ("dang", "a/b"), ("dang", "a\0b")]
)
def test_name_that_walks_out_of_its_folder_is_refused(tmp_path: Path, standard: str, kind: str) -> None:
    (tmp_path / "pack.md").write_text(HEAD, encoding="utf-8")
    outline, found = read_outline(tmp_path, standard, kind)
    assert outline is None and ids(found) == ["E640"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_pipe_and_folder_in_place_of_a_file_are_refused_without_waiting(tmp_path: Path) -> None:
    file = put(tmp_path, HEAD)
    file.unlink()
    os.mkfifo(file)
    assert ids(read_outline(tmp_path, "dang", "huong-dan")[1]) == ["E106"]
    file.unlink()
    file.mkdir()
    assert ids(read_outline(tmp_path, "dang", "huong-dan")[1]) == ["E106"]
    assert ids(read_outline(tmp_path / "outlines" / "dang", "dang", "huong-dan")[1]) == []
    (tmp_path / "goi").mkdir()
    (tmp_path / "goi" / "outlines").write_text("tệp", encoding="utf-8")
    assert ids(read_outline(tmp_path / "goi", "dang", "huong-dan")[1]) == ["E106"]
    assert ids(read_paragraphs(tmp_path / "goi")[1]) == ["E640"]


@pytest.mark.parametrize(
    ("data", "id"),
    [
        (b"x" * (10 * 1024 * 1024), "E107"),
        (HEAD.encode() + b"a\0b", "E102"),
        (HEAD.encode("utf-16"), "E103"),
        (HEAD.encode() + b"m\xe1i", "E104"),
        (b"", "E105"),
        (HEAD.encode() + b"a\x07b", "E110"),
        (HEAD.encode() + "a\ue000b".encode(), "E110"),
        (b"Khong co phan dau\n", "E640"),
        (b"---\ntrich_yeu: x\n", "E640"),
        (b"---\n---\nx\n", "E640"),
        (b"---\n# ghi chu\n---\nx\n", "E640"),
    ],
)
def test_file_that_is_no_outline_is_refused(tmp_path: Path, data: bytes, id: str) -> None:
    put(tmp_path, data)
    outline, found = read_outline(tmp_path, "dang", "huong-dan")
    assert outline is None and [i for i in ids(found) if i != "W115"] == [id]


def test_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    text = HEAD + "{% if nam %}\nMột.\n{% endif %}\n\nHai {{ nam }}.\n"
    put(tmp_path, text)
    plain, _ = read_outline(tmp_path, "dang", "huong-dan")
    put(tmp_path, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    other, found = read_outline(tmp_path, "dang", "huong-dan")
    assert plain == other and plain is not None and found == ()


# the facts


@pytest.mark.parametrize(
    "key", ["so: 14", "ngay: 2027-01-05", "ky: {ho_ten: A}", "co_quan: {ten: A}", "tinh: cao-bang", "trich_yeuu: x"]
)
def test_keys_that_the_program_fills_in_are_refused_with_their_line(
    faults: Callable[..., tuple[Finding, ...]], key: str
) -> None:
    found = faults("x\n", head=f"---\ntrich_yeu: x\n{key}\n---\n")
    assert [(f.id, f.place.line) for f in found] == [("E644", 3)]


def test_facts_that_are_no_yaml_are_told_with_their_line(faults: Callable[..., tuple[Finding, ...]]) -> None:
    found = faults("x\n", head='---\ntrich_yeu: năm {{ nam }}\ncan_cu:\n  - "{{ nam }}\n---\n')
    assert [(f.id, f.place.line) for f in found] == [("E151", 4)]


def test_proposed_bases_are_read_and_taken_out(tmp_path: Path) -> None:
    bases = "can_cu_goi_y:\n  - kl-57-kltw-2023\n\n  - nq-59-nqtw-2025\n"
    facts = f"trich_yeu: x\n{bases}{{% if nam %}}\nluu_hanh: Y\n{{% endif %}}\n"
    put(tmp_path, f"---\n{facts}---\nx\n")
    outline, found = read_outline(tmp_path, "dang", "huong-dan")
    assert outline is not None and found == ()
    assert outline.bases == ("kl-57-kltw-2023", "nq-59-nqtw-2025")
    assert fill_outline(outline, VALUES) == "---\ntrich_yeu: x\nluu_hanh: Y\n---\n\nx\n"


@pytest.mark.parametrize("bases", ["kl-57", "[{{ nam }}]", "[1]", "{a: b}", "[KL 57]"])
def test_proposed_bases_are_a_list_of_ids(faults: Callable[..., tuple[Finding, ...]], bases: str) -> None:
    found = faults("x\n", head=f"---\ntrich_yeu: x\ncan_cu_goi_y: {bases}\n---\n")
    assert "E646" in ids(found) or "E120" in ids(found)
    assert {f.place.line for f in found} == {3}


# the local paragraphs


def test_local_paragraphs_are_known_by_their_slots(tmp_path: Path) -> None:
    put(tmp_path, "Một.\n", "doan/bien-gioi.md")
    put(tmp_path, "Hai.\n", "doan/to-chuc.md")
    put(tmp_path, "Ghi chú.\n", "doan/README.txt")
    paragraphs, found = read_paragraphs(tmp_path)
    assert sorted(paragraphs) == ["bien-gioi", "to-chuc"] and found == ()


def test_local_paragraph_for_no_slot_is_told_with_the_nearest(tmp_path: Path) -> None:
    put(tmp_path, "Một.\n", "doan/bien-goi.md")
    paragraphs, found = read_paragraphs(tmp_path)
    assert paragraphs == {} and ids(found) == ["E648"]
    assert found[0].facts["guess"] == "bien-gioi.md"


def test_local_paragraph_has_no_facts(tmp_path: Path) -> None:
    put(tmp_path, HEAD + "Một.\n", "doan/bien-gioi.md")
    assert ids(read_paragraphs(tmp_path)[1]) == ["E640"]


def test_whole_folder_is_checked_at_once(tmp_path: Path) -> None:
    put(tmp_path, HEAD + "{{ x }}\n")
    put(tmp_path, HEAD + "x\n", "nha-nuoc/ke-hoach.md")
    put(tmp_path, HEAD + "x\n", "nha-nuoc/Kế hoạch.md")
    put(tmp_path, "{{ y }}\n", "doan/bien-gioi.md")
    put(tmp_path, HEAD + "x\n", "nhanuoc/ke-hoach.md")
    found = check_outlines(tmp_path)
    assert sorted(ids(found)) == ["E640", "E643", "E643", "E648"]
    assert next(f.facts["guess"] for f in found if f.id == "E648") == "nha-nuoc"


def test_outline_in_the_docs_is_sound(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "write-an-outline.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```text\n(---\n.*?)^```", page, re.M | re.S)
    assert len(examples) == 1
    put(tmp_path, examples[0])
    outline, found = read_outline(tmp_path, "dang", "huong-dan")
    assert outline is not None and found == ()
    assert outline.bases == ("kl-57-kltw-2023", "nq-59-nqtw-2025")
    assert "\n- Có 01 cửa khẩu quốc tế\n" in fill_outline(outline, VALUES)


@pytest.mark.parametrize("heading", ["# Đề mục", "  ## Đề mục", "#", "### {{ nam }}"])
def test_heading_in_a_local_paragraph_is_refused_with_its_line(tmp_path: Path, heading: str) -> None:
    put(tmp_path, f"Một.\n\n{{# chú thích\n# trong thẻ #}}\n{heading}\n\nHai #.\n", "doan/quang-ba.md")
    paragraphs, found = read_paragraphs(tmp_path)
    assert paragraphs == {}
    assert [(f.id, f.place.line) for f in found] == [("E687", 5)]


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("doan/quang-ba.md.txt", "quang-ba.md"),
        ("doan/quang-ba.txt", "quang-ba.md"),
        ("doan/quang-ba.MD", "quang-ba.md"),
        ("dang/ke-hoach.md.txt", "ke-hoach.md"),
    ],
)
def test_outline_that_nobody_reads_for_its_name_is_told(tmp_path: Path, name: str, guess: str) -> None:
    for other in ("doan/doc-truoc.txt", "doan/.DS_Store"):
        put(tmp_path, "Một.\n", other)
    file = put(tmp_path, "Một.\n", name)
    (found,) = check_outlines(tmp_path)
    assert (found.id, found.place.file, found.facts["guess"]) == ("W692", str(file), guess)
