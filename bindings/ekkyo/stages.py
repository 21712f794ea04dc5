"""Fun, skill, value, profit (楽→技→価→益): when each is at its height, and how long after the one before."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from .accounts import Account
from .amounts import Amount, Array
from .matrix import amount_known, more_of
from .tables import column_names
from .tongue import Tongue
from .words import words

if TYPE_CHECKING:
    from .statement import Statement

#: a quarter: what a single week shows is luck
QUARTER = 13

#: indices of how people fare; they stand in no ledger
WELFARE = ("fun", "wellbeing", "diversity", "flexibility")

#: stages that are taken from a ledger
IN_MONEY = ("value", "profit")


class Stage(NamedTuple):
    """A stage: its name, what it is taken from, and how to take it from a statement: (week,), here minus baseline."""

    name: str
    ja: str
    text: str
    taken: Callable[[Statement, Account], Array]


def counted(*choices: tuple[str, ...]) -> Callable[[Statement, Account], Array]:
    """Columns of the ledger added up: of several lists the first that this ledger has."""

    def taken(statement: Statement, one: Account) -> Array:
        known = column_names()
        columns = next(names for names in choices if set(names) <= set(known))
        more = statement.lived.more(one.here, one.baseline)
        added: Array = sum(more[known.index(name)].mean(axis=0) for name in columns)
        return added

    return taken


def money(ledger: str, side: str) -> Callable[[Statement, Account], Array]:
    """A side of a ledger by the week, discounted, ideas at their expected value."""

    def taken(_: Statement, one: Account) -> Array:
        by_week: Array = one.weekly(ledger, side, drawn=False).mean(axis=0)  # type: ignore[arg-type]
        return by_week

    return taken


STAGES = (
    Stage("fun", "楽", "members who enjoyed an event, %", counted(("fun",))),
    Stage("skill", "技", "what people learn", counted(("skill_floor",), ("certificates", "answered"))),
    Stage("value", "価", "value in the full ledger", money("full", "value")),
    Stage("profit", "益", "cash after cost", money("cash", "net")),
)


def mean_of_a_quarter(weekly: Array) -> Array:
    """In each week the mean of the last 13, or of as many as there have been.

    Examples
    --------
    >>> mean_of_a_quarter(np.arange(4.0)).tolist()
    [0.0, 0.5, 1.0, 1.5]
    """
    summed = np.concatenate([[0.0], np.cumsum(weekly)])
    weeks = np.arange(1, len(summed))
    first = np.maximum(weeks - QUARTER, 0)
    mean: Array = (summed[weeks] - summed[first]) / (weeks - first)
    return mean


@dataclass(frozen=True)
class Stages:
    """The four stages of a statement as indices: 100 is the height of each, so that they can be held beside each other.

    They say when, not how much, and no index adds to a ledger. A stage that is at its height in the last week is
    still rising (``rising``), so that its height lies beyond the run and no lag can be taken from it or after it; one
    that is never above the baseline has no height.
    """

    baseline: str
    curves: pd.DataFrame  # week x stage: index, 0 to 100; empty of numbers where there is no height

    @cached_property
    def peaks(self) -> pd.DataFrame:
        """By stage: ja, text, ``week`` of the height, ``half``-way week, ``lag`` after the stage before, ``rising``."""
        rows, before = [], math.nan
        for stage in STAGES:
            curve = self.curves[stage.name].to_numpy()
            known = not np.isnan(curve).any()
            week = float(curve.argmax()) if known else math.nan
            half = float((curve >= 50).argmax()) if known else math.nan
            rising = bool(week == len(curve) - 1)
            height = math.nan if rising else week
            rows.append((stage.name, stage.ja, stage.text, week, half, height - before, rising))
            before = height
        names = ["stage", "ja", "text", "week", "half", "lag", "rising"]
        return pd.DataFrame(rows, columns=names).set_index("stage")

    def rows(self, language: str = "en") -> pd.DataFrame:
        """The heights for reading, a row per stage: stage, kind (index or money), half, height, lag."""
        said = words(language)["stages"]
        found = [
            {
                "stage": said["of"].format(ja=row.ja, name=said["name"][name]),
                "kind": said["money" if name in IN_MONEY else "index"],
                "half": _week(row.half, said),
                "height": said["rising"] if row.rising else _week(row.week, said),
                "lag": _lag(row.lag, said),
            }
            for name, row in self.peaks.iterrows()
        ]
        return pd.DataFrame(found)

    def text(self, language: str = "en") -> str:
        """When each is at its height, a line per stage."""
        said = words(language)["stages"]
        lines = [said["line"].format(told=_told(row, said), **row) for row in self._named(language)]
        return "\n".join([said["head"].format(against=Tongue(language).against(self.baseline)), *lines])

    def _named(self, language: str) -> list[dict[str, Any]]:
        said = words(language)["stages"]
        of = {name: said["of"].format(ja=row.ja, name=said["name"][name]) for name, row in self.peaks.iterrows()}
        return [{**row, "stage": of[row["stage"]]} for row in self.peaks.reset_index().to_dict("records")]

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.text())}</pre>"


def stages(statement: Statement, baseline: str | None = None) -> Stages:
    """The four stages of a statement over its weeks, against a baseline."""
    one = statement[statement.main(baseline)]
    curves = {stage.name: _index(mean_of_a_quarter(stage.taken(statement, one))) for stage in STAGES}
    weeks = pd.RangeIndex(len(next(iter(curves.values()))), name="week")
    return Stages(one.baseline, pd.DataFrame(curves, index=weeks))


def _index(curve: Array) -> Array:
    height = curve.max()
    index: Array = 100 * np.maximum(curve, 0) / height if height > 0 else np.full(len(curve), np.nan)
    return index


def _week(week: float, said: dict[str, Any]) -> str:
    return "—" if math.isnan(week) else str(said["week"].format(week=f"{week:.0f}"))


def _lag(lag: float, said: dict[str, Any]) -> str:
    if math.isnan(lag):
        return "—"
    return str(said["after" if lag >= 0 else "before"].format(weeks=f"{abs(lag):.0f}"))


def _told(row: dict[str, Any], said: dict[str, Any]) -> str:
    if math.isnan(row["week"]):
        return str(said["never"])
    half = _week(row["half"], said)
    if row["rising"]:
        return str(said["still"].format(half=half, rising=said["rising"]))
    lag = said["lag"].format(lag=_lag(row["lag"], said)) if not math.isnan(row["lag"]) else ""
    return str(said["reached"].format(half=half, week=_week(row["week"], said), lag=lag))


def welfare(statement: Statement, baseline: str | None = None) -> dict[str, Amount]:
    """What people have of it that is never turned into money: indices, in the last quarter, here less the baseline.

    Diversity alone is less nothing, and over the weeks in which there are ties here; unknown where there never are.
    """
    one = statement[statement.main(baseline)]
    known = [name for name in column_names() if name in WELFARE]
    return {name: amount_known(_last_quarter(more_of(statement.lived, one, name))) for name in known}


def _last_quarter(more: Array) -> Array:
    """Per replicate the mean over the last quarter's weeks in which it is defined; nan where it is in none."""
    last = more[:, -QUARTER:]
    weeks = (~np.isnan(last)).sum(axis=1)
    mean: Array = np.where(weeks > 0, np.nansum(last, axis=1) / np.maximum(weeks, 1), np.nan)
    return mean
