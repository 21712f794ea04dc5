"""What must be true: minutes saved and realised ideas, the line from which a level pays, and where it is."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from .amounts import Array, say_share
from .figures import SMALL, TITLE, bare, look_of
from .figures_of_change import change_in
from .frames import baseline_of, shown_level, statements_of
from .lettering import Picture, lettered
from .need import Need, need
from .run import Run
from .study import Study
from .tongue import Tongue

#: so many levels have their parts beside each other
IN_A_ROW = 4

#: half of the room that the name of the mean takes, in parts of a frame that is as wide as the figure
HALF = (0.06, 0.05)

#: where it may stand, from the mark, in rooms to the side and in parts of the frame above
AROUND = [(x, y) for x in (0.0, 2.4, -2.4, 4.0) for y in (0.16, -0.16, 0.3, 0.5)]

#: how far the axes go below zero, for each unit that they go above
FRAME = (-0.02, -0.03)


@lettered
def minutes_and_ideas(result: Run | Study, language: str = "en") -> Figure:
    """Where each level pays, over minutes saved per member and week and realised ideas, and where it is."""
    tongue = Tongue(language, result.scenario.currency)
    said, needs = tongue["figure"], {level: need(one) for level, one in statements_of(result).items()}
    columns = len(needs) if len(needs) <= IN_A_ROW else 3
    across = math.ceil(len(needs) / columns)
    # one alone is as wide as a page, and needs no more height than leaves room for what stands beside it
    height = 2.5 if columns == 1 else 3.2 * across
    figure = Picture(figsize=(max(9, 2 + 2.6 * columns), 1.4 + height), layout="constrained")
    axes = figure.subplots(across, columns, sharex=True, sharey=True, squeeze=False).ravel()
    ends = _ends(list(needs.values()))
    for axis in axes[len(needs) :]:
        axis.set_axis_off()
    for axis, (level, told) in zip(axes, needs.items(), strict=False):
        _panel(axis, told, look_of(result, level), ends, tongue)
        _you(axis, told, ends, said["you"], columns)
        axis.set_title(_title(level, told, tongue), fontsize=TITLE, linespacing=1.3)
    by_end = said["by_end"].format(against=tongue.against(baseline_of(result)))
    figure.supxlabel(said["minutes"], fontsize=TITLE)
    figure.supylabel(said["ideas"], fontsize=TITLE)
    handles = {label: handle for axis in axes for handle, label in zip(*axis.get_legend_handles_labels(), strict=True)}
    figure.legend(
        handles.values(),
        handles.keys(),
        frameon=False,
        fontsize=SMALL,
        loc="outside upper center",
        ncols=len(handles),
        title="\n".join(filter(None, (by_end, change_in(result, tongue)))),
        title_fontsize=TITLE,
    )
    return figure


def _title(level: str, told: Need, tongue: Tongue) -> str:
    """What a level is called, how often it pays, and where it is."""
    of = {"minutes": tongue.number(float(told.minutes.mean())), "ideas": tongue.number(float(told.ideas.mean()))}
    return str(tongue["figure"]["here"].format(level=tongue.level(level), share=say_share(told.chance), **of))


def facts(result: Run | Study, language: str = "en") -> dict[str, str]:
    """The picture read aloud, for the level that is shown, and how many replicates lie outside its frame."""
    tongue = Tongue(language, result.scenario.currency)
    needs = {level: need(one) for level, one in statements_of(result).items()}
    said, (right, top) = tongue["minutes_and_ideas"], _ends(list(needs.values()))
    counts = []
    for level, told in needs.items():
        x, y = told.minutes, told.ideas
        beyond = (x > right) | (x < FRAME[0] * right) | (y > top) | (y < FRAME[1] * top)
        here = {"level": tongue.level(level), "count": int(beyond.sum()), "replicates": len(beyond)}
        counts.append(said["of_level"].format(**here))
    outside = said["outside"].format(told=tongue["sentence"]["semicolon"].join(counts))
    return {"read": read(shown_level(result), needs[shown_level(result)], tongue), "outside": outside}


def read(level: str, told: Need, tongue: Tongue) -> str:
    """Where a level is, and what it would take to pay on average, in a sentence."""
    said, minutes, ideas = tongue["minutes_and_ideas"], float(told.minutes.mean()), float(told.ideas.mean())
    needed = {"minutes_needed": told.minutes_needed(ideas), "ideas_needed": told.ideas_needed(minutes)}
    some, many = (math.isfinite(x) for x in needed.values())
    lacks = "either" if some and many else "more_minutes" if some else "more_ideas" if many else "neither"
    pays = said["is_enough" if told.npv(minutes, ideas) > 0 else lacks]
    form = "never" if ideas <= 0 else "rarely" if ideas < 1 else "often"
    often = said[form].format(ideas=tongue.number(ideas), years=tongue.number(1 / ideas) if ideas > 0 else "")
    numbers = {name: tongue.number(max(x, 0.0)) for name, x in needed.items() if math.isfinite(x)}
    here = {"level": tongue.level(level), "minutes": tongue.number(minutes), "often": often}
    return str(said["read"].format(pays=pays.format(**numbers), **here))


def _ends(needs: list[Need]) -> tuple[float, float]:
    """How far the axes reach: to nineteen in twenty replicates, and to the lines, unless those are far off."""
    x = max(float(np.quantile(told.minutes, 0.95)) for told in needs)
    y = max(float(np.quantile(told.ideas, 0.95)) for told in needs)
    x, y = max(x, *(told.minutes.mean() for told in needs), 1.0), max(y, *(told.ideas.mean() for told in needs), 0.1)
    lines = [(told.minutes_needed(0), told.ideas_needed(0)) for told in needs]
    reach_x = max([x, *(min(line, 1.5 * x) for line, _ in lines if line > 0)])
    reach_y = max([y, *(min(line, 1.3 * y) for _, line in lines if line > 0)])
    return 1.08 * reach_x, 1.08 * reach_y


def _panel(axis: Axes, told: Need, look: tuple[str, Any, str], ends: tuple[float, float], tongue: Tongue) -> None:
    """A level's part: grey where it pays, the line, a mark per replicate, and their mean."""
    said, (right, top) = tongue["figure"], ends
    _, _, mark = look
    x, (bottom, top) = np.linspace(FRAME[0] * right, right, 400), (FRAME[1] * top, top)
    grey: dict[str, Any] = {"color": "#e4e4e4", "linewidth": 0, "zorder": 0}
    dots: dict[str, Any] = {"linestyle": "none", "markerfacecolor": "none", "markersize": 4, "alpha": 0.6}
    axis.plot(told.minutes, told.ideas, "o", color="#57606a", label=said["replicate"], **dots)
    if told.idea:
        zero = -(told.fixed + told.minute * x) / told.idea
        axis.plot(x, zero, color="black", linewidth=2, label=said["zero"])
        axis.fill_between(x, np.clip(zero, bottom, top), top if told.idea > 0 else bottom, **grey)
    elif told.minute:
        enough = -told.fixed / told.minute
        axis.plot([enough, enough], [bottom, top], color="black", linewidth=2, label=said["zero"])
        axis.axvspan(enough, max(right, enough), **grey)
    # hollow, as the line may pass beneath it
    here: dict[str, Any] = {"markersize": 15, "markerfacecolor": "none", "markeredgewidth": 2.5, "zorder": 5}
    axis.plot(told.minutes.mean(), told.ideas.mean(), mark, color="black", **here)
    axis.set(xlim=(x[0], x[-1]), ylim=(bottom, top))
    for of in (axis.xaxis, axis.yaxis):
        of.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
        of.set_major_formatter(FuncFormatter(lambda x, _: f"{x:g}"))
    bare(axis)


def _you(axis: Axes, told: Need, ends: tuple[float, float], text: str, columns: int) -> None:
    """Says of the large mark what it is: beside it, off the line, and where the fewest futures are covered."""
    here = np.array([told.minutes.mean(), told.ideas.mean()]) / ends
    dots = np.column_stack([told.minutes, told.ideas]) / ends
    pays = told.npv(*(here * ends)) > 0
    room = np.array(HALF) * (columns, 1)

    def in_the_way(place: Array) -> tuple[bool, bool, bool, int]:
        corners = np.array([place + room * (i, j) for i in (-1, 1) for j in (-1, 1)])
        is_beyond = bool(np.any((corners < 0) | (corners > 1)))
        side = told.npv(*(corners * ends).T) > 0
        covered = int(np.all(np.abs(dots - place) < room, axis=1).sum())
        return is_beyond, bool(side.any() and not side.all()), bool(side[0] != pays), covered

    beside = min((here + np.array([x * room[0] / 2, y]) for x, y in AROUND), key=in_the_way)
    plain = {"facecolor": "white", "edgecolor": "none", "pad": 1, "alpha": 0.85}
    arrow = {"arrowstyle": "-", "color": "black", "linewidth": 0.8, "shrinkB": 9}
    look: dict[str, Any] = {"ha": "center", "va": "center", "bbox": plain, "arrowprops": arrow}
    axis.annotate(text, tuple(here * ends), tuple(beside * ends), fontsize=SMALL, zorder=6, **look)
