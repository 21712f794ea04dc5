"""Money and hours by fiscal year: which weeks lie in which, and which years are not lived whole."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import numpy as np

from .amounts import Array
from .scenario import Scenario
from .statement import HOURS_PER_YEAR

#: a working year over its months: the same year stands behind the price of an hour
HOURS_PER_PERSON_MONTH = HOURS_PER_YEAR / 12

#: weeks in a month, for who is paid by the month
WEEKS_PER_MONTH = 365.25 / 12 / 7


class FiscalYear(NamedTuple):
    """A fiscal year, by the calendar year in which it begins.

    A week belongs to the year in which its first day lies. ``start`` and ``until`` are the weeks that are lived,
    ``whole`` how many weeks begin in that year, lived or not.
    """

    year: int
    start: int
    until: int
    whole: int

    @property
    def weeks(self) -> int:
        """How many of its weeks are lived."""
        return self.until - self.start

    @property
    def is_partial(self) -> bool:
        """Whether some of its weeks lie outside the run."""
        return self.weeks < self.whole


def fiscal_years(scenario: Scenario) -> list[FiscalYear]:
    """The fiscal years of a run, the first of which its start decides.

    Examples
    --------
    >>> scenario = Scenario.from_toml('run.start = "2026-07-01"\\nrun.weeks = 60\\ncompany.employees = 100')
    >>> [(year.year, year.weeks, year.is_partial) for year in fiscal_years(scenario)]
    [(2026, 40, True), (2027, 20, True)]
    """
    start, month = dt.date.fromisoformat(scenario["run.start"]), int(scenario["sponsoring.fiscal_year"])
    last = start + dt.timedelta(weeks=scenario.weeks - 1)
    years = range(start.year - (start.month < month), last.year - (last.month < month) + 1)
    firsts = [_first_week(dt.date(year, month, 1), start) for year in (*years, years[-1] + 1)]
    return [
        FiscalYear(year, max(first, 0), min(after, scenario.weeks), after - first)
        for year, first, after in zip(years, firsts, firsts[1:], strict=False)
    ]


def _first_week(day: dt.date, start: dt.date) -> int:
    """The first week that begins on a day or after it; before the run below zero."""
    return -((start - day).days // 7)


def by_year(weekly: Array, years: list[FiscalYear]) -> Array:
    """What the weeks, the last dimension, come to in each year."""
    return np.stack([weekly[..., year.start : year.until].sum(axis=-1) for year in years], axis=-1)


def condensed(years: list[FiscalYear], most: int) -> list[FiscalYear]:
    """At most so many: what comes later is one, which lasts to the end."""
    if len(years) <= most:
        return years
    rest = years[most - 1 :]
    whole = sum(year.whole for year in rest)
    return [*years[: most - 1], FiscalYear(rest[0].year, rest[0].start, rest[-1].until, whole)]
