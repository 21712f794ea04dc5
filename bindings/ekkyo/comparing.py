"""A level beside the next cheaper one, replicate by replicate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from .accounts import LEDGERS
from .amounts import NOTHING, Array, interval_of_mean

if TYPE_CHECKING:
    from .study import Study


def row(study: Study, level: str) -> dict[str, Any]:
    """A level's row of the investment table; see `Study.table`."""
    told: dict[str, Any] = {}
    account = study.statement(level)["none"]
    for ledger in LEDGERS:
        book, clock = getattr(account, ledger), account.payback(ledger)
        for total in ("cost", "value", "npv", "roi"):
            told |= spelled(f"{ledger}_{total}", getattr(book, total)._asdict())
        told[f"{ledger}_chance"] = book.chance
        told[f"{ledger}_payback"] = clock.p50 if clock else np.nan
    told |= spelled("worth", study.statement(level)["twin"].full.npv._asdict())
    return told | step(study, level)


def step(study: Study, level: str) -> dict[str, Any]:
    """What a level adds to the next cheaper one, with the same people and luck."""
    other = study.cheaper[level]
    if other is None:
        return {"difference_to": None}
    expected, drawn = study.difference(level, drawn=False), study.difference(level)
    low, high = interval_of_mean(expected)
    p05, p50, p95 = np.quantile(drawn, [0.05, 0.5, 0.95])
    return {
        "difference_to": other,
        "difference": float(expected.mean()),
        "difference_low": low,
        "difference_high": high,
        "difference_p05": float(p05),
        "difference_p50": float(p50),
        "difference_p95": float(p95),
        "difference_chance": float(np.mean(drawn > NOTHING)),
    }


def spelled(name: str, values: Mapping[str, float]) -> dict[str, float]:
    """``name`` for the mean, ``name_p05`` and so on for the rest."""
    return {name if key == "mean" else f"{name}_{key}": value for key, value in values.items()}


def spread(a: Array, b: Array) -> dict[str, float]:
    """The variance of a paired difference beside that of an unpaired one; nan where nothing varies.

    Examples
    --------
    >>> spread(np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 4.5]))["ratio"] > 10
    True
    """
    if len(a) < 2:
        return {"paired": np.nan, "independent": np.nan, "ratio": np.nan}
    paired = float(np.var(b - a, ddof=1))
    independent = float(np.var(a, ddof=1) + np.var(b, ddof=1))
    return {"paired": paired, "independent": independent, "ratio": independent / paired if paired > 0 else np.nan}
