"""Two vocabularies and one table between them: what people wrote goes in under Python names, and comes back out."""

from dataclasses import dataclass

from ttdn_draft.model import Reading, as_tags, convert_value, named, to_keys, to_names
from ttdn_draft.model.ids import is_id


@dataclass(frozen=True)
class Office:
    name: str = named("ten")
    phone: str = named("dien_thoai", default="")
    rank: int = 0  # of the program alone


def test_keys_become_names_and_names_keys_again() -> None:
    written = {"ten": "Ban A", "dien_thoai": "0123"}
    office = Office(**to_names(Office, written))
    assert office == Office("Ban A", "0123")
    assert to_keys(office) == written


def test_keys_that_nobody_knows_and_fields_without_a_key_are_left_out() -> None:
    assert to_names(Office, {"ten": "Ban A", "rank": 3, "khac": 1}) == {"name": "Ban A"}
    assert to_keys(Office("Ban A", rank=3)) == {"ten": "Ban A", "dien_thoai": ""}


def test_brief_keys_say_no_defaults() -> None:
    assert to_keys(Office("Ban A"), is_brief=True) == {"ten": "Ban A"}
    assert to_keys(Office("", "0123"), is_brief=True) == {"ten": "", "dien_thoai": "0123"}


def test_values_are_converted_by_their_fields_both_ways() -> None:
    assert to_names(Office, {"ten": "a"}, lambda field, value: (field.name, value)) == {"name": ("name", "a")}
    told = to_keys(Office("a"), lambda field, value: f"{field.metadata['key']}={value}")
    assert told == {"ten": "ten=a", "dien_thoai": "dien_thoai="}


def test_tags_reach_into_groups_and_make_lists() -> None:
    @dataclass(frozen=True)
    class Group:
        offices: tuple[str, ...] = named("cac_ban")
        first: Office = named("ban_dau")

    found = as_tags(Group(("a", "b"), Office("A")))
    assert found == {"cac_ban": ["a", "b"], "ban_dau": {"ten": "A", "dien_thoai": ""}}


def test_value_of_a_reading_is_converted_where_there_is_one() -> None:
    there, nothing = Reading[int | None](2), Reading[int | None](None)
    assert convert_value(there, str) == ("2", ())
    assert convert_value(nothing, str) == (None, ())


def test_ids_are_small_letters_digits_and_single_dashes() -> None:
    assert all(map(is_id, ("a", "kl-57-kltw-2023", "36")))
    assert not any(map(is_id, ("", "A", "a-", "-a", "a--b", "đa", "a b", "a\n")))
