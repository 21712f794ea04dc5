"""The investment table: what each support level costs and brings, and what it adds to the next cheaper one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from . import _engine
from .accounts import LEDGERS
from .amending import against_uncut, changing_text
from .amounts import say_share
from .comparing import MOST, SURE
from .lines import cut, left, right, wrapped
from .tongue import Tongue
from .wording import closing

if TYPE_CHECKING:
    from .study import Study

#: rows of the table that hold an amount, by the name of their column
AMOUNTS = ("npv", "npv_p50", "npv_p05", "npv_p95")


def sentence(study: Study, language: str = "en") -> str:
    """The answer over all levels, with its baseline."""
    tongue, table = Tongue(language, study.scenario.currency), study.table()
    said, protected = tongue["sentence"], table[["full_npv", "full_npv_p50"]]
    if _is_sponsored(table):
        as_it_goes = table[["sponsored_npv", "sponsored_npv_p50"]].set_axis(protected.columns, axis=1)
        # where nobody pays nobody can stop
        told = _answer(study, as_it_goes.fillna(protected), tongue)
        told = said["levels_as_they_go"].format(sentence=told, **_listed(protected, tongue))
    else:
        told = _answer(study, protected, tongue)
    return str(said["of"].format(name=tongue.named(study.name) or said["study"], sentence=told))


def _answer(study: Study, npv: pd.DataFrame, tongue: Tongue) -> str:
    told: str = tongue["sentence"]["levels"].format(
        against=tongue.against(study.base),
        weeks=study.scenario.weeks,
        replicates=study.replicates,
        currency=tongue.coin,
        **_listed(npv, tongue),
    )
    return told


def _listed(npv: pd.DataFrame, tongue: Tongue) -> dict[str, str]:
    """Mean and middle of each level, and which mean is highest."""
    said = tongue["sentence"]
    listed = [
        said["level"].format(level=tongue.level(level), mean=tongue.money(mean), middle=tongue.money(middle))
        for level, mean, middle in npv.itertuples()
    ]
    best = (
        said["highest"].format(level=tongue.level(str(npv["full_npv"].idxmax())))
        if npv["full_npv"].max() > 0
        else said["no_mean"]
    )
    return {"listed": said["comma"].join(listed), "best": best}


def _is_sponsored(table: pd.DataFrame) -> bool:
    """Whether any level was lived with a sponsor who may stop it."""
    return "stopped" in table and bool(table["stopped"].notna().any())


def text(study: Study, language: str = "en") -> str:
    """The investment table for a terminal, four levels to a block."""
    tongue = Tongue(language, study.scenario.currency)
    blocks = [study.levels[i : i + 4] for i in range(0, len(study.levels), 4)]
    changes = changing_text(study.scenario, tongue, tongue["plain"]["in_all"])
    plans = [study.statement(level) for level in study.levels]
    uncut = [wrapped(against_uncut(one, tongue)) for one in plans]
    parts = [*uncut, wrapped(sentence(study, language)), changes]
    parts += [levels_text(study, block, tongue) for block in blocks]
    parts += [wrapped(decided(study, language)), pairing_text(study, tongue)]
    parts += [closing(study.statement(study.levels[0]), tongue)]
    return "\n\n".join(part for part in parts if part)


def wide(tongue: Tongue, label: str, cells: list[str]) -> str:
    """A row of a table of levels."""
    room, wide = tongue["text"]["label"], tongue["text"]["wide"]
    return (left(cut(label, room), room) + "".join(right(cell, wide) for cell in cells)).rstrip()


def levels_text(study: Study, levels: list[str], tongue: Tongue) -> str:
    """Some levels beside each other."""
    table, said = study.table().loc[levels], tongue["text"]["levels"]
    lines = [wide(tongue, said["support"].format(currency=tongue.coin), [tongue.level(x) for x in levels])]
    for ledger in LEDGERS:
        lines += ["", said[ledger].format(against=tongue.against(study.base))]
        lines += _levels_side(study, levels, ledger, "cost", tongue)
        lines += _levels_side(study, levels, ledger, "value", tongue)
        cells = {name: _money(tongue, table[f"{ledger}_{name}"]) for name in AMOUNTS}
        cells["roi"] = _shares(table[f"{ledger}_roi"])
        cells["interval"] = [_range(tongue, row, f"{ledger}_roi") for _, row in table.iterrows()]
        cells["chance"] = _shares(table[f"{ledger}_chance"])
        cells["payback"] = [tongue.weeks(x) for x in table[f"{ledger}_payback"]]
        lines += _rows(tongue, cells)
    lines += _rows(tongue, {"not_knowing": _shares(table["not_knowing"])})
    lines += ["", said["worth"].format(against=tongue.against(study.worth))]
    worth = {"mean": _money(tongue, table["worth"]), "spread": _ranges(tongue, table, "worth_p05", "worth_p95")}
    lines += _rows(tongue, worth) + _sponsored(tongue, table, study.base) + _steps(tongue, table)
    return "\n".join(lines + _best(tongue, table))


def _rows(tongue: Tongue, cells: dict[str, list[str]]) -> list[str]:
    return [wide(tongue, tongue["text"]["levels"][row], shown) for row, shown in cells.items()]


def _money(tongue: Tongue, amounts: pd.Series) -> list[str]:
    return [tongue.money(x) for x in amounts]


def _shares(shares: pd.Series) -> list[str]:
    return [say_share(x) for x in shares]


def _range(tongue: Tongue, row: Any, name: str) -> str:
    low, high = row[f"{name}_p05"], row[f"{name}_p95"]
    return "—" if pd.isna(low) else _narrow(tongue, say_share(low), say_share(high)).replace(" %", "%")


def _narrow(tongue: Tongue, low: str, high: str) -> str:
    """From one to the other, without the room that there is in a sentence."""
    return low + tongue.between("", "").strip() + high


def _ranges(tongue: Tongue, table: pd.DataFrame, low: str, high: str) -> list[str]:
    pairs = zip(table[low], table[high], strict=True)
    return ["—" if pd.isna(a) else _narrow(tongue, tongue.money(a), tongue.money(b)) for a, b in pairs]


def _levels_side(study: Study, levels: list[str], ledger: str, side: str, tongue: Tongue) -> list[str]:
    books = [getattr(study.statement(level)[study.base], ledger) for level in levels]
    items = [line for line in _engine.money_lines if line["side"] == side and line[f"in_{ledger}"]]
    lines = [
        wide(tongue, "  " + tongue.short(line), [tongue.money(book.lines[line["name"]].mean) for book in books])
        for line in items
    ]
    return [*lines, *_rows(tongue, {side: [tongue.money(getattr(book, side).mean) for book in books]})]


def _sponsored(tongue: Tongue, table: pd.DataFrame, base: str) -> list[str]:
    if not _is_sponsored(table):
        return []
    cells = {
        "stopped": _shares(table["stopped"]),
        "mean": _money(tongue, table["sponsored_npv"]),
        "spread": _ranges(tongue, table, "sponsored_npv_p05", "sponsored_npv_p95"),
        "impatience": _money(tongue, table["impatience"]),
    }
    heading = tongue["text"]["levels"]["sponsored"].format(against=tongue.against(base))
    return ["", heading, *_rows(tongue, cells)]


def _steps(tongue: Tongue, table: pd.DataFrame) -> list[str]:
    if "difference" not in table:
        return []
    cells = {
        "against": [tongue.level(other) if isinstance(other, str) else "—" for other in table["difference_to"]],
        "mean": _money(tongue, table["difference"]),
        "of_mean": _ranges(tongue, table, "difference_low", "difference_high"),
        "replicates": _ranges(tongue, table, "difference_p05", "difference_p95"),
        "above": _shares(table["difference_chance"]),
    }
    return ["", tongue["text"]["levels"]["steps"], *_rows(tongue, cells)]


def _best(tongue: Tongue, table: pd.DataFrame) -> list[str]:
    cells = {name: _shares(table[name]) for name in ("best_share", "best_confidence")}
    return ["", tongue["text"]["levels"]["best"], *_rows(tongue, cells)]


def decided(study: Study, language: str = "en") -> str:
    """Which choice is best, how sure that is, and how much would have to be lived to be sure, in sentences."""
    tongue, told = Tongue(language, study.scenario.currency), study.decision
    said = tongue["decided"]
    if math.isnan(told.confidence[told.best]):
        return str(said["few"].format(replicates=study.replicates))
    nothing = "" if told.best in study.levels else said["nothing"].format(against=tongue.against(told.best))
    confidence = say_share(told.confidence[told.best])
    if told.needed is None:
        form, replicates = "beyond", tongue.number(MOST)
    else:
        form, replicates = ("about" if told.needed > study.replicates else "enough"), tongue.number(told.needed)
    asked = study.settled.sentence(language, study.scenario.currency) if study.settled else ""
    return str(
        said["told"].format(
            sure=said["sure"].format(best=tongue.level(told.best), nothing=nothing, confidence=confidence),
            more=said[form].format(replicates=replicates, sure=say_share(SURE)),
            share=say_share(told.share[told.best]),
            asked=tongue["sentence"]["between"] + asked if asked else "",
        )
    )


def pairing_text(study: Study, tongue: Tongue) -> str:
    """What sharing people and luck saves."""
    if len(study.levels) < 2 or study.replicates < 2:
        return ""
    said = tongue["text"]["levels"]
    ratio = study.pairing()["ratio"].unstack("quantity").loc[[*zip(study.by_cost[1:], study.by_cost, strict=False)]]
    told = [
        said["pair"].format(
            npv=tongue.number(r["npv"]),
            expected=tongue.number(r["npv_expected"]),
            level=tongue.level(a),
            against=tongue.level(b),
        )
        for (a, b), r in ratio.iterrows()
    ]
    return wrapped(said["pairing"].format(told=tongue["sentence"]["comma"].join(told)))
