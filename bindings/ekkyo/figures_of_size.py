"""Time and memory against the size of an organisation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .amounts import Array
from .benching import growth
from .figures import SMALL, TITLE, bare
from .palette import COST, VALUE


def time_and_memory(found: Sequence[dict[str, Any]]) -> Figure:
    """Both against employees on logarithmic axes, and the power of size that fits time best.

    Parameters
    ----------
    found : sequence of dict
        As `ekkyo.benching.bench` gives them.
    """
    figure = Figure(figsize=(9, 4), layout="constrained")
    time, memory = figure.subplots(1, 2)
    sizes = np.array([one["employees"] for one in found], dtype=float)
    seconds = np.array([one["seconds"] for one in found])
    time.loglog(sizes, seconds, linestyle="none", marker="o", color=VALUE, label="measured")
    _fitted(time, sizes, seconds, growth(found))
    megabytes = [one["peak_rss_bytes"] / 1e6 for one in found]
    memory.loglog(sizes, megabytes, linestyle="none", marker="s", color=COST, label="measured, Python included")
    for axis, name in ((time, "seconds"), (memory, "peak memory, MB")):
        axis.set_title(name, fontsize=TITLE)
        axis.set_xlabel("employees", fontsize=SMALL)
        axis.legend(frameon=False, fontsize=SMALL)
        axis.grid(alpha=0.3)
        bare(axis)
    weeks = ", ".join(str(n) for n in sorted({one["weeks"] for one in found}))
    figure.suptitle(f"{weeks} weeks, one replicate", fontsize=TITLE)
    return figure


def _fitted(axis: Axes, sizes: Array, seconds: Array, power: float) -> None:
    """The line that fits, where there is more than one size."""
    if np.isfinite(power):
        middle = np.exp(np.log(seconds).mean() - power * np.log(sizes).mean())
        axis.loglog(sizes, middle * sizes**power, color=VALUE, ls="--", label=f"size to the power of {power:.2f}")
