"""What is known so far of a what-if: the curve, its numbers, and what it is above another one."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pandas as pd

from . import changing
from .accounts import Account, Clock, Ledger, account, chance_of, spread_so_far
from .amounts import Amount, Array, amount, say
from .run import Run
from .scenario import Scenario
from .splitting import interval
from .worlds import Worlds

Stage = Literal["first", "refining", "final"]


@dataclass(frozen=True, repr=False)
class Difference:
    """What one answer has above another, with the same people and luck in both.

    Attributes
    ----------
    mean, low, high : float
        The mean over replicates, launched ideas at their expected value, and the 90 % interval it lies in (nan where
        there are too few to tell).
    p05, p50, p95 : float
        Quantiles of the replicates' own differences, with the luck that was drawn.
    chance : float
        The share of replicates in which it is above zero, with that luck.
    replicates : int
        How many both have.
    """

    mean: float
    low: float
    high: float
    p05: float
    p50: float
    p95: float
    chance: float
    replicates: int

    @property
    def amount(self) -> Amount:
        """Its mean and its quantiles, as they are judged by."""
        return Amount(self.mean, self.p05, self.p50, self.p95)

    def __repr__(self) -> str:
        sure = f" (90 % interval {say(self.low)} to {say(self.high)})" if math.isfinite(self.low) else ""
        spread = f"{say(self.p50)} in the middle (5–95 %: {say(self.p05)} to {say(self.p95)})"
        return f"{say(self.mean)} on average{sure}, {spread}, over {self.replicates} replicates"


@dataclass(frozen=True, eq=False)
class Answer:
    """What is known of a what-if after so many replicates.

    Attributes
    ----------
    changes : mapping of str to object
        What was asked: paths and values, None for a line of the scenario taken away.
    lived : Worlds
        The worlds ``level`` and ``none`` of the changed scenario, at its prices.
    few, many : int
        With how many replicates an answer begins, and with how many it is final.
    seconds : float
        How long after the question it came.
    """

    changes: Mapping[str, Any]
    lived: Worlds
    few: int
    many: int
    seconds: float

    @property
    def scenario(self) -> Scenario:
        """The scenario with its changes."""
        return self.lived.scenario

    @property
    def replicates(self) -> int:
        """How many replicates it rests on."""
        return len(self.lived.replicates)

    @property
    def stage(self) -> Stage:
        """A ``first`` look, ``refining``, or ``final``."""
        if self.replicates >= self.many:
            return "final"
        return "first" if self.replicates <= self.few else "refining"

    @property
    def run(self) -> Run:
        """The same as `ekkyo.simulate` gives for these worlds and so many replicates, to the bit."""
        return Run(self.scenario, self.lived)

    @cached_property
    def account(self) -> Account:
        """What it costs and brings against nobody paying (none)."""
        return account(self.scenario, self.lived, "level", "none")

    def curve(self, ledger: Ledger = "full", replicates: int | None = None) -> pd.DataFrame:
        """Discounted net so far, by week, of all or the first replicates: mean, p05, p50, p95, in the currency."""
        return self.account.of_the_first(replicates or self.replicates).cumulative(ledger)

    def over(self, other: Answer, ledger: Ledger = "full") -> pd.DataFrame:
        """What it has above another answer so far, by week, replicate by replicate: as `curve`."""
        both, weeks = min(self.replicates, other.replicates), min(self.scenario.weeks, other.scenario.weeks)

        def apart(drawn: bool) -> Array:
            here, there = (one.account.weekly(ledger, drawn=drawn)[:both, :weeks] for one in (self, other))
            return here - there

        return spread_so_far(apart(drawn=False), apart(drawn=True))

    def npv(self, ledger: Ledger = "full") -> Amount:
        """Net present value: mean, and 5, 50 and 95 % of replicates."""
        return amount(self.account.npv(ledger, drawn=False), self.account.npv(ledger))

    def chance(self, ledger: Ledger = "full") -> float:
        """The share of replicates with an NPV above zero; nan where nothing is spent or won."""
        return chance_of(self.account.npv(ledger))

    def payback(self, ledger: Ledger = "full") -> Clock | None:
        """When the money is back, in weeks; None where nothing is spent or won."""
        return self.account.payback(ledger)

    def less(self, other: Answer, ledger: Ledger = "full", *, runoff: bool = False) -> Difference:
        """This NPV less another answer's, replicate by replicate, over those that both have.

        It is that by the end, or with ``runoff`` with what comes after it as well.
        """
        both = min(self.replicates, other.replicates)

        def apart(drawn: bool) -> Array:
            here, there = (one.account.npv(ledger, drawn=drawn, runoff=runoff)[:both] for one in (self, other))
            return here - there

        expected = apart(drawn=False)
        low, high = interval(expected, self.lived.draws[:both]) if np.ptp(expected) else (math.nan, math.nan)
        drawn = apart(drawn=True)
        p05, p50, p95 = (float(x) for x in np.quantile(drawn, [0.05, 0.5, 0.95]))
        return Difference(float(expected.mean()), low, high, p05, p50, p95, float(np.mean(drawn > 0)), both)


def code(scenario: Scenario, changes: Mapping[str, Any], replicates: int, per_draw: int = 2) -> str:
    """Python that gives the numbers of an answer again, from nothing.

    Examples
    --------
    >>> scenario = Scenario.from_toml("company.employees = 100\\nrun.weeks = 30")
    >>> print(code(scenario, {"support.level": "strong"}, 4))
    import ekkyo as ek
    <BLANKLINE>
    scenario = ek.Scenario.from_toml('''
    [company]
    employees = 100
    <BLANKLINE>
    [run]
    weeks = 30
    ''')
    scenario = scenario.replace({'support.level': 'strong'})
    run = ek.simulate(scenario, replicates=4, worlds=["level", "none"])
    run.statement(baseline="none")
    """
    text = scenario.to_toml().strip().replace("\\", "\\\\").replace("'''", r"\'\'\'")
    where = "" if str(scenario.directory) == "." else f", directory={str(scenario.directory)!r}"
    lines = ["import ekkyo as ek", "", f"scenario = ek.Scenario.from_toml('''\n{text}\n'''{where})"]
    lines += changing.code(changes)
    draws = "" if per_draw == 2 else f", per_draw={per_draw}"
    lines.append(f'run = ek.simulate(scenario, replicates={replicates}, worlds=["level", "none"]{draws})')
    return "\n".join([*lines, 'run.statement(baseline="none")'])
