"""Weeks and years as one says them: in year 2 only, from week 26 on, over 5 years."""

from __future__ import annotations

from .changing import YEAR, Weeks
from .scenario import Scenario
from .tongue import Tongue


def called(weeks: Weeks, scenario: Scenario, tongue: Tongue) -> str:
    """What weeks of a scenario are called: a year, all from a year on, or the weeks.

    Examples
    --------
    >>> plain = Scenario.from_toml("company.employees = 100")
    >>> [called(weeks, plain, Tongue("en")) for weeks in ((52, 104), (104, 260), (26, 40))]
    ['in year 2 only (weeks 52 to 103)', 'from year 3 on (week 104)', 'in weeks 26 to 39 only']
    """
    begin, end = weeks
    is_to_the_end, begins_a_year = end == scenario.weeks, begin % YEAR == 0
    if weeks == (0, scenario.weeks):
        form = "throughout"
    elif begins_a_year and (end == begin + YEAR or (is_to_the_end and end < begin + YEAR)):
        form = "in_year"
    elif is_to_the_end:
        form = "from_year" if begins_a_year else "from_week"
    else:
        form = "in_weeks"
    return str(tongue["when"][form]).format(year=begin // YEAR + 1, begin=begin, last=end - 1)


def period(scenario: Scenario, tongue: Tongue) -> str:
    """How long it is looked at, in years where these are whole."""
    years, rest = divmod(scenario.weeks, YEAR)
    said = tongue["when"]
    if rest or not years:
        return str(said["for_weeks"].format(weeks=scenario.weeks))
    return str(said["for_a_year" if years == 1 else "for_years"].format(years=years))
