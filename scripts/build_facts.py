"""Makes a facts file out of the tables of this checkout: who signs it off and a day go in, one JSON file comes out.

python scripts/build_facts.py OUT --name "Nguyễn Văn An" --office "Trưởng phòng" [--looked-over DAY] [TABLE ...]
"""

import argparse
import json
from datetime import date
from pathlib import Path

from ttdn_draft.facts_file import FORMAT
from ttdn_draft.knowledge.ages import CALENDAR_TABLE
from ttdn_draft.knowledge.tables import AGES_TABLE, read_shipped


def main() -> None:
    """Write the file; without names of tables, all that grow old."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("tables", nargs="*")
    parser.add_argument("--name", required=True)
    parser.add_argument("--office", required=True)
    parser.add_argument("--looked-over", type=date.fromisoformat, help="instead of the day that tables.csv says")
    given = parser.parse_args()
    ages = {row["table"]: row for row in read_shipped(AGES_TABLE) if row["bears_months"]}
    names = given.tables or [name for name in ages if name != CALENDAR_TABLE]
    days = {name: (given.looked_over or date.fromisoformat(ages[name]["looked_over"])).isoformat() for name in names}
    tables = {name: {"looked_over": days[name], "rows": list(read_shipped(name))} for name in names}
    signed = {"name": given.name, "office": given.office}
    data = {"format": FORMAT, "made": date.today().isoformat(), "signed_off": signed, "tables": tables}
    given.out.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
