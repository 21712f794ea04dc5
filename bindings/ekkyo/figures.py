"""Figures. What a figure shows is a tidy frame (`*_data`); drawing only draws it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from .accounts import LEDGERS, Account
from .amounts import say

if TYPE_CHECKING:
    from .run import Run
    from .study import Study

# Okabe & Ito 2008: told apart with any kind of colour vision; line styles say the same again
COLOURS = ("#000000", "#E69F00", "#0072B2", "#D55E00", "#009E73", "#CC79A7")
STYLES = ("-", "--", "-.", ":", (0, (5, 1)), (0, (1, 1)))
COST, VALUE = "#D55E00", "#0072B2"


class Picture(Figure):
    """A figure that shows itself in a notebook."""

    def _repr_png_(self) -> bytes:
        out = BytesIO()
        self.savefig(out, format="png", dpi=110)
        return out.getvalue()


def accounts_of(result: Run | Study) -> dict[str, Account]:
    """Each level's account against nobody paying; `none` itself has nothing to show."""
    if hasattr(result, "levels"):
        return {level: result.statement(level)["none"] for level in result.levels if level != "none"}
    return {str(result.scenario["support.level"]): result.statement()["none"]}


def curves_data(result: Run | Study) -> pd.DataFrame:
    """Cost and value so far: level, ledger, side, week, mean, p05, p50, p95 (discounted, against none)."""
    frames = [
        one.cumulative(ledger, side).reset_index().assign(level=level, ledger=ledger, side=side)
        for level, one in accounts_of(result).items()
        for ledger in LEDGERS
        for side in ("cost", "value")
    ]
    return pd.concat(frames, ignore_index=True)


def investment_data(result: Run | Study) -> pd.DataFrame:
    """Net present value: level, ledger, mean, p05, p50, p95, chance (against none)."""
    rows = []
    for level, one in accounts_of(result).items():
        for ledger in LEDGERS:
            book = getattr(one, ledger)
            rows.append({"level": level, "ledger": ledger, **book.npv._asdict(), "chance": book.chance})
    return pd.DataFrame(rows)


def payback_data(result: Run | Study) -> pd.DataFrame:
    """The share of replicates whose money is back by a week, and stays back: level, ledger, week, share."""
    frames = []
    for level, one in accounts_of(result).items():
        for ledger in LEDGERS:
            net = one.weekly(ledger).cumsum(axis=1)
            lasts = np.logical_and.accumulate(net[:, ::-1] >= 0, axis=1)[:, ::-1]
            shares = lasts.mean(axis=0)
            frames.append(pd.DataFrame({"week": np.arange(len(shares)), "share": shares, "level": level, "ledger": ledger}))
    return pd.concat(frames, ignore_index=True)


def matrix_data(result: Run | Study) -> pd.DataFrame:
    """What each cell of the matrix brings: level, cell, mean, p05, p50, p95 (full ledger, against none)."""
    rows = []
    for level in accounts_of(result):
        statement = result.statement(level) if hasattr(result, "levels") else result.statement()
        rows += [{"level": level, "cell": cell, **found["value"]} for cell, found in statement.cells("none").items()]
    return pd.DataFrame(rows)


def _money_axis(axis: Any, which: str = "y") -> None:
    getattr(axis, f"{which}axis").set_major_formatter(FuncFormatter(lambda x, _: say(x)))
    axis.spines[["top", "right"]].set_visible(False)
    axis.grid(axis=which, alpha=0.3)


def curves(result: Run | Study) -> Figure:
    """Cost and value so far, in cash and in full, with the middle nine tenths of replicates."""
    data = curves_data(result)
    levels = list(dict.fromkeys(data["level"]))
    figure = Picture(figsize=(9, 2.9 * len(levels)), layout="constrained")
    axes = figure.subplots(len(levels), 2, squeeze=False, sharex=True)
    for (level, ledger), part in data.groupby(["level", "ledger"], sort=False):
        axis = axes[levels.index(level)][LEDGERS.index(ledger)]
        for side, colour, style in (("cost", COST, "--"), ("value", VALUE, "-")):
            line = part[part["side"] == side]
            axis.fill_between(line["week"], line["p05"], line["p95"], color=colour, alpha=0.15, linewidth=0)
            axis.plot(line["week"], line["mean"], color=colour, linestyle=style, label=f"{side}, mean")
            axis.plot(line["week"], line["p50"], color=colour, linestyle=style, linewidth=0.7, alpha=0.8)
        axis.set_title(f"{level}: {ledger} ledger", fontsize=10)
        _money_axis(axis)
    for axis in axes[-1]:
        axis.set_xlabel("week")
    for row in axes:
        row[0].set_ylabel(f"{result.scenario.currency}, discounted")
    axes[0][0].legend(frameon=False, loc="upper left", fontsize=8)
    return figure


def investment(result: Run | Study) -> Figure:
    """Net present value of each level, in cash and in full."""
    data = investment_data(result)
    levels = list(dict.fromkeys(data["level"]))
    figure = Picture(figsize=(9, 1.2 + 0.7 * len(levels)), layout="constrained")
    axes = figure.subplots(1, 2, sharey=True)
    for ledger, part in data.groupby("ledger", sort=False):
        axis = axes[LEDGERS.index(ledger)]
        place = np.array([levels.index(level) for level in part["level"]])
        axis.hlines(place, part["p05"], part["p95"], color="#0072B2", linewidth=2)
        axis.plot(part["p50"], place, "|", color="#0072B2", markersize=14, label="middle; line: 5–95 %")
        axis.plot(part["mean"], place, "o", color="#D55E00", label="mean")
        axis.axvline(0, color="black", linewidth=0.8)
        axis.set(title=f"{ledger} ledger", yticks=range(len(levels)), yticklabels=levels, xlabel=result.scenario.currency)
        axis.set_ylim(-0.6, len(levels) - 0.4)
        axis.xaxis.set_major_locator(MaxNLocator(5))
        _money_axis(axis, "x")
    figure.legend(*axes[0].get_legend_handles_labels(), frameon=False, fontsize=8, loc="outside lower center", ncols=2)
    return figure


def payback(result: Run | Study) -> Figure:
    """How many of a hundred replicates have their money back by a week, and keep it."""
    data = payback_data(result)
    figure = Picture(figsize=(9, 3), layout="constrained")
    axes = figure.subplots(1, 2, sharey=True)
    for number, ((_, ledger), part) in enumerate(data.groupby(["level", "ledger"], sort=False)):
        axis, style = axes[LEDGERS.index(ledger)], number // 2
        axis.plot(part["week"], 100 * part["share"], color=COLOURS[style], linestyle=STYLES[style], label=part["level"].iloc[0])
        axis.set(title=f"{ledger} ledger", xlabel="week", ylim=(0, 100))
        axis.spines[["top", "right"]].set_visible(False)
    axes[0].set_ylabel("% of replicates with their money back")
    axes[0].legend(frameon=False, fontsize=8)
    return figure


def matrix(result: Run | Study) -> Figure:
    """What each cell of the matrix brings, mean and the middle nine tenths."""
    data = matrix_data(result)
    levels, cells = list(dict.fromkeys(data["level"])), list(dict.fromkeys(data["cell"]))
    figure = Picture(figsize=(9, 0.8 + 0.35 * len(data)), layout="constrained")
    axis = figure.subplots()
    for number, level in enumerate(levels):
        part = data[(data["level"] == level) & data["mean"].notna()]
        place = np.array([cells.index(cell) + 0.8 * number / len(levels) for cell in part["cell"]])
        axis.hlines(place, part["p05"], part["p95"], color=COLOURS[number], linewidth=1.5)
        axis.plot(part["mean"], place, "o", color=COLOURS[number], label=level)
    axis.set(yticks=np.arange(len(cells)) + 0.4, yticklabels=cells, xlabel=result.scenario.currency, ylim=(len(cells), -0.4))
    _money_axis(axis, "x")
    axis.legend(frameon=False, fontsize=8)
    return figure


class Plots:
    """``run.plot.curves()``, ``study.plot.investment()`` and the like: Matplotlib figures."""

    def __init__(self, result: Run | Study):
        self._result = result

    def curves(self) -> Figure:
        """Cost and value so far."""
        return curves(self._result)

    def investment(self) -> Figure:
        """Net present value of each level."""
        return investment(self._result)

    def payback(self) -> Figure:
        """When the money is back."""
        return payback(self._result)

    def matrix(self) -> Figure:
        """What each cell of the matrix brings."""
        return matrix(self._result)
