"""What carries the result: which of the things we do not know make it large or small."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .accounts import Account
from .amounts import NOTHING, Array
from .scenario import Scenario
from .tables import rows
from .worlds import SPONSORED, Worlds, behaviour_unknowns

GRADES = ("A", "B", "C")


def unknowns(worlds: Worlds, account: Account) -> pd.DataFrame:
    """Everything that was drawn, replicate x unknown; of a sponsor, or of several sites, only where there are any."""
    behaviour = behaviour_unknowns(worlds)
    if worlds.scenario["company.sites"] == 1:
        behaviour = behaviour.drop(columns="company.site_strength", errors="ignore")
    if not account.here.endswith(SPONSORED):
        behaviour = behaviour[[path for path in behaviour if not path.startswith("sponsoring.")]]
    prices = pd.DataFrame(account.prices, index=behaviour.index, columns=account.unknowns)
    return pd.concat([behaviour, prices], axis=1)


def what_carries_it(scenario: Scenario, worlds: Worlds, account: Account) -> pd.DataFrame:
    """Every unknown with its rank correlation (Spearman) with the full NPV over replicates, heaviest first.

    The NPV is that with launched ideas at their mean, so that it shows what we do not know rather than luck. ``share``
    is the squared correlation less what chance alone gives, 1 / (draws - 1), at least 0, as a share of the sum
    over all unknowns. It ``stands_out`` where chance would seldom make any of them as large.
    """
    drawn = unknowns(worlds, account)
    varied = drawn.loc[:, drawn.nunique() > 1]
    correlation = rank_correlation(varied.to_numpy(dtype=float), account.npv(drawn=False))
    draws = len(varied.drop_duplicates())  # replicates share them
    weight = np.maximum(correlation**2 - 1 / max(draws - 1, 1), 0)
    own = scenario.own_spreads()
    frame = pd.DataFrame(
        {
            "name": list(varied.columns),
            "correlation": correlation,
            "stands_out": stands_out(correlation, draws),
            "share": weight / weight.sum() if weight.sum() > 0 else weight,
            "grade": [rows()[path]["grade"] for path in varied],
            "source": ["this scenario" if path in own else rows()[path]["source"] for path in varied],
            "kind": [rows()[path]["section_kind"] for path in varied],
            "text": [rows()[path]["text"] for path in varied],
            "unit": [rows()[path]["unit"] for path in varied],
            "p05": varied.quantile(0.05).to_numpy(dtype=float),
            "p50": varied.quantile(0.5).to_numpy(dtype=float),
            "p95": varied.quantile(0.95).to_numpy(dtype=float),
        }
    )
    return frame.sort_values("correlation", key=abs, ascending=False, kind="stable", ignore_index=True)


def rank_correlation(x: Array, y: Array) -> Array:
    """Spearman's rank correlation of each column of x with y; 0 where nothing varies.

    Examples
    --------
    >>> rank_correlation(np.array([[1.0, 5.0], [2.0, 4.0], [9.0, 1.0]]), np.array([0.0, 1.0, 8.0])).round(9).tolist()
    [1.0, -1.0]
    """
    if len(y) < 3 or not x.size or np.ptp(y) <= NOTHING:
        return np.zeros(x.shape[1])
    ranks, of = pd.DataFrame(x).rank().to_numpy(), pd.Series(y).rank().to_numpy()
    ranks, of = ranks - ranks.mean(axis=0), of - of.mean()
    spread = np.sqrt((ranks**2).sum(axis=0) * (of**2).sum())
    related: Array = np.divide(of @ ranks, spread, out=np.zeros(x.shape[1]), where=spread > 0)
    return related


def stands_out(correlation: Array, draws: int) -> NDArray[np.bool_]:
    """Which correlations are larger than the largest of so many would be by chance.

    That is about sqrt(2 log(2 x unknowns) / (draws - 1)), the largest of so many normal numbers of either sign.

    Examples
    --------
    >>> stands_out(np.array([0.5, 0.3, -0.5]), draws=10).tolist(), stands_out(np.array([0.5, 0.3, -0.5]), 30).tolist()
    ([False, False, False], [True, False, True])
    """
    beyond: NDArray[np.bool_] = correlation**2 * max(draws - 1, 0) > 2 * np.log(2 * max(len(correlation), 1))
    return beyond


def by_grade(carried: pd.DataFrame) -> dict[str, float]:
    """How much of the explained variance rests on measured (A), surveyed (B) and assumed (C) numbers."""
    shares = carried.groupby("grade")["share"].sum()
    return {grade: float(shares.get(grade, 0.0)) for grade in GRADES}
