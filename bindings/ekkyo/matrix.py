"""The two-by-two matrix of value: for the organisation and the individual, at short and at long term, item by item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from . import _engine
from .accounts import Account, signs
from .amounts import UNKNOWN, Amount, Array, amount
from .tables import column_names, rows
from .worlds import Worlds

GRADES = ("A", "B", "C")

#: what kind of value an item can be
KINDS = ("cash", "capacity freed", "option value", "not monetised")

#: how an item says that another has its money
ELSEWHERE = re.compile(r"its money is in (\w+)")

#: indices of what there is, undefined and not 0 in weeks in which there is none: each is of its own world, less nothing
UNDEFINED_WITHOUT = {"diversity": "ties"}


def listed(given: str | Sequence[str] | None) -> list[str]:
    """What an item of the matrix names: none, one or several."""
    return [given] if isinstance(given, str) and given else list(given or [])


def value_of(account: Account, lines: Sequence[str]) -> Amount:
    """What some lines bring in the full ledger."""
    keep = np.array([line["name"] in lines for line in _engine.money_lines]) * signs("full", "value")
    if not keep.any():
        return UNKNOWN
    return amount(keep @ account.expected.sum(axis=2), keep @ account.drawn.sum(axis=2))


def more_of(worlds: Worlds, account: Account, column: str) -> Array:
    """How much more (or less) of a column there is, (replicate, week).

    Diversity is that of the ties made here, in weeks in which there are some, and else nan. Nothing is taken away from
    it: where a baseline has no ties, there is no diversity to be held against.
    """
    known = column_names()
    if column not in UNDEFINED_WITHOUT:
        return worlds.more(account.here, account.baseline, known.index(column))
    here = worlds.raw[account.here]["columns"]
    there = here[known.index(UNDEFINED_WITHOUT[column])] > 0
    return np.where(there, here[known.index(column)], np.nan)


def amount_known(total: Array) -> Amount:
    """Over the replicates in which it is defined; unknown where it is in none."""
    known = total[~np.isnan(total)]
    return amount(known, known) if len(known) else UNKNOWN


def count_of(worlds: Worlds, account: Account, column: str) -> Amount:
    """How much more (or less) of a column there is: a flow over all weeks, a stock at the end."""
    more = more_of(worlds, account, column)
    kind = _engine.columns[column_names().index(column)]["kind"]
    return amount_known(more[:, -1] if kind == "stock" else more.sum(axis=1))


def matrix(worlds: Worlds, account: Account) -> pd.DataFrame:
    """All items of the matrix: their money where a line carries it, else what the ledger counts, else neither.

    Every amount is `account.here` minus `account.baseline`, in the full ledger, discounted.
    """
    return pd.DataFrame(
        {
            **described(item),
            "lines": listed(item["line"]),
            **value_of(account, listed(item["line"]))._asdict(),
            "counts": counts_of(worlds, account, item),
        }
        for item in _engine.matrix
    )


def counts_of(worlds: Worlds, account: Account, item: dict[str, Any]) -> dict[str, Amount]:
    """What the ledger counts for an item, by column."""
    return {column: count_of(worlds, account, column) for column in listed(item["columns"])}


def described(item: dict[str, Any]) -> dict[str, str]:
    """An item without its figures: its cell, what kind of value it is, how well known, and what it is held against."""
    told = {key: item[key] for key in ("code", "cell", "text", "ja", "treatment")}
    return {**told, "kind": kind_of(item), "grades": grades_of(item), "against": item["against"]}


def kind_of(item: dict[str, Any]) -> str:
    """What kind of value an item is; one that is counted is of the kind of the item that has its money.

    Examples
    --------
    >>> [kind_of(item) for item in _engine.matrix if item["code"] in ("O3", "O4", "O8", "O10")]
    ['capacity freed', 'capacity freed and option value', 'capacity freed and option value', 'not monetised']
    """
    if elsewhere := ELSEWHERE.search(item["treatment"]):
        return kind_of(next(other for other in _engine.matrix if other["code"] == elsewhere[1]))
    return " and ".join(kind for kind in KINDS if kind in item["treatment"]) or KINDS[-1]


def grades_of(item: dict[str, Any]) -> str:
    """How well the numbers are known that an item comes of: so many measured, from surveys and assumed.

    Examples
    --------
    >>> grades_of({"rests_on": "introducing"})
    'C 3'
    """
    grades = [row["grade"] for row in rows().values() if row["section"] in item["rests_on"].split()]
    return ", ".join(f"{grade} {grades.count(grade)}" for grade in GRADES if grade in grades)


def cells(worlds: Worlds, account: Account) -> dict[str, Any]:
    """The four cells: what the items of each bring together, and the items."""
    together: dict[str, Any] = {}
    for cell in dict.fromkeys(item["cell"] for item in _engine.matrix):
        items = [item for item in _engine.matrix if item["cell"] == cell]
        lines = [line for item in items for line in listed(item["line"])]
        together[cell] = {
            "value": value_of(account, lines).to_dict(),
            "items": {item["code"]: _told(worlds, account, item) for item in items},
        }
    return together


def _told(worlds: Worlds, account: Account, item: dict[str, Any]) -> dict[str, Any]:
    counts = counts_of(worlds, account, item)
    return {
        **{key: told for key, told in described(item).items() if key not in ("code", "cell")},
        "lines": listed(item["line"]),
        "value": value_of(account, listed(item["line"])).to_dict(),
        "counts": {column: found.to_dict() for column, found in counts.items()},
    }
