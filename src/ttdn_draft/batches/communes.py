"""A row for each commune of a province: the head of a file goes in, a table of communes comes out."""

from collections.abc import Mapping
from typing import Any

from ..errors import InputError, Place
from ..knowledge.ages import find_known_day
from ..knowledge.places.communes import list_communes
from ..knowledge.places.provinces import find_province_id
from ..read.row_tables import BatchRow, RowTable

ID, NAME = "xa", "ten_xa"  # the id of a commune, and its name as in a sentence


def list_commune_rows(head: Mapping[str, Any], file: str) -> RowTable:
    """Return a row for each commune of the province that a head names; raises InputError where it names none.

    The column of the ids stands for the key of that name only where the head has the key: a document of a province to
    its communes has it not.
    """
    named = head.get("tinh")
    communes = list_communes(find_province_id(named), find_known_day()) if isinstance(named, str) else ()
    if not communes:
        raise InputError("E953", Place(file))
    rows = (BatchRow(file, number, {ID: unit.id, NAME: unit.full_name}) for number, unit in enumerate(communes, 1))
    spare = {NAME} if ID in head else {ID, NAME}
    return RowTable(file, (ID, NAME), tuple(rows), spare=frozenset(spare))
