"""The one-year trap: what a look after twelve months leads to, and what would have come of it."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from .accounts import Ledger
from .amounts import Array, of_all
from .figures import money_axis, tongue_of
from .frames import shown_level, statements_of
from .hindsight import ONE_YEAR, Hindsight, hindsight
from .lettering import Picture, lettered
from .palette import COST, VALUE
from .run import Run
from .study import Study
from .timing import time_axis
from .tongue import Tongue

#: so many replicates are drawn, the first ones; all are counted
DRAWN = 60

#: how a verdict looks, with and without colour
LOOKS: dict[bool, dict[str, Any]] = {
    False: {"color": COST, "linestyle": (0, (4, 2)), "linewidth": 0.8},
    True: {"color": VALUE, "linestyle": "-", "linewidth": 1.7},
}


@lettered
def one_year(result: Run | Study, level: str | None = None, ledger: Ledger = "full", language: str = "en") -> Figure:
    """Paths to the horizon by the verdict after a year; beside them, how many of a hundred it was wrong for."""
    tongue = tongue_of(result, language)
    shown = shown_level(result, level)
    statement = statements_of(result)[shown]
    seen, said = hindsight(statement, ledger), tongue["figure"]
    figure = Picture(figsize=(10, 5.2), layout="constrained")
    left, right = figure.subplots(1, 2, width_ratios=[3, 1.5])
    _paths(left, seen, tongue)
    left.set_ylabel(said["money"].format(currency=tongue.coin))
    left.set_title(said["trap"].format(level=tongue.level(shown), ledger=tongue["name"][ledger]), fontsize=11)
    _counts(right, seen, tongue)
    return figure


def facts(result: Run | Study, language: str = "en") -> dict[str, int]:
    """How many paths are drawn, of how many that are counted."""
    replicates = statements_of(result)[shown_level(result)].replicates
    return {"drawn": min(DRAWN, replicates), "replicates": replicates}


def _paths(axis: Axes, seen: Hindsight, tongue: Tongue) -> None:
    """A thin line per replicate, the few that go on over the many that are stopped."""
    said, paths = tongue["figure"], seen.paths[:DRAWN]
    weeks = np.arange(1, paths.shape[1] + 1)
    for verdict, look in LOOKS.items():
        axis.plot(weeks, paths[seen.goes_on[:DRAWN] == verdict].T, alpha=0.75, **look)
        # a verdict that nobody had is named as well
        axis.plot([], [], label=said["goes_on" if verdict else "stops"], **{**look, "linewidth": 2})
    low, high = np.quantile(paths, [0.002, 0.998])
    room = 0.05 * (max(high, 0) - min(low, 0)) or 1.0
    axis.set(xlim=(0, weeks[-1]), ylim=(min(low, 0) - room, max(high, 0) + room))
    _leaving(axis, paths, seen.goes_on, said["beyond"])
    time_axis(axis, len(weeks), tongue.language)
    axis.axhline(0, color="black", linewidth=0.8)
    axis.axvline(ONE_YEAR, color="black", linewidth=1.4)
    axis.text(ONE_YEAR + 2, 0.98, said["month_12"], transform=axis.get_xaxis_transform(), va="top", fontsize=10)
    money_axis(axis, "y", tongue)
    axis.legend(fontsize=10, loc="lower left", edgecolor="none", framealpha=1)


def _leaving(axis: Axes, paths: Array, goes_on: NDArray[np.bool_], label: str) -> None:
    """A triangle at the edge, where a path leaves the frame for the first time."""
    low, high = axis.get_ylim()
    marks: dict[str, Any] = {"linestyle": "none", "markersize": 8, "markeredgecolor": "white", "clip_on": False}
    found = False
    for path, verdict in zip(paths, goes_on, strict=False):
        beyond = np.flatnonzero((path < low) | (path > high))
        if len(beyond):
            found, above = True, path[beyond[0]] > high
            place, mark = (high, "^") if above else (low, "v")
            axis.plot(beyond[0] + 1, place, mark, color=LOOKS[bool(verdict)]["color"], zorder=4, **marks)
    if found:
        axis.plot([], [], "^", color="black", label=label, **marks)


def _counts(axis: Axes, seen: Hindsight, tongue: Tongue) -> None:
    """A hundred of each verdict as dots; those for whom it was wrong are filled."""
    said = tongue["figure"]
    rows = ((False, "stopped", "stops_wrongly", 26.0), (True, "continued", "goes_on_wrongly", 10.0))
    for verdict, name, cell, top in rows:
        wrong, share = seen.of_verdict(cell), float(np.mean(seen.goes_on == verdict))
        told = said[f"of_{name}"] if share else said[f"no_{name}"]
        many, all_of_them = int(np.sum(seen.goes_on == verdict)), len(seen.goes_on)
        told = told.format(count=of_all(seen.shares[cell], all_of_them), many=many, all=all_of_them)
        axis.text(0, top + 0.9, told, fontsize=11, va="bottom", linespacing=1.3)
        if not share:
            continue
        place = np.arange(100)
        x, y = place % 10, top - place // 10
        filled = place < round(100 * wrong)
        dots: dict[str, Any] = {"linestyle": "none", "marker": "o", "markersize": 5.5}
        axis.plot(x[~filled], y[~filled], markerfacecolor="white", markeredgecolor="#8c959f", **dots)
        axis.plot(x[filled], y[filled], color=LOOKS[verdict]["color"], label=name, **dots)
    axis.set(xlim=(-0.6, 14), ylim=(0.5, 32))
    axis.set_axis_off()
