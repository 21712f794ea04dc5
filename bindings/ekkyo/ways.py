"""Where one way of doing tasks becomes better than another, and which tasks best go which way: from nets alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from . import _engine
from .amounts import RESAMPLES, Array

#: how a task can be done, and that it can be left undone
WAYS: tuple[str, ...] = tuple(_engine.ways)
NEITHER = "neither"
CHOICES = (*WAYS, NEITHER)

#: tasks of a portfolio stand at so many evenly spaced quantiles of what is unknown of them
QUANTILES = 200


def crossing(shares: Array, difference: Array) -> Any:
    """The first share unknown at which a difference (…, share) passes zero, on the line between its points.

    Where it never does: inf if it is above zero at the first share (it would pass beyond), else -inf; nan if it is
    nowhere known or stays at zero.

    Examples
    --------
    >>> crossing(np.array([0.0, 0.5, 1.0]), np.array([[3.0, 1.0, -1.0], [1.0, 1.0, 1.0], [-1.0, -2.0, -3.0]])).tolist()
    [0.75, inf, -inf]
    """
    left, right = difference[..., :-1], difference[..., 1:]
    passes = left * right < 0
    at = passes.argmax(-1)[..., None]
    a, b = (np.take_along_axis(part, at, -1)[..., 0] for part in (left, right))
    low, high = shares[at[..., 0]], shares[at[..., 0] + 1]
    with np.errstate(invalid="ignore", divide="ignore"):
        found = low + (high - low) * a / (a - b)
    known = np.nan_to_num(difference)
    first = np.take_along_axis(known, (known != 0).argmax(-1)[..., None], -1)[..., 0]
    never = np.where(first > 0, np.inf, np.where(first < 0, -np.inf, np.nan))
    return np.where(passes.any(-1), found, never)


def resampled(x: Array) -> Array:
    """Means over tasks taken again, the same tasks in all forms and at all shares: (…, task) to (resample, …)."""
    tasks = x.shape[-1]
    weights = np.random.default_rng(0).multinomial(tasks, np.full(tasks, 1 / tasks), size=RESAMPLES) / tasks
    return np.moveaxis(x @ weights.T, -1, 0)


def per_done(cost: Array, done: Array) -> Array:
    """Cost of all tasks over the number done; nan where none is."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(done > 0, cost / done, np.nan)


def with_neither(net: Array) -> Array:
    """The way that is always there: doing nothing, for nothing; behind the others on the last axis."""
    return np.concatenate([net, np.zeros((*net.shape[:-1], 1))], axis=-1)


def best_of(net: Array) -> Any:
    """Which choice has the highest net on the last axis; nothing is done where no way brings more than it costs."""
    return np.where(net.max(-1) > 0, net.argmax(-1), len(WAYS))


def stretches(shares: Array, net: Array) -> list[tuple[str, float, float]]:
    """Which choice is best from where to where, by nets (share, way).

    Examples
    --------
    >>> stretches(np.array([0.0, 1.0]), np.array([[2.0, -1.0, 1.0], [-2.0, -1.0, 1.0]]))
    [('team', 0.0, 0.25), ('market', 0.25, 1.0)]
    """
    edges = np.linspace(shares[0], shares[-1], 2001)
    middles = (edges[1:] + edges[:-1]) / 2
    best = best_of(np.stack([np.interp(middles, shares, net[:, way]) for way in range(len(WAYS))], axis=-1))
    turns = np.flatnonzero(np.diff(best))
    ends = [float(shares[0]), *edges[turns + 1].round(3).tolist(), float(shares[-1])]
    names = [CHOICES[i] for i in best[[*turns, -1]]]
    return list(zip(names, ends[:-1], ends[1:], strict=True))


def unknown_of_tasks(mean: Array, spread: Array) -> Array:
    """What is unknown of the tasks of a portfolio, (…, quantile): a beta distribution of mean and deviation.

    Examples
    --------
    >>> unknown_of_tasks(np.array(0.3), np.array(0.25)).mean().round(2).item()
    0.3
    """
    from scipy.stats import beta

    chances = (np.arange(QUANTILES) + 0.5) / QUANTILES
    mean, spread = np.asarray(mean)[..., None], np.asarray(spread)[..., None]
    widest = mean * (1 - mean)
    # no distribution between 0 and 1 is wider than one with all at the ends
    variance = np.minimum(spread**2, 0.999 * widest)
    with np.errstate(divide="ignore", invalid="ignore"):
        size = widest / variance - 1
        found = beta.ppf(chances, mean * size, (1 - mean) * size)
    return np.where(variance > 0, found, np.broadcast_to(mean, found.shape))


def shared_out(shares: Array, net: Array, unknown: Array) -> tuple[Array, Array]:
    """Which share of tasks best goes each way, and net per task if all go one way, or (last) each its best.

    What is unknown of a task is taken to be seen before it is decided on.
    """
    along = np.stack([np.interp(unknown, shares, net[:, way]) for way in range(len(WAYS))], axis=-1)
    best = best_of(along)
    parts = np.bincount(best, minlength=len(CHOICES)) / len(unknown)
    choices = with_neither(along)
    mixed = np.take_along_axis(choices, best[:, None], -1).mean()
    return parts, np.array([*choices.mean(0), mixed])


def spread_of(x: Array, name: str) -> dict[str, Any]:
    """Mean and middle nine tenths over draws (on the first axis), as columns."""
    low, high = np.quantile(x, [0.05, 0.95], axis=0)
    return {f"{name}_mean": x.mean(0), f"{name}_p05": low, f"{name}_p95": high}


def crossings(
    shares: Array, curves: Array, again: Array, drawn: Array, names: tuple[str, ...], measure: str
) -> pd.DataFrame:
    """For each pair of names where the better one changes: curves (share, name), where more is better.

    `again` has resamples, `drawn` draws of what is not known on its first axis.
    """
    pairs = [(i, j) for i in range(len(names)) for j in range(i + 1, len(names))]
    rows = []
    for i, j in pairs:
        at, luck, draws = (crossing(shares, x[..., i] - x[..., j]) for x in (curves, again, drawn))
        rows.append({"measure": measure, "one": names[i], "other": names[j], **_where(float(at), luck, draws)})
        # inf says that the one is better at the first share, also where it passes later
        better = curves[0, i] > curves[0, j] if np.isfinite(at) else at > 0
        below, above = (names[i], names[j]) if better else (names[j], names[i])
        rows[-1] |= {"below": "" if np.isnan(at) else below, "above": above if np.isfinite(at) else ""}
    return pd.DataFrame(rows)


def _where(at: float, luck: Array, draws: Array) -> dict[str, Any]:
    """Where one crossing lies, how sure that is, and where it lies when other things are so."""
    low, high = quantiles(luck, [0.05, 0.95]) if np.isfinite(at) else (np.nan, np.nan)
    drawn = dict(
        zip(
            ("drawn_p05", "drawn_p50", "drawn_p95"),
            quantiles(draws[np.isfinite(draws)], [0.05, 0.5, 0.95]),
            strict=True,
        )
    )
    return {
        "unknown": at if np.isfinite(at) else np.nan,
        "low": low,
        "high": high,
        "reached": bool(np.isfinite(at)),
        "draws_cross": float(np.isfinite(draws).mean()),
        "draws_one": float((draws == np.inf).mean()),
        "draws_other": float((draws == -np.inf).mean()),
        **drawn,
    }


def quantiles(x: Array, chances: list[float]) -> list[float]:
    """Quantiles of what is known, infinite or not; nan where nothing is.

    Examples
    --------
    >>> quantiles(np.array([1.0, np.inf, np.nan]), [0.1, 0.9])
    [1.0, inf]
    """
    known = x[~np.isnan(x)]
    if not len(known):
        return [np.nan] * len(chances)
    return [float(q) for q in np.quantile(known, chances, method="inverted_cdf")]
