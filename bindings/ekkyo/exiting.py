"""When to stop: what a firm can watch, where one in ten replicates is worse, and what such a rule would have done."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .amounts import Array
from .carrying import rank_correlation
from .hindsight import CELLS, ONE_YEAR
from .stages import QUARTER
from .statement import Statement
from .tables import column_names

#: the share of replicates beyond each line
BEYOND = 0.1

#: a rank correlation nearer to zero foretells next to nothing: less than a tenth of what varies
FORETELLS = 0.3


@dataclass(frozen=True, eq=False)
class Criterion:
    """Something to watch.

    Attributes
    ----------
    name : str
        ``members`` (share of employees), ``answered`` (share of a quarter's questions), ``spent`` (cash so far, not
        discounted).
    line : float
        One in ten replicates lies beyond it.
    side : str
        ``below`` or ``above``: on which side of the line things go badly.
    related : float
        Rank correlation with the full NPV at the end: near zero, it says little.
    crossed : numpy.ndarray
        (replicate,): who lies beyond it.
    """

    name: str
    line: float
    side: Literal["below", "above"]
    related: float
    crossed: NDArray[np.bool_]

    def foretells(self, least: float) -> bool:
        """Whether what lies beyond its line goes with a lower NPV, by so much at least."""
        return (self.related if self.side == "below" else -self.related) >= least


@dataclass(frozen=True, eq=False)
class Exit:
    """Criteria for stopping, looked at once, and what stopping by any of them would do inside the model.

    Attributes
    ----------
    week : int
        After how many weeks.
    watched : tuple of Criterion
        All that was tried.
    least : float
        How far from zero, on the side that its line presumes, the correlation of a criterion has to be: `FORETELLS`, or
        what chance alone could bring about among so few draws.
    against : str
        What says whether stopping was right: full NPV with run-off against this world.
    going_on : numpy.ndarray
        (replicate,): that NPV; against ``stopped`` it is what going on brings from then on.
    """

    week: int
    watched: tuple[Criterion, ...]
    least: float
    against: str
    going_on: Array

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Those of what was tried that foretell value."""
        return tuple(one for one in self.watched if one.foretells(self.least))

    @property
    def idle(self) -> tuple[Criterion, ...]:
        """Those that foretell none."""
        return tuple(one for one in self.watched if not one.foretells(self.least))

    @property
    def shares(self) -> dict[str, float]:
        """The share of replicates in each of the four cells of `hindsight`."""
        pays = self.going_on > 0
        stops = np.any([np.zeros_like(pays), *(one.crossed for one in self.criteria)], axis=0)
        cells = (stops & ~pays, stops & pays, ~stops & pays, ~stops & ~pays)
        return {name: float(np.mean(cell)) for name, cell in zip(CELLS, cells, strict=True)}


def exits(statement: Statement, undiscounted: Statement) -> Exit:
    """What to watch when the world that is stopped stops; after a year where none does, or support only begins then."""
    main, today = statement.main(), int(statement.scenario["run.today"])
    is_stopped = "stopped" in statement.baselines
    week = today + ONE_YEAR if main == "stopped" else today if is_stopped else ONE_YEAR
    week = min(week, statement.scenario.weeks)
    columns = dict(zip(column_names(), statement.lived.raw[statement.here]["columns"], strict=True))
    quarter = slice(max(week - QUARTER, 0), week)
    asked, answered = (columns[name][:, quarter].sum(axis=1) for name in ("questions", "answered"))
    watched: dict[tuple[str, Literal["below", "above"]], Array] = {
        ("members", "below"): columns["members"][:, week - 1] / np.maximum(columns["employees"][:, week - 1], 1),
        ("answered", "below"): answered / np.maximum(asked, 1),
        ("spent", "above"): undiscounted[main].weekly("cash", "cost")[:, :week].sum(axis=1),
    }
    against = "stopped" if is_stopped else main
    last = statement[main].npv(drawn=False)
    tried = tuple(_criterion(name, side, of, last) for (name, side), of in watched.items())
    least = max(FORETELLS, 2 / math.sqrt(max(len(np.unique(statement.lived.draws)), 2) - 1))
    return Exit(week, tried, least, against, statement[against].npv("full", runoff=True))


def _criterion(name: str, side: Literal["below", "above"], of: Array, last: Array) -> Criterion:
    line = float(np.quantile(of, BEYOND if side == "below" else 1 - BEYOND))
    related = float(rank_correlation(of[:, None], last)[0])
    return Criterion(name, line, side, related, of < line if side == "below" else of > line)
