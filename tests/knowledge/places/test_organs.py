"""Organs by date, and how sure their names are."""

from datetime import date

import pytest

from ttdn_draft.knowledge.places.organs import doubt_about, find_organ


@pytest.mark.parametrize(
    ("id", "day", "found"),
    [
        ("btgtu", date(2014, 3, 13), "btgtu"),
        ("btgtu", date(2021, 3, 30), "btgtu"),
        ("btgtu", date(2025, 5, 1), "btgdvtu"),
        ("btgtu", date(2026, 11, 22), "btgtu-2026"),
        ("btgtu-2026", date(2021, 3, 30), "btgtu"),
        ("btgdvtu", date(2024, 1, 1), "btgtu"),
        ("bdvtu", date(2026, 1, 1), "btgdvtu"),
        ("btgtw", date(2026, 6, 5), "btgdvtw"),
        ("btgtw", date(2026, 8, 27), "btgtw-2026"),
        ("stttt", date(2021, 1, 1), "stttt"),
        ("stttt", date(2025, 3, 1), "svhttdl"),
        ("btttt", date(2026, 1, 1), "bvhttdl"),
    ],
)
def test_id_of_any_time_leads_to_the_organ_of_the_day(id: str, day: date, found: str) -> None:
    organ = find_organ(id, day)
    assert organ is not None and organ.id == found


@pytest.mark.parametrize("id", ["huyen-uy", "quan-uy", "ubnd-huyen", "btgdvhu"])
def test_district_organs_end_without_a_successor(id: str) -> None:
    assert find_organ(id, date(2025, 6, 30)) is not None
    assert find_organ(id, date(2025, 7, 1)) is None


def test_unknown_id_and_time_before_an_organ_give_nothing() -> None:
    assert find_organ("khong-co", date(2026, 1, 1)) is None
    assert find_organ("btttt", date(2001, 1, 1)) is None


@pytest.mark.parametrize(
    ("id", "day", "other", "kind"),
    [
        ("btgdvtw", date(2026, 8, 1), "btgtw-2026", "inferred"),
        ("btgtw-2026", date(2026, 9, 1), "btgdvtw", "first-seen"),
        ("btgdvtu", date(2026, 7, 1), "btgtu-2026", "inferred"),
        ("btgtu-2026", date(2026, 10, 15), "btgdvtu", "first-seen"),
        ("btgtu", date(2025, 2, 10), "btgdvtu", "inferred"),
    ],
)
def test_name_near_an_unsure_boundary_is_doubted_and_kept(id: str, day: date, other: str, kind: str) -> None:
    organ = find_organ(id, day)
    assert organ is not None and organ.id == id
    doubt = doubt_about(organ, day)
    assert doubt is not None and doubt.other is not None
    assert (doubt.other.id, doubt.kind) == (other, kind)
    assert doubt.earliest <= day <= doubt.latest


@pytest.mark.parametrize(
    ("id", "day"),
    [
        ("btgdvtw", date(2026, 6, 5)),
        ("btgtw-2026", date(2026, 11, 22)),
        ("btgdvtu", date(2026, 6, 5)),
        ("btgtu", date(2021, 3, 30)),
        ("tinh-uy", date(2026, 8, 1)),
    ],
)
def test_name_away_from_unsure_boundaries_is_not_doubted(id: str, day: date) -> None:
    organ = find_organ(id, day)
    assert organ is not None and doubt_about(organ, day) is None


def test_what_rests_on_memory_is_marked() -> None:
    known, remembered = find_organ("btgdvtu", date(2026, 1, 1)), find_organ("btctu", date(2026, 1, 1))
    assert known and known.is_verified
    assert remembered and not remembered.is_verified
