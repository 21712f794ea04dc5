"""Figures for who decides: how a result depends on its accounting, which level is best, and what makes up the NPV."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from . import _engine
from .amounts import NOTHING, say_share
from .figures import SMALL, TITLE, bare, look_of, money_axis
from .figures_of_change import change_in, headed
from .frames import acceptability_data, baseline_of, ladder_data, shown_level, waterfall_data
from .ladder import BROCHURE, comes_to
from .lettering import Picture, lettered
from .palette import COST, VALUE
from .run import Run
from .seeing import SEEN
from .study import Study
from .tongue import Tongue

#: how high what is said of some rungs is, for each rung
HEAD = 0.75


@lettered
def ladder(result: Run | Study, language: str = "en") -> Figure:
    """ROI under every convention: two worlds on white, what a dashboard sees on grey, every value on hatching.

    Above each of the three stands what is fair about it, or not.
    """
    tongue = Tongue(language, result.scenario.currency)
    said, data = tongue["figure"], ladder_data(result, language)
    levels, rungs = list(dict.fromkeys(data["level"])), list(dict.fromkeys(data["rung"]))
    # all values over a part of the costs is a difference between two worlds as well, and not to be read as the fair one
    begins = {"compared": 0, "dashboard": rungs.index(SEEN[0].rung), "one_sided": rungs.index(BROCHURE.rung)}
    places = np.array([rung + HEAD * sum(rung >= first for first in begins.values()) for rung in range(len(rungs))])
    last = float(places[-1]) + 1
    figure = Picture(figsize=(12, 1.3 + last * (0.17 + 0.083 * len(levels))), layout="constrained")
    axis = figure.subplots()
    for number, level in enumerate(levels):
        part = data[data["level"] == level]
        place = places + (number + 0.5) / len(levels) * 0.94 + 0.03
        colour, _, mark = look_of(result, level)
        axis.plot(part["roi"], place, mark, color=colour, markersize=6, label=tongue.level(level))
        _numbers_beside(axis, part["roi"].to_numpy(), place)
    heads = {name: float(places[first]) - HEAD for name, first in begins.items()}
    axis.axhspan(heads["dashboard"], heads["one_sided"], color="#e8e8e8", linewidth=0, zorder=0)
    axis.axhspan(heads["one_sided"], last, facecolor="none", edgecolor="#d0d0d0", hatch="///", linewidth=0, zorder=0)
    across: dict[str, Any] = {"transform": axis.get_yaxis_transform()}
    plain = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
    for name, top in heads.items():
        look: dict[str, Any] = {"fontsize": SMALL, "weight": "bold", "va": "center_baseline", "bbox": plain}
        axis.text(0.01, top + HEAD / 2, said[name], **look, **across)
    axis.hlines(places, 0, 1, color="#c8c8c8", linewidth=0.5, **across)
    axis.hlines(list(heads.values())[1:], 0, 1, color="black", linewidth=1, **across)
    axis.set(yticks=places + 0.5, yticklabels=data["name"][: len(rungs)], xlabel=said["return"])
    axis.set_ylim(last, 0)
    axis.tick_params(axis="y", length=0)
    _returns(axis, data["roi"])
    headed(figure, change_in(result, tongue), fontsize=TITLE)
    figure.legend(frameon=False, fontsize=SMALL, loc="outside lower center", ncols=len(levels))
    return figure


def facts(result: Run | Study, language: str = "en") -> dict[str, str]:
    """What the ladder comes to, for the level that is shown."""
    told = comes_to(
        ladder_data(result, language),
        shown_level(result),
        baseline_of(result),
        Tongue(language, result.scenario.currency),
    )
    return {"comes_to": told}


def _numbers_beside(axis: Axes, roi: Any, place: Any) -> None:
    """What each mark says, on the side away from zero; a dash at zero where there is no ROI."""
    for x, y in zip(roi, place, strict=True):
        if math.isfinite(x):
            reach, side = (7, "left") if x >= 0 else (-7, "right")
            beside: dict[str, Any] = {"xytext": (reach, 0), "textcoords": "offset points", "ha": side}
            axis.annotate(say_share(x), (x, y), va="center", fontsize=SMALL, **beside)
        else:
            axis.annotate("—", (0, y), ha="center", va="center", fontsize=SMALL)


def _returns(axis: Axes, roi: pd.Series) -> None:
    """An axis on which -87 % and +7,800 % can both be read: even up to 100 %, by powers of ten beyond."""
    axis.set_xscale("symlog", linthresh=1, linscale=1)
    low, high = min(-1.0, float(roi.min())), max(1.0, float(roi.max()))
    ticks = [-100, -10, -1, -0.5, 0, 0.5, 1, 10, 100, 1000]
    axis.xaxis.set_major_locator(FixedLocator([x for x in ticks if low <= x <= high * 2]))
    axis.xaxis.set_minor_locator(NullLocator())
    axis.xaxis.set_major_formatter(FuncFormatter(lambda x, _: say_share(x)))
    # room for the numbers beside the outermost marks
    axis.set_xlim(low * 2.8, high * 4)
    axis.axvline(0, color="black", linewidth=0.8)
    axis.grid(axis="x", alpha=0.3)
    bare(axis)


@lettered
def acceptability(result: Run | Study, language: str = "en") -> Figure:
    """How often each level is best, by the price of a member's hour; ringed where it is best on average."""
    tongue = Tongue(language, result.scenario.currency)
    said, data = tongue["figure"], acceptability_data(result)
    figure = Picture(figsize=(9, 3.8), layout="constrained")
    axis = figure.subplots()
    for level, part in data.groupby("level", sort=False):
        look: dict[str, Any] = dict(zip(("color", "linestyle", "marker"), look_of(result, str(level)), strict=True))
        axis.plot(
            part["hour_price"], 100 * part["share"], markersize=5, clip_on=False, label=tongue.level(str(level)), **look
        )
    best = data[data["mean_is_best"]]
    ring: dict[str, Any] = {"markersize": 11, "markerfacecolor": "none", "markeredgecolor": "black", "clip_on": False}
    axis.plot(best["hour_price"], 100 * best["share"], "o", label=said["mean_best"], **ring)
    axis.set(xlabel=said["hour_price"], ylim=(0, 100))
    axis.set_ylabel(said["best"], fontsize=SMALL)
    axis.grid(axis="y", alpha=0.3)
    bare(axis)
    figure.legend(frameon=False, fontsize=SMALL, loc="outside right upper")
    return figure


@lettered
def waterfall(result: Run | Study, level: str | None = None, language: str = "en") -> Figure:
    """From the costs, line by line, over the values to the NPV: means of the full ledger.

    Of a study the level with the highest mean full NPV, ``none`` aside, unless told.
    """
    tongue = Tongue(language, result.scenario.currency)
    said, data = tongue["figure"], waterfall_data(result, level)
    # a line that nothing was spent or won on says nothing
    data = data[(data["money"].abs() > NOTHING) | (data["line"] == "npv")].reset_index(drop=True)
    figure = Picture(figsize=(12.3, 1.3 + 0.28 * len(data)), layout="constrained")
    axis = figure.subplots()
    looks: dict[str, dict[str, Any]] = {
        "cost": {"facecolor": "white", "edgecolor": COST, "hatch": "///"},
        "value": {"facecolor": VALUE, "edgecolor": VALUE},
        "net": {"facecolor": "black", "edgecolor": "black"},
    }
    for place, step in data.iterrows():
        axis.barh(place, step["money"], left=step["start"], height=0.65, linewidth=1.2, **looks[step["side"]])
        edge = max(step["start"], step["end"])
        axis.annotate(
            tongue.money(step["money"]), (edge, place), (5, 0), textcoords="offset points", va="center", fontsize=SMALL
        )
    axis.vlines(data["end"][:-1], data.index[:-1], data.index[:-1] + 1, color="#57606a", linewidth=0.8, zorder=0)
    texts = {line["name"]: tongue.label(line).rstrip(".") for line in _engine.money_lines} | {"npv": said["net"]}
    axis.set(yticks=data.index, yticklabels=[texts[line] for line in data["line"]])
    axis.set_xlabel(said["money"].format(currency=tongue.coin))
    title = said["panel"].format(level=tongue.level(data["level"][0]), ledger=tongue["name"]["full"])
    axis.set_title(title, fontsize=TITLE)
    axis.invert_yaxis()
    low, high = min(0.0, data["end"].min()), max(0.0, data["end"].max())
    # where nothing is spent or won there is nothing but zero
    reach = high - low or 1.0
    axis.set_xlim(low - 0.03 * reach, high + 0.14 * reach)
    axis.set_axisbelow(True)
    axis.axvline(0, color="black", linewidth=0.8)
    money_axis(axis, "x", tongue)
    return figure
