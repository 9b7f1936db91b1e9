"""The calls of the page by their names: what a call asks goes in, what the public module knows comes out as data."""

from . import calendars, composing, drawing, places, starting, texts, word_files
from .call import Call, Picture

CALLS: dict[str, Call] = {
    "bat-dau": Call(starting.begin, "files"),
    "con-song": Call(starting.beat, "files"),
    "dong": Call(starting.say_goodbye, "files", is_beacon=True),
    "dem": Call(texts.count, "logic"),
    "mo": Call(texts.open_file, "logic"),
    "phien-ban": Call(texts.tell_newest, "files"),
    "xem": Call(texts.look_through, "logic"),
    "luu": Call(texts.save, "files"),
    "luu-moi": Call(texts.save_copy, "files"),
    "tra-loi": Call(texts.answer_doubt, "logic"),
    "thong-tin": Call(texts.change_fact, "logic"),
    "bo-cho": Call(texts.drop_asked, "logic"),
    "bo-qua": Call(texts.pass_over, "files"),
    "xet-lai": Call(texts.judge_again, "files"),
    "bo-du-thao": Call(texts.finish, "logic"),
    "lua-chon": Call(composing.offer, "logic"),
    "se-dung": Call(composing.try_out, "logic"),
    "soan": Call(composing.write_draft, "logic"),
    "trang": Call(drawing.draw_newest, ""),
    "anh": Call(drawing.give_picture, "files"),
    "xuat": Call(drawing.export, "logic"),
    "word": Call(word_files.look_at_dropped, "dropped", takes_file=True),
    "word/ban-sao": Call(word_files.write_copy, "dropped"),
    "nam-sau": Call(word_files.roll, "dropped", takes_file=True),
    "nam-sau/lay": Call(word_files.take_rolled, "dropped"),
    "lich": Call(calendars.show_year, "logic"),
    "lich/ics": Call(calendars.write_for_calendars, "logic"),
    "can-cu": Call(calendars.search, "logic"),
    "thu-muc": Call(places.show_folder, "files"),
    "thu-muc/dat": Call(places.choose_folder, "files"),
}

__all__ = ["CALLS", "Call", "Picture"]
