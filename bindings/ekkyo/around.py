"""What happens around a change of a scenario, week by week, beside the same people and luck without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from . import _engine
from .amounts import Array, say
from .courses import on_the_way
from .errors import RequestError
from .lines import cut, left, right, wrapped
from .run import simulate
from .scenario import Scenario
from .splitting import Draws, interval
from .tables import column_names
from .tongue import Tongue
from .worlds import SPONSORED

#: what shows that members take part, or no longer
SHOWN = ("members", "core", "questions", "answered", "left", "dismay")

#: periods, in weeks from the change on: half a year before it, its first month, and what comes then
PERIODS = ((-26, 0), (0, 4), (4, 13), (13, 26), (26, 52))

#: a smaller difference a week is none
LEAST = 1e-4

ROOM, NARROW = 34, 11


@dataclass(frozen=True)
class Around:
    """A scenario around one of its changes, beside itself without it and all later ones.

    Attributes
    ----------
    scenario : Scenario
    week : int
        From when on the change holds.
    replicates : int
    sponsored : bool
        Whether a sponsor may stop it, in both.
    frame : pandas.DataFrame
        A row per ``column`` of the ledger and period (``start``, ``until``: weeks of the run, the last no longer
        one): ``with_it``, ``without``, ``difference`` (means over replicates, a week), ``low`` and ``high`` (90 %
        interval of the mean difference, by Student's t over draws).
    """

    scenario: Scenario
    week: int
    replicates: int
    sponsored: bool
    frame: pd.DataFrame

    def text(self, language: str = "en") -> str:
        """As a table for a terminal."""
        tongue = Tongue(language, self.scenario.currency)
        said, columns = tongue["around"], {row["name"]: row for row in _engine.columns}
        told = said["head"].format(
            name=tongue.named(self.scenario.name),
            changes=tongue.sentences(*on_the_way(self.scenario, tongue)),
            week=self.week,
            replicates=self.replicates,
            plan=said["sponsored" if self.sponsored else "protected"],
        )
        periods = self.frame[["start", "until"]].drop_duplicates().itertuples(index=False)
        header = [said["weeks"].format(first=start, last=until - 1) for start, until in periods]
        lines = [wrapped(told), _line("", header)]
        for column, rows in self.frame.groupby("column", sort=False):
            row = columns[str(column)]
            lines.append(cut(": ".join(dict.fromkeys((tongue.short(row), tongue.label(row)))), 100))
            lines += [_line("  " + said[name], [say(x) for x in rows[name]]) for name in ("with_it", "without")]
            lines.append(_line("  " + said["difference"], [_sure(row) for _, row in rows.iterrows()]))
        return "\n".join([*lines, wrapped(said["foot"])])

    def __repr__(self) -> str:
        return self.text()


def around(
    scenario: Scenario,
    week: int | None = None,
    replicates: int = 100,
    columns: Sequence[str] = SHOWN,
    sponsored: bool = False,
    threads: int | None = None,
    progress: bool = True,
) -> Around:
    """Lives a scenario with and without what it changes from a week on, and shows the weeks around that.

    Both share people, luck and what is not known, and are the same until that week.

    Parameters
    ----------
    scenario : Scenario
        With a ``[[change]]``.
    week : int, optional
        From when the change holds; that of the first, unless told. What changes later is taken away with it.
    replicates : int
    columns : sequence of str
        Which columns of the ledger to show.
    sponsored : bool
        With a sponsor who may stop it, in both.
    threads, progress
        As in `ekkyo.simulate`.

    Returns
    -------
    Around

    Raises
    ------
    RequestError
        If nothing changes from that week on, or a column is unknown.

    Examples
    --------
    >>> import ekkyo as ek
    >>> calm = ek.Scenario.from_toml("company.employees = 100\\nrun.weeks = 30\\nrun.today = 10")
    >>> found = ek.around(calm.later(20, {"support.level": "none"}), replicates=3, progress=False)
    >>> float(found.frame.query("until <= 20")["difference"].abs().max())
    0.0
    """
    weeks = sorted({setting.from_week for setting in scenario.engine.settings if setting.from_week})
    if not weeks or (week is not None and week not in weeks):
        known = ", ".join(map(str, weeks)) or "none at all"
        raise RequestError(f"nothing changes from week {week or 1} on in this scenario; changes: {known}")
    if unknown := [name for name in columns if name not in column_names()]:
        raise RequestError(f"{unknown[0]} is not a column of the ledger; there are {', '.join(column_names())}")
    begins = weeks[0] if week is None else week
    kept = [setting for setting in scenario.engine.settings if setting.from_week < begins]
    world = f"level{SPONSORED}" if sponsored else "level"
    lived = [
        simulate(one, replicates, threads, progress, worlds=("level", world) if sponsored else (world,)).lived
        for one in (scenario, Scenario(kept, scenario.directory))
    ]
    here, there = (one.raw[world]["columns"] for one in lived)
    frame = pd.DataFrame(
        {"column": name, **_row(here[i], there[i], lived[0].draws, start, until)}
        for name in columns
        for i in [column_names().index(name)]
        for start, until in _periods(begins, scenario.weeks)
    )
    return Around(scenario, begins, len(lived[0].replicates), sponsored, frame)


def _periods(week: int, weeks: int) -> list[tuple[int, int]]:
    """The periods that there are, in weeks of the run."""
    cropped = [(max(0, week + start), min(weeks, week + until)) for start, until in PERIODS]
    return [(start, until) for start, until in cropped if start < until]


def _row(here: Array, there: Array, draws: Draws, start: int, until: int) -> dict[str, float]:
    with_it, without = (one[:, start:until].mean(axis=1) for one in (here, there))
    less = with_it - without
    low, high = interval(less, draws) if np.any(less) else (0.0, 0.0)
    means = {"with_it": with_it.mean(), "without": without.mean(), "difference": less.mean()}
    return {"start": start, "until": until, **{name: float(x) for name, x in means.items()}, "low": low, "high": high}


def _line(label: str, cells: Sequence[str]) -> str:
    return (left(cut(label, ROOM), ROOM) + "".join(right(cell, NARROW) for cell in cells)).rstrip()


def _sure(row: pd.Series) -> str:
    """A difference, in brackets where it may be chance."""
    difference = row["difference"] if abs(row["difference"]) >= LEAST else 0.0
    told = ("+" if difference > 0 else "") + say(difference)
    return told if row["low"] > 0 or row["high"] < 0 or not row["difference"] else f"({told})"
