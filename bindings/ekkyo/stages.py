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
from .amounts import Amount, Array, clean, say_share
from .carrying import TIMES
from .lines import wrapped
from .matrix import amount_known, more_of
from .splitting import drawn_anew
from .tables import column_names
from .tongue import Tongue
from .words import words

if TYPE_CHECKING:
    from .statement import Statement

#: a quarter: what a single week shows is luck
QUARTER = 13

#: what happens more seldom lies outside the middle nine tenths
SELDOM = 0.05

#: indices of how people fare; they stand in no ledger
WELFARE = ("fun", "wellbeing", "diversity", "flexibility")

#: stages that are taken from a ledger
IN_MONEY = ("value", "profit")


class Stage(NamedTuple):
    """A stage: its name, what it is taken from, and how: (replicate, week), here minus baseline."""

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
        added: Array = sum(more[known.index(name)] for name in columns)
        return added

    return taken


def money(ledger: str, side: str) -> Callable[[Statement, Account], Array]:
    """A side of a ledger by the week, discounted, ideas at their expected value."""

    def taken(_: Statement, one: Account) -> Array:
        by_week: Array = one.weekly(ledger, side, drawn=False)  # type: ignore[arg-type]
        return by_week

    return taken


STAGES = (
    Stage("fun", "楽", "members who enjoyed an event, %", counted(("fun",))),
    Stage("skill", "技", "what people learn", counted(("skill_floor",), ("certificates", "answered"))),
    Stage("value", "価", "value in the full ledger", money("full", "value")),
    Stage("profit", "益", "cash after cost", money("cash", "net")),
)


def mean_of_a_quarter(weekly: Array) -> Array:
    """In each week (..., week) the mean of the last 13, or of as many as there have been.

    Examples
    --------
    >>> mean_of_a_quarter(np.arange(4.0)).tolist()
    [0.0, 0.5, 1.0, 1.5]
    """
    summed = np.concatenate([np.zeros((*np.shape(weekly)[:-1], 1)), np.cumsum(weekly, axis=-1)], axis=-1)
    weeks = np.arange(1, summed.shape[-1])
    first = np.maximum(weeks - QUARTER, 0)
    mean: Array = (summed[..., weeks] - summed[..., first]) / (weeks - first)
    return mean


def height_of(curves: Array) -> Array:
    """In which week each of the curves (..., week) is highest; infinite where that is the last, nan if never above 0.

    Examples
    --------
    >>> height_of(np.array([[0.0, 2.0, 1.0], [0.0, 1.0, 2.0], [0.0, -1.0, -2.0]])).tolist()
    [1.0, inf, nan]
    """
    week: Array = curves.argmax(axis=-1).astype(float)
    week[week == curves.shape[-1] - 1] = np.inf
    week[~(curves.max(axis=-1) > 0)] = np.nan
    return week


def lag_of(later: Array, earlier: Array) -> Array:
    """How many weeks after another height; infinite where only the one lies beyond the end, and nan where both do.

    Examples
    --------
    >>> lag_of(np.array([30.0, np.inf, 30.0, np.inf]), np.array([20.0, 20.0, np.inf, np.inf])).tolist()
    [10.0, inf, -inf, nan]
    """
    with np.errstate(invalid="ignore"):
        lag: Array = later - earlier
    return lag


@dataclass(frozen=True)
class Stages:
    """The four stages of a statement as indices: 100 is the height of each, so that they can be held beside each other.

    They say when, not how much, and no index adds to a ledger. A stage that is at its height in the last week is
    still rising (``rising``), so that its height lies beyond the run and no lag can be taken from it or after it; one
    that is never above the baseline has no height.

    ``anew`` has the height of each stage where the draws of what is not known are drawn anew (bootstrap), (times,
    stage): infinite where it is still rising, nan where it is never above the baseline.
    """

    baseline: str
    curves: pd.DataFrame  # week x stage: index, 0 to 100; empty of numbers where there is no height
    anew: Array | None = None

    @cached_property
    def peaks(self) -> pd.DataFrame:
        """By stage: ja, text, ``week`` of the height, ``half``-way week, ``lag`` after the stage before, ``rising``.

        ``low`` and ``high`` are the 5-95 % interval of the week, ``lag_low`` and ``lag_high`` of the lag: an end beyond
        the run is infinite. ``still`` is in which share of the times drawn anew it is still rising, and ``never`` in
        which it is never above the baseline; intervals are over the others.
        """
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
        return pd.DataFrame(rows, columns=names).set_index("stage").join(self._intervals)

    @cached_property
    def _intervals(self) -> pd.DataFrame:
        """Between which weeks each height and lag lies where the draws are drawn anew."""
        anew = np.empty((0, len(STAGES))) if self.anew is None else self.anew
        rows = []
        for number, stage in enumerate(STAGES):
            weeks = anew[:, number]
            lags = lag_of(weeks, anew[:, number - 1]) if number else np.full(len(anew), np.nan)
            still, never = (float(is_so(weeks).mean()) if len(weeks) else math.nan for is_so in (np.isinf, np.isnan))
            rows.append((stage.name, *_ends(weeks), *_ends(lags), still, never))
        names = ["stage", "low", "high", "lag_low", "lag_high", "still", "never"]
        return pd.DataFrame(rows, columns=names).set_index("stage")

    def rows(self, language: str = "en") -> pd.DataFrame:
        """The heights for reading, a row per stage: stage, kind (index or money), half, height, lag."""
        said = words(language)["stages"]
        found = [
            {
                "stage": said["of"].format(ja=row.ja, name=said["name"][name]),
                "kind": said["money" if name in IN_MONEY else "index"],
                "half": _week(row.half, language),
                "height": said["rising"] if row.rising else _week(row.week, language),
                "lag": _lag(row.lag, language),
            }
            for name, row in self.peaks.iterrows()
        ]
        return pd.DataFrame(found)

    def text(self, language: str = "en") -> str:
        """When each is at its height and how long after the one before, with their intervals, a line per stage."""
        said = words(language)["stages"]
        lines = [wrapped(said["head"].format(against=Tongue(language).against(self.baseline)))]
        for name, row in self.peaks.iterrows():
            stage = said["of"].format(ja=row.ja, name=said["name"][name])
            lines.append(wrapped(said["line"].format(stage=stage, told=_told(row, language)), 2))
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON: what is not known or lies beyond the run is null."""
        return {str(name): clean(row.drop(["ja", "text"]).to_dict()) for name, row in self.peaks.iterrows()}

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.text())}</pre>"


def stages(statement: Statement, baseline: str | None = None) -> Stages:
    """The four stages of a statement over its weeks, against a baseline."""
    one = statement[statement.main(baseline)]
    lived = [mean_of_a_quarter(stage.taken(statement, one)) for stage in STAGES]
    weeks = pd.RangeIndex(statement.scenario.weeks, name="week")
    curves = {stage.name: _index(by_week.mean(axis=0)) for stage, by_week in zip(STAGES, lived, strict=True)}
    weights = drawn_anew(one.draws, TIMES)
    anew = np.stack([height_of(weights @ by_week) for by_week in lived], axis=1)
    return Stages(one.baseline, pd.DataFrame(curves, index=weeks), anew)


def _index(curve: Array) -> Array:
    height = curve.max()
    index: Array = 100 * np.maximum(curve, 0) / height if height > 0 else np.full(len(curve), np.nan)
    return index


def _ends(weeks: Array) -> tuple[float, float]:
    """The middle nine tenths of those that are known; nan where none is."""
    known = weeks[~np.isnan(weeks)]
    if not len(known):
        return math.nan, math.nan
    low, high = np.quantile(known, [0.05, 0.95], method="inverted_cdf")
    return float(low), float(high)


def _week(week: float, language: str) -> str:
    return "—" if math.isnan(week) else Tongue(language).weeks(week)


def _lag(lag: float, language: str) -> str:
    said = words(language)["stages"]
    if math.isnan(lag):
        return "—"
    return str(said["after" if lag >= 0 else "before"].format(weeks=Tongue(language).weeks(abs(lag))))


def _between(low: float, high: float, language: str, one: Callable[[float, str], str]) -> str:
    """An interval in brackets, an end beyond the run in words; nothing where it is not known."""
    said = words(language)["stages"]
    if math.isnan(low):
        return ""
    told = [said["beyond"] if math.isinf(end) else one(end, language) for end in (low, high)]
    return str(said["between"].format(low=told[0], high=told[1]))


def _told(row: pd.Series, language: str) -> str:
    said = words(language)["stages"]
    if math.isnan(row["week"]):
        return str(said["never"])
    half = _week(row["half"], language)
    if row["rising"]:
        return str(said["still"].format(half=half, rising=said["rising"]))
    week = _week(row["week"], language) + _between(row["low"], row["high"], language, _week)
    if row["never"] > SELDOM:
        week += str(said["or_never"].format(share=say_share(row["never"])))
    lag = "" if math.isnan(row["lag"]) else _lag(row["lag"], language)
    lag += _between(row["lag_low"], row["lag_high"], language, _lag) if lag else ""
    return str(said["reached"].format(half=half, week=week, lag=said["lag"].format(lag=lag) if lag else ""))


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
