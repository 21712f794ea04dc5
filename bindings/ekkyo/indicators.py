"""The short-term indicators: certificates and what one costs, public posts, hires (slide 5), and what goodwill costs
here and by other means (slide 6). Beside the statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from .accounts import Account
from .amounts import UNKNOWN, Amount, Array, amount
from .matrix import count_of
from .tables import column_names

if TYPE_CHECKING:
    from .statement import Statement


def indicators(statement: Statement, baseline: str) -> dict[str, dict[str, Amount]]:
    """What an executive may ask to see within a year: counts, and what one of them costs, neither discounted.

    ``certificates``: how many more; what a pass costs here and in the baseline (fees and working time). ``posts``: how
    many more; what one costs (time); the price of as much advertising, which is no value and stands in no ledger.
    ``hires``: how many were recommended by members, all of them for vacancies there were anyway; how many people fewer
    quit and had to be replaced. ``goodwill``: how many ties were made, and what one took of members' time at events and
    introductions; how many favours friends were asked for, and what one would have taken more by other means
    (colleagues, strangers, alone), as the twin lives it.
    """
    one = statement[baseline]
    more = {name: count_of(statement.lived, one, name) for name in ("certificates", "posts", "referred", "favours")}
    return {
        "certificates": {
            "more": more["certificates"],
            "cost_of_one": _cost_of_a_pass(statement, one, one.here),
            "cost_of_one_in_the_baseline": _cost_of_a_pass(statement, one, one.baseline),
        },
        "posts": {
            "more": more["posts"],
            "cost_of_one": _time_each(statement, one, "posting_hours", "posts"),
            "price_of_as_much_advertising": _as_advertising(statement, one),
        },
        "hires": {"more": more["referred"], "fewer_quits": _fewer_quits(statement, one)},
        "goodwill": {
            "ties": count_of(statement.lived, one, "introduced"),
            "time_for_one": _time_each(statement, one, "meeting_hours", "introduced"),
            "favours": more["favours"],
            "saved_by_one": _time_each(statement, one, "goodwill_saving", "favours"),
        },
    }


def _cost_of_a_pass(statement: Statement, one: Account, world: str) -> Amount:
    fees = _total(statement, one, world, "attempts") * _price(statement, one, "certificate_fee")
    time = _total(statement, one, world, "study_hours") * _hour(statement, one)
    return _each(fees + time, _total(statement, one, world, "certificates"))


def _time_each(statement: Statement, one: Account, hours: str, count: str) -> Amount:
    """The working time in a column for each that another counts."""
    time = _total(statement, one, one.here, hours) * _hour(statement, one)
    return _each(time, _total(statement, one, one.here, count))


def _as_advertising(statement: Statement, one: Account) -> Amount:
    more = _total(statement, one, one.here, "posts") - _total(statement, one, one.baseline, "posts")
    price = _price(statement, one, "advertorial") * _price(statement, one, "advertorial_share") / 100
    return amount(more * price, more * price)


def _fewer_quits(statement: Statement, one: Account) -> Amount:
    fewer = _total(statement, one, one.baseline, "quits") - _total(statement, one, one.here, "quits")
    return amount(fewer, fewer)


def _each(cost: Array, count: Array) -> Amount:
    """What one costs, over the replicates in which there is any."""
    some = count > 0
    return amount(cost[some] / count[some], cost[some] / count[some]) if some.any() else UNKNOWN


def _total(statement: Statement, one: Account, world: str, column: str) -> Array:
    """A column over all weeks, per replicate."""
    name = world if world == one.here else statement.lived.against(one.here, world) or world
    total: Array = statement.lived.raw[name]["columns"][column_names().index(column)].sum(axis=1)
    return total


def _price(statement: Statement, one: Account, name: str) -> Array:
    """A price as it was drawn, per replicate, or as it is known."""
    path = f"prices.{name}"
    if path in one.unknowns:
        drawn: Array = one.prices[:, one.unknowns.index(path)]
        return drawn
    return np.full(statement.replicates, float(statement.scenario[path]))


def _hour(statement: Statement, one: Account) -> Array:
    return _price(statement, one, "wage_per_hour") * _price(statement, one, "hour_price") / 100


def indicators_dict(found: dict[str, dict[str, Amount]]) -> dict[str, Any]:
    """As they stand in JSON."""
    return {name: {row: x.to_dict() for row, x in rows.items()} for name, rows in found.items()}
