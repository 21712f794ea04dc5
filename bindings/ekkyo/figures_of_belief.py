"""Figures of what is believed: a parameter's distribution, where a level just pays, and what must be true for it."""

from __future__ import annotations

import math
from textwrap import fill
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

from . import mapping
from .beliefs import plausible
from .breakeven import say_end
from .crossing import row
from .figures import SMALL, TITLE, bare, look_of, money_axis
from .lettering import Picture, lettered
from .mapping import BreakEvenMap
from .palette import COST, VALUE
from .run import Run
from .scenario import Scenario
from .study import Study
from .surfaces import is_wide, smooth, spaced
from .tongue import Tongue
from .trying import TRIED, Tried, tried

#: what lies outside the middle nine tenths, or does not pay
ASIDE = "#57606a"


@lettered
def parameter(path: str, scenario: Scenario | None = None, language: str = "en") -> Figure:
    """What is believed of a parameter: its distribution, its three numbers, its grade and its source."""
    tongue = Tongue(language)
    said, data = tongue["figure"], plausible(path, scenario)
    told, shown = data.attrs, data[data["quantile"].between(0.005, 0.995)]
    low, high = float(shown["value"].iloc[0]), float(shown["value"].iloc[-1])
    # on a log scale as much ink for every decade, so the share per decade
    height = shown["density"] * (shown["value"] * math.log(10) if is_wide(low, high) else 1)
    figure = Picture(figsize=(7, 3.2), layout="constrained")
    axis = figure.subplots()
    axis.fill_between(shown["value"], height, step="post", color=VALUE, alpha=0.25, linewidth=0)
    axis.step(shown["value"], height, where="post", color=VALUE, linewidth=1)
    top = float(height.max())
    for (name, share), style in zip({"low": 5, "base": 50, "high": 95}.items(), (":", "-", "--"), strict=True):
        axis.vlines(told[name], 0, 1.06 * top, color="black", linestyle=style, linewidth=1)
        label = said["percentile"].format(share=share, value=tongue.number(told[name]))
        axis.annotate(label, (told[name], 1.08 * top), ha="center", va="bottom", fontsize=SMALL)
    axis.set_ylim(0, 1.25 * top)
    _values(axis, "x", low, high, tongue)
    axis.set(yticks=[], xlabel=said["parameter"].format(path=path, unit=tongue.gloss(told["unit"])))
    axis.spines["left"].set_visible(False)
    grade = said["grade"].format(grade=tongue["grade"][told["grade"]], source=tongue.sourced(told["source"]))
    axis.set_title(fill(tongue.meaning(path), 90), fontsize=TITLE, loc="left")
    # a dollar in a source is no formula
    figure.supxlabel(fill(grade, 100).replace("$", r"\$"), fontsize=SMALL, color=ASIDE, x=0.01, ha="left")
    return figure


def _values(axis: Axes, which: str, low: float, high: float, tongue: Tongue) -> None:
    """An axis of a parameter's values, on a log scale where they span more than one and a half decades."""
    of: Any = getattr(axis, f"{which}axis")
    if is_wide(low, high):
        getattr(axis, f"set_{which}scale")("log")
        of.set_major_locator(LogLocator(subs=(1, 2, 5) if high / low < 1e3 else (1,)))
        of.set_minor_formatter(NullFormatter())
    of.set_major_formatter(FuncFormatter(lambda x, _: tongue.number(x)))
    getattr(axis, f"set_{which}lim")(low, high)
    bare(axis)


@lettered
def break_even(result: Run | Study, path: str, language: str = "en", points: int = TRIED, **asked: Any) -> Figure:
    """Mean NPV of each level over one parameter, and where it is zero beside what is plausible.

    More is said as to `ekkyo.break_even`.
    """
    tongue = Tongue(language, result.scenario.currency)
    said, seen = tongue["figure"], tried(result, path, points=points, **asked)
    found = pd.DataFrame([row(seen, j) for j in range(len(seen.asked.levels))])
    low, high = _shown(seen, found)
    figure = Picture(figsize=(9, 4 + 0.3 * len(found)), layout="constrained")
    curves, below = figure.subplots(2, 1, sharex=True, height_ratios=[9, 1 + len(found)])
    _curves(curves, seen, low, high)
    _crossings(below, seen, found, (low, high), tongue)
    _values(below, "x", low, high, tongue)
    for axis in (curves, below):
        if seen.believed.known:
            axis.axvspan(seen.believed.low, seen.believed.high, color="#e8e8e8", linewidth=0, zorder=0)
            axis.axvline(seen.believed.base, color=ASIDE, linewidth=0.8, linestyle=":", zorder=0)
    curves.set_ylabel(said["money"].format(currency=tongue.coin))
    curves.set_title(said["npv_mean"].format(ledger=tongue["name"][seen.asked.ledger]), fontsize=TITLE)
    money_axis(curves, "y", tongue)
    below.set_xlabel(said["parameter"].format(path=path, unit=tongue.gloss(seen.believed.unit)))
    figure.supxlabel(said["plausible"] if seen.believed.known else said["chosen"], fontsize=SMALL, color=ASIDE)
    return figure


def _shown(seen: Tried, found: pd.DataFrame) -> tuple[float, float]:
    """What is plausible (or was named), and where levels cross zero; not all that was tried."""
    known = (seen.believed.low, seen.believed.high) if seen.believed.known else (seen.values[0], seen.values[-1])
    ends = found[["value", "low", "high"]].to_numpy().ravel()
    ends = np.concatenate([known, ends[np.isfinite(ends)]])
    low, high = float(ends.min()), float(ends.max())
    room = 0.05 * (high - low)
    wide = is_wide(low, high)
    return max(low / 1.1 if wide else low - room, float(seen.values[0])), min(
        high * 1.1 if wide else high + room, float(seen.values[-1])
    )


def _curves(axis: Axes, seen: Tried, low: float, high: float) -> None:
    """A monotone curve through the means of each level, with its mark at each value that was tried."""
    from scipy.interpolate import PchipInterpolator

    fine = spaced(np.array([low, high]))
    for level, part in seen.frame().groupby("level", sort=False):
        colour, style, mark = look_of(seen.asked.study, str(level))
        curve = PchipInterpolator(part["value"], part["npv"])(fine)
        axis.plot(fine, curve, color=colour, linestyle=style, linewidth=1.5)
        part = part[part["value"].between(low, high)]
        axis.vlines(part["value"], part["npv_low"], part["npv_high"], color=colour, linewidth=0.8)
        axis.plot(part["value"], part["npv"], mark, color=colour, markersize=5, label=level)
    axis.axhline(0, color="black", linewidth=0.8)


def _crossings(axis: Axes, seen: Tried, found: pd.DataFrame, ends: tuple[float, float], tongue: Tongue) -> None:
    """A row per level: where it just pays, its interval, and on which side it pays; or that it never does."""
    said = tongue["figure"]
    for j, told in enumerate(found.to_dict("records")):
        colour, _, mark = look_of(seen.asked.study, told["level"])
        if told["reached"]:
            low, high = np.clip([told["low"], told["high"]], *ends) if told["low"] == told["low"] else ends
            axis.hlines(j, low, high, color=colour, linewidth=2)
            axis.plot(told["value"], j, mark, color=colour, markersize=7)
            told |= {name: say_end(told[name], tongue.language) for name in ("value", "low", "high")}
            label = said[f"pays_{told['pays']}"].format(**told)
            beside: dict[str, Any] = {"xytext": (0, 5), "textcoords": "offset points"}
            axis.annotate(label, (found["value"][j], j), ha="center", fontsize=SMALL, **beside)
        else:
            label = said[f"stays_{told['stays'] or 'nothing'}"].format(**_tried(told, tongue))
            axis.text(0.5, j, label, transform=axis.get_yaxis_transform(), ha="center", va="center", fontsize=SMALL)
    axis.set(yticks=range(len(found)), yticklabels=found["level"], ylim=(len(found) - 0.4, -0.8))
    axis.tick_params(axis="y", length=0)


def _tried(told: dict[str, Any], tongue: Tongue) -> dict[str, str]:
    return {name: tongue.number(told[f"tried_{name}"]) for name in ("low", "high")}


def what_must_be_true(
    result: Run | Study, x: str | None = None, y: str | None = None, language: str = "en", **asked: Any
) -> Figure:
    """Where each level pays, over two parameters: the line of an NPV of zero, and what is believed of both.

    More is said as to `ekkyo.what_must_be_true`.
    """
    named: dict[str, Any] = {name: path for name, path in (("x", x), ("y", y)) if path}
    return drawn_map(mapping.what_must_be_true(result, **named, **asked), language)


@lettered
def drawn_map(told: BreakEvenMap, language: str = "en") -> Figure:
    """A map that is there already, a panel per level."""
    tongue = Tongue(language)
    said, levels = tongue["figure"], told.levels
    columns = min(len(levels), 3)
    across = math.ceil(len(levels) / columns)
    figure = Picture(figsize=(2 + 3.3 * columns, 0.8 + 3.3 * across), layout="constrained")
    axes = figure.subplots(across, columns, sharex=True, sharey=True, squeeze=False).ravel()
    for axis in axes[len(levels) :]:
        axis.set_axis_off()
    for axis, level in zip(axes, levels, strict=False):
        _panel(axis, told, level, tongue)
        axis.set_title(said["panel"].format(level=level, ledger=tongue["name"][told.ledger]), fontsize=TITLE)
    figure.supxlabel(said["parameter"].format(path=told.x.path, unit=tongue.gloss(told.x.unit)), fontsize=SMALL)
    figure.supylabel(said["parameter"].format(path=told.y.path, unit=tongue.gloss(told.y.unit)), fontsize=SMALL)
    handles, labels = axes[0].get_legend_handles_labels()
    figure.legend(handles, labels, frameon=False, fontsize=SMALL, loc="outside upper center", ncols=3)
    return figure


def _panel(axis: Axes, told: BreakEvenMap, level: str, tongue: Tongue) -> None:
    """A level's part of the map: where it pays on average is grey, and what was drawn lies over it."""
    said = tongue["figure"]
    npv = told.grid[told.grid["level"] == level].pivot(index="x", columns="y", values="npv")
    x, y = npv.index.to_numpy(dtype=float), npv.columns.to_numpy(dtype=float)
    fine_x, fine_y, fine = smooth(x, y, npv.to_numpy())
    if fine.max() > 0:
        axis.contourf(fine_x, fine_y, fine.T, levels=[0, float(fine.max())], colors=["#dcdcdc"], zorder=0)
    part = told.cloud[told.cloud["level"] == level]
    paid, lost = part[part["pays"]], part[~part["pays"]]
    axis.plot(lost["x"], lost["y"], "o", color=COST, markerfacecolor="none", markersize=4, label=said["lost"])
    axis.plot(paid["x"], paid["y"], "o", color=VALUE, markersize=4, label=said["paid"])
    lines = told.line[told.line["level"] == level]
    for number, points in lines.groupby("part"):
        axis.plot(points["x"], points["y"], "-k", linewidth=2, label=said["just"] if number == 0 else None)
    _values(axis, "x", float(x[0]), float(x[-1]), tongue)
    _values(axis, "y", float(y[0]), float(y[-1]), tongue)
    if told.x.known and told.y.known:
        box = ([told.x.low, told.x.high, told.x.high, told.x.low], [told.y.low, told.y.low, told.y.high, told.y.high])
        axis.fill(*box, fill=False, edgecolor=ASIDE, linestyle="--", linewidth=0.8, label=said["box"])
        axis.plot(told.x.base, told.y.base, "+k", markersize=12, label=said["base"])
    _sides(axis, fine_x, fine_y, fine, said)


def _sides(axis: Axes, x: Any, y: Any, npv: Any, said: dict[str, str]) -> None:
    """Says on each side of the line whether the level pays there, away from all that is drawn."""
    outline: dict[str, Any] = {"boxstyle": "round,pad=0.2", "facecolor": "white", "edgecolor": "none", "alpha": 0.8}
    marks = np.concatenate([np.column_stack(mark.get_data()) for mark in axis.lines])
    marks = np.column_stack(
        [np.interp(of, fine, np.arange(len(fine))) for of, fine in zip(marks.T, (x, y), strict=True)]
    )
    for side, name in ((npv > 0, "pays"), (npv < 0, "does_not_pay")):
        places = np.argwhere(side)[::7]
        places = places[np.all((places > 15) & (places < len(x) - 15), axis=1)]
        if len(places):
            near = np.abs(places[:, None] - marks) / (25, 8)
            i, j = places[np.argmax(np.hypot(*np.moveaxis(near, 2, 0)).min(axis=1))]
            axis.text(x[i], y[j], said[name], ha="center", va="center", fontsize=SMALL, bbox=outline)
