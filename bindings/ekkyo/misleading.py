"""Whether a look after one year misleads, and why it says what it says: sentences made of what it counts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .accounts import Account
from .amounts import Array, say_share
from .hindsight import ONE_YEAR, Hindsight, can_be_seen, hindsight, truth
from .recommending import FEW
from .spanning import period
from .statement import Statement
from .tongue import Tongue

#: so many standard errors apart, one rule is right more often than another beyond chance
FIRM = 2


def misled(statement: Statement, tongue: Tongue) -> str:
    """How often the look is right, and whether that is more often than without any; nothing without a second year."""
    return comes_to(hindsight(statement), tongue) if can_be_seen(statement) else ""


def comes_to(seen: Hindsight, tongue: Tongue) -> str:
    """The same of what was seen, in a sentence."""
    said, counts = tongue["look"], {name: f"{count:,}" for name, count in seen.rules.items()}
    known = {"all": f"{len(seen.pays):,}", "against": tongue.against(seen.against)}
    return str(said["counts"].format(how=said[bearing(seen)], **counts, **known))


def bearing(seen: Hindsight) -> str:
    """Whether the look helps or misleads, held against always doing what is right more often, or little of either.

    The two are of one mind in most futures; only where they differ can one be right more often, and by chance alone it
    would be as often as the other.
    """
    blindly = bool(2 * np.sum(seen.pays) > len(seen.pays))
    differs = seen.goes_on != blindly
    ahead = int(np.sum(seen.goes_on[differs] == seen.pays[differs])) * 2 - int(differs.sum())
    if abs(ahead) <= FIRM * np.sqrt(differs.sum()):
        return "little"
    return "helps" if ahead > 0 else "misleads"


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
