"""What a what-if changes of a scenario: from the beginning on, or from a week on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pprint import pformat
from typing import Any

from . import _engine
from .errors import ScenarioError
from .scenario import Scenario
from .words import words

#: what the company decides, and the one of it that sets all of it
SUPPORT, LEVEL = "support.", "support.level"

#: stands between a path and the week from which its value holds, as in "support.host_fte @ 52"
AT = " @ "

#: weeks in a year, as years are counted from the first week on
YEAR = 52

#: from a week on until another, which is left out
Weeks = tuple[int, int]


def changed(scenario: Scenario, changes: Mapping[str, Any]) -> Scenario:
    """A scenario with changes.

    Raises
    ------
    ScenarioError
        If it cannot be lived like that.

    Examples
    --------
    >>> scenario = Scenario.from_toml('company.employees = 100\\nsupport.level = "standard"')
    >>> later = changed(scenario, {"helping.fear": 5, "support.host_fte @ 52": 1})
    >>> later["helping.fear"], later.to_toml().partition("[[change]]")[2].split()
    (5.0, ['week', '=', '52', 'support.host_fte', '=', '1'])
    """
    at_once, later = by_week(changes)
    scenario = scenario.replace(at_once)
    for week, values in later.items():
        scenario = scenario.later(week, values)
    return scenario


def during(scenario: Scenario, levers: Mapping[str, Any], weeks: Weeks) -> dict[str, Any]:
    """Levers that are set in some weeks only, as changes; before and after, they are what they were.

    A level sets every lever anew; those that the scenario sets beside its level stay set.

    Raises
    ------
    ScenarioError
        If a lever that is not known would have to be set again on the way: a change takes one number.

    Examples
    --------
    >>> scenario = Scenario.from_toml('company.employees = 100\\nsupport.level = "standard"')
    >>> during(scenario, {"support.events_per_month": 4.0}, (52, 104))
    {'support.events_per_month @ 52': 4.0, 'support.events_per_month @ 104': 1.0}
    """
    begin, end = weeks
    beside = _beside_level(scenario) if LEVEL in levers else {}
    again = [path for path in beside if begin and path not in levers]
    again += [path for path in [*levers, *beside] if end < scenario.weeks]
    if lost := sorted(scenario.own_spreads().intersection(again)):
        raise ScenarioError([("", 0, 0, words()["fault"]["spread"].format(path=path)) for path in lost])
    first = {path if not begin else f"{path}{AT}{begin}": value for path, value in levers.items()}
    if begin:
        first |= {f"{path}{AT}{begin}": value for path, value in beside.items() if path not in levers}
    if end >= scenario.weeks:
        return first
    return first | {
        f"{path}{AT}{end}": value for path, value in ({path: scenario[path] for path in levers} | beside).items()
    }


def _beside_level(scenario: Scenario) -> dict[str, Any]:
    """The levers that a scenario sets from the beginning beside its level."""
    own = [s.path for s in scenario.engine.settings if not s.from_week and s.path.startswith(SUPPORT)]
    return {path: scenario[path] for path in own if path != LEVEL}


def in_week(scenario: Scenario, week: int) -> Scenario:
    """A scenario that has from the beginning what holds in a week.

    Examples
    --------
    >>> scenario = Scenario.from_toml('company.employees = 100\\nsupport.level = "standard"')
    >>> later = scenario.later(52, {"support.level": "strong"}).later(80, {"support.events_per_month": 9})
    >>> [in_week(later, week)["support.events_per_month"] for week in (0, 52, 80)]
    [1.0, 3.0, 9.0]
    """
    settings = list(scenario.engine.settings)
    held = [s for s in settings if not s.from_week or s.silo >= 0]
    for s in sorted((s for s in settings if 0 < s.from_week <= week), key=lambda s: (s.from_week, s.path != LEVEL)):
        # a level sets every lever anew
        held = [one for one in held if not (s.path == LEVEL and one.path.startswith(SUPPORT)) and one.path != s.path]
        held.append(_engine.Setting(s.path, s.value))
    return Scenario(held, scenario.directory)


def by_week(changes: Mapping[str, Any]) -> tuple[dict[str, Any], dict[int, dict[str, Any]]]:
    """What holds from the beginning, and what from later weeks on."""
    at_once, later = dict[str, Any](), defaultdict[int, dict[str, Any]](dict)
    for where, value in changes.items():
        path, _, week = where.partition(AT)
        (later[int(week)] if week else at_once)[path] = value
    return at_once, dict(sorted(later.items()))


def code(changes: Mapping[str, Any]) -> list[str]:
    """The same in Python, a line for each week."""
    at_once, later = by_week(changes)
    lines = [f"scenario = scenario.replace({pformat(at_once, sort_dicts=False)})"] if at_once else []
    return lines + [f"scenario = scenario.later({week}, {pformat(told)})" for week, told in later.items()]


def choices(scenario: Scenario) -> list[Weeks]:
    """When levers can be set: throughout, in each year, from each later year on.

    Only throughout, where the scenario itself changes support on the way.
    """
    weeks = scenario.weeks
    throughout, starts = [(0, weeks)], range(0, weeks, YEAR)
    if len(starts) == 1 or any(s.from_week and s.path.startswith(SUPPORT) for s in scenario.engine.settings):
        return throughout
    return [*throughout, *((a, min(a + YEAR, weeks)) for a in starts), *((a, weeks) for a in starts[1:-1])]
