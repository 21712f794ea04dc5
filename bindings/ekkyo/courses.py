"""The course of a parameter: what a scenario changes on its way, and how one says it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from .changing import Weeks
from .controls import control
from .scenario import Scenario
from .tables import rows
from .tongue import Tongue, grouped, percent

#: a first week, and the last one where it is set back after that
Episode = tuple[int, int | None]


def on_the_way(scenario: Scenario, tongue: Tongue, *, in_all_levels: bool = False) -> list[str]:
    """What a scenario changes while it is lived, a sentence for each week in which something does.

    What is set back to what it was is told once, with the weeks between. Of a change that holds ``in_all_levels`` only
    what it leads to is told, as each level comes from elsewhere.

    Examples
    --------
    >>> cut = Scenario.from_toml("[[change]]\\nweek = 52\\nsupport.events_per_month = 0.5")
    >>> on_the_way(cut, Tongue("en"))
    ['From week 52 on: Events that an invited employee can go to 0 → 0.5 events per month.']
    >>> on_the_way(cut.later(60, {"support.events_per_month": 0.0}), Tongue("en"))
    ['In weeks 52 to 59: Events that an invited employee can go to 0 → 0.5 events per month, and then as before.']
    >>> on_the_way(cut, Tongue("en"), in_all_levels=True)
    ['From week 52 on: Events that an invited employee can go to → 0.5 events per month.']
    """
    told = defaultdict[Episode, list[str]](list)
    for path in dict.fromkeys(s.path for s in scenario.engine.settings if s.from_week and s.path in rows()):
        for episode, before, after in episodes(course_of(scenario, path)):
            was, now = from_to(path, before, after, tongue)
            moved = f"→ {now}" if in_all_levels else f"{was} → {now}".removeprefix(" ")
            told[episode].append(f"{tongue.called(path)} {moved}")
    said, comma = tongue["plain"], tongue["sentence"]["comma"]
    return [
        said["on_the_way" if last is None else "for_a_while"].format(week=week, last=last, changes=comma.join(changes))
        for (week, last), changes in sorted(told.items(), key=lambda one: (one[0][0], one[0][1] or math.inf))
    ]


def episodes(course: dict[int, Any]) -> list[tuple[Episode, Any, Any]]:
    """The changes of a course, with the value before and after; one that the next undoes is an episode with an end.

    Examples
    --------
    >>> episodes({0: 5, 52: 1, 60: 5, 104: 2})
    [((52, 59), 5, 1), ((104, None), 5, 2)]
    """
    weeks, found = sorted(course), list[tuple[Episode, Any, Any]]()
    number = 1
    while number < len(weeks):
        week, before = weeks[number], course[weeks[number - 1]]
        is_undone = number + 1 < len(weeks) and course[weeks[number + 1]] == before
        found.append(((week, weeks[number + 1] - 1 if is_undone else None), before, course[week]))
        number += 1 + is_undone
    return found


def course_of(scenario: Scenario, path: str) -> dict[int, Any]:
    """A parameter from which week on; None where it is not known."""
    moved = control(scenario, path)
    known = moved.given is not None or not moved.is_unknown
    later = {s.from_week: s.value for s in scenario.engine.settings if s.path == path and s.from_week}
    return {0: scenario[path] if known else None, **later}


def spans(old: Scenario, new: Scenario, path: str) -> list[tuple[Weeks, Any, Any]]:
    """In which weeks a parameter is another in the new scenario than in the old, what it was, and what it is now."""
    there, here = course_of(old, path), course_of(new, path)
    turns = [*sorted({*here, *there}), new.weeks]
    found: list[tuple[Weeks, Any, Any]] = []
    for begin, end in pairwise(turns):
        was, now = (course[max(week for week in course if week <= begin)] for course in (there, here))
        if was == now:
            continue
        if found and found[-1][0][1] == begin and found[-1][1:] == (was, now):
            found[-1] = ((found[-1][0][0], end), was, now)
        else:
            found.append(((begin, end), was, now))
    return found


def told_spans(old: Scenario, new: Scenario, path: str, tongue: Tongue, when: Callable[[Weeks], str]) -> list[str]:
    """The same in words, as short as a name; ``when`` says weeks.

    Examples
    --------
    >>> plain = Scenario.from_toml('company.employees = 100\\nsupport.level = "standard"')
    >>> cut = plain.later(52, {"support.events_per_month": 0.5})
    >>> told_spans(plain, cut, "support.events_per_month", Tongue("en"), lambda weeks: f"from week {weeks[0]} on")
    ['Events that an invited employee can go to 1 → 0.5 events per month from week 52 on']
    """
    said = tongue["whatif"]
    told = []
    for weeks, was, now in spans(old, new, path):
        values = from_to(path, was, now, tongue)
        moved = f"{tongue.called(path)} {' → '.join(value or said['unheld'] for value in values)}"
        told.append(moved if weeks == (0, new.weeks) else said["moved"].format(moved=moved, when=when(weeks)))
    return told


def from_to(path: str, was: Any, now: Any, tongue: Tongue) -> tuple[str, str]:
    """What a parameter was and what it is now, with its unit: once, where that stands behind the number.

    Examples
    --------
    >>> from_to("support.time_allowance", 7, 1.4, Tongue("en")), from_to("support.platform", 1, 0.2, Tongue("en"))
    (('7', '1.4 hours per member and month'), ('100 %', '20 %'))
    >>> from_to("support.events_per_month", 3, 0.5, Tongue("ja"))
    ('月3回', '月0.5回')
    """
    before, after = (value_of(path, x, tongue) for x in (was, now))
    if any(isinstance(x, bool | str) for x in (was, now)):
        return before, after
    unit = rows()[path]["unit"]
    long = [tongue.quantity(x, unit) if x is not None else "" for x in (was, now)]
    is_behind = bool(after) and long[1].startswith(after)
    return before if is_behind else long[0], long[1]


def value_of(path: str, value: Any, tongue: Tongue) -> str:
    """A value without its unit; a share as a percentage."""
    if path == "support.level":
        return tongue.level(value)
    if isinstance(value, bool | str) or value is None:
        return tongue.value(value) if value is not None else ""
    unit = rows()[path]["unit"]
    return grouped(percent(value, unit)) + (" %" if unit == "share" else "")
