"""Figures. What a figure shows is a tidy frame (`*_data`, in frames.py); drawing only draws it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from .accounts import LEDGERS
from .amounts import Array, say_share
from .frames import (
    chances_data,
    curves_data,
    difference_data,
    investment_data,
    matrix_data,
    order_of,
    payback_data,
)
from .lettering import Picture, lettered
from .palette import COLOURS, COST, MARKS, STYLES, VALUE
from .run import Run
from .study import Study
from .timing import time_axis
from .tongue import Tongue

#: letters that can be read on a slide, where a figure is half as wide again as on paper
SMALL, TITLE = 10, 11.5

#: a mean: seen on a line of any colour, and without colour
MEAN: dict[str, Any] = {"marker": "o", "markerfacecolor": "white", "markeredgecolor": "black", "linestyle": "none"}

#: so many per cent of a panel's height are one label high
LABEL_ROOM = 17.0

#: how the middle nine tenths of cost and of value look: the one hatched, the other filled
BANDS: dict[str, dict[str, Any]] = {
    "cost": {"facecolor": "none", "edgecolor": COST, "hatch": "///", "alpha": 0.45, "linewidth": 0.6},
    "value": {"facecolor": VALUE, "alpha": 0.22, "linewidth": 0},
}


def bare(axis: Axes) -> None:
    """An axis without a box around it."""
    axis.spines[["top", "right"]].set_visible(False)


def money_axis(axis: Axes, which: str, tongue: Tongue) -> None:
    """An axis of money."""
    number_axis(axis, which, tongue.money)


def number_axis(axis: Axes, which: str, told: Callable[[float], str]) -> None:
    """An axis of numbers, in at most two significant digits."""
    of: Any = getattr(axis, f"{which}axis")
    of.set_major_formatter(FuncFormatter(lambda x, _: told(x)))
    of.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    axis.grid(axis=which, alpha=0.3)  # type: ignore[arg-type]
    bare(axis)


def _panels(height: float, tongue: Tongue) -> tuple[Figure, dict[str, Axes]]:
    """A figure with a panel for each ledger."""
    figure = Picture(figsize=(9, height), layout="constrained")
    axes = dict(zip(LEDGERS, figure.subplots(1, 2, sharey=True), strict=True))
    for ledger, axis in axes.items():
        axis.set_title(tongue["name"][ledger], fontsize=TITLE)
    return figure, axes


def look_of(result: Run | Study, level: str) -> tuple[str, Any, str]:
    """The colour, line and mark of a level: the same in every figure."""
    number = order_of(result).index(level)
    return COLOURS[number % len(COLOURS)], STYLES[number % len(STYLES)], MARKS[number % len(MARKS)]


def _by_level(result: Run | Study, data: pd.DataFrame) -> Iterator[tuple[str, Any, str, Any, pd.DataFrame]]:
    """The colour, line, name and ledger of each line, and its part of the frame."""
    for (level, ledger), part in data.groupby(["level", "ledger"], sort=False):
        colour, style, _ = look_of(result, level)
        yield colour, style, level, ledger, part


@lettered
def curves(result: Run | Study, language: str = "en") -> Figure:
    """Cost and value so far, in cash and in full, with the middle nine tenths of replicates."""
    tongue = Tongue(language, result.scenario.currency)
    said, names = tongue["figure"], tongue["name"]
    data = curves_data(result)
    levels = list(dict.fromkeys(data["level"]))
    # levels beside each other, cash above full; one level has the two ledgers beside each other
    down, across = (2, len(levels)) if len(levels) > 1 else (1, 2)
    figure = Picture(figsize=(max(9, 1 + 3.3 * across), 0.3 + 2.8 * down), layout="constrained")
    axes = figure.subplots(down, across, squeeze=False, sharex=True)
    for (level, ledger, side), line in data.groupby(["level", "ledger", "side"], sort=False):
        axis = axes.T[levels.index(level)][LEDGERS.index(ledger)] if down > 1 else axes[0][LEDGERS.index(ledger)]
        colour, style = (COST, "--") if side == "cost" else (VALUE, "-")
        axis.fill_between(line["week"], line["p05"], line["p95"], **BANDS[side])
        label = said["one_side"].format(side=names[side])
        axis.plot(line["week"], line["mean"], color=colour, linestyle=style, linewidth=2, label=label)
        axis.plot(line["week"], line["p50"], color=colour, linestyle=style, linewidth=0.7, alpha=0.8)
        axis.set_title(said["panel"].format(level=tongue.level(level), ledger=names[ledger]), fontsize=TITLE)
        money_axis(axis, "y", tongue)
    for axis in axes[-1]:
        time_axis(axis, result.scenario.weeks, language)
    for row in axes:
        row[0].set_ylabel(said["money"].format(currency=tongue.coin))
    axes[0][0].legend(frameon=False, loc="upper left", fontsize=SMALL)
    return figure


@lettered
def investment(result: Run | Study, language: str = "en") -> Figure:
    """Net present value of each level, in cash and in full."""
    tongue = Tongue(language, result.scenario.currency)
    said, data = tongue["figure"], investment_data(result)
    levels = list(dict.fromkeys(data["level"]))
    figure, axes = _panels(1.2 + 0.7 * len(levels), tongue)
    for ledger, part in data.groupby("ledger", sort=False):
        axis = axes[ledger]
        place = np.array([levels.index(level) for level in part["level"]])
        axis.hlines(place, part["p05"], part["p95"], color=VALUE, linewidth=2)
        axis.plot(part["p50"], place, "|", color=VALUE, markersize=16, markeredgewidth=2, label=said["middle"])
        axis.plot(part["mean"], place, label=said["mean"], **MEAN)
        axis.axvline(0, color="black", linewidth=0.8)
        axis.set(
            yticks=range(len(levels)),
            yticklabels=[tongue.level(level) for level in levels],
            xlabel=said["axis"].format(currency=tongue.coin),
        )
        axis.set_ylim(-0.6, len(levels) - 0.4)
        money_axis(axis, "x", tongue)
    handles = axes["cash"].get_legend_handles_labels()
    figure.legend(*handles, frameon=False, fontsize=SMALL, loc="outside lower center", ncols=2)
    return figure


@lettered
def chances(result: Run | Study, language: str = "en") -> Figure:
    """How many of a hundred futures end below an amount, and marked on each curve how many of them lose money."""
    tongue = Tongue(language, result.scenario.currency)
    said, data = tongue["figure"], chances_data(result)
    figure, axes = _panels(3.6, tongue)
    for colour, style, level, ledger, part in _by_level(result, data):
        # the outer hundredths would squeeze all others together
        inner = part[part["npv"].between(*part["npv"].quantile([0.01, 0.99]))]
        axes[ledger].step(
            inner["npv"],
            100 * inner["below"],
            where="pre",
            color=colour,
            linestyle=style,
            linewidth=2,
            label=tongue.level(level),
        )
    for ledger, axis in axes.items():
        axis.axvline(0, color="black", linewidth=0.8)
        axis.set(xlabel=said["axis"].format(currency=tongue.coin), ylim=(0, 100))
        money_axis(axis, "x", tongue)
        _losses(axis, result, ledger, tongue)
    axes["cash"].set_ylabel(said["below"], fontsize=SMALL)
    return figure


def _losses(axis: Axes, result: Run | Study, ledger: str, tongue: Tongue) -> None:
    """A mark where each curve passes zero; beside the panel, each at its height, its level and how many lose."""
    data = investment_data(result)
    data = data[(data["ledger"] == ledger) & data["chance"].notna()].sort_values("chance", ascending=False)
    places = apart(100 * (1 - data["chance"].to_numpy()), LABEL_ROOM, 100 - LABEL_ROOM / 2)
    for row, place in zip(data.itertuples(), places, strict=True):
        colour, _, mark = look_of(result, str(row.level))
        at = (0.0, 100 * (1 - float(row.chance)))
        look: dict[str, Any] = {"color": colour, "markeredgecolor": "white", "markersize": 9, "zorder": 4}
        axis.plot(*at, mark, clip_on=False, **look)
        label = tongue["figure"]["loss"].format(level=tongue.level(str(row.level)), share=say_share(1 - row.chance))
        line: dict[str, Any] = {"arrowstyle": "-", "color": "#8c959f", "linewidth": 0.8, "shrinkB": 5}
        beside: dict[str, Any] = {
            "xytext": (1.02, place),
            "textcoords": axis.get_yaxis_transform(),
            "va": "center",
            "linespacing": 1.2,
        }
        axis.annotate(label, at, fontsize=SMALL, arrowprops=line, annotation_clip=False, **beside)


def apart(rising: Array, least: float, highest: float) -> list[float]:
    """Places that lie no closer than so much, none above the highest, each near where it belongs.

    Examples
    --------
    >>> apart(np.array([10.0, 50.0, 52.0]), 8.0, 96.0), apart(np.array([94.0, 99.0]), 8.0, 96.0)
    ([10.0, 50.0, 58.0], [88.0, 96.0])
    """
    places: list[float] = []
    for place in rising:
        places.append(max(float(place), places[-1] + least) if places else float(place))
    for i in reversed(range(len(places))):
        places[i] = min(places[i], places[i + 1] - least if i + 1 < len(places) else highest)
    return places


@lettered
def payback(result: Run | Study, language: str = "en") -> Figure:
    """How many of a hundred replicates have their money back by a week, and keep it."""
    tongue = Tongue(language, result.scenario.currency)
    said, data = tongue["figure"], payback_data(result)
    figure, axes = _panels(3.2, tongue)
    for colour, style, level, ledger, part in _by_level(result, data):
        # lines that lie on each other, or on the axis, are told apart by where they end
        look: dict[str, Any] = {
            "color": colour,
            "linestyle": style,
            "linewidth": 2,
            "label": f"{tongue.level(level)}: {say_share(part['share'].iloc[-1])}",
        }
        axes[ledger].plot(part["week"], 100 * part["share"], clip_on=False, **look)
    for axis in axes.values():
        axis.set(ylim=(0, 100))
        time_axis(axis, result.scenario.weeks, language)
        axis.legend(frameon=False, fontsize=SMALL, loc="upper left")
        axis.grid(axis="y", alpha=0.3)
        bare(axis)
    axes["cash"].set_ylabel(said["back"], fontsize=SMALL)
    return figure


@lettered
def difference(result: Run | Study, language: str = "en") -> Figure:
    """Full net present value of each level less that of the next cheaper one; only of a study."""
    tongue = Tongue(language, result.scenario.currency)
    said, data = tongue["figure"], difference_data(result)
    figure = Picture(figsize=(9, 1.2 + 0.5 * len(data)), layout="constrained")
    axis, place = figure.subplots(), np.arange(len(data))
    axis.hlines(place, data["p05"], data["p95"], color=VALUE, linewidth=1)
    axis.hlines(place, data["low"], data["high"], color=VALUE, linewidth=5, label=said["of_mean"])
    axis.plot(data["mean"], place, label=said["mean"], **MEAN)
    axis.axvline(0, color="black", linewidth=0.8)
    labels = [
        said["less"].format(level=tongue.level(row.level), against=tongue.level(row.against))
        for row in data.itertuples()
    ]
    axis.set(
        yticks=place,
        yticklabels=labels,
        xlabel=said["axis"].format(currency=tongue.coin),
        ylim=(-0.6, len(data) - 0.4),
    )
    money_axis(axis, "x", tongue)
    figure.legend(frameon=False, fontsize=SMALL, loc="outside lower center", ncols=2)
    return figure


@lettered
def matrix(result: Run | Study, language: str = "en") -> Figure:
    """What each cell of the matrix brings, mean and the middle nine tenths."""
    tongue = Tongue(language, result.scenario.currency)
    said, data = tongue["figure"], matrix_data(result)
    levels, cells = list(dict.fromkeys(data["level"])), list(dict.fromkeys(data["cell"]))
    figure = Picture(figsize=(9, 0.8 + 0.35 * len(data)), layout="constrained")
    axis = figure.subplots()
    for number, level in enumerate(levels):
        colour, _, mark = look_of(result, level)
        part = data[(data["level"] == level) & data["mean"].notna()]
        place = np.array([cells.index(cell) + 0.2 + 0.6 * number / len(levels) for cell in part["cell"]])
        axis.hlines(place, part["p05"], part["p95"], color=colour, linewidth=1.5)
        axis.plot(part["mean"], place, mark, color=colour, label=tongue.level(level))
    for cell in set(cells) - set(data.loc[data["mean"].notna(), "cell"]):
        axis.annotate(said["no_money"], (0, cells.index(cell) + 0.4), va="center", fontsize=SMALL, color="#57606a")
    axis.set(
        yticks=np.arange(len(cells)) + 0.4,
        yticklabels=[tongue.gloss(cell) for cell in cells],
        xlabel=said["axis"].format(currency=tongue.coin),
    )
    axis.set_ylim(len(cells), -0.2)
    money_axis(axis, "x", tongue)
    axis.legend(frameon=False, fontsize=SMALL, loc="lower right")
    return figure
