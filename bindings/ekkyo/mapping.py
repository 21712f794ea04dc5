"""What must be true for a level to pay: a map over two things that are believed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from .amounts import NOTHING
from .beliefs import Belief, belief
from .carrying import unknowns
from .errors import RequestError
from .otherwise import Question, check_free, is_price, question, whole_draws
from .run import Run
from .study import Study
from .surfaces import grid, line, surface
from .trying import REPLICATES, tried_values

#: a map reaches from the 1st to the 99th percentile of what is plausible
EDGE = 0.99

#: of what people do at most so many values are lived: beside a price, and beside each other
LIVED, LIVED_TWICE = 7, 5

#: replicates where both have to be lived, unless told
FEWER = 40


@dataclass(frozen=True, eq=False)
class BreakEvenMap:
    """NPV over two parameters, where it is zero, and where what is believed lies.

    Attributes
    ----------
    x, y : Belief
        The two parameters, with their units and what is plausible of them.
    grid : pandas.DataFrame
        ``level``, ``x``, ``y``, ``npv``: the mean at each pair of values, ideas at their expected value.
    line : pandas.DataFrame
        ``level``, ``part``, ``x``, ``y``: where the mean is zero, point after point; a level's line can be in several
        parts, and has none where its NPV is on one side of zero all over the map.
    cloud : pandas.DataFrame
        ``level``, ``replicate``, ``x``, ``y``, ``npv``, ``pays``: what the study itself drew, the NPV with the luck
        that was drawn, and whether it is above zero. What is known, or chosen, has one value.
    levels : list of str
    ledger, baseline, currency : str
    replicates, lived : int
        Over how many replicates the grid is taken, and how many studies were lived for it.
    """

    x: Belief
    y: Belief
    grid: pd.DataFrame
    line: pd.DataFrame
    cloud: pd.DataFrame
    levels: list[str]
    ledger: str
    baseline: str
    currency: str
    replicates: int
    lived: int


def what_must_be_true(
    result: Run | Study,
    x: str = "helping.hours_alone",
    y: str = "prices.improvement",
    points: int = 9,
    level: str | Sequence[str] | None = None,
    ledger: str = "full",
    baseline: str | None = None,
    x_values: Sequence[float] | None = None,
    y_values: Sequence[float] | None = None,
    replicates: int | None = None,
    threads: int | None = None,
    progress: bool = False,
) -> BreakEvenMap:
    """NPV of each level over two parameters, from the 1st to the 99th percentile of what is plausible.

    Two prices are priced anew, and nothing is lived. What people do is lived again with the same luck: 7 values at
    most beside a price, 5 by 5 beside each other, with at most 100 and 40 replicates unless told. Between its values
    the map is a monotone curve in each direction (PCHIP).

    Parameters
    ----------
    result : Run or Study
        A run is a study of its one level, ``level``.
    x, y : str
        As for `break_even`.
    points : int
        Values of each.
    level, ledger, baseline, replicates, threads, progress
        As for `break_even`.
    x_values, y_values : sequence of float, optional
        Values to take instead; needed for what is chosen. All of them are lived.

    Raises
    ------
    RequestError
        As for `break_even`; if both are the same parameter, or one has fewer than two values.

    Examples
    --------
    >>> import ekkyo as ek
    >>> scenario = ek.Scenario.from_toml("company.employees = 200\\nrun.weeks = 60")
    >>> study = ek.compare(scenario, ["none", "strong"], replicates=4, progress=False)
    >>> found = ek.what_must_be_true(study, "prices.hour_price", "prices.host", points=3)
    >>> len(found.grid), found.lived, set(found.cloud["pays"])
    (9, 0, {False})
    """
    asked, pair = question(result, level, ledger, baseline), (belief(x, result.scenario), belief(y, result.scenario))
    if x == y:
        raise RequestError(f"{x} is both: a map is over two parameters")
    prices = [is_price(path) for path in (x, y)]
    for path in (x, y):
        check_free(asked, path)
    most = points if all(prices) else min(points, LIVED if any(prices) else LIVED_TWICE)
    first, second = (
        tried_values(believed, given, points if price else most, EDGE)
        for believed, price, given in zip(pair, prices, (x_values, y_values), strict=True)
    )
    if min(len(first), len(second)) < 2:
        raise RequestError("a map needs at least two values of each parameter")
    often = (
        asked.study.replicates
        if all(prices)
        else whole_draws(asked.study, replicates, REPLICATES if any(prices) else FEWER)
    )
    npv, lived = surface(asked, (x, first), (y, second), prices, often, threads, progress)
    return BreakEvenMap(
        x=pair[0],
        y=pair[1],
        grid=grid(asked.levels, first, second, npv),
        line=line(asked.levels, first, second, npv),
        cloud=cloud(asked, x, y),
        levels=asked.levels,
        ledger=asked.ledger,
        baseline=asked.baseline,
        currency=result.scenario.currency,
        replicates=often,
        lived=lived,
    )


def cloud(asked: Question, x: str, y: str) -> pd.DataFrame:
    """What the study drew for both, and whether each level paid: level, replicate, x, y, npv, pays."""
    study, frames = asked.study, []
    for level in asked.levels:
        account = study.statement(level)[asked.baseline]
        drawn, npv = unknowns(study.lived, account), account.npv(asked.ledger)
        at = {name: drawn[path] if path in drawn else study.scenario[path] for name, path in (("x", x), ("y", y))}
        found = {"level": level, "replicate": study.lived.replicates, **at, "npv": npv, "pays": npv > NOTHING}
        frames.append(pd.DataFrame(found).reset_index(drop=True))
    return pd.concat(frames, ignore_index=True)
