"""Time beneath a curve: a tick where each year begins (each month of a short run), and between two of them its name."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes

from .changing import YEAR
from .words import words

#: a run of fewer weeks than this is told in months
SHORT = 2 * YEAR

#: so many names have room beside each other in the smallest panel, and in one that is as wide as a slide
ROOM, WIDE = 6, 12


class Periods(NamedTuple):
    """The years or months of a run: the weeks at which one begins, the last one's end, and names at their middles."""

    edges: list[float]
    middles: list[float]
    names: list[str]


def periods(weeks: int, language: str = "en", room: int = ROOM) -> Periods:
    """The years of a run of so many weeks, or its months; where there are many, not each has its name.

    Examples
    --------
    >>> periods(130).edges, periods(130).middles, periods(130).names
    ([0.0, 52.0, 104.0, 156.0], [26.0, 78.0, 117.0], ['year 1', 'year 2', 'year 3'])
    >>> periods(52, "ja").names
    ['1か月目', '3か月目', '5か月目', '7か月目', '9か月目', '11か月目']
    """
    grain, long = ("month", YEAR / 12) if weeks < SHORT else ("year", float(YEAR))
    count = int(np.ceil(weeks / long))
    step = int(np.ceil(count / room))
    edges = [n * long for n in range(count + 1)]
    # a last one that is lived for less than half has no room for a name
    named = [n for n in range(0, count, step) if n == 0 or weeks - edges[n] >= long / 2]
    said = words(language)["axis"][grain]
    middles = [(edges[n] + min(edges[n + 1], weeks)) / 2 for n in named]
    return Periods(edges, middles, [said.format(n=n + 1) for n in named])


def time_axis(axis: Axes, weeks: int, language: str = "en", room: int = ROOM) -> None:
    """An axis of weeks, told in years or months."""
    edges, middles, names = periods(weeks, language, room)
    edges = [edge for edge in edges if edge <= weeks]
    axis.set_xticks(edges, [""] * len(edges))
    axis.set_xticks(middles, names, minor=True)
    axis.tick_params(axis="x", which="minor", length=0)
