"""The investment table: what each support level costs and brings, and what it adds to the next cheaper one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from . import _engine
from .accounts import LEDGERS
from .amounts import say, say_share, say_weeks
from .comparing import MOST, SURE
from .wording import LABEL, against, closing, short, wrapped

if TYPE_CHECKING:
    from .study import Study


def sentence(study: Study) -> str:
    """The answer over all levels, with its baseline."""
    table = study.table()
    highest = table["full_npv"].max()
    best = f"highest at {table['full_npv'].idxmax()}" if highest > 0 else "no mean above zero"
    listed = ", ".join(
        f"{level} {say(row['full_npv'])} ({say(row['full_npv_p50'])})" for level, row in table.iterrows()
    )
    return (
        f"{study.name or 'Study'}: mean (and middle) full NPV against {against(study.base)} over "
        f"{study.scenario.weeks} weeks and {study.replicates} replicates, {study.scenario.currency}: {listed}; {best}."
    )


def text(study: Study) -> str:
    """The investment table for a terminal, four levels to a block, at most 100 characters wide."""
    blocks = [study.levels[i : i + 4] for i in range(0, len(study.levels), 4)]
    parts = [wrapped(sentence(study)), *(levels_text(study, block) for block in blocks)]
    parts += [wrapped(decided(study)), pairing_text(study)]
    return "\n\n".join([*parts, closing(study.statement(study.levels[0]))])


def _wide(label: str, cells: list[str]) -> str:
    return (f"{label[:LABEL]:<{LABEL}}" + "".join(f"{cell:>16}" for cell in cells)).rstrip()


def levels_text(study: Study, levels: list[str]) -> str:
    """Some levels beside each other."""
    table = study.table().loc[levels]
    lines = [_wide(f"Support, {study.scenario.currency}", levels)]
    for ledger in LEDGERS:
        lines += ["", f"{ledger.capitalize()} ledger, against {against(study.base)}"]
        lines += _levels_side(study, levels, ledger, "cost") + _levels_side(study, levels, ledger, "value")
        rows = {
            "NPV, mean": "npv",
            "NPV, middle": "npv_p50",
            "NPV, 5 %": "npv_p05",
            "NPV, 95 %": "npv_p95",
        }
        lines += [_wide(label, [say(x) for x in table[f"{ledger}_{name}"]]) for label, name in rows.items()]
        lines.append(_wide("ROI of the means", [say_share(x) for x in table[f"{ledger}_roi"]]))
        lines.append(_wide("  its 5–95 % interval", [_range(row, f"{ledger}_roi") for _, row in table.iterrows()]))
        lines.append(_wide("chance of an NPV above zero", [say_share(x) for x in table[f"{ledger}_chance"]]))
        lines.append(_wide("money back after (middle)", [say_weeks(x) for x in table[f"{ledger}_payback"]]))
    lines.append(_wide("variance from not knowing", [say_share(x) for x in table["not_knowing"]]))
    lines += ["", f"What the community is worth: full NPV against {against(study.worth)}"]
    lines += [_wide("mean", [say(x) for x in table["worth"]])]
    lines += [_wide("5–95 %", _ranges(table, "worth_p05", "worth_p95"))]
    return "\n".join(lines + _sponsored(table, study.base) + _steps(table) + _best(table))


def _range(row: Any, name: str) -> str:
    low, high = row[f"{name}_p05"], row[f"{name}_p95"]
    return "—" if pd.isna(low) else f"{say_share(low)}…{say_share(high)}".replace(" %", "%")


def _ranges(table: pd.DataFrame, low: str, high: str) -> list[str]:
    pairs = zip(table[low], table[high], strict=True)
    return ["—" if pd.isna(a) else f"{say(a)}…{say(b)}" for a, b in pairs]


def _levels_side(study: Study, levels: list[str], ledger: str, side: str) -> list[str]:
    books = [getattr(study.statement(level)[study.base], ledger) for level in levels]
    items = [line for line in _engine.money_lines if line["side"] == side and line[f"in_{ledger}"]]
    lines = [_wide("  " + short(line), [say(book.lines[line["name"]].mean) for book in books]) for line in items]
    return [*lines, _wide(side.capitalize() + ", mean", [say(getattr(book, side).mean) for book in books])]


def _sponsored(table: pd.DataFrame, base: str) -> list[str]:
    if "stopped" not in table or table["stopped"].isna().all():
        return []
    return [
        "",
        f"As it would go, with a sponsor who may cut, expand or stop it: full NPV against {against(base)}",
        _wide("stopped by the end", [say_share(x) for x in table["stopped"]]),
        _wide("mean", [say(x) for x in table["sponsored_npv"]]),
        _wide("5–95 %", _ranges(table, "sponsored_npv_p05", "sponsored_npv_p95")),
        _wide("protected less sponsored, mean", [say(x) for x in table["impatience"]]),
    ]


def _steps(table: pd.DataFrame) -> list[str]:
    if "difference" not in table:
        return []
    to = [other if isinstance(other, str) else "—" for other in table["difference_to"]]
    return [
        "",
        "Full NPV less that of the next cheaper level, same people and luck",
        _wide("against", to),
        _wide("mean", [say(x) for x in table["difference"]]),
        _wide("  90 % interval of the mean (t)", _ranges(table, "difference_low", "difference_high")),
        _wide("5–95 % of replicates", _ranges(table, "difference_p05", "difference_p95")),
        _wide("chance that it is above zero", [say_share(x) for x in table["difference_chance"]]),
    ]


def _best(table: pd.DataFrame) -> list[str]:
    return [
        "",
        "Best of all choices in full NPV (nothing is one of them)",
        _wide("share of replicates", [say_share(x) for x in table["best_share"]]),
        _wide("sure that its mean is highest", [say_share(x) for x in table["best_confidence"]]),
    ]


def decided(study: Study) -> str:
    """Which choice is best, how sure that is, and how much would have to be lived to be sure, in sentences."""
    told = study.decision
    if math.isnan(told.confidence[told.best]):
        return f"{study.replicates} replicates are too few to say which choice is best."
    nothing = "" if told.best in study.levels else f" ({against(told.best)}: nothing is best)"
    sure = f"The highest mean full NPV is that of {told.best}{nothing}, {say_share(told.confidence[told.best])} sure"
    if told.needed is None:
        more = f"; more than {say(MOST)} replicates would be needed to be {say_share(SURE)} sure"
    elif told.needed > study.replicates:
        more = f"; about {say(told.needed)} replicates in all would make it {say_share(SURE)} sure"
    else:
        more = "; more replicates would not change that"
    asked = f" {study.settled.sentence()}" if study.settled else ""
    share = say_share(told.share[told.best])
    return f"{sure}{more}. In {share} of the replicates no other choice does better.{asked}"


def pairing_text(study: Study) -> str:
    """What sharing people and luck saves."""
    if len(study.levels) < 2 or study.replicates < 2:
        return ""
    ratio = study.pairing()["ratio"].unstack("quantity").loc[[*zip(study.by_cost[1:], study.by_cost, strict=False)]]
    said = ", ".join(f"{say(r['npv'])} ({say(r['npv_expected'])}) for {a} − {b}" for (a, b), r in ratio.iterrows())
    return wrapped(
        "Pairing: variance of the difference in full NPV (against twin) with independent people, luck and unknowns, "
        f"over that with shared ones (in brackets: with launched ideas at their mean): {said}."
    )
