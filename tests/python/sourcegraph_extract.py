"""An HR extract made from the register of a real company: who was on its team page, under whom, 2021 to 2024.

The register lies beside the project (../shared); whoever has it not cannot run what needs it.
"""

import csv
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

REGISTER = Path(__file__).parents[3] / "shared/data/sourcegraph_company"
FIRST_DAY = date(2021, 11, 1)
COLUMNS = ["person", "silo", "manager", "hired", "left"]


def write_extract(path: Path) -> list[dict[str, str]]:
    """Write the extract (person, silo, manager, hired, left) and return its lines."""
    seen = _org_chart_by_person()
    lines = []
    for spell in _read("employee_spells.csv"):
        entry = _entry_at(seen[spell["person"]], spell["start"], spell["end"])
        lines.append(
            {
                "person": spell["person"],
                "silo": entry.get("top_branch", "other"),
                "manager": entry.get("manager", ""),
                "hired": spell["start"],
                "left": spell["end"],
            }
        )
    people = {line["person"] for line in lines}
    for line in lines:
        if line["manager"] not in people:
            line["manager"] = ""
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(lines)
    return lines


def headcount(lines: list[dict[str, str]], day: str) -> int:
    """How many people of an extract work there on a day (YYYY-MM-DD)."""
    return sum(line["hired"] <= day and not (line["left"] and line["left"] <= day) for line in lines)


def _read(name: str) -> list[dict[str, str]]:
    with (REGISTER / name).open(newline="") as file:
        return list(csv.DictReader(file))


def _org_chart_by_person() -> dict[str, list[dict[str, str]]]:
    """Where each person stands in the org chart, by date; a branch of one is a gap in the chart and no branch."""
    chart = _read("org_snapshots.csv")
    sizes = Counter((entry["date"], entry["top_branch"]) for entry in chart)
    seen = defaultdict(list)
    for entry in sorted(chart, key=lambda entry: entry["date"]):
        if sizes[entry["date"], entry["top_branch"]] > 1:
            seen[entry["person"]].append(entry)
    return seen


def _entry_at(entries: list[dict[str, str]], start: str, end: str) -> dict[str, str]:
    """The first entry during a spell; else the nearest one; nothing for those the org chart never shows."""
    during = [entry for entry in entries if start <= entry["date"] and (not end or entry["date"] < end)]
    if during:
        return during[0]

    def days_off(entry: dict[str, str]) -> int:
        return abs((date.fromisoformat(entry["date"]) - date.fromisoformat(start)).days)

    return min(entries, key=days_off, default={})
