"""Makes a facts file out of the facts of this checkout: who signs it off and a day go in, one JSON file comes out.

python scripts/build_facts.py OUT --name "Nguyễn Văn An" --office "Trưởng phòng" [--looked-over DAY] [TABLE ...]
"""

import argparse
import json
from datetime import date
from pathlib import Path

from ttdn_draft.facts_file import FORMAT
from ttdn_draft.knowledge.days.anniversaries import CALENDAR_FILE
from ttdn_draft.knowledge.tables import AGES_TABLE, CALENDAR_TABLE, read_shipped
from ttdn_draft.packs.calendars import COUNTRY_FOLDER
from ttdn_draft.read import read_data


def main() -> None:
    """Write the file; without names of tables, all that grow old, and the calendar of the country."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("tables", nargs="*")
    parser.add_argument("--name", required=True)
    parser.add_argument("--office", required=True)
    parser.add_argument("--looked-over", type=date.fromisoformat, help="instead of the day that tables.csv says")
    given = parser.parse_intermixed_args()
    ages = {row["table"]: row for row in read_shipped(AGES_TABLE) if row["bears_months"]}
    names = given.tables or [*ages]
    days = {name: (given.looked_over or date.fromisoformat(ages[name]["looked_over"])).isoformat() for name in names}
    tables = {n: {"looked_over": days[n], "rows": list(read_shipped(n))} for n in names if n != CALENDAR_TABLE}
    signed = {"name": given.name, "office": given.office}
    data = {"format": FORMAT, "made": date.today().isoformat(), "signed_off": signed, "tables": tables}
    if CALENDAR_TABLE in names:
        calendar = read_data(COUNTRY_FOLDER / CALENDAR_FILE).data
        data["calendar"] = {"looked_over": days[CALENDAR_TABLE], **calendar}
    given.out.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
