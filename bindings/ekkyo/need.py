"""What must be true for a level to pay: how many minutes saved, and how many ideas that come off."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .amounts import NOTHING, Array
from .ideas import launched
from .statement import Statement
from .tables import column_names

#: hours saved, as the ledger counts them and as the statement prices them
HOURS = ("answer_saving", "goodwill_saving", "learning_saving", "carried_saving")
TIME = ("answers", "goodwill", "learning", "carried")

#: what ideas bring that come off
BRINGS = ("improvement_cash", "improvement_time", "new_business")

WEEKS_PER_YEAR = 365.25 / 7


@dataclass(frozen=True, eq=False)
class Need:
    """The full NPV of a level as a plane over minutes saved and realised ideas; all else as it was lived.

    Attributes
    ----------
    minutes, ideas : numpy.ndarray
        Per replicate, against the main baseline: minutes saved per member and week, and realised ideas per year
        (carried out, successful, and paying within the horizon).
    fixed, minute, idea : float
        Money over the whole horizon, discounted: all costs, those of ideas included, and all other values; a minute
        more per member and week; and a realised idea more per year, each as in this run on average.
    chance : float
        The share of replicates with an NPV above zero, where prices and luck differ as well.
    """

    minutes: Array
    ideas: Array
    fixed: float
    minute: float
    idea: float
    chance: float

    def npv(self, minutes: Array | float, ideas: Array | float) -> Array:
        """Mean full NPV with so many minutes and ideas."""
        return np.asarray(self.fixed + self.minute * np.asarray(minutes) + self.idea * np.asarray(ideas))

    @property
    def above(self) -> float:
        """The share of replicates whose minutes and ideas lie where the level pays."""
        return float(np.mean(self.npv(self.minutes, self.ideas) > NOTHING))

    def ideas_needed(self, minutes: float) -> float:
        """Ideas per year at which the NPV is zero with so many minutes; nan where no number of ideas helps."""
        return -(self.fixed + self.minute * minutes) / self.idea if self.idea > 0 else np.nan

    def minutes_needed(self, ideas: float) -> float:
        """Minutes at which the NPV is zero with so many ideas per year; nan where no number of minutes helps."""
        return -(self.fixed + self.idea * ideas) / self.minute if self.minute > 0 else np.nan


def need(statement: Statement) -> Need:
    """Minutes and ideas of each replicate, and what they are worth, against the main baseline.

    A minute is worth what the minutes of this run were worth on average, at their prices and in their weeks, and so is
    a realised idea. So the plane goes through the mean: with the mean minutes and the mean ideas it is the mean NPV of
    the statement.
    """
    account, lived = statement[statement.main()], statement.lived
    base = lived.against(account.here, account.baseline) or account.baseline
    here, there = lived.raw[account.here]["columns"], lived.raw[base]["columns"]
    of = column_names().index

    def more(name: str) -> Array:
        told: Array = (here[of(name)] - there[of(name)]).sum(axis=1)
        return told

    members = np.maximum(here[of("members")].sum(axis=1), 1.0)
    minutes = 60 * np.sum([more(name) for name in HOURS], axis=0) / members
    realised = came_off(statement, account.here) - came_off(statement, base)
    ideas = realised * WEEKS_PER_YEAR / statement.scenario.weeks
    lines = account.full.lines
    time = sum(lines[name].mean for name in TIME)
    brought = sum(lines[name].mean for name in BRINGS)
    minute, idea = per(time, minutes), per(brought, ideas)
    npv = account.full.npv.mean
    return Need(
        minutes=minutes,
        ideas=ideas,
        fixed=npv - minute * float(minutes.mean()) - idea * float(ideas.mean()),
        minute=minute,
        idea=idea,
        chance=account.full.chance,
    )


def came_off(statement: Statement, world: str) -> Array:
    """Per replicate, ideas of a world that succeeded and pay within the horizon, less those that it displaced."""
    lived = statement.lived
    found = launched(statement.scenario, lived, world)
    if not statement.scenario["prices.innovation"]:
        return np.zeros(len(lived.replicates))
    found = found[found["succeeded"] & (found["matures"] < statement.scenario.weeks)]
    counted: Array = found.groupby("replicate")["sign"].sum().reindex(lived.replicates, fill_value=0).to_numpy(float)
    return counted


def per(money: float, counted: Array) -> float:
    """What one of them is worth on average; nothing where there are none."""
    mean = float(counted.mean())
    return money / mean if abs(mean) > NOTHING else 0.0
