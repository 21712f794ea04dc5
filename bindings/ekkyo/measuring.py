"""What a run shows of a pattern: one number per replicate, from what its worlds left in their ledgers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from .amounts import Array
from .clocks import signal
from .run import Run
from .statement import HOURS_PER_YEAR
from .tables import column_names

YEAR = 52

#: what a dollar is taken for where a published figure is in dollars
PER_DOLLAR = {"JPY": 150.0, "USD": 1.0}

#: a pattern, here and with its mechanism switched off, each in the companies it takes -> (replicate,)
Measure = Callable[[Sequence[Run], Sequence[Run]], Array]


def weekly(run: Run, column: str, world: str = "level") -> Array:
    """A ledger column: (replicate, week)."""
    values: Array = run.lived.raw[world]["columns"][column_names().index(column)]
    return values


def total(run: Run, column: str, world: str = "level", last: int | None = None) -> Array:
    """A column over all weeks, or over the last so many."""
    summed: Array = weekly(run, column, world)[:, -(last or run.scenario.weeks) :].sum(axis=1)
    return summed


def known(run: Run, path: str) -> Array:
    """A number in each replicate, as it was drawn or set."""
    if path in run.drawn:
        drawn: Array = run.drawn[path].to_numpy(dtype=float)
        return drawn
    return np.full(run.replicates, float(run.scenario[path]))


def ratio(top: Array, bottom: Array) -> Array:
    """One over the other; unknown where there is nothing to take it of.

    Examples
    --------
    >>> ratio(np.array([1.0, 1.0]), np.array([4.0, 0.0])).tolist()
    [0.25, nan]
    """
    taken: Array = np.divide(top, bottom, out=np.full(len(top), np.nan), where=bottom > 0)
    return taken


def answered(world: str) -> Measure:
    """Questions that found an answer, %."""
    return lambda here, _: 100 * ratio(total(here[0], "answered", world), total(here[0], "questions", world))


def questions_of_a_member(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Questions that a member asks in the community in a year."""
    return ratio(YEAR * total(here[0], "questions"), total(here[0], "members"))


def heard_of(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Members who ask or answer within the last half-year, %, at most: if all are as likely to."""
    run, half = here[0], YEAR // 2
    acts = total(run, "questions", last=half) + known(run, "helping.answers") * total(run, "answered", last=half)
    share: Array = 100 * (1 - np.exp(-half * ratio(acts, total(run, "members", last=half))))
    return share


def passive(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Members who neither asked nor answered nor came to an event within a quarter, %, over the last half-year."""
    run, half = here[0], YEAR // 2
    silent = total(run, "listeners", last=half) + total(run, "lapsed", last=half)
    share: Array = 100 * ratio(silent, total(run, "members", last=half))
    return share


def hours_of_an_answer(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Hours that an answered question saves, over what would have come of it without a community."""
    return ratio(total(here[0], "answer_saving"), total(here[0], "answered"))


def had_only_here(here: Sequence[Run], without: Sequence[Run]) -> Array:
    """What an answer saves over what it would save if nobody else ever helped, %."""
    return 100 * ratio(hours_of_an_answer(here, here), hours_of_an_answer(without, without))


def time_saved(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Of the members' working time, what answers and goodwill save, %."""
    run = here[0]
    saved = total(run, "answer_saving") + total(run, "goodwill_saving")
    return 100 * ratio(saved * YEAR / HOURS_PER_YEAR, total(run, "members"))


def bridges_after_support(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Ties across silos a year after support has ended, of those there were, %."""
    bridges, today = weekly(here[0], "bridges", "stopped"), here[0].scenario["run.today"]
    return 100 * ratio(bridges[:, today + YEAR - 1], bridges[:, today - 1])


def external_less_internal(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """The E-I index of ties made through the community: those across silos less those inside, over all."""
    bridges, ties = weekly(here[0], "bridges")[:, -1], weekly(here[0], "ties")[:, -1]
    return ratio(2 * bridges - ties, ties)


def in_year(run: Run, year: int, side: str) -> Array:
    """Money of a year in the full ledger against the twin, as expected, not discounted."""
    account = run.statement({"prices.discount": 0})["twin"]
    weeks = account.weekly("full", "cost" if side == "cost" else "value", drawn=False)
    money: Array = weeks[:, (year - 1) * YEAR : year * YEAR].sum(axis=1)
    return money


def return_with_age(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Value over cost in the fourth year, against the second."""
    late, early = (ratio(in_year(here[0], year, "value"), in_year(here[0], year, "cost")) for year in (4, 2))
    return ratio(late, early)


def dollars(here: Sequence[Run], year: int) -> Array:
    """The value of a year in dollars."""
    return in_year(here[0], year, "value") / PER_DOLLAR.get(here[0].scenario.currency, np.nan)


def small_when_young(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Whether the second year brings less than 10,000 dollars: 100 or 0."""
    worth = dollars(here, 2)
    return np.where(worth < 10_000, 100.0, np.where(np.isnan(worth), np.nan, 0.0))


def value_when_old(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Value of the fifth year, million dollars."""
    return dollars(here, 5) / 1e6


def noticed(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Whether a firm that has hours counted could tell within the run that they have become fewer: 100 or 0."""
    weeks = signal(here[0].lived, "level")
    return np.full(here[0].replicates, np.nan) if weeks is None else 100.0 * np.isfinite(weeks)


def growth(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Growth of membership a quarter, in the second year, %."""
    members = weekly(here[0], "members")
    grown: Array = 100 * (ratio(members[:, 2 * YEAR - 1], members[:, YEAR - 1]) ** 0.25 - 1)
    return grown


def network_exponent(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Slope of the logarithm of hours saved over that of members, across companies, in the last year."""
    with np.errstate(invalid="ignore", divide="ignore"):
        saved = np.log([total(r, "answer_saving", last=YEAR) + total(r, "goodwill_saving", last=YEAR) for r in here])
        members = np.log([total(r, "members", last=YEAR) for r in here])
        out = members - members.mean(axis=0)
        slope: Array = np.asarray((out * saved).sum(axis=0) / (out**2).sum(axis=0), dtype=np.float64)
    slope[~np.isfinite(slope)] = np.nan
    return slope


def approved_ideas(here: Sequence[Run], _: Sequence[Run]) -> Array:
    """Approved ideas that a member brings in a year and that there would not be without the community."""
    more = total(here[0], "approved") - total(here[0], "approved", "twin")
    return ratio(YEAR * more, total(here[0], "members"))
