"""Packs that say different things are named, and what a pack replaces is seen."""

from tests.calendars import anniversary, joined, layer, lunar
from tests.conftest import ids
from ttdn_draft.knowledge.days.anniversaries import Member
from ttdn_draft.knowledge.days.calendars import Layer
from ttdn_draft.knowledge.days.contradictions import find_contradictions, list_replacements
from ttdn_draft.model import PartialDate


def found(*layers: Layer) -> list[str]:
    return ids(tuple(find_contradictions(layers)))


def test_replacement_is_seen_and_of_the_same_day_no_contradiction() -> None:
    below, above = layer("toan-quoc", anniversary("a", "1945-08-19")), layer("mau", anniversary("a", "1945-08-19"))
    [change] = list_replacements((below, above))
    assert (change.entry.id, change.pack, change.hidden_pack) == ("a", "mau", "toan-quoc")
    assert found(below, above) == []


def test_other_day_under_the_same_id_is_a_contradiction_in_the_time_of_both() -> None:
    below = layer("toan-quoc", anniversary("a", "1945-08-19", until=PartialDate(2020)))
    [finding] = find_contradictions((below, layer("mau", anniversary("a", "1945-08-20"))))
    assert finding.id == "W700"
    assert finding.facts["day"] == ("1945-08-20",)
    assert found(below, layer("mau", anniversary("a", "1945-08-20", since=PartialDate(2021)))) == []
    assert found(layer("toan-quoc", lunar(3, 10)), layer("mau", lunar(3, 11))) == ["W700"]


def test_one_day_under_two_ids_is_told() -> None:
    below = layer("toan-quoc", anniversary("a", "1945-08-19", name="Ngày Khánh Hoà"))
    assert found(below, layer("mau", anniversary("b", "1945-08-19", name="Ngày Khánh Hòa"))) == ["W701"]
    assert found(below, layer("mau", anniversary("b", "1945-08-19", name="Ngày Khánh Hòa"), scope="cao-bang")) == []
    renamed = (anniversary("a", "1945-08-19", name="Ngày mới"), anniversary("b", "1945-08-19", name="Ngày Khánh Hòa"))
    assert found(below, layer("mau", *renamed)) == []


def test_group_with_an_unknown_day_or_with_two_origins_under_one_count_is_told() -> None:
    days = (anniversary("a", "1945-08-19"), anniversary("b", "1944-12-22"))
    below = layer("toan-quoc", *days)
    assert found(below, layer("mau", joined(Member("a"), Member("khong-co", "và")))) == ["W702"]
    assert found(below, layer("mau", joined(Member("a"), Member("b", "và"), shares_count=True))) == ["W703"]
    assert found(below, layer("mau", joined(Member("a"), Member("b", "và")))) == []
