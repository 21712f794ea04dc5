"""Fun, skill, value, profit (楽→技→価→益): four indices over the weeks, each marked where it is at its height."""

from __future__ import annotations

from matplotlib.figure import Figure

from .figures import TITLE, bare
from .frames import indices_data, shown_level, statements_of
from .lettering import Picture, lettered
from .palette import COLOURS, MARKS, STYLES
from .run import Run
from .study import Study
from .timing import time_axis
from .tongue import Tongue


@lettered
def indices(result: Run | Study, level: str | None = None, language: str = "en") -> Figure:
    """When each stage is at its height, of one level: the one with the highest mean full NPV unless told."""
    tongue, shown = Tongue(language, result.scenario.currency), shown_level(result, level)
    said, data = tongue["stages"], indices_data(result, shown)
    rows = statements_of(result)[shown].indices().rows(language)
    figure = Picture(figsize=(9, 3.6), layout="constrained")
    axis = figure.subplots()
    for number, (stage, part) in enumerate(data.groupby("stage", sort=False)):
        named = said["name"][stage]
        if part["index"].isna().any():
            axis.plot([], [], " ", label=said["line"].format(stage=named, told=said["never"]))
            continue
        colour, peak = COLOURS[(0, 1, 2, 4)[number]], int(part["index"].to_numpy().argmax())
        look = {"color": colour, "linestyle": STYLES[number], "marker": MARKS[number]}
        label = said["line"].format(stage=named, told=rows["height"][number])
        axis.plot(
            part["week"],
            part["index"],
            markevery=[peak],
            markersize=9,
            linewidth=1.8,
            clip_on=False,
            label=label,
            **look,
        )
    axis.set(ylim=(0, 100), xlim=(0, result.scenario.weeks))
    time_axis(axis, result.scenario.weeks, language)
    axis.set_ylabel(said["index_axis"])
    axis.set_title(tongue.level(shown), fontsize=TITLE)
    axis.grid(alpha=0.3)
    bare(axis)
    figure.legend(frameon=False, loc="outside right upper")
    return figure
