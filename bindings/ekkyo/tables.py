"""The engine's tables as data frames: every parameter, every ledger column, every line of money."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd

from . import _engine


@cache
def rows() -> dict[str, dict[str, Any]]:
    """Every row a scenario can set, by its path ("joining.discovery"), with the kind of its section."""
    return {
        f"{section['name']}.{row['name']}": {**row, "section": section["name"], "section_kind": section["kind"]}
        for section in _engine.sections
        for row in section["rows"]
    }


@cache
def sources(column: str) -> dict[str, str]:
    """What everything that can be set rests on, and the same as a column of the tables has it ("source_ja")."""
    return {row["source"]: row[column] for row in (*rows().values(), *_engine.tasks)}


def parameters() -> pd.DataFrame:
    """All parameters: what they mean, what we believe of them, and on what grounds.

    Returns
    -------
    pandas.DataFrame
        One row per parameter: ``name`` (its path in a scenario), ``default``, ``low``, ``base``, ``high`` (5th, 50th
        and 95th percentile of what is plausible; empty for a choice), ``unit``, ``grade`` (A measured, B survey,
        C assumption, - choice), ``source``, ``text``, ``section``, ``kind`` (behaviour, lever, price), ``form``,
        ``range_low``, ``range_high`` and ``ja``.

    Examples
    --------
    >>> import ekkyo as ek
    >>> ek.parameters().set_index("name").loc["joining.discovery", "unit"]
    '1 / year'
    """
    return pd.DataFrame(
        [
            {
                "name": path,
                "default": row["default"],
                "low": row["low"],
                "base": row["default"] if row["low"] is not None else None,
                "high": row["high"],
                "unit": row["unit"],
                "grade": row["grade"],
                "source": row["source"],
                "text": row["text"],
                "section": row["section"],
                "kind": row["section_kind"],
                "form": row["form"],
                "range_low": row["range_low"],
                "range_high": row["range_high"],
                "ja": row["ja"],
            }
            for path, row in rows().items()
        ]
    ).astype({"low": float, "high": float})


def team_parameters() -> pd.DataFrame:
    """All numbers of tasks and of the three forms: what they mean, what we believe of them, and on what grounds.

    Returns
    -------
    pandas.DataFrame
        One row per number: ``name`` ("tasks.ties"), ``default``, ``low`` and ``high`` (5th and 95th percentile of what
        is plausible; empty for a choice), ``unit``, ``grade``, ``source``, ``text``, ``range_low``, ``range_high`` and
        ``ja``. They stand beside scenarios: no scenario has them, and no run reads them.

    Examples
    --------
    >>> import ekkyo as ek
    >>> ek.team_parameters().set_index("name").loc["tasks.ties", "unit"]
    'people'
    """
    columns = ("default", "low", "high", "unit", "grade", "source", "text", "range_low", "range_high", "ja")
    rows = [{"name": f"tasks.{row['name']}", **{name: row[name] for name in columns}} for row in _engine.tasks]
    return pd.DataFrame(rows).astype({"default": float, "low": float, "high": float})


def ledger_columns() -> pd.DataFrame:
    """What the engine counts each week: name, unit, whether a stock or a flow, and what it means.

    Examples
    --------
    >>> import ekkyo as ek
    >>> ek.ledger_columns().set_index("name").loc["members", "kind"]
    'stock'
    """
    return pd.DataFrame(_engine.columns)[["name", "unit", "kind", "text", "ja"]]


def money_lines() -> pd.DataFrame:
    """What is spent and won, line by line: on which side, and in which of the two ledgers.

    Examples
    --------
    >>> import ekkyo as ek
    >>> sorted(set(ek.money_lines()["side"]))
    ['cost', 'value']
    """
    return pd.DataFrame(_engine.money_lines)


def column_names() -> list[str]:
    """The ledger's columns, in the engine's order."""
    return [row["name"] for row in _engine.columns]
