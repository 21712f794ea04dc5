"""Support levels beside each other: what each adds to the next cheaper one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import xarray as xr

from . import investment, showing
from .alternatives import BASELINES, LEVELS, Alternatives, worlds_of
from .amounts import Array, clean
from .comparing import Decision, decision, row, spread
from .errors import RequestError
from .executing import Lived
from .plan import Plan
from .precision import Precision
from .result import Result
from .run import header
from .scenario import Scenario, with_prices
from .settling import Settled, settle
from .statement import Statement
from .tables import column_names
from .worlds import Worlds, live


class Study(Result):
    """Support levels of one company, with the same people and luck in each.

    Attributes
    ----------
    scenario : Scenario
        With the prices that apply.
    levels : list of str
        In the order they were asked for.
    base : str
        What every level is held against: ``none`` (nobody paying), or ``stopped`` (support ending today).
    worlds : mapping of str to xarray.Dataset
        Every world that was lived, also what the levels are held against (``none``, ``twin``, ``strong, stopped``).
    settled : Settled or None
        What came of asking for precision, where it was asked for.
    """

    def __init__(self, scenario: Scenario, lived: Worlds, levels: Sequence[str], base: str = "none"):
        super().__init__(scenario, lived)
        self.base = base
        self.levels = list(levels)
        self.settled: Settled | None = None
        self._statements: dict[str, Statement] = {}

    @cached_property
    def dataset(self) -> xr.Dataset:
        """The ledgers of all levels: dims (scenario, replicate, week)."""
        levels = pd.Index(self.levels, name="scenario")
        joined = xr.concat([self.lived.dataset(level) for level in self.levels], levels, combine_attrs="drop_conflicts")
        return joined.assign_attrs(title=self.name)

    def statement(self, level: str) -> Statement:
        """What a level costs and brings, against nobody paying and against no community being possible."""
        if level not in self._statements:
            self._statements[level] = Statement(self.scenario, self.lived, level)
        return self._statements[level]

    @property
    def worth(self) -> str:
        """What the community as a whole is held against: no community being possible, where that was lived."""
        return "twin" if "twin" in self.lived.raw else self.base

    @cached_property
    def by_cost(self) -> list[str]:
        """The levels from the cheapest to the dearest: by mean cash cost, then by mean full cost."""

        def cost(level: str) -> tuple[float, float]:
            account = self.statement(level)[self.base]
            return account.cash.cost.mean, account.full.cost.mean

        return sorted(self.levels, key=cost)

    @cached_property
    def cheaper(self) -> dict[str, str | None]:
        """The next cheaper level of each."""
        before: dict[str, str | None] = {dearer: cheaper for cheaper, dearer in pairwise(self.by_cost)}
        return {level: before.get(level) for level in self.levels}

    @property
    def choices(self) -> list[str]:
        """What can be chosen, from the cheapest: nothing (nobody paying, or stopping today) is always among it."""
        nothing = self.base in ("none", "stopped") and "none" not in self.levels
        return [self.base, *self.by_cost] if nothing else self.by_cost

    def npvs(self, *, drawn: bool = True) -> Array:
        """Full NPV of each choice, against `base`: (choice, replicate)."""
        found = {level: self.statement(level)[self.base].npv(drawn=drawn) for level in self.levels}
        return np.array([found.get(choice, np.zeros(self.replicates)) for choice in self.choices])

    @cached_property
    def decision(self) -> Decision:
        """Which choice is best, how sure that is, and how many replicates would make it sure."""
        return decision(self)

    def difference(self, level: str, *, drawn: bool = True) -> Array:
        """Full NPV of a level minus that of the next cheaper, replicate by replicate."""
        other = self.cheaper[level]
        if other is None:
            raise ValueError(f"{level} is the cheapest level: there is none to take it against")
        here, there = (self.statement(name)[self.base] for name in (level, other))
        return here.npv(drawn=drawn) - there.npv(drawn=drawn)

    def table(self) -> pd.DataFrame:
        """A row per level.

        Columns ``cash_cost``, ``cash_value``, ``cash_npv``, ``cash_roi`` and the same for ``full`` are means against
        ``none``; with ``_p05``, ``_p50``, ``_p95`` quantiles; ``cash_chance`` and ``full_chance`` the share of
        replicates with NPV above zero; ``cash_payback``, ``full_payback`` the median weeks. ``worth`` is the full NPV
        against ``twin``. ``difference`` is the mean full NPV less that of ``difference_to``, the next cheaper level;
        ``difference_low`` and ``difference_high`` the 90 % interval of that mean (Student's t on the paired expected
        differences); ``difference_p05``, ``_p50``, ``_p95`` and ``difference_chance`` describe the paired drawn
        differences. ``best_share`` is the share of replicates in which no other choice has a higher full NPV (nothing
        is one of the choices), ``best_confidence`` how sure it is that the level's mean is the highest.
        Where levels were also lived with a sponsor, ``stopped`` is the share of replicates in which it stopped the
        level, ``sponsored_npv`` the full NPV as it would go, and ``impatience`` the protected full NPV less that.
        ``not_knowing`` is the share of the variance of its full NPV that comes from what is not known; the rest is
        chance.
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
            return self.statement(level)[self.worth].npv(drawn=quantity == "npv")
        column = self.dataset[quantity]
        one = column.sel(scenario=level)
        return np.asarray(one[:, -1] if column.attrs["kind"] == "stock" else one.sum("week"), dtype=float)

    def reprice(self, prices: Mapping[str, Any]) -> Study:
        """The same study at other prices; anything but a price is refused."""
        return Study(with_prices(self.scenario, prices), self.lived, self.levels, self.base)

    def to_dict(self) -> dict[str, Any]:
        """As ``ekkyo compare --json`` prints it."""
        return {
            **header(self.lived),
            "scenarios": {level: self.statement(level).to_dict() for level in self.levels},
            "table": clean(self.table().reset_index().to_dict("records")),
            "decision": clean(vars(self.decision)),
            "settled": self.settled.to_dict() if self.settled else None,
        }

    def sentence(self, language: str = "en") -> str:
        """The answer over all levels, with its baseline."""
        return investment.sentence(self, language)

    def brief(self, language: str = "en") -> str:
        """The answer, and a dozen lines: as ``ekkyo compare`` prints it."""
        from .glancing import glance

        return glance(self, language)

    def text(self, language: str = "en") -> str:
        """The investment table for a terminal: as ``ekkyo compare --full`` prints it."""
        return investment.text(self, language)

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return self.sentence()

    def _repr_html_(self) -> str:
        return showing.study(self)


def compare(
    scenario: Scenario,
    levels: Alternatives = LEVELS,
    replicates: int = 200,
    threads: int | None = None,
    progress: bool = True,
    at_base: bool = False,
    baselines: Sequence[str] = BASELINES,
    from_today: bool = False,
    per_draw: int = 2,
    precision: str | None = None,
    limit: int = 5000,
    out: str | Path | None = None,
    executor: Executor | None = None,
    replace: bool = False,
    sponsored: bool = False,
) -> Study:
    """Lives support levels, or changes of your own, side by side with the same people and luck.

    Parameters
    ----------
    scenario : Scenario
        Its own support plan counts only where ``level`` is among the levels, or changes are given.
    levels : sequence of str, or mapping
        Names of support levels, files of your own, or ``level``; or, by a name of your own, what changes:
        ``{"half a host": {"support.host_fte": 0.5}}``. One that changes people or work, not only support, is held
        against nobody paying and no community among the same people.
    baselines : sequence of str
        ``none`` (worth of the investment), ``twin`` (worth of the community), ``stopped`` (worth of going on after
        ``run.today``). Only those named are lived.
    from_today : bool
        The company has had the scenario's own plan until ``run.today``; the levels begin there, and are held against
        support ending then.
    sponsored : bool
        Live every level also with a sponsor who may stop it (takes about four tenths more time).
    precision : str, optional
        Go on until the decision is that sure: ``"P(best) >= 0.95"``, ``"P(NPV>0) +- 0.02"``. `limit` is the most
        replicates that are lived for it; ``study.settled`` says whether it was met.
    replicates, threads, progress, at_base, per_draw, out, executor, replace
        As in `ekkyo.simulate`.

    Examples
    --------
    >>> import ekkyo as ek
    >>> scenario = ek.Scenario.from_toml("company.employees = 100\\nrun.weeks = 60")
    >>> study = ek.compare(scenario, ["none", "strong"], replicates=4, progress=False)
    >>> list(study.table().index)
    ['none', 'strong']
    """
    levels = [levels] if isinstance(levels, str) else levels
    baselines = [baselines] if isinstance(baselines, str) else baselines
    if limit < 1:
        raise RequestError(f"limit = {limit}: at least one replicate is needed")
    plan = Plan(scenario, worlds_of(scenario, levels, baselines, from_today, sponsored), replicates, per_draw, at_base)
    base = "stopped" if from_today else baselines[0]

    def study_of(lived: Worlds) -> Study:
        return Study(scenario, lived, list(levels), base)

    sofar = Lived()

    def lived_to(plan: Plan) -> Worlds:
        return live(plan, threads, progress, out, executor, replace and not sofar.parts, sofar)

    if precision is None:
        study = study_of(lived_to(plan))
    else:
        study, told = settle(plan, Precision.parse(precision), limit, lived_to, study_of)
        study.settled = told
    if out:
        study.save(out)
    return study
