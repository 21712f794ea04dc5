"""Where a mean NPV passes zero, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from .amounts import NOTHING, RESAMPLES, Array
from .otherwise import one_level, priced
from .splitting import by_draw
from .trying import Tried


def row(seen: Tried, j: int) -> dict[str, Any]:
    """Where a level crosses zero, or that it does not."""
    believed, asked, values, npv = seen.believed, seen.asked, seen.values, seen.npv[:, j]
    mean = npv.mean(axis=1)
    mean[np.abs(mean) <= NOTHING] = 0.0
    found = brackets(values, mean)
    told: dict[str, Any] = {"value": math.nan, "low": math.nan, "high": math.nan, "pays": ""}
    if found:
        left, right = min(found, key=lambda ends: distance(ends, believed.base))
        value = refined(seen, j, left, right)
        if seen.price and value not in values:
            # what is lived at the crossing itself says best how sure it is
            at = priced(one_level(asked, asked.levels[j]), [{believed.path: value}])[0]
            values, npv = np.insert(values, (i := int(np.searchsorted(values, value))), value), np.insert(npv, i, at, 0)
        rises = mean[np.searchsorted(seen.values, right)] > mean[np.searchsorted(seen.values, left)]
        low, high = resampled(values, by_draw(npv, seen.draws), value, bool(rises))
        told = {"value": value, "low": low, "high": high, "pays": "above" if rises else "below"}
    stays = "" if found or not mean.any() else "above" if mean.max() > 0 else "below"
    return {
        "level": asked.levels[j],
        "path": believed.path,
        **told,
        "unit": believed.unit,
        **{f"plausible_{name}": getattr(believed, name) for name in ("low", "base", "high")},
        "quantile": believed.quantile_of(told["value"]),
        "reached": bool(found),
        "stays": stays,
        "crossings": len(found),
        "tried_low": float(values[0]),
        "tried_high": float(values[-1]),
        "ledger": asked.ledger,
        "baseline": asked.baseline,
    }


def brackets(values: Array, mean: Array) -> list[tuple[float, float]]:
    """Neighbouring values between which the mean passes from one side of zero to the other.

    Examples
    --------
    >>> brackets(np.array([0.0, 1.0, 2.0, 3.0, 4.0]), np.array([-1.0, 0.0, 2.0, 1.0, -1.0]))
    [(0.0, 2.0), (3.0, 4.0)]
    """
    aside = np.flatnonzero(mean)
    turns = np.flatnonzero(np.diff(np.sign(mean[aside])))
    return [(float(values[aside[i]]), float(values[aside[i + 1]])) for i in turns]


def distance(ends: tuple[float, float], base: float) -> float:
    """How far a base is from a stretch; nought where none is known."""
    left, right = ends
    return max(left - base, base - right, 0.0) if math.isfinite(base) else 0.0


def refined(seen: Tried, j: int, left: float, right: float) -> float:
    """The crossing between two values: of a price by pricing anew, else on the monotone curve."""
    from scipy.interpolate import PchipInterpolator
    from scipy.optimize import brentq

    path, asked = seen.believed.path, one_level(seen.asked, seen.asked.levels[j])
    curve: Callable[[float], float] = PchipInterpolator(seen.values, seen.npv[:, j].mean(axis=1))
    if seen.price and not seen.believed.whole:

        def curve(value: float) -> float:
            return float(priced(asked, [{path: value}]).mean())

    return float(brentq(curve, left, right, xtol=1e-12 * max(abs(left), abs(right)), rtol=1e-12))


def resampled(values: Array, npv: Array, value: float, rises: bool) -> tuple[float, float]:
    """The 90 % interval of a crossing: draws (value, draw) are taken again, with the same luck at every value."""
    from scipy.interpolate import PchipInterpolator

    draws = npv.shape[1]
    if draws < 2:
        return math.nan, math.nan
    weights = np.random.default_rng(0).multinomial(draws, np.full(draws, 1 / draws), size=RESAMPLES) / draws
    curves = npv @ weights.T
    found = np.empty(RESAMPLES)
    for i, roots in enumerate(PchipInterpolator(values, curves).roots(extrapolate=False)):
        inside = roots[np.isfinite(roots)]
        beyond = np.inf if (curves[0, i] > 0) != rises else -np.inf
        found[i] = inside[np.argmin(np.abs(inside - value))] if len(inside) else beyond
    low, high = np.quantile(found, [0.05, 0.95], method="inverted_cdf")
    return float(low), float(high)
