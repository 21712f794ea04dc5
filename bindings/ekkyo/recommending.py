"""Whether a plan is to be recommended: a rule that is said beside its answer, and that can say no."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from .carrying import unknowns
from .judging import judged
from .run import Run
from .statement import Statement
from .study import Study

Verdict = Literal["recommended", "trial", "undecided", "not_recommended"]

#: the share of replicates whose large successes may carry a mean
FEW = 0.05


@dataclass(frozen=True)
class Recommendation:
    """What is recommended, and why.

    Attributes
    ----------
    verdict : str
        ``not_recommended`` where the middle of the full NPV is not above zero, so that no more than half of the
        replicates gain, or another choice has a higher mean and the money does not come back; ``recommended`` where
        mean and middle are above zero in both ledgers, the mean also without its best twentieth, and no other choice
        has a higher mean; ``trial`` where that holds in the full ledger alone; ``undecided`` between.
    pays_in_full, pays_in_cash : bool
        Whether mean and middle are above zero.
    better : str or None
        The choice with the highest mean full NPV, where that is another one.
    """

    verdict: Verdict
    pays_in_full: bool
    pays_in_cash: bool
    better: str | None


def recommend(result: Run | Study, level: str, statement: Statement) -> Recommendation:
    """What its numbers say of a level; nobody tuned them to say yes."""
    one = statement[statement.main()]
    answer = judged(one.full.npv)
    in_full, in_cash = (judged(npv) == "yes" for npv in (one.full.npv, one.cash.npv))
    best = result.decision.best if isinstance(result, Study) else level
    better = best if best != level else None
    if answer == "no" or (better is not None and not in_cash):
        return Recommendation("not_recommended", in_full, in_cash, better)
    if not in_full or better is not None or odds(statement).rests_on_few:
        return Recommendation("undecided", in_full, in_cash, better)
    return Recommendation("recommended" if in_cash else "trial", in_full, in_cash, better)


@dataclass(frozen=True)
class Odds:
    """What a plan that is carried through costs, and how it ends.

    Attributes
    ----------
    cash, hours : float
        What is paid, and what the hours of people are priced at; means, discounted.
    mean, middle : float
        Full NPV.
    loses : float
        The share of replicates in which the full NPV is not above zero.
    without_few : float
        The mean full NPV without the best twentieth of replicates.
    back : float
        The share of replicates in which the cash is back by the end; nan where none moves.
    """

    cash: float
    hours: float
    mean: float
    middle: float
    loses: float
    without_few: float
    back: float

    @property
    def rests_on_few(self) -> bool:
        """Whether the mean is above zero only because of the best few."""
        return self.mean > 0 >= self.without_few


def odds(statement: Statement) -> Odds:
    """How a plan ends over the replicates, against the main baseline."""
    one = statement[statement.main()]
    expected = np.sort(one.npv(drawn=False))
    most = expected[: math.ceil((1 - FEW) * len(expected))]
    back = one.payback("cash")
    return Odds(
        cash=one.cash.cost.mean,
        hours=one.full.cost.mean - one.cash.cost.mean,
        mean=one.full.npv.mean,
        middle=one.full.npv.p50,
        loses=1 - one.full.chance,
        without_few=float(most.mean()),
        back=back.reached if back else math.nan,
    )


@dataclass(frozen=True)
class Turn:
    """What carries the result most, and how the odds change with it.

    Attributes
    ----------
    name, grade : str
        The parameter, and how well it is known.
    is_better_high : bool
        Whether the NPV rises with it.
    good, bad : float
        The share of replicates with a full NPV above zero in the better and in the worse third of its values.
    """

    name: str
    grade: str
    is_better_high: bool
    good: float
    bad: float

    @property
    def changes_the_answer(self) -> bool:
        """Whether more than half gain at its one end, and not at its other."""
        return self.good > 0.5 >= self.bad


def turn(statement: Statement) -> Turn | None:
    """The unknown that carries the full NPV most, with the odds at either end; None where none stands out of chance."""
    carried = statement.what_carries_it()
    if carried.empty or not carried["stands_out"].iloc[0]:
        return None
    row, one = carried.iloc[0], statement[statement.main()]
    drawn = unknowns(statement.lived, one)[row["name"]].to_numpy(dtype=float)
    low, high = np.quantile(drawn, [1 / 3, 2 / 3])
    gains = one.npv() > 0
    ends = [float(np.mean(gains[drawn <= low])), float(np.mean(gains[drawn >= high]))]
    is_better_high = bool(row["correlation"] > 0)
    bad, good = ends if is_better_high else ends[::-1]
    return Turn(str(row["name"]), str(row["grade"]), is_better_high, good, bad)
