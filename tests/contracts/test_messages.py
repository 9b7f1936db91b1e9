"""Each message stands in one file, with others of its hundred, and is raised with the facts that its sentences name."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from ttdn_draft.messages import LANGUAGES, describe, translate
from ttdn_draft.messages.catalogue import MESSAGES

from .raise_sites import Site, find_sites

SOURCE = Path(__file__).parents[2] / "src" / "ttdn_draft"
CATALOGUE = SOURCE / "messages"
TABLES = [file for file in sorted(CATALOGUE.glob("*.py")) if file.stem not in ("__init__", "catalogue", "texts")]
FILES = [file for file in sorted(SOURCE.rglob("*.py")) if CATALOGUE not in file.parents]
SITES = [site for file in FILES for site in find_sites(file)]

# Facts that no sentence names: the program reads them, or `--output json` gives them to other programs.
BESIDE_THE_TEXT = {
    ("E111", "character"): "one function tells of all characters",
    ("W113", "character"): "one function tells of all characters",
    ("W156", "old"): "the text as it is typed, for a program that mends it",
    ("W156", "new"): "the text as it is written, for a program that mends it",
    ("W156", "also"): "further lines, which the sentence names at its end",
    ("W931", "also"): "further lines, which the sentence names at its end",
    ("W994", "also"): "further lines, which the sentence names at its end",
    ("W892", "also"): "the other lines that one finding is told for",
    ("W893", "also"): "the other lines that one finding is told for",
    ("W899", "also"): "the other lines that one finding is told for",
    ("W996", "also"): "further lines, which the sentence names at its end",
    ("E202", "guess"): "the nearest of the known keys, for editors",
    ("E609", "pack"): "names the pack, as all that is told while a draft is filled from one",
    ("E633", "pack"): "names the pack, as all that is told while a draft is filled from one",
    ("E622", "entry"): "by it, packs and the list of plug-ins find what did not load",
    ("E671", "entry"): "by it, the list of plug-ins finds which of them is broken",
    ("E672", "reason"): "a document made without the plug-in says why, in W670",
}
# A finding that was made under one id and is told under another keeps its facts.
CARRIED = {
    "E184": "E102",
    "E185": "E103",
    "E186": "E104",
    "W670": "E671",
    "W694": "W113",
    "E746": "W746",
}


def placeholders_of(id: str, language: str = "vi") -> set[str]:
    sentences = (translate(text, language) for text in MESSAGES[id])
    return {name for sentence in sentences for _, name, _, _ in Formatter().parse(sentence) if name}


def ids_in(file: Path) -> list[str]:
    [table] = [node for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, ast.AnnAssign)]
    assert isinstance(table.value, ast.Dict)
    return [key.value for key in table.value.keys if isinstance(key, ast.Constant)]


@pytest.mark.parametrize("file", TABLES, ids=lambda file: file.stem)
def test_each_file_of_the_catalogue_holds_messages_of_one_hundred(file: Path) -> None:
    ids = ids_in(file)
    assert ids, "a file without messages is not needed"
    assert len({name[1] for name in ids}) == 1
    assert len(set(ids)) == len(ids)


def test_each_message_stands_in_one_file() -> None:
    known = [name for file in TABLES for name in ids_in(file)]
    assert sorted(known) == sorted(MESSAGES)


@pytest.mark.parametrize("id", MESSAGES)
def test_message_has_the_same_placeholders_in_each_language(id: str) -> None:
    assert placeholders_of(id, "en") == placeholders_of(id, "vi")
    for language in LANGUAGES:
        assert describe(id, dict.fromkeys(placeholders_of(id), "…"), language)


@pytest.mark.parametrize("id", MESSAGES)
def test_what_is_wrong_is_a_sentence_that_ends_before_what_to_do(id: str) -> None:
    what = MESSAGES[id].what
    is_of_others = what.startswith("{text}")  # a sentence of a pack or a plug-in, with its own end
    assert is_of_others or what.endswith((".", "?", "…", ".)"))


def seen(site: Site) -> bool:
    return site.facts is not None


def name_of(site: Site) -> str:
    return f"{site.file.relative_to(SOURCE).as_posix()}:{site.line} {site.id}"


@pytest.mark.parametrize("site", [site for site in SITES if seen(site)], ids=name_of)
def test_facts_of_each_site_fit_the_placeholders_of_its_message(site: Site) -> None:
    beside = {fact for told, fact in BESIDE_THE_TEXT if told == site.id}
    for facts in site.facts or ():
        assert facts - beside == placeholders_of(site.id)


WAYS = """
def check(self, report, place, more):
    raise InputError("E204", place, value=1)
    report("W321", ("noi_nhan",), name=1, **more)
    facts = {"kind": 1} if place else {"kind": 1, "standard": 2}
    yield Finding("E637", place, facts)
    yield "E239", (), {"key": 1} | {"needed": 2}
    self.report("E607", (), name=1)
    return place.id == "E001"

def report(self, id, path, **facts):
    self.told(id, path, pack=self.pack, **facts)
"""


def test_facts_are_read_in_each_way_in_which_they_are_given(tmp_path: Path) -> None:
    file = tmp_path / "ways.py"
    file.write_text(WAYS, encoding="utf-8")
    found = {site.id: site.facts and [set(facts) for facts in site.facts] for site in find_sites(file)}
    assert found == {
        "E204": [{"value"}],
        "W321": None,
        "E637": [{"kind"}, {"kind", "standard"}],
        "E239": [{"key", "needed"}],
        "E607": [{"name", "pack"}],
    }


def test_only_a_finding_told_under_another_id_hides_its_facts() -> None:
    unseen = {site.id for site in SITES if not seen(site)}
    assert unseen == {*CARRIED, "E102", "E103", "E104"}  # the keys of a table in read/delimited.py


@pytest.mark.parametrize("id", CARRIED)
def test_finding_told_under_another_id_brings_the_facts_of_both(id: str) -> None:
    assert placeholders_of(id) <= placeholders_of(CARRIED[id])


def test_every_message_is_seen_at_a_site() -> None:
    assert {site.id for site in SITES} == set(MESSAGES)
    assert len([site for site in SITES if seen(site)]) > 300


def test_each_fact_beside_the_text_is_given_somewhere() -> None:
    given = {(site.id, fact) for site in SITES for facts in site.facts or () for fact in facts}
    assert set(BESIDE_THE_TEXT) <= given
    assert not {(told, fact) for told, fact in BESIDE_THE_TEXT if fact in placeholders_of(told)}
