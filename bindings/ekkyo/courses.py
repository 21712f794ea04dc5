"""The course of a parameter: what a scenario changes on its way, and how one says it."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import Any

from .changing import Weeks
from .controls import control
from .lines import opened
from .meaning import IN_ALL
from .scenario import Scenario
from .spanning import called
from .tables import rows
from .tongue import Tongue, grouped, percent


def on_the_way(scenario: Scenario, tongue: Tongue, *, in_all_levels: bool = False) -> list[str]:
    """What a scenario changes while it is lived, a sentence for each week in which something does.

    What is set back to what it was is told once, with the weeks between. Of a change that holds ``in_all_levels`` only
    what it leads to is told, as each level comes from elsewhere.

    Examples
    --------
    >>> cut = Scenario.from_toml("[[change]]\\nweek = 52\\nsupport.events_per_month = 0.5")
    >>> on_the_way(cut, Tongue("en"))
    ['From year 2 on (week 52): Events that an invited employee can go to 0 events per month → 1 event in 2 months.']
    >>> on_the_way(cut.later(60, {"support.events_per_month": 0.0}), Tongue("en"))
    ['In weeks 52 to 59 only: Events that an invited employee can go to 0 events per month → 1 event in 2 months.']
    >>> on_the_way(cut, Tongue("en"), in_all_levels=True)
    ['From year 2 on (week 52): Events that an invited employee can go to → 1 event in 2 months.']
    """
    said, comma, told = tongue["when"]["then"], tongue["sentence"]["comma"], list[str]()
    for weeks, moves in by_episode(scenario).items():
        changes = []
        for path, before, after in moves:
            was, now = from_to(path, before, after, tongue)
            moved = f"→ {now}" if in_all_levels else f"{was} → {now}".removeprefix(" ")
            changes.append(f"{tongue.called(path)} {moved}")
        told.append(opened(said.format(when=called(weeks, scenario, tongue), changes=comma.join(changes))))
    return told


def change_of(scenario: Scenario, tongue: Tongue) -> str:
    """What a scenario changes while it is lived, as one calls it, with the weeks; nothing where nothing changes.

    Examples
    --------
    >>> plain = Scenario.from_toml('company.employees = 100\\nsupport.level = "standard"')
    >>> half = plain.later(52, {"support.host_fte_per_1000": 0.1})
    >>> change_of(half, Tongue("en"))
    "halving the hosts' hours from year 2 on (week 52)"
    >>> change_of(half.later(104, {"support.host_fte_per_1000": 0.2}), Tongue("ja"))
    '2年目だけ(第52〜103週)専任ホストの時間を半減'
    """
    said, comma = tongue["change"]["then"], tongue["sentence"]["comma"]
    told = [
        said.format(when=called(weeks, scenario, tongue), changes=comma.join(_moved(*one, tongue) for one in moves))
        for weeks, moves in by_episode(scenario).items()
    ]
    return str(comma.join(told))


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


def by_episode(scenario: Scenario) -> dict[Weeks, list[tuple[str, Any, Any]]]:
    """What a scenario changes, by the weeks in which: paths, each with its value before and then."""
    found = defaultdict[Weeks, list[tuple[str, Any, Any]]](list)
    for path in dict.fromkeys(s.path for s in scenario.engine.settings if s.from_week and s.path in rows()):
        for weeks, before, after in episodes(course_of(scenario, path), scenario.weeks):
            # what is set to what it was is no change
            if before != after:
                found[weeks].append((path, before, after))
    return dict(sorted(found.items()))


def episodes(course: dict[int, Any], weeks: int) -> list[tuple[Weeks, Any, Any]]:
    """The changes of a course, with the value before and after; one that the next undoes ends with it.

    Examples
    --------
    >>> episodes({0: 5, 52: 1, 60: 5, 104: 2}, weeks=260)
    [((52, 60), 5, 1), ((104, 260), 5, 2)]
    """
    turns, found = sorted(course), list[tuple[Weeks, Any, Any]]()
    number = 1
    while number < len(turns):
        week, before = turns[number], course[turns[number - 1]]
        is_undone = number + 1 < len(turns) and course[turns[number + 1]] == before
        found.append(((week, turns[number + 1] if is_undone else weeks), before, course[week]))
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


def told_spans(old: Scenario, new: Scenario, path: str, tongue: Tongue) -> list[str]:
    """The same in words, as short as a name.

    Examples
    --------
    >>> plain = Scenario.from_toml('company.employees = 100\\nsupport.level = "standard"')
    >>> cut = plain.later(52, {"support.events_per_month": 0.5})
    >>> told_spans(plain, cut, "support.events_per_month", Tongue("en"))
    ['Events that an invited employee can go to 1 event per month → 1 event in 2 months from year 2 on (week 52)']
    """
    said = tongue["whatif"]
    told = []
    for weeks, was, now in spans(old, new, path):
        values = from_to(path, was, now, tongue)
        moved = f"{tongue.called(path)} {' → '.join(value or said['unheld'] for value in values)}"
        told.append(
            moved if weeks == (0, new.weeks) else said["moved"].format(moved=moved, when=called(weeks, new, tongue))
        )
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
    if path == IN_ALL and not was:
        return before, tongue.quantity(now, rows()[path]["unit"])
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
    if path == IN_ALL and not value:
        return str(tongue["hosts"]["by_size"])
    unit = rows()[path]["unit"]
    return grouped(percent(value, unit)) + (" %" if unit == "share" else "")
