"""The quantiles at which what we do not know is taken: draw by draw, and the same whoever else is asked about.

Every path has points of its own: the first dimension of the Sobol sequence, out of order within blocks of 32 draws,
and scrambled digit by digit. So 32 draws in a row lie in 32 equal slices of (0, 1), 64 in 64 and so on from the
first, and any two paths are as unrelated as independent draws: with some sixty paths, dimensions of one Sobol
sequence are not, as some pairs correlate by 0.8 over a hundred draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .amounts import Array

Bits = NDArray[np.uint64]
Correlations = Sequence[tuple[str, str, float]]

BLOCK = 32
DIGITS = 32

#: the quantiles nearest to 0 and 1 that are ever taken lie this far from them
EDGE = 0.5 / 2**DIGITS

#: a matrix of correlations with a smaller eigenvalue is none
DEFINITE = 1e-9


def quantiles(seed: int, paths: Sequence[str], draws: Sequence[int], correlations: Correlations = ()) -> Array:
    """Quantiles (draw, path), strictly between 0 and 1.

    A number depends on the seed, on the number of its draw and on its path, and on the correlations that path is in,
    directly or through others; not on what else is asked for. A correlation is a rank correlation (Spearman).

    Examples
    --------
    >>> few = quantiles(1, ["joining.discovery"], range(3))
    >>> many = quantiles(1, ["helping.asking", "joining.discovery"], range(500))
    >>> bool((few[:, 0] == many[:3, 1]).all())
    True
    """
    numbers = np.asarray(draws, dtype=np.int64)
    if numbers.size and not 0 <= numbers.min() <= numbers.max() < 2**DIGITS:
        raise ValueError("the number of a draw is 0 or more")
    points = _points(numbers)
    related = {path: column for group in _groups(correlations) for path, column in _related(seed, points, group)}
    taken = _own(seed, paths, points)
    for i, path in enumerate(paths):
        if path in related:
            taken[:, i] = related[path]
    return taken


def _points(numbers: NDArray[np.int64]) -> tuple[Bits, NDArray[np.intp], Bits]:
    """The blocks that are touched, where each draw lies in them, and their points (block, place), 32 digits each."""
    blocks, row = np.unique(numbers // BLOCK, return_inverse=True)
    touched = blocks.astype(np.uint64)
    return touched, row * BLOCK + numbers % BLOCK, _sobol(np.add.outer(touched * BLOCK, np.arange(BLOCK)))


def _sobol(places: Bits) -> Bits:
    """The first dimension of the Sobol sequence: a place in Gray code, its digits turned round."""
    places = places.astype(np.uint64)
    gray = places ^ (places >> np.uint64(1))
    points = np.zeros_like(gray)
    for digit in range(DIGITS):
        points |= ((gray >> np.uint64(digit)) & np.uint64(1)) << np.uint64(DIGITS - 1 - digit)
    return points


def _own(seed: int, paths: Sequence[str], points: tuple[Bits, NDArray[np.intp], Bits]) -> Array:
    """The quantiles of paths (draw, path), each related to no other path's; all at once, as a panel asks often."""
    blocks, where, held = points
    places: Bits = np.add.outer(blocks * np.uint64(BLOCK), np.arange(BLOCK, dtype=np.uint64))
    order = np.argsort(_hashed(_keys(seed, paths, "order")[:, None, None], places), axis=2, kind="stable")
    mine = np.take_along_axis(held[None], order, axis=2).reshape(len(paths), blocks.size * BLOCK)[:, where]
    scrambled = _scrambled(mine, _keys(seed, paths, "digits")[:, None])
    return np.ascontiguousarray(((scrambled.astype(float) + 0.5) / 2.0**DIGITS).T)


def _keys(seed: int, paths: Sequence[str], use: str) -> Bits:
    """A number of 64 bits for each path."""
    hashed = (blake2b(f"{seed} {path} {use}".encode(), digest_size=8).digest() for path in paths)
    return np.array([int.from_bytes(digest, "little") for digest in hashed], dtype=np.uint64)


def _hashed(key: Bits, counts: Bits) -> Bits:
    """64 bits for each key and count: the generator splitmix64, entered anywhere."""
    x = key + np.uint64(0x9E3779B97F4A7C15) * counts
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Bits = x ^ (x >> np.uint64(31))
    return mixed


def _scrambled(digits: Bits, key: Bits) -> Bits:
    """Owen's nested scrambling: whether a digit is turned over hangs on all digits before it."""
    turned = digits.copy()
    for place in range(DIGITS):
        before = np.uint64(1 << place) | (digits >> np.uint64(DIGITS - place))
        turned ^= (_hashed(key, before) >> np.uint64(63)) << np.uint64(DIGITS - 1 - place)
    return turned


def _groups(correlations: Correlations) -> list[tuple[list[str], Array]]:
    """Paths that hang together, with what the normal variables behind them correlate by (path, path)."""
    paths = sorted({path for one, other, _ in correlations for path in (one, other)})
    matrix = np.eye(len(paths))
    for one, other, rank in correlations:
        i, j = paths.index(one), paths.index(other)
        if i == j or matrix[i, j] != 0 or not -1 <= rank <= 1:
            raise ValueError(f"{one} and {other}: a correlation is between two paths, said once, and from -1 to 1")
        matrix[i, j] = matrix[j, i] = 2 * np.sin(np.pi * rank / 6)
    if not paths:
        return []
    from scipy.sparse.csgraph import connected_components

    labels = connected_components(matrix != 0, directed=False)[1]
    members = [np.flatnonzero(labels == label) for label in np.unique(labels)]
    return [([paths[i] for i in group], matrix[np.ix_(group, group)]) for group in members]


def _related(seed: int, points: Any, group: tuple[list[str], Array]) -> list[tuple[str, Array]]:
    """The quantiles of paths that hang together, by a Gaussian copula."""
    from scipy.special import ndtr, ndtri

    paths, matrix = group
    if np.linalg.eigvalsh(matrix)[0] < DEFINITE:
        pairs = ", ".join(f"{paths[i]} and {paths[j]}" for i, j in np.argwhere(np.triu(matrix, 1)))
        raise ValueError(f"no numbers can have these rank correlations together: {pairs}")
    if len(paths) == 1:
        return []
    root = np.linalg.cholesky(matrix)
    own = ndtri(_own(seed, paths, points)).T
    # added one by one: a product of matrices may round otherwise when there are more rows
    mixed = [sum(root[i, j] * own[j] for j in range(i + 1)) for i in range(len(paths))]
    return [(path, np.clip(ndtr(z), EDGE, 1 - EDGE)) for path, z in zip(paths, mixed, strict=True)]
