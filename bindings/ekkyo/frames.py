"""What the figures show: a tidy frame per figure, from the statements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from . import _engine
from .accounts import LEDGERS, Account, payback
from .beliefs import plausible
from .breakeven import break_even
from .effectiveness import HOUR_PRICES, acceptability
from .hindsight import cells
from .ladder import ladder
from .mapping import what_must_be_true
from .need import need
from .run import Run
from .splitting import split
from .statement import Statement
from .study import Study


def statements_of(result: Run | Study) -> dict[str, Statement]:
    """Each level's statement; `none` has nothing to show beside others, being what they are compared with."""
    if isinstance(result, Run):
        return {str(result.scenario["support.level"]): result.statement()}
    shown = [level for level in result.levels if level != "none"] or result.levels
    return {level: result.statement(level) for level in shown}


def order_of(result: Run | Study) -> list[str]:
    """All levels, from the cheapest, `none` first: a level has the same colour in every figure, shown or not."""
    if isinstance(result, Run):
        return [str(result.scenario["support.level"])]
    return list(dict.fromkeys(["none", *result.by_cost, *result.choices, result.base]))


def accounts_of(result: Run | Study) -> dict[str, Account]:
    """Each level's account against the main baseline: nobody paying, where that was lived."""
    return {level: statement[statement.main()] for level, statement in statements_of(result).items()}


def baseline_of(result: Run | Study) -> str:
    """What all figures are taken against."""
    return next(iter(accounts_of(result).values())).baseline


def curves_data(result: Run | Study) -> pd.DataFrame:
    """Cost and value so far: level, ledger, side, week, mean, p05, p50, p95 (discounted)."""
    frames = [
        one.cumulative(ledger, side).reset_index().assign(level=level, ledger=ledger, side=side)
        for level, one in accounts_of(result).items()
        for ledger in LEDGERS
        for side in ("cost", "value")
    ]
    return pd.concat(frames, ignore_index=True)


def investment_data(result: Run | Study) -> pd.DataFrame:
    """Net present value: level, ledger, mean, p05, p50, p95, chance (that it is above zero)."""
    rows = []
    for level, one in accounts_of(result).items():
        for ledger in LEDGERS:
            book = getattr(one, ledger)
            rows.append({"level": level, "ledger": ledger, **book.npv._asdict(), "chance": book.chance})
    return pd.DataFrame(rows)


def chances_data(result: Run | Study) -> pd.DataFrame:
    """How many end below an amount: level, ledger, npv (per replicate, rising), below (the share of replicates)."""
    frames = []
    for level, one in accounts_of(result).items():
        for ledger in LEDGERS:
            npv = np.sort(one.npv(ledger))
            below = np.arange(len(npv)) / len(npv)
            frames.append(pd.DataFrame({"level": level, "ledger": ledger, "npv": npv, "below": below}))
    return pd.concat(frames, ignore_index=True)


def payback_data(result: Run | Study) -> pd.DataFrame:
    """The share of replicates whose money is back by a week, and stays back: level, ledger, week, share.

    The share is nan where nothing is spent or won.
    """
    frames = []
    for level, one in accounts_of(result).items():
        for ledger in LEDGERS:
            back = payback(one.weekly(ledger).cumsum(axis=1))
            weeks = np.arange(result.scenario.weeks)
            share = (back[:, None] <= weeks).mean(axis=0) if one.payback(ledger) else np.nan
            frames.append(pd.DataFrame({"level": level, "ledger": ledger, "week": weeks, "share": share}))
    return pd.concat(frames, ignore_index=True)


def matrix_data(result: Run | Study) -> pd.DataFrame:
    """What each cell of the matrix brings: level, cell, mean, p05, p50, p95 (full ledger)."""
    return pd.DataFrame(
        {"level": level, "cell": cell, **found["value"]}
        for level, statement in statements_of(result).items()
        for cell, found in statement.cells().items()
    )


def difference_data(result: Run | Study) -> pd.DataFrame:
    """Full net present value less that of the next cheaper level, same people and luck.

    A row per level but the cheapest: level, against, mean, low and high (90 % interval of the mean), p05, p50, p95,
    chance (that it is above zero).
    """
    if isinstance(result, Run):
        raise TypeError("a run has one level and nothing to take it against; ekkyo.compare lives several")
    steps = result.table().loc[result.by_cost[1:]].reset_index()
    names = {"level": "level", "difference_to": "against", "difference": "mean"}
    names |= {f"difference_{name}": name for name in ("low", "high", "p05", "p50", "p95", "chance")}
    if steps.empty:
        return pd.DataFrame(columns=list(names.values()))
    return steps[list(names)].rename(columns=names)


def spread_data(result: Run | Study) -> pd.DataFrame:
    """Full NPV against the main baseline, and its spread in two parts.

    A row per level and ``part``: ``both`` (as drawn), ``not_knowing`` (if chance evened out) and ``chance`` (if all
    were known, around the same mean): level, part, share (of the variance), mean, p50, p05, p95. Nan where the two
    cannot be told apart: with one replicate per draw.
    """
    found: list[dict[str, Any]] = []
    for level, account in accounts_of(result).items():
        drawn, parts = account.npv(), split(account.npv(), account.draws)
        low, middle, high = np.quantile(drawn, [0.05, 0.5, 0.95])
        both = {"share": 1.0, "mean": account.npv(drawn=False).mean(), "p50": middle, "p05": low, "p95": high}
        found.append({"level": level, "part": "both", **both})
        for part, of in (("not_knowing", "unknown"), ("chance", "chance")):
            ends = {end: getattr(parts, f"{of}_{end}") if parts else np.nan for end in ("p05", "p95")}
            share = getattr(parts, of) / parts.total if parts and parts.total > 0 else np.nan
            found.append({"level": level, "part": part, "share": share, **ends})
    return pd.DataFrame(found)[["level", "part", "share", "mean", "p50", "p05", "p95"]]


def acceptability_data(result: Run | Study, hours: Sequence[float] = HOUR_PRICES) -> pd.DataFrame:
    """Which level is best at which price of a member's hour: hour_price, level, share, mean_is_best, npv."""
    if isinstance(result, Run):
        raise TypeError("a run has one level and none to choose from; ekkyo.compare lives several")
    return acceptability(result, hours)


def ladder_data(result: Run | Study, language: str = "en", level: str | None = None) -> pd.DataFrame:
    """Every level, or one, under every convention: level, rung, name, cost, value, npv, roi, error, believe, source."""
    if isinstance(result, Study):
        return ladder(result, level, language).reset_index()
    (named,) = order_of(result)
    if level not in (None, named):
        raise ValueError(f"{level}: no level of this run; there is {named}")
    return ladder(result, language=language).reset_index().assign(level=named)


def shown_level(result: Run | Study, level: str | None = None) -> str:
    """The level of a figure that shows one: the one with the highest mean full NPV, ``none`` aside, unless told."""
    accounts = accounts_of(result)
    shown = level or max(accounts, key=lambda name: accounts[name].full.npv.mean)
    if shown not in accounts:
        raise ValueError(f"{shown}: no level of this figure; there are {', '.join(accounts)}")
    return shown


def own_level(result: Run | Study) -> str:
    """The level that the scenario itself has, where a study has it among its own; else the one that is shown."""
    own = str(result.scenario["support.level"])
    return own if own in statements_of(result) else shown_level(result)


def one_year_data(result: Run | Study) -> pd.DataFrame:
    """What a look after one year leads to: level, and the columns of `hindsight.cells`."""
    found = [cells(one).assign(level=level) for level, one in statements_of(result).items()]
    return pd.concat(found, ignore_index=True)


def indices_data(result: Run | Study, level: str | None = None) -> pd.DataFrame:
    """Fun, skill, value and profit over the weeks: level, stage, week, index (100 at its height; nan: it has none)."""
    shown = shown_level(result, level)
    curves = statements_of(result)[shown].indices().curves.reset_index()
    long = curves.melt("week", var_name="stage", value_name="index")
    return long.assign(level=shown)[["level", "stage", "week", "index"]]


def minutes_and_ideas_data(result: Run | Study) -> pd.DataFrame:
    """What must be true: a row per level, against the main baseline, over the horizon.

    ``minutes`` saved per member and week and ``ideas`` realised per year (means), ``years`` to one idea (infinite:
    none); ``minutes_needed`` for an NPV of zero with these ideas and ``ideas_needed`` with these minutes (0: none are;
    nan: no number would do); ``above``, the share of replicates with minutes and ideas where it pays; ``chance``, the
    share with an NPV above zero.
    """
    rows = []
    for level, one in statements_of(result).items():
        told = need(one)
        minutes, ideas = float(told.minutes.mean()), float(told.ideas.mean())
        lacking = {"minutes_needed": told.minutes_needed(ideas), "ideas_needed": told.ideas_needed(minutes)}
        row = {"level": level, "minutes": minutes, "ideas": ideas, "years": 1 / ideas if ideas > 0 else np.inf}
        row |= {name: max(x, 0.0) if x == x else x for name, x in lacking.items()}
        rows.append({**row, "above": told.above, "chance": told.chance})
    return pd.DataFrame(rows)


def waterfall_data(result: Run | Study, level: str | None = None) -> pd.DataFrame:
    """From the costs, line by line, over the values to the NPV: level, line, side, money, start, end.

    Full ledger, means, against the main baseline. ``money`` is below zero for what is a cost; each line starts where
    the one before ended, and the last, ``npv``, starts at zero. Of a study the level with the highest mean full NPV,
    ``none`` aside, unless told.
    """
    shown = shown_level(result, level)
    lines, sides = accounts_of(result)[shown].full.lines, {line["name"]: line["side"] for line in _engine.money_lines}
    names = sorted(lines, key=lambda name: sides[name] == "value")
    money = np.array([lines[name].mean * (-1 if sides[name] == "cost" else 1) for name in names])
    ends = money.cumsum()
    steps = pd.DataFrame({"line": names, "side": [sides[name] for name in names], "money": money})
    steps = steps.assign(start=ends - money, end=ends)
    net = pd.DataFrame([{"line": "npv", "side": "net", "money": ends[-1], "start": 0.0, "end": ends[-1]}])
    return pd.concat([steps, net], ignore_index=True).assign(level=shown)


def story_data(result: Run | Study, number: int = 1, world: str | None = None) -> pd.DataFrame:
    """Of the ideas that carry most of the value, the one of this rank: who, when, and what it is worth."""
    return result.stories(number, world=world).frame().iloc[number - 1 :]


class Frames:
    """``run.frame.curves()``, ``study.frame.ladder()`` and the like: what the figure of that name shows, as a table."""

    def __init__(self, result: Run | Study):
        self._result = result

    def curves(self) -> pd.DataFrame:
        """Cost and value so far; see `curves_data`."""
        return curves_data(self._result)

    def investment(self) -> pd.DataFrame:
        """Net present value of each level; see `investment_data`."""
        return investment_data(self._result)

    def chances(self) -> pd.DataFrame:
        """How many replicates end below an amount; see `chances_data`."""
        return chances_data(self._result)

    def payback(self) -> pd.DataFrame:
        """When the money is back; see `payback_data`."""
        return payback_data(self._result)

    def difference(self) -> pd.DataFrame:
        """What each level adds to the next cheaper one; see `difference_data`."""
        return difference_data(self._result)

    def matrix(self) -> pd.DataFrame:
        """What each cell of the matrix brings; see `matrix_data`."""
        return matrix_data(self._result)

    def ladder(self, level: str | None = None) -> pd.DataFrame:
        """The same worlds, all levels or one, under every convention of accounting; see `ladder_data`."""
        return ladder_data(self._result, level=level)

    def acceptability(self) -> pd.DataFrame:
        """How often each level is best, by the price of a member's hour; see `acceptability_data`."""
        return acceptability_data(self._result)

    def waterfall(self, level: str | None = None) -> pd.DataFrame:
        """From cost to value to NPV; see `waterfall_data`."""
        return waterfall_data(self._result, level)

    def one_year(self) -> pd.DataFrame:
        """What a look after one year leads to, and whether that was right; see `one_year_data`."""
        return one_year_data(self._result)

    def indices(self, level: str | None = None) -> pd.DataFrame:
        """Fun, skill, value and profit over the weeks, as indices; see `indices_data`."""
        return indices_data(self._result, level)

    def minutes_and_ideas(self) -> pd.DataFrame:
        """How many minutes and realised ideas it takes; see `minutes_and_ideas_data`."""
        return minutes_and_ideas_data(self._result)

    def spread(self) -> pd.DataFrame:
        """How much of each level's spread is chance, and how much is not knowing; see `spread_data`."""
        return spread_data(self._result)

    def break_even(self, path: str, **asked: Any) -> pd.DataFrame:
        """Where each level just pays, over a parameter; see `ekkyo.break_even`."""
        return break_even(self._result, path, **asked)

    def what_must_be_true(self, **asked: Any) -> pd.DataFrame:
        """NPV of each level over two parameters; see `ekkyo.what_must_be_true`, whose grid this is."""
        return what_must_be_true(self._result, **asked).grid

    def parameter(self, path: str) -> pd.DataFrame:
        """What is believed of a parameter; see `ekkyo.plausible`."""
        return plausible(path, self._result.scenario)

    def story(self, number: int = 1, world: str | None = None) -> pd.DataFrame:
        """Of the ideas that carry most of the value, the one of this rank."""
        return story_data(self._result, number, world)
