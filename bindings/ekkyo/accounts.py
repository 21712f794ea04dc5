"""What a world costs and brings against another: line by line, in cash and in full."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pandas as pd

from . import _engine
from .amounts import NOTHING, Amount, Array, amount, return_on
from .scenario import Scenario
from .splitting import Draws, by_draw
from .worlds import Worlds

Ledger = Literal["cash", "full"]
Side = Literal["cost", "value", "net"]

LEDGERS: tuple[Ledger, Ledger] = ("cash", "full")

#: what a world can be held against; in words by the catalogue of a language
BASELINES = ("none", "twin", "stopped", "unchanged")


def signs(ledger: Ledger, side: Side = "net") -> Array:
    """How each line of money counts in a ledger: +1 as a value, -1 as a cost of the net (+1 on its own side), or 0."""

    def sign(line: dict[str, Any]) -> int:
        if not line[f"in_{ledger}"] or side not in ("net", line["side"]):
            return 0
        return -1 if side == "net" and line["side"] == "cost" else 1

    return np.array([sign(line) for line in _engine.money_lines], dtype=float)


@dataclass(frozen=True)
class Book:
    """One ledger against one baseline: its lines, and what they add up to.

    ``lines`` holds an `Amount` for every money line of the ledger, by name; ``cost``, ``value`` and ``npv`` their
    discounted totals, ``roi`` the ratio of means (nan where the cost is about zero), ``chance`` the share of
    replicates with an NPV above zero (nan where nothing is spent or won).
    """

    ledger: Ledger
    lines: Mapping[str, Amount]
    cost: Amount
    value: Amount
    npv: Amount
    roi: Amount
    chance: float

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON."""
        totals = {name: getattr(self, name).to_dict() for name in ("cost", "value", "npv", "roi")}
        lines = {name: line.to_dict() for name, line in self.lines.items()}
        return {**totals, "chance": self.chance, "lines": lines}


def book(ledger: Ledger, expected: Array, drawn: Array, draws: Draws) -> Book:
    """A ledger from its discounted totals, each (line, replicate); draws (replicate,)."""
    cost, value, net = (signs(ledger, side) for side in ("cost", "value", "net"))
    return Book(
        ledger=ledger,
        lines={
            line["name"]: amount(expected[i], drawn[i])
            for i, line in enumerate(_engine.money_lines)
            if line[f"in_{ledger}"]
        },
        cost=amount(cost @ expected, cost @ drawn),
        value=amount(value @ expected, value @ drawn),
        npv=amount(net @ expected, net @ drawn),
        roi=return_on(by_draw(cost @ expected, draws), by_draw(value @ expected, draws)),
        chance=chance_of(net @ drawn),
    )


def chance_of(npv: Array) -> float:
    """The share of replicates in which it is above zero; nan where nothing is spent or won in any."""
    return float(np.mean(npv > NOTHING)) if np.any(np.abs(npv) > NOTHING) else math.nan


@dataclass(frozen=True)
class Clock:
    """When something is reached: weeks (infinite: not within the horizon), and the share of replicates that do."""

    p05: float
    p50: float
    p95: float
    reached: float

    def to_dict(self) -> dict[str, float | None]:
        """As it stands in JSON: never is null."""
        return {name: float(x) if math.isfinite(x) else None for name, x in vars(self).items()}


def clock_of(weeks: Array) -> Clock:
    """The clock of what each replicate reaches after so many weeks (infinite: not at all).

    Examples
    --------
    >>> clock_of(np.array([10.0, 20.0, np.inf]))
    Clock(p05=10.0, p50=20.0, p95=inf, reached=0.6666666666666666)
    """
    low, middle, high = np.quantile(weeks, [0.05, 0.5, 0.95], method="inverted_cdf")
    return Clock(float(low), float(middle), float(high), float(np.mean(np.isfinite(weeks))))


def payback(cumulative: Array) -> Array:
    """Per replicate, the first week from which the cumulative net (replicate, week) stays at or above zero.

    Examples
    --------
    >>> import numpy as np
    >>> payback(np.array([[-1.0, 0.0, 2.0], [1.0, -1.0, -1.0]])).tolist()
    [1.0, inf]
    """
    weeks = cumulative.shape[1]
    below = cumulative < -NOTHING
    last_below = np.where(below.any(axis=1), weeks - 1 - np.argmax(below[:, ::-1], axis=1), -1)
    return np.where(last_below == weeks - 1, np.inf, last_below + 1.0)


def spread_so_far(expected: Array, drawn: Array) -> pd.DataFrame:
    """What money (replicate, week) has come together by each week: its mean as expected, 5, 50 and 95 % as drawn."""
    mean = expected.cumsum(axis=1).mean(axis=0)
    low, middle, high = np.quantile(drawn.cumsum(axis=1), [0.05, 0.5, 0.95], axis=0)
    weeks = pd.RangeIndex(len(mean), name="week")
    return pd.DataFrame({"mean": mean, "p05": low, "p50": middle, "p95": high}, index=weeks)


@dataclass(frozen=True)
class Account:
    """A world against a baseline: discounted money per line, replicate and week.

    Attributes
    ----------
    here, baseline : str
        The two worlds. Every amount is the first minus the second.
    expected, drawn : numpy.ndarray
        (line, replicate, week), in the order of `ekkyo.money_lines`; launched ideas at their mean, or with their luck.
    expected_runoff, drawn_runoff : numpy.ndarray
        (line, replicate): totals when spending stops at the horizon and what is under way is followed.
    unknowns, prices
        The prices that were drawn, and their values (replicate, price).
    draws : numpy.ndarray
        (replicate,): which draw of the unknowns each has.
    """

    here: str
    baseline: str
    expected: Array
    drawn: Array
    expected_runoff: Array
    drawn_runoff: Array
    unknowns: list[str]
    prices: Array
    draws: Draws

    @cached_property
    def cash(self) -> Book:
        """Cash on both sides, over the horizon."""
        return self.within("cash")

    @cached_property
    def full(self) -> Book:
        """Everything on both sides, an hour at one price, over the horizon."""
        return self.within("full")

    @cached_property
    def cash_runoff(self) -> Book:
        """Cash on both sides; spending stops at the horizon and what is under way is followed."""
        return book("cash", self.expected_runoff, self.drawn_runoff, self.draws)

    @cached_property
    def full_runoff(self) -> Book:
        """Everything on both sides; spending stops at the horizon and what is under way is followed."""
        return book("full", self.expected_runoff, self.drawn_runoff, self.draws)

    def within(self, ledger: Ledger, weeks: int | None = None) -> Book:
        """What a look at the first so many weeks shows (all of them unless told)."""
        return book(ledger, self.expected[:, :, :weeks].sum(axis=2), self.drawn[:, :, :weeks].sum(axis=2), self.draws)

    def npv(self, ledger: Ledger = "full", *, drawn: bool = True, runoff: bool = False) -> Array:
        """Net present value of each replicate, with drawn luck or as expected."""
        if runoff:
            totals = self.drawn_runoff if drawn else self.expected_runoff
        else:
            totals = (self.drawn if drawn else self.expected).sum(axis=2)
        net: Array = signs(ledger) @ totals
        return net

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON."""
        books = {name: getattr(self, name).to_dict() for name in ("cash", "full", "cash_runoff", "full_runoff")}
        paid = {ledger: self.payback(ledger) for ledger in LEDGERS}
        return {**books, "payback": {ledger: clock.to_dict() if clock else None for ledger, clock in paid.items()}}

    def of_the_first(self, replicates: int) -> Account:
        """The same over the first so many replicates."""
        if replicates >= len(self.draws):
            return self
        first = slice(replicates)
        return replace(
            self,
            expected=self.expected[:, first],
            drawn=self.drawn[:, first],
            expected_runoff=self.expected_runoff[:, first],
            drawn_runoff=self.drawn_runoff[:, first],
            prices=self.prices[first],
            draws=self.draws[first],
        )

    def weekly(self, ledger: Ledger = "full", side: Side = "net", *, drawn: bool = True) -> Array:
        """Discounted money per replicate and week."""
        money: Array = np.tensordot(signs(ledger, side), self.drawn if drawn else self.expected, 1)
        return money

    def cumulative(self, ledger: Ledger = "full", side: Side = "net") -> pd.DataFrame:
        """The curve over the weeks: mean (expected), p05, p50 and p95 (drawn) of what has come together by then."""
        return spread_so_far(self.weekly(ledger, side, drawn=False), self.weekly(ledger, side))

    def payback(self, ledger: Ledger = "full") -> Clock | None:
        """When the money is back; None where nothing is spent or won."""
        weeks = self.payback_weeks(ledger)
        return None if weeks is None else clock_of(weeks)

    def payback_weeks(self, ledger: Ledger = "full") -> Array | None:
        """Per replicate, the week in which the money is back, infinite where it is not; None where none moves."""
        net = self.weekly(ledger)
        return payback(net.cumsum(axis=1)) if np.any(np.abs(net) > NOTHING) else None

    def price(self, scenario: Scenario, path: str) -> Array:
        """A price in each replicate, as it was drawn or set."""
        if path in self.unknowns:
            drawn: Array = self.prices[:, self.unknowns.index(path)]
            return drawn
        return np.full(len(self.draws), float(scenario[path]))


def account(scenario: Scenario, worlds: Worlds, here: str, baseline: str) -> Account:
    """Prices the difference between two worlds; needs no new run."""
    against = worlds.raw[worlds.against(here, baseline) or baseline]
    money = _engine.money(scenario.engine, worlds.raw[here], against, worlds.taken_at(scenario))
    return Account(
        here=here,
        baseline=baseline,
        expected=money["expected"],
        drawn=money["drawn"],
        expected_runoff=money["expected_runoff"],
        drawn_runoff=money["drawn_runoff"],
        unknowns=list(money["unknowns"]),
        prices=money["drawn_prices"],
        draws=worlds.draws,
    )
