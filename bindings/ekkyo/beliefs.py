"""What is believed of a parameter: the distribution through its low, base and high, as the engine draws it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from . import _engine
from .amounts import Array
from .errors import RequestError
from .scenario import Scenario
from .tables import rows

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: where the 95th percentile of a standard normal lies, as in the engine
Z95 = 1.6448536269514722

#: the distribution is known from four times as far out as the 95th percentile, in steps that meet low, base and high
Z = np.linspace(-4, 4, 641) * Z95

#: what is nearer to an end of what can be set than this share of the whole way lies there
ROUNDING = 1e-9

#: steps over which whole numbers are taken together
BLOCK = 16

#: a range wider than this ratio (1.5 decades) is shown on a log scale
WIDE = 10**1.5


@dataclass(frozen=True, eq=False)
class Belief:
    """What is believed of a parameter.

    Attributes
    ----------
    path, unit, text, grade, source : str
        ``grade`` A is measured, B from a survey, C assumed, - chosen. The unit names the scenario's currency.
    low, base, high : float
        5th, 50th and 95th percentile, in that unit; nan where nothing is said about what is plausible.
    range_low, range_high : float
        What can be set at all; may be infinite.
    whole : bool
        Whether only whole numbers can be set.
    z, values : numpy.ndarray
        The distribution: `values` at the quantiles of a standard normal `z`, rising; empty where there is none.
    """

    path: str
    unit: str
    text: str
    grade: str
    source: str
    low: float
    base: float
    high: float
    range_low: float
    range_high: float
    whole: bool
    z: Array
    values: Array

    @property
    def known(self) -> bool:
        """Whether anything is said about what is plausible."""
        return len(self.z) > 0

    def quantile_of(self, value: float) -> float:
        """Which share of what is plausible is at most a value; nan where nothing is said about it."""
        from scipy.special import ndtr

        if not (self.known and math.isfinite(value)):
            return math.nan
        first, last = (int(np.searchsorted(self.values, value, side)) for side in ("left", "right"))
        if last > first:
            return float(ndtr(self.z[last - 1]))
        return float(ndtr(np.interp(value, self.values, self.z, left=-np.inf, right=np.inf)))

    def steps(self, points: int, edge: float) -> Array:
        """Values from the quantile 1 - `edge` to `edge`, in equal steps of the normal behind them."""
        from scipy.special import ndtri

        reach = Z95 if edge == 0.95 else float(ndtri(edge))
        found: Array = np.interp(np.linspace(-reach, reach, points), self.z, self.values)
        return found


def number(path: str) -> dict[str, Any]:
    """The row of a parameter that is a number of a company, or why it cannot be asked about."""
    row = rows().get(path)
    if row is None:
        raise RequestError(f"{path} is not the name of a parameter; ekkyo.parameters() lists them")
    if row["form"] not in ("number", "count") or row["section"] in ("run", "silo"):
        raise RequestError(f"{path} is no number that one could believe otherwise; ask about a price, a rate, a lever")
    return row


def belief(path: str, scenario: Scenario | None = None) -> Belief:
    """What is believed of a parameter: by a scenario that says so itself, else by the table of parameters.

    Raises
    ------
    RequestError
        If it is not a parameter, or no number.

    Examples
    --------
    >>> round(belief("prices.hour_price").quantile_of(100), 3)
    0.95
    """
    row = number(path)
    asked = scenario or Scenario([])
    own = path in asked.own_spreads()
    if not own and row["low"] is not None and path not in _engine.unknowns(asked.engine):
        # set as if it were known: what is plausible is what the table says
        asked = asked.replace({path: {"low": row["low"], "base": float(row["default"]), "high": row["high"]}})
    values = drawn_at(asked, path)
    low, base, high = through(asked, path, row)
    return Belief(
        path=path,
        unit=row["unit"].replace("currency", asked.currency),
        text=row["text"],
        grade=row["grade"],
        source="this scenario" if own else row["source"],
        low=low,
        base=base,
        high=high,
        range_low=row["range_low"],
        range_high=row["range_high"],
        whole=row["form"] == "count",
        z=Z if len(values) else np.empty(0),
        values=values,
    )


def drawn_at(scenario: Scenario, path: str) -> Array:
    """What the engine draws at every quantile of a parameter; nothing where it is known."""
    from scipy.special import ndtr

    unknown = _engine.unknowns(scenario.engine)
    if path not in unknown:
        return np.empty(0)
    quantiles = np.full((len(Z), len(unknown)), 0.5)
    quantiles[:, unknown.index(path)] = ndtr(Z)
    values: Array = _engine.drawn(scenario.engine, quantiles)[:, unknown.index(path)]
    # what is cut off at an end of what can be set lies there, but for rounding
    for end in (rows()[path]["range_low"], rows()[path]["range_high"]):
        values[np.abs(values - end) < ROUNDING * (values[-1] - values[0])] = end
    return values


def through(scenario: Scenario, path: str, row: Mapping[str, Any]) -> tuple[float, float, float]:
    """The three numbers a parameter is drawn through."""
    if path not in _engine.unknowns(scenario.engine):
        return math.nan, math.nan, math.nan
    own = [s.value for s in scenario.engine.settings if s.path == path and isinstance(s.value, dict)]
    if own:
        return float(own[-1]["low"]), float(own[-1]["base"]), float(own[-1]["high"])
    return float(row["low"]), float(scenario[path]), float(row["high"])


def plausible(path: str, scenario: Scenario | None = None) -> pd.DataFrame:
    """The distribution of a parameter, as it is drawn: low, base and high are its 5th, 50th and 95th percentile.

    Parameters
    ----------
    path : str
    scenario : Scenario, optional
        Whose own beliefs count before those of the table.

    Returns
    -------
    pandas.DataFrame
        ``value`` (in the parameter's unit, rising), ``quantile`` (the share that is at most that), and ``density``
        (share per unit) between a row and the next one; nan in the last row. ``attrs`` has ``path``, ``unit``,
        ``low``, ``base``, ``high``, ``grade``, ``source`` and ``text``.

    Raises
    ------
    RequestError
        If it is not a number, or nothing is said about what is plausible.

    Examples
    --------
    >>> import ekkyo as ek
    >>> frame = ek.plausible("joining.discovery")
    >>> frame.attrs["unit"], frame.attrs["base"]
    ('1 / year', 0.08)
    """
    from scipy.special import ndtr

    believed = belief(path, scenario)
    if not believed.known:
        raise RequestError(f"{path} is chosen: nothing is said about what is plausible")
    # where many quantiles share a value (an end of what can be set, a whole number) the last says how many lie below
    apart = np.flatnonzero(np.append(np.diff(believed.values) > 0, True))
    if believed.whole:
        # whole numbers so near to each other that the steps of the distribution would show are taken together
        apart = apart[np.append(np.diff(apart // BLOCK) > 0, True)]
    value, quantile = believed.values[apart], ndtr(believed.z[apart])
    density = np.append(np.diff(quantile) / np.diff(value), np.nan)
    frame = pd.DataFrame({"value": value, "quantile": quantile, "density": density})
    told = ("path", "unit", "low", "base", "high", "grade", "source", "text")
    frame.attrs = {name: getattr(believed, name) for name in told}
    return frame


def plot_parameter(path: str, scenario: Scenario | None = None, language: str = "en") -> Figure:
    """Draws `plausible`, with low, base and high marked, and the grade and the source below."""
    from .figures_of_belief import parameter

    return parameter(path, scenario, language)
