"""A sentence of a message ends with one point, also where its last word brings its own."""

import pytest

from ttdn_draft.messages import Message, fill_message


@pytest.mark.parametrize(
    ("fact", "what", "do"),
    [
        ("TM.", "Hệ này viết TM.", "Viết TM. rồi tên; xem TM."),
        ("bản gốc…", "Hệ này viết bản gốc…", "Viết bản gốc… rồi tên; xem bản gốc…"),
        ("K/T", "Hệ này viết K/T.", "Viết K/T. rồi tên; xem K/T."),
    ],
)
def test_a_sentence_ends_with_one_point(fact: str, what: str, do: str) -> None:
    message = Message("Hệ này viết {right}.", "Viết {right}. rồi tên; xem {right}.")
    assert fill_message(message, {"right": fact}, "vi") == (what, do)


def test_a_point_inside_of_a_name_stays() -> None:
    assert fill_message(Message("Tệp {name}.docx.", ""), {"name": "a."}, "vi") == ("Tệp a..docx.", "")
