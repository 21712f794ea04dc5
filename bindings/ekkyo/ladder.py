"""The ladder of conventions: the same finished worlds, accounted for from sceptical to brochure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from .accounts import Account, Ledger, Side, signs
from .amounts import Array, return_on
from .run import Run
from .scenario import with_prices
from .statement import Statement
from .study import Study
from .tables import column_names
from .words import words

DAYS_PER_YEAR = 365.25
TIME = ("reading_hours", "asking_hours", "answering_hours", "meeting_hours")
UNDISCOUNTED = {"prices.discount": 0.0}


@dataclass(frozen=True)
class Compared:
    """A rung on the difference between two worlds: which costs and values count, at which prices."""

    rung: str
    costs: Ledger = "full"
    values: Ledger = "full"
    runoff: bool = False
    prices: Mapping[str, Any] = field(default_factory=dict)


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
    source: str
    finds: float = 0
    hours_per_find: float = 0
    member_time: bool = False
    discounted: bool = True

    @property
    def hours_per_answer(self) -> float:
        """What an answer is said to save, before anything is taken off."""
        return self.hours + self.finds * self.hours_per_find


COMPARED = (
    Compared("full"),
    Compared("full_without_innovation", prices={"prices.innovation": False}),
    Compared("hours_at_wage", prices={"prices.hour_price": 100.0}),
    Compared("hours_at_fifth", prices={"prices.hour_price": 20.0}),
    Compared("cash", costs="cash", values="cash"),
    Compared("undiscounted", prices=UNDISCOUNTED),
    Compared("runoff", runoff=True),
)

_THREE = "hours: as helping.hours_alone (assumption)"
_TWELVE = "hours: MetrixGlobal / Caterpillar, self-reported, $600 a thread at $50 an hour"
_HALVES = "attribution: assumption; recapture: Forrester TEI, about 50 %"

SEEN = (
    Convention("answers_sceptical", 3, 0.5, 0.5, f"{_THREE}; {_HALVES}", member_time=True),
    Convention("answers_sceptical_cash", 3, 0.5, 0.5, f"{_THREE}; {_HALVES}"),
    Convention("answers_self_reported", 12, 0.5, 0.5, f"{_TWELVE}; {_HALVES}"),
    Convention("answers_attributed", 12, 0.8, 0.8, f"{_TWELVE}; attribution and recapture: assumption, generous"),
    Convention("answers_undiscounted", 12, 1, 1, f"{_TWELVE}; nothing taken off", discounted=False),
    Convention(
        rung="thecr",
        hours=3,
        attribution=1,
        recapture=1,
        source=f"{_THREE}; finds: assumption, as calculators behind survey averages (TheCR: 6,469 %) have it",
        finds=20,
        hours_per_find=1,
        discounted=False,
    ),
)

BROCHURE = Compared("brochure", costs="cash", values="full")

#: from the most sceptical to the brochure
RUNGS: tuple[Compared | Convention, ...] = (*COMPARED, *SEEN, BROCHURE)


def ladder(result: Run | Study, level: str | None = None, language: str = "en") -> pd.DataFrame:
    """What the same finished worlds are worth under every convention of accounting.

    Parameters
    ----------
    result : Run or Study
        Nothing is lived again.
    level : str, optional
        Only this level; all but ``none`` unless told. A run has one, ``level``.
    language : str
        Of the names and sentences.

    Returns
    -------
    pandas.DataFrame
        A row per (level, rung), in the order of `RUNGS`: ``name``; ``cost``, ``value`` and ``npv`` (means over
        replicates); ``roi`` (ratio of means); ``error``, the NPV less that of the rung ``full``: what the convention
        overstates; ``believe``, what one must believe to say this; ``source`` of its constants, where it has any.
    """
    rows = []
    for name, here in _statements(result, level).items():
        found = [_row(rung, here) for rung in RUNGS]
        for row, (rung, called, believe, source) in zip(found, rungs(language), strict=True):
            text = {"level": name, "rung": rung, "name": called, "believe": believe, "source": source}
            rows.append(text | row | {"error": row["npv"] - found[0]["npv"]})
    columns = ["name", "cost", "value", "npv", "roi", "error", "believe", "source"]
    return pd.DataFrame(rows).set_index(["level", "rung"])[columns]


def rungs(language: str = "en") -> list[tuple[str, str, str, str]]:
    """Every rung: its key, its name, "To say this you must believe ...", and the source of its constants."""
    said = words(language)["ladder"]
    return [
        (
            rung.rung,
            said[rung.rung]["name"],
            said["sentence"].format(believe=said[rung.rung]["believe"]),
            rung.source if isinstance(rung, Convention) else "",
        )
        for rung in RUNGS
    ]


def _statements(result: Run | Study, level: str | None) -> dict[str, Statement]:
    known = ["level"] if isinstance(result, Run) else result.levels
    if level is not None and level not in known:
        raise ValueError(f"{level}: no level of this result; there are {', '.join(known)}")
    shown = [level] if level is not None else [name for name in known if name != "none"] or known
    return {name: result.statement() if isinstance(result, Run) else result.statement(name) for name in shown}


def _row(rung: Compared | Convention, here: Statement) -> dict[str, Any]:
    cost, value = compared(rung, here) if isinstance(rung, Compared) else seen(rung, here)
    return {
        "cost": float(cost.mean()),
        "value": float(value.mean()),
        "npv": float((value - cost).mean()),
        "roi": return_on(cost, value).mean,
    }


def compared(rung: Compared, here: Statement) -> tuple[Array, Array]:
    """Cost and value of each replicate, with ideas at their expected value: the difference between two worlds."""
    account = at_prices(here, rung.prices)
    return total(account, rung.costs, "cost", rung.runoff), total(account, rung.values, "value", rung.runoff)


def seen(rung: Convention, here: Statement) -> tuple[Array, Array]:
    """Cash cost and claimed value of each replicate: gross counts of one world, and no other to compare with."""
    prices: Mapping[str, Any] = {} if rung.discounted else UNDISCOUNTED
    account = at_prices(here, prices)
    wage, rate = (price(here, account, name, prices) for name in ("prices.wage_per_hour", "prices.discount"))
    columns = dict(zip(column_names(), here.lived.raw[here.here]["columns"], strict=True))
    today = worth_today(rate, here.scenario.weeks)

    # whoever reads the dashboard takes a part of every answer as won
    won = rung.hours_per_answer * rung.attribution * rung.recapture
    value = wage * won * (columns["answered"] * today).sum(axis=1)

    # members' time is seldom on it
    cost = total(account, "cash", "cost")
    if rung.member_time:
        cost = cost + wage * sum((columns[name] * today).sum(axis=1) for name in TIME)
    return cost, value


def at_prices(here: Statement, prices: Mapping[str, Any]) -> Account:
    """The account against the main baseline at other prices."""
    main = here.main()
    return Statement(with_prices(here.scenario, prices), here.lived, here.here, [main])[main] if prices else here[main]


def total(account: Account, ledger: Ledger, side: Side, runoff: bool = False) -> Array:
    """One side of a ledger, per replicate, as expected."""
    money: Array = signs(ledger, side) @ (account.expected_runoff if runoff else account.expected.sum(axis=2))
    return money


def price(here: Statement, account: Account, path: str, prices: Mapping[str, Any]) -> Array:
    """A price in each replicate: as it was drawn, or as it is known."""
    if path in account.unknowns:
        drawn: Array = account.prices[:, account.unknowns.index(path)]
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
