"""Two kinds of spread: chance, which comes anew each time, and not knowing, which stays until it is measured.

``draws`` (replicate,) says which draw of what is not known each replicate has: replicates of one draw are not
independent, draws are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .amounts import Array, interval_of_mean

Draws = NDArray[np.int64]


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


def split(values: Array, draws: Draws) -> Split | None:
    """Parts the spread of values (replicate,).

    The variance between draws is that of their means less what chance alone puts there (``chance`` over the
    replicates of a draw), at least 0. A draw with fewer replicates than the others is left out. None where the two
    cannot be told apart: with one replicate per draw, or fewer than two complete draws.

    Examples
    --------
    >>> split(np.array([1.0, 3.0, 11.0, 13.0]), np.array([0, 0, 1, 1])).unknown
    49.0
    >>> split(np.array([1.0, 3.0, 11.0, 13.0]), np.array([0, 1, 2, 3])) is None
    True
    """
    _, of, sizes = np.unique(draws, return_inverse=True, return_counts=True)
    per_draw = int(sizes.max(initial=0))
    whole = np.flatnonzero(sizes == per_draw)
    if per_draw < 2 or len(whole) < 2:
        return None
    held = np.array([values[of == draw] for draw in whole], dtype=float)
    means, centre = held.mean(axis=1), float(held.mean())
    chance, between = float(held.var(axis=1, ddof=1).mean()), float(means.var(ddof=1))
    unknown = max(between - chance / per_draw, 0.0)
    total = chance + unknown
    shrunk = centre + (means - centre) * math.sqrt(unknown / between if between > 0 else 0.0)
    luck = centre + (held - means[:, None]).ravel() * math.sqrt(per_draw / (per_draw - 1))
    ends = [float(x) for part in (shrunk, luck) for x in np.quantile(part, [0.05, 0.95])]
    return Split(total, chance, unknown, unknown / total if total > 0 else math.nan, *ends)


def by_draw(values: Array, draws: Draws) -> Array:
    """The mean over each draw: (..., replicate) becomes (..., draw); an incomplete draw over what is there.

    Examples
    --------
    >>> by_draw(np.array([1.0, 3.0, 5.0, 7.0, 9.0]), np.array([0, 0, 1, 1, 2])).tolist()
    [2.0, 6.0, 9.0]
    """
    different, of, sizes = np.unique(draws, return_inverse=True, return_counts=True)
    sums = np.zeros((len(different), *np.shape(values)[:-1]))
    np.add.at(sums, of, np.moveaxis(np.asarray(values, dtype=float), -1, 0))
    mean: Array = np.moveaxis(sums, 0, -1) / sizes
    return mean


def drawn_anew(draws: Draws, times: int) -> Array:
    """Weights of the replicates, (times, replicate), where whole draws are drawn anew (bootstrap); each row adds to 1.

    Replicates of one draw come and go together. The luck depends on how many draws there are, and on nothing else.

    Examples
    --------
    >>> drawn_anew(np.array([0, 0, 1, 1]), times=3).sum(axis=1).round(9).tolist()
    [1.0, 1.0, 1.0]
    """
    different, of = np.unique(draws, return_inverse=True)
    luck = np.random.Generator(np.random.Philox(key=len(different)))
    often = luck.multinomial(len(different), np.full(len(different), 1 / len(different)), size=times)[:, of]
    weights: Array = often / often.sum(axis=1, keepdims=True)
    return weights


def interval(values: Array, draws: Draws, level: float = 0.9) -> tuple[float, float]:
    """Where the mean of values (replicate,) lies, by Student's t over the means of draws, which are independent.

    Examples
    --------
    >>> interval(np.array([1.0, 1.0, 3.0, 3.0]), np.array([0, 0, 1, 1])) == interval(np.array([1.0, 3.0]), np.arange(2))
    True
    """
    return interval_of_mean(by_draw(values, draws), level)
