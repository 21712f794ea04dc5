"""What carries the result, in words: what may be chance is said to be no more than suspected."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from .amounts import say_share
from .carrying import ordered, replicates_to_tell
from .lines import right, wrapped
from .tables import rows
from .tongue import Tongue

if TYPE_CHECKING:
    from .statement import Statement

#: how many unknowns are named that carry the result
CARRIERS = 6


def carried_text(statement: Statement, tongue: Tongue, most: int = CARRIERS) -> str:
    """Which unknowns carry the result, and how well they are known; or which may."""
    found, said, grades = standing_out(statement), tongue["text"], grades_text(statement, tongue)
    if found.empty:
        return wrapped(tongue.sentences(grades, suspicion(statement, tongue)))
    names = tongue["sentence"]["and"].join(tongue.quoted(name) for name in found["name"].head(2))
    form = said["carried" if ordered(found, 1) == 1 else "carried_open"]
    head = form.format(against=tongue.against(statement.main()), most=names, grades=grades)
    cells = right(said["correlation"], 10), right(f"{tongue.between('5', '95')} %", 13), right(said["share"], 7)
    rows = [f"  {' '.join(cells)}  {said['grade']}  "]
    rows += [_carrier(row, tongue) for _, row in found.head(most).iterrows()]
    parts = [wrapped(head), *(row.rstrip() for row in rows)]
    return "\n".join([*parts, wrapped(order_of(statement, tongue, most))]).rstrip()


def standing_out(statement: Statement) -> pd.DataFrame:
    """What carries the result and is not chance, the heaviest first."""
    carried = statement.what_carries_it()
    return carried[carried["stands_out"]]


def named(statement: Statement, most: int) -> pd.DataFrame:
    """What the result rests on: what stands out of chance, the heaviest first.

    Where nothing does: what is suspected to carry it, in the order of the tables, as chance would deal another.
    """
    if not (found := standing_out(statement)).empty:
        return found.head(most)
    carried = statement.what_carries_it()
    heaviest, places = carried[carried["suspected"]].head(most), list(rows())
    return heaviest.sort_values("name", key=lambda names: names.map(places.index))


def suspicion(statement: Statement, tongue: Tongue, most: int = CARRIERS) -> str:
    """What may carry the result, by name and grade, where nothing stands out of chance; nothing where nothing may."""
    found = named(statement, most)
    if found.empty or found["stands_out"].any():
        return ""
    note = tongue["note"]
    names = [note["graded"].format(name=tongue.quoted(row["name"]), grade=row["grade"]) for _, row in found.iterrows()]
    told = note["suspected"].format(names=tongue["sentence"]["comma"].join(names))
    return tongue.sentences(told, tongue["order"]["suspected"])


def grades_text(statement: Statement, tongue: Tongue) -> str:
    """How well what carries the result is known; or that nothing carries it, or that so few draws cannot tell."""
    carried, note, grades = statement.what_carries_it(), tongue["note"], statement.by_grade()
    if not carried["correlation"].any():
        return str(note["known"])
    if not carried["stands_out"].any():
        needed = replicates_to_tell(carried["correlation"].to_numpy(), statement[statement.main()].draws)
        told = [note["unsure"].format(against=tongue.against(statement.main()), draws=_draws(statement, tongue))]
        if math.isfinite(needed):
            told.append(note["needed"].format(needed=tongue.number(needed)))
        return tongue.sentences(*told)
    return str(note["grades"].format(**tongue.shares({**grades, "rest": 1 - sum(grades.values())})))


def _draws(statement: Statement, tongue: Tongue) -> str:
    """How often what is not known was drawn, and by how many replicates these are shared."""
    draws = len(set(statement[statement.main()].draws.tolist()))
    form = "draws" if draws == statement.replicates else "shared"
    return str(tongue["order"][form].format(draws=f"{draws:,}", replicates=f"{statement.replicates:,}"))


def _carrier(row: pd.Series, tongue: Tongue) -> str:
    cells = right(_signed(row["correlation"]), 10), right(_ends(row, tongue), 13), right(say_share(row["share"]), 7)
    return f"  {' '.join(cells)}  {row['grade']:<5}  {row['name']}"


def order_of(statement: Statement, tongue: Tongue, most: int) -> str:
    """Whether there are draws enough to say which of what is `named` carries more than the next."""
    carried = statement.what_carries_it()
    most = min(most, int(carried["stands_out"].sum()))
    if not most:
        return str(tongue["order"]["suspected"]) if carried["suspected"].any() else ""
    sure = ordered(carried, most)
    which = {0: "none", 1: "one"}.get(sure, "all" if sure == most else "some")
    first = tongue.quoted(carried["name"].iloc[0])
    return str(tongue["order"][which].format(draws=_draws(statement, tongue), most=most, sure=sure, first=first))


def _ends(row: pd.Series, tongue: Tongue) -> str:
    low, high = row["low"], row["high"]
    return "—" if low != low else tongue.between(_signed(low), _signed(high))


def _signed(x: float) -> str:
    return f"{x:+.2f}".replace("-", "−")


def believed(row: Any, tongue: Tongue) -> dict[str, str]:
    """Of an unknown that carries the result, what it is called, and between what it was drawn."""
    return {
        "text": tongue.called(row["name"]),
        "name": row["name"],
        "range": tongue.between(tongue.number(row["p05"]), tongue.number(row["p95"])),
        "unit": tongue.gloss(row["unit"].replace("currency", tongue.currency)),
    }


def to_measure(statement: Statement, tongue: Tongue, most: int = 5) -> Iterator[dict[str, Any]]:
    """What to measure next: what carries the result, or may, and is not measured yet."""
    carried = named(statement, len(rows()))
    for row in carried[carried["grade"] != "A"].head(most).to_dict("records"):
        yield {**believed(row, tongue), "grade": tongue["grade"][row["grade"]], "share": row["share"]}
