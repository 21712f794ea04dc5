"""Cost-effectiveness of support levels, as health economics has it: what each adds for what it adds in cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from .accounts import Ledger
from .amounts import NOTHING, Array
from .splitting import interval
from .statement import Statement
from .study import Study

#: prices of a member's hour that are tried, in % of the wage
HOUR_PRICES = tuple(range(0, 101, 10))


def dominance(cost: Array, value: Array) -> list[str]:
    """For each choice, whether another, or a mix of two others, does better.

    Parameters
    ----------
    cost, value : array of float, one per choice
        In the same currency. Of two that cost and bring the same the first stays.

    Returns
    -------
    list of str
        ``"dominated"``: another costs no more and brings no less. ``"extended"``: a mix of a cheaper and a dearer one
        brings more for the same money. Otherwise ``""``: worth considering.

    Examples
    --------
    >>> dominance(np.array([0.0, 10.0, 20.0, 30.0]), np.array([0.0, 2.0, 30.0, 25.0]))
    ['', 'extended', '', 'dominated']
    """
    n = len(cost)
    beaten = [any(_beats(j, i, cost, value) for j in range(n) if j != i) for i in range(n)]
    mixed = [any(_mix_beats(a, b, i, cost, value) for a in range(n) for b in range(n)) for i in range(n)]
    return ["dominated" if beaten[i] else "extended" if mixed[i] else "" for i in range(n)]


def _beats(j: int, i: int, cost: Array, value: Array) -> bool:
    same = cost[j] == cost[i] and value[j] == value[i]
    return bool(cost[j] <= cost[i] and value[j] >= value[i] and (not same or j < i))


def _mix_beats(a: int, b: int, i: int, cost: Array, value: Array) -> bool:
    """Whether part of a cheaper one (a) and part of a dearer one (b), at the cost of i, bring more than i."""
    if not cost[a] < cost[i] < cost[b]:
        return False
    dear = (cost[i] - cost[a]) / (cost[b] - cost[a])
    return bool(value[a] + dear * (value[b] - value[a]) > value[i] + NOTHING)


def incremental(study: Study, ledger: Ledger = "full") -> pd.DataFrame:
    """What each level adds to the next cheaper one that is worth considering, and which levels are not.

    Parameters
    ----------
    study : Study
    ledger : "full" or "cash"
        Which costs and values count.

    Returns
    -------
    pandas.DataFrame
        A row per level, the cheapest first; building nothing is always among them. ``cost``, ``value`` and
        ``npv`` (net benefit) are means against the study's base with ideas at their expected value; ``npv_low`` and
        ``npv_high`` the 90 % interval of that mean. ``incremental_cost`` and ``incremental_value`` are taken against
        the level in ``against``: the next cheaper one with no ``dominance``. ``return`` is the second per unit of the
        first (above 1: worth it), and empty for levels that are dominated, where a ratio says nothing. ``dominance``
        is as in `dominance`.
    """
    levels = choices(study)
    table = pd.DataFrame([_means(study, level, ledger) for level in levels], index=pd.Index(levels, name="level"))
    # of two that cost the same, the one that brings more comes first
    order = np.lexsort((-table["value"].to_numpy(), table["cost"].to_numpy()))
    table = table.iloc[order]
    table["dominance"] = dominance(table["cost"].to_numpy(), table["value"].to_numpy())
    return table.join(_steps(table))


def choices(study: Study) -> list[str]:
    """What can be chosen, nothing (what all is held against) first, unless it is a level itself, and then by cost."""
    return study.choices if study.base in study.choices else [study.base, *study.by_cost]


def _means(study: Study, level: str, ledger: Ledger) -> dict[str, float]:
    if level not in study.levels:
        return dict.fromkeys(("cost", "value", "npv", "npv_low", "npv_high"), 0.0)
    account = study.statement(level)[study.base]
    book = account.within(ledger)
    low, high = interval(account.npv(ledger, drawn=False), account.draws)
    return {
        "cost": book.cost.mean,
        "value": book.value.mean,
        "npv": book.npv.mean,
        "npv_low": low,
        "npv_high": high,
    }


def _steps(table: pd.DataFrame) -> pd.DataFrame:
    """What each row adds to the last one before it with no dominance."""
    rows: list[dict[str, Any]] = []
    against = None
    for level, row in table.iterrows():
        step: dict[str, Any] = {"against": against}
        if against is not None:
            cost, value = (float(row[name] - table.loc[against, name]) for name in ("cost", "value"))
            worth = value / cost if not row["dominance"] else np.nan
            step |= {"incremental_cost": cost, "incremental_value": value, "return": worth}
        rows.append(step)
        against = against if row["dominance"] else level
    columns = ["against", "incremental_cost", "incremental_value", "return"]
    return pd.DataFrame(rows, index=table.index, columns=columns)


def acceptability(study: Study, hours: Sequence[float] = HOUR_PRICES) -> pd.DataFrame:
    """Which level is best at which price of a member's hour; building nothing is one of them.

    Parameters
    ----------
    study : Study
    hours : sequence of float
        Prices of a member's hour (``prices.hour_price``), in % of the wage. The full NPV is a straight line over this
        price, so only the lowest and the highest are priced and the others lie between.

    Returns
    -------
    pandas.DataFrame
        A row per price and level, the cheapest level first: ``hour_price``, ``level``, ``share`` (of replicates, with
        the luck that was drawn, in which the level has the highest full NPV), ``mean_is_best`` (whether it has the
        highest mean) and ``npv`` (that mean, against the study's base, with ideas at their expected value). Where
        levels tie the cheaper one is best, so the shares of a price add up to 1.
    """
    levels = choices(study)
    low, high = min(hours), max(hours)
    at_low, at_high = npvs(study, levels, low), npvs(study, levels, high)
    frames = []
    for hour in hours:
        dear = (hour - low) / (high - low) if high > low else 0.0
        expected, drawn = (1 - dear) * at_low + dear * at_high
        mean = expected.mean(axis=1)
        share = np.bincount(best(drawn), minlength=len(levels)) / study.replicates
        is_best = np.arange(len(levels)) == best(mean)
        found = {"hour_price": float(hour), "level": levels, "share": share, "mean_is_best": is_best, "npv": mean}
        frames.append(pd.DataFrame(found))
    return pd.concat(frames, ignore_index=True)


def npvs(study: Study, levels: Sequence[str], hour_price: float) -> Array:
    """Full NPVs against the study's base at a price of a member's hour: (expected or drawn, level, replicate)."""
    scenario, base = study.reprice({"prices.hour_price": float(hour_price)}).scenario, study.base
    lived = [level for level in levels if level in study.levels]
    accounts = {level: Statement(scenario, study.lived, level, [base])[base] for level in lived}
    nothing = np.zeros(study.replicates)
    return np.array(
        [
            [accounts[level].npv(drawn=drawn) if level in accounts else nothing for level in levels]
            for drawn in (False, True)
        ]
    )


def best(npv: Array) -> Any:
    """The first level (along the first axis, cheapest first) whose NPV none exceeds by more than nothing.

    Examples
    --------
    >>> best(np.array([[0.0, 0.0, 0.0], [0.0, 2.0, -1.0], [-3.0, 4.0, -1.0]])).tolist()
    [0, 2, 0]
    """
    return np.argmax(npv >= npv.max(axis=0) - NOTHING, axis=0)
