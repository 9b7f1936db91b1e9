"""What is kept for the next document is used for the very same things, and forgotten with the last that used it."""

from ttdn_draft.reuse import Memory, remembering, reuse, reuse_each


class Maker:
    """Makes a list of what it is given, and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, *given: object) -> list[object]:
        self.count += 1
        return [*given]


def make_in(memory: Memory, make: Maker, *about: object, by: tuple[object, ...] = ()) -> list[object]:
    with remembering(memory):
        return reuse(make, *about, by=by)


def test_nothing_is_kept_without_a_memory() -> None:
    make, thing = Maker(), ["a"]
    assert reuse(make, thing) == reuse(make, thing) == [["a"]]
    assert make.count == 2


def test_same_thing_is_made_once_and_an_equal_one_anew() -> None:
    make, memory, thing = Maker(), Memory(), ["a"]
    assert make_in(memory, make, thing) is make_in(memory, make, thing)
    assert make.count == 1
    make_in(memory, make, ["a"])
    assert make.count == 2


def test_values_are_known_by_being_equal() -> None:
    make, memory, thing = Maker(), Memory(), ["a"]
    for words in ("năm 2026", "".join(["năm ", "2026"]), "năm 2027"):
        make_in(memory, make, thing, by=(words,))
    assert make.count == 2


def test_what_the_last_document_did_not_use_is_forgotten() -> None:
    make, memory, things = Maker(), Memory(), (["a"], ["b"])
    make_in(memory, make, things[0])
    make_in(memory, make, things[1])
    make_in(memory, make, things[1])
    make_in(memory, make, things[0])
    assert make.count == 3
    assert len(memory.used) + len(memory.last) == 2


def test_of_a_row_only_what_changed_and_its_neighbours_are_made_anew() -> None:
    memory, made = Memory(), list[str]()

    def spell(things: list[str], place: int) -> str:
        made.append(things[place])
        return "".join(things[max(0, place - 1) : place + 2])

    with remembering(memory):
        first = reuse_each(spell, ["a", "b", "c", "d", "e"], reach=1)
        assert first == ["ab", "abc", "bcd", "cde", "de"]
        made.clear()
        assert reuse_each(spell, ["a", "b", "c", "d", "x"], reach=1) == ["ab", "abc", "bcd", "cdx", "dx"]
    assert made == ["d", "x"]


def test_rows_of_another_length_are_made_anew() -> None:
    with remembering(Memory()):
        assert reuse_each(str.upper, ["a", "b"]) == ["A", "B"]
        assert reuse_each(str.upper, ["a", "b", "c"]) == ["A", "B", "C"]
        assert reuse_each(str.upper, ["a", "x"]) == ["A", "X"]
