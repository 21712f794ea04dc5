"""The same plan with a sponsor who looks at it every quarter and may cut it, expand it or stop it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from .accounts import LEDGERS, Account, Clock, Ledger, clock_of
from .amounts import Amount, Array, amount
from .clocks import weeks_until
from .competing import competing_risks
from .scenario import Scenario
from .tables import column_names
from .worlds import Worlds


@dataclass(frozen=True)
class Sponsored:
    """A plan as it would go, against nobody paying, beside the same plan protected.

    Attributes
    ----------
    scenario : Scenario
    lived : Worlds
    account : Account
        The sponsored plan against its baseline.
    protected : Account
        The same plan where nobody can stop it, with the same people and luck.
    """

    scenario: Scenario
    lived: Worlds
    account: Account
    protected: Account

    @cached_property
    def paid(self) -> Array:
        """How much of the plan is paid for: (replicate, week)."""
        share: Array = self.lived.raw[self.account.here]["columns"][column_names().index("paid_share")]
        return share

    @property
    def incidence(self) -> Array:
        """The share of replicates in which the sponsor has stopped it by each week (cumulative incidence).

        Going on to the horizon is the competing outcome: it is not taken for a plan that was merely not watched
        for longer.
        """
        stopped: Array = (self.paid == 0).mean(axis=0)
        return stopped

    @property
    def stopped(self) -> float:
        """The share of replicates in which the sponsor has stopped it by the horizon."""
        return float(self.incidence[-1])

    @property
    def until(self) -> Clock:
        """When the sponsor stops it."""
        return clock_of(self._weeks)

    @property
    def _weeks(self) -> Array:
        over = self.paid == 0
        return np.where(over.any(axis=1), np.argmax(over, axis=1), np.inf)

    @cached_property
    def before(self) -> dict[str, float | None]:
        """For each clock, the share of replicates stopped before a week that the protected plan would have reached."""
        reached = weeks_until(self.scenario, self.lived, self.protected)
        return {
            name: None if weeks is None else float(np.mean((self._weeks < weeks) & np.isfinite(weeks)))
            for name, weeks in reached.items()
        }

    def impatience(self, ledger: Ledger = "full", *, runoff: bool = False) -> Amount:
        """The price of impatience: NPV of the protected plan less that of the sponsored one, replicate by replicate."""
        return amount(*(self._lost(ledger, drawn, runoff) for drawn in (False, True)))

    def _lost(self, ledger: Ledger, drawn: bool, runoff: bool) -> Array:
        kept, as_it_goes = (one.npv(ledger, drawn=drawn, runoff=runoff) for one in (self.protected, self.account))
        return kept - as_it_goes

    @cached_property
    def weeks_until(self) -> dict[str, Array | None]:
        """The clocks of each replicate, as it would go; infinite where one is not reached."""
        return weeks_until(self.scenario, self.lived, self.account)

    @property
    def clocks(self) -> dict[str, Clock | None]:
        """Weeks until ``signal``, ``cash``, ``full`` and ``innovation``, as it would go."""
        return {name: None if weeks is None else clock_of(weeks) for name, weeks in self.weeks_until.items()}

    @property
    def competing(self) -> pd.DataFrame:
        """Of each clock, by the end of each year: reached, stopped before, or neither; see `competing_risks`."""
        return competing_risks(self.weeks_until, self._weeks, self.scenario.weeks)

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON."""
        return {
            "statement": {self.account.baseline: self.account.to_dict()},
            "impatience": {ledger: self.impatience(ledger).to_dict() for ledger in LEDGERS},
            "clocks": {name: clock.to_dict() if clock else None for name, clock in self.clocks.items()},
            "competing": self.competing.reset_index().to_dict("records"),
        }

    def stopped_dict(self) -> dict[str, Any]:
        """Stops as they stand in JSON: how many, when, how many by each week, and before which clock."""
        told = {"share": self.stopped, "weeks": self.until.to_dict(), "by_week": self.incidence}
        return {**told, "before": self.before}
