"""Whether the choice between levels is certain enough, and how much more has to be lived to make it so.

``npv`` is always an array (level, draw) of net present values, the levels from the cheapest to the dearest and paired
over columns; a column is one independent draw.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .amounts import NOTHING, Array

#: 2 to the power of this many points stand for all that sampling error can be
POINTS = 14

#: fewer columns say nothing of how sure a mean is
FEWEST = 3

#: two means that differ by less than this share of their sampling error are the same
ROUNDING = 1e-9


def share_best(npv: Array) -> Array:
    """In which share of columns each level is the highest; where several are, the first of them.

    Examples
    --------
    >>> share_best(np.array([[0.0, 0.0, 0.0, 0.0], [-1.0, 0.0, 2.0, 3.0]])).tolist()
    [0.5, 0.5]
    """
    return _wins(npv, np.full(npv.shape[1], NOTHING)) if npv.shape[1] else np.full(len(npv), np.nan)


def confidence_best(npv: Array) -> Array:
    """How sure it is that each level's mean is the highest, given that only so many columns were lived.

    The true means lie around those seen like a multivariate t, with one degree of freedom less than there are
    columns and the covariance over columns, so that luck the levels share does not count. Nan below three columns.

    Examples
    --------
    >>> confidence_best(np.array([[0.0, 0.0, 0.0, 0.0], [-1.0, 1.0, -3.0, 3.0]])).round(2).tolist()
    [0.5, 0.5]
    """
    columns = npv.shape[1]
    return confidence_of(*seen(npv), columns) if columns >= FEWEST else np.full(len(npv), np.nan)


def replicates_needed(npv: Array, target: float, limit: int) -> int | None:
    """How many columns in all make it ``target`` sure which level is best, if means and covariance stay as seen.

    As many as there are if that is enough; None where it takes more than ``limit``, or below three columns.
    """
    if npv.shape[1] < FEWEST:
        return None
    means, root = seen(npv)
    best = int(np.argmax(means))
    return first_enough(lambda columns: confidence_of(means, root, columns)[best] >= target, npv.shape[1], limit)


def first_enough(enough: Callable[[int], bool], least: int, limit: int) -> int | None:
    """The least number from which on it is enough, by halving."""
    if enough(least):
        return least
    if limit <= least or not enough(limit):
        return None
    while limit - least > 1:
        middle = (least + limit) // 2
        least, limit = (least, middle) if enough(middle) else (middle, limit)
    return limit


def seen(npv: Array) -> tuple[Array, Array]:
    """The means, and a root (level, direction) of the covariance over columns, widest direction first."""
    spread, directions = np.linalg.eigh(np.cov(npv).reshape(len(npv), len(npv)))
    root: Array = (directions * np.sqrt(np.maximum(spread, 0)))[:, ::-1]
    return npv.mean(axis=1), root


def confidence_of(means: Array, root: Array, columns: int) -> Array:
    """How sure it is that each mean is the highest, had so many columns been lived."""
    normal, other = _errors(len(means))
    heavy = _heavy(columns - 1)[other]
    error = (root @ normal) * heavy / math.sqrt(columns)
    # the cheaper of two levels that are the same is the better one
    return _wins(means[:, None] + error, NOTHING + ROUNDING * np.abs(error).max(axis=0))


@lru_cache(maxsize=64)
def _errors(levels: int) -> tuple[Array, NDArray[np.intp]]:
    """Fixed points: standard normals (level, point), and which of the tails' factors goes with each."""
    from scipy.special import ndtri

    even = np.stack([_radical_inverse(base) for base in _primes(levels + 1)])
    normal: Array = ndtri(even[:levels])
    return normal, np.floor(even[levels] * 2**POINTS).astype(np.intp)


def _radical_inverse(base: int) -> Array:
    """Points of Halton's sequence (1960): the digits of 1, 2, 3 … mirrored at the point, so that none falls on 0."""
    left, place, even = np.arange(1, 2**POINTS + 1), 1.0, np.zeros(2**POINTS)
    while left.any():
        left, digit = np.divmod(left, base)
        place /= base
        even += digit * place
    return even


def _primes(count: int) -> list[int]:
    found: list[int] = []
    candidate = 2
    while len(found) < count:
        if all(candidate % prime for prime in found):
            found.append(candidate)
        candidate += 1
    return found


@lru_cache(maxsize=64)
def _heavy(freedom: int) -> Array:
    """By how much a t with so many degrees of freedom is wider than a normal, at evenly spaced quantiles."""
    from scipy import special

    even = (np.arange(2**POINTS) + 0.5) / 2**POINTS
    factor: Array = np.sqrt(freedom / (2 * special.gammaincinv(freedom / 2, even)))
    return factor


def _wins(values: Array, near: Array) -> Array:
    """In which share of columns each row is the first that comes this near to the highest."""
    first = np.argmax(values >= values.max(axis=0) - near, axis=0)
    return np.bincount(first, minlength=len(values)) / len(first)


def ocba(
    means: Sequence[float] | Array,
    variances: Sequence[float] | Array,
    counts: Sequence[int] | NDArray[np.int64],
    add: int,
    largest: bool = False,
) -> NDArray[np.int64]:
    """How many of ``add`` more replicates each level (level,) gets, so that the best is told apart soonest.

    The optimal computing budget allocation of Chen, Lin, Yücesan and Chick (2000), for levels whose luck is not
    shared: replicates in all as the square of deviation over distance to the best, and for the best its deviation
    times the root of the sum of (replicates / deviation) squared. A level that has more than its share keeps what it
    has. What rounding leaves goes to the best, which is the lowest mean unless ``largest``.

    Examples
    --------
    >>> ocba([1.2, 2.1, 3.4, 4.87, 6.05], [3.3, 2, 4.5, 5.3, 6.9], [12, 6, 5, 5, 4], add=100).tolist()
    [48, 38, 11, 2, 1]
    """
    signed = np.asarray(means, dtype=float) * (-1 if largest else 1)
    variance, have = np.asarray(variances, dtype=float), np.asarray(counts, dtype=np.int64)
    best = int(np.argmin(signed))
    apart = signed - signed[best]
    # a level as good as the best is told apart from it last, and gets nearly everything
    apart = np.maximum(apart, (apart.max() or 1.0) * 1e-6) ** 2
    weight = variance / apart
    weight[best] = math.sqrt(variance[best] * float(np.delete(variance / apart**2, best).sum()))
    more = np.floor(_shared_out(weight, have, add)).astype(np.int64) - have
    more[best] += add - more.sum()
    return more


def _shared_out(weight: Array, have: NDArray[np.int64], add: int) -> Array:
    """What there is and what comes on top, in proportion to the weights, but to none less than it has."""
    free = np.ones(len(weight), dtype=bool)
    while True:
        left = float(have[free].sum() + add)
        share = np.where(free, left * weight / max(float(weight[free].sum()), np.finfo(float).tiny), have)
        if not np.any(share < have):
            return share
        free &= share >= have
