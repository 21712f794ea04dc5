"""The two-by-two matrix of value: for the organisation and the individual, at short and at long term, item by item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from . import _engine
from .accounts import Account, signs
from .amounts import UNKNOWN, Amount, amount
from .tables import column_names, rows
from .worlds import Worlds

GRADES = ("A", "B", "C")


def listed(given: str | Sequence[str] | None) -> list[str]:
    """What an item of the matrix names: none, one or several."""
    return [given] if isinstance(given, str) and given else list(given or [])


def value_of(account: Account, lines: Sequence[str]) -> Amount:
    """What some lines bring in the full ledger."""
    keep = np.array([line["name"] in lines for line in _engine.money_lines]) * signs("full", "value")
    if not keep.any():
        return UNKNOWN
    return amount(keep @ account.expected.sum(axis=2), keep @ account.drawn.sum(axis=2))


def count_of(worlds: Worlds, account: Account, column: str) -> Amount:
    """How much more (or less) of a column there is: a flow over all weeks, a stock at the end."""
    i = column_names().index(column)
    more = worlds.more(account.here, account.baseline, i)
    total = more[:, -1] if _engine.columns[i]["kind"] == "stock" else more.sum(axis=1)
    return amount(total, total)


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
