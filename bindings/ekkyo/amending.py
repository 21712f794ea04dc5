"""What a change on the way does to the same plan, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from . import _engine
from .accounts import Account, Book
from .amounts import NOTHING, Amount, of_hundred
from .changing import SUPPORT
from .courses import change_of, on_the_way
from .judging import judged
from .lines import opened, wrapped
from .tables import rows
from .tongue import Tongue

if TYPE_CHECKING:
    from .scenario import Scenario
    from .statement import Statement

#: the plan that goes on as it began
UNCUT = "unchanged"


def changing_text(scenario: Scenario, tongue: Tongue, then: str, *, in_all_levels: bool = False) -> str:
    """What changes on the way, and what is to be said of that; nothing where nothing changes."""
    told = on_the_way(scenario, tongue, in_all_levels=in_all_levels)
    return wrapped(tongue.sentences(*told, then)) if told else ""


def against_uncut(statement: Statement, tongue: Tongue) -> str:
    """All that there is to say of a change against the same plan without it; nothing where that was not lived."""
    return tongue.sentences(uncut_text(statement, tongue), *uncut_more(statement, tongue))


def uncut_text(statement: Statement, tongue: Tongue) -> str:
    """Whether to make the change on the way, and what it does to the same plan; nothing where that was not lived."""
    return tongue.sentences(*change_told(statement, tongue))


def change_told(statement: Statement, tongue: Tongue) -> tuple[str, str]:
    """The same in two: what the company decides, which is nothing where it does not; and why."""
    if UNCUT not in statement.baselines:
        return "", ""
    said, one = tongue["plain"]["change"], statement[UNCUT]
    npv, later = one.full.npv, one.full_runoff.npv
    form = "none" if max(abs(npv.mean), abs(npv.p50)) <= NOTHING else "more" if npv.mean > 0 else "less"
    told: str = said[form].format(
        change=change_of(plan_of(statement), tongue),
        level=tongue.level(statement.level),
        mean=tongue.amount(abs(npv.mean)),
        middle=tongue.signed(npv.p50),
        better=of_hundred(one.full.chance),
        later=tongue.signed(later.mean),
        later_middle=tongue.signed(later.p50),
    )
    if not is_decided(statement) or form == "none":
        return "", opened(told)
    return said[judged(npv, later)], tongue.sentences(opened(told), missing(npv, later, tongue))


def missing(npv: Amount, later: Amount, tongue: Tongue) -> str:
    """What a yes would take and is not there, where numbers do not settle it: by the end, or with what comes after."""
    if judged(npv, later) != "open":
        return ""
    said, end, after = tongue["plain"]["missing"], judged(npv), judged(later)
    return str(said["both" if end == after else "told"].format(end=said[end], later=said[after]))


def is_decided(statement: Statement) -> bool:
    """Whether the company itself decides all that changes on the way."""
    changed = [setting.path for setting in statement.lived.scenario.engine.settings if setting.from_week]
    return bool(changed) and all(path.startswith(SUPPORT) for path in changed)


def uncut_more(statement: Statement, tongue: Tongue) -> Iterator[str]:
    """What is left with a change and without it, and which lines it moves most."""
    if UNCUT not in statement.baselines:
        return
    full, main = statement[UNCUT].full, statement.main()
    left = statement[main].full.npv.mean
    yield str(tongue["plain"]["uncut_ends"]).format(
        changed=tongue.amount(left),
        uncut=tongue.amount(left - full.npv.mean),
        against=tongue.against(main),
        low=tongue.signed(full.npv.p05),
        high=tongue.signed(full.npv.p95),
        cash=tongue.signed(statement[UNCUT].cash.npv.mean),
    )
    yield from uncut_why(full, tongue)


def plan_of(statement: Statement) -> Scenario:
    """The scenario with the support of the world that a statement is about, and what changes in it on the way."""
    scenario, world = statement.lived.scenario, statement.world
    own = {setting.path: setting.value for setting in world.settings if setting.silo < 0}
    if world.leaves:
        return scenario.later(world.from_week, own)
    # a level takes the place of the scenario's own support, levers and all
    gone = {path: None for path in rows() if path.startswith(SUPPORT)} if "support.level" in own else {}
    return scenario.replace(gone | own)


def instead_of(statement: Statement, other: str) -> Account:
    """Another baseline in the place of the plan, against the main one: the plan uncut, or stopped today."""
    one, more = statement[statement.main()], statement[other]
    less = {name: getattr(one, name) - getattr(more, name) for name in ("expected", "drawn")}
    runoff = {f"{name}_runoff": getattr(one, f"{name}_runoff") - getattr(more, f"{name}_runoff") for name in less}
    return replace(one, here=other, **less, **runoff)


def uncut_why(book: Book, tongue: Tongue) -> Iterator[str]:
    """What a change saves or costs, and what it brings or gives up, each with what moves it most."""
    said = tongue["plain"]["uncut_why"]
    for side, whole in (("cost", book.cost.mean), ("value", book.value.mean)):
        if abs(whole) > NOTHING:
            form = f"{side}_{'more' if whole > 0 else 'less'}"
            most = said["and"].join(
                said["line"].format(name=tongue.label(line).rstrip("."), part=tongue.amount(part))
                for line, part in _most_of(book, side, whole)
                if part > NOTHING
            )
            yield str(said[form]).format(amount=tongue.amount(abs(whole)), most=most)


def _most_of(book: Book, side: str, whole: float) -> list[tuple[dict[str, Any], float]]:
    """The two lines of a side that move it most, and by how much."""
    direction = 1 if whole > 0 else -1
    lines = (line for line in _engine.money_lines if line["side"] == side)
    moved = [(line, direction * book.lines[line["name"]].mean) for line in lines]
    return sorted(moved, key=itemgetter(1), reverse=True)[:2]
