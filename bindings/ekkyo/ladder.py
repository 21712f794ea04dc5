"""The ladder of conventions: the same finished worlds, accounted for from sceptical to brochure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from .accounts import Ledger
from .amounts import Array, return_on
from .run import Run
from .seeing import SEEN, UNDISCOUNTED, Convention, at_prices, seen, total
from .statement import Statement
from .study import Study
from .tongue import Tongue


@dataclass(frozen=True)
class Compared:
    """A rung on the difference between two worlds: which costs and values count, at which prices."""

    rung: str
    costs: Ledger = "full"
    values: Ledger = "full"
    runoff: bool = False
    prices: Mapping[str, Any] = field(default_factory=dict)


COMPARED = (
    Compared("full"),
    Compared("full_without_innovation", prices={"prices.innovation": False}),
    Compared("hours_at_wage", prices={"prices.hour_price": 100.0}),
    Compared("hours_at_fifth", prices={"prices.hour_price": 20.0}),
    Compared("cash", costs="cash", values="cash"),
    Compared("undiscounted", prices=UNDISCOUNTED),
    Compared("runoff", runoff=True),
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
    tongue = Tongue(language)
    said, semicolon = tongue["ladder"], tongue["sentence"]["semicolon"]
    return [
        (
            rung.rung,
            said[rung.rung]["name"],
            said["sentence"].format(believe=said[rung.rung]["believe"]),
            semicolon.join(map(tongue.gloss, rung.sources)) if isinstance(rung, Convention) else "",
        )
        for rung in RUNGS
    ]


def comes_to(table: pd.DataFrame, level: str, against: str, tongue: Tongue) -> str:
    """Who claims most for a level, and how much more than everything counted in two worlds; whose sign is the same.

    ``table`` has the columns of `ladder`, with a row per level and rung.
    """
    said, of = tongue["ladder"], table[table["level"] == level].set_index("rung")
    full, others = float(of.loc["full", "npv"]), of.drop("full")
    most, same = others.loc[others["npv"].idxmax()], np.sign(others["npv"]) == np.sign(full)
    is_fair = others.index.isin([rung.rung for rung in COMPARED])
    times = said["times"].format(times=tongue.number(most["npv"] / full)) if most["npv"] > full > 0 else ""
    counts = {"fair": same & is_fair, "all_fair": is_fair, "unfair": same & ~is_fair, "all_unfair": ~is_fair}
    return str(
        said["comes_to"].format(
            level=tongue.level(level),
            against=tongue.against(against),
            full=tongue.amount(full),
            most=tongue["sentence"]["quoted"].format(name=most["name"]),
            claim=tongue.amount(float(most["npv"])),
            times=times,
            **{name: int(np.sum(rungs)) for name, rungs in counts.items()},
        )
    )


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
