"""Figures of a team, the community and the market; each form has its line, mark and hatch in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from .amounts import say_share
from .figures import SMALL, TITLE, bare, number_axis
from .lettering import Picture, lettered
from .palette import COLOURS, MARKS, STYLES
from .timing import time_axis
from .tongue import Tongue
from .ways import CHOICES, WAYS
from .words import words

if TYPE_CHECKING:
    from .teaming import TeamOrCommunity

HATCHES = dict(zip(CHOICES, ("///", "..", "\\\\\\", ""), strict=True))
SHADES = dict(zip(CHOICES, ("#9a9a9a", "#ffffff", "#c8c8c8", "#f2f2f2"), strict=True))


class TeamPlots:
    """``answer.plot.crossover()`` and the like; in another language where told: ``crossover(language="ja")``."""

    def __init__(self, answer: TeamOrCommunity):
        self._answer = answer

    def crossover(self, language: str = "en") -> Figure:
        """Net value and cost per task done over what is unknown."""
        return crossover(self._answer, language)

    def portfolio(self, language: str = "en") -> Figure:
        """How often each form is best over what is unknown, and where tasks best go."""
        return portfolio(self._answer, language)

    def time(self, language: str = "en") -> Figure:
        """Share of tasks done by a week."""
        return time(self._answer, language)


def look_of(form: str) -> dict[str, Any]:
    """Colour, line and mark of a form."""
    number = CHOICES.index(form)
    return {"color": COLOURS[number], "linestyle": STYLES[number], "marker": MARKS[number], "markersize": 4}


@lettered
def crossover(answer: TeamOrCommunity, language: str = "en") -> Figure:
    """Net value per task tried, with its 90 % interval, and cost per task done; dotted where the best form changes."""
    tongue = Tongue(language)
    said, data = tongue["team"], answer.table
    figure = Picture(figsize=(10, 4), layout="constrained")
    net, cost = figure.subplots(1, 2)
    for form in WAYS:
        part = data[data["form"] == form]
        look = look_of(form) | {"markevery": 4, "label": said[form]}
        net.fill_between(100 * part["unknown"], part["net_low"], part["net_high"], color=look["color"], alpha=0.2)
        net.plot(100 * part["unknown"], part["net"], **look)
        cost.plot(100 * part["unknown"], part["cost_per_done"], **look)
    net.axhline(0, color="black", linewidth=0.8)
    _advice(net, answer, said)
    cost.set_yscale("log")
    net.set_ylabel(said["net"], fontsize=SMALL)
    cost.set_ylabel(said["cost"], fontsize=SMALL)
    for axis in (net, cost):
        number_axis(axis, "y", tongue.number) if axis is net else _powers(axis, tongue)
        axis.set_xlabel(said["unknown"])
    figure.legend(*net.get_legend_handles_labels(), frameon=False, loc="outside lower center", ncols=len(WAYS))
    return figure


def _powers(axis: Axes, tongue: Tongue) -> None:
    axis.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axis.yaxis.set_major_formatter(FuncFormatter(lambda x, _: tongue.number(x)))
    axis.yaxis.set_minor_locator(NullLocator())
    axis.grid(axis="y", alpha=0.3)
    bare(axis)


def _advice(axis: Axes, answer: TeamOrCommunity, said: dict[str, Any]) -> None:
    """Which choice is best from where to where, above the lines."""
    for form, low, high in answer.advice():
        if low > answer.shares[0]:
            axis.axvline(100 * low, color="black", linestyle=":", linewidth=1)
        if high - low > 0.05:
            axis.text(
                50 * (low + high), 1.01, said[form], transform=axis.get_xaxis_transform(), ha="center", fontsize=SMALL
            )


@lettered
def portfolio(answer: TeamOrCommunity, language: str = "en") -> Figure:
    """Left: share of draws in which each form is best; right: where tasks best go, at base and on average of draws."""
    said, data = words(language)["team"], answer.table
    figure = Picture(figsize=(10, 3.8), layout="constrained")
    draws, goes = figure.subplots(1, 2, width_ratios=[3, 2])
    below = np.zeros(len(answer.shares))
    for form in CHOICES:
        chance = 100 * data.loc[data["form"] == form, "chance_best"].to_numpy()
        look: dict[str, Any] = {
            "facecolor": SHADES[form],
            "edgecolor": "black",
            "hatch": HATCHES[form],
            "linewidth": 0.6,
        }
        draws.fill_between(100 * answer.shares, below, below + chance, label=said[form], **look)
        below = below + chance
    draws.set(xlabel=said["unknown"], xlim=(100 * answer.shares[0], 100 * answer.shares[-1]), ylim=(0, 100))
    draws.set_ylabel(said["draws"], fontsize=SMALL)
    table = answer.portfolio.set_index("form")
    for row, column in enumerate(("share", "share_mean")):
        left = 0.0
        for form in CHOICES:
            width = 100 * float(table.loc[form, column])
            look = {"facecolor": SHADES[form], "edgecolor": "black", "hatch": HATCHES[form], "linewidth": 0.6}
            goes.barh(row, width, left=left, height=0.6, **look)
            if width >= 10:
                plain = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
                goes.text(
                    left + width / 2, row, say_share(width / 100), ha="center", va="center", fontsize=SMALL, bbox=plain
                )
            left += width
    goes.set(yticks=[0, 1], yticklabels=[said["base"], said["mean"]], xlim=(0, 100), xlabel=said["tasks"])
    goes.invert_yaxis()
    for axis in (draws, goes):
        bare(axis)
    figure.legend(*draws.get_legend_handles_labels(), frameon=False, loc="outside lower center", ncols=len(CHOICES))
    return figure


@lettered
def time(answer: TeamOrCommunity, language: str = "en") -> Figure:
    """Share of tasks done by a week, where nothing, half and all of it is unknown."""
    said, data = words(language)["team"], answer.done_by()
    levels = list(dict.fromkeys(data["unknown"]))
    figure = Picture(figsize=(10, 3.4), layout="constrained")
    axes = figure.subplots(1, len(levels), sharey=True, squeeze=False)[0]
    for axis, level in zip(axes, levels, strict=True):
        for form in WAYS:
            part = data[(data["unknown"] == level) & (data["form"] == form)]
            look = look_of(form) | {"marker": ""}
            axis.step(part["week"], 100 * part["done"], where="post", label=said[form], **look)
        axis.set(ylim=(0, 100))
        time_axis(axis, int(data["week"].max()), language)
        axis.set_title(said["panel"].format(share=say_share(level)), fontsize=TITLE)
        axis.grid(axis="y", alpha=0.3)
        bare(axis)
    axes[0].set_ylabel(said["done"], fontsize=SMALL)
    figure.legend(*axes[0].get_legend_handles_labels(), frameon=False, loc="outside lower center", ncols=len(WAYS))
    return figure
