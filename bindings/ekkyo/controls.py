"""What can be moved in a what-if, and between which ends: read off the tables and the scenario."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

from . import _engine
from .alternatives import LEVELS
from .scenario import Scenario
from .tables import rows

#: a range over more decades than this is moved through by its logarithm
DECADES = 1.5

Form = Literal["number", "count", "flag", "text", "level"]


@dataclass(frozen=True)
class Control:
    """One parameter as something to move.

    Attributes
    ----------
    path : str
    kind : str
        ``lever``, ``behaviour`` or ``price``; a price needs no new run.
    form : str
        ``number``, ``count`` (a whole number), ``flag``, ``text``, or ``level`` (one of `options`).
    unit : str
    low, base, high : float
        Where it can be moved between, in its unit, and what it is where nobody moves it. For what is not known, the
        5th, 50th and 95th percentile of what is plausible, by the scenario or by the tables; for a lever twice what
        any level has; for another choice whatever is possible, and then it is no slider.
    least, most : float
        What is possible at all.
    plausible : pair of float or None
        Between what the sources hold plausible, by the tables; None where they say nothing.
    is_slider : bool
    given : object
        What the scenario sets it to; None where it sets nothing, or a spread.
    is_unknown : bool
        Whether it is drawn anew in each replicate unless it is set.
    grade, source, text, ja : str
        As in `ekkyo.parameters`.
    """

    path: str
    kind: str
    form: Form
    unit: str
    low: float
    base: float
    high: float
    least: float
    most: float
    plausible: tuple[float, float] | None
    is_slider: bool
    given: Any
    is_unknown: bool
    grade: str
    source: str
    text: str
    ja: str
    options: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether it is a number, and not a text or a choice."""
        return self.form in ("number", "count")

    def can_be(self, value: Any) -> bool:
        """Whether a value is possible at all."""
        is_whole = self.form != "count" or float(value).is_integer()
        return not self.is_number or (is_whole and self.least <= value <= self.most)

    @property
    def is_log(self) -> bool:
        """Whether the range spans so much that it is moved through by its logarithm."""
        return self.is_slider and self.low > 0 and math.log10(self.high / self.low) > DECADES

    def rounded(self, value: float) -> float | int:
        """A value as it is asked and written down: three significant digits, and whole where it counts something.

        Examples
        --------
        >>> scenario = Scenario.from_toml("company.employees = 100")
        >>> control(scenario, "helping.hours_alone").rounded(3.14159), control(scenario, "bonding.circle").rounded(20.2)
        (3.14, 20)
        """
        if self.form == "count":
            return round(value)
        return float(f"{value:.3g}")


def askable() -> list[str]:
    """Everything that can be moved: all but the seed, whose luck is shared by all answers, and single silos."""
    return [path for path, row in rows().items() if path != "run.seed" and row["section"] != "silo"]


def levers() -> list[str]:
    """What the company decides: the level first."""
    return [path for path, row in rows().items() if row["section_kind"] == "lever"]


def prices(most: int) -> list[str]:
    """The first prices of the tables that are not known for sure."""
    found = [path for path, row in rows().items() if row["section_kind"] == "price" and row["low"] is not None]
    return found[:most]


def control(scenario: Scenario, path: str) -> Control:
    """A parameter of a scenario as something to move.

    Raises
    ------
    KeyError
        If there is no such parameter, or it cannot be moved.
    """
    if path not in askable():
        raise KeyError(f"{path}: there is no such parameter, or it cannot be moved")
    row, value = rows()[path], scenario[path]
    own = [s.value for s in scenario.engine.settings if s.path == path and not s.from_week and s.silo < 0]
    spread = own[-1] if own and isinstance(own[-1], dict) else None
    given = own[-1] if own and spread is None else None
    is_number = row["form"] in ("number", "count")
    ends = _ends(path, row, value, spread) if is_number else None
    low, base, high = ends or (row["range_low"], value if is_number else 0, row["range_high"])
    return Control(
        path=path,
        kind=row["section_kind"],
        form="level" if path == "support.level" else row["form"],
        unit=row["unit"].replace("currency", scenario.currency),
        low=low,
        base=base,
        high=high,
        least=row["range_low"],
        most=row["range_high"],
        plausible=None if row["low"] is None else (row["low"], row["high"]),
        is_slider=ends is not None,
        given=given,
        is_unknown=spread is not None or row["low"] is not None,
        grade=row["grade"],
        source=row["source"],
        text=row["text"],
        ja=row["ja"],
        options=tuple(dict.fromkeys([*LEVELS, *sorted(_engine.levels), value])) if path == "support.level" else (),
    )


def _ends(
    path: str, row: dict[str, Any], value: float, spread: dict[str, float] | None
) -> tuple[float, float, float] | None:
    """Low, base and high, wide enough for what the scenario itself says; None where nothing says how far to go."""
    if spread:
        low, base, high = spread["low"], spread["base"], spread["high"]
    elif row["low"] is not None:
        low, base, high = row["low"], row["default"], row["high"]
    else:
        most = max((setting.value for setting in _levels() if setting.path == path), default=0)
        if not most:
            return None
        low, base, high = row["range_low"], value, min(2 * most, row["range_high"])
    return float(min(low, value)), float(base), float(max(high, value))


def _levels() -> list[_engine.Setting]:
    """What the levels that come with ekkyo set."""
    return [setting for level in _engine.levels for setting in _engine.level_settings(level)]
