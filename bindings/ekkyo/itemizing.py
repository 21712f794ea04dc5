"""The matrix and the indicators of slide 5 in words, item by item."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from . import _engine
from .amounts import Amount
from .lines import cut, left, wrapped
from .matrix import ELSEWHERE
from .tongue import Tongue

if TYPE_CHECKING:
    from .statement import Statement

#: how many letters an item of the matrix has for its name; what it carries stands behind, money above counts
ITEM = 52


def matrix_text(statement: Statement, tongue: Tongue) -> str:
    """The matrix, item by item."""
    heading = tongue["text"]["matrix"].format(against=tongue.against(statement.main()), currency=tongue.coin)
    parts = [wrapped(heading)]
    for cell, items in statement.matrix().groupby("cell", sort=False):
        parts.append(tongue["matrix"]["cell"].format(cell=tongue.gloss(str(cell))))
        for item in items.to_dict("records"):
            name = left(f"  {item['code']:<4}{cut(tongue.label(item), 45)}", ITEM)
            parts += [(name + item_text(item, tongue)).rstrip(), how_text(item, tongue)]
    return "\n".join(parts)


def how_text(item: Any, tongue: Tongue) -> str:
    """The same beneath an item, in a terminal."""
    return wrapped(how(item, tongue), 6)


def how(item: Any, tongue: Tongue) -> str:
    """What kind of value an item of the matrix is, how well known, and what it is held against."""
    known = tongue["matrix"]["known"].format(grades=item["grades"]) if item["grades"] else ""
    against = tongue["matrix"]["against"].format(against=tongue.gloss(item["against"]))
    kind = tongue.gloss(item["kind"]) if ELSEWHERE.search(item["treatment"]) else ""
    told = (kind, tongue.gloss(item["treatment"]), known, against)
    return str(tongue["matrix"]["and"].join(part for part in told if part))


def item_text(item: Any, tongue: Tongue) -> str:
    """What an item of the matrix carries: money, counts, both or neither."""
    amounts = {name: tongue.money(item[name]) for name in ("mean", "p05", "p95")}
    told = [tongue["text"]["item"].format(**amounts)] if item["lines"] else []
    told += [counts_text(item, tongue)] if item["counts"] else []
    return f"\n{' ' * ITEM}".join(told)


def counts_text(item: Any, tongue: Tongue) -> str:
    """What the ledger counts for an item; nothing where it counts nothing."""
    columns = {column["name"]: column for column in _engine.columns}
    said = tongue["text"]
    told = [
        said["undefined" if isnan(found.mean) else "count"].format(
            x=tongue.number(found.mean), name=tongue.short(columns[name])
        )
        for name, found in item["counts"].items()
    ]
    return str(tongue["sentence"]["comma"]).join(told)


def indicators_text(statement: Statement, tongue: Tongue) -> str:
    """What slide 5 concedes to those who want short-term numbers, and what goodwill costs."""
    said, found = tongue["indicators"], statement.indicators()
    passes, posts, hires, goodwill = (found[name] for name in ("certificates", "posts", "hires", "goodwill"))
    told: str = said["told"].format(
        against=tongue.against(statement.main()),
        currency=tongue.coin,
        passes=_counted(passes["more"], tongue),
        pass_cost=tongue.money(passes["cost_of_one"].mean),
        pass_cost_there=tongue.money(passes["cost_of_one_in_the_baseline"].mean),
        posts=_counted(posts["more"], tongue),
        post_cost=tongue.money(posts["cost_of_one"].mean),
        advertising=_within(posts["price_of_as_much_advertising"], tongue),
        hires=_counted(hires["more"], tongue),
        quits=_counted(hires["fewer_quits"], tongue),
        ties=_counted(goodwill["ties"], tongue),
        tie_time=tongue.money(goodwill["time_for_one"].mean),
        favours=_counted(goodwill["favours"], tongue),
        favour_saved=_within(goodwill["saved_by_one"], tongue),
    )
    # what a register that is replayed leaves out
    return told + (said["replayed"] if statement.scenario["company.turnover"] == "recorded" else "")


def _within(x: Amount, tongue: Tongue) -> str:
    """Money, and the middle nine tenths."""
    return str(tongue["text"]["item"].format(**{name: tongue.money(v) for name, v in x._asdict().items()}))


def _counted(x: Amount, tongue: Tongue) -> str:
    """A count, and the middle nine tenths."""
    return str(tongue["text"]["item"].format(**{name: tongue.number(v) for name, v in x._asdict().items()}))
