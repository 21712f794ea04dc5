"""The model held against published patterns that no parameter sets, each with its mechanism on and off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from .amounts import Array
from .carrying import rank_correlation
from .errors import RequestError
from .pattern import Pattern
from .patterns import PATTERNS
from .run import Run, simulate
from .scenario import Scenario
from .tables import rows
from .worlds import OWN_WORLDS

REPRODUCED, NOT_REPRODUCED = "reproduced", "not reproduced"

#: fewer replicates say nothing of what a figure rests on
ENOUGH = 20

#: how often the unknown that a figure is said to rest on would be named by chance alone
CHANCE = 0.01


def validate(
    scenario: Scenario,
    replicates: int = 100,
    patterns: Iterable[str] | None = None,
    threads: int | None = None,
    progress: bool = False,
) -> pd.DataFrame:
    """Holds a scenario against published patterns that no parameter sets.

    Each replicate has other luck and other values for what is not known. A pattern is reproduced where the mean lies
    within the published range and switching its mechanism off moves it as stated.

    Parameters
    ----------
    scenario : Scenario
        Over three years or more; some patterns take longer, several sizes of the company, or support that stays.
    replicates : int
        The same people, luck and draws with the mechanism on and off.
    patterns : iterable of str, optional
        Only these, by name; all that can be taken from this scenario, unless told.
    threads, progress
        As in `ekkyo.simulate`.

    Returns
    -------
    pandas.DataFrame
        A row per pattern: ``name``, ``claim``, ``unit``; ``published_low``, ``published_high``, ``figure``, ``source``,
        ``grade``; ``mean``, ``p05``, ``p95`` over replicates in which there is any; ``mechanism``, ``off_mean``,
        ``off_p05``, ``off_p95`` with it switched off; ``moves`` (where that should move it, +1 or -1), ``moved`` and
        ``moved_error`` (mean of the paired difference, and its standard error); ``off_within`` (whether it lies in the
        published range without the mechanism too); ``rests_on`` and ``correlation`` (the unknown it follows most, by
        rank, if surely any); ``in_view`` (parameters whose ranges were chosen with the figure in view); ``verdict`` and
        ``reason``.

    Raises
    ------
    RequestError
        If a pattern is unknown, or cannot be taken from this scenario.

    Examples
    --------
    >>> import ekkyo as ek
    >>> scenario = ek.Scenario.from_toml('company.employees = 80\\nrun.weeks = 260\\nsupport.level = "standard"')
    >>> ek.validate(scenario, replicates=2, patterns=["questions"])["unit"].item()
    'questions / member and year'
    """
    wanted = _called(patterns, scenario)
    living = _Living(wanted, scenario, replicates, threads, progress)
    return pd.DataFrame([_row(pattern, living) for pattern in wanted])


def _called(names: Iterable[str] | None, scenario: Scenario) -> list[Pattern]:
    known = {pattern.name: pattern for pattern in PATTERNS}
    if names is None:
        return [pattern for pattern in PATTERNS if not pattern.unfit(scenario)]
    chosen = [names] if isinstance(names, str) else list(names)
    if unknown := [name for name in chosen if name not in known]:
        raise RequestError(f"{unknown[0]} is not the name of a pattern; there are {', '.join(known)}")
    if unfit := {name: why for name in chosen if (why := known[name].unfit(scenario))}:
        raise RequestError(
            "; ".join(f"{name} cannot be taken from this scenario: {why}" for name, why in unfit.items())
        )
    return [known[name] for name in chosen]


class _Living:
    """Runs, each lived once, in all the worlds that any pattern takes of it."""

    def __init__(self, wanted: list[Pattern], scenario: Scenario, replicates: int, threads: int | None, progress: bool):
        self.scenario, self.replicates, self.threads, self.progress = scenario, replicates, threads, progress
        self.lived: dict[str, Run] = {}
        self.worlds: dict[str, set[str]] = {}
        for pattern in wanted:
            for changes in ({}, pattern.off):
                for company in self._companies(pattern, changes):
                    self.worlds.setdefault(company.to_toml(), set()).update(pattern.worlds)

    def __call__(self, pattern: Pattern, changes: Mapping[str, Any]) -> list[Run]:
        # prices change nothing that people do
        prices = {path: value for path, value in changes.items() if _is_price(path)}
        runs = [self._one(company) for company in self._companies(pattern, changes)]
        return [run.reprice(prices) for run in runs] if prices else runs

    def _companies(self, pattern: Pattern, changes: Mapping[str, Any]) -> list[Scenario]:
        acts = {path: value for path, value in changes.items() if not _is_price(path)}
        return [company.replace(acts) for company in pattern.companies(self.scenario)]

    def _one(self, scenario: Scenario) -> Run:
        key = scenario.to_toml()
        if key not in self.lived:
            self.lived[key] = simulate(
                scenario,
                replicates=self.replicates,
                threads=self.threads,
                progress=self.progress,
                worlds=[world for world in OWN_WORLDS if world in self.worlds[key]],
                per_draw=1,
            )
        return self.lived[key]


def _is_price(path: str) -> bool:
    return bool(rows()[path]["section_kind"] == "price")


def _row(pattern: Pattern, living: _Living) -> dict[str, Any]:
    here, without = living(pattern, {}), living(pattern, pattern.off)
    on, off = pattern.measure(here, without), pattern.measure(without, without)
    within, moved = _within(pattern, on), _mean(off - on)
    path, correlation = rests_on(here[-1], on)
    is_reproduced = within and moved * pattern.moves > 0
    return {
        "name": pattern.name,
        "claim": pattern.claim,
        "unit": pattern.unit,
        "published_low": pattern.low,
        "published_high": pattern.high,
        "figure": pattern.figure,
        "source": pattern.source,
        "grade": pattern.grade,
        **_spread(on, ""),
        "mechanism": pattern.mechanism,
        **_spread(off, "off_"),
        "moves": pattern.moves,
        "moved": moved,
        "moved_error": _error(off - on),
        "off_within": _within(pattern, off),
        "rests_on": path,
        "correlation": correlation,
        "in_view": ", ".join(pattern.in_view),
        "verdict": REPRODUCED if is_reproduced else NOT_REPRODUCED,
        "reason": "" if is_reproduced else pattern.why_not,
    }


def _mean(values: Array) -> float:
    some = values[~np.isnan(values)]
    return float(some.mean()) if len(some) else float("nan")


def _error(values: Array) -> float:
    some = values[~np.isnan(values)]
    return float(some.std(ddof=1) / np.sqrt(len(some))) if len(some) > 1 else float("nan")


def _within(pattern: Pattern, values: Array) -> bool:
    return bool(pattern.low <= _mean(values) <= pattern.high)


def _spread(values: Array, prefix: str) -> dict[str, float]:
    some = values[~np.isnan(values)]
    low, high = np.quantile(some, [0.05, 0.95]) if len(some) else (np.nan, np.nan)
    return {f"{prefix}mean": _mean(values), f"{prefix}p05": float(low), f"{prefix}p95": float(high)}


def rests_on(run: Run, values: Array) -> tuple[str, float]:
    """The unknown that a figure follows most from replicate to replicate, and its rank correlation."""
    from scipy.stats import spearmanr

    some = ~np.isnan(values)
    drawn = run.drawn[some]
    drawn = drawn.loc[:, drawn.nunique() > 1]
    if some.sum() < ENOUGH or not len(drawn.columns) or np.ptp(values[some]) == 0:
        return "", float("nan")
    related = rank_correlation(drawn.to_numpy(dtype=float), values[some])
    path = drawn.columns[np.argmax(np.abs(related))]
    found = spearmanr(drawn[path], values[some])
    sure = found.pvalue * len(related) < CHANCE
    return (path, float(found.statistic)) if sure else ("", float("nan"))
