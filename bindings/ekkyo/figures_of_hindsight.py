"""The one-year trap: what a look after twelve months leads to, and what would have come of it."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from .accounts import Ledger
from .figures import SMALL, TITLE, money_axis
from .figures_of_change import change_in, headed, weeks_of_change
from .frames import shown_level, statements_of
from .hindsight import ONE_YEAR, Hindsight, hindsight
from .lettering import Picture, lettered
from .misleading import comes_to
from .palette import COST, VALUE
from .run import Run
from .study import Study
from .timing import time_axis
from .tongue import Tongue

#: about so many futures are drawn, which stand for all; all are counted
DRAWN = 12

#: how far behind the last week a path ends, with what comes after it, for each week of the run
AFTER = 0.09

GREY = "#57606a"

#: how a verdict looks, with and without colour
LOOKS: dict[bool, dict[str, Any]] = {
    False: {"color": COST, "linestyle": (0, (4, 2)), "linewidth": 1.4},
    True: {"color": VALUE, "linestyle": "-", "linewidth": 2},
}


@lettered
def one_year(result: Run | Study, level: str | None = None, ledger: Ledger = "full", language: str = "en") -> Figure:
    """A dozen futures by the verdict after a year; beside them, of all futures, how many it was right for."""
    tongue = Tongue(language, result.scenario.currency)
    shown = shown_level(result, level)
    statement = statements_of(result)[shown]
    seen, said = hindsight(statement, ledger), tongue["figure"]
    figure = Picture(figsize=(12.3, 5.7), layout="constrained")
    left, right = figure.subplots(1, 2, width_ratios=[1.55, 1])
    _paths(left, seen, tongue)
    left.set_ylabel(said["money"].format(currency=tongue.coin), fontsize=SMALL)
    title = said[_form(seen)]["title"].format(level=tongue.level(shown), against=tongue.against(seen.against))
    left.set_title(title, fontsize=TITLE, loc="left", pad=9)
    weeks_of_change(left, result.scenario, tongue)
    _counts(right, seen, tongue.against(statement.main()), tongue)
    headed(figure, change_in(result, tongue), fontsize=TITLE)
    figure.legend(frameon=False, fontsize=SMALL, loc="outside lower left", ncols=3)
    return figure


def _form(seen: Hindsight) -> str:
    """Whether going on is held against stopping, or the whole plan against another world."""
    return "stopped" if seen.against == "stopped" else "whole"


def facts(result: Run | Study, language: str = "en") -> dict[str, Any]:
    """What the counts come to; how many futures are drawn, of how many, against what, and what a path begins with."""
    tongue, seen = Tongue(language), hindsight(statements_of(result)[shown_level(result)])
    said, is_stopped = tongue["one_year"], seen.against == "stopped"
    truth = said["stopping"] if is_stopped else tongue.against(seen.against)
    begins = said["from_zero"] if is_stopped else ""
    counts = {"drawn": len(chosen(seen)), "replicates": len(seen.goes_on)}
    return counts | {"comes_to": comes_to(seen, tongue), "truth": truth, "begins": begins}


def chosen(seen: Hindsight) -> NDArray[np.int_]:
    """The futures that are drawn: of each verdict its share of a dozen, evenly spread over where they end."""
    picked = []
    for verdict in LOOKS:
        of_it = np.flatnonzero(seen.goes_on == verdict)
        rising = of_it[np.argsort(seen.ends[of_it], kind="stable")]
        # a verdict that few have is seen as well
        many = min(len(rising), max(1, round(DRAWN * len(rising) / len(seen.goes_on))))
        picked.append(rising[((np.arange(many) + 0.5) * len(rising) / max(many, 1)).astype(int)])
    return np.concatenate(picked)


def _paths(axis: Axes, seen: Hindsight, tongue: Tongue) -> None:
    """A line per chosen future, to where it ends with what comes after the last week."""
    said, weeks = tongue["figure"], seen.paths.shape[1]
    time = np.array([*range(1, weeks + 1), weeks * (1 + AFTER)])
    lines = np.column_stack([seen.paths, seen.ends])
    low, high = np.quantile(lines, [0.05, 0.95], axis=0)
    bottom, top = min(float(low.min()), 0.0), max(float(high.max()), 0.0)
    room = 0.04 * (top - bottom) or 1.0
    axis.set(xlim=(0, time[-1] + 0.02 * weeks), ylim=(bottom - room, top + room))
    for verdict, look in LOOKS.items():
        # a verdict that nobody had is named as well
        axis.plot([], [], label=said["goes_on" if verdict else "stops"], **look)
    for future in chosen(seen):
        axis.plot(time, lines[future], **LOOKS[bool(seen.goes_on[future])])
        _end(axis, time, lines[future], seen, int(future))
    marks: dict[str, Any] = {"linestyle": "none", "color": "black", "markersize": 7}
    axis.plot([], [], "o", label=said[_form(seen)]["above"], **marks)
    axis.plot([], [], "o", label=said[_form(seen)]["below"], **marks, markerfacecolor="white")
    axis.plot([], [], "^", label=said["beyond"], **marks)
    _time(axis, seen, tongue)
    axis.axhline(0, color="black", linewidth=1)
    money_axis(axis, "y", tongue)


def _end(axis: Axes, time: NDArray[np.float64], line: NDArray[np.float64], seen: Hindsight, future: int) -> None:
    """A circle where a future ends, filled where it pays; a triangle at the edge, where it leaves the frame before."""
    low, high = axis.get_ylim()
    colour = LOOKS[bool(seen.goes_on[future])]["color"]
    look: dict[str, Any] = {"color": colour, "markersize": 8, "zorder": 4, "clip_on": False}
    look["markerfacecolor"] = colour if seen.pays[future] else "white"
    beyond = np.flatnonzero((line < low) | (line > high))
    if len(beyond):
        above = line[beyond[0]] > high
        axis.plot(time[beyond[0]], high if above else low, "^" if above else "v", **look)
    if low <= line[-1] <= high:
        axis.plot(time[-1], line[-1], "o", **look)


def _time(axis: Axes, seen: Hindsight, tongue: Tongue) -> None:
    """The years, the look after the first, and what comes after the last."""
    said, weeks = tongue["figure"], seen.paths.shape[1]
    time_axis(axis, weeks, tongue.language)
    axis.axvline(ONE_YEAR, color="black", linewidth=1.4)
    axis.axvline(weeks, color=GREY, linewidth=1, linestyle=":")
    height: dict[str, Any] = {"transform": axis.get_xaxis_transform(), "fontsize": SMALL, "va": "top"}
    plain = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    axis.text(ONE_YEAR + 0.01 * weeks, 0.99, said["month_12"], **height, bbox=plain)
    axis.text(weeks * (1 + AFTER / 2), -0.015, said["after"], **height, ha="center", linespacing=1.1)
    if seen.against == "stopped":
        axis.axvspan(0, ONE_YEAR, color="#e8e8e8", linewidth=0, zorder=0)
        # beside the lines that begin at zero, wherever that is in the frame
        low, high = axis.get_ylim()
        at = 0.99 if -low < 0.85 * (high - low) else 0.5
        axis.text(ONE_YEAR / 2, at, said["same"], **height, ha="center", linespacing=1.3)


def _counts(axis: Axes, seen: Hindsight, looked_against: str, tongue: Tongue) -> None:
    """All futures in a table of two by two, framed where the verdict was wrong; beneath it, that in two sentences."""
    said, counts = tongue["figure"], seen.counts
    heads: dict[str, Any] = {"fontsize": 11, "ha": "center", "va": "center_baseline", "linespacing": 1.25}
    axis.set_title(said["of_all"].format(all=len(seen.goes_on)), fontsize=TITLE, pad=9)
    looked = said["looked"].format(ledger=tongue["name"][seen.ledger], against=looked_against)
    axis.text(0.17, 0.92, looked, **heads | {"fontsize": 10})
    axis.text(0.68, 0.99, said["turned_out"], **heads)
    rows = (("stops_rightly", "stops_wrongly", 0.49), ("goes_on_rightly", "goes_on_wrongly", 0.68))
    for right, wrong, bottom in rows:
        pays, does_not = (wrong, right) if wrong == "stops_wrongly" else (right, wrong)
        axis.text(0.18, bottom + 0.08, said["looked_good" if pays == right else "looked_bad"], **heads)
        for cell, start in ((pays, 0.37), (does_not, 0.69)):
            look: dict[str, Any] = {"linewidth": 3 if cell == wrong else 1, "edgecolor": "black"}
            axis.add_patch(Rectangle((start, bottom), 0.3, 0.17, facecolor="none", **look))
            axis.text(start + 0.15, bottom + 0.08, f"{counts[cell]}", fontsize=20, ha="center", va="center_baseline")
    for head, start in (("better", 0.52), ("worse", 0.84)):
        axis.text(start, 0.91, said[_form(seen)][head], **heads)
    told = [
        _sentence(seen, name, wrong, said)
        for name, wrong in (("stopped", "stops_wrongly"), ("continued", "goes_on_wrongly"))
    ]
    axis.text(0, 0.42, "\n\n".join(told), fontsize=13, va="top", linespacing=1.35)
    axis.set(xlim=(0, 1), ylim=(0, 1))
    axis.set_axis_off()


def _sentence(seen: Hindsight, name: str, wrong: str, said: dict[str, Any]) -> str:
    """Of those with a verdict, how many it was wrong for."""
    many = int(np.sum(seen.goes_on == (name == "continued")))
    return str(said[_form(seen)][name].format(many=many, count=seen.counts[wrong]) if many else said[f"no_{name}"])
