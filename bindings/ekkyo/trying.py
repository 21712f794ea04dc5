"""Which values of a parameter are tried, and what levels are worth at each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .amounts import NOTHING, Array
from .beliefs import Belief, belief
from .errors import RequestError
from .otherwise import Question, check_free, is_price, lived_with, priced, question, whole_draws
from .run import Run
from .splitting import Draws, interval
from .study import Study

#: a price without bounds is looked at up to so many times the plausible high
FAR = 100.0

#: what people do is looked at up to so many times beyond what is plausible: each value is a run
NEAR = 3.0

#: what people do is lived again with at most so many replicates, unless told
REPLICATES = 100

#: values within what is plausible that are tried
TRIED = 7


@dataclass(frozen=True, eq=False)
class Tried:
    """What levels are worth at some values of a parameter: `npv` (value, level, replicate), `values` rising."""

    asked: Question
    believed: Belief
    values: Array
    npv: Array
    draws: Draws
    price: bool

    def with_more(self, values: Array, npv: Array) -> Tried:
        """The same, with what was found at other values."""
        every, first = np.unique(np.concatenate([self.values, values]), return_index=True)
        found = np.concatenate([self.npv, npv])[first]
        return Tried(self.asked, self.believed, every, found, self.draws, self.price)

    def frame(self) -> pd.DataFrame:
        """A row per level and value: level, value, npv (mean), npv_low, npv_high (90 % interval of that mean)."""
        rows = []
        for j, level in enumerate(self.asked.levels):
            for value, npv in zip(self.values, self.npv[:, j], strict=True):
                low, high = interval(npv, self.draws)
                rows.append({"level": level, "value": value, "npv": npv.mean(), "npv_low": low, "npv_high": high})
        return pd.DataFrame(rows)


def tried(
    result: Run | Study,
    path: str,
    level: str | Sequence[str] | None = None,
    ledger: str = "full",
    baseline: str | None = None,
    values: Sequence[float] | None = None,
    points: int = TRIED,
    replicates: int | None = None,
    threads: int | None = None,
    progress: bool = False,
) -> Tried:
    """What levels are worth over one parameter; the parameters are those of `break_even`."""
    asked, believed = question(result, level, ledger, baseline), belief(path, result.scenario)
    study, price = asked.study, is_price(path)
    check_free(asked, path)
    inner = tried_values(believed, values, points)
    often = study.replicates if price else whole_draws(study, replicates, REPLICATES)

    def npvs(some: Array) -> Array:
        if price:
            return priced(asked, [{path: float(x)} for x in some])
        found = [lived_with(asked, {path: float(x)}, often, threads, progress) for x in some]
        return np.array([priced(again, [{}])[0] for again in found]).reshape(len(some), len(asked.levels), often)

    seen = Tried(asked, believed, inner, npvs(inner), study.lived.draws[:often], price)
    # beyond what is plausible only where nothing was found within, as that may mean living on
    pays = seen.npv.mean(axis=2) > NOTHING
    if values is None and np.any(np.all(pays == pays[0], axis=0)):
        outer = beyond(believed, inner, price)
        seen = seen.with_more(outer, npvs(outer))
    return seen


def tried_values(believed: Belief, values: Sequence[float] | None, points: int, edge: float = 0.95) -> Array:
    """The values to try: those named, or from low to high (or up to another quantile) in equal steps of the scale."""
    if values is not None:
        return distinct(believed, [float(value) for value in values])
    if points < 2:
        raise RequestError(f"points = {points}: at least two are needed")
    if not believed.known:
        raise RequestError(f"{believed.path} is chosen: nothing is said about what is plausible; name values to try")
    return distinct(believed, believed.steps(points, edge))


def beyond(believed: Belief, inner: Array, price: bool) -> Array:
    """Values on both sides of those tried: to what can be set at all, or as far as is looked (`FAR`, `NEAR`)."""
    low, high = float(inner[0]), float(inner[-1])
    bottom, top = believed.range_low, believed.range_high
    if not price:
        bottom = max(bottom, low / NEAR)
        top = min(top, high * NEAR)
    elif math.isinf(top):
        top = high * FAR
    return distinct(believed, [*ladder(low, bottom), *ladder(high, top)])


def ladder(start: float, end: float) -> list[float]:
    """Three steps from a value (left out) to an end: by equal factors where both are above zero."""
    if start == end:
        return []
    steps = np.geomspace(start, end, 4) if min(start, end) > 0 else np.linspace(start, end, 4)
    return [*steps[1:-1].tolist(), end]


def distinct(believed: Belief, values: Sequence[float] | Array) -> Array:
    """Values in rising order, each once, whole where only whole ones can be set; refuses what cannot be set."""
    found: Array = np.unique(np.round(values) if believed.whole else np.asarray(values, dtype=float))
    outside = [f"{x:g}" for x in found if not believed.range_low <= x <= believed.range_high]
    if outside or not np.all(np.isfinite(found)):
        raise RequestError(
            f"{believed.path} = {', '.join(outside) or 'inf'}: outside {believed.range_low:g} … "
            f"{believed.range_high:g} ({believed.unit})"
        )
    return found
