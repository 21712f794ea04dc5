"""The two-by-two matrix of value: for the organisation and the individual, at short and at long term, item by item."""

from __future__ import annotations

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
    """All items of the matrix: their money where a line carries it, else what the ledger counts, else "not yet".

    Every amount is `account.here` minus `account.baseline`, in the full ledger, discounted.
    """
    items = []
    for item in _engine.matrix:
        lines, columns = listed(item["line"]), listed(item["columns"])
        counts = {column: count_of(worlds, account, column) for column in columns}
        items.append(
            {
                **{key: item[key] for key in ("code", "cell", "text", "ja", "treatment")},
                "grades": grades_of(item),
                "against": item["against"],
                "lines": lines,
                **value_of(account, lines)._asdict(),
                "counts": counts,
            }
        )
    return pd.DataFrame(items)


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
    return {
        "text": item["text"],
        "treatment": item["treatment"],
        "value": value_of(account, listed(item["line"])).to_dict(),
        "counts": {column: count_of(worlds, account, column).to_dict() for column in listed(item["columns"])},
    }
