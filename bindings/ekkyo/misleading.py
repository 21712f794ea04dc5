"""Why a look after one year says what it says: a sentence made of the numbers of those whom it stops."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .accounts import Account
from .amounts import Array, say_share
from .hindsight import ONE_YEAR, can_be_seen, hindsight, truth
from .recommending import FEW
from .spanning import period
from .statement import Statement
from .tongue import Tongue


def why(statement: Statement, tongue: Tongue) -> str:
    """Of those stopped at month 12: what was spent and there by then, and what going on would have left."""
    if not can_be_seen(statement):
        return ""
    stops = ~hindsight(statement).goes_on
    if not stops.any():
        return ""
    seen, said, against = statement[statement.main()], tongue["why"], truth(statement)
    left = statement[against].npv("full", runoff=True)[stops]
    form = "stopped" if against == "stopped" else "whole"
    return str(
        said[form].format(
            first=first_year(seen, stops, statement, tongue),
            against=tongue.against(against),
            paid=f"{np.sum(left > 0):,}",
            many=f"{len(left):,}",
            middle=tongue.amount(float(np.median(left))),
            mean=tongue.amount(float(left.mean())),
            tail=tail(left, tongue),
        )
    )


def first_year(seen: Account, stops: NDArray[np.bool_], statement: Statement, tongue: Tongue) -> str:
    """How much of the cost and of the value of the whole plan lies in its first year."""
    cost, value = (seen.weekly("full", side)[stops].mean(axis=0) for side in ("cost", "value"))
    many = f"{stops.sum():,}"
    if not (cost.sum() > 0 and value.sum() > 0):
        return str(tongue["why"]["no_value"].format(many=many, cost=tongue.amount(float(cost[:ONE_YEAR].sum()))))
    spent, there = (float(of[:ONE_YEAR].sum() / of.sum()) for of in (cost, value))
    form = "sooner" if there >= spent else "later" if there > 0 else "not_yet"
    told: str = tongue["why"][form]
    return told.format(
        many=many, cost=say_share(spent), value=say_share(there), years=period(statement.scenario, tongue)
    )


def tail(left: Array, tongue: Tongue) -> str:
    """Whether a few pull the mean away from the middle, and what it would be without them."""
    few, rising = int(np.ceil(FEW * len(left))), np.sort(left)
    if len(left) <= few:
        return str(tongue["why"]["alone"])
    if tongue.amount(float(left.mean())) == tongue.amount(float(np.median(left))):
        return str(tongue["why"]["even"])
    is_up = bool(left.mean() > np.median(left))
    without = rising[:-few] if is_up else rising[few:]
    return str(tongue["why"]["up" if is_up else "down"].format(without=tongue.amount(float(without.mean()))))
