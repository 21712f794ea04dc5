"""NPV over two parameters: lived and priced at a few values, and a smooth surface between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import pandas as pd

from .amounts import NOTHING, Array
from .beliefs import WIDE
from .otherwise import Question, lived_with, priced

#: between the values that are known a map is drawn on so many
FINE = 121


def surface(
    asked: Question,
    x: tuple[str, Array],
    y: tuple[str, Array],
    prices: Sequence[bool],
    replicates: int,
    threads: int | None,
    progress: bool,
) -> tuple[Array, int]:
    """Mean NPV (x, y, level), lived again for each value of what people do; and how many studies were lived for it."""
    axes = [[{path: float(value)} for value in values] for path, values in (x, y)]
    nothing: list[dict[str, float]] = [{}]
    lived = [nothing if price else axis for axis, price in zip(axes, prices, strict=True)]
    listed = [axis if price else nothing for axis, price in zip(axes, prices, strict=True)]
    found = np.empty((len(x[1]), len(y[1]), len(asked.levels)))
    for i, j in product(*(range(len(axis)) for axis in lived)):
        changes = lived[0][i] | lived[1][j]
        told = lived_with(asked, changes, replicates, threads, progress) if changes else asked
        npv = priced(told, [a | b for a, b in product(*listed)]).mean(axis=2)
        place = tuple(slice(None) if price else slice(k, k + 1) for k, price in zip((i, j), prices, strict=True))
        found[place] = npv.reshape(len(listed[0]), len(listed[1]), len(asked.levels))
    return found, 0 if all(prices) else len(lived[0]) * len(lived[1])


def grid(levels: Sequence[str], x: Array, y: Array, npv: Array) -> pd.DataFrame:
    """The surface as a frame: level, x, y, npv."""
    frames = [
        pd.DataFrame({"level": level, "x": np.repeat(x, len(y)), "y": np.tile(y, len(x)), "npv": npv[:, :, k].ravel()})
        for k, level in enumerate(levels)
    ]
    return pd.concat(frames, ignore_index=True)


def spaced(values: Array) -> Array:
    """Many values over the same range, by equal factors where it is wide.

    Examples
    --------
    >>> len(spaced(np.array([1.0, 2.0]))), float(spaced(np.array([1.0, 100.0]))[60])
    (121, 10.0)
    """
    low, high = float(values[0]), float(values[-1])
    return np.geomspace(low, high, FINE) if is_wide(low, high) else np.linspace(low, high, FINE)


def is_wide(low: float, high: float) -> bool:
    """Whether a range spans more than one and a half decades, so that a log scale shows it better."""
    return low > 0 and high / low > WIDE


def smooth(x: Array, y: Array, npv: Array) -> tuple[Array, Array, Array]:
    """Many values of both, and the surface (x, y, ...) there: a monotone curve (PCHIP) in each direction."""
    from scipy.interpolate import PchipInterpolator

    fine_x, fine_y = spaced(x), spaced(y)
    return fine_x, fine_y, PchipInterpolator(y, PchipInterpolator(x, npv, axis=0)(fine_x), axis=1)(fine_y)


def line(levels: Sequence[str], x: Array, y: Array, npv: Array) -> pd.DataFrame:
    """Where the surface is zero: level, part, x, y."""
    from contourpy import contour_generator

    fine_x, fine_y, fine = smooth(x, y, npv)
    frames = [pd.DataFrame({"level": [], "part": [], "x": [], "y": []}).astype({"level": object, "part": int})]
    for k, level in enumerate(levels):
        # where nothing is spent or won the whole map is zero, and there is no line
        if np.abs(npv[:, :, k]).max() <= NOTHING:
            continue
        for part, points in enumerate(contour_generator(fine_x, fine_y, fine[:, :, k].T).lines(0.0)):
            told = np.asarray(points)
            frames.append(pd.DataFrame({"level": level, "part": part, "x": told[:, 0], "y": told[:, 1]}))
    return pd.concat(frames, ignore_index=True)
