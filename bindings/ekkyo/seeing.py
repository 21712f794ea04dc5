"""What somebody would report of a run who sees one world only: a dashboard, or a calculator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from .accounts import Account, Ledger, Side, account, signs
from .amounts import Array
from .scenario import with_prices
from .tables import column_names

if TYPE_CHECKING:
    from .statement import Statement

DAYS_PER_YEAR = 365.25
TIME = ("reading_hours", "asking_hours", "answering_hours", "sharing_hours", "meeting_hours")
UNDISCOUNTED = {"prices.discount": 0.0}

#: what a community is worth, and not only what is paid for
WORTH = "twin"


@dataclass(frozen=True)
class Convention:
    """A rung on what a dashboard sees: answered questions, each worth some hours at the full wage.

    ``hours`` are saved by the answer itself and ``finds`` times ``hours_per_find`` by those who find it later (at
    once, however many weeks remain: as calculators have it). ``attribution`` is the share that would not have been
    solved anyway, ``recapture`` the share of saved time that turns into work. ``member_time`` says whether members'
    hours cost anything, ``discounted`` whether later money is worth less.
    """

    rung: str
    hours: float
    attribution: float
    recapture: float
    sources: tuple[str, ...]
    finds: float = 0
    hours_per_find: float = 0
    member_time: bool = False
    discounted: bool = True

    @property
    def hours_per_answer(self) -> float:
        """What an answer is said to save, before anything is taken off."""
        return self.hours + self.finds * self.hours_per_find


_THREE = "hours: as helping.hours_alone (assumption)"
_TWELVE = "hours: MetrixGlobal / Caterpillar, self-reported, $600 a thread at $50 an hour"
_HALVES = ("attribution: assumption", "recapture: Forrester TEI, about 50 %")

SEEN = (
    Convention("answers_sceptical", 3, 0.5, 0.5, (_THREE, *_HALVES), member_time=True),
    Convention("answers_sceptical_cash", 3, 0.5, 0.5, (_THREE, *_HALVES)),
    Convention("answers_self_reported", 12, 0.5, 0.5, (_TWELVE, *_HALVES)),
    Convention("answers_attributed", 12, 0.8, 0.8, (_TWELVE, "attribution and recapture: assumption, generous")),
    Convention("answers_undiscounted", 12, 1, 1, (_TWELVE, "nothing taken off"), discounted=False),
    Convention(
        rung="thecr",
        hours=3,
        attribution=1,
        recapture=1,
        sources=(_THREE, "finds: assumption, as calculators behind survey averages (TheCR: 6,469 %) have it"),
        finds=20,
        hours_per_find=1,
        discounted=False,
    ),
)

#: two of them that are told of beside a statement
DASHBOARD, CALCULATOR = "answers_sceptical_cash", "thecr"


@dataclass(frozen=True)
class Report:
    """What a convention would have reported of a community, on average, and how far that is from what it is worth.

    Attributes
    ----------
    cost, value, npv : float
        As the convention has them.
    error : float
        ``npv`` less the full NPV against no community being possible.
    """

    cost: float
    value: float
    npv: float
    error: float


def reported(here: Statement) -> dict[str, Report] | None:
    """What each convention would have reported of the same run; None where the world without a community is missing."""
    if WORTH not in here.baselines:
        return None
    worth = here[WORTH].full.npv.mean
    found = {}
    for rung in SEEN:
        cost, value = (float(side.mean()) for side in seen(rung, here))
        found[rung.rung] = Report(cost, value, value - cost, value - cost - worth)
    return found


def reported_dict(here: Statement) -> dict[str, Any] | None:
    """As it stands in JSON: what each would have reported, and what the community is worth; null without the twin."""
    found = reported(here)
    if found is None:
        return None
    told = {name: asdict(report) for name, report in found.items()}
    return {"against": WORTH, "worth": here[WORTH].full.npv.mean, **told}


def seen(rung: Convention, here: Statement) -> tuple[Array, Array]:
    """Cash cost and claimed value of each replicate: gross counts of one world, and no other to compare with."""
    prices: Mapping[str, Any] = {} if rung.discounted else UNDISCOUNTED
    booked = at_prices(here, prices)
    wage, rate = (price(here, booked, name, prices) for name in ("prices.wage_per_hour", "prices.discount"))
    columns = dict(zip(column_names(), here.lived.raw[here.here]["columns"], strict=True))
    today = worth_today(rate, here.scenario.weeks)

    # whoever reads the dashboard takes a part of every answer as won
    won = rung.hours_per_answer * rung.attribution * rung.recapture
    value = wage * won * (columns["answered"] * today).sum(axis=1)

    # members' time is seldom on it
    cost = total(booked, "cash", "cost")
    if rung.member_time:
        cost = cost + wage * sum((columns[name] * today).sum(axis=1) for name in TIME)
    return cost, value


def at_prices(here: Statement, prices: Mapping[str, Any]) -> Account:
    """The account against the main baseline at other prices."""
    main = here.main()
    return account(with_prices(here.scenario, prices), here.lived, here.here, main) if prices else here[main]


def total(booked: Account, ledger: Ledger, side: Side, runoff: bool = False) -> Array:
    """One side of a ledger, per replicate, as expected."""
    money: Array = signs(ledger, side) @ (booked.expected_runoff if runoff else booked.expected.sum(axis=2))
    return money


def price(here: Statement, booked: Account, path: str, prices: Mapping[str, Any]) -> Array:
    """A price in each replicate: as it was drawn, or as it is known."""
    if path in booked.unknowns:
        drawn: Array = booked.prices[:, booked.unknowns.index(path)]
        return drawn
    return np.full(here.replicates, float(prices.get(path, here.scenario[path])))


def worth_today(rate: Array, weeks: int) -> Array:
    """What money of a week is worth on the first day: (replicate, week), from rates in % a year.

    Examples
    --------
    >>> worth_today(np.array([0.0, 8.0]), 53)[:, 52].round(3).tolist()
    [1.0, 0.926]
    """
    factors: Array = (1 + rate[:, None] / 100) ** (-7 * np.arange(weeks) / DAYS_PER_YEAR)
    return factors
