"""The course of a parameter: what a scenario changes on its way, and how one says it."""

from __future__ import annotations

from typing import Any

from .controls import control
from .scenario import Scenario
from .tables import rows
from .tongue import Tongue, grouped, percent


def on_the_way(scenario: Scenario, tongue: Tongue) -> list[str]:
    """What a scenario changes while it is lived, a sentence for each week in which something does.

    Examples
    --------
    >>> cut = Scenario.from_toml("[[change]]\\nweek = 52\\nsupport.events_per_month = 0.5")
    >>> on_the_way(cut, Tongue("en"))
    ['From week 52 on: Events that an invited employee can go to 0 → 0.5.']
    """
    told: dict[int, list[str]] = {}
    for s in scenario.engine.settings:
        if not s.from_week or s.path not in rows():
            continue
        course = course_of(scenario, s.path)
        before = value_of(s.path, course[max(week for week in course if week < s.from_week)], tongue)
        moved = f"{before} → {value_of(s.path, s.value, tongue)}".removeprefix(" ")
        told.setdefault(s.from_week, []).append(f"{tongue.called(s.path)} {moved}")
    said, comma = tongue["plain"]["on_the_way"], tongue["sentence"]["comma"]
    return [said.format(week=week, changes=comma.join(told[week])) for week in sorted(told)]


def course_of(scenario: Scenario, path: str) -> dict[int, Any]:
    """A parameter from which week on; None where it is not known."""
    moved = control(scenario, path)
    known = moved.given is not None or not moved.is_unknown
    later = {s.from_week: s.value for s in scenario.engine.settings if s.path == path and s.from_week}
    return {0: scenario[path] if known else None, **later}


def value_of(path: str, value: Any, tongue: Tongue) -> str:
    """A value without its unit, which its name or the row of the panel says; a share as a percentage."""
    if path == "support.level":
        return tongue.level(value)
    if isinstance(value, bool | str) or value is None:
        return tongue.value(value) if value is not None else ""
    unit = rows()[path]["unit"]
    return grouped(percent(value, unit)) + (" %" if unit == "share" else "")
