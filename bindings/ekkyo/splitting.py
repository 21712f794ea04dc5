"""Two kinds of spread: chance, which comes anew each time, and not knowing, which stays until it is measured."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .amounts import Array, interval_of_mean


@dataclass(frozen=True)
class Split:
    """A spread in its two parts.

    Attributes
    ----------
    total, chance, unknown : float
        Variances, in the square of the values' unit: ``chance`` within a draw of what we do not know, ``unknown``
        between what the draws would give on average, ``total`` both together.
    share_unknown : float
        ``unknown`` as a share of ``total``; nan where nothing varies.
    unknown_p05, unknown_p95 : float
        Where the values would lie if chance evened out and only the not knowing were left.
    chance_p05, chance_p95 : float
        Where they would lie around their mean if everything were known and only chance were left.
    """

    total: float
    chance: float
    unknown: float
    share_unknown: float
    unknown_p05: float
    unknown_p95: float
    chance_p05: float
    chance_p95: float


def split(values: Array, per_draw: int) -> Split | None:
    """Parts the spread of values (replicate,), of which each ``per_draw`` in a row share what was drawn.

    The variance between draws is that of their means less what chance alone puts there (``chance / per_draw``), at
    least 0. A last draw that is not complete is left out. None where the two cannot be told apart: with one replicate
    per draw, or fewer than two complete draws.

    Examples
    --------
    >>> split(np.array([1.0, 3.0, 11.0, 13.0]), per_draw=2).unknown
    49.0
    >>> split(np.array([1.0, 3.0, 11.0, 13.0]), per_draw=1) is None
    True
    """
    _check(per_draw)
    draws = len(values) // per_draw
    if per_draw < 2 or draws < 2:
        return None
    held = np.asarray(values[: draws * per_draw], dtype=float).reshape(draws, per_draw)
    means, centre = held.mean(axis=1), float(held.mean())
    chance, between = float(held.var(axis=1, ddof=1).mean()), float(means.var(ddof=1))
    unknown = max(between - chance / per_draw, 0.0)
    total = chance + unknown
    shrunk = centre + (means - centre) * math.sqrt(unknown / between if between > 0 else 0.0)
    luck = centre + (held - means[:, None]).ravel() * math.sqrt(per_draw / (per_draw - 1))
    ends = [float(x) for part in (shrunk, luck) for x in np.quantile(part, [0.05, 0.95])]
    return Split(total, chance, unknown, unknown / total if total > 0 else math.nan, *ends)


def clustered(values: Array, per_draw: int) -> Array:
    """The mean over each draw: (..., replicate) becomes (..., draw); a last, incomplete draw over what is there.

    Examples
    --------
    >>> clustered(np.array([1.0, 3.0, 5.0, 7.0, 9.0]), per_draw=2).tolist()
    [2.0, 6.0, 9.0]
    """
    _check(per_draw)
    starts = np.arange(0, values.shape[-1], per_draw)
    if per_draw == 1 or not starts.size:
        return np.array(values, dtype=float)
    sizes = np.diff(starts, append=values.shape[-1])
    sums: Array = np.add.reduceat(np.asarray(values, dtype=float), starts, axis=-1)
    return sums / sizes


def interval(values: Array, per_draw: int, level: float = 0.9) -> tuple[float, float]:
    """Where the mean of values (replicate,) lies, by Student's t over the means of draws, which are independent.

    Examples
    --------
    >>> interval(np.array([1.0, 1.0, 3.0, 3.0]), per_draw=2) == interval(np.array([1.0, 3.0]), per_draw=1)
    True
    """
    return interval_of_mean(clustered(values, per_draw), level)


def _check(per_draw: int) -> None:
    if per_draw < 1:
        raise ValueError("a draw has at least one replicate")
