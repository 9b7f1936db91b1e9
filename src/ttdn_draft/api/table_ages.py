"""How old the tables of facts are, for a screen: a day goes in, a sentence for each table comes out."""

from datetime import date

from ..knowledge.ages import list_ages
from ..messages import N_, translate, write_day
from .documents import Language
from .screen_values import ShownTable

FRESH = N_("Các bảng được soát đến ngày {day}.")
OLD = N_("Bảng {holds} chỉ dùng được đến ngày {day}: cần bản mới của chương trình.")


def list_tables(day: date, *, language: Language = "vi") -> tuple[ShownTable, ...]:
    """Return each table of facts: what it holds, until when it was looked over, and whether it bears a day."""
    shown = []
    for age in list_ages().values():
        said, told = (FRESH, age.looked_over) if age.bears(day) else (OLD, age.bears_until or age.looked_over)
        sentence = translate(said, language).format(holds=age.holds, day=write_day(told, language))
        shown.append(ShownTable(age.holds, age.looked_over.isoformat(), sentence))
    return tuple(shown)
