"""What comes first: what a clock waits for, or a sponsor who stops the plan (competing risks)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from .amounts import Array
from .hindsight import ONE_YEAR as YEAR

#: what becomes of a replicate by a week; exactly one of the three
OUTCOMES = ("reached", "stopped", "neither")


def competing_risks(clocks: Mapping[str, Array | None], stops: Array, weeks: int) -> pd.DataFrame:
    """Cumulative incidence of each clock and of a stop before it, at the end of each year and of the run.

    Parameters
    ----------
    clocks : mapping
        Weeks after which each replicate reaches a clock, with the sponsor; infinite: not within the run. None: there
        is nothing to time.
    stops : numpy.ndarray
        Weeks after which the sponsor stops it; infinite: never.
    weeks : int
        How long the run is.

    Returns
    -------
    pandas.DataFrame
        A row per ``clock`` and ``week``: the shares ``reached``, ``stopped`` (before it was reached, and so no longer
        at risk of it) and ``neither``, which add up to 1. As every replicate is watched until the end, the estimator of
        Aalen & Johansen (1978) is these plain shares. What is reached in the week of the stop came first.

    Examples
    --------
    >>> reached, stops = np.array([10.0, 70.0, np.inf, np.inf]), np.array([np.inf, 30.0, 60.0, np.inf])
    >>> competing_risks({"cash": reached}, stops, 104).loc["cash"].to_dict("index")[104]
    {'reached': 0.25, 'stopped': 0.5, 'neither': 0.25}
    """
    rows: list[dict[str, Any]] = []
    for clock, reached in clocks.items():
        for week in ends(weeks):
            shares = [np.nan] * 3 if reached is None else _by(reached, stops, week)
            rows.append({"clock": clock, "week": week, **dict(zip(OUTCOMES, shares, strict=True))})
    return pd.DataFrame(rows).set_index(["clock", "week"])


def ends(weeks: int) -> list[int]:
    """The weeks that are over at the end of each year, and of the run."""
    return [*range(YEAR, weeks, YEAR), weeks]


def shown(risks: pd.DataFrame, most: int = 6) -> list[int]:
    """The weeks of a table with room for so many, the last among them.

    Examples
    --------
    >>> risks = competing_risks({"cash": np.array([1.0])}, np.array([np.inf]), 520)
    >>> shown(risks, 5)
    [104, 208, 312, 416, 520]
    """
    weeks = list(risks.index.unique("week"))
    return [weeks[round((n + 1) * len(weeks) / most) - 1] for n in range(most)] if len(weeks) > most else weeks


def _by(reached: Array, stops: Array, week: int) -> list[float]:
    """The shares of what came first in less than so many weeks."""
    first = np.minimum(reached, stops) < week
    is_reached = first & (reached <= stops)
    shares = [float(np.mean(is_reached)), float(np.mean(first & ~is_reached)), float(np.mean(~first))]
    return shares
