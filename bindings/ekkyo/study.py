"""Support levels beside each other: what each adds to the next cheaper one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import xarray as xr

from . import investment, wording
from .amounts import Array
from .comparing import row, spread
from .run import header
from .scenario import Scenario, with_prices
from .statement import Statement
from .tables import column_names
from .worlds import Worlds, live

LEVELS = ("none", "grassroots", "standard", "strong")


class Study:
    """Support levels of one company, with the same people and luck in each.

    Attributes
    ----------
    scenario : Scenario
        With the prices that apply.
    levels : list of str
        In the order they were asked for.
    """

    def __init__(self, scenario: Scenario, lived: Worlds, levels: Sequence[str]):
        self.scenario = scenario
        self.lived = lived
        self.levels = list(levels)
        self._statements: dict[str, Statement] = {}

    @property
    def name(self) -> str:
        """What the scenario is called."""
        return self.scenario.name

    @cached_property
    def dataset(self) -> xr.Dataset:
        """The ledgers of all levels: dims (scenario, replicate, week)."""
        levels = pd.Index(self.levels, name="scenario")
        joined = xr.concat([self.lived.dataset(level) for level in self.levels], levels, combine_attrs="drop_conflicts")
        return joined.assign_attrs(title=self.name)

    @property
    def replicates(self) -> int:
        """How many replicates are finished."""
        return len(self.lived.replicates)

    @property
    def interrupted(self) -> bool:
        """Whether Ctrl-C ended the study early."""
        return self.lived.interrupted

    @property
    def column_hashes(self) -> dict[str, str]:
        """A fingerprint of each ledger column."""
        return self.lived.column_hashes

    @property
    def ledger_hash(self) -> str:
        """One fingerprint of all columns."""
        return self.lived.ledger_hash

    def statement(self, level: str) -> Statement:
        """What a level costs and brings, against nobody paying and against no community being possible."""
        if level not in self._statements:
            self._statements[level] = Statement(self.scenario, self.lived, level)
        return self._statements[level]

    @cached_property
    def by_cost(self) -> list[str]:
        """The levels from the cheapest to the dearest: by mean cash cost, then by mean full cost."""

        def cost(level: str) -> tuple[float, float]:
            account = self.statement(level)["none"]
            return account.cash.cost.mean, account.full.cost.mean

        return sorted(self.levels, key=cost)

    @cached_property
    def cheaper(self) -> dict[str, str | None]:
        """The next cheaper level of each."""
        before: dict[str, str | None] = {dearer: cheaper for cheaper, dearer in pairwise(self.by_cost)}
        return {level: before.get(level) for level in self.levels}

    def difference(self, level: str, *, drawn: bool = True) -> Array:
        """Full NPV of a level minus that of the next cheaper, replicate by replicate."""
        other = self.cheaper[level]
        if other is None:
            raise ValueError(f"{level} is the cheapest level: there is none to take it against")
        return self.statement(level)["none"].npv(drawn=drawn) - self.statement(other)["none"].npv(drawn=drawn)

    def table(self) -> pd.DataFrame:
        """A row per level.

        Columns ``cash_cost``, ``cash_value``, ``cash_npv``, ``cash_roi`` and the same for ``full`` are means against
        ``none``; with ``_p05``, ``_p50``, ``_p95`` quantiles; ``cash_chance`` and ``full_chance`` the share of
        replicates with NPV above zero; ``cash_payback``, ``full_payback`` the median weeks. ``worth`` is the full NPV
        against ``twin``. ``difference`` is the mean full NPV less that of ``difference_to``, the next cheaper level;
        ``difference_low`` and ``difference_high`` the 90 % interval of that mean (Student's t on the paired expected
        differences); ``difference_p05``, ``_p50``, ``_p95`` and ``difference_chance`` describe the paired drawn
        differences.
        """
        rows = [row(self, level) for level in self.levels]
        return pd.DataFrame(rows, index=pd.Index(self.levels, name="level"))

    def pairing(self) -> pd.DataFrame:
        """What sharing people and luck saves: a row per pair of neighbouring levels and quantity.

        ``paired`` is the variance of the difference over replicates, ``independent`` the sum of both variances (what
        two sets of seeds would give), ``ratio`` the second over the first: so many times fewer replicates give
        the same certainty. Quantities: ``npv`` (full, drawn) and ``npv_expected`` of each level against ``twin``, and
        every ledger column (a flow's total, a stock at the end).
        """
        pairs = [
            {"level": dearer, "against": cheaper, "quantity": name}
            | spread(self.each(cheaper, name), self.each(dearer, name))
            for cheaper, dearer in pairwise(self.by_cost)
            for name in ("npv", "npv_expected", *column_names())
        ]
        return pd.DataFrame(pairs).set_index(["level", "against", "quantity"])

    def each(self, level: str, quantity: str) -> Array:
        """A quantity of `pairing` for each replicate."""
        if quantity.startswith("npv"):
            return self.statement(level)["twin"].npv(drawn=quantity == "npv")
        column = self.dataset[quantity]
        one = column.sel(scenario=level)
        return np.asarray(one[:, -1] if column.attrs["kind"] == "stock" else one.sum("week"), dtype=float)

    @property
    def plot(self) -> Any:
        """Figures: ``study.plot.curves()``, ``.investment()``, ``.difference()``, ``.payback()`` and more."""
        from .plots import Plots

        return Plots(self)

    def reprice(self, prices: Mapping[str, Any]) -> Study:
        """The same study at other prices; anything but a price is refused."""
        return Study(with_prices(self.scenario, prices), self.lived, self.levels)

    def save(self, directory: str | Path) -> Path:
        """Writes results.nc and manifest.json; `ekkyo.load` reads them."""
        from .store import save

        return save(self, directory)

    def to_dict(self) -> dict[str, Any]:
        """As ``ekkyo compare --json`` prints it."""
        return {
            **header(self.lived),
            "scenarios": {level: self.statement(level).to_dict() for level in self.levels},
            "table": wording.cleaned_records(self.table()),
        }

    def __str__(self) -> str:
        return investment.text(self)

    def __repr__(self) -> str:
        return investment.sentence(self)

    def _repr_html_(self) -> str:
        return f"<p>{escape(repr(self))}</p><pre>{escape(str(self))}</pre>"


def compare(
    scenario: Scenario,
    levels: Sequence[str] = LEVELS,
    replicates: int = 200,
    threads: int | None = None,
    progress: bool = True,
    at_base: bool = False,
) -> Study:
    """Lives the support levels side by side, with the same people and luck, and the baselines ``none`` and ``twin``.

    Parameters
    ----------
    scenario : Scenario
        Its own support plan counts only where ``level`` is among the levels.
    levels : sequence of str
        Names of support levels, files of your own, or ``level``.
    replicates, threads, progress, at_base
        As in `ekkyo.simulate`.

    Examples
    --------
    >>> import ekkyo as ek
    >>> scenario = ek.Scenario.from_toml("company.employees = 100\\nrun.weeks = 60")
    >>> study = ek.compare(scenario, ["none", "strong"], replicates=4, progress=False)
    >>> list(study.table().index)
    ['none', 'strong']
    """
    if "twin" in levels or "stopped" in levels:
        raise ValueError("twin and stopped are no support levels")
    worlds = ["twin", *([] if "none" in levels else ["none"]), *levels]
    return Study(scenario, live(scenario, worlds, replicates, threads, progress, at_base), levels)
