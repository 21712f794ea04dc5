"""When something first shows: in the hours a firm could count, or in an idea that has come off."""

from __future__ import annotations

import numpy as np

from .accounts import Account
from .amounts import Array
from .scenario import Scenario
from .tables import column_names
from .worlds import Worlds

#: weeks before launch that the firm compares with
BEFORE = 26

#: what the chart forgives each week, in standard deviations: half of the shift it is made for (Page 1954)
ALLOWANCE = 0.5

#: where it alarms: where nothing changes, 1 in 20 charts alarms within five years, the 26 weeks' own error included
LIMIT = 11.7


def weeks_until(scenario: Scenario, worlds: Worlds, account: Account) -> dict[str, Array | None]:
    """Per replicate, weeks until a signal, until the money is back, and until the first innovation.

    Infinite where that is not reached within the horizon; None where there is nothing to time.
    """
    return {
        "signal": signal(worlds, account.here),
        "cash": account.payback_weeks("cash"),
        "full": account.payback_weeks("full"),
        "innovation": innovation(scenario, worlds, account),
    }


def signal(worlds: Worlds, world: str) -> Array | None:
    """The first week in which a firm that has hours counted could tell that they have become fewer.

    It counts everybody's stuck and request hours, per employee, and compares them with the 26 weeks before launch by
    a one-sided CUSUM chart. The ledger books untouched people's hours at their mean, so the luck that a count would
    hold is put back here, the same in all worlds. Before launch the company stands still. Somebody who never sees the
    twin sees no more than this.
    """
    if worlds.scenario["run.everybody"]:
        return None
    counted, before = counted_hours(worlds, world)
    return first_alarm(counted, before) if np.any(before.std(axis=1) > 0) else None


def counted_hours(worlds: Worlds, world: str) -> tuple[Array, Array]:
    """Stuck and request hours per employee as a firm would count them: (replicate, week), and before launch."""
    columns = dict(zip(column_names(), worlds.raw[world]["columns"], strict=True))
    heads = np.maximum(columns["employees"], 1.0)
    mean = (columns["stuck_hours"] + columns["request_hours"]) / heads
    spread = np.sqrt(columns["hours_variance"]) / heads
    weeks = mean.shape[1]
    luck = np.array([luck_of(worlds.scenario["run.seed"], r, BEFORE + weeks) for r in worlds.replicates])
    before = mean[:, :1] + spread[:, :1] * luck[:, :BEFORE]
    return mean + spread * luck[:, BEFORE:], before


def luck_of(seed: int, replicate: int, weeks: int) -> Array:
    """Standard normal, a number per week; a longer run begins as a shorter one."""
    return np.random.Generator(np.random.Philox(key=[seed, replicate])).standard_normal(weeks)


def first_alarm(counted: Array, before: Array) -> Array:
    """Per replicate, the first week in which a CUSUM chart tells that hours have fallen; infinite where it does not.

    Examples
    --------
    >>> before = np.tile([9.0, 11.0], (1, 13))
    >>> first_alarm(np.full((1, 50), 9.0), before).tolist(), first_alarm(np.full((1, 50), 10.0), before).tolist()
    ([24.0], [inf])
    """
    usual, spread = before.mean(axis=1), before.std(axis=1, ddof=1)
    fallen = (usual[:, None] - counted) / np.where(spread > 0, spread, np.inf)[:, None]
    summed, first = np.zeros(len(counted)), np.full(len(counted), np.inf)
    for week in range(counted.shape[1]):
        summed = np.maximum(0.0, summed + fallen[:, week] - ALLOWANCE)
        first = np.where((summed > LIMIT) & np.isinf(first), week, first)
    return first


def innovation(scenario: Scenario, worlds: Worlds, account: Account) -> Array | None:
    """When the first idea that people had because of the community is a success and pays."""
    if not scenario["prices.innovation"] or worlds.scenario["run.everybody"]:
        return None
    launches = worlds.raw[account.here]["launches"]
    which, business = launches["replicate"], launches["new_business"].astype(bool)
    chance = np.where(
        business,
        account.price(scenario, "prices.business_success")[which],
        account.price(scenario, "prices.improvement_success")[which],
    )
    comes_off = (launches["sign"] > 0) & (launches["success"] < chance / 100) & (launches["matures"] < scenario.weeks)
    first = np.full(len(worlds.replicates), np.inf)
    np.minimum.at(first, which[comes_off], launches["matures"][comes_off].astype(float))
    return first
