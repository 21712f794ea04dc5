"""The course of a parameter: what a scenario changes on its way, and how one says it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from .changing import YEAR, Weeks
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
    ['From week 52 on: Events that an invited employee can go to 0 events per month → 1 event in 2 months.']
    >>> on_the_way(cut.later(60, {"support.events_per_month": 0.0}), Tongue("ja"))
    ['第52週から第59週まで: 月あたりのイベント数 月0回 → 2か月に1回(その後は元どおり)。']
    >>> on_the_way(cut, Tongue("en"), in_all_levels=True)
    ['From week 52 on: Events that an invited employee can go to → 1 event in 2 months.']
    """
    said, told = tongue["plain"], list[str]()
    for (week, last), moves in by_episode(scenario).items():
        changes = []
        for path, before, after in moves:
            was, now = from_to(path, before, after, tongue)
            moved = f"→ {now}" if in_all_levels else f"{was} → {now}".removeprefix(" ")
            changes.append(f"{tongue.called(path)} {moved}")
        form = said["on_the_way" if last is None else "for_a_while"]
        told.append(form.format(week=week, last=last, changes=tongue["sentence"]["comma"].join(changes)))
    return told


def change_of(scenario: Scenario, tongue: Tongue) -> str:
    """What a scenario changes while it is lived, as one calls it, with the weeks; nothing where nothing changes.

    Examples
    --------
    >>> plain = Scenario.from_toml('company.employees = 100\\nsupport.level = "standard"')
    >>> half = plain.later(52, {"support.host_fte_per_1000": 0.1})
    >>> change_of(half, Tongue("en"))
    "halving the hosts' hours from week 52 on"
    >>> change_of(half.later(104, {"support.host_fte_per_1000": 0.2}), Tongue("ja"))
    '2年目の第52〜103週に専任ホストの時間を半減'
    """
    said = tongue["change"]
    told = list[str]()
    for (week, last), moves in by_episode(scenario).items():
        changes = tongue["sentence"]["comma"].join(_moved(path, was, now, tongue) for path, was, now in moves)
        is_year = last is not None and week % YEAR == 0 and last == week + YEAR - 1
        form = said["for_good" if last is None else "for_a_year" if is_year else "for_a_while"]
        told.append(form.format(week=week, last=last, year=week // YEAR + 1, changes=changes))
    return str(tongue["sentence"]["comma"].join(told))


def _moved(path: str, was: Any, now: Any, tongue: Tongue) -> str:
    said = tongue["change"]
    before, after = from_to(path, was, now, tongue)
    return str(said[verb(path, was, now)]).format(
        name=said["of"].get(path) or tongue.quoted(path), old=before, new=after
    )


def verb(path: str, was: Any, now: Any) -> str:
    """How one says a move: halving, doubling, knowing what was not known, or else moving."""
    if was is None or now is None:
        return "known" if was is None else "unknown"
    if rows()[path]["form"] not in ("number", "count") or not was:
        return "moving"
    return {0.5: "halving", 2.0: "doubling"}.get(round(now / was, 6), "moving")


def by_episode(scenario: Scenario) -> dict[Episode, list[tuple[str, Any, Any]]]:
    """What a scenario changes, by the weeks in which: paths, each with its value before and then."""
    found = defaultdict[Episode, list[tuple[str, Any, Any]]](list)
    for path in dict.fromkeys(s.path for s in scenario.engine.settings if s.from_week and s.path in rows()):
        for episode, before, after in episodes(course_of(scenario, path)):
            found[episode].append((path, before, after))
    return dict(sorted(found.items(), key=lambda one: (one[0][0], one[0][1] or math.inf)))


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
    ['Events that an invited employee can go to 1 event per month → 1 event in 2 months from week 52 on']
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
    ('月3回', '2か月に1回')
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
