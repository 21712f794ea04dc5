"""What a number of the panel means in this company, where its unit is nothing that anybody plans in."""

from __future__ import annotations

from functools import cache
from typing import Any

from . import _engine
from .amounts import two_digits
from .scenario import Scenario
from .tongue import Tongue, grouped

#: the two ways to say how many hosts there are; the first, where it is set, is what counts
IN_ALL, PER_1000 = "support.host_fte", "support.host_fte_per_1000"

#: working days of a full-time week
DAYS = 5


def meaning(path: str, value: Any, scenario: Scenario, tongue: Tongue) -> list[str]:
    """Lines to stand beneath the value: of hosts, how much of one that is here, in hours and in days a week.

    Examples
    --------
    >>> here = Scenario.from_toml("company.employees = 2000")
    >>> meaning(PER_1000, 0.2, here, Tongue("en"))
    ['= 0.4 of a full-time host for 2,000 people', '= 15 hours, or 2 days, a week']
    >>> meaning(IN_ALL, 1.5, here, Tongue("ja"))
    ['= 週57時間(7.5日)']
    """
    if path not in (IN_ALL, PER_1000):
        return []
    said, people = tongue["hosts"], scenario.payroll
    if path == PER_1000 and scenario[IN_ALL] > 0:
        return [said["in_all"]]
    try:
        hosts = float(value) if path == IN_ALL else float(value) * (people or 0) / 1000
    except ValueError:
        return []
    if not hosts > 0:
        return [said["unset"]] if path == IN_ALL else []
    part = said["part" if hosts < 1 else "one" if hosts == 1 else "several"]
    told = [part.format(hosts=grouped(two_digits(hosts)), people=f"{people:,.0f}")] if path == PER_1000 else []
    hours, days = (grouped(two_digits(each * hosts)) for each in (full_time(), DAYS))
    return [*told, said["week" if days != "1" else "one_day"].format(hours=hours, days=days)]


@cache
def full_time() -> float:
    """Hours of a full-time week, as the tables of tasks have them."""
    return float(next(row["default"] for row in _engine.tasks if row["name"] == "full_time"))
