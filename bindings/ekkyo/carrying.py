"""What carries the result: which of the things we do not know make it large or small."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .accounts import Account
from .amounts import NOTHING, Array
from .scenario import Scenario
from .splitting import Draws, drawn_anew
from .tables import rows
from .worlds import SPONSORED, Worlds, behaviour_unknowns

GRADES = ("A", "B", "C")

#: how often the draws are drawn anew for an interval
TIMES = 400

#: how often, of all unknowns, any would be said to stand out where none carries anything (Bonferroni)
BY_CHANCE = 0.05

#: of those that are suspected to carry something, what share is expected to be there by chance (Benjamini & Hochberg)
AMONG_SUSPECTED = 0.25

#: how often the heaviest would be found with as many replicates as are said to be needed
POWER = 0.9

#: in how many of these one has to lie before another to be said to carry more
SURE = 0.9


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

    The NPV is that with launched ideas at their mean, so that it shows what we do not know rather than luck. It
    ``stands_out`` where chance would seldom make any of them as large, and is ``suspected`` where most that look as
    heavy are not chance; ``share`` is its share of what all of them
    explain, see `shares`, and nan for what may be chance. ``low`` and ``high`` are
    its 5-95 % interval where the draws are drawn anew (bootstrap; their ranks are kept), ``ahead`` the share of these
    in which it lies before the next of the list; see `ordered`.
    """
    drawn = unknowns(worlds, account)
    varied = drawn.loc[:, drawn.nunique() > 1]
    correlation = rank_correlation(varied.to_numpy(dtype=float), account.npv(drawn=False))
    draws = len(varied.drop_duplicates())  # replicates share them
    own = scenario.own_spreads()
    anew = resampled(varied.to_numpy(dtype=float), account.npv(drawn=False), account.draws)
    frame = pd.DataFrame(
        {
            "name": list(varied.columns),
            "correlation": correlation,
            "low": np.quantile(anew, 0.05, axis=0),
            "high": np.quantile(anew, 0.95, axis=0),
            "ahead": ahead(correlation, anew),
            "stands_out": stands_out(correlation, draws),
            "suspected": suspected(correlation, draws),
            "share": shares(correlation, draws),
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


def resampled(x: Array, y: Array, draws: Draws, times: int = TIMES) -> Array:
    """Rank correlations of each column of x with y where whole draws are drawn anew: (times, column).

    Replicates of one draw come and go together. Nan where there are too few draws to tell anything.

    Examples
    --------
    >>> x = np.arange(12.0)[:, None]
    >>> resampled(x, x[:, 0], np.arange(12) // 2, times=3).round(9).ravel().tolist()
    [1.0, 1.0, 1.0]
    """
    if len(np.unique(draws)) < 3 or not x.size or np.ptp(y) <= NOTHING:
        return np.full((times, x.shape[1]), np.nan)
    weights = drawn_anew(draws, times)
    ranks, by = pd.DataFrame(x).rank().to_numpy(), pd.Series(y).rank().to_numpy()
    mean, middle = weights @ ranks, weights @ by
    together = weights @ (ranks * by[:, None]) - mean * middle[:, None]
    spread = np.sqrt(np.maximum(weights @ ranks**2 - mean**2, 0) * np.maximum(weights @ by**2 - middle**2, 0)[:, None])
    related: Array = np.divide(together, spread, out=np.zeros_like(together), where=spread > 0)
    return related


def ahead(correlation: Array, anew: Array) -> Array:
    """The share of resamples in which each lies before the next heaviest; 1 for the last, as there is no next.

    Examples
    --------
    >>> ahead(np.array([0.2, -0.5]), np.array([[0.1, -0.6], [0.3, -0.2], [0.3, -0.4], [0.2, -0.5]])).tolist()
    [1.0, 0.75]
    """
    order = np.argsort(-np.abs(correlation), kind="stable")
    heavy = np.abs(anew[:, order])
    before = np.append((heavy[:, :-1] > heavy[:, 1:]).mean(axis=0), 1.0)[: len(order)]
    found = np.empty(len(order))
    found[order] = before
    return found


def ordered(carried: pd.DataFrame, most: int) -> int:
    """How many of the first so many surely stand where they stand: each before the next in nine of ten resamples."""
    is_sure = carried["ahead"].head(most).to_numpy() >= SURE
    return int(np.argmin(is_sure)) if not is_sure.all() else len(is_sure)


def stands_out(correlation: Array, draws: int) -> NDArray[np.bool_]:
    """Which correlations are larger than the largest of so many would be by chance, but for one time in twenty.

    Of either sign, each is tested at a twentieth divided by how many there are (Bonferroni); without any relation a
    rank correlation is about normal, with a variance of 1 / (draws - 1).

    Examples
    --------
    >>> stands_out(np.array([0.5, 0.3, -0.5]), draws=10).tolist(), stands_out(np.array([0.5, 0.3, -0.5]), 30).tolist()
    ([False, False, False], [True, False, True])
    """
    beyond: NDArray[np.bool_] = np.abs(correlation) * np.sqrt(max(draws - 1, 0)) > limit(len(correlation))
    return beyond


def limit(unknowns: int) -> float:
    """How many of its own spreads the largest correlation of so many unknowns seldom has by chance."""
    return NormalDist().inv_cdf(1 - BY_CHANCE / (2 * max(unknowns, 1)))


def suspected(correlation: Array, draws: int) -> NDArray[np.bool_]:
    """Which correlations are larger than chance makes most of them: one in four of these is expected to be chance.

    A weaker word than `stands_out`, for draws that are too few for that (false discovery rate; Benjamini & Hochberg
    1995, J. R. Stat. Soc. B 57, 289).

    Examples
    --------
    >>> suspected(np.array([0.5, 0.3, -0.5]), draws=10).tolist(), stands_out(np.array([0.5, 0.3, -0.5]), 10).tolist()
    ([True, False, True], [False, False, False])
    """
    size = np.abs(correlation) * np.sqrt(max(draws - 1, 0))
    chances = np.array([2 * NormalDist().cdf(-x) for x in size])
    order, ranks = np.sort(chances), np.arange(1, len(chances) + 1)
    passes = order[order <= AMONG_SUSPECTED * ranks / max(len(chances), 1)]
    may_be: NDArray[np.bool_] = chances <= passes.max(initial=-1.0)
    return may_be


def replicates_to_tell(correlation: Array, draws: Draws) -> float:
    """About how many replicates it takes until the largest correlation stands out nine times in ten: two digits.

    The largest looks larger than it is, so what chance alone gives is taken off. Infinite where nothing is left.

    Examples
    --------
    >>> replicates_to_tell(np.array([0.6, -0.1]), np.arange(20) // 2)
    100.0
    >>> replicates_to_tell(np.zeros(2), np.arange(20))
    inf
    """
    count = len(np.unique(draws))
    explained = float((correlation**2).max(initial=0)) - 1 / max(count - 1, 1)
    if explained <= 0:
        return math.inf
    beyond = limit(len(correlation)) + NormalDist().inv_cdf(POWER)
    return float(f"{len(draws) / count * (beyond**2 / explained + 1):.2g}")


def shares(correlation: Array, draws: int) -> Array:
    """Of what all unknowns explain, the share of each that stands out; nan for what may be chance.

    What one explains is its squared rank correlation less what chance alone gives, 1 / (draws - 1). That is taken off
    the sum over all of them as well, so that noise carries no share of it: above for some, below for others, it
    evens out. The sum is at least that over what stands out.

    Examples
    --------
    >>> shares(np.array([0.5, -0.5, 0.1, 0.1]), draws=101).round(9).tolist()
    [0.5, 0.5, nan, nan]
    """
    explained, found = correlation**2 - 1 / max(draws - 1, 1), stands_out(correlation, draws)
    whole = max(float(explained.sum()), float(explained[found].sum()))
    return np.where(found, explained / (whole or 1.0), np.nan)


def by_grade(carried: pd.DataFrame) -> dict[str, float]:
    """How much of the explained variance rests on measured (A), surveyed (B) and assumed (C) numbers that stand out.

    What is left to 1 cannot be told apart from chance with so many draws.
    """
    shares = carried[carried["stands_out"]].groupby("grade")["share"].sum()
    return {grade: float(shares.get(grade, 0.0)) for grade in GRADES}
